"""What a profile shows first, what beside it, and what behind."""

from __future__ import annotations

from datetime import date

import pytest

from archiveviewer.facts.chains.chains import chains
from archiveviewer.facts.chains.obligations import OBLIGATIONS
from archiveviewer.facts.chains.profile import newest_source, profile, standing_first
from archiveviewer.facts.chains.register import register
from archiveviewer.facts.chains.vocabulary import fact_types
from archiveviewer.facts.wording.rules import languages, rules
from archiveviewer.records import Fact, FactLine, Profile, Source, StatedFact
from archiveviewer.records.countries import clearance


def fact(kind: str, value: str, *, as_of: str | None = None, source: str | None = None) -> StatedFact:
    made = Fact(country="KHM", type=kind, value=value, unit=None, as_of=as_of, evidence=None, rule="test")
    return StatedFact(fact=made, source=Source(document=1, path="/a", title="a", kind="profile", date=source))


def made(*facts: StatedFact, day: str = "2026-11-23") -> Profile:
    return profile("KHM", facts, (), chains=(), reference=register(), as_of=date.fromisoformat(day))


def line(kind: str, *facts: StatedFact) -> FactLine:
    return next(one for group in made(*facts).groups for one in group.lines if one.type == kind)


def values(stated: tuple[StatedFact, ...]) -> list[str]:
    return [one.fact.value for one in stated]


@pytest.mark.parametrize(
    ("kind", "facts", "current", "older"),
    [
        (
            "apmbc.art3.retained",
            [fact("apmbc.art3.retained", "1304", as_of="2020"), fact("apmbc.art3.retained", "972", as_of="2014")],
            ["1304"],
            ["972"],
        ),
        (
            "apmbc.art4.destroyed_total",
            [fact("apmbc.art4.destroyed_total", "203612", source="2011"), fact("apmbc.art4.destroyed_total", "203671", source="2019")],
            ["203671", "203612"],
            [],
        ),
        (
            "apmbc.ratification",
            [fact("apmbc.ratification", "2010-05", source="2019"), fact("apmbc.ratification", "2010-05-11", source="2011")],
            ["2010-05-11"],
            ["2010-05"],
        ),
        (
            "apmbc.art5.deadline",
            [fact("apmbc.art5.deadline", "2010-01-01"), fact("apmbc.art5.deadline", "2020-01-01", as_of="2RC")],
            ["2020-01-01"],
            ["2010-01-01"],
        ),
        (
            "ccm.status",
            [fact("ccm.status", "signatory", source="2012-08-17"), fact("ccm.status", "state_party", source="2013-09-02")],
            ["state_party"],
            ["signatory"],
        ),
        (
            "apmbc.withdrawal_effective",
            [fact("apmbc.withdrawal_effective", "INCOMPLETE:January 10", source="2026"), fact("apmbc.withdrawal_effective", "2026-01-10")],
            ["2026-01-10"],
            ["INCOMPLETE:January 10"],
        ),
        (
            "apmbc.withdrawal_effective",
            [fact("apmbc.withdrawal_effective", "INVALID:15 August 27", source="2026"), fact("apmbc.withdrawal_effective", "2027-08-16")],
            ["2027-08-16", "INVALID:15 August 27"],
            [],
        ),
        (
            "apmbc.art4.completed",
            [fact("apmbc.art4.completed", "yes", as_of="2003-05-01"), fact("apmbc.art4.completed", "2003-04", source="2019")],
            ["2003-04"],
            ["yes"],
        ),
        ("apmbc.art4.completed", [fact("apmbc.art4.completed", "yes", as_of="2008")], ["yes"], []),
        ("crpd.status", [], [], []),
    ],
)
def test_line(kind: str, facts: list[StatedFact], current: list[str], older: list[str]) -> None:
    found = line(kind, *facts)
    assert (values(found.current), values(found.older)) == (current, older)


def test_two_sources_that_differ_are_both_shown() -> None:
    found = line("apmbc.art4.destroyed_total", fact("apmbc.art4.destroyed_total", "1"), fact("apmbc.art4.destroyed_total", "2"))
    assert found.differ


def test_what_is_not_stated_is_an_empty_line_of_every_group() -> None:
    found = made()
    assert [group.name for group in found.groups] == ["apmbc", "ccm", "other", "situation"]
    assert sum(len(group.lines) for group in found.groups) == len(fact_types())
    assert not any(one.current or one.older for group in found.groups for one in group.lines)


def test_reference_rows_stand_apart() -> None:
    found = made()
    assert {row.country for row in found.reference} == {"KHM"}
    assert found.chain is not None
    assert (found.chain.steps, found.chain.deadline) == ((), None)
    assert found.chain.reference


def test_a_younger_document_does_not_count() -> None:
    facts = (fact("ccm.status", "signatory", source="2012-08-17"), fact("ccm.status", "state_party", source="2013-09-02"))
    (shown,) = [one for group in made(*facts, day="2013-01-01").groups for one in group.lines if one.type == "ccm.status"]
    assert values(shown.current) == ["signatory"]


def test_the_newest_source_is_that_of_the_deadline_and_not_of_anything_else() -> None:
    deadline = fact("apmbc.art5.deadline", "2026-03-01", source="2020")
    other = fact("ccm.status", "state_party", source="2020-08-01")
    day = date(2026, 11, 23)
    known = (deadline, other)
    found = clearance(chains(known, (), reference=(), as_of=day, obligations=OBLIGATIONS))["KHM"]
    assert newest_source(found, known, as_of=day) == "2020"
    assert profile("KHM", known, (), chains=(found,), reference=(), as_of=day).newest_source == "2020"


def test_without_a_deadline_the_newest_source_is_that_of_any_fact_known_on_the_day() -> None:
    facts = (fact("ccm.status", "signatory", source="2012-08-17"), fact("ccm.status", "state_party", source="2013-09-02"))
    assert made(*facts).newest_source == "2013-09-02"
    assert made(*facts, day="2013-01-01").newest_source == "2012-08-17"
    assert made(fact("ccm.status", "signatory")).newest_source is None


def test_every_type_that_rules_give_is_known() -> None:
    known = {one.name for one in fact_types()}
    given = {give.type.replace("<treaty>", "apmbc") for language in languages() for rule in rules(language) for give in rule.gives}
    assert given - known == set()


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ([fact("apmbc.entry_into_force", "2000-01-01")], "same"),
        ([fact("apmbc.entry_into_force", "2000")], "same"),
        ([fact("apmbc.entry_into_force", "2001-01-01")], "other"),
        ([fact("apmbc.entry_into_force", "2001-01-01"), fact("apmbc.entry_into_force", "2000-01-01")], "same"),
        ([fact("apmbc.ratification", "2000-01-01")], ""),
        ([], ""),
    ],
)
def test_the_register_is_a_second_opinion(stated: list[StatedFact], said: str) -> None:
    found = made(*stated)
    opinions = {row.event: opinion for row, opinion in zip(found.reference, found.second_opinion, strict=True)}
    assert opinions["entry_into_force"] == said


def test_a_later_deadline_of_the_register_contradicts_nothing() -> None:
    found = made(fact("apmbc.art5.deadline", "2025-12-31"))
    opinions = {row.date: said for row, said in zip(found.reference, found.second_opinion, strict=True) if row.event == "article5_deadline"}
    assert (opinions["2025-12-31"], opinions["2030-12-31"]) == ("same", "")


def test_the_deadline_that_stands_comes_before_what_a_newer_text_still_says() -> None:
    kind = "apmbc.art5.deadline_current"
    found = line(kind, fact(kind, "2019-03-01", source="2020"), fact(kind, "2026-03-01"), fact(kind, "2009-03-01", source="2008"))
    assert (values(found.current), values(found.older)) == (["2019-03-01"], ["2009-03-01", "2026-03-01"])
    led = standing_first(found, "2026-03-01")
    assert (values(led.current), values(led.older)) == (["2026-03-01", "2019-03-01"], ["2009-03-01"])
    assert standing_first(found, "2030-12-31") == found
    assert standing_first(led, "2026-03-01") == led
