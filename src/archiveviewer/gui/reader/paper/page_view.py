"""The pages of a document: which one is shown, how its pages lie, and which way up.

What is found on pages, how a place is gone to and how all is painted, the areas know that this is made of.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.document.lighting import Lighting
from archiveviewer.gui.reader.document.session import Session
from archiveviewer.gui.reader.paper.painted_area import PaintedArea
from archiveviewer.gui.reader.paper.pictures import Tiles
from archiveviewer.gui.theme import Theme
from archiveviewer.layout.aim import Aim, Sight
from archiveviewer.layout.looking import Room
from archiveviewer.layout.sheets import Sheets, Spread
from archiveviewer.records import OpenedDocument, PagePicture

_NO_MORE = QSize(0, 0)


class PageView(PaintedArea):
    """Shows the pages of a session. `turned` comes when all have been turned."""

    turned = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._document: OpenedDocument | None = None
        self._spread = Spread.ALL
        self._turned = 0

    # -- documents ----------------------------------------------------------------------------------------------

    def show_document(self, session: Session, document: OpenedDocument, lighting: Lighting) -> None:
        """Show another document, with these words lit; `show_page` says where. What has been drawn ahead is on the screen at once."""
        if session is self._session:
            return
        for bar in self._bars():  # one that is to be painted lets all that it stands on be painted before the page is seen
            bar.setUpdatesEnabled(False)
        left = self._forget()
        self._session, self._lighting, self._document = session, lighting, document
        ahead = session.ahead() if self.isVisible() else None
        if ahead and ahead[0].aim.is_like(self.aim()):
            self._show_first(*ahead)
        else:
            self._held.start()
            self._lay_out(document)
        for bar in self._bars():
            bar.setUpdatesEnabled(True)
        self._disconnect(left)
        session.pictured.connect(self._on_pictured)
        session.found.connect(self._on_found)
        session.framed.connect(self._on_framed)
        session.linked.connect(self._on_linked)
        session.lettered.connect(self._on_lettered)
        session.refused.connect(self._on_refused)

    def _show_first(self, sight: Sight, picture: PagePicture) -> None:
        self._held.stop()
        self._show_ahead(sight, picture)
        if self._is_sharp:
            self._shown_ahead = self._awaited
            self._telling.stop()
            self._on_sharp()

    def _lay_out(self, document: OpenedDocument) -> None:
        self._document = document
        self._sheets = Sheets(document.sizes, self._spread)
        self._sheets.set_view(self.viewport().width(), self.viewport().height())

    @property
    def document(self) -> OpenedDocument | None:
        """What is known of the document as it is shown, turned or not."""
        return self._document

    def clear(self) -> None:
        """Show nothing."""
        if self._session is None:
            return
        self._let_go()
        self._disconnect(self._forget())
        self._set_ranges()
        self.viewport().update()

    def _forget(self) -> Session | None:
        """Know nothing of the document any more, and return its session. Nothing is painted."""
        session, self._session, self._document = self._session, None, None
        self._sheets = Sheets(())
        self._left, self._tiles = self._tiles, Tiles()  # to give back so much memory takes a while, and the next page should not wait
        self._lighting = Lighting()
        self._target = self._now = self._view_tile = None
        self._page = self._asked_page = self._turned = self._shown_ahead = 0
        for known in (self._lit, self._faults, self._linked, self._asked):
            known.clear()
        self._bar.clear_marks()
        self.selection.forget()
        self._notes.set_notes(())
        return session

    def _disconnect(self, session: Session | None) -> None:
        if session is None:
            return
        session.pictured.disconnect(self._on_pictured)
        session.found.disconnect(self._on_found)
        session.framed.disconnect(self._on_framed)
        session.linked.disconnect(self._on_linked)
        session.lettered.disconnect(self._on_lettered)
        session.refused.disconnect(self._on_refused)

    # -- how pages lie ------------------------------------------------------------------------------------------

    def aim(self, more: QSize = _NO_MORE) -> Aim:
        """Return how this view stands, or will with so much `more` room, so that a page can be drawn before it is shown."""
        room = self._room()
        room = Room(room.width + more.width(), room.height + more.height(), room.ratio)
        return Aim(room, self.zoom, self._spread)

    @property
    def spread(self) -> Spread:
        """How pages lie."""
        return self._spread

    def set_spread(self, spread: Spread) -> None:
        """Let pages lie under one another, alone, or two and two."""
        if spread is self._spread:
            return
        self._spread = spread
        before, page = self._sheets, self._page
        self._sheets = Sheets(before.sizes, spread)
        self._sheets.take_printed(before)
        self._sheets.set_view(self.viewport().width(), self.viewport().height())
        if page:
            self._fit(page, steady=False)
            self._go(page, None)
            self._on_laid_out()
            self._note_page()

    def turn_by(self, degrees: int) -> None:
        """Turn all pages, clockwise; the file is not changed."""
        if self._session:
            self._turned = (self._turned + degrees) % 360
            self._session.opened.connect(self._on_turned)
            self._session.turn(self._turned)

    def _on_turned(self, document: OpenedDocument) -> None:
        """Lay all out anew, as nothing is where it was."""
        if self._session is None:
            return
        self._session.opened.disconnect(self._on_turned)
        page = max(self._page, 1)
        self._tiles.clear()
        for known in (self._lit, self._faults, self._linked, self._asked):
            known.clear()
        self._now = self._view_tile = None
        self.selection.forget()
        self._notes.forget_boxes()
        self._bar.clear_marks()
        self._lay_out(document)
        self.turned.emit()
        self.show_page(page)
