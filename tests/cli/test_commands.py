"""Every command on the sample archive, as a person or a script would type it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archiveviewer import assets
from archiveviewer.archive.door import Archive
from archiveviewer.cli.main import main
from archiveviewer.records import Note

Shape = dict[str, Any]
Ask = Callable[..., list[Shape]]
_TEXTS = Path(__file__).resolve().parents[2] / "tools" / "sample" / "texts"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library that has read the sample archive."""
    folder = tmp_path_factory.mktemp("commands") / "library"
    assert main(["index", str(assets.data("sample")), "--library", str(folder)]) == 1  # one file of the sample is damaged
    return folder


@pytest.fixture
def ask(library: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Return a function that runs a command with --json and gives back what it printed."""

    def call(*words: str, code: int = 0) -> list[Shape]:
        assert main([*words, "--json", "--library", str(library)]) == code
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return call


def test_a_second_run_reads_nothing(ask: Ask) -> None:
    *steps, done = ask("index")
    assert {key: done[key] for key in ("files", "indexed", "unchanged", "failed", "pages")} == {
        "files": 24,
        "indexed": 0,
        "unchanged": 24,
        "failed": 0,
        "pages": 0,
    }
    assert all(set(step) == {"stage", "done", "total", "current"} for step in steps)


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ('"not later than 1 January 2010" country:KHM', "Cambodia.html"),
        ("الألغام كارتاخينا", "Decision (Arabic).pdf"),
        ("地雷 奥斯陆", "Decision (Chinese).pdf"),
        ("разминирования Картахене", "Decision (Russian).pdf"),
        ("មីន", "Summary (Khmer).pdf"),
        ("l'économie", "Analysis (French).pdf"),
        ("title:Finland", "Finland.txt"),
    ],
)
def test_a_question_finds_its_document(ask: Ask, query: str, name: str) -> None:
    hits = ask("search", query)
    assert Path(hits[0]["path"]).name == name
    assert hits[0]["rank"] == 1
    assert hits[0]["missing"] == []


def test_marks_are_spans_of_the_snippet(ask: Ask) -> None:
    page = ask("search", "Cartagena", "--limit", "1")[0]["pages"][0]
    assert {page["snippet"][start:end] for start, end in page["marks"]} == {"Cartagena"}


def test_no_hits_is_no_error(ask: Ask) -> None:
    assert ask("search", "xylophone") == []


SAID = [
    ("Oslo", "documents have all words"),
    ("Oslo xylophone", "No document has both words; these have one."),
    ("Oslo Khmer xylophone", "No document has all three words; these have at most two."),
    ("xylophone marimba", "0 documents have all words; 0 shown."),
    ("xylophone marimba", "“marimba” is in no file that was searched."),
    ("destrution", "“destrution” is in no file that was searched. Words like it: destruction ("),
    ("xylophone marimba", "files were not searched: "),
    ("Oslo year:1850", "Oslo   would find"),
]


@pytest.mark.parametrize(("query", "sentence"), SAID)
def test_how_far_the_answer_goes_is_said(library: Path, capsys: pytest.CaptureFixture[str], query: str, sentence: str) -> None:
    assert main(["search", query, "--library", str(library)]) == 0
    assert sentence in capsys.readouterr().out


def test_by_date_the_newest_come_first(ask: Ask) -> None:
    titles = [hit["title"] for hit in ask("search", "mines", "--sort", "date", "--limit", "3")]
    assert titles == ["Finland, country page", "Thailand, country page", "Eritrea, country page"]


def test_a_score_is_explained_when_asked(ask: Ask, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (hit,) = ask("search", "extension request", "--explain", "--limit", "1")
    assert {"words": "all the words are in its title", "weight": 1.0} in hit["why"]
    assert "why" not in ask("search", "extension request", "--limit", "1")[0]
    assert main(["search", "extension request", "--explain", "--library", str(library)]) == 0
    assert "   +100%  all the words are in its title" in capsys.readouterr().out


def test_fields_and_their_values_are_listed(ask: Ask) -> None:
    assert {row["shown"] for row in ask("search", "--complete")} >= {"country:", "year:", "has:"}
    assert ask("search", "--complete", "kind:dec") == [
        {"text": "kind:decision ", "shown": "kind:decision", "words": "decision", "documents": 6}
    ]


def test_a_batch_answers_each_question(ask: Ask, tmp_path: Path) -> None:
    questions = tmp_path / "questions.tsv"
    questions.write_text("a\tOslo\nb\txylophone\n", encoding="utf-8")
    answers = ask("search", "--batch", str(questions))
    assert {answer["query_id"] for answer in answers if answer["rank"]} == {"a"}
    assert [answer for answer in answers if answer["rank"] is None] == [{"query_id": "b", "ms": answers[-1]["ms"], "rank": None}]


@pytest.mark.parametrize("query", ["extension request deadline", "demande de prolongation délai", "延期请求 期限"])
def test_words_that_mean_the_same_find_every_language(ask: Ask, query: str) -> None:
    found = {Path(hit["path"]).name for hit in ask("search", query, "--also") if not hit["missing"]}
    languages = ("Arabic", "Chinese", "English", "French", "Russian", "Spanish")
    assert found >= {f"Decision ({language}).pdf" for language in languages}
    assert len({Path(hit["path"]).name for hit in ask("search", query) if not hit["missing"]} & found) < len(found)


def test_what_was_added_is_told_to_scripts(ask: Ask, tmp_path: Path) -> None:
    hits = ask("search", "deadline", "--also")
    assert {hit["also"] for hit in hits if not hit["missing"]} == {False, True}
    (added,) = hits[0]["added"]
    assert (added["words"], added["groups"]) == ("deadline", ["deadline"])
    assert "الموعد النهائي" in added["terms"]
    plain = ask("search", "deadline")[0]
    assert (plain["also"], plain["added"]) == (False, [])
    questions = tmp_path / "questions.tsv"
    questions.write_text("a\tdeadline\n", encoding="utf-8")
    assert [hit["added"] for hit in ask("search", "--batch", str(questions), "--also", "--limit", "1")] == [[added]]


def test_what_answers_is_counted_by_field(ask: Ask) -> None:
    rows = {(row["field"], row["value"]): row for row in ask("search", "Cartagena", "--facets")}
    assert {value for field, value in rows if field == "lang"} >= {"en"}
    for (field, value), row in rows.items():
        assert set(row) == {"field", "value", "name", "documents", "at_least"}
        hits = ask("search", f'{field}:"{value}" Cartagena', "--limit", "100")
        assert len([hit for hit in hits if not hit["missing"]]) == row["documents"]
    assert rows["country", "KHM"]["name"] == "Cambodia"


@pytest.mark.parametrize("source", sorted(_TEXTS.glob("*-20*.txt")), ids=lambda source: source.stem)
def test_show_prints_the_source_text_of_the_sample(ask: Ask, source: Path) -> None:
    if source.stem in ("revised-request-2009.en",):
        pytest.skip("this file of the sample is damaged on purpose")
    path = next(path for path in assets.data("sample").rglob("*.pdf") if _stem(path) == source.stem)
    shown = _squeezed("".join(page["text"] for page in ask("show", str(path))))
    lines = [cell for line in source.read_text(encoding="utf-8").splitlines() for cell in line.split("|")]
    missing = [line for line in lines if line != "---" and _squeezed(line) not in shown]
    assert not missing


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b#]+", "", text)


def _stem(path: Path) -> str:
    """Return the name of the text that a file of the sample was made from."""
    year = path.parent.name.split()[0]
    languages = {"English": "en", "French": "fr", "Spanish": "es", "Russian": "ru", "Arabic": "ar", "Chinese": "zh", "Khmer": "km"}
    what, _, rest = path.stem.partition(" (")
    names = {"Request received 27 March 2019": "request", "Additional information 8 August 2019": "additional-information"}
    return f"{names.get(what, what).lower()}-{year}.{languages.get(rest.rstrip(')'), 'en')}"


@pytest.mark.parametrize(
    ("type_", "values"),
    [
        ("apmbc.ratification", {"1999-07-28"}),
        ("apmbc.entry_into_force", {"2000-01-01"}),
        ("apmbc.art4.destroyed_total", {"203671"}),
        ("apmbc.art3.retained", {"1235"}),
        ("apmbc.art5.deadline", {"2010-01-01", "2020-01-01", "2025-12-31"}),
        ("apmbc.art5.request_submitted", {"2009-05-11", "2019-03-27"}),
        ("ccm.status", {"not_party"}),
    ],
)
def test_facts_of_cambodia(ask: Ask, type_: str, values: set[str]) -> None:
    rows = [row for row in ask("facts", "Cambodia") if row["type"] == type_]
    assert {row["value"] for row in rows} == values
    for row in rows:
        page = ask("show", row["path"], "--page", str(row["page"]))[0]
        start, end = row["span"]
        assert page["text"][start:end] == row["quote"]


def test_reference_rows_appear_only_when_asked_for(ask: Ask) -> None:
    assert not [row for row in ask("facts", "KHM") if row["path"] is None and not row["computed"]]
    known = [row for row in ask("facts", "KHM", "--reference") if row["rule"] == "reference"]
    assert ("apmbc.art5.deadline", "2030-12-31") in {(row["type"], row["value"]) for row in known}


@pytest.mark.parametrize(
    ("country", "day", "state"),
    [
        ("KHM", "2026-11-23", "passed"),
        ("KHM", "2019-12-31", "extended"),
        ("JOR", "2026-11-23", "met"),
        ("THA", "2026-11-23", "extended"),
        ("ERI", "2026-11-23", "passed"),
        ("FIN", "2026-11-23", "withdrawn"),
    ],
)
def test_the_state_of_a_chain_on_a_day(ask: Ask, country: str, day: str, state: str) -> None:
    kinds = ("art5_deadline", "withdrawal")
    rows = [row for row in ask("timeline", country, "--as-of", day) if row["kind"] in kinds]
    assert {row["state"] for row in rows} == {state}
    assert [row["date"] for row in rows] == sorted(row["date"] for row in rows)


def test_where_each_chain_stands_is_said_at_the_end(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", "KHM", "--as-of", "2026-11-23", "--library", str(library)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    line = next(line for line in said.out.splitlines() if line.startswith("Cambodia, APMBC Article 5: "))
    assert line == (
        "Cambodia, APMBC Article 5: passed as far as this archive knows; deadline 2025-12-31, decided by 4RC; "
        "newest source 2019-11-29: look for a newer decision"
    )


@pytest.mark.parametrize(("today", "warned"), [(date(2019, 1, 3), True), (date(2031, 1, 1), False)])
def test_a_clock_behind_the_newest_document_is_said(
    library: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, today: date, warned: bool
) -> None:
    opened = Archive.open(library, today=lambda: today)
    monkeypatch.setattr(Archive, "open", lambda _: opened)
    assert main(["timeline", "KHM", "--library", str(library)]) == 0
    said = capsys.readouterr().err
    assert said.startswith("This computer's day, 2019-01-03, is before the newest document") is warned
    opened.close()


def test_nothing_of_a_later_day_is_told(ask: Ask) -> None:
    dates = [row["date"] for row in ask("timeline", "KHM", "--as-of", "2010-06-01") if row["kind"] != "art7_due"]
    assert max(dates) == "2020-01-01"
    assert "2019-03-27" not in dates


def test_what_is_due_soon(ask: Ask) -> None:
    rows = ask("timeline", "--due", "6m", "--as-of", "2026-11-23")
    assert [(row["country"], row["date"]) for row in rows] == [("THA", "2026-12-31")]


def test_a_calendar_and_a_table_are_printed(library: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["timeline", "THA", "--ics", "--library", str(library)]) == 0
    assert capsysbinary.readouterr().out.startswith(b"BEGIN:VCALENDAR\r\n")
    assert main(["timeline", "THA", "--csv", "--library", str(library)]) == 0
    assert capsysbinary.readouterr().out.startswith(b"country,treaty,article,date")


def test_listed_files_are_here_missing_or_in_doubt(ask: Ask) -> None:
    rows = {(row["title"], row["language"], row["size"]): row for row in ask("attachments", "KHM")}
    states = {row["state"] for row in rows.values()}
    assert {"present", "missing"} <= states
    decisions = [row for row in rows.values() if "Decision" in row["title"] and row["family"].startswith("2019")]
    assert {row["language"] for row in decisions if row["state"] == "present"} == {"ar", "zh", "en", "fr", "ru", "es"}


def test_problems_say_what_to_do(ask: Ask) -> None:
    problems = {Path(row["path"]).name: row for row in ask("problems")}
    assert {name: row["code"] for name, row in problems.items()} == {
        "Annex 19.pdf": "no_text",
        "Revised request 24 August 2009.pdf": "damaged",
    }
    assert all(row["reason"] and row["next"] for row in problems.values())


def test_files_are_listed_with_their_state(ask: Ask) -> None:
    states = {Path(row["path"]).name: row["state"] for row in ask("files")}
    assert len(states) == 24
    assert states["Cambodia.html"] == "indexed"


def test_check_and_doctor_answer(ask: Ask) -> None:
    assert ask("check") == []
    assert {row["name"] for row in ask("doctor")} >= {"archiveviewer", "sqlite", "free space", "protections of readers"}


@pytest.mark.parametrize("words", [["show", "/no/such/file.pdf"], ["facts", "Atlantis"], ["search", "--batch", "/no/such/file"]])
def test_what_cannot_be_done_is_said(ask: Ask, words: list[str]) -> None:
    assert ask(*words, code=3) == []


def test_an_empty_library_is_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "new").mkdir()
    for words in (["check"], ["search", "mine"], ["facts"], ["problems"], ["files"], ["timeline"]):
        assert main([*words, "--library", str(tmp_path / "new")]) == 0
    assert main(["index", "--library", str(tmp_path / "new")]) == 3
    assert "no folders yet" in capsys.readouterr().err


def test_a_fault_of_the_program_is_not_done_with_problems(
    library: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("archiveviewer.archive.door.Archive.problems", lambda _: 1 / 0)
    assert main(["problems", "--library", str(library)]) == 3
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "fault of the program" in said


def test_notes_go_from_one_library_to_another(ask: Ask, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = Archive.open(library)
    request = next(document for document in archive._reader.documents() if document.title.startswith("Cambodia's Extension Request 2019"))
    archive.keep_note(Note(request.sha256, request.path, request.title, page=1, label="1", quote="the deadline", text="ask Phnom Penh"))
    assert [(shape["page"], shape["text"]) for shape in ask("notes", "phnom", "deadlines")] == [(1, "ask Phnom Penh")]
    assert ask("notes", "nowhere") == []
    assert archive.document_of(archive.notes(request.id)[0]) == request
    assert main(["notes", "--csv", "--library", str(library)]) == 0
    table = tmp_path / "notes.csv"
    table.write_text(capsys.readouterr().out, encoding="utf-8")
    other = str(tmp_path / "other")
    assert main(["notes", "--merge", str(table), "--library", other]) == 0
    assert "1 new notes" in capsys.readouterr().out
    assert main(["notes", "--markdown", "--library", other]) == 0
    assert "> the deadline\n  ask Phnom Penh" in capsys.readouterr().out
    archive.close()


def test_a_note_on_a_document_without_pages_names_its_section(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = Archive.open(library)
    page = next(document for document in archive._reader.documents() if not document.paged)
    kept = archive.keep_note(Note(page.sha256, page.path, page.title, page=2, label="2", text="ask Oslo"))
    assert main(["notes", "--library", str(library)]) == 0
    assert f"{page.title}, section 2: " in capsys.readouterr().out
    assert main(["notes", "--markdown", "--library", str(library)]) == 0
    assert "- section 2 · green" in capsys.readouterr().out
    archive.keep_note(replace(kept, deleted=True))
    archive.close()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("facts NOR", "states nothing of the kind about Norway; 22 of 24 files were searched."),
        ("attachments NOR", "states nothing of the kind about Norway; 22 of 24 files were searched."),
        ("timeline NOR --due 6m", "No deadline that stands in this library about Norway runs out within 6 months; 22 of 24 files"),
    ],
)
def test_no_answer_is_said_aloud(line: str, said: str, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*line.split(), "--library", str(library)]) == 0
    printed = capsys.readouterr()
    assert (printed.out, said in printed.err) == ("", True)


def test_a_page_beyond_the_last_is_told_so(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = next(assets.data("sample").rglob("Thailand.txt"))
    assert main(["show", str(page), "--page", "99", "--library", str(library)]) == 3
    assert "There is no page 99" in capsys.readouterr().err
