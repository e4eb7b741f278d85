"""Clients of the saboteur and the liar, which lie in this folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from archiveviewer.settings import Limits
from archiveviewer.workers.original import Original
from archiveviewer.workers.segments import Segment
from asking import LIMITS, Asker, AskerOf


@pytest.fixture
def asker(monkeypatch: pytest.MonkeyPatch) -> Iterator[AskerOf]:
    """Make clients of mains that lie in this folder; all are closed at the end."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]))
    made: list[Asker] = []

    def make(
        main: str | Original = "saboteur",
        *,
        limits: Limits = LIMITS,
        segments: Sequence[Segment] = (),
    ) -> Asker:
        made.append(Asker(main, limits=limits, segments=segments))
        return made[-1]

    yield make
    for one in made:
        one.client.close()
