"""SQLite stores the terms as they are and finds them: with the tokenizer of the index no term is ever split or changed."""

from __future__ import annotations

from collections.abc import Iterator

import pysqlite3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiveviewer.text.terms import index_terms, query_terms
from shared import SHARED, needs_shared

PUNCTUATION = "".join(chr(code) for code in range(0x21, 0x7F) if not chr(code).isalnum())


@pytest.fixture(scope="module")
def database() -> Iterator[pysqlite3.Connection]:
    connection = pysqlite3.connect(":memory:")
    tokenizer = "ascii tokenchars '" + PUNCTUATION.replace("'", "''").replace('"', '""') + "'"
    connection.execute(f"""CREATE VIRTUAL TABLE page USING fts5(exact, stems, content='', tokenize="{tokenizer}")""")
    connection.execute("CREATE VIRTUAL TABLE word USING fts5vocab(page, instance)")
    yield connection
    connection.close()


def stored(database: pysqlite3.Connection, exact: str) -> list[str]:
    """Return what SQLite makes of the terms."""
    database.execute("INSERT INTO page(page) VALUES ('delete-all')")
    database.execute("INSERT INTO page(rowid, exact, stems) VALUES (1, ?, '')", [exact])
    return [term for (term,) in database.execute("SELECT term FROM word ORDER BY offset")]


def phrase(words: str) -> str:
    """Return the words as a phrase of FTS5."""
    terms = query_terms(words, [])
    return '"' + " ".join(term.exact for term in terms) + '"' + ("*" if terms[-1].prefix else "")


@given(text=st.text(max_size=80))
def test_terms_come_back_as_they_went_in(database: pysqlite3.Connection, text: str) -> None:
    exact = index_terms(text, None).exact
    assert stored(database, exact) == exact.split(" ") * bool(exact)


@needs_shared
@pytest.mark.parametrize("name", sorted(path.name for path in (SHARED / "corpus" / "text_udhr").glob("*.txt")))
def test_terms_of_real_texts_come_back(database: pysqlite3.Connection, name: str) -> None:
    exact = index_terms((SHARED / "corpus" / "text_udhr" / name).read_text("utf-8"), None).exact
    assert stored(database, exact) == exact.split(" ")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("已经销毁了203,671枚杀伤人员地雷。", "地雷"),
        ("已经销毁了203,671枚杀伤人员地雷。", "雷"),
        ("已经销毁了203,671枚杀伤人员地雷。", "枚"),
        ("已经销毁了203,671枚杀伤人员地雷。", "203 671"),
        ("已经销毁了203,671枚杀伤人员地雷。", "杀伤人员地雷"),
        ("ការហាមឃាត់មីន\u200bប្រឆាំង\u200bមនុស្ស", "មីន"),
        ("ការហាមឃាត់មីន\u200bប្រឆាំង\u200bមនុស្ស", "មីនប្រឆាំងមនុស្ស"),
        ("อนุสัญญาห้ามทุ่นระเบิดสังหารบุคคล", "ทุ่นระเบิด"),
        ("대인지뢰를 제거한다", "지뢰"),
        ("対人地雷の使用", "地雷"),
        ("document S/2025/194 of 1\u00a0March", "s/2025/194"),
        ("at the 11MSP", "11 MSP"),
        ("le prix de l’eau", "L'EAU"),
        ("the anti-\npersonnel mine", "anti-personnel"),
    ],
)
def test_a_question_finds_its_text(database: pysqlite3.Connection, text: str, words: str) -> None:
    stored(database, index_terms(text, None).exact)
    assert database.execute("SELECT rowid FROM page WHERE page MATCH ?", [phrase(words)]).fetchall() == [(1,)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("手榴弹和地面上的雷声", "地雷"),
        ("មនុស្ស និងសីល", "មីន"),
        ("the eau de l'or", "l'eau"),
        ("194/2025/S", "S/2025/194"),
        ("203 and 671", "203671"),
    ],
)
def test_a_question_does_not_find_what_only_looks_alike(database: pysqlite3.Connection, text: str, words: str) -> None:
    stored(database, index_terms(text, None).exact)
    assert database.execute("SELECT rowid FROM page WHERE page MATCH ?", [phrase(words)]).fetchall() == []
