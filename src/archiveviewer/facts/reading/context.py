"""Where in a text its reading has come to: the section, the day that was named last, and what the sentences before speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from archiveviewer.facts.reading.about import About
from archiveviewer.facts.reading.units import Block, Unit, pieces
from archiveviewer.facts.wording import headings, treaties
from archiveviewer.facts.wording.pattern import Pattern
from archiveviewer.facts.wording.view import View
from archiveviewer.text import dates, mentions

_BACK = 6
"""As many pieces before a sentence tell what "it" means."""
_NEAR = 2
"""As many tell what a sentence is about that does not say so itself."""
_CLUSTERS = ("cluster", "ccm", "sous-munition", "racimo")
_TOP = 1500
"""The day of a report stands no further down."""
_SUBJECT = 40
"""A country that begins later in a sentence is not its subject."""
_BEYOND_POLICY = frozenset(("contamination", "clearance", "victims", "education"))
"""Sections that follow those on the policy of a country and are about both treaties."""
_FIGURE = re.compile(r"(?!(?:19|20)\d\d\b)\d[\d.,']*(?![.)]? [a-z])")
"""A line that begins with a figure is a value, and no heading; one that begins with a year may be."""
_SPAN = re.compile(r"\b(?:since|between|until|from (?:19|20)\d\d|to date|so far|(?:19|20)\d\d ?- ?(?:19|20)?\d\d)\b")
"""Words of a sentence whose figures are of more than one year."""
_AT = re.compile(r"\b(?:as of|as at|in)\b.*\d")


@dataclass(slots=True)
class Context:
    """The state of reading a text from top to bottom. `page` is the text in small letters, each at its old place, line ends as blanks."""

    view: View
    about: About
    page: str
    treaty: str | None = None
    topic: str = ""
    as_of: str | None = None
    heading: int | None = None
    paragraph: int = -1
    passed: list[Unit | Block] = field(default_factory=list)
    _having: dict[Pattern, bool] = field(default_factory=dict)
    _cut: dict[int, Sequence[Unit]] = field(default_factory=dict)
    _named: dict[int, Sequence[mentions.Mention]] = field(default_factory=dict)
    _clusters: bool | None = None
    _titled: tuple[str, int] = ("", -1)
    _other: tuple[str | None, int] = (None, -1)
    _of_policy: bool = False

    def enter(self, start: int, unit: Unit, words: str) -> None:
        """Take a heading: it may name the treaty, the topic or the day of what follows."""
        name, _, value = words.partition(":")
        treaty = headings.treaty_of(name)
        if treaty:
            self._enter_treaty(treaty, start, name, valued=bool(value.strip()))
        elif self._of_policy and headings.topic_of(words) in _BEYOND_POLICY:
            self.treaty, self._of_policy = None, False
        if not value.strip():
            self._other = (None if treaty else treaties.other_named_in(name), len(self.passed))
        if not value.strip() and not _FIGURE.match(words):
            goes_on = unit.paragraph == 0 or (start > unit.start and not self.view.text[unit.start].isdigit())
            self.topic = headings.topic_of(words) or (self.topic if goes_on else "")
            days = dates.find(self.view.text[start : unit.end]) if _AT.search(words) else ()
            self.as_of = days[-1].value if days else None

    def _enter_treaty(self, treaty: str, start: int, name: str, *, valued: bool) -> None:
        """Take the treaty of a heading; two of them with nothing in between are the choices of a menu, and tell nothing.

        One that is a label with its value is no such choice.
        """
        before, place = self._titled
        in_menu = before not in ("", treaty) and place == len(self.passed) - 1
        self.treaty, self.heading = None if in_menu else treaty, start
        self._titled, self._of_policy = ("" if valued else treaty, len(self.passed)), "polic" in name

    def before(self, most: int = _BACK) -> Iterator[Unit]:
        """Yield the last pieces before this one, the nearest first."""
        parts = reversed(self.passed[-most:])
        return islice((unit for part in parts for unit in reversed(self._pieces(part))), most)

    def _pieces(self, part: Unit | Block) -> Sequence[Unit]:
        if isinstance(part, Unit):
            return (part,)
        known = self._cut.get(part.start)
        if known is None:
            known = self._cut[part.start] = pieces(self.view.text, part)
        return known

    def _countries_of(self, unit: Unit) -> Sequence[mentions.Mention]:
        known = self._named.get(unit.start)
        if known is None:
            known = self._named[unit.start] = mentions.find(self.view.text[unit.start : unit.end], self.about.languages)
        return known

    def words_of(self, unit: Unit) -> str:
        """Return a piece in small letters."""
        return self.page[unit.start : unit.end]

    def has(self, pattern: Pattern) -> bool:
        """Tell whether the text has a wording somewhere."""
        known = self._having.get(pattern)
        if known is None:
            known = self._having[pattern] = pattern.search(self.page) is not None
        return known

    def running_treaty(self) -> str | None:
        """Return the treaty that the sentences before in this paragraph are about, the nearest first; None where they name none or both."""
        for unit in self.before():
            if unit.paragraph != self.paragraph:
                break
            words = self.words_of(unit)
            named = treaties.named_in(words)
            if len(named) > 1:
                return None
            known = next(iter(named), None) or headings.treaty_by_article(words)
            if known:
                return known
        return None

    def section_by_weapon(self) -> str | None:
        """Return the treaty that is about what the sentences before in this section speak of, where no heading and no page tells it."""
        for unit in self.before():
            words = self.words_of(unit)
            if unit.heading and headings.topic_of(words):
                break
            weapon = None if unit.heading else headings.treaty_of(words)
            if weapon:
                return weapon
        return None

    def may_name_clusters(self) -> bool:
        """Tell whether the text may name cluster munitions at all: else nothing in it is about their convention."""
        if self._clusters is None:
            self._clusters = self.about.treaty == "ccm" or any(map(self.page.__contains__, _CLUSTERS))
        return self._clusters

    def section(self) -> str | None:
        """Return the treaty that the label above names, which may be none about mines, else that of the section, else of the text."""
        other, place = self._other
        if other and len(self.passed) - place == 1:
            return other
        return self.treaty or self.about.treaty

    def running(self) -> str | None:
        """Return the country that "it" means: the subject of the sentences before in its section, else that of the page."""
        for unit in self.before():
            if unit.heading and headings.topic_of(self.words_of(unit)):
                break
            found = self._countries_of(unit)
            if any(mention.code == self.about.country for mention in found):
                return self.about.country
            if found and found[0].span[0] < _SUBJECT:
                return found[0].code if self.about.country else None
        return self.about.country

    def themes(self, words: str) -> frozenset[str]:
        """Return what a sentence is about: by its own words, else by those before it in its section, else by its section."""
        about = headings.themes_of(words)
        if about - {"report"}:
            return about
        for unit in self.before(_NEAR):
            before = self.words_of(unit)
            if unit.heading and headings.topic_of(before):
                break
            if not unit.heading:
                about |= headings.themes_of(before)
            if about - {"report"}:
                return about
        return headings.theme_of_topic(self.topic, words) | about

    def issued(self) -> str:
        """Return the day on which a report that says "today" was written: the one that stands alone on a line; empty for none."""
        days = (dates.parse(line.strip()) for line in self.view.text[:_TOP].splitlines())
        found = {day for day in days if day and len(day) == len("2019-11-29") and day[0].isdigit()}
        return found.pop() if len(found) == 1 else ""

    def last_year(self) -> str:
        """Return the year of the last date in the sentences before; empty when there is none."""
        for unit in self.before():
            whole = [day.value for day in dates.find(self.view.text[unit.start : unit.end]) if day.is_whole]
            if whole:
                return whole[-1][:4]
        return ""

    def year_above(self) -> str:
        """Return the one year that the nearest sentence or heading before names, in this section; empty where that tells of several."""
        for unit in self.before():
            words = self.words_of(unit)
            years = {day.value[:4] for day in dates.find(self.view.text[unit.start : unit.end]) if day.is_whole}
            if years:
                return years.pop() if len(years) == 1 and not _SPAN.search(words) else ""
            if unit.heading and headings.topic_of(words) and not headings.is_weapon(words):
                break
        return ""


def small(text: str) -> str:
    """Return a text in small letters, each at its old place, line ends as blanks."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return lower.replace("\n", " ")
