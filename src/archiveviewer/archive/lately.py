"""Which page of each document was read last: asked whenever a document is opened, so it is not looked up on the disk each time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable

from archiveviewer.records import Visit


class LastPages:
    """Knows the last page of each path. `load` returns the visits kept, the newest first; it is called once. Any thread may ask."""

    def __init__(self, load: Callable[[], Iterable[Visit]]) -> None:
        self._load = load
        self._guard = threading.Lock()
        self._pages: dict[str, int] | None = None

    def of(self, path: str) -> int:
        """Return the page of a document that was read last, 1 when it never was."""
        with self._guard:
            return self._known().get(path, 1)

    def note(self, visit: Visit) -> None:
        """Take note of a page that is read."""
        with self._guard:
            self._known()[visit.path] = visit.page

    def _known(self) -> dict[str, int]:
        if self._pages is None:
            self._pages = {}
            for visit in self._load():
                self._pages.setdefault(visit.path, visit.page)
        return self._pages
