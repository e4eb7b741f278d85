"""An indexing run that is killed loses nothing that it told of, and the next one goes on."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

from archiveviewer.archive.door import Archive

FILES = 240
KILLS = 4


def _start(library: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "archiveviewer", "index", str(folder), "--library", str(library), "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _killed_after(run: subprocess.Popen[str], steps: int) -> int:
    """Kill a run when it has told of so many steps; return how many files it had committed, as it told."""
    assert run.stdout is not None
    lines = [run.stdout.readline() for _ in range(steps)]
    run.kill()
    lines += run.communicate()[0].splitlines()
    return max([0, *(int(json.loads(line).get("done", 0)) for line in lines if line.rstrip().endswith("}"))])


def test_a_killed_run_loses_nothing(tmp_path: Path) -> None:
    folder, library = tmp_path / "documents", tmp_path / "library"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.txt").write_text(f"Page {number} about mines, number {number}. " * 50, encoding="utf-8")
    moments = random.Random(20260101)
    kept = 0
    for _ in range(KILLS):
        kept += _killed_after(_start(library, folder), moments.randint(1, 2 * FILES // KILLS))
        archive = Archive.open(library)
        assert archive.check() == ()
        assert archive.coverage().searched >= kept
        archive.close()
    last = _start(library, folder)
    assert last.communicate(timeout=120)[0]
    archive = Archive.open(library)
    paths = [file.path for file in archive.files()]
    assert (len(paths), len(set(paths)), archive.coverage().searched, archive.check()) == (FILES, FILES, FILES, ())
    archive.close()
