"""Which country and which treaty a find speaks of. Where that is not clear, nothing is taken from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archiveviewer.facts.reading.context import Context
from archiveviewer.facts.wording import headings
from archiveviewer.facts.wording.hits import Hit
from archiveviewer.facts.wording.rule import Rule
from archiveviewer.facts.wording.shape import COUNTRY, GENERIC, MEETING, TREATY, Shape

_PRONOUN = re.compile(
    r"(?:^|[,;] |\band |\bbut |\bwhich |\bthat )(?:it|its|the country|the government|the state|he|she|they|parliament|the parliament)\b"
)
_LISTED = re.compile(f"{COUNTRY}(?:(?:,|,? and|,? as well as| y| e| et) (?:the )?{COUNTRY})*")
"""Countries of which a sentence tells the same."""
_LISTED_NEXT = re.compile(f": (?:the )?{COUNTRY}(?:,|,? and) ")
"""A list that is opened right behind the words that say what its countries did."""
_EACH = re.compile(r"\brespectivel?y|\brespectivement|\brespectivamente")
_PASSING = re.compile(
    r"\b(?:(?:sent|shipped|transferred|exported|transported|moved|taken|delivered|handed over) (?:\w+ )?to|(?:imported|bought) from"
    r"|borders? (?:with|to|between)|(?:made|produced|manufactured|trained|destroyed) in"
    r"|the same (?:day|time|date|week|month|year) as|(?:together|along) with|alongside|like|unlike) (?:the )?$"
)
"""A country behind these is where something was brought or lies, and does not do what is told next."""
_WITHIN = re.compile(r"\bin (?:the )?$")
_GIVEN_TO = re.compile(f",? (?:(?:was|were|is|has been|had been) \\w+ )?(?:to|for|of|by) (?:the )?{COUNTRY}")
"""A country right behind what was granted or submitted is the one that it is about."""
_GRANTED_TO = re.compile(
    f"\\b(?:grant\\w*|gave|giv\\w+|allow\\w*|approv\\w*|extensions?) (?:[^.,;{COUNTRY}]{{0,40}}\\b(?:to|for) )?(?:the )?{COUNTRY}(?!')"
)
_ITS = re.compile(r"(?:in|with|under|by|at) its\b")
_SAYS = re.compile(f",? (?:the )?{COUNTRY} \\w")
"""Whose "its" is that begins a sentence: "In its initial report submitted on 31 August 2001, Zambia reported ..."."""
_TOLD_OF = re.compile(f"{COUNTRY},? (?:which|whose|who)\\b")
_OWNED = re.compile(f"{COUNTRY}'s (?:[\\w-]+ ){{0,3}}?(?:deadline|requests?|withdrawal|accession|ratification|stockpile)\\b")
"""What is told of a thing is told of the country that has it, whoever says so."""
_VENUE = re.compile(f"{MEETING}(?:[^.;{COUNTRY}]{{1,40}}?[,(] ?| in (?:the )?)$|\\bheld in (?:\\w+,? )?\\(?$")
_ASIDE = re.compile(r"\b(?:as|like|unlike|besides|with|alongside|than|after|before|between|near|via) (?:the )?(?:\w+ of )?$")
"""A country behind these is only named in passing."""

_NEIGHBOUR = re.compile(f"{COUNTRY}'s? (?:\\w+ )?(?:neighbou?rs?|ally|allies)\\b")


_IT = re.compile(r"\b(?:ratif|sign)\w+ it\b")
"""What was signed or ratified is the treaty named last: "signed the CRPD and ratified it"."""
_OTHER = re.compile(r"[\w-] (?:treaty|convention|agreement|protocol|accord|covenant|charter)\b")
"""A treaty that we do not know: "the Comprehensive Nuclear-Test-Ban Treaty"."""


def countries_of(rule: Rule, said: Shape, hit: Hit, context: Context) -> Sequence[str]:
    """Return the country that a find is about, or all of those that a list names as one; none when that is not clear."""
    place = _subject(rule, said, hit, context)
    if isinstance(place, int):
        return _all_of_list(said, place)
    return (place,) if place else ()


def _subject(rule: Rule, said: Shape, hit: Hit, context: Context) -> int | str | None:
    """Return the place of the country that a find is about, or its code where the sentence does not name it."""
    who = hit.groups.get("who")
    if who is not None:
        return said.text.index(COUNTRY, who[0]) if COUNTRY in said.text[who[0] : who[1]] else _meant(said, who[0], context)
    return _loosely(said, hit, context) if rule.loose else _nearest(rule, said, hit, context)


def _meant(said: Shape, place: int, context: Context) -> str | None:
    """Return the country that "it" means: the one that its sentence begins with, else the one of the sentences before."""
    first = said.between(0, min(place, 1), COUNTRY)
    return first[0].value if first else context.running()


def _nearest(rule: Rule, said: Shape, hit: Hit, context: Context) -> int | str | None:
    before = next((place for place, _ in _named(said, hit.end) if not (_is_venue(said, place) or _is_passing(said, place))), None)
    if before is not None:
        return before
    if _ITS.match(said.text) and (says := _SAYS.match(said.text, hit.end)):
        return said.text.index(COUNTRY, hit.end, says.end())
    if _LISTED_NEXT.match(said.text, hit.end):
        return said.text.index(COUNTRY, hit.end)
    behind = {sign.value for sign in said.between(hit.end, len(said.text), COUNTRY)}
    if rule.subject == "page":
        given = _GIVEN_TO.match(said.text, hit.end)
        return given.end() - 1 if given else context.running()
    if _PRONOUN.search(said.text, 0, hit.end):
        return context.running()
    return behind.pop() if len(behind) == 1 else None


def _loosely(said: Shape, hit: Hit, context: Context) -> int | str | None:
    """Return the country of a wording whose parts stand in any order: the first one of its clause that is not named in passing."""
    named = [place for place in said.at if said.text[place] == COUNTRY and not _is_aside(said, place)]
    place = _pointed_at(said, hit)
    if place is not None:
        return place
    inside = [place for place in named if hit.clause <= place < hit.stop]
    if inside:
        return inside[0]
    before = [place for place in named if place < hit.clause]
    if before and not _PRONOUN.search(said.text, hit.clause, hit.end):
        return before[0]
    return context.running()


def _pointed_at(said: Shape, hit: Hit) -> int | None:
    """Return where a country stands of which a relative clause tells more, or that was given something; None where there is none."""
    first, _ = hit.groups.get("value", (hit.end, hit.end))
    told = [match.start() for match in _TOLD_OF.finditer(said.text, hit.clause, first)]
    given = _GRANTED_TO.search(said.text, hit.clause, hit.stop)
    owned = [match.start() for match in _OWNED.finditer(said.text, hit.clause, hit.stop)]
    return told[-1] if told else given.end() - 1 if given else owned[0] if len(owned) == 1 else None


def _all_of_list(said: Shape, place: int) -> Sequence[str]:
    """Return the countries of the list that a country stands in; none where the list begins with one that is only named in passing."""
    if said.text.count(COUNTRY) == 1:
        return (next(iter(said.between(place, place + 1))).value,)
    whole = next(found for found in _LISTED.finditer(said.text) if found.start() <= place < found.end())
    named = [sign.value for sign in said.between(*whole.span(), COUNTRY)]
    if len(named) > 1 and (_is_aside(said, whole.start()) or _EACH.search(said.text)):
        last = named[-1] if place + 1 == whole.end() and _is_aside(said, whole.start()) else None
        return (last,) if last and said.text[place - 2] == "," else ()
    return tuple(dict.fromkeys(named))


def _is_aside(said: Shape, place: int) -> bool:
    return _is_venue(said, place) or bool(_ASIDE.search(said.text, max(0, place - 30), place) or _NEIGHBOUR.match(said.text, place))


def _named(said: Shape, end: int) -> Iterator[tuple[int, str]]:
    return ((said.at[said.signs.index(sign)], sign.value) for sign in said.before(end, COUNTRY))


def _is_passing(said: Shape, place: int) -> bool:
    """Tell whether a country is only named in passing; one of which a clause tells more right behind it is meant by that clause.

    One behind "in" is where something lies or happens, when another one is named before it.
    """
    if _TOLD_OF.match(said.text, place):
        return False
    if _WITHIN.search(said.text, max(0, place - 8), place) and COUNTRY in said.text[:place]:
        return True
    return bool(_PASSING.search(said.text, max(0, place - 40), place))


def _is_venue(said: Shape, place: int) -> bool:
    """Tell whether a country is only where a meeting was held: "at the Fourth Review Conference, Oslo, Norway"."""
    return bool(_VENUE.search(said.text, max(0, place - 60), place))


def treaties_of(said: Shape, hit: Hit, context: Context) -> tuple[str | None, ...]:
    """Return the treaties that a find is about: named in its group, inside it, before it, in its paragraph, by the section, by the page."""
    group = hit.groups.get("treaty")
    if group is not None:
        signs = said.between(*group, TREATY)
        return tuple(dict.fromkeys(sign.value or context.running_treaty() or context.section() for sign in signs))
    inside = [sign.value for sign in said.between(hit.start, hit.end, TREATY) if sign.value != GENERIC]
    if inside:
        return (inside[0],)
    named = next((sign.value for sign in said.before(hit.start, TREATY) if sign.value != GENERIC), None)
    if _IT.search(said.text, hit.start, hit.end) and (named or _OTHER.search(said.text, 0, hit.start)):
        return (named,) if named else ()
    before = next((sign.value for sign in said.before(hit.start, TREATY) if sign.value in ("apmbc", "ccm")), None)
    behind = {sign.value for sign in said.between(hit.end, hit.stop, TREATY)} if hit.stop > hit.end else set()
    known = before or (behind.pop() if len(behind) == 1 else None) or headings.treaty_by_article(said.text)
    return (known or headings.treaty_by_weapon(said.text) or context.running_treaty() or context.section() or context.section_by_weapon(),)
