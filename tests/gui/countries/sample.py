"""A small regional archive made of records, for the tests of Countries and Deadlines: real dates, our own sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from archiveviewer.records import (
    Attachment,
    Chain,
    ChainStep,
    CountrySummary,
    Coverage,
    Decided,
    Document,
    Event,
    Evidence,
    Fact,
    FactLine,
    HiddenFact,
    Kind,
    ListedAttachment,
    MatchDecision,
    PageText,
    Profile,
    ProfileGroup,
    ReferenceRow,
    Source,
    State,
    StatedEvent,
    StatedFact,
)

TODAY = date(2026, 11, 23)
NAMES = {
    "AGO": ("Angola", "أنغولا"),
    "BIH": ("Bosnia and Herzegovina", "البوسنة والهرسك"),
    "KHM": ("Cambodia", "كمبوديا"),
    "HRV": ("Croatia", "كرواتيا"),
    "ECU": ("Ecuador", "إكوادور"),
    "FIN": ("Finland", "فنلندا"),
    "JOR": ("Jordan", "الأردن"),
    "SEN": ("Senegal", "السنغال"),
    "SSD": ("South Sudan", "جنوب السودان"),
    "LKA": ("Sri Lanka", "سريلانكا"),
    "THA": ("Thailand", "تايلاند"),
    "YEM": ("Yemen", "اليمن"),
    "TUV": ("Tuvalu", "توفالو"),
}
_PAGED = ".pdf"
_FROM = "https://example.org/"
REFERENCE = (
    ReferenceRow("KHM", "apmbc", "ratification", "1999-07-28", "UN depositary list, copy of January 2014; cross-checked", _FROM),
    ReferenceRow("KHM", "apmbc", "entry_into_force", "2000-01-01", "computed and stated on a page read", _FROM),
    ReferenceRow("KHM", "apmbc", "extension_granted", "2025", "new deadline 2030-12-31; by 22MSP", _FROM),
    ReferenceRow("KHM", "apmbc", "article5_deadline", "2025-12-31", "set by 4RC; 1 source", _FROM),
    ReferenceRow("KHM", "apmbc", "article5_deadline", "2030-12-31", "set by 22MSP, December 2025; latest found", _FROM),
    ReferenceRow("LKA", "apmbc", "withdrawal", "2027", "announced", _FROM),
    ReferenceRow("JOR", "apmbc", "completion", "2012-04-24", "stated; 1 source", _FROM),
    ReferenceRow("TUV", "apmbc", "accession", "2011-09-13", "UN depositary list", _FROM),
)


class Shelf:
    """Hands out documents and remembers them, as the library does."""

    def __init__(self) -> None:
        self.documents: dict[int, Document] = {}

    def source(self, title: str, *, country: str, kind: Kind = Kind.COUNTRY_PAGE, day: str | None = None, paged: bool = False) -> Source:
        """Make a document and return it as a source."""
        number = len(self.documents) + 1
        path = f"/archive/{country}/{number}{_PAGED if paged else '.html'}"
        media = "application/pdf" if paged else "text/html"
        self.documents[number] = Document(
            number,
            path,
            "/archive",
            media,
            title,
            kind,
            "en",
            country,
            day,
            paged,
            pages=96 if paged else 9,
            size=1000,
            sha256=f"{number:064x}",
        )
        return Source(number, path, title, kind.value, day)


def step(
    kind: str, day: str, *, source: Source | None = None, page: int = 1, meeting: str | None = None, quote: str = "", place: str = ""
) -> ChainStep:
    """Return a step; one with a source has evidence."""
    evidence = Evidence(page, (0, len(quote)), quote) if source is not None else None
    formula = f"last day of the {meeting}, {place}" if place else ""
    return ChainStep(kind, day, quote, meeting, source, evidence, formula=formula)


def chain(  # the lane of one country, as short as a line of a table
    country: str,
    *,
    state: State,
    source: Source,
    start: str,
    deadlines: Sequence[str] = (),
    more: Sequence[ChainStep] = (),
    meeting: str | None = None,
) -> Chain:
    """Return the chain of a country whose facts were all read on section 5 of one page."""
    steps = [step("entry_into_force", start, source=source, quote=f"The Convention entered into force on {start}.")]
    steps += [step("deadline", day, source=source, page=5, quote=f"a new deadline was set for {day}.") for day in deadlines]
    steps += more
    deadline = deadlines[-1] if deadlines else None
    left = (date.fromisoformat(deadline) - TODAY).days if deadline and state not in {State.MET, State.WITHDRAWN} else None
    ordered = tuple(sorted(steps, key=lambda item: item.date))
    end = next((item for item in ordered if item.kind in {"completion", "withdrawal"}), None)
    return Chain(country, "apmbc", "5", ordered, deadline, state, TODAY.isoformat(), left, meeting, source.date, end=end)


def cambodia_chain(page: Source) -> Chain:
    """Return the chain of the seed, with what the reference list knows beyond it."""
    first = (
        "Cambodia undertook to destroy or ensure the destruction of all anti-personnel mines in these areas as soon as possible "
        "but not later than 1\u00a0January\u00a02010."
    )
    cartagena = "The request was granted at the Cartagena Summit and a new deadline was set for 1 January 2020."
    oslo = "The request was granted at the Fourth Review Conference, Oslo, Norway, and a new deadline set for 31 December 2025."
    asked = "On 27 March 2019, Cambodia submitted a second request to extend its mine clearance deadline."
    steps = (
        step("entry_into_force", "2000-01-01", source=page, quote="the Convention entered into force for Cambodia on 1 January 2000"),
        step(
            "request",
            "2009-05-11",
            source=page,
            page=5,
            quote="On 11 May 2009, Cambodia submitted a request to extend its mine clearance deadline.",
        ),
        step("decision", "2009-12-04", source=page, page=5, meeting="2RC", quote=cartagena, place="Cartagena"),
        step("deadline", "2010-01-01", source=page, page=5, quote=first),
        step("request", "2019-03-27", source=page, page=5, quote=asked),
        step("decision", "2019-11-29", source=page, page=5, meeting="4RC", quote=oslo, place="Oslo, Norway"),
        step("deadline", "2020-01-01", source=page, page=5, quote=cartagena),
        step("deadline", "2025-12-31", source=page, page=5, quote=oslo),
    )
    beyond = (ChainStep("reference", "2030-12-31", "Article 5 deadline: set by 22MSP, December 2025"),)
    return Chain("KHM", "apmbc", "5", steps, "2025-12-31", State.PASSED, "2026-11-23", -327, "4RC", "2019-11", beyond)


def regional_chains(shelf: Shelf, page: Source) -> tuple[Chain, ...]:
    """Return the twelve lanes of the picture."""

    def of(country: str, day: str) -> Source:
        return shelf.source(f"{NAMES[country][0]}, country page", country=country, day=day)

    angola, ecuador, jordan, finland = of("AGO", "2025-03"), of("ECU", "2025-07"), of("JOR", "2019"), of("FIN", "2025")
    decided = step("decision", "2020-11-20", source=page, meeting="18MSP", quote="granted at the Eighteenth Meeting of the States Parties")
    sixteenth = step("decision", "2017-12-21", source=angola, meeting="16MSP", quote="granted at the Sixteenth Meeting")
    return (
        cambodia_chain(page),
        chain(
            "THA",
            state=State.EXTENDED,
            source=of("THA", "2023"),
            start="1999-05-01",
            deadlines=("2009-05-01", "2018-11-01", "2023-10-31", "2026-12-31"),
        ),
        chain(
            "BIH",
            state=State.EXTENDED,
            source=of("BIH", "2020"),
            start="1999-03-01",
            deadlines=("2009-03-01", "2019-03-01", "2021-03-01", "2027-03-01"),
            more=(decided,),
            meeting="18MSP",
        ),
        chain(
            "SSD",
            state=State.PASSED,
            source=of("SSD", "2020"),
            start="2011-07-09",
            deadlines=("2021-07-09", "2026-07-09"),
            more=(decided,),
            meeting="18MSP",
        ),
        chain(
            "HRV", state=State.PASSED, source=of("HRV", "2020"), start="1999-03-01", deadlines=("2009-03-01", "2019-03-01", "2026-03-01")
        ),
        chain(
            "SEN",
            state=State.PASSED,
            source=of("SEN", "2021"),
            start="1999-03-01",
            deadlines=("2009-03-01", "2016-03-01", "2026-03-01"),
            more=(decided,),
            meeting="18MSP",
        ),
        chain(
            "AGO",
            state=State.PASSED,
            source=angola,
            start="2003-01-01",
            deadlines=("2013-01-01", "2018-01-01", "2025-12-31"),
            more=(sixteenth, step("requested", "2030", source=angola, quote="Angola asks for an extension until 2030.")),
            meeting="16MSP",
        ),
        chain(
            "ECU",
            state=State.PASSED,
            source=ecuador,
            start="1999-10-01",
            deadlines=("2009-10-01", "2017-10-01", "2017-12-31", "2025-12-31"),
            more=(step("requested", "2027-12-31", source=ecuador, quote="Ecuador requested an extension until 31 December 2027."),),
        ),
        chain(
            "YEM",
            state=State.EXTENDED,
            source=of("YEM", "2022"),
            start="1999-03-01",
            deadlines=("2009-03-01", "2015-03-01", "2020-03-01", "2023-03-01", "2028-03-01"),
        ),
        chain("LKA", state=State.RUNNING, source=of("LKA", "2021"), start="2018-06-01", deadlines=("2028-06-01",)),
        chain(
            "JOR",
            state=State.MET,
            source=jordan,
            start="1999-05-01",
            deadlines=("2009-05-01", "2012-05-01"),
            more=(step("completion", "2012-04-24", source=jordan, quote="On 24 April 2012, Jordan declared completion."),),
        ),
        chain(
            "FIN",
            state=State.WITHDRAWN,
            source=finland,
            start="2012-07-01",
            more=(step("withdrawal", "2026-01-10", source=finland, quote="The withdrawal took effect on 10 January 2026."),),
        ),
    )


def stated(
    kind: str, value: str, *, source: Source, quote: str, page: int = 1, as_of: str | None = None, unit: str | None = None
) -> StatedFact:
    """Return a fact of Cambodia as a source states it."""
    return StatedFact(Fact("KHM", kind, value, unit, as_of, Evidence(page, (0, len(quote)), quote), rule="sample"), source)


def cambodia_groups(page: Source, review: Source, monitor: Source) -> tuple[ProfileGroup, ...]:
    """Return the facts of both seeds, two of them stated differently elsewhere."""
    oslo = "The request was granted at the Fourth Review Conference, Oslo, Norway, and a new deadline set for 31 December 2025."
    ccw = "Cambodia is party to the Convention on Conventional Weapons, but has not ratified Protocol V on Explosive Remnants of War."
    survivors = "Cambodia is one of 30 States Parties that have indicated having significant numbers of landmine survivors."
    retained = "As of 2019, Cambodia reported having 1,235 anti-personnel mines retained for these permitted purposes."
    destroyed = "In total, Cambodia reported having destroyed 203,671 mines."
    older = stated("apmbc.art5.deadline", "2010-01-01", source=page, page=5, quote="not later than 1\u00a0January\u00a02010")
    mine = (
        FactLine("apmbc.status", "17", (stated("apmbc.status", "state_party", source=page, quote="State Party"),)),
        FactLine(
            "apmbc.entry_into_force",
            "17",
            (stated("apmbc.entry_into_force", "2000-01-01", source=page, quote="entered into force on 1 January 2000"),),
        ),
        FactLine(
            "apmbc.art3.retained",
            "3",
            (stated("apmbc.art3.retained", "1235", source=page, page=3, as_of="2019", unit="mines", quote=retained),),
        ),
        FactLine(
            "apmbc.art4.destroyed_total",
            "4",
            (
                stated("apmbc.art4.destroyed_total", "203671", source=page, page=2, as_of="2008", unit="mines", quote=destroyed),
                stated(
                    "apmbc.art4.destroyed_total",
                    "203612",
                    source=monitor,
                    page=12,
                    as_of="2011",
                    unit="mines",
                    quote="destroyed 203,612 mines",
                ),
            ),
        ),
        FactLine(
            "apmbc.art5.deadline_current",
            "5",
            (
                stated("apmbc.art5.deadline_current", "2025-12-31", source=page, page=5, as_of="2019", quote=oslo),
                stated("apmbc.art5.deadline_current", "2020-01-01", source=review, quote="Cambodia has a deadline of 1 January 2020."),
            ),
            (older,),
        ),
        FactLine(
            "apmbc.art5.request_submitted",
            "5",
            (stated("apmbc.art5.request_submitted", "2019-03-27", source=page, page=5, quote="On 27 March 2019"),),
        ),
        FactLine("apmbc.art5.request_granted", "5", (stated("apmbc.art5.request_granted", "4RC", source=page, page=5, quote=oslo),)),
        FactLine(
            "apmbc.va.significant_survivors",
            "6.3",
            (stated("apmbc.va.significant_survivors", "yes", source=page, page=4, quote=survivors),),
        ),
        FactLine(
            "apmbc.art7.initial_report",
            "7",
            (stated("apmbc.art7.initial_report", "2000-06-28", source=page, page=2, quote="submitted on 28 June 2000"),),
        ),
        FactLine("apmbc.art9.legislation", "9"),
    )
    cluster = (
        FactLine(
            "ccm.status",
            "",
            (stated("ccm.status", "not_party", source=monitor, quote="has not signed the Convention on Cluster Munitions"),),
        ),
        FactLine(
            "ccm.art1.production",
            "1",
            (stated("ccm.art1.production", "no", source=monitor, quote="is not believed to have used, produced"),),
        ),
        FactLine(
            "ccm.art3.stockpile_reported",
            "3",
            (stated("ccm.art3.stockpile_reported", "unknown", source=monitor, quote="It is not known whether"),),
        ),
    )
    other = (
        FactLine("ccw.status", "", (stated("ccw.status", "party", source=monitor, quote=ccw),)),
        FactLine("ccw.pv.status", "", (stated("ccw.pv.status", "not_party", source=monitor, quote=ccw),)),
        FactLine(
            "crpd.status",
            "",
            (stated("crpd.status", "state_party", source=page, page=4, quote="also a State Party to the Convention on the Rights"),),
        ),
    )
    situation = (
        FactLine(
            "contamination.area_km2",
            "",
            (stated("contamination.area_km2", "801.64", source=review, as_of="2020", unit="km2", quote="801.64 square kilometres"),),
        ),
        FactLine("casualties.year", "", (stated("casualties.year", "77", source=review, as_of="2019", unit="people", quote="77 people"),)),
    )
    return (ProfileGroup("apmbc", mine), ProfileGroup("ccm", cluster), ProfileGroup("other", other), ProfileGroup("situation", situation))


def cambodia_files(page: Source) -> tuple[ListedAttachment, ...]:
    """Return the files that the seed lists, some here, one in doubt, the rest missing."""
    listed: list[ListedAttachment] = []

    def add(family: str, title: str, states: str, *, languages: str = "", size: str = "102 KB", received: str | None = None) -> None:
        spoken: list[str | None] = [*languages.split()] or [None] * len(states)
        for language, mark in zip(spoken, states, strict=True):
            evidence = Evidence(6, (0, len(title)), title)
            attachment = Attachment("KHM", title, language, size, 104448, received, family, evidence)
            state = {"+": "present", "?": "doubtful", "-": "missing"}[mark]
            match = f"/archive/KHM/{title}-{language}.pdf" if mark != "-" else None
            listed.append(ListedAttachment(attachment, page, state, match, "damaged: 2.1 of 5.9 MB" if mark == "?" else ""))

    new, old, rest = "2019 Extension Request", "2009 Extension Request", "Reports, updates, laws, other"
    add(new, "Cambodia's Extension Request", "+", size="5.6 MB", received="2019-03-27")
    add(new, "Additional Information", "+", size="147 KB", received="2019-08-08")
    add(new, "Annex 18", "+", size="33 KB")
    add(new, "Annex 19", "+", size="116 KB")
    add(new, "Annex 20", "-", size="67 KB")
    add(new, "Cambodia's Extension Request Decision", "+", languages="en", size="118 KB")
    add(old, "Cambodia's Extension Request", "+", size="8.6 MB", received="2009-05-11")
    add(old, "Cambodia's Revised Extension Request", "?", size="5.9 MB", received="2009-08-24")
    add(old, "Cambodia's Response to the Draft Analysis of its Revised Extension Request", "-", size="490 KB")
    add(old, "Cambodia's Extension Request Executive Summary", "-+---", languages="zh en fr ru es", size="40 KB")
    add(old, "Cambodia's Extension Request Analysis", "++++-+", languages="ar zh en fr ru es")
    add(old, "Cambodia's Extension Request Decision", "+", size="87 KB")
    for title in (
        "Update on Article 5 implementation, June 2018",
        "Update on Victim Assistance, November 2019",
        "Mine Action Strategy 2018-2025",
    ):
        add(rest, title, "-", size="1 MB")
    return tuple(listed)


class SampleArchive:
    """Answers like the archive, from records alone."""

    library = Path("/archive/library")

    def __init__(self, *, empty: bool = False) -> None:
        shelf = Shelf()
        self.asked: list[str] = []
        self.library = Path("/archive/library")
        self.hidden: list[HiddenFact] = []
        self.words: list[MatchDecision] = []
        self._page = shelf.source("Cambodia, country page", country="KHM", day="2019-11")
        self._review = shelf.source("Mine Action Review", country="KHM", kind=Kind.OTHER, day="2018")
        self._monitor = shelf.source("Cluster Munition Monitor profile", country="KHM", kind=Kind.PROFILE, day="2010", paged=True)
        self._chains = () if empty else regional_chains(shelf, self._page)
        self._shelf = shelf
        self._empty = empty
        self.today: Callable[[], date] = lambda: TODAY
        self.ahead: str | None = None

    def ahead_of_clock(self) -> str | None:
        """Return what a test put there."""
        return self.ahead

    def country_name(self, code: str, language: str = "en") -> str:
        """Return the name in English, Arabic, or the country's own language."""
        if (code, language) == ("KHM", "km"):
            return "កម្ពុជា"
        names = NAMES.get(code, (code, code))
        return names[1] if language == "ar" else names[0]

    def country_names(self, code: str) -> tuple[str, ...]:
        """Return the names in the languages we know."""
        return tuple(dict.fromkeys(self.country_name(code, language) for language in ("en", "ar", "km")))

    def coverage(self) -> Coverage:
        """Return how new the archive is."""
        return Coverage(420, 412, 5, 3, unsupported=0, waiting=0, pages=900, newest="2019-11")

    def countries(self) -> tuple[CountrySummary, ...]:
        """Return a row for each country, one of them known from the reference list only."""
        if self._empty:
            return ()
        here = [
            CountrySummary(item.country, 14 if item.country == "KHM" else 3, 22, item.state, item.deadline, item.newest_source)
            for item in self._chains
        ]
        return tuple(sorted([*here, CountrySummary("TUV", 0, 0, State.UNKNOWN, None)], key=lambda item: item.country))

    def chains(self, *, as_of: date | None = None) -> tuple[Chain, ...]:
        """Return the twelve chains."""
        self.asked.append(f"chains {as_of}")
        return self._chains

    def profile(self, country: str, *, as_of: date | None = None) -> Profile:
        """Return the full profile of Cambodia; of others only the chain."""
        self.asked.append(f"profile {country} {as_of}")
        found = next((item for item in self._chains if item.country == country), None)
        reference = tuple(row for row in REFERENCE if row.country == country)
        day = (as_of or TODAY).isoformat()
        if country != "KHM":
            return Profile(country, day, found, (), (), reference, found.newest_source if found else None)
        groups = tuple(self._without_hidden(group) for group in cambodia_groups(self._page, self._review, self._monitor))
        return Profile(country, day, found, groups, cambodia_files(self._page), reference, "2019-11")

    def _without_hidden(self, group: ProfileGroup) -> ProfileGroup:
        gone = {(one.type, one.value) for one in self.hidden}
        lines = [
            replace(line, current=tuple(item for item in line.current if (item.fact.type, item.fact.value) not in gone))
            for line in group.lines
        ]
        return ProfileGroup(group.name, tuple(lines))

    def decided(self, country: str | None = None) -> Decided:
        """Return what was decided about Cambodia."""
        return Decided(tuple(self.hidden), tuple(self.words)) if country in (None, "KHM") else Decided()

    def hidden_places(self, hidden: Sequence[HiddenFact]) -> dict[int, StatedFact]:
        """Return where hidden facts stand."""
        every = [
            item for group in cambodia_groups(self._page, self._review, self._monitor) for line in group.lines for item in line.current
        ]
        return {one.id: item for one in hidden for item in every if (item.fact.type, item.fact.value) == (one.type, one.value)}

    def hide_fact(self, stated: StatedFact) -> HiddenFact:
        """Call a fact wrong."""
        fact, source = stated.fact, stated.source
        assert source is not None
        assert fact.evidence is not None
        number = len(self.hidden) + 1
        words = (fact.country, fact.type, fact.value, fact.evidence.quote, source.path, "", source.title)
        made = HiddenFact(*words, page=fact.evidence.page, hidden_at="2026-11-23T10:00:00Z", id=number)
        self.hidden.append(made)
        return made

    def show_fact(self, hidden: HiddenFact) -> None:
        """Take that back."""
        self.hidden.remove(hidden)

    def decide_match(self, listed: ListedAttachment, path: str, *, is_it: bool) -> MatchDecision:
        """Keep a word about a listed file."""
        found = listed.attachment
        made = MatchDecision(
            found.country, found.title, found.language, found.size, found.family, path, "", is_it=is_it, id=len(self.words) + 1
        )
        self.words.append(made)
        return made

    def forget_match(self, decision: MatchDecision) -> None:
        """Take that back."""
        self.words.remove(decision)

    def match_decisions(self, listed: ListedAttachment) -> tuple[MatchDecision, ...]:
        """Return the words about a listed file."""
        found = listed.attachment
        key = (found.title, found.language, found.size)
        return tuple(one for one in self.words if (one.title, one.language, one.size) == key)

    def timeline(self, country: str | None = None, *, as_of: date | None = None) -> tuple[StatedEvent, ...]:
        """Return two dated events of Cambodia."""
        self.asked.append(f"timeline {country} {as_of}")
        if country != "KHM":
            return ()
        quote = "On 14 March 2007, the Deputy Prime Minister announced the decision to join the Oslo Process"
        oslo = Event(
            "KHM", "ccm", "", "2007-03-14", "policy", "decision to join the Oslo Process announced", Evidence(2, (0, len(quote)), quote)
        )
        asked = Event(
            "KHM",
            "apmbc",
            "5",
            "2019-03-27",
            "art5_request_submitted",
            "second request submitted",
            Evidence(5, (0, 16), "On 27 March 2019"),
        )
        return (StatedEvent(oslo, self._monitor), StatedEvent(asked, self._page))

    def document(self, document: int) -> Document:
        """Return a document by its number."""
        return self._shelf.documents[document]

    def document_at(self, path: str) -> Document | None:
        """Return the document that lies at a path."""
        return next((found for found in self._shelf.documents.values() if found.path == path), None)

    def page(self, document: int, page: int) -> PageText:
        """Return a page without text."""
        self.asked.append(f"page {document} {page}")
        return PageText(page, str(page), "")
