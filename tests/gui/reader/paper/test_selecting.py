"""Selecting and copying from real pages: by dragging, by clicks, by keys; two columns, a table, a broken word, Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import papers
from archiveviewer import assets
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.reader.paper.page_view import PageView
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Box, Document, PageText, Place
from reading_room import Library

WAIT = 15_000
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
COLUMNS = """
page = document.new_page(width=500, height=500)
left = "Clearance began in the north. The dead-\\nline moved twice, and\\nwork goes on."
right = "A second team\\nworks in the south."
page.insert_textbox((40, 60, 240, 300), left, fontsize=11)
page.insert_textbox((270, 60, 460, 300), right, fontsize=11)
for row, cells in enumerate((("Year", "Mines"), ("2018", "1,204"), ("2019", "203,671"))):
    for column, cell in enumerate(cells):
        page.insert_text((60 + 120 * column, 340 + 16 * row), cell, fontsize=11)
page = document.new_page(width=500, height=500)
page.insert_text((40, 80), "The second page.", fontsize=11)
"""


@pytest.fixture
def view(qtbot: QtBot, library: Library, theme: Theme, tmp_path: Path) -> Iterator[PageView]:
    paper = library.add(papers.make(tmp_path / "columns.pdf", COLUMNS), (PageText(1, "1", "one"), PageText(2, "2", "two")))
    yield from opened(qtbot, library, theme, paper)


def opened(qtbot: QtBot, library: Library, theme: Theme, document: Document) -> Iterator[PageView]:
    reader = ReaderPane(library, theme)
    reader.resize(753, 800)
    qtbot.addWidget(reader)
    reader.show()
    qtbot.waitExposed(reader)
    with qtbot.waitSignal(reader.sharp, timeout=WAIT):
        reader.show_place(Place(document.id))
    view = reader.findChild(PageView)
    assert isinstance(view, PageView)
    view.setFocus()
    QTest.mouseMove(view.viewport(), QPoint(200, 100))
    qtbot.waitUntil(lambda: view.selection.letters(1) is not None, timeout=WAIT)
    yield view
    reader.close_documents()


def box_of(view: PageView, words: str, page: int = 1) -> Box:
    """Return the box of the first line of some words."""
    letters = view.selection.letters(page)
    assert letters
    start = letters.text.index(words)
    return letters.boxes_of((start, start + len(words)))[0]


def point(view: PageView, words: str, *, end: bool = False, page: int = 1) -> QPoint:
    """Return a point just inside the first or the last letter of some words."""
    rect = view.rect_of(page, box_of(view, words, page))
    return QPoint(round(rect.right() - 1 if end else rect.left() + 1), round(rect.center().y()))


def drag(view: PageView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def copied(view: PageView) -> str:
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    return QGuiApplication.clipboard().text()


def test_a_column_is_copied_without_the_other_and_without_broken_words(view: PageView) -> None:
    drag(view, point(view, "Clearance"), point(view, "work goes on.", end=True))
    assert copied(view) == "Clearance began in the north. The deadline moved twice, and work goes on."


def test_a_table_is_copied_with_its_cells_apart(view: PageView) -> None:
    drag(view, point(view, "Year"), point(view, "203,671", end=True))
    assert copied(view) == "Year\tMines\n2018\t1,204\n2019\t203,671"


def test_two_clicks_select_a_word_and_three_a_line(view: PageView) -> None:
    at = point(view, "second team")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert copied(view) == "second"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert copied(view) == "A second team"


def test_keys_select_from_where_the_mouse_was(view: PageView) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, "moved twice"))
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert copied(view) == "moved"
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert copied(view) == "move"
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert copied(view) == "moved"
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT)
    assert copied(view) == "moved twice, and"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection.is_empty


def test_keys_alone_select_from_the_top_of_what_is_seen(view: PageView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert copied(view) == "Clearance"


def test_a_selection_goes_on_over_pages(qtbot: QtBot, view: PageView) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point(view, "203,671"))
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT | CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    qtbot.waitUntil(lambda: view.selection.letters(2) is not None, timeout=WAIT)
    QTest.keyClick(view, Qt.Key.Key_End, SHIFT)
    assert copied(view) == "203,671\nThe second page."


def test_all_of_a_page_can_be_selected(view: PageView) -> None:
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert copied(view).startswith("Clearance began")
    assert copied(view).endswith("2019\t203,671")


def test_what_is_selected_is_seen_and_goes_into_the_quote(qtbot: QtBot, view: PageView) -> None:
    drag(view, point(view, "A second"), point(view, "second team", end=True))
    box = view.rect_of(1, box_of(view, "A second team"))
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()
    ground = picture.pixelColor(round((box.center().x()) * ratio), round((box.top() + 1) * ratio))
    assert ground.blue() > ground.red()
    reader = view.window()
    assert isinstance(reader, ReaderPane)
    with qtbot.waitSignal(reader.said, timeout=WAIT):
        reader.commands.quote.trigger()
    assert QGuiApplication.clipboard().text().startswith("“A second team”\nSecond extension request, Cambodia")


def test_dragging_beside_the_text_moves_the_page(view: PageView) -> None:
    before = view.verticalScrollBar().value()
    drag(view, QPoint(300, 700), QPoint(300, 500))
    assert view.verticalScrollBar().value() == before + 200
    assert view.selection.is_empty


def test_the_cursor_says_what_a_drag_would_do(view: PageView) -> None:
    assert view.cursor_at(point(view, "Clearance")) is Qt.CursorShape.IBeamCursor
    assert view.cursor_at(QPoint(5, 700)) is Qt.CursorShape.OpenHandCursor


def test_arabic_is_copied_in_the_order_in_which_it_is_read(qtbot: QtBot, library: Library, theme: Theme) -> None:
    path = next(assets.data("sample").rglob("Decision (Arabic).pdf"))
    document = library.add(path, (PageText(1, "1", "text"),), language="ar")
    for view in opened(qtbot, library, theme, document):
        letters = view.selection.letters(1)
        assert letters
        start, end = letters.line_at(letters.text.index("الألغام"))
        boxes = [letters.box(at) for at in range(start, end) if not letters.text[at].isspace()]
        assert boxes[0][0] > boxes[-1][0], "the line runs from the right"
        middle = (boxes[0][1] + boxes[0][3]) / 2
        right, left = view.rect_of(1, boxes[0]), view.rect_of(1, boxes[-1])
        drag(view, QPoint(round(right.right() - 1), round(right.center().y())), QPoint(round(left.left() + 1), round(left.center().y())))
        assert copied(view) == letters.text[start:end].strip()
        assert letters.offset_at(boxes[0][2] - 0.5, middle) == start
