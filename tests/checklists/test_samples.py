"""The sample cases against their expected results: every item, alert, list, headline and space named there."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.checklists.assess import assess
from hrd_desktop.checklists.results import Assessment
from hrd_desktop.core.items import ITEMS
from hrd_desktop.exchange.case_json import read_case
from tests.checklists.build import PACK

DATA = Path(__file__).parent.parent / "data"
SAMPLES = ("s1", "s2", "s3", "s4", "s5")

NOT_IN_SAMPLES = {"F08", "F11", "P-IME4", "P-BIO3", "D-SERV"}
"""Items whose facts no sample has; they have tests of their own."""


def expected(name: str) -> dict[str, Any]:
    return json.loads((DATA / f"{name}.expected.json").read_text(encoding="utf-8"))


def assessed(name: str) -> Assessment:
    path = resource("demo", f"{name}.json")
    return assess(read_case(path.read_bytes(), path.name), date.fromisoformat(expected(name)["on"]), PACK)


def differences(found: Assessment, wanted: dict[str, Any]) -> list[str]:
    """What an assessment shows otherwise than expected."""
    results = {(item.id, item.person): item.result for item in found.items}
    wrong = []
    for item in wanted["items"]:
        key, allowed = (item["id"], item["person"]), item["result"]
        if allowed is None:
            if key in results:
                wrong.append(f"{key}: a row that must not be")
        elif results.get(key) not in (allowed if isinstance(allowed, list) else [allowed]):
            wrong.append(f"{key}: {results.get(key)}, expected {allowed}")
    alerts = {(alert.kind, alert.person, alert.date and alert.date.isoformat()) for alert in found.alerts}
    for alert in wanted["alerts"]:
        key = (alert["kind"], alert["person"], alert["date"])
        if key not in alerts:
            wrong.append(f"alert {key} is missing")
    for name, people in wanted["requirements"].items():
        if list(getattr(found.requirements, name)) != people:
            wrong.append(f"requirement {name}: {getattr(found.requirements, name)}, expected {people}")
    return wrong


def test_the_pack_holds_every_item():
    assert set(PACK.items) == set(ITEMS)


def test_every_item_is_expected_somewhere():
    named = {item["id"] for name in SAMPLES for item in expected(name)["items"]}
    assert set(ITEMS) - named <= NOT_IN_SAMPLES


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sample_gives_its_expected_results(name: str):
    wanted, found = expected(name), assessed(name)
    assert len(wanted["items"]) > len(ITEMS) * 3 // 4
    assert found.case_code == wanted["case"]
    assert differences(found, wanted) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sample_gives_its_headline_and_spaces(name: str):
    wanted, found = expected(name), assessed(name)
    assert found.headline == wanted["headline"]
    assert vars(found.spaces) == wanted["spaces"]


def test_the_comparison_sees_a_wrong_result_a_missing_row_and_a_wrong_list():
    found, wanted = assessed("s2"), expected("s2")
    wanted["items"] = [
        {"id": "E06", "person": "P1", "result": "MET"},
        {"id": "E06", "person": "P9", "result": "MET"},
        {"id": "H01", "person": None, "result": None},
        {"id": "E04", "person": "P1", "result": ["MET", "UNCLEAR"]},
        {"id": "A34a", "person": "P1", "result": "MET"},
        {"id": "A34d", "person": "P1", "result": "MET"},
    ]
    wanted["requirements"]["imm5669"] = ["P1"]
    wanted["alerts"] = [{"kind": "leap_day_birth", "person": "P1", "date": None}]
    assert len(differences(found, wanted)) == 6
