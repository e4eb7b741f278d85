"""Two countries side by side as rows: for each type of fact what the archive states of the one and of the other. Pure but for the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.chain.places import fact_place, step_place
from archiveviewer.gui.chain.words import standing_step, state_sentence
from archiveviewer.gui.countries.labels import article_label, fact_label, fact_value, group_label
from archiveviewer.gui.countries.load import Shown
from archiveviewer.gui.countries.rows import ALWAYS, said_when
from archiveviewer.gui.dates import long_date
from archiveviewer.records import FactLine, Place, State, StatedFact

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a cell: in words, for which day, where it was read, and the place that proves it."""

    value: str
    as_of: str = ""
    read_in: str = ""
    place: Place | None = None

    @property
    def small(self) -> str:
        """What stands in small letters under the value."""
        return " · ".join(part for part in (self.as_of, self.read_in) if part)


@dataclass(frozen=True, slots=True)
class Side:
    """What is said of one country: the values that stand now, more than one where sources differ; none when it is not stated."""

    said: tuple[Said, ...] = ()

    @property
    def place(self) -> Place | None:
        """The proof of the first value."""
        return next((one.place for one in self.said if one.place is not None), None)

    @property
    def sentence(self) -> str:
        """The side for those who hear the window."""
        if not self.said:
            return translate("compare", "not stated in this archive")
        return ", ".join(part for one in self.said for part in (one.value, one.small) if part)


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A line of the comparison, or the head of a group when it has no sides."""

    label: str
    article: str = ""
    sides: tuple[Side, ...] = ()
    answer: str = ""
    children: tuple[CompareRow, ...] = ()

    @property
    def same(self) -> bool:
        """Whether both countries have the same values, or neither has any."""
        return len({frozenset(one.value for one in side.said) for side in self.sides}) == 1

    @property
    def differs(self) -> bool:
        """Whether both are stated, and not the same."""
        return all(side.said for side in self.sides) and not self.same


def compared(left: Shown, right: Shown) -> tuple[CompareRow, ...]:
    """Return the rows of both countries: their deadlines, then the groups in which either has something, then their listed files."""
    groups = [CompareRow(translate("compare", "Deadline"), children=(_deadline(left, right),))]
    lines = (_lines(left), _lines(right))
    for name in dict.fromkeys((*lines[0], *lines[1])):
        rows = tuple(_group(lines[0].get(name, ()), lines[1].get(name, ()), left, right))
        if rows:
            groups.append(CompareRow(group_label(name), answer=_differing(rows), children=rows))
    groups.append(CompareRow(translate("compare", "Documents"), children=(_listed(left, right),)))
    return tuple(groups)


def _differing(rows: Sequence[CompareRow]) -> str:
    """Return in how many rows both are stated and differ."""
    count = sum(row.differs for row in rows)
    return translate("compare", "1 differs") if count == 1 else translate("compare", "%Ln differ", "", count) if count else ""


def _lines(shown: Shown) -> dict[str, tuple[FactLine, ...]]:
    return {group.name: group.lines for group in shown.profile.groups}


def _group(left: Sequence[FactLine], right: Sequence[FactLine], one: Shown, other: Shown) -> Iterator[CompareRow]:
    """Yield a row for each type that either country has, or that people ask for."""
    lefts, rights = ({line.type: line for line in lines} for lines in (left, right))
    stated = {fact_label(line.type) for line in (*left, *right) if line.current or line.older}
    for kind in dict.fromkeys((*lefts, *rights)):
        sides = (_side(lefts.get(kind), one), _side(rights.get(kind), other))
        if any(side.said for side in sides) or (kind in ALWAYS and fact_label(kind) not in stated):
            article = (lefts.get(kind) or rights[kind]).article
            yield CompareRow(fact_label(kind), article_label(article), sides)


def _side(line: FactLine | None, shown: Shown) -> Side:
    if line is None:
        return Side()
    stated = line.current if line.differ else (line.current or line.older)[:1]
    return Side(tuple(_said(one, shown) for one in stated))


def _said(stated: StatedFact, shown: Shown) -> Said:
    page = stated.fact.evidence.page if stated.fact.evidence else 1
    read_in = shown.read_in(stated.source, page) if stated.source else ""
    return Said(fact_value(stated.fact), said_when(stated, shown.today), read_in, fact_place(stated))


def _deadline(left: Shown, right: Shown) -> CompareRow:
    sides = (_standing(left), _standing(right))
    return CompareRow(translate("compare", "Clearance deadline"), "", sides)


def _standing(shown: Shown) -> Side:
    """Return the deadline that stands with its state, or what ended it; what the reference list says is no part of this."""
    chain = shown.profile.chain
    step = standing_step(chain) if chain is not None else None
    if chain is None or (chain.deadline is None and step is None):
        return Side()
    state, place = state_sentence(chain.state), step_place(step) if step else None
    if step is not None and chain.state in {State.MET, State.MET_LATE, State.WITHDRAWN}:
        return Side((Said(f"{state}, {long_date(step.date)}", place=place),))  # its day is no deadline
    if chain.treaty == "ccm":
        state = translate("compare", "cluster munitions · {state}").format(state=state)
    return Side((Said(long_date(chain.deadline), state, place=place),))


def _listed(left: Shown, right: Shown) -> CompareRow:
    sides = (_files(left), _files(right))
    return CompareRow(translate("compare", "Listed documents"), "", sides)


def _files(shown: Shown) -> Side:
    files = shown.profile.attachments
    if not files:
        return Side()
    missing = sum(one.state == "missing" for one in files)
    return Side((Said(translate("compare", "{listed} listed, {missing} missing").format(listed=len(files), missing=missing)),))
