"""Tells the language of a text, from the text alone: by its script first, then by its words."""

from __future__ import annotations

from archiveviewer.text.scripts import letters

_ENOUGH = 20
"""Letters without which no language is told."""

_OF_SCRIPT = {
    **{"khmer": "km", "thai": "th", "lao": "lo", "burmese": "my", "greek": "el", "hebrew": "he", "armenian": "hy", "georgian": "ka"},
    **{"hangul": "ko", "kana": "ja", "han": "zh", "tamil": "ta", "bengali": "bn", "sinhala": "si", "gujarati": "gu", "telugu": "te"},
    **{"kannada": "kn", "malayalam": "ml", "gurmukhi": "pa", "thaana": "dv", "tibetan": "bo", "mongolian": "mn"},
}
"""Scripts that one language is written in, as far as treaty documents go."""


def detect(text: str) -> str | None:
    """Return the language in ISO 639-1, or None where the text is too short or the language not sure."""
    counts = letters(text)
    if counts.total() < _ENOUGH:
        return None
    return _OF_SCRIPT.get(counts.most_common(1)[0][0])
