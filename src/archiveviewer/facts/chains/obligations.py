"""What the treaties ask of a state by a day, and the types of facts and kinds of events that speak of it."""

from __future__ import annotations

from dataclasses import dataclass

from archiveviewer.facts.chains import computed
from archiveviewer.facts.chains.computed import Term


@dataclass(frozen=True, slots=True)
class Obligation:
    """What a state must have done by a day: the terms of the treaty, and the types of facts and kinds of events that speak of it.

    `concerns` are facts (type, value) that show that the obligation is there at all; other facts of the chain show it too. `kinds` are
    events that are steps, each with the kind of step; `events` are all kinds of events that belong to the chain. `report` is the type of
    fact of a later report, which is due `yearly`. A withdrawal alone makes a chain where `tells_withdrawal`. `areas` is the type of fact
    that says whether there are areas to clear: they may be found again after completion.
    """

    treaty: str
    article: str
    term: Term
    concerns: tuple[tuple[str, str], ...] = ()
    initial: str = ""
    deadline: str = ""
    requested: str = ""
    request: str = ""
    granted: str = ""
    completion: tuple[str, ...] = ()
    report: str = ""
    yearly: bool = False
    kinds: tuple[tuple[str, str], ...] = ()
    events: tuple[str, ...] = ()
    tells_withdrawal: bool = False
    areas: str = ""


ARTICLE_5 = Obligation(
    treaty="apmbc",
    article="5",
    term=computed.APMBC_5,
    concerns=(("apmbc.art5.mined_areas", "yes"),),
    initial="apmbc.art5.deadline_initial",
    deadline="apmbc.art5.deadline",
    requested="apmbc.art5.deadline_requested",
    request="apmbc.art5.request_submitted",
    granted="apmbc.art5.request_granted",
    completion=("apmbc.art5.completion",),
    kinds=(
        ("art5_request_submitted", "request"),
        ("revised_request", "revised_request"),
        ("additional_information", "additional_information"),
        ("completion_declared", "completion"),
        ("new_mined_areas", "new_mined_areas"),
    ),
    events=(
        "art5_deadline",
        "art5_request_submitted",
        "revised_request",
        "additional_information",
        "request_granted",
        "art5_completion",
        "completion_declared",
        "new_mined_areas",
        "work_plan",
        "work_plan_due",
        "withdrawal",
    ),
    tells_withdrawal=True,
    areas="apmbc.art5.mined_areas",
)
ARTICLE_4 = Obligation(
    treaty="apmbc",
    article="4",
    term=computed.APMBC_4,
    concerns=(("apmbc.art4.stockpile_reported", "yes"),),
    deadline="apmbc.art4.deadline",
    completion=("apmbc.art4.completed",),
    events=("art4_deadline",),
)
ARTICLE_7 = Obligation(
    treaty="apmbc",
    article="7",
    term=computed.APMBC_7,
    deadline="apmbc.art7.initial_report_due",
    completion=("apmbc.art7.initial_report",),
    report="apmbc.art7.latest_report",
    yearly=True,
    events=("art7_report", "art7_due"),
)
CCM_3 = Obligation(
    treaty="ccm",
    article="3",
    term=computed.CCM_3,
    concerns=(("ccm.art3.stockpile_reported", "yes"),),
    completion=("ccm.art3.completed",),
    events=("ccm_art3_deadline",),
)
CCM_4 = Obligation(
    treaty="ccm",
    article="4",
    term=computed.CCM_4,
    concerns=(("ccm.art4.contaminated", "yes"),),
    deadline="ccm.art4.deadline",
    completion=("ccm.art4.completion",),
    kinds=(("completion_declared", "completion"),),
    events=("ccm_art4_deadline", "completion_declared", "ccm_withdrawal"),
    tells_withdrawal=True,
    areas="ccm.art4.contaminated",
)
CCM_7 = Obligation(
    treaty="ccm",
    article="7",
    term=computed.CCM_7,
    deadline="ccm.art7.initial_report_due",
    completion=("ccm.art7.initial_report",),
    report="ccm.art7.latest_report",
    yearly=True,
    events=("ccm_art7_report", "ccm_art7_due", "art7_due"),
)
OBLIGATIONS = (ARTICLE_5, ARTICLE_4, ARTICLE_7, CCM_4, CCM_3, CCM_7)
"""All that chains are made of, the ones that people ask for first."""
