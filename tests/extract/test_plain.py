"""Plain text and Markdown are read as written."""

from __future__ import annotations

import pytest

from archiveviewer.extract.plain import PlainReader
from archiveviewer.records import Health, ProblemCode
from shared import SHARED, needs_shared

reader = PlainReader()


@pytest.mark.parametrize(
    ("head", "name", "claims"),
    [
        (b"Cambodia", "page.txt", True),
        (b"Cambodia", "README", True),
        (b"Cambodia", "page.of.2009", True),
        (b"# Cambodia", "page.md", True),
        ("Cambodia".encode("utf-16"), "page.txt", True),
        (b"", "empty.txt", True),
        (b"", "empty", False),
        (b"\x00\x01\x02" * 9, "data", False),
        (b"\x00\x01\x02" * 9, "data.txt", True),
        (b"a,b\n", "a.csv", False),
        (b"{}", "a.json", False),
        (b"Return-Path: x\nReceived: y\nSubject: z\nMessage-ID: 1\n", "a.eml", False),
        (b"{\\rtf1", "a.txt", False),
        (b"%PDF-1.4\n", "a.txt", False),
    ],
)
def test_claims(head: bytes, name: str, *, claims: bool) -> None:
    assert (reader.claims(head, name) is not None) is claims


def test_text_is_kept_as_written() -> None:
    text = "Retained Mines (Article\xa03)\n\nAs of 2019, Cambodia\u00a0reported   1,235 mines.\n"
    read = reader.read(text.encode(), "page.txt")
    assert "".join(page.text for page in read.pages) == text
    assert (read.media_type, read.title, read.paged, read.problems) == ("text/plain", "Retained Mines (Article 3)", False, ())


def test_long_text_comes_in_numbered_sections() -> None:
    text = "\n\n".join(f"Paragraph {number}. " + "Mines were cleared. " * 30 for number in range(40))
    read = reader.read(text.encode(), "long.txt")
    assert len(read.pages) > 5
    assert [page.number for page in read.pages] == list(range(1, len(read.pages) + 1))
    assert [page.label for page in read.pages[:2]] == ["1", "2"]
    assert "".join(page.text for page in read.pages) == text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('---\ntitle: "Cambodia\'s request"\n---\n# Other\n', "Cambodia's request"),
        ("Some words.\n\n# The heading\n", "The heading"),
        ("The heading\n===========\nwords", "The heading"),
        ("```\n# a comment\n```\n## Second level\n", "Second level"),
        ("No heading here\n\nat all", "No heading here"),
    ],
)
def test_title_of_markdown(text: str, title: str) -> None:
    assert reader.read(text.encode(), "page.md").title == title


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ProblemCode.EMPTY),
        (b" \n\t\n", ProblemCode.EMPTY),
        (b"--- *** ---\n", ProblemCode.EMPTY),
        (bytes(range(256)), ProblemCode.DAMAGED),
    ],
)
def test_nothing_to_read_is_a_problem(data: bytes, code: ProblemCode) -> None:
    read = reader.read(data, "the_page.txt")
    assert read.pages == ()
    assert [problem.code for problem in read.problems] == [code]
    assert read.title == "the page"


def test_figures_alone_are_text() -> None:
    assert reader.read(b"2019 1235\n", "a.txt").pages[0].text == "2019 1235\n"


def test_a_rule_between_sections_is_no_scan() -> None:
    assert {page.health for page in reader.read(b"Mines.\n\n" + b"-" * 4000, "a.txt").pages} == {Health.GOOD}


def test_what_cannot_be_stored_is_replaced_in_its_place() -> None:
    read = reader.read(b"Title of it\n" + b"word " * 1000 + b"one\x00two", "a.txt")
    assert read.pages[-1].text.endswith("one\ufffdtwo")


def test_lost_letters_are_told() -> None:
    data = "Les mines antipersonnel ont été enlevées à Kaboul. ".encode() * 20 + b"\xff\n"
    (problem,) = reader.read(data, "a.txt").problems
    assert problem.code is ProblemCode.PARTIAL
    assert "encoding" in problem.reason


@needs_shared
@pytest.mark.parametrize("name", ["khm.txt", "arb.txt", "cmn_hans.txt", "rus.txt"])
def test_the_declaration_is_read_in_full(name: str) -> None:
    data = (SHARED / "corpus" / "text_udhr" / name).read_bytes()
    read = reader.read(data, name)
    assert "".join(page.text for page in read.pages) == data.decode("utf-8-sig").replace("\r\n", "\n")
    assert not read.problems
