"""A thread that borrows a client gets its answers itself, and leaves to the client what takes too long."""

from __future__ import annotations

import sys
import threading
import time

import pytest

from archiveviewer.workers.answers import Failure
from asking import Asker, AskerOf

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is borrowed where one cannot wait for a pipe for a moment")


@pytest.fixture
def one(asker: AskerOf) -> Asker:
    one: Asker = asker()
    one.value(b"pid")
    assert _borrowed(one)
    return one


def _borrowed(one: Asker) -> bool:
    """Borrow the client as soon as it has told its last answer."""
    end = time.monotonic() + 10
    while not (borrowed := one.client.borrow()) and time.monotonic() < end:
        time.sleep(0.001)
    return borrowed


def _never() -> bool:
    return False


def test_nothing_is_borrowed_before_a_child_runs(asker: AskerOf) -> None:
    assert not asker().client.borrow()


def test_answers_come_in_the_thread_that_borrowed(one: Asker) -> None:
    ticket = one.client.ask(b"hello")
    one.client.work(_never, seconds=10)
    answer = one.answers.get_nowait()
    assert (answer.ticket, answer.value) == (ticket, b"hello")
    one.client.give_back()


def test_it_stops_when_that_is_enough_and_the_client_does_the_rest(one: Asker) -> None:
    one.client.ask(b"first")
    one.client.ask(b"second")
    one.client.work(lambda: not one.answers.empty(), seconds=10)
    assert one.next().value == b"first"
    assert one.answers.empty()
    one.client.give_back()
    assert one.next().value == b"second"


@pytest.mark.parametrize("early", [True, False])
def test_greeting_and_requests_are_put_at_once_and_answered_in_turn(one: Asker, *, early: bool) -> None:
    one.client.greet(b"greet opened", b"")
    what = one.client.ask_greeted()
    if early:
        one.client.begin()
    asked, more = one.client.ask(b"greeted"), one.client.ask(b"more")
    later = one.client.ask(b"later", priority=9)
    for ticket in (asked, more):
        one.client.begin(ticket)
    one.client.work(_never, seconds=10)
    one.client.give_back()
    told = [one.answers.get_nowait() for _ in range(4)]
    assert [answer.ticket for answer in told] == [what, asked, more, later], "what is put is heard before anything else is"
    assert [answer.value for answer in told] == [b"greet opened", b"opened", b"more", b"later"]


def test_what_takes_long_is_left_to_the_client(one: Asker) -> None:
    slow, after = one.client.ask(b"sleep 0.4"), one.client.ask(b"after", priority=9)
    one.client.work(lambda: not one.answers.empty(), seconds=10)
    assert one.next().ticket == after
    one.client.work(_never, seconds=0.05)
    assert one.answers.empty()
    soon = one.client.ask(b"soon", priority=9)
    one.client.give_back()
    assert [one.next().ticket, one.next().ticket] == [slow, soon]


def test_what_is_put_and_then_cancelled_disturbs_nobody(one: Asker) -> None:
    slow = one.client.ask(b"sleep 0.2")
    one.client.work(_never, seconds=0.05)
    one.client.cancel(slow)
    one.client.give_back()
    answer = one.next()
    assert (answer.ticket, answer.failure) == (slow, Failure.CANCELLED)
    assert one.value(b"next") == b"next"


def test_a_new_greeting_does_not_take_the_answer_to_what_was_put(one: Asker) -> None:
    one.client.greet(b"greet one")
    one.client.begin()
    for _ in range(2):
        one.client.begin(one.client.ask(b"greeted"))
    one.client.greet(b"greet two")
    said = one.client.ask_greeted()
    one.client.work(_never, seconds=10)
    one.client.give_back()
    told = {answer.ticket: answer.value for answer in (one.next(), one.next(), one.next())}
    assert told.pop(said) == b"greet two"
    assert set(told.values()) == {b"two"}


def test_a_death_costs_what_was_put(one: Asker) -> None:
    one.client.ask(b"exit 3")
    one.client.work(_never, seconds=10)
    one.client.give_back()
    assert one.next().failure is Failure.CRASHED
    assert one.value(b"alive") == b"alive"


def test_a_client_that_is_lent_can_be_closed_by_who_has_it(one: Asker) -> None:
    one.client.ask(b"never")
    one.client.close()
    assert one.client.pid is None


def test_close_ends_the_work_of_another_thread(one: Asker) -> None:
    one.client.give_back()
    working = threading.Event()

    def work() -> None:
        assert _borrowed(one)
        one.client.ask(b"sleep 60")
        working.set()
        one.client.work(_never, seconds=60)
        one.client.give_back()

    thread = threading.Thread(target=work)
    thread.start()
    assert working.wait(10)
    one.client.close()
    thread.join(10)
    assert not thread.is_alive()
    assert one.client.pid is None
