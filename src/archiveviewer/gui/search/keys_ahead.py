"""Keys that were pressed while an answer is on its way: they are meant for the list that comes, not for the one before."""

from __future__ import annotations

from collections.abc import Callable


class KeysAhead:
    """Does what keys ask for, now or when the answer is there."""

    def __init__(self) -> None:
        self._awaits = False
        self._deeds: list[Callable[[], None]] = []

    def wait(self) -> None:
        """Keep what keys ask for from now on."""
        self._awaits = True

    def do(self, deed: Callable[[], None]) -> None:
        """Do what a key asks for, as soon as the list is there."""
        if self._awaits:
            self._deeds.append(deed)
        else:
            deed()

    def forget(self) -> None:
        """Forget what was asked for."""
        self._deeds.clear()

    def end(self) -> None:
        """Do what was asked for meanwhile, and wait no more."""
        self._awaits, deeds = False, tuple(self._deeds)
        self._deeds.clear()
        for deed in deeds:
            deed()
