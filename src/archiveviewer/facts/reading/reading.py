"""Reads one text from top to bottom: which pieces of it are worth a look, and what the rules find in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby

from archiveviewer.facts.reading.about import About
from archiveviewer.facts.reading.context import Context, small
from archiveviewer.facts.reading.derived import YEARLY
from archiveviewer.facts.reading.grids import grids
from archiveviewer.facts.reading.lists import head, listed, listing
from archiveviewer.facts.reading.matching import Found, figures, finds
from archiveviewer.facts.reading.tables import tables
from archiveviewer.facts.reading.units import LONGEST, Block, Unit, blocks, is_heading, pieces, without_bullet
from archiveviewer.facts.wording.rule import Rule
from archiveviewer.facts.wording.shape import shape
from archiveviewer.facts.wording.triggers import LINE, Here, Triggers
from archiveviewer.facts.wording.view import View
from archiveviewer.text import mentions

_CLEARED = "clearance."
"""What a year's clearance gave."""
_CELL = 12
_DAY = 40
"""A day in words takes less."""
_LETTER = re.compile(r"[^\W\d_]")
"""A short block without a letter is a cell of a table or the number of a page: no heading, and no sentence."""


@dataclass(slots=True)
class Reading:
    """The reading of one text. Where it is about no country, blocks that name none and are no headings are passed over whole."""

    view: View
    about: About
    triggers: Triggers
    _context: Context = field(init=False)
    _naming: Sequence[int] = ()
    _before: tuple[int, int] = field(init=False)
    _here: Here = field(init=False)
    _given: int = field(init=False)
    _leads: list[tuple[Block, Sequence[Rule]]] = field(default_factory=list)

    def read(self) -> Iterator[Found]:
        """Yield what the rules find in the text, in order."""
        text = self.view.text
        self._context = Context(view=self.view, about=self.about, page=small(text))
        self._before = (self.triggers.themes, self.triggers.themes)
        clusters = self._context.may_name_clusters()
        self._here = Here("", self.about.languages, of_country=self.about.country is not None, clusters=clusters)
        self._given = self.triggers.given(self._here)
        if self.about.country is None:
            languages = tuple(dict.fromkeys(("en", *self.about.languages)))
            self._naming = [mention.span[0] for mention in mentions.find(text, languages)]
        for block, behind in self._worth_reading():
            if block.end - block.start <= _CELL and not _LETTER.search(text, block.start, block.end):
                continue
            readable = self._may_have_country(block)
            if readable or is_heading(text, block.start, block.end):
                yield from self._block(block, behind, readable=readable)
            else:
                self._pass(block, self.triggers.themes)
            if not readable and self._comes_before_country(block):
                self._lead(block, self.triggers.bits(self._context.page[block.start : block.end]))
        yield from self._tables()
        yield from self._lists()

    def _worth_reading(self) -> Iterator[tuple[Block, Block | None]]:
        """Yield the blocks, each with the one behind it; in a text about no country none beyond the last one that is named."""
        last = len(self.view.text) if self.about.country else max(self._naming, default=-1)
        parts = blocks(self.view.text)
        block = next(parts, None)
        while block and block.start <= last:
            behind = next(parts, None)
            yield block, behind
            block = behind

    def _tables(self) -> Iterator[Found]:
        """Yield the figures of tables: they are of the country that the text is about."""
        page = self._context.page
        used = [rule for rule in self.triggers.of_tables if rule.language in self.about.languages]
        wanted = [rule for rule in used if rule.about is None or rule.about.may_match(page)]
        if wanted and self.about.country:
            for table in chain(tables(self.view.text, page), grids(self.view.text, page)):
                for rule in wanted:
                    yield from figures(rule, table, self.about)

    def _lists(self) -> Iterator[Found]:
        """Yield the days of countries that stand in lists."""
        text, page = self.view.text, self._context.page
        leads = [(block, head(text, page, block), rules) for block, rules in self._leads]
        for rule in self.triggers.of_lists:
            for block, above in ((block, above) for block, above, rules in leads if rule in rules):
                found = listing(text, page, block, above, rule.lead) if rule.lead else None
                yield from listed(rule, found, self.about) if found else ()

    def _lead(self, block: Block, bits: int) -> None:
        """Keep a block for later whose words may stand above a list."""
        rules = self.triggers.leading(bits, self.about.languages)
        if rules:
            self._leads.append((block, rules))

    def _may_have_country(self, block: Block) -> bool:
        """Tell whether a block may speak of a country: where the text is about none, it has to name one."""
        if self.about.country:
            return True
        place = bisect_left(self._naming, block.start)
        return place < len(self._naming) and self._naming[place] < block.end

    def _comes_before_country(self, block: Block) -> bool:
        """Tell whether a country is named right behind a block, with at most a day before it."""
        place = bisect_left(self._naming, block.end)
        return place < len(self._naming) and self._naming[place] - block.end < _DAY

    def _pass(self, part: Unit | Block, bits: int) -> None:
        self._context.passed.append(part)
        self._before = (self._before[1], bits & self.triggers.themes)

    def _block(self, block: Block, behind: Block | None, *, readable: bool) -> Iterator[Found]:
        said = 0
        units = pieces(self.view.text, block)
        self._context.paragraph = block.number
        for unit, following in zip(units, [*units[1:], behind], strict=True):
            start = without_bullet(self.view.text, unit)
            words = self._context.page[start : unit.end]
            if unit.heading:
                self._enter(start, unit, words)
            bits = self.triggers.bits(words) if readable else self.triggers.themes
            if readable:
                called = self._called(bits | LINE if unit.heading else bits)
                found = tuple(self._tried(called, start, unit.end)) if called else ()
                yield from found
                if unit.heading and following:
                    yield from self._labelled(start, following, {one.rule.language for one in found})
            self._pass(unit, bits)
            said |= bits
        if readable:
            self._lead(block, said)

    def _called(self, bits: int) -> list[int]:
        return self.triggers.called(bits | self._before[0] | self._before[1] | self._given)

    def _enter(self, start: int, unit: Unit, words: str) -> None:
        """Take a heading: what follows may be about something else."""
        self._context.enter(start, unit, words)
        self._given = self.triggers.given(self._here._replace(topic=self._context.topic))

    def _labelled(self, start: int, following: Unit | Block, silent: set[str]) -> Iterator[Found]:
        """Read a label together with its value on the line behind it, in the languages in which the label alone says nothing."""
        end = pieces(self.view.text, following)[0].end
        if end - start > LONGEST:
            return
        bits = self.triggers.bits(self._context.page[start:end]) | LINE
        rules = [(number, self.triggers.wordings[number][0]) for number in self._called(bits)]
        labels = [number for number, rule in rules if rule.label and rule.language not in silent]
        if labels:
            yield from self._tried(labels, start, end)

    def _tried(self, called: Sequence[int], start: int, end: int) -> Iterator[Found]:
        """Yield what some wordings find in a piece, language by language.

        One whose parts stand in any order says nothing new where a stricter one speaks.
        """
        for language, numbers in groupby(called, key=self.triggers.languages.__getitem__):
            said = shape(self.view.text, self._context.page, start, end, ("en",) if language == "en" else (language, "en"))
            hits = self.triggers.hits(tuple(numbers), said.text)
            strict = [one for rule, places in hits if not rule.loose for one in finds(rule, places, said, self._context)]
            loose = (one for rule, places in hits if rule.loose for one in finds(rule, places, said, self._context))
            yield from strict
            yield from (one for one in loose if not any(_says_it(known, one) for known in strict))


def _says_it(known: Found, one: Found) -> bool:
    """Tell whether a find of a stricter wording stands in the statement in which a looser one finds the same thing."""
    same = (known.country, known.type, known.kind) == (one.country, one.type, one.kind)
    yearly = one.type.startswith((*YEARLY, _CLEARED)) or (one.unit and known.as_of and one.as_of)
    of_another_year = yearly and known.as_of != one.as_of
    return same and not of_another_year and (known.value == one.value or one.part[0] <= known.place < one.part[1])
