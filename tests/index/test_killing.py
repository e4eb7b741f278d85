"""A writer that is killed at any moment loses nothing that it has acknowledged, and leaves nothing twice."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archiveviewer.index.reader import Reader
from archiveviewer.index.writer import Writer
from libraries import FOLDER, document, found, put

FILES = 60
KILLS = 6

WRITE = """
import sys
from pathlib import Path
from libraries import document, found, put
from archiveviewer.index.writer import Writer

with Writer(Path(sys.argv[1])) as writer:
    for number, file in enumerate(writer.waiting()):
        name = file.path.rpartition("/")[2]
        put(writer, name, document(*[f"{name} page {page} mines" for page in range(1, 20)]))
        if number % 3 == 2:
            writer.commit()
            print(name, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_writer_goes_on_where_it_stopped(tmp_path: Path) -> None:
    moments = random.Random(4)
    with Writer(tmp_path) as writer:
        writer.enqueue(found(str(number)) for number in range(FILES))
    acknowledged: set[str] = set()
    for _ in range(KILLS):
        acknowledged |= _write_and_kill(tmp_path, after=moments.randint(1, 4), pause=moments.random() / 50)
        _check(tmp_path, acknowledged)
    assert len(acknowledged) >= KILLS
    with Writer(tmp_path) as writer:
        for file in writer.waiting():
            put(writer, file.path.rpartition("/")[2], document("read at last"))
    _check(tmp_path, {str(number) for number in range(FILES)})


def _write_and_kill(library: Path, *, after: int, pause: float) -> set[str]:
    """Let a process write, kill it some time after it has acknowledged `after` batches; return the last file of each of them."""
    command = [sys.executable, "-c", WRITE, str(library)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": ":".join(sys.path)}) as process:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line.strip())
            if len(said) == after:
                time.sleep(pause)
                process.kill()
        return set(said)


def _check(library: Path, acknowledged: set[str]) -> None:
    with Writer(library) as writer:
        waiting = {file.path.rpartition("/")[2] for file in writer.waiting()}
    with Reader(library) as reader:
        stored = [one.path for one in reader.documents()]
        names = {path.rpartition("/")[2] for path in stored}
        assert reader.check() == ()
        assert len(stored) == len(names)
        assert acknowledged <= names
        assert names | waiting == {str(number) for number in range(FILES)}
        assert not names & waiting
        with reader.snapshot() as connection:
            rows = connection.execute('SELECT count(*) FROM document_terms WHERE document_terms MATCH \'"mines" OR "last"\'').fetchone()
        assert rows == (len(names),)
    assert all(path.startswith(FOLDER) for path in stored)
