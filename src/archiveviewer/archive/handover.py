"""What the archive says, in formats that other programs read: the command line and the window write these to files."""

from __future__ import annotations

from archiveviewer.export.calendar import calendar
from archiveviewer.export.evidence import evidence_csv, evidence_html
from archiveviewer.export.sheet import CountrySheet, SheetGroup, SheetRow, SheetSource, SheetTable
from archiveviewer.export.sheet import csv as sheet_csv
from archiveviewer.export.sheet import html as sheet_html
from archiveviewer.export.shopping import ShoppingWords, shopping_list
from archiveviewer.export.tables import attachments, chains, facts, timeline
from archiveviewer.facts.chains.dated import deadlines

__all__ = [
    "CountrySheet",
    "SheetGroup",
    "SheetRow",
    "SheetSource",
    "SheetTable",
    "ShoppingWords",
    "attachments",
    "calendar",
    "chains",
    "deadlines",
    "evidence_csv",
    "evidence_html",
    "facts",
    "sheet_csv",
    "sheet_html",
    "shopping_list",
    "timeline",
]
