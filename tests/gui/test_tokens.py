"""The colours keep the contrasts that they promise: text 4.5 (body text 7), borders and marks 3, and the ratios that the design names."""

from __future__ import annotations

import pytest

from archiveviewer.gui.tokens import STATES, THEMES, TOKENS

NAMES = frozenset(TOKENS["light"])
GROUNDS = ("window", "rail", "pane", "raised", "hover", "selected", "selected_idle")
LIGHT, DARK, CONTRAST = THEMES


def luminance(color: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(first: str, second: str) -> float:
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def least(token: str, grounds: tuple[str, ...], theme: str) -> float:
    return min(ratio(TOKENS[theme][token], TOKENS[theme][ground]) for ground in grounds)


def test_formula_gives_the_known_extremes() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#777777") == pytest.approx(1)


def test_every_theme_has_every_token() -> None:
    assert all(TOKENS[theme].keys() == NAMES for theme in THEMES)
    assert all(len(value) == 7 and value.startswith("#") for theme in THEMES for value in TOKENS[theme].values())


@pytest.mark.parametrize(
    ("token", "grounds", "ratios"),
    [
        ("text", GROUNDS, (13.0, 8.6, 12.6)),
        ("quiet", ("window", "pane", "hover", "selected", "selected_idle"), (5.9, 5.2, 12.6)),
        ("accent", ("window", "pane", "selected"), (5.3, 5.1, 8.8)),
        ("accent_on", ("accent",), (6.7, 8.2, 14)),
        ("edge", ("rail", "pane"), (3.3, 4.3, 21)),
        ("hit_text", ("hit",), (14, 8.0, 16)),
        ("hit_now_text", ("hit_now",), (9.3, 10.2, 21)),
        ("hit_line", ("pane",), (8.3, 11.7, 9.9)),
        ("paper_line", ("paper_now",), (4.7, 4.7, 14)),
        ("running", ("running_soft",), (9.8, 8.0, 21)),
        ("extended", ("extended_soft",), (6.6, 5.9, 12)),
        ("passed", ("passed_soft",), (5.2, 5.8, 10.8)),
        ("met", ("met_soft",), (4.6, 5.6, 13)),
        ("unknown", ("unknown_soft",), (4.9, 4.9, 11)),
        ("error", ("error_soft",), (5.6, 5.9, 11)),
        ("badge_on", ("badge",), (16.6, 13.2, 21)),
    ],
)
def test_lowest_ratio_is_as_designed(token: str, grounds: tuple[str, ...], ratios: tuple[float, float, float]) -> None:
    for theme, wanted in zip(THEMES, ratios, strict=True):
        assert round(least(token, grounds, theme), 1) >= wanted - 0.05, theme


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", ["text", "quiet", "accent"])
def test_text_can_be_read_on_every_ground(token: str, theme: str) -> None:
    assert least(token, GROUNDS, theme) >= (7 if token == "text" else 4.5)


@pytest.mark.parametrize("theme", THEMES)
def test_states_can_be_read_as_text_and_seen_on_selected_rows(theme: str) -> None:
    for _, token in STATES.values():
        assert least(token, ("pane", "window", f"{token}_soft"), theme) >= 4.5
        assert least(token, ("selected", "selected_idle"), theme) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_borders_of_controls_are_seen(theme: str) -> None:
    assert least("edge", ("window", "rail", "pane", "raised", "hover"), theme) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_only_hits_are_yellow(theme: str) -> None:
    """Blue and red of a yellow differ by more than 60; nothing but hits and the dark browns of their lines may look like that."""
    own = {"hit", "hit_now", "hit_line", "hit_text", "paper_hit", "paper_now", "paper_line", "night_line"}
    for name in NAMES - own:
        red, green, blue = (int(TOKENS[theme][name][at : at + 2], 16) for at in (1, 3, 5))
        assert not (min(red, green) - blue > 60 and green > 150), name
