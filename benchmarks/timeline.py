"""Measures the timeline of the place Deadlines: 170 countries and 5,000 dated events, opened, zoomed, moved and scrolled."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.budgets import Measured
from benchmarks.programs import offscreen

COUNTRIES, EVENTS = 170, 5_000


def timeline() -> Iterator[Measured]:
    """Yield what the timeline costs: to open, at each step, and to hold."""
    found = offscreen("benchmarks.lanes", COUNTRIES, EVENTS)
    how = f"{found['dated']} dated events in {found['rows']} rows"
    yield Measured("timeline opens", found["open"], 300, "ms", f"{how}, from the answer of the archive to the painted place")
    for step, words in (("zoom", "closer and farther"), ("pan", "along the years"), ("scroll", "down the lanes")):
        steps = sorted(found[step])
        worst = f"median {steps[len(steps) // 2]:.1f} ms, worst {steps[-1]:.1f} ms"
        yield Measured(f"timeline {step}, p95", steps[len(steps) * 95 // 100], 16, "ms", f"{len(steps)} steps {words}, {worst}")
    yield Measured("memory of the timeline", found["memory"], 60, "MB", f"more than before it was opened, {how}")
