"""The rules as data: wordings in `data/rules/*.toml`, each with its treaty article and with examples from real pages.

A pattern is a regular expression over a folded sentence (see `shape`): small letters, single blanks, and {country} {date} {year}
{number} {treaty} {meeting} for the folded parts; {date:value} names the part. Other names in braces are words of the language,
given under [words]. What a pattern found becomes the facts and events that the rule lists.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from archiveviewer import assets
from archiveviewer.facts.wording.literals import Clause
from archiveviewer.facts.wording.pattern import Pattern, PatternError, Words
from archiveviewer.facts.wording.rule import Example, Give, Rule, Tell


class RuleError(Exception):
    """A rule file that cannot be used: the message names the rule and what to change."""


_KNOWN = {
    "name", "article", "type", "facts", "events", "say", "needs", "treaty", "topic", "not_topic", "when", "unless", "after", "page",
    "quote", "label", "subject", "sure", "unit", "as_of", "value", "pick", "group", "example", "takes", "beside", "not_beside", "past",
    "behind", "theme", "column", "about", "lead",
}  # fmt: skip


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """Return the rules for texts in a language, without their examples."""
    tables = _tables(language)
    words = _words(tables)
    return tuple(rule for table in tables for rule in _rules(table, words))


@cache
def as_of_patterns(language: str) -> tuple[Pattern, ...]:
    """Return the wordings that say on which day a sentence holds, the surest first; the day is the group `day`."""
    tables = _tables(language)
    words = _words(tables)
    return tuple(Pattern(wording, words) for table in tables for wording in table.get("as_of", {}).get("say", ()))


@cache
def meanings(language: str, table: str) -> Mapping[str, str]:
    """Return a small table of the rule files of a language turned round: word -> what it means, as [numbers] has "0" for "none"."""
    rows = (row for one in _tables(language) for row in one.get(table, {}).items())
    return {word: meant for meant, words in rows for word in words.split("|")}


def _words(tables: Sequence[Mapping[str, Any]]) -> Words:
    return Words({name: said for table in tables for name, said in table.get("words", {}).items()})


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that rules exist for, English first."""
    found = {PurePosixPath(name).name[:2] for name in assets.names("rules/*.toml")}
    return ("en", *sorted(found - {"en"}))


def load(path: Path) -> tuple[Rule, ...]:
    """Return the rules of one file with their examples, which may use the words of its language. Raises RuleError."""
    try:
        table = _table(path.read_text(encoding="utf-8"), path.name)
    except OSError as problem:
        raise RuleError(f"{path.name}: {problem.strerror}") from problem
    language = str(table.get("language", "en"))
    found = tuple(_rules(table, _words([*_tables(language), table])))
    for rule in found:
        _check(rule)
    return found


def _check(rule: Rule) -> None:
    """Compile all patterns of a rule, as nobody has tried them yet, and look at its days. Raises RuleError."""
    for give in rule.gives:
        _, dash, years = give.as_of.partition("-")
        if dash and not years.isdecimal():
            raise RuleError(f"{rule.name}: as_of {give.as_of!r} does not end in a number of years")
    for pattern in rule.all_patterns:
        try:
            pattern.compile()
        except PatternError as problem:
            raise RuleError(f"{rule.name}: {problem}") from problem


@cache
def _tables(language: str) -> tuple[dict[str, Any], ...]:  # TOML as it comes; `_rule` checks it
    """Return our own rule files of a language, without examples."""
    return tuple(_table(_EXAMPLE.sub("", assets.text(name)), name) for name in assets.names(f"rules/{language}*.toml"))


_EXAMPLE = re.compile(r"^\[\[rule\.example\]\]\n(?:(?!\[).*\n)*", re.MULTILINE)
"""An example in a rule file. Together they take a third of the time that reading the files takes, and say nothing of other texts."""


def _table(source: str, name: str) -> dict[str, Any]:  # TOML as it comes; `_rule` checks it
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as problem:
        raise RuleError(f"{name}: {problem}") from problem


def _rules(table: Mapping[str, Any], words: Words) -> Iterator[Rule]:
    language = str(table.get("language", "en"))
    for row in table.get("rule", []):
        yield _rule(row, language=language, words=words)


def _rule(row: Mapping[str, Any], *, language: str, words: Words) -> Rule:
    name = str(row.get("name", "a rule without a name"))
    unknown = set(row) - _KNOWN
    if unknown or not (row.get("say") or row.get("column") or row.get("lead")):
        raise RuleError(f"{name}: " + (f"unknown key {sorted(unknown)[0]}" if unknown else "it says nothing; give it `say`"))
    when, takes, beside = _optional(row, "when", words), _several(row, "takes", words), _several(row, "beside", words)
    needed = (tuple(max(re.split(r"[\s+]", str(words)), key=len) for words in row["needs"]),) if row.get("needs") else ()
    more = (*needed, *(clause for pattern in (when, *beside) if pattern for clause in pattern.needs()), *_common(takes))
    return Rule(
        name=name,
        language=language,
        article=str(row.get("article", "")),
        patterns=tuple(Pattern(wording, words, more=more) for wording in row.get("say", ())),
        gives=tuple(_gives(row)),
        tells=tuple(_tells(row)),
        treaty=tuple(row.get("treaty", ())),
        topic=tuple(row.get("topic", ())),
        not_topic=tuple(row.get("not_topic", ())),
        when=when,
        unless=_optional(row, "unless", words),
        after=_optional(row, "after", words),
        page=_optional(row, "page", words),
        quote=str(row.get("quote", "sentence")),
        label=bool(row.get("label", False)),
        subject=str(row.get("subject", "page")),
        hedge=Pattern("{hedge}", words) if row.get("sure") else None,
        takes=takes,
        beside=beside,
        not_beside=_several(row, "not_beside", words),
        past=_optional(row, "past", words),
        behind=bool(row.get("behind", False)),
        theme=frozenset(row.get("theme", ())),
        loose=bool(takes or beside),
        column=_optional(row, "column", words),
        about=_optional(row, "about", words),
        lead=_optional(row, "lead", words),
        examples=tuple(_examples(row)),
    )


def _optional(row: Mapping[str, Any], key: str, words: Words) -> Pattern | None:
    return Pattern(str(row[key]), words) if key in row else None


def _several(row: Mapping[str, Any], key: str, words: Words) -> tuple[Pattern, ...]:
    said = row.get(key, ())
    return tuple(Pattern(str(one), words) for one in ([said] if isinstance(said, str) else said))


def _common(patterns: Sequence[Pattern]) -> Sequence[Clause]:
    """Return the clauses that any of some patterns cannot match without."""
    return [clause for clause in patterns[0].needs() if all(clause in pattern.needs() for pattern in patterns)] if patterns else []


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
