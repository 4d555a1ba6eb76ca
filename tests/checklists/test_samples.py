"""The sample cases against their expected results, as far as the pack has items."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.checklists.assess import assess
from hrd_desktop.checklists.pack_types import Pack
from hrd_desktop.checklists.results import Assessment
from hrd_desktop.exchange.case_json import read_case
from tests.checklists.build import PACK

DATA = Path(__file__).parent.parent / "data"
SAMPLES = ("s1", "s2", "s3", "s4", "s5")

PACK_ITEMS = set(
    "H01 H02 H03 H04 H05 H06 E01 E02 E02b E03 E04 E05 E06 E16 E17 E18 E19 E27 F01 F06".split()  # noqa: SIM905
)
"""What the pack must hold at least. A pack that loses an item fails here, not by silence."""

ALERTS_OF = {
    "planned_marriage": "F10",
    "medical_expiry": "P-IME4",
    "document_expiry": "P-ID1",
    "contradiction": "A40",
    "lawyer_options": "A34a",
}
"""Kinds of alert that rest on an item; they are judged once the pack has it."""

LISTS_OF = {
    "biometrics": "P-BIO1",
    "biometrics_unclear": "P-BIO2",
    "medical": "P-IME1",
    "medical_exempt_now": "P-IME2",
    "custody_papers": "F12",
}

HEADLINE_NOW = {
    "s1": "READY",
    "s2": "HOLD_INFO",
    "s3": "DIVERT",
    "s4": "READY_WITH_WARNINGS",
    "s5": "READY",
}
"""By the items of this pack alone; the expected headline is judged once the pack has every item named there."""


def expected(name: str) -> dict[str, Any]:
    return json.loads((DATA / f"{name}.expected.json").read_text(encoding="utf-8"))


def assessed(name: str, pack: Pack = PACK) -> Assessment:
    path = resource("demo", f"{name}.json")
    return assess(read_case(path.read_bytes(), path.name), date.fromisoformat(expected(name)["on"]), pack)


def differences(found: Assessment, wanted: dict[str, Any], pack: Pack) -> list[str]:
    """What an assessment shows otherwise than expected; items that the pack lacks are not judged."""
    results = {(item.id, item.person): item.result for item in found.items}
    wrong = []
    for item in wanted["items"]:
        key, allowed = (item["id"], item["person"]), item["result"]
        if item["id"] not in pack.items:
            continue
        if allowed is None:
            if key in results:
                wrong.append(f"{key}: a row that must not be")
        elif results.get(key) not in (allowed if isinstance(allowed, list) else [allowed]):
            wrong.append(f"{key}: {results.get(key)}, expected {allowed}")
    alerts = {(alert.kind, alert.person, alert.date and alert.date.isoformat()) for alert in found.alerts}
    for alert in wanted["alerts"]:
        key = (alert["kind"], alert["person"], alert["date"])
        if ALERTS_OF.get(alert["kind"], "H01") in pack.items and key not in alerts:
            wrong.append(f"alert {key} is missing")
    for name, people in wanted["requirements"].items():
        if LISTS_OF.get(name, "H01") in pack.items and list(getattr(found.requirements, name)) != people:
            wrong.append(f"requirement {name}: {getattr(found.requirements, name)}, expected {people}")
    return wrong


def test_the_pack_has_lost_no_item():
    assert set(PACK.items) >= PACK_ITEMS


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sample_gives_its_expected_results(name: str):
    wanted = expected(name)
    found = assessed(name)
    judged = [item for item in wanted["items"] if item["id"] in PACK.items]
    assert len(judged) >= len(PACK_ITEMS) - 1
    assert found.case_code == wanted["case"]
    assert differences(found, wanted, PACK) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_sample_gives_its_headline_and_spaces(name: str):
    wanted, found = expected(name), assessed(name)
    complete = all(item["id"] in PACK.items for item in wanted["items"])
    assert found.headline == (wanted["headline"] if complete else HEADLINE_NOW[name])
    assert vars(found.spaces) == wanted["spaces"]


def test_the_comparison_sees_a_wrong_result_a_missing_row_and_a_wrong_list():
    found, wanted = assessed("s2"), expected("s2")
    wanted["items"] = [
        {"id": "E06", "person": "P1", "result": "MET"},
        {"id": "E06", "person": "P9", "result": "MET"},
        {"id": "H01", "person": None, "result": None},
        {"id": "E04", "person": "P1", "result": ["MET", "UNCLEAR"]},
        {"id": "A34a", "person": "P1", "result": "MET"},
    ]
    wanted["requirements"]["imm5669"] = ["P1"]
    wanted["alerts"] = [{"kind": "leap_day_birth", "person": "P1", "date": None}]
    assert len(differences(found, wanted, PACK)) == 5
