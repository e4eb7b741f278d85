"""What stands in place of results: ways that lead somewhere when nothing was found, and how to ask when nothing was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from archiveviewer.gui.chain.ground import Ground, Words
from archiveviewer.gui.kinds import counted
from archiveviewer.gui.search.facets import field_word
from archiveviewer.gui.search.question import Question, single_words
from archiveviewer.gui.search.rows import unsearched
from archiveviewer.gui.search.ways import Way, Ways
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.wide_button import WideButton
from archiveviewer.records import Coverage

_EXAMPLES = ('deadline "1 January 2020"', "stockpile -cluster", "country:KHM kind:decision", "year:2008..2010 surviv*")


class NothingView(QScrollArea):
    """Explains an empty list. Signals: `asked(Question)`, `files_wanted()` for what could not be searched."""

    asked = Signal(object)
    files_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._best: QPushButton | None = None
        self._again: Callable[[], None] = lambda: None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._on_theme_changed)

    def has_best(self) -> bool:
        """Whether a way out is offered that Enter takes."""
        return self._best is not None

    def take_best(self) -> bool:
        """Take the best way out, as Enter does; return whether there is one."""
        if self._best is None:
            return False
        self._best.click()
        return True

    def _on_theme_changed(self) -> None:
        self._again()

    # -- nothing asked ------------------------------------------------------------------------------------------

    def show_start(self, queries: Sequence[str], coverage: Coverage | None) -> None:
        """Show what can be searched, what was asked before, and how to ask."""
        self._again = lambda: self.show_start(queries, coverage)
        column = self._begin()
        searched = counted(coverage.searched, "file") if coverage else ""
        heading = (
            self.tr("Search the text of {files}").format(files=searched)
            if coverage and coverage.searched
            else self.tr("No text to search yet")
        )
        column.addWidget(self._label(heading, "message"))
        column.addSpacing(12)
        if queries:
            self._section(column, "rotate-cw", self.tr("Asked before"), "", [(query, "", Question(query)) for query in queries[:8]])
        examples = [(text, "", Question(text)) for text in _EXAMPLES]
        help_text = self.tr("Words, “phrases”, -word to leave out, word* for its endings, and fields such as country, lang, kind and year.")
        self._section(column, "info", self.tr("How to ask"), help_text, examples)
        column.addStretch(1)

    # -- nothing found ------------------------------------------------------------------------------------------

    def show_nothing(self, question: Question, ways: Ways | None, coverage: Coverage) -> None:
        """Show that nothing was found; `ways` is None while they are still looked for."""
        self._again = lambda: self.show_nothing(question, ways, coverage)
        column = self._begin()
        column.addWidget(self._label(_heading(self, question), "message"))
        column.addWidget(self._label(self._where(question, coverage), "body", token="quiet"))
        column.addSpacing(12)
        if ways is None:
            column.addWidget(self._label(self.tr("Looking for what would find something…"), "body", token="quiet"))
        else:
            self._ways(column, question, ways)
        self._unsearched(column, coverage)
        column.addStretch(1)

    def _where(self, question: Question, coverage: Coverage) -> str:
        all_files = self.tr("Looked at the text of {files}.").format(files=counted(coverage.searched, "file"))
        if not question.filters:
            return all_files
        kept = ", ".join(f"{field_word(chosen.field)}: {chosen.label}" for chosen in question.filters)
        return self.tr("Looked at the files with {filters}, of {files} that can be searched.").format(
            filters=kept, files=counted(coverage.searched, "file")
        )

    def _ways(self, column: QVBoxLayout, question: Question, ways: Ways) -> None:
        if ways.best is not None:
            self._best = self._best_button(ways.best)
            column.addWidget(self._best)
            column.addSpacing(12)
        for item in ways.misspelt:
            title = self.tr("“{word}” is nowhere in this archive").format(word=item.word)
            text = self.tr("Words like it that are:") if item.like else ""
            others = [(word, counted(count, "document"), _replaced(question, item.word, word)) for word, count in item.like]
            self._section(column, "spell-check", title, text, others)
        if ways.without_filters is not None:
            kept = ", ".join(chosen.label for chosen in question.filters)
            title = self.tr("Only {filters} is looked at").format(filters=kept)
            way = ways.without_filters
            self._section(
                column, "list-filter", title, "", [(self.tr("Without filters"), counted(way.documents, "document"), way.question)]
            )
        if ways.without_rarest is not None:
            title = self.tr("“{word}” is the rarest word").format(word=ways.rarest)
            way = ways.without_rarest
            text = self.tr("Without it:")
            self._section(column, "unlink", title, text, [(way.question.text, counted(way.documents, "document"), way.question)])

    def _best_button(self, way: Way) -> WideButton:
        what = []
        if way.spelling:
            what.append(self.tr("spelling changed"))
        if way.filters_off:
            what.append(self.tr("filters taken off"))
        if not what:
            what.append(self.tr("one word left out"))
        button = WideButton(
            self._theme, icon="corner-down-left", title=way.question.text or self.tr("Everything"), text=", ".join(what), chosen=True
        )
        button.set_end(counted(way.documents, "document"))
        button.clicked.connect(lambda: self.asked.emit(way.question))
        return button

    def _unsearched(self, column: QVBoxLayout, coverage: Coverage) -> None:
        count = unsearched(coverage)
        if not count:
            return
        title = self.tr("1 file could not be searched") if count == 1 else self.tr("%Ln files could not be searched", "", count)
        parts = []
        if coverage.scans:
            parts.append(self.tr("%Ln scans without text", "", coverage.scans))
        if coverage.unreadable:
            parts.append(self.tr("%Ln unreadable", "", coverage.unreadable))
        if coverage.unsupported:
            parts.append(self.tr("%Ln in formats not read yet", "", coverage.unsupported))
        text = self.tr("{files}. The answer may be in one of them.").format(files=", ".join(parts)) if parts else ""
        holder = self._section(column, "scan-text", title, text, [])
        show = QPushButton(self.tr("Show the files"))
        show.setProperty("small", True)
        show.clicked.connect(self.files_wanted)
        holder.addWidget(show, 0, Qt.AlignmentFlag.AlignLeading)

    # -- pieces -------------------------------------------------------------------------------------------------

    def _begin(self) -> QVBoxLayout:
        """Put an empty page in place of the old one."""
        self._best = None
        page = Ground(self._theme, "pane")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 20, 16, 16)
        column.setSpacing(4)
        self.setWidget(page)
        return column

    def _label(self, text: str, role: str, *, token: str = "text") -> Words:
        label = Words(self._theme, role=role, token=token, wrap=True)
        label.setText(text)
        return label

    def _section(
        self, column: QVBoxLayout, icon: str, title: str, text: str, questions: Sequence[tuple[str, str, Question]]
    ) -> QVBoxLayout:
        """Add an icon, a title, a sentence and buttons; return the column of the section."""
        line = Ground(self._theme, "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        row = QHBoxLayout()
        row.setContentsMargins(0, 10, 0, 10)
        row.setSpacing(12)
        picture = QLabel()
        picture.setPixmap(self._theme.icon(icon, size=18))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        holder = QVBoxLayout()
        holder.setSpacing(6)
        holder.addWidget(self._label(title, "title"))
        if text:
            holder.addWidget(self._label(text, "body", token="quiet"))
        for words, count, question in questions:
            holder.addWidget(self._question_button(words, count, question), 0, Qt.AlignmentFlag.AlignLeading)
        row.addLayout(holder, 1)
        column.addLayout(row)
        return holder

    def _question_button(self, words: str, count: str, question: Question) -> QPushButton:
        shown = f"{words}   {count}" if count else words
        button = QPushButton(shown.replace("&", "&&"))
        button.setProperty("small", True)
        button.clicked.connect(lambda: self.asked.emit(question))
        return button


def _heading(view: QWidget, question: Question) -> str:
    words = single_words(question.text)
    if len(words) == 1:
        return view.tr("No page has this word")
    if words:
        return {
            2: view.tr("No page has both words"),
            3: view.tr("No page has all three words"),
            4: view.tr("No page has all four words"),
        }.get(len(words), view.tr("No page has all these words"))
    return view.tr("Nothing was found")


def _replaced(question: Question, old: str, new: str) -> Question:
    text = " ".join(new if word == old else word for word in question.text.split())
    return Question(text, question.filters, question.match, question.order)
