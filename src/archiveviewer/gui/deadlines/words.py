"""What the lanes and the list of deadlines say in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.chain.words import chain_sentence, days_words, decided_by, short_date, state_word
from archiveviewer.gui.deadlines.rows import Column, Group, Lane
from archiveviewer.records import State

translate = QCoreApplication.translate


def column_words() -> tuple[str, ...]:
    """Return the heads of the columns, in their order."""
    return (
        translate("deadlines", "Country"),
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
    }[group]


def cell_words(lane: Lane, column: int) -> str:
    """Return what a cell of the list says."""
    chain = lane.chain
    match Column(column):
        case Column.COUNTRY:
            return lane.name
        case Column.STATE:
            return state_word(chain.state)
        case Column.DEADLINE:
            return short_date(lane.shown_date) if lane.shown_date else translate("deadlines", "not stated")
        case Column.DAYS:
            return days_words(chain.days_left) if chain.state in {State.RUNNING, State.EXTENDED, State.PASSED} else ""
        case Column.DECIDED:
            return _decided(lane)
        case Column.SOURCE:
            return short_date(chain.newest_source) if chain.newest_source else translate("deadlines", "no date")


def _decided(lane: Lane) -> str:
    if lane.chain.deadline is None or lane.chain.state == State.RUNNING:
        said = translate("deadlines", "Article {article}").format(article=lane.chain.article) if lane.chain.deadline else ""
    else:
        said = decided_by(lane.chain)
    if lane.asked is None:
        return said
    asked = translate("deadlines", "requested {date}").format(date=short_date(lane.asked[:4]))
    return f"{said}; {asked}" if said else asked


def lane_words(lane: Lane) -> str:
    """Return the few words behind the last mark of a lane."""
    chain, day = lane.chain, short_date(lane.shown_date)
    if lane.asked is not None:
        return translate("deadlines", "requested {date}").format(date=short_date(lane.asked))
    if chain.state in {State.MET, State.MET_LATE}:
        return translate("deadlines", "met {date}").format(date=day)
    if chain.state == State.WITHDRAWN:
        return translate("deadlines", "withdrew {date}").format(date=day)
    return day if chain.deadline else translate("deadlines", "no deadline known")


def lane_sentence(lane: Lane) -> str:
    """Return a lane as one sentence."""
    said = chain_sentence(lane.chain, lane.name)
    return translate("deadlines", "{lane}, requested {date}").format(lane=said, date=short_date(lane.asked)) if lane.asked else said
