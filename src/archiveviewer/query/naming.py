"""Finds documents by what they are called: their title or the name of their file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from archiveviewer.index.connect import Connection
from archiveviewer.index.reader import Reader
from archiveviewer.index.values import loaded_path
from archiveviewer.query.clock import Clock, never
from archiveviewer.query.search import search
from archiveviewer.records import Document, SearchRequest

_SIGNS = str.maketrans(dict.fromkeys('"()*“”„«»', " "))
_MOST_WORDS = 8
_SECONDS = 0.5


def documents_named(reader: Reader, text: str, *, limit: int = 12, stop: Callable[[], bool] = never) -> tuple[Document, ...]:
    """Return documents with words in the title that begin as all those of `text` do, then those with these in the name of their file."""
    words = text.translate(_SIGNS).split()[:_MOST_WORDS]
    if not words:
        return ()
    asked = SearchRequest(" ".join(f"title:{word}*" for word in words), limit=limit, pages_per_document=0, seconds=_SECONDS)
    titled = [hit.document for hit in search(reader, asked, stop=stop).hits if not hit.missing]
    clock = Clock(_SECONDS, soft=_SECONDS, stop=stop)
    with reader.snapshot() as connection, clock.watching(connection), clock.stage():
        for document in _by_file_name(connection, words):
            if len(titled) >= limit:
                break
            if document not in titled:
                titled.append(document)
    return reader.documents(titled)


def _by_file_name(connection: Connection, words: list[str]) -> Iterator[int]:
    """Yield the documents whose file has all words in its name. SQLite folds the case of ASCII alone, so words are asked both ways."""
    one = "(instr(lower(CAST(path AS TEXT)), ?) OR instr(CAST(path AS TEXT), ?))"
    values = [value for word in words for value in (word.lower(), word)]
    rows = connection.execute(f"SELECT id, path FROM v_document WHERE {' AND '.join([one] * len(words))} ORDER BY path", values)
    for id, path in rows:
        name = PurePath(loaded_path(path)).name.casefold()
        if all(word.casefold() in name for word in words):
            yield int(id)
