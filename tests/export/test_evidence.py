"""Evidence sheets: nothing of a document can act in them, and what was not searched is said."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest

from archiveviewer.export.evidence import evidence_csv, evidence_html
from archiveviewer.index.reader import Reader
from archiveviewer.query.search import search
from archiveviewer.records import (
    Also,
    Answered,
    Coverage,
    Document,
    DocumentHit,
    Kind,
    PageHit,
    Problem,
    ProblemCode,
    Searched,
    SearchRequest,
)
from libraries import document, library

HOSTILE = '=HYPERLINK("http://x") <script>alert(1)</script>'
HIT = DocumentHit(
    rank=1,
    document=7,
    path="/x/\udcffdecision.pdf",
    title=HOSTILE,
    kind="decision",
    language="ar",
    country="KHM",
    date="2019-11-29",
    score=1.0,
    missing=("oslo",),
    pages=(PageHit(page=3, label="iv", snippet='the "deadline" <b>is</b>\n1 January', marks=((5, 13),)),),
    page_hits=1,
)
DOCUMENT = Document(7, HIT.path, "/x", "application/pdf", HOSTILE, Kind.DECISION, "ar", "KHM", "2019-11-29", True, 9, 100, "ab" * 32)
HEAD = Searched(
    library="/library",
    made="2026-11-23",
    coverage=Coverage(3, 2, 1, 0, unsupported=0, waiting=0, pages=12, newest="2019-11-29"),
    problems=(Problem.of(ProblemCode.NO_TEXT, path="/x/scan.pdf", page=2),),
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> list[Answered]:
    """Return three questions: one with an answer made hostile, one without hits, one that failed."""
    with Reader(library(tmp_path_factory.mktemp("library"), {"a": document("the deadline")})) as reader:
        added = Also("deadline", (), ("délai", "plazo"))
        answer, nothing = (search(reader, SearchRequest(text)) for text in ("deadline", "xylophone"))
    return [
        Answered("q1", "-deadline", replace(answer, hits=(HIT,), at_least=True, also=(added,)), (DOCUMENT,)),
        Answered("q2", "xylophone", nothing),
        Answered("q3", "+odd", None, fault="The disk is full."),
    ]


def test_a_table_has_a_row_for_each_quote_and_for_what_was_not_read(asked: list[Answered]) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(evidence_csv(HEAD, asked)))))
    assert [row["row"] for row in rows] == ["answer", "no hits", "not answered", "not read in full"]
    first = rows[0]
    assert (first["id"], first["question"], first["page"], first["sha256"]) == ("q1", "'-deadline", "iv", "ab" * 32)
    assert (first["quote"], first["file"], first["without"]) == ('the "deadline" <b>is</b> 1 January', r"/x/\xffdecision.pdf", "oslo")
    assert (first["archive of"], first["sheet made"]) == ("2019-11-29", "2026-11-23")
    assert "The disk is full." in rows[2]["remark"]
    assert (rows[3]["file"], rows[3]["page"]) == ("/x/scan.pdf", "2")
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_a_page_shows_what_stands_in_documents_and_runs_none_of_it(asked: list[Answered]) -> None:
    page = "".join(evidence_html(HEAD, asked))
    assert '<mark>deadline"</mark>' not in page
    assert "<mark>deadline</mark>" in page.replace("&quot;", "")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"""(?:src|href)=|url\(|@import""", page)
    for said in (
        "at least 1 document has all words",
        "Not answered: The disk is full.",
        "2 of 3 files were searched",
        "ab" * 32,
        "p. iv",
        "Also: délai, plazo.",
    ):
        assert said in page
    assert page.index("scan.pdf") > page.index("xylophone")


def test_a_library_that_was_read_in_full_says_so() -> None:
    whole = Searched("/library", "2026-11-23", HEAD.coverage, ())
    assert "every file was read in full" in "".join(evidence_html(whole, []))
    assert len("".join(evidence_csv(whole, [])).splitlines()) == 1
