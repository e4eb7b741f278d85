"""What was written and not yet saved as a note: kept in a file of the user, so that it outlives the window and the power.

One file serves all libraries and windows: a draft is known by the bytes of its document and by its place in it, and each window writes
only what it changed itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from threading import Lock

from archiveviewer.archive.writing import write_whole
from archiveviewer.records import Note
from archiveviewer.settings import Paths

_FILE = "drafts.json"


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Where a note is written: the bytes of a document, a page, where its words begin, and its number when it is an old one."""

    sha256: str
    page: int
    start: int
    uid: str

    @classmethod
    def of(cls, note: Note) -> DraftPlace:
        """Return the place of a note."""
        return cls(note.sha256, note.page, note.start, note.uid)


class Drafts:
    """Holds drafts; `save` writes them. Both may run in a thread."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or Paths.of_user().state / _FILE
        self._texts = _read(self._file)
        self._changed: dict[DraftPlace, str] = {}
        self._holding, self._saving = Lock(), Lock()

    def text(self, place: DraftPlace) -> str | None:
        """Return what was written at a place; None when nothing waits there."""
        return self._texts.get(place)

    def hold(self, place: DraftPlace, text: str) -> bool:
        """Hold a text, an empty one being none; return whether that is a change."""
        with self._holding:
            if self._texts.get(place, "") == text:
                return False
            self._changed[place] = text
            self._texts = _with(self._texts, {place: text})
            return True

    def pages(self, sha256: str) -> list[int]:
        """Return the pages of a document on which something waits."""
        return sorted({place.page for place in self._texts if place.sha256 == sha256})

    def save(self) -> None:
        """Write what has changed; a draft is not worth a complaint when that cannot be done."""
        with self._saving, suppress(OSError):  # the newest is written last
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._holding:
                changed = dict(self._changed)
            kept = _with(_read(self._file), changed)
            rows = [[*astuple(place), text] for place, text in kept.items()]
            write_whole(self._file, json.dumps(rows, ensure_ascii=True).encode())


def _with(texts: Mapping[DraftPlace, str], changed: Mapping[DraftPlace, str]) -> dict[DraftPlace, str]:
    return {place: text for place, text in {**texts, **changed}.items() if text}


def _read(file: Path) -> dict[DraftPlace, str]:
    """Return what a file holds; nothing when it is not there or not whole."""
    with suppress(OSError, ValueError, TypeError):
        rows = json.loads(file.read_bytes())
        return {DraftPlace(str(sha), int(page), int(start), str(uid)): str(text) for sha, page, start, uid, text in rows}
    return {}
