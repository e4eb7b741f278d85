"""What stands in place of results: ways that lead somewhere when nothing was found, and how to ask when nothing was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from archiveviewer.gui.kinds import counted
from archiveviewer.gui.search.facets import field_word
from archiveviewer.gui.search.question import Question, single_words
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

    def show_nothing(self, question: Question, ways: WaysOut | None, coverage: Coverage, *, also: int = 0, in_time: bool = True) -> None:
        """Show that nothing was found; `ways` is None while they are still looked for, `also` how many say it in other words.

        Without `in_time` the search was not finished, and nobody knows whether there is something.
        """
        self._again = lambda: self.show_nothing(question, ways, coverage, also=also, in_time=in_time)
        column = self._begin()
        unfinished = self.tr("The time was too short to look through everything. Another word, or a filter, makes it quicker.")
        heading, where = (
            (_heading(self, question), self._where(question, coverage)) if in_time else (self.tr("Nothing was found in time"), unfinished)
        )
        column.addWidget(self._label(heading, "message"))
        column.addWidget(self._label(where, "body", token="quiet"))
        column.addSpacing(12)
        if ways is None:
            column.addWidget(self._label(self.tr("Looking for what would find something…"), "body", token="quiet"))
        else:
            if also:
                self._also(column, question, also)
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

    def _also(self, column: QVBoxLayout, question: Question, documents: int) -> None:
        """Offer to ask with words that mean the same; nothing of the question is lost by that, so it comes first."""
        button = WideButton(
            self._theme, icon="languages", title=question.text, text=self.tr("also in other languages and words"), chosen=True
        )
        button.set_end(counted(documents, "document"))
        button.clicked.connect(lambda: self.asked.emit(replace(question, also=True, also_not=())))
        self._best = button
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
        rarer = [way for way in ways.without_word if way != ways.best or not ways.suggestions]
        if rarer:
            rarest = bare(rarer[0].left_out[0])
            title = self.tr("“{word}” is the rarest word").format(word=isolate(rarest))
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
        form = self.tr("“{word}” is nowhere in this archive") if unknown else self.tr("“{word}” is rare in this archive")
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
        count = unsearched(coverage)
        if not count:
            return
        title = self.tr("1 file could not be searched") if count == 1 else self.tr("%Ln files could not be searched", "", count)
        parts = []
        if coverage.scans:
            one = coverage.scans == 1
            parts.append(self.tr("1 scan without text") if one else self.tr("%Ln scans without text", "", coverage.scans))
        if coverage.unreadable:
            parts.append(self.tr("%Ln unreadable", "", coverage.unreadable))
        if coverage.unsupported:
            parts.append(self.tr("%Ln in formats not read yet", "", coverage.unsupported))
        if coming := count - coverage.scans - coverage.unreadable - coverage.unsupported:
            parts.append(self.tr("%Ln still to read", "", coming))
        form = self.tr("{files}. The answer may be in it.") if count == 1 else self.tr("{files}. The answer may be in one of them.")
        text = form.format(files=", ".join(parts))
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
