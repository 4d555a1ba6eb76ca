"""The history as it travels: what is written is read, what is none is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.core.past import PastChange
from hrd_desktop.exchange.history_json import BadHistory, read_history, read_line, write_history
from tests.core.two_copies import worked_on
from tests.exchange.test_any_input import anything
from tests.store.demo_cases import demo_cases

CASES = demo_cases()


@settings(max_examples=25)
@given(st.integers(0, 10**6))
def test_what_is_written_is_read(seed: int) -> None:
    _, past = worked_on(CASES[seed % len(CASES)], seed, 10, "Ada")
    data, left_out = write_history(past)
    read = read_history(data)
    assert len(read) + left_out == len(past)
    assert write_history(read) == (data, 0)
    assert [(one.action, one.place, one.stamp) for one in read] == [
        (one.action, one.place, one.stamp) for one in past if write_history([one])[1] == 0
    ]


def _line() -> dict[str, Any]:
    return {
        "action": "set",
        "place": "P1.birth.city",
        "kind": "birth",
        "position": None,
        "before": "Ravenholm",
        "after": "Eastmere",
        "at": "2026-05-04T08:00:00.000000Z",
        "by": "Ada",
    }


def test_a_line_as_the_page_shows_it() -> None:
    read = read_line(json.dumps(_line()).encode())
    assert (read.place, read.before, read.after, read.stamp.by) == ("P1.birth.city", "Ravenholm", "Eastmere", "Ada")


@pytest.mark.parametrize(
    "change",
    [
        {"action": "drop"},
        {"action": "add"},
        {"place": "P1.birth.nothing"},
        {"place": "p1.birth.city"},
        {"place": "case"},
        {"place": "P1.id", "kind": "person"},
        {"kind": "file"},
        {"kind": ["birth"]},
        {"before": 7},
        {"after": ""},
        {"position": -1},
        {"position": True},
        {"at": "yesterday"},
        {"at": None},
        {"at": "0001-01-01T00:00:00.000000Z"},
        {"at": "9999-12-31T23:59:59.999999Z"},
        {"by": 4},
        {"by": "a\u0000"},
        {"more": 1},
        {"action": "remove", "place": "case.journal", "kind": "case", "before": None, "after": {"id": "J1"}},
    ],
)
def test_what_is_no_change_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(BadHistory):
        read_line(json.dumps(_line() | change).encode())


def test_a_line_without_its_end_is_refused() -> None:
    with pytest.raises(BadHistory):
        read_history(json.dumps(_line()).encode())


@settings(max_examples=150)
@given(st.sampled_from(sorted(_line())), anything, st.binary(max_size=40))
def test_any_value_anywhere(key: str, value: Any, data: bytes) -> None:
    for line in (json.dumps(_line() | {key: value}).encode(), data):
        try:
            assert isinstance(read_line(line), PastChange)
        except BadHistory:
            continue
