"""The rules as data: wordings in `data/rules/*.toml`, each with its treaty article and with examples from real pages.

A pattern is a regular expression over a folded sentence (see `shape`): small letters, single blanks, and {country} {date} {year}
{number} {treaty} {meeting} for the folded parts; {date:value} names the part. Other names in braces are words of the language,
given under [words]. What a pattern found becomes the facts and events that the rule lists.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from archiveviewer import assets
from archiveviewer.facts.shape import COUNTRY, DATE, MEETING, NUMBER, TREATY, YEAR


class RuleError(Exception):
    """A rule file that cannot be used: the message names the rule and what to change."""


@dataclass(frozen=True, slots=True)
class Give:
    """A fact that a rule gives. `value` is a fixed value, or empty to take the group `group`.

    `as_of` is a group, "auto" (the day that the sentence speaks of), "meeting" (the one that it names)
    or empty. `pick` is all, last or first of several values.
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

    `needs`: one of these must be in the sentence; "a+b" needs both. `treaty`: the treaty that the sentence is about must be one of these.
    `topic`, `not_topic`: the section must be, or must not be, about this. `unless`: the sentence must not have this.
    `page`: the page must have this somewhere.
    `dated`: it cannot match without a digit. `whole`: it must match a whole line.
    `quote` is sentence, match, or heading (from the heading that names the treaty to the end of the sentence). `label`: the words are
    a label whose value may stand on the next line. `subject`: "sentence" when the sentence itself must name the
    country, or say "it"; else the country of the page is meant.
    """

    name: str
    language: str
    article: str
    patterns: tuple[re.Pattern[str], ...]
    needs: tuple[tuple[str, ...], ...]
    gives: tuple[Give, ...]
    tells: tuple[Tell, ...]
    treaty: tuple[str, ...]
    topic: tuple[str, ...]
    not_topic: tuple[str, ...]
    when: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    page: re.Pattern[str] | None
    quote: str
    label: bool
    dated: bool
    whole: bool
    subject: str
    examples: tuple[Example, ...]


_SIGNS = {
    "country": COUNTRY,
    "date": f"[{DATE}{YEAR}]",
    "day": DATE,
    "year": YEAR,
    "number": f"[{NUMBER}{YEAR}]",
    "treaty": TREATY,
    "meeting": MEETING,
}
_DEEPEST = 8
_BRACES = re.compile(r"\{([a-z][a-z0-9_]*)(?::([a-z_]+))?\}")
_KNOWN = {
    "name", "article", "type", "facts", "events", "say", "needs", "treaty", "topic", "not_topic", "when", "unless", "page", "quote",
    "label", "subject", "unit", "as_of", "value", "pick", "group", "example",
}  # fmt: skip


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """Return the rules for texts in a language."""
    tables = _tables(language)
    words = {name: said for table in tables for name, said in table.get("words", {}).items()}
    return tuple(rule for table in tables for rule in _rules(table, words))


@cache
def as_of_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the wordings that say on which day a sentence holds, the surest first; the day is the group `day`."""
    tables = _tables(language)
    words = {name: said for table in tables for name, said in table.get("words", {}).items()}
    said = [wording for table in tables for wording in table.get("as_of", {}).get("say", ())]
    return tuple(compiled(wording, words, "as_of") for wording in said)


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that rules exist for, English first."""
    found = {PurePosixPath(name).name[:2] for name in assets.names("rules/*.toml")}
    return ("en", *sorted(found - {"en"}))


def load(path: Path) -> tuple[Rule, ...]:
    """Return the rules of one file, which may use the words of its language. Raises RuleError."""
    try:
        table = _table(path.read_text(encoding="utf-8"), path.name)
    except OSError as problem:
        raise RuleError(f"{path.name}: {problem.strerror}") from problem
    language = str(table.get("language", "en"))
    words: dict[str, str] = {}
    for known in _tables(language):
        words.update(known.get("words", {}))
    words.update(table.get("words", {}))
    return tuple(_rules(table, words))


def _tables(language: str) -> list[dict[str, Any]]:  # TOML as it comes; `_rule` checks it
    """Return our own rule files of a language."""
    return [_table(assets.text(name), name) for name in assets.names(f"rules/{language}*.toml")]


def _table(source: str, name: str) -> dict[str, Any]:  # TOML as it comes; `_rule` checks it
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as problem:
        raise RuleError(f"{name}: {problem}") from problem


def _rules(table: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[Rule]:
    language = str(table.get("language", "en"))
    for row in table.get("rule", []):
        yield _rule(row, language=language, words=words)


def _rule(row: Mapping[str, Any], *, language: str, words: Mapping[str, str]) -> Rule:
    name = str(row.get("name", "a rule without a name"))
    unknown = set(row) - _KNOWN
    if unknown or not row.get("say"):
        raise RuleError(f"{name}: " + (f"unknown key {sorted(unknown)[0]}" if unknown else "it says nothing; give it `say`"))
    said = tuple(compiled(wording, words, name) for wording in row["say"])
    return Rule(
        name=name,
        language=language,
        article=str(row.get("article", "")),
        patterns=said,
        needs=tuple(tuple(need.split("+")) for need in row.get("needs", ())),
        gives=tuple(_gives(row)),
        tells=tuple(_tells(row)),
        treaty=tuple(row.get("treaty", ())),
        topic=tuple(row.get("topic", ())),
        not_topic=tuple(row.get("not_topic", ())),
        when=_optional(row, "when", words),
        unless=_optional(row, "unless", words),
        page=_optional(row, "page", words),
        quote=str(row.get("quote", "sentence")),
        label=bool(row.get("label", False)),
        dated=all(_needs_digit(pattern.pattern, row) for pattern in said),
        whole=all(pattern.pattern.startswith("^") and pattern.pattern.endswith("$") for pattern in said),
        subject=str(row.get("subject", "page")),
        examples=tuple(_examples(row)),
    )


def _needs_digit(pattern: str, row: Mapping[str, Any]) -> bool:
    """Tell whether a pattern takes a date or a number, so that a sentence without a digit cannot match it."""
    groups = {give.group for give in _gives(row) if not give.value} | {tell.group for tell in _tells(row)}
    signs = (f"[{DATE}{YEAR}]", f"[{NUMBER}{YEAR}]", DATE, YEAR)
    return any(f"(?P<{group}>{sign}" in pattern for group in groups for sign in signs)


def _optional(row: Mapping[str, Any], key: str, words: Mapping[str, str]) -> re.Pattern[str] | None:
    return compiled(str(row[key]), words, str(row.get("name"))) if key in row else None


def _gives(row: Mapping[str, Any]) -> Iterator[Give]:
    rows = row.get("facts", [row] if "type" in row else [])
    for give in rows:
        yield Give(
            type=str(give["type"]),
            group=str(give.get("group", "value")),
            value=str(give.get("value", "")),
            unit=give.get("unit", row.get("unit")),
            as_of=str(give.get("as_of", row.get("as_of", ""))),
            pick=str(give.get("pick", row.get("pick", "all"))),
        )


def _tells(row: Mapping[str, Any]) -> Iterator[Tell]:
    for event in row.get("events", []):
        yield Tell(kind=str(event["kind"]), group=str(event.get("group", "value")), text=str(event.get("text", "")))


def _examples(row: Mapping[str, Any]) -> Iterator[Example]:
    for example in row.get("example", []):
        yield Example(
            text=str(example["text"]),
            gives=tuple((str(kind), str(value)) for kind, value in example.get("gives", {}).items()),
            country=str(example.get("country", "KHM")),
            treaty=str(example.get("treaty", "apmbc")),
        )


def compiled(said: str, words: Mapping[str, str], name: str) -> re.Pattern[str]:
    """Return a pattern with its braces filled in. Raises RuleError."""
    try:
        return re.compile(_filled(said, words, depth=0))
    except (re.error, KeyError, RecursionError) as problem:
        raise RuleError(f"{name}: {said!r} cannot be read: {problem}") from problem


def _filled(said: str, words: Mapping[str, str], depth: int) -> str:
    if depth > _DEEPEST:
        raise RecursionError("words that name each other")

    def fill(brace: re.Match[str]) -> str:
        inner = _SIGNS[brace[1]] if brace[1] in _SIGNS else _filled(words[brace[1]], words, depth + 1)
        return f"(?P<{brace[2]}>{inner})" if brace[2] else inner if brace[1] in _SIGNS else f"(?:{inner})"

    # A folded part is no letter, so \b means nothing beside it: what is meant is that no letter follows or comes before.
    return _BRACES.sub(fill, said.replace("}\\b", "}(?!\\w)").replace("\\b{", "(?<!\\w){"))
