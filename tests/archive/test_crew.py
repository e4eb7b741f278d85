"""The workers of a run, called when there is something to read and not before."""

from __future__ import annotations

from pathlib import Path

import pytest

from archiveviewer.archive import wire
from archiveviewer.archive.crew import Crew, early
from archiveviewer.index.writer import Writer
from archiveviewer.settings import Limits

_PATIENCE = 60.0


def _text(words: str) -> bytes:
    return f"{words}\n\nThese are the words of the file that was asked about.".encode()


def test_a_new_library_calls_the_first_worker_at_once(tmp_path: Path) -> None:
    with early(tmp_path, Limits()) as crew:
        assert crew.size == 1


def test_a_library_that_is_there_calls_nobody(tmp_path: Path) -> None:
    Writer(tmp_path).close()
    with early(tmp_path, Limits()) as crew:
        assert crew.size == 0


@pytest.mark.parametrize(("called", "there"), [((1,), 1), ((1, 2), 2), ((2, 1), 2), ((5,), 2)])
def test_no_more_are_called_than_there_are_cores(called: tuple[int, ...], there: int) -> None:
    with Crew(Limits(), most=2) as crew:
        for number in called:
            crew.call(number)
        assert crew.size == there


def test_work_is_shared_and_every_answer_comes() -> None:
    with Crew(Limits(), most=2) as crew:
        crew.call(2)
        asked = {crew.ask(wire.encode(wire.Job(f"{name}.txt")), _text(name)): name for name in ("Clearance", "Survey", "Marking", "Fences")}
        assert sorted(number for number, _ in asked) == [0, 0, 1, 1]
        for _ in range(len(asked)):
            came = crew.answer(_PATIENCE)
            assert came
            ticket, answer = came
            document = wire.decode_outcome(answer.value or b"").document
            assert document
            assert asked.pop(ticket) in document.pages[0].text
        assert not asked


def test_one_that_is_idle_has_no_answer() -> None:
    with Crew(Limits(), most=1) as crew:
        crew.call(1)
        assert crew.answer(0.01) is None
