"""Runs the rules over the pieces of one text: which country, which treaty and which day a sentence speaks of, and what it gives."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from archiveviewer.facts.about import About
from archiveviewer.facts.pattern import Pattern
from archiveviewer.facts.rules import Give, Rule, Tell, as_of_patterns
from archiveviewer.facts.shape import COUNTRY, DATE, GENERIC, MEETING, TREATY, YEAR, Shape, Sign, shape
from archiveviewer.facts.triggers import Triggers, marked
from archiveviewer.facts.units import HEADING, LONGEST, Block, Unit, blocks, is_heading, pieces, without_bullet
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
    """The state of reading one text from top to bottom: the section that it is in, and the day that was named last.

    Only blocks that call a wording up, or may be headings, are cut into pieces; the others are passed over whole.
    """

    view: View
    about: About
    triggers: Mapping[str, Triggers]
    treaty: str | None = None
    topic: str = ""
    as_of: str | None = None
    heading: int | None = None
    passed: list[Unit | Block] = field(default_factory=list)
    page: str = ""
    naming: Sequence[int] = ()
    pages_having: dict[Pattern, bool] = field(default_factory=dict)

    def read(self) -> Iterator[Found]:
        """Yield what the rules find in the text, in order."""
        text, self.page = self.view.text, _small(self.view.text)
        parts = blocks(text)
        if self.about.country is None:
            self.naming = [mention.span[0] for mention in names.mentions(text, self._all_names())]
        for index, block in enumerate(parts):
            start, end, _ = block
            if end - start <= _CELL and not _LETTER.search(text, start, end):
                continue
            behind = parts[index + 1] if index + 1 < len(parts) else None
            called = self._called(start, end, behind) if self._may_have_country(block) else {}
            if called or is_heading(text, start, end):
                units = pieces(text, block)
                for unit, following in zip(units, [*units[1:], behind], strict=True):
                    yield from self._piece(unit, following, called, fitted=len(units) == 1 and not unit.heading)
                    self.passed.append(unit)
            else:
                self.passed.append(block)

    def _all_names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(("en", *self.triggers)))

    def _may_have_country(self, block: Block) -> bool:
        """Tell whether a block may speak of a country: where the text is about none, it has to name one."""
        if self.about.country:
            return True
        place = bisect_left(self.naming, block.start)
        return place < len(self.naming) and self.naming[place] < block.end

    def _called(self, start: int, end: int, behind: Block | None) -> dict[str, list[int]]:
        """Return for each language the wordings that a block may match, where there are some."""
        found: dict[str, list[int]] = {}
        words = marked(self.page[start : behind.end if behind and end - start <= HEADING else end])
        for language, known in self.triggers.items():
            wanted = known.fitting(words, known.called(words))
            if wanted:
                found[language] = wanted
        return found

    def _piece(self, unit: Unit, following: Unit | Block | None, called: Mapping[str, Sequence[int]], *, fitted: bool) -> Iterator[Found]:
        """Read a piece. `fitted` says that the wordings are known to fit it, as it is all of its block."""
        start = without_bullet(self.view.text, unit)
        words = self.page[start : unit.end]
        if unit.heading:
            self._enter(start, unit, words)
        for language, numbers in called.items():
            fitting = numbers if fitted else self.triggers[language].fitting(marked(words), numbers)
            wanted = self._wanted(words, fitting, language, line=unit.heading)
            found = tuple(self._unit(wanted, start, unit.end, language)) if wanted else ()
            yield from found
            if unit.heading and not found:
                yield from self._labelled(start, following, numbers, language)

    def _wanted(self, words: str, numbers: Sequence[int], language: str, *, line: bool) -> list[tuple[Rule, Pattern]]:
        """Return the wordings that a piece may match, of those that fit its words."""
        wanted = [self.triggers[language].wordings[number] for number in numbers]
        return [one for one in wanted if (line or not one[1].line) and one[1].may_start(words) and self._is_place_for(one[0])]

    def _is_place_for(self, rule: Rule) -> bool:
        """Tell whether a rule counts in this section of this text."""
        if (rule.topic and self.topic not in rule.topic) or self.topic in rule.not_topic:
            return False
        if rule.after:
            before = next(self._before(), None)
            if before is None or not rule.after.search(self.page[before.start : before.end]):
                return False
        return rule.page is None or self._page_has(rule.page)

    def _page_has(self, pattern: Pattern) -> bool:
        known = self.pages_having.get(pattern)
        if known is None:
            known = self.pages_having[pattern] = pattern.search(self.page) is not None
        return known

    def _unit(self, wanted: Sequence[tuple[Rule, Pattern]], start: int, end: int, language: str) -> Iterator[Found]:
        said = shape(self.view.text, start, end, _names(language))
        for _, group in groupby(wanted, key=lambda one: one[0].name):
            tried = tuple(group)
            yield from self._rule(tried[0][0], [pattern for _, pattern in tried], said, language)

    def _labelled(self, start: int, following: Unit | Block | None, numbers: Sequence[int], language: str) -> Iterator[Found]:
        """Read a label together with its value on the line behind it."""
        labels = [number for number in numbers if self.triggers[language].wordings[number][0].label]
        if not labels or following is None:
            return
        end = pieces(self.view.text, following)[0].end
        words = self.page[start:end] if end - start <= LONGEST else ""
        wanted = self._wanted(words, self.triggers[language].fitting(marked(words), labels), language, line=True)
        if wanted:
            yield from self._unit(wanted, start, end, language)

    def _before(self) -> Iterator[Unit]:
        """Yield the last pieces before this one, the nearest first."""
        left = _BACK
        for part in reversed(self.passed[-_BACK:]):
            for unit in reversed(pieces(self.view.text, part)):
                if left:
                    yield unit
                left -= 1

    def _enter(self, start: int, unit: Unit, words: str) -> None:
        """Take a heading: it may name the treaty, the topic or the day of what follows."""
        name, _, value = words.partition(":")
        treaty = _treaty_of(name)
        if treaty:
            self.treaty, self.heading = treaty, start
        if not value.strip():
            goes_on = unit.paragraph == 0 or (start > unit.start and not self.view.text[unit.start].isdigit())
            self.topic = _topic_of(words) or (self.topic if goes_on else "")
            days = dates.find(self.view.text[start : unit.end]) if _AT.search(words) else ()
            self.as_of = days[-1].value if days else None

    def _rule(self, rule: Rule, patterns: Sequence[Pattern], said: Shape, language: str) -> Iterator[Found]:
        matches = [match for pattern in patterns for match in pattern.finditer(said.text)]
        if not matches or (rule.unless and rule.unless.search(said.text)) or (rule.when and not rule.when.search(said.text)):
            return
        for match in matches:
            if not (rule.hedge and rule.hedge.search(_clause(said, match))):
                yield from self._match(rule, said, match, language)

    def _match(self, rule: Rule, said: Shape, match: re.Match[str], language: str) -> Iterator[Found]:
        country = self._country(rule, said, match)
        if country is None or (self.about.country and country != self.about.country):
            return
        start, end = self._evidence(rule, said, match)
        for treaty in self._treaties(said, match):
            if rule.treaty and (treaty or "") not in rule.treaty:
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
        for unit in self._before():
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
        for unit in self._before():
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
        known = before or self._section()
        return (known or ("apmbc" if _ARTICLE_5.search(said.text) else None),)

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


_CELL = 12
_LETTER = re.compile(r"[^\W\d_]")
"""A short block without a letter is a cell of a table or the number of a page: no heading, and no sentence."""
_BACK = 6
"""As many pieces before a sentence tell what "it" means."""
_AT = re.compile(r"\b(?:as of|as at|in)\b.*\d")


def _names(language: str) -> tuple[str, ...]:
    return ("en",) if language == "en" else (language, "en")


_PRONOUN = re.compile(
    r"(?:^|[,;] |\band |\bbut |\bwhich |\bthat )(?:it|its|the country|the government|the state|he|she|they|parliament|the parliament)\b"
)
_SUBJECT = 40
"""A country that begins later in a sentence is not its subject."""
_LIST = re.compile(f"{COUNTRY}(?:,| and|,? and| y| et) (?:the )?$")


_ARTICLE_5 = re.compile(r"\barticle 5 (?:\w+ )?(?:deadline|obligation|extension|clearance|request|implementation)")
"""What only the Anti-Personnel Mine Ban Convention asks for."""
_GIVEN_TO = re.compile(f",? (?:(?:was|were|is|has been|had been) \\w+ )?(?:to|for|of|by) (?:the )?{COUNTRY}")
"""A country right behind what was granted or submitted is the one that it is about."""
_VENUE = re.compile(f"{MEETING}[^.;{COUNTRY}]{{1,40}}?[,(] ?$|\\bheld in (?:\\w+,? )?\\(?$")


_CLAUSE = re.compile(r"[;:]|\.(?= )|,? (?:and|but|although|though|while|whereas)(?= )|, (?:which|who|with|after|when|since|as|having)(?= )")


def _clause(said: Shape, match: re.Match[str]) -> str:
    """Return the words from the beginning of the clause of a match to the end of the match: what follows is said of something else."""
    starts = [border.end() for border in _CLAUSE.finditer(said.text, 0, match.start() + 1) if border.end() <= match.start() + 1]
    return said.text[starts[-1] if starts else 0 : match.end()]


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
    ("ccm", re.compile(r"\b(?:cluster munitions?|ccm|armes à sous-munitions|municiones en racimo)\b")),
    (
        "apmbc",
        re.compile(
            r"\b(?:mine ban|anti-?personnel (?:land)?mines?|ap mines|apmbc|ottawa (?:convention|treaty)"
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
