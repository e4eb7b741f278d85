"""Makes documents to measure with: words that are as uneven as in a language, set as text and as PDF.

Everything comes from a seed, so that two runs measure the same.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks import paper

PAGE = 2800
"""Code points on a page, about as many as on a page of a report."""

TITLE = "Report {number} on the clearance of mined areas"
STOCK = 0.15
"""The share of sentences that rules about facts look at, in documents about mine clearance."""

SENTENCES = (
    "In accordance with Article 5 of the Convention, the State Party reported {number} square metres of land to be released.",
    "The request indicates that the deadline of 1 {month} {year} cannot be met for the reasons given in annex {small}.",
    "A total of {number} anti-personnel mines were destroyed between {year} and 31 December {later}.",
    "The Meeting notes that progress was made in {small} districts, where {small} teams surveyed {number} hazardous areas.",
    "According to the national programme, {small} survivors received support for their socio-economic inclusion in {year}.",
)
MONTHS = ("January", "March", "June", "November")
COMMON = (
    "the of and to in a for is that on by with as are be it was this from at which or have not an were has their its will all been "
    "more also other can these they than any such into only new may each under should had but between some through however there "
    "where when during after before who both many most over per must those while within without about our would two first one no "
    "if out up so what he she we you his her them do did made used work time people areas country land state states party parties "
    "report national support measures information number including"
)
"""The commonest words are English ones, so that the language can be told, as with real documents."""
SYLLABLES = tuple(a + b for a, b in itertools.product(("b", "d", "k", "l", "m", "n", "pr", "r", "s", "st", "t", "v", ""), "aeiou"))

_STEEP, _FLAT = 1.35, 6.0
"""How fast words get rarer (Zipf and Mandelbrot). In 15 real reports in English, 11,000 words hold 1,835 different ones (the median) and
the commonest is 6 % of all; so made, it is 1,980 and 6 %.
"""


class Language:
    """A half made-up language: some ten thousands of words, of which few are common and most are rare."""

    def __init__(self, *, seed: int = 1, words: int = 30_000, stock: float = STOCK) -> None:
        """Make up the words; the same seed gives the same language. `stock` is the share of sentences about mine clearance."""
        chance = random.Random(seed)
        known = dict.fromkeys("".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4)))) for _ in range(words * 2))
        self.words = (*COMMON.split(), *known)[:words]
        self._weights = tuple(itertools.accumulate((rank + _FLAT) ** -_STEEP for rank in range(len(self.words))))
        self._chance = chance
        self._stock = stock

    def page(self) -> str:
        """Return the text of one page in paragraphs."""
        paragraphs, length = [], 0
        while length < PAGE:
            paragraph = " ".join(self.sentence() for _ in range(self._chance.randint(3, 6)))
            paragraphs.append(paragraph)
            length += len(paragraph)
        return "\n\n".join(paragraphs)[:PAGE]

    def sentence(self) -> str:
        """Return one sentence."""
        if self._chance.random() < self._stock:
            year = self._chance.randint(1999, 2024)
            values = {"number": f"{self._chance.randint(1, 900)},{self._chance.randint(100, 999)}", "small": self._chance.randint(2, 40)}
            return self._chance.choice(SENTENCES).format(month=self._chance.choice(MONTHS), year=year, later=year + 1, **values)
        chosen = self._chance.choices(self.words, cum_weights=self._weights, k=self._chance.randint(6, 22))
        return " ".join(chosen).capitalize() + "."

    def of_rank(self, share: float) -> str:
        """Return a word by how rare it is: 0 is the commonest, 1 the rarest."""
        return self.words[min(int(share**3 * len(self.words)), len(self.words) - 1)]


def texts(folder: Path, *, files: int, pages: int, language: Language) -> None:
    """Write plain texts of so many pages each."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        head = f"Report {number}\n\n"
        (folder / f"report-{number:06}.txt").write_text(head + "\n\n".join(language.page() for _ in range(pages)), encoding="utf-8")


def pdfs(folder: Path, *, files: int, pages: int, language: Language, title: str = TITLE) -> None:
    """Write PDFs of so many pages each; `title` may have their {number}."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        paper.write(folder / f"report-{number:06}.pdf", title=title.format(number=number), pages=[language.page() for _ in range(pages)])


def questions(language: Language, *, count: int, seed: int = 7) -> Iterator[str]:
    """Yield words from all ranks of commonness, and some pairs and phrases of them."""
    chance = random.Random(seed)
    for _ in range(count):
        word = language.of_rank(chance.random())
        match chance.randrange(6):
            case 0:
                yield f"{word} {language.of_rank(chance.random())}"
            case 1:
                yield f"{word} deadline"
            case _:
                yield word
