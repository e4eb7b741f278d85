"""Reads one text from top to bottom: which pieces of it are worth a look, and what the rules find in them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from archiveviewer.facts.about import About
from archiveviewer.facts.context import Context, small
from archiveviewer.facts.matching import Found, matches
from archiveviewer.facts.pattern import Pattern
from archiveviewer.facts.rules import Rule
from archiveviewer.facts.shape import Shape, shape
from archiveviewer.facts.triggers import Triggers
from archiveviewer.facts.units import HEADING, LONGEST, Block, Unit, blocks, is_heading, pieces, without_bullet
from archiveviewer.facts.view import View
from archiveviewer.text import names

_CELL = 12
_LETTER = re.compile(r"[^\W\d_]")
"""A short block without a letter is a cell of a table or the number of a page: no heading, and no sentence."""
Wanted = Sequence[tuple[Rule, Pattern]]


@dataclass(slots=True)
class Reading:
    """The reading of one text. Blocks that call no wording up and are no headings are passed over whole; others are cut into pieces."""

    view: View
    about: About
    triggers: Mapping[str, Triggers]
    _context: Context = field(init=False)
    _naming: Sequence[int] = ()

    def read(self) -> Iterator[Found]:
        """Yield what the rules find in the text, in order."""
        text = self.view.text
        self._context = Context(view=self.view, about=self.about, page=small(text))
        parts = blocks(text)
        if self.about.country is None:
            languages = tuple(dict.fromkeys(("en", *self.triggers)))
            self._naming = [mention.span[0] for mention in names.mentions(text, languages)]
        for index, block in enumerate(parts):
            start, end, _ = block
            if end - start <= _CELL and not _LETTER.search(text, start, end):
                continue
            behind = parts[index + 1] if index + 1 < len(parts) else None
            called = self._called(start, end, behind) if self._may_have_country(block) else {}
            if called or is_heading(text, start, end):
                yield from self._block(block, behind, called)
            else:
                self._context.passed.append(block)

    def _may_have_country(self, block: Block) -> bool:
        """Tell whether a block may speak of a country: where the text is about none, it has to name one."""
        if self.about.country:
            return True
        place = bisect_left(self._naming, block.start)
        return place < len(self._naming) and self._naming[place] < block.end

    def _called(self, start: int, end: int, behind: Block | None) -> dict[str, list[int]]:
        """Return for each language the wordings that a block may match, where there are some."""
        words = self._context.page[start : behind.end if behind and end - start <= HEADING else end]
        found = ((language, known.called(words)) for language, known in self.triggers.items())
        return {language: wanted for language, wanted in found if wanted}

    def _block(self, block: Block, behind: Block | None, called: Mapping[str, Sequence[int]]) -> Iterator[Found]:
        units = pieces(self.view.text, block)
        for unit, following in zip(units, [*units[1:], behind], strict=True):
            yield from self._piece(unit, following, called)
            self._context.passed.append(unit)

    def _piece(self, unit: Unit, following: Unit | Block | None, called: Mapping[str, Sequence[int]]) -> Iterator[Found]:
        start = without_bullet(self.view.text, unit)
        words = self._context.page[start : unit.end]
        if unit.heading:
            self._context.enter(start, unit, words)
        for language, numbers in called.items():
            wanted = self._wanted(words, numbers, language, line=unit.heading)
            found = tuple(self._unit(wanted, start, unit.end, language)) if wanted else ()
            yield from found
            if unit.heading and not found:
                yield from self._labelled(start, following, numbers, language)

    def _wanted(self, words: str, numbers: Sequence[int], language: str, *, line: bool) -> Wanted:
        """Return the wordings that a piece may match, of those that fit its words."""
        known = self.triggers[language]
        wanted = [known.wordings[number] for number in (known.fitting(words, numbers))]
        return [one for one in wanted if (line or not one[1].line) and one[1].may_start(words) and self._is_place_for(one[0])]

    def _is_place_for(self, rule: Rule) -> bool:
        """Tell whether a rule counts in this section of this text."""
        context = self._context
        if (rule.topic and context.topic not in rule.topic) or context.topic in rule.not_topic:
            return False
        if rule.loose and self.about.country is None:
            return False
        if rule.after:
            before = next(context.before(), None)
            if before is None or not rule.after.search(context.words_of(before)):
                return False
        return rule.page is None or context.has(rule.page)

    def _unit(self, wanted: Wanted, start: int, end: int, language: str) -> Iterator[Found]:
        """Yield what some wordings find in a piece; one whose parts stand in any order says nothing new where a stricter one speaks."""
        said = shape(self.view.text, start, end, ("en",) if language == "en" else (language, "en"))
        strict = [*self._tried([one for one in wanted if not one[0].loose], said)]
        known = {(one.country, one.type, one.kind) for one in strict}
        yield from strict
        loose = self._tried([one for one in wanted if one[0].loose], said)
        yield from (one for one in loose if (one.country, one.type, one.kind) not in known)

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
        words = self._context.page[start:end] if end - start <= LONGEST else ""
        wanted = self._wanted(words, labels, language, line=True)
        if wanted:
            yield from self._unit(wanted, start, end, language)
