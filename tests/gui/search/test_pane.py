"""The place Search as a person uses it: typing, walking, opening, folding, filtering, and when nothing is found."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from archiveviewer.gui.language import NBSP
from archiveviewer.gui.search.filters import FilterRow
from archiveviewer.gui.search.nothing import NothingView
from archiveviewer.gui.search.pane import SearchPane
from archiveviewer.gui.search.parts import PartsRow, Understood
from archiveviewer.gui.search.question import Filter, Order, Question
from archiveviewer.gui.search.row_menu import row_menu
from archiveviewer.gui.search.rows import CountryRow, DocumentRow, NoteRow, PageRow, WayRow
from archiveviewer.gui.search.saved import to_options
from archiveviewer.gui.search.view import ResultsView
from archiveviewer.gui.theme import Theme
from archiveviewer.records import ListedAttachment, Place, SavedSearch, SearchAnswer, SearchRequest, Sibling, Sort
from gui.fakes import FakeArchive, door

DEADLINE = 'deadline "1 January 2020"'


@pytest.fixture
def archive() -> FakeArchive:
    return FakeArchive()


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, archive: FakeArchive) -> Iterator[SearchPane]:
    made = SearchPane(door(archive), theme)
    qtbot.addWidget(made)
    made.resize(536, 640)
    made.show()
    made.refresh()
    made.learn_countries()
    yield made
    made.close_tasks()


def view(pane: SearchPane) -> ResultsView:
    found = pane.findChild(ResultsView)
    assert isinstance(found, ResultsView)
    return found


def ask(qtbot: QtBot, pane: SearchPane, text: str) -> None:
    pane.set_text(text)
    qtbot.waitUntil(lambda: pane.shown_question() == pane.question)


def test_typing_lists_documents_with_their_pages(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, DEADLINE)
    results = view(pane)
    model = results.model()
    assert model.rowCount() == 7
    assert results.isExpanded(model.index(3, 0))
    assert not results.isExpanded(model.index(4, 0))
    assert pane.count_text().replace("\u00a0", " ") == "6 documents · 9 pages"


def test_keys_wait_for_the_answer_to_what_was_typed(qtbot: QtBot, pane: SearchPane, archive: FakeArchive) -> None:
    ask(qtbot, pane, DEADLINE)
    archive.slow = threading.Event()
    pane.set_text("stockpile")
    with qtbot.assertNotEmitted(view(pane).opened, wait=50):
        pane.walk(1)
        pane.enter()
    assert view(pane).current_row() is None
    with qtbot.waitSignal(view(pane).opened):
        archive.slow.set()
    assert pane.shown_question() == pane.question
    assert isinstance(view(pane).current_row(), PageRow)


def test_keys_are_forgotten_when_more_is_typed(qtbot: QtBot, pane: SearchPane, archive: FakeArchive) -> None:
    archive.slow = threading.Event()
    pane.set_text("stock")
    pane.walk(1)
    pane.set_text("stockpile")
    archive.slow.set()
    qtbot.waitUntil(lambda: pane.shown_question() == pane.question)
    assert view(pane).current_row() is None


def test_old_list_stays_until_the_new_one_is_there(qtbot: QtBot, pane: SearchPane, archive: FakeArchive) -> None:
    ask(qtbot, pane, DEADLINE)
    archive.slow = threading.Event()
    pane.set_text("stockpile")
    qtbot.wait(50)
    assert view(pane).model().rowCount() == 7
    archive.slow.set()
    qtbot.waitUntil(lambda: view(pane).model().rowCount() == 2)


def test_only_the_newest_question_is_answered(qtbot: QtBot, pane: SearchPane, archive: FakeArchive) -> None:
    archive.slow = threading.Event()
    pane.set_text("sto")
    pane.set_text("deadline")
    archive.slow.set()
    qtbot.waitUntil(lambda: pane.shown_question() == Question("deadline"))
    qtbot.wait(30)
    assert pane.shown_question() == Question("deadline")


def test_down_from_the_field_goes_to_the_first_page_and_the_reader_follows(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, DEADLINE)
    with qtbot.waitSignal(pane.place_chosen, timeout=1000) as told:
        pane.walk(+1)
    place = told.args[0]
    assert isinstance(place, Place)
    assert (place.document, place.page, place.query) == (101, 12, DEADLINE)
    assert [light.words for light in place.lights] == ["deadline", "1 January 2020"]


def test_reader_waits_for_the_last_key(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, DEADLINE)
    places: list[Place] = []
    pane.place_chosen.connect(places.append)
    for _ in range(3):
        pane.walk(+1)
    qtbot.waitUntil(lambda: bool(places))
    assert [place.page for place in places] == [31]


def test_walking_passes_unfolded_documents_and_stops_at_folded_ones(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, DEADLINE)
    seen = []
    for _ in range(8):
        pane.walk(+1)
        row = view(pane).current_row()
        seen.append(row.page.page if isinstance(row, PageRow) else row.hit.document if isinstance(row, DocumentRow) else "end")
    assert seen == [12, 13, 31, 5, 2, 1, 105, 106]


def test_enter_opens_the_first_page_and_remembers_the_question(qtbot: QtBot, pane: SearchPane, archive: FakeArchive) -> None:
    ask(qtbot, pane, "deadline")
    with qtbot.waitSignal(pane.place_opened) as told:
        pane.enter()
    assert (told.args[0].document, told.args[0].page) == (101, 12)
    assert told.args[0].query == "deadline*"
    qtbot.waitUntil(lambda: archive.remembered == ["deadline"])


def test_left_and_right_fold(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, DEADLINE)
    results = view(pane)
    results.setFocus()
    pane.walk(+1)
    QTest.keyClick(results, Qt.Key.Key_Left)
    assert isinstance(results.current_row(), DocumentRow)
    QTest.keyClick(results, Qt.Key.Key_Left)
    assert not results.isExpanded(results.model().index(0, 0))
    QTest.keyClick(results, Qt.Key.Key_Right)
    assert results.isExpanded(results.model().index(0, 0))


def test_f3_goes_on_in_the_next_document_and_back_to_its_last_page(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, DEADLINE)
    pane.follow(101, 31)
    with qtbot.waitSignal(pane.place_chosen) as told:
        assert pane.step_document(+1)
    assert (told.args[0].document, told.args[0].page, told.args[0].from_end) == (102, 5, False)
    with qtbot.waitSignal(pane.place_chosen) as told:
        assert pane.step_document(-1)
    assert (told.args[0].document, told.args[0].page, told.args[0].from_end) == (101, 31, True)
    with qtbot.waitSignal(pane.said) as told:
        assert not pane.step_document(-1)
    assert told.args == ["This is the first hit."]


def test_filter_is_added_and_taken_off(qtbot: QtBot, pane: SearchPane, archive: FakeArchive) -> None:
    ask(qtbot, pane, "deadline")
    pane.ask(pane.question.with_filter(Filter("kind", "annex", "annex")))
    qtbot.waitUntil(lambda: pane.shown_question() == pane.question)
    assert archive.requests[-1].text == "kind:annex deadline"
    assert view(pane).model().rowCount() == 2
    pane.take_last_filter_off()
    qtbot.waitUntil(lambda: pane.shown_question() == Question("deadline"))


def test_selection_stays_when_the_list_is_asked_again(qtbot: QtBot, pane: SearchPane, archive: FakeArchive) -> None:
    ask(qtbot, pane, DEADLINE)
    view(pane).select(102, 5)
    asked = len(archive.requests)
    pane.refresh()
    qtbot.waitUntil(lambda: len(archive.requests) > asked)
    qtbot.wait(30)
    row = view(pane).current_row()
    assert isinstance(row, PageRow)
    assert (row.hit.document, row.page.page) == (102, 5)


def test_country_stands_above_the_results(qtbot: QtBot, pane: SearchPane) -> None:
    qtbot.waitUntil(lambda: bool(pane.known_countries()))
    ask(qtbot, pane, "Cambodia")
    pane.walk(+1)
    row = view(pane).current_row()
    assert isinstance(row, CountryRow)
    with qtbot.waitSignal(pane.place_opened) as told:
        pane.enter()
    assert told.args[0].value == "2025-12-31"


def test_nothing_found_explains_itself_and_enter_takes_the_best_way(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, "destrution")
    nothing = pane.findChild(NothingView)
    assert isinstance(nothing, NothingView)
    qtbot.waitUntil(nothing.has_best)
    with qtbot.waitSignal(pane.text_wanted) as told:
        pane.enter()
    assert told.args == ["destruction"]


def test_files_that_are_still_to_be_read_are_told_where_nothing_is_found(
    qtbot: QtBot, pane: SearchPane, archive: FakeArchive, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = replace(archive.coverage(), files=450, waiting=30)
    monkeypatch.setattr(archive, "coverage", lambda: reading)
    ask(qtbot, pane, "xyzzy")
    nothing = pane.findChild(NothingView)
    assert isinstance(nothing, NothingView)
    qtbot.waitUntil(lambda: any("30 still to read" in label.text() for label in nothing.findChildren(QLabel)))


def test_a_better_spelling_stands_above_documents_that_lack_a_word(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, "stockpile destrution")
    qtbot.waitUntil(lambda: any(isinstance(row, WayRow) for row in pane.listed_rows()))
    way = pane.listed_rows()[0]
    assert isinstance(way, WayRow)
    assert (way.title, way.count) == ("stockpile destruction", "1\u00a0document")


def test_end_of_the_list_leads_to_what_was_not_searched(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, "stockpile")
    for _ in range(9):
        pane.walk(+1)
    with qtbot.waitSignal(pane.problems_wanted):
        pane.enter()


def test_every_row_is_painted_in_both_directions(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, DEADLINE)
    view(pane).setFixedSize(view(pane).size())  # what else comes into the pane meanwhile takes room of the rows
    straight = view(pane).grab().toImage()
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.wait(20)
    turned = view(pane).grab().toImage()
    assert straight.size() == turned.size()
    assert straight != turned


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_quote_of_a_row_is_copied_also_without_a_reader(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, DEADLINE)
    results = view(pane)
    results.setFocus()
    with qtbot.waitSignal(pane.said) as told:
        QTest.keyClick(results, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert told.args[0].startswith("Choose a page first")
    results.select(101, 12)
    with qtbot.waitSignal(pane.said) as told:
        QTest.keyClick(results, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert told.args == ["Quote with citation copied"]
    copied = QGuiApplication.clipboard().text().replace("\u00a0", " ")
    assert copied == (
        "“The deadline moved to 1 January 2020.”\n"
        "Second extension request, Cambodia, 27 March 2019, p. 12.\n"
        "File Request received 27 March 2019.pdf, SHA-256 000000000000. Archive of November 2019."
    )


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_row_keeps_to_what_it_is(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, "deadline")
    results = view(pane)
    results.select(104, 1)
    row = results.current_row()
    assert isinstance(row, PageRow)
    results.menu_wanted.emit(row, QPoint(5, 5))
    menu = results.findChild(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(menu, QMenu)
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words[:6] == ["Open", "Copy quote with citation", "Keep to Cambodia", "Keep to annex", "Keep to English", "Keep to 2019"]
    next(action for action in menu.actions() if action.text() == "Leave out annex").trigger()
    menu.close()
    qtbot.waitUntil(lambda: pane.shown_question() == Question("deadline", (Filter("kind", "annex", "annex", out=True),)))
    assert 104 not in [row.hit.document for row in pane.listed_rows() if isinstance(row, DocumentRow)]


def test_each_part_of_a_question_can_be_taken_out(qtbot: QtBot, pane: SearchPane) -> None:
    pane.ask(Question('deadline "1 January 2020" title:x', (Filter("kind", "annex", "annex"),)))
    qtbot.waitUntil(lambda: pane.shown_question() == pane.question)
    row = pane.findChild(PartsRow)
    assert isinstance(row, PartsRow)
    assert row.labels() == ("deadline", '"1 January 2020"', "title:x is not finished")
    with qtbot.waitSignal(pane.text_wanted) as told:
        QTest.keyClick(row.chips()[2], Qt.Key.Key_Backspace)
    assert told.args == ['deadline "1 January 2020"']
    assert pane.question == Question('deadline "1 January 2020"', (Filter("kind", "annex", "annex"),))


def test_one_plain_word_needs_no_chip(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, "deadline")
    row = pane.findChild(PartsRow)
    assert isinstance(row, PartsRow)
    assert (row.labels(), row.isVisible()) == ((), False)
    ask(qtbot, pane, "deadline stockpile")
    assert (row.labels(), row.isVisible()) == (("deadline", "stockpile"), True)
    pane.set_text("")
    assert not row.isVisible()


def test_chips_that_find_no_room_are_counted(qtbot: QtBot, theme: Theme) -> None:
    row = PartsRow(theme)
    qtbot.addWidget(row)
    row.resize(300, 60)
    row.show()
    row.show_parts([Understood(f"a long word {number}", "read so", Question()) for number in range(9)])
    seen = [chip for chip in row.chips() if chip.isVisible()]
    assert 2 <= len(seen) < 9
    said = [label.text() for label in row.findChildren(QLabel) if label.isVisible()]
    assert said == [f"{9 - len(seen)} more"]
    assert all(row.rect().contains(chip.geometry()) for chip in seen)


def test_chips_that_are_no_longer_needed_take_no_room(qtbot: QtBot, theme: Theme) -> None:
    row = PartsRow(theme)
    qtbot.addWidget(row)
    row.resize(300, 60)
    row.show()
    one_line = [Understood(word, "read so", Question()) for word in ("deadline", "stockpile")]
    row.show_parts(one_line)
    height = row.height()
    row.show_parts([*one_line, Understood("destruction of stockpiles", "read so", Question())])
    assert row.height() > height
    row.show_parts(one_line)
    assert row.height() == height


def test_newest_first_is_asked_of_the_index(qtbot: QtBot, pane: SearchPane, archive: FakeArchive) -> None:
    pane.ask(Question("deadline", order=Order.NEWEST))
    qtbot.waitUntil(lambda: pane.shown_question() == pane.question)
    assert (archive.requests[-1].sort, archive.requests[-1].limit) == (Sort.DATE, 20)


class Gated(FakeArchive):
    """Answers each question when its gate is opened, whether it was told to stop or not; it marks what it then gives as partial."""

    def __init__(self) -> None:
        super().__init__()
        self.begun: defaultdict[str, threading.Event] = defaultdict(threading.Event)
        self.gates: defaultdict[str, threading.Event] = defaultdict(threading.Event)
        self.in_time = True
        self.empty = self.unlisted = False
        self.listed: list[str | None] = []

    def attachments(self, country: str | None = None) -> tuple[ListedAttachment, ...]:
        """Keep which country was asked for."""
        self.listed.append(country)
        return super().attachments(country)

    def search(self, request: SearchRequest, *, stop: Callable[[], bool] = lambda: False) -> SearchAnswer:
        """Wait for the gate, then answer."""
        self.begun[request.text].set()
        assert self.gates[request.text].wait(10)
        answer = replace(super().search(request, stop=stop), at_least=not self.in_time)
        if self.unlisted:
            return replace(answer, hits=(), pages=0)
        return replace(answer, hits=(), documents=0) if self.empty else answer


@pytest.fixture
def gated(qtbot: QtBot, theme: Theme) -> Iterator[tuple[SearchPane, Gated]]:
    archive = Gated()
    pane = SearchPane(door(archive), theme)
    qtbot.addWidget(pane)
    pane.resize(536, 640)
    pane.show()
    yield pane, archive
    for gate in archive.gates.values():
        gate.set()
    pane.close_tasks()


def test_letters_are_answered_while_the_next_are_typed(qtbot: QtBot, gated: tuple[SearchPane, Gated]) -> None:
    pane, archive = gated
    for length in range(2, 6):
        pane.set_text("destruction"[:length])
    archive.gates["de"].set()
    qtbot.waitUntil(lambda: pane.shown_question() == Question("de"))
    assert pane.question == Question("destr")
    assert pane.listed_rows()
    archive.gates["destr"].set()
    qtbot.waitUntil(lambda: pane.shown_question() == Question("destr"))
    assert [request.text for request in archive.requests] == ["de", "destr"]


def test_what_pages_list_is_asked_when_nobody_types(qtbot: QtBot, gated: tuple[SearchPane, Gated]) -> None:
    pane, archive = gated
    for length in range(2, 6):
        archive.gates["destr"[:length]].set()
        pane.set_text("destr"[:length])
        qtbot.waitUntil(lambda: pane.shown_question() == pane.question)
        assert not archive.listed
    qtbot.waitUntil(lambda: bool(archive.listed))
    countries = {hit.country for hit in archive.search(archive.requests[-1]).hits if hit.country}
    qtbot.waitUntil(lambda: pane._chips.countries == countries)  # what has not come yet when one types on is asked again
    pane.set_text("destru")
    archive.gates["destru"].set()
    qtbot.waitUntil(lambda: pane.shown_question() == Question("destru"))
    qtbot.wait(600)
    assert len(archive.listed) == len(countries)


def test_an_older_answer_is_not_shown_after_a_newer_one(qtbot: QtBot, gated: tuple[SearchPane, Gated]) -> None:
    pane, archive = gated
    pane.set_text("de")
    pane.set_text("des")
    qtbot.waitUntil(archive.begun["des"].is_set)  # the older one has had its time, but does not stop
    archive.gates["des"].set()
    qtbot.waitUntil(lambda: pane.shown_question() == Question("des"))
    archive.gates["de"].set()
    pane.set_text("dest")
    archive.gates["dest"].set()
    seen: list[Question | None] = []
    qtbot.waitUntil(lambda: seen.append(pane.shown_question()) or seen[-1] == Question("dest"))  # type: ignore[func-returns-value]
    assert Question("de") not in seen


def test_a_late_answer_is_shown_when_nothing_newer_was_asked(qtbot: QtBot, gated: tuple[SearchPane, Gated]) -> None:
    pane, archive = gated
    archive.in_time = False
    pane.set_text("deadline")
    assert archive.begun["deadline"].wait(5)
    archive.gates["deadline"].set()
    qtbot.waitUntil(lambda: pane.shown_question() == Question("deadline"))
    assert pane.count_text().startswith("At least")


def test_what_was_not_found_in_time_is_not_called_missing(qtbot: QtBot, gated: tuple[SearchPane, Gated]) -> None:
    pane, archive = gated
    archive.in_time, archive.empty = False, True
    archive.gates["deadline"].set()
    pane.set_text("deadline")
    qtbot.waitUntil(lambda: pane.shown_question() == Question("deadline"))

    def said() -> list[str]:
        return [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: "Nothing was found in time" in said())
    assert "No page has this word" not in said()
    assert pane.count_text() == "Not finished"


def test_what_was_not_found_in_time_is_looked_for_longer_at_enter(qtbot: QtBot, gated: tuple[SearchPane, Gated]) -> None:
    pane, archive = gated
    archive.in_time, archive.empty = False, True
    archive.gates["deadline"].set()
    pane.set_text("deadline")
    nothing = pane.findChild(NothingView)
    assert isinstance(nothing, NothingView)
    qtbot.waitUntil(nothing.has_best)
    archive.in_time, archive.empty = True, False
    pane.enter()
    qtbot.waitUntil(lambda: pane.count_text() == f"6{NBSP}documents · 9{NBSP}pages")
    seconds = [request.seconds for request in archive.requests if request.collapse]
    assert seconds[0] is None
    assert seconds[-1] is not None


def test_documents_without_time_to_list_them_are_not_called_nothing(qtbot: QtBot, gated: tuple[SearchPane, Gated]) -> None:
    pane, archive = gated
    archive.in_time, archive.unlisted = False, True
    archive.gates["deadline"].set()
    pane.set_text("deadline")
    qtbot.waitUntil(lambda: pane.count_text() == f"At least 6{NBSP}documents")
    qtbot.waitUntil(lambda: "Found, but not listed in time" in [label.text() for label in pane.findChildren(QLabel) if label.isVisible()])


def test_a_key_pressed_before_the_answer_opens_nothing_in_another_place(qtbot: QtBot, gated: tuple[SearchPane, Gated]) -> None:
    pane, archive = gated
    opened: list[object] = []
    pane.place_opened.connect(opened.append)
    pane.set_text("deadline")
    pane.enter()
    pane.hide()
    archive.gates["deadline"].set()
    qtbot.waitUntil(lambda: pane.shown_question() == Question("deadline"))
    pane.show()
    assert not opened
    pane.enter()
    assert len(opened) == 1


def test_an_empty_question_leaves_no_word_of_the_last_answer(qtbot: QtBot, gated: tuple[SearchPane, Gated]) -> None:
    pane, archive = gated
    archive.empty = True
    archive.gates["deadline"].set()
    pane.set_text("deadline")
    qtbot.waitUntil(lambda: pane.count_text() == f"0{NBSP}documents")
    pane.set_text("d")
    assert pane.count_text() == "Nothing asked yet"
    assert "No page has this word" not in [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_filters_offer_what_there_is_to_keep_to_and_to_leave_out(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, "deadline")
    pane.open_filter("kind")
    row = pane.findChild(FilterRow)
    assert isinstance(row, FilterRow)
    menu = row.findChild(QMenu)
    assert isinstance(menu, QMenu)
    qtbot.waitUntil(lambda: len(menu.actions()) > 2)
    assert "annex\t1" in [action.text() for action in menu.actions()]
    out = menu.actions()[-1].menu()
    assert isinstance(out, QMenu)
    next(action for action in out.actions() if action.text() == "annex\t1").trigger()
    menu.close()
    assert pane.question.filters == (Filter("kind", "annex", "annex", out=True),)


def test_a_click_on_a_language_opens_that_version(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, "clearance mined")
    results = view(pane)
    index = results.model().index(0, 0)
    row = pane.listed_rows()[0]
    assert isinstance(row, DocumentRow)
    assert row.hit.document == 103
    line = [QPoint(x, results.visualRect(index).top() + 14) for x in range(results.viewport().width())]
    qtbot.waitUntil(lambda: any(results.language_at(index, point) for point in line))
    place = next(point for point in line if results.language_at(index, point) == "ar")
    with qtbot.waitSignal(pane.place_opened) as told:
        QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (told.args[0].document, told.args[0].page) == (107, 2)


def test_the_menu_of_a_row_opens_its_versions(qtbot: QtBot, pane: SearchPane) -> None:
    ask(qtbot, pane, "clearance mined")
    row = pane.listed_rows()[0]
    assert isinstance(row, DocumentRow)
    opened: list[Sibling | None] = []
    menu = row_menu(row.hit, "Cambodia", opens=opened.append, quotes=lambda: None, keeps=lambda _: None, parent=pane)
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words[:4] == ["Open", "Copy quote with citation", "", "Open in Arabic"]
    menu.actions()[3].trigger()
    assert opened == list(row.hit.siblings)


def test_words_that_mean_the_same_are_added_and_taken_out_again(qtbot: QtBot, pane: SearchPane, archive: FakeArchive) -> None:
    ask(qtbot, pane, "deadline")
    pane.also.trigger()
    qtbot.waitUntil(lambda: pane.shown_question() == pane.question)
    assert archive.requests[-2].also
    notes = [row.text for row in pane.listed_rows() if isinstance(row, NoteRow)]
    assert notes == ["These say it in other words, or in another language."]
    row = pane.findChild(PartsRow)
    assert isinstance(row, PartsRow)
    assert row.labels() == ("deadline", "\u2068deadline\u2069, also: \u2068الموعد النهائي\u2069")
    last = pane.listed_rows()[-2]
    assert isinstance(last, DocumentRow)
    place = pane.place_of(last)
    assert place is not None
    assert (place.document, place.also, place.without) == (107, True, ())
    row.take_out(1)
    qtbot.waitUntil(lambda: pane.shown_question() == pane.question)
    assert pane.question == Question("deadline", also=True, also_not=("deadlines",))
    assert row.labels() == ()
    pane.set_text("")
    assert pane.question.also_not == ()


def test_other_words_are_the_best_way_out(qtbot: QtBot, pane: SearchPane) -> None:
    pane.ask(Question("deadline", (Filter("lang", "ar", "Arabic"),)))
    nothing = pane.findChild(NothingView)
    assert isinstance(nothing, NothingView)
    qtbot.waitUntil(nothing.has_best)
    pane.enter()
    assert pane.question == Question("deadline", (Filter("lang", "ar", "Arabic"),), also=True)
    qtbot.waitUntil(lambda: pane.shown_question() == pane.question)
    assert [row.hit.document for row in pane.listed_rows() if isinstance(row, DocumentRow)] == [107]


def test_documents_come_in_the_languages_one_reads(qtbot: QtBot, pane: SearchPane, archive: FakeArchive) -> None:
    ask(qtbot, pane, "deadline")
    pane.set_languages(("ar", "fr"))
    qtbot.waitUntil(lambda: archive.requests[-1].languages == ("ar", "fr"))
    assert archive.requests[-1].collapse


def test_the_start_offers_saved_searches_and_questions_of_before(qtbot: QtBot, pane: SearchPane, archive: FakeArchive) -> None:
    archive.saved = [SavedSearch(1, "My annexes", "kind:annex", to_options(Question("", (Filter("kind", "annex", "annex"),))))]
    archive.remembered = ["stockpile"]
    pane.set_text("deadline")
    pane.set_text("")
    nothing = pane.findChild(NothingView)
    assert isinstance(nothing, NothingView)

    def words() -> list[str]:
        return [button.text().strip("\u2068\u2069") for button in nothing.findChildren(QPushButton)]

    qtbot.waitUntil(lambda: words()[:2] == ["My annexes", "stockpile"])
    nothing.findChildren(QPushButton)[0].click()
    assert pane.question == Question("", (Filter("kind", "annex", "annex"),))
