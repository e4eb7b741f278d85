"""The footer tells the truth: how many files were searched, which were not, and how old the archive is. News stands there for 6 s."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.boxes import beside
from archiveviewer.gui.widgets.ground import Ground, Words
from archiveviewer.gui.widgets.link_button import LinkButton

if TYPE_CHECKING:
    from archiveviewer.records import Coverage

HEIGHT = 26
_MESSAGE = 6000
_DAMAGE_SECONDS = 60


class Footer(Ground):
    """Coverage, messages and dates.

    Signals: `problems_wanted()` when what could not be searched is to be shown, `renewal_wanted()` of an index that was said to be damaged.
    """

    problems_wanted = Signal()
    renewal_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", parent=parent)
        self._deed: Callable[[], None] | None = None
        self._picture = QLabel(self)
        self._strong = Words(theme, role="caption_strong", parent=self)
        self._rest = Words(theme, role="caption", token="quiet", parent=self)
        self._show = self._link(self.tr("Show"))
        self._said, self._deed_button = Words(theme, role="caption", parent=self), self._link("")
        self._dates = Words(theme, role="caption", token="quiet", parent=self)
        self._timer = QTimer(self, singleShot=True, interval=_MESSAGE)
        self._lay_out()
        self._show.clicked.connect(self.problems_wanted)
        self._deed_button.clicked.connect(self._on_deed)
        self._timer.timeout.connect(self.say_nothing)
        theme.changed.connect(self._dress)
        self._dress()
        self._show.hide()

    def _link(self, text: str) -> LinkButton:
        button = LinkButton(self._theme, role="caption", parent=self)
        button.setText(text)
        return button

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        for widgets in ((self._strong, self._rest, self._show), (self._said, self._deed_button)):
            page = QWidget(self)
            beside(*widgets, ..., within=page, spacing=6)
            self._stack.addWidget(page)
        self._said.setMinimumWidth(1)  # a long sentence is cut, it does not widen the window
        beside(self._picture, (self._stack, 1), self._dates, within=self, margins=(12, 0, 12, 0), spacing=8)

    def _dress(self) -> None:
        self.setFixedHeight(self._theme.space(HEIGHT))
        self._picture.setPixmap(self._theme.icon("file-search", size=14))

    def links(self) -> tuple[LinkButton, ...]:
        """Return the words that can be pressed."""
        return (self._show, self._deed_button)

    # -- what it says -------------------------------------------------------------------------------------------

    def show_opening(self) -> None:
        """Say that a library is being opened, of which nothing is known yet."""
        self._rest.setText(self.tr("Opening the library…"))

    def show_coverage(self, coverage: Coverage | None) -> None:
        """Say how many files were searched and which were not."""
        if coverage is None or not coverage.files:
            self._strong.setText("")
            self._rest.setText(self.tr("No files yet"))
            self._show.hide()
            return
        from archiveviewer.gui.kinds import counted, number  # a part of the start that nobody waits for

        form = self.tr("{some} of {files} searched so far") if coverage.unread else self.tr("{some} of {files} searched")
        self._strong.setText(form.format(some=number(coverage.searched), files=counted(coverage.files, "file")))
        parts = []
        if coverage.scans:
            parts.append(self.tr("1 scan without text") if coverage.scans == 1 else self.tr("%Ln scans without text", "", coverage.scans))
        if coverage.unreadable:
            parts.append(self.tr("%Ln unreadable", "", coverage.unreadable))
        if coverage.unsupported:
            parts.append(self.tr("%Ln in formats not read yet", "", coverage.unsupported))
        if coverage.unread:
            parts.append(self.tr("%Ln still to read", "", coverage.unread))
        if coverage.again:
            parts.append(self.tr("%Ln to read again", "", coverage.again))
        self._rest.setText("".join(f" · {part}" for part in parts))
        self._show.setVisible(bool(parts))
        self._make_room()

    def _make_room(self) -> None:
        """Leave the dates out where they would cut what is said of the files, as in large letters on a small screen."""
        taken = 3 * HEIGHT + sum(words.sizeHint().width() for words in (self._strong, self._rest, self._show, self._dates))
        self._dates.setVisible(taken <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Show what there is room for."""
        super().resizeEvent(event)
        self._make_room()

    def show_dates(self, newest: str | None, today: date) -> None:
        """Say how old the archive is, and what day it is."""
        from archiveviewer.gui.dates import long_date  # a part of the start that nobody waits for

        day = long_date(today.isoformat())
        if newest is None:
            self._dates.setText(self.tr("Today is {day}").format(day=day))
            self._make_room()
            return
        month = long_date(newest[:7])
        self._dates.setText(self.tr("Archive of {month} · today is {day}").format(month=month, day=day))
        self._dates.setToolTip(self.tr("The newest document is of {day}").format(day=long_date(newest)))
        self._make_room()

    def say(self, text: str, *, deed: str = "", do: Callable[[], None] | None = None, seconds: float = 0) -> None:
        """Say something for 6 s, with a word at its end that does something; an empty text ends what is said now.

        Wherever damage of the index was met, it is said with the same words, and stays longer with the way to mend it.
        """
        from archiveviewer.records import DamagedIndexError  # a part of the start that nobody waits for

        if not text:
            self.say_nothing()
            return
        if DamagedIndexError.SENTENCE in text:
            deed, do, seconds = self.tr("Make the index anew"), self.renewal_wanted.emit, _DAMAGE_SECONDS
        self._said.setText(text)
        self._said.setToolTip(text)
        self._deed_button.setText(deed)
        self._deed_button.setVisible(bool(deed))
        self._deed = do
        self._stack.setCurrentIndex(1)
        self._timer.start(round(seconds * 1000) or _MESSAGE)

    def say_nothing(self) -> None:
        """End what is said now."""
        self._timer.stop()
        self._stack.setCurrentIndex(0)

    @property
    def message(self) -> str:
        """What is said now; empty when nothing is."""
        return self._said.text() if self._stack.currentIndex() == 1 else ""

    @property
    def said_width(self) -> int:
        """How much of the footer the message takes, in pixels."""
        return self._said.width()

    @property
    def summary(self) -> str:
        """What it says of the files."""
        return f"{self._strong.text()}{self._rest.text()}".strip()

    @property
    def dates(self) -> str:
        """What it says of the days."""
        return self._dates.text()

    def _on_deed(self) -> None:
        deed, self._deed = self._deed, None
        self.say_nothing()
        if deed is not None:
            deed()
