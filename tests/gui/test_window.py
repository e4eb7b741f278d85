"""The window over a made-up archive, as a person uses it: places, keys, history, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from archiveviewer.archive.door import Archive
from archiveviewer.gui.chain.words import standing_step
from archiveviewer.gui.commands import matching, of_actions
from archiveviewer.gui.desk import trail
from archiveviewer.gui.desk.desk import Desk
from archiveviewer.gui.desk.history import Stop
from archiveviewer.gui.desk.workspace import Workspace
from archiveviewer.gui.first_start import FirstStart
from archiveviewer.gui.indexing import Indexing
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.search.filters import FilterButton
from archiveviewer.gui.search.pane import SearchPane
from archiveviewer.gui.search.question import Question
from archiveviewer.gui.search.rows import PageRow
from archiveviewer.gui.search.view import ResultsView
from archiveviewer.gui.state import WindowState
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.drop_button import DropButton
from archiveviewer.gui.window import MainWindow
from archiveviewer.records import ArchiveError, DamagedIndexError, Place, SearchAnswer
from gui.fakes import FakeArchive, door

Make = Callable[..., MainWindow]
DEADLINE = 'deadline "1 January 2020"'


@pytest.fixture
def make(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Make]:
    """Give a function that opens a window; the settings are the same for each."""
    made: list[MainWindow] = []

    def open_archive(library: Path) -> Archive:
        if library.name == "newer":
            raise ArchiveError("The index is of a newer program. Update this one.")
        return door(FakeArchive(library=library))

    def window(archive: FakeArchive | None = None, *, width: int = 1366, empty: bool = False) -> MainWindow:
        shown = None if empty else door(archive or FakeArchive())
        state = WindowState(tmp_path / "window.ini")
        new = MainWindow(theme, state, open_archive=open_archive, library=tmp_path / "library")
        new.set_archive(shown)
        qtbot.addWidget(new)
        new.resize(width, 768)
        new.show()
        qtbot.waitExposed(new)
        new.warm_up()
        made.append(new)
        return new

    yield window
    for one in made:
        one.close()


def desk(window: MainWindow) -> Desk:
    assert window.desk is not None
    return window.desk


def workspace(window: MainWindow) -> Workspace:
    return desk(window).workspace


def field(window: MainWindow) -> QLineEdit:
    return window.frame.top.field


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def shows(reader: ReaderPane, document: int) -> bool:
    return reader.document is not None and reader.document.id == document


def ask(qtbot: QtBot, window: MainWindow, text: str) -> SearchPane:
    field(window).setFocus()
    QTest.keyClicks(field(window), text)
    search = workspace(window).search
    qtbot.waitUntil(lambda: search.shown_question() == Question(text))
    return search


@pytest.mark.parametrize(("screen", "size"), [((1920, 1080), (1366, 768)), ((1280, 720), (1280, 720)), ((1024, 600), (1024, 600))])
def test_a_new_window_is_no_larger_than_its_screen(
    make: Make, monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int], size: tuple[int, int]
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(*screen))
    sizes: list[QSize] = []
    monkeypatch.setattr(MainWindow, "resize", lambda _, *to: sizes.append(QSize(*to)))
    make()
    assert sizes[0] == QSize(*size)


def test_first_journey_find_a_page_and_go_through_its_hits(qtbot: QtBot, make: Make) -> None:
    window = make()
    search = ask(qtbot, window, DEADLINE)
    reader = workspace(window).reader
    press(window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: reader.document is not None and reader.document.id == 101)
    assert QApplication.focusWidget() is field(window)
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(focused := QApplication.focusWidget(), QWidget) and reader.isAncestorOf(focused))
    for step, wanted in ((1, 102), (1, 103), (-1, 102)):
        reader.past_last_hit.emit(step)
        qtbot.waitUntil(partial(shows, reader, wanted))
    row = search.selected_row()
    assert isinstance(row, PageRow)
    assert (row.hit.document, row.page.page) == (102, 5)
    press(window, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field(window)


def test_tab_walks_from_the_question_to_the_page(qtbot: QtBot, make: Make) -> None:
    window = make()
    search = ask(qtbot, window, DEADLINE)
    search.walk(+1)
    reader = workspace(window).reader
    qtbot.waitUntil(partial(shows, reader, 101))
    field(window).setFocus()
    walked = []
    for _ in range(14):
        press(window, Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    names = [widget.text() for widget in walked if isinstance(widget, FilterButton)]
    assert names == ["Country", "Kind", "Language", "Year", "Folder"]
    assert [widget.text() for widget in walked[:2] if isinstance(widget, DropButton)] == ["deadline", '"1 January 2020"']
    assert isinstance(walked[11], ResultsView)
    assert walked[12] is not None
    assert reader.isAncestorOf(walked[12])


def test_keys_alone_lead_from_the_rail_to_the_source_of_a_deadline_and_back(qtbot: QtBot, make: Make) -> None:
    window = make()
    window.commands.places["deadlines"].trigger()
    pane = workspace(window).deadlines
    qtbot.waitUntil(lambda: bool(pane._model.lanes()))
    qtbot.waitUntil(lambda: pane.isAncestorOf(QApplication.focusWidget() or window))
    for _ in range(8):  # the lanes before Cambodia and the head of its group
        press(window, Qt.Key.Key_Down)
    lane = pane._lanes.current_lane()
    assert lane is not None
    assert lane.chain.country == "KHM"
    press(window, Qt.Key.Key_Return)
    reader = workspace(window).reader
    proof = standing_step(lane.chain)
    assert proof is not None
    assert proof.source is not None
    qtbot.waitUntil(lambda: shows(reader, proof.source.document if proof.source else 0))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert reader.isAncestorOf(focus)
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: pane.isAncestorOf(QApplication.focusWidget() or window))
    here = pane._lanes.current_lane()
    assert here is not None
    assert here.chain.country == "KHM"


def test_the_menu_ticks_what_is_hidden(make: Make) -> None:
    window = make()
    hide_list, hide_reader = window.commands.hide_list, window.commands.hide_reader
    hide_list.trigger()
    assert (hide_list.isChecked(), hide_reader.isChecked()) == (True, False)
    hide_reader.trigger()
    assert (hide_list.isChecked(), hide_reader.isChecked()) == (False, True)
    hide_list.trigger()
    desk(window).navigator.go("countries")  # which brings the list
    assert (hide_list.isChecked(), hide_reader.isChecked()) == (False, False)


def test_typing_from_another_place_leads_to_search(qtbot: QtBot, make: Make) -> None:
    window = make()
    desk(window).navigator.go("library")
    ask(qtbot, window, "deadline")
    assert workspace(window).place == "search"


def test_back_leads_through_places_and_forward_again(qtbot: QtBot, make: Make) -> None:
    window = make()
    ask(qtbot, window, "deadline")
    desk(window).navigator.show_country("KHM")
    qtbot.waitUntil(lambda: workspace(window).countries.country == "KHM")
    desk(window).navigator.go("library")
    window.trigger("Back")
    assert (workspace(window).place, workspace(window).countries.country) == ("countries", "KHM")
    window.trigger("Back")
    assert workspace(window).place == "search"
    assert workspace(window).search.question == Question("deadline")
    window.trigger("Forward")
    assert workspace(window).place == "countries"


def test_window_is_as_it_was_left(qtbot: QtBot, make: Make) -> None:
    window = make(width=1500)
    search = ask(qtbot, window, "deadline")
    search.walk(+1)
    qtbot.waitUntil(lambda: workspace(window).reader.document is not None)
    window.close()
    again = make(width=1500)
    reader = workspace(again).reader
    assert field(again).text() == "deadline"
    qtbot.waitUntil(lambda: reader.document is not None and reader.document.id == 101)
    place = reader.place
    assert isinstance(place, Place)
    assert place.page == 12


def test_where_one_is_outlives_a_power_cut(qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trail, "_OFTEN", 10)
    window = make(width=1500)
    ask(qtbot, window, "deadline").walk(+1)
    kept = desk(window)._trail.last
    qtbot.waitUntil(lambda: (kept() or Stop()).question == Question("deadline"))
    qtbot.waitUntil(lambda: ((kept() or Stop()).shown or Place(0)).document == 101)


def test_splitter_is_remembered_per_place(qtbot: QtBot, make: Make) -> None:
    window = make()
    room = workspace(window)
    before = room.sizes()
    room.moveSplitter(600, 1)
    desk(window).navigator.go("library")
    assert room.sizes()[0] > 700
    desk(window).navigator.go("search")
    qtbot.wait(10)
    assert abs(room.sizes()[0] - 600) <= 2
    assert before[0] == pytest.approx(536, abs=6)


def test_a_narrow_window_shows_one_pane_at_a_time(qtbot: QtBot, make: Make) -> None:
    window = make(width=1024)
    search = ask(qtbot, window, DEADLINE)
    reader = workspace(window).reader
    assert search.isVisible()
    assert not reader.isVisible()
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(reader.isVisible)
    assert not search.isVisible()
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(search.isVisible)
    assert not reader.isVisible()
    window.resize(1366, 768)
    qtbot.waitUntil(reader.isVisible)


def test_keys_hide_and_show_panes(qtbot: QtBot, make: Make) -> None:
    window = make()
    room = workspace(window)
    window.trigger("Hide the reader")
    assert not room.reader.isVisible()
    window.trigger("Hide the list")
    assert room.reader.isVisible()
    assert not room.search.isVisible()
    window.trigger("Hide the list")
    qtbot.waitUntil(room.search.isVisible)


def test_keys_of_a_pane_that_is_hidden_go_to_the_other(qtbot: QtBot, make: Make) -> None:
    window = make()
    ask(qtbot, window, DEADLINE)
    room = workspace(window)
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.reader.isAncestorOf(QApplication.focusWidget() or window))
    window.trigger("Hide the reader")
    qtbot.waitUntil(field(window).hasFocus)
    window.trigger("Hide the list")
    assert field(window).hasFocus()  # it belongs to neither
    window.trigger("Hide the list")
    room.search.setFocus()
    qtbot.waitUntil(lambda: room.search.isAncestorOf(QApplication.focusWidget() or window))
    window.trigger("Hide the list")
    qtbot.waitUntil(lambda: room.reader.isAncestorOf(QApplication.focusWidget() or window))


def test_the_key_of_countries_leads_to_their_filter_also_from_a_profile(qtbot: QtBot, make: Make) -> None:
    window = make()
    desk(window).navigator.show_country("KHM")
    countries = workspace(window).countries
    qtbot.waitUntil(countries._profile.isVisible)
    window.commands.places["countries"].trigger()
    qtbot.waitUntil(countries._chooser.field.hasFocus)
    assert countries.country is None
    QTest.keyClicks(countries._chooser.field, "thai")
    assert countries._chooser.current() == "THA"


def test_a_key_with_alt_writes_no_letter_into_the_question(make: Make) -> None:
    window = make()
    QTest.keyClick(field(window), Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert field(window).text() == ""
    QTest.keyClick(field(window), Qt.Key.Key_B)
    assert field(window).text() == "b"


def test_as_of_day_is_the_same_everywhere(qtbot: QtBot, make: Make) -> None:
    archive = FakeArchive()
    window = make(archive)
    desk(window).navigator.show_country("KHM")
    desk(window).navigator.go("deadlines")
    workspace(window).deadlines.as_of_changed.emit(date(2019, 12, 31))
    qtbot.waitUntil(lambda: "profile KHM 2019-12-31" in archive.asked)


def test_a_place_that_is_made_later_is_seen_as_of_the_same_day(qtbot: QtBot, make: Make) -> None:
    archive = FakeArchive()
    window = make(archive)
    desk(window).navigator.go("deadlines")
    workspace(window).deadlines.as_of_changed.emit(date(2019, 12, 31))
    assert not workspace(window).has("countries")
    desk(window).navigator.show_country("KHM")
    qtbot.waitUntil(lambda: "profile KHM 2019-12-31" in archive.asked)


def test_footer_leads_to_the_problems(qtbot: QtBot, make: Make) -> None:
    window = make()
    qtbot.waitUntil(lambda: window.frame.footer.summary.startswith("412 of 420"))
    window.frame.footer.problems_wanted.emit()
    assert workspace(window).place == "library"


def test_without_a_library_there_are_three_ways_to_begin(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    window = make(empty=True)
    assert window.desk is None
    assert not field(window).isEnabled()
    window.choosing.choose_folder = lambda _: str(tmp_path)
    window.choosing.open_library(tmp_path)
    assert window.trouble.startswith(f"{tmp_path} holds no library.")
    (tmp_path / "newer").mkdir()
    (tmp_path / "newer" / "index.db").touch()
    window.choosing.open_library(tmp_path / "newer")
    qtbot.waitUntil(lambda: window.trouble == "The index is of a newer program. Update this one.")
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "index.db").touch()
    window.choosing.open_library(tmp_path / "stick")
    qtbot.waitUntil(lambda: window.archive is not None)
    assert window.windowTitle().startswith("stick")
    assert field(window).isEnabled()
    qtbot.wait(10)


def test_a_damaged_index_is_made_anew_and_its_folders_are_read(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make(empty=True)
    read: list[bool] = []
    monkeypatch.setattr(Indexing, "start", lambda *_: read.append(True))
    window.choosing.open_anew = lambda library: door(FakeArchive(library=library))
    window.choosing.tell(ArchiveError("Another program is using the library."))
    first = window.findChild(FirstStart)
    assert isinstance(first, FirstStart)
    assert first.renewal.isHidden()
    window.choosing.tell(DamagedIndexError(str(tmp_path)))
    assert window.trouble.startswith(DamagedIndexError.SENTENCE)
    assert not first.renewal.isHidden()
    first.renewal.click()
    qtbot.waitUntil(lambda: read == [True])
    assert window.archive is not None
    assert window.archive.library == tmp_path
    qtbot.wait(10)


def test_damage_that_is_met_later_is_mended_from_the_footer(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = FakeArchive(library=tmp_path)
    window = make(archive)
    read: list[bool] = []
    anew: list[Path] = []

    def open_anew(library: Path) -> Archive:
        anew.append(library)
        return door(FakeArchive(library=library))

    def damaged(*_: object, **__: object) -> SearchAnswer:
        raise DamagedIndexError(str(tmp_path))

    monkeypatch.setattr(Indexing, "start", lambda *_: read.append(True))
    monkeypatch.setattr(archive, "search", damaged)
    window.choosing.open_anew = open_anew
    footer = window.frame.footer
    field(window).setFocus()
    QTest.keyClicks(field(window), "mine")
    qtbot.waitUntil(lambda: footer.message.startswith(DamagedIndexError.SENTENCE))
    (deed,) = (link for link in footer.links() if link.text() == "Make the index anew")
    deed.click()
    qtbot.waitUntil(lambda: read == [True])
    assert anew == [tmp_path]
    assert window.archive is not None
    qtbot.wait(10)


def test_a_dropped_library_is_opened(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    (tmp_path / "index.db").touch()
    window = make(empty=True)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    drop = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: window.archive is not None)
    assert window.archive is not None
    assert window.archive.library == tmp_path
    qtbot.wait(10)


def test_every_action_has_words_and_most_a_key_of_their_own(make: Make) -> None:
    window = make()
    actions = [action for action in window.actions() if action.text()]
    keys = [action.shortcut().toString() for action in actions if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    wanted = {"Ctrl+L", "Ctrl+K", "Ctrl+1", "Ctrl+4", "F1", "F6", "F8", "F9", "F11", "Alt+Left", "Alt+Right"}
    assert wanted <= set(keys)
    assert all(isinstance(action, QAction) for action in actions)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_keys_and_palette_open(qtbot: QtBot, make: Make) -> None:
    from archiveviewer.gui.keys import KeysDialog, rows
    from archiveviewer.gui.palette import Palette

    window = make()
    qtbot.waitUntil(lambda: bool(workspace(window).search.known_countries()))
    window.trigger("Keys")
    dialog = window.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    assert {("F3", "Next hit"), ("Ctrl+L", "Search"), ("Ctrl+Shift+L", "Also in other languages")} <= set(dialog.rows())
    dialog.close()
    desk(window).navigator.show_country("KHM")
    qtbot.waitUntil(lambda: ("Alt+C", "Compare with another country") in rows(desk(window).pane_keys()[0][1]))
    assert {("[", "Earlier step"), ("Del", "Leave out or take back")} <= set(rows(desk(window).pane_keys()[0][1]))
    window.trigger("Do something, or go somewhere")
    palette = window.findChild(Palette)
    assert isinstance(palette, Palette)
    words = palette.findChild(QLineEdit)
    assert isinstance(words, QLineEdit)
    QTest.keyClicks(words, "camb")
    QTest.keyClick(words, Qt.Key.Key_Return)
    assert workspace(window).place == "countries"


def test_theme_and_size_are_chosen_and_kept(make: Make, theme: Theme, tmp_path: Path) -> None:
    window = make()
    window.trigger("Dark")
    assert theme.name == "dark"
    window.trigger("125 %")
    assert theme.percent == 125
    assert [one.words for one in matching(of_actions(window.actions()), "dark")] == ["Colours: Dark"]
    window.close()
    state = WindowState(tmp_path / "window.ini")
    assert (state.text("theme"), state.number("text", 100)) == ("dark", 125)
    theme.set_percent(100)


def test_the_window_is_mirrored(qtbot: QtBot, qapp: QApplication, make: Make) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = make()
    ask(qtbot, window, DEADLINE)
    room = workspace(window)
    assert room.search.mapTo(window, room.search.rect().topLeft()).x() > room.reader.mapTo(window, room.reader.rect().topLeft()).x()
    assert not window.grab().isNull()
