"""Tests of the rows of a profile."""

from __future__ import annotations

from dataclasses import replace

from archiveviewer.gui.countries.row import Row, RowKind
from archiveviewer.gui.countries.rows import profile_rows
from archiveviewer.records import FactLine, Profile, ProfileGroup, Source
from gui.countries.sample import SampleArchive

ARCHIVE = SampleArchive()


def _read_in(source: Source, page: int) -> str:
    return f"{source.title} § {page}"


def _rows(country: str = "KHM") -> tuple[Row, ...]:
    return profile_rows(ARCHIVE.profile(country), ARCHIVE.timeline(country), read_in=_read_in)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_groups_keep_their_answer_in_the_head() -> None:
    heads = [(row.label, _plain(row.value), row.open) for row in _rows()]
    assert heads == [
        ("Mine Ban Convention", "State Party · 9 facts", True),
        ("Cluster munitions", "not a party · no production known · stockpile not known", False),
        ("Other treaties", "conventional weapons: party · not Protocol V · disability rights: State Party", False),
        ("Situation", "2 facts", False),
        ("Dated events", "2 events, 2007 to 2019", False),
        ("Not in this archive", "reference list of December 2025 · 5 rows", False),
    ]


def test_a_fact_says_value_age_and_source() -> None:
    row = next(row for row in _rows()[0].children if row.label == "Mines retained")
    said = (row.article, row.value, row.as_of, row.read_in)
    assert tuple(map(_plain, said)) == ("Art. 3", "1,235 mines", "2019 · 7 years old", "Cambodia, country page § 3")
    assert row.place is not None
    assert (row.place.page, row.place.value) == (3, "1235")
    assert _plain(row.sentence) == "Art. 3, Mines retained, 1,235 mines, 2019 · 7 years old, Cambodia, country page § 3"


def test_sources_that_differ_stand_under_one_another() -> None:
    rows = [row for row in _rows()[0].children if row.bar]
    assert [(row.bar, row.label, _plain(row.value)) for row in rows] == [
        ("first", "Stockpile destroyed", "203,671 mines"),
        ("last", "2 sources differ", "203,612 mines"),
        ("first", "Deadline", "31 December 2025"),
        ("last", "2 sources differ", "1 January 2020"),
    ]
    assert rows[3].as_of == "said 2018, earlier step"


def test_older_values_are_folded_behind() -> None:
    rows = _rows()[0].children
    row = rows[[row.label for row in rows].index("Deadline") + 1]
    assert (row.folded, row.behind) == ("+1", "1 older value")
    assert [_plain(child.value) for child in row.children] == ["1 January 2010"]


def test_what_is_not_stated_is_said() -> None:
    row = next(row for row in _rows()[0].children if row.label == "National law")
    assert (row.kind, row.value, row.place) == (RowKind.UNSTATED, "not stated in this archive", None)


def test_rare_types_that_are_not_stated_are_folded_together() -> None:
    lines = (FactLine("apmbc.signature", "15"), FactLine("apmbc.succession", "15"), FactLine("apmbc.art3.retained", "3"))
    profile = Profile("XXX", "2026-11-23", None, (ProfileGroup("apmbc", lines),), (), (), None)
    (group,) = profile_rows(profile, (), read_in=_read_in)
    assert group.value == "nothing stated in this archive"
    assert [row.label for row in group.children] == ["Mines retained", "2 more not stated in this archive"]
    assert [row.label for row in group.children[1].children] == ["Signed", "Succeeded"]


def test_what_is_stated_in_one_unit_is_not_called_unstated_in_another() -> None:
    area = next(line for group in ARCHIVE.profile("KHM").groups for line in group.lines if line.type == "contamination.area_km2")
    lines = (area, FactLine("contamination.area_m2", ""), FactLine("clearance.area_km2", ""), FactLine("clearance.area_m2", ""))
    profile = Profile("KHM", "2026-11-23", None, (ProfileGroup("situation", lines),), (), (), None)
    (group,) = profile_rows(profile, (), read_in=_read_in)
    assert [row.label for row in group.children] == ["Mined area", "1 more not stated in this archive"]
    assert [row.label for row in group.children[1].children] == ["Area cleared"]


def test_the_same_value_from_two_sources_is_one_row() -> None:
    profile = ARCHIVE.profile("KHM")
    line = next(line for line in profile.groups[0].lines if line.type == "apmbc.entry_into_force")
    twice = FactLine(line.type, line.article, line.current * 2)
    (group,) = profile_rows(Profile("KHM", "2026-11-23", None, (ProfileGroup("apmbc", (twice,)),), (), (), None), (), read_in=_read_in)
    assert [(row.behind, len(row.children)) for row in group.children] == [("1 other source says the same", 1)]


def test_a_country_without_facts_opens_what_the_reference_list_says() -> None:
    silent = ProfileGroup("apmbc", (FactLine("apmbc.art3.retained", "3"),))
    profile = replace(ARCHIVE.profile("TUV"), groups=(silent,))
    rows = profile_rows(profile, (), read_in=_read_in)
    assert [(row.label, row.open) for row in rows] == [("Mine Ban Convention", False), ("Not in this archive", True)]


def test_the_reference_list_says_where_the_archive_differs() -> None:
    profile = replace(ARCHIVE.profile("KHM"), second_opinion=("same", "same", "", "other", ""))
    group = next(row for row in profile_rows(profile, (), read_in=_read_in) if row.label == "Not in this archive")
    assert _plain(group.value) == "reference list of December 2025 · 5 rows · 1 differs"
    assert [row.as_of.partition(" · ")[0] for row in group.children] == [
        "as this archive says",
        "as this archive says",
        "new deadline 2030-12-31; by 22MSP",
        "this archive says otherwise",
        "set by 22MSP, December 2025; latest found",
    ]


def test_a_broken_value_is_folded_as_unclear() -> None:
    line = next(line for line in ARCHIVE.profile("KHM").groups[0].lines if line.type == "apmbc.entry_into_force")
    broken = replace(line.current[0], fact=replace(line.current[0].fact, value="INCOMPLETE:January 10"))
    profile = Profile("KHM", "2026-11-23", None, (ProfileGroup("apmbc", (replace(line, older=(broken,)),)),), (), (), None)
    (group,) = profile_rows(profile, (), read_in=_read_in)
    assert [(child.label, child.value) for child in group.children[0].children] == [("unclear", "“January 10”, as printed")]


def test_a_country_without_facts_has_only_the_reference_list() -> None:
    assert [row.label for row in _rows("JOR")] == ["Not in this archive"]
