"""Reading and writing whole cases and single fields."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from hrd_desktop import assets
from hrd_desktop.core.background import Service
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.identity import Birth
from hrd_desktop.core.schema import FieldSpec, field_of
from hrd_desktop.exchange.case_json import read_case, write_case
from hrd_desktop.exchange.structure import Refusal, value_from_json, value_to_json

SAMPLES = sorted(assets.resource("demo").glob("*.json"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_written_as_it_was(sample: Path) -> None:
    case = read_case(sample.read_bytes(), sample.name)
    written = write_case(case)
    # Compared as text, so that the order of keys counts.
    assert json.dumps(json.loads(written), indent=1) == json.dumps(json.loads(sample.read_bytes()), indent=1)
    assert read_case(written, sample.name) == case
    assert written.endswith(b"}\n")
    assert not written.startswith(b"\xef\xbb\xbf")


def small(**extra: object) -> bytes:
    person = {"id": "P1", "relation": "principal", "plan": "accompanying"}
    person["names"] = [{"id": "N1", "kind": "legal", "family": "Orm"}]  # type: ignore[assignment]  # a plain JSON value
    case = {"code": "HRD-1", "opened_on": "2026-05-04", "stage": "intake", "stream": "hrd", "principal": "P1"}
    return json.dumps({"format": "hrd-case", "version": 1, "case": {**case, "persons": [person], **extra}}).encode()


def test_null_and_an_empty_list_mean_absent() -> None:
    plain = read_case(small(), "c.json")
    assert read_case(small(alias=None, unions=[]), "c.json") == plain
    assert write_case(read_case(small(alias=None, unions=[], claim=None), "c.json")) == write_case(plain)


def test_false_is_written_where_it_was_given() -> None:
    written = json.loads(write_case(read_case(small(family_list={"signed": False}), "c.json")))
    assert written["case"]["family_list"] == {"signed": False}


def test_an_object_with_nothing_in_it_stays() -> None:
    assert json.loads(write_case(read_case(small(claim={}), "c.json")))["case"]["claim"] == {}


def test_decomposed_text_is_taken_and_written_composed() -> None:
    case = read_case(small(alias="E\u0301lodie"), "c.json")
    assert case.alias == "\u00c9lodie"
    case.alias = "E\u0301lodie"
    assert "\u00c9lodie".encode() in write_case(case)


def spec(cls: type, name: str) -> FieldSpec:
    found = field_of(cls, name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("field", "value", "written"),
    [
        (spec(Birth, "date"), PartialDate(1994, 7), "1994-07"),
        (spec(Birth, "city"), "Taizz", "Taizz"),
        (spec(Birth, "date_info"), DateInfo(estimated=False, earliest=date(1990, 7, 24)),
         {"estimated": False, "earliest": "1990-07-24"}),
        (spec(Service, "ranks"), ["Private", "Corporal"], ["Private", "Corporal"]),
        (spec(Service, "ongoing"), False, False),
        (spec(Service, "ranks"), [], []),
    ],
)  # fmt: skip
def test_one_field(field: FieldSpec, value: object, written: object) -> None:
    assert value_to_json(field, value) == written
    assert value_from_json(field, written) == value


def test_one_field_refuses_what_the_case_refuses() -> None:
    with pytest.raises(Refusal) as refused:
        value_from_json(spec(Birth, "country"), "Yemen")
    assert refused.value.flaw.cause == "unknown_country"
