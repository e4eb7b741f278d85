"""The other deadlines of a country, folded under its clearance: stockpiles and reports, drawn by the same code.

Folded, one line says how many there are and how they stand; each drawing is made when it is first unfolded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from archiveviewer.gui.chain.mini import MiniChain
from archiveviewer.gui.chain.paint import state_token
from archiveviewer.gui.chain.words import article_words, chain_sentence, standing_words, state_word
from archiveviewer.gui.countries.head import FoldHead
from archiveviewer.gui.language import locale
from archiveviewer.gui.widgets.boxes import beside, stacked
from archiveviewer.gui.widgets.ground import Ground, directed
from archiveviewer.gui.widgets.rows import SIDE, Pen, visual
from archiveviewer.records import Chain, State

if TYPE_CHECKING:
    from archiveviewer.gui.theme import Theme

translate = QCoreApplication.translate
_ORDER = (State.PASSED, State.RUNNING, State.EXTENDED, State.UNKNOWN, State.MET_LATE, State.MET, State.WITHDRAWN)
"""What wants looking at stands first."""


def summary(chains: Sequence[Chain]) -> str:
    """Return how chains stand in a few words: "1 passed, 3 met"."""
    counts = Counter(chain.state for chain in chains)
    said = translate("chains", "{count} {state}")
    return ", ".join(said.format(count=locale().toString(counts[state]), state=state_word(state)) for state in _ORDER if counts[state])


class ChainHead(QWidget):
    """Over one chain: its article, its state, and the date that it comes down to."""

    def __init__(self, theme: Theme, chain: Chain, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._chain = theme, chain
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(chain_sentence(chain, f"{name}, {article_words(chain.treaty, chain.article)}"))
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt calls it
        """Return the height of one line."""
        return QSize(200, self._theme.height("title") + 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint icon, article, state and date."""
        painter, chain, theme = QPainter(self), self._chain, self._theme
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        whole = self.rect().adjusted(SIDE, 0, -SIDE, 0)
        pen, left = Pen(painter, theme, rtl), 0
        icon = theme.state_icon(chain.state)
        left = round(icon.deviceIndependentSize().width()) + 6
        pen.icon(visual(QRect(whole.left(), 0, left, self.height()), self.rect(), rtl=rtl), icon)
        parts = (
            (article_words(chain.treaty, chain.article), "title", "text"),
            (state_word(chain.state), "body", state_token(chain.state)),
            (standing_words(chain), "caption", "quiet"),
        )
        for text, role, token in parts:
            room = QRect(whole.left() + left, 0, max(whole.width() - left, 0), self.height())
            left += pen.write(visual(room, self.rect(), rtl=rtl), directed(self, text), role=role, token=token) + 10


class OtherChains(QWidget):
    """All chains but that of clearance.

    Signals: `step_chosen(step)` when a step becomes the current one, `step_opened(step)` when it is to be opened.
    """

    step_chosen = Signal(object)
    step_opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chains: tuple[Chain, ...] = ()
        self._name, self._now = "", True
        self._open = False
        self._minis: list[MiniChain] = []
        self._line = Ground(theme, "window", line="line", parent=self)
        self.fold = FoldHead(theme, self.tr("Other deadlines"), self._line)
        beside(self.fold, ..., within=self._line, margins=(SIDE - 4, 0, SIDE, 1), spacing=None)
        self._body = QWidget(self)
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 4, 0, 6)
        self._rows.setSpacing(2)
        stacked(self._line, self._body, within=self)
        self.fold.clicked.connect(self._on_fold_pressed)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self._line.setFixedHeight(self._theme.space(28))

    def show_chains(self, chains: Sequence[Chain], name: str, *, now: bool = True) -> None:
        """Show the chains of the country called `name`, `now` or as seen on another day; they stay folded or unfolded as they were."""
        self._chains, self._name, self._now = tuple(chains), name, now
        self.setVisible(bool(chains))
        self._fill()

    def drawings(self) -> list[MiniChain]:
        """Return the drawings that are unfolded, from the top."""
        return list(self._minis)

    def _on_fold_pressed(self) -> None:
        self._open = not self._open
        self._fill()

    def _fill(self) -> None:
        """Make heads and drawings anew, none while folded."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._minis = []
        for chain in self._chains if self._open else ():
            self._add(chain)
        self._body.setVisible(self._open)
        self.fold.say(summary(self._chains), unfolded=self._open)

    def _add(self, chain: Chain) -> None:
        self._rows.addWidget(ChainHead(self._theme, chain, self._name, self._body))
        mini = MiniChain(self._theme, self._body)
        mini.show_chain(chain, f"{self._name}, {article_words(chain.treaty, chain.article)}", now=self._now)
        mini.step_chosen.connect(self._on_step_chosen)
        mini.step_opened.connect(self.step_opened)
        self._rows.addWidget(mini)
        QWidget.setTabOrder(self._minis[-1] if self._minis else self.fold, mini)
        self._minis.append(mini)
        mini.setVisible(bool(mini.marks))

    def forget_current(self, *, but: object = None) -> None:
        """Make no step the current one, but that of one drawing."""
        for mini in self._minis:
            if mini is not but:
                mini.forget_current()

    def _on_step_chosen(self, step: object) -> None:
        self.forget_current(but=self.sender())
        self.step_chosen.emit(step)
