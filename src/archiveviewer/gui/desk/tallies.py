"""Counts for the frame around the panes: how much can be searched, how old the archive is, and what is due soon.

They are asked for again and again, as another window or a command may read into the same library, and as one day follows another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import Coverage

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.footer import Footer
    from archiveviewer.gui.rail import Rail

_AGAIN = 3000
"""Milliseconds until it is looked again whether anything has changed, which takes next to nothing when nothing has."""


class Tallies(QObject):
    """Keeps footer and rail true. `changed(Coverage)` comes when more can be searched than was known, or less."""

    changed = Signal(object)

    def __init__(self, archive: Archive, tasks: Tasks, footer: Footer, rail: Rail) -> None:
        super().__init__(footer)
        self._archive, self._footer, self._rail = archive, footer, rail
        self._counting, self._dueing = Latest(tasks), Latest(tasks)
        self._shown: Coverage | None = None
        self._again = QTimer(self, interval=_AGAIN)
        self._again.timeout.connect(self.count_files)

    def count(self) -> None:
        """Ask how much can be searched, and what is due soon."""
        self.count_files()
        self.count_due()

    def count_files(self) -> None:
        """Ask how much can be searched, now and again and again."""
        archive = self._archive
        self._counting.run(lambda _: archive.coverage(), self.show_coverage, lambda _: None)
        self._again.start()

    def count_due(self) -> None:
        """Ask what is due soon; for the first time this imports a lot."""
        archive = self._archive
        self._dueing.run(lambda _: _due(archive), self.show_due, lambda _: None)

    def show_coverage(self, coverage: Coverage) -> None:
        """Say how much can be searched."""
        before, self._shown = self._shown, coverage
        self._footer.show_coverage(coverage)
        self._footer.show_dates(coverage.newest, self._archive.today())
        if before not in (None, coverage):
            self.changed.emit(coverage)

    def show_due(self, count: int) -> None:
        """Show how many deadlines are due soon."""
        self._rail.set_count("deadlines", count)

    def stop(self) -> None:
        """End the work in threads."""
        self._again.stop()
        self._counting.stop()
        self._dueing.stop()


def _due(archive: Archive) -> int:
    """Return how many deadlines are due within six months; runs in a thread."""
    from archiveviewer.gui.deadlines.rows import is_due

    today = archive.today()
    return sum(is_due(chain, today) for chain in archive.chains())
