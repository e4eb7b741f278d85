"""Tries the examples of a rule file: what `archiveviewer rules check FILE` runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archiveviewer.facts.chains.vocabulary import fact_types
from archiveviewer.facts.reading import derived
from archiveviewer.facts.reading.about import About
from archiveviewer.facts.reading.matching import Found
from archiveviewer.facts.reading.reading import Reading
from archiveviewer.facts.wording.rule import Example, Rule
from archiveviewer.facts.wording.rule_file import RuleError
from archiveviewer.facts.wording.rules import load
from archiveviewer.facts.wording.triggers import triggers
from archiveviewer.facts.wording.view import view


@dataclass(frozen=True, slots=True)
class Tried:
    """How a rule did on its examples: how many it has, and in words what is wrong."""

    rule: str
    examples: int
    wrong: tuple[str, ...]


def gives(example: Example, language: str, more: tuple[Rule, ...] = ()) -> list[tuple[str, str]]:
    """Return the facts that an example gives, as type and value, with all rules of its language and some more."""
    subject = About(country=example.country, treaty=example.treaty, languages=tuple(dict.fromkeys(("en", language))))
    clean = view(example.text)
    found = Reading(view=clean, about=subject, triggers=triggers(more)).read()
    return [(one.type, one.value) for one in _facts(tuple(found), subject, clean.text)]


def _facts(found: tuple[Found, ...], subject: About, text: str) -> Iterator[Found]:
    return (one for one in derived.complete(found, subject, text) if one.type)


def _is_known(kind: str) -> bool:
    """Whether facts of a type are shown; `<treaty>` stands for the treaty that the sentence is about."""
    return any(kind in (known.name, f"<treaty>{known.name[known.name.find('.') :]}") for known in fact_types())


def check(path: Path) -> tuple[str, ...]:
    """Return what is wrong with a rule file, nothing when every example gives what it says. Raises RuleError when it cannot be read."""
    return tuple(f"{one.rule}: {wrong}" for one in tried(path) for wrong in one.wrong)


def tried(path: Path) -> tuple[Tried, ...]:
    """Return how each rule of a file does on its examples, in their order. Raises RuleError when the file cannot be read."""
    loaded = load(path)
    if not loaded:
        raise RuleError(f"{path.name}: there is no rule in it; each begins with a line [[rule]]")
    return tuple(Tried(rule=rule.name, examples=len(rule.examples), wrong=tuple(_wrong(rule, loaded))) for rule in loaded)


def given(path: Path, words: str, country: str) -> tuple[tuple[str, str], ...]:
    """Return what some words on a page about a country give with the rules of a file. Raises RuleError when the file cannot be read."""
    loaded = load(path)
    language = loaded[0].language if loaded else "en"
    return tuple(gives(Example(text=words, gives=(), country=country, treaty="apmbc"), language, loaded))


def _wrong(rule: Rule, loaded: tuple[Rule, ...]) -> Iterator[str]:
    for give in rule.gives:
        if not _is_known(give.type):
            yield f"{give.type} is not in the vocabulary of facts"
    for example in rule.examples:
        found = gives(example, rule.language, loaded)
        missing = [wanted for wanted in example.gives if wanted not in found]
        said = ", ".join(f"{kind} = {value}" for kind, value in found) or "nothing"
        if missing or (found and not example.gives):
            wanted = ", ".join(f"{kind} = {value}" for kind, value in missing) or "nothing"
            yield f"expected {wanted} from {example.text!r} on a page about {example.country}, found {said}"
