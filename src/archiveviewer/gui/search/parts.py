"""The row of chips under the search field: how each part of the question was understood; a click takes a part out again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from archiveviewer.gui.search.question import Question
from archiveviewer.gui.search.words import chip_words, reading_words
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.drop_button import DropButton
from archiveviewer.gui.widgets.ground import Words
from archiveviewer.gui.widgets.rows import tip
from archiveviewer.records import Also, Part, SearchAnswer
from archiveviewer.text.escaping import isolate

_PLAIN = re.compile(r'[^\s:()*"~-][^\s:()*"~]*|"[^"]*"')
translate = QCoreApplication.translate
_NAMED = 2
_SIDE, _TOP, _GAP, _HEIGHT, _LINES = 12, 5, 5, 24, 2
_MOST = 230


@dataclass(frozen=True, slots=True)
class Understood:
    """A part of the question: what its chip says, how it was read, and the question without it."""

    label: str
    words: str
    rest: Question


def understood(answer: SearchAnswer, question: Question) -> tuple[Understood, ...]:
    """Return the parts of what was typed, and what was added; filters have buttons of their own. Nothing when it is one plain word."""
    typed = answer.parts[len(question.filters) :]
    if len(typed) == 1 and _PLAIN.fullmatch(typed[0].text) and not answer.also:
        return ()
    added = tuple(_added(one, question) for one in answer.also)
    return _typed(typed, question) + added


def _added(also: Also, question: Question) -> Understood:
    """Return words that were added as they mean the same; without them their groups are left out."""
    some = ", ".join(map(isolate, also.terms[:_NAMED]))
    label = translate("search", "{words}, also: {terms}…") if len(also.terms) > _NAMED else translate("search", "{words}, also: {terms}")
    terms = ", ".join(map(isolate, also.terms))
    words = translate("search", "“{words}” is also looked for as: {terms}").format(words=isolate(also.words), terms=terms)
    rest = replace(question, also_not=tuple(dict.fromkeys((*question.also_not, *also.groups))))
    return Understood(label.format(words=isolate(also.words), terms=some), words, rest)


def _typed(typed: Sequence[Part], question: Question) -> tuple[Understood, ...]:
    return tuple(Understood(_label(part), reading_words(part.reading), question.read_back(part.rest)) for part in typed)


def _label(part: Part) -> str:
    """Return plain words and phrases as they were typed, and of all else how it reads."""
    return part.text if _PLAIN.fullmatch(part.text) else chip_words(part.reading)


class PartsRow(QWidget):
    """Chips in at most two lines; what finds no room there is counted.

    Signals: `asked(Question)` when a part is taken out, `left()` when it was the last one of the row that had the keys.
    """

    asked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[Understood, ...] = ()
        self._chips: list[DropButton] = []
        self._before: QWidget | None = None
        self._more = Words(theme, role="caption", token="quiet", parent=self)
        self.setAccessibleName(self.tr("How the question is read"))
        theme.changed.connect(self._arrange)
        self.hide()

    def show_parts(self, parts: Sequence[Understood]) -> None:
        """Show other parts; without any the row takes no room."""
        if tuple(parts) == self._parts:
            return
        had_keys = any(chip.hasFocus() for chip in self._chips)
        self._parts = tuple(parts)
        while len(self._chips) < len(parts):
            self._chips.append(self._chip(len(self._chips)))
            self._join_tab(self._chips[-1])
        for chip, part in zip(self._chips, parts, strict=False):
            chip.set_words(part.label, end="x")
            chip.setToolTip(tip(self.tr("{how}\nClick takes it out").format(how=part.words)))
            chip.setAccessibleName(self.tr("{how}, take it out").format(how=part.words))
        self.setVisible(bool(parts))
        self._arrange()
        if had_keys and not parts:
            self.left.emit()

    def tab_after(self, widget: QWidget) -> None:
        """Let Tab come to the chips after another widget; they are made as they are needed."""
        self._before = widget
        for chip in self._chips:
            self._join_tab(chip)

    def _join_tab(self, chip: DropButton) -> None:
        at = self._chips.index(chip)
        before = self._chips[at - 1] if at else self._before
        if before is not None:
            QWidget.setTabOrder(before, chip)

    def chips(self) -> tuple[DropButton, ...]:
        """Return the chips that are in use."""
        return tuple(self._chips[: len(self._parts)])

    def labels(self) -> tuple[str, ...]:
        """Return what the chips say."""
        return tuple(part.label for part in self._parts)

    def take_out(self, at: int) -> None:
        """Ask the question without one of its parts."""
        if 0 <= at < len(self._parts):
            self.asked.emit(self._parts[at].rest)

    def _chip(self, at: int) -> DropButton:
        chip = DropButton(self._theme, role="caption", framed=True, height=_HEIGHT, parent=self)
        chip.set_most(_MOST)
        chip.clicked.connect(lambda: self.take_out(at))
        chip.installEventFilter(self)
        return chip

    def eventFilter(self, watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Let Backspace and Delete take out the chip that has the keys, and the arrows walk the chips."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self._chips:
            at = self._chips.index(watched)
            if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
                self.take_out(at)
                return True
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
            if step is not None:
                step = -step if self.isRightToLeft() else step
                self._chips[max(0, min(len(self._parts) - 1, at + step))].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Put the chips in their places."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        """Turn round with the direction of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def _arrange(self) -> None:
        """Fill two lines; hide the chips that find no room and say how many they are."""
        x, y, left_over = _SIDE, _TOP, 0
        height, end = self._theme.space(_HEIGHT), self.width() - _SIDE
        counting = self._theme.space(70)
        for chip in self._chips[len(self._parts) :]:
            chip.hide()
        for at, chip in enumerate(self.chips()):
            width = min(chip.sizeHint().width(), max(40, end - _SIDE))
            last_line = y >= _TOP + (_LINES - 1) * (height + _GAP)
            room = end - (counting if last_line and at < len(self._parts) - 1 else 0)
            if x > _SIDE and x + width > room and not last_line:
                x, y = _SIDE, y + height + _GAP
            fits = not left_over and (x == _SIDE or x + width <= room)
            chip.setVisible(fits)
            if fits:
                self._place(chip, QRect(x, y, width, height))
                x += width + _GAP
            else:
                left_over += 1
        self._more.setVisible(bool(left_over))
        self._more.setText(self.tr("%n more", "", left_over))
        self._place(self._more, QRect(x, y, counting, height))
        self.setFixedHeight(y + height + 3)

    def _place(self, widget: QWidget, place: QRect) -> None:
        widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
