"""Tests of the place Countries: from the filter to the proof and to the missing files, by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pymupdf
import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from archiveviewer.gui.chain.mini import MiniChain
from archiveviewer.gui.countries.chooser import CountryChooser
from archiveviewer.gui.countries.compare_view import CompareView
from archiveviewer.gui.countries.countries_model import Country
from archiveviewer.gui.countries.deeds import Deed
from archiveviewer.gui.countries.export import Export, file_name
from archiveviewer.gui.countries.file_deeds import Doubt, FileDeed
from archiveviewer.gui.countries.files import FilesView
from archiveviewer.gui.countries.head import AnswerLine
from archiveviewer.gui.countries.ledger import Line
from archiveviewer.gui.countries.list import CountriesList
from archiveviewer.gui.countries.pane import CountriesPane
from archiveviewer.gui.countries.profile import ProfileView
from archiveviewer.gui.countries.row import Row
from archiveviewer.gui.countries.sheet import Sheet
from archiveviewer.gui.theme import Theme
from archiveviewer.records import ArchiveError, Place, Profile
from gui.countries.sample import SampleArchive

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

Show = Callable[..., CountriesPane]


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Iterator[Show]:
    """Give a function that shows the pane of an archive; each pane is held, and deleted before its garbage is collected."""
    made: list[CountriesPane] = []

    def shown(archive: SampleArchive, width: int = 676) -> CountriesPane:
        pane = CountriesPane(cast("Archive", archive), theme)
        made.append(pane)
        pane.resize(width, 698)
        pane.show()
        pane.refresh()
        qtbot.waitUntil(lambda: not pane._tasks.busy)
        return pane

    yield shown
    for pane in made:
        pane.close_tasks()
        pane.deleteLater()
        QApplication.sendPostedEvents(pane, QEvent.Type.DeferredDelete)


@pytest.fixture
def archive() -> SampleArchive:
    return SampleArchive()


@pytest.fixture
def pane(show: Show, archive: SampleArchive) -> CountriesPane:
    return show(archive)


@pytest.fixture
def cambodia(pane: CountriesPane, qtbot: QtBot) -> CountriesPane:
    with qtbot.waitSignal(pane.country_shown):
        pane.show_country("KHM")
    return pane


def _chooser(pane: CountriesPane) -> CountryChooser:
    return cast(CountryChooser, pane.findChild(CountryChooser))


def _sheet(pane: CountriesPane) -> Sheet:
    return cast(Sheet, pane.findChild(Sheet))


def _files(pane: CountriesPane) -> FilesView:
    return cast(FilesView, pane.findChild(FilesView))


def _row(pane: CountriesPane, label: str) -> QModelIndex:
    return next(_sheet(pane).rows().indexes(lambda row: isinstance(row, Row) and row.label == label))


def test_the_list_says_state_deadline_and_documents(pane: CountriesPane) -> None:
    rows = _chooser(pane).list.rows()
    index = next(rows.indexes(lambda item: isinstance(item, Country) and item.summary.country == "KHM"))
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole)).replace("\u00a0", " ")
    assert said == (
        "Cambodia, passed, as far as this archive knows, clearance deadline 31 December 2025, "
        "newest source Nov 2019, 22 facts, 14 documents"
    )
    QAbstractItemModelTester(cast(QAbstractItemModel, rows), QAbstractItemModelTester.FailureReportingMode.Fatal, pane)


@pytest.mark.parametrize(
    ("typed", "first"), [("camb", "KHM"), ("KHM", "KHM"), ("كمبوديا", "KHM"), ("កម្ពុជា", "KHM"), ("sri", "LKA"), ("tuva", "TUV")]
)
def test_the_filter_knows_names_in_other_languages(pane: CountriesPane, qtbot: QtBot, typed: str, first: str) -> None:
    chooser = _chooser(pane)
    chooser.field.setText(typed)
    assert chooser.current() == first
    with qtbot.waitSignal(pane.country_shown) as shown:
        QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    assert shown.args == [first]
    assert chooser.current() == first
    assert chooser.field.text() == ""


def test_countries_are_called_by_their_names_in_the_chosen_language(cambodia: CountriesPane, qtbot: QtBot) -> None:
    cambodia.set_languages(("ar", "en"))
    qtbot.waitUntil(lambda: not cambodia._tasks.busy)
    names = [item.name for item in _chooser(cambodia).model.countries]
    assert "كمبوديا" in names
    assert cambodia._profile._head._name.text() == "كمبوديا"
    cambodia.set_languages(("C",))
    qtbot.waitUntil(lambda: cambodia._profile._head._name.text() == "Cambodia")


def test_from_the_list_to_the_proof_and_back(pane: CountriesPane, qtbot: QtBot) -> None:
    chooser = _chooser(pane)
    chooser.field.setFocus()
    QTest.keyClicks(chooser.field, "camb")
    with qtbot.waitSignal(pane.country_shown):
        QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    line = QApplication.focusWidget()
    assert isinstance(line, AnswerLine)
    assert (
        line.accessibleName()
        .replace("\u00a0", " ")
        .startswith(
            "Clearance deadline 31 December 2025. Passed, as far as this archive knows. It ran out 327 days ago. "
            "Newest source: November 2019, 7 years old. Look for a newer decision."
        )
    )
    with qtbot.waitSignal(pane.place_opened) as opened:
        QTest.keyClick(line, Qt.Key.Key_Return)
    place = cast(Place, opened.args[0])
    assert (place.page, place.value, place.lights[0].exact) == (5, "2025-12-31", True)
    assert place.lights[0].words == place.quote
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert chooser.isVisible()
    assert QApplication.focusWidget() is chooser.field


def test_brackets_walk_the_chain(cambodia: CountriesPane, qtbot: QtBot) -> None:
    mini = cast(MiniChain, cambodia.findChild(MiniChain))
    seen = []
    for key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight, Qt.Key.Key_BracketRight):
        with qtbot.waitSignal(cambodia.place_chosen) as chosen:
            QTest.keyClick(cambodia, key)
        seen.append((mini.current.date if mini.current else "", cast(Place, chosen.args[0]).value))
    assert [day for day, _ in seen] == ["2020-01-01", "2019-03-27", "2020-01-01", "2025-12-31"]
    assert [value for _, value in seen] == ["2020-01-01", "2019-03-27", "2020-01-01", "2025-12-31"]


def test_what_only_the_reference_list_knows_is_said_apart(cambodia: CountriesPane) -> None:
    box = cambodia._profile._head._box
    assert box.isVisible()
    said = box.accessibleName().replace("\u00a0", " ")
    assert said == "Not in this archive, from the reference list of December 2025: 31 December 2030, set by 22MSP, December 2025"


def test_a_row_leads_to_its_sentence(cambodia: CountriesPane, qtbot: QtBot) -> None:
    sheet = _sheet(cambodia)
    QAbstractItemModelTester(cast(QAbstractItemModel, sheet.rows()), QAbstractItemModelTester.FailureReportingMode.Fatal, cambodia)
    sheet.setFocus()
    with qtbot.waitSignal(cambodia.place_chosen) as chosen:
        sheet.setCurrentIndex(_row(cambodia, "Mines retained"))
    assert cast(Place, chosen.args[0]).value == "1235"
    with qtbot.waitSignal(cambodia.place_opened) as opened:
        QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert opened.args == chosen.args


def test_a_fact_called_wrong_goes_and_comes_back(cambodia: CountriesPane, archive: SampleArchive, qtbot: QtBot) -> None:
    sheet = _sheet(cambodia)
    sheet.setFocus()
    sheet.setCurrentIndex(_row(cambodia, "Mines retained"))
    with qtbot.waitSignals([cambodia.undo_offered, cambodia.facts_changed]):
        QTest.keyClick(sheet, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not cambodia._tasks.busy)
    assert [one.value for one in archive.hidden] == ["1235"]
    assert sheet.rows().item(_row(cambodia, "Mines retained")).value == "not stated in this archive"
    group = sheet.rows().item(_row(cambodia, "Left out"))
    assert group.value == "1 fact called wrong in this library"
    (gone,) = group.children
    assert (gone.label, gone.value.replace("\u00a0", " "), gone.as_of.replace("\u00a0", " ")) == (
        "Mines retained",
        "1,235 mines",
        "left out 23 Nov 2026",
    )
    assert gone.place is not None
    with qtbot.waitSignal(cambodia.facts_changed):
        sheet.deed_wanted.emit(gone, Deed.RIGHT)
    qtbot.waitUntil(lambda: not cambodia._tasks.busy)
    assert archive.hidden == []
    assert sheet.rows().item(_row(cambodia, "Mines retained")).value.replace("\u00a0", " ") == "1,235 mines"


def test_the_undo_that_is_offered_brings_a_fact_back(cambodia: CountriesPane, archive: SampleArchive, qtbot: QtBot) -> None:
    row = _sheet(cambodia).rows().item(_row(cambodia, "Mines retained"))
    with qtbot.waitSignal(cambodia.undo_offered) as offered:
        _sheet(cambodia).deed_wanted.emit(row, Deed.WRONG)
    assert offered.args[0].replace("\u00a0", " ") == "Left out: Mines retained, 1,235 mines."
    with qtbot.waitSignal(cambodia.facts_changed):
        offered.args[1]()
    qtbot.waitUntil(lambda: not cambodia._tasks.busy)
    assert archive.hidden == []


def test_what_can_be_done_stands_at_the_end_of_the_row_and_in_its_menu(cambodia: CountriesPane, qtbot: QtBot) -> None:
    sheet = _sheet(cambodia)
    index = _row(cambodia, "Mines retained")
    assert sheet._places(index) == []
    sheet.setCurrentIndex(index)
    (copy, _), (wrong, rect) = sheet._places(index)
    assert (copy.deed, wrong.deed) == (Deed.COPY, Deed.WRONG)
    assert rect.width() >= 24
    menu = sheet.menu_of(index)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "Open the sentence",
        "Copy the sentence with its source",
        "Wrong? Leave this fact out",
    ]
    assert sheet.menu_of(_row(cambodia, "National law")) is None
    with qtbot.waitSignal(sheet.deed_wanted) as wanted:
        QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert wanted.args[1] is Deed.WRONG


def test_what_is_not_stated_opens_nothing_but_says_so(cambodia: CountriesPane, qtbot: QtBot) -> None:
    sheet = _sheet(cambodia)
    sheet.setCurrentIndex(_row(cambodia, "National law"))
    with qtbot.assertNotEmitted(cambodia.place_opened), qtbot.waitSignal(cambodia.said) as said:
        QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert "not stated in this archive" in said.args[0]


def test_down_walks_from_the_answer_through_the_facts_to_the_files(cambodia: CountriesPane) -> None:
    sheet, files = _sheet(cambodia), _files(cambodia)
    seen: list[object] = []
    for _ in range(60):
        focus = cast(QWidget, QApplication.focusWidget())
        if focus not in seen:
            seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Down)
        if files.hasFocus():
            break
    assert [type(widget) for widget in seen] == [AnswerLine, Sheet]
    assert files.hasFocus()
    QTest.keyClick(files, Qt.Key.Key_Up)
    assert sheet.hasFocus()


def test_what_gets_the_keys_comes_into_view(cambodia: CountriesPane, qtbot: QtBot) -> None:
    profile = cambodia._profile
    cambodia.resize(676, 300)
    cambodia.activateWindow()
    profile.show_files()
    qtbot.waitUntil(_files(cambodia).hasFocus)
    assert profile.verticalScrollBar().value() > 0
    cambodia.setFocus()  # as Ctrl+2 does
    qtbot.waitUntil(lambda: profile.verticalScrollBar().value() == 0)


def test_a_table_without_a_current_row_shows_the_keys(cambodia: CountriesPane, qtbot: QtBot, theme: Theme) -> None:
    sheet = _sheet(cambodia)
    cambodia.activateWindow()
    _files(cambodia).setFocus()
    qtbot.waitUntil(_files(cambodia).hasFocus)
    sheet.setCurrentIndex(sheet.rows().index(0, 0))
    sheet.forget_current()
    plain = sheet.viewport().grab().toImage()
    sheet.setFocus()
    qtbot.waitUntil(sheet.hasFocus)
    assert sheet.viewport().grab().toImage() != plain
    assert sheet.viewport().grab().toImage().pixelColor(0, sheet.height() // 2) == theme.color("accent")


def test_ctrl_down_goes_to_the_listed_documents(cambodia: CountriesPane) -> None:
    files = _files(cambodia)
    QTest.keyClick(cast(QWidget, QApplication.focusWidget()), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert files.hasFocus()
    QAbstractItemModelTester(cast(QAbstractItemModel, files.rows()), QAbstractItemModelTester.FailureReportingMode.Fatal, cambodia)
    assert cambodia._profile._part.fold.accessibleName().startswith("Listed documents, 24 listed")
    assert cambodia._profile._part._missing.text() == "10 missing"


def test_cells_say_what_they_hold_and_open_it(cambodia: CountriesPane, qtbot: QtBot) -> None:
    files = _files(cambodia)
    files.expandAll()
    model = files.rows()
    summary = next(model.indexes(lambda line: isinstance(line, Line) and line.title.endswith("Executive Summary")))
    french = summary.siblingAtColumn(2 + 3)
    said = str(french.data(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "Cambodia's Extension Request Executive Summary, French, 40 KB, listed, not in this library"
    files.setCurrentIndex(french)
    with qtbot.waitSignal(cambodia.place_opened) as opened:
        QTest.keyClick(files, Qt.Key.Key_Return)
    assert cast(Place, opened.args[0]).quote == "Cambodia's Extension Request Executive Summary"


def test_a_chosen_cell_shows_its_file_while_the_keys_stay(cambodia: CountriesPane, qtbot: QtBot) -> None:
    files = _files(cambodia)
    files.expandAll()
    annex = next(files.rows().indexes(lambda line: isinstance(line, Line) and line.title == "Annex 20")).siblingAtColumn(8)
    files.setFocus()
    with qtbot.waitSignal(cambodia.place_chosen) as chosen, qtbot.assertNotEmitted(cambodia.place_opened):
        files.setCurrentIndex(annex)
    assert cast(Place, chosen.args[0]).quote == "Annex 20"
    assert files.hasFocus()


def _doubtful(pane: CountriesPane) -> QModelIndex:
    files = _files(pane)
    files.expandAll()
    wanted = files.rows().indexes(lambda line: isinstance(line, Line) and "Revised Extension Request" in line.title)
    return next(wanted).siblingAtColumn(8)


def test_a_file_in_doubt_is_asked_about(cambodia: CountriesPane, archive: SampleArchive, qtbot: QtBot) -> None:
    with qtbot.waitSignal(cambodia.doubt_opened) as seen, qtbot.waitSignal(cambodia.place_opened):
        _files(cambodia).opened.emit(_doubtful(cambodia))
    doubt = cast(Doubt, seen.args[0])
    asked = doubt.question.replace("\u2068", "").replace("\u2069", "")
    assert asked == "In doubt: is Cambodia's Revised Extension Request-None.pdf the listed “Cambodia's Revised Extension Request, 5.9 MB”?"
    assert doubt.why == "damaged: 2.1 of 5.9 MB"
    with qtbot.waitSignal(cambodia.undo_offered) as offered:
        cambodia.decide(doubt.listed, yes=False)
    assert [one.is_it for one in archive.words] == [False]
    with qtbot.waitSignal(cambodia.facts_changed):
        offered.args[1]()
    qtbot.waitUntil(lambda: not cambodia._tasks.busy)
    assert archive.words == []


def test_the_menu_of_a_cell_confirms_and_corrects(cambodia: CountriesPane, archive: SampleArchive, qtbot: QtBot) -> None:
    files = _files(cambodia)
    menu = files.menu_at(_doubtful(cambodia))
    assert menu is not None
    name = "Cambodia's Revised Extension Request-None.pdf"
    assert [action.text() for action in menu.actions()] == [
        f"Open {name}",
        "Open the page that lists it",
        f"Yes, it is {name}",
        f"No, {name} is another document",
        "Choose its file…",
    ]
    assert files.menu_at(files.rows().index(0, 0)) is None
    cambodia.choose_document = lambda _: "/archive/KHM/scan 7.pdf"
    with qtbot.waitSignal(cambodia.undo_offered) as offered:
        menu.actions()[-1].trigger()
    assert offered.args[0] == "Kept: \u2068scan 7.pdf\u2069 is “\u2068Cambodia's Revised Extension Request\u2069”."
    assert [(Path(one.path).name, one.is_it) for one in archive.words] == [("scan 7.pdf", True)]
    listed = files.rows().item(_doubtful(cambodia)).files[0]
    with qtbot.waitSignal(cambodia.facts_changed):
        files.deed_wanted.emit(listed, FileDeed.UNDO)
    qtbot.waitUntil(lambda: not cambodia._tasks.busy)
    assert archive.words == []


def test_two_countries_stand_side_by_side_and_lead_to_their_proofs(cambodia: CountriesPane, qtbot: QtBot) -> None:
    offered: list[str] = []
    cambodia.comparing.choose = lambda countries: offered.extend(one.summary.country for one in countries)
    QTest.keyClick(cast(QWidget, QApplication.focusWidget()), Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier)
    assert "FIN" in offered
    assert "KHM" not in offered
    cambodia.compare("FIN")
    qtbot.waitUntil(lambda: cambodia.comparing.view is not None and cambodia.comparing.view.isVisible())
    view = cast(CompareView, cambodia.comparing.view)
    QAbstractItemModelTester(cast(QAbstractItemModel, view.table.rows()), QAbstractItemModelTester.FailureReportingMode.Fatal, cambodia)
    deadline = view.table.rows().index(0, 1, view.table.rows().index(0, 0))
    assert view.table.currentIndex() == deadline
    with qtbot.waitSignal(cambodia.place_chosen, check_params_cb=lambda place: place.value == "1235"):
        view.table.setCurrentIndex(next(view.table.rows().indexes(lambda row: row.label == "Mines retained")).siblingAtColumn(1))
    view.table.setCurrentIndex(deadline)
    with qtbot.waitSignal(cambodia.place_opened) as opened:
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert cast(Place, opened.args[0]).value == "2025-12-31"
    cambodia.refresh()
    qtbot.waitUntil(lambda: not cambodia._tasks.busy)
    assert view.isVisible()
    QTest.keyClick(view.table, Qt.Key.Key_Escape)
    assert cambodia._profile.isVisible()
    assert cambodia.country == "KHM"


def test_folded_groups_stay_as_they_were_when_read_again(cambodia: CountriesPane, qtbot: QtBot, archive: SampleArchive) -> None:
    sheet = _sheet(cambodia)
    sheet.setExpanded(_row(cambodia, "Situation"), True)
    count = len(archive.asked)
    cambodia.refresh()
    qtbot.waitUntil(lambda: len(archive.asked) > count and not cambodia._tasks.busy)
    assert sheet.isExpanded(_row(cambodia, "Situation"))
    assert not sheet.isExpanded(_row(cambodia, "Other treaties"))


def test_another_day_is_written_and_left_again(cambodia: CountriesPane, qtbot: QtBot, archive: SampleArchive) -> None:
    cambodia.set_as_of(date(2019, 12, 1))
    qtbot.waitUntil(cambodia._profile._head._day.isVisible)
    assert "profile KHM 2019-12-01" in archive.asked
    with qtbot.waitSignal(cambodia.as_of_changed) as changed:
        cambodia._profile._head._day.click()
    assert changed.args == [None]
    qtbot.waitUntil(lambda: not cambodia._profile._head._day.isVisible())


WANTED = {
    Export.SHEET_HTML: "In total, Cambodia reported having destroyed 203,671 mines.",
    Export.SHEET_CSV: "In total, Cambodia reported having destroyed 203,671 mines.",
    Export.FACTS: "203671",
    Export.EVENTS: "2007-03-14",
    Export.MISSING: "Annex 20",
    Export.MISSING_TEXT: "[ ] Annex 20, 67 KB",
}


@pytest.mark.parametrize("what", list(WANTED))
def test_every_export_writes_a_file(cambodia: CountriesPane, qtbot: QtBot, tmp_path: Path, what: Export) -> None:
    cambodia.handover.choose_file = lambda name, _: f"{tmp_path / name}"
    with qtbot.waitSignal(cambodia.said) as said:
        cambodia.export(what)
    (path,) = tmp_path.iterdir()
    assert str(path) in said.args[0]
    text = path.read_text(encoding="utf-8-sig")
    assert WANTED[what] in text
    assert ("Annex 18" in text) is (what is Export.SHEET_HTML)


def test_the_country_sheet_is_printed(cambodia: CountriesPane, qtbot: QtBot, tmp_path: Path) -> None:
    cambodia.handover.choose_file = lambda name, _: f"{tmp_path / name}"
    with qtbot.waitSignal(cambodia.said):
        cambodia.export(Export.SHEET_PDF)
    with pymupdf.open(tmp_path / "KHM-sheet.pdf") as paper:
        text = " ".join(" ".join(page.get_text() for page in paper).split())
    for words in ("Cambodia", "Passed, as far as this archive knows", "203,612 mines", "not stated in this archive", "[1]", "Sources"):
        assert words in text


@pytest.mark.parametrize("what", [Export.FACTS, Export.SHEET_HTML, Export.SHEET_PDF])
def test_an_export_that_cannot_be_written_is_a_sentence(cambodia: CountriesPane, qtbot: QtBot, tmp_path: Path, what: Export) -> None:
    cambodia.handover.choose_file = lambda name, _: str(tmp_path / "gone" / name)
    with qtbot.waitSignal(cambodia.said) as said:
        cambodia.export(what)
    assert f"{file_name(what, 'KHM')} could not be written" in said.args[0]
    assert "Choose another folder" in said.args[0]


def test_a_country_without_facts_shows_what_there_is(pane: CountriesPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.country_shown):
        pane.show_country("TUV")
    assert pane._profile._head.answer.text() == "No clearance deadline is stated in this archive"
    assert not pane._profile._mini.isVisible()
    assert [str(index.data()) for index in _sheet(pane).rows().indexes(lambda row: row.children)] == [
        "Not in this archive, reference list of December\u00a02025 · 1 row"
    ]


def test_on_a_large_screen_the_list_stays(show: Show, qtbot: QtBot, archive: SampleArchive) -> None:
    made = show(archive, width=1600)
    with qtbot.waitSignal(made.country_shown):
        made.show_country("KHM")
    assert _chooser(made).isVisible()
    assert _chooser(made).width() == 292
    assert not made._profile._head._all.isVisible()
    made.resize(900, 698)
    assert not _chooser(made).isVisible()


def test_a_large_screen_asks_to_choose_at_first(show: Show, archive: SampleArchive) -> None:
    made = show(archive, width=1600)
    assert made._notice.isVisible()
    assert made._notice.accessibleName().startswith("Choose a country")
    assert _chooser(made).geometry().left() == 0
    made.setFocus()
    assert QApplication.focusWidget() is _chooser(made).field


def test_without_listed_documents_ctrl_down_says_so(pane: CountriesPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.country_shown):
        pane.show_country("JOR")
    with qtbot.waitSignal(pane.said) as said:
        QTest.keyClick(cast(QWidget, QApplication.focusWidget()), Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["No page of this archive lists documents of Jordan."]
    assert not _files(pane).isVisible()


def test_nothing_yet_leads_to_the_library(show: Show, qtbot: QtBot) -> None:
    made = show(SampleArchive(empty=True))
    assert made._notice.isVisible()
    assert made._notice.accessibleName().startswith("No countries in this archive yet")
    with qtbot.waitSignal(made.library_wanted):
        made._notice.asked.emit(0)


class _Gone(SampleArchive):
    """Cannot answer for a country."""

    def profile(self, country: str, *, as_of: date | None = None) -> Profile:
        """Raise what a person can act on."""
        raise ArchiveError(f"{country} {as_of}: the disk with the library is gone. Connect it.")


def test_an_error_is_a_sentence_and_esc_leads_back(show: Show, qtbot: QtBot) -> None:
    made = show(_Gone())
    made.show_country("KHM")
    qtbot.waitUntil(lambda: made._notice.is_error)
    assert "Connect it" in made._notice.accessibleName()
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert cast(CountriesList, made.findChild(CountriesList)).isVisible()


@pytest.mark.parametrize("choice", ["dark", "contrast"])
def test_the_profile_is_painted_in_every_theme(cambodia: CountriesPane, theme: Theme, choice: str) -> None:
    light = cambodia.grab().toImage()
    theme.set_choice(choice)
    other = cambodia.grab().toImage()
    theme.set_choice("light")
    assert light != other


def test_text_of_double_size_makes_rows_grow(cambodia: CountriesPane, theme: Theme) -> None:
    sheet = _sheet(cambodia)
    before = sheet.content_height()
    theme.set_percent(200)
    assert sheet.content_height() > 1.6 * before
    cambodia.grab()
    theme.set_percent(100)


def test_from_right_to_left_everything_is_painted(show: Show, qtbot: QtBot, qapp: QApplication, archive: SampleArchive) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made = show(archive)
    with qtbot.waitSignal(made.country_shown):
        made.show_country("KHM")
    profile = cast(ProfileView, made.findChild(ProfileView))
    assert profile._head._name.x() > profile._head._export.x()
    made.grab()


def test_a_narrow_pane_keeps_every_value_readable(show: Show, qtbot: QtBot, archive: SampleArchive) -> None:
    made = show(archive, width=400)
    with qtbot.waitSignal(made.country_shown):
        made.show_country("KHM")
    sheet, files = _sheet(made), _files(made)
    qtbot.waitUntil(lambda: sheet.narrow and files.viewport().width() > 350)
    assert sum(sheet.columnWidth(column) for column in range(3)) <= sheet.viewport().width()
    assert sum(files.columnWidth(column) for column in range(9)) <= files.viewport().width()
    made.resize(676, 698)
    assert not sheet.narrow


def test_a_clock_that_is_behind_is_said_over_the_states(show: Show, archive: SampleArchive) -> None:
    archive.ahead = "2027-01"
    made = show(archive)
    assert "is before the newest document, January 2027" in made._caution.accessibleName().replace("\u00a0", " ")
    assert made._caution.isVisible()
    made.set_as_of(date(2019, 12, 1))
    assert not made._caution.isVisible()
