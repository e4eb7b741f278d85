"""While somebody types, questions under way are answered, only the newest waits, and no older answer follows a newer one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from archiveviewer.gui.search.turns import Turns
from archiveviewer.gui.tasks import Tasks

LONG = 1_000_000
"""Milliseconds of patience that no test lives to see: time is over when a test says so."""


class Asked:
    """A question that is answered when `answer` is set, or with `so_far` when it is told to stop."""

    def __init__(self, name: str, *, so_far: str = "", deaf: bool = False) -> None:
        self.name = name
        self.begun, self.answer, self.told = Event(), Event(), Event()
        self._so_far = so_far
        self._deaf = deaf

    def work(self, stop: Callable[[], bool]) -> str:
        """Answer, or end with what there is."""
        self.begun.set()
        while not self.answer.wait(0.001):
            if stop() and not self.told.is_set():
                self.told.set()
                if not self._deaf:
                    return self._so_far
        return self.name


class Typist:
    """Asks, and keeps what is answered."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        self.turns = Turns[str](tasks, parent, worth=bool, patience=LONG)
        self.seen: list[str] = []
        self.errors: list[str] = []

    def ask(self, *asked: Asked) -> None:
        """Ask one after the other, as if typed."""
        for one in asked:
            self.turns.ask(one.work, self.seen.append, lambda error: self.errors.append(str(error)))


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    assert qtbot is not None
    made = Tasks(threads=4)
    yield made
    made.close()


@pytest.fixture
def typist(tasks: Tasks) -> Iterator[Typist]:
    made = Typist(tasks, tasks)
    yield made
    made.turns.stop()


def test_what_is_under_way_is_answered_and_only_the_newest_waits(qtbot: QtBot, typist: Typist) -> None:
    one, two, three = Asked("m"), Asked("mi"), Asked("min")
    typist.ask(one, two, three)
    one.answer.set()
    qtbot.waitUntil(lambda: typist.seen == ["m"])
    assert three.begun.wait(5)
    three.answer.set()
    qtbot.waitUntil(lambda: typist.seen == ["m", "min"])
    assert not two.begun.is_set()


def test_a_question_that_has_had_its_time_shows_what_it_found(qtbot: QtBot, typist: Typist) -> None:
    one, two = Asked("m", so_far="some of m"), Asked("mi")
    typist.ask(one, two)
    assert one.begun.wait(5)
    assert not two.begun.is_set()
    typist.turns.hurry()
    qtbot.waitUntil(lambda: typist.seen == ["some of m"])
    assert two.begun.wait(5)


def test_it_goes_on_as_long_as_no_other_is_asked(qtbot: QtBot, typist: Typist) -> None:
    one = Asked("m", so_far="some of m")
    typist.ask(one)
    typist.turns.hurry()
    one.answer.set()
    qtbot.waitUntil(lambda: typist.seen == ["m"])
    assert not one.told.is_set()


def test_an_older_answer_never_follows_a_newer_one(qtbot: QtBot, typist: Typist) -> None:
    one, two, last = Asked("m", deaf=True), Asked("mi"), Asked("min")
    typist.ask(one, two)
    typist.turns.hurry()
    two.answer.set()
    qtbot.waitUntil(lambda: typist.seen == ["mi"])
    one.answer.set()
    typist.ask(last)
    last.answer.set()
    qtbot.waitUntil(lambda: typist.seen[-1] == "min")
    assert typist.seen == ["mi", "min"]


def test_after_one_with_nothing_to_show_the_next_may_end(qtbot: QtBot, typist: Typist) -> None:
    one, two, three = Asked("m"), Asked("mi"), Asked("min")
    typist.ask(one, two)
    typist.turns.hurry()
    assert two.begun.wait(5)
    typist.ask(three)
    typist.turns.hurry()
    assert not two.told.wait(0)
    two.answer.set()
    qtbot.waitUntil(lambda: typist.seen == ["mi"])
    assert three.begun.wait(5)


def test_what_is_ended_by_hand_is_forgotten(qtbot: QtBot, typist: Typist) -> None:
    one, two, three = Asked("m", so_far="some of m"), Asked("mi"), Asked("min")
    typist.ask(one, two)
    typist.turns.stop()
    typist.ask(three)
    three.answer.set()
    qtbot.waitUntil(lambda: typist.seen == ["min"])
    assert not two.begun.is_set()


def test_only_the_newest_says_what_went_wrong(qtbot: QtBot, typist: Typist) -> None:
    def fail(name: str) -> Callable[[Callable[[], bool]], str]:
        def work(_: Callable[[], bool]) -> str:
            raise ValueError(name)

        return work

    for name in ("old", "new"):
        typist.turns.ask(fail(name), typist.seen.append, lambda error: typist.errors.append(str(error)))
    qtbot.waitUntil(lambda: bool(typist.errors))
    assert (typist.errors, typist.seen) == (["new"], [])
