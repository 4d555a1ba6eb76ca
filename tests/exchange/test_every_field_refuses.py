"""Every field that the samples use refuses every value of another type, and every object an unknown key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from hrd_desktop import assets
from hrd_desktop.core.case import Case
from hrd_desktop.core.schema import FieldSpec, Kind, fields_of
from hrd_desktop.errors import BadCaseJson
from hrd_desktop.exchange.case_json import read_case

CAUSES = {Kind.INTEGER: "not_a_whole_number", Kind.BOOLEAN: "not_true_or_false", Kind.OBJECT: "not_an_object"}
VALUES: list[Any] = ["a text", 1.5, True, [], {}]

Chain = tuple[FieldSpec, ...]


@cache
def used() -> dict[type[Any], tuple[Chain, dict[str, Any]]]:
    """Each object of the samples with most keys, and the fields that lead to it from the case."""
    found: dict[type[Any], tuple[Chain, dict[str, Any]]] = {}
    for sample in assets.resource("demo").glob("*.json"):
        for cls, chain, value in _objects(json.loads(sample.read_bytes())["case"], Case, ()):
            if cls not in found or len(found[cls][1]) < len(value):
                found[cls] = chain, value
    return found


def _objects(value: Any, cls: type[Any], chain: Chain) -> Iterator[tuple[type[Any], Chain, dict[str, Any]]]:
    yield cls, chain, value
    for spec in fields_of(cls):
        if spec.target is not None and spec.name in value:
            for row in value[spec.name] if spec.many else [value[spec.name]]:
                yield from _objects(row, spec.target, (*chain, spec))


def refused(chain: Chain, value: Any) -> tuple[str, str]:
    """Where and why a file is refused that holds this object and the way to it, and nothing else.

    The objects on the way lack their required keys; those count as standing at the end, so that what is wrong inside
    the object comes first.
    """
    for spec in reversed(chain):
        value = {spec.name: [value] if spec.many else value}
    with pytest.raises(BadCaseJson) as error:
        read_case(json.dumps({"format": "hrd-case", "version": 1, "case": value}).encode(), "case.json")
    path = "$.case" + "".join(f".{spec.name}" + ("[0]" if spec.many else "") for spec in chain)
    return str(error.value.facts["path"]).removeprefix(path), str(error.value.facts["cause"])


def test_the_samples_use_most_objects() -> None:
    assert len(used()) > 50


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_wrong_types(value: Any) -> None:
    for cls, (chain, right) in used().items():
        for spec in fields_of(cls):
            if spec.name in right and not _fits(spec, value):
                cause = "not_a_list" if spec.many else CAUSES.get(spec.kind, "not_a_text")
                assert refused(chain, right | {spec.name: value}) == (f".{spec.name}", cause), cls


def _fits(spec: FieldSpec, value: Any) -> bool:
    """Whether the value is of the type of the field."""
    if spec.many:
        return isinstance(value, list)
    types: dict[Kind, type[Any]] = {Kind.BOOLEAN: bool, Kind.OBJECT: dict, Kind.INTEGER: int}
    return type(value) is types.get(spec.kind, str)


def test_unknown_keys() -> None:
    for cls, (chain, right) in used().items():
        assert refused(chain, {"extra": None} | right) == (".extra", "unknown_key"), cls


def test_required_keys() -> None:
    for cls, (chain, right) in used().items():
        for spec in fields_of(cls):
            if spec.required:
                without = {key: value for key, value in right.items() if key != spec.name}
                assert refused(chain, without) == (f".{spec.name}", "missing_key"), cls


def test_null_in_a_list() -> None:
    for cls, (chain, right) in used().items():
        for spec in fields_of(cls):
            if spec.many and spec.name in right:
                cause = "not_an_object" if spec.target else "not_a_text"
                assert refused(chain, right | {spec.name: [None]}) == (f".{spec.name}[0]", cause), cls
