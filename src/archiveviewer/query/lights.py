"""What a question lights in the pages that it finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archiveviewer.query.leaves import Plan, leaves
from archiveviewer.query.nodes import And, Field, Near, Node, Or, Phrase, Word
from archiveviewer.query.parser import parse
from archiveviewer.records import Light


def lights(text: str) -> tuple[Light, ...]:
    """Return what to light for the question `text`, each once, in the order in which it was typed."""
    node = parse(text).node
    return tuple(dict.fromkeys(_lights(node))) if node is not None else ()


def lights_of(parts: Sequence[Plan]) -> tuple[Light, ...]:
    """Return what to light for a planned question."""
    return tuple(dict.fromkeys(leaf.light for part in parts for leaf in leaves(part) if not leaf.in_title))


def _lights(node: Node) -> Iterator[Light]:
    match node:
        case Word(text, prefix):
            yield Light(text, prefix=prefix)
        case Phrase(text, prefix):
            yield Light(text, exact=True, prefix=prefix)
        case And(nodes) | Or(nodes) | Near(nodes):
            for one in nodes:
                yield from _lights(one)
        case Field() if node.name != "title" and not node.prefix:
            yield from _of_unknown(node)


def _of_unknown(node: Field) -> Iterator[Light]:
    """Give the light of a field whose value means nothing, and which is therefore searched for as words."""
    from archiveviewer.query.fields import filter_of  # reads tables that few questions need

    if filter_of(node) is None:
        yield Light(node.value, exact=True) if node.quoted else Light(node.value.rstrip("*"), prefix=node.value.endswith("*"))
