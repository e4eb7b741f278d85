"""A run gives way to the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import fresh

_NICE = "print(os.nice(0))"
_GIVE_WAY = "import os; from archiveviewer.workers.priority import give_way; give_way()"


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system has no such step")
@pytest.mark.parametrize("more", ["", "; give_way()"], ids=["once", "and what it starts no more than that"])
def test_a_process_that_gives_way_is_nicer(more: str) -> None:
    assert int(fresh.python("-c", f"{_GIVE_WAY}{more}; {_NICE}")) == min(19, os.nice(0) + 10)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no batches")
def test_a_process_that_gives_way_pushes_nobody_aside() -> None:
    assert fresh.python("-c", f"{_GIVE_WAY}; print(os.sched_getscheduler(0) == os.SCHED_BATCH)").strip() == "True"


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system has no such step")
def test_a_run_gives_way(tmp_path: Path) -> None:
    code = "import os, sys; from archiveviewer.cli.main import main; main(sys.argv[1:]); " + _NICE
    (tmp_path / "folder").mkdir()
    said = fresh.python("-c", code, "index", str(tmp_path / "folder"), "--library", str(tmp_path / "library"))
    assert int(said.splitlines()[-1]) == min(19, os.nice(0) + 10)
