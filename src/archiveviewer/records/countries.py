"""What the archive as a whole says about a country: deadline chains and the profile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from archiveviewer.records.facts import Evidence, ListedAttachment, ReferenceRow, Source, StatedFact


class State(StrEnum):
    """The state of a deadline chain on a given day."""

    RUNNING = "running"
    EXTENDED = "extended"
    PASSED = "passed"
    MET = "met"
    MET_LATE = "met_late"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One step of a deadline chain, with the place that it was read in.

    `kind` is entry_into_force, deadline, request, revised_request, additional_information, decision, requested (a date asked for),
    doubtful (printed as a deadline, but out of reach), completion, report, report_due, new_mined_areas, withdrawal_submitted,
    withdrawal or reference. `date` is empty for a decision whose day is not known. `meeting` is a code such as 4RC. `source` and
    `evidence` are None for computed and reference steps; `formula` then says how the date came about. `at_latest` says that it came
    about on this day or before it: a report of that day tells of it.
    `request` is the date of the request that a decision answers: the last one before its meeting that no earlier meeting answered.
    """

    kind: str
    date: str
    text: str
    meeting: str | None = None
    source: Source | None = None
    evidence: Evidence | None = None
    computed: bool = False
    formula: str = ""
    at_latest: bool = False
    request: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """First deadline, each request, each decision, the deadline that stands, and its state on the day `as_of`.

    `deadline` is the one that stands, as precise as the text, or None when none is known. `days_left` is negative when it has passed.
    `decided_by` is a meeting code; `newest_source` the date of the newest document about the chain. `steps` are in order of date;
    `end` is the one that ended the chain (a completion that nothing undid, a withdrawal). `reference` holds what the reference register
    knows beyond the archive.
    """

    country: str
    treaty: str
    article: str
    steps: tuple[ChainStep, ...]
    deadline: str | None
    state: State
    as_of: str
    days_left: int | None = None
    decided_by: str | None = None
    newest_source: str | None = None
    reference: tuple[ChainStep, ...] = ()
    end: ChainStep | None = None


def clearance(chains: Iterable[Chain]) -> dict[str, Chain]:
    """Return for each country the chain of clearing mined areas.

    Where there is none, as of a country that the Convention on Cluster Munitions alone binds, it is that of clearing cluster munitions.
    """
    found: dict[str, Chain] = {}
    for chain in chains:
        if (chain.treaty, chain.article) == ("apmbc", "5"):
            found[chain.country] = chain
        elif (chain.treaty, chain.article) == ("ccm", "4"):
            found.setdefault(chain.country, chain)
    return found


@dataclass(frozen=True, slots=True)
class FactLine:
    """All that the archive states for one type of fact: `current` newest first (more than one when sources differ), `older` behind it.

    Both are empty when the archive does not state it.
    """

    type: str
    article: str
    current: tuple[StatedFact, ...] = ()
    older: tuple[StatedFact, ...] = ()

    @property
    def differ(self) -> bool:
        """Whether the current sources give different values."""
        return len({stated.fact.value for stated in self.current}) > 1


@dataclass(frozen=True, slots=True)
class ProfileGroup:
    """The lines of one treaty: `name` is apmbc, ccm, other (CCW and CRPD) or situation (contamination, clearance, casualties)."""

    name: str
    lines: tuple[FactLine, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One country as the archive describes it on the day `as_of`.

    `chain` is that of Article 5, when anything is known of it; `others` are those of the other articles.

    `second_opinion` says for each row of `reference` whether the archive states the "same", "other" values only, or nothing ("").
    """

    country: str
    as_of: str
    chain: Chain | None
    groups: tuple[ProfileGroup, ...]
    attachments: tuple[ListedAttachment, ...]
    reference: tuple[ReferenceRow, ...]
    newest_source: str | None
    second_opinion: tuple[str, ...] = ()
    others: tuple[Chain, ...] = ()


@dataclass(frozen=True, slots=True)
class CountrySummary:
    """A row of the list of countries; `documents` counts what the library holds about it, `newest_source` is that of its profile."""

    country: str
    documents: int
    facts: int
    state: State
    deadline: str | None
    newest_source: str | None = None
