"""What Deadlines asks of the archive, made ready to be shown; runs in a thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from archiveviewer.gui.days import days_of
from archiveviewer.gui.deadlines.events import Quiets, by_country
from archiveviewer.gui.deadlines.rows import Lane, is_due, lane
from archiveviewer.gui.deadlines.words import lane_words
from archiveviewer.records import Chain

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one question to the archive brought.

    `due` counts what runs out within six months, `names` are those of the countries that have other events only, `ahead` is the date of
    the newest document when the computer's day is before it.
    """

    lanes: tuple[Lane, ...]
    newest: date | None
    today: date
    due: int
    quiets: Quiets
    names: Mapping[str, str]
    ahead: str | None


def load(archive: Archive, as_of: date | None, language: str = "en") -> Loaded:
    """Ask the archive for all chains and events as seen on a day (None is today), the countries called by their names in `language`."""
    today = archive.today()
    day = as_of or today
    lanes = tuple(_lane(chain, archive.country_name(chain.country, language)) for chain in archive.chains(as_of=as_of))
    quiets = by_country(archive.timeline(as_of=as_of), until=day.isoformat())
    newest = max((days[1] for item in lanes if (days := days_of(item.chain.newest_source))), default=None)
    return Loaded(
        lanes,
        date.fromordinal(int(newest)) if newest is not None else None,
        today,
        due=sum(is_due(item.chain, day) for item in lanes),
        quiets=quiets,
        names={country: archive.country_name(country, language) for country in quiets.keys() - {item.chain.country for item in lanes}},
        ahead=archive.ahead_of_clock(),
    )


def _lane(chain: Chain, name: str) -> Lane:
    made = lane(chain, name)
    return replace(made, words=lane_words(made))
