"""The deadline that stands, and the state of a chain, from its steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from archiveviewer.facts.chains.computed import LONGEST_EXTENSION, first_day, last_day
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
    """Return the first completion that nothing later has undone; one that says its day before one that is only reported."""
    done = [step for step in steps if step.kind == "completion" and not _undone(step, steps)]
    return next((step for step in done if not step.at_latest), next(iter(done), None))


def _undone(completion: ChainStep, steps: Sequence[ChainStep]) -> bool:
    """Tell whether something later shows that mines were left: an area found, a request, a decision, a deadline out of reach before.

    Nigeria declared completion in 2011, found more, and was given a new deadline ten years later: to call that met would be deadly.
    """
    done = last_day(completion.date)
    return done is None or any(_shows_mines_after(done, completion, step, steps) for step in steps)


def _shows_mines_after(done: date, completion: ChainStep, step: ChainStep, steps: Sequence[ChainStep]) -> bool:
    if step.kind == "new_mined_areas":
        return step.date >= completion.date
    day = first_day(step.date)
    if day is None:
        return False
    if step.kind in ("request", "revised_request") or (step.kind == "decision" and step.request is None):
        return day > done
    is_later = step.kind == "deadline" and not step.computed and not _is_first(step, steps)
    return is_later and day > done + relativedelta(years=LONGEST_EXTENSION)


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
