"""`check --json`: shape, key order and values of the contract."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, get_args

import pytest

from hrd_desktop.checklists.report import check_json
from hrd_desktop.checklists.results import Headline, Severity
from hrd_desktop.core.codes import Result
from hrd_desktop.wording import wording
from tests.checklists.build import ON, PACK, answer, child, milestone, run, shown
from tests.checklists.test_samples import SAMPLES, assessed

TOP = [
    "format",
    "version",
    "case",
    "on",
    "rule_pack",
    "headline",
    "spaces",
    "items",
    "alerts",
    "requirements",
    "routes",
    "ask_next",
]
ITEM = [
    "id",
    "person",
    "result",
    "severity",
    "citation",
    "why",
    "source",
    "derived_result",
    "rows",
    "evidence",
    "parts",
    "staff_answer",
    "review",
    "override",
]
ALERT = ["kind", "person", "date", "days_left", "audience", "citation", "rows", "text"]
LISTS = [
    "imm0008",
    "schedule2",
    "imm5669",
    "imm5476",
    "imm5590",
    "consent",
    "biometrics",
    "biometrics_unclear",
    "medical",
    "medical_exempt_now",
    "custody_papers",
    "best_interests",
]


def report(name: str, lang: str = "en") -> dict[str, Any]:
    return check_json(assessed(name), PACK, lang, wording(lang))


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("name", SAMPLES)
def test_shape_and_order(name: str, lang: str):
    found = json.loads(json.dumps(report(name, lang)))
    assert list(found) == TOP
    assert (found["format"], found["version"]) == ("hrd-check", 1)
    assert found["rule_pack"] == {"id": "hrd-2023-07", "version": "1", "date": "2023-07-25"}
    assert list(found["spaces"]) == ["accompanying", "possible_later", "linked"]
    assert found["headline"] in get_args(Headline)
    assert list(found["requirements"]) == LISTS
    for item in found["items"]:
        assert list(item) == ITEM
        assert item["result"] in get_args(get_args(Result)[0])
        assert item["severity"] in (*get_args(Severity), None)
        assert (item["severity"] is None) == (item["result"] in ("MET", "EXEMPT", "NOT_APPLICABLE"))
        assert item["why"]
        for part in item["parts"]:
            assert list(part) == ["key", "result", "rows", *(["lock_in"] if item["id"] == "F06" else [])]
    for alert in found["alerts"]:
        assert list(alert) == ALERT
    for route in found["routes"]:
        assert list(route) == ["id", "role", "citation", "text"]
    for question in found["ask_next"]:
        assert list(question) == ["item", "person", "severity", "places", "question"]


@pytest.mark.parametrize("name", SAMPLES)
def test_language_changes_words_alone(name: str):
    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: bare(inner) for key, inner in value.items() if key not in ("why", "text", "question")}
        return [bare(one) for one in value] if isinstance(value, list) else value

    english, french = report(name), report(name, "fr")
    assert bare(english) == bare(french)
    assert english != french


def test_an_alert_counts_the_days():
    (alert,) = [one for one in report("s4")["alerts"] if one["kind"] == "host_status_expiry"]
    assert (alert["date"], alert["days_left"], alert["audience"], alert["citation"]) == (
        "2026-12-01",
        77,
        "staff",
        None,
    )


def test_the_parts_of_a_child_carry_their_lock_in_days():
    case = shown()
    case.persons.append(child("2016"))
    case.milestones.append(milestone("referral_sent_to_ircc", "2026-10-05", "planned", "MS2"))
    (item,) = [one for one in check_json(run(case, ON), PACK, "en", wording("en"))["items"] if one["id"] == "F06"]
    assert [part["lock_in"] for part in item["parts"]] == ["2026-10-05", None]


def test_what_staff_decided_is_told_before_the_reason_of_the_facts():
    case = shown()
    case.claim.grounds = []
    case.staff_answers.append(answer("E05", "NOT_MET", "P1"))
    (item,) = [one for one in check_json(run(case), PACK, "en", wording("en"))["items"] if one["id"] == "E05"]
    assert item["why"].startswith("Staff answer SA1 of September 1, 2026")
    assert item["why"].endswith("No ground is recorded yet.")
    assert (item["source"], item["derived_result"], item["staff_answer"]) == ("staff", "UNCLEAR", "SA1")


def test_nobody_is_named():
    for name in SAMPLES:
        text = json.dumps(report(name), ensure_ascii=False)
        for family in ("Tarrevosi", "Qoraziyev", "Korazieff", "Қоразиев"):
            assert family not in text


def test_the_day_is_the_one_asked_for():
    found = check_json(run(shown(), date(2026, 10, 1)), PACK, "en", wording("en"))
    assert found["on"] == "2026-10-01"
