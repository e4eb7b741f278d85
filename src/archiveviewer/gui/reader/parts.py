"""What the reader is made of: title, tools, banner, views and what stands beside them, laid out but not yet at work."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from archiveviewer.gui.reader.bars.banner import Banner
from archiveviewer.gui.reader.bars.commands import Commands
from archiveviewer.gui.reader.bars.title_row import TitleRow
from archiveviewer.gui.reader.bars.tool_row import ToolRow
from archiveviewer.gui.reader.cautions import Cautions
from archiveviewer.gui.reader.document.attempt import Ready
from archiveviewer.gui.reader.document.opening import Opening
from archiveviewer.gui.reader.document.passages import Archive
from archiveviewer.gui.reader.document.quoting import Quoted, Quoting
from archiveviewer.gui.reader.excerpts import Excerpts
from archiveviewer.gui.reader.hits.finding import Finding
from archiveviewer.gui.reader.hits.walk import Walk
from archiveviewer.gui.reader.notes.annotating import Annotating
from archiveviewer.gui.reader.outside import Outside
from archiveviewer.gui.reader.pairing import Pairing
from archiveviewer.gui.reader.side.outlining import Outlining
from archiveviewer.gui.reader.side.side import SideSplit
from archiveviewer.gui.reader.side.thumbs import ThumbView
from archiveviewer.gui.reader.text.footnotes import Footnotes
from archiveviewer.gui.reader.views import Views
from archiveviewer.gui.tasks import Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Document, Place

_MADE = object()


class ReaderParts(QWidget):
    """Holds the parts of the reader, and what is shown in them: `_ready`, at a `_place`.

    `said` comes with a sentence for the footer, or an empty one when that is over; `jumped` with a Place inside the document before it is
    gone to.
    """

    said = Signal(str)
    jumped = Signal(object)

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._archive, self._theme = archive, theme
        self._tasks = Tasks(self)
        self._ready: Ready | None = None
        self._place: Place | None = None
        self._turns = self._make()

    # -- made -------------------------------------------------------------------------------------------------

    def make_more(self) -> bool:
        """Make some more of the parts, and tell whether others are still to be made: all in one turn would hold up the window."""
        return next(self._turns, _MADE) is not _MADE

    def finish(self) -> None:
        """Make what is still to be made."""
        while self.make_more():
            pass

    def _make(self) -> Iterator[None]:
        """Make the parts; a turn ends at each yield."""
        self._opening = Opening(self._archive, self._tasks, self)
        self._walk = Walk(self._archive, self._tasks, self)
        self._finding = Finding(self._theme, self)
        self._annotating = Annotating(self._archive, self._tasks, self._theme, self)
        yield
        self._commands = Commands(self)
        self._title = TitleRow(self._theme, self)
        yield
        self._tools = ToolRow(self._theme, self._commands.shown(), self._commands.menu, self)
        self._commands.add_zoom_menu(self._tools.zoom.menu())
        self._banner = Banner(self._theme, self)
        yield
        self._views = Views(self._theme, self._annotating.view, self)
        yield
        self._build_helpers()
        self._build_sides()
        self._lay_out()
        yield

    # -- what is shown ----------------------------------------------------------------------------------------

    @property
    def page(self) -> int:
        """The page or section that is seen, 0 when there is none."""
        return self._views.page

    @property
    def document(self) -> Document | None:
        """The document that is shown."""
        return self._ready.document if self._ready else None

    @property
    def commands(self) -> Commands:
        """The actions of the reader, with their keys."""
        return self._commands

    def _label(self, page: int) -> str:
        labels = self._labels()
        return labels[page - 1] if 1 <= page <= len(labels) else str(page)

    def _labels(self) -> tuple[str, ...]:
        if self._ready and self._ready.pages:
            return self._ready.pages.labels
        return tuple(str(number) for number in range(1, (self._ready.document.pages if self._ready else 0) + 1))

    # -- what is read -----------------------------------------------------------------------------------------

    def _quoted(self, selected: str) -> Quoted | None:
        """Return what would be quoted."""
        raise NotImplementedError

    # -- building ---------------------------------------------------------------------------------------------

    def _build_helpers(self) -> None:
        self._outlining = Outlining(self._views.outline, self)
        self._cautions = Cautions(self._archive, self._tasks, self._banner, self._views, self._outlining)
        self.outside = Outside(self._views, self)
        quoting = Quoting(self._archive, self._tasks, self)
        self._excerpts = Excerpts(self._views, self._annotating, quoting, label=self._label, quoted=self._quoted, parent=self)
        self._footnotes = Footnotes(
            self._views.text, self._archive, self._tasks, theme=self._theme, shown=lambda: self.document, parent=self
        )

    def _build_sides(self) -> None:
        self._side = SideSplit(self._views, self._theme, self)
        self._thumbs = ThumbView(self._theme, self)
        self._side.add("found", self._finding.list)
        self._side.add("thumbs", self._thumbs)
        self._pair = Pairing(self._archive, self._tasks, self._theme, self._side, self._views)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._title, self._tools, self._finding.bar, self._banner):
            column.addWidget(part)
        column.addWidget(self._side, 1)
        self.setMinimumWidth(440)
