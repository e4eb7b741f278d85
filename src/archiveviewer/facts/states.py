"""The deadline that stands, and the state of a chain, from its steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from archiveviewer.facts.computed import first_day, last_day
from archiveviewer.records import ChainStep, State


def standing(steps: Sequence[ChainStep]) -> ChainStep | None:
    """Return the deadline that stands: the latest one stated, else the one that the treaty text gives."""
    stated = [step for step in steps if step.kind == "deadline" and not step.computed]
    by_treaty = [step for step in steps if step.kind == "deadline" and step.computed]
    return max(stated or by_treaty, key=lambda step: last_day(step.date) or date.min, default=None)


def state(steps: Sequence[ChainStep], deadline: ChainStep | None, as_of: date) -> State:
    """Return the state of a chain on a day, from the steps that were known on that day."""
    if any(step.kind == "withdrawal" for step in steps):
        return State.WITHDRAWN
    completion = _completion(steps)
    if completion:
        return _met(completion, deadline)
    limit = last_day(deadline.date) if deadline else None
    if deadline is None or limit is None:
        return State.UNKNOWN
    if as_of > limit:
        return State.PASSED
    return State.RUNNING if _is_first(deadline, steps) else State.EXTENDED


def ending(steps: Sequence[ChainStep], state: State) -> ChainStep | None:
    """Return the step that ended a chain: the completion that counts, or the withdrawal; None while it runs."""
    if state == State.WITHDRAWN:
        return next((step for step in reversed(steps) if step.kind == "withdrawal"), None)
    return _completion(steps) if state in (State.MET, State.MET_LATE) else None


def _completion(steps: Sequence[ChainStep]) -> ChainStep | None:
    """Return the first completion that no newly found area has undone; one that says its day before one that is only reported."""
    undone = max((step.date for step in steps if step.kind == "new_mined_areas"), default="")
    done = [step for step in steps if step.kind == "completion" and step.date > undone]
    return next((step for step in done if not step.at_latest), next(iter(done), None))


def _met(completion: ChainStep, deadline: ChainStep | None) -> State:
    """Return whether a completion came late; one that a later report tells of may have come in time, so that it is met."""
    done, limit = first_day(completion.date), last_day(deadline.date) if deadline else None
    return State.MET_LATE if done and limit and done > limit and not completion.at_latest else State.MET


def _is_first(deadline: ChainStep, steps: Sequence[ChainStep]) -> bool:
    """Tell whether a deadline is the first one: called so, set by no meeting, and none before it."""
    earlier = any(step.kind == "deadline" and step.date < deadline.date for step in steps)
    return deadline.meeting is None and not earlier


def days_left(deadline: ChainStep | None, state: State, as_of: date) -> int | None:
    """Return the days to a deadline, negative when it has passed, None when it is met or void."""
    limit = last_day(deadline.date) if deadline else None
    return (limit - as_of).days if limit and state in (State.RUNNING, State.EXTENDED, State.PASSED) else None
