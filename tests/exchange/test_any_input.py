"""Whatever the bytes, the answer is a case or a refusal with a place: never another error."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.errors import BadCaseJson
from hrd_desktop.exchange.case_json import read_case, write_case
from tests.strategies import cases

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(), max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


def answer(data: bytes) -> Case | BadCaseJson:
    try:
        return read_case(data, "any.json")
    except BadCaseJson as refused:
        answered = refused
    path = str(answered.facts["path"])
    assert path.startswith("$")
    assert path.isprintable()
    return answered


def _spots(value: Any) -> list[tuple[Any, Any]]:
    """Every container of a JSON document with each of its keys or indexes."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [(value, key) for key in keys] + [spot for key in keys for spot in _spots(value[key])]


@given(cases(), st.data(), anything)
def test_any_value_anywhere(case: Case, data: st.DataObject, value: Any) -> None:
    document = json.loads(write_case(case))
    holder, key = data.draw(st.sampled_from(_spots(document)))
    holder[key] = value
    read = answer(json.dumps(document).encode())
    if isinstance(read, Case):
        assert read_case(write_case(read), "again.json") == read


@given(st.binary(max_size=60) | anything.map(lambda value: json.dumps(value).encode()))
def test_any_bytes(data: bytes) -> None:
    assert isinstance(answer(data), BadCaseJson)


@given(cases(), st.data())
def test_a_file_that_is_cut_short(case: Case, data: st.DataObject) -> None:
    written = write_case(case)
    cut = written[: data.draw(st.integers(0, len(written) - 3))]
    refused = answer(cut)
    assert isinstance(refused, BadCaseJson)
    assert refused.facts["cause"] in ("not_json", "not_utf8")
