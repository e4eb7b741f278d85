"""The place Search: asks while a person types, and shows the newest answer when it is there.

The search field stands in the top bar; the window hands its text and keys on. The old list stays until a newer one has come: that of the
last letter, or of one before it that was answered meanwhile. What the selection rests on for 150 ms is shown in the reader, while the
keys stay where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from archiveviewer.gui.chain.ground import Ground
from archiveviewer.gui.kinds import counted, language_name, number
from archiveviewer.gui.search import named, words
from archiveviewer.gui.search.asking import Shown, answered, answering, hit_pages, ways
from archiveviewer.gui.search.facets import choices
from archiveviewer.gui.search.filters import FilterRow
from archiveviewer.gui.search.head import Head
from archiveviewer.gui.search.languages import Versions, chips_of, versions
from archiveviewer.gui.search.model import ResultsModel
from archiveviewer.gui.search.named import Known
from archiveviewer.gui.search.nothing import NothingView, documents_word, what_is_different
from archiveviewer.gui.search.parts import PartsRow, understood
from archiveviewer.gui.search.question import Filter, Match, Order, Question
from archiveviewer.gui.search.rows import (
    CountryRow,
    DocumentRow,
    EndRow,
    MoreRow,
    PageRow,
    Row,
    WayRow,
    count_line,
    rows,
)
from archiveviewer.gui.search.turns import Turns
from archiveviewer.gui.search.view import ResultsView
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.theme import Theme
from archiveviewer.records import (
    ArchiveError,
    Coverage,
    Document,
    Place,
    SavedSearch,
    SearchAnswer,
    Sibling,
    WaysOut,
)

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.reader.quoting import Quoting

_PEEK = 150
"""Milliseconds after the last key until the reader follows."""
_BUSY = 1000
"""Milliseconds until a search that is under way is spoken of."""
_SETTLED = 400
"""Milliseconds after an answer from which on nobody types, it seems."""
_STEP = 20
_MOST = 500


class SearchPane(Ground):
    """Results of a question.

    Signals: `place_chosen(Place)` to show while the keys stay, `place_expected(Place)` when that will likely follow,
    `place_opened(Place)` to give the reader the keys, `country_opened(code)`,
    `text_wanted(str)` when the question is changed from here, `question_changed(Question)`, `problems_wanted()`, `said(sentence)`.
    """

    place_chosen = Signal(object)
    place_expected = Signal(object)
    place_opened = Signal(object)
    country_opened = Signal(str)
    text_wanted = Signal(str)
    question_changed = Signal(object)
    problems_wanted = Signal()
    said = Signal(str)

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "pane", parent=parent)
        self._archive = archive
        self._tasks = Tasks(self)
        self._search = Turns[Shown](self._tasks, self, worth=lambda shown: bool(shown.answer.hits))
        self._facets = Latest(self._tasks)
        self._ways, self._chips, self._steps = Latest(self._tasks), Latest(self._tasks), Latest(self._tasks)
        self._quotes = Latest(self._tasks)
        self._quoting: Quoting | None = None
        self._question = Question()
        self._limit = _STEP
        self._shown: Shown | None = None
        self._awaits = False
        self._keys: list[Callable[[], None]] = []
        self._known: tuple[Known, ...] = ()
        self._learns = False
        self._listed: dict[str, Versions] = {}
        self._way: WayRow | None = None
        self._yours: tuple[str, ...] = ()
        self._model = ResultsModel(archive.country_name, self)
        self._view = ResultsView(self._model, theme, self)
        self._nothing = NothingView(theme, self)
        self._filters = FilterRow(theme, self)
        self._parts = PartsRow(theme, self)
        self._peek = QTimer(self, singleShot=True, interval=_PEEK)
        self._busy = QTimer(self, singleShot=True, interval=_BUSY)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()

    # -- making -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._head = Head(self._theme, self)
        self.also = self._head.also
        self.addAction(self.also)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._parts)
        column.addSpacing(3)
        column.addWidget(self._filters)
        column.addSpacing(8)
        line = Ground(self._theme, "line", parent=self)
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._view)

    def _connect(self) -> None:
        self._view.chosen.connect(self._on_row_chosen)
        self._view.opened.connect(self._on_row_opened)
        self._view.quote_wanted.connect(self.quote)
        self._view.menu_wanted.connect(self._on_menu_wanted)
        self._view.language_wanted.connect(self._on_language_wanted)
        self._nothing.asked.connect(self._on_way_taken)
        self._nothing.files_wanted.connect(self.problems_wanted)
        self._parts.asked.connect(self._on_way_taken)
        self._filters.facets_wanted.connect(self._on_facets_wanted)
        self._filters.chosen.connect(self._on_filter_chosen)
        self._filters.taken_off.connect(self._on_filter_taken_off)
        self._peek.timeout.connect(self._on_peek)
        self._busy.timeout.connect(self._on_busy)
        self._settled.timeout.connect(self._on_settled)
        self._head.stop_wanted.connect(self._on_stopped)
        self._head.how_wanted.connect(self._on_how)
        self._head.also_chosen.connect(self._on_also)
        self._head.chosen.connect(self._on_choice)

    def _dress(self) -> None:
        """Take fonts, colours and icons from the theme."""
        self._filters.setFixedHeight(self._theme.space(26))
        self._head.show_choices(self._question)

    # -- asking -------------------------------------------------------------------------------------------------

    @property
    def question(self) -> Question:
        """What is asked now."""
        return self._question

    def shown_question(self) -> Question | None:
        """Return the question that the list answers; it may be older than `question`."""
        return self._shown.question if self._shown else None

    def count_text(self) -> str:
        """Return what is said about how much was found."""
        return self._head.text()

    def listed_rows(self) -> tuple[Row, ...]:
        """Return the rows of the list."""
        return self._model.rows()

    def selected_row(self) -> Row | None:
        """Return the row that is selected."""
        return self._view.current_row()

    def known_countries(self) -> tuple[Known, ...]:
        """Return the countries that are recognised in questions."""
        return self._known

    def tab_widgets(self) -> tuple[QWidget, ...]:
        """Return what Tab walks, in its order."""
        return (*self._filters.buttons(), *self._head.tab_widgets(), self._view)

    def tab_after(self, widget: QWidget) -> None:
        """Let Tab come from another widget to the chips of the question, and from these to the filters."""
        self._parts.tab_after(widget)

    def set_text(self, text: str) -> None:
        """Ask for other words, with the filters as they are."""
        if text != self._question.text:
            self.ask(replace(self._question, text=text, also_not=self._question.also_not if text else ()))

    def ask(self, question: Question) -> None:
        """Ask `question`, unless it is the one that is asked already."""
        if question == self._question and self._shown is not None:
            return
        self._question, self._limit = question, _STEP
        self._keys.clear()
        self._filters.show_question(question)
        self._head.show_choices(self._question)
        self.question_changed.emit(question)
        self._start()

    def refresh(self) -> None:
        """Ask again, and learn the countries anew: the library has changed."""
        self._listed.clear()
        if self._learns:
            self.learn_countries()
        self._start(keep=True)

    def learn_countries(self) -> None:
        """Learn the countries of the archive, to recognise them in questions; from now on also when it changes."""
        self._learns = True
        self._tasks.run(lambda: named.known(self._archive), self._on_known, lambda _: None)

    def set_as_of(self, day: object) -> None:
        """Do nothing: what documents say does not depend on the day."""

    def warm_up(self) -> None:
        """Load the fonts of rows, so that the first answer is painted as quickly as the next."""
        self._view.warm_up()

    def set_languages(self, languages: Sequence[str]) -> None:
        """Tint the languages that the person reads, and list documents in them where there is a choice."""
        if self._yours != tuple(languages):
            self._yours = tuple(languages)
            if self._shown is not None:
                self._start(keep=True)

    def close_tasks(self) -> None:
        """End the work in threads; the window is closing."""
        self._search.stop()
        self._settled.stop()
        for latest in (self._facets, self._ways, self._chips, self._steps, self._quotes):
            latest.stop()
        self._tasks.close()

    def _start(self, *, keep: bool = False) -> None:
        self._ways.stop()
        self._chips.stop()
        self._settled.stop()
        self._way = None
        if not self._question.worth_asking:
            self._search.stop()
            self._end_waiting()
            self._show_start()
            return
        question, limit = self._question, _MOST if self._question.order is Order.TITLE else self._limit
        archive, languages = self._archive, self._yours
        self._busy.start()
        self._awaits = True
        keep = keep or (self._shown is not None and self._shown.question == question)
        self._search.ask(
            lambda stop: answered(archive, question, limit, languages, stop),
            lambda shown: self._on_answer(shown, keep=keep),
            self._on_error,
        )

    def _on_answer(self, shown: Shown, *, keep: bool) -> None:
        newest = shown.question == self._question
        self._show_answer(shown, keep=keep, newest=newest)
        if newest:
            self._end_waiting()

    def _show_answer(self, shown: Shown, *, keep: bool, newest: bool) -> None:
        self._ways.stop()
        self._way = None
        self._shown = shown
        self._head.say(count_line(shown.answer, shown.question, limit=shown.limit))
        self._head.show_how(self._how_read(shown.answer))
        self._parts.show_parts(understood(shown.answer, shown.question))
        if not shown.answer.parts:
            self._show_start()  # a field whose value is still to come asks for nothing
            return
        if not shown.answer.hits:
            self._stack.setCurrentWidget(self._nothing)
            self._nothing.show_nothing(shown.question, None, shown.coverage, in_time=not shown.answer.at_least)
            self._show_rows(keep=False)
        else:
            self._stack.setCurrentWidget(self._view)
            self._show_rows(keep=keep)
            self._ask_for_chips(shown)
        if newest and not shown.answer.documents:
            archive, question = self._archive, shown.question
            self._ways.run(lambda stop: ways(archive, question, stop), self._on_ways, lambda _: None)

    def _show_rows(self, *, keep: bool) -> None:
        assert self._shown is not None
        listed = list(rows(self._shown.answer, self._shown.question, self._shown.coverage, limit=self._shown.limit))
        if self._way is not None:
            listed.insert(0, self._way)
        country = named.named(self._shown.question.text, self._known)
        if country is not None:
            listed.insert(0, named.row(country))
        self._view.show_rows(listed, keep=keep)
        if country is not None and not self._shown.answer.hits:
            self._stack.setCurrentWidget(self._view)

    def _on_ways(self, found: tuple[WaysOut, int]) -> None:
        if self._shown is None:
            return
        shown, (ways, also) = self._shown, found
        if not shown.answer.hits:
            self._nothing.show_nothing(shown.question, ways, shown.coverage, also=also, in_time=not shown.answer.at_least)
        elif also:
            better = replace(shown.question, also=True, also_not=())
            self._way = WayRow(better, better.text, self.tr("also in other languages and words"), counted(also, "document"))
            self._show_rows(keep=True)
        elif ways.best is not None:
            better = shown.question.read_back(ways.best.text)
            what = what_is_different(ways.best, shown.question, ways)
            self._way = WayRow(better, better.text or self.tr("Everything"), what, documents_word(ways.best))
            self._show_rows(keep=True)

    def _on_error(self, error: Exception) -> None:
        self._keys.clear()
        self._end_waiting()
        text = str(error) if isinstance(error, ArchiveError) else self.tr("This could not be searched: {reason}").format(reason=error)
        self._head.say(text)
        self.said.emit(text)

    def _show_start(self) -> None:
        self._shown = None
        self._head.say(self.tr("Nothing asked yet"))
        self._head.show_how("")
        self._parts.show_parts(())
        self._view.show_rows((), keep=False)
        self._stack.setCurrentWidget(self._nothing)
        archive = self._archive
        self._tasks.run(lambda: (archive.queries(), archive.coverage(), archive.saved_searches()), self._on_start, lambda _: None)

    def _on_start(self, found: tuple[tuple[str, ...], Coverage, tuple[SavedSearch, ...]]) -> None:
        if self._shown is None:
            self._nothing.show_start(*found)

    def _how_read(self, answer: SearchAnswer) -> str:
        lines = [*words.understood(answer), self.tr("{ms} milliseconds").format(ms=number(round(answer.milliseconds)))]
        return "\n".join(lines)

    def _on_how(self) -> None:
        if self._shown is not None:
            self.said.emit(" · ".join(self._how_read(self._shown.answer).splitlines()))

    # -- while it takes long ------------------------------------------------------------------------------------

    def _on_busy(self) -> None:
        self._head.say(self.tr("Searching…"))
        self._head.show_how("")
        self._head.show_busy(busy=True)

    def _end_waiting(self) -> None:
        """Do what the keys asked for that were pressed while the answer was on its way."""
        self._end_busy()
        self._awaits, keys = False, tuple(self._keys)
        self._keys.clear()
        for deed in keys:
            deed()

    def _end_busy(self) -> None:
        self._busy.stop()
        self._head.show_busy(busy=False)

    def _on_stopped(self) -> None:
        self._search.stop()
        self._keys.clear()
        self._end_waiting()
        self._head.say(self.tr("Stopped. The list is that of the question before."))

    # -- countries, languages -----------------------------------------------------------------------------------

    def _on_known(self, countries: tuple[Known, ...]) -> None:
        self._known = countries
        if self._shown is not None and named.named(self._shown.question.text, countries) is not None:
            self._show_rows(keep=True)

    def _ask_for_chips(self, shown: Shown) -> None:
        """Show which versions there are; which others pages list takes long to tell, so it is asked when nobody types."""
        self._chips.stop()
        self._show_chips()
        if self._unlisted(shown):
            self._settled.start()

    def _unlisted(self, shown: Shown) -> set[str]:
        return {hit.country for hit in shown.answer.hits if hit.country} - self._listed.keys()

    def _on_settled(self) -> None:
        if self._shown is None:
            return
        archive, wanted = self._archive, self._unlisted(self._shown)

        def work(stop: Callable[[], bool]) -> dict[str, Versions]:
            return {country: versions(archive.attachments(country)) for country in wanted if not stop()}

        self._chips.run(work, self._on_listed, lambda _: None)

    def _on_listed(self, listed: dict[str, Versions]) -> None:
        self._listed.update(listed)
        self._show_chips()

    def _show_chips(self) -> None:
        if self._shown is not None:
            self._view.set_chips(chips_of(self._shown.answer.hits, self._listed, yours=self._yours))

    # -- filters and choices ------------------------------------------------------------------------------------

    def _on_facets_wanted(self, field: str) -> None:
        question = self._question
        self._facets.run(
            lambda stop: choices(self._archive, question, field, stop),
            lambda found: self._filters.show_choices(field, found),
            lambda _: None,
        )

    def _on_filter_chosen(self, chosen: Filter) -> None:
        self.ask(self._question.with_filter(chosen))

    def _on_filter_taken_off(self, field: str) -> None:
        self.ask(self._question.without(field))

    def take_last_filter_off(self) -> None:
        """Take off the filter that was set last, as Backspace in the empty field does."""
        if self._question.filters:
            self.ask(replace(self._question, filters=self._question.filters[:-1]))

    def open_filter(self, field: str) -> None:
        """Open the menu of a filter."""
        self._filters.open_menu(field)

    def _on_choice(self, value: Match | Order) -> None:
        if isinstance(value, Match):
            self.ask(replace(self._question, match=value))
        else:
            self.ask(replace(self._question, order=value))

    def _on_also(self, also: bool) -> None:
        self.ask(replace(self._question, also=also, also_not=()))

    def _on_way_taken(self, question: Question) -> None:
        self.ask(question)
        self.text_wanted.emit(question.text)

    # -- from the search field ----------------------------------------------------------------------------------

    def walk(self, steps: int) -> None:
        """Move the selection while the keys stay in the search field."""
        self._when_answered(lambda: self._view.walk(steps))

    def set_lit(self, *, lit: bool) -> None:
        """Show the selection as active while the search field has the keys."""
        self._view.set_lit(lit=lit)

    def enter(self) -> None:
        """Open what is selected, else the first page, or take the best way out when nothing was found."""
        self._when_answered(self._enter)

    def _when_answered(self, deed: Callable[[], None]) -> None:
        """Do what a key asks for, now or when the answer is there: it is meant for the list that comes, not for the one before."""
        if self._awaits:
            self._keys.append(deed)
        else:
            deed()

    def _enter(self) -> None:
        if self._stack.currentWidget() is self._nothing:
            self._nothing.take_best()
            return
        if self._view.current_row() is None:
            self._view.walk(+1)
        self._view.open_current()

    # -- selection and reader -----------------------------------------------------------------------------------

    def place_of(self, row: Row, *, from_end: bool = False) -> Place | None:
        """Return where a row leads."""
        if isinstance(row, CountryRow):
            country = next((known for known in self._known if known.code == row.code), None)
            return named.proof(country) if country else None
        if self._shown is None or not isinstance(row, (DocumentRow, PageRow)):
            return None
        pages = (row.page,) if isinstance(row, PageRow) else row.hit.pages
        page = pages[0].page if pages else 1
        question = self._shown.question
        return Place(
            row.hit.document,
            page,
            self._shown.answer.lights,
            query=self._query(),
            from_end=from_end,
            also=question.also,
            without=question.also_not,
        )

    def _query(self) -> str:
        """Return the question shown; a word that was still being typed is named as a prefix."""
        assert self._shown is not None
        return self._shown.question.as_prefix.query

    def _on_row_chosen(self, row: Row) -> None:
        """Let the reader follow when the selection rests; it may have the document ready by then."""
        self._peek.start()
        place = self.place_of(row)
        if place is not None:
            self.place_expected.emit(place)

    def _on_peek(self) -> None:
        row = self._view.current_row()
        place = self.place_of(row) if row is not None else None
        if place is not None:
            self.place_chosen.emit(place)

    def _on_row_opened(self, row: Row) -> None:
        self._peek.stop()
        match row:
            case MoreRow():
                self._limit = min(_MOST, self._limit * 2 + _STEP)
                self._start(keep=True)
                return
            case EndRow():
                self.problems_wanted.emit()
                return
            case WayRow(question=question):
                self._on_way_taken(question)
                return
        place = self.place_of(row)
        if self._shown is not None and self._shown.question.text.strip():
            text = self._shown.question.text.strip()
            self._tasks.run(lambda: self._archive.remember_query(text), lambda _: None, lambda _: None)
        if place is not None:
            self.place_opened.emit(place)
        elif isinstance(row, CountryRow):
            self.country_opened.emit(row.code)

    # -- a row by itself ----------------------------------------------------------------------------------------

    def quote(self) -> None:
        """Copy the quote of the selected page, or of the first one of the selected document, with its citation."""
        row = self._view.current_row()
        place = self.place_of(row) if row is not None else None
        if place is None:
            self.said.emit(self.tr("Choose a page first: its quote is copied."))
            return
        archive, found = self._archive, place
        self._quotes.run(lambda _: archive.document(found.document), lambda document: self._on_quoted(document, found), self._on_error)

    def _on_quoted(self, document: Document, place: Place) -> None:
        from archiveviewer.gui.reader.lighting import lighting_of
        from archiveviewer.gui.reader.quoting import Quoted, Quoting

        if self._quoting is None:
            self._quoting = Quoting(self._archive, self._tasks, self)
            self._quoting.said.connect(self.said)
        country = self._archive.country_name(document.country) if document.country else ""
        self._quoting.copy(Quoted(document, country, page=place.page, index=0, lighting=lighting_of(place)))

    def _on_menu_wanted(self, row: Row, point: QPoint) -> None:
        from archiveviewer.gui.search.row_menu import row_menu

        if isinstance(row, (DocumentRow, PageRow)):
            menu = row_menu(
                row.hit,
                self._model.country_of(row),
                opens=partial(self._open_version, row),
                quotes=self.quote,
                keeps=self._on_filter_chosen,
                parent=self,
            )
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(point)

    def _on_language_wanted(self, row: DocumentRow, language: str) -> None:
        """Open the version of a document whose language was clicked."""
        sibling = next((one for one in row.hit.siblings if one.language == language), None)
        if sibling is not None or language == row.hit.language:
            self._open_version(row, sibling)
        else:
            self.said.emit(self.tr("{language} is listed, but not in this library.").format(language=language_name(language)))

    def _open_version(self, row: Row, version: Sibling | None) -> None:
        """Open a row, or another version of its document: where the question stands in it, else at the same page."""
        place = self.place_of(row)
        if place is None:
            return
        if version is None:
            self.place_opened.emit(place)
            return
        other, archive = replace(place, document=version.document), self._archive
        self._steps.run(
            lambda _: answering(archive, other), lambda pages: self.place_opened.emit(replace(other, page=pages[0])), self._on_error
        )

    # -- following the reader -----------------------------------------------------------------------------------

    def follow(self, document: int, page: int) -> None:
        """Select the page that the reader has gone to, without telling anybody."""
        self._peek.stop()
        self._view.select(document, page)

    def step_document(self, step: int, *, current: int | None = None) -> bool:
        """Go to the next (or with -1 the previous) document of the list, at its first (or last) hit; return whether there is one."""
        row = self._view.current_row()
        document = current if current is not None else row.hit.document if isinstance(row, (DocumentRow, PageRow)) else None
        following = self._view.neighbour(document, step) if document is not None else None
        if following is None:
            self.said.emit(self.tr("This is the last hit.") if step > 0 else self.tr("This is the first hit."))
            return False
        place = self.place_of(following, from_end=step < 0)
        if place is not None:
            self._steps.run(lambda _: hit_pages(self._archive, place), lambda pages: self._on_step(place, pages))
        return place is not None

    def _on_step(self, place: Place, pages: Sequence[int]) -> None:
        """Show the first hit of the document that was stepped into, or the last when walking backwards."""
        place = _at_end(place, pages)
        self._view.select(place.document, place.page)
        self.place_chosen.emit(place)
        self._look_ahead(place)

    def _look_ahead(self, place: Place) -> None:
        """Name the document after the one that was stepped into, where the walk will likely come next."""
        following = self._view.neighbour(place.document, -1 if place.from_end else 1)
        then = self.place_of(following, from_end=place.from_end) if following is not None else None
        if then is not None:
            self._steps.run(
                lambda _: hit_pages(self._archive, then), lambda pages: self.place_expected.emit(_at_end(then, pages)), lambda _: None
            )


def _at_end(place: Place, pages: Sequence[int]) -> Place:
    """Return a place at the first of these pages, or the last when walking backwards; the same when there are none."""
    return replace(place, page=pages[-1 if place.from_end else 0]) if pages else place
