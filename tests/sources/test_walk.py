"""What lies in folders of the field, odd things among it."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from archiveviewer.records import Problem, ProblemCode
from archiveviewer.sources.walk import walk

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and bytes in names are made by POSIX calls")


def _met(root: Path, **options: tuple[str, ...]) -> tuple[list[str], list[tuple[str, ProblemCode]]]:
    problems: list[Problem] = []
    found = [os.path.relpath(file.path, root) for file in walk(root, problems.append, **options)]
    return found, [(os.path.relpath(problem.path, root), problem.code) for problem in problems]


def test_files_come_sorted_with_size_and_time(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/z.txt", "b/a.txt", "a.txt"):
        (tmp_path / name).write_text(name)
    problems: list[Problem] = []
    found = list(walk(tmp_path, problems.append))
    assert not problems
    assert [Path(file.path).relative_to(tmp_path).as_posix() for file in found] == [
        "a.txt",
        "c.txt",
        "b/a.txt",
        "b/z.txt",
    ]
    status = (tmp_path / "a.txt").stat()
    assert (found[0].size, found[0].mtime_ns) == (status.st_size, status.st_mtime_ns)


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    assert _met(tmp_path / "stick") == ([], [(".", ProblemCode.MISSING_FOLDER)])


def test_the_folder_of_the_library_is_not_entered(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "index.db").write_bytes(b"x")
    assert _met(tmp_path, skip=(str(tmp_path / "library"),)) == ([], [])


@posix
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "file.txt").write_text("x")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    found, problems = _met(tmp_path)
    assert found == ["a/file.txt"]
    assert ("a/up", ProblemCode.LINK_LOOP) in problems
    assert [path for path, _ in problems] == ["itself", "a/up"]


@posix
def test_a_folder_reached_twice_is_read_once_under_its_real_name(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "file.txt").write_text("x")
    (tmp_path / "also").symlink_to(tmp_path / "real")
    assert _met(tmp_path) == (["real/file.txt"], [])


@posix
def test_a_link_to_a_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "file.txt").write_text("x")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "root" / "name.txt").symlink_to(tmp_path / "elsewhere" / "file.txt")
    assert _met(tmp_path / "root") == (["name.txt", "link/file.txt"], [])


@posix
def test_two_links_to_each_other_end(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert _met(tmp_path) == ([], [("a", ProblemCode.LINK_LOOP), ("b", ProblemCode.LINK_LOOP)])


def test_an_empty_folder_may_be_where_a_disk_was(tmp_path: Path) -> None:
    assert _met(tmp_path) == ([], [(".", ProblemCode.MISSING_FOLDER)])


def test_a_root_that_is_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("x")
    assert _met(tmp_path / "one.txt") == (["."], [])


def test_deep_folders_are_walked(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(300):
        deep /= "d"
    deep.mkdir(parents=True)
    (deep / "file.txt").write_text("x")
    found, problems = _met(tmp_path)
    assert len(found) == 1
    assert not problems


@pytest.mark.skipif(not Path("/dev").is_dir(), reason="no devices to meet on this system")
def test_devices_are_named_and_not_opened() -> None:
    found, problems = _met(Path("/dev"))
    assert not any(path.endswith(("null", "zero")) for path in found)
    assert ("null", ProblemCode.SPECIAL_FILE) in problems


@posix
def test_pipes_are_named_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "null").symlink_to("/dev/null")
    assert _met(tmp_path) == ([], [("null", ProblemCode.SPECIAL_FILE), ("pipe", ProblemCode.SPECIAL_FILE)])


@posix
def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nothing")
    assert _met(tmp_path) == ([], [("gone.pdf", ProblemCode.DAMAGED)])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not keep names that are not UTF-8")
def test_a_name_that_is_not_utf8_is_read_like_others(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"r\xe9sum\xe9.txt")).write_text("x")
    assert _met(tmp_path) == (["r\udce9sum\udce9.txt"], [])


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the superuser may enter every folder")
def test_a_folder_that_may_not_be_entered_is_named(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    try:
        assert _met(tmp_path) == ([], [("closed", ProblemCode.NO_PERMISSION)])
    finally:
        (tmp_path / "closed").chmod(0o700)


def test_a_listing_that_breaks_off_keeps_what_it_gave(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")
    with os.scandir(tmp_path) as whole:
        first = next(whole)

    @contextmanager
    def pulled(_: str) -> Iterator[Iterator[os.DirEntry[str]]]:
        def entries() -> Iterator[os.DirEntry[str]]:
            yield first
            raise OSError(errno.EIO, "Input/output error")

        yield entries()

    monkeypatch.setattr(os, "scandir", pulled)
    assert _met(tmp_path) == (["a.txt"], [(".", ProblemCode.MISSING_FOLDER)])


def test_a_folder_that_vanishes_on_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b").mkdir()
    problems: list[Problem] = []
    files = walk(tmp_path, problems.append)
    next(files)
    (tmp_path / "b").rmdir()
    assert list(files) == []
    assert [(problem.path, problem.code) for problem in problems] == [(str(tmp_path / "b"), ProblemCode.MISSING_FOLDER)]


def test_a_path_that_is_too_long_is_a_matter_of_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_long(_folder: str) -> None:
        raise OSError(errno.ENAMETOOLONG, "File name too long")

    monkeypatch.setattr(os, "scandir", too_long)
    problems: list[Problem] = []
    assert list(walk(tmp_path, problems.append)) == []
    assert problems[0].code is ProblemCode.BAD_NAME
    assert problems[0].next == "Rename it."
