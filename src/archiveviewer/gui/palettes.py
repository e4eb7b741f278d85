"""The palette of the application made of our tokens, and our tokens made of the system's palette, where that is in high contrast."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

from archiveviewer.gui.tokens import TOKENS

_ROLES: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "pane",
    QPalette.ColorRole.AlternateBase: "window",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "pane",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.HighlightedText: "accent_on",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}
_DISABLED = (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText, QPalette.ColorRole.PlaceholderText)
_FROM_PALETTE: Mapping[str, QPalette.ColorRole] = {
    "window": QPalette.ColorRole.Window,
    "rail": QPalette.ColorRole.Window,
    "desk": QPalette.ColorRole.Window,
    "pane": QPalette.ColorRole.Base,
    "raised": QPalette.ColorRole.ToolTipBase,
    "accent_on": QPalette.ColorRole.HighlightedText,
    "accent": QPalette.ColorRole.Highlight,
    "faint": QPalette.ColorRole.PlaceholderText,
    "hover": QPalette.ColorRole.AlternateBase,
    "selected": QPalette.ColorRole.AlternateBase,
    "selected_idle": QPalette.ColorRole.AlternateBase,
    "hit": QPalette.ColorRole.Highlight,
    "hit_text": QPalette.ColorRole.HighlightedText,
    "badge": QPalette.ColorRole.WindowText,
    "badge_on": QPalette.ColorRole.Window,
}


def palette(colors: Mapping[str, QColor]) -> QPalette:
    """Return the palette made of the colours of tokens."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, colors[token])
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, colors["faint"])
    return made


def of_system(token: str, system: QPalette) -> QColor:
    """Return the colour that the system's own high contrast has for a token: states give way to text, their shapes stay."""
    if token.startswith("paper"):
        return QColor(TOKENS["contrast"][token])
    role = _FROM_PALETTE.get(token)
    if role is None:
        role = QPalette.ColorRole.Base if token.endswith("_soft") else QPalette.ColorRole.Text
    return system.color(role)
