"""What may stand in a file of rules, read as TOML and looked through: a key that is not known, or holds another thing, is an error.

The keys are explained in the README beside the rules.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any, Literal

import msgspec


class RuleError(Exception):
    """A rule file that cannot be used: the message names the file or the rule, and what to change."""


class FactRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fact that a rule gives; what is left out is as in the rule."""

    type: str
    group: str = "value"
    value: str = ""
    unit: str | None = None
    as_of: str | None = None
    pick: Literal["all", "last", "first"] | None = None


class EventRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event that a rule tells."""

    kind: str
    group: str = "value"
    text: str = ""


class ExampleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence from a real page, and what it must give: type -> value."""

    text: str
    gives: dict[str, str] = {}
    country: str = "KHM"
    treaty: str = "apmbc"


class RuleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rule as it is written."""

    name: str
    article: str = ""
    say: tuple[str, ...] = ()
    column: str | None = None
    lead: str | None = None
    about: str | None = None

    type: str | None = None
    group: str = "value"
    value: str = ""
    unit: str | None = None
    as_of: str = ""
    pick: Literal["all", "last", "first"] = "all"
    facts: tuple[FactRow, ...] = ()
    events: tuple[EventRow, ...] = ()

    needs: tuple[str, ...] = ()
    treaty: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    not_topic: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    when: str | None = None
    unless: str | None = None
    after: str | None = None
    page: str | None = None
    sure: bool = False
    label: bool = False
    quote: Literal["sentence", "match", "heading"] = "sentence"
    subject: Literal["page", "sentence"] = "page"

    takes: str | tuple[str, ...] = ()
    beside: str | tuple[str, ...] = ()
    not_beside: str | tuple[str, ...] = ()
    past: str | None = None
    behind: bool = False

    example: tuple[ExampleRow, ...] = ()


class AsOfTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The wordings that say on which day a sentence holds."""

    say: tuple[str, ...]


class RuleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of rules: those of one subject, or the words of a language."""

    language: str = "en"
    words: dict[str, str] = {}
    numbers: dict[str, str] = {}
    report: dict[str, str] = {}
    as_of: AsOfTable | None = None
    rule: tuple[RuleRow, ...] = ()


def rule_file(source: str, name: str) -> RuleFile:
    """Return what the text of a file says; `name` is that of the file, for what is wrong. Raises RuleError."""
    try:
        table = tomllib.loads(source)
        return msgspec.convert(table, RuleFile)
    except tomllib.TOMLDecodeError as problem:
        raise RuleError(f"{name}: {problem}") from problem
    except msgspec.ValidationError as problem:
        raise RuleError(_wrong_rule(table) or f"{name}: {_plain(problem)}") from problem


def _wrong_rule(table: Mapping[str, Any]) -> str:
    """Return what is wrong with the first rule that is, by its name; "" where no rule is."""
    rows = table.get("rule")
    for row in rows if isinstance(rows, list) else ():
        try:
            msgspec.convert(row, RuleRow)
        except msgspec.ValidationError as problem:
            return f"{row.get('name', 'a rule without a name')}: {_plain(problem)}"
    return ""


_PLACED = re.compile(r"(?P<what>.*?)(?: - at `(?:key in )?\$\.?(?P<place>.*)`)?", re.DOTALL)
_WORDS = {
    "Object contains unknown field": "unknown key",
    "Object missing required field": "missing key",
    "Expected": "expected",
    "`array`": "a list",
    "`str`": "text",
}


def _plain(problem: msgspec.ValidationError) -> str:
    """Return in the words of a rule file what does not fit: the place first."""
    said = _PLACED.fullmatch(str(problem))
    assert said, "every part of the pattern may be missing"
    what = said["what"]
    for word, plain in _WORDS.items():
        what = what.replace(word, plain)
    return f"{said['place']}: {what}" if said["place"] else what
