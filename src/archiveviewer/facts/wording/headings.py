"""What a heading, or a sentence, is about: its treaty, the topic of its section, the themes that its words name."""

from __future__ import annotations

import re
from functools import lru_cache

from archiveviewer.facts.wording.literals import Clause, best, required

_FEW = 64
"""As many sentences are asked about again, by other rules and by those behind them."""
_TREATIES = (
    ("ccm", re.compile(r"\b(?:cluster munitions?|ccm|armes à sous-munitions|municiones en racimo|article 4 clearance deadline)\b")),
    (
        "apmbc",
        re.compile(
            r"\b(?:mine ban|article 5 (?:clearance )?deadline|anti-?personnel (?:land)?mines?|ap mines|apmbc|ottawa (?:convention|treaty)"
            r"|landmines?(?! monitor| and cluster)"
            r"|interdiction des mines|mines anti-?personnel|prohibición de (?:las )?minas|minas anti-?personal)\b"
        ),
    ),
)
_ARTICLE_5 = re.compile(
    r"\barticle 5 (?:\w+ )?(?:deadline|obligation|extension|clearance|request|implementation)|\b(?:compliance with|under) article 5\b"
)
"""What only the Anti-Personnel Mine Ban Convention asks for."""
_ARTICLE_4 = re.compile(
    r"\b(?:extension|request|extend\w*|prolong\w*)\b[^.;]{0,40}\barticle 4\b|\barticle 4 (?:\w+ ){0,2}?(?:extension|request|clearance)"
)
"""What only the Convention on Cluster Munitions knows: a deadline under Article 4 that can be extended."""
_MINES = re.compile(r"\banti-? ?person+[ae]l (?:land)?mines?\b|\bmined areas?\b|\bminefields?\b|\bmine (?:clearance|contamination)\b")
"""What only the Anti-Personnel Mine Ban Convention is about, unless cluster munitions are named too."""
_TOPICS = (
    ("retained", re.compile(r"\bretain|\bretention|article 3\b")),
    ("stockpile", re.compile(r"\bstockpil|\bstocks\b|\bexistencias\b")),
    ("contamination", re.compile(r"\bcontaminat|^(?:anti-?personnel )?(?:land)?mines?$")),
    ("clearance", re.compile(r"\bclearance|article 5\b|mined areas|\bland release\b|\bdemining\b|\bdéminage\b|\bdesminado\b")),
    ("victims", re.compile(r"\bv[ií]ctim|casualt")),
    ("reports", re.compile(r"\btransparency\b|\barticle 7\b|\breporting\b")),
    ("education", re.compile(r"\brisk (?:education|awareness|reduction)\b|\b(?:eore|mre)\b")),
    ("treaties", re.compile(r"\bother (?:conventions|treaties)|treaty status")),
)
_WEAPON = re.compile(r"(?:anti-?(?:personnel|vehicle) )?(?:land)?mines?|cluster munition(?:s| remnants?)|ap mines|cmr")
_THEMES = (
    (
        "stockpile",
        re.compile(r"\bstock(?:s|piles?|piled|piling)?\b|\bdepots?\b|\barsenals?\b|\bmines (?:that )?(?:\S+ )?(?:had )?declared\b"),
    ),
    (
        "retained",
        re.compile(
            r"\bretain|\bretention\b|\bfor training\b|\bpermitted purposes\b|\barticle 3\b|\b(?:keeps?|kept|keeping) (?:\S+ ){0,3}?mines\b"
        ),
    ),
    (
        "clearance",
        re.compile(
            r"\bclear(?:s|ed|ing|ance)?\b|\bdemin|\bmined\b|\bminefield|\bcontaminat|\barticle 5\b|\bexten(?:d|sion)|\bprolong|\brequest"
            r"|\bareas (?:in which|where|known|suspected|contain|under)|\bhazardous"
        ),
    ),
    ("report", re.compile(r"\btransparency\b|\barticle 7\b|\b(?:initial|first|annual) (?:\w+ )?report")),
    ("victims", re.compile(r"\bvictim|\bcasualt|\bsurvivor")),
)
_DEADLINE = re.compile(
    r"\bdeadline|\buntil\b|\btill\b|\bdemin|\bgranted\b|\b(?:more|further|additional) (?:years|months)\b|\b(?:years|months) more\b"
)
_OF_DEADLINES = "clearance"
_OF_TOPIC = {"contamination": "clearance", "reports": "report"}


def treaty_of(words: str) -> str | None:
    """Return the treaty that a heading names."""
    return next((code for code, heading in _TREATIES if heading.search(words)), None)


def treaty_by_article(words: str) -> str | None:
    """Return the treaty that alone has what a sentence says of an article."""
    return "apmbc" if _ARTICLE_5.search(words) else "ccm" if _ARTICLE_4.search(words) else None


def treaty_by_weapon(words: str) -> str | None:
    """Return the treaty about anti-personnel mines where a sentence speaks of these alone."""
    return "apmbc" if "cluster" not in words and _MINES.search(words) else None


def is_weapon(words: str) -> bool:
    """Tell whether a heading only names a kind of weapon, below one that says what is told of it."""
    return _WEAPON.fullmatch(words.strip(" :")) is not None


@lru_cache(maxsize=_FEW)
def topic_of(words: str) -> str:
    """Return the topic of the section that a heading begins; empty when it names none."""
    return next((topic for topic, heading in _TOPICS if heading.search(words)), "")


@lru_cache(maxsize=_FEW)
def themes_of(words: str) -> frozenset[str]:
    """Return all that a sentence in small letters is about."""
    return frozenset(theme for theme, said in _THEMES if said.search(words))


def words_of(theme: str) -> Clause:
    """Return words of which a sentence has one when it may be about a theme, and so has a heading of a section about it."""
    patterns = [said.pattern for name, said in _THEMES if name == theme]
    patterns += [said.pattern for topic, said in _TOPICS if _OF_TOPIC.get(topic, topic) == theme]
    patterns += [_DEADLINE.pattern] if theme == _OF_DEADLINES else []
    return tuple(dict.fromkeys(word for pattern in patterns for word in best(required(pattern, lambda _: ()))))


def theme_of_topic(topic: str, words: str) -> frozenset[str]:
    """Return what a sentence of a section is about when it does not say it; most deadlines are those for clearance."""
    if topic:
        return frozenset((_OF_TOPIC.get(topic, topic),))
    return frozenset((_OF_DEADLINES,)) if _DEADLINE.search(words) else frozenset()
