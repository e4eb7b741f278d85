"""The treaties and their meetings: what pages call them, and when and where they met (data/treaties.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from archiveviewer import assets
from archiveviewer.facts.wording.literals import Clause, best, required


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of the states parties (12MSP) or a review conference (4RC) of a treaty, with its days and place."""

    treaty: str
    code: str
    first_day: date
    last_day: date
    place: str
    source: str


@cache
def _table() -> dict[str, Any]:  # TOML as it comes; each reader below takes its own part
    return tomllib.loads(assets.text("treaties.toml"))


@cache
def meetings() -> tuple[Meeting, ...]:
    """Return all known meetings, oldest first."""
    found = (
        Meeting(
            treaty=row["treaty"],
            code=row["code"],
            first_day=row["from"],
            last_day=row["to"],
            place=row["place"],
            source=row["source"],
        )
        for row in _table().get("meeting", [])
    )
    return tuple(sorted(found, key=lambda meeting: meeting.last_day))


def meeting(treaty: str, code: str) -> Meeting | None:
    """Return the meeting of a treaty by its code, such as 4RC, or None."""
    return next((known for known in meetings() if known.treaty == treaty and known.code == code), None)


@cache
def in_force(treaty: str) -> date | None:
    """Return the day on which a treaty itself entered into force."""
    days = {row["code"]: date.fromisoformat(row["in_force"]) for row in _table()["treaty"] if "in_force" in row}
    return days.get(treaty)


_FEW = 64
"""As many sentences are asked about again, by other rules and by those behind them."""


@cache
def treaty_words() -> re.Pattern[str]:
    """Return the pattern of all that pages call the treaties; the group that matched is `t` and the number of the treaty."""
    groups = [f"(?P<t{number}>{'|'.join(row['words'])})" for number, row in enumerate(_table()["treaty"])]
    generic = f"(?P<generic>{'|'.join(_table()['generic']['words'])})"
    abbreviation = r"(?:\s\((?:the\s)?[\w\s-]{2,25}\))?"
    pattern = f"(?<!\\w)(?:(?:the|la|le|el|a|o)\\s)?(?:{'|'.join(groups)}){abbreviation}|(?<!\\w){generic}"
    return re.compile(_spaced(pattern), re.IGNORECASE)


@lru_cache(maxsize=_FEW)
def named_in(words: str) -> frozenset[str]:
    """Return those of the two treaties about mines that words in small letters name."""
    single = " ".join(words.split())
    if not any(map(single.__contains__, words_of_treaties())):
        return frozenset()
    groups = [(code, f"t{number}") for number, code in enumerate(treaty_codes()) if code in ("apmbc", "ccm")]
    found = [match for match in treaty_words().finditer(words) if not match["generic"]]
    return frozenset(code for match in found for code, group in groups if match[group])


@lru_cache(maxsize=_FEW)
def other_named_in(words: str) -> str | None:
    """Return the first treaty that words in small letters name, if it is neither of the two about mines."""
    match = treaty_words().search(words)
    code = next((code for number, code in enumerate(treaty_codes()) if match and match[f"t{number}"]), None)
    return None if code in ("apmbc", "ccm") else code


def _spaced(pattern: str) -> str:
    """Return a pattern in which a blank stands for any blanks, and one with a question mark for blanks or none."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")


@cache
def words_of_treaties() -> Clause:
    """Return words, in small letters, of which a text has one when it names a treaty."""
    said = [wording for row in (*_table()["treaty"], _table()["generic"]) for wording in row["words"]]
    return _any_of(said)


_FIRST_OF_REQUESTS = 9
"""The first meeting that decided on requests: from it on, "the Tenth Meeting" alone is one of the States Parties."""


_BEHIND_ORDINAL = ("t meeting", "d meeting", "h meeting")
"""An English ordinal ends in one of these letters: "the Meeting" alone, which reports are full of, names none."""


@cache
def words_of_meetings() -> Clause:
    """Return words, in small letters, of which a text has one when it names a meeting."""
    said = [wording for words in _table()["meeting_words"].values() for wording in words]
    codes = tuple(f"{number}rc" for number in range(10))
    words = _any_of([*said, *(row["words"] for row in _table()["named_meeting"])])
    return (*_BEHIND_ORDINAL, *(word for word in words if word != "meeting"), "msp", *codes)


def _any_of(said: Sequence[str]) -> Clause:
    words = dict.fromkeys(word.lower() for wording in said for word in best(required(wording, lambda _: ())))
    return tuple(word for word in words if not any(other in word and other != word for other in words))


@cache
def treaty_codes() -> tuple[str, ...]:
    """Return the codes in the order of the groups of `treaty_words`."""
    return tuple(row["code"] for row in _table()["treaty"])


@cache
def meeting_words() -> re.Pattern[str]:
    """Return the pattern of what pages call a meeting: a code, a number with "meeting of the states parties", or a name."""
    ordinals = "|".join(word for words in _table()["ordinals"].values() for group in words for word in reversed(group.split("|")))
    kinds = "|".join(f"(?P<{kind}>{'|'.join(words)})" for kind, words in _table()["meeting_words"].items())
    names = "|".join(f"(?P<name{number}>{row['words']})" for number, row in enumerate(_table()["named_meeting"]))
    late = "|".join(_table()["ordinals"]["en"][_FIRST_OF_REQUESTS - 1 :])
    pattern = (
        rf"(?<!\w)(?:(?P<ordinal>{ordinals}|\d{{1,2}}(?:st|nd|rd|th)) (?:{kinds})"
        rf"|(?P<late>{late}) meeting(?! (?:of|on|with|in(?! (?:\w+ )?\d{{4}})))|(?P<code>\d{{1,2}}(?:MSP|RC))|{names})(?!\w)"
    )
    return re.compile(_spaced(pattern), re.IGNORECASE)


def meeting_code(match: re.Match[str]) -> str:
    """Return the code of a meeting that `meeting_words` found, such as 12MSP."""
    if match["code"]:
        return match["code"].upper()
    if match["late"]:
        return f"{_number(match['late'])}MSP"
    if match["ordinal"]:
        kind = "MSP" if match["MSP"] else "RC"
        return f"{_number(match['ordinal'])}{kind}"
    return next(str(row["code"]) for number, row in enumerate(_table()["named_meeting"]) if match[f"name{number}"])


@lru_cache(maxsize=_FEW)
def _number(ordinal: str) -> int:
    digits = re.match(r"\d+", ordinal)
    if digits:
        return int(digits[0])
    word = re.sub(r"\s+", " ", ordinal.casefold())
    for words in _table()["ordinals"].values():
        for number, group in enumerate(words, start=1):
            if any(re.fullmatch(spelling, word) for spelling in group.split("|")):
                return number
    raise ValueError(ordinal)
