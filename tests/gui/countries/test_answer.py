"""Tests of the first lines of a profile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archiveviewer.gui.countries.answer import answer, beyond
from archiveviewer.records import Chain, ChainStep, Profile, ReferenceRow, State
from archiveviewer.records.countries import clearance
from gui.countries.sample import TODAY, SampleArchive

ARCHIVE = SampleArchive()


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("country", "head", "chip", "text"),
    [
        (
            "KHM",
            "Clearance deadline 31 December 2025",
            "Passed, as far as this archive knows",
            "It ran out 327 days ago. Newest source: November 2019, 7 years old. Look for a newer decision.",
        ),
        ("THA", "Clearance deadline 31 December 2026", "Extended", "It runs out in 38 days. Newest source: 2023, 3 years old."),
        ("LKA", "Clearance deadline 1 June 2028", "Running", "It runs out in 556 days. Newest source: 2021, 5 years old."),
        ("JOR", "Clearance completed 24 April 2012", "Met", "The deadline was 1 May 2012. Newest source: 2019, 7 years old."),
        ("FIN", "Withdrawn from the Convention 10 January 2026", "Withdrawn", "Newest source: 2025, 1 year old."),
        ("TUV", "No clearance deadline is stated in this archive", "Not known", ""),
    ],
)
def test_the_answer_of_each_state(country: str, head: str, chip: str, text: str) -> None:
    said = answer(ARCHIVE.profile(country), TODAY)
    assert (_plain(said.head), said.chip, _plain(said.text)) == (head, chip, text)


def test_the_answer_about_cluster_munitions_alone_names_them() -> None:
    profile = ARCHIVE.profile("THA")
    assert profile.chain is not None
    clusters = replace(profile, chain=replace(profile.chain, treaty="ccm", article="4"))
    assert _plain(answer(clusters, TODAY).head) == "Cluster munition clearance deadline 31 December 2026"
    row = ReferenceRow("THA", "ccm", "article4_deadline", "2030-08-01", "Article 4 deadline", "")
    found = beyond(replace(clusters, reference=(row, replace(row, treaty="apmbc", event="article5_deadline", date="2035-01-01"))))
    assert found is not None
    assert _plain(found[0]) == "1 August 2030"


@pytest.mark.parametrize(
    ("chains", "shown"),
    [
        ([("KHM", "apmbc", "5"), ("KHM", "ccm", "4"), ("KHM", "apmbc", "7")], {"KHM": "apmbc"}),
        ([("LAO", "ccm", "4"), ("LAO", "ccm", "7")], {"LAO": "ccm"}),
        ([("AFG", "ccm", "4"), ("AFG", "apmbc", "5")], {"AFG": "apmbc"}),
        ([("JOR", "apmbc", "7")], {}),
    ],
)
def test_which_clearance_a_country_is_known_by(chains: list[tuple[str, str, str]], shown: dict[str, str]) -> None:
    made = [Chain(country, treaty, article, (), None, State.UNKNOWN, "2026-11-23") for country, treaty, article in chains]
    assert {code: chain.treaty for code, chain in clearance(made).items()} == shown


def test_a_computed_deadline_is_said_to_be_computed() -> None:
    profile = ARCHIVE.profile("LKA")
    assert profile.chain is not None
    computed = ChainStep("deadline", "2028-06-01", "deadline by the treaty text", computed=True, formula="Article 5: in force + 10 years")
    steps = (*(step for step in profile.chain.steps if step.kind != "deadline"), computed)
    said = answer(replace(profile, chain=replace(profile.chain, steps=steps)), TODAY)
    assert said.text.startswith("Computed, not stated: Article 5: in force + 10 years. It runs out in 556 days.")


def _with(country: str, *rows: tuple[str, str, str]) -> Profile:
    listed = tuple(ReferenceRow(country, "apmbc", event, day, value, "") for event, day, value in rows)
    return replace(ARCHIVE.profile(country), reference=listed)


@pytest.mark.parametrize(
    ("profile", "known"),
    [
        (_with("KHM", ("article5_deadline", "2030-12-31", "set by 22MSP; latest found")), ("31 December 2030", "set by 22MSP")),
        (_with("KHM", ("article5_deadline", "2025-12-31", "set by 4RC")), None),
        (_with("KHM", ("extension_request_submitted", "2026-03-01", "asks for 2035")), None),
        (_with("LKA", ("withdrawal", "2027", "announced")), ("withdrawn 2027", "announced")),
        (_with("SEN", ("completion", "2024-05-01", "declared")), ("completed 1 May 2024", "declared")),
        (_with("JOR", ("completion", "2018", "stated")), None),
        (_with("TUV", ("article5_deadline", "2022-03-01", "stated")), ("1 March 2022", "stated")),
        (_with("THA"), None),
    ],
)
def test_what_the_reference_list_adds(profile: Profile, known: tuple[str, str] | None) -> None:
    found = beyond(profile)
    assert (None if found is None else (_plain(found[0]), found[1])) == known


def test_every_state_has_an_answer() -> None:
    profile = ARCHIVE.profile("KHM")
    assert profile.chain is not None
    heads = {answer(replace(profile, chain=replace(profile.chain, state=state)), TODAY).head for state in State}
    assert all(heads)
