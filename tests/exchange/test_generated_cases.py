"""Properties over generated cases: what is written is read again, and the generator reaches every field."""

from __future__ import annotations

import json

from hypothesis import given, settings

from hrd_desktop.core.case import Case
from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import fields_of, object_name, objects
from hrd_desktop.core.validation import problems
from hrd_desktop.exchange.case_json import read_case, write_case
from tests.strategies import cases


@given(cases())
def test_a_generated_case_is_valid(case: Case) -> None:
    assert list(problems(case)) == []


@given(cases())
def test_what_is_written_is_read_again(case: Case) -> None:
    written = write_case(case)
    assert read_case(written, "case.json") == case
    assert write_case(read_case(written, "case.json")) == written
    assert not _holes(json.loads(written))


def _holes(value: object) -> bool:
    """Whether a null or an empty list stands anywhere."""
    if isinstance(value, dict):
        return any(_holes(each) for each in value.values())
    if isinstance(value, list):
        return not value or any(_holes(each) for each in value)
    return value is None


def test_every_object_and_every_field_occurs() -> None:
    seen: set[str] = set()

    @settings(max_examples=400, derandomize=True)
    @given(cases())
    def collect(case: Case) -> None:
        for node in walk(case):
            name = object_name(type(node.value))
            seen.update(
                f"{name}.{spec.name}"
                for spec in fields_of(type(node.value))
                if getattr(node.value, spec.name) not in (None, [])
            )

    collect()
    wanted = {f"{name}.{spec.name}" for name, cls in objects().items() if name != "file" for spec in fields_of(cls)}
    assert wanted - seen == set()
