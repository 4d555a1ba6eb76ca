"""E16 to E18, each branch."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import Application, Conditions
from tests.checklists.build import CANADA, HOME, HOST, THIRD, child, day, incident, reason, row, shown, status

Change = Callable[[Case], object]


@pytest.mark.parametrize(
    ("prospect", "changed", "wanted"),
    [
        ("no", None, ("MET", None, "no_return")),
        ("no", "no", ("MET", None, "no_return")),
        ("no", "yes", ("UNCLEAR", "WARN", "changed")),
        ("no", "unknown", ("UNCLEAR", "WARN", "changed")),
        ("yes", None, ("NOT_MET", "BLOCK", "prospect")),
        ("yes", "yes", ("NOT_MET", "BLOCK", "prospect")),
        ("unknown", "no", ("UNCLEAR", "WARN", "not_settled")),
        (None, "no", ("UNCLEAR", "WARN", "not_settled")),
    ],
)
def test_e16(prospect: str | None, changed: str | None, wanted: tuple[str, str | None, str]):
    case = shown()
    case.claim.return_prospect, case.claim.conditions_changed = prospect, changed
    found = row(case, "E16")
    assert (found.result, found.severity, reason(found)) == wanted


def lives(**keys) -> Change:
    return lambda case: setattr(case.asylum, "conditions", Conditions(**{"legal_stay": "yes", **keys}))


def holds(kind: str, **keys) -> Change:
    return lambda case: setattr(case.asylum, "statuses", [status(kind, **keys)])


def attacked(written: str, country: str = HOST, **keys) -> Change:
    return lambda case: case.incidents.append(incident("IN2", written, country, **keys))


def applied(kind: str, state: str, country: str | None = None, person: str = "P1", **keys) -> Change:
    made = {"id": "AP1", "person": person, "kind": kind, "country": country, "status": state, **keys}
    return lambda case: case.asylum.applications.append(Application(**made))


OPEN = lives(route_to_permanent_status="unknown")
GOOD = lives(route_to_permanent_status="yes", may_work="yes")
STRONG = holds("permanent_resident", granted_by="state")


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ([lambda case: setattr(case.asylum, "host_country", None)], ("UNCLEAR", "BLOCK", "no_host")),
        ([lambda case: setattr(case, "asylum", None)], ("UNCLEAR", "BLOCK", "no_host")),
        ([lambda case: case.asylum.statuses.clear()], ("UNCLEAR", "BLOCK", "no_status")),
        ([holds("visitor", country=THIRD)], ("UNCLEAR", "BLOCK", "no_status")),
        ([holds("visitor", person="P9")], ("UNCLEAR", "BLOCK", "no_status")),
        ([holds("visitor", end=day("2026-09-14"))], ("UNCLEAR", "BLOCK", "no_status")),
        ([holds("visitor", start=day("2026-10"))], ("UNCLEAR", "BLOCK", "no_status")),
        ([holds("visitor", end=day("2026-09")), OPEN], ("UNCLEAR", "WARN", "open")),
        ([holds("visitor", end=day("2026")), OPEN], ("UNCLEAR", "WARN", "open")),
        ([lambda case: setattr(case.asylum, "conditions", None)], ("UNCLEAR", "BLOCK", "no_conditions")),
        ([lives(legal_stay=None, may_work="no")], ("UNCLEAR", "BLOCK", "no_conditions")),
        ([OPEN], ("UNCLEAR", "WARN", "open")),
        ([lives(route_to_permanent_status="no")], ("MET", None, "no_route")),
        ([OPEN, attacked("2026-01")], ("MET", None, "unsafe_incidents")),
        ([OPEN, attacked("2026-01", persons=["P9"])], ("MET", None, "unsafe_incidents")),
        ([OPEN, attacked("2024-09")], ("MET", None, "unsafe_incidents")),
        ([OPEN, attacked("2024-09-14")], ("UNCLEAR", "WARN", "open")),
        ([OPEN, attacked("2024-09-15")], ("MET", None, "unsafe_incidents")),
        ([holds("visitor", end=day("2026-09-15")), OPEN], ("UNCLEAR", "WARN", "open")),
        ([holds("visitor", start=day("2026-09-15")), OPEN], ("UNCLEAR", "WARN", "open")),
        ([holds("visitor", start=day("2026")), OPEN], ("UNCLEAR", "WARN", "open")),
        ([holds("visitor", start=day("2026-09-16")), OPEN], ("UNCLEAR", "BLOCK", "no_status")),
        ([OPEN, attacked("2020", date_to=day("2025"))], ("MET", None, "unsafe_incidents")),
        ([OPEN, attacked("2026-01", THIRD)], ("UNCLEAR", "WARN", "open")),
        ([lives(protected_from_return="no")], ("MET", None, "unsafe_answers")),
        ([lives(protected_from_agents="no")], ("MET", None, "unsafe_answers")),
        ([lives(protected_from_agents="unknown")], ("UNCLEAR", "WARN", "open")),
        ([GOOD, STRONG], ("NOT_MET", "DIVERT", "strong")),
        ([GOOD, holds("citizen_like")], ("NOT_MET", "DIVERT", "strong")),
        ([GOOD, holds("refugee_recognised", granted_by="state", may_work="yes")], ("NOT_MET", "DIVERT", "strong")),
        ([GOOD, holds("refugee_recognised", granted_by="unhcr", may_work="yes")], ("UNCLEAR", "WARN", "open")),
        ([GOOD, holds("refugee_recognised", granted_by="state", may_work="no")], ("UNCLEAR", "WARN", "open")),
        ([GOOD, STRONG, attacked("2026-01")], ("UNCLEAR", "WARN", "strong_unsafe")),
        ([lives(protected_from_return="no"), STRONG], ("UNCLEAR", "WARN", "strong_unprotected")),
        ([lives(may_study="no"), STRONG], ("UNCLEAR", "WARN", "strong_mixed")),
        ([lives(legal_stay="no"), STRONG], ("UNCLEAR", "WARN", "strong_mixed")),
        ([lives(route_to_permanent_status="no"), STRONG], ("UNCLEAR", "WARN", "strong_mixed")),
        ([GOOD, STRONG, applied("asylum_claim", "pending", HOST)], ("NOT_MET", "DIVERT", "strong")),
        ([lives(), applied("asylum_claim", "pending", HOST), attacked("2026-01")], ("UNCLEAR", "WARN", "pending")),
        ([lives(), applied("asylum_claim", "asked", HOST)], ("UNCLEAR", "WARN", "pending")),
        ([OPEN, applied("asylum_claim", "refused", HOST)], ("UNCLEAR", "WARN", "open")),
        ([OPEN, applied("asylum_claim", "pending", HOST, "P9")], ("UNCLEAR", "WARN", "open")),
        ([OPEN, applied("unhcr_status", "pending", HOST)], ("UNCLEAR", "WARN", "open")),
    ],
)
def test_e17(changes: list[Change], wanted: tuple[str, str | None, str]):
    case = shown()
    for change in changes:
        change(case)
    found = row(case, "E17")
    assert (found.result, found.severity, reason(found)) == wanted


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ([], ("MET", None, "none")),
        ([lambda case: setattr(case.asylum, "any_other_application", None)], ("UNCLEAR", "WARN", "not_settled")),
        ([lambda case: setattr(case.asylum, "any_other_application", "yes")], ("UNCLEAR", "WARN", "not_settled")),
        ([lambda case: setattr(case.asylum, "any_other_application", "declined")], ("UNCLEAR", "WARN", "not_settled")),
        ([lambda case: setattr(case, "asylum", None)], ("UNCLEAR", "WARN", "not_settled")),
        ([applied("resettlement", "refused", THIRD)], ("MET", None, "none")),
        (
            [
                applied("visitor_visa", "granted", THIRD),
                lambda case: setattr(case.asylum, "any_other_application", "yes"),
            ],
            ("MET", None, "none_open"),
        ),
        (
            [applied("partner_request", "asked", organisation="front_line_defenders")],
            ("UNCLEAR", "WARN", "asked_partner"),
        ),
        ([applied("partner_request", "pending")], ("UNCLEAR", "WARN", "asked_partner")),
        ([applied("partner_request", "pending", organisation="unhcr")], ("MET", None, "none")),
        ([applied("partner_request", "accepted", organisation="other")], ("NOT_MET", "DIVERT", "referred")),
        ([applied("partner_request", "referred", organisation="other")], ("NOT_MET", "DIVERT", "referred")),
        ([applied("partner_request", "withdrawn", organisation="other")], ("MET", None, "none")),
        ([applied("resettlement", "referred", CANADA, organisation="other")], ("NOT_MET", "DIVERT", "referred")),
        ([applied("resettlement", "referred", CANADA, organisation="unhcr")], ("MET", None, "none")),
        ([applied("resettlement", "referred", CANADA)], ("NOT_MET", "DIVERT", "referred")),
        ([applied("resettlement", "asked", CANADA)], ("UNCLEAR", "WARN", "asked_partner")),
        ([applied("resettlement", "offered", THIRD)], ("NOT_MET", "DIVERT", "offer")),
        ([applied("resettlement", "referred", THIRD)], ("UNCLEAR", "WARN", "pending")),
        ([applied("resettlement", "pending")], ("UNCLEAR", "WARN", "pending")),
        ([applied("humanitarian_visa", "granted", THIRD)], ("NOT_MET", "DIVERT", "offer")),
        ([applied("family_reunification", "accepted", THIRD)], ("NOT_MET", "DIVERT", "offer")),
        ([applied("private_sponsorship", "granted", CANADA)], ("NOT_MET", "DIVERT", "offer")),
        ([applied("work_or_study_visa", "asked", THIRD)], ("UNCLEAR", "WARN", "pending")),
        ([applied("work_or_study_visa", "granted", HOST)], ("MET", None, "none")),
        ([applied("family_reunification", "granted", HOME)], ("MET", None, "none")),
        ([applied("asylum_claim", "pending", THIRD)], ("UNCLEAR", "WARN", "pending")),
        ([applied("citizenship", "asked", THIRD)], ("UNCLEAR", "WARN", "pending")),
        ([applied("asylum_claim", "granted", THIRD)], ("MET", None, "none")),
        ([applied("asylum_claim", "pending", HOST)], ("MET", None, "none")),
        ([applied("residence_permit", "granted", THIRD)], ("MET", None, "none")),
        ([applied("resettlement", "granted", THIRD, "P9")], ("MET", None, "none")),
        (
            [applied("resettlement", "pending", THIRD), applied("partner_request", "accepted", id="AP2")],
            ("NOT_MET", "DIVERT", "referred"),
        ),
        (
            [applied("resettlement", "granted", THIRD), applied("partner_request", "accepted", id="AP2")],
            ("NOT_MET", "DIVERT", "offer"),
        ),
    ],
)
def test_e18(changes: list[Change], wanted: tuple[str, str | None, str]):
    case = shown()
    for change in changes:
        change(case)
    found = row(case, "E18")
    assert (found.result, found.severity, reason(found)) == wanted


def test_e18_counts_applications_of_every_listed_person():
    case = shown()
    case.persons.append(child("2016"))
    applied("family_reunification", "granted", THIRD, "P2")(case)
    assert row(case, "E18").rows == ("AP1",)
    case.persons[1].plan = "linked_case"
    assert row(case, "E18").result == "MET"


def test_e17_says_which_answers_are_not_settled():
    case = shown()
    lives(may_work="yes", may_study="unknown", route_to_permanent_status="unknown", protected_from_agents="yes")(case)
    keys = ("may_study", "health_care", "free_movement", "route_to_permanent_status", "protected_from_return")
    assert row(case, "E17").places == tuple(f"case.asylum.conditions.{key}" for key in keys)


def test_e18_tells_the_day_of_the_decision_else_of_the_filing():
    case = shown()
    applied("resettlement", "granted", THIRD, filed_on=day("2025"), decided_on=day("2026-01"))(case)
    applied("resettlement", "granted", THIRD, id="AP2", filed_on=day("2025-02"))(case)
    assert [event.day for event in row(case, "E18").why.params["applications"]] == [day("2026-01"), day("2025-02")]


def test_e18_yes_without_a_row_asks_for_the_rows():
    case = shown()
    case.asylum.any_other_application = "yes"
    assert row(case, "E18").places == ("case.asylum.any_other_application", "case.asylum.applications")
    case.asylum.any_other_application = "unknown"
    assert row(case, "E18").places == ("case.asylum.any_other_application",)
