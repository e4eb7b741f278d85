"""Builds large libraries straight through the writer of the index: a million pages in minutes, without a file on the disk.

Pages are put together from a stock of paragraphs whose terms are known, so that most words come as often as in a language; each
page also has a sentence of its own, with a name, a figure and a symbol that hardly any other page has. So the list of all terms
grows with the library, as it does with real ones. Everything comes from a seed.
"""

from __future__ import annotations

import random
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archiveviewer.index.versions import VERSIONS
from archiveviewer.index.writer import Writer
from archiveviewer.records import FoundFile, Health, Kind, ReadDocument, ReadPage
from archiveviewer.settings import INDEX_NAME
from archiveviewer.text.gathering import row_terms, title_terms
from archiveviewer.text.terms import Terms, index_terms
from benchmarks.making import SYLLABLES, Language

LANGUAGES = {"en": 0.6, "fr": 0.15, "es": 0.15, "pt": 0.1}
"""The languages of the documents, and how many are in each."""
COUNTRIES = ("KHM", "AGO", "AFG", "BIH", "COL", "ETH", "IRQ", "MOZ", "SSD", "TCD", "UKR", "ZWE", None)
KINDS = (Kind.REQUEST, Kind.DECISION, Kind.ANALYSIS, Kind.ANNEX, Kind.ARTICLE_7_REPORT, Kind.UPDATE, Kind.OTHER, Kind.OTHER, Kind.OTHER)
OWN = "{name} reported {figure} square metres in {symbol}, as noted by {other} on page {small}."
"""The sentence that each page has for itself."""

_PARAGRAPHS = 12_000
_ON_A_PAGE = 5
_MOST_PAGES = 50
_DONE = "built.txt"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text and its terms."""

    text: str
    terms: Terms


class Maker:
    """Makes documents; the same seed makes the same ones."""

    def __init__(self, *, seed: int = 11, paragraphs: int = _PARAGRAPHS) -> None:
        """Write the stock of paragraphs."""
        self._chance = random.Random(seed)
        self.language = Language(seed=seed)
        texts = [" ".join(self.language.sentence() for _ in range(self._chance.randint(3, 6))) for _ in range(paragraphs)]
        self._stock = {code: [Paragraph(text, index_terms(text, code)) for text in texts] for code in LANGUAGES}

    def documents(self, pages: int) -> Iterator[ReadDocument]:
        """Yield documents that have so many pages together."""
        left, number = pages, 0
        while left:
            many = min(self._chance.randint(1, _MOST_PAGES), left)
            yield self._document(number, many)
            left, number = left - many, number + 1

    def _document(self, number: int, pages: int) -> ReadDocument:
        (language,) = self._chance.choices(list(LANGUAGES), weights=list(LANGUAGES.values()))
        title = f"Report {number} of {self._name()} on the clearance of mined areas"
        made = [self._paragraphs(language) for _ in range(pages)]
        parts = [part.terms for page in made for part in page]
        exact, stems = " ".join(part.exact for part in parts), " ".join(part.stems for part in parts)
        return ReadDocument(
            media_type="application/pdf",
            title=title,
            kind=self._chance.choice(KINDS),
            language=language,
            country=self._chance.choice(COUNTRIES),
            date=f"{self._chance.randint(1999, 2025)}-{self._chance.randint(1, 12):02}",
            paged=True,
            pages=tuple(_page(at, language, page) for at, page in enumerate(made, 1)),
            terms=row_terms(exact.split(), Counter(stems.split())),
            title_terms=title_terms(title, language),
        )

    def _paragraphs(self, language: str) -> list[Paragraph]:
        own = self._own()
        return [*self._chance.sample(self._stock[language], _ON_A_PAGE), Paragraph(own, index_terms(own, language))]

    def _own(self) -> str:
        figure = f"{self._chance.randint(1, 999)},{self._chance.randint(100, 999)}"
        symbol = f"APLC/MSP.{self._chance.randint(1, 25)}/{self._chance.randint(1999, 2025)}/WP.{self._chance.randint(1, 90)}"
        return OWN.format(name=self._name(), figure=figure, symbol=symbol, other=self._name(), small=self._chance.randint(1, 400))

    def _name(self) -> str:
        return "".join(self._chance.choices(SYLLABLES, k=self._chance.choice((3, 4, 4, 5)))).capitalize()


def _page(number: int, language: str, parts: list[Paragraph]) -> ReadPage:
    return ReadPage(
        number=number,
        label=str(number),
        text="\n\n".join(part.text for part in parts),
        health=Health.GOOD,
        language=language,
        stems=" ".join(part.terms.stems for part in parts),
    )


def built(folder: Path, *, pages: int) -> Path:
    """Return the library of so many pages below `folder`, built now unless it is there as this version would build it."""
    library = folder / f"library-{pages}"
    made = f"index version {VERSIONS[INDEX_NAME]}"
    if (library / _DONE).exists() and (library / _DONE).read_text(encoding="utf-8").startswith(made):
        return library
    shutil.rmtree(library, ignore_errors=True)
    library.mkdir(parents=True)
    start = time.monotonic()
    with Writer(library) as writer:
        for number, document in enumerate(Maker().documents(pages)):
            path = f"/made/{number // 1000:03}/report-{number:06}.pdf"
            size = sum(len(page.text) for page in document.pages)
            writer.store(FoundFile(path, size, 0), sha256=f"{number:064x}", folder="/made", document=document)
    (library / _DONE).write_text(f"{made}, {time.monotonic() - start:.0f} s\n", encoding="utf-8")
    return library
