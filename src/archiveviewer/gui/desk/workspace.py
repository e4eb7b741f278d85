"""The room between rail and edge: the place you are in at the left, the reader at the right, and a splitter between them.

Panes are made when they are first gone to, so that the window is there sooner. The splitter is remembered per place. In a narrow window
there is one pane at a time: opening goes to the reader, Esc comes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from archiveviewer.gui.desk.left_side import LeftSide
from archiveviewer.gui.state import WindowState
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.countries.pane import CountriesPane
    from archiveviewer.gui.deadlines.pane import DeadlinesPane
    from archiveviewer.gui.library.pane import LibraryPane
    from archiveviewer.gui.reader.bars.asking import QuestionBar
    from archiveviewer.gui.reader.pane import ReaderPane
    from archiveviewer.gui.search.pane import SearchPane

NARROW = 1200
"""Under this width of the window, at 100 per cent, there is one pane at a time."""
_LEFT_LEAST, _READER_LEAST = 400, 440
_SHARES = {"search": 536 / 1289, "countries": 676 / 1289, "deadlines": 806 / 1289, "library": 756 / 1289}
"""What of the width each place takes at first."""
_SEARCH_MOST = 640
Made = TypeVar("Made", bound=QWidget)


class _ReaderSide(QWidget):
    """The reader, and above it at times a question about what it shows; that is made when it is first needed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bar: QuestionBar | None = None
        self.stack = QStackedWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.stack, 1)

    def question(self) -> QuestionBar:
        """Return the bar of the question."""
        if self._bar is None:
            from archiveviewer.gui.reader.bars.asking import QuestionBar

            self._bar = QuestionBar(self._theme, self)
            self._column.insertWidget(0, self._bar)
        return self._bar

    def keep(self, document: int) -> None:
        """Ask no more about another document."""
        if self._bar is not None:
            self._bar.keep(document)


class Workspace(SideBySide):
    """Holds the panes of one archive.

    Signals: `made(name, pane)` when a pane is made, to be connected by the desk; `sides_changed()` when a side was hidden or brought.
    """

    made = Signal(str, object)
    sides_changed = Signal()

    def __init__(self, archive: Archive, theme: Theme, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive, self._theme, self._state = archive, theme, state
        self._panes: dict[str, QWidget] = {}
        self._reader: ReaderPane | None = None
        self._place = "search"
        self._front = "list"
        self._hidden: set[str] = set()
        self._left = LeftSide(self)
        self._left.setMinimumWidth(_LEFT_LEAST)
        self._right = _ReaderSide(theme, self)
        self.addWidget(self._left)
        self.addWidget(self._right)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._on_moved)

    # -- panes --------------------------------------------------------------------------------------------------

    @property
    def search(self) -> SearchPane:
        """The place Search."""
        from archiveviewer.gui.search.pane import SearchPane

        return self._pane("search", SearchPane)

    @property
    def countries(self) -> CountriesPane:
        """The place Countries."""
        from archiveviewer.gui.countries.pane import CountriesPane

        return self._pane("countries", CountriesPane)

    @property
    def deadlines(self) -> DeadlinesPane:
        """The place Deadlines."""
        from archiveviewer.gui.deadlines.pane import DeadlinesPane

        return self._pane("deadlines", DeadlinesPane)

    @property
    def library(self) -> LibraryPane:
        """The place Library."""
        from archiveviewer.gui.library.pane import LibraryPane

        return self._pane("library", LibraryPane)

    @property
    def reader(self) -> ReaderPane:
        """The reader at the right."""
        pane = self.made_reader()
        if "reader" not in self._panes:
            self._add("reader", pane, self._right.stack)
        return pane

    def made_reader(self) -> ReaderPane:
        """Return the reader, which may not be in its place yet."""
        while self.make_reader():
            pass
        assert self._reader is not None
        return self._reader

    def make_reader(self) -> bool:
        """Make some more of the reader, and tell whether there is more to be made: it takes too long for one turn."""
        if self._reader is None:
            from archiveviewer.gui.reader.pane import ReaderPane

            self._reader = ReaderPane(self._archive, self._theme, self._right, in_turns=True)  # who ends with the window, made or not
        return self._reader.make_more()

    @property
    def question(self) -> QuestionBar:
        """The question above the reader."""
        return self._right.question()

    def ask_no_more(self, *, but: int) -> None:
        """Take the question above the reader away, unless it is about the document `but`."""
        self._right.keep(but)

    def _pane(self, name: str, kind: type[Made]) -> Made:
        if name not in self._panes:
            self._add(name, kind(self._archive, self._theme), self._left)  # type: ignore[arg-type]  # panes take archive and theme
        pane = self._panes[name]
        assert isinstance(pane, kind)
        return pane

    def _add(self, name: str, pane: QWidget, stack: QStackedWidget) -> None:
        self._panes[name] = pane
        stack.addWidget(pane)
        self.made.emit(name, pane)
        if name != "reader":
            pane.refresh()  # type: ignore[attr-defined]  # every pane at the left has it

    def has(self, name: str) -> bool:
        """Whether a pane was made already."""
        return name in self._panes

    def refresh(self, *, but: str = "") -> None:
        """Let every pane at the left ask the archive again."""
        for name, pane in self._panes.items():
            if name not in ("reader", but):
                pane.refresh()  # type: ignore[attr-defined]  # every pane at the left has it

    def close_panes(self) -> None:
        """End all work; the archive is closed next."""
        for name, pane in self._panes.items():
            if name == "reader":
                self.reader.close_documents()
            else:
                pane.close_tasks()  # type: ignore[attr-defined]  # every pane at the left has it

    # -- places -------------------------------------------------------------------------------------------------

    @property
    def place(self) -> str:
        """The place you are in."""
        return self._place

    def go(self, place: str) -> QWidget:
        """Show a place, and return its pane."""
        pane = self._pane_of(place)
        self._place = place
        self._left.setCurrentWidget(pane)
        self._hidden.discard("list")
        self.bring("list")
        return pane

    def _pane_of(self, place: str) -> QWidget:
        match place:
            case "search":
                return self.search
            case "countries":
                return self.countries
            case "deadlines":
                return self.deadlines
            case _:
                return self.library

    @property
    def current(self) -> QWidget | None:
        """The pane at the left."""
        return self._left.currentWidget()

    # -- room ---------------------------------------------------------------------------------------------------

    @property
    def narrow(self) -> bool:
        """Whether there is room for one pane only."""
        return self.window().width() < NARROW * max(100, self._theme.percent) / 100

    @property
    def front(self) -> str:
        """The pane that a narrow window shows: list or reader."""
        return self._front

    def bring(self, which: str) -> None:
        """Bring list or reader to the front; in a wide window both stay, unless one was hidden."""
        self._front = which
        self._hidden.discard(which)
        self.arrange()
        self.sides_changed.emit()

    def hide_side(self, which: str, *, hidden: bool) -> None:
        """Hide list or reader (F9, F8), or show it again; one of the two always stays."""
        other = "reader" if which == "list" else "list"
        if hidden:
            self._hidden.add(which)
            self._hidden.discard(other)
            self._front = other
        else:
            self._hidden.discard(which)
            self._front = which
        self.arrange()
        self.sides_changed.emit()

    def is_hidden(self, which: str) -> bool:
        """Whether list or reader was hidden by a person."""
        return which in self._hidden

    def arrange(self) -> None:
        """Show one pane or two, each as wide as it was left in this place."""
        if self.narrow:
            self._left.setVisible(self._front == "list")
            self._right.setVisible(self._front == "reader")
            return
        self._left.setVisible("list" not in self._hidden)
        self._right.setVisible("reader" not in self._hidden)
        whole = self.width()
        least = max(_LEFT_LEAST, self._left.minimumSizeHint().width())
        left = max(least, min(round(whole * self._share()), whole - _READER_LEAST))
        self.setSizes([left, whole - left])

    def _share(self) -> float:
        usual = _SHARES[self._place]
        if self._place == "search" and self.width():
            usual = min(usual, self._theme.space(_SEARCH_MOST) / self.width())
        return self._state.number(f"splitter/{self._place}", usual)

    def _on_moved(self) -> None:
        if not self.narrow and self.width():
            self._state.set_number(f"splitter/{self._place}", self._left.width() / self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Give both panes their share of the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()
