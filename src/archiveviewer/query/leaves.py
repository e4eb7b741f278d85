"""What a question looks for: leaves, which are words and phrases, and what joins these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from archiveviewer.query import terms
from archiveviewer.query.fields import Filter
from archiveviewer.query.leaf import Leaf


@dataclass(frozen=True, slots=True)
class Without:
    """What documents must not have."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of these."""

    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Any of these; `said` is what was typed, where the others were added to it."""

    plans: tuple[Plan, ...]
    said: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """All of these on one page, or in the title; best in one sentence. Each is a leaf, or several of which any will do."""

    plans: tuple[Leaf | AnyOf, ...]

    @property
    def pages(self) -> str:
        """What the table of pages is asked, as far as it can tell; nothing when any page may hold all."""
        asked = [pages_of_any(one) for one in self.plans]
        return " AND ".join(f"({pages})" for pages in asked if pages)

    @property
    def sure(self) -> bool:
        """Whether each of those pages holds all."""
        return all(leaf.sure and leaf.pages for leaf in leaves(self))


Plan: TypeAlias = Leaf | Filter | Without | AllOf | AnyOf | Beside


def leaves(plan: Plan, *, negated: bool = False) -> Iterator[Leaf]:
    """Give the leaves of `plan` that documents should have; with `negated` also those that they must not."""
    match plan:
        case Leaf():
            yield plan
        case AllOf(plans) | AnyOf(plans) | Beside(plans):
            for one in plans:
                yield from leaves(one, negated=negated)
        case Without(inner) if negated:
            yield from leaves(inner, negated=True)


def is_words(plan: Plan) -> bool:
    """Whether `plan` is made of words alone."""
    match plan:
        case Leaf():
            return True
        case AllOf(plans) | AnyOf(plans) | Beside(plans):
            return all(map(is_words, plans))
        case _:
            return False


def is_final(plan: Plan) -> bool:
    """Whether the table of documents alone tells for which documents `plan` holds."""
    match plan:
        case Leaf():
            return plan.whole
        case AllOf(plans) | AnyOf(plans):
            return all(map(is_final, plans))
        case Without(inner):
            return is_final(inner)
        case Beside():
            return False
        case _:
            return True


def shown(plan: Plan) -> str:
    """Return a part made of words as it was typed."""
    match plan:
        case Leaf():
            return plan.shown
        case AllOf(plans):
            return f"({' '.join(map(shown, plans))})"
        case AnyOf(plans, said):
            return said or " OR ".join(map(shown, plans))
        case Beside(plans):
            return " ~ ".join(shown(one) if isinstance(one, Leaf) else f"({shown(one)})" for one in plans)
        case _:
            raise ValueError(f"{plan} is not made of words alone")


def pages_of_any(plan: Leaf | AnyOf) -> str:
    """Return what the table of pages is asked for a leaf, or for several of which any will do; nothing when it cannot tell."""
    asked = [leaf.pages for leaf in leaves(plan)]
    return terms.either(asked) if all(asked) else ""
