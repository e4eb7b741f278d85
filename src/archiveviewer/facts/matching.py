"""Runs the rules over the pieces of one text: which country, which treaty and which day a sentence speaks of, and what it gives."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from archiveviewer.facts.about import About
from archiveviewer.facts.rules import Give, Rule, Tell, as_of_patterns
from archiveviewer.facts.shape import COUNTRY, DATE, GENERIC, MEETING, TREATY, YEAR, Shape, Sign, shape
from archiveviewer.facts.units import LONGEST, Unit, without_bullet
from archiveviewer.facts.view import View
from archiveviewer.text import dates, names


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found: a fact (`type`) or an event (`kind`), with the half-open span of its evidence in the view.

    `place` is where the match begins: several finds in one sentence stay in order.
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


@dataclass(slots=True)
class Reading:
    """The state of reading one text from top to bottom: the section that it is in, and the day that was named last."""

    view: View
    about: About
    rules: Mapping[str, Sequence[Rule]]
    treaty: str | None = None
    topic: str = ""
    as_of: str | None = None
    heading: int | None = None
    previous: list[Unit] = field(default_factory=list)

    def read(self, units: Sequence[Unit]) -> Iterator[Found]:
        """Yield what the rules find in the pieces of the text, in order."""
        page = _small(self.view.text)
        wanted = {language: wanted_by(self.rules[language], page, units) for language in self.about.languages}
        for index, unit in enumerate(units):
            start = without_bullet(self.view.text, unit) if unit.heading or any(index in rules for rules in wanted.values()) else unit.start
            if unit.heading:
                self._enter(start, unit, page[start : unit.end])
            following = units[index + 1] if index + 1 < len(units) else None
            for language, rules in wanted.items():
                if index in rules:
                    yield from self._unit(rules[index], unit, start, following, page, language)
            self.previous = [*self.previous[-5:], unit]

    def _unit(self, rules: Sequence[Rule], unit: Unit, start: int, following: Unit | None, page: str, language: str) -> Iterator[Found]:
        said = shape(self.view.text, start, unit.end, _names(language))
        for rule in rules:
            if rule.page is None or rule.page.search(page):
                found = tuple(self._rule(rule, said, language))
                label = self._label(unit, start, following, language) if rule.label and not found else None
                yield from found or (self._rule(rule, label, language) if label else ())

    def _label(self, unit: Unit, start: int, following: Unit | None, language: str) -> Shape | None:
        """Return a label with the value on the line behind it as one shape."""
        if not unit.heading or following is None or following.end - start > LONGEST:
            return None
        return shape(self.view.text, start, following.end, _names(language))

    def _enter(self, start: int, unit: Unit, words: str) -> None:
        """Take a heading: it may name the treaty, the topic or the day of what follows."""
        treaty = _treaty_of(words)
        if treaty:
            self.treaty, self.heading = treaty, start
        if not re.search(r":\s*\S", words):
            self.topic = _topic_of(words) or ("" if unit.paragraph else self.topic)
            day = re.search(r"\b(?:as of|as at|in)\b", words)
            dates = shape(self.view.text, start, unit.end).between(0, LONGEST, DATE + YEAR) if day else ()
            self.as_of = dates[-1].value if dates else None

    def _rule(self, rule: Rule, said: Shape, language: str) -> Iterator[Found]:
        if (rule.topic and self.topic not in rule.topic) or self.topic in rule.not_topic:
            return
        matches = [match for pattern in rule.patterns for match in pattern.finditer(said.text)]
        if not matches or (rule.unless and rule.unless.search(said.text)) or (rule.when and not rule.when.search(said.text)):
            return
        for match in matches:
            yield from self._match(rule, said, match, language)

    def _match(self, rule: Rule, said: Shape, match: re.Match[str], language: str) -> Iterator[Found]:
        country = self._country(rule, said, match)
        if country is None or (self.about.country and country != self.about.country):
            return
        start, end = self._evidence(rule, said, match)
        for treaty in self._treaties(said, match):
            if rule.treaty and treaty not in rule.treaty:
                continue
            for give in rule.gives:
                for value in _values(give, said, match):
                    yield Found(
                        rule=rule, country=country, treaty=treaty, type=_typed(give.type, treaty), kind="", value=_valued(value, treaty),
                        unit=give.unit, as_of=self._as_of(give, said, match, language), text="", start=start, end=end,
                        place=said.origin(match.start()),
                    )  # fmt: skip
            for tell in rule.tells:
                for value in _values(tell, said, match):
                    yield Found(
                        rule=rule, country=country, treaty=treaty, type="", kind=tell.kind, value=self._with_year(value, said),
                        unit=None, as_of=None, text=tell.text, start=start, end=end, place=said.origin(match.start()),
                    )  # fmt: skip

    def _with_year(self, value: str, said: Shape) -> str:
        """Return a day whose year is not printed with the year of the date before it, as a reader would take it."""
        if not value.startswith(dates.INCOMPLETE):
            return value
        years = [sign.value[:4] for sign in said.signs if sign.sort in DATE + YEAR and sign.value[:4].isdigit()]
        year = years[0] if years else self._last_year()
        return dates.parse(f"{value.removeprefix(dates.INCOMPLETE)} {year}") or value

    def _last_year(self) -> str:
        """Return the year of the last date in the sentences before."""
        for unit in reversed(self.previous):
            whole = [day.value for day in dates.find(self.view.text[unit.start : unit.end]) if day.is_whole]
            if whole:
                return whole[-1][:4]
        return ""

    def _evidence(self, rule: Rule, said: Shape, match: re.Match[str]) -> tuple[int, int]:
        first, last = said.origins[0], said.origin(len(said.text))
        if rule.quote == "match":
            return said.origin(match.start()), said.origin(match.end())
        if rule.quote == "heading" and self.heading is not None and first - self.heading < LONGEST // 2:
            return min(first, self.heading), last
        return first, last

    def _country(self, rule: Rule, said: Shape, match: re.Match[str]) -> str | None:
        """Return the country that a match is about, None when that is not clear."""
        who = match.groupdict().get("who")
        if who == COUNTRY:
            place = match.start("who")
            return None if _listed(said, place) else next(iter(said.between(place, place + 1))).value
        if who:
            return self._running()
        named = ((said.at[said.signs.index(sign)], sign.value) for sign in said.before(match.end(), COUNTRY))
        before = next(((place, code) for place, code in named if not _is_venue(said, place)), None)
        if before:
            return None if _listed(said, before[0]) else before[1]
        behind = {sign.value for sign in said.between(match.end(), len(said.text), COUNTRY)}
        if rule.subject == "page":
            return next(iter(behind)) if len(behind) == 1 and _GIVEN_TO.match(said.text, match.end()) else self._running()
        if _PRONOUN.search(said.text, 0, match.end()):
            return self._running()
        return behind.pop() if len(behind) == 1 else None

    def _running(self) -> str | None:
        """Return the country that "it" means: the subject of the sentences before, else that of the page."""
        for unit in reversed(self.previous):
            found = names.mentions(self.view.text[unit.start : unit.end], self.about.languages)
            if any(mention.code == self.about.country for mention in found):
                return self.about.country
            if found and found[0].span[0] < _SUBJECT:
                return found[0].code if self.about.country else None
        return self.about.country

    def _treaties(self, said: Shape, match: re.Match[str]) -> tuple[str | None, ...]:
        """Return the treaties that a match is about: named in its group, inside it, before it, by the section, by the page."""
        if match.groupdict().get("treaty"):
            signs = said.between(match.start("treaty"), match.end("treaty"), TREATY)
            return tuple(dict.fromkeys(sign.value or self._section() for sign in signs))
        inside = [sign.value for sign in said.between(match.start(), match.end(), TREATY) if sign.value != GENERIC]
        if inside:
            return (inside[0],)
        before = next((sign.value for sign in said.before(match.start(), TREATY) if sign.value in ("apmbc", "ccm")), None)
        return (before or self._section(),)

    def _section(self) -> str | None:
        return self.treaty or self.about.treaty

    def _as_of(self, give: Give, said: Shape, match: re.Match[str], language: str) -> str | None:
        if give.as_of == "auto":
            return _day_of(said, language) or self.as_of
        if give.as_of == "meeting":
            return _meeting_of(said, match)
        if give.as_of and match.groupdict().get(give.as_of):
            signs = said.between(match.start(give.as_of), match.end(give.as_of))
            return signs[0].value if signs else None
        return None


def _small(text: str) -> str:
    """Return a text in small letters, each at its old place, line ends as blanks."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return small.replace("\n", " ")


def wanted_by(rules: Sequence[Rule], page: str, units: Sequence[Unit]) -> dict[int, list[Rule]]:
    """Return which rules are worth trying on which pieces: those of which a needed word stands in the piece.

    Each word is looked for once in the whole text: that is what makes texts without them cheap.
    """
    starts = [unit.start for unit in units]
    pieces = _Pieces(page=page, starts=starts)
    short = frozenset(number for number, unit in enumerate(units) if unit.heading)
    digits: dict[int, bool] = {}
    found: dict[int, list[Rule]] = {}
    for rule in rules:
        own = pieces.having(rule.needs)
        if not own:
            continue
        if rule.whole:
            own &= short
        for piece in own:
            if piece not in digits:
                digits[piece] = _DIGIT.search(page, units[piece].start, units[piece].end) is not None
            if digits[piece] or rule.label or not rule.dated:
                found.setdefault(piece, []).append(rule)
    return found


@dataclass(slots=True)
class _Pieces:
    """Which pieces of a text have which words, each word looked for once. A rule that takes a date or a number needs a digit as well."""

    page: str
    starts: Sequence[int]
    words: dict[str, frozenset[int]] = field(default_factory=dict)

    def having(self, needs: Sequence[Sequence[str]]) -> frozenset[int]:
        """Return the pieces that have all words of one of the needs."""
        found = _NONE
        for need in needs:
            own = self._with(need[0])
            for other in need[1:] if own else ():
                own &= self._with(other)
            found = found | own if found else own
        return found

    def _with(self, word: str) -> frozenset[int]:
        known = self.words.get(word)
        if known is None:
            places = (bisect_right(self.starts, place) - 1 for place in _places(self.page, word))
            known = self.words[word] = frozenset(places) - {-1} if word in self.page else _NONE
        return known


_NONE: frozenset[int] = frozenset()


def _places(page: str, word: str) -> Iterator[int]:
    place = page.find(word)
    while place >= 0:
        yield place
        place = page.find(word, place + 1)


def _names(language: str) -> tuple[str, ...]:
    return ("en",) if language == "en" else (language, "en")


_PRONOUN = re.compile(
    r"(?:^|[,;] |\band |\bbut |\bwhich |\bthat )(?:it|its|the country|the government|the state|he|she|they|parliament|the parliament)\b"
)
_DIGIT = re.compile(r"\d")
_SUBJECT = 40
"""A country that begins later in a sentence is not its subject."""
_LIST = re.compile(f"{COUNTRY}(?:,| and|,? and| y| et) (?:the )?$")


_GIVEN_TO = re.compile(f",? (?:(?:was|were|is|has been|had been) \\w+ )?(?:to|for|of|by) (?:the )?{COUNTRY}")
"""A country right behind what was granted or submitted is the one that it is about."""
_VENUE = re.compile(f"{MEETING}[^.;{COUNTRY}]{{1,40}}?[,(] ?$|\\bheld in (?:\\w+,? )?\\(?$")


def _is_venue(said: Shape, place: int) -> bool:
    """Tell whether a country is only where a meeting was held: "at the Fourth Review Conference, Oslo, Norway"."""
    return bool(_VENUE.search(said.text, max(0, place - 60), place))


def _listed(said: Shape, place: int) -> bool:
    """Tell whether a country stands at the end of a list of countries: then the sentence is about all of them."""
    return bool(_LIST.search(said.text, max(0, place - 12), place))


def _values(give: Give | Tell, said: Shape, match: re.Match[str]) -> Sequence[str]:
    if isinstance(give, Give) and give.value:
        return (give.value,)
    if match.groupdict().get(give.group) is None:
        return ()
    signs = said.between(match.start(give.group), match.end(give.group))
    found = [sign.value for sign in signs] or [match[give.group]]
    pick = give.pick if isinstance(give, Give) else "all"
    return found if pick == "all" else [max(found)] if pick == "last" else found[:1]


def _typed(kind: str, treaty: str | None) -> str:
    return kind.replace("<treaty>", treaty or "")


def _valued(value: str, treaty: str | None) -> str:
    return "party" if value == "state_party" and (treaty or "").startswith("ccw") else value


def _meeting_of(said: Shape, match: re.Match[str]) -> str | None:
    """Return the meeting that a sentence speaks of: the nearest one named before the end of the match, else the only one behind it."""
    before = next(said.before(match.end(), MEETING), None)
    behind = said.between(match.end(), len(said.text), MEETING)
    return before.value if before else behind[0].value if len(behind) == 1 else None


def _day_of(said: Shape, language: str) -> str | None:
    for pattern in as_of_patterns(language):
        match = pattern.search(said.text)
        if match:
            signs: tuple[Sign, ...] = said.between(match.start("day"), match.end("day"))
            return signs[0].value
    return None


_TREATY_HEADINGS = (
    ("ccm", re.compile(r"^[^:]*\b(?:cluster munitions?|ccm|armes à sous-munitions|municiones en racimo)\b")),
    (
        "apmbc",
        re.compile(
            r"^[^:]*\b(?:mine ban|anti-?personnel (?:land)?mines?|ap mines|apmbc|ottawa (?:convention|treaty)"
            r"|landmines?(?! monitor| and cluster))\b"
        ),
    ),
)
_TOPICS = (
    ("retained", re.compile(r"\bretain|\bretention|article 3\b")),
    ("stockpile", re.compile(r"\bstockpil")),
    ("contamination", re.compile(r"\bcontaminat|^(?:anti-?personnel )?(?:land)?mines?$")),
    ("clearance", re.compile(r"\bclearance|article 5\b|mined areas")),
    ("victims", re.compile(r"\bvictim|casualt")),
    ("treaties", re.compile(r"\bother (?:conventions|treaties)|treaty status")),
)


def _treaty_of(words: str) -> str | None:
    return next((code for code, heading in _TREATY_HEADINGS if heading.search(words)), None)


def _topic_of(words: str) -> str:
    return next((topic for topic, heading in _TOPICS if heading.search(words)), "")
