"""Staff answers, legal reviews, overrides: what they change, what they never change, and what stays visible."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.checklists.decide import Decisions, decide
from hrd_desktop.checklists.digest import facts_digest
from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import Rule, because, the_principal
from hrd_desktop.core.case import Case
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Nationality
from hrd_desktop.core.kinds import ItemId
from hrd_desktop.core.person import Person
from hrd_desktop.core.staff import Override
from hrd_desktop.exchange.case_json import read_case
from tests.checklists.build import ON, PACK, THIRD, alerts, answer, child, day, incident, review, row, run, shown

ALL = ("MET", "NOT_MET", "UNCLEAR", "NEEDS_LAWYER", "EXEMPT", "NOT_APPLICABLE")


def override(item: str, person: str | None = None, id: str = "OV1", on: date = ON) -> Override:
    return Override(id=id, item=ItemId(item), person=person, reason="Heard.", decided_on=on, decided_by="supervisor 1")


def unclear(case: Case) -> Case:
    """E05 is unclear with BLOCK."""
    case.claim.grounds = []
    return case


def with_lawyer(case: Case) -> Case:
    """E02 needs a lawyer because of NA2."""
    case.persons[0].nationalities.append(Nationality(id="NA2", country=THIRD, status="claims"))
    return case


@pytest.mark.parametrize("given", ALL)
def test_an_unclear_row_may_be_settled_in_any_way(given: str):
    case = unclear(shown())
    case.staff_answers.append(answer("E05", given, "P1"))
    found = row(case, "E05", "P1")
    severity = {"NOT_MET": "BLOCK", "UNCLEAR": "BLOCK", "NEEDS_LAWYER": "LAWYER"}.get(given)
    assert (found.result, found.severity, found.staff_answer) == (given, severity, "SA1")
    assert found.source == ("exempt" if given == "EXEMPT" else "staff")
    assert (found.derived_result, found.derived_severity) == ("UNCLEAR", "BLOCK")
    assert not alerts(case, "staff_answer_ignored")


@pytest.mark.parametrize("given", ALL)
def test_a_clear_row_may_only_become_stricter(given: str):
    case = shown()
    case.staff_answers.append(answer("E05", given, "P1"))
    found = row(case, "E05", "P1")
    stricter = given in ("UNCLEAR", "NOT_MET", "NEEDS_LAWYER")
    assert found.result == (given if stricter else "MET")
    assert found.staff_answer == ("SA1" if stricter else None)
    assert bool(alerts(case, "staff_answer_ignored")) is not stricter


@pytest.mark.parametrize("given", ALL)
def test_an_unclear_row_that_waits_for_a_lawyer_takes_needs_lawyer_alone(given: str):
    case = shown()
    case.hrd.used_violence = "unknown"
    case.staff_answers.append(answer("H02", given))
    found = row(case, "H02")
    assert found.result == ("NEEDS_LAWYER" if given == "NEEDS_LAWYER" else "UNCLEAR")
    assert (found.severity, found.rows) == ("LAWYER", ("case.hrd.used_violence",))
    assert found.staff_may == ("NEEDS_LAWYER",)


@pytest.mark.parametrize("given", ALL)
def test_a_derived_not_met_stands(given: str):
    case = shown()
    case.claim.return_prospect = "yes"
    case.staff_answers.append(answer("E16", given))
    assert (row(case, "E16").result, row(case, "E16").staff_may) == ("NOT_MET", ())
    (alert,) = alerts(case, "staff_answer_ignored")
    assert (alert.person, alert.date, alert.rows) == (None, None, ("SA1",))


def test_an_item_that_staff_may_not_answer_ignores_it():
    case = with_lawyer(shown())
    case.staff_answers.append(answer("E02", "MET", "P1"))
    found = row(case, "E02", "P1")
    assert (found.result, found.ignored_answer, found.staff_may) == ("NEEDS_LAWYER", "SA1", ())


def test_the_newest_answer_up_to_the_day_counts_and_the_later_in_the_file_wins_a_tie():
    case = unclear(shown())
    case.staff_answers = [
        answer("E05", "MET", "P1", "SA1", "2026-09-10"),
        answer("E05", "NOT_MET", "P1", "SA2", "2026-09-01"),
        answer("E05", "EXEMPT", "P1", "SA3", "2026-09-10"),
        answer("E05", "NEEDS_LAWYER", "P1", "SA4", "2026-09-16"),
    ]
    assert row(case, "E05", "P1").staff_answer == "SA3"
    assert row(case, "E05", "P1", date(2026, 9, 16)).staff_answer == "SA4"
    assert row(case, "E05", "P1", date(2026, 9, 5)).staff_answer == "SA2"


def test_an_answer_without_a_row_is_told():
    case = shown()
    case.staff_answers = [answer("F06", "MET", "P1"), answer("A34a", "MET", "P9", "SA2")]
    assert [(alert.person, alert.rows) for alert in alerts(case, "staff_answer_ignored")] == [
        ("P9", ("SA2",)),
        ("P1", ("SA1",)),
    ]


def test_the_severity_of_unclear_given_by_staff_is_the_first_of_the_table():
    case = shown()
    case.staff_answers = [answer("E17", "UNCLEAR"), answer("H02", "UNCLEAR", id="SA2")]
    assert (row(case, "E17").severity, row(case, "H02").severity) == ("WARN", "LAWYER")


def test_unclear_on_unclear_keeps_the_derived_severity():
    case = shown()
    case.asylum.host_country = None
    case.staff_answers.append(answer("E17", "UNCLEAR"))
    assert (row(case, "E17").severity, row(case, "E17").source) == ("BLOCK", "staff")


@pytest.mark.parametrize(
    ("outcome", "result", "severity"),
    [
        ("cleared", "MET", None),
        ("cleared_with_note", "UNCLEAR", "WARN"),
        ("concern", "NEEDS_LAWYER", "LAWYER"),
        ("more_facts_needed", "NEEDS_LAWYER", "LAWYER"),
    ],
)
def test_a_review_that_covers_the_facts(outcome: str, result: str, severity: str | None):
    case = with_lawyer(shown())
    case.reviews.append(review("E02", outcome, "P1", rows=["NA2"]))
    found = row(case, "E02", "P1")
    assert (found.result, found.severity, found.review, found.outdated_review) == (result, severity, "RV1", None)
    assert (found.derived_result, found.source) == ("NEEDS_LAWYER", "derived")
    assert not alerts(case, "review_outdated")


def test_a_review_of_fewer_rows_than_now_is_outdated():
    case = with_lawyer(shown())
    case.reviews.append(review("E02", "cleared", "P1", rows=["NA2"]))
    case.persons[0].nationalities.append(Nationality(id="NA3", country=THIRD, status="may_be_entitled"))
    found = row(case, "E02", "P1")
    assert (found.result, found.severity, found.review) == ("NEEDS_LAWYER", "LAWYER", "RV1")
    (alert,) = alerts(case, "review_outdated")
    assert (alert.person, alert.date, alert.days_left, alert.rows) == ("P1", date(2026, 9, 2), -13, ("NA2", "NA3"))


def test_a_review_falls_when_a_fact_under_it_changes():
    case = with_lawyer(shown())
    case.reviews.append(review("E02", "cleared", "P1", rows=["NA2"], facts_digest=facts_digest(case, ["NA2"])))
    assert row(case, "E02", "P1").result == "MET"
    case.persons[0].nationalities[1].basis = "descent"
    assert row(case, "E02", "P1").severity == "LAWYER"


def test_a_digest_without_rows_is_that_of_the_rows_of_the_item():
    case = with_lawyer(shown())
    case.reviews.append(review("E02", "cleared", "P1", facts_digest=facts_digest(case, ["NA2"])))
    assert row(case, "E02", "P1").result == "MET"
    case.reviews[0].facts_digest = facts_digest(case, ["NA1"])
    assert row(case, "E02", "P1").result == "NEEDS_LAWYER"


def test_the_newest_review_decides_and_one_of_tomorrow_does_not():
    case = with_lawyer(shown())
    case.reviews = [
        review("E02", "cleared", "P1", "RV1", reviewed_on=date(2026, 9, 2)),
        review("E02", "concern", "P1", "RV2", reviewed_on=date(2026, 9, 2)),
        review("E02", "cleared", "P1", "RV3", reviewed_on=date(2026, 9, 16)),
    ]
    assert (row(case, "E02", "P1").severity, row(case, "E02", "P1").review) == ("LAWYER", "RV2")
    assert row(case, "E02", "P1", date(2026, 9, 16)).review == "RV3"


def test_a_review_does_not_touch_a_row_that_waits_for_no_lawyer():
    case = unclear(shown())
    case.reviews.append(review("E05", "cleared", "P1"))
    assert (row(case, "E05", "P1").result, row(case, "E05", "P1").review) == ("UNCLEAR", None)


def test_a_review_clears_what_staff_sent_to_the_lawyer():
    case = shown()
    case.staff_answers.append(answer("H02", "NEEDS_LAWYER"))
    case.reviews.append(review("H02", "cleared"))
    found = row(case, "H02")
    assert (found.result, found.severity, found.staff_answer, found.review) == ("MET", None, "SA1", "RV1")


def test_an_override_turns_block_into_warn_and_keeps_the_result():
    case = unclear(shown())
    case.overrides = [override("E05", "P1")]
    found = row(case, "E05", "P1")
    assert (found.result, found.severity, found.override, found.derived_severity) == ("UNCLEAR", "WARN", "OV1", "BLOCK")
    assert run(case).headline == "READY_WITH_WARNINGS"


@pytest.mark.parametrize(
    ("item", "person", "on"),
    [("E05", None, ON), ("E04", "P1", ON), ("E05", "P1", date(2026, 9, 16))],
)
def test_an_override_of_another_row_or_day_has_no_effect(item: str, person: str | None, on: date):
    case = unclear(shown())
    case.overrides = [override(item, person, on=on)]
    assert (row(case, "E05", "P1").severity, row(case, "E05", "P1").override) == ("BLOCK", None)


def test_an_override_has_no_effect_on_lawyer_and_divert():
    case = with_lawyer(shown())
    case.staff_answers.append(answer("H01", "NOT_MET"))
    case.overrides = [override("E02", "P1"), override("H01", id="OV2")]
    assert (row(case, "E02", "P1").severity, row(case, "H01").severity) == ("LAWYER", "DIVERT")
    assert row(case, "H01").override is None


def test_evidence_names_the_item_for_the_person_or_supports_a_row():
    case = shown()
    case.persons.append(child("2016"))

    def paper(id: str, **keys) -> Evidence:
        return Evidence(id=id, title="A paper", kind="report", **keys)

    case.evidence = [
        paper("EV5", items=["E03"]),
        paper("EV1", items=["E03"], person="P1"),
        paper("EV2", items=["E03"], person="P2"),
        paper("EV3", supports=["IN1"]),
        paper("EV4", items=["H01"], person="P2"),
        paper("EV6", items=["E02"], supports=["P1"]),
    ]
    assert row(case, "E03", "P1").evidence == ("EV5", "EV1", "EV3")
    assert row(case, "H01").evidence == ("EV4",)
    case.incidents.append(incident("IN9"))
    assert "EV3" in row(case, "H06").evidence


def test_the_digest_is_the_one_of_the_format():
    path = resource("demo", "s4.json")
    case = read_case(path.read_bytes(), path.name)
    (cleared,) = [one for one in case.reviews if one.facts_digest is not None]
    assert facts_digest(case, cleared.rows) == cleared.facts_digest


def test_the_digest_leaves_out_what_is_not_recorded_and_keeps_letters():
    import hashlib

    case = shown()
    case.incidents[0].description = "Größe é"
    case.persons[0].birth.date = day("1990-05")
    text = (
        '{"IN1":{"acts":["threat"],"agents":["state"],"country":"ER","date":"2026-02","description":"Größe é",'
        '"id":"IN1","linked_to_work":"yes","persons":["P1"]},"P1.birth.date":"1990-05"}'
    )
    case.persons[0].background.j = None
    references = ["P1.birth.date", "IN1", "P1.background.j", "ZZ9"]
    assert facts_digest(case, references) == hashlib.sha256(text.encode()).hexdigest()


def test_what_was_decided_is_told_beside_the_reason_of_the_facts():
    case = unclear(shown())
    case.staff_answers.append(answer("E05", "NOT_MET", "P1"))
    case.overrides = [override("E05", "P1")]
    found = row(case, "E05", "P1")
    assert [message.key for message in found.decided] == ["text.answered_NOT_MET", "text.overridden"]
    assert found.why.key == "E05.none"


def test_a_negative_answer_of_staff_to_an_item_of_lawyer_kind_goes_to_the_lawyer():
    def derive(_facts: Facts, _person: Person) -> Derived:
        return Derived("MET", because("X1", "clear"), ("P1.background.g",))

    rule = Rule("X1", the_principal, derive, {"clear": ""}, "WARN", staff=True, lawyer_kind=True)
    case = shown()
    case.staff_answers = [answer("X1", "NOT_MET", "P1")]
    facts = Facts(case, ON, PACK.constants, PACK.partners)
    found = decide(rule, facts, facts.pa, derive(facts, facts.pa), Decisions(case, ON), None)
    assert (found.result, found.severity, found.rows) == ("NEEDS_LAWYER", "LAWYER", ("P1.background.g",))
    assert found.staff_may == ("UNCLEAR", "NEEDS_LAWYER")
