"""A person's word about facts and listed files, given on the command line, and what stays of it when the index is made new."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from archiveviewer import assets
from archiveviewer.archive.door import Archive
from archiveviewer.cli.main import main
from shared import SHARED, needs_shared

Ask = Callable[..., list[dict[str, Any]]]
SEED = SHARED / "seeds" / "000_2d8cb406506353d3.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one country page in it."""
    made = tmp_path / "documents"
    made.mkdir()
    shutil.copy(assets.data("sample") / "Cambodia" / "Cambodia.html", made)
    return made


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return a function that runs a command with --json and gives back the lines that are JSON."""

    def call(*words: str, code: int = 0) -> list[dict[str, Any]]:
        assert main([*words, "--json", "--library", str(tmp_path / "library")]) == code
        return [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]

    return call


def _values(rows: list[dict[str, Any]], kind: str) -> set[str]:
    return {row["value"] for row in rows if row["type"] == kind}


def test_a_fact_called_wrong_stays_away_and_comes_back(ask: Ask, folder: Path, tmp_path: Path) -> None:
    ask("index", str(folder))
    before = ask("facts", "KHM")
    assert _values(before, "apmbc.art3.retained") == {"1235"}
    ask("facts", "KHM", "--wrong", "apmbc.art3.retained=1235")
    assert _values(ask("facts", "KHM"), "apmbc.art3.retained") == set()

    (tmp_path / "library" / "index.db").unlink()
    (folder / "Cambodia.html").rename(folder / "Cambodia, saved.html")
    ask("index", str(folder))
    assert _values(ask("facts", "KHM"), "apmbc.art3.retained") == set()
    (gone,) = ask("facts", "--hidden")
    assert (gone["type"], gone["value"], gone["page"] > 0) == ("apmbc.art3.retained", "1235", True)

    ask("facts", "--right", str(gone["number"]))
    assert ask("facts", "--hidden") == []
    assert _values(ask("facts", "KHM"), "apmbc.art3.retained") == {"1235"}


def test_a_deadline_called_wrong_leaves_the_chain(ask: Ask, folder: Path) -> None:
    ask("index", str(folder))
    ask("facts", "KHM", "--wrong", "apmbc.art5.deadline=2025-12-31")
    facts = ask("facts", "KHM")
    assert "2025-12-31" not in _values(facts, "apmbc.art5.deadline") | _values(facts, "apmbc.art5.deadline_current")
    rows = ask("timeline", "KHM", "--as-of", "2026-11-23")
    assert "2025-12-31" not in {row["date"] for row in rows if row["kind"] == "art5_deadline"}


def test_countries_of_the_reference_list_stand_behind_those_of_the_archive(ask: Ask, folder: Path, tmp_path: Path) -> None:
    ask("index", str(folder))
    rows = Archive.open(tmp_path / "library").countries()
    assert [row.country for row in rows if row.facts] == ["KHM"]
    shown = Archive.open(tmp_path / "library").profile("KHM")
    assert [row.newest_source for row in rows if row.facts] == [shown.newest_source] == ["2019-11-29"]
    assert {(row.documents, row.facts) for row in rows if row.country == "TUV"} == {(0, 0)}


@pytest.mark.parametrize(
    "words",
    [
        ("facts", "KHM", "--wrong", "apmbc.art3.retained=99"),
        ("facts", "--right", "5"),
        ("attachments", "KHM", "--not", "1"),
        ("attachments", "KHM", "--undo", "1"),
        ("attachments", "KHM", "--not", "99"),
        ("attachments", "KHM", "--is", "one", "nothing.pdf"),
        ("attachments", "KHM", "--is", "1", "nothing.pdf"),
    ],
)
def test_what_cannot_be_meant_is_said(ask: Ask, folder: Path, words: tuple[str, ...]) -> None:
    ask("index", str(folder))
    assert ask(*words, code=3) == []


def _paper(path: Path, text: str, *, size: int) -> None:
    """Make a PDF with this text and of this size."""
    with pymupdf.open() as paper:
        paper.new_page().insert_textbox((72, 72, 520, 760), text, fontsize=11)
        data = paper.tobytes()
    path.write_bytes(data + b"\n%" + b" " * (size - len(data) - 2))


DECISION = (
    "Decision on the request submitted by Cambodia for an extension of the deadline for completing the destruction of anti-personnel "
    "mines in accordance with Article 5 of the Convention. The Review Conference granted the request for an extension."
)
ANALYSE = (
    "Analyse de la demande soumise par le Cambodge pour la prolongation du délai fixé pour achever la destruction des mines "
    "antipersonnel conformément à l'article 5 de la Convention. Le Cambodge indique que le plan est ambitieux."
)
ANNEX = "Annex 20. Cambodia: table of the areas that remain to be surveyed and cleared in each province, with the teams that are planned."


@pytest.fixture
def beside_the_seed(tmp_path: Path) -> Path:
    """Return a folder with the seed and three PDFs whose sizes are near the listed ones."""
    made = tmp_path / "seed"
    made.mkdir()
    shutil.copy(SEED, made)
    _paper(made / "Cambodia decision 2019 EN.pdf", DECISION, size=118 * 1024 + 300)
    _paper(made / "analyse_2009_fr.pdf", ANALYSE, size=48 * 1024 - 200)
    _paper(made / "KHM Annex 20.pdf", ANNEX, size=67 * 1000)
    return made


@needs_shared
def test_three_files_beside_the_seed_are_present_and_the_rest_missing(ask: Ask, beside_the_seed: Path) -> None:
    ask("index", str(beside_the_seed))
    rows = ask("attachments", "KHM")
    assert (len(rows), sum(row["size"] is not None for row in rows)) == (31, 21)
    present = {(row["title"], row["language"], row["size"]): Path(row["match"]).name for row in rows if row["state"] == "present"}
    assert present == {
        ("Cambodia's Extension Request Decision", "en", "118KB"): "Cambodia decision 2019 EN.pdf",
        ("Cambodia's Extension Request Analysis", "fr", "48KB"): "analyse_2009_fr.pdf",
        ("Annex 20", None, "67KB"): "KHM Annex 20.pdf",
    }
    assert {row["state"] for row in rows if row["match"] is None} == {"missing"}
    missing = ask("attachments", "KHM", "--missing")
    assert len(missing) == len(rows) - 3
    assert {row["state"] for row in missing} == {"missing"}


@needs_shared
def test_a_match_is_refused_chosen_and_taken_back(ask: Ask, beside_the_seed: Path, tmp_path: Path) -> None:
    ask("index", str(beside_the_seed))

    def annex(number: int) -> tuple[int, str]:
        return next((at, row["state"]) for at, row in enumerate(ask("attachments", "KHM"), 1) if row["title"] == f"Annex {number}")

    ask("attachments", "KHM", "--not", str(annex(20)[0]))
    assert annex(20)[1] == "missing"
    ask("attachments", "KHM", "--is", str(annex(18)[0]), str(beside_the_seed / "KHM Annex 20.pdf"))
    (tmp_path / "library" / "index.db").unlink()
    ask("index", str(beside_the_seed))
    assert (annex(18)[1], annex(20)[1]) == ("present", "missing")
    ask("attachments", "KHM", "--undo", str(annex(18)[0]))
    ask("attachments", "KHM", "--undo", str(annex(20)[0]))
    assert (annex(18)[1], annex(20)[1]) == ("missing", "present")


def test_the_shopping_list_names_title_size_and_page(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = ["--library", str(tmp_path / "library")]
    main(["index", str(folder), *library])
    capsys.readouterr()
    assert main(["attachments", "KHM", "--missing", *library]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Shopping list. Cambodia: ")
    assert "\n2019 Extension Request\n[ ] Cambodia's Extension Request, 29KB, 2019-03-27\n    listed in Cambodia" in said
