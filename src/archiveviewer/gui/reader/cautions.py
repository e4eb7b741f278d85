"""Says above the page what one should know of it: that it is not to be had, that its text cannot be trusted, that files are attached."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from archiveviewer.gui.reader.bars import notices
from archiveviewer.gui.reader.bars.banner import Banner, Notice
from archiveviewer.gui.reader.document.attempt import Ready
from archiveviewer.gui.reader.document.passages import Archive
from archiveviewer.gui.reader.side.outlining import Outlining
from archiveviewer.gui.reader.views import Views
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import ArchiveError, Health, ViewFault


class Cautions(QObject):
    """Fills the banner. `look` asks what is not known yet of the page that is seen."""

    def __init__(self, archive: Archive, tasks: Tasks, banner: Banner, views: Views, outlining: Outlining) -> None:
        super().__init__(banner)
        self._archive, self._banner, self._views, self._outlining = archive, banner, views, outlining
        self._asking, self._comparing = Latest(tasks), Latest(tasks)
        self._ready: Ready | None = None
        self._health: dict[int, Health] = {}
        self._has_changed: bool | None = None
        outlining.changed.connect(self.say)

    def show_document(self, ready: Ready | None) -> None:
        """Take note of what is open."""
        self._asking.stop()
        self._comparing.stop()
        self._health.clear()
        self._has_changed = None
        self._ready = ready

    def look(self) -> None:
        """Ask whether the text of the page that is seen can be trusted, and once whether the pages are those that were read."""
        page = self._views.page
        if self._ready and self._ready.session and self._has_changed is None:
            compare = partial(self._archive.has_changed, self._ready.document)
            self._comparing.run(lambda _stop: compare(), self._on_compared, _on_health_unknown)
        if self._ready and page and page not in self._health:
            ask = partial(self._archive.page, self._ready.document.id, page)
            self._asking.run(lambda _stop: ask().health, lambda health: self._on_health(page, health), _on_health_unknown)

    def say(self) -> None:
        """Show what there is to say, or nothing."""
        self._banner.show_notice(self._notice())

    @property
    def fault(self) -> ViewFault | None:
        """What is wrong with the document, or with the page that is seen."""
        if self._ready and self._ready.fault:
            return self._ready.fault
        return self._views.pages.faults.get(self._views.page) if self._views.shows_pages else None

    def _on_compared(self, changed: bool) -> None:
        self._has_changed = changed
        self.say()

    def _on_health(self, page: int, health: Health) -> None:
        self._health[page] = health
        self.say()

    def _notice(self) -> Notice | None:
        ready = self._ready
        if ready is None or self._views.shows_list or ready.fault is ViewFault.PASSWORD:
            return None
        if ready.absent:
            return notices.of_absence(ready.document)
        if ready.fault:
            return notices.of_fault(ready.fault, ready.document)
        if self.fault is ViewFault.TOO_SLOW:
            return notices.of_slow_page()
        return self._of_pages(ready)

    def _of_pages(self, ready: Ready) -> Notice | None:
        """Return what to know of pages that can be seen."""
        if ready.session and not ready.document.pages:
            return notices.of_unread()
        if self._has_changed:
            return notices.of_change()
        health = notices.of_health(self._health.get(self._views.page, Health.GOOD))
        return health or notices.of_reading_view(ready.document) or notices.of_attached(self._outlining.attached)


def _on_health_unknown(error: Exception) -> None:
    """Say nothing of what the index does not have: the page itself is there."""
    if not isinstance(error, ArchiveError):
        raise error
