"""Language versions and copies are told from what only looks like them; names, languages and lengths are those of real documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archiveviewer.facts.files.families import families
from archiveviewer.records import Identity, Kind


def one(path: str, language: str | None, pages: int = 6, **more: object) -> Identity:
    """Return what is known of a document; each has bytes of its own unless told otherwise."""
    plain = Identity(
        id=0, path=path, language=language, country=None, kind=Kind.OTHER, date=None, paged=True, pages=pages, sha256=path, symbol=None
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # tests name the fields rightly or fail


def together(documents: list[Identity]) -> list[list[str]]:
    """Return the names of those that belong together."""
    numbered = [replace(document, id=number) for number, document in enumerate(documents, 1)]
    found = families(numbered)
    assert set(found) == {document.id for document in numbered}
    groups: dict[int, list[str]] = {}
    for document in numbered:
        groups.setdefault(found[document.id], []).append(document.path)
    return [group for group in groups.values() if len(group) > 1]


VERSIONS = [
    [one("/a/Decision (Arabic).pdf", "ar", 1), one("/a/Decision (English).pdf", "en", 1), one("/a/Decision (Spanish).pdf", "es", 1)],
    [one("/a/cejil_1_es.pdf", "es", 42), one("/a/cejil_1_pt.pdf", "pt", 41)],
    [one("/a/ihrda_1_en.pdf", "en", 22), one("/a/ihrda_1_pt.pdf", "pt", 24)],
    [one("/a/ohchr_1_en.pdf", "en", 16, country="ITA", date="2019-11-15"), one("/a/ohchr_1_ru.pdf", "ru", 18)],
    [one("/a/APLC_MSP.14_2015_WP.1_E.pdf", "en", 9), one("/a/APLC_MSP.14_2015_WP.1_F.pdf", "fr", 10)],
    [one("/a/decision.pdf", "en"), one("/a/decision-fr.pdf", "fr")],
    [one("/a/EN/decision.pdf", "en"), one("/a/FR/decision.pdf", "fr")],
    [one("/a/Analysis, English version.pdf", "en"), one("/a/Analysis, version fran\u00e7ais.pdf", "fr")],
    [one("/a/report_eng_2019.pdf", "en"), one("/a/report_khm_2019.pdf", "km")],
    [one("/a/Plan \u0627\u0644\u0639\u0631\u0628\u064a\u0629.pdf", "ar"), one("/a/Plan \u4e2d\u6587.pdf", "zh")],
    [one("/a/Scan (French).pdf", None), one("/a/Scan (English).pdf", None)],
    [one("C:\\a\\plan_1_en.pdf", "en"), one("C:\\a\\plan_1_es.pdf", "es")],
    [one("/a/n4826101.pdf", "en", symbol="A/RES/48/246"), one("/b/other name.pdf", "es", symbol="A/RES/48/246")],
    [one("/a/x.pdf", "en", sha256="same"), one("/b/y.pdf", "en", 6, sha256="same", kind=Kind.ANNEX)],
]


@pytest.mark.parametrize("documents", VERSIONS, ids=lambda documents: documents[0].path)
def test_one_text(documents: list[Identity]) -> None:
    assert together(documents) == [[document.path for document in documents]]


APART = [
    ("another number", [one("/a/Annex 18 (English).pdf", "en"), one("/a/Annex 20 (French).pdf", "fr")]),
    ("another folder", [one("/2009/Decision (English).pdf", "en"), one("/2019/Decision (French).pdf", "fr")]),
    ("another country", [one("/a/decision-en.pdf", "en", country="KHM"), one("/a/decision-fr.pdf", "fr", country="AGO")]),
    ("another kind", [one("/a/paper-en.pdf", "en", kind=Kind.REQUEST), one("/a/paper-fr.pdf", "fr", kind=Kind.ANALYSIS)]),
    ("another year", [one("/a/plan-en.pdf", "en", date="2009"), one("/a/plan-fr.pdf", "fr", date="2019-03-27")]),
    ("a summary of it", [one("/a/request_EN.pdf", "en", 96), one("/a/request_FR.pdf", "fr", 4)]),
    ("the text is in another language than the name says", [one("/a/report_en.pdf", "en"), one("/a/report_fr.pdf", "es")]),
    ("no word of the language", [one("/a/report.pdf", "en"), one("/a/report.html", "fr")]),
    ("two that leave it out", [one("/a/report.pdf", "en"), one("/a/report.txt", "es"), one("/a/report-fr.pdf", "fr")]),
    ("names that are nothing but a language", [one("/a/eng.txt", "en", 5), one("/a/fra.txt", "fr", 5)]),
    ("small words that look like codes", [one("/a/informe en.pdf", "es"), one("/a/informe es.pdf", "en")]),
    ("letters of annexes", [one("/a/Annex E.pdf", "en"), one("/a/Annex F.pdf", "fr")]),
    ("the same language twice", [one("/a/plan_en.pdf", "en"), one("/a/plan-en.pdf", "en")]),
    ("one symbol, another country", [one("/a", "en", symbol="A/1/2", country="KHM"), one("/b", "fr", symbol="A/1/2", country="AGO")]),
    ("one symbol, one language", [one("/a", "en", symbol="A/1/2"), one("/b", "en", symbol="A/1/2")]),
    ("pages and sections", [one("/a/x-en.pdf", "en"), one("/a/x-fr.html", "fr", paged=False)]),
]


@pytest.mark.parametrize("documents", [documents for _, documents in APART], ids=[why for why, _ in APART])
def test_not_one_text(documents: list[Identity]) -> None:
    assert together(documents) == []


def test_copies_bring_versions_together_but_never_two_texts_of_a_language() -> None:
    first = [one("/a/x_en.pdf", "en", sha256="en"), one("/a/x_fr.pdf", "fr", sha256="fr")]
    again = [one("/b/x_en.pdf", "en", sha256="en"), one("/b/x_ru.pdf", "ru", sha256="ru")]
    assert together([*first, *again]) == [["/a/x_en.pdf", "/a/x_fr.pdf", "/b/x_en.pdf", "/b/x_ru.pdf"]]
    other = [one("/b/x_en.pdf", "en", sha256="en"), one("/b/x_fr.pdf", "fr", sha256="later")]
    assert together([*first, *other]) == [["/a/x_en.pdf", "/a/x_fr.pdf"], ["/b/x_en.pdf", "/b/x_fr.pdf"]]


def test_what_too_many_share_says_nothing() -> None:
    many = [one(f"/{number}", "en" if number % 2 else "fr", symbol="A/1/2") for number in range(100)]
    assert together(many) == []
