"""What the archive says, in formats that other programs read: the command line and the window write these to files."""

from __future__ import annotations

from archiveviewer.export.calendar import calendar
from archiveviewer.export.tables import attachments, facts, timeline

__all__ = ["attachments", "calendar", "facts", "timeline"]
