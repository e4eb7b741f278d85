"""Where a library lies and who may write to it makes errors that say what to do."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from archiveviewer.index import connect
from archiveviewer.index.connect import interrupted, kept, open_reader, open_writer, speaking
from archiveviewer.index.reader import Reader
from archiveviewer.index.writer import Writer
from archiveviewer.records import ArchiveError
from libraries import document, library, put

CANNOT_OPEN = 14

UNPRIVILEGED = """
import os, sys
from pathlib import Path
import archiveviewer.index.reader, archiveviewer.index.writer
from archiveviewer.records import ArchiveError
if os.geteuid() == 0:
    os.setuid(65534)
library = Path(sys.argv[1])
with archiveviewer.index.reader.Reader(library) as reader:
    print(len(reader.documents()), len(reader.page(1, 1).text))
try:
    archiveviewer.index.writer.Writer(library)
except ArchiveError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="rights work in another way there")
def test_a_library_that_may_not_be_written_can_be_read(tmp_path: Path) -> None:
    library(tmp_path, {"a": document("mines")})
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if folder.stat().st_uid == os.geteuid() and str(folder) != "/tmp":
            folder.chmod(0o555 if folder == tmp_path else 0o755)
    try:
        done = subprocess.run(
            [sys.executable, "-c", UNPRIVILEGED, str(tmp_path)],
            capture_output=True,
            text=True,
            env={"PYTHONPATH": ":".join(sys.path)},
            check=False,
        )
    finally:
        tmp_path.chmod(0o755)
    assert done.stdout.splitlines()[:1] == ["1 5"], done.stderr
    assert "cannot be written to" in done.stdout


def test_a_connection_is_kept_unless_what_comes_first_fails(tmp_path: Path) -> None:
    with kept(open_writer(tmp_path / "index.db")) as connection:
        pass
    assert connection.execute("SELECT 1").fetchone() == (1,)
    with pytest.raises(RuntimeError), kept(connection):
        raise RuntimeError
    with pytest.raises(connect.DatabaseError, match="closed"):
        connection.execute("SELECT 1")


def test_a_missing_library_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="Index a folder first"):
        Reader(tmp_path / "nowhere")
    with pytest.raises(ArchiveError, match="cannot be written to"):
        Writer(tmp_path / "nowhere")


def test_a_log_beside_is_never_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = library(tmp_path, {"a": document("mines")}) / "index.db"
    Path(f"{path}-wal").write_bytes(b"not merged yet")
    monkeypatch.setattr(connect, "_open", _refuse)
    with pytest.raises(ArchiveError, match="cannot be opened"):
        open_reader(path)


def _refuse(path: Path, how: str) -> connect.Connection:
    assert "immutable" not in how
    error = connect.OperationalError(f"unable to open {path}")
    error.sqlite_errorcode = CANNOT_OPEN
    raise error


def test_a_reader_works_while_a_writer_writes_in_another_thread(tmp_path: Path) -> None:
    library(tmp_path, {"first": document("mines")})
    failures: list[Exception] = []

    def write() -> None:
        try:
            with Writer(tmp_path) as writer:
                for number in range(200):
                    put(writer, f"file {number}", document("mines everywhere"))
                    writer.commit()
        except Exception as error:  # a thread must not lose what went wrong
            failures.append(error)

    writing = threading.Thread(target=write)
    writing.start()
    counts = []
    with Reader(tmp_path) as reader:
        while writing.is_alive():
            counts.append(len(reader.documents()))
        writing.join()
        assert len(reader.documents()) == 201
    assert not failures
    assert counts == sorted(counts)


def test_a_query_can_be_interrupted(tmp_path: Path) -> None:
    with Reader(library(tmp_path, {"a": document("mines")})) as reader, reader.snapshot() as connection:
        timer = threading.Timer(0.2, connection.interrupt)
        timer.start()
        endless = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
        with pytest.raises(connect.OperationalError) as raised:
            connection.execute(endless).fetchone()
        assert interrupted(raised.value)


@pytest.mark.parametrize(
    ("name", "remedy"), [("index.db", "It can be made anew"), ("library.db", "Move library.db to another place and keep it")]
)
def test_a_damaged_file_is_named_with_its_own_remedy(tmp_path: Path, name: str, remedy: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"this is no database, and long enough to be looked at as one. " * 40)
    with pytest.raises(ArchiveError, match=remedy), speaking(path), closing(open_writer(path)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
