"""Every colour of the window, by name, for the light, the dark and the high contrast theme.

One blue means that you can act here or are here, one yellow means that these words were found, and the states of deadlines have five
colours of their own, always with a shape and a word. Tests hold the contrasts that these values promise.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

THEMES = ("light", "dark", "contrast")

_TABLE: dict[str, tuple[str, str, str]] = {
    "window": ("#F2F4F6", "#1E2227", "#000000"),
    "rail": ("#E8ECF0", "#191C20", "#000000"),
    "desk": ("#D5DBE2", "#14171A", "#000000"),
    "pane": ("#FFFFFF", "#24292F", "#000000"),
    "raised": ("#FFFFFF", "#2C3239", "#000000"),
    "line": ("#DCE1E7", "#363D45", "#8C8C8C"),
    "edge": ("#78838F", "#818C98", "#FFFFFF"),
    "text": ("#1A1F26", "#E7EAED", "#FFFFFF"),
    "quiet": ("#4C5662", "#B0B9C3", "#FFFFFF"),
    "faint": ("#949DA8", "#6F7983", "#B4B4B4"),
    "accent": ("#0B5CAD", "#86BAF5", "#6FE3FF"),
    "accent_on": ("#FFFFFF", "#10202F", "#000000"),
    "hover": ("#EDF2F8", "#2D343C", "#2B2B2B"),
    "selected": ("#D6E6F8", "#27425F", "#00344F"),
    "selected_idle": ("#E3E8ED", "#343B44", "#333333"),
    "hit": ("#FFEDA6", "#5C4700", "#FFE14D"),
    "hit_text": ("#1A1F26", "#FFF3CC", "#000000"),
    "hit_now": ("#FFB43A", "#FFC04D", "#FFFFFF"),
    "hit_now_text": ("#1A1F26", "#1A1F26", "#000000"),
    "hit_line": ("#7A3E00", "#FFE3A6", "#FF9A1F"),
    "paper": ("#FFFFFF", "#E4E4E0", "#FFFFFF"),
    "paper_hit": ("#FFE27A", "#FFE27A", "#FFEB66"),
    "paper_now": ("#FFB43A", "#FFB43A", "#FFD000"),
    "paper_selected": ("#A9CDF5", "#A9CDF5", "#9AD4FF"),
    "paper_line": ("#7A3E00", "#7A3E00", "#000000"),
    "night_desk": ("#14171A", "#14171A", "#000000"),
    "night_hit": ("#5C4700", "#5C4700", "#6B5A00"),
    "night_now": ("#8A4B00", "#8A4B00", "#8A5A00"),
    "night_selected": ("#1B4A78", "#1B4A78", "#00508A"),
    "night_line": ("#FFC04D", "#FFC04D", "#FFE14D"),
    "note_green": ("#BDEBC0", "#BDEBC0", "#8CF09A"),
    "note_turquoise": ("#A8E8E2", "#A8E8E2", "#7DF0EC"),
    "note_rose": ("#FBC9D6", "#FBC9D6", "#FFB0CC"),
    "note_violet": ("#DCCBF7", "#DCCBF7", "#DDB8FF"),
    "running": ("#263A4D", "#C9D8E8", "#FFFFFF"),
    "running_soft": ("#E6EBF0", "#303A45", "#000000"),
    "extended": ("#6336AE", "#C3A6F7", "#D2B8FF"),
    "extended_soft": ("#EFE8F9", "#3A3050", "#000000"),
    "passed": ("#B23800", "#FF9466", "#FFA47A"),
    "passed_soft": ("#FCEAE2", "#4A2C20", "#000000"),
    "met": ("#007A5B", "#57C9A8", "#66E3BE"),
    "met_soft": ("#E0F3EC", "#1F4036", "#000000"),
    "unknown": ("#616B76", "#99A3AE", "#BEBEBE"),
    "unknown_soft": ("#F1F3F5", "#2E343B", "#000000"),
    "error": ("#B3261E", "#FF8F86", "#FFA39C"),
    "error_soft": ("#FBEAE9", "#4A2725", "#000000"),
    "badge": ("#1A1F26", "#E7EAED", "#FFFFFF"),
    "badge_on": ("#FFFFFF", "#1E2227", "#000000"),
}

TOKENS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {theme: MappingProxyType({name: values[column] for name, values in _TABLE.items()}) for column, theme in enumerate(THEMES)}
)
"""For each theme the value of every token, as `#RRGGBB`."""

STATES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "running": ("hourglass", "running"),
        "extended": ("calendar-plus", "extended"),
        "passed": ("octagon-alert", "passed"),
        "met": ("circle-check", "met"),
        "met_late": ("circle-check", "met"),
        "withdrawn": ("log-out", "unknown"),
        "unknown": ("circle-question-mark", "unknown"),
    }
)
"""Icon and colour token of each state of a deadline."""
