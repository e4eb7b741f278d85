"""Places walked: back and forward as in a browser, and over a restart."""

from __future__ import annotations

import json

from archiveviewer.gui.desk.history import History, Stop, from_shape, to_shape
from archiveviewer.gui.search.question import Filter, Match, Question
from archiveviewer.records import Light, Place

ASKED = Stop("search", Question("deadline"))
CAMBODIA = Stop("countries", country="KHM")
PAGE = Stop("search", Question("deadline"), shown=Place(101, 12, (Light("deadline"),), query="deadline"), title="Request")


def test_back_and_forward() -> None:
    history = History()
    history.leave(ASKED)
    history.leave(PAGE)
    assert history.back(CAMBODIA) == PAGE
    assert history.back(PAGE) == ASKED
    assert history.back(ASKED) is None
    assert history.forward(ASKED) == PAGE
    assert history.forward(PAGE) == CAMBODIA
    assert history.forward(CAMBODIA) is None


def test_going_on_forgets_what_was_ahead_and_the_same_stop_twice() -> None:
    history = History()
    history.leave(ASKED)
    history.leave(ASKED)
    assert history.behind == (ASKED,)
    history.back(PAGE)
    history.leave(CAMBODIA)
    assert history.ahead == ()


def test_stops_like_the_present_one_are_passed_over() -> None:
    history = History([CAMBODIA, ASKED])
    assert history.back(Stop("search", Question("deadline"), title="other")) == CAMBODIA


def test_a_stop_survives_as_json() -> None:
    question = Question("mines", (Filter("country", "KHM", "Cambodia", out=True),), Match.PHRASE)
    place = Place(101, 12, (Light("deadline", prefix=True),), quote="a", value="b", query="c", from_end=True)
    stop = Stop("search", question, "KHM", place, "/a/ü.pdf", "Title", "2026-11-23")
    assert from_shape(json.loads(json.dumps(to_shape(stop)))) == stop
    assert from_shape(json.loads(json.dumps(to_shape(CAMBODIA)))) == CAMBODIA


def test_broken_shapes_are_no_stops() -> None:
    assert from_shape({}) == Stop()
    assert from_shape({**to_shape(ASKED), "question": "deadline"}) is None
    assert from_shape({**to_shape(PAGE), "shown": {"page": 1}}) is None
