"""What stays when a person has called a fact wrong, and by what it is known again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archiveviewer.facts.decided import hidden_form, still_stated, without_hidden
from archiveviewer.records import Event, Evidence, Fact, HiddenFact, Source, StatedEvent, StatedFact

GRANTED = "The request was granted at the Cartagena Summit and a new deadline was set for 1 January 2020."
PAGE = Source(document=1, path="/a/Cambodia.html", title="Cambodia", kind="country_page", date="2019-11")
COPY = Source(document=2, path="/b/Copy of Cambodia.html", title="Cambodia", kind="country_page", date="2019-11")
OTHER = Source(document=3, path="/a/Review.txt", title="Review", kind="other", date=None)
DIGESTS = {1: "aa", 2: "aa", 3: "bb"}


def fact(type_: str = "apmbc.art5.deadline", value: str = "2020-01-01", *, source: Source = PAGE, quote: str = GRANTED) -> StatedFact:
    evidence = Evidence(page=1, span=(0, len(quote)), quote=quote)
    return StatedFact(Fact("KHM", type_, value, None, None, evidence, rule="test"), source)


def event(kind: str = "art5_deadline", *, source: Source = PAGE) -> StatedEvent:
    evidence = Evidence(page=1, span=(0, len(GRANTED)), quote=GRANTED)
    return StatedEvent(Event("KHM", "apmbc", "5", "2020-01-01", kind, kind, evidence), source)


def hidden(stated: StatedFact) -> HiddenFact:
    made = hidden_form(stated, DIGESTS[stated.source.document] if stated.source else "")
    assert made is not None
    return replace(made, id=7)


@pytest.mark.parametrize(
    ("other", "stays"),
    [
        (fact(), False),
        (fact("apmbc.art5.deadline_current"), False),
        (fact("apmbc.art5.request_granted", "2RC"), True),
        (fact(value="2020-01-02"), True),
        (fact(quote="Article 5 deadline 1 January 2020"), True),
        (fact(quote=f"In short: {GRANTED}"), False),
        (fact(quote=GRANTED.replace(" ", "\n  ")), False),
        (fact(source=COPY), False),
        (fact(source=OTHER), True),
        (replace(fact(), fact=replace(fact().fact, country="LAO")), True),
    ],
)
def test_a_hidden_fact_is_known_again(other: StatedFact, stays: bool) -> None:
    kept, _ = without_hidden([other], [], [hidden(fact())], digest=DIGESTS.__getitem__)
    assert bool(kept) is stays


def test_the_event_that_a_hidden_fact_is_goes_with_it() -> None:
    events = [event(), event("request_granted"), event(source=OTHER)]
    _, kept = without_hidden([fact()], events, [hidden(fact())], digest=DIGESTS.__getitem__)
    assert kept == (events[1], events[2])


def test_what_no_document_states_cannot_be_hidden() -> None:
    computed = StatedFact(Fact("KHM", "apmbc.art5.deadline_initial", "2010-01-01", None, None, None, rule="computed", computed=True), None)
    assert hidden_form(computed, "") is None


def test_a_hidden_fact_says_where_it_stands_now() -> None:
    moved = fact(source=replace(PAGE, document=2, path="/new/Cambodia.html"))
    assert still_stated([hidden(fact())], [moved], digest=DIGESTS.__getitem__) == {7: moved}
    assert still_stated([hidden(fact())], [fact(source=OTHER)], digest=DIGESTS.__getitem__) == {}
