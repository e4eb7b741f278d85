"""The clearance deadline that stands: the newest one that a text states, and nothing where the text may know a newer one.

People walk by it. A list of extensions of which one line was not understood, or a page that tells of things done years after the last
deadline that was read, leaves the old deadline as the newest one known; then it is better to say nothing. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archiveviewer.facts.reading.about import About
from archiveviewer.facts.reading.matching import Found
from archiveviewer.records.facts import BROKEN
from archiveviewer.text import dates, mentions

_DEADLINE, _CURRENT = "apmbc.art5.deadline", "apmbc.art5.deadline_current"
_DONE = ("apmbc.art5.completion", "apmbc.withdrawal_effective")
_SENTENCE = 400
"""What belongs to the words of a deadline stands no further from them."""
_SEVERAL = 3 * _SENTENCE
_NEAR = 16
"""What stands before a day is no longer."""
_LABEL = 60
"""A line without a day that is no longer is the label of the next one."""
_YEARS = 2
"""A deadline that was passed so long before something that the text tells of, with no word of completion, is hardly the newest one."""
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
_TERM = re.compile(
    r"\b(?:deadlines?|extensions?|extend(?:s|ed|ing)?|prolong\w+|time[- ]limits?|(?:more|extra|additional|further) (?:time|years|months)"
    r"|moved|moving|pushed|put back|postponed|prórroga|prorrog\w+|plazos?|échéances?|prolongations?|délais?)\b",
    re.IGNORECASE,
)
"""Words that a deadline is told of with."""
_OTHER = re.compile(
    r"stock|article 4\b|article 7|cluster|\bccm\b|submunition|\b(?:strateg\w+|plans?|programmes?|projects?|contracts?|mandate|funding"
    r"|tender|reports?|reporting|submi\w+|comments|survey|phase|targets?|goals?|estrateg\w+|planes?|stratégies?|proyectos?|projets?"
    r"|existencias|informes?|rapports?|racimo|sous-munitions|if|would|could|propos\w+)\b",
    re.IGNORECASE,
)
"""What else has a deadline, or is moved to a day; and words that a deadline is only thought of with."""
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|requests|requested|requesting|seek(?:s|ing)?|sought|appl(?:y|ies|ied|ying)|want(?:s|ed|ing)?|will|intends?"
    r"|needs?|solicit\w+|pidi\w+|pide|pedir\w*|demand(?:e|é|er|era|ait)|sollicit\w+)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:grant|approv|agree|accept|allow|gave|give|adopt|endors|consent|extended|extension of|receiv|obtain|set\b|new deadline"
    r"|conced|aprob|acept|accord|approuv)\w*",
    re.IGNORECASE,
)
"""Words that a later day is only asked for with, and words that it was given with after all."""
_TO = re.compile(
    r"(?:\b(?:until|till|to|by|of|is|was|became|becomes|for|at|on|au|hasta|al?|el|le|el día)|[:(|–—-]) ?(?:the )?$", re.IGNORECASE
)
"""What stands before the day of a deadline."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TEXT = re.compile(r"\w")
_GOES_ON = re.compile(r"\.\s+(?:It|This|That|Then|Later|The (?:new )?date)\b")
_STATEMENT = re.compile(r"[.;](?=\s)")
_ENDS = re.compile(r"\.(?=\s)|\n\s*(?:\n|[•●▪■◦‣·*►–-]\s)")


def standing(found: Sequence[Found], subject: About, text: str) -> Iterator[Found]:
    """Yield the newest deadline that a text states, for the country that it is about."""
    stated = [one for one in found if one.type == _DEADLINE and one.country == subject.country and not one.value.startswith(BROKEN)]
    if stated:
        newest = max(stated, key=lambda one: one.value)
        if not (_is_long_passed(newest, found) or _has_later(newest, found, text)):
            yield replace(newest, type=_CURRENT, as_of=None)


def _is_long_passed(newest: Found, found: Sequence[Found]) -> bool:
    """Tell whether a text tells of steps taken long after the newest deadline known, and of no end of the work."""
    of_country = [one for one in found if one.country == newest.country]
    if any(one.type in _DONE for one in of_country):
        return False
    days = [one.value for one in of_country if one.type in _STEPS] + [one.as_of or "" for one in of_country if one.type.startswith(_WORK)]
    steps = [day for day in days if _ISO.fullmatch(day)]
    return int(max(steps, default="0000")[:4]) - int(newest.value[:4]) >= _YEARS


_WORK = ("apmbc.art5.mined_areas", "clearance.area", "clearance.apm", "contamination.area", "contamination.cha", "contamination.sha")
_STEPS = ("apmbc.art5.request_submitted", "apmbc.art7.latest_report")


def _has_later(newest: Found, found: Sequence[Found], text: str) -> bool:
    """Tell whether a text has a later day, in words that a deadline is told of with, that no rule understood."""
    known = {one.value for one in found}
    return any(
        day > newest.value and day not in known and not newest.value.startswith(day)
        for part in _parts(text)
        if any(year >= newest.value[:4] for year in _YEAR.findall(part))
        for day in _days(part, newest.country)
    )


def _parts(text: str) -> Iterator[str]:
    """Yield the sentences in which the words of a deadline stand, each once; that of a label goes on in the next line.

    So does one that the next sentence speaks of: "It became 1 January 2020."
    """
    end = 0
    for word in _TERM.finditer(text):
        if word.start() >= end:
            before = max((stop.end() for stop in _ENDS.finditer(text, max(0, word.start() - _SENTENCE), word.start())), default=0)
            first = max(before, word.start() - _SENTENCE)
            end = _end(text, word.end())
            if end - first < _LABEL and not _YEAR.search(text, first, end):
                behind = _TEXT.search(text, end)
                end = _end(text, behind.start()) if behind else end
            while end - first < _SEVERAL and (goes_on := _GOES_ON.match(text, end)):
                end = _end(text, goes_on.end())
            yield text[first:end]


def _end(text: str, start: int) -> int:
    ends = _ENDS.search(text, start, start + _SENTENCE)
    return ends.start() if ends else min(len(text), start + _SENTENCE)


def _days(part: str, country: str) -> Iterator[str]:
    """Yield the days of a sentence that may be those of a deadline; none of a statement that is about something else."""
    for said in _STATEMENT.split(part):
        if _YEAR.search(said) and not _is_of_something_else(said, country):
            yield from (
                mention.value
                for mention in dates.find(said)
                if mention.is_whole and _TO.search(said, max(0, mention.span[0] - _NEAR), mention.span[0])
            )


def _is_of_something_else(said: str, country: str) -> bool:
    return bool(_OTHER.search(said) or (_ASKED.search(said) and not _GIVEN.search(said)) or _is_of_others(said, country))


def _is_of_others(part: str, country: str) -> bool:
    """Tell whether a statement names other countries alone."""
    named = {mention.code for mention in mentions.find(part)}
    return bool(named) and country not in named
