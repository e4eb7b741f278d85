"""Memory that both sides see."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest

from archiveviewer.workers import segments
from archiveviewer.workers.segments import Segment
from asking import AskerOf


@pytest.fixture
def two() -> tuple[Segment, Segment]:
    return Segment(4096), Segment(1 << 20)


def test_what_the_child_writes_is_seen_here(asker: AskerOf, two: tuple[Segment, Segment]) -> None:
    one = asker("painter", segments=two)
    assert one.value(b"1", b"pixels") == b"2 1048576"
    assert two[1].memory[:6] == b"pixels"
    one.client.close()
    for segment in two:
        segment.close()


def test_a_restarted_child_has_the_same_segments(asker: AskerOf, two: tuple[Segment, Segment]) -> None:
    one = asker("painter", segments=two)
    one.value(b"0", b"first")
    assert one.ask(b"no number").failure is not None
    assert one.ask(b"0", bytes(4097)).failure is not None
    one.value(b"0", b"again")
    assert two[0].memory[:5] == b"again"
    one.client.close()
    for segment in two:
        segment.close()


def test_nothing_is_left_behind(two: tuple[Segment, Segment]) -> None:
    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").is_dir() else 0
    for segment in two:
        segment.close()
        segment.close()
    if before:
        assert len(list(Path("/proc/self/fd").iterdir())) == before - 4
    assert not list(Path(tempfile.gettempdir()).glob("archiveviewer-?????????"))


def test_a_view_outlives_its_segment() -> None:
    segment = Segment(4096)
    view = memoryview(segment.memory)
    segment.close()
    assert view[0] == 0
    view.release()


def test_without_a_variable_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(segments.ENVIRONMENT, raising=False)
    assert segments.inherited() == ()


def test_a_file_stands_in_where_there_is_no_memfd(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    segment = Segment(4096)
    segment.memory[:4] = b"here"
    monkeypatch.setenv(segments.ENVIRONMENT, segments.environment([segment]))
    (other,) = segments.inherited()
    assert other[:4] == b"here"
    path = Path(segment.address.partition(":")[2])
    assert path.exists()
    other.close()
    segment.close()
    assert not path.exists()
    assert os.environ[segments.ENVIRONMENT]
