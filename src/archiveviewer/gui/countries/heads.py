"""What the head of a group of a profile says, so that one need not unfold it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.countries.labels import value_words
from archiveviewer.records import ProfileGroup

translate = QCoreApplication.translate


def head_words(group: ProfileGroup) -> str:
    """Return what the head of a group says even when it is folded."""
    count = sum(len({stated.fact.value for stated in line.current}) > 0 for line in group.lines)
    facts = translate("rows", "1 fact") if count == 1 else translate("rows", "%Ln facts", "", count)
    if count == 0:
        return translate("rows", "nothing stated in this archive")
    said = {line.type: line.current[0].fact.value for line in group.lines if line.current}
    if group.name == "apmbc":
        status = said.get("apmbc.status")
        return f"{value_words('apmbc.status', status)} · {facts}" if status else facts
    parts = [_short(kind, said.get(kind)) for kind in _HEADS.get(group.name, ())]
    return " · ".join(part for part in parts if part) or facts


_HEADS = {
    "ccm": ("ccm.status", "ccm.art1.production", "ccm.art3.stockpile_reported", "ccm.art4.contaminated"),
    "other": ("ccw.status", "ccw.pv.status", "crpd.status"),
}


def _short(kind: str, value: str | None) -> str:
    """Return a value so that it can stand without its label."""
    if value is None:
        return ""
    return {
        ("ccm.status", "not_party"): translate("rows", "not a party"),
        ("ccm.art1.production", "no"): translate("rows", "no production known"),
        ("ccm.art1.production", "yes"): translate("rows", "production"),
        ("ccm.art1.production", "unknown"): translate("rows", "production not known"),
        ("ccm.art3.stockpile_reported", "no"): translate("rows", "no stockpile"),
        ("ccm.art3.stockpile_reported", "yes"): translate("rows", "stockpile reported"),
        ("ccm.art3.stockpile_reported", "unknown"): translate("rows", "stockpile not known"),
        ("ccm.art4.contaminated", "yes"): translate("rows", "contaminated"),
        ("ccm.art4.contaminated", "no"): translate("rows", "not contaminated"),
        ("ccw.pv.status", "not_party"): translate("rows", "not Protocol V"),
        ("ccw.pv.status", "party"): translate("rows", "Protocol V"),
    }.get((kind, value)) or _labelled(kind, value)


def _labelled(kind: str, value: str) -> str:
    said = value_words(kind, value)
    label = {"ccw.status": translate("rows", "conventional weapons"), "crpd.status": translate("rows", "disability rights")}.get(kind)
    return f"{label}: {said}" if label else said
