"""How well documents are ranked, beside plain full-text search of SQLite and beside Xapian, in one run on the same texts.

Four sets of questions: titles of a classic collection as known items, our own about country pages (English), forty more of these that
ranking was never fitted to, and our own in ten other languages about the articles of the Declaration of Human Rights, one file for
each article. The first about country pages say little by now, as ranking was made with them in view. The measure is nDCG at ten: 1 when
the right documents stand first. The others get all advantages: any word may match, ranked by BM25. Both stem English, since one
index has but one stemmer. Xapian runs under the Python of the system (Debian: python3-xapian), and is left out where it is not there.
"""

from __future__ import annotations

import json
import math
import random
import re
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from archiveviewer.archive.door import Archive
from archiveviewer.records import SearchRequest
from benchmarks.budgets import Measured
from benchmarks.programs import FailedError, ours
from benchmarks.questions import ARTICLES, COUNTRY_PAGES, HEADINGS, HELD_OUT

TITLES = 400
TEN = 10
_SYSTEM_PYTHON = "/usr/bin/python3"
_XAPIAN = Path(__file__).with_name("xapian_search.py")

Questions: TypeAlias = list[tuple[str, set[str]]]
"""What is asked, and the names of the files that answer it."""
Ranked: TypeAlias = list[list[str]]
"""The names found for each question, best first."""


def ndcg(found: Sequence[str], right: set[str]) -> float:
    """Return nDCG at ten of what was found."""
    gain = sum(1 / math.log2(place + 2) for place, name in enumerate(found[:TEN]) if name in right)
    return gain / sum(1 / math.log2(place + 2) for place in range(min(TEN, len(right))))


def measure(work: Path, *, corpus: Path) -> Iterator[Measured]:
    """Yield how much better ours is than each of the others, for each set of questions."""
    if not corpus.is_dir():
        raise FailedError(f"{corpus} is not there: name the folder of real documents with --corpus.")
    sets = {"titles": titles, "country pages": country_pages, "held-out questions": held_out, "ten other languages": articles}
    for name, prepare in sets.items():
        folder = work / f"retrieval-{name.replace(' ', '-')}"
        folder.mkdir()
        asked = prepare(folder, corpus)
        scores = {other: _scores(asked, found) for other, found in _answers(folder, asked, work).items()}
        mean = {other: sum(values) / len(values) for other, values in scores.items()}
        for at, (question, _) in enumerate(asked):
            if scores["ours"][at] < max(values[at] for values in scores.values()):
                print(f"  {name}: {question!r} " + ", ".join(f"{other} {values[at]:.2f}" for other, values in scores.items()))
        if "Xapian" not in mean:
            print(f"  {name}: without Xapian, since the Python of this system has none (Debian: python3-xapian)")
        about = f"{len(asked)} questions: " + ", ".join(f"{other} {value:.3f}" for other, value in mean.items())
        for other in mean.keys() - {"ours"}:
            least = 1.2 if name == "ten other languages" else 1.0
            yield Measured(
                f"nDCG@10 of {name}, ours against {other}", mean["ours"] / max(mean[other], 0.001), least, "×", about, floor=True
            )


# -- sets of questions ----------------------------------------------------------------------------------------------


def titles(folder: Path, corpus: Path) -> Questions:
    """Unpack the collection to one file each, and ask for titles; a title that two documents have is answered by both."""
    with tarfile.open(corpus / "retrieval_cacm" / "cacm.tar.gz") as packed:
        packed.extractall(folder, filter="data")
    named: dict[str, set[str]] = {}
    for path in sorted(folder.rglob("*.html")):
        lines = plain(path).strip().split("\n\n")[0]
        named.setdefault(" ".join(lines.split()), set()).add(path.name)
    return random.Random(3).sample(sorted(named.items()), TITLES)


def country_pages(folder: Path, corpus: Path) -> Questions:
    """Copy the country pages, and ask our own questions about them."""
    _copy_country_pages(folder, corpus)
    return [(question, set(names.split())) for question, names in COUNTRY_PAGES]


def held_out(folder: Path, corpus: Path) -> Questions:
    """Copy the country pages, and ask what was judged before any search answered it."""
    _copy_country_pages(folder, corpus)
    return [(question, set(names.split())) for question, names in HELD_OUT]


def articles(folder: Path, corpus: Path) -> Questions:
    """Write each article of the Declaration to a file of its own, in each language, and ask for them by what they are about."""
    for language, heading in HEADINGS.items():
        text = (corpus / "text_udhr" / f"{language}.txt").read_text(encoding="utf-8")
        parts = re.split(rf"(?m)^\s*{heading}[^\n]{{0,12}}$", text)[1:]
        for number, part in enumerate(parts, 1):
            (folder / f"{language}-{number}.txt").write_text(part.strip(), encoding="utf-8")
    right: dict[str, set[str]] = {}
    for language, asked in ARTICLES.items():
        for question, number in asked:  # a word that two languages share is answered by both
            right.setdefault(question, set()).add(f"{language}-{number}.txt")
    return list(right.items())


def _copy_country_pages(folder: Path, corpus: Path) -> None:
    for path in [*(corpus.parent / "gold" / "pages").glob("*.txt"), *(corpus.parent / "seeds").glob("*.txt")]:
        shutil.copy(path, folder)


# -- who answers ----------------------------------------------------------------------------------------------------


def plain(path: Path) -> str:
    """Return the text of a file without the marks of HTML."""
    return re.sub("<[^>]*>", "", path.read_text(encoding="utf-8"))


def _answers(folder: Path, asked: Questions, work: Path) -> dict[str, Ranked]:
    texts = {path.name: plain(path) for path in sorted(folder.rglob("*")) if path.suffix in {".txt", ".html"}}
    questions = [question for question, _ in asked]
    ways: dict[str, Callable[[], Ranked | None]] = {
        "ours": lambda: _ours(folder, questions, work / f"library-{folder.name}"),
        "FTS5": lambda: _fts5(texts, questions),
        "Xapian": lambda: _xapian(texts, questions),
    }
    return {name: found for name, way in ways.items() if (found := way()) is not None}


def _scores(asked: Questions, found: Ranked) -> list[float]:
    return [ndcg(names, right) for names, (_, right) in zip(found, asked, strict=True)]


def _ours(folder: Path, questions: Sequence[str], library: Path) -> Ranked:
    ours("index", folder, library=library)
    archive = Archive.open(library)
    found = [[Path(hit.path).name for hit in archive.search(SearchRequest(text, limit=TEN, seconds=10)).hits] for text in questions]
    archive.close()
    return found


def _fts5(texts: dict[str, str], questions: Sequence[str]) -> Ranked:
    """Answer by FTS5 with its stemmer; words that are no words to it are left out, as it would call them an error."""
    import pysqlite3

    connection = pysqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE text USING fts5 (name UNINDEXED, body, tokenize = 'porter unicode61')")
    connection.executemany("INSERT INTO text VALUES (?, ?)", texts.items())
    found: Ranked = []
    for question in questions:
        asked = " OR ".join(f'"{word}"' for word in re.sub('["\x00]', " ", question).split())
        rows = connection.execute("SELECT name FROM text WHERE text MATCH ? ORDER BY rank LIMIT ?", (asked, TEN))
        found.append([name for (name,) in rows])
    return found


def _xapian(texts: dict[str, str], questions: Sequence[str]) -> Ranked | None:
    if not Path(_SYSTEM_PYTHON).exists():
        return None
    given = json.dumps({"texts": texts, "questions": list(questions), "limit": TEN})
    done = subprocess.run([_SYSTEM_PYTHON, str(_XAPIAN)], input=given, capture_output=True, text=True, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else None
