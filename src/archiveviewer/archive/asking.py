"""Asks many questions one after the other, such that none can stop the rest."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from archiveviewer.records import Answered, ArchiveError, SearchRequest

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

_log = logging.getLogger(__name__)


def answered(archive: Archive, name: str, request: SearchRequest) -> Answered:
    """Return the answer to one of many questions with the documents of its hits, or why there is none. Raises nothing."""
    try:
        answer = archive.search(request)
        documents = tuple(archive.document(hit.document) for hit in answer.hits)
    except ArchiveError as error:
        return Answered(name, request.text, None, fault=str(error))
    except Exception as error:  # a border: a fault of ours in one question must not cost the answers to the others
        _log.exception("no answer to question %r", name)
        return Answered(name, request.text, None, fault=f"This is a fault of the program: {type(error).__name__}.")
    return Answered(name, request.text, answer, documents)
