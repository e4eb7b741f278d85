"""Reading a file that was found, and what is said where that fails."""

from __future__ import annotations

import errno
import hashlib
from pathlib import Path

import pytest

from archiveviewer.records import FoundFile, ProblemCode
from archiveviewer.sources.load import is_away, load, unreadable


def test_a_file_is_read_as_it_is_now(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"mines")
    loaded = load(FoundFile(str(path), 1, 1), most=5)
    assert loaded.file == FoundFile(str(path), 5, path.stat().st_mtime_ns)
    assert (loaded.data, loaded.sha256) == (b"mines", hashlib.sha256(b"mines").hexdigest())


def test_of_a_large_file_only_the_head_is_read(tmp_path: Path) -> None:
    path, other = tmp_path / "a.pdf", tmp_path / "b.pdf"
    path.write_bytes(bytes(100_000))
    other.write_bytes(bytes(100_001))
    loaded = load(FoundFile(str(path), 100_000, 1), most=99_999)
    assert (loaded.file.size, len(loaded.data)) == (100_000, 65_536)
    assert loaded.sha256 != load(FoundFile(str(other), 100_001, 1), most=99_999).sha256


@pytest.mark.parametrize(
    ("error", "code", "reason"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file"), ProblemCode.CHANGED, "The file changed while it was being read."),
        (PermissionError(errno.EACCES, "Permission denied"), ProblemCode.NO_PERMISSION, "Reading it is not permitted."),
        (OSError(errno.EIO, "Input/output error"), ProblemCode.NO_PERMISSION, "It cannot be read: Input/output error."),
    ],
)
def test_an_error_of_the_system_is_a_problem(error: OSError, code: ProblemCode, reason: str) -> None:
    problem = unreadable(error)
    assert (problem.code, problem.reason) == (code, reason)


def test_a_folder_is_away_when_it_is_not_there_or_empty(tmp_path: Path) -> None:
    assert is_away(str(tmp_path))
    assert is_away(str(tmp_path / "stick"))
    (tmp_path / "a.txt").write_bytes(b"mines")
    assert not is_away(str(tmp_path))
    assert not is_away(str(tmp_path / "a.txt"))
