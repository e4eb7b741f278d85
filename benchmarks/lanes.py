"""Draws a made timeline of 170 countries and 5,000 events and times it; run as a process of its own by `benchmarks.timeline`.

Prints one JSON object, times in milliseconds of this processor: a screen without a display paints as one with it does, and nothing
else on the machine is counted.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication

from archiveviewer.gui.deadlines.pane import DeadlinesPane
from archiveviewer.gui.theme import Theme
from archiveviewer.records import Chain, ChainStep, Event, Evidence, Source, State, StatedEvent
from benchmarks.programs import resident

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

TODAY = date(2026, 11, 23)
ARTICLES = (("apmbc", "5"), ("ccm", "4"), ("apmbc", "4"), ("ccm", "3"), ("apmbc", "7"), ("ccm", "7"))
STEPS = 150
_QUOTE = "The request was granted and a new deadline set, in words as long as a sentence of a decision usually is."


class MadeArchive:
    """Answers what the place Deadlines asks, from made chains."""

    library = Path("made")

    def __init__(self, countries: int, events: int) -> None:
        self._chance = random.Random(5)
        self._countries = [f"{chr(65 + number // 26)}{chr(65 + number % 26)}X" for number in range(countries)]
        self._chains = tuple(self._chain(code, *article) for code in self._countries for article in ARTICLES)
        told = sum(len(chain.steps) for chain in self._chains)
        self._events = tuple(self._event(number) for number in range(max(events - told, 0)))
        self.dated = told + len(self._events)

    def today(self) -> date:
        """Return a day that is the same in each run."""
        return TODAY

    def country_name(self, code: str, language: str = "en") -> str:
        """Return a name as long as names are."""
        del language
        return f"Country of the name {code}"

    def chains(self, *, as_of: date | None = None) -> tuple[Chain, ...]:
        """Return all chains."""
        del as_of
        return self._chains

    def timeline(self, *, as_of: date | None = None) -> tuple[StatedEvent, ...]:
        """Return all events beside the chains."""
        del as_of
        return self._events

    def ahead_of_clock(self) -> str | None:
        """Return that the clock is right."""
        return None

    def _day(self, first: int, last: int) -> str:
        begin = date(first, 1, 1)
        return (begin + timedelta(days=self._chance.randrange(365 * (last - first)))).isoformat()

    def _source(self) -> Source:
        return Source(self._chance.randrange(9999), "/made/page.html", "Country page", "country_page", self._day(2010, 2026))

    def _chain(self, country: str, treaty: str, article: str) -> Chain:
        step, source = self._step, self._source()
        days = sorted(self._day(2009, 2031) for _ in range(2 if article == "5" else 1))
        steps = [step("entry_into_force", self._day(1999, 2005), source), *(step("deadline", day, source) for day in days)]
        if article == "5":
            steps += [step(kind, self._day(2006, 2026), source) for kind in ("request", "revised_request", "decision")]
        state = State.PASSED if days[-1] < TODAY.isoformat() else State.EXTENDED
        left = (date.fromisoformat(days[-1]) - TODAY).days
        ordered = tuple(sorted(steps, key=lambda item: item.date))
        return Chain(country, treaty, article, ordered, days[-1], state, TODAY.isoformat(), left, None, source.date)

    @staticmethod
    def _step(kind: str, day: str, source: Source) -> ChainStep:
        return ChainStep(kind, day, kind, source=source, evidence=Evidence(1, (0, len(_QUOTE)), _QUOTE))

    def _event(self, number: int) -> StatedEvent:
        kind = ("signature", "meeting", "policy", "art7_report", "work_plan")[number % 5]
        country = self._countries[number % len(self._countries)]
        event = Event(country, "apmbc", "", self._day(1997, 2026), kind, kind, Evidence(1, (0, len(_QUOTE)), _QUOTE))
        return StatedEvent(event, self._source())


def _took(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1000


def measure(countries: int, events: int) -> dict[str, object]:
    """Show the pane, then zoom, move and scroll it; return what each step took."""
    from archiveviewer.gui.deadlines.events import Events
    from archiveviewer.gui.deadlines.loading import load

    app = QApplication.instance() or QApplication([])
    theme = Theme("light")
    theme.apply()
    archive = MadeArchive(countries, events)
    pane = DeadlinesPane(cast("Archive", archive), theme)
    pane.resize(1290, 980)
    pane.show()
    app.processEvents()
    before, lanes = resident(os.getpid()), pane._lanes

    def opened() -> None:
        pane._on_loaded(load(cast("Archive", archive), None))
        pane.repaint()
        app.processEvents()

    first = _took(opened)
    pane._filters._mark(frozenset(Events))
    steps = {name: [_took(step) for step in walk] for name, walk in _walks(pane).items()}
    grown = resident(os.getpid()) - before
    lanes.close()
    pane.close_tasks()
    return {"open": first, "memory": grown, "dated": archive.dated, "rows": len(lanes._rows), **steps}


def _walks(pane: DeadlinesPane) -> dict[str, Iterator[Callable[[], None]]]:
    """Return what a person does: closer and farther at many places, along the years, down the lanes."""
    lanes = pane._lanes
    wide = lanes.viewport().width()

    def zoom(number: int) -> None:
        lanes.zoom(_there_and_back(number, 15), at=200 + (number * 97) % (wide - 250))
        lanes.viewport().repaint()

    def pan(number: int) -> None:
        lanes._axis = lanes.axis.moved(23 * _there_and_back(number, 20))
        lanes.viewport().repaint()

    def scroll(number: int) -> None:
        lanes.verticalScrollBar().setValue(number * 53 % max(1, lanes.verticalScrollBar().maximum()))
        lanes.viewport().repaint()

    return {step.__name__: (partial(step, number) for number in range(STEPS)) for step in (zoom, pan, scroll)}


def _there_and_back(number: int, turns: int) -> int:
    """Return +1 for so many steps, then -1 for as many."""
    return +1 if number // turns % 2 == 0 else -1


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]), int(sys.argv[2]))))
