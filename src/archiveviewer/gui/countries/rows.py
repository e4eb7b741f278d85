"""A country's profile as rows: groups, facts, sources that differ, what is not stated. Pure but for the words; the view only paints it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.chain.places import event_place, fact_place
from archiveviewer.gui.countries.heads import head_words
from archiveviewer.gui.countries.labels import (
    article_label,
    fact_label,
    fact_value,
    group_label,
    reference_label,
    treaty_label,
    value_words,
)
from archiveviewer.gui.countries.row import Row, RowKind
from archiveviewer.gui.dates import dated_age, long_date, short_date
from archiveviewer.gui.language import locale
from archiveviewer.records import FactLine, HiddenFact, Profile, ProfileGroup, ReferenceRow, Source, StatedEvent, StatedFact
from archiveviewer.records.facts import REGISTER_MONTH

translate = QCoreApplication.translate
ReadIn = Callable[[Source, int], str]
"""Says a source and a page in short: "Country page § 5"."""

ALWAYS = {
    "apmbc.status",
    "apmbc.entry_into_force",
    "apmbc.art3.retained",
    "apmbc.art4.destroyed_total",
    "apmbc.art5.deadline_current",
    "apmbc.art7.latest_report",
    "apmbc.art9.legislation",
    "ccm.status",
    "ccm.art1.production",
    "ccm.art3.stockpile_reported",
    "ccm.art4.contaminated",
    "ccw.status",
    "ccw.pv.status",
    "crpd.status",
    "contamination.area_km2",
    "casualties.year",
}
"""Types that people ask for: when the archive does not state them, it is said in a row of their own. The rest is folded together."""


@dataclass(frozen=True, slots=True)
class Teller:
    """What the rows need to know besides the profile: the day, how a source is called, and deadlines that stood before."""

    today: date
    read_in: ReadIn
    earlier: frozenset[str] = frozenset()


def profile_rows(
    profile: Profile, events: Sequence[StatedEvent], *, read_in: ReadIn, hidden: Sequence[tuple[HiddenFact, StatedFact | None]] = ()
) -> tuple[Row, ...]:
    """Return the groups of a profile; the first is open, the others keep their answer in the head. `hidden` comes last."""
    chain = profile.chain
    steps = chain.steps if chain is not None else ()
    stood = {step.date for step in steps if step.kind == "deadline"} - {chain.deadline if chain else None}
    teller = Teller(date.fromisoformat(profile.as_of), read_in, frozenset(stood))
    known = any(line.current or line.older for group in profile.groups for line in group.lines)
    groups = [_group(group, teller, opened=known and number == 0) for number, group in enumerate(profile.groups)]
    if events:
        groups.append(_events(events, teller))
    if profile.reference:
        groups.append(_reference(profile, opened=not known and not events))
    if hidden:
        groups.append(_hidden(hidden, teller))
    return tuple(groups)


def _group(group: ProfileGroup, teller: Teller, *, opened: bool) -> Row:
    rows: list[Row] = []
    silent: list[Row] = []
    for line in _told_once(group.lines):
        found = _line(line, teller)
        (rows if line.current or line.older or line.type in ALWAYS else silent).extend(found)
    if silent:
        rows.append(_silent(silent))
    if not any(row.article for row in (*rows, *silent)):
        rows = [replace(row, wide=row.kind != RowKind.DIFFERS) for row in rows]
    return Row(RowKind.GROUP, group_label(group.name), value=head_words(group), open=opened, children=tuple(rows))


def _told_once(lines: Sequence[FactLine]) -> Iterator[FactLine]:
    """Yield the lines, of those that are not stated only one of each name: an area in square metres is no other thing than one in km²."""
    told = {fact_label(line.type) for line in lines if line.current or line.older}
    for line in lines:
        label = fact_label(line.type)
        if line.current or line.older or label not in told:
            told.add(label)
            yield line


def _silent(rows: list[Row]) -> Row:
    word = translate("rows", "1 more not stated in this archive")
    if len(rows) > 1:
        word = translate("rows", "%Ln more not stated in this archive", "", len(rows))
    names = ", ".join(row.label for row in rows)
    return Row(RowKind.FOLDED, word, quote=names, children=tuple(rows))


def _line(line: FactLine, teller: Teller) -> list[Row]:
    stated = line.current or line.older[:1]
    article = article_label(line.article)
    if not stated:
        return [Row(RowKind.UNSTATED, fact_label(line.type), article, translate("rows", "not stated in this archive"))]
    if line.differ:
        return _differing(line, article, teller)
    older = [item for item in line.older if item not in stated]
    first = replace(_fact(stated[0], teller), article=article, label=fact_label(line.type))
    return [_with_behind(first, (*stated[1:], *older), teller)]


def _differing(line: FactLine, article: str, teller: Teller) -> list[Row]:
    count = len(line.current)
    rows: list[Row] = []
    for number, stated in enumerate(line.current):
        row = replace(_fact(stated, teller), bar="first" if number == 0 else "last" if number == count - 1 else "middle")
        if number == 0:
            row = replace(row, article=article, label=fact_label(line.type))
        elif number == 1:
            row = replace(row, kind=RowKind.DIFFERS, label=translate("rows", "%Ln sources differ", "", count))
        rows.append(row)
    return [*rows[:-1], _with_behind(rows[-1], line.older, teller, shown=line.current)]


def _with_behind(row: Row, facts: Sequence[StatedFact], teller: Teller, *, shown: Sequence[StatedFact] = ()) -> Row:
    """Return a row with others folded behind it: first those that say the same as what is `shown`, then the older ones."""
    values = {fact_value(stated.fact) for stated in shown} | {row.value}
    found = [_fact(stated, teller) for stated in facts]
    folded = [replace(item, kind=RowKind.OLDER, label=_why_folded(item, values), says_the_same=item.value in values) for item in found]
    same, other = ([item for item in folded if item.says_the_same is wanted] for wanted in (True, False))
    if not found:
        return row
    return replace(row, children=(*same, *other), folded=f"+{locale().toString(len(found))}", behind=_count(len(same), len(other)))


def _why_folded(row: Row, values: Collection[str]) -> str:
    """Return why a row stands behind another: it says the same, cannot be read as a value, or is older."""
    if row.value in values:
        return translate("rows", "the same")
    if row.stated is not None and not row.stated.fact.is_whole:
        return translate("rows", "unclear")
    return translate("rows", "older")


def _count(same: int, older: int) -> str:
    parts = []
    if same:
        word = translate("rows", "1 other source says the same")
        parts.append(word if same == 1 else translate("rows", "%Ln other sources say the same", "", same))
    if older:
        parts.append(translate("rows", "1 older value") if older == 1 else translate("rows", "%Ln older values", "", older))
    return ", ".join(parts)


def _fact(stated: StatedFact, teller: Teller) -> Row:
    fact = stated.fact
    as_of = said_when(stated, teller.today)
    if fact.type.startswith("apmbc.art5.deadline") and fact.value in teller.earlier and fact.type.endswith("_current"):
        as_of = translate("rows", "{date}, earlier step").format(date=as_of.partition(" · ")[0])
    page = fact.evidence.page if fact.evidence else 1
    return Row(
        RowKind.FACT,
        "",
        value=fact_value(fact),
        as_of=as_of,
        read_in=teller.read_in(stated.source, page) if stated.source else "",
        source=stated.source,
        place=fact_place(stated),
        computed=fact.computed,
        quote=" ".join(fact.evidence.quote.split()) if fact.evidence else fact.rule,
        stated=stated,
    )


def said_when(stated: StatedFact, today: date) -> str:
    """Return for which day a fact is stated, else when its source said it, with the age: "2019 · 7 years old"."""
    if stated.fact.computed:
        return translate("rows", "computed")
    said = stated.source.date if stated.source else None
    if stated.fact.as_of is None and said is not None and said[:4].isdigit():
        return translate("rows", "said {date}").format(date=dated_age(said[:4], today))
    return dated_age(stated.fact.as_of, today)


def _events(events: Sequence[StatedEvent], teller: Teller) -> Row:
    years = sorted(stated.event.date[:4] for stated in events)
    count = translate("rows", "1 event") if len(events) == 1 else translate("rows", "%Ln events", "", len(events))
    span = years[0] if years[0] == years[-1] else translate("rows", "{first} to {last}").format(first=years[0], last=years[-1])
    rows = tuple(_event(stated, teller) for stated in events)
    return Row(RowKind.GROUP, translate("rows", "Dated events"), value=f"{count}, {span}", children=rows)


def _event(stated: StatedEvent, teller: Teller) -> Row:
    event = stated.event
    page = event.evidence.page if event.evidence else 1
    return Row(
        RowKind.EVENT,
        short_date(event.date),
        article_label(event.article),
        " ".join(event.text.split()),
        as_of=translate("rows", "computed") if event.computed else "",
        read_in=teller.read_in(stated.source, page) if stated.source else "",
        source=stated.source,
        place=event_place(stated),
        computed=event.computed,
        quote=" ".join(event.evidence.quote.split()) if event.evidence else "",
    )


def _reference(profile: Profile, *, opened: bool) -> Row:
    """Return what the reference list says, each row with whether the archive says the same."""
    rows = profile.reference
    count = translate("rows", "1 row") if len(rows) == 1 else translate("rows", "%Ln rows", "", len(rows))
    head = translate("rows", "reference list of {date} · {count}").format(date=long_date(REGISTER_MONTH), count=count)
    differing = sum(said == "other" for said in profile.second_opinion)
    if differing:
        word = translate("rows", "1 differs") if differing == 1 else translate("rows", "%Ln differ", "", differing)
        head = f"{head} · {word}"
    opinions = profile.second_opinion or ("",) * len(rows)
    found = tuple(_reference_row(row, said) for row, said in zip(rows, opinions, strict=True))
    return Row(RowKind.GROUP, translate("rows", "Not in this archive"), value=head, open=opened, children=found)


def _reference_row(row: ReferenceRow, said: str) -> Row:
    opinion = {"same": translate("rows", "as this archive says"), "other": translate("rows", "this archive says otherwise")}.get(said, "")
    how = " · ".join(part for part in (opinion, row.value) if part)
    return Row(RowKind.REFERENCE, reference_label(row.event), treaty_label(row.treaty), long_date(row.date), how, quote=row.source_url)


def _hidden(facts: Sequence[tuple[HiddenFact, StatedFact | None]], teller: Teller) -> Row:
    """Return what a person called wrong, to be looked at and taken back."""
    count = translate("rows", "1 fact") if len(facts) == 1 else translate("rows", "%Ln facts", "", len(facts))
    head = translate("rows", "{count} called wrong in this library").format(count=count)
    rows = tuple(_hidden_row(gone, stated, teller) for gone, stated in facts)
    return Row(RowKind.GROUP, translate("rows", "Left out"), value=head, children=rows)


def _hidden_row(gone: HiddenFact, stated: StatedFact | None, teller: Teller) -> Row:
    made = _fact(stated, teller) if stated is not None else Row(RowKind.HIDDEN, "", read_in=gone.title)
    return replace(
        made,
        kind=RowKind.HIDDEN,
        label=fact_label(gone.type),
        value=value_words(gone.type, gone.value, unit=stated.fact.unit if stated else None),
        as_of=translate("rows", "left out {date}").format(date=short_date(gone.hidden_at[:10])),
        quote=gone.quote,
        wide=True,
        stated=None,
        hidden=gone,
    )
