"""A word or phrase as the full-text tables are asked for it.

It is one term, or several that must follow one another. The table of documents knows no order, so there several terms only narrow; the
table of pages knows order and stems, but not exact forms. What neither can tell is looked up in the stored text of the few pages that
come into question.
"""

from __future__ import annotations

from dataclasses import dataclass

from archiveviewer.records import Light


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A word or phrase to look for.

    `documents`, `beginning`, `opening` and `pages` are what the full-text tables are asked, where they are not empty: documents by
    whole terms, by the first letters of one, by a longer beginning (which is slow to rank by), and pages. Each page that holds the
    leaf is among the answers. `whole` says that the answer for documents is final; `sure` that each of the pages holds the leaf;
    `pages` is empty when any page may. `written` finds the documents that have the very forms that were typed, where other forms
    answer too. `telling` is what of `documents` is enough to narrow; all of it where it is empty.
    """

    light: Light
    shown: str
    documents: str
    beginning: str = ""
    opening: str = ""
    pages: str = ""
    whole: bool = True
    sure: bool = True
    in_title: bool = False
    written: str = ""
    telling: str = ""

    @property
    def narrowing(self) -> str:
        """What the table of documents is asked to narrow them."""
        return self.telling or self.documents


def quoted(term: str) -> str:
    """Return a term as full-text tables are asked for it: nothing typed can be read as syntax."""
    return '"' + term.replace('"', '""') + '"'
