"""One writer at a time, and the next one as soon as that has ended."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from archiveviewer.index.lock import WriterLock, is_writable, may_write
from archiveviewer.records import ArchiveError


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    with pytest.raises(ArchiveError, match=f"by process {os.getpid()}"):
        WriterLock(tmp_path)
    lock.release()


def test_whether_a_writer_could_begin_is_told_without_holding_it_up(tmp_path: Path) -> None:
    assert may_write(tmp_path)
    lock = WriterLock(tmp_path)
    assert not may_write(tmp_path)
    assert is_writable(tmp_path), "it is, when that writer has ended"
    lock.release()
    assert not may_write(tmp_path / "nowhere")
    assert not is_writable(tmp_path / "nowhere")


@pytest.mark.skipif(sys.platform == "win32", reason="there a process that is started gets no copies of open files")
def test_the_lock_is_free_although_a_process_that_is_being_started_has_a_copy(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    copy = os.dup(lock._file.fileno())
    lock.release()
    WriterLock(tmp_path).release()
    os.close(copy)
    lock.release()
