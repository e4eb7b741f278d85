"""A second document beside the first, scrolled with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import papers
from archiveviewer.gui.reader.beside import Beside, corresponding, corresponding_page
from archiveviewer.gui.reader.pairing import choices
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.reader.paper.page_view import PageView
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Document, Light, PageText, Place
from reading_room import Library

WAIT = 15_000
TEXTS = tuple(PageText(number, str(number), "deadline") for number in (1, 2, 3))


@pytest.fixture
def library() -> Iterator[Library]:
    library = Library()
    yield library
    library.viewers.close()


@pytest.fixture
def reader(qtbot: QtBot, library: Library, theme: Theme, tmp_path: Path) -> Iterator[ReaderPane]:
    path = papers.make(tmp_path / "three.pdf", papers.THREE_PAGES)
    english = library.add(path, TEXTS)
    french = library.add(path, TEXTS, language="fr", title="Deuxième demande")
    library.add(path, TEXTS, title="Decision")
    library.families.append((english.id, french.id))
    reader = ReaderPane(library, theme)
    reader.resize(900, 600)
    qtbot.addWidget(reader)
    reader.show()
    qtbot.waitExposed(reader)
    with qtbot.waitSignal(reader.sharp, timeout=WAIT):
        reader.show_place(Place(english.id, 1, (Light("deadline"),)))
    yield reader
    reader.close_documents()


def choose(qtbot: QtBot, reader: ReaderPane, number: int) -> PageView:
    """Open a second document beside, and return its pages."""
    library = reader._archive
    reader._pair.open(library.document(number), page=reader.page, place=reader.place)
    beside = reader.findChild(Beside)
    assert isinstance(beside, Beside)
    view = beside.views.pages
    qtbot.waitUntil(lambda: view.is_sharp and view.count == 3, timeout=WAIT)
    return view


def first(reader: ReaderPane) -> PageView:
    return reader._views.pages


@pytest.mark.parametrize(("pages", "count", "other", "there"), [(2.5, 3, 3, 2.5), (5.0, 10, 20, 10.0), (1.0, 0, 7, 1.0)])
def test_longer_documents_are_scrolled_further(pages: float, count: int, other: int, there: float) -> None:
    assert corresponding(pages, count, other) == there


def test_other_languages_are_offered_before_what_was_read_lately(library: Library, reader: ReaderPane) -> None:
    english, french, decision = (library.document(number) for number in (1, 2, 3))
    offered = choices(english, (french,), (decision, french, english))
    assert [words for words, _ in offered] == ["French: Deuxième demande", "Decision"]
    assert reader.page == 1


def test_the_other_language_stands_beside_with_the_same_words_lit(qtbot: QtBot, reader: ReaderPane) -> None:
    view = choose(qtbot, reader, 2)
    qtbot.waitUntil(lambda: view.lit(1) is not None, timeout=WAIT)
    lit = view.lit(1)
    assert lit
    assert len(lit.hits) == 2
    assert view.isVisible()
    assert first(reader).isVisible()


def test_both_are_scrolled_together_from_either_side(qtbot: QtBot, reader: ReaderPane) -> None:
    view = choose(qtbot, reader, 3)
    first(reader).setFocus()
    first(reader).scroll_to(1.2)
    assert view.pages_down == pytest.approx(1.2, abs=0.1)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert first(reader).pages_down < 1


def test_the_second_stays_while_the_first_is_another_and_goes_by_the_same_key(
    qtbot: QtBot, reader: ReaderPane, library: Library, tmp_path: Path
) -> None:
    view = choose(qtbot, reader, 3)
    for number in range(3):
        document = other(library, tmp_path, number)
        with qtbot.waitSignal(reader.sharp, timeout=WAIT):
            reader.show_place(Place(document.id, 2))
    view.show_page(3)
    qtbot.waitUntil(lambda: view.is_sharp and view.lit(3) is not None, timeout=WAIT)
    assert view.faults == {}
    reader.commands.beside.trigger()
    qtbot.waitUntil(lambda: not reader.findChildren(Beside), timeout=WAIT)


def other(library: Library, tmp_path: Path, number: int) -> Document:
    return library.add(tmp_path / "three.pdf", TEXTS, title=f"Other {number}")


@pytest.mark.parametrize(
    ("page", "count", "other", "there"),
    [(12, 96, 96, 12), (1, 96, 102, 1), (48, 96, 102, 51), (96, 96, 102, 102), (7, 9, 3, 3), (2, 3, 0, 1)],
)
def test_a_page_corresponds_to_that_which_is_as_far_down(page: int, count: int, other: int, there: int) -> None:
    assert corresponding_page(page, count, other) == there


def test_another_language_opens_at_the_page_that_corresponds(qtbot: QtBot, reader: ReaderPane, library: Library) -> None:
    long = library.add(Path(library.documents[1].path), TEXTS * 2, language="es", title="Segunda solicitud")
    library.families.append((1, long.id))
    first(reader).show_page(2)
    qtbot.waitUntil(lambda: reader.page == 2 and first(reader).is_sharp, timeout=WAIT)
    reader._on_sibling_chosen(long)
    assert reader._place is not None
    assert reader._place.page == 4


def test_texts_are_read_together_section_by_section(qtbot: QtBot, reader: ReaderPane, library: Library, tmp_path: Path) -> None:
    sections = tuple(PageText(number, str(number), f"Section {number}\n" + "words of it\n" * 40) for number in range(1, 7))
    plain = {"media_type": "text/html", "paged": False}
    one, other = (library.add(tmp_path / f"{name}.html", sections, title=name, **plain) for name in ("one", "other"))
    reader.show_place(Place(one.id, 1))
    qtbot.waitUntil(lambda: reader.document == one and reader.page == 1, timeout=WAIT)
    reader._pair.open(other, page=1, place=None)
    beside = reader.findChild(Beside)
    assert isinstance(beside, Beside)
    qtbot.waitUntil(lambda: beside.document == other and beside.views.text.page == 1, timeout=WAIT)
    reader._turn_to(4)
    qtbot.waitUntil(lambda: reader.page == 4 and beside.views.text.page == 4, timeout=WAIT)
