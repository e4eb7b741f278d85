"""The answer of a profile: which clearance deadline stands, how far it can be trusted, and what the reference list adds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.chain.words import clearance_deadline, standing_step, state_sentence
from archiveviewer.gui.dates import age, days_words, long_date
from archiveviewer.gui.days import day_of
from archiveviewer.records import Chain, Profile, State
from archiveviewer.records.facts import REGISTER_MONTH

translate = QCoreApplication.translate
_DEADLINES = frozenset(("article5_deadline", "article4_deadline"))


@dataclass(frozen=True, slots=True)
class Answer:
    """The first lines of a profile."""

    head: str
    chip: str
    text: str
    state: State


def answer(profile: Profile, today: date) -> Answer:
    """Return the answer of a profile as of its day."""
    chain = profile.chain
    state = chain.state if chain is not None else State.UNKNOWN
    parts = [_head_text(chain), _source(profile.newest_source, today), _advice(state)]
    return Answer(_head(chain), state_sentence(state), " ".join(part for part in parts if part), state)


def _head(chain: Chain | None) -> str:
    if chain is None:
        return translate("answer", "No clearance deadline is stated in this archive")
    step = standing_step(chain)
    when = long_date(step.date) if step is not None else ""
    if chain.state in {State.MET, State.MET_LATE} and when:
        clusters, mines = (
            translate("answer", "Cluster munition clearance completed {date}"),
            translate("answer", "Clearance completed {date}"),
        )
        return (clusters if chain.treaty == "ccm" else mines).format(date=when)
    if chain.state == State.WITHDRAWN and when:
        return translate("answer", "Withdrawn from the Convention {date}").format(date=when)
    if chain.deadline is None:
        return translate("answer", "No clearance deadline is stated in this archive")
    return clearance_deadline(chain, chain.deadline)


def _head_text(chain: Chain | None) -> str:
    if chain is None or chain.deadline is None:
        return ""
    if chain.state in {State.MET, State.MET_LATE, State.WITHDRAWN}:
        return translate("answer", "The deadline was {date}.").format(date=long_date(chain.deadline))
    if chain.days_left is None:
        return ""
    step = standing_step(chain)
    if step is not None and step.computed:
        said = translate("answer", "Computed, not stated: {formula}. {when}")
        return said.format(formula=step.formula or step.text, when=_when(chain))
    return _when(chain)


def _when(chain: Chain) -> str:
    if chain.state == State.PASSED:
        return translate("answer", "It ran out {days}.").format(days=days_words(chain.days_left))
    return translate("answer", "It runs out {days}.").format(days=days_words(chain.days_left))


def _source(newest: str | None, today: date) -> str:
    if newest is None:
        return ""
    old = age(newest, today)
    if not old:
        return translate("answer", "Newest source: {date}.").format(date=long_date(newest))
    return translate("answer", "Newest source: {date}, {age}.").format(date=long_date(newest), age=old)


def _advice(state: State) -> str:
    return translate("answer", "Look for a newer decision.") if state == State.PASSED else ""


def beyond(profile: Profile) -> tuple[str, str] | None:
    """Return what the reference list knows beyond the archive: a later deadline, an end; and how it came about. None for nothing new."""
    chain = profile.chain
    state = chain.state if chain is not None else State.UNKNOWN
    treaty = chain.treaty if chain is not None else "apmbc"
    rows = [row for row in profile.reference if row.treaty == treaty]
    if state not in {State.WITHDRAWN, State.MET, State.MET_LATE}:
        for event, said in (
            ("withdrawal", translate("answer", "withdrawn {date}")),
            ("completion", translate("answer", "completed {date}")),
        ):
            ends = [row for row in rows if row.event == event]
            if ends:
                last = max(ends, key=lambda row: (day_of(row.date) or 0.0, len(row.date)))
                return said.format(date=long_date(last.date)), _how(last.value)
        after = day_of(chain.deadline if chain is not None else None) or 0.0
        later = [row for row in rows if row.event in _DEADLINES and (day_of(row.date) or 0.0) > after]
        if later:
            last = max(later, key=lambda row: day_of(row.date) or 0.0)
            return long_date(last.date), _how(last.value)
    return None


def _how(value: str) -> str:
    """Return the first remark of a row of the reference list; the rest stands in its own group below."""
    return " ".join(value.partition(";")[0].split())


def beyond_head() -> str:
    """Return how the box of the reference list begins."""
    return translate("answer", "Not in this archive, from the reference list of {date}:").format(date=long_date(REGISTER_MONTH))
