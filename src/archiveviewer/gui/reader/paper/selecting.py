"""Pages whose text can be selected: by dragging over it, by double and triple clicks, and by keys; dragging beside it moves the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from archiveviewer.gui.reader.paper.lettering import Lettering
from archiveviewer.gui.reader.paper.selection import Selection, Spot
from archiveviewer.gui.reader.paper.steered_area import SteeredArea
from archiveviewer.gui.theme import Theme

_SCROLL_MS = 30
_SCROLL_PART = 4
_STEADY = 4
_KEYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class SelectingArea(SteeredArea):
    """Adds a selection to the area of pages."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.selection = Selection(self)
        self.selection.changed.connect(self.viewport().update)
        self.selection.wanted.connect(self._ask_letters)
        self._pressed: QPoint | None = None
        self._selects = False
        self._panned: QPoint | None = None
        self._then: Callable[[], None] | None = None
        self._thrice = QTimer(self, singleShot=True)
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll_on)
        self._pointer = QPoint()

    def _ask_letters(self, page: int) -> None:
        """Ask for the letters of a page."""
        raise NotImplementedError

    def _on_letters(self) -> None:
        """Do what waited for letters, now that some have come."""
        then, self._then = self._then, None
        if then:
            then()

    def select_all(self) -> None:
        """Select the text of the page that is read."""
        self._with_letters(self._page, lambda letters: self.selection.select(letters.page, (0, max(len(letters.text) - 1, 0))))

    # -- where things are ---------------------------------------------------------------------------------------

    def _spot_at(self, at: QPointF) -> Spot | None:
        """Return the place in the text nearest to a point of the viewport; None while the letters are not there."""
        if not len(self._sheets):
            return None
        point = self._sheets.point(at.x() - self._origin().x(), at.y() - self._origin().y())
        letters = self.selection.letters(point.page)
        return Spot(point.page, letters.offset_at(point.x, point.y)) if letters else None

    def _is_over_text(self, at: QPointF) -> bool:
        if not len(self._sheets):
            return False
        point = self._sheets.point(at.x() - self._origin().x(), at.y() - self._origin().y())
        letters = self.selection.letters(point.page)
        return letters is not None and letters.is_text(point.x, point.y)

    def cursor_at(self, at: QPoint | QPointF) -> Qt.CursorShape:
        """Return the cursor over a place: a hand over links inside the document, a beam over text, an open hand where one may drag."""
        over = super().cursor_at(at)
        if over is not Qt.CursorShape.ArrowCursor or self._link_at(QPointF(at)):
            return over
        if self._is_over_text(QPointF(at)):
            return Qt.CursorShape.IBeamCursor
        can_move = self.verticalScrollBar().maximum() > 0 or self.horizontalScrollBar().maximum() > 0
        return Qt.CursorShape.OpenHandCursor if can_move else Qt.CursorShape.ArrowCursor

    # -- mouse --------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Begin to select on text, or to move the page beside it; what glides is held."""
        self._hand.rest()
        at = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._begin_panning(at.toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = at.toPoint()
        spot = self._spot_at(at)
        if spot and self._thrice.isActive():
            self._select_line(spot)
        elif spot and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selection.extend(spot)
            self._selects = True
        elif spot and self._is_over_text(at):
            self.selection.begin(spot)
            self._selects = True
        else:
            self.selection.clear()
            self._begin_panning(at.toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Select a word; a third click soon after selects its line."""
        spot = self._spot_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        letters = self.selection.letters(spot.page) if spot else None
        if spot and letters:
            self.selection.select(spot.page, letters.word_at(spot.offset))
            self._thrice.start(QGuiApplication.styleHints().mouseDoubleClickInterval())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """Select more, move the page, or show what could be done here."""
        self._pointer = event.position().toPoint()
        if self._panned is not None:
            moved, self._panned = self._pointer - self._panned, self._pointer
            self._hand.pan(moved)
        elif self._selects:
            self._extend_to(self._pointer)
            inside = self.viewport().rect().contains(self._pointer)
            self._scrolling.stop() if inside else self._scrolling.start()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it
        """End what the mouse did; a click on a link follows it."""
        pressed, self._pressed = self._pressed, None
        if self._panned is not None:
            self._hand.let_go()
        self._selects, self._panned = False, None
        self._scrolling.stop()
        self.viewport().setCursor(self.cursor_at(event.position()))
        if pressed is not None and (event.position().toPoint() - pressed).manhattanLength() < _STEADY:
            super().mouseReleaseEvent(event)

    def _begin_panning(self, at: QPoint) -> None:
        self._panned = at
        self._hand.take()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _extend_to(self, at: QPoint) -> None:
        spot = self._spot_at(at.toPointF())
        if spot:
            self.selection.extend(spot)

    def _scroll_on(self) -> None:
        """Scroll while the mouse selects beyond the edge."""
        rect, at = self.viewport().rect(), self._pointer
        down = min(at.y() - rect.top(), 0) + max(at.y() - rect.bottom(), 0)
        across = min(at.x() - rect.left(), 0) + max(at.x() - rect.right(), 0)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down // _SCROLL_PART)
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + across // _SCROLL_PART)
        self._extend_to(at)

    def _select_line(self, spot: Spot) -> None:
        letters = self.selection.letters(spot.page)
        if letters:
            self.selection.select(spot.page, letters.line_at(spot.offset))

    # -- keys ---------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Select with Shift and the arrow keys; Esc lets go of the selection first."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape and not self.selection.is_empty:
            self.selection.clear()
        elif shift and event.key() in _KEYS and len(self._sheets):
            end = self.selection.end
            key, far = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._with_letters(end.page if end else self._page, lambda letters: self._extend_by(letters, key, far=far))
        else:
            super().keyPressEvent(event)

    def _with_letters(self, page: int, do: Callable[[Lettering], None]) -> None:
        """Do something with the letters of a page, as soon as they are there."""
        letters = self.selection.letters(page)
        if letters:
            do(letters)
        else:
            self._then = lambda: self._with_letters(page, do) if page in range(1, len(self._sheets) + 1) else None

    def _extend_by(self, letters: Lettering, key: Qt.Key, *, far: bool) -> None:
        end = self.selection.end
        if end is None:
            end = Spot(letters.page, self._first_seen(letters))
            self.selection.begin(end)
        spot = Spot(end.page, self._moved(letters, end.offset, key, far=far))
        if spot == end and key in (Qt.Key.Key_Right, Qt.Key.Key_Down) and end.page < len(self._sheets):
            spot = Spot(end.page + 1, 0)
        elif spot == end and key in (Qt.Key.Key_Left, Qt.Key.Key_Up) and end.page > 1:
            self._with_letters(end.page - 1, lambda before: self._reach(Spot(before.page, len(before.text))))
            return
        self._reach(spot)

    def _moved(self, letters: Lettering, offset: int, key: Qt.Key, *, far: bool) -> int:
        start, end = letters.line_at(offset)
        match key:
            case Qt.Key.Key_Right:
                return letters.next_word(offset) if far else min(offset + 1, len(letters.text))
            case Qt.Key.Key_Left:
                return letters.word_before(offset) if far else max(offset - 1, 0)
            case Qt.Key.Key_Down:
                return letters.beside(offset, 1)
            case Qt.Key.Key_Up:
                return letters.beside(offset, -1)
            case Qt.Key.Key_Home:
                return 0 if far else start
            case _:
                return len(letters.text) if far else end

    def _first_seen(self, letters: Lettering) -> int:
        """Return where a selection by keys begins: with the first letter in view."""
        x, y = self._sheets.point(-self._origin().x(), -self._origin().y()).x, 0.0
        top = self._sheets.point(0, -self._origin().y())
        y = top.y if top.page == letters.page else 0.0
        return letters.line_at(letters.offset_at(x, y + 1))[0]

    def _reach(self, spot: Spot) -> None:
        """Select up to a place, and bring it into view."""
        self.selection.extend(spot)

        def reveal(letters: Lettering) -> None:
            if letters.text:
                box = self.rect_of(spot.page, letters.box(min(spot.offset, len(letters.text) - 1)))
                for bar, low, high, room in (
                    (self.verticalScrollBar(), box.top(), box.bottom(), self.viewport().height()),
                    (self.horizontalScrollBar(), box.left(), box.right(), self.viewport().width()),
                ):
                    bar.setValue(round(bar.value() + min(low - _STEADY, 0) + max(high + _STEADY - room, 0)))

        self._with_letters(spot.page, reveal)
