"""What the palette and the empty search field offer: things to do and places to go, found by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QAction, QKeySequence

from archiveviewer.gui.search.named import fold


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done. `hint` is its key, or what sort of thing it is; `also` are other names that find it."""

    words: str
    hint: str
    do: Callable[[], None]
    icon: str = "corner-down-left"
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """Words above a group of commands."""

    words: str


Offer: TypeAlias = Command | Heading


def of_actions(actions: Iterable[QAction]) -> tuple[Command, ...]:
    """Return the actions that can be done now."""
    made: dict[str, Command] = {}
    for action in actions:
        words = action.property("words") or action.text().partition("\t")[0].replace("&", "")
        if words and action.isEnabled() and action.menu() is None and not action.isSeparator():
            keys = action.property("keys") or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            made.setdefault(words, Command(words, keys, action.trigger, "keyboard"))
    return tuple(made.values())


def matching(commands: Sequence[Command], text: str) -> tuple[Command, ...]:
    """Return the commands that have every word of `text`: first those that begin with it, then those with words that begin so."""
    wanted = fold(text)
    parts = wanted.split()
    graded = ((_best(command, wanted, parts), command) for command in commands)
    found = sorted(((grade, command) for grade, command in graded if grade), key=lambda pair: -pair[0])
    return tuple(command for _, command in found)


def _best(command: Command, wanted: str, parts: Sequence[str]) -> int:
    return max(_grade(fold(name), wanted, parts) for name in (command.words, *command.also))


def _grade(name: str, wanted: str, parts: Sequence[str]) -> int:
    """Return how well a name fits: 3 when it begins so, 2 when its words do, 0 when they do not.

    Where writing has no spaces between words, 1 when the letters are somewhere in it.
    """
    if name.startswith(wanted):
        return 3
    words = [word.lstrip("(“\"'") for word in name.replace("-", " ").replace("/", " ").split()]
    if all(any(word.startswith(part) for word in words) for part in parts):
        return 2
    return int(not wanted.isascii() and all(part in name for part in parts))
