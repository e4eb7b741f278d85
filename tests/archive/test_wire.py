"""What passes between a run and its workers comes out as it went in, and nothing else comes through."""

from __future__ import annotations

import msgspec
import pytest

from archiveviewer.archive import wire
from archiveviewer.records import Evidence, Fact, Health, Kind, OutlineItem, Problem, ProblemCode, ReadDocument, ReadPage, RowTerms

PAGE = ReadPage(1, "iv", "Khmer: មីន", Health.GOOD, "km", "khmer មីន")
FACT = Fact("KHM", "apmbc.art5.deadline", "2025-12-31", None, "4RC", Evidence(1, (0, 5), "Khmer"), "rule")
DOCUMENT = ReadDocument(
    media_type="application/pdf",
    title="Request",
    kind=Kind.REQUEST,
    language="km",
    country="KHM",
    date="2019-03-27",
    paged=True,
    pages=(PAGE,),
    terms=RowTerms("khmer មីន", "", "kh khm មីន"),
    title_terms=RowTerms("request", "request", "re req"),
    outline=(OutlineItem(1, "Summary", 1),),
    facts=(FACT,),
    problems=(Problem.of(ProblemCode.PARTIAL, page=3),),
)


@pytest.mark.parametrize("outcome", [wire.Outcome("application/pdf", DOCUMENT), wire.Outcome("", None, (Problem.of(ProblemCode.EMPTY),))])
def test_an_outcome_comes_back_whole(outcome: wire.Outcome) -> None:
    assert wire.decode_outcome(wire.encode(outcome)) == outcome


def test_a_job_comes_back_whole() -> None:
    assert wire.decode_job(wire.encode(wire.Job("a.pdf", whole=False))) == wire.Job("a.pdf", whole=False)


@pytest.mark.parametrize("lie", [b"", b"\xc1", msgspec.msgpack.encode({"media_type": 7}), msgspec.msgpack.encode(["a", None])])
def test_a_lie_is_refused(lie: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        wire.decode_outcome(lie)
