"""An alarm rings once, in time, unless it is cleared."""

from __future__ import annotations

import threading
import time

from archiveviewer.workers.alarm import Alarm


def test_it_rings_once() -> None:
    rung: list[float] = []
    alarm = Alarm("test")
    alarm.set(0.02, lambda: rung.append(time.monotonic()))
    time.sleep(0.15)
    assert alarm.clear()
    assert len(rung) == 1
    alarm.close()


def test_cleared_in_time_it_does_not_ring() -> None:
    rung = threading.Event()
    alarm = Alarm("test")
    alarm.set(0.05, rung.set)
    assert not alarm.clear()
    time.sleep(0.1)
    assert not rung.is_set()
    alarm.close()


def test_it_can_be_set_again_and_sooner() -> None:
    first, second = threading.Event(), threading.Event()
    alarm = Alarm("test")
    alarm.set(60, first.set)
    alarm.set(60, second.set)
    alarm.sooner(0.01)
    assert second.wait(5)
    assert not first.is_set()
    alarm.close()


def test_sooner_never_makes_it_later() -> None:
    rung = threading.Event()
    alarm = Alarm("test")
    alarm.set(0.01, rung.set)
    alarm.sooner(60)
    assert rung.wait(5)
    alarm.sooner(0)
    alarm.close()


def test_close_ends_the_thread_and_no_other_begins() -> None:
    before = threading.active_count()
    alarm = Alarm("test")
    alarm.set(60, threading.Event().set)
    alarm.close()
    alarm.close()
    alarm.set(0, threading.Event().set)
    assert threading.active_count() == before
