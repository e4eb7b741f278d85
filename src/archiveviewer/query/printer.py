"""Writes a question as a person could type it; parsed again it is the same."""

from __future__ import annotations

from functools import reduce

from archiveviewer.query.nodes import And, Field, Near, Node, Not, Or, Phrase, Word, apart


def printed(node: Node) -> str:
    """Return the text of `node`."""
    match node:
        case Word(text, prefix):
            return f"{text}*" if prefix else text
        case Phrase(text):
            return f'"{text}"'
        case Field(name, value, quoted):
            return f'{name}:"{value}"' if quoted else f"{name}:{value}"
        case Not(inner):
            return f"-{_inside(inner)}"
        case And(nodes):
            return reduce(apart, map(printed, nodes))  # OR joins only its neighbours, and needs no brackets here
        case Or(nodes) | Near(nodes):
            return (" OR " if isinstance(node, Or) else " ~ ").join(_inside(one) for one in nodes)


def _inside(node: Node) -> str:
    return f"({printed(node)})" if isinstance(node, And | Or | Near) else printed(node)
