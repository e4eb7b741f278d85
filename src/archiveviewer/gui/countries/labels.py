"""What the window calls each type of fact, and how it says its value: units, grouped digits, words for yes and no."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from archiveviewer.gui.dates import as_printed, long_date
from archiveviewer.gui.language import NBSP, locale
from archiveviewer.records import Fact

translate = QCoreApplication.translate
_NUMBER = re.compile(r"\d+(\.\d+)?")
_MOST_DIGITS = 18
"""Qt counts no further."""
_DATED = {
    "signature",
    "ratification",
    "accession",
    "succession",
    "entry_into_force",
    "withdrawal_submitted",
    "withdrawal_effective",
    "completed",
    "completion",
    "deadline",
    "deadline_initial",
    "deadline_current",
    "deadline_requested",
    "request_submitted",
    "initial_report",
    "latest_report",
    "initial_report_due",
    "legislation",
}
"""Last words of the types whose values are dates."""


_MINE_BAN = {
    "apmbc.status": QT_TRANSLATE_NOOP("facts", "Status"),
    "apmbc.signature": QT_TRANSLATE_NOOP("facts", "Signed"),
    "apmbc.ratification": QT_TRANSLATE_NOOP("facts", "Ratified"),
    "apmbc.accession": QT_TRANSLATE_NOOP("facts", "Acceded"),
    "apmbc.succession": QT_TRANSLATE_NOOP("facts", "Succeeded"),
    "apmbc.entry_into_force": QT_TRANSLATE_NOOP("facts", "In force"),
    "apmbc.withdrawal_submitted": QT_TRANSLATE_NOOP("facts", "Withdrawal notified"),
    "apmbc.withdrawal_effective": QT_TRANSLATE_NOOP("facts", "Withdrawal in effect"),
    "apmbc.art3.retained": QT_TRANSLATE_NOOP("facts", "Mines retained"),
    "apmbc.art3.retained_initial": QT_TRANSLATE_NOOP("facts", "Retained at first"),
    "apmbc.art4.stockpile_reported": QT_TRANSLATE_NOOP("facts", "Stockpile reported"),
    "apmbc.art4.stockpile_declared": QT_TRANSLATE_NOOP("facts", "Stockpile declared"),
    "apmbc.art4.destroyed_total": QT_TRANSLATE_NOOP("facts", "Stockpile destroyed"),
    "apmbc.art4.remaining": QT_TRANSLATE_NOOP("facts", "Stockpile left"),
    "apmbc.art4.completed": QT_TRANSLATE_NOOP("facts", "Destruction done"),
    "apmbc.art4.deadline": QT_TRANSLATE_NOOP("facts", "Stockpile deadline"),
    "apmbc.art5.mined_areas": QT_TRANSLATE_NOOP("facts", "Mined areas"),
    "apmbc.art5.deadline_initial": QT_TRANSLATE_NOOP("facts", "First deadline"),
    "apmbc.art5.deadline": QT_TRANSLATE_NOOP("facts", "Deadlines set"),
    "apmbc.art5.deadline_current": QT_TRANSLATE_NOOP("facts", "Deadline"),
    "apmbc.art5.request_submitted": QT_TRANSLATE_NOOP("facts", "Request"),
    "apmbc.art5.deadline_requested": QT_TRANSLATE_NOOP("facts", "Requested until"),
    "apmbc.art5.request_granted": QT_TRANSLATE_NOOP("facts", "Granted at"),
    "apmbc.art5.completion": QT_TRANSLATE_NOOP("facts", "Clearance done"),
    "apmbc.va.significant_survivors": QT_TRANSLATE_NOOP("facts", "Survivors"),
    "apmbc.art7.initial_report": QT_TRANSLATE_NOOP("facts", "Initial report"),
    "apmbc.art7.latest_report": QT_TRANSLATE_NOOP("facts", "Latest report"),
    "apmbc.art7.initial_report_due": QT_TRANSLATE_NOOP("facts", "Initial report due"),
    "apmbc.art9.legislation": QT_TRANSLATE_NOOP("facts", "National law"),
}


_CLUSTER = {
    "ccm.status": QT_TRANSLATE_NOOP("facts", "Status"),
    "ccm.signature": QT_TRANSLATE_NOOP("facts", "Signed"),
    "ccm.ratification": QT_TRANSLATE_NOOP("facts", "Ratified"),
    "ccm.accession": QT_TRANSLATE_NOOP("facts", "Acceded"),
    "ccm.entry_into_force": QT_TRANSLATE_NOOP("facts", "In force"),
    "ccm.withdrawal_effective": QT_TRANSLATE_NOOP("facts", "Withdrawal in effect"),
    "ccm.art1.production": QT_TRANSLATE_NOOP("facts", "Production"),
    "ccm.art3.stockpile_reported": QT_TRANSLATE_NOOP("facts", "Stockpile"),
    "ccm.art3.destroyed_total": QT_TRANSLATE_NOOP("facts", "Munitions destroyed"),
    "ccm.art3.destroyed_submunitions": QT_TRANSLATE_NOOP("facts", "Submunitions destroyed"),
    "ccm.art3.retained": QT_TRANSLATE_NOOP("facts", "Retained"),
    "ccm.art3.completed": QT_TRANSLATE_NOOP("facts", "Destruction done"),
    "ccm.art4.contaminated": QT_TRANSLATE_NOOP("facts", "Contaminated"),
    "ccm.art4.deadline": QT_TRANSLATE_NOOP("facts", "Deadline"),
    "ccm.art4.completion": QT_TRANSLATE_NOOP("facts", "Clearance done"),
    "ccm.art7.initial_report": QT_TRANSLATE_NOOP("facts", "Initial report"),
    "ccm.art7.latest_report": QT_TRANSLATE_NOOP("facts", "Latest report"),
    "ccm.art7.initial_report_due": QT_TRANSLATE_NOOP("facts", "Initial report due"),
}


_OTHERS = {
    "ccw.status": QT_TRANSLATE_NOOP("facts", "Conventional weapons"),
    "ccw.apii.status": QT_TRANSLATE_NOOP("facts", "Amended Protocol II"),
    "ccw.pv.status": QT_TRANSLATE_NOOP("facts", "Protocol V"),
    "crpd.status": QT_TRANSLATE_NOOP("facts", "Disability rights"),
    "contamination.area_km2": QT_TRANSLATE_NOOP("facts", "Mined area"),
    "contamination.area_m2": QT_TRANSLATE_NOOP("facts", "Mined area"),
    "contamination.cha_km2": QT_TRANSLATE_NOOP("facts", "Confirmed area"),
    "contamination.sha_km2": QT_TRANSLATE_NOOP("facts", "Suspected area"),
    "contamination.cha_count": QT_TRANSLATE_NOOP("facts", "Confirmed areas"),
    "contamination.cmr_area_km2": QT_TRANSLATE_NOOP("facts", "Cluster munition area"),
    "contamination.cmr_area_m2": QT_TRANSLATE_NOOP("facts", "Cluster munition area"),
    "clearance.area_km2": QT_TRANSLATE_NOOP("facts", "Area cleared"),
    "clearance.area_m2": QT_TRANSLATE_NOOP("facts", "Area cleared"),
    "clearance.apm_destroyed": QT_TRANSLATE_NOOP("facts", "Mines destroyed"),
    "clearance.submunitions_destroyed": QT_TRANSLATE_NOOP("facts", "Submunitions destroyed"),
    "casualties.year": QT_TRANSLATE_NOOP("facts", "Casualties"),
    "victims.survivors_estimate": QT_TRANSLATE_NOOP("facts", "Survivors, estimate"),
    "eore.recipients": QT_TRANSLATE_NOOP("facts", "Risk education"),
}
_SPECIAL = {
    ("apmbc.va.significant_survivors", "yes"): QT_TRANSLATE_NOOP("facts", "significant numbers"),
    ("apmbc.art5.mined_areas", "yes"): QT_TRANSLATE_NOOP("facts", "known or suspected"),
    ("apmbc.art5.mined_areas", "no"): QT_TRANSLATE_NOOP("facts", "none known"),
    ("apmbc.art3.retained", "0"): QT_TRANSLATE_NOOP("facts", "none"),
    ("apmbc.art3.retained_initial", "0"): QT_TRANSLATE_NOOP("facts", "none"),
    ("apmbc.art4.completed", "yes"): QT_TRANSLATE_NOOP("facts", "yes, day not stated"),
    ("ccm.art1.production", "no"): QT_TRANSLATE_NOOP("facts", "none known"),
}
_COMMON = {
    "state_party": QT_TRANSLATE_NOOP("facts", "State Party"),
    "signatory": QT_TRANSLATE_NOOP("facts", "signed, not ratified"),
    "not_party": QT_TRANSLATE_NOOP("facts", "not a party"),
    "party": QT_TRANSLATE_NOOP("facts", "party"),
    "withdrawn": QT_TRANSLATE_NOOP("facts", "withdrawn"),
    "yes": QT_TRANSLATE_NOOP("facts", "yes"),
    "no": QT_TRANSLATE_NOOP("facts", "no"),
    "unknown": QT_TRANSLATE_NOOP("facts", "not known"),
}
_LABELS = {**_MINE_BAN, **_CLUSTER, **_OTHERS}


def fact_label(kind: str) -> str:
    """Return the label of a type of fact, such as "Mines retained"; a type without one as it is."""
    label = _LABELS.get(kind)
    return translate("facts", str(label)) if label else kind


def group_label(name: str) -> str:
    """Return the name of a group of the profile."""
    return {
        "apmbc": translate("facts", "Mine Ban Convention"),
        "ccm": translate("facts", "Cluster munitions"),
        "other": translate("facts", "Other treaties"),
        "situation": translate("facts", "Situation"),
    }.get(name, name)


def unit_word(unit: str | None) -> str:
    """Return a unit as it stands behind a number; an unknown one as it is."""
    if unit is None:
        return ""
    return {
        "mines": translate("facts", "mines"),
        "munitions": translate("facts", "munitions"),
        "submunitions": translate("facts", "submunitions"),
        "km2": "km²",
        "m2": "m²",
        "areas": translate("facts", "areas"),
        "people": translate("facts", "people"),
    }.get(unit, unit)


def number(value: str) -> str:
    """Return a number with the digits grouped as the language does; its decimals stay as many as printed.

    So many digits that they must be several figures run together stay as they were found.
    """
    whole, _, decimals = value.partition(".")
    if not _NUMBER.fullmatch(value) or len(whole) > _MOST_DIGITS:
        return value
    grouped = locale().toString(int(whole))
    return grouped + locale().decimalPoint() + decimals if decimals else grouped


def fact_value(fact: Fact) -> str:
    """Return the value of a fact as the window says it."""
    return value_words(fact.type, fact.value, unit=fact.unit)


def value_words(kind: str, value: str, *, unit: str | None = None) -> str:
    """Return a value in words: "203,671 mines", "31 December 2025", "State Party"; a broken one in quotation marks."""
    said = _special(kind, value)
    if said:
        return said
    if kind.rpartition(".")[2] in _DATED:
        return long_date(value)
    if _NUMBER.fullmatch(value):
        word = unit_word(unit)
        return f"{number(value)}{NBSP}{word}" if word else number(value)
    return as_printed(value)


def _special(kind: str, value: str) -> str:
    word = _SPECIAL.get((kind, value)) or _COMMON.get(value)
    return translate("facts", str(word)) if word else ""


def reference_label(event: str) -> str:
    """Return what an event of the reference list is called."""
    return {
        "signature": translate("facts", "Signed"),
        "ratification": translate("facts", "Ratified"),
        "accession": translate("facts", "Acceded"),
        "succession": translate("facts", "Succeeded"),
        "entry_into_force": translate("facts", "In force"),
        "extension_request_submitted": translate("facts", "Request submitted"),
        "extension_granted": translate("facts", "Request granted"),
        "article5_deadline": translate("facts", "Clearance deadline"),
        "article4_deadline": translate("facts", "Article 4 deadline"),
        "article3_deadline": translate("facts", "Article 3 deadline"),
        "completion": translate("facts", "Completed"),
        "withdrawal": translate("facts", "Withdrawn"),
    }.get(event, event.replace("_", " "))


def article_label(article: str) -> str:
    """Return "Art. 5", or nothing for no article; never broken over two lines."""
    return translate("facts", "Art. {number}").format(number=article).replace(" ", NBSP) if article else ""


def treaty_label(treaty: str) -> str:
    """Return a treaty in short, as it fits before a row."""
    short = {"apmbc": translate("facts", "mines"), "ccm": translate("facts", "clusters"), "ccw.pv": translate("facts", "CCW V")}
    return short.get(treaty, treaty.upper())


def source_label(kind: str, title: str) -> str:
    """Return a source in short: what it is when that says enough, else its title."""
    return {
        "country_page": translate("facts", "Country page"),
        "profile": translate("facts", "Country profile"),
        "request": translate("facts", "Request"),
        "revised_request": translate("facts", "Revised request"),
        "additional_information": translate("facts", "Additional information"),
        "analysis": translate("facts", "Analysis"),
        "decision": translate("facts", "Decision"),
        "article_7_report": translate("facts", "Article 7 report"),
    }.get(kind, title)


def where_label(page: int, label: str, *, paged: bool) -> str:
    """Return "p. 12" for a page and "§ 5" for a section."""
    if paged:
        return translate("facts", "p. {page}").format(page=label or str(page)).replace(" ", NBSP)
    return f"§{NBSP}{locale().toString(page)}"
