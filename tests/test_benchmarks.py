"""The benchmarks measure the same twice, and their table says what was kept and what was not."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

import pytest
from benchmarks import hostile, known, paper, reader
from benchmarks.__main__ import JOBS, _jobs
from benchmarks.budgets import Measured, number, table
from benchmarks.kinds import kinds
from benchmarks.libraries import Maker
from benchmarks.making import PAGE, Language, pdfs, questions, texts
from benchmarks.questions import ARTICLES, COUNTRY_PAGES, HEADINGS, HELD_OUT
from benchmarks.retrieval import ndcg

import fresh
from shared import SHARED, needs_shared


def test_the_same_seed_makes_the_same_language() -> None:
    assert Language(words=500).page() == Language(words=500).page()
    assert list(questions(Language(words=500), count=5)) == list(questions(Language(words=500), count=5))


def test_words_are_as_uneven_as_in_a_language() -> None:
    language = Language(words=2000)
    said = " ".join(language.page() for _ in range(40)).lower().split()
    assert said.count(language.of_rank(0)) > 20 * max(said.count(language.of_rank(0.99)), 1)


def test_texts_have_so_many_pages(tmp_path: Path) -> None:
    texts(tmp_path, files=2, pages=3, language=Language(words=500))
    first, second = sorted(tmp_path.iterdir())
    assert first.read_text(encoding="utf-8").startswith("Report 0\n\n")
    assert 3 * PAGE <= second.stat().st_size <= 3 * PAGE + 40


def test_pdfs_are_whole_and_hold_the_words_that_were_set(tmp_path: Path) -> None:
    pdfs(tmp_path, files=1, pages=3, language=Language(words=500))
    (file,) = tmp_path.iterdir()
    ask = "import json, pymupdf, sys; d = pymupdf.open(sys.argv[1])"
    say = "print(json.dumps([d.is_repaired, d.metadata['title'], len(d.get_toc()), [p.get_text() for p in d]]))"
    repaired, title, outline, said = json.loads(fresh.python("-c", f"{ask}; {say}", str(file)))
    assert (repaired, title, outline) == (False, "Report 0 on the clearance of mined areas", 3)
    language = Language(words=500)
    for text in said:
        assert set(language.page().split()) <= set(text.split())


@pytest.mark.parametrize(
    ("value", "floor", "met"),
    [(0.7, True, True), (0.69, True, False), (0.7, False, True), (0.71, False, False)],
)
def test_a_budget_is_a_floor_or_a_ceiling(value: float, floor: bool, met: bool) -> None:
    assert Measured("indexing", value, 0.7, "×", "", floor=floor).met is met


@pytest.mark.parametrize(
    ("value", "unit", "shown"), [(0.71234, "×", "0.712 ×"), (1.2e-3, "ms", "0.0012 ms"), (123456.0, "MB", "123456 MB")]
)
def test_numbers_are_short(value: float, unit: str, shown: str) -> None:
    assert number(value, unit) == shown


def test_the_table_lines_up_and_names_what_went_over() -> None:
    out = io.StringIO()
    table([Measured("indexing", 0.5, 0.7, "×", "made-up", floor=True), Measured("search", 12, 30, "ms", "made-up")], stream=out)
    head, first, second = out.getvalue().splitlines()
    assert first.split() == ["indexing", "0.5", "×", "≥", "0.7", "×", "OVER", "made-up"]
    assert second.split() == ["search", "12", "ms", "≤", "30", "ms", "ok", "made-up"]
    assert head.index("how") == first.index("made-up") == second.index("made-up")


TEXTS = {
    "eng": "Whereas recognition of the inherent dignity is the foundation of freedom, justice and peace.",
    "fra": "Considérant que la reconnaissance de la dignité inhérente constitue le fondement de la liberté et de la justice.",
    "khm": "ដោយយល់ឃើញថា ការទទួលស្គាល់សេចក្តីថ្លៃថ្នូរជាប់ពីកំណើត",
}


def test_known_items_are_in_one_text_alone() -> None:
    drawn = known.items(TEXTS, each=4)
    assert {item.language for item in drawn} == set(TEXTS)
    assert drawn == known.items(TEXTS, each=4)
    assert all([name for name, text in TEXTS.items() if item.query in text] == [item.language] for item in drawn)


@pytest.mark.parametrize(
    ("query", "cased", "begun", "bare"),
    [
        ("la dignité", "LA DIGNITÉ", "la digni", "la dignite"),
        ("freedom", "FREEDOM", "freed", None),
        ("ការទទួលស្គាល់", "ការទទួលស្គាល់", "ការទទួលស្គា", None),
        ("أَلغام", "أَلغام", "أَلغا", "الغام"),
    ],
)
def test_other_ways_of_typing(query: str, cased: str, begun: str, bare: str | None) -> None:
    assert (known.other_case(query), known.unfinished(query), known.bare(query)) == (cased, begun, bare)


def test_made_documents_are_the_same_each_time() -> None:
    first, second = (list(Maker(paragraphs=20).documents(60)) for _ in range(2))
    assert first == second
    assert sum(len(document.pages) for document in first) == 60
    assert all(set(document.terms.exact.split()) & set(page.stems.split()) for document in first for page in document.pages)


def test_hostile_questions_are_the_same_each_time() -> None:
    first, second = (list(hostile.questions(200)) for _ in range(2))
    assert first == second
    assert len(first) == 200
    assert set(hostile.PASTED) < set(first)


def test_questions_of_each_kind_are_the_same_each_time() -> None:
    first, second = (kinds(Maker(paragraphs=40), times=3) for _ in range(2))
    assert first == second
    assert len({kind.name for kind in first}) == len(first)
    assert {len(text) for kind in first if kind.name.startswith("beginning of") for text in kind.asked} == {2, 3, 5}
    phrases = next(kind.asked for kind in first if kind.name == "phrase")
    assert all(text.startswith('"') and len(text.split()) > 1 for text in phrases)


@pytest.mark.parametrize(
    ("found", "right", "score"),
    [("ab", {"a"}, 1.0), ("ba", {"a"}, 0.63), ("cd", {"a"}, 0.0), ("ab", {"a", "b"}, 1.0), ("xxxxxxxxxxa", {"a"}, 0.0)],
)
def test_ndcg(found: str, right: set[str], score: float) -> None:
    assert ndcg(list(found), right) == pytest.approx(score, abs=0.01)


def test_there_are_enough_questions_in_enough_languages() -> None:
    assert len(COUNTRY_PAGES) >= 30
    assert len(HELD_OUT) == 40
    assert not {text for text, _ in HELD_OUT} & {text for text, _ in COUNTRY_PAGES}
    assert len(ARTICLES) == len(HEADINGS) == 10
    assert all(1 <= number <= 30 for asked in ARTICLES.values() for _, number in asked)


@needs_shared
def test_questions_name_pages_that_are_there() -> None:
    there = {path.name for folder in ("gold/pages", "seeds") for path in (SHARED / folder).iterdir()}
    assert {name for _, names in (*COUNTRY_PAGES, *HELD_OUT) for name in names.split()} <= there


def test_every_job_that_is_named_can_be_run() -> None:
    options = argparse.Namespace(full=False, folder=None, keep=None, corpus=None)
    assert set(_jobs(options)) == set(JOBS)


def test_real_pdfs_are_chosen_from_all_folders(tmp_path: Path) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        for file in range(8):
            (tmp_path / folder / f"{file}.pdf").write_bytes(b"%PDF-1.4 and so on" if file % 2 else b"a web page, whatever its name")
    assert {path.parent.name for path in reader.chosen(tmp_path, 6)} == {"a", "b", "c"}
    assert len(reader.chosen(tmp_path, 6)) == 6
    assert all(int(path.stem) % 2 for path in reader.chosen(tmp_path, 100))
    assert len(reader.chosen(tmp_path, 100)) == 12


def test_a_drawing_is_whole_and_as_large_as_was_said(tmp_path: Path) -> None:
    path = tmp_path / "drawing.pdf"
    paper.write_drawing(path, size=(2384, 3370), content="10 10 m 2000 3000 l S BT /F2 9 Tf 50 50 Td (Area 7) Tj ET")
    ask = "import json, pymupdf, sys; d = pymupdf.open(sys.argv[1]); p = d[0]"
    say = "print(json.dumps([d.is_repaired, len(d), list(p.rect)[2:], p.get_text().strip(), len(p.get_drawings())]))"
    assert json.loads(fresh.python("-c", f"{ask}; {say}", str(path))) == [False, 1, [2384, 3370], "Area 7", 1]
