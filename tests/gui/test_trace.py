"""The trace tells of stalls from the moment on at which the window takes keys."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from archiveviewer.gui.trace import Trace


def test_the_start_is_told_and_is_no_stall(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del qtbot  # which sees to it that there can be timers
    now = [10.0]
    monkeypatch.setattr("archiveviewer.gui.trace.time.perf_counter", lambda: now[0])
    trace = Trace(tmp_path / "trace.jsonl")
    for seconds, deed in ((0.5, trace.note_usable), (0.002, trace._on_beat), (0.052, trace._on_beat)):
        now[0] += seconds
        deed()
    trace.close()
    rows = [json.loads(line) for line in (tmp_path / "trace.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(row["kind"], row["ms"]) for row in rows] == [("usable", 500.0), ("stall", 50.0)]
