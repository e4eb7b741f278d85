"""The line that is shown under a hit."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from archiveviewer.text.snippets import snippet


def lit(text: str, words: list[str], width: int) -> tuple[str, list[str]]:
    spans = sorted((at, at + len(word)) for word in words for at in range(len(text)) if text.startswith(word, at))
    line, marks = snippet(text, spans, width)
    return line, [line[start:end] for start, end in marks]


def test_the_whole_of_a_short_text_on_one_line() -> None:
    assert lit("not later\n  than\u00a0 1 January", ["than"], 160) == ("not later than 1 January", ["than"])


def test_the_beginning_where_nothing_is_lit() -> None:
    assert snippet("one two three four five", (), 12) == ("one two…", ())


def test_the_place_with_the_most_different_words() -> None:
    text = "mine mine mine " + "filler " * 40 + "a mine and its deadline " + "filler " * 40
    line, marks = lit(text, ["mine", "deadline"], 60)
    assert line.startswith("…") and line.endswith("…")
    assert marks == ["mine", "deadline"]


def test_words_are_not_cut() -> None:
    line, marks = lit("alpha beta gamma delta epsilon zeta eta theta iota kappa", ["zeta"], 24)
    assert (line, marks) == ("…epsilon zeta eta theta…", ["zeta"])


def test_a_written_cluster_is_not_cut() -> None:
    text = "សេចក្ដីប្រកាសជាសកលស្ដីពីសិទ្ធិមនុស្ស" * 5
    line, _ = snippet(text, (), 7)
    assert line == "សេចក្ដី…"


def test_a_span_wider_than_the_line_is_kept_from_its_beginning() -> None:
    line, marks = snippet("x " * 50 + "word " * 100, ((100, 500),), 40)
    assert marks and line[slice(*marks[0])].startswith("word")


@settings(max_examples=300, deadline=None)
@given(
    text=st.text(alphabet="ab \n\u00a0é្ក\u0301🙂", max_size=200), cuts=st.lists(st.integers(0, 200), max_size=8), width=st.integers(5, 60)
)
def test_marks_lie_in_the_line_and_show_what_was_lit(text: str, cuts: list[int], width: int) -> None:
    bounds = sorted({min(cut, len(text)) for cut in cuts})
    spans = tuple(zip(bounds[::2], bounds[1::2], strict=False))
    line, marks = snippet(text, spans, width)
    assert "\n" not in line and "  " not in line
    assert all(0 <= start < end <= len(line) for start, end in marks)
    whole = " ".join(text.split())
    assert line.strip("…").strip() in whole
