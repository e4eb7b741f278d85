"""The second row of the reader: which view, which page, which hit, how large, and what else can be done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QSizePolicy, QTabBar, QToolButton, QWidget

from archiveviewer.gui.reader.bars.buttons import Divider, IconButton
from archiveviewer.gui.reader.bars.zoom_button import ZoomButton
from archiveviewer.gui.theme import Theme

HEIGHT = 36
_SIDES = 10
_SLACK = 40
_DIGIT = re.compile(r"\d")


class Tab(StrEnum):
    """The views of a document."""

    PAGE = "page"
    TEXT = "text"
    OUTLINE = "outline"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Actions:
    """What the row's buttons do; each has its key."""

    previous_page: QAction
    next_page: QAction
    previous_hit: QAction
    next_hit: QAction
    quote: QAction


class PageField(QLineEdit):
    """Says the page and takes another one: a label, or a number. `typed` comes with the text; Esc takes it back."""

    typed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(self.tr("Page"))
        self.returnPressed.connect(lambda: self.typed.emit(self.text()))
        theme.changed.connect(lambda: self._fit(theme))
        self._fit(theme)

    def say(self, label: str) -> None:
        """Show a page, unless another is being typed."""
        self._said = label
        if not (self.hasFocus() and self.isModified()):
            self.setText(label)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Take back what was typed with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setText(self._said)
            self.setModified(False)
            return
        super().keyPressEvent(event)

    def _fit(self, theme: Theme) -> None:
        self.setFont(theme.font("body"))
        self.setFixedSize(QFontMetrics(theme.font("body")).horizontalAdvance("0000") + 18, theme.space(26))


class KeyHint(QWidget):
    """Says a key beside what it does."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._key = theme, key
        self._fit()
        theme.changed.connect(self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt calls it
        """Paint the key as a small box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("edge"))
        painter.setBrush(self._theme.color("pane"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(self._theme.color("quiet"))
        painter.setFont(self._theme.font("chip"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()

    def _fit(self) -> None:
        metrics = QFontMetrics(self._theme.font("chip"))
        self.setFixedSize(metrics.horizontalAdvance(self._key) + 9, metrics.height() + 3)


class ToolRow(QWidget):
    """The tools. `tab_chosen` comes with a Tab, `page_typed` with what stands in the field, `zoom_chosen` with a Zoom."""

    tab_chosen = Signal(object)
    page_typed = Signal(str)
    zoom_chosen = Signal(object)

    def __init__(self, theme: Theme, actions: Actions, more: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offered: tuple[tuple[Tab, str], ...] = ()
        self._tabs = QTabBar(self)
        self._field = PageField(theme, self)
        self._of, self._section, self._hit = QLabel(self), QLabel(self), QLabel(self)
        self._hint = KeyHint(theme, "F3", self)
        self.zoom = ZoomButton(theme, self)
        self._more = QToolButton(self)
        self._row = QHBoxLayout(self)
        self._hit_parts: list[QWidget] = []
        self._page_parts: list[QWidget] = []
        self._has_hits = self._has_pages = False
        self._with_field = self._fits = True
        self._build(actions, more)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._field.typed.connect(self.page_typed)
        self.zoom.chosen.connect(self.zoom_chosen)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    # -- what is said -------------------------------------------------------------------------------------------

    def set_tabs(self, tabs: Sequence[tuple[Tab, str]], current: Tab) -> None:
        """Offer these views."""
        if tuple(tabs) != self._offered:
            self._offered = tuple(tabs)
            with QSignalBlocker(self._tabs):
                while self._tabs.count():
                    self._tabs.removeTab(0)
                for _, word in tabs:
                    self._tabs.addTab(word)
            self._fit_soon()
        self.set_tab(current)

    def set_tab(self, tab: Tab) -> None:
        """Show which view is seen."""
        shown = self._tabs_shown
        if tab in shown and self._tabs.currentIndex() != shown.index(tab):
            with QSignalBlocker(self._tabs):
                self._tabs.setCurrentIndex(shown.index(tab))
            self._fit_soon()

    @property
    def _tabs_shown(self) -> tuple[Tab, ...]:
        return tuple(tab for tab, _ in self._offered)

    def say_page(self, label: str, of: str) -> None:
        """Say which page is seen, in a field that takes another."""
        self._field.say(label)
        if not (self._has_pages and self._with_field and self._of.text() == of):
            self._of.setText(of)
            self._show_pages(field=True)

    def say_section(self, said: str) -> None:
        """Say which section is seen: sections have no labels to type."""
        self._section.setText(said)
        self._show_pages(field=False)

    def say_hit(self, said: str) -> None:
        """Say which hit is the current one; an empty text takes the tools for hits away."""
        if self._hit.text() == said and self._has_hits is bool(said):
            return
        self._hit.setText(said)
        needed = QFontMetrics(self._hit.font()).horizontalAdvance(_DIGIT.sub("0", said)) if said else 0
        if self._has_hits is not bool(said) or needed != self._hit.minimumWidth():
            self._hit.setMinimumWidth(needed)
            self._has_hits = bool(said)
            self._fit_soon()

    def clear(self) -> None:
        """Offer nothing, as nothing is shown."""
        self.set_tabs((), Tab.PAGE)
        self._has_pages = False
        self.say_hit("")

    def focus_page_field(self) -> None:
        """Let the user type a page."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    # -- inside -------------------------------------------------------------------------------------------------

    def _build(self, actions: Actions, more: QMenu) -> None:
        self._row.setContentsMargins(2, 0, _SIDES - 2, 0)
        self._row.setSpacing(2)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tabs.setAccessibleName(self.tr("Views of the document"))
        previous, following = (
            IconButton(self._theme, "chevron-left", actions.previous_page),
            IconButton(self._theme, "chevron-right", actions.next_page),
        )
        up, down = IconButton(self._theme, "chevron-up", actions.previous_hit), IconButton(self._theme, "chevron-down", actions.next_hit)
        self._page_parts = [previous, self._field, self._of, self._section, following, Divider(self._theme)]
        self._hit_parts = [up, self._hit, down, self._hint]
        self._zoom_line = Divider(self._theme)
        self._quote = IconButton(self._theme, "quote", actions.quote)
        self._set_up_more(more)
        self._row.addWidget(self._tabs)
        self._row.addStretch(1)
        for part in (*self._page_parts, *self._hit_parts, self._zoom_line, self.zoom, self._quote, self._more):
            self._row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _set_up_more(self, menu: QMenu) -> None:
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setAccessibleName(self.tr("More"))
        self._more.setToolTip(self.tr("More"))

    def _show_pages(self, *, field: bool) -> None:
        self._has_pages = True
        self._with_field = field
        self._fit_soon()

    def _fit_soon(self) -> None:
        """Fit all into the row before it is painted; once, as this takes half a millisecond and much is said in one go."""
        self._fits = False
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def event(self, event: QEvent) -> bool:
        """Fit when the row is laid out."""
        if event.type() == QEvent.Type.LayoutRequest and not self._fits:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Show what there is something to say about, and of that what there is room for.

        The key's hint goes first, then zoom, then the tab of the outline; the menu "more" has the last two as well, and all that large
        letters may crowd out after them.
        """
        self._fits = True
        pages, hits = self._has_pages, self._has_hits
        for part in self._page_parts:
            part.setVisible(pages)
        if pages:
            self._field.setVisible(self._with_field)
            self._of.setVisible(self._with_field)
            self._section.setVisible(not self._with_field)
            self._page_parts[-1].setVisible(hits)
        for part in self._hit_parts:
            part.setVisible(hits)
        for part in (self._zoom_line, self.zoom, self._quote, self._more):
            part.setVisible(pages)
        self._show_tabs(frozenset(self._tabs_shown))
        for give_up in self._in_order():
            if self._needed() <= self.width():
                return
            give_up()

    def _in_order(self) -> Iterator[Callable[[], None]]:
        """Yield how to make room, the least missed first."""
        yield self._hint.hide
        yield lambda: self._show_parts((self.zoom, self._zoom_line), shown=False)
        yield lambda: self._show_tabs(frozenset({Tab.PAGE, Tab.TEXT}))
        yield self._quote.hide
        yield self._of.hide
        yield lambda: self._show_tabs(frozenset())
        yield lambda: self._show_parts((self._page_parts[0], self._page_parts[-2]), shown=False)
        yield self._hit.hide

    def _needed(self) -> int:
        """Return how wide all that is shown would be."""
        parts = (self._tabs, *self._page_parts, *self._hit_parts, self._zoom_line, self.zoom, self._quote, self._more)
        shown = (part for part in parts if not part.isHidden())
        widths = [min(max(part.sizeHint().width(), part.minimumWidth()), part.maximumWidth()) for part in shown]
        slack = self._theme.space(_SLACK) - _SLACK  # a tab that is large and strong is wider than it says
        return sum(widths) + self._row.spacing() * (len(widths) + 1) + _SIDES + slack

    def _show_parts(self, parts: Sequence[QWidget], *, shown: bool) -> None:
        for part in parts:
            part.setVisible(shown)

    def _show_tabs(self, tabs: frozenset[Tab]) -> None:
        """Show these tabs, and in any case the current one."""
        for index, tab in enumerate(self._tabs_shown):
            self._tabs.setTabVisible(index, tab in tabs or self._tabs.currentIndex() == index)
        self._tabs.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Make the best of the room."""
        super().resizeEvent(event)
        self._fit()

    def _on_tab_changed(self, index: int) -> None:
        if 0 <= index < len(self._tabs_shown):
            self.tab_chosen.emit(self._tabs_shown[index])

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.space(HEIGHT))
        self._more.setIcon(self._theme.qicon("ellipsis"))
        self._more.setIconSize(QSize(self._theme.space(16), self._theme.space(16)))
        self._more.setFixedSize(self._theme.space(26), self._theme.space(26))
        for label in (self._of, self._section, self._hit):
            label.setFont(self._theme.font("body"))
        self._fit()
