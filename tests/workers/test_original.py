"""An original is loaded once; its copies are workers like others."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiveviewer.settings import Limits
from archiveviewer.workers.answers import Failure
from archiveviewer.workers.original import CAN_COPY, Original
from asking import AskerOf

pytestmark = pytest.mark.skipif(not CAN_COPY, reason="elsewhere a process cannot be copied safely")


@pytest.fixture
def original(asker: AskerOf) -> Iterator[Original]:
    """Return an original of the saboteur, which is closed before its clients are."""
    del asker  # it tells where the saboteur lies
    one = Original("saboteur", memory=256 << 20)
    yield one
    one.close()


def test_copies_of_one_process_serve_several_clients(asker: AskerOf, original: Original) -> None:
    one, other = asker(original), asker(original)
    children = [int(each.value(b"pid")) for each in (one, other)]
    parents = {Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[1] for child in children}
    assert children == [one.client.pid, other.client.pid]
    assert len(set(children)) == 2
    assert len(parents) == 1


def test_what_many_need_is_loaded_before_the_third_copy(asker: AskerOf, original: Original) -> None:
    assert [asker(original).value(b"greeted") for _ in range(3)] == [b"", b"", b"more"]


def test_a_copy_is_replaced_after_so_many_requests(asker: AskerOf, original: Original) -> None:
    one = asker(original, limits=Limits(seconds=20, memory=256 << 20, jobs=2))
    first, second, third, fourth, fifth = (one.value(b"pid") for _ in range(5))
    assert first == second != third == fourth != fifth


@pytest.mark.parametrize(
    ("deed", "failure", "detail"),
    [
        (b"exit 3", Failure.CRASHED, "exit code 3"),
        (b"eat 1000000000", Failure.OUT_OF_MEMORY, "MemoryError"),
        (b"abort", Failure.CRASHED, "Fatal Python error: Aborted"),
        (b"die", Failure.CRASHED, "exit code -9"),
    ],
)
def test_a_copy_that_fails_costs_only_its_request(asker: AskerOf, original: Original, deed: bytes, failure: Failure, detail: str) -> None:
    one = asker(original)
    for request in (b"before", deed, b"after"):
        one.client.ask(request)
    before, failed, after = (one.next() for _ in range(3))
    assert (before.value, after.value) == (b"before", b"after")
    assert failed.failure is failure
    assert detail in failed.detail


def test_a_copy_that_hangs_is_ended_in_time(asker: AskerOf, original: Original) -> None:
    one, other = asker(original), asker(original)
    copy, neighbour = one.value(b"pid"), other.value(b"pid")
    assert one.ask(b"sleep 60", seconds=0.2).failure is Failure.TOO_SLOW
    assert one.value(b"pid") != copy
    assert other.value(b"pid") == neighbour


def test_an_original_that_is_killed_costs_what_its_copies_had(asker: AskerOf, original: Original) -> None:
    one, other = asker(original), asker(original)
    other.value(b"hello")
    assert one.ask(b"die parent").failure is Failure.CRASHED
    assert one.value(b"after") == other.value(b"after") == b"after"


def test_says_why_it_cannot_load(asker: AskerOf) -> None:
    original = Original("no_such_module", memory=256 << 20)
    answer = asker(original).ask(b"hello")
    assert answer.failure is Failure.NOT_STARTED
    assert "No module named no_such_module" in answer.detail
    original.close()


def test_closing_ends_copies_that_hang(asker: AskerOf, original: Original) -> None:
    one = asker(original)
    child = int(one.value(b"pid"))
    one.client.ask(b"sleep 60")
    original.close()
    original.close()
    one.client.close()
    while _lives(child):  # the kernel has its death in hand
        time.sleep(0.01)


@pytest.mark.usefixtures("asker")
def test_closing_while_it_loads_ends_it() -> None:
    original = Original("sleeper", memory=256 << 20)
    original.start()
    threading.Timer(0.1, original.close).start()
    with pytest.raises(OSError, match=r"exit code -9|closed"):
        original.copy()


def test_starts_nothing_after_it_was_closed(original: Original) -> None:
    original.close()
    with pytest.raises(OSError, match="closed"):
        original.copy()


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
