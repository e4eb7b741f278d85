"""Ways to look at pages: turned, two by two, alone, on black paper, small in a list; and what is done with the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import papers
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.reader.paper.page_view import PageView
from archiveviewer.gui.reader.side.thumbs import ThumbView
from archiveviewer.layout.sheets import Spread
from archiveviewer.layout.zoom import Fit, Zoom
from archiveviewer.records import Light, PageText, Place
from reading_room import Library

WAIT = 15_000


@pytest.fixture
def reader(open_at: Callable[[Place], ReaderPane]) -> ReaderPane:
    return open_at(Place(1, 1, (Light("deadline"),)))


def pages(reader: ReaderPane) -> PageView:
    found = reader.findChild(PageView)
    assert isinstance(found, PageView)
    return found


def test_a_turned_page_is_as_wide_as_it_was_high_and_its_words_are_lit(qtbot: QtBot, reader: ReaderPane) -> None:
    view = pages(reader)
    reader.commands.turn_right.trigger()
    qtbot.waitUntil(lambda: view.document is not None and view.document.sizes[0] == (500, 400), timeout=WAIT)
    qtbot.waitUntil(lambda: view.lit(1) is not None, timeout=WAIT)
    lit = view.lit(1)
    assert lit
    left, top, right, bottom = lit.hits[0][0]
    assert bottom - top > right - left, "the word stands upright"
    qtbot.waitUntil(lambda: view.is_sharp, timeout=WAIT)
    reader.commands.turn_left.trigger()
    qtbot.waitUntil(lambda: view.document is not None and view.document.sizes[0] == (400, 500), timeout=WAIT)


def test_two_pages_stand_beside_one_another(reader: ReaderPane) -> None:
    reader.commands.spreads[Spread.PAIRS].trigger()
    view = pages(reader)
    first, second, third = (view.rect_of(page, (60, 80, 340, 400)) for page in (1, 2, 3))
    assert first.top() == second.top()
    assert first.right() < second.left()
    assert third.top() > first.bottom()
    assert third.left() < second.left()


def test_one_page_alone_is_turned_when_its_end_is_passed(qtbot: QtBot, reader: ReaderPane) -> None:
    reader.commands.spreads[Spread.ONE].trigger()
    view = pages(reader)
    view.setFocus()
    seen = []
    for _ in range(12):
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        qtbot.waitUntil(lambda: view.is_sharp, timeout=WAIT)
        seen.append(view.page)
    assert sorted(set(seen)) == [1, 2, 3]
    assert seen == sorted(seen)
    qtbot.waitUntil(lambda: view.is_sharp, timeout=WAIT)
    QTest.keyClick(view, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: view.page == 1, timeout=WAIT)

    def walked() -> bool:
        reader.next_hit()
        return view.page == 3

    qtbot.waitUntil(walked, timeout=WAIT)


def test_what_is_in_the_middle_stays_there_when_the_room_changes(reader: ReaderPane) -> None:
    view = pages(reader)
    view.set_zoom(Zoom(Fit.NOTHING, 300))
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum() // 2)

    def off_middle() -> float:
        return abs(view.rect_of(1, (0, 0, 400, 500)).center().x() - view.viewport().width() / 2)

    assert off_middle() < 5
    reader.commands.thumbnails.trigger()
    assert off_middle() < 5
    reader.resize(900, 600)
    assert off_middle() < 5


def test_paper_can_be_black(reader: ReaderPane) -> None:
    view = pages(reader)
    at = view.rect_of(1, (200, 200, 210, 210)).center().toPoint()
    ratio = view.devicePixelRatioF()

    def ground() -> int:
        return view.grab().toImage().pixelColor(round(at.x() * ratio), round(at.y() * ratio)).lightness()

    assert ground() > 200
    reader.commands.night.trigger()
    assert ground() < 30


def test_small_pictures_lead_to_their_pages(qtbot: QtBot, reader: ReaderPane) -> None:
    reader.commands.thumbnails.trigger()
    thumbs = reader.findChild(ThumbView)
    assert isinstance(thumbs, ThumbView)
    assert thumbs.isVisible()
    qtbot.waitUntil(lambda: all(thumbs.image(page) is not None for page in (1, 2, 3)), timeout=WAIT)

    def ground() -> int:
        place = thumbs.visualRect(thumbs.model().index(1, 0)).center() * thumbs.devicePixelRatioF()
        return thumbs.viewport().grab().toImage().pixelColor(place).lightness()

    assert ground() > 200
    reader.commands.night.trigger()
    assert ground() < 30, "white ones would dazzle beside black pages"
    thumbs.setCurrentIndex(thumbs.model().index(2, 0))
    with qtbot.waitSignal(reader.jumped) as jumped:
        QTest.keyClick(thumbs, Qt.Key.Key_Return)
    assert jumped.args
    assert jumped.args[0].page == 3
    qtbot.waitUntil(lambda: reader.page == 3, timeout=WAIT)
    reader.commands.thumbnails.trigger()
    assert not thumbs.isVisible()


def test_the_file_is_opened_by_another_program_and_shown_in_its_folder(reader: ReaderPane) -> None:
    opened: list[str] = []

    def note(path: str) -> bool:
        opened.append(path)
        return True

    reader.outside.open = note
    reader.commands.open_outside.trigger()
    reader.commands.show_in_folder.trigger()
    assert [Path(path).name for path in opened[:1]] == ["three.pdf"]
    assert Path(opened[1]) == Path(opened[0]).parent


def test_a_document_opens_where_it_was_left(qtbot: QtBot, reader: ReaderPane, library: Library, tmp_path: Path) -> None:
    other = library.add(papers.make(tmp_path / "other.pdf", papers.THREE_PAGES), (PageText(1, "1", "a"),) * 3)
    library.left_at[other.id] = 3
    with qtbot.waitSignal(reader.sharp, timeout=WAIT):
        reader.show_place(Place(other.id))
    assert reader.page == 3
