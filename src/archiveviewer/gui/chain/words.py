"""Deadline chains in words: their states and steps, who decided, and where they stand."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.dates import age, days_words, long_date, short_date
from archiveviewer.gui.language import NBSP
from archiveviewer.records import Chain, ChainStep, State

translate = QCoreApplication.translate
_WHOLE = len("2012-04-24")


def state_word(state: State) -> str:
    """Return the one word of a state, as it stands beside its icon."""
    return {
        State.RUNNING: translate("words", "running"),
        State.EXTENDED: translate("words", "extended"),
        State.PASSED: translate("words", "passed"),
        State.MET: translate("words", "met"),
        State.MET_LATE: translate("words", "met late"),
        State.WITHDRAWN: translate("words", "withdrawn"),
        State.UNKNOWN: translate("words", "unknown"),
    }[state]


def state_sentence(state: State) -> str:
    """Return the state as a chip says it: passed always only as far as this archive knows."""
    return {
        State.RUNNING: translate("words", "Running"),
        State.EXTENDED: translate("words", "Extended"),
        State.PASSED: translate("words", "Passed, as far as this archive knows"),
        State.MET: translate("words", "Met"),
        State.MET_LATE: translate("words", "Met late"),
        State.WITHDRAWN: translate("words", "Withdrawn"),
        State.UNKNOWN: translate("words", "Not known"),
    }[state]


def step_word(kind: str) -> str:
    """Return what a step of a chain is called."""
    return {
        "entry_into_force": translate("words", "In force"),
        "deadline": translate("words", "Deadline"),
        "request": translate("words", "Request"),
        "revised_request": translate("words", "Revised request"),
        "additional_information": translate("words", "Additional information"),
        "decision": translate("words", "Decision"),
        "requested": translate("words", "Requested, not granted"),
        "doubtful": translate("words", "Deadline in doubt"),
        "completion": translate("words", "Completed"),
        "report": translate("words", "Report"),
        "report_due": translate("words", "Report due"),
        "withdrawal_submitted": translate("words", "Withdrawal handed in"),
        "withdrawal": translate("words", "Withdrawn"),
        "reference": translate("words", "Reference list"),
        "new_mined_areas": translate("words", "Mined areas found"),
        "signature": translate("words", "Signed"),
        "ratification": translate("words", "Ratified"),
        "accession": translate("words", "Acceded"),
        "succession": translate("words", "Succeeded"),
        "art7_report": translate("words", "Report"),
        "work_plan": translate("words", "Work plan"),
        "work_plan_due": translate("words", "Work plan due"),
        "meeting": translate("words", "Meeting"),
        "policy": translate("words", "Policy"),
        "campaign": translate("words", "Campaign"),
        "publication": translate("words", "Publication"),
    }.get(kind.removeprefix("ccm_"), kind.replace("_", " "))


def short_article(treaty: str, article: str) -> str:
    """Return "APMBC 5", for a narrow column."""
    return f"{treaty.upper()}{NBSP}{article}"


def article_words(treaty: str, article: str) -> str:
    """Return "Mine ban, Article 5"; without an article "Mine ban, all articles"."""
    name = {"apmbc": translate("words", "Mine ban"), "ccm": translate("words", "Cluster munitions")}.get(treaty, treaty.upper())
    if not article:
        return translate("words", "{treaty}, all articles").format(treaty=name)
    return translate("words", "{treaty}, Article {article}").format(treaty=name, article=article)


def clearance_deadline(chain: Chain, day: str) -> str:
    """Return "Clearance deadline 31 December 2025", with its matter where that is not mines."""
    mines, clusters = translate("words", "Clearance deadline {date}"), translate("words", "Cluster munition clearance deadline {date}")
    return (clusters if chain.treaty == "ccm" else mines).format(date=long_date(day))


def decided_by(chain: Chain) -> str:
    """Return the meeting that set the deadline that stands, with place and year: "4RC Oslo, 2019"; "not stated" when no text says."""
    if chain.decided_by is None:
        return translate("words", "not stated")
    step = next((step for step in chain.steps if step.kind == "decision" and step.meeting == chain.decided_by), None)
    year = step.date[:4] if step is not None else ""
    named = " ".join(part for part in (chain.decided_by, meeting_place(step)) if part)
    return f"{named}, {year}" if year.isdigit() else named


def meeting_place(step: ChainStep | None) -> str:
    """Return where the meeting of a decision was held, as far as the step says ("last day of the 4RC, Oslo")."""
    if step is None or step.meeting is None:
        return ""
    _, found, place = step.formula.partition(f"{step.meeting}, ")
    return re.split("[,;(]", place)[0].strip() if found else ""


def standing_step(chain: Chain) -> ChainStep | None:
    """Return the step that proves where a chain stands: its end, else the deadline that stands, read rather than computed."""
    if chain.state in {State.MET, State.MET_LATE, State.WITHDRAWN}:
        return chain.end
    steps = [step for step in chain.steps if step.kind == "deadline" and step.date == chain.deadline]
    read = [step for step in steps if step.evidence is not None]
    return next(reversed(read or steps), None)


def chain_sentence(chain: Chain, name: str) -> str:
    """Return a chain as one sentence, for those who hear the window: country, state, deadline, days, who decided, source."""
    parts = [name, state_sentence(chain.state).lower()]
    if chain.end is not None:
        whole = len(chain.end.date) == _WHOLE
        dated = translate("words", "on {date}") if whole else translate("words", "in {date}")
        said = translate("words", "reported {date}") if chain.end.at_latest else dated
        parts.append(said.format(date=long_date(chain.end.date)))
    if chain.deadline is not None:
        parts += [long_date(chain.deadline), days_words(chain.days_left)]
        parts.append(translate("words", "decided by {meeting}").format(meeting=decided_by(chain)) if chain.decided_by else "")
    else:
        parts.append(translate("words", "no deadline known"))
    if chain.newest_source:
        parts.append(translate("words", "newest source {date}").format(date=long_date(chain.newest_source)))
        parts.append(age(chain.newest_source, date.fromisoformat(chain.as_of)))
    parts.append(translate("words", "look for a newer decision") if chain.state == State.PASSED else "")
    return ", ".join(part for part in parts if part)


def end_words(end: ChainStep) -> str:
    """Return when a chain ended: "on 24 Apr 2012", "in 2012", or "by 2008" where only a report of that time tells of it."""
    if end.at_latest:
        said = translate("words", "by {date}")
    elif len(end.date) == _WHOLE:
        said = translate("words", "on {date}")
    else:
        said = translate("words", "in {date}")
    return said.format(date=short_date(end.date))


def standing_words(chain: Chain) -> str:
    """Return in a few words what a chain comes down to: when it ended and the deadline that was, or the deadline and the days to it."""
    deadline = short_date(chain.deadline) if chain.deadline else ""
    if chain.end is None:
        left = days_words(chain.days_left)
        return ", ".join(part for part in (deadline, left) if part) or translate("words", "no deadline known")
    was = translate("words", "the deadline was {date}").format(date=deadline) if deadline else ""
    return "; ".join(part for part in (end_words(chain.end), was) if part)


def step_sentence(step: ChainStep, name: str) -> str:
    """Return a step as one sentence: what, when, where, the words it was read in."""
    when = long_date(step.date) if step.date else translate("words", "day not known")
    what = translate("words", "Reported as completed") if step.at_latest else step_word(step.kind)
    asked = translate("words", "on the request of {date}").format(date=long_date(step.request)) if step.request else ""
    parts = [name, what, when, step.meeting or "", asked]
    head = ", ".join(part for part in parts if part)
    if step.evidence is not None:
        return f"{head}: “{' '.join(step.evidence.quote.split())}”"
    if step.computed:
        return translate("words", "{step}, computed: {formula}").format(step=head, formula=step.formula or step.text)
    return f"{head}: {step.text}" if step.text else head
