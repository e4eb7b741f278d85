"""Keeps what a person decides about facts and listed files, in the words by which it is known again when the index is made new."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

from archiveviewer.archive.countries import digests, files
from archiveviewer.facts.decided import hidden_form, still_stated
from archiveviewer.index.reader import Reader
from archiveviewer.index.store import LibraryStore
from archiveviewer.records import ArchiveError, Attachment, HiddenFact, MatchDecision, StatedFact
from archiveviewer.text.paths import shown


def hide(reader: Reader, library: Path, stated: StatedFact) -> HiddenFact:
    """Keep a fact as called wrong. Raises ArchiveError for one that no document states."""
    fact = hidden_form(stated, digests(reader)(stated.source.document) if stated.source else "")
    if fact is None:
        raise ArchiveError("No document states this: it is computed or from the reference list, and cannot be hidden.")
    with LibraryStore(library) as store:
        return store.hide_fact(fact)


def places(reader: Reader, hidden: Sequence[HiddenFact]) -> dict[int, StatedFact]:
    """Return where each hidden fact stands now, by its `id`."""
    found: dict[int, StatedFact] = {}
    for country in {one.country for one in hidden}:
        own = [one for one in hidden if one.country == country]
        found |= still_stated(own, reader.facts(country), digest=digests(reader))
    return found


def decide(reader: Reader, library: Path, listed: Attachment, path: str, *, is_it: bool) -> MatchDecision:
    """Keep that a file is the listed one, or is not. Raises ArchiveError when the library has no file at `path`."""
    file = next((one for one in files(reader) if one.path == path), None)
    if file is None:
        name = shown(PurePath(path).name)
        raise ArchiveError(f"{name} is not in this library. Add its folder and let it be read, then choose it again.")
    decision = MatchDecision(
        listed.country, listed.title, listed.language, listed.size, listed.family, path=path, sha256=file.sha256, is_it=is_it
    )
    with LibraryStore(library) as store:
        return store.decide_match(decision)
