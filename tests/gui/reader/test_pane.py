"""The reader as a person meets it: real workers, real widgets, small documents made on the spot."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import papers
from archiveviewer.gui.reader.bars.banner import Banner
from archiveviewer.gui.reader.bars.title_row import LanguageChip
from archiveviewer.gui.reader.bars.tool_row import ToolRow
from archiveviewer.gui.reader.empty import EmptyReader
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.reader.paper.page_view import PageView
from archiveviewer.gui.reader.side.outline_view import OutlineView
from archiveviewer.gui.reader.text.text_view import TextView
from archiveviewer.gui.theme import Theme
from archiveviewer.layout.zoom import Fit
from archiveviewer.records import Document, Health, Light, OutlineItem, PageText, Place
from reading_room import Library

WAIT = 15_000
Part = TypeVar("Part", bound=QWidget)
TEXTS = (
    "The deadline moved to 1 January 2020.\nA second dead-\nline follows.\n",
    "Nothing to see here.\n",
    "Two deadlines: the first deadline, and\ndestroyed 203,671 mines by 31 December 2025.\n",
)
DEADLINE = (Light("deadline"),)


def pages(*texts: str, health: Health = Health.GOOD) -> tuple[PageText, ...]:
    return tuple(PageText(number, str(number), text, health) for number, text in enumerate(texts, start=1))


@pytest.fixture(scope="module")
def three_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return papers.make(tmp_path_factory.mktemp("papers") / "three.pdf", papers.THREE_PAGES)


@pytest.fixture
def paper(library: Library, three_pages: Path) -> Document:
    document = library.add(three_pages, pages(*TEXTS))
    library.outlines[document.id] = (OutlineItem(1, "How it came about", 1), OutlineItem(2, "What comes next", 3))
    return document


@pytest.fixture
def reader(qtbot: QtBot, library: Library, theme: Theme) -> Iterator[ReaderPane]:
    reader = ReaderPane(library, theme)
    reader.resize(753, 600)
    qtbot.addWidget(reader)
    reader.show()
    qtbot.waitExposed(reader)
    yield reader
    reader.close_documents()


def part(whole: QWidget, kind: type[Part]) -> Part:
    found = whole.findChild(kind)
    assert isinstance(found, kind)
    return found


def show(qtbot: QtBot, reader: ReaderPane, place: Place) -> None:
    with qtbot.waitSignal(reader.sharp, timeout=WAIT) as sharp:
        reader.show_place(place)
    assert sharp.args
    assert sharp.args[0] > 0
    view = page_view(reader)
    qtbot.waitUntil(lambda: not view.isVisible() or view.lit(place.page) is not None or place.page in view.faults, timeout=WAIT)


def said(reader: ReaderPane) -> str:
    labels = part(reader, ToolRow).findChildren(QLabel)
    return next((label.text() for label in labels if label.text().startswith("Hit ")), "")


def page_view(reader: ReaderPane) -> PageView:
    return part(reader, PageView)


def text_view(reader: ReaderPane) -> TextView:
    return part(reader, TextView)


def test_a_hit_is_shown_lit_and_in_view(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 1, DEADLINE))
    view = page_view(reader)
    lit = view.lit(1)
    assert lit
    assert [len(hit) for hit in lit.hits] == [1, 2]
    assert view.current == (1, 0)
    where = view.rect_of(1, lit.hits[0][0])
    assert view.viewport().rect().contains(where.toAlignedRect())
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()
    on_the_box = picture.pixelColor(round((where.left() + 1) * ratio), round((where.top() + 2) * ratio))
    assert on_the_box.blue() < on_the_box.red(), "the box of the current hit is orange"


def test_hits_are_walked_over_pages_and_past_the_last_the_window_is_asked(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 1, DEADLINE))
    qtbot.waitUntil(lambda: said(reader) == "Hit 1 of 4", timeout=WAIT)
    reader.next_hit()
    qtbot.waitUntil(lambda: said(reader) == "Hit 2 of 4", timeout=WAIT)
    with qtbot.waitSignal(reader.hit_changed, timeout=WAIT) as changed:
        reader.next_hit()
    assert changed.args == [paper.id, 3]
    qtbot.waitUntil(lambda: said(reader) == "Hit 3 of 4", timeout=WAIT)
    reader.next_hit()
    qtbot.waitUntil(lambda: said(reader) == "Hit 4 of 4", timeout=WAIT)
    with qtbot.waitSignal(reader.past_last_hit, timeout=WAIT) as past:
        reader.next_hit()
    assert past.args == [1]
    reader.previous_hit()
    qtbot.waitUntil(lambda: said(reader) == "Hit 3 of 4", timeout=WAIT)


def test_a_place_reached_backwards_begins_at_its_last_hit(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 3, DEADLINE, from_end=True))
    assert page_view(reader).current == (3, 1)


def test_only_pages_that_answer_the_question_are_walked(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 3, (Light("mines"), Light("deadline")), query="mines"))
    qtbot.waitUntil(lambda: said(reader) == "Hit 1 of 3", timeout=WAIT)


def test_an_evidence_lights_the_sentence_and_the_value(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 3, quote="destroyed 203,671 mines by 31 December 2025.", value="2025-12-31"))
    lit = page_view(reader).lit(3)
    assert lit
    assert len(lit.quote) == len(lit.value) == 1
    assert lit.quote[0][0] < lit.value[0][0]


def test_keys_given_before_the_document_is_there_go_to_its_page(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    reader.activateWindow()
    reader.show_place(Place(paper.id, 1))
    reader.take_keys()
    qtbot.waitUntil(lambda: page_view(reader).hasFocus(), timeout=WAIT)


def test_pages_are_turned_by_keys_and_by_typing_a_label(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 1))
    view = page_view(reader)
    QTest.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: reader.page == 3, timeout=WAIT)
    QTest.keyClick(view, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: reader.page == 1, timeout=WAIT)
    field = part(part(reader, ToolRow), QLineEdit)
    assert field.text() == "i"
    field.setText("2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reader.page == 3, timeout=WAIT)
    assert field.text() == "2", "the third page is labelled 2"
    with qtbot.waitSignal(reader.said) as sentence:
        field.setText("xx")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert sentence.args == ["There is no page xx."]


def test_ctrl_and_wheel_change_the_zoom_and_fit_comes_back(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 1))
    view = page_view(reader)
    fitted = view.percent
    reader.commands.zoom_in.trigger()
    assert view.percent > fitted
    fits = [view.zoom.fit]
    reader.commands.zoom_usual.trigger()
    assert [*fits, view.zoom.fit] == [Fit.NOTHING, Fit.TEXT]
    assert view.percent == pytest.approx(fitted, rel=0.01)


def test_the_text_tab_holds_the_text_with_the_hits(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 1, DEADLINE))
    reader.commands.page_or_text.trigger()
    view = text_view(reader)
    qtbot.waitUntil(lambda: view.loaded() == (1, 2, 3), timeout=WAIT)
    text = view.toPlainText()
    assert text.startswith("Page 1\nThe deadline moved to 1 January 2020.")
    lit = [text[s.cursor.selectionStart() : s.cursor.selectionEnd()] for s in view.extraSelections()]
    assert sorted(lit) == ["dead-\nline", "deadline", "deadline", "deadlines"]
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "destroyed 203,671 mines" in QGuiApplication.clipboard().text()
    assert "<" not in QGuiApplication.clipboard().text()


def test_the_text_can_be_heard(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 3, DEADLINE))
    assert "Ctrl+T" in page_view(reader).accessibleDescription()
    assert page_view(reader).accessibleName() == "Page 2 of Second extension request", "that is its label"
    reader.commands.page_or_text.trigger()
    view = text_view(reader)
    qtbot.waitUntil(lambda: view.isVisible() and 3 in view.loaded(), timeout=WAIT)
    heard = QAccessible.queryAccessibleInterface(view).textInterface()
    text = heard.text(0, heard.characterCount())
    assert "Two deadlines: the first deadline" in text
    assert text[heard.cursorPosition() :].startswith("deadlines"), "the caret stands at the hit"


def test_the_outline_leads_to_its_pages(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 1))
    reader.commands.outline.trigger()
    outline = part(reader, OutlineView)
    assert outline.isVisible()
    outline.list.setCurrentIndex(outline.list.model().index(1, 0))
    QTest.keyClick(outline.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page_view(reader).isVisible() and reader.page == 3, timeout=WAIT)


HEADINGS = """
for number in range(4):
    page = document.new_page(width=400, height=500)
    page.insert_text((60, 80 + 5 * number), f"{number + 1}. What was cleared", fontsize=18)
    page.insert_textbox((60, 120, 360, 400), "Words of the text. " * 30, fontsize=10)
"""


def test_an_outline_is_made_of_headings_when_it_is_looked_at(qtbot: QtBot, reader: ReaderPane, library: Library, tmp_path: Path) -> None:
    headed = library.add(papers.make(tmp_path / "headed.pdf", HEADINGS), pages("", "", "", ""))
    show(qtbot, reader, Place(headed.id, 1))
    outline = part(reader, OutlineView)
    assert not outline.items
    reader.commands.outline.trigger()
    qtbot.waitUntil(lambda: len(outline.items) == 4, timeout=WAIT)
    assert tuple(outline.items)[-1] == OutlineItem(1, "4. What was cleared", 4)
    assert outline.list.accessibleDescription().startswith("Made from the headings")


def test_a_page_without_headings_says_that_there_are_none(qtbot: QtBot, reader: ReaderPane, library: Library, tmp_path: Path) -> None:
    plain = library.add(papers.make(tmp_path / "plain.pdf", "document.new_page().insert_text((60, 80), 'words')"), pages("words"))
    show(qtbot, reader, Place(plain.id, 1))
    reader.commands.outline.trigger()
    said = part(reader, OutlineView).list
    qtbot.waitUntil(lambda: "no headings were found" in said.accessibleDescription(), timeout=WAIT)


def test_a_quote_goes_to_the_clipboard_with_its_citation(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 1, DEADLINE))
    with qtbot.waitSignal(reader.said, timeout=WAIT) as sentence:
        reader.commands.quote.trigger()
    assert sentence.args == ["Quote with citation copied"]
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“The deadline moved to 1 January 2020.”\nSecond extension request, Cambodia, 27")
    assert "three.pdf, SHA-256 0123456789ab" in copied


def test_a_link_inside_leads_to_its_page_and_one_outside_nowhere(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 1))
    view = page_view(reader)
    inside, outside = view.rect_of(1, (70, 85, 71, 86)).toRect().center(), view.rect_of(1, (70, 115, 71, 116)).toRect().center()
    qtbot.waitUntil(lambda: view.cursor_at(inside) is Qt.CursorShape.PointingHandCursor, timeout=WAIT)
    assert view.cursor_at(outside) is Qt.CursorShape.ArrowCursor
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=outside)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    qtbot.waitUntil(lambda: reader.page == 3, timeout=WAIT)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_worker_that_dies_is_replaced_and_the_window_says_so(qtbot: QtBot, reader: ReaderPane, library: Library, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 1, DEADLINE))
    pid = library.viewers.pids()[-1]
    sentences: list[str] = []
    reader.said.connect(sentences.append)
    os.kill(pid, signal.SIGKILL)
    reader.commands.zoom_in.trigger()
    with qtbot.waitSignal(reader.sharp, timeout=WAIT):
        reader.show_place(Place(paper.id, 3, DEADLINE))
    assert len(sentences) == 1
    assert "started again" in sentences[0]
    assert page_view(reader).faults == {}


def test_a_file_that_is_gone_shows_its_text_and_says_where_it_was(qtbot: QtBot, reader: ReaderPane, library: Library) -> None:
    gone = library.add(Path("/media/FIELD-2/request.pdf"), pages(*TEXTS))
    show(qtbot, reader, Place(gone.id, 1, DEADLINE))
    assert "The file is not there now. Its text is kept; the pages are on FIELD-2." in notice(reader)
    assert "The deadline moved" in text_view(reader).toPlainText()
    assert text_view(reader).isVisible()


def test_a_damaged_file_says_so_and_shows_the_text_that_is_kept(qtbot: QtBot, reader: ReaderPane, library: Library, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nno page in sight")
    broken = library.add(tmp_path / "broken.pdf", pages(*TEXTS))
    show(qtbot, reader, Place(broken.id, 3, DEADLINE))
    assert "cannot be drawn" in notice(reader)
    assert "203,671" in text_view(reader).toPlainText()


def test_a_damaged_file_without_text_does_not_keep_that_of_the_document_before(
    qtbot: QtBot, reader: ReaderPane, library: Library, paper: Document, tmp_path: Path
) -> None:
    show(qtbot, reader, Place(paper.id, 1, DEADLINE))
    reader.commands.page_or_text.trigger()
    qtbot.waitUntil(lambda: "The deadline moved" in text_view(reader).toPlainText(), timeout=WAIT)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\nno page in sight")
    broken = library.add(tmp_path / "broken.pdf", pages())
    reader.show_place(Place(broken.id, 1))
    qtbot.waitUntil(lambda: "cannot be drawn" in notice(reader), timeout=WAIT)
    assert text_view(reader).toPlainText() == ""
    assert "text is kept" not in notice(reader)


def test_a_file_that_changed_since_it_was_read_says_so(qtbot: QtBot, reader: ReaderPane, library: Library, three_pages: Path) -> None:
    other = library.add(three_pages, pages(*TEXTS))
    library.changed.add(other.id)
    show(qtbot, reader, Place(other.id, 1, DEADLINE))
    qtbot.waitUntil(lambda: "has changed since it was read" in notice(reader), timeout=WAIT)


def test_a_scan_says_that_it_is_a_picture(qtbot: QtBot, reader: ReaderPane, library: Library, three_pages: Path) -> None:
    scan = library.add(three_pages, pages("", "", "", health=Health.NONE))
    show(qtbot, reader, Place(scan.id, 1))
    qtbot.waitUntil(lambda: "This page is a picture." in notice(reader), timeout=WAIT)


def test_files_attached_inside_are_said(qtbot: QtBot, reader: ReaderPane, library: Library, tmp_path: Path) -> None:
    source = "document.new_page(); [document.embfile_add(name, b'x', filename=name) for name in ('a.csv', 'b.doc')]"
    paper = library.add(papers.make(tmp_path / "with.pdf", source), pages("text"))
    show(qtbot, reader, Place(paper.id, 1))
    qtbot.waitUntil(lambda: bool(notice(reader)), timeout=WAIT)
    said = notice(reader).replace("\u2068", "").replace("\u2069", "")
    assert said == "2 files are attached inside this one. a.csv · b.doc. Not searched; other programs open them."


def test_a_saved_web_page_is_read_section_by_section(qtbot: QtBot, reader: ReaderPane, library: Library) -> None:
    sections = pages(*(f"Section {n}\nThe deadline number {n} is near. {'More words. ' * 60}\n" for n in range(1, 61)))
    page = library.add(Path("/x/page.html"), sections, media_type="text/html", paged=False)
    show(qtbot, reader, Place(page.id, 30, quote="The deadline number 30 is near.", value="30"))
    view = text_view(reader)
    assert "Reading view of a saved web page. Links and pictures are off." in notice(reader)
    text = view.toPlainText()
    lit = {text[s.cursor.selectionStart() : s.cursor.selectionEnd()] for s in view.extraSelections()}
    assert lit == {"The deadline number 30 is near.", "30"}
    assert 30 in view.loaded()
    assert len(view.loaded()) < 60, "only what is near is loaded"
    assert reader.page == 30
    qtbot.waitUntil(lambda: len(view.loaded()) > 4, timeout=WAIT)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: reader.page > 30, timeout=WAIT)


def test_an_evidence_whose_value_is_not_written_in_it_is_lit_as_a_whole(qtbot: QtBot, reader: ReaderPane, library: Library) -> None:
    page = library.add(Path("/x/page.html"), pages("First. It is a State Party. Last.\n"), media_type="text/html", paged=False)
    show(qtbot, reader, Place(page.id, 1, quote="It is a State Party.", value="yes"))
    view = text_view(reader)
    text = view.toPlainText()
    assert [text[s.cursor.selectionStart() : s.cursor.selectionEnd()] for s in view.extraSelections()] == ["It is a State Party."]


def test_text_is_never_taken_for_markup(qtbot: QtBot, reader: ReaderPane, library: Library) -> None:
    nasty = "<b>bold</b> <img src='file:///etc/passwd'> &amp; done\n"
    page = library.add(Path("/x/page.html"), pages(nasty), media_type="text/html", paged=False, title="<i>Title</i>")
    show(qtbot, reader, Place(page.id, 1))
    assert nasty.strip() in text_view(reader).toPlainText()


def test_another_language_opens_at_the_same_page(
    qtbot: QtBot, reader: ReaderPane, library: Library, paper: Document, three_pages: Path
) -> None:
    french = library.add(three_pages, pages(*TEXTS), language="fr", title="Deuxième demande")
    library.families.append((paper.id, french.id))
    show(qtbot, reader, Place(paper.id, 3))
    qtbot.waitUntil(lambda: len(chips(reader)) == 2, timeout=WAIT)
    with qtbot.waitSignal(reader.title_changed, timeout=WAIT) as title:
        QTest.mouseClick(chips(reader)[1], Qt.MouseButton.LeftButton)
    assert title.args == ["Deuxième demande"]
    qtbot.waitUntil(lambda: reader.page == 3, timeout=WAIT)


def test_one_version_whose_language_is_not_known_has_no_chip(qtbot: QtBot, reader: ReaderPane, library: Library, three_pages: Path) -> None:
    unknown = library.add(three_pages, pages(*TEXTS), language=None, title="Scan")
    library.families.append((unknown.id,))
    with qtbot.waitSignal(reader.title_changed, timeout=WAIT):
        show(qtbot, reader, Place(unknown.id, 1))
    qtbot.waitUntil(lambda: not reader._tasks.busy, timeout=WAIT)
    assert chips(reader) == []


def test_what_is_gone_from_the_library_is_said(qtbot: QtBot, reader: ReaderPane) -> None:
    reader.show_place(Place(99))
    qtbot.waitUntil(lambda: "This document is no longer in the library." in empty(reader), timeout=WAIT)


def test_only_the_newest_choice_is_shown(qtbot: QtBot, reader: ReaderPane, library: Library, paper: Document, three_pages: Path) -> None:
    others = [library.add(three_pages, pages(*TEXTS), title=f"Document {n}") for n in range(4)]
    titles: list[str] = []
    reader.title_changed.connect(titles.append)
    for document in (paper, *others):
        reader.show_place(Place(document.id, 2))
    qtbot.waitUntil(lambda: titles[-1:] == ["Document 3"], timeout=WAIT)
    assert reader.document == others[3]


def chips(reader: ReaderPane) -> list[LanguageChip]:
    return [chip for chip in reader.findChildren(LanguageChip) if chip.isVisible()]


def notice(reader: ReaderPane) -> str:
    banner = part(reader, Banner)
    return banner.accessibleName() if banner.isVisible() else ""


def empty(reader: ReaderPane) -> str:
    return part(reader, EmptyReader).accessibleName()


def test_a_reader_at_rest_paints_nothing(qtbot: QtBot, reader: ReaderPane, paper: Document) -> None:
    show(qtbot, reader, Place(paper.id, 1, DEADLINE))
    qtbot.waitUntil(lambda: said(reader) == "Hit 1 of 4" and not reader._tasks.busy, timeout=WAIT)
    painted: list[QWidget] = []

    def rests() -> bool:
        painted.clear()
        qtbot.wait(200)
        return not painted

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
            if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
                painted.append(watched)
            return False

    watch = Watch()
    for widget in reader.findChildren(QWidget):
        widget.installEventFilter(watch)
    qtbot.waitUntil(rests, timeout=WAIT)  # neighbours may still be on their way; one that is never at rest does not pass
