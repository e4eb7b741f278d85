"""Questions find what they should, in small libraries of made-up pages."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archiveviewer.index.reader import Reader
from archiveviewer.index.writer import Writer
from archiveviewer.query import clock, finding, judging, tables
from archiveviewer.query import search as searching
from archiveviewer.query.leaves import Plan
from archiveviewer.query.search import pages_of, search
from archiveviewer.records import DocumentHit, How, Kind, Part, ReadDocument, Reading, SearchAnswer, SearchRequest, Sort, Why
from archiveviewer.text.english import understood
from libraries import document, library, put

ARCHIVE: dict[str, ReadDocument] = {
    "cambodia": document(
        "Cambodia ratified the Convention on 28 July 1999.",
        "Destruction not later than 1\u00a0January\u00a02010. Landmine survivors need help.",
        title="Cambodia",
        kind=Kind.COUNTRY_PAGE,
        country="KHM",
        date="2019-03",
    ),
    "request": document(
        "Request for an extension of the deadline.",
        "Clearing of mines in the west.",
        "The clearance of mined areas goes on.",
        title="Second extension request",
        kind=Kind.REQUEST,
        country="KHM",
        date="2019-03-27",
    ),
    "laos": document("Laos clears cluster munitions. Survivors of a landmine.", title="Laos", country="LAO", date="2010"),
    "angola": document("January 2010: later than 1 was not. Mines.", title="Angola", country="AGO", date="2008"),
    "eau": document("Le droit \u00e0 l'eau et au d\u00e9minage humanitaire.", title="L'eau", language="fr", date="2009"),
    "khmer": document("មិនអាចបំបែកបានក្នុងព្រះរាជាណាចក្រកម្ពុជា", title="ខ្មែរ", language="km"),
    "chinese": document("人人生而自由，在尊严和权利上一律平等。", title="世界人权宣言", language="zh"),
    "resolution": document("See S/2025/194 and document 11MSP.", title="Papers"),
    "copy": document("Papers twice over.", title="One"),
    "copy again": document("Papers twice over.", title="Two"),
}


@pytest.fixture(scope="module", params=["small", "large"])
def reader(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Open the archive, once more as if it were so large that less is asked for at once."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "large":
            patch.setattr(tables, "_SMALL", 0)
        yield from _opened(tmp_path_factory)


def _opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with Reader(library(tmp_path_factory.mktemp("library"), ARCHIVE)) as opened:
        yield opened


def ask(reader: Reader, text: str, **more: object) -> SearchAnswer:
    return search(reader, SearchRequest(text, **more))  # type: ignore[arg-type]  # tests name the fields rightly or fail


def name(hit: DocumentHit) -> str:
    return hit.path.rpartition("/")[2]


def full(answer: SearchAnswer) -> list[str]:
    return sorted(name(hit) for hit in answer.hits if not hit.missing)


FOUND = [
    ("mine", ["angola", "request"]),
    ("clearing", ["laos", "request"]),
    ("landmine survivors", ["cambodia", "laos"]),
    ('"landmine survivors"', ["cambodia"]),
    ('"landmine survivor"', []),
    ('"not later than 1 January 2010"', ["cambodia"]),
    ('"mines"', ["angola", "request"]),
    ('"mine"', []),
    ("surviv*", ["cambodia", "laos"]),
    ("clearanc*", ["request"]),
    ("cleari*", ["request"]),
    ("mines -cluster", ["angola", "request"]),
    ('landmine -"landmine survivors"', ["laos"]),
    ("laos OR angola", ["angola", "laos"]),
    ('angola OR "landmine survivors"', ["angola", "cambodia"]),
    ("(laos OR angola) mines", ["angola"]),
    ("country:KHM", ["cambodia", "request"]),
    ("country:Cambodia mines", ["request"]),
    ("-country:KHM survivors", ["laos"]),
    ("country:KHM OR munitions", ["cambodia", "laos", "request"]),
    ("lang:fr", ["eau"]),
    ("lang:French", ["eau"]),
    ('kind:"extension request"', ["request"]),
    ("kind:country_page", ["cambodia"]),
    ("year:2008..2009", ["angola", "eau"]),
    ("year:2019 mines", ["request"]),
    ("year:..2008", ["angola"]),
    ("title:extension", ["request"]),
    ('title:"second extension"', ["request"]),
    ('title:"extension second"', []),
    ("title:mines", []),
    ("folder:archive survivors", ["cambodia", "laos"]),
    ("folder:elsewhere survivors", []),
    ("folder:cambodia", []),
    ("folder:/arch survivors", ["cambodia", "laos"]),
    ("folder:/archive/ survivors", ["cambodia", "laos"]),
    ("has:problem", []),
    ("has:scans", []),
    ("-has:ocr survivors", ["cambodia", "laos"]),
    ("year:2010.. -year:2019", ["laos"]),
    ("year:\u202e2019", []),
    ("l'eau", ["eau"]),
    ("eau", ["eau"]),
    ("deminage", ["eau"]),
    ("S/2025/194", ["resolution"]),
    ("2025 194", ["resolution"]),
    ("11MSP", ["resolution"]),
    ("កម្ពុជា", ["khmer"]),
    ("尊严", ["chinese"]),
    ("权", ["chinese"]),
    ("?!", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_a_question_finds_its_documents(reader: Reader, text: str, names: list[str]) -> None:
    answer = ask(reader, text)
    assert full(answer) == names
    assert answer.documents == len(names)
    assert not answer.at_least


TYPED = [
    ("surv", ["cambodia", "laos"]),
    ("mi", ["angola", "request"]),
    ('"landmine surv', ["cambodia"]),
    ("landmine-surv", ["cambodia"]),
    ("mines-in-th", ["request"]),
    ("clearing-of-mi", ["request"]),
    ("survivors-ne", ["cambodia"]),
    ("landmine-xy", []),
    ("S/2025/1", ["resolution"]),
    ("l'ea", ["eau"]),
    ("cleara", ["request"]),
    ("ខ្ម", ["khmer"]),
]


@pytest.mark.parametrize(("text", "names"), TYPED)
def test_a_word_being_typed_finds_what_it_may_become(reader: Reader, text: str, names: list[str]) -> None:
    answer = ask(reader, text, typing=True)
    assert full(answer) == names
    assert all(hit.pages[0].marks for hit in answer.hits if name(hit) != "khmer")


def test_pages_and_marks_show_the_words(reader: Reader) -> None:
    (hit,) = ask(reader, '"not later than 1 January 2010"').hits
    (page,) = hit.pages
    assert (page.page, page.label) == (2, "2")
    ((start, end),) = page.marks
    assert page.snippet[start:end].replace("\u00a0", " ") == "not later than 1 January 2010"


def test_a_page_with_all_words_is_best(reader: Reader) -> None:
    hit = next(hit for hit in ask(reader, "mines clearing").hits if name(hit) == "request")
    assert hit.pages[0].page == 2
    assert pages_of(reader, hit.document, "mines clearing") == tuple(sorted(page.page for page in hit.pages))


def test_documents_with_most_words_follow_and_say_what_they_lack(reader: Reader) -> None:
    answer = ask(reader, "landmine survivors munitions")
    assert [(name(hit), hit.missing) for hit in answer.hits] == [("laos", ()), ("cambodia", ("munitions",))]
    assert (answer.documents, answer.pages) == (1, 1), "pages of documents that lack a word are not counted"


def test_a_phrase_that_is_lacking_is_named_in_quotes(reader: Reader) -> None:
    missing = {name(hit): hit.missing for hit in ask(reader, '"landmine survivors" munitions').hits}
    assert missing == {"cambodia": ("munitions",), "laos": ('"landmine survivors"',)}


def test_no_field_is_ever_lacking(reader: Reader) -> None:
    assert [name(hit) for hit in ask(reader, "landmine munitions country:KHM").hits] == ["cambodia"]


def test_title_hits_show_the_document(reader: Reader) -> None:
    (hit,) = ask(reader, "second").hits
    assert (hit.page_hits, [page.page for page in hit.pages]) == (0, [1])
    assert ask(reader, "laos").hits[0].title == "Laos"


def test_exact_forms_come_before_stems(tmp_path: Path) -> None:
    texts = {"stem": document("the mined field"), "exact": document("the mine field"), "other": document("nothing")}
    with Reader(library(tmp_path, texts)) as reader:
        assert [name(hit) for hit in ask(reader, "mine").hits] == ["exact", "stem"]


def test_a_word_as_typed_comes_before_what_another_language_makes_of_it(tmp_path: Path) -> None:
    """In Spanish `culpabilidade` has the stem that another word is written as."""
    asked = {
        "spanish": document("La culpabilidad. La culpabilidad.", language="es"),
        "portuguese": document("Até que a sua culpabilidade tenha sido provada de acordo com a lei em julgamento público.", language="pt"),
    }
    with Reader(library(tmp_path, asked)) as reader:
        assert [name(hit) for hit in ask(reader, "culpabilidade").hits] == ["portuguese", "spanish"]


def test_a_hit_says_why_it_stands_there(tmp_path: Path) -> None:
    texts = {
        "decision": document("The extension was granted.", "More.", title="Decision", kind=Kind.DECISION),
        "passing": document("The extension was granted.", "More.", title="Passing"),
        "title": document("The extension was granted.", "It was.", title="Extension granted"),
    }
    with Reader(library(tmp_path, texts)) as reader:
        hits = {name(hit): hit for hit in ask(reader, "extension granted").hits}
    assert list(hits) == ["title", "decision", "passing"]
    for hit in hits.values():
        base, *shares = hit.why
        assert hit.score == pytest.approx(base.weight * (1 + sum(reason.weight for reason in shares)), abs=1e-5)
    words = {name: [(reason.why, *reason.values) for reason in hit.why] for name, hit in hits.items()}
    assert (Why.TITLE,) in words["title"]
    assert set(words["decision"]) - set(words["passing"]) == {(Why.KIND, "decision")}
    assert (Why.NEAR,) in words["passing"]


def test_decisions_come_first_only_when_scores_are_near(tmp_path: Path) -> None:
    often = document("Clearance, clearance and clearance of clearance.", title="Report")
    texts = {"often": often, "decision": document("On clearance, and on " + "other matters " * 30, kind=Kind.DECISION)}
    with Reader(library(tmp_path, {**texts, "other": document("Nothing.")})) as reader:
        assert [name(hit) for hit in ask(reader, "clearance").hits] == ["often", "decision"]


def test_words_side_by_side_come_before_words_apart(tmp_path: Path) -> None:
    apart = "victim " + "filler " * 40 + "assistance"
    texts = {"apart": document(apart), "together": document("filler " * 40 + "victim assistance"), "other": document("none")}
    with Reader(library(tmp_path, texts)) as reader:
        assert [name(hit) for hit in ask(reader, "victim assistance").hits] == ["together", "apart"]


NEAR = {
    "sentence": document("Filler. The clearance was delayed by old mines.", "Nothing."),
    "page": document("Clearance comes first here. " + "Filler words. " * 30 + "Then the mines.", "Mines."),
    "apart": document("Clearance of the land.", "Mines in the land."),
    "title": document("Nothing.", title="Mine clearance"),
    "french": document("Le déminage avance. Les mines restent.", language="fr"),
    "second page": document("Mines. Clearance. Mines.", "Of mines, after their clearance, none remain."),
}
FOUND_NEAR = [
    ("clearance ~ mines", ["sentence", "second page", "page", "title"]),
    ("mines ~ clearance", ["sentence", "second page", "page", "title"]),
    ('"old mines" ~ clearance', ["sentence"]),
    ('"mines" ~ "clearance"', ["sentence", "second page", "page"]),
    ("delay* ~ (mines OR land)", ["sentence"]),
    ("(filler OR land) ~ mines", ["sentence", "apart", "page"]),
    ("clearance ~ land ~ mines", []),
    ("deminage ~ mines", ["french"]),
    ("clearance mines -(clearance ~ mines)", ["apart"]),
    ("clearance ~ mines OR land", ["apart", "page", "second page", "sentence", "title"]),
    ("country:KHM ~ clearance", []),
]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with pytest.MonkeyPatch.context() as patch, Reader(library(tmp_path_factory.mktemp("library"), MANY)) as opened:
        patch.setattr(searching, "_SOFT_SECONDS_TINY", 60.0)
        yield opened


@pytest.fixture(scope="module")
def near(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with Reader(library(tmp_path_factory.mktemp("near"), NEAR)) as opened:
        yield opened


@pytest.mark.parametrize(("text", "names"), FOUND_NEAR)
def test_words_near_each_other_stand_on_one_page(near: Reader, text: str, names: list[str]) -> None:
    assert full(ask(near, text)) == sorted(names)


def test_one_sentence_comes_before_one_page(near: Reader) -> None:
    hits = ask(near, "clearance ~ mines").hits
    assert {name(hit) for hit in hits[:2]} == {"sentence", "second page"}
    second = next(hit for hit in hits if name(hit) == "second page")
    assert pages_of(near, second.document, "clearance ~ mines") == (1, 2)
    assert [page.page for page in second.pages] == [2, 1]


def test_near_words_are_lit_and_told(near: Reader) -> None:
    answer = ask(near, "clearance ~ mines")
    assert [light.words for light in answer.lights] == ["clearance", "mines"]
    assert understood(answer) == ("(clearance in any form near mines in any form)",)
    assert ask(near, "clearance ~ land ~ mines filler").hits[0].missing == ("clearance ~ land ~ mines",)


def test_copies_fold_when_asked(tmp_path: Path) -> None:

    with Writer(tmp_path) as writer:
        for one in ("a", "b", "c"):
            put(writer, one, document("same words"), sha256="one" if one != "c" else "another")
    with Reader(tmp_path) as reader:
        assert len(ask(reader, "same words").hits) == 3
        assert len(ask(reader, "same words", collapse=True).hits) == 2


def test_what_was_understood_is_said(reader: Reader) -> None:
    answer = ask(reader, 'mines -laos "in force" surv* country:Atlantis year:2008.. ?? (a OR b)')
    assert understood(answer) == (
        "mines in any form",
        "without laos in any form",
        'exactly "in force"',
        "words that begin with surv",
        "country Atlantis is not known here, so it is searched for as words: Atlantis in any form",
        "dated 2008 or later",
        "?? holds nothing to search for",
        "(a in any form or b in any form)",
    )


def test_each_part_can_be_removed(reader: Reader) -> None:
    answer = ask(reader, "landmine survivors  country:KHM")
    assert answer.parts == (
        Part("landmine", Reading(How.ANY_FORM, ("landmine",)), "survivors  country:KHM"),
        Part("survivors", Reading(How.ANY_FORM, ("survivors",)), "landmine country:KHM"),
        Part("country:KHM", Reading(How.COUNTRY, ("KHM",)), "landmine survivors"),
    )


PARTIAL = [
    ("mines", (1, 1)),
    ("landmine survivors munitions", (3, 3)),
    ("landmine survivors atlantis", (3, 2)),
    ("atlantis utopia", (2, 0)),
    ("country:KHM", (0, 0)),
]


@pytest.mark.parametrize(("text", "counts"), PARTIAL)
def test_how_many_words_the_best_have_is_told(reader: Reader, text: str, counts: tuple[int, int]) -> None:
    answer = ask(reader, text)
    assert (answer.wanted, answer.held) == counts


DATED = [
    ("landmine OR mines", ["request", "cambodia", "laos", "angola"]),
    ('"mines" OR "survivors"', ["request", "cambodia", "laos", "angola"]),
    ("year:2008..2010", ["laos", "eau", "angola"]),
    ("mi*", ["request", "angola"]),
]


@pytest.mark.parametrize(("text", "names"), DATED)
def test_by_date_the_newest_come_first(reader: Reader, text: str, names: list[str]) -> None:
    assert [name(hit) for hit in ask(reader, text, sort=Sort.DATE).hits] == names
    assert [name(hit) for hit in ask(reader, text, sort=Sort.DATE, limit=1).hits] == names[:1]
    assert ask(reader, text, sort=Sort.DATE, limit=1).documents == len(names)


PHRASED = {
    **{f"other-{n:03}": document("The teams cleared mined areas of the western districts.", title=f"Report {n}") for n in range(60)},
    **{f"same-{n:03}": document("Of the western areas, mined districts were cleared by teams.", title=f"Paper {n}") for n in range(60)},
}


@pytest.mark.parametrize("small", [5000, 0])
def test_a_phrase_is_counted_as_far_as_time_reaches(small: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_SMALL", small)
    monkeypatch.setattr(searching, "_SOFT_SECONDS_TINY", 60.0)
    with Reader(library(tmp_path, PHRASED)) as reader:
        whole = ask(reader, '"mined areas of the western districts"', limit=5, seconds=60.0)
        assert (whole.documents, len(whole.hits)) == (60, 5)
        assert {name(hit)[:5] for hit in whole.hits} == {"other"}
        monkeypatch.setattr(finding, "_PATIENCE_SECONDS", -1)
        monkeypatch.setattr(tables, "_RARE", 20)
        monkeypatch.setattr(tables, "_SHARE_OF_RARE", 1)
        monkeypatch.setattr(searching, "_SOFT_SECONDS_TINY", 0)
        part = ask(reader, '"mined areas of the western districts"', limit=5, seconds=60.0)
        assert part.at_least
        assert 5 <= part.documents < 60
        assert {name(hit)[:5] for hit in part.hits} == {"other"}


def test_by_date_a_phrase_is_found_where_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_SMALL", 0)
    dated = {name: replace(read, date=f"{2000 + int(name[-3:])}") for name, read in PHRASED.items()}
    with Reader(library(tmp_path, dated)) as reader:
        found = ask(reader, '"mined areas of the western districts"', limit=3, sort=Sort.DATE, seconds=60.0)
        assert [name(hit) for hit in found.hits] == ["other-059", "other-058", "other-057"]


def test_a_phrase_that_stands_nowhere_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_SMALL", 0)
    with Reader(library(tmp_path, PHRASED)) as reader:
        found = ask(reader, '"western districts of the mined areas teams"', seconds=60.0)
        assert not [hit for hit in found.hits if not hit.missing]
        assert (found.documents, found.at_least) == (0, False)


MANY = {
    f"report-{n:03}": document(
        *(
            f"The teams cleared mined areas of the district {n}. Thanks to theirs, thereof and therefrom. {' '.join(WORDS[at::7])}"
            for at in range(7)
        ),
        title=f"Report {n}",
    )
    for n, WORDS in ((n, [f"th{letter}{n}{other}" for letter in "abcdefg" for other in "klm"]) for n in range(160))
}


@pytest.mark.parametrize(
    ("text", "typing"), [("th", True), ("the", True), ("the", False), ('"mined areas"', False), ("mined ~ areas", False)]
)
def test_in_a_library_of_few_pages_all_are_counted(text: str, typing: bool, many: Reader) -> None:
    answer = ask(many, text, typing=typing, seconds=60.0)
    assert (answer.documents, answer.at_least) == (160, False)
    assert (answer.pages, answer.pages_at_least) == (20 * 7, False)
    assert {(hit.page_hits, hit.at_least) for hit in answer.hits} == {(7, False)}


def test_limits_are_kept(reader: Reader) -> None:
    answer = ask(reader, "mines", limit=1, pages_per_document=1)
    assert (len(answer.hits), answer.documents, answer.hits[0].rank, len(answer.hits[0].pages)) == (1, 2, 1, 1)
    assert ask(reader, "mines", limit=0).hits == ()


def test_a_search_that_is_stopped_gives_what_it_has(reader: Reader) -> None:
    assert search(reader, SearchRequest('"landmine survivors"'), stop=lambda: True).at_least
    assert search(reader, SearchRequest('"landmine survivors"', seconds=0.0)).at_least
    assert ask(reader, "mines").hits


@pytest.mark.parametrize("collapse", [False, True])
def test_what_was_found_when_time_ran_out_is_shown(collapse: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holding = judging.Judge.holding

    def slowly(judge: judging.Judge, plan: Plan, ids: Collection[int]) -> set[int]:
        found = holding(judge, plan, ids)
        time.sleep(0.5)
        return found

    with Reader(library(tmp_path, PHRASED)) as reader:
        monkeypatch.setattr(judging.Judge, "holding", slowly)
        monkeypatch.setattr(judging, "_FEW_TITLES", 0)  # what is needed of the documents is fetched only when they are put in order
        monkeypatch.setattr(clock, "_STEPS", 1)
        monkeypatch.setattr(clock, "_GRACE", 60.0)
        monkeypatch.setattr(clock, "_LONGEST_GRACE", 60.0)
        answer = ask(reader, '"mined areas of the western districts"', limit=5, seconds=0.5, collapse=collapse)
    assert answer.at_least
    assert answer.documents > 0
    assert [hit.pages[0].marks for hit in answer.hits] == [((18, 54),)] * 5


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("teams mined areas", Sort.RELEVANCE),
        ("teams mined areas", Sort.DATE),
        ("mined ~ areas", Sort.RELEVANCE),
        ("teams nowhere", Sort.RELEVANCE),
    ],
)
def test_where_ranking_takes_too_long_something_is_shown(text: str, sort: Sort, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Reader(library(tmp_path, {**PHRASED, "lake": document("Beside a lake.", title="Lake")})) as reader:
        monkeypatch.setattr(clock, "_STEPS", 1)
        monkeypatch.setattr(clock, "_LATE", 0.0)
        answer = ask(reader, text, limit=5, sort=sort, seconds=60.0)
    assert answer.at_least
    assert [len(hit.pages) for hit in answer.hits] == [1] * 5


@pytest.mark.parametrize(("text", "expressions"), [("mined ~ areas", {True}), ("mined areas", {False}), ('mined ~ "areas"', {True, False})])
def test_of_words_near_each_other_only_pages_with_both_are_asked_for(
    text: str, expressions: set[bool], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    prepare = tables.Tables.prepare_rows

    def noted(self: tables.Tables, expression: str, ids: Collection[int], *, rare: bool = False) -> None:
        asked.append(expression)
        prepare(self, expression, ids, rare=rare)

    monkeypatch.setattr(tables.Tables, "prepare_rows", noted)
    with Reader(library(tmp_path, PHRASED)) as reader:
        assert ask(reader, text, limit=5, seconds=60.0).hits
    assert {" AND " in one for one in asked if one and "NOT" not in one} == expressions


def test_when_all_time_is_over_only_titles_are_shown(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock.Clock, "all_over", lambda _: True)
    answer = ask(reader, "mines", seconds=60.0)
    assert [(hit.title, hit.pages, hit.at_least) for hit in answer.hits] == [("Second extension request", (), True), ("Angola", (), True)]


def test_of_a_long_question_a_large_library_is_asked_for_the_rarest_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_SMALL", 0)
    papers = {**PHRASED, "dates": document("A due date was set.", title="Dates"), "teams": document("Teams by the lake.", title="Teams")}
    with Reader(library(tmp_path, papers)) as reader:
        answer = ask(reader, "cleared mined areas western districts due date lake", limit=3, seconds=60.0)
    assert [(name(hit), answer.wanted - len(hit.missing)) for hit in answer.hits[:2]] == [("dates", 2), ("teams", 1)]


def test_an_empty_library_answers(tmp_path: Path) -> None:
    with Reader(library(tmp_path, {})) as reader:
        for text in ("mines", '"a b"', "mi*", "country:KHM", "a OR b -c"):
            assert ask(reader, text).hits == ()


SIGNS = st.sampled_from(
    [
        '"',
        "(",
        ")",
        "-",
        " ",
        " OR ",
        "*",
        ":",
        "country:",
        "year:",
        "title:",
        "\u00a0",
        "\ud800",
        "\x00",
        "\u202e",
        "mines",
        "land",
        "地",
        "'",
        ";--",
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.one_of(st.text(max_size=600), st.lists(SIGNS, max_size=60).map("".join)), st.booleans())
def test_nothing_typed_fails(reader: Reader, text: str, typing: bool) -> None:
    answer = ask(reader, text, typing=typing)
    for hit in answer.hits:
        for page in hit.pages:
            assert all(0 <= start < end <= len(page.snippet) for start, end in page.marks)
