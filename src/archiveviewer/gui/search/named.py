"""Recognises the country that a question names, so that its deadline can stand above the results."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.chain.places import step_place
from archiveviewer.gui.chain.words import clearance_deadline, standing_step, state_sentence
from archiveviewer.gui.search.rows import CountryRow
from archiveviewer.records import Chain, Place, State
from archiveviewer.records.countries import clearance

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive

translate = QCoreApplication.translate
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Known:
    """A country of this archive, ready to be recognised by its names in any language; `folded` are those without case and marks."""

    code: str
    name: str
    names: tuple[str, ...]
    folded: tuple[str, ...]
    chain: Chain | None


def known(archive: Archive) -> tuple[Known, ...]:
    """Return the countries that the archive has documents about; runs in a thread."""
    chains = clearance(archive.chains())
    here = [summary.country for summary in archive.countries() if summary.documents or summary.facts]
    return tuple(_known(archive, code, chains.get(code)) for code in here)


def _known(archive: Archive, code: str, chain: Chain | None) -> Known:
    name = archive.country_name(code)
    names = tuple(dict.fromkeys((name, *archive.country_names(code))))
    return Known(code, name, names, tuple(map(fold, names)), chain)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return a name without case and marks."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char)).strip()


def named(text: str, countries: Sequence[Known]) -> Known | None:
    """Return the one country whose name is, or begins with, the question; None when there are several or none."""
    wanted = fold(text)
    if len(wanted) < _LEAST:
        return None
    exact = [country for country in countries if wanted in country.folded or country.code.casefold() == wanted]
    begins = exact or [country for country in countries if any(name.startswith(wanted) for name in country.folded)]
    return begins[0] if len(begins) == 1 else None


def row(country: Known) -> CountryRow:
    """Return the row of a country: its clearance deadline, and the state of that."""
    chain = country.chain
    if chain is None:
        return CountryRow(
            country.code, country.name, State.UNKNOWN, translate("search", "No clearance deadline known. Enter shows the country.")
        )
    if chain.deadline is None:
        return CountryRow(country.code, country.name, chain.state, state_sentence(chain.state))
    deadline = clearance_deadline(chain, chain.deadline)
    said = translate("search", "{deadline}. {state}.").format(deadline=deadline, state=state_sentence(chain.state))
    return CountryRow(country.code, country.name, chain.state, said)


def proof(country: Known) -> Place | None:
    """Return where the deadline that stands was read."""
    step = standing_step(country.chain) if country.chain else None
    return step_place(step) if step else None
