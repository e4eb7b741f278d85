"""The shopping list: files that pages list and the library has not, to print, to send, or to tick off at a connection."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from archiveviewer.records import ListedAttachment
from archiveviewer.text.paths import shown


@dataclass(frozen=True, slots=True)
class ShoppingWords:
    """The words of the list in the language of the reader; `country` and `language` give the names of codes."""

    head: str
    country: Callable[[str], str]
    language: Callable[[str], str]
    listed_in: str = "listed in {title}, {path}"


def shopping_list(files: Sequence[ListedAttachment], words: ShoppingWords) -> str:
    """Return the files by country and family: title, language, size, date of receipt, and the page that lists each."""
    lines = [words.head]
    country = family = None
    several = len({listed.attachment.country for listed in files}) > 1
    for listed in files:
        found = listed.attachment
        if found.country != country:
            country, family = found.country, None
            lines += ["", words.country(found.country)] if several else []
        if found.family != family:
            family = found.family
            lines += ["", family]
        parts = (found.title, words.language(found.language) if found.language else None, found.size, found.received)
        lines.append("[ ] " + ", ".join(" ".join(part.split()) for part in parts if part))
        lines.append("    " + words.listed_in.format(title=" ".join(listed.source.title.split()), path=shown(listed.source.path)))
    return "\n".join(lines) + "\n"
