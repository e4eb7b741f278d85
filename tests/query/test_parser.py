"""Anything typed is a question; what it means is written out here."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archiveviewer.query.nodes import And, Field, Near, Node, Not, Or, Phrase, Word
from archiveviewer.query.parser import parse
from archiveviewer.query.printer import printed
from archiveviewer.records import LeftOut, Remark

A, B, C = Word("a"), Word("b"), Word("c")

READ = [
    ("", None),
    ("  \u00a0 ", None),
    ("mines", Word("mines")),
    ("a b", And((A, B))),
    ("clear*", Word("clear", prefix=True)),
    ("*", None),
    ('"not later than"', Phrase("not later than")),
    ("\u201cnot later\u201d", Phrase("not later")),
    ("\u00abpas plus tard\u00bb", Phrase("pas plus tard")),
    ('"not closed', Phrase("not closed")),
    ('""', None),
    ("a -b", And((A, Not(B)))),
    ("-a", Not(A)),
    ("--a", Not(A)),
    ('"a"-b', And((Phrase("a"), B))),
    ("a - b", And((A, B))),
    ('-"a b"', Not(Phrase("a b"))),
    ("anti-personnel", Word("anti-personnel")),
    ("a OR b", Or((A, B))),
    ("a or b", And((A, Word("or"), B))),
    ("c a OR b", And((C, Or((A, B))))),
    ("(c a) OR b", Or((And((C, A)), B))),
    ("a OR b OR c", Or((A, B, C))),
    ("OR a OR", A),
    ("a (b", And((A, B))),
    ("a) b", And((A, B))),
    ("()", None),
    ("-(a b)", Not(And((A, B)))),
    ("-(-a)", A),
    ("-((-(a b)))", And((A, B))),
    ("country:KHM", Field("country", "KHM")),
    ("Language:fr", Field("lang", "fr")),
    ('kind:"extension request"', Field("kind", "extension request", quoted=True)),
    ("-country:KHM", Not(Field("country", "KHM"))),
    ("year:2008..2010", Field("year", "2008..2010")),
    ("title:", Word("title:")),
    ("S/2025/194", Word("S/2025/194")),
    ("203 671", Word("203 671")),
    ("203 671 mines", And((Word("203 671"), Word("mines")))),
    ("2025 194", And((Word("2025"), Word("194")))),
    ("203  671", And((Word("203"), Word("671")))),
    ("-1 200", Not(Word("1 200"))),
    ("https://x.org/a", Word("https://x.org/a")),
    ("a:b", Word("a:b")),
    ("a ~ b", Near((A, B))),
    ("a ~b", Near((A, B))),
    ("a~b", Word("a~b")),
    ("a ~ ~~ b ~ c", Near((A, B, C))),
    ('"a b" ~ c', Near((Phrase("a b"), C))),
    ("c a ~ b", And((C, Near((A, B))))),
    ("a ~ b OR c", Or((Near((A, B)), C))),
    ("a OR b ~ c", Or((A, Near((B, C))))),
    ("(a OR b) ~ c", Near((Or((A, B)), C))),
    ("(a b) ~ c", Near((A, B, C))),
    ("(a ~ b) ~ c", Near((A, B, C))),
    ("-(a ~ b)", Not(Near((A, B)))),
    ("~ a ~", A),
    ("~", None),
    ("(a ~) ~ b", Near((A, B))),
    ("-a ~ b", And((Not(A), B))),
    ("a ~ -c ~ b", And((Near((A, B)), Not(C)))),
    ("-c ~ (a b)", And((Not(C), A, B))),
    ("country:KHM ~ b", And((Field("country", "KHM"), B))),
    ("(a OR (b c)) ~ b", And((Or((A, And((B, C)))), B))),
]


@pytest.mark.parametrize(("text", "node"), READ)
def test_a_question_reads_as_people_mean_it(text: str, node: Node | None) -> None:
    assert parse(text).node == node


TYPED = [
    ("mi", Word("mi", prefix=True)),
    ("m", Word("m")),
    ("a m", A),
    ("a mi", And((A, Word("mi", prefix=True)))),
    ("mi ", Word("mi")),
    ("a OR mi", Or((A, Word("mi", prefix=True)))),
    ('"not la', Phrase("not la", prefix=True)),
    ('"not later"', Phrase("not later")),
    ("a country:", A),
    ("a country:Cam", And((A, Field("country", "Cam", prefix=True)))),
    ("(a mi)", And((A, Word("mi")))),
    ("地", Word("地")),
]


@pytest.mark.parametrize(("text", "node"), TYPED)
def test_the_last_word_may_go_on_while_it_is_typed(text: str, node: Node) -> None:
    assert parse(text, typing=True).node == node


def test_long_questions_are_cut_and_say_so() -> None:
    assert parse("word " * 200).notes == (Remark(LeftOut.CHARACTERS, ("512",)), Remark(LeftOut.TERMS, ("32",)))
    many = parse(" ".join(f"w{number}" for number in range(40)))
    assert isinstance(many.node, And) and len(many.node.nodes) == 32


def test_brackets_nest_to_twenty() -> None:
    assert parse("(" * 20 + "a" + ")" * 20).node == A
    deep = parse("(" * 60 + "a")
    assert deep.notes == (Remark(LeftOut.BRACKETS, ("20",)),)


CUT = [
    ("mines", [("mines", "")]),
    ("  mines   clearance ", [("mines", "clearance"), ("clearance", "mines")]),
    ('mines "in force" -laos', [("mines", '"in force" -laos'), ('"in force"', "mines -laos"), ("-laos", 'mines "in force"')]),
    ("a OR b c", [("a OR b", "c"), ("c", "a OR b")]),
    ("(a b) c", [("a", "(b) c"), ("b", "(a) c"), ("c", "(a b)")]),
    ("(a b) OR c country:KHM", [("(a b) OR c", "country:KHM"), ("country:KHM", "(a b) OR c")]),
    ("-(a b) c", [("-(a b)", "c"), ("c", "-(a b)")]),
    ('a"b"c', [("a", '"b"c'), ('"b"', "a c"), ("c", 'a"b"')]),
    ('a "b', [("a", '"b'), ('"b', "a")]),
    ("1 a 200", [("1", "a 200"), ("a", "1  200"), ("200", "1 a")]),
    ("a ~ b c", [("a ~ b", "c"), ("c", "a ~ b")]),
    ("(c -a) ~ b", [("c ~ b", "(-a)"), ("-a", "(c) ~ b")]),
    ("c -a ~ b", [("c", "-a ~ b"), ("-a ~", "c b"), ("~ b", "c -a")]),
]


@pytest.mark.parametrize(("text", "parts"), CUT)
def test_each_part_can_be_taken_out(text: str, parts: list[tuple[str, str]]) -> None:
    question = parse(text)
    assert [(question.typed(piece), question.without(piece)) for piece in question.pieces] == parts


def test_what_cannot_be_near_is_looked_for_anywhere() -> None:
    assert parse("-a ~ b").notes == (Remark(LeftOut.NEARNESS),)
    assert parse("a ~ b").notes == ()


SIGNS = st.sampled_from(
    [
        "1",
        " 200",
        "~",
        "~ ",
        '"',
        "(",
        ")",
        "-",
        " ",
        "OR",
        "*",
        ":",
        "country:",
        "year:",
        "\u00a0",
        "\ud800",
        "\x00",
        "\u202e",
        "mines",
        "地",
    ]
)


@given(st.one_of(st.text(max_size=600), st.lists(SIGNS, max_size=80).map("".join)), st.booleans())
def test_nothing_typed_is_wrong(text: str, typing: bool) -> None:
    parse(text, typing=typing)


@given(st.lists(SIGNS, max_size=40).map("".join))
def test_what_is_printed_reads_the_same(text: str) -> None:
    node = parse(text[:200]).node
    if node is not None:
        assert parse(printed(node)).node == node


@example('"1"-1')
@example('"1" --"2"--3')
@given(st.lists(SIGNS, max_size=40).map("".join))
def test_what_is_left_reads_as_before(text: str) -> None:
    question = parse(text[:200])
    for at, piece in enumerate(question.pieces):
        left = [other.node for other in question.pieces if other is not piece]
        assert [other.node for other in parse(question.without(piece)).pieces] == left, at
