"""Makes ahead of need what nobody waits for yet, each thing in a turn of its own, so that keys come between."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QTextEdit

from archiveviewer.gui.tasks import Tasks

_BETWEEN_TURNS_MS = 5


class Warming(QObject):
    """Does deeds one after the other, once what the panes are made of is imported."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._later: list[Callable[[], object]] = []
        self._turns = QTimer(self, interval=_BETWEEN_TURNS_MS)
        self._turns.timeout.connect(self._take_turn)

    def begin(self, deeds: Iterable[Callable[[], object]]) -> None:
        """Do these deeds, soon."""
        self._later += [warm_text, *deeds]
        self._tasks.run(_load_panes, lambda _: self._turns.start(), lambda _: None)

    def stop(self) -> None:
        """Leave the rest undone."""
        self._turns.stop()

    def _take_turn(self) -> None:
        if self._later:
            self._later.pop(0)()
        else:
            self._turns.stop()


def warm_text() -> None:
    """Have a text widget, which PySide and Qt prepare at the first one."""
    unseen = QTextEdit()
    unseen.viewport()
    unseen.deleteLater()


def _load_panes() -> None:
    """Import what the panes need, in a thread, so that making them takes less of the window's time."""
    import archiveviewer.gui.countries.pane
    import archiveviewer.gui.deadlines.pane
    import archiveviewer.gui.library.pane
    import archiveviewer.gui.reader.pane  # noqa: F401 - imported to be there
