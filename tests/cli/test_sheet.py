"""The sheet of a country, handed over on the command line."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest

from archiveviewer import assets
from archiveviewer.cli.main import main


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library with one country page in it."""
    folder = tmp_path_factory.mktemp("sheet")
    shutil.copy(assets.data("sample") / "Cambodia" / "Cambodia.html", folder)
    main(["index", str(folder), "--library", str(folder / "library")])
    return folder / "library"


def test_the_web_page_goes_to_standard_output(library: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["sheet", "Cambodia", "--library", str(library)]) == 0
    text = capsysbinary.readouterr().out.decode("utf-8")
    assert "In total, Cambodia reported having destroyed 203,671 mines." in text
    assert "not stated in this archive" in text


def test_every_row_of_the_table_names_its_file(library: Path, tmp_path: Path) -> None:
    assert main(["sheet", "KHM", "--library", str(library), "--csv", str(tmp_path / "khm.csv")]) == 0
    with (tmp_path / "khm.csv").open(encoding="utf-8-sig", newline="") as source:
        rows = list(csv.DictReader(source))
    assert {row["file"] for row in rows if row["sentence"]} == {"Cambodia.html"}


def test_the_pdf_is_printed_without_a_screen(library: Path, tmp_path: Path) -> None:
    words = ["sheet", "KHM", "--library", str(library), "--pdf", str(tmp_path / "khm.pdf")]
    subprocess.run([sys.executable, "-m", "archiveviewer", *words], check=True, capture_output=True)
    with pymupdf.open(tmp_path / "khm.pdf") as paper:
        assert "203,671 mines" in "".join(page.get_text() for page in paper).replace("\u00a0", " ")
