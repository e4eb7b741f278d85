"""The made timeline of the benchmarks is as large as its budget says, and the same each time."""

from __future__ import annotations

from benchmarks.lanes import MadeArchive


def test_the_made_timeline_is_as_large_as_said() -> None:
    made = MadeArchive(170, 5_000)
    assert made.dated == 5_000
    assert len({chain.country for chain in made.chains()}) == 170
    assert made.chains() == MadeArchive(170, 5_000).chains()
