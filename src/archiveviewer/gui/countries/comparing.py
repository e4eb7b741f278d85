"""A second country beside the one that is shown: which one, and what is said of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.countries.compare_view import CompareView
from archiveviewer.gui.countries.countries_model import Country
from archiveviewer.gui.countries.load import Shown, load_country
from archiveviewer.gui.tasks import Latest, Tasks

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.theme import Theme


class Comparing(QObject):
    """Asks the archive about both. `choose` asks a person for the second country and may be replaced.

    Signals: `chosen(code)` when a person has chosen one, `shown()` when both stand in the `view`, `failed(Exception)`.
    """

    chosen = Signal(str)
    shown = Signal()
    failed = Signal(object)

    def __init__(self, archive: Archive, theme: Theme, tasks: Tasks, pane: QWidget) -> None:
        super().__init__(pane)
        self._archive, self._theme, self._pane = archive, theme, pane
        self._question = Latest(tasks)
        self._beside: str | None = None
        self.view: CompareView | None = None
        self.choose: Callable[[Sequence[Country]], None] = self._ask

    @property
    def beside(self) -> str | None:
        """The second country, or None while there is none."""
        return self._beside

    def compare(self, first: str, beside: str, *, as_of: date | None, language: str) -> None:
        """Show two countries, as seen on a day, by their names in a language."""
        archive, self._beside = self._archive, beside

        def both(_stop: Callable[[], bool]) -> tuple[Shown, Shown]:
            left, right = (load_country(archive, one, as_of=as_of, language=language) for one in (first, beside))
            return left, right

        self._question.run(both, lambda found: self._show(*found), self.failed.emit)

    def end(self) -> None:
        """Have no second country any more."""
        self._beside = None

    def stop(self) -> None:
        """End the work in threads."""
        self._question.stop()

    def _show(self, left: Shown, right: Shown) -> None:
        fresh = self.view is None or not self.view.isVisible()
        if self.view is None:
            self.view = CompareView(self._theme, self._pane)
        self.view.show_countries(left, right)
        self.shown.emit()
        if fresh:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, countries: Sequence[Country]) -> None:
        """Let a person choose the second country by a few letters of its name in any language."""
        from archiveviewer.gui.commands import Command
        from archiveviewer.gui.palette import Palette

        commands = [
            Command(one.name, "", partial(self.chosen.emit, one.summary.country), "globe", tuple(one.folded.split("\n")))
            for one in countries
            if one.here
        ]
        words = self.tr("Compare with: a country, in any language")
        palette = Palette(commands, self._theme, self._pane, words=words)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.open_over(self._pane.window())
