"""A run gives way to the window."""

from __future__ import annotations

import os

import pytest

import fresh


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system has no such step")
def test_a_process_that_gives_way_is_nicer() -> None:
    code = "import os; from archiveviewer.workers.priority import give_way; give_way(); print(os.nice(0))"
    assert int(fresh.python("-c", code)) >= min(19, os.nice(0) + 10)
