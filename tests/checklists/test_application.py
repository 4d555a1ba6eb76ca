"""E19 and E27, each branch."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.kinds import LanguageTag
from tests.checklists.build import child, consent, family, milestone, reason, row, run, shown


@pytest.mark.parametrize(
    ("partner", "decision", "wanted"),
    [
        ("unhcr", None, ("MET", None, "partner")),
        ("front_line_defenders", "asked", ("MET", None, "partner")),
        ("protect_defenders_eu", "accepted", ("MET", None, "partner")),
        ("unhcr", "declined", ("NOT_MET", "BLOCK", "declined")),
        ("unhcr", "withdrawn", ("NOT_MET", "BLOCK", "declined")),
        ("rainbow_railroad", "accepted", ("NOT_MET", "BLOCK", "unknown_partner")),
        ("other", None, ("NOT_MET", "BLOCK", "unknown_partner")),
        (None, None, ("UNCLEAR", "BLOCK", "none")),
        (None, "declined", ("UNCLEAR", "BLOCK", "none")),
    ],
)
def test_e19(partner: str | None, decision: str | None, wanted: tuple[str, str | None, str]):
    case = shown()
    case.partner, case.partner_decision = partner, decision
    found = row(case, "E19")
    assert (found.result, found.severity, reason(found)) == wanted


@pytest.mark.parametrize(
    ("consents", "wanted"),
    [
        ([consent()], ("MET", None, "live")),
        ([consent(recipients=["unhcr"]), consent("CN2", recipients=["ircc"])], ("MET", None, "live")),
        ([], ("UNCLEAR", "BLOCK", "missing")),
        ([consent(recipients=["ircc"])], ("UNCLEAR", "BLOCK", "missing")),
        ([consent(scopes=["store"])], ("UNCLEAR", "BLOCK", "missing")),
        ([consent(person="P9")], ("UNCLEAR", "BLOCK", "missing")),
        ([consent(signed_on=date(2026, 9, 16))], ("UNCLEAR", "BLOCK", "missing")),
        ([consent(signed_on=date(2026, 9, 15))], ("MET", None, "live")),
        ([consent(expires_on=date(2026, 9, 14))], ("UNCLEAR", "BLOCK", "missing")),
        ([consent(expires_on=date(2026, 9, 15))], ("MET", None, "live")),
        ([consent(withdrawn_on=date(2026, 9, 15))], ("NOT_MET", "BLOCK", "withdrawn")),
        ([consent(withdrawn_on=date(2026, 9, 16))], ("MET", None, "live")),
        ([consent(decision="refused")], ("NOT_MET", "BLOCK", "refused")),
        ([consent(decision="refused", recipients=["lawyer"])], ("UNCLEAR", "BLOCK", "missing")),
        ([consent(decision="refused"), consent("CN2")], ("MET", None, "live")),
        ([consent(language=LanguageTag("ar"))], ("UNCLEAR", "WARN", "language")),
        ([consent(language=None)], ("UNCLEAR", "WARN", "language")),
        ([consent(language=LanguageTag("ar"), interpreter="interpreter 1")], ("MET", None, "live")),
        ([consent(language=LanguageTag("ti-Ethi"))], ("MET", None, "live")),
        ([consent(language=LanguageTag("ar")), consent("CN2")], ("MET", None, "live")),
    ],
)
def test_e27(consents: list, wanted: tuple[str, str | None, str]):
    case = shown()
    case.consents = consents
    found = row(case, "E27", "P1")
    assert (found.result, found.severity, reason(found)) == wanted


def test_e27_the_partner_counts_only_once_chosen():
    case = shown()
    case.consents = [consent(recipients=["ircc"])]
    case.partner = None
    assert row(case, "E27", "P1").result == "MET"


def test_e27_language_is_not_tested_where_none_is_listed():
    case = shown()
    case.consents = [consent(language=LanguageTag("ar"))]
    case.persons[0].languages = []
    assert row(case, "E27", "P1").result == "MET"


def who(case: Case) -> list[str | None]:
    return [item.person for item in run(case).items if item.id == "E27"]


def test_e27_is_asked_of_the_principal_applicant_and_adults_of_the_family():
    case = family()
    case.persons.append(child("2008-09-15", id="P4"))
    case.persons.append(child("2008-09-16", id="P5"))
    assert who(case) == ["P1", "P3", "P4"]
    case.milestones.append(milestone("application_signed", "2026-09-16", "planned"))
    assert who(case) == ["P1", "P3", "P4", "P5"]


def test_e27_of_an_absent_relative_informs_only():
    case = family()
    case.persons[2].plan = "non_accompanying"
    case.consents[1].withdrawn_on = date(2026, 7, 1)
    found = row(case, "E27", "P3")
    assert (found.result, found.severity, reason(found)) == ("UNCLEAR", "INFO", "missing_absent")


def test_e27_tells_the_newest_refusal_or_withdrawal_and_its_day():
    case = shown()
    case.consents = [
        consent("CN1", withdrawn_on=date(2026, 8, 8)),
        consent("CN2", decision="refused", signed_on=date(2026, 7, 1)),
    ]
    found = row(case, "E27", "P1")
    assert (reason(found), found.why.params["day"], found.rows) == ("refused", date(2026, 7, 1), ("CN1", "CN2"))
    case.consents[1].signed_on = date(2026, 5, 1)
    found = row(case, "E27", "P1")
    assert (reason(found), found.why.params["day"]) == ("withdrawn", date(2026, 8, 8))
