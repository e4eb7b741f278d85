"""The words of the trade: every entry can be searched for, no group says one thing twice, and questions find their groups."""

from __future__ import annotations

import pytest

from archiveviewer.query.nodes import And, Node
from archiveviewer.query.parser import parse
from archiveviewer.query.synonyms import Group, groups, meant, others
from archiveviewer.text.scripts import script
from archiveviewer.text.terms import query_terms

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "pt", "km", "th")
LEAST = 30
SCRIPTS = {"ru": "cyrillic", "ar": "arabic", "zh": "han", "km": "khmer", "th": "thai"}


def nodes(text: str) -> tuple[Node, ...]:
    node = parse(text).node
    return node.nodes if isinstance(node, And) else (node,) if node is not None else ()


def test_there_are_many_groups_with_names_of_their_own() -> None:
    names = [group.name for group in groups()]
    assert len(names) >= LEAST
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.name)
def test_every_entry_can_be_searched_for_and_stands_once(group: Group) -> None:
    assert {term.language for term in group.terms} >= {"en", "fr", "es", "ru", "ar", "zh"}
    assert {term.language for term in group.terms} <= set(LANGUAGES)
    keys = [(term.language, term.key) for term in group.terms]
    assert all(key for _, key in keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("group", groups(), ids=lambda group: group.name)
def test_every_entry_is_in_the_letters_of_its_language(group: Group) -> None:
    for term in group.terms:
        used = {script(letter) for found in query_terms(term.words, ()) for letter in found.exact if letter.isalpha()}
        assert used <= {SCRIPTS.get(term.language, "latin")}, term


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("landmine survivors Cambodia", [("landmine", "anti-personnel mine"), ("survivors", "survivor")]),
        ("Anti-Personnel Mines", [("Anti-Personnel Mines", "anti-personnel mine")]),
        ("extension request 2019", [("extension request", "extension request")]),
        ("demandes de prolongation", [("demandes de prolongation", "extension request")]),
        ("стадия разминирования", [("разминирования", "mine clearance"), ("разминирования", "clearance")]),
        ("الموعد النهائي", [("الموعد النهائي", "deadline")]),
        ("集束弹药", [("集束弹药", "cluster munition")]),
        ("កាលកំណត់", [("កាលកំណត់", "deadline")]),
        ("Artículo 5", [("Artículo 5", "Article 5")]),
        ("Article 50", []),
        ('"extension request"', []),
        ("landmine*", []),
        ("-landmine", []),
        ("(deadline OR survey)", []),
        ("country:KHM", []),
        ("Cambodia Oslo", []),
    ],
)
def test_a_question_finds_its_groups(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.words, group.name) for one in meant(nodes(text)) for group in one.groups] == found


def words_beside(text: str, *languages: str, most: int = 99, known: set[str] | None = None) -> list[str]:
    (one,) = meant(nodes(text))
    return [term.words for term in others(one, languages, known=known, most=most)]


def test_the_languages_take_turns() -> None:
    assert words_beside("deadline", "fr", "es", most=3) == ["délai", "plazo", "date limite"]
    assert words_beside("plazo", "en") == ["deadline"]


def test_what_holds_the_words_themselves_is_left_out() -> None:
    assert "mine risk education" not in words_beside("risk education", "en")
    assert words_beside("ratification", "fr") == ["ratifier"]
    assert words_beside("Artikel 5".replace("kel", "cle"), "fr", "es") == ["artículo 5"]


def test_what_the_library_lacks_is_left_out() -> None:
    (one,) = meant(nodes("deadline"))
    delay = next(term.key for group in one.groups for term in group.terms if term.words == "délai")
    assert words_beside("deadline", "fr", "es", known=set(delay)) == ["délai"]
