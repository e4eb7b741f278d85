"""Tries the examples of a rule file: what `archiveviewer rules check FILE` runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from archiveviewer.facts import derived
from archiveviewer.facts.about import About
from archiveviewer.facts.matching import Found, Reading
from archiveviewer.facts.rules import Example, Rule, load, rules
from archiveviewer.facts.triggers import Triggers, triggers
from archiveviewer.facts.view import view


def gives(example: Example, language: str, more: Sequence[Rule] = ()) -> list[tuple[str, str]]:
    """Return the facts that an example gives, as type and value, with all rules of its language and some more."""
    languages = tuple(dict.fromkeys(("en", language)))
    subject = About(country=example.country, treaty=example.treaty, languages=languages)
    clean = view(example.text)
    used = {known: Triggers((*rules(known), *more)) if more and known == language else triggers(known) for known in languages}
    found = Reading(view=clean, about=subject, triggers=used).read()
    return [(one.type, one.value) for one in _facts(tuple(found), subject)]


def _facts(found: tuple[Found, ...], subject: About) -> Iterator[Found]:
    return (one for one in derived.complete(found, subject) if one.type)


def check(path: Path) -> tuple[str, ...]:
    """Return what is wrong with a rule file, nothing when every example gives what it says. Raises RuleError when it cannot be read."""
    return tuple(_wrong(load(path)))


def _wrong(loaded: Sequence[Rule]) -> Iterator[str]:
    for rule in loaded:
        for example in rule.examples:
            found = gives(example, rule.language, loaded)
            missing = [wanted for wanted in example.gives if wanted not in found]
            said = ", ".join(f"{kind} = {value}" for kind, value in found) or "nothing"
            if missing or (found and not example.gives):
                wanted = ", ".join(f"{kind} = {value}" for kind, value in missing) or "nothing"
                yield f"{rule.name}: expected {wanted} from {example.text!r}, found {said}"
