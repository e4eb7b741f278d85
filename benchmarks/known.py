"""Known items: words that only one text of a collection has must find that text, however they are typed.

The collection is the Declaration of Human Rights in many languages, a file for each. Words and phrases are drawn by a seeded
chance, 20 for each language, all in its files alone; so there is one right answer. Then the same is asked in capitals, with the
last word not finished, and without marks.
"""

from __future__ import annotations

import random
import re
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archiveviewer.archive.door import Archive
from archiveviewer.records import SearchRequest
from archiveviewer.text.scripts import IDEOGRAPHS, UNSPACED, script
from benchmarks.budgets import Measured
from benchmarks.programs import FailedError, ours

EACH = 20
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u135d-\u135f"
_RUN = re.compile(f"[\u200b{UNSPACED}{IDEOGRAPHS}]+")
_WORD = re.compile(rf"(?<![{_MARKS}])[^\W\d_][\w{_MARKS}\u200c\u200d]*")
_BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4"
_HEADS = "\u0e01-\u0e2f\u0e81-\u0eae\u0edc-\u0edf\u1000-\u102a\u1780-\u17b3"
_CUT = re.compile(f"[{IDEOGRAPHS}]|[{_BEFORE}]?[{_HEADS}](?<![\u17d2\u1039].)")
"""Where a cluster begins: at its consonant, or a vowel written before it; not at a consonant written below another."""
_ALIKE = str.maketrans("یىک", "ييك")
_BARE = {"latin", "greek", "arabic", "hebrew"}
_LEAST_LETTERS = 4
_LEAST_TEXT = 100
_LONGEST_RUN = 24
_KEPT_OF_PREFIX = 0.7


@dataclass(frozen=True, slots=True)
class Item:
    """What is typed, and the language whose files alone have it."""

    query: str
    language: str


def languages(folder: Path) -> dict[str, str]:
    """Return for each language (`por` for `por_BR.txt` and `por_PT.txt`) all its text."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.txt")):
        found[_language(path)] = found.get(_language(path), "") + "\n" + path.read_text(encoding="utf-8")
    return found


def items(texts: dict[str, str], *, each: int = EACH, seed: int = 5) -> list[Item]:
    """Return so many words and phrases of each language, as far as it has them, each in its text alone."""
    chance = random.Random(seed)
    plain = {language: _plain(text) for language, text in texts.items()}
    found: list[Item] = []
    for language, text in texts.items():
        candidates = list(dict.fromkeys(_candidates(text, chance)))
        chance.shuffle(candidates)
        own = (one for one in candidates if _own(one, language, plain))
        found.extend(Item(query, language) for query, _ in zip(own, range(each), strict=False))
    return found


def other_case(query: str) -> str:
    """Return it in capitals, or in small letters where it is in capitals; as it is where letters have no case."""
    return query.upper() if query.upper() != query else query.lower()


def unfinished(query: str) -> str:
    """Return it with about a third of its last word not yet typed."""
    head, space, last = query.rpartition(" ")
    cuts = [match.start() for match in _CUT.finditer(last)] if _RUN.match(last) else range(len(last))
    ends = [at for at in cuts if at >= max(2, _KEPT_OF_PREFIX * len(last)) and not unicodedata.category(last[at]).startswith("M")]
    return head + space + last[: ends[0]] if ends else query


def bare(query: str) -> str | None:
    """Return it without marks, or None where its script needs them or it has none."""
    if not {script(char) for char in query if char.isalpha()} <= _BARE:
        return None
    left = "".join(char for char in unicodedata.normalize("NFD", query) if not unicodedata.combining(char))
    return left if left != query else None


def _own(query: str, language: str, plain: dict[str, str]) -> bool:
    """Whether no other language has it in its text."""
    return not any(_plain(query) in text for name, text in plain.items() if name != language)


def _language(path: Path) -> str:
    return path.stem.partition("_")[0]


def _plain(text: str) -> str:
    """Return the text as distinctive words are looked for in it: no case, no marks, one ya and one kaf, single spaces."""
    letters = unicodedata.normalize("NFD", text.casefold()).translate(_ALIKE)
    return re.sub(r"\s+", " ", re.sub("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u200b]", "", letters))


def _candidates(text: str, chance: random.Random) -> Iterator[str]:
    """Yield words, and stretches of two or three; of scripts without spaces, stretches of three to six clusters or characters."""
    words = [word for word in _WORD.findall(text) if not _RUN.search(word)]
    yield from (word for word in words if len(word) >= _LEAST_LETTERS)
    for line in text.splitlines():
        for stretch in re.split(r"[^\w\s" + _MARKS + "\u200c\u200d]+", line):
            parts = stretch.split()
            if len(parts) > 1 and not _RUN.search(stretch):
                at = chance.randrange(len(parts) - 1)
                yield " ".join(parts[at : at + chance.choice((2, 3))]).lstrip("\u200c\u200d")
        for run in _RUN.findall(line):
            cuts = [match.start() for match in _CUT.finditer(run)]
            if 1 < len(cuts) < _LONGEST_RUN:
                yield run.strip("\u200b")
            for at in range(0, len(cuts) - 6, 5):
                yield run[cuts[at] : cuts[at + chance.randint(3, 6)]].strip("\u200b")


# -- asking ---------------------------------------------------------------------------------------------------------


def measure(work: Path, *, corpus: Path) -> Iterator[Measured]:
    """Yield how often the right text comes first, and among the first ten, for each way of typing; name what fails."""
    source = corpus / "text_udhr"
    if not source.is_dir():
        raise FailedError(f"{source} is not there: name the folder of real documents with --corpus.")
    texts = work / "known"
    texts.mkdir()
    for path in source.glob("*.txt"):
        shutil.copy(path, texts)
    ours("index", texts, library=work / "known-library")
    known = languages(texts)
    drawn = items({language: text for language, text in known.items() if len(text) >= _LEAST_TEXT})
    archive = Archive.open(work / "known-library")
    plain = {language: _plain(text) for language, text in known.items()}
    written = [(item, item.query) for item in drawn]
    cased = [(item, other_case(item.query)) for item in drawn]
    begun = [(item, typed) for item in drawn if _own(typed := unfinished(item.query), item.language, plain)]
    unmarked = [(item, marked) for item in drawn if (marked := bare(item.query)) is not None]
    yield from _rows(archive, "as written", written, first=98, ten=100)
    yield from _rows(archive, "in another case", cased, first=95, ten=95)
    yield from _rows(archive, "not finished", begun, first=95, ten=95, typing=True)
    yield from _rows(archive, "without marks", unmarked, first=95, ten=95)
    archive.close()


def _rows(
    archive: Archive, how: str, asked: Sequence[tuple[Item, str]], *, first: float, ten: float, typing: bool = False
) -> Iterator[Measured]:
    places = [_place(archive, item, query, typing=typing) for item, query in asked]
    wrong = [(item, query, place) for (item, query), place in zip(asked, places, strict=True) if place != 1]
    for item, query, place in wrong:
        print(f"  {how}: {item.language} {query!r} (from {item.query!r}) at {place}")
    many = len(asked)
    about = f"{many} items of {len({item.language for item, _ in asked})} languages"
    if wrong:
        about += f"; not first: {', '.join(f'{name} {count}' for name, count in Counter(item.language for item, _, _ in wrong).items())}"
    yield Measured(f"known items {how}, first", 100 * places.count(1) / many, first, "%", about, floor=True)
    yield Measured(f"known items {how}, in ten", 100 * sum(place > 0 for place in places) / many, ten, "%", about, floor=True)


def _place(archive: Archive, item: Item, query: str, *, typing: bool) -> int:
    """Return the place of the first text in the right language, other files of which stand before it; 0 when it is not in ten."""
    hits = archive.search(SearchRequest(query, limit=10, typing=typing, seconds=10)).hits
    return next((hit.rank for hit in hits if _language(Path(hit.path)) == item.language), 0)
