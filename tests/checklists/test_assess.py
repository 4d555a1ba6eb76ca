"""The assessment as a whole: gate, headline, spaces, order, requirements, routes, questions."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.checklists.table import RULES
from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import Application
from hrd_desktop.core.identity import Nationality
from hrd_desktop.core.kin import Custody
from hrd_desktop.core.person import Whereabouts
from hrd_desktop.core.staff import KnownBy
from hrd_desktop.core.steps import Representative
from tests.checklists.build import (
    CANADA,
    HOME,
    THIRD,
    alerts,
    answer,
    child,
    consent,
    family,
    milestone,
    person,
    review,
    run,
    shown,
    spouse,
    status,
)


def in_canada(case: Case) -> Case:
    case.persons[0].whereabouts = Whereabouts(status="known", country=CANADA)
    return case


def rows(case: Case) -> list[tuple[str, str | None]]:
    return [(item.id, item.person) for item in run(case).items]


def test_a_case_with_everything_shown_is_ready():
    found = run(family())
    assert (found.headline, found.case_code, found.pack_id) == ("READY", "HRD-2026-T1", "hrd-2023-07")
    assert {item.id for item in found.items if item.severity} == {"P-ID1", "P-ID2"}
    assert found.ask_next == found.alerts == found.routes == ()


def test_rows_stand_in_the_order_of_the_table_the_case_before_persons():
    ids = list(dict.fromkeys(rule.id for rule in RULES))
    found = rows(family())
    assert len(set(found)) == len(found)
    people = [None, "P1", "P2", "P3"]
    assert found == sorted(found, key=lambda one: (ids.index(one[0]), people.index(one[1])))


@pytest.mark.parametrize("place", [CANADA, HOME])
def test_the_gate_leaves_the_profile_the_place_and_one_consent(place: str):
    case = family()
    case.persons[0].whereabouts = Whereabouts(status="known", country=place)
    assert rows(case) == [
        *((f"H0{n}", None) for n in range(1, 7)),
        ("E01", "P1"),
        ("E02", "P1"),
        ("E15", None),
        ("E27", "P1"),
    ]
    assert [alert.kind for alert in run(case).alerts] == ["keep_minimum_data"]


def test_only_the_place_gates():
    case = family()
    case.staff_answers.append(answer("H01", "NOT_MET"))
    assert run(case).headline == "DIVERT"
    assert ("F06", "P2") in rows(case)
    assert not alerts(case, "keep_minimum_data")


def test_headline_precedence():
    case = family()
    case.claim.conditions_changed = "yes"
    assert run(case).headline == "READY_WITH_WARNINGS"
    case.claim.grounds = []
    assert run(case).headline == "HOLD_INFO"
    case.hrd.used_violence = "declined"
    assert run(case).headline == "HOLD_LAWYER"
    case.partner_decision = "declined"
    assert run(case).headline == "BLOCKED"
    case.staff_answers.append(answer("H03", "NOT_MET"))
    assert run(case).headline == "DIVERT"


def test_info_never_counts():
    case = family()
    case.intended_province = "QC"
    assert {item.id for item in run(case).items if item.severity == "INFO"} >= {"E22", "P-ID1"}
    assert run(case).headline == "READY"


def test_spaces_count_living_persons_by_plan():
    case = family()
    gone = spouse("P4", "accompanying")
    gone.whereabouts = Whereabouts(status="deceased")
    case.persons += [
        gone,
        child("2010", plan="non_accompanying", id="P5"),
        person("P6", "sibling", "accompanying"),
        person("P7", "sibling", "linked_case"),
        person("P8", "sibling", "non_accompanying"),
        person("P9", "sibling", "not_included"),
    ]
    assert vars(run(case).spaces) == {"accompanying": 4, "possible_later": 1, "linked": 1}


def test_a_diverted_case_takes_no_space_and_asks_nothing():
    case = in_canada(family())
    case.known_by.append(KnownBy(id="KB1", at="P1.birth.date", how_known="unknown"))
    found = run(case)
    assert found.headline == "DIVERT"
    assert set(vars(found.spaces).values()) == {0}
    assert all(people == () for people in vars(found.requirements).values())
    assert found.ask_next == ()
    assert [(route.id, route.role) for route in found.routes] == [
        ("in_canada_claim", "main"),
        ("regulated_adviser", "note"),
    ]


def test_a_deceased_relative_has_the_rows_of_list_and_link_alone():
    case = family()
    case.persons[2].whereabouts = Whereabouts(status="deceased")
    assert [one for one in rows(case) if one[1] == "P3"] == [("F01", "P3"), ("F02", "P3")]


def test_a_deceased_principal_applicant_has_no_row_of_their_own():
    case = shown()
    case.persons[0].whereabouts = Whereabouts(status="deceased")
    assert {person for _, person in rows(case)} == {None}


# Requirements


def test_requirements():
    case = family()
    case.persons += [
        child("2008-09-15", id="P4"),
        child("2004", id="P5", plan="non_accompanying"),
        person("P6", "sibling", "linked_case", "2012"),
        person("P7", "nephew_niece", "linked_case", "2012"),
        person("P8", "nephew_niece", "linked_case", "1990"),
        person("P9", "sibling", "not_included", "2012"),
    ]
    case.persons[5].custody = Custody(holder="guardian", best_interests="in_progress")
    case.persons[6].custody = Custody(holder="guardian", best_interests="done")
    assert vars(run(case).requirements) == {
        "imm0008": ("P1",),
        "schedule2": ("P1",),
        "imm5669": ("P1", "P3", "P4", "P5"),
        "imm5476": (),
        "imm5590": ("P6", "P7"),
        "consent": ("P1", "P3", "P4"),
        "biometrics": ("P1", "P3", "P4"),
        "biometrics_unclear": (),
        "medical": ("P1", "P2", "P3", "P4"),
        "medical_exempt_now": ("P5",),
        "custody_papers": (),
        "best_interests": ("P6",),
    }


def test_a_representative_is_named_by_adults_who_travel():
    case = family()
    case.representative = Representative(family="Somebody")
    assert run(case).requirements.imm5476 == ("P1", "P3")


def test_a_spouse_under_age_signs_schedule_a():
    case = family()
    case.persons[2].birth.date = case.persons[1].birth.date
    assert run(case).requirements.imm5669 == ("P1", "P3")


# Routes


def offered(kind: str, country: str | None, state: str = "granted") -> Application:
    return Application(id="AP1", person="P1", kind=kind, country=country, status=state)


def test_routes_of_each_diversion():
    def ids(case: Case) -> list[str]:
        found = run(case)
        assert found.headline == "DIVERT"
        return [route.id for route in found.routes if route.id != "regulated_adviser"]

    case = shown()
    case.persons[0].nationalities.append(Nationality(id="NA2", country=CANADA, status="has"))
    assert ids(case) == ["consular_service"]
    case = shown()
    case.persons[0].whereabouts = Whereabouts(status="known", country=HOME)
    assert ids(case) == ["emergency_support", "temporary_pathway"]
    case = shown()
    case.asylum.conditions.route_to_permanent_status = "yes"
    case.asylum.statuses[0].status = "permanent_resident"
    assert ids(case) == ["local_status_support"]
    case = shown()
    case.asylum.applications = [offered("family_reunification", THIRD)]
    assert ids(case) == ["other_offer"]
    case.asylum.applications = [offered("partner_request", None, "accepted")]
    assert ids(case) == ["ask_partners"]
    case.asylum.applications = [offered("partner_request", None, "asked")]
    case.staff_answers = [answer("E18", "NOT_MET")]
    assert ids(case) == ["ask_partners"]
    case.asylum.applications = []
    case.asylum.any_other_application = None
    assert ids(case) == ["other_offer"]
    case = shown()
    case.wants_permanent_resettlement = "no"
    assert ids(case) == ["temporary_pathway"]
    case = shown()
    case.refugee_class = "country_of_asylum"
    assert ids(case) == ["private_sponsorship"]
    case = shown()
    case.asylum.statuses.append(status("permanent_resident", "ST2", country=CANADA))
    assert ids(case) == ["permanent_resident_of_canada"]
    for item in ("H01", "H03", "H04", "H05", "H06"):
        case = shown()
        case.staff_answers = [answer(item, "NOT_MET")]
        assert ids(case) == ["other_refugee_routes"]


def test_routes_that_are_notes():
    case = shown()
    case.priority, case.hrd.heightened_risk = "emergency", ["lgbtqi"]
    notes = [("urgent_protection", "note"), ("rainbow_railroad", "note")]
    assert [(route.id, route.role) for route in run(case).routes] == notes
    in_canada(case)
    assert [(route.id, route.role) for route in run(case).routes] == [
        ("in_canada_claim", "main"),
        ("urgent_protection", "main"),
        ("rainbow_railroad", "note"),
        ("regulated_adviser", "note"),
    ]


# What to ask next


def test_questions_stand_by_weight_then_by_row():
    case = family()
    case.claim.grounds = []
    case.hrd.works_as = []
    case.hrd.used_violence = "unknown"
    case.claim.conditions_changed = "yes"
    case.partner_decision = "declined"
    found = run(case).ask_next
    assert [(one.item, one.severity) for one in found] == [
        ("H03", "BLOCK"),
        ("E05", "BLOCK"),
        ("H02", "LAWYER"),
        ("E04", "WARN"),
        ("E12", "WARN"),
        ("E16", "WARN"),
    ]
    assert found[1].places == ("case.claim.grounds",)
    assert found[2].places == ("case.hrd.used_violence",)


def test_fields_whose_source_is_not_known_are_asked_last():
    case = shown()
    case.claim.grounds = []
    case.known_by = [
        KnownBy(id="KB1", at="P1.birth.date", how_known="unknown"),
        KnownBy(id="KB2", at="IN1.date", how_known="document_seen"),
        KnownBy(id="KB3", at="IN1.date", how_known="document_seen", ask_again=True),
        KnownBy(id="KB4", at="P1", how_known="unknown"),
    ]
    found = run(case).ask_next
    assert [(one.item, one.person, one.severity, one.places) for one in found[1:]] == [
        (None, "P1", None, ("P1.birth.date",)),
        (None, None, None, ("IN1.date",)),
        (None, "P1", None, ("P1",)),
    ]


def test_a_row_cleared_with_a_note_is_asked_about():
    case = shown()
    case.hrd.used_violence = "unknown"
    case.reviews.append(review("H02", "cleared_with_note"))
    assert [(one.item, one.severity) for one in run(case).ask_next] == [("H02", "WARN")]


def test_days_before_and_after_change_what_stands():
    case = shown()
    case.consents = [consent(expires_on=date(2026, 9, 20))]
    case.milestones.append(milestone("referral_sent_to_ircc", "2026-09-18", "planned", "MS2"))
    assert run(case, date(2026, 9, 20)).headline == "READY"
    assert run(case, date(2026, 9, 21)).headline == "HOLD_INFO"


def test_only_what_stands_in_the_way_gives_its_route():
    case = shown()
    pending = Application(id="AP2", person="P1", kind="partner_request", status="asked")
    case.asylum.applications = [offered("family_reunification", THIRD), pending]
    assert [route.id for route in run(case).routes] == ["other_offer", "regulated_adviser"]
    pending.status = "referred"
    assert [route.id for route in run(case).routes] == ["other_offer", "ask_partners", "regulated_adviser"]
