"""A file that is handed over is there whole, or as it was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from archiveviewer.archive.writing import write_whole


def test_writes_over_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    for data in (b"a long first sheet", b"second"):
        write_whole(path, data)
        assert path.read_bytes() == data
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]


def test_keeps_what_was_there_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"the first sheet")
    monkeypatch.setattr("archiveviewer.archive.writing.os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(path, b"half of the sec")
    assert path.read_bytes() == b"the first sheet"
    assert [file.name for file in tmp_path.iterdir()] == ["sheet.pdf"]


@pytest.mark.parametrize("place", ["nowhere/sheet.pdf", "."])
def test_says_that_it_cannot(tmp_path: Path, place: str) -> None:
    with pytest.raises(OSError, match=r"No such file|directory|denied"):
        write_whole(tmp_path / place, b"x")


def test_a_link_is_kept(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_whole(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"x"


def test_a_long_name_is_written_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250)
    write_whole(path, b"x")
    assert path.read_bytes() == b"x"
