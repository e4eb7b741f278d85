"""Makes ahead of need what nobody waits for yet, each thing in a turn of its own, so that keys come between."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from archiveviewer.gui.tasks import Tasks

_BETWEEN_TURNS_MS = 5
_AFTER_A_KEY_MS = 250
"""So long nothing is begun after a key: its answer is on the way, and to be painted at once."""
_PANES = tuple(f"archiveviewer.gui.{place}.pane" for place in ("countries", "deadlines", "library"))
"""Named, not imported: nobody waits for them."""


class Warming(QObject):
    """Does deeds one after the other, and then imports what the places are made of that have not been gone to.

    A deed that returns True is not done yet, and goes on in the next turn.
    """

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._later: list[Callable[[], object]] = []
        self._turns = QTimer(self, interval=_BETWEEN_TURNS_MS)
        self._turns.timeout.connect(self._take_turn)

    def begin(self, deeds: Iterable[Callable[[], object]]) -> None:
        """Do these deeds, soon."""
        self._later += [*deeds, *(partial(self._load, pane) for pane in _PANES)]
        self._turns.start()

    def put_off(self) -> None:
        """Wait a little with the next turn."""
        if self._turns.isActive():
            self._turns.start(_AFTER_A_KEY_MS)

    def stop(self) -> None:
        """Leave the rest undone."""
        self._turns.stop()

    def _take_turn(self) -> None:
        if not self._later:
            self._turns.stop()
            return
        self._turns.setInterval(_BETWEEN_TURNS_MS)
        deed = self._later.pop(0)
        if deed() is True:
            self._later.insert(0, deed)

    def _load(self, pane: str) -> None:
        """Import a pane in a thread, so that going there for the first time takes less of the window's time."""
        self._tasks.run(partial(import_module, pane), lambda _: None, lambda _: None)
