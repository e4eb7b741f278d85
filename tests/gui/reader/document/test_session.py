"""Requests to a viewer and answers from it, with a viewer that answers what a test says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from archiveviewer.gui.reader.document.lighting import Lighting
from archiveviewer.gui.reader.document.session import Session
from archiveviewer.layout.aim import Aim
from archiveviewer.records import Light, LitPage, OpenedDocument, View, ViewFault


class Scripted:
    """A viewer that notes what it is asked."""

    opened = 1

    def __init__(self) -> None:
        self.last = 1
        self.asked: list[tuple[int, str, int]] = []
        self.cancelled: list[int] = []

    def _note(self, what: str, page: int) -> int:
        self.last += 1
        self.asked.append((self.last, what, page))
        return self.last

    def begin(self, ticket: int = 0) -> None:
        """Do nothing."""

    def hurry(self, enough: Callable[[], bool], *, seconds: float) -> None:
        """Do nothing: a test answers."""

    def describe(self) -> int:
        """Note it."""
        return self._note("describe", 0)

    def contents(self, *, priority: int = 0) -> int:  # noqa: ARG002 - only that it is asked is noted
        """Note it."""
        return self._note("contents", 0)

    def headings(self, first: int, *, priority: int = 0) -> int:  # noqa: ARG002 - only the page is noted
        """Note it."""
        return self._note("headings", first)

    def picture(self, page: int, scale: float, part: tuple[int, int, int, int], *, priority: int = 0) -> int:  # noqa: ARG002 - only the page is noted
        """Note it."""
        return self._note("picture", page)

    def see(self, page: int, aim: Aim, guess: float | None, *, priority: int = 0) -> int:  # noqa: ARG002 - only the page is noted
        """Note it."""
        return self._note("see", page)

    def lit(self, page: int, lights: Sequence[Light] = (), *, quote: str = "", value: str = "", priority: int = 0) -> int:  # noqa: ARG002 - only the page is noted
        """Note it."""
        return self._note("lit", page)

    def links(self, page: int, *, priority: int = 0) -> int:  # noqa: ARG002 - only the page is noted
        """Note it."""
        return self._note("links", page)

    def letters(self, page: int, *, priority: int = 0) -> int:  # noqa: ARG002 - only the page is noted
        """Note it."""
        return self._note("letters", page)

    def turn(self, degrees: int) -> int:  # noqa: ARG002 - only that it is asked is noted
        """Note it."""
        return self._note("turn", 0)

    def wait_longer(self) -> None:
        """Note it."""
        self._note("wait longer", 0)

    def cancel(self, ticket: int) -> None:
        """Note it."""
        self.cancelled.append(ticket)

    def close(self) -> None:
        """Do nothing."""


@pytest.fixture
def viewer() -> Scripted:
    return Scripted()


@pytest.fixture
def session(qtbot: QtBot, viewer: Scripted) -> Session:  # noqa: ARG001 - qtbot makes the application
    session = Session()
    session.attach(viewer)
    return session


DOCUMENT = OpenedDocument(sizes=((100, 100),), labels=("1",))


def test_an_answer_that_comes_before_its_viewer_is_kept(qtbot: QtBot, viewer: Scripted) -> None:
    session = Session()
    session.take(View(1, 0, DOCUMENT))
    qtbot.wait(5)
    with qtbot.waitSignal(session.opened) as opened:
        session.attach(viewer)
    assert opened.args == [DOCUMENT]


def test_the_same_thing_is_asked_once(session: Session, viewer: Scripted) -> None:
    for _ in range(3):
        session.ask_words(4, Lighting(), priority=0)
    session.ask_words(5, Lighting(), priority=0)
    assert [page for _, _, page in viewer.asked] == [4, 5]


def test_what_was_asked_of_a_worker_that_died_is_asked_once_more(qtbot: QtBot, session: Session, viewer: Scripted) -> None:
    session.ask_words(4, Lighting(), priority=0)
    with qtbot.waitSignal(session.restarted):
        session.take(View(2, 4, None, fault=ViewFault.CRASHED, restarted=True))
    assert [page for _, _, page in viewer.asked] == [4, 4]
    with qtbot.waitSignal(session.found) as found:
        session.take(View(3, 4, LitPage(4, (), None)))
    assert found.args == [LitPage(4, (), None)]


def test_a_page_that_ends_two_workers_is_to_blame(qtbot: QtBot, session: Session, viewer: Scripted) -> None:
    session.ask_words(4, Lighting(), priority=0)
    session.take(View(2, 4, None, fault=ViewFault.CRASHED))
    with qtbot.waitSignal(session.refused) as refused:
        session.take(View(3, 4, None, fault=ViewFault.CRASHED))
    assert refused.args == [4, ("words", 4), ViewFault.CRASHED]
    assert len(viewer.asked) == 2


def test_damage_is_not_asked_about_again(qtbot: QtBot, session: Session, viewer: Scripted) -> None:
    session.ask_picture("tile", 2, scale=1.0, part=(0, 0, 10, 10), priority=0)
    with qtbot.waitSignal(session.refused) as refused:
        session.take(View(2, 2, None, fault=ViewFault.DAMAGED))
    assert refused.args == [2, "tile", ViewFault.DAMAGED]
    assert len(viewer.asked) == 1


def test_what_is_forgotten_is_cancelled_and_not_told(qtbot: QtBot, session: Session, viewer: Scripted) -> None:
    session.ask_words(4, Lighting(), priority=0)
    session.forget_words()
    assert viewer.cancelled == [2]
    with qtbot.assertNotEmitted(session.found, wait=20):
        session.take(View(2, 4, LitPage(4, (), None)))
    session.ask_words(4, Lighting(), priority=0)
    assert len(viewer.asked) == 2


def test_a_detached_session_says_nothing_more(qtbot: QtBot, session: Session, viewer: Scripted) -> None:
    assert session.detach() is viewer
    with qtbot.assertNotEmitted(session.opened, wait=20):
        session.take(View(1, 0, DOCUMENT))
