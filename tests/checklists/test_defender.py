"""H01 to H06, each branch: what holds, what does not, and what weighs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrd_desktop.core.background import Membership, Reply
from hrd_desktop.core.case import Case
from hrd_desktop.core.work import Output, PriorSupport, Referee
from tests.checklists.build import answer, between, day, incident, reason, row, shown

Change = Callable[[Case], object]


def outputs(*dates: str | None, count: int | None = None) -> list[Output]:
    return [
        Output(id=f"OU{i}", kind="article", title="Piece", date=day(d) if d else None, count=count)
        for i, d in enumerate(dates, start=1)
    ]


def referee(id: str, independent: str = "yes", confirmed: str = "yes") -> Referee:
    return Referee(id=id, name="Somebody", independent=independent, confirmed=confirmed)


def set_hrd(**keys) -> Change:
    return lambda case: [setattr(case.hrd, key, value) for key, value in keys.items()]


def reply(letter: str, value: str) -> Change:
    return lambda case: setattr(case.persons[0].background, letter, Reply(answer=value))


def member(armed: str, called: str | None = None) -> Change:
    made = Membership(id="ME1", organisation="Front of tests", armed_wing=armed, advocated_violence=called)
    return lambda case: case.persons[0].memberships.append(made)


def nothing(case: Case) -> None:
    case.hrd = None


TABLE = [
    ("H01", "shown", lambda case: None, "MET", None, ("AV1",)),
    ("H01", "none", set_hrd(activities=[]), "UNCLEAR", "BLOCK", ("case.hrd.activities",)),
    ("H01", "none", nothing, "UNCLEAR", "BLOCK", ("case.hrd.activities",)),
    ("H02", "peaceful", lambda case: None, "MET", None, ("case.hrd.used_violence", "case.hrd.called_for_violence")),
    ("H02", "not_asked", set_hrd(used_violence=None), "UNCLEAR", "BLOCK", ("case.hrd.used_violence",)),
    ("H02", "not_asked", set_hrd(called_for_violence=None), "UNCLEAR", "BLOCK", ("case.hrd.called_for_violence",)),
    ("H02", "answers", set_hrd(used_violence="yes"), "UNCLEAR", "LAWYER", ("case.hrd.used_violence",)),
    ("H02", "answers", set_hrd(called_for_violence="declined"), "UNCLEAR", "LAWYER", ("case.hrd.called_for_violence",)),
    ("H02", "answers", reply("g", "unknown"), "UNCLEAR", "LAWYER", ("P1.background.g",)),
    ("H02", "answers", reply("h", "after_advice"), "UNCLEAR", "LAWYER", ("P1.background.h",)),
    ("H02", "memberships", member("yes"), "UNCLEAR", "LAWYER", ("ME1",)),
    ("H02", "memberships", member("no", "yes"), "UNCLEAR", "LAWYER", ("ME1",)),
    ("H02", "peaceful", member("unknown", "unknown"), "MET", None, None),
    ("H03", "shown", lambda case: None, "MET", None, ("case.hrd.works_as",)),
    ("H03", "none", set_hrd(works_as=[]), "UNCLEAR", "BLOCK", ("case.hrd.works_as",)),
    ("H04", "shown", set_hrd(rights_fields=[], groups=["women"]), "MET", None, ("case.hrd.groups",)),
    ("H04", "shown", set_hrd(rights_fields=[], themes=["land"]), "MET", None, ("case.hrd.themes",)),
    ("H04", "none", set_hrd(rights_fields=[]), "UNCLEAR", "BLOCK", None),
    ("H05", "outputs", lambda case: None, "MET", None, ("OU1", "OU2", "OU3")),
    ("H05", "thin", set_hrd(outputs=outputs("2020-01-01", "2021-01-01")), "UNCLEAR", "WARN", ("OU1", "OU2")),
    ("H05", "thin", set_hrd(outputs=outputs("2020", None, None, None)), "UNCLEAR", "WARN", ("OU1",)),
    ("H05", "outputs", set_hrd(outputs=outputs("2020-01-01", "2020-05", "2021-01-01")), "MET", None, None),
    ("H05", "short", set_hrd(outputs=outputs("2020-01-02", "2020-05", "2021-01-01")), "UNCLEAR", "WARN", None),
    ("H05", "short", set_hrd(outputs=outputs("2020", "2020", "2021")), "UNCLEAR", "WARN", None),
    ("H05", "outputs", set_hrd(outputs=outputs("2020-01", "2022", count=2)), "MET", None, None),
    ("H05", "short", set_hrd(outputs=outputs("2020", count=40)), "UNCLEAR", "WARN", None),
    ("H05", "thin", set_hrd(outputs=outputs("2018", "2022", count=0)), "UNCLEAR", "WARN", None),
    (
        "H05",
        "referees",
        set_hrd(outputs=outputs("2020"), referees=[referee("RF1"), referee("RF2")]),
        "MET",
        None,
        ("RF1", "RF2", "OU1"),
    ),
    (
        "H05",
        "referees",
        set_hrd(
            outputs=[],
            referees=[referee("RF1"), referee("RF2")],
            prior_support=[PriorSupport(id="PS1", organisation="A fund")],
        ),
        "MET",
        None,
        ("RF1", "RF2", "PS1"),
    ),
    ("H05", "thin", set_hrd(outputs=[], referees=[referee("RF1"), referee("RF2")]), "UNCLEAR", "WARN", None),
    (
        "H05",
        "thin",
        set_hrd(outputs=outputs("2020"), referees=[referee("RF1"), referee("RF2", confirmed="unknown")]),
        "UNCLEAR",
        "WARN",
        None,
    ),
    (
        "H05",
        "thin",
        set_hrd(outputs=outputs("2020"), referees=[referee("RF1", independent="no"), referee("RF2")]),
        "UNCLEAR",
        "WARN",
        None,
    ),
    ("H06", "linked", lambda case: None, "MET", None, ("IN1",)),
    ("H06", "none", lambda case: case.incidents.clear(), "UNCLEAR", "WARN", ("case.incidents",)),
    ("H06", "none", lambda case: setattr(case.incidents[0], "persons", ["P9"]), "UNCLEAR", "WARN", None),
    (
        "H06",
        "not_linked",
        lambda case: setattr(case.incidents[0], "linked_to_work", "unknown"),
        "UNCLEAR",
        "WARN",
        None,
    ),
]


@pytest.mark.parametrize(("item", "why", "change", "result", "severity", "rows"), TABLE)
def test_item(item: str, why: str, change: Change, result: str, severity: str | None, rows: tuple[str, ...] | None):
    case = shown()
    change(case)
    found = row(case, item)
    assert (found.result, found.severity, reason(found)) == (result, severity, why)
    assert rows is None or found.rows == rows
    assert (result == "MET") or found.places


def test_h02_names_memberships_first_then_the_answers_in_their_order():
    case = shown()
    for change in (member("yes"), reply("h", "yes"), reply("g", "yes"), set_hrd(used_violence="unknown")):
        change(case)
    found = row(case, "H02")
    assert found.rows == ("ME1", "P1.background.g", "P1.background.h", "case.hrd.used_violence")
    assert reason(found) == "both"


def test_h02_service_in_a_state_force_is_no_trigger():
    from hrd_desktop.core.background import Service

    case = shown()
    case.persons[0].service.append(Service(id="SV1", kind="army", country="ER", start=day("2008"), senior="no"))
    assert row(case, "H02").result == "MET"


def test_h05_uses_the_earliest_and_latest_day_of_a_converted_date():
    case = shown()
    set_hrd(outputs=outputs("2020", "2020", "2021-01"))(case)
    case.hrd.outputs[0].date_info = between("2019-12-20", "2020-01-01")
    assert row(case, "H05").result == "MET"
    case.hrd.outputs[0].date_info = between("2020-01-02", "2020-01-03")
    assert row(case, "H05").result == "UNCLEAR"


@pytest.mark.parametrize("item", ["H01", "H03", "H04", "H05", "H06"])
def test_a_staff_answer_of_not_met_diverts(item: str):
    case = shown()
    case.staff_answers.append(answer(item, "NOT_MET"))
    found = row(case, item)
    assert (found.result, found.severity, found.source) == ("NOT_MET", "DIVERT", "staff")


def test_h02_not_met_by_staff_goes_to_the_lawyer():
    case = shown()
    case.staff_answers.append(answer("H02", "NOT_MET"))
    assert row(case, "H02").severity == "LAWYER"


def test_h06_sees_an_incident_among_several_that_is_linked():
    case = shown()
    case.incidents = [incident("IN1", linked_to_work="no"), incident("IN2"), incident("IN3", linked_to_work=None)]
    assert row(case, "H06").rows == ("IN2",)


def test_h05_takes_the_earliest_last_day_and_the_latest_first_day():
    case = shown()
    set_hrd(outputs=outputs("2020", "2020-11-30", "2022-01", "2021-12-15"))(case)
    for output, info in zip(case.hrd.outputs, [None, None, between("2021-06-01", "2022-06-01"), None], strict=True):
        output.date_info = info
    found = row(case, "H05")
    assert found.result == "MET"
    assert found.why.params["first"] == day("2020-11-30")
    assert found.why.params["last"] == day("2021-12-15")
