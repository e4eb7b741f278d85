"""What a newcomer sees: three ways to begin, each with a key, and a folder may be dropped on the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.boxes import beside, stacked
from archiveviewer.gui.widgets.ground import Ground, Words
from archiveviewer.gui.widgets.wide_button import WideButton

_WIDTH = 602


class FirstStart(Ground):
    """Signals: `folder_wanted()`, `library_wanted()`, `sample_wanted()`, `renewal_wanted()` of a library whose index is damaged."""

    folder_wanted = Signal()
    library_wanted = Signal()
    sample_wanted = Signal()
    renewal_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "pane", parent=parent)
        self._heading = self._words(self.tr("Open your documents"), role="first")
        self._text = self._words(
            self.tr("Then search every page, see what they say about a country, and which deadline stands. No network is used."),
            role="reading",
            token="quiet",
        )
        self._trouble = self._words("", role="body", token="error")
        self._trouble.hide()
        self.renewal = WideButton(
            theme,
            icon="rotate-cw",
            title=self.tr("Make the index anew"),
            text=self.tr("All its folders are read again. Notes and corrections are kept."),
            big=True,
        )
        self.renewal.clicked.connect(self.renewal_wanted)
        self.renewal.hide()
        self._drop_icon = QLabel(self)
        self._drop = self._words(self.tr("Or drop a folder on this window."), role="caption", token="quiet")
        self.choices = (
            WideButton(
                theme,
                icon="folder-plus",
                title=self.tr("Add a folder"),
                text=self.tr("PDF, web pages, text. The files are read where they are and never changed."),
                big=True,
            ),
            WideButton(
                theme,
                icon="archive",
                title=self.tr("Open a library"),
                text=self.tr("One from a stick or another computer. It can be searched at once."),
                big=True,
            ),
            WideButton(
                theme,
                icon="book-open",
                title=self.tr("Look around in the sample"),
                text=self.tr("Six countries with their requests, decisions and deadlines."),
                big=True,
            ),
        )
        for key, (button, signal) in enumerate(
            zip(self.choices, (self.folder_wanted, self.library_wanted, self.sample_wanted), strict=True), 1
        ):
            button.set_key(str(key))
            button.clicked.connect(signal)
        self._lay_out()
        self.setFocusProxy(self.choices[0])
        theme.changed.connect(self._dress)
        self._dress()

    def _words(self, text: str, *, role: str, token: str = "text") -> Words:
        words = Words(self._theme, role=role, token=token, wrap=True, parent=self)
        words.setText(text)
        return words

    def _lay_out(self) -> None:
        self._middle = QWidget(self)
        drop = beside(self._drop_icon, (self._drop, 1), spacing=8)
        stacked(self._heading, self._text, self._trouble, self.renewal, 8, *self.choices, drop, within=self._middle, spacing=12)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addWidget(self._middle, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    @property
    def trouble(self) -> str:
        """What is said to be the trouble."""
        return self._trouble.text()

    def show_trouble(self, sentence: str, *, renewable: bool = False) -> None:
        """Say why the library of last time is not open, and offer to make its index anew where that helps."""
        self.renewal.setVisible(renewable)
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))

    def _dress(self) -> None:
        self._middle.setFixedWidth(min(self._theme.space(_WIDTH), 900))
        self._drop_icon.setPixmap(self._theme.icon("folder-down", token="quiet"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt calls it
        """Turn icons round with the direction of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._dress()
