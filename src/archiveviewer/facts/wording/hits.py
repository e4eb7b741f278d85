"""Where a wording was found in a folded sentence: as one run of words, or as parts that stand in any order beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from archiveviewer.facts.wording.pattern import Pattern
from archiveviewer.facts.wording.rule import Rule
from archiveviewer.facts.wording.shape import DATE, YEAR
from archiveviewer.records import Span


class Hit(NamedTuple):
    """A find: its half-open span in the shape, its named groups, and the clause that it stands in (`clause` to `stop`)."""

    start: int
    end: int
    groups: Mapping[str, Span]
    clause: int
    stop: int


_CLAUSE = re.compile(
    r"[;:]|(?<!\bno)\.(?= )|,? (?:and|but|although|though|while|whereas)(?= )|, (?:which|who|with|after|when|since|as|having)(?= )"
)
_PART = re.compile(
    r";|(?<![. ]\w)(?<!\bno)\.(?= )| - |, of which |,? but (?=\w)|,? (?:although|though|while|whereas)(?= )"
    r"|,? and (?=(?:on|in|at|by|since) (?:the )?[\ue001\ue002\ue005])"
    r"|,? and (?=(?:the )?\ue005|(?:was|were) (?:granted|approved|accepted|agreed|endorsed)\b)"
    r"|, and (?=(?:the|it|its|they|a|an)\b|[\ue000\ue004\ue005\d])"
)
"""What parts a sentence into statements that have nothing to do with each other."""
_FEW = 16
"""As many sentences are looked at by turns: what is known of one is asked for by many rules."""
_FAR = 160
"""Parts of one statement lie no further from each other."""
_DONE = re.compile(
    r"\b(?!(?:stockpiled|retained|emplaced|mined|united|armed|unexploded|contaminated|affected|suspected|combined|limited|permitted"
    r"|related|so-called|improvised|called|need|indeed|exceed|proceed|seed)\b)(?:\w{2,}(?:[^aeo\W\d_]|ea|ue|ie)ed|\w+eed"
    r"|became|becomes?|becoming|came|took|takes?|gave|gives?|got|said|says?|told|set|left|sent|made|went|began|kept|held|has|had"
    r"|will|would|shall|is|are|was|were|been|blown|brought|sought|put|met|ran|runs?|ratifying|enter\w*)\b"
)
"""A word that says that something else happens: what stands behind it belongs to that."""


def hits(rule: Rule, patterns: Sequence[Pattern], said: str) -> Iterator[Hit]:
    """Yield where some wordings of a rule are found in a folded sentence, unless the sentence, or the clause, says otherwise."""
    found = [hit for pattern in patterns for match in pattern.finditer(said) for hit in _hits(rule, said, match)]
    if not found or (rule.unless and rule.unless.search(said)) or (rule.when and not rule.when.search(said)):
        return
    for hit in found:
        if not (rule.hedge and rule.hedge.search(said[hit.clause : hit.end])):
            yield hit


def _hits(rule: Rule, said: str, match: re.Match[str]) -> Iterator[Hit]:
    return _loose(rule, said, match) if rule.loose else iter((_whole(said, match),))


def _whole(said: str, match: re.Match[str]) -> Hit:
    """Return a find in one run of words. What follows it in its clause is said of something else."""
    start, end = match.span()
    begins = said[start : start + 1] in (";", ":")
    clause = start + 1 if begins else max((border for border in _clauses(said) if border <= start), default=0)
    return Hit(start, end, _groups(match), clause=clause, stop=end)


@lru_cache(maxsize=_FEW)
def _clauses(text: str) -> Sequence[int]:
    """Return where the clauses of a sentence begin, but for the first one."""
    return [border.end() for border in _CLAUSE.finditer(text)]


def _groups(match: re.Match[str]) -> dict[str, Span]:
    return {name: match.span(name) for name, found in match.groupdict().items() if found is not None}


def _loose(rule: Rule, said: str, anchor: re.Match[str]) -> Iterator[Hit]:
    """Yield a find whose value stands before or behind the words of the wording, in one statement with all that must be beside them."""
    first, last = _statement(said, anchor)
    helpers = [_nearest(pattern, said, anchor, (first, last)) for pattern in rule.beside]
    parts = [anchor, *(helper for helper in helpers if helper)]
    if len(parts) <= len(rule.beside) or any(pattern.search(said[first:last]) for pattern in rule.not_beside):
        return
    value = _value(rule, said, parts, (first, last)) if rule.takes else anchor
    if value:
        parts.append(value)
        start, end = min(part.start() for part in parts), max(part.end() for part in parts)
        groups = {name: span for part in parts for name, span in _groups(part).items()}
        yield Hit(start, end, groups, clause=first, stop=last)


def _statement(said: str, anchor: re.Match[str]) -> Span:
    """Return the part of a sentence that says what an anchor says."""
    first, last = 0, len(said)
    for border in _borders(said):
        if border[1] <= anchor.start():
            first = border[1]
        elif border[0] >= anchor.end():
            return first, border[0]
    return first, last


@lru_cache(maxsize=_FEW)
def _borders(text: str) -> Sequence[Span]:
    return [border.span() for border in _PART.finditer(text)]


def _nearest(pattern: Pattern, said: str, anchor: re.Match[str], part: Span) -> re.Match[str] | None:
    near = (match for match in pattern.compile().finditer(said, *part) if _apart(match, anchor) < _FAR)
    return min(near, key=lambda match: _apart(match, anchor), default=None)


def _apart(one: re.Match[str], other: re.Match[str]) -> int:
    return max(one.start() - other.end(), other.start() - one.end(), 0)


def _value(rule: Rule, said: str, parts: Sequence[re.Match[str]], part: Span) -> re.Match[str] | None:
    """Return the value that belongs to the anchor, the first of the parts: the next one behind it, else the last one before it."""
    anchor = parts[0]
    found = sorted(
        (match for pattern in rule.takes for match in pattern.compile().finditer(said, *part)), key=lambda match: match.start("value")
    )
    inside = [match for match in found if match.start("value") < anchor.end() and match.end("value") > anchor.start()]
    behind = [match for match in found if match.start("value") >= anchor.end()]
    before = [match for match in reversed(found) if match.end("value") <= anchor.start()]
    tried = [*inside, *behind, *(before if not rule.behind else ())]
    return next((match for match in tried if _apart(match, anchor) < _FAR and _belongs(rule, said, parts, match, part)), None)


def _belongs(rule: Rule, said: str, parts: Sequence[re.Match[str]], value: re.Match[str], part: Span) -> bool:
    """Tell whether nothing else is told between a value and the anchor: then that would have the value."""
    anchor = parts[0]
    if value.start() >= anchor.end():
        between = _without(said, (anchor.end(), value.start()), parts)
    else:
        between = _HELPING.sub("", _without(said, (value.end(), anchor.start()), parts))
    is_day = said[value.start("value")] in DATE + YEAR
    owner = said[max(part[0], _comma(said, value.start())) : value.start()] if is_day and value.end() <= anchor.start() else ""
    if _AFTER_SOMETHING.match(owner):
        return False
    owner = _CLEFT.sub("", owner)
    if rule.past:
        between, owner = (rule.past.compile().sub(" ", words) for words in (between, owner))
    return not _DONE.search(between) and not _DONE.search(owner)


def _comma(text: str, place: int) -> int:
    """Return where the words that a place belongs to begin: behind the last comma or "that", or at the start."""
    return max(map(text[:place].rfind, (",", ";", "(", " that "))) + 1


_AFTER_SOMETHING = re.compile(r" ?(?:following|after|before|prior to|ahead of) (?!.*\b(?:deposit|instrument|ratif|sign|acced|access))")
"""Following a workshop on that day something happened, but some day later."""
_CLEFT = re.compile(r"^it (?:was|is) ")
"""It was on that day that something happened."""
_HELPING = re.compile(
    r"(?:\b(?:was|were|is|are|has|had|have|been|be|being|also|then|it|formally|officially|finally|all|now|still|already) *)+$"
)


def _without(text: str, part: Span, taken: Sequence[re.Match[str]]) -> str:
    """Return a part of a text with blanks where other parts of the wording stand."""
    said = list(text[part[0] : part[1]])
    for one in taken[1:]:
        for place in range(max(one.start(), part[0]), min(one.end(), part[1])):
            said[place - part[0]] = " "
    return "".join(said)
