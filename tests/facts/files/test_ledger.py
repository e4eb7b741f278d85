"""Listed files against the files of a library."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archiveviewer.facts.files import candidates, ledger
from archiveviewer.facts.files.likeness import Here, Wanted, points
from archiveviewer.facts.reading.attachments import size_in_bytes
from archiveviewer.facts.reading.languages import language_in_name
from archiveviewer.facts.reading.read import read
from archiveviewer.records import Attachment, Document, Evidence, Kind, MatchDecision, PageText, Source
from shared import SHARED, needs_shared

PAGE = Source(document=1, path="/a/page.txt", title="Cambodia", kind="country_page", date="2019-11-29")


def listed(title: str, *, language: str | None = None, size: str | None = None, family: str = "") -> tuple[Attachment, Source]:
    item = Attachment(
        country="KHM",
        title=title,
        language=language,
        size=size,
        bytes=size_in_bytes(size) if size else None,
        received=None,
        family=family,
        evidence=Evidence(page=1, span=(0, 1), quote="x"),
    )
    return item, PAGE


def document(
    path: str,
    size: int,
    *,
    title: str = "",
    kind: Kind = Kind.OTHER,
    language: str | None = None,
    country: str | None = "KHM",
    number: int = 2,
) -> Document:
    return Document(
        id=number,
        path=path,
        folder="/a",
        media_type="application/pdf",
        title=title,
        kind=kind,
        language=language,
        country=country,
        date=None,
        paged=True,
        pages=1,
        size=size,
        sha256="",
    )


DECISION = listed("Cambodia's Extension Request Decision", language="en", size="118KB", family="2019 Extension Request")


@pytest.mark.parametrize(
    ("file", "state"),
    [
        (document("/a/decision-2019-en.pdf", 118 * 1024, title="Extension request decision", kind=Kind.DECISION, language="en"), "present"),
        (document("/a/decision-2019.pdf", 118_300, title="Decision on the request", kind=Kind.DECISION, language="en"), "present"),
        (document("/a/decision-2019-en.pdf", 400_000, title="Extension request decision", kind=Kind.DECISION, language="en"), "doubtful"),
        (
            document("/a/decision-2009-en.pdf", 118 * 1024, title="Extension request decision", kind=Kind.DECISION, language="en"),
            "doubtful",
        ),
        (document("/a/decision-2019-fr.pdf", 300_000, title="Extension request decision", kind=Kind.DECISION, language="fr"), "missing"),
        (document("/a/decision.pdf", 118 * 1024, title="Extension request decision", kind=Kind.DECISION, country="AGO"), "missing"),
        (document("/a/holiday.pdf", 55_000, title="Holiday plans"), "missing"),
    ],
)
def test_one_listed_file_against_one_document(file: Document, state: str) -> None:
    (found,) = ledger.match([DECISION], [file])
    assert found.state == state
    assert bool(found.match) == (state != "missing")
    assert bool(found.why) == bool(found.reasons) == (state == "doubtful")


ANNEX_18 = listed("Annex 18", size="33KB")
REQUEST = listed("Cambodia's Extension Request", family="2019 Extension Request")


@pytest.mark.parametrize(
    ("item", "file", "state", "why"),
    [
        (ANNEX_18, document("/a/Annex 19.pdf", 33 * 1024, title="Annex 19", kind=Kind.ANNEX), "doubtful", "number in the title differs"),
        (ANNEX_18, document("/a/Annex 19.pdf", 90 * 1024, title="Annex 19", kind=Kind.ANNEX), "missing", ""),
        (ANNEX_18, document("/a/holiday.pdf", 33 * 1024, title="Holiday plans"), "doubtful", "only the size agrees"),
        (
            REQUEST,
            document("/a/decision 2019.pdf", 1000, title="Extension request decision", kind=Kind.DECISION),
            "doubtful",
            "another sort of paper: decision",
        ),
        (REQUEST, document("/a/request 2019.pdf", 1000, title="Extension request", kind=Kind.REQUEST), "present", ""),
    ],
)
def test_what_speaks_against_a_match_is_said(item: tuple[Attachment, Source], file: Document, state: str, why: str) -> None:
    (found,) = ledger.match([item], [file])
    assert (found.state, why in found.why) == (state, True)


def test_each_document_answers_for_one_listed_file() -> None:
    file = document("/a/annex 18.pdf", 33 * 1024, title="Annex 18", kind=Kind.ANNEX)
    found = ledger.match([listed("Annex 18", size="33KB"), listed("Annex 19", size="33KB")], [file])
    assert [one.state for one in found] == ["present", "missing"]


def test_the_page_that_lists_is_not_what_it_lists() -> None:
    page = document("/a/page.txt", 118 * 1024, title="Extension request decision", kind=Kind.DECISION, language="en", number=1)
    (found,) = ledger.match([DECISION], [page])
    assert found.state == "missing"


@needs_shared
def test_a_document_that_lists_files_itself_is_not_lost() -> None:
    file = document("/a/decision-en.pdf", 118 * 1024, title="Cambodia's Extension Request Decision", kind=Kind.DECISION, language="en")
    other = (listed("Annex 3 to the report")[0], Source(document=2, path=file.path, title=file.title, kind="decision", date=None))
    assert [one.state for one in ledger.match([DECISION, other], [file])] == ["present", "missing"]


def test_a_damaged_file_is_known_by_its_name() -> None:
    revised = replace(listed("Cambodia's Revised Extension Request", size="5.9MB")[0], received="2009-08-24"), PAGE
    file = replace(document("/a/Revised request 24 August 2009.pdf", 700, country=None), pages=0)
    (found,) = ledger.match([revised], [file])
    assert (found.state, found.match) == ("doubtful", file.path)
    assert "cannot be read" in found.why


@needs_shared
def test_three_files_beside_the_seed_are_found_and_no_others() -> None:
    text = (SHARED / "seeds" / "000_2d8cb406506353d3.txt").read_text(encoding="utf-8")
    items = read((PageText(number=1, label="1", text=text),), paged=False, title="Cambodia", name="000").attachments
    assert sum(item.size is not None for item in items) == 21
    files = [
        document(
            "/a/Cambodia-decision-2019-EN.pdf", 120_900, title="Extension request decision", kind=Kind.DECISION, language="en", number=2
        ),
        document("/a/analysis_fr.pdf", 48_600, title="Analyse de la demande", kind=Kind.ANALYSIS, language="fr", number=3),
        document("/a/Annex 20.pdf", 67_100, title="Annex 20", kind=Kind.ANNEX, number=4),
    ]
    found = ledger.match([(item, PAGE) for item in items], files)
    assert sorted(one.match or "" for one in found if one.state == "present") == sorted(file.path for file in files)
    assert {one.state for one in found if one.match is None} == {"missing"}


def test_a_file_that_two_pages_list_is_one_listed_file() -> None:
    copy = replace(PAGE, document=9, path="/b/page.txt", date="2020-01-31")
    file = document("/a/annex 18.pdf", 33 * 1024, title="Annex 18", kind=Kind.ANNEX)
    annex, _ = listed("Annex 18", size="33KB")
    spaced = replace(annex, title="Annex\u00a018", size="33 KB")
    found = ledger.match([(annex, PAGE), (spaced, copy)], [file])
    assert [one.state for one in found] == ["present", "present"]
    assert [one.source.path for one in ledger.each_once(found)] == ["/b/page.txt"]


def said(path: str, *, is_it: bool, sha256: str = "") -> MatchDecision:
    item, _ = DECISION
    return MatchDecision(item.country, item.title, item.language, item.size, item.family, path=path, sha256=sha256, is_it=is_it)


SCAN = replace(document("/a/scan 7.pdf", 900_000, title="scan 7", country=None, number=3), sha256="abc")
FOUND = replace(
    document("/a/decision-2019-en.pdf", 400_000, title="Extension request decision", kind=Kind.DECISION, language="en"), sha256="d"
)


@pytest.mark.parametrize(
    ("decisions", "state", "match"),
    [
        ([], "doubtful", FOUND.path),
        ([said(FOUND.path, is_it=True)], "present", FOUND.path),
        ([said(FOUND.path, is_it=False)], "missing", None),
        ([said(SCAN.path, is_it=True)], "present", SCAN.path),
        ([said("/elsewhere/scan.pdf", is_it=True, sha256="abc")], "present", SCAN.path),
        ([said("/gone.pdf", is_it=True, sha256="gone")], "doubtful", FOUND.path),
        ([said(FOUND.path, is_it=True), said(FOUND.path, is_it=False)], "missing", None),
        ([said(FOUND.path, is_it=False), said(FOUND.path, is_it=True)], "present", FOUND.path),
        ([said(FOUND.path, is_it=True), said(SCAN.path, is_it=True)], "present", SCAN.path),
    ],
)
def test_a_persons_word_stands_over_the_comparison(decisions: list[MatchDecision], state: str, match: str | None) -> None:
    (one,) = ledger.match([DECISION], [FOUND, SCAN], decisions)
    assert (one.state, one.match) == (state, match)
    assert one.decided is (state != "doubtful")


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("decision-fr", "fr"),
        ("Analysis_English", "en"),
        ("plan-esp", "es"),
        ("report 2019", None),
        ("iran", None),
        ("annex-no", None),
        ("", None),
    ],
)
def test_language_in_name(name: str, language: str | None) -> None:
    assert language_in_name(name) == language


@pytest.mark.parametrize("country", ["KHM", None])
def test_few_pairs_are_compared_in_a_large_library(country: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counting(wanted: Wanted, here: Here) -> float:
        nonlocal compared
        compared += 1
        return points(wanted, here)

    monkeypatch.setattr(candidates, "points", counting)
    files = [document(f"/a/{n}.pdf", 1000 * n, title=f"Report {n}", country=country, number=n + 2) for n in range(2000)]
    found = ledger.match([listed(f"Annex {n}", size=f"{n + 1}KB") for n in range(200)], files)
    assert found[150].match == "/a/150.pdf"
    assert 0 < compared < 20 * len(found)


def test_of_many_alike_each_listed_file_gets_its_own() -> None:
    files = [
        document(f"/a/{n}-2019.pdf", 5_000_000 + n, title="Request", kind=Kind.REQUEST, language="en", number=n + 2) for n in range(300)
    ]
    items = [listed(f"Extension request {word} province", language="en", family="2019") for word in ("Battambang", "Pailin", "Pursat")]
    assert [one.match for one in ledger.match(items, files)] == ["/a/0-2019.pdf", "/a/1-2019.pdf", "/a/2-2019.pdf"]
