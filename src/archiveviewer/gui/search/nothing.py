"""What stands in place of results: ways that lead somewhere when nothing was found, and how to ask when nothing was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from archiveviewer.gui.kinds import counted
from archiveviewer.gui.search import nothing_words
from archiveviewer.gui.search.asking import Shown
from archiveviewer.gui.search.facets import field_word
from archiveviewer.gui.search.question import Question
from archiveviewer.gui.search.rows import unsearched
from archiveviewer.gui.search.ways import bare, documents_word, what_is_different
from archiveviewer.gui.theme import Theme
from archiveviewer.gui.widgets.ground import Ground, Words
from archiveviewer.gui.widgets.wide_button import WideButton
from archiveviewer.records import Coverage, SavedSearch, Suggestion, Way, WaysOut
from archiveviewer.text.escaping import isolate

translate = QCoreApplication.translate
_MOST_WAYS = 3
_MOST_SAVED = 5
_EXAMPLES = ('deadline "1 January 2020"', "stockpile -cluster", "country:KHM kind:decision", "year:2008..2010 surviv*")


class NothingView(QScrollArea):
    """Explains an empty list.

    Signals: `asked(Question)`, `more_wanted()` to look longer, `files_wanted()` for what could not be searched.
    """

    asked = Signal(object)
    more_wanted = Signal()
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

    def clear(self) -> None:
        """Show nothing, until it is known what."""
        self._again = self.clear
        self._begin()

    # -- nothing asked ------------------------------------------------------------------------------------------

    def show_start(self, queries: Sequence[str], coverage: Coverage | None, saved: Sequence[SavedSearch] = ()) -> None:
        """Show what can be searched, saved searches, what was asked before, and how to ask."""
        self._again = lambda: self.show_start(queries, coverage, saved)
        column = self._begin()
        searched = counted(coverage.searched, "file") if coverage else ""
        heading = (
            self.tr("Search the text of {files}").format(files=searched)
            if coverage and coverage.searched
            else self.tr("No text to search yet")
        )
        column.addWidget(self._label(heading, "message"))
        column.addSpacing(12)
        if saved:
            from archiveviewer.gui.search.saved import question_of  # a part of the start, for those who have saved something

            named = [(one.name, "", question_of(one)) for one in saved[:_MOST_SAVED]]
            self._section(column, "bookmark", self.tr("Saved searches"), "", named)
        if queries:
            self._section(column, "rotate-cw", self.tr("Asked before"), "", [(query, "", Question(query)) for query in queries[:8]])
        examples = [(text, "", Question(text)) for text in _EXAMPLES]
        help_text = self.tr("Words, “phrases”, -word to leave out, word* for its endings, and fields such as country, lang, kind and year.")
        self._section(column, "info", self.tr("How to ask"), help_text, examples)
        column.addStretch(1)

    # -- nothing found ------------------------------------------------------------------------------------------

    def show_nothing(self, shown: Shown, ways: WaysOut | None, *, also: int = 0) -> None:
        """Show that nothing can be listed; `ways` is None while they are still looked for, `also` how many say it in other words.

        When time ran out nobody knows whether there is something, so the first way on is to look longer.
        """
        self._again = lambda: self.show_nothing(shown, ways, also=also)
        column = self._begin()
        column.addWidget(self._label(nothing_words.heading(shown), "message"))
        column.addWidget(self._label(nothing_words.where(shown), "body", token="quiet"))
        column.addSpacing(12)
        if shown.answer.at_least:
            self._longer(column)
        if ways is None:
            column.addWidget(self._label(self.tr("Looking for what would find something…"), "body", token="quiet"))
        else:
            if also:
                self._also(column, shown.question, also)
            self._ways(column, shown.question, ways)
        self._unsearched(column, shown.coverage)
        column.addStretch(1)

    def _longer(self, column: QVBoxLayout) -> None:
        """Offer to go on looking."""
        button = WideButton(
            self._theme, icon="hourglass", title=self.tr("Look longer"), text=self.tr("through everything; Stop ends it"), chosen=True
        )
        button.clicked.connect(self.more_wanted)
        self._best = button
        column.addWidget(button)
        column.addSpacing(12)

    def _also(self, column: QVBoxLayout, question: Question, documents: int) -> None:
        """Offer to ask with words that mean the same; nothing of the question is lost by that, so it comes first."""
        button = WideButton(
            self._theme,
            icon="languages",
            title=question.text,
            text=self.tr("also in other languages and words"),
            chosen=self._best is None,
        )
        button.set_end(counted(documents, "document"))
        button.clicked.connect(lambda: self.asked.emit(replace(question, also=True, also_not=())))
        self._best = self._best or button
        column.addWidget(button)
        column.addSpacing(12)

    def _ways(self, column: QVBoxLayout, question: Question, ways: WaysOut) -> None:
        if ways.best is not None and self._best is None:
            self._best = self._best_button(ways.best, question, ways)
            column.addWidget(self._best)
            column.addSpacing(12)
        for word in dict.fromkeys((*ways.unknown, *(one.instead_of for one in ways.suggestions))):
            like = [one for one in ways.suggestions if one.instead_of == word]
            self._spelling(column, question, word, like, unknown=word in ways.unknown)
        self._without_filters(column, question, ways)
        rarer = [way for way in ways.without_word if way != ways.best or not (ways.suggestions or ways.unknown)]
        if rarer:
            rarest = bare(ways.without_word[0].left_out[0])
            title = self.tr("“{word}” is the rarest word").format(word=isolate(rarest))
            if rarest.casefold() in {word.casefold() for word in ways.unknown}:
                title = self.tr("With fewer words")
            text = self.tr("Without it:") if len(rarer) == 1 else self.tr("Without one word:")
            if len(rarer[0].left_out) > 1:
                text = self.tr("Without it, and without filters:") if len(rarer) == 1 else self.tr("Without one word, and without filters:")
            self._section(column, "unlink", title, text, [self._way(way, question) for way in rarer[:_MOST_WAYS]])

    def _way(self, way: Way, question: Question) -> tuple[str, str, Question]:
        """Return the words of a way, its count, and the question that it asks."""
        other = question.read_back(way.text)
        return (other.text or self.tr("Everything"), documents_word(way), other)

    def _spelling(self, column: QVBoxLayout, question: Question, word: str, like: Sequence[Suggestion], *, unknown: bool) -> None:
        """Say that a word is not there, or hardly, and offer words like it."""
        form = self.tr("“{word}” is in no file that was searched") if unknown else self.tr("“{word}” is rare in this archive")
        text = self.tr("Words like it that are:") if unknown else self.tr("Commoner words like it:")
        others = [(one.word, counted(one.documents, "document"), question.read_back(one.way.text)) for one in like]
        self._section(column, "spell-check", form.format(word=isolate(word)), text if others else "", others)

    def _without_filters(self, column: QVBoxLayout, question: Question, ways: WaysOut) -> None:
        """Say which filters are in the way, and what there is without each of them and without all."""
        names = {str(chosen): f"{field_word(chosen.field)}: {chosen.label}" for chosen in question.filters}
        offers = []
        for way in ways.without_filter:
            left_out = ", ".join(names.get(part.text, part.text) for part in way.left_out)
            offers.append((self.tr("Without {filter}").format(filter=left_out), documents_word(way), question.read_back(way.text)))
        if ways.without_filters is not None:
            offers.append((self.tr("Without filters"), documents_word(ways.without_filters), question.read_back(ways.without_filters.text)))
        if offers:
            title = self.tr("A filter is in the way") if len(names) == 1 else self.tr("Filters are in the way")
            self._section(column, "list-filter", title, "", offers)

    def _best_button(self, way: Way, question: Question, ways: WaysOut) -> WideButton:
        title = question.read_back(way.text).text or self.tr("Everything")
        button = WideButton(self._theme, icon="corner-down-left", title=title, text=what_is_different(way, question, ways), chosen=True)
        button.set_end(documents_word(way))
        button.clicked.connect(lambda: self.asked.emit(question.read_back(way.text)))
        return button

    def _unsearched(self, column: QVBoxLayout, coverage: Coverage) -> None:
        if not unsearched(coverage):
            return
        title, text = nothing_words.not_searched(coverage)
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
        shown = f"{isolate(words)}   {count}" if count else isolate(words)
        button = QPushButton(shown.replace("&", "&&"))
        button.setProperty("small", True)
        button.clicked.connect(lambda: self.asked.emit(question))
        return button
