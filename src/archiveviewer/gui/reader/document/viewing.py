"""What the reader needs of the viewer that the archive hands out for a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from archiveviewer.layout.aim import Aim
from archiveviewer.records import Light


class Viewer(Protocol):
    """An open document in a process of its own; each request returns its ticket."""

    opened: int

    def begin(self, ticket: int = 0) -> None:
        """Let the document be opened, and a request be worked on as soon as it is, if this thread opened it."""
        ...

    def hurry(self, enough: Callable[[], bool], *, seconds: float) -> None:
        """Get answers in this thread, which opened the document, until it is enough."""
        ...

    def describe(self) -> int:
        """Ask what the document is."""
        ...

    def contents(self, *, priority: int = 0) -> int:
        """Ask for the outline, and what is attached."""
        ...

    def headings(self, first: int, *, priority: int = 0) -> int:
        """Ask for an outline made of headings."""
        ...

    def picture(self, page: int, scale: float, part: tuple[int, int, int, int], *, priority: int = 0) -> int:
        """Ask for a part of a page."""
        ...

    def see(self, page: int, aim: Aim, guess: float | None, *, priority: int = 0) -> int:
        """Ask for what will be seen of a page."""
        ...

    def lit(self, page: int, lights: Sequence[Light] = (), *, quote: str = "", value: str = "", priority: int = 0) -> int:
        """Ask where the words are that are to be lit."""
        ...

    def links(self, page: int, *, priority: int = 0) -> int:
        """Ask for the links of a page."""
        ...

    def letters(self, page: int, *, priority: int = 0) -> int:
        """Ask for the letters of a page."""
        ...

    def turn(self, degrees: int) -> int:
        """Show all pages turned; what was asked is forgotten."""
        ...

    def wait_longer(self) -> None:
        """Give what is asked from now on much more time."""
        ...

    def cancel(self, ticket: int) -> None:
        """Forget a request."""
        ...

    def close(self) -> None:
        """Close the document."""
        ...
