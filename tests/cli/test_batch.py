"""Many questions at once: none stops the rest, and the answers can be kept as a sheet."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from archiveviewer.archive.door import Archive
from archiveviewer.cli.main import main
from archiveviewer.query.search import search
from archiveviewer.records import SearchAnswer, SearchRequest

QUESTIONS = 'a\tmines\nb\txylophone\nc\t"unclosed (OR -\nd\tratified country:KHM\n'


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of two files, one of which is empty."""
    folder = tmp_path_factory.mktemp("batch")
    documents = folder / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text("Cambodia\n\nCambodia ratified the Convention on 28 July 1999. Mines remain.\n", encoding="utf-8")
    (documents / "b.txt").write_bytes(b"")
    assert main(["index", str(documents), "--library", str(folder / "library")]) == 1
    return folder / "library"


def run(library: Path, capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["search", "--json", *words, "--library", str(library)]) == code
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def asked(tmp_path: Path) -> str:
    """Return the name of a file of questions."""
    (tmp_path / "questions.tsv").write_text(QUESTIONS, encoding="utf-8")
    return str(tmp_path / "questions.tsv")


def test_each_question_is_answered(library: Path, asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = run(library, capsys, "--batch", asked)
    assert {row["query_id"]: row["rank"] for row in rows} == {"a": 1, "b": None, "c": None, "d": 1}


@pytest.mark.logs("no answer to question")
def test_a_fault_costs_one_question(library: Path, asked: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(self: Archive, request: SearchRequest, **_: object) -> SearchAnswer:
        return search(self._reader, request) if request.text != "xylophone" else 1 / 0  # type: ignore[return-value]

    monkeypatch.setattr(Archive, "search", breaking)
    rows = {row["query_id"]: row for row in run(library, capsys, "--batch", asked, code=1)}
    assert set(rows) == {"a", "b", "c", "d"}
    assert (rows["b"]["rank"], rows["b"]["error"]) == (None, "This is a fault of the program: ZeroDivisionError.")


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (b"a\tmines\n" + b"\xff\xfe bad\tline\n" + b"b\tmines", ["a", "b"]),
        ("a\tmines\r\nb\tmines\r\n".encode("utf-16"), ["a", "b"]),
        (b"", []),
    ],
)
def test_files_of_other_makers(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, ids: list[str]) -> None:
    (tmp_path / "questions").write_bytes(data)
    assert [row["query_id"] for row in run(library, capsys, "--batch", str(tmp_path / "questions"))] == ids


def test_a_sheet_of_all_answers(library: Path, asked: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(library, capsys, "--batch", asked, "--report", str(tmp_path / "sheet.csv"))
    data = (tmp_path / "sheet.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert {row["id"]: row["row"] for row in rows if row["id"]} == {"a": "answer", "b": "no hits", "c": "no hits", "d": "answer"}
    assert "Mines remain" in rows[0]["quote"]
    assert len(rows[0]["sha256"]) == 64
    assert next(row["file"] for row in rows if row["row"] == "not read in full").endswith("b.txt")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["questions.tsv", "sheet.csv"]


def test_a_sheet_of_one_question(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(library, capsys, "mines", "--report", str(tmp_path / "sheet.html"))
    assert "<mark>Mines</mark> remain" in (tmp_path / "sheet.html").read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_is_said(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "mines", "--report", str(tmp_path / "none" / "sheet.html"), "--library", str(library)]) == 3
    assert "cannot be written" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main(["search", "mines", "--report", "sheet.doc"])
