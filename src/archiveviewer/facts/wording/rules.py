"""The rules as data: wordings in `data/rules/*.toml`, each with its treaty article and with examples from real pages.

A pattern is a regular expression over a folded sentence (see `shape`): small letters, single blanks, and {country} {date} {year}
{number} {treaty} {meeting} for the folded parts; {date:value} names the part. Other names in braces are words of the language,
given under [words]. What a pattern found becomes the facts and events that the rule lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path, PurePosixPath

from archiveviewer import assets
from archiveviewer.facts.wording.literals import Clause
from archiveviewer.facts.wording.pattern import Pattern, PatternError, Words
from archiveviewer.facts.wording.rule import Example, Give, Rule, Tell
from archiveviewer.facts.wording.rule_file import FactRow, RuleError, RuleFile, RuleRow, rule_file


@cache
def rules(language: str) -> tuple[Rule, ...]:
    """Return the rules for texts in a language, without their examples."""
    files = _files(language)
    words = _words(files)
    return tuple(rule for file in files for rule in _rules(file, words))


@cache
def as_of_patterns(language: str) -> tuple[Pattern, ...]:
    """Return the wordings that say on which day a sentence holds, the surest first; the day is the group `day`."""
    files = _files(language)
    words = _words(files)
    return tuple(Pattern(wording, words) for file in files if file.as_of for wording in file.as_of.say)


@cache
def numbers(language: str) -> Mapping[str, str]:
    """Return the numbers that a language writes as words: word -> digits, as "none" -> "0"."""
    return _meanings(file.numbers for file in _files(language))


@cache
def days_of_report(language: str) -> Mapping[str, str]:
    """Return the words for when a report was written: words -> "day" or "year", as "this year" -> "year"."""
    return _meanings(file.report for file in _files(language))


def _meanings(tables: Iterable[Mapping[str, str]]) -> Mapping[str, str]:
    return {word: meant for table in tables for meant, words in table.items() for word in words.split("|")}


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that rules exist for, English first."""
    found = {PurePosixPath(name).name[:2] for name in assets.names("rules/*.toml")}
    return ("en", *sorted(found - {"en"}))


def load(path: Path) -> tuple[Rule, ...]:
    """Return the rules of one file with their examples, which may use the words of its language. Raises RuleError."""
    try:
        file = rule_file(path.read_text(encoding="utf-8"), path.name)
    except OSError as problem:
        raise RuleError(f"{path.name}: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise RuleError(f"{path.name}: it is not written in UTF-8") from problem
    found = tuple(_rules(file, _words([*_files(file.language), file])))
    for rule in found:
        _check(rule)
    return found


def _check(rule: Rule) -> None:
    """Compile all patterns of a rule, as nobody has tried them yet, and look at what it gives. Raises RuleError."""
    try:
        parts = {part for pattern in rule.all_patterns for part in pattern.compile().groupindex}
    except PatternError as problem:
        raise RuleError(f"{rule.name}: {problem}") from problem
    for give in rule.gives:
        _, dash, years = give.as_of.partition("-")
        if dash and not years.isdecimal():
            raise RuleError(f"{rule.name}: as_of {give.as_of!r} does not end in a number of years")
        if rule.patterns and not give.value and give.group not in parts:
            raise RuleError(f"{rule.name}: no part of its wordings is named {give.group}, as in {{number:{give.group}}}")


@cache
def _files(language: str) -> tuple[RuleFile, ...]:
    """Return our own rule files of a language, without examples."""
    return tuple(rule_file(_EXAMPLE.sub("", assets.text(name)), name) for name in assets.names(f"rules/{language}*.toml"))


_EXAMPLE = re.compile(r"^\[\[rule\.example\]\]\n(?:(?!\[).*\n)*", re.MULTILINE)
"""An example in a rule file. Together they take a third of the time that reading the files takes, and say nothing of other texts."""


def _words(files: Sequence[RuleFile]) -> Words:
    return Words({name: said for file in files for name, said in file.words.items()})


def _rules(file: RuleFile, words: Words) -> Iterator[Rule]:
    for row in file.rule:
        yield _rule(row, language=file.language, words=words)


def _rule(row: RuleRow, *, language: str, words: Words) -> Rule:
    if not (row.say or row.column or row.lead):
        raise RuleError(f"{row.name}: it says nothing; give it `say`")
    when, takes, beside = _optional(row.when, words), _several(row.takes, words), _several(row.beside, words)
    needed = (tuple(max(re.split(r"[\s+]", plain), key=len) for plain in row.needs),) if row.needs else ()
    more = (*needed, *(clause for pattern in (when, *beside) if pattern for clause in pattern.needs()), *_common(takes))
    return Rule(
        name=row.name,
        language=language,
        article=row.article,
        patterns=tuple(Pattern(wording, words, more=more) for wording in row.say),
        gives=tuple(_gives(row)),
        tells=tuple(Tell(kind=event.kind, group=event.group, text=event.text) for event in row.events),
        treaty=row.treaty,
        topic=row.topic,
        not_topic=row.not_topic,
        when=when,
        unless=_optional(row.unless, words),
        after=_optional(row.after, words),
        page=_optional(row.page, words),
        quote=row.quote,
        label=row.label,
        subject=row.subject,
        hedge=Pattern("{hedge}", words) if row.sure else None,
        takes=takes,
        beside=beside,
        not_beside=_several(row.not_beside, words),
        past=_optional(row.past, words),
        behind=row.behind,
        theme=frozenset(row.theme),
        loose=bool(takes or beside),
        column=_optional(row.column, words),
        about=_optional(row.about, words),
        lead=_optional(row.lead, words),
        examples=tuple(_examples(row)),
    )


def _optional(said: str | None, words: Words) -> Pattern | None:
    return None if said is None else Pattern(said, words)


def _several(said: str | tuple[str, ...], words: Words) -> tuple[Pattern, ...]:
    return tuple(Pattern(one, words) for one in ((said,) if isinstance(said, str) else said))


def _common(patterns: Sequence[Pattern]) -> Sequence[Clause]:
    """Return the clauses that any of some patterns cannot match without."""
    return [clause for clause in patterns[0].needs() if all(clause in pattern.needs() for pattern in patterns)] if patterns else []


def _gives(row: RuleRow) -> Iterator[Give]:
    """Yield the facts that a rule gives; one that is not under `facts` is given by the rule itself."""
    rows = row.facts or ((FactRow(type=row.type, group=row.group, value=row.value),) if row.type else ())
    for give in rows:
        yield Give(
            type=give.type,
            group=give.group,
            value=give.value,
            unit=give.unit or row.unit,
            as_of=row.as_of if give.as_of is None else give.as_of,
            pick=give.pick or row.pick,
        )


def _examples(row: RuleRow) -> Iterator[Example]:
    for example in row.example:
        yield Example(text=example.text, gives=tuple(example.gives.items()), country=example.country, treaty=example.treaty)
