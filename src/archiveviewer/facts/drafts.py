"""A pattern in the rough: what must stand in a text, as written and not yet folded, where the pattern can match.

To fold a sentence costs more than all else, and most sentences that have the words of a wording still do not say it. So each
wording is first tried as a draft: the runs of it that have no folded part, one behind the other, with anything in between. What a
draft does not find, its pattern cannot match. Nothing in a run is of unlimited length, so that it takes no longer than the text is long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, groupby

from archiveviewer.facts.literals import TOKEN
from archiveviewer.facts.shape import COUNTRY, DATE, MEETING, NUMBER, TREATY, WORDS, YEAR

Part = str | None
"""A part of a pattern that stands in the text as it is; None for what may be anything there."""

_ANYTHING = frozenset((COUNTRY, DATE, TREATY, MEETING, ".", r"\S", r"\W", r"\D"))
_FOLDED = re.compile(r"\[(?:\^|[^\]]*(?:\\ue00[0-5]|[\ue000-\ue005]))|\\ue00[0-5]")
_SPELLED = "|".join(WORDS)
_NUMBER = rf"(?:\d[\d,.']{{0,20}}(?:,? \d{{3}}){{0,4}}|{_SPELLED})(?: \(\d{{1,2}}\))?"
_ITS_END = rf"(?:\d\)?|{_SPELLED})"
"""All that matters of a number at the beginning of a run."""
_AS_WRITTEN = {YEAR: r"\d{4}", NUMBER: _NUMBER, f"[{NUMBER}{YEAR}]": _NUMBER}
_EDGE = r"(?:\b|(?<=\d))"
"""Where a word may begin beside a folded part: 5km."""
_MANY = {"*": "{0,60}", "+": "{1,60}"}
"""As many letters has the longest word."""
_ENDS = ("^", "$")
_SAYS_NOTHING = re.compile(r"[ ,.?]*")


def draft(pattern: str) -> Sequence[re.Pattern[str]]:
    """Return the runs that a text must have where a pattern (its braces filled in) matches it folded, the shortest first."""
    runs = sorted((_telling(run) for run in _runs(_Reader(pattern).choice(begins=True))), key=len)
    return tuple(re.compile(run) for run in runs if not _SAYS_NOTHING.fullmatch(run) and not re.match(run, ""))


def _runs(parts: Sequence[Part]) -> Iterator[list[str]]:
    for given, run in groupby(parts, lambda part: part is not None):
        if given:
            yield [part for part in run if part is not None]


def _telling(run: Sequence[str]) -> str:
    """Return a run without what may be left out at its ends: to look for that only takes time."""
    inner = _led(run)
    return "".join(reversed([*dropwhile(_may_be_nothing, reversed(inner))]))


def _led(run: Sequence[str]) -> Sequence[str]:
    first, *others = [*dropwhile(_may_be_nothing, run)] or [""]
    return [_LEADING.get(first, first), *others]


_LEADING = {_NUMBER: _ITS_END, r"\w{1,60}": r"\w"}


def _may_be_nothing(part: str) -> bool:
    return part not in _ENDS and (part == _EDGE or re.fullmatch(part, "") is not None)


class _Reader:
    """Reads a pattern from left to right, as that of `literals` does; every method leaves `at` behind what it has read."""

    def __init__(self, pattern: str) -> None:
        self.tokens = [(found.lastgroup or "", found[0]) for found in TOKEN.finditer(pattern)]
        self.at = 0

    def choice(self, *, begins: bool = False) -> Sequence[Part]:
        """Read branches up to the end of their group, which `begins` a run. Of one with a folded part only its longest run counts."""
        branches = [[*self._sequence(begins=begins)]]
        while self.at < len(self.tokens) and self.tokens[self.at][0] == "bar":
            self.at += 1
            branches.append([*self._sequence(begins=begins)])
        if len(branches) == 1:
            return branches[0]
        plain = [max(("".join(_led(run) if begins else run) for run in _runs(branch)), key=len, default="") for branch in branches]
        either = f"(?:{'|'.join(plain)})"
        if not any(None in branch for branch in branches):
            return (either,)
        return (None,) if any(map(_SAYS_NOTHING.fullmatch, plain)) else (None, either, None)

    def _sequence(self, *, begins: bool) -> Iterator[Part]:
        last: Part = ""
        while self.at < len(self.tokens) and self.tokens[self.at][0] not in ("bar", "close"):
            sort, said = self.tokens[self.at]
            self.at += 1
            parts = self._part(sort, said, behind_folded=last is None, begins=begins or last is None)
            often = self._how_often()
            if often and sort != "look":
                parts = self._repeated(sort, said, parts, often)
            yield from parts
            last = parts[-1] if parts else last
            begins = begins and all(part is not None and _may_be_nothing(part) for part in parts)

    def _part(self, sort: str, said: str, *, behind_folded: bool, begins: bool) -> Sequence[Part]:
        if sort == "look":
            self._group(begins=False)
            return ()
        if sort == "open":
            return self._group(begins=begins)
        if said == r"\b":
            return () if behind_folded else (_EDGE,)
        if said in _AS_WRITTEN:
            return (_AS_WRITTEN[said],)
        return (None,) if said in _ANYTHING or _FOLDED.match(said) else (said,)

    def _group(self, *, begins: bool) -> Sequence[Part]:
        start = self.at
        inner = self.choice(begins=begins)
        self.at += 1
        if begins and self.at < len(self.tokens) and self.tokens[self.at][0] == "many":
            self.at = start  # what comes several times does not always begin the run
            return self._group(begins=False)
        return inner

    def _repeated(self, sort: str, said: str, parts: Sequence[Part], often: str) -> Sequence[Part]:
        """Return parts that come so many times. What may come without end may be anything, so that no run does; words have an end."""
        if None in parts:
            return (None,)
        if often[0] in _MANY and (sort == "word" or said == r"\w"):
            often = _MANY[often[0]]
        if _WITHOUT_END.match(often):
            return (None,)
        return ((f"(?:{''.join(filter(None, parts))})" if sort == "open" or said in _AS_WRITTEN else said) + often,)

    def _how_often(self) -> str:
        """Read the sign behind a part that says how often it comes."""
        if self.at == len(self.tokens) or self.tokens[self.at][0] != "many":
            return ""
        self.at += 1
        return self.tokens[self.at - 1][1]


_WITHOUT_END = re.compile(r"[*+]|\{\d*,\}")
