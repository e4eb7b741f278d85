"""The room of countries: profiles, facts, deadlines and listed documents, without what a person called wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from archiveviewer.archive.rooms.decisions import DecisionsRoom
from archiveviewer.records import Chain, CountrySummary, ListedAttachment, Profile, StatedEvent, StatedFact


class CountriesRoom(DecisionsRoom):
    """Answers about one country or all."""

    def countries(self) -> tuple[CountrySummary, ...]:
        """Return the countries of the archive, and those of which only the reference list knows (no documents, no facts), by code."""
        from archiveviewer.archive.countries import summaries

        return summaries(self._reader, as_of=self.today(), decided=self.decided())

    def profile(self, country: str, *, as_of: date | None = None) -> Profile:
        """Return what the archive says about `country` (ISO 3166 alpha-3) as seen on the day `as_of`."""
        from archiveviewer.archive.countries import profile

        return profile(self._reader, country, as_of=as_of or self.today(), decided=self.decided(country))

    def chains(self, *, as_of: date | None = None) -> tuple[Chain, ...]:
        """Return the deadline chains of every country, of all articles of both conventions, as seen on the day `as_of`."""
        from archiveviewer.archive.countries import chains

        return chains(self._reader, as_of=as_of or self.today(), decided=self.decided())

    def facts(self, country: str | None = None, *, reference: bool = False) -> tuple[StatedFact, ...]:
        """Return the stated facts of one country or of all; with `reference` also those of the register, without a source."""
        from archiveviewer.archive.countries import facts

        return facts(self._reader, country, reference=reference, decided=self.decided(country))

    def timeline(self, country: str | None = None, *, as_of: date | None = None, reference: bool = False) -> tuple[StatedEvent, ...]:
        """Return what is dated and was known on the day `as_of`, sorted by date, with the states of the deadlines on that day."""
        from archiveviewer.archive.countries import timeline

        day, decided = as_of or self.today(), self.decided(country)
        return timeline(self._reader, country, as_of=day, reference=reference, decided=decided)

    def due(self, rows: Sequence[StatedEvent], *, months: int, as_of: date | None = None) -> tuple[StatedEvent, ...]:
        """Return those of `rows` that are deadlines which stand and run out within `months` months after the day `as_of`."""
        from archiveviewer.archive.countries import due

        return due(self._reader, rows, months=months, as_of=as_of or self.today(), decided=self.decided())

    def attachments(self, country: str | None = None) -> tuple[ListedAttachment, ...]:
        """Return the files that pages list, each with whether it is here; one that several pages list stands there for each of them."""
        from archiveviewer.archive.countries import attachments

        return attachments(self._reader, country, decided=self.decided(country))

    def missing(self, country: str | None = None) -> tuple[ListedAttachment, ...]:
        """Return the shopping list: each listed file that is not here once, by country and family."""
        from archiveviewer.archive.countries import missing

        return missing(self._reader, country, decided=self.decided(country))

    def ahead_of_clock(self) -> str | None:
        """Return the date of the newest document when the computer's day is before it, so that the day cannot be right; else None."""
        from archiveviewer.archive.countries import ahead_of

        return ahead_of(self._reader, self.today())

    def country_name(self, code: str, language: str = "en") -> str:
        """Return the name of a country in a language; the code itself when it is not known."""
        from archiveviewer.text.names import name_of

        return name_of(code, language)

    def country_names(self, code: str) -> tuple[str, ...]:
        """Return what a country is called, in all languages that are known."""
        from archiveviewer.text.names import names_of

        return names_of(code)
