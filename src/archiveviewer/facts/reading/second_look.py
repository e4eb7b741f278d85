"""A second look at what people's safety hangs on: deadlines, decisions, completions and withdrawals.

A rule finds a wording; the sentence around it may still say the opposite. A request that was refused sets no deadline, a draft of a
decision decides nothing, a county that is clear is not a country that is clear. What is left in doubt here is not said at all, or said
as what was asked for: whoever misses a deadline looks on, whoever trusts a false completion walks. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archiveviewer.facts.reading.matching import Found
from archiveviewer.records import Kind
from archiveviewer.text import dates, mentions

_DEADLINES = ("apmbc.art5.deadline", "ccm.art4.deadline")
_COMPLETIONS = ("apmbc.art5.completion", "ccm.art4.completion")
_DECLARED = "completion_declared"
_GRANTED = "apmbc.art5.request_granted"
_REQUESTED = "apmbc.art5.deadline_requested"
_HEAD = 700

_REFUSED = re.compile(
    r"\b(?:refused|refusing|rejected|rejecting|turned down|denied|den(?:y|ies) (?:the|its|this)"
    r"|not to (?:grant|extend|set|approve|accept|agree)"
    r"|(?:did|does|do|was|were|is|has|had|have|could|would) not (?:be |been |yet |then )*"
    r"(?:grant|extend|approv|accept|adopt|agree|set|allow|prolong)\w*"
    r"|subject to (?:the |its )?(?:approval|agreement|decision|confirmation)|(?:has|have|had|is|are) yet to be"
    r"|(?:await\w*|pending) (?:an? |the |its )?(?:decision|approval)|no decision"
    r"|decision [^.;]{0,60}?\b(?:postponed|deferred|adjourned)"
    r"|withdrew (?:its|the|this|that) (?:\w+ )?request"
    r"|request [^.;]{0,60}?\bwas withdrawn|refusée?s?|rejetée?s?|n['’]a pas (?:été )?(?:accord|approuv)\w+|rechaz\w+|deneg\w+)\b",
    re.IGNORECASE,
)
"""Words by which a day that was asked for was not given, or not yet."""
_VOID = re.compile(
    r"\b(?:annulled|revoked|rescinded|not valid|no longer valid|invalid|void|overturned|wrongly|mistakenly|erroneously|in error|incorrectly"
    r"|believes?|believed|rumou?red|rumou?rs?|unconfirmed|allegedly|reportedly|sic|suppose that|imagine"
    r"|hypothetical\w*|set (?:itself|themselves|himself)|self-imposed|(?:internal|national|own) target)\b"
    r"|\bexample: "
    r"|\bview (?:in|that|on|was)\b|\bin (?:its|their|our) view\b|\bof the (?:view|opinion)\b"
    r"|\b(?:strateg(?:y|ies)|strategic plan|action plan|contract|donors?|operators?|contractors?)\b(?:['’]s?)? [^.;]{0,40}\bdeadline",
    re.IGNORECASE,
)
"""Words by which a day is only said, or is not, or no longer, that of the treaty."""
_OF_WHOM = re.compile(r"\b([A-Z][\w-]+)['’]s (?:[a-z0-9]+ ){0,3}?deadline")
_PUBLIC = frozenset(("Party", "Parties", "Convention", "Treaty", "State", "Country", "Government", "Authority", "Republic", "Article"))
_ASKED_ON = re.compile(r"\b(?:request|application)s? (?:for|of) an? (?:(?:new|revised|later|further|second|third) )*deadline,? (?:on|in) ")
_ASKED_FOR = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|seek(?:s|ing)?|sought|appl(?:y|ies|ied|ying)|propos(?:es|ed|ing)|want(?:s|ed|ing)?)"
    r" (?:for |to (?:have|be given|obtain) )?(?:an?|the|its) (?:(?:new|revised|later|further|extended|article 5|clearance) )*deadline"
    r" (?:of|on|until|till|by|for) ",
    re.IGNORECASE,
)
_ASKED_TO_MOVE = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)|seek(?:s|ing)?|sought|appl(?:y|ies|ied|ying)|propos(?:es|ed|ing)|want(?:s|ed|ing)?"
    r"|wish(?:es|ed|ing)?|hop(?:es|ed|ing)|plead(?:s|ed|ing)?|would like)\b[^.;]{0,100}?"
    r"\b(?:mov|exten|put (?:back|off)|prolong|postpon|push|shift|more time|extra time)[^.;]{0,80}? (?:to|until|till) (?=[\dA-Z])",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:grant|approv|agree|accept|allow|gave|given|adopt|endors|consent|establish|obtain|receiv(?!ed (?:on|in|by) )|yes\b"
    r"|in favou?r)\w*",
    re.IGNORECASE,
)
"""Words by which what was asked for was given after all."""

_PART = re.compile(
    r"\b(?:clear(?:ance|ed|ing)|demin(?:ing|ed)|completion|completed|free)\b(?P<said>[^.;]{0,60}?)"
    r"\b(?:count(?:y|ies)|provinces?|districts?|regions?|governorates?|municipalit(?:y|ies)|communes?|villages?|sectors?|airports?|(?-i:islands?)"
    r"|camps?|phases?|tasks?|sites?|half|survey)\b",
    re.IGNORECASE,
)
_PLACE_FREE = re.compile(
    r"\b(?:border|town|city|mayor|village|province|district|region|county|northern|southern|eastern|western|island|airport|base)s?\b"
    r"[^.;]{0,60}\b(?:mine-free|free (?:of|from))\b",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:except(?:ing)?|apart from|save for|other than|excluding|with the exception|accessible|can reach|could reach"
    r"|(?:contamination|areas?|minefields?|mines) (?:still )?remain(?:s|ed)?|still (?:has|have|had|to) )\b",
    re.IGNORECASE,
)
"""Words by which something was left behind."""
_LIKE = re.compile(r"\b(?:like|unlike|similar to|as with|as did|as for|than|compared (?:to|with)|in contrast to) (?:the )?$", re.IGNORECASE)
_WHOLE = re.compile(r"\b(?:last|final|all|every|remaining|entire|whole)\b", re.IGNORECASE)
_UNDONE = re.compile(
    r"\b(?:premature\w*|(?:withdr[ae]w|withdrawn|withdrawing|retract\w*|revok\w+|took back|cancel\w+|correct\w+) (?:its|the|this|that) "
    r"(?:\w+ )?(?:declaration|statement|notification|report) (?:of|on|that))",
    re.IGNORECASE,
)
_STAYS = re.compile(
    r"\b(?:revok\w+|rescind\w*|cancel\w+|retract\w+|took back|takes back|withdrew|reversed) (?:its|the|this|that) "
    r"(?:\w+ )?(?:notification|instrument|notice|decision|letter)s? (?:of (?:\w+ )?withdrawal|to withdraw)",
    re.IGNORECASE,
)
_DRAFT = re.compile(
    r"\b(?:draft|proposed|provisional) (?:\w+ ){0,2}?decisions?\b|^\W*draft\b|\(draft\b|\bdecision \W*draft\b"
    r"|\bprojets? de décisions?\b|\bproyectos? de decisi[oó]n(?:es)?\b|\bпроект(?:ы)? решени|决定草案|مشروع (?:ال)?(?:مقرر|قرار)",
    re.IGNORECASE | re.MULTILINE,
)


def is_draft(kind: Kind, head: str, title: str) -> bool:
    """Tell whether a document is a decision that is only proposed."""
    return kind is Kind.DECISION and any(_DRAFT.search(words) is not None for words in (title, head[:_HEAD]))


def sound(found: Sequence[Found], text: str, *, draft: bool) -> Iterator[Found]:
    """Yield what holds of what the rules found in a text; a day that was only asked for as such, a declaration taken back as that."""
    for one in found:
        said = " ".join(text[one.start : one.end].split())
        completes = one.type in _COMPLETIONS or one.kind == _DECLARED
        if (completes or one.type in (*_DEADLINES, _GRANTED)) and _is_likened(one, said):
            continue
        if one.type in _DEADLINES:
            yield from _deadline(one, said, draft=draft)
        elif completes:
            yield from _completion(one, said)
        elif one.type.endswith(("withdrawal_submitted", "withdrawal_effective")):
            yield from () if _STAYS.search(text) else (one,)
        elif one.type != _GRANTED or not (draft or _REFUSED.search(said)):
            yield one


def _deadline(one: Found, said: str, *, draft: bool) -> Iterator[Found]:
    asked = _ASKED_ON.search(said)
    if _VOID.search(said) or _is_of_another(said) or (asked and _begins_with(said[asked.end() :], one.value)):
        return
    if not _REFUSED.search(said) and not (draft and _SETS.search(said)) and not _is_only_asked_for(one, said):
        yield one
    elif one.type == _DEADLINES[0]:
        yield replace(one, type=_REQUESTED, as_of=None)


def _is_only_asked_for(one: Found, said: str) -> bool:
    """Tell whether a sentence says that a deadline was asked for, and not that it was given."""
    asked = (*_ASKED_FOR.finditer(said), *_ASKED_TO_MOVE.finditer(said))
    return any(_begins_with(said[found.end() :], one.value) for found in asked) and not _GIVEN.search(said)


_SETS = re.compile(r"\b(?:grant|agree|decid|extend|extens|set\b|fix|accord|fij|conced|prórroga|prolong|établi|prorrog)", re.IGNORECASE)
"""Words by which a decision moves a deadline; what else it says of deadlines holds in a draft too."""


def _is_likened(one: Found, said: str) -> bool:
    """Tell whether a sentence likens the country to another: what it tells may be of the other."""
    others = (mention for mention in mentions.find(said) if mention.code != one.country)
    return any(_LIKE.search(said, max(0, mention.span[0] - 30), mention.span[0]) for mention in others)


def _is_of_another(said: str) -> bool:
    """Tell whether a deadline is called that of somebody who is no country: "HALO's deadline"."""
    owner = _OF_WHOM.search(said)
    if owner is None or owner[1] in _PUBLIC:
        return False
    return not any(mention.span[1] >= owner.end(1) >= mention.span[0] for mention in mentions.find(said))


def _begins_with(said: str, value: str) -> bool:
    return any(mention.value == value and mention.span[0] == 0 for mention in dates.find(said))


def _completion(one: Found, said: str) -> Iterator[Found]:
    if _UNDONE.search(said):
        yield replace(one, type="", kind="new_mined_areas", text="declaration of completion taken back", unit=None, as_of=None)
    elif not (_VOID.search(said) or _LEFT.search(said) or _PLACE_FREE.search(said) or _is_of_a_part(said)):
        yield one


def _is_of_a_part(said: str) -> bool:
    return any(_WHOLE.search(part["said"]) is None for part in _PART.finditer(said))
