"""The room of what a person decided: facts called wrong, files matched by hand."""

from __future__ import annotations

from collections.abc import Sequence

from archiveviewer.archive.rooms.room import Room
from archiveviewer.records import Decided, HiddenFact, ListedAttachment, MatchDecision, StatedFact


class DecisionsRoom(Room):
    """Keeps decisions, which stand above what rules have found."""

    def decided(self, country: str | None = None) -> Decided:
        """Return what a person decided about one country or all: facts called wrong and files matched by hand, oldest first."""
        from archiveviewer.index.store import decisions

        return decisions(self.library, country)

    def hide_fact(self, stated: StatedFact) -> HiddenFact:
        """Leave a fact out from now on, for a person calls it wrong. Raises ArchiveError for one that no document states."""
        from archiveviewer.archive.decisions import hide

        return hide(self._reader, self.library, stated)

    def show_fact(self, hidden: HiddenFact) -> None:
        """Take back that a fact was called wrong."""
        with self._store() as store:
            store.show_fact(hidden.id)

    def hidden_places(self, hidden: Sequence[HiddenFact]) -> dict[int, StatedFact]:
        """Return where each hidden fact stands in the library now, by its `id`; those that stand nowhere any more are left out."""
        from archiveviewer.archive.decisions import places

        return places(self._reader, hidden)

    def decide_match(self, listed: ListedAttachment, path: str, *, is_it: bool) -> MatchDecision:
        """Keep that the file at `path` is the listed one, or that it is not. Raises ArchiveError when the library has no such file."""
        from archiveviewer.archive.decisions import decide

        return decide(self._reader, self.library, listed.attachment, path, is_it=is_it)

    def forget_match(self, decision: MatchDecision) -> None:
        """Take back a word about a listed file; an earlier one stands again."""
        with self._store() as store:
            store.forget_match(decision.id)

    def match_decisions(self, listed: ListedAttachment) -> tuple[MatchDecision, ...]:
        """Return what a person said about a listed file, oldest first."""
        from archiveviewer.facts.files.ledger import key_of

        country = listed.attachment.country
        return tuple(one for one in self.decided(country).matches if key_of(one) == key_of(listed.attachment))
