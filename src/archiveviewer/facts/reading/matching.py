"""Tries the rules on a sentence: what each finds, of which country, treaty and day, with the span of its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archiveviewer.facts.reading.about import About
from archiveviewer.facts.reading.context import Context
from archiveviewer.facts.reading.tables import Table
from archiveviewer.facts.reading.units import LONGEST
from archiveviewer.facts.reading.whose import countries_of, treaties_of
from archiveviewer.facts.wording.hits import Hit
from archiveviewer.facts.wording.rule import Give, Rule, Tell
from archiveviewer.facts.wording.rules import as_of_patterns, days_of_report, numbers
from archiveviewer.facts.wording.shape import DATE, MEETING, WORDS, YEAR, Shape
from archiveviewer.records.facts import INCOMPLETE
from archiveviewer.text import dates

_NAMES = re.compile(r"\bparty\b|\bmember of\b|\bno longer\b|\bto join\b|\bbound by\b")
"""Words that say what a country is to a treaty."""
_THAT_YEAR = re.compile(r"[^,.;]{0,20}\b(?:in|during|for|throughout) (?:the|that|the same|the whole) year\b")
"""Right behind a figure: it is of the year that was named before it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found: a fact (`type`) or an event (`kind`), with the half-open span of its evidence in the view.

    `place` is where the match begins: several finds in one sentence stay in order. `part` is the statement that it stands in.
    `named` says that the sentence tells what a country is to a treaty.
    """

    rule: Rule
    country: str
    treaty: str | None
    type: str
    kind: str
    value: str
    unit: str | None
    as_of: str | None
    text: str
    start: int
    end: int
    place: int
    part: tuple[int, int]
    named: bool = False


def finds(rule: Rule, hits: Iterable[Hit], said: Shape, context: Context) -> Iterator[Found]:
    """Yield what the hits of a rule in a sentence say in their context."""
    if _counts(rule, said, context):
        for hit in hits:
            yield from _match(rule, said, hit, context)


def _counts(rule: Rule, said: Shape, context: Context) -> bool:
    """Tell whether the text, the sentence before and the theme are those that a rule is about."""
    if (rule.page and not context.has(rule.page)) or (rule.theme and not context.themes(said.text) & rule.theme):
        return False
    if rule.after is None:
        return True
    before = next(context.before(), None)
    return before is not None and rule.after.search(context.words_of(before)) is not None


def figures(rule: Rule, table: Table, about: About) -> Iterator[Found]:
    """Yield what a rule finds in a table of the country that a text is about."""
    if rule.column is None or about.country is None or (rule.treaty and (about.treaty or "") not in rule.treaty):
        return
    if (rule.about and not rule.about.search(table.title)) or (rule.unless and rule.unless.search(table.title)):
        return
    for figure in table.figures(rule.column.compile()):
        for give in rule.gives:
            yield Found(
                rule=rule, country=about.country, treaty=about.treaty, type=give.type, kind="", value=figure.value, unit=give.unit,
                as_of=figure.year or None, text="", start=figure.start, end=figure.end, place=figure.start, part=(figure.start, figure.end),
            )  # fmt: skip


def _match(rule: Rule, said: Shape, hit: Hit, context: Context) -> Iterator[Found]:
    named = countries_of(rule, said, hit, context)
    meant = [country for country in named if context.about.country in (None, country)]
    treaties = [treaty for treaty in treaties_of(said, hit, context) if not rule.treaty or (treaty or "") in rule.treaty] if meant else []
    for country in meant:
        for treaty in treaties:
            yield from _of_country(rule, said, hit, context, country=country, treaty=treaty, shared=len(named) > 1)


def _of_country(
    rule: Rule, said: Shape, hit: Hit, context: Context, *, country: str, treaty: str | None, shared: bool
) -> Iterator[Found]:  # fmt: skip
    """Yield what a hit says of a country. Of what is told of several at once only what each can have alike: a day, no count of mines."""
    start, end = _evidence(rule, said, hit, context)
    place, part = said.origin(hit.start), (said.origin(hit.clause), said.origin(hit.stop))
    for give in rule.gives:
        values = _values(give, rule.language, said, hit, context)
        as_of = _as_of(give, rule, said, hit, context)
        needless = (shared and (give.unit or len(values) > 1)) or (give.as_of == "near" and as_of is None)
        for value in () if needless else values:
            yield Found(
                rule=rule, country=country, treaty=treaty, type=_typed(give.type, treaty), kind="", value=_valued(value, treaty),
                unit=give.unit, as_of=as_of, text="", start=start, end=end,
                place=place, part=part, named=_NAMES.search(said.text) is not None,
            )  # fmt: skip
    for tell in rule.tells:
        for value in _values(tell, rule.language, said, hit, context):
            yield Found(
                rule=rule, country=country, treaty=treaty, type="", kind=_kind(tell.kind, treaty),
                value=_with_year(value, said, context), unit=None, as_of=None, text=tell.text, start=start, end=end,
                place=place, part=part,
            )  # fmt: skip


def _with_year(value: str, said: Shape, context: Context) -> str:
    """Return a day whose year is not printed with the year of the date before it, as a reader would take it."""
    if not value.startswith(INCOMPLETE):
        return value
    years = [sign.value[:4] for sign in said.signs if sign.sort in DATE + YEAR and sign.value[:4].isdigit()]
    year = years[0] if years else context.last_year()
    return dates.parse(f"{value.removeprefix(INCOMPLETE)} {year}") or value


def _evidence(rule: Rule, said: Shape, hit: Hit, context: Context) -> tuple[int, int]:
    first, last = said.start, said.start + len(said.words)
    if rule.quote == "match":
        return said.origin(hit.start), said.origin(hit.end)
    if rule.quote == "heading" and context.heading is not None and first - context.heading < LONGEST // 2:
        return min(first, context.heading), last
    return first, last


def _values(give: Give | Tell, language: str, said: Shape, hit: Hit, context: Context) -> Sequence[str]:
    if isinstance(give, Give) and give.value:
        return (give.value,)
    span = hit.groups.get(give.group)
    if span is None:
        return ()
    found = [sign.value for sign in said.between(*span)] or [_counted(said.text[slice(*span)], language)]
    told = [day for value in found if (day := _dated(value, language, said, context))]
    pick = give.pick if isinstance(give, Give) else "all"
    return told if pick == "all" else [max(told)] if pick == "last" and told else told[:1]


def _dated(value: str, language: str, said: Shape, context: Context) -> str:
    """Return a value, with the day or the year of the report where a sentence says "today" or "this year"; empty when it is not known."""
    words = days_of_report(language)
    if words.get(value) == "day":
        return context.issued()
    if value.startswith(INCOMPLETE) and any(meant == "year" and word in said.text for word, meant in words.items()):
        return dates.parse(f"{value.removeprefix(INCOMPLETE)} {context.issued()[:4]}") or value
    return value


def _counted(words: str, language: str) -> str:
    """Return a number that is printed as a word in figures; other words as they are."""
    last = words.rpartition(" ")[2]
    return "0" if words.startswith("not ") else WORDS.get(last) or numbers(language).get(last, words)


def _typed(kind: str, treaty: str | None) -> str:
    return kind.replace("<treaty>", treaty or "")


def _kind(kind: str, treaty: str | None) -> str:
    return kind.replace("<ccm_>", "ccm_" if treaty == "ccm" else "")


def _valued(value: str, treaty: str | None) -> str:
    return "party" if value == "state_party" and (treaty or "").startswith("ccw") else value


def _as_of(give: Give, rule: Rule, said: Shape, hit: Hit, context: Context) -> str | None:
    if give.as_of in ("auto", "told"):
        return _day_of(said, rule.language) or (context.as_of if give.as_of == "auto" else _year_near(said, hit, context))
    if give.as_of == "meeting":
        return _meeting_of(said, hit)
    if give.as_of == "above":
        return context.last_year() or None
    if give.as_of == "near":
        return _year_near(said, hit, context)
    group, _, before = give.as_of.partition("-")
    span = hit.groups.get(group) if group else None
    signs = said.between(*span) if span else ()
    if not signs:
        return None
    return _years_before(signs[0].value, int(before)) if before else signs[0].value


def _year_near(said: Shape, hit: Hit, context: Context) -> str | None:
    """Return the year that a figure is of: the one that its sentence names, else that of its section or of the sentences before."""
    own = {sign.value[:4] for sign in said.signs if sign.sort in DATE + YEAR}
    if own:
        if _THAT_YEAR.match(said.text, hit.end) and (before := next(said.before(hit.start, DATE + YEAR), None)):
            return before.value[:4]
        behind = said.between(hit.end, len(said.text), DATE + YEAR)
        return own.pop() if len(own) == 1 else behind[0].value[:4] if behind else None
    return (context.as_of or context.year_above() or "")[:4] or None


def _years_before(day: str, years: int) -> str | None:
    """Return the year so many years before that of a day; None where the day is printed brokenly."""
    return str(int(day[:4]) - years) if day[:4].isdigit() else None


def _meeting_of(said: Shape, hit: Hit) -> str | None:
    """Return the meeting that a sentence speaks of: the nearest one named before the end of the match, else the only one behind it."""
    before = next(said.before(hit.end, MEETING), None)
    behind = said.between(hit.end, len(said.text), MEETING)
    return before.value if before else behind[0].value if len(behind) == 1 else None


def _day_of(said: Shape, language: str) -> str | None:
    for pattern in as_of_patterns(language):
        match = pattern.search(said.text)
        if match:
            return said.between(match.start("day"), match.end("day"))[0].value
    return None
