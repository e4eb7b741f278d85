"""The menu of the languages that a person reads: documents and names are shown in these first."""

from __future__ import annotations

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
    """Lets a person choose. Signal: `chosen(tuple of str)` when the languages are others."""

    chosen = Signal(object)

    def __init__(self, state: WindowState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        self.addAction(self.tr("Languages you read")).setEnabled(False)
        for code in _LANGUAGES:
            action = self.addAction(language_name(code))
            action.setCheckable(True)
            action.setChecked(code in languages_read(self._state))
            action.setData(code)
            action.toggled.connect(self._on_toggled)

    def _on_toggled(self) -> None:
        chosen = tuple(action.data() for action in self.actions() if action.isCheckable() and action.isChecked())
        self._state.set_texts("languages", chosen)
        self.chosen.emit(languages_read(self._state))
