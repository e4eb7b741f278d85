"""Each file goes to the reader that claims it most surely."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from archiveviewer.extract import choose
from archiveviewer.extract.choose import load_readers, reader_for


@pytest.mark.parametrize(
    ("head", "name", "reader"),
    [
        (b"%PDF-1.4", "a.txt", "PdfReader"),
        (b"1 0 obj\n<<>>\nendobj\n", "a.pdf", "PdfReader"),
        (b"%PDFn broken header", "a.pdf", "PdfReader"),
        (b"", "a.pdf", "PdfReader"),
        (bytes(100), "a.pdf", "PdfReader"),
        (b"<html><h1>404 Not Found", "a.pdf", "HtmlReader"),
        (b"A text that somebody named so", "a.pdf", "PlainReader"),
        (b"<!DOCTYPE html>", "a.md", "HtmlReader"),
        (b"<p>Words", "a.html", "HtmlReader"),
        (b"Words", "a", "PlainReader"),
        (b"PK\x03\x04", "a.docx", None),
        (b"\x89PNG\r\n\x1a\n", "a.png", None),
        (b"", "a", None),
    ],
)
def test_reader_for(head: bytes, name: str, reader: str | None) -> None:
    found = reader_for(head, name)
    assert (type(found).__name__ if found else None) == reader


def test_all_readers_are_there_once() -> None:
    assert [type(reader).__name__ for reader in load_readers()] == ["PdfReader", "HtmlReader", "PlainReader"]


def test_our_readers_are_the_entry_points_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"][choose.GROUP] == choose._OWN


def test_a_package_beside_ours_may_bring_a_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not choose._others_bring_readers()
    package = tmp_path / "mail_reader-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: mail-reader\nVersion: 1.0\n", encoding="utf-8")
    (package / "entry_points.txt").write_text("[archiveviewer.readers]\nmail = mail_reader:MailReader\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert choose._others_bring_readers()
    assert choose._of_others()["mail"] == "mail_reader:MailReader"


@pytest.mark.logs("the reader odd")
def test_a_reader_that_cannot_be_had_is_left_out() -> None:
    assert choose._make("odd", "archiveviewer.extract.no_such_module:Reader") is None
    assert choose._make("odd", "archiveviewer.extract.plain:NoSuchReader") is None
