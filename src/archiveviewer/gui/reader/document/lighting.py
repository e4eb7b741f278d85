"""What is to be lit in a document."""

from __future__ import annotations

from dataclasses import dataclass

from archiveviewer.records import Light, Place


@dataclass(frozen=True, slots=True)
class Lighting:
    """What is lit on every page, and on one page the quote of an evidence with its value."""

    lights: tuple[Light, ...] = ()
    page: int = 0
    quote: str = ""
    value: str = ""

    def quoted(self, page: int) -> tuple[str, str]:
        """Return the quote and the value that are lit on a page, empty on all but one."""
        return (self.quote, self.value) if page == self.page else ("", "")


def lighting_of(place: Place) -> Lighting:
    """Return what a place lights: the words of a question, or an evidence alone."""
    if place.quote:
        return Lighting(page=place.page, quote=place.quote, value=place.value)
    return Lighting(lights=place.lights)
