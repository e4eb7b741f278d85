"""Runs the programs that are measured: ours as a person would type it, and the bare ones beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]

ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment of what is measured. As on a user's machine, modules are compiled once and not at each start."""

Row = dict[str, Any]
"""A JSON object as a program printed it; what is in it is up to that program."""


class FailedError(Exception):
    """A program that should be measured did not do its work; the message holds what it said."""


def ours(*words: str | Path, library: Path) -> list[Row]:
    """Run `archiveviewer` and return the JSON objects that it prints. Exit code 1, done with problems, is fine."""
    command = [sys.executable, "-m", "archiveviewer", "--library", str(library), "--json", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, env=ENV, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise FailedError(f"archiveviewer {words[0]} ended with {done.returncode}: {done.stderr.strip()[-600:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def bare(job: str, *words: str | Path, env: dict[str, str] | None = None) -> Any:  # noqa: ANN401 - as JSON has it
    """Run one job of `benchmarks.bare` and return what it measured."""
    return _last_line("benchmarks.bare", job, *words, env=env or ENV)


def offscreen(module: str, *words: str | Path | int) -> Any:  # noqa: ANN401 - what the other process printed, as JSON has it
    """Run a module that drives a window, without a display, and return what it measured."""
    return _last_line(module, *words, env={**ENV, "QT_QPA_PLATFORM": "offscreen"})


def _last_line(module: str, *words: str | Path | int, env: dict[str, str]) -> Any:  # noqa: ANN401 - as above
    command = [sys.executable, "-m", module, *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0 or not done.stdout:
        raise FailedError(f"{module} {words[0]}: {done.stderr.strip()[-1500:]}")
    return json.loads(done.stdout.splitlines()[-1])


def resident(pid: int) -> float:
    """Return the memory that a process holds, in MB."""
    fields = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
    return int(fields[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def settle() -> None:
    """Let the disk write what the making of files left behind, so that it does not fall into a measurement."""
    if hasattr(os, "sync"):
        os.sync()
    time.sleep(0.3)
