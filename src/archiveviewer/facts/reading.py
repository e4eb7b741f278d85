"""Reads one text from top to bottom: which pieces of it are worth a look, and what the rules find in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from archiveviewer.facts.about import About
from archiveviewer.facts.context import Context, small
from archiveviewer.facts.lists import listed, listings
from archiveviewer.facts.matching import Found, figures, matches
from archiveviewer.facts.pattern import Pattern
from archiveviewer.facts.rule import Rule
from archiveviewer.facts.shape import Shape, shape
from archiveviewer.facts.tables import tables
from archiveviewer.facts.triggers import Triggers
from archiveviewer.facts.units import HEADING, LONGEST, Block, Unit, blocks, is_heading, pieces, without_bullet
from archiveviewer.facts.view import View
from archiveviewer.text import names

_CELL = 12
_LETTER = re.compile(r"[^\W\d_]")
"""A short block without a letter is a cell of a table or the number of a page: no heading, and no sentence."""
_CLUSTERS = ("ccm",)
Wanted = Sequence[tuple[Rule, Pattern]]


@dataclass(slots=True)
class Reading:
    """The reading of one text. Blocks that call no wording up and are no headings are passed over whole; others are cut into pieces."""

    view: View
    about: About
    triggers: Mapping[str, Triggers]
    _context: Context = field(init=False)
    _naming: Sequence[int] = ()
    _anything: Mapping[str, int] = field(init=False)
    _before: dict[str, tuple[int, int]] = field(init=False)

    def read(self) -> Iterator[Found]:
        """Yield what the rules find in the text, in order."""
        text = self.view.text
        self._context = Context(view=self.view, about=self.about, page=small(text))
        self._anything = {language: known.themes for language, known in self.triggers.items()}
        self._before = {language: (themes, themes) for language, themes in self._anything.items()}
        parts = blocks(text)
        if self.about.country is None:
            languages = tuple(dict.fromkeys(("en", *self.triggers)))
            self._naming = [mention.span[0] for mention in names.mentions(text, languages)]
        for index, block in enumerate(parts):
            start, end, _ = block
            if end - start <= _CELL and not _LETTER.search(text, start, end):
                continue
            behind = parts[index + 1] if index + 1 < len(parts) else None
            bits = self._bits(start, end, behind) if self._may_have_country(block) else self._anything
            called = self._called(bits) if bits is not self._anything else {}
            if called or is_heading(text, start, end):
                yield from self._block(block, behind, called)
            else:
                self._context.passed.append(block)
                self._passed(bits)
        yield from self._tables()
        yield from self._lists(parts)

    def _tables(self) -> Iterator[Found]:
        """Yield the figures of tables: they are of the country that the text is about."""
        page = self._context.page
        wanted = [rule for known in self.triggers.values() for rule in known.of_tables if rule.about is None or rule.about.may_match(page)]
        if wanted and self.about.country:
            for table in tables(self.view.text, page):
                for rule in wanted:
                    yield from figures(rule, table, self.about)

    def _lists(self, parts: Sequence[Block]) -> Iterator[Found]:
        """Yield the days of countries that stand in lists."""
        page = self._context.page
        for rule in (rule for known in self.triggers.values() for rule in known.of_lists):
            if rule.lead and rule.lead.may_match(page):
                for listing in listings(self.view.text, page, parts, rule.lead):
                    yield from listed(rule, listing, self.about)

    def _may_have_country(self, block: Block) -> bool:
        """Tell whether a block may speak of a country: where the text is about none, it has to name one."""
        if self.about.country:
            return True
        place = bisect_left(self._naming, block.start)
        return place < len(self._naming) and self._naming[place] < block.end

    def _bits(self, start: int, end: int, behind: Block | None) -> Mapping[str, int]:
        """Return for each language what the words of a block say, and those of the sentences before it about its theme."""
        words = self._context.page[start : behind.end if behind and end - start <= HEADING else end]
        return {language: known.bits(words) for language, known in self.triggers.items()}

    def _called(self, bits: Mapping[str, int]) -> dict[str, list[int]]:
        """Return for each language the wordings that a block may match, where there are some."""
        found = ((language, known.called(bits[language] | self._running(language))) for language, known in self.triggers.items())
        return {language: wanted for language, wanted in found if wanted}

    def _running(self, language: str) -> int:
        """Return what themes the sentences before tell of, and the section."""
        known, (first, second) = self.triggers[language], self._before[language]
        return first | second | known.of_topic(self._context.topic)

    def _passed(self, bits: Mapping[str, int]) -> None:
        for language, said in bits.items():
            self._before[language] = (self._before[language][1], said & self.triggers[language].themes)

    def _block(self, block: Block, behind: Block | None, called: Mapping[str, Sequence[int]]) -> Iterator[Found]:
        units = pieces(self.view.text, block)
        for unit, following in zip(units, [*units[1:], behind], strict=True):
            start = without_bullet(self.view.text, unit)
            words = self._context.page[start : unit.end]
            self._context.paragraph = unit.paragraph
            if unit.heading:
                self._context.enter(start, unit, words)
            bits = {language: known.bits(words) for language, known in self.triggers.items()} if called else self._anything
            for language, numbers in called.items():
                yield from self._piece(unit, start, following, language, numbers, bits[language])
            self._context.passed.append(unit)
            self._passed(bits)

    def _piece(
        self, unit: Unit, start: int, following: Unit | Block | None, language: str, numbers: Sequence[int], bits: int
    ) -> Iterator[Found]:
        wanted = self._wanted(start, unit.end, bits, numbers, language, line=unit.heading)
        found = tuple(self._unit(wanted, start, unit.end, language)) if wanted else ()
        yield from found
        if unit.heading and not found:
            yield from self._labelled(start, following, numbers, language)

    def _wanted(self, start: int, end: int, bits: int, numbers: Sequence[int], language: str, *, line: bool) -> Wanted:
        """Return the wordings that a piece may match, of those that fit its words."""
        known = self.triggers[language]
        fitting = known.fitting(bits | self._running(language), numbers)
        if not fitting:
            return ()
        words = " ".join(self._context.page[start:end].split())
        wanted = map(known.wordings.__getitem__, fitting)
        fit = ((rule, pattern) for rule, pattern in wanted if (line or not pattern.line) and self._is_place_for(rule))
        return [(rule, pattern) for rule, pattern in fit if pattern.may_match(words) and self._may_fit(rule, words)]

    def _may_fit(self, rule: Rule, words: str) -> bool:
        """Tell whether a piece, and its text, may have what a rule wants beside its wording."""
        if not rule.may_match(words) or (rule.theme and not self._context.may_be_about(words, rule.theme)):
            return False
        return rule.page is None or self._context.has(rule.page)

    def _is_place_for(self, rule: Rule) -> bool:
        """Tell whether a rule counts in this section."""
        context = self._context
        if (rule.topic and context.topic not in rule.topic) or context.topic in rule.not_topic:
            return False
        if (rule.loose and self.about.country is None) or (rule.treaty == _CLUSTERS and not self._context.may_name_clusters()):
            return False
        if rule.after:
            before = next(context.before(), None)
            if before is None or not rule.after.search(context.words_of(before)):
                return False
        return True

    def _unit(self, wanted: Wanted, start: int, end: int, language: str) -> Iterator[Found]:
        """Yield what some wordings find in a piece; one whose parts stand in any order says nothing new where a stricter one speaks."""
        said = shape(self.view.text, start, end, ("en",) if language == "en" else (language, "en"))
        strict = [*self._tried([one for one in wanted if not one[0].loose], said)]
        yield from strict
        loose = self._tried([one for one in wanted if one[0].loose], said)
        yield from (one for one in loose if not any(_says_it(known, one) for known in strict))

    def _tried(self, wanted: Wanted, said: Shape) -> Iterator[Found]:
        for _, group in groupby(wanted, key=lambda one: one[0].name):
            tried = tuple(group)
            yield from matches(tried[0][0], [pattern for _, pattern in tried], said, self._context)

    def _labelled(self, start: int, following: Unit | Block | None, numbers: Sequence[int], language: str) -> Iterator[Found]:
        """Read a label together with its value on the line behind it."""
        labels = [number for number in numbers if self.triggers[language].wordings[number][0].label]
        if not labels or following is None:
            return
        end = pieces(self.view.text, following)[0].end
        if end - start > LONGEST:
            return
        bits = self.triggers[language].bits(self._context.page[start:end])
        wanted = self._wanted(start, end, bits, labels, language, line=True)
        if wanted:
            yield from self._unit(wanted, start, end, language)


def _says_it(known: Found, one: Found) -> bool:
    """Tell whether a find of a stricter wording stands in the statement in which a looser one finds the same thing."""
    same = (known.country, known.type, known.kind) == (one.country, one.type, one.kind)
    return same and (known.value == one.value or one.part[0] <= known.place < one.part[1])
