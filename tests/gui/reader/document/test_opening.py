"""Documents opened when they are asked for, and ahead of that."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import papers
from archiveviewer.gui.reader.document import first
from archiveviewer.gui.reader.document.attempt import Ready
from archiveviewer.gui.reader.document.opening import Opening
from archiveviewer.gui.reader.pane import ReaderPane
from archiveviewer.gui.reader.paper.page_view import PageView
from archiveviewer.gui.tasks import Tasks
from archiveviewer.layout.aim import Aim
from archiveviewer.layout.looking import Room
from archiveviewer.layout.sheets import Spread
from archiveviewer.layout.zoom import Fit, Zoom
from archiveviewer.pages.viewer import Viewer
from archiveviewer.records import Document, Light, PageText, Place
from reading_room import Library

_WAIT = 15_000
_AIM = Aim(Room(700, 500, 1.0), Zoom(), Spread.ALL)


@pytest.fixture
def opening(qtbot: QtBot, library: Library, tmp_path: Path) -> Iterator[Opening]:  # noqa: ARG001 - qtbot makes the application
    """Return what opens the two documents of the library."""
    path = papers.make(tmp_path / "three.pdf", papers.THREE_PAGES)
    for _ in range(2):
        library.add(path, tuple(PageText(number, str(number), "deadline") for number in (1, 2, 3)))
    tasks = Tasks()
    opening = Opening(library, tasks)
    yield opening
    opening.stop()
    opening.stop_ahead()
    tasks.close()


def _open(qtbot: QtBot, opening: Opening, place: Place) -> Ready:
    with qtbot.waitSignal(opening.ready, timeout=_WAIT) as ready:
        opening.open(place, aim=_AIM)
    assert ready.args
    assert isinstance(ready.args[0], Ready)
    return ready.args[0]


def test_what_was_opened_ahead_is_ready_at_once(qtbot: QtBot, opening: Opening) -> None:
    place = Place(1, 3, (Light("deadline"),))
    opening.expect(place, _AIM)
    qtbot.waitUntil(lambda: opening.is_ahead(place), timeout=_WAIT)
    came: list[Ready] = []
    opening.ready.connect(came.append)
    opening.open(place, aim=_AIM)
    assert [ready.document.id for ready in came] == [1], "before anything else could happen"
    assert came[0].session
    opening.close(came[0].session)


def test_another_document_than_was_expected_is_opened_all_the_same(qtbot: QtBot, opening: Opening) -> None:
    opening.expect(Place(1), _AIM)
    ready = _open(qtbot, opening, Place(2))
    assert ready.document.id == 2
    assert ready.session
    opening.close(ready.session)


def test_nothing_is_opened_ahead_while_somebody_waits(qtbot: QtBot, opening: Opening) -> None:
    opening.open(Place(1), aim=_AIM)
    opening.expect(Place(2), _AIM)
    assert not opening.is_ahead(Place(2))
    with qtbot.waitSignal(opening.ready, timeout=_WAIT) as ready:
        pass
    opening.go_ahead()
    qtbot.waitUntil(lambda: opening.is_ahead(Place(2)), timeout=_WAIT)
    assert ready.args
    opening.close(ready.args[0].session)


def test_the_picture_asked_for_ahead_is_the_one_that_is_seen(
    qtbot: QtBot, library: Library, open_at: Callable[[Place], ReaderPane], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    reader = open_at(Place(1, 1, (Light("deadline"),)))
    other = library.add(papers.make(tmp_path / "other.pdf", papers.THREE_PAGES), library.texts[1])
    place, opening, pages = Place(other.id, 3, (Light("deadline"),)), reader.findChild(Opening), []
    view = reader.findChild(PageView)
    assert isinstance(view, PageView)
    see, picture = Viewer.see, Viewer.picture

    def seen(viewer: Viewer, page: int, aim: Aim, guess: float | None, *, priority: int = 0) -> int:
        pages.append((page, view.is_sharp))
        return see(viewer, page, aim, guess, priority=priority)

    def drawn(viewer: Viewer, page: int, scale: float, part: tuple[int, int, int, int], *, priority: int = 0) -> int:
        pages.append((page, view.is_sharp))
        return picture(viewer, page, scale, part, priority=priority)

    qtbot.wait(50)  # the neighbours of the page before
    monkeypatch.setattr(Viewer, "see", seen)
    monkeypatch.setattr(Viewer, "picture", drawn)
    reader.expect(place)
    assert isinstance(opening, Opening)
    qtbot.waitUntil(lambda: opening.is_ahead(place), timeout=_WAIT)
    with qtbot.waitSignal(reader.sharp, timeout=_WAIT):
        reader.show_place(place)
    assert pages[0] == (3, True), "drawn before it was chosen"
    assert all(is_sharp for _, is_sharp in pages), "and nothing more had to be drawn until it was sharp"


def test_that_a_document_is_being_opened_is_said_until_it_is(
    qtbot: QtBot, open_at: Callable[[Place], ReaderPane], library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = open_at(Place(1, 1))
    other = library.add(papers.make(tmp_path / "other.pdf", papers.THREE_PAGES), library.texts[1])
    said, may_open, document = list[str](), threading.Event(), library.document
    reader.said.connect(said.append)
    reader.said.connect(lambda _: may_open.set())

    def found_late(number: int, /) -> Document:
        assert may_open.wait(_WAIT / 1000)
        return document(number)

    monkeypatch.setattr(library, "document", found_late)
    reader._patience.setInterval(0)
    with qtbot.waitSignal(reader.sharp, timeout=_WAIT):
        reader.show_place(Place(other.id, 1))
    assert said == ["Opening the document…", ""]


def test_the_page_is_on_the_screen_before_the_title_is_another(
    qtbot: QtBot, open_at: Callable[[Place], ReaderPane], library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first, "_SOON", _WAIT / 1000)  # however busy the machine is
    reader = open_at(Place(1, 1))
    other = library.add(papers.make(tmp_path / "other.pdf", papers.THREE_PAGES), library.texts[1])
    order: list[str] = []
    reader.title_changed.connect(lambda _: order.append("title"))
    reader.sharp.connect(lambda _: order.append("page"))
    reader.show_place(Place(other.id, 2))
    qtbot.waitUntil(lambda: len(order) == 2 and reader.page == 2, timeout=_WAIT)
    assert order == ["page", "title"]


class _Painted(QObject):
    """Notes what is painted, while it is the filter of an application."""

    def __init__(self) -> None:
        super().__init__()
        self.what: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt calls it
        """Note what is painted."""
        if event.type() is QEvent.Type.Paint:
            self.what.append(watched)
        return False


def test_nothing_around_the_page_is_painted_before_it_is_seen(
    qtbot: QtBot,
    qapp: QApplication,
    open_at: Callable[[Place], ReaderPane],
    library: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(first, "_SOON", _WAIT / 1000)  # however busy the machine is
    reader = open_at(Place(1, 1))
    view, painted, before = reader.findChild(PageView), _Painted(), []
    assert isinstance(view, PageView)
    other = library.add(papers.make(tmp_path / "other.pdf", papers.THREE_PAGES), library.texts[1])
    qtbot.wait(50)  # what the page before left to be painted
    view.sharp.connect(lambda: before.extend(painted.what))
    qapp.installEventFilter(painted)
    with qtbot.waitSignal(reader.sharp, timeout=_WAIT):
        reader.show_place(Place(other.id, 2))
    qapp.removeEventFilter(painted)
    assert view.viewport() in before
    assert view not in before, "a scroll bar that is to be painted lets the ground under it be painted as well"


def test_the_first_document_of_an_empty_reader_is_painted_ahead_as_well(qtbot: QtBot, open_at: Callable[[Place], ReaderPane]) -> None:
    reader = open_at(Place(1, 1))
    view = reader.findChild(PageView)
    assert isinstance(view, PageView)
    reader.clear()
    assert not view.isVisible()
    with qtbot.waitSignal(reader.sharp, timeout=_WAIT):
        reader.show_place(Place(1, 2))
    assert view.isVisible()
    assert view.is_sharp
    qtbot.waitUntil(lambda: reader.page == 2, timeout=_WAIT)


def test_the_top_of_the_next_page_is_drawn_ahead_however_far_down_it_lies(
    qtbot: QtBot, open_at: Callable[[Place], ReaderPane], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = open_at(Place(1, 1))
    view, tops = reader.findChild(PageView), set()
    assert isinstance(view, PageView)
    picture = Viewer.picture

    def noted(viewer: Viewer, page: int, scale: float, part: tuple[int, int, int, int], *, priority: int = 0) -> int:
        tops.add((page, part[1]))
        return picture(viewer, page, scale, part, priority=priority)

    monkeypatch.setattr(Viewer, "picture", noted)
    view.set_zoom(Zoom(Fit.NOTHING, 300))
    reader.commands.next_page.trigger()
    qtbot.waitUntil(lambda: view.is_sharp and view.page == 2 and (3, 0) in tops, timeout=_WAIT)
    assert view.rect_of(3, (0, 0, 1, 1)).top() > 2 * view.viewport().height(), "farther than what is near is drawn"
