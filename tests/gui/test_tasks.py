"""Work comes back into the window's thread, and only the newest question is answered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.records import ArchiveError


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    assert qtbot is not None
    made = Tasks()
    yield made
    made.close()


def test_result_comes_back_in_this_thread(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[tuple[int, int]] = []
    tasks.run(threading.get_ident, lambda worker: seen.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen))
    worker, receiver = seen[0]
    assert worker != receiver == threading.get_ident()


def test_all_threads_run_before_there_is_work(qtbot: QtBot) -> None:
    assert qtbot is not None
    before = set(threading.enumerate())
    made = Tasks(threads=3)
    try:
        assert len(set(threading.enumerate()) - before) == 3
    finally:
        made.close()


def test_error_comes_back(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[Exception] = []

    def fail() -> None:
        raise ArchiveError("The disk is gone. Connect it.")

    tasks.run(fail, lambda _: None, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert str(seen[0]) == "The disk is gone. Connect it."


@pytest.mark.logs("The disk is gone")
def test_error_that_nobody_waits_for_is_logged(qtbot: QtBot, tasks: Tasks) -> None:
    def fail() -> None:
        raise ArchiveError("The disk is gone. Connect it.")

    tasks.run(fail, lambda _: None)
    qtbot.waitUntil(lambda: not tasks.busy)


def test_only_the_newest_is_answered_and_the_older_is_told_to_stop(qtbot: QtBot, tasks: Tasks) -> None:
    latest = Latest(tasks)
    answers: list[str] = []
    stopped = threading.Event()
    begun = threading.Event()

    def slow(stop: Callable[[], bool]) -> str:
        begun.set()
        while not stop():
            pass
        stopped.set()
        return "old"

    latest.run(slow, answers.append)
    assert begun.wait(5)
    latest.run(lambda _: "new", answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert stopped.wait(5)
    qtbot.wait(20)
    assert answers == ["new"]


def test_nothing_comes_back_after_the_end(qtbot: QtBot) -> None:
    tasks = Tasks()
    seen: list[int] = []
    tasks.run(lambda: 1, seen.append)
    tasks.close()
    qtbot.wait(20)
    assert seen == []
    assert tasks.run(lambda: 1, seen.append) == 0


def test_a_deed_is_done_also_when_a_newer_one_comes(qtbot: QtBot) -> None:
    assert qtbot is not None
    tasks, go, done = Tasks(threads=1), threading.Event(), list[str]()
    latest = Latest(tasks)
    tasks.run(lambda: go.wait(5), lambda _: None)
    for name in ("first", "second"):
        latest.do(lambda name=name: done.append(name), lambda _: None)  # type: ignore[misc]  # keeps its value
    go.set()
    tasks.close()
    assert done == ["first", "second"]


def test_a_deed_is_done_also_at_the_end_and_a_question_is_not(qtbot: QtBot) -> None:
    assert qtbot is not None
    tasks, begun, done = Tasks(threads=1), threading.Event(), list[str]()

    def hold_up() -> None:
        begun.set()
        while not tasks._closed:
            threading.Event().wait(0.001)

    tasks.run(hold_up, lambda _: None)
    assert begun.wait(5)
    tasks.run(lambda: done.append("question"), lambda _: None)
    tasks.do(lambda: done.append("note"), lambda _: None)
    tasks.close()
    assert done == ["note"]
