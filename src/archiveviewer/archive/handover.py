"""What the archive says, in formats that other programs read: the command line and the window write these to files."""

from __future__ import annotations

from archiveviewer.export.calendar import calendar
from archiveviewer.export.shopping import ShoppingWords, shopping_list
from archiveviewer.export.tables import attachments, chains, facts, timeline
from archiveviewer.facts.dated import deadlines

__all__ = ["ShoppingWords", "attachments", "calendar", "chains", "deadlines", "facts", "shopping_list", "timeline"]
