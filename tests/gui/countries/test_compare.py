"""Two countries side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from archiveviewer.gui.countries.compare import CompareRow, compared
from archiveviewer.gui.countries.load import Shown, load_country
from archiveviewer.records import FactLine, ProfileGroup
from gui.countries.sample import SampleArchive

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


def _shown(code: str) -> Shown:
    return load_country(cast("Archive", SampleArchive()), code, as_of=None, language="en")


def _row(rows: tuple[CompareRow, ...], label: str) -> CompareRow:
    return next(row for group in rows for row in group.children if row.label == label)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_each_country_says_its_own_and_what_is_not_stated_is_said() -> None:
    rows = compared(_shown("KHM"), _shown("FIN"))
    assert [group.label for group in rows] == [
        "Deadline",
        "Mine Ban Convention",
        "Cluster munitions",
        "Other treaties",
        "Situation",
        "Documents",
    ]
    retained = _row(rows, "Mines retained")
    assert [_plain(side.sentence) for side in retained.sides] == [
        "1,235 mines, 2019 · 7 years old · Country page § 3",
        "not stated in this archive",
    ]
    assert retained.sides[0].place is not None
    assert retained.sides[0].place.value == "1235"
    assert [_plain(side.sentence) for side in _row(rows, "Clearance deadline").sides] == [
        "31 December 2025, Passed, as far as this archive knows",
        "Withdrawn, 10 January 2026",
    ]
    assert _row(rows, "Listed documents").sides[0].said[0].value == "24 listed, 10 missing"


def test_sources_that_differ_stay_apart() -> None:
    destroyed = _row(compared(_shown("KHM"), _shown("FIN")), "Stockpile destroyed")
    assert [_plain(one.value) for one in destroyed.sides[0].said] == ["203,671 mines", "203,612 mines"]


def test_only_what_both_state_can_differ() -> None:
    khm = _shown("KHM")
    line = next(line for line in khm.profile.groups[0].lines if line.type == "apmbc.art3.retained")
    fewer = replace(line.current[0], fact=replace(line.current[0].fact, value="1190"))
    profile = replace(khm.profile, groups=(ProfileGroup("apmbc", (FactLine(line.type, line.article, (fewer,)),)),))
    (mine,) = (group for group in compared(khm, replace(khm, profile=profile)) if group.label == "Mine Ban Convention")
    assert mine.answer == "1 differs"
    assert [row.label for row in mine.children if row.differs] == ["Mines retained"]
    assert not _row(compared(khm, khm), "Mines retained").differs
