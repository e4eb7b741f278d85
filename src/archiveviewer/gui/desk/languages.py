"""The menu of the languages that a person reads: documents and names are shown in these first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QMenu, QWidget

from archiveviewer.gui.kinds import language_name
from archiveviewer.gui.state import WindowState

_LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "km", "pt", "fa", "uk", "vi", "lo", "th")


def languages_read(state: WindowState) -> tuple[str, ...]:
    """Return the languages that the person reads (ISO 639-1); that of the system until some were chosen."""
    system = QLocale.system().name().partition("_")[0]
    return state.texts("languages") or ("en" if system == "C" else system,)


def languages_word(state: WindowState) -> str:
    """Return the first languages that the person reads, for the button of the menu."""
    return ", ".join(language_name(code) for code in languages_read(state)[:2])


class LanguagesMenu(QMenu):
    """Lets a person choose. Signal: `chosen(tuple of str)` when the languages are others.

    Those that are read stand on top, in their order; the one chosen last comes first, so that a mother tongue can stand before English.
    """

    chosen = Signal(object)

    def __init__(self, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        read = languages_read(self._state)
        self.addAction(self.tr("Languages you read: the one chosen last comes first")).setEnabled(False)
        for code in (*read, *(one for one in _LANGUAGES if one not in read)):
            action = self.addAction(language_name(code))
            action.setCheckable(True)
            action.setChecked(code in read)
            action.setData(code)
            action.toggled.connect(partial(self._on_toggled, code))

    def _on_toggled(self, code: str, on: bool) -> None:
        others = tuple(one for one in languages_read(self._state) if one != code)
        self._state.set_texts("languages", (code, *others) if on else others)
        self.chosen.emit(languages_read(self._state))
