"""What the window calls each type of fact, and how it says its value: units, grouped digits, words for yes and no."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from archiveviewer.gui.chain.words import NBSP, as_printed, locale, long_date
from archiveviewer.records import Fact

translate = QCoreApplication.translate
_NUMBER = re.compile(r"\d+(\.\d+)?")
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


def fact_label(kind: str) -> str:
    """Return the label of a type of fact, such as "Mines retained"."""
    return _mine_ban(kind) or _cluster(kind) or _others(kind) or kind


def _mine_ban(kind: str) -> str:
    return {
        "apmbc.status": translate("facts", "Status"),
        "apmbc.signature": translate("facts", "Signed"),
        "apmbc.ratification": translate("facts", "Ratified"),
        "apmbc.accession": translate("facts", "Acceded"),
        "apmbc.succession": translate("facts", "Succeeded"),
        "apmbc.entry_into_force": translate("facts", "In force"),
        "apmbc.withdrawal_submitted": translate("facts", "Withdrawal notified"),
        "apmbc.withdrawal_effective": translate("facts", "Withdrawal in effect"),
        "apmbc.art3.retained": translate("facts", "Mines retained"),
        "apmbc.art3.retained_initial": translate("facts", "Retained at first"),
        "apmbc.art4.stockpile_reported": translate("facts", "Stockpile reported"),
        "apmbc.art4.stockpile_declared": translate("facts", "Stockpile declared"),
        "apmbc.art4.destroyed_total": translate("facts", "Stockpile destroyed"),
        "apmbc.art4.remaining": translate("facts", "Stockpile left"),
        "apmbc.art4.completed": translate("facts", "Destruction done"),
        "apmbc.art4.deadline": translate("facts", "Stockpile deadline"),
        "apmbc.art5.mined_areas": translate("facts", "Mined areas"),
        "apmbc.art5.deadline_initial": translate("facts", "First deadline"),
        "apmbc.art5.deadline": translate("facts", "Deadlines set"),
        "apmbc.art5.deadline_current": translate("facts", "Deadline"),
        "apmbc.art5.request_submitted": translate("facts", "Request"),
        "apmbc.art5.deadline_requested": translate("facts", "Requested until"),
        "apmbc.art5.request_granted": translate("facts", "Granted at"),
        "apmbc.art5.completion": translate("facts", "Clearance done"),
        "apmbc.va.significant_survivors": translate("facts", "Survivors"),
        "apmbc.art7.initial_report": translate("facts", "Initial report"),
        "apmbc.art7.latest_report": translate("facts", "Latest report"),
        "apmbc.art7.initial_report_due": translate("facts", "Initial report due"),
        "apmbc.art9.legislation": translate("facts", "National law"),
    }.get(kind, "")


def _cluster(kind: str) -> str:
    return {
        "ccm.status": translate("facts", "Status"),
        "ccm.signature": translate("facts", "Signed"),
        "ccm.ratification": translate("facts", "Ratified"),
        "ccm.accession": translate("facts", "Acceded"),
        "ccm.entry_into_force": translate("facts", "In force"),
        "ccm.withdrawal_effective": translate("facts", "Withdrawal in effect"),
        "ccm.art1.production": translate("facts", "Production"),
        "ccm.art3.stockpile_reported": translate("facts", "Stockpile"),
        "ccm.art3.destroyed_total": translate("facts", "Munitions destroyed"),
        "ccm.art3.destroyed_submunitions": translate("facts", "Submunitions destroyed"),
        "ccm.art3.retained": translate("facts", "Retained"),
        "ccm.art3.completed": translate("facts", "Destruction done"),
        "ccm.art4.contaminated": translate("facts", "Contaminated"),
        "ccm.art4.deadline": translate("facts", "Deadline"),
        "ccm.art4.completion": translate("facts", "Clearance done"),
        "ccm.art7.initial_report": translate("facts", "Initial report"),
        "ccm.art7.latest_report": translate("facts", "Latest report"),
        "ccm.art7.initial_report_due": translate("facts", "Initial report due"),
    }.get(kind, "")


def _others(kind: str) -> str:
    return {
        "ccw.status": translate("facts", "Conventional weapons"),
        "ccw.apii.status": translate("facts", "Amended Protocol II"),
        "ccw.pv.status": translate("facts", "Protocol V"),
        "crpd.status": translate("facts", "Disability rights"),
        "contamination.area_km2": translate("facts", "Mined area"),
        "contamination.area_m2": translate("facts", "Mined area"),
        "contamination.cha_km2": translate("facts", "Confirmed area"),
        "contamination.sha_km2": translate("facts", "Suspected area"),
        "contamination.cha_count": translate("facts", "Confirmed areas"),
        "contamination.cmr_area_km2": translate("facts", "Cluster munition area"),
        "contamination.cmr_area_m2": translate("facts", "Cluster munition area"),
        "clearance.area_km2": translate("facts", "Area cleared"),
        "clearance.area_m2": translate("facts", "Area cleared"),
        "clearance.apm_destroyed": translate("facts", "Mines destroyed"),
        "clearance.submunitions_destroyed": translate("facts", "Submunitions destroyed"),
        "casualties.year": translate("facts", "Casualties"),
        "victims.survivors_estimate": translate("facts", "Survivors, estimate"),
        "eore.recipients": translate("facts", "Risk education"),
    }.get(kind, "")


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
    """Return a number with the digits grouped as the language does; its decimals stay as many as printed."""
    if not _NUMBER.fullmatch(value):
        return value
    whole, _, decimals = value.partition(".")
    grouped = locale().toString(int(whole))
    return grouped + locale().decimalPoint() + decimals if decimals else grouped


def fact_value(fact: Fact) -> str:
    """Return the value of a fact as the window says it."""
    return value_words(fact.type, fact.value, unit=fact.unit)


def value_words(kind: str, value: str, *, unit: str | None = None) -> str:
    """Return a value in words: "203,671 mines", "31 December 2025", "State Party"; a broken one in quotation marks."""
    said = _special(kind, value) or _common(value)
    if said:
        return said
    if kind.rpartition(".")[2] in _DATED:
        return long_date(value)
    if _NUMBER.fullmatch(value):
        word = unit_word(unit)
        return f"{number(value)}{NBSP}{word}" if word else number(value)
    return as_printed(value)


def _special(kind: str, value: str) -> str:
    return {
        ("apmbc.va.significant_survivors", "yes"): translate("facts", "significant numbers"),
        ("apmbc.art5.mined_areas", "yes"): translate("facts", "known or suspected"),
        ("apmbc.art5.mined_areas", "no"): translate("facts", "none known"),
        ("apmbc.art3.retained", "0"): translate("facts", "none"),
        ("apmbc.art3.retained_initial", "0"): translate("facts", "none"),
        ("apmbc.art4.completed", "yes"): translate("facts", "yes, day not stated"),
        ("ccm.art1.production", "no"): translate("facts", "none known"),
    }.get((kind, value), "")


def _common(value: str) -> str:
    return {
        "state_party": translate("facts", "State Party"),
        "signatory": translate("facts", "signed, not ratified"),
        "not_party": translate("facts", "not a party"),
        "party": translate("facts", "party"),
        "withdrawn": translate("facts", "withdrawn"),
        "yes": translate("facts", "yes"),
        "no": translate("facts", "no"),
        "unknown": translate("facts", "not known"),
    }.get(value, "")


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


def source_label(kind: str, title: str) -> str:
    """Return a source in short: what it is when that says enough, else its title."""
    return {
        "country_page": translate("facts", "Country page"),
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
