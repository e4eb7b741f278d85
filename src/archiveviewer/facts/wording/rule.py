"""One rule: its wordings, where they count, and what they give. `rules` reads them from their files."""

from __future__ import annotations

from dataclasses import dataclass

from archiveviewer.facts.wording.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Give:
    """A fact that a rule gives. `value` is a fixed value, or empty to take the group `group`.

    `as_of` is a group, a group and a number of years before it ("year-1"), "auto" (the day that the sentence speaks of), "meeting"
    (the one that it names), "above" (the last year that the sentences before name), "near" (the year that the sentence,
    its section or the sentence before names, without which there is no fact), "told" (as "auto", else as "near") or empty.
    `pick` is all, last or first of several values.
    """

    type: str
    group: str
    value: str
    unit: str | None
    as_of: str
    pick: str


@dataclass(frozen=True, slots=True)
class Tell:
    """An event that a rule tells: its kind, the group with its date, and a few words."""

    kind: str
    group: str
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence from a real page, with what it must give: type -> value; empty when it must give nothing."""

    text: str
    gives: tuple[tuple[str, str], ...]
    country: str
    treaty: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One small named thing: wordings, where they count, what they give.

    `treaty`: the treaty that the sentence is about must be one of these.
    `topic`, `not_topic`: the section must be, or must not be, about this. `unless`: the sentence must not have this.
    `after`: the sentence before must have this. `page`: the page must have this somewhere.
    `quote` is sentence, match, or heading (from the heading that names the treaty to the end of the sentence). `label`: the words are
    a label whose value may stand on the next line. `subject`: "sentence" when the sentence itself must name the
    country, or say "it"; else the country of the page is meant. `hedge` is what must not stand in the clause of a match.
    With `takes` the parts of a wording stand in any order: beside the words of `say` there must be all of `beside` and nothing of
    `not_beside` in the same statement, and the value is the nearest one of `takes` with nothing else told in between but what is `past`;
    `behind` says that it comes behind; such a rule is `loose`. `theme`: what the sentence, or those before it, must be about.
    A rule about tables has no wordings: `column` is the head that its figures stand under, `about` what the table must speak of.
    One about lists of countries has none either: `lead` is what stands above the list, and says what the days in it are.
    """

    name: str
    language: str
    article: str
    patterns: tuple[Pattern, ...]
    gives: tuple[Give, ...]
    tells: tuple[Tell, ...]
    treaty: tuple[str, ...]
    topic: tuple[str, ...]
    not_topic: tuple[str, ...]
    when: Pattern | None
    unless: Pattern | None
    after: Pattern | None
    page: Pattern | None
    quote: str
    label: bool
    subject: str
    hedge: Pattern | None
    takes: tuple[Pattern, ...]
    beside: tuple[Pattern, ...]
    not_beside: tuple[Pattern, ...]
    past: Pattern | None
    behind: bool
    theme: frozenset[str]
    loose: bool
    column: Pattern | None
    about: Pattern | None
    lead: Pattern | None
    examples: tuple[Example, ...]

    @property
    def all_patterns(self) -> tuple[Pattern, ...]:
        """Everything of the rule that is tried on a text."""
        more = (self.when, self.unless, self.after, self.page, self.hedge, self.past, self.column, self.about, self.lead)
        return (*self.patterns, *self.beside, *self.not_beside, *self.takes, *filter(None, more))
