"""What a document is about: its country, its treaty, the languages of its rules. Asked once for each document that may hold facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from archiveviewer.facts.wording.rules import languages as rule_languages
from archiveviewer.text import mentions, names

_HEAD = 700
_BODY = 20_000
_NAME = 60
_SURE = 2
"""How many times as often as any other a country must be named."""
_SHARE = 0.4
"""What share of all mentions must be of it."""

_NAMED_AS_LINE, _IN_ADDRESS, _IN_TITLE, _IN_HEAD = 10, 8, 10, 2

_BORDER = re.compile(r"\b(?:border (?:with|to)|frontera con|frontière avec) (?:the |el |la |le |l['’])?$", re.IGNORECASE)
"""A country behind these is where another one ends."""
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")
_APMBC = (
    "anti-person", "antiperson", "anti person", "mine ban", "mine-ban", "apmbc", "apminebanconvention", "ottawa convention",
    "ottawa treaty", "landmine", "minas anti", "mines anti", "minas terrestres", "prohibición de minas",
    "interdiction des mines", "0msp", "1msp", "2msp", "3msp", "4msp", "5msp", "6msp", "7msp", "8msp", "9msp",
)  # fmt: skip
_CCM = ("cluster munition", "cluster-munition", "cluster bomb", "ccm", "sous-munition", "submunition", "municiones en racimo")
_SITES = {"apmbc": re.compile(r"apminebanconvention\."), "ccm": re.compile(r"clusterconvention\.|clustermunitions\.")}
_AT_SITE = 5
"""A page of the site of a treaty names other treaties too, but means its own."""
_SAMPLE = 8000
_FRENCH = ("la", "les", "des", "une", "dans", "sur", "est", "du")
_SPANISH = ("la", "los", "las", "una", "por", "del", "que", "el")
_ENGLISH = ("the", "of", "and", "in", "to")
_PORTUGUESE = ("da", "do", "das", "dos", "não", "pela", "pelo", "uma", "são", "em")
_SCRIPTS = (
    ("ru", re.compile("[\u0430-\u044f]{4}")),
    ("ar", re.compile("[\u0621-\u064a]{3}")),
    ("zh", re.compile("[\u4e00-\u9fff]{2}")),
    ("km", re.compile("[\u1780-\u17a2]")),
)


@dataclass(frozen=True, slots=True)
class About:
    """The country (alpha-3) that a document is about, its treaty (apmbc or ccm), and the languages to read it in; None when not clear."""

    country: str | None
    treaty: str | None
    languages: tuple[str, ...]


def about(text: str, title: str) -> About:
    """Return what a text is about."""
    spoken = languages_of_names(f"{title}\n{text[:_BODY]}")
    return About(
        country=country(text, title, spoken),
        treaty=_treaty(text[:_BODY], title),
        languages=tuple(language for language in spoken if language in rule_languages()),
    )


def country(text: str, title: str, languages: tuple[str, ...] = ("en",)) -> str | None:
    """Return the country that a document is about: named in its title, alone on a line, in its address, or far more often than others."""
    votes: Counter[str] = Counter()
    for code, weight in _votes(text, title, languages):
        votes[code] += weight
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _SURE * ranked[1][1]):
        return None
    best, points = ranked[0]
    return best if points > 1 and points >= _SHARE * votes.total() else None


def _votes(text: str, title: str, languages: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    head = text[:_HEAD]
    for mention in mentions.find(title, languages):
        yield mention.code, 0 if _BORDER.search(title, 0, mention.span[0]) else _IN_TITLE
    for line in head.splitlines():
        code = names.code_of(line) if len(line.strip()) < _NAME else None
        if code:
            yield code, _NAMED_AS_LINE
    for address in _ADDRESS.finditer(head):
        for mention in mentions.find(_words_of(address[0])):
            yield mention.code, _IN_ADDRESS
    body = _ADDRESS.sub(lambda found: " " * len(found[0]), text[:_BODY])
    for mention in mentions.find(body, languages):
        yield mention.code, _IN_HEAD if mention.span[0] < _HEAD else 1


def _words_of(address: str) -> str:
    path = address.partition("://")[2].partition("/")[2]
    return " ".join(word.capitalize() if word not in ("of", "the", "and") else word for word in re.split(r"[\W_]+", path))


def _treaty(text: str, title: str) -> str | None:
    body, name = text.lower().replace("\n", " "), title.lower()
    apmbc, ccm = (sum(body.count(word) + 5 * name.count(word) for word in words) for words in (_APMBC, _CCM))
    apmbc, ccm = (count + _AT_SITE * (_SITES[code].search(body, 0, _HEAD) is not None) for code, count in (("apmbc", apmbc), ("ccm", ccm)))
    if apmbc >= _SURE * ccm and apmbc:
        return "apmbc"
    return "ccm" if ccm >= _SURE * apmbc and ccm else None


def languages_of_names(text: str) -> tuple[str, ...]:
    """Return the languages in whose words a text may name countries: English always, those it seems to be in, those of its scripts."""
    found = [*_languages(text)]
    words = Counter(text[:_SAMPLE].lower().split())
    if _count(words, _PORTUGUESE) > _count(words, _ENGLISH) / 2 + 1:
        found.append("pt")
    found += [] if text.isascii() else [language for language, letters in _SCRIPTS if letters.search(text)]
    return tuple(found)


def _languages(text: str) -> tuple[str, ...]:
    """Return the languages whose rules are worth trying; English always, since titles and listings of every site use it."""
    words = Counter(text[:_SAMPLE].lower().split())
    english, french, spanish = (_count(words, known) for known in (_ENGLISH, _FRENCH, _SPANISH))
    found = ["en"]
    if french > english / 2 and french > 1:
        found.append("fr")
    if spanish > english / 2 and spanish > 1:
        found.append("es")
    return tuple(found)


def _count(words: Counter[str], known: tuple[str, ...]) -> int:
    return sum(map(words.__getitem__, known))
