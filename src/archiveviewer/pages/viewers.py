"""The documents that are open for the window, each at a worker of its own, and the workers that wait for the next."""

from __future__ import annotations

import threading

from archiveviewer.pages.desk import Desk, Handed
from archiveviewer.pages.viewer import OnView, Viewer

_DOCUMENTS = 100
_SHOWN = 2


class Viewers:
    """Keeps a worker ready for the next document, and at most two documents open: the oldest gives way. One more may be beside them."""

    def __init__(self) -> None:
        self._spares: list[Desk] = []
        self._open: list[Viewer] = []
        self._beside: list[Viewer] = []
        self._guard = threading.Lock()
        self._closed = False

    def warm(self) -> None:
        """Have one more spare worker, so that the next document opens at once. Returns without waiting for it.

        There are as many as documents may be open: one for what is shown, one for what follows. Then the next takes that of the oldest.
        """
        with self._guard:
            if len(self._spares) + len(self._turns()) < _SHOWN and not self._closed:
                self._spares.append(Desk())

    def pids(self) -> tuple[int, ...]:
        """Return the process ids of the workers that hold documents, the newest last."""
        with self._guard:
            return tuple(pid for viewer in self._open if (pid := viewer.pid))

    def open(self, document: Handed, on_view: OnView, *, beside: bool = False, by_hand: bool = False) -> Viewer:
        """Return a viewer with the document open, `by_hand` if this thread will `hurry`.

        One that is shown `beside` others gives way only to another beside them.
        """
        with self._guard:
            oldest = tuple(self._beside) if beside else self._turns()[: max(0, len(self._turns()) + 1 - _SHOWN)]
        for viewer in oldest:
            viewer.close()
        with self._guard:
            desk = self._spares.pop() if self._spares else None
        viewer = Viewer(desk or Desk(), document, on_view, by_hand=by_hand, on_close=self._take_back)
        with self._guard:
            self._open.append(viewer)
            self._beside = [viewer] if beside else self._beside
        self.warm()
        return viewer

    def _turns(self) -> list[Viewer]:
        """Return the viewers that take turns: all but that beside them."""
        return [viewer for viewer in self._open if viewer not in self._beside]

    def close(self) -> None:
        """Close all documents and end all workers."""
        with self._guard:
            self._closed = True
            viewers, desks = tuple(self._open), tuple(self._spares)
            self._spares.clear()
        for viewer in viewers:
            viewer.close()
        for desk in desks:
            desk.close()

    def _take_back(self, desk: Desk) -> None:
        """Keep the worker of a document that was closed, unless there are enough or it has served long enough."""
        with self._guard:
            self._open = [viewer for viewer in self._open if not viewer.sits_at(desk)]
            self._beside = [viewer for viewer in self._beside if not viewer.sits_at(desk)]
            kept = not self._closed and len(self._spares) + len(self._turns()) < _SHOWN and desk.documents < _DOCUMENTS
            if kept:
                desk.clear()
                self._spares.append(desk)
        if not kept:
            desk.close()
            self.warm()
