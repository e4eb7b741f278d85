"""Words of the trade that mean the same, in several languages: `data/synonyms.toml`, read as a question needs it.

Only plain words take part: what stands in quotes, ends in a star, is one of several joined by OR or is excluded means itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from archiveviewer import assets
from archiveviewer.query.nodes import Node, Word
from archiveviewer.text.terms import query_terms

Key = tuple[str, ...]
"""The stems of an expression in its language."""

_LONGEST = 6
"""Words of the question that are taken for one expression."""


@dataclass(frozen=True, slots=True)
class Term:
    """An expression in a language."""

    words: str
    language: str

    @property
    def key(self) -> Key:
        """Its stems, in order."""
        return _key(self.words, self.language)


@dataclass(frozen=True, slots=True)
class Group:
    """Expressions that mean the same; `name` is how it is called."""

    name: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """Some words of a question, from one place up to another, and what means the same."""

    start: int
    end: int
    words: str
    groups: tuple[Group, ...]


@cache
def groups() -> tuple[Group, ...]:
    """Return all groups, in the order of the file."""
    with assets.data("synonyms.toml").open("rb") as source:
        rows = tomllib.load(source)["group"]
    return tuple(
        Group(row["name"], tuple(Term(words, language) for language, said in row.items() if language != "name" for words in said))
        for row in rows
    )


def meant(nodes: Sequence[Node], *, typing: bool = False) -> Iterator[Meant]:
    """Give the expressions of the trade among words that must all stand, from left to right, the longest first.

    With `typing` the last word may be the beginning of another, and still means what it is.
    """
    at = 0
    while at < len(nodes):
        found = next((one for end in range(min(at + _LONGEST, len(nodes)), at, -1) if (one := _meant(nodes, at, end, typing=typing))), None)
        if found is not None:
            yield found
        at = found.end if found else at + 1


def others(one: Meant, languages: Sequence[str], *, known: Collection[str] | None, most: int) -> tuple[Term, ...]:
    """Return what to ask for beside the words: at most so many expressions, of all languages of the library by turns.

    `known` are those stems that the library has, of all that `stems` names; None when that is not known.
    """
    chosen: list[tuple[Term, Key]] = []
    own = _key(one.words, None)
    for term in _by_turns(one.groups, languages):
        key = term.key
        rare = known is not None and not set(known).issuperset(key)
        covered = _inside(own, _key(term.words, None)) or any(_inside(other, key) for _, other in chosen)
        if not rare and not covered:
            chosen = [*((term, other) for term, other in chosen if not _inside(key, other)), (term, key)]
    return tuple(term for term, _ in chosen[:most])


def stems(one: Meant, languages: Sequence[str]) -> set[str]:
    """Return all stems of what means the same in these languages."""
    return {stem for group in one.groups for term in group.terms if term.language in languages for stem in term.key}


def _meant(nodes: Sequence[Node], start: int, end: int, *, typing: bool) -> Meant | None:
    last = nodes[-1] if typing else None
    words = [node.text for node in nodes[start:end] if isinstance(node, Word) and (not node.prefix or node is last)]
    if len(words) < end - start:
        return None
    found: dict[str, Group] = {}
    for language, keys in _index().items():
        found.update(keys.get(tuple(stem for word in words for stem in _key(word, language)), {}))
    return Meant(start, end, " ".join(words), tuple(found.values())) if found else None


@cache
def _index() -> dict[str, dict[Key, dict[str, Group]]]:
    """Return the groups by language and expression."""
    index: dict[str, dict[Key, dict[str, Group]]] = {}
    for group in groups():
        for term in group.terms:
            index.setdefault(term.language, {}).setdefault(term.key, {})[group.name] = group
    return index


def _by_turns(found: Sequence[Group], languages: Sequence[str]) -> Iterator[Term]:
    """Give the terms of groups such that each language has its commonest words before any has its second."""
    for group in found:
        lines = [[term for term in group.terms if term.language == language] for language in languages]
        for turn in zip_longest(*lines):
            yield from (term for term in turn if term is not None)


@cache
def _key(words: str, language: str | None) -> Key:
    return tuple(term.stems[-1] for term in query_terms(words, [language] if language else ()))


def _inside(inner: Key, outer: Key) -> bool:
    """Whether one expression is a part of another, or the same."""
    return any(outer[at : at + len(inner)] == inner for at in range(len(outer) - len(inner) + 1))
