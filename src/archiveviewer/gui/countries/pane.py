"""The place Countries: the list and the profile, beside each other where the window is wide, else one at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from archiveviewer.gui.countries.chooser import CountryChooser
from archiveviewer.gui.countries.comparing import Comparing
from archiveviewer.gui.countries.countries_model import Country
from archiveviewer.gui.countries.decisions import Decisions
from archiveviewer.gui.countries.deeds import Deed
from archiveviewer.gui.countries.evidence import Evidence
from archiveviewer.gui.countries.export import Export
from archiveviewer.gui.countries.file_deeds import FileDeed
from archiveviewer.gui.countries.handover import Handover
from archiveviewer.gui.countries.ledger import Cell
from archiveviewer.gui.countries.load import Shown, citation, load_countries, load_country
from archiveviewer.gui.countries.profile import ProfileView
from archiveviewer.gui.countries.row import Row
from archiveviewer.gui.language import first_language, interface_language
from archiveviewer.gui.tasks import Latest, Tasks
from archiveviewer.gui.widgets.boxes import stacked
from archiveviewer.gui.widgets.caution import Caution, clock_words
from archiveviewer.gui.widgets.ground import Ground
from archiveviewer.gui.widgets.notice import Notice
from archiveviewer.records import ArchiveError, ListedAttachment
from archiveviewer.text.escaping import isolate

if TYPE_CHECKING:
    from archiveviewer.archive.door import Archive
    from archiveviewer.gui.theme import Theme

_WIDE = 1600
"""From this width of the window on, the list stays beside the profile."""
_LIST = 292
_ANY = 16777215
"""What Qt takes for no limit."""


class CountriesPane(Ground):
    """List of countries and profile of one.

    Signals: `place_chosen(Place)` to show evidence while the keys stay here, `place_opened(Place)` to give the reader the keys,
    `country_shown(code)` when a profile is shown, `said(sentence)`, `as_of_changed(None)` when another day is left here,
    `library_wanted()` when there is nothing to show and the person wants to add a folder, `undo_offered(sentence, undo)` after a fact or
    a match was decided, `facts_changed()` when other places have to ask again, `doubt_opened(Doubt)` when a person is to be asked about
    the file that the reader shows.
    """

    place_chosen = Signal(object)
    place_opened = Signal(object)
    country_shown = Signal(str)
    as_of_changed = Signal(object)
    said = Signal(str)
    library_wanted = Signal()
    undo_offered = Signal(str, object)
    facts_changed = Signal()
    doubt_opened = Signal(object)

    def __init__(self, archive: Archive, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "pane", parent=parent)
        self._archive = archive
        self._tasks = Tasks(self, threads=2)
        self._list_question, self._profile_question = Latest(self._tasks), Latest(self._tasks)
        self._as_of: date | None = None
        self._language = interface_language()
        self._country: str | None = None
        self.comparing = Comparing(archive, theme, self._tasks, self)
        self._evidence = Evidence(archive, self._tasks, self)
        self._decisions = Decisions(archive, self._tasks, self)
        self.handover = Handover(archive, self._tasks, self)
        self.choose_document: Callable[[str], str] = self._ask_for_document
        self._chooser = CountryChooser(theme, self)
        self._line = Ground(theme, "line", parent=self)
        self._line.setFixedWidth(1)
        self._profile = ProfileView(theme, self)
        self._notice = Notice(theme, self)
        self._caution = Caution(theme, self)
        self._clock = ""
        self._stack = QStackedWidget(self)
        self._wide = self._asked = False
        self._lay_out()
        self._connect()
        self._arrange()

    def _lay_out(self) -> None:
        self._stack.addWidget(self._profile)
        self._stack.addWidget(self._notice)
        self._row = QHBoxLayout()
        stacked(self._caution, (self._row, 1), within=self)
        self._row.setSpacing(0)
        for widget in (self._chooser, self._line, self._stack):
            self._row.addWidget(widget)

    def _connect(self) -> None:
        self._chooser.country_opened.connect(self._on_country_opened)
        self._notice.asked.connect(self._on_notice_asked)
        self._connect_profile()
        self._evidence.place_chosen.connect(self.place_chosen)
        self._evidence.place_opened.connect(self.place_opened)
        self._evidence.doubt_opened.connect(self.doubt_opened)
        self.comparing.chosen.connect(self.compare)
        self.comparing.shown.connect(self._on_comparison_shown)
        self.comparing.failed.connect(self._on_error)
        self._decisions.decided.connect(self._on_decided)
        self._decisions.undo_offered.connect(self.undo_offered)
        self.handover.said.connect(self.said)
        for part in (self._evidence, self._decisions, self.handover):
            part.failed.connect(self._on_small_error)

    def _connect_profile(self) -> None:
        self._profile.place_chosen.connect(self._evidence.choose)
        self._profile.place_opened.connect(self._evidence.open)
        self._profile.file_chosen.connect(self._evidence.choose_file)
        self._profile.file_opened.connect(self._evidence.open_file)
        self._profile.export_wanted.connect(self.export)
        self._profile.back_wanted.connect(self.show_list)
        self._profile.today_wanted.connect(self._on_today_wanted)
        self._profile.said.connect(self.said)
        self._profile.deed_wanted.connect(self._on_deed_wanted)
        self._profile.file_deed_wanted.connect(self._on_file_deed_wanted)
        self._profile.compare_wanted.connect(self._on_compare_wanted)

    # -- what is shown ------------------------------------------------------------------------------------------

    @property
    def country(self) -> str | None:
        """The country whose profile is shown, or None while the list is."""
        return self._country

    def refresh(self) -> None:
        """Ask the archive again; what is shown stays until the answer is there."""
        archive, language = self._archive, self._language

        def asked(_stop: Callable[[], bool]) -> tuple[tuple[Country, ...], str]:
            return load_countries(archive, language), clock_words(archive.today(), archive.ahead_of_clock())

        self._list_question.run(asked, lambda found: self._on_countries_loaded(*found), self._on_error)
        if self._country is not None:
            self._load(self._country)

    def show_country(self, code: str) -> None:
        """Show the profile of a country (ISO 3166 alpha-3) and give its first line the keys."""
        self.comparing.end()
        self._country = code
        self._load(code)

    def show_list(self) -> None:
        """Go back to the list of countries."""
        self.comparing.end()
        self._country = None if not self._wide else self._country
        self._notice.is_error = False
        self._arrange()
        self._chooser.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._chooser.field.selectAll()

    def set_languages(self, languages: Sequence[str]) -> None:
        """Call the countries by their names in the first of the languages that a person reads (ISO 639-1)."""
        language = first_language(languages)
        if language != self._language:
            self._language = language
            self.refresh()

    def set_as_of(self, day: date | None) -> None:
        """See the profile as of a day; None is today."""
        if day != self._as_of:
            self._as_of = day
            self._warn()
            if self._country is not None:
                self._load(self._country)

    def _warn(self) -> None:
        """Say when the computer's day cannot be right, as long as states hang on it."""
        self._caution.say(self._clock if self._as_of is None else "")

    def close_tasks(self) -> None:
        """End the work in threads; the window is closing."""
        self._list_question.stop()
        self._profile_question.stop()
        self.comparing.stop()
        self._tasks.close()

    def _load(self, code: str) -> None:
        archive, as_of, language = self._archive, self._as_of, self._language
        question = self._profile_question
        question.run(lambda _: load_country(archive, code, as_of=as_of, language=language), self._on_country_loaded, self._on_error)
        if self.comparing.beside is not None:
            self.compare(self.comparing.beside)

    def _on_countries_loaded(self, countries: tuple[Country, ...], clock: str) -> None:
        self._asked, self._clock = True, clock
        self._warn()
        self._chooser.set_countries(countries)
        self._arrange()

    def _on_country_loaded(self, shown: Shown) -> None:
        before = self._profile.shown
        new = (
            before is None or before.country != shown.country or self._stack.currentWidget() is not self._profile or self._stack.isHidden()
        )
        self._notice.is_error = False
        self._profile.show_country(shown, as_of=self._as_of)
        self._country = shown.country
        self._chooser.select(shown.country)
        self._arrange()
        if new and self.comparing.beside is None:
            self._profile.setFocus(Qt.FocusReason.OtherFocusReason)
            self.country_shown.emit(shown.country)

    def _arrange(self) -> None:
        """Show list and profile beside each other, or the one that is wanted."""
        empty = self._asked and not self._chooser.model.here and self._country is None
        trouble = empty or self._notice.is_error
        profile = self._profile.shown is not None and (self._wide or self._country is not None) and not trouble
        if not profile and not self._notice.is_error:
            self._say_what_is_missing(empty=empty)
        beside = self.comparing.view if profile and self.comparing.beside is not None else None
        self._stack.setCurrentWidget(beside or (self._profile if profile else self._notice))
        self._stack.setVisible(self._wide or profile or trouble)
        self._chooser.setVisible(self._wide or not (profile or trouble))
        self._line.setVisible(self._wide)
        self._chooser.setMinimumWidth(self._theme.space(_LIST) if self._wide else 0)
        self._chooser.setMaximumWidth(self._theme.space(_LIST) if self._wide else _ANY)
        self._profile.show_all_button(visible=not self._wide)
        self.setFocusProxy(beside or (self._profile if profile else self._notice if trouble else self._chooser))

    def _say_what_is_missing(self, *, empty: bool) -> None:
        if empty:
            text = self.tr("Country pages, profiles, requests and decisions make a country appear here. Add the folder that holds them.")
            self._notice.say(self.tr("No countries in this archive yet"), text, [self.tr("Go to the library")])
        else:
            self._notice.say(self.tr("Choose a country"), self.tr("Its deadline, its facts and its listed documents appear here."))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt calls it
        """Change between one and two columns."""
        super().resizeEvent(event)
        wide = self.window().width() >= _WIDE
        if wide != self._wide:
            self._wide = wide
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt calls it
        """Leave a message with Esc."""
        if event.key() == Qt.Key.Key_Escape and self._country is not None:
            self.show_list()
        else:
            super().keyPressEvent(event)

    def _on_error(self, error: Exception) -> None:
        text = str(error) if isinstance(error, ArchiveError) else self.tr("The facts cannot be read: {reason}").format(reason=error)
        self.said.emit(text)
        self._notice.say(self.tr("This cannot be shown"), text, [self.tr("Try again")], error=True)
        self._arrange()

    def _on_notice_asked(self, choice: int) -> None:  # noqa: ARG002 - there is one way on
        if self._notice.is_error:
            self._notice.is_error = False
            self.refresh()
        else:
            self.library_wanted.emit()

    def _on_country_opened(self, code: str) -> None:
        shown = self._profile.shown
        self._chooser.clear_filter()
        self._chooser.select(code)
        if shown is not None and shown.country == code and self._country == code:
            self._profile.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_country(code)

    def _on_today_wanted(self) -> None:
        self.set_as_of(None)
        self.as_of_changed.emit(None)

    # -- two countries ------------------------------------------------------------------------------------------

    def _on_compare_wanted(self) -> None:
        self.comparing.choose([one for one in self._chooser.model.countries if one.summary.country != self._country])

    def compare(self, code: str) -> None:
        """Show another country beside the one that is shown."""
        if self._country is not None:
            self.comparing.compare(self._country, code, as_of=self._as_of, language=self._language)

    def _on_comparison_shown(self) -> None:
        view = self.comparing.view
        if view is not None and self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
            view.place_chosen.connect(self._evidence.choose)
            view.place_opened.connect(self._evidence.open)
            view.back_wanted.connect(self._on_back_from_comparison)
            view.other_wanted.connect(self._on_compare_wanted)
            view.said.connect(self.said)
        self._arrange()

    def _on_back_from_comparison(self) -> None:
        self.comparing.end()
        self._arrange()
        self._profile.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what a person decides ----------------------------------------------------------------------------------

    def _on_deed_wanted(self, row: Row, deed: Deed) -> None:
        """Copy the sentence of a fact, leave it out, or take that back."""
        if deed is Deed.COPY and row.place is not None:
            archive, place, code, language = self._archive, row.place, self._country or "", self._language
            self._tasks.run(lambda: citation(archive, place, code, language=language), self._on_cited, self._on_small_error)
        elif deed is Deed.WRONG and row.stated is not None:
            self._decisions.leave_out(row, row.stated)
        elif deed is Deed.RIGHT and row.hidden is not None:
            self._decisions.take_back(row.hidden)

    def _on_cited(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("Quote with citation copied"))

    def _on_file_deed_wanted(self, listed: ListedAttachment, deed: FileDeed) -> None:
        """Open a listed file or its listing, or keep what a person says about its match."""
        match deed:
            case FileDeed.OPEN:
                self._evidence.open_file(Cell(listed.attachment.language, (listed,)))
            case FileDeed.LISTING:
                self._evidence.open_listing(listed)
            case FileDeed.YES | FileDeed.NO:
                self.decide(listed, yes=deed is FileDeed.YES)
            case FileDeed.CHOOSE:
                path = self.choose_document(self.tr("Which file is “{title}”?").format(title=isolate(listed.attachment.title)))
                if path:
                    self._decisions.match(listed, str(Path(path)), yes=True)
            case FileDeed.UNDO:
                self._decisions.take_back_match(listed)

    def decide(self, listed: ListedAttachment, *, yes: bool) -> None:
        """Keep whether the file found for a listed one is it."""
        if listed.match is not None:
            self._decisions.match(listed, listed.match, yes=yes)

    def _on_decided(self) -> None:
        self.refresh()
        self.facts_changed.emit()

    def export(self, what: Export) -> None:
        """Write a file with what is shown, where the person wants it."""
        if self._profile.shown is not None:
            self.handover.export(what, self._profile.shown)

    def _on_small_error(self, error: Exception) -> None:
        """Say what went wrong with one deed; all that is shown stays."""
        if not isinstance(error, ArchiveError):
            raise error
        self.said.emit(str(error))

    def _ask_for_document(self, title: str) -> str:
        path, _ = QFileDialog.getOpenFileName(self, title)
        return path
