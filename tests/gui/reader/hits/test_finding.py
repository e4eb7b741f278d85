"""Looking for words inside the document that is open (Ctrl+F)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.hits.find_bar import FindBar
from archiveviewer.gui.reader.hits.found_list import HIT, FoundList, FoundModel, FoundRow
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.reader.paper.page_view import PageView
from archiveviewer.records import Light, Place

WAIT = 15_000


@pytest.fixture
def reader(open_at: Callable[[Place], ReaderPane]) -> ReaderPane:
    return open_at(Place(1, 1, (Light("mines"),), query="mines"))


def bar(reader: ReaderPane) -> FindBar:
    found = reader.findChild(FindBar)
    assert isinstance(found, FindBar)
    return found


def field(reader: ReaderPane) -> QLineEdit:
    found = bar(reader).findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def said(reader: ReaderPane) -> str:
    label = bar(reader).findChild(QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def pages(reader: ReaderPane) -> PageView:
    found = reader.findChild(PageView)
    assert isinstance(found, PageView)
    return found


def hits(reader: ReaderPane) -> FoundList:
    found = reader.findChild(FoundList)
    assert isinstance(found, FoundList)
    return found


def look_for(qtbot: QtBot, reader: ReaderPane, words: str, answer: str) -> None:
    reader.commands.find.trigger()
    field(reader).clear()
    QTest.keyClicks(field(reader), words)
    qtbot.waitUntil(lambda: said(reader) == answer, timeout=WAIT)


def test_all_hits_are_listed_with_their_page_and_words(qtbot: QtBot, reader: ReaderPane) -> None:
    look_for(qtbot, reader, "deadlin", "Hit 1 of 4")
    listed = hits(reader)
    qtbot.waitUntil(lambda: listed.model().rowCount() == 4, timeout=WAIT)
    assert listed.isVisible()
    heard = [listed.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert heard[0] == "Page 1: The deadline moved to 1 January 2020. A second dead- line follows."
    assert heard[3].startswith("Page 3: Two deadlines: the first deadline, and destroyed")
    assert listed.currentIndex().row() == 0


def test_the_list_takes_room_only_while_there_is_something_in_it(qtbot: QtBot, reader: ReaderPane) -> None:
    reader.commands.find.trigger()
    assert not hits(reader).isVisible()
    look_for(qtbot, reader, "deadlin", "Hit 1 of 4")
    qtbot.waitUntil(hits(reader).isVisible, timeout=WAIT)
    QTest.keyClicks(field(reader), "qx")
    qtbot.waitUntil(lambda: said(reader) == "Not in this document", timeout=WAIT)
    assert not hits(reader).isVisible()
    field(reader).clear()
    look_for(qtbot, reader, "2025", "Hit 1 of 1")
    qtbot.waitUntil(hits(reader).isVisible, timeout=WAIT)


def test_a_hit_in_a_document_without_pages_is_named_by_its_section() -> None:
    listed = FoundModel()
    listed.add([FoundRow(2, 0, "2", "a deadline", paged=False)])
    assert listed.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Section 2: a deadline"


def test_a_listed_hit_begins_with_a_whole_word(qtbot: QtBot, reader: ReaderPane) -> None:
    look_for(qtbot, reader, "2025", "Hit 1 of 1")
    listed = hits(reader)
    qtbot.waitUntil(lambda: listed.model().rowCount() == 1, timeout=WAIT)
    assert listed.model().index(0, 0).data() == "…mines by 31 December 2025."
    row = listed.model().index(0, 0).data(HIT)
    assert [row.words[start:end] for start, end in row.marks] == ["2025"]


def test_enter_walks_and_begins_again_at_the_other_end(qtbot: QtBot, reader: ReaderPane) -> None:
    look_for(qtbot, reader, "deadline", "Hit 1 of 4")
    asked: list[int] = []
    reader.past_last_hit.connect(asked.append)
    for number in (2, 3, 4, 1):
        QTest.keyClick(field(reader), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda number=number: said(reader) == f"Hit {number} of 4", timeout=WAIT)  # type: ignore[misc]  # keeps its value
    QTest.keyClick(field(reader), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: said(reader) == "Hit 4 of 4", timeout=WAIT)
    assert asked == [], "the other documents are not asked"
    assert hits(reader).currentIndex().row() == 3


def test_words_beside_one_another_are_found_in_any_form(qtbot: QtBot, reader: ReaderPane) -> None:
    look_for(qtbot, reader, "first deadlines", "Hit 1 of 1")
    assert reader.page == 3
    look_for(qtbot, reader, "first mines", "Not in this document")


def test_a_row_leads_to_its_hit(qtbot: QtBot, reader: ReaderPane) -> None:
    look_for(qtbot, reader, "deadline", "Hit 1 of 4")
    listed = hits(reader)
    qtbot.waitUntil(lambda: listed.model().rowCount() == 4, timeout=WAIT)
    QTest.keyClick(field(reader), Qt.Key.Key_Down)
    listed.setCurrentIndex(listed.model().index(3, 0))
    QTest.keyClick(listed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pages(reader).current == (3, 1), timeout=WAIT)


def test_esc_lights_again_what_was_lit_before(qtbot: QtBot, reader: ReaderPane) -> None:
    look_for(qtbot, reader, "deadline", "Hit 1 of 4")
    QTest.keyClick(field(reader), Qt.Key.Key_Escape)
    assert not bar(reader).isVisible()
    assert not hits(reader).isVisible()
    reader.next_hit()
    qtbot.waitUntil(lambda: pages(reader).current == (3, 0), timeout=WAIT)
    lit = pages(reader).lit(3)
    assert lit
    assert len(lit.hits) == 1, "the mines of the question"


def test_a_place_that_is_chosen_ends_the_finding(qtbot: QtBot, reader: ReaderPane) -> None:
    look_for(qtbot, reader, "deadline", "Hit 1 of 4")
    with qtbot.waitSignal(reader.sharp, timeout=WAIT):
        reader.show_place(Place(1, 2))
    assert not bar(reader).isVisible()


def test_the_marks_on_the_scroll_bar_are_those_of_what_is_looked_for(qtbot: QtBot, reader: ReaderPane) -> None:
    look_for(qtbot, reader, "here", "Hit 1 of 1")
    marks = pages(reader).verticalScrollBar().marks  # type: ignore[attr-defined]  # it is a MarksBar
    assert len(marks) == 1
    assert 1 / 3 < marks[0] < 2 / 3, "on the second of three pages"


def test_the_text_view_shows_what_is_looked_for_as_well(qtbot: QtBot, reader: ReaderPane) -> None:
    reader.commands.page_or_text.trigger()
    look_for(qtbot, reader, "mines", "Hit 1 of 1")
    assert reader.page == 3
