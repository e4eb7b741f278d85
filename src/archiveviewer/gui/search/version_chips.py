"""Asks which language versions the documents of the list have: those here at once, those that pages list when nobody types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from archiveviewer.gui.search.languages import Versions, chips_of, versions
from archiveviewer.gui.search.view import ResultsView
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import DocumentHit

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

_SETTLED = 400
"""Milliseconds after an answer from which on nobody types, it seems."""


class VersionChips(QObject):
    """Keeps the chips of a list as they are known."""

    def __init__(self, archive: Archive, tasks: Tasks, view: ResultsView) -> None:
        super().__init__(view)
        self._archive, self._view = archive, view
        self._question = Latest(tasks)
        self._hits: Sequence[DocumentHit] = ()
        self._listed: dict[str, Versions] = {}
        self._yours: tuple[str, ...] = ()
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settled.timeout.connect(self._on_settled)

    @property
    def countries(self) -> frozenset[str]:
        """The countries of which it is known what pages list."""
        return frozenset(self._listed)

    def set_languages(self, languages: Sequence[str]) -> None:
        """Tint the languages that the person reads."""
        self._yours = tuple(languages)

    def show(self, hits: Sequence[DocumentHit]) -> None:
        """Show which versions there are; which others pages list takes long to tell, so it is asked when nobody types."""
        self._question.stop()
        self._hits = hits
        self._show()
        if self._unlisted():
            self._settled.start()

    def rest(self) -> None:
        """Ask nothing: a new list is on its way."""
        self._question.stop()
        self._settled.stop()

    def forget(self) -> None:
        """Ask anew what pages list: the library has changed."""
        self._listed.clear()

    def _unlisted(self) -> set[str]:
        return {hit.country for hit in self._hits if hit.country} - self._listed.keys()

    def _on_settled(self) -> None:
        archive, wanted = self._archive, self._unlisted()

        def work(stop: Callable[[], bool]) -> dict[str, Versions]:
            return {country: versions(archive.attachments(country)) for country in wanted if not stop()}

        self._question.run(work, self._on_listed, lambda _: None)

    def _on_listed(self, listed: dict[str, Versions]) -> None:
        self._listed.update(listed)
        self._show()

    def _show(self) -> None:
        self._view.set_chips(chips_of(self._hits, self._listed, yours=self._yours))
