"""Tells in microseconds whether a page can hold facts at all, so that other documents cost next to nothing."""

from __future__ import annotations

_WORDS = (
    "anti-person", "antiperson", "anti person", "mine ban", "mine-ban", "cluster-munition", "clusterconvention", "mineactionreview",
    "landmine", "land mine", "cluster munition", "cluster bomb", "submunition", "mine/erw", "mine casualt", "ottawa convention",
    "ottawa treaty", "apmbc", "mine clearance", "mine action", "mined area", "extension request", "article 5 deadline",
    "mines anti", "minas anti", "minas terrestres", "armes à sous-munitions", "municiones en racimo", "déminage", "desminado",
    "prohibición de minas", "prohibición de las minas", "interdiction des mines",
    "of the states parties", "zones minées", "zonas minadas", "desminagem", "minas antipessoal", "demande de prolongation",
    "solicitud de prórroga", "противопехотн", "разминир", "о продлении срока", "延期请求", "排雷", "扫雷", "الألغام", "地雷", "មីន",
)  # fmt: skip
_FRAGMENTS = (
    "mine", "mina", "minée", "munition", "cluster bomb", "municion", "anti-pers", "anti pers", "antipers", "clusterconv", "ottawa", "apmbc",
    "extension req", "article 5 dead", "of the states pa", "demande de prol", "solicitud de pró",
    "пехотн", "минир", "о продлении", "延期请求", "雷", "ألغام", "មីន",
)  # fmt: skip
"""Pieces of which every one of the words has at least one, and most pages none: a look at these is enough for them."""


def may_hold_facts(text: str) -> bool:
    """Tell whether a page names mines, cluster munitions or their treaties."""
    small = text.lower().replace("\n", " ").replace("\u00a0", " ")
    return any(map(small.__contains__, _FRAGMENTS)) and any(map(small.__contains__, _WORDS))
