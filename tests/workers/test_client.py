"""A client gets an answer for every request, whatever becomes of its child."""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from archiveviewer.settings import Limits
from archiveviewer.workers.answers import Answer, Failure
from archiveviewer.workers.client import Client
from asking import AskerOf

ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals that end a process are those of POSIX")


def test_answers_with_what_the_child_returns(asker: AskerOf) -> None:
    one = asker()
    assert one.value(b"hello") == b"hello"
    assert one.value("ខ្មែរ".encode()).decode() == "ខ្មែរ"


def test_no_process_before_the_first_request(asker: AskerOf) -> None:
    assert asker().client.pid is None


def test_start_makes_the_child_ready(asker: AskerOf) -> None:
    one = asker()
    one.client.start()
    deadline = time.monotonic() + 20
    while one.client.pid is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert int(one.value(b"pid")) == one.client.pid


@pytest.mark.skipif(sys.platform == "win32", reason="there are no groups of processes")
def test_a_child_can_be_ended_with_all_it_started_and_stays_in_our_session(asker: AskerOf) -> None:
    child = int(asker().value(b"pid"))
    assert os.getpgid(child) == child
    assert os.getsid(child) == os.getsid(0)


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537, 20_000_001])
def test_blobs_of_any_size_arrive_whole(asker: AskerOf, size: int) -> None:
    blob = bytes(range(251)) * (size // 251) + bytes(range(size % 251))
    assert asker().value(b"measure", blob) == f"{size} {sum(blob) % 251}".encode()


def test_a_long_answer_arrives_whole(asker: AskerOf) -> None:
    assert asker().value(b"long 5000000") == b"x" * 5_000_000


@pytest.mark.parametrize(
    ("deed", "failure", "detail"),
    [
        (b"exit 3", Failure.CRASHED, "exit code 3"),
        (b"raise a bad page", Failure.CRASHED, "ValueError: a bad page"),
        (b"eat 1000000000", Failure.OUT_OF_MEMORY, "MemoryError"),
        pytest.param(b"abort", Failure.CRASHED, "Fatal Python error: Aborted", marks=ON_POSIX),
        pytest.param(b"die", Failure.CRASHED, "exit code -9", marks=ON_POSIX),
    ],
)
def test_a_failing_request_costs_only_itself(asker: AskerOf, deed: bytes, failure: Failure, detail: str) -> None:
    one = asker()
    for request in (b"before", deed, b"after"):
        one.client.ask(request)
    before, failed, after = (one.next() for _ in range(3))
    assert (before.value, after.value) == (b"before", b"after")
    assert (failed.value, failed.failure) == (None, failure)
    assert detail in failed.detail


def test_what_hangs_is_ended_in_time(asker: AskerOf) -> None:
    one = asker()
    one.value(b"hello")
    began = time.monotonic()
    assert one.ask(b"sleep 60", seconds=0.2).failure is Failure.TOO_SLOW
    assert time.monotonic() - began < 5
    assert one.value(b"after") == b"after"


def test_a_file_that_does_not_fit_costs_only_itself(asker: AskerOf) -> None:
    one = asker()
    assert one.ask(b"measure", bytes(400_000_000)).failure is Failure.OUT_OF_MEMORY
    assert one.value(b"after") == b"after"


def test_printing_does_not_break_the_messages(asker: AskerOf) -> None:
    one = asker()
    assert one.value(b"print 50000") == b"print 50000"
    assert one.value(b"after") == b"after"


@pytest.mark.parametrize("lie", ["noise", "wrong ticket", "too long", "chatter"])
def test_a_liar_is_found_out(asker: AskerOf, lie: str) -> None:
    one = asker("liar")
    one.value(b"hello")
    assert one.ask(lie.encode()).failure is Failure.LIED
    assert one.value(b"after") == b"after"


@pytest.mark.parametrize(("lie", "failure"), [("promise", Failure.TOO_SLOW), ("break off", Failure.CRASHED), ("hang up", Failure.CRASHED)])
def test_an_answer_that_stops_halfway_is_a_failure(asker: AskerOf, lie: str, failure: Failure) -> None:
    one = asker("liar")
    one.value(b"hello")
    assert one.ask(lie.encode(), seconds=1).failure is failure
    assert one.value(b"after") == b"after"


def test_noise_between_requests_costs_none(asker: AskerOf, tmp_path: Path) -> None:
    one, sign = asker("liar"), tmp_path / "now"
    child = one.value(b"pid")
    one.value(f"noise when there is {sign}".encode())
    sign.touch()
    while sign.exists():
        time.sleep(0.01)
    assert one.value(b"pid") != child


def test_a_main_that_is_not_there_fails_each_request(asker: AskerOf) -> None:
    one = asker("no_such_main")
    for _ in range(2):
        answer = one.ask(b"hello")
        assert answer.failure is Failure.NOT_STARTED
        assert "No module named no_such_main" in answer.detail


def test_a_python_that_is_not_there_fails_the_request(asker: AskerOf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(Path(sys.executable).with_name("no-such-python")))
    answer = asker().ask(b"hello")
    assert answer.failure is Failure.NOT_STARTED
    assert "could not be started" in answer.detail


@ON_POSIX
def test_killed_while_idle_costs_nothing(asker: AskerOf) -> None:
    one = asker()
    child = int(one.value(b"pid"))
    os.kill(child, signal.SIGKILL)
    time.sleep(0.1)
    assert int(one.value(b"pid")) != child


@ON_POSIX
def test_killed_while_working_costs_one_request(asker: AskerOf) -> None:
    one = asker()
    child = int(one.value(b"pid"))
    one.client.ask(b"sleep 60")
    one.client.ask(b"after")
    time.sleep(0.1)
    os.kill(child, signal.SIGKILL)
    assert one.next().failure is Failure.CRASHED
    assert one.next().value == b"after"


def test_higher_priority_goes_first(asker: AskerOf) -> None:
    one = asker()
    one.value(b"hello")
    one.client.ask(b"sleep 0.3")
    time.sleep(0.1)
    for request, priority in ((b"low", -1), (b"first", 0), (b"second", 0), (b"high", 5)):
        one.client.ask(request, priority=priority)
    assert [one.next().value for _ in range(5)] == [b"sleep 0.3", b"high", b"first", b"second", b"low"]


def test_a_waiting_request_can_be_cancelled(asker: AskerOf) -> None:
    one = asker()
    one.client.ask(b"sleep 0.2")
    ticket = one.client.ask(b"unwanted")
    one.client.ask(b"wanted")
    one.client.cancel(ticket)
    assert one.next().value == b"sleep 0.2"
    assert one.next() == Answer(ticket, None, Failure.CANCELLED)
    assert one.next().value == b"wanted"


def test_cancelling_what_will_soon_be_done_spares_the_child(asker: AskerOf) -> None:
    one = asker()
    child = one.value(b"pid")
    ticket = one.client.ask(b"sleep 0.2")
    time.sleep(0.05)
    one.client.cancel(ticket, grace=10)
    assert one.next() == Answer(ticket, None, Failure.CANCELLED)
    assert one.value(b"pid") == child


def test_cancelling_what_takes_long_ends_the_child(asker: AskerOf) -> None:
    one = asker()
    child = one.value(b"pid")
    ticket = one.client.ask(b"sleep 60")
    time.sleep(0.1)
    one.client.cancel(ticket, grace=0.05)
    assert one.next().failure is Failure.CANCELLED
    assert one.value(b"pid") != child


def test_cancelling_what_is_answered_does_nothing(asker: AskerOf) -> None:
    one = asker()
    answer = one.ask(b"hello")
    one.client.cancel(answer.ticket)
    one.client.cancel(12345)
    assert one.value(b"after") == b"after"


def test_replaced_after_so_many_requests(asker: AskerOf) -> None:
    one = asker(limits=Limits(seconds=20, memory=256 << 20, jobs=2))
    first, second, third, fourth, fifth = (one.value(b"pid") for _ in range(5))
    assert first == second != third == fourth != fifth


def test_each_new_child_is_greeted(asker: AskerOf) -> None:
    one = asker()
    one.client.greet(b"greet opened ", b"the file")
    assert one.value(b"greeted") == b"opened the file"
    one.ask(b"exit 1")
    assert one.value(b"greeted") == b"opened the file"


def test_a_warm_child_can_be_greeted_later(asker: AskerOf) -> None:
    one = asker()
    child = one.value(b"pid")
    one.client.greet(b"greet one")
    assert one.value(b"greeted") == b"one"
    one.client.greet(b"greet two")
    assert one.value(b"greeted") == b"two"
    assert one.value(b"pid") == child


def test_a_greeting_that_fails_is_told_to_each_request(asker: AskerOf) -> None:
    one = asker()
    one.client.greet(b"raise cannot open")
    for _ in range(2):
        answer = one.ask(b"greeted")
        assert answer.failure is Failure.CRASHED
        assert "cannot open" in answer.detail


def test_close_is_quick_while_something_hangs_and_leaves_nothing(asker: AskerOf) -> None:
    threads, descriptors = threading.active_count(), _descriptors()
    one = asker()
    child = int(one.value(b"pid"))
    one.client.ask(b"sleep 60")
    one.client.ask(b"never")
    time.sleep(0.05)
    began = time.monotonic()
    one.client.close()
    one.client.close()
    assert time.monotonic() - began < 1
    assert threading.active_count() == threads
    assert _descriptors() == descriptors
    assert one.client.pid is None
    assert not _lives(child)
    assert one.answers.empty()


def test_deaths_leave_no_descriptors_or_threads(asker: AskerOf) -> None:
    one = asker()
    one.ask(b"exit 1")
    threads, descriptors = threading.active_count(), _descriptors()
    for _ in range(5):
        one.ask(b"exit 1")
    assert (threading.active_count(), _descriptors()) == (threads, descriptors)


def test_asking_after_close_starts_nothing(asker: AskerOf) -> None:
    one = asker()
    one.client.close()
    one.client.ask(b"hello")
    one.client.start()
    assert one.client.pid is None
    assert threading.active_count() == 1 or one.answers.empty()


@pytest.mark.usefixtures("asker")
def test_close_may_be_called_by_the_answer() -> None:
    closed: queue.Queue[Answer] = queue.Queue()

    def close(answer: Answer) -> None:
        client.close()
        closed.put(answer)

    client = Client("saboteur", limits=Limits(), on_answer=close)
    client.ask(b"hello")
    assert closed.get(timeout=30).value == b"hello"
    client.close()


@pytest.mark.logs("was not taken")
@pytest.mark.usefixtures("asker")
def test_an_answer_that_is_not_taken_stops_nobody() -> None:
    taken: queue.Queue[Answer] = queue.Queue()

    def take(answer: Answer) -> None:
        if answer.value == b"hot":
            raise ValueError("too hot")
        taken.put(answer)

    client = Client("saboteur", limits=Limits(), on_answer=take)
    client.ask(b"hot")
    client.ask(b"cold")
    assert taken.get(timeout=30).value == b"cold"
    client.close()


def _descriptors() -> int:
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
