"""What the lanes and the list of deadlines say in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.chain.words import article_words, chain_sentence, decided_by, end_words, short_article, state_word
from archiveviewer.gui.dates import days_words, short_date
from archiveviewer.gui.deadlines.events import Events
from archiveviewer.gui.deadlines.rows import NO_ARTICLE, Column, Group, Lane
from archiveviewer.records import Chain, ChainStep, State

translate = QCoreApplication.translate


def column_words() -> tuple[str, ...]:
    """Return the heads of the columns, in their order."""
    return (
        translate("deadlines", "Country"),
        translate("deadlines", "Article"),
        translate("deadlines", "State"),
        translate("deadlines", "Deadline"),
        translate("deadlines", "Days"),
        translate("deadlines", "Decided by"),
        translate("deadlines", "Source"),
    )


def group_words(group: Group) -> str:
    """Return the name of a group."""
    return {
        Group.DUE: translate("deadlines", "Due within six months"),
        Group.PASSED: translate("deadlines", "Passed, as far as this archive knows"),
        Group.LATER: translate("deadlines", "Later"),
        Group.CLOSED: translate("deadlines", "Met, withdrawn, unknown"),
        Group.OTHER: translate("deadlines", "Other events, no deadline"),
    }[group]


def events_words(events: Events) -> str:
    """Return what a sort of quiet marks is called."""
    return {
        Events.JOINING: translate("deadlines", "Signing and joining"),
        Events.REPORTS: translate("deadlines", "Transparency reports"),
        Events.PLANS: translate("deadlines", "Work plans"),
        Events.MEETINGS: translate("deadlines", "Meetings"),
        Events.POLICY: translate("deadlines", "Policy, campaigns, press"),
    }[events]


def head_words(treaty: str, article: str) -> str:
    """Return what stands over the lanes of an article, and over those that have other events only."""
    return group_words(Group.OTHER) if (treaty, article) == NO_ARTICLE else article_words(treaty, article)


def cell_words(lane: Lane, column: int) -> str:
    """Return what a cell of the list says."""
    if lane.group == Group.OTHER and column not in _OF_EVENTS:
        return _count_words(lane) if column == Column.DECIDED else ""
    return _CELLS[Column(column)](lane)


def _count_words(lane: Lane) -> str:
    count = len(lane.drawing.marks)
    return translate("deadlines", "1 other event") if count == 1 else translate("deadlines", "%Ln other events", "", count)


def _date(lane: Lane) -> str:
    return short_date(lane.chain.deadline) if lane.chain.deadline else translate("deadlines", "not stated")


def _days(lane: Lane) -> str:
    return end_words(lane.chain.end) if lane.chain.end is not None else days_words(lane.chain.days_left)


def _newest(lane: Lane) -> str:
    return short_date(lane.chain.newest_source) if lane.chain.newest_source else translate("deadlines", "no date")


def _decided(lane: Lane) -> str:
    unset = lane.chain.deadline is None and lane.asked is not None
    said = "" if unset else _by_treaty(lane) or decided_by(lane.chain)
    if lane.asked is None:
        return said
    asked = translate("deadlines", "requested {date}").format(date=short_date(lane.asked[:4]))
    return f"{said}; {asked}" if said else asked


def _by_treaty(lane: Lane) -> str:
    """Return the article, where the deadline that stands is the one that the treaty gives."""
    given = lane.chain.decided_by is None and (formula(lane) or lane.chain.state == State.RUNNING)
    return translate("deadlines", "Article {article}").format(article=lane.chain.article) if given else ""


def formula(lane: Lane) -> str:
    """Return how the deadline that stands follows from the treaty text; empty when it does not."""
    given = (step for step in lane.chain.steps if step.kind == "deadline" and step.computed and step.date == lane.chain.deadline)
    return next((step.formula for step in given), "")


def is_computed(lane: Lane) -> bool:
    """Return whether no text states the deadline that stands: it only follows from the treaty."""
    steps = [step for step in lane.chain.steps if step.kind == "deadline" and step.date == lane.chain.deadline]
    return bool(steps) and all(step.computed for step in steps)


def lane_tip(lane: Lane, column: int) -> str:
    """Return what a cell says to the pointer: the row as a sentence, and how a date was computed."""
    said = lane_sentence(lane)
    if column not in (Column.DEADLINE, Column.DECIDED) or not formula(lane):
        return said
    words = translate("deadlines", "computed: {formula}") if is_computed(lane) else translate("deadlines", "also computed: {formula}")
    return f"{said}; {words.format(formula=formula(lane))}"


def lane_words(lane: Lane) -> str:
    """Return the few words behind the last mark of a lane."""
    chain = lane.chain
    if lane.asked is not None:
        return translate("deadlines", "requested {date}").format(date=short_date(lane.asked))
    if chain.end is not None:
        return _ended(chain, chain.end)
    if chain.deadline:
        return short_date(chain.deadline)
    leaving = next((step for step in reversed(chain.steps) if step.kind == "withdrawal_submitted"), None)
    if leaving is not None:
        return translate("deadlines", "withdrawal handed in {date}").format(date=short_date(leaving.date))
    return translate("deadlines", "no deadline known")


def _ended(chain: Chain, end: ChainStep) -> str:
    if chain.state == State.WITHDRAWN:
        said = translate("deadlines", "withdrew {date}")
    elif end.at_latest:
        said = translate("deadlines", "reported met {date}")
    elif chain.state == State.MET_LATE:
        said = translate("deadlines", "met late, {date}")
    else:
        said = translate("deadlines", "met {date}")
    return said.format(date=short_date(end.date))


def lane_sentence(lane: Lane) -> str:
    """Return a lane as one sentence."""
    if lane.group == Group.OTHER:
        said = translate("deadlines", "{country}, no deadline in this archive, {events}")
        return said.format(country=lane.name, events=_count_words(lane))
    name = f"{lane.name}, {article_words(*lane.article)}"
    said = chain_sentence(lane.chain, name)
    return translate("deadlines", "{lane}, requested {date}").format(lane=said, date=short_date(lane.asked)) if lane.asked else said


_CELLS: dict[Column, Callable[[Lane], str]] = {
    Column.COUNTRY: lambda lane: lane.name,
    Column.ARTICLE: lambda lane: short_article(*lane.article),
    Column.STATE: lambda lane: state_word(lane.chain.state),
    Column.DEADLINE: _date,
    Column.DAYS: _days,
    Column.DECIDED: _decided,
    Column.SOURCE: _newest,
}
_OF_EVENTS = (Column.COUNTRY, Column.SOURCE)
"""What is also said of a country that has other events only."""
