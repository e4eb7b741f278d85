"""Tests of the listed documents by family and language."""

from __future__ import annotations

from dataclasses import replace

from archiveviewer.gui.countries.ledger import Line, ledger
from gui.countries.sample import SampleArchive

FILES = SampleArchive().profile("KHM").attachments


def _marks(line: Line) -> str:
    signs = {"here": "+", "missing": "-", "doubt": "?", "part": "/", "none": "."}
    return "".join(signs[cell.mark] for cell in line.cells)


def test_families_and_titles_keep_their_order() -> None:
    found = ledger(FILES)
    assert [family.title for family in found.families] == [
        "2019 Extension Request",
        "2009 Extension Request",
        "Reports, updates, laws, other",
    ]
    assert [line.title for line in found.families[0].titles][:2] == ["Cambodia's Extension Request", "Additional Information"]


def test_gaps_are_seen_by_language() -> None:
    second = ledger(FILES).families[1]
    assert _marks(second) == "+/+/-//"
    assert [_marks(line) for line in second.titles] == ["......+", "......?", "......-", ".-+---.", "++++-+.", "......+"]


def test_counts() -> None:
    found = ledger(FILES)
    assert found.listed == len(FILES)
    assert len(found.missing) == sum(listed.state == "missing" for listed in FILES)
    assert found.families[0].cells[-1].here == 4


def test_other_languages_get_columns_of_their_own() -> None:
    khmer = replace(FILES[0], attachment=replace(FILES[0].attachment, language="km"))
    found = ledger([*FILES, khmer])
    assert found.languages == ("ar", "zh", "en", "fr", "ru", "es", "km", None)
    assert found.listed == len(FILES) + 1


def test_nothing_listed_is_an_empty_ledger() -> None:
    assert ledger([]).families == ()
