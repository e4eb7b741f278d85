"""Written clusters of Khmer, Thai, Lao and Burmese: a consonant with all that is written around it.

These scripts put no spaces between words. A word always begins and ends with a cluster, so a word is found as the phrase of its
clusters, without a dictionary. The same cluster can be typed in several orders that look alike; `ordered` picks one.
"""

from __future__ import annotations

import re

KHMER = "[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d3\u17dd])*"
THAI = "[\u0e40-\u0e44]?[\u0e01-\u0e2f](?:[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])*"
LAO = "[\u0ec0-\u0ec4]?[\u0e81-\u0eae\u0edc-\u0edf](?:[\u0eb0-\u0ebd\u0ec8-\u0ece])*"
BURMESE = (
    "[\u1000-\u102a\u103f\u104c-\u104f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081\u108e]"
    "(?:\u1039[\u1000-\u1021]|[\u102b-\u103e\u1056-\u1059\u105e-\u1060\u1062-\u1064\u1067-\u106d\u1071-\u1074\u1082-\u108d\u108f])*"
)

_KHMER_PARTS = re.compile("\u17d2[\u1780-\u17b3]|.", re.DOTALL)
_KHMER_LEVELS = {
    "\u17cc": 0,
    **dict.fromkeys("\u17c9\u17ca", 3),
    **{chr(code): 4 for code in range(0x17B6, 0x17C6)},
}
_KHMER_ALIKE = (("\u17d2\u178a", "\u17d2\u178f"), ("\u17c1\u17b8", "\u17be"), ("\u17c1\u17b6", "\u17c4"))
"""A subscript DA looks like a subscript TA; two vowels that are typed as the parts of a third."""

_TONES = re.compile("([\u0e48-\u0e4b]+)([\u0e31\u0e34-\u0e3a\u0e47\u0e4d]+)|([\u0ec8-\u0ecb]+)([\u0eb1\u0eb4-\u0ebc\u0ecd]+)")


def ordered(cluster: str) -> str:
    """Return the cluster with its parts in one order, whichever order they were typed in."""
    if "\u1780" <= cluster[0] <= "\u17b3":
        return _ordered_khmer(cluster)
    return _TONES.sub(lambda tone: "".join(tone.group(2, 1) if tone.group(1) else tone.group(4, 3)), cluster)


def _ordered_khmer(cluster: str) -> str:
    """Order as: robat, subscripts (ro last), register shifter, vowel, signs; the two silent vowels are left out."""
    if len(cluster) == 1:
        return cluster
    parts = sorted(_KHMER_PARTS.findall(cluster[1:].replace("\u17b4", "").replace("\u17b5", "")), key=_khmer_level)
    text = cluster[0] + "".join(parts)
    for typed, meant in _KHMER_ALIKE:
        text = text.replace(typed, meant)
    return text


def _khmer_level(part: str) -> int:
    """Return where in the cluster the part belongs."""
    if len(part) > 1:
        return 2 if part[1] == "\u179a" else 1
    return _KHMER_LEVELS.get(part, 5)
