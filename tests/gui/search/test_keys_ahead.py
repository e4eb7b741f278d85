"""Keys pressed before the answer is there: done when it comes, forgotten when another question is asked."""

from __future__ import annotations

from archiveviewer.gui.search.keys_ahead import KeysAhead


def test_a_key_is_done_at_once_when_nothing_is_awaited() -> None:
    done: list[str] = []
    KeysAhead().do(lambda: done.append("down"))
    assert done == ["down"]


def test_keys_are_done_in_their_order_when_the_answer_is_there() -> None:
    done: list[str] = []
    keys = KeysAhead()
    keys.wait()
    keys.do(lambda: done.append("down"))
    keys.do(lambda: done.append("enter"))
    assert done == []
    keys.end()
    assert done == ["down", "enter"]
    keys.end()
    assert done == ["down", "enter"]


def test_keys_meant_for_a_list_that_never_comes_are_forgotten() -> None:
    done: list[str] = []
    keys = KeysAhead()
    keys.wait()
    keys.do(lambda: done.append("down"))
    keys.forget()
    keys.end()
    assert done == []
