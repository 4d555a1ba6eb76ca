"""What waits today: which lines, in which group, in which order, and what a tick does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.edit import AddRow, RemoveRow, SetValue
from hrd_desktop.core.staff import KnownBy, Review, Task
from hrd_desktop.core.steps import Consent, Milestone
from hrd_desktop.errors import NoPackForDate, UnknownCase
from hrd_desktop.services import cases, checking, editing, today
from hrd_desktop.services.deadlines import deadlines_of, next_deadline
from hrd_desktop.store import deadlines

from .conftest import DAY, sample

S1, S2, S5 = "HRD-2026-S1", "HRD-2026-S2", "HRD-2026-S5"
_DAY = timedelta(days=1)


def change(file, now, code, *changes):
    editing.change(file, code, list(changes), at=now)
    checking.refresh_headlines(file, now.date())


def found(file, group, now, **page):
    return [(line.kind, line.case, line.code or line.text) for line in today.lines(file, group, now, **page).lines]


def task(number: int, due: date | None, **values) -> AddRow:
    return AddRow("case.tasks", Task(id=f"TK9{number}", text=f"task {number}", due_on=due, **values))


def test_a_day_stands_in_one_group_alone(case_file, now):
    days = [DAY - _DAY, DAY, DAY + 6 * _DAY, DAY + 7 * _DAY, DAY + 90 * _DAY, DAY + 91 * _DAY, None]
    change(case_file, now, S1, *(task(number, day) for number, day in enumerate(days)))
    ours = {
        group: [line.text for line in today.lines(case_file, group, now).lines if line.place.startswith("TK9")]
        for group in today.GROUPS
    }
    assert ours == {
        "overdue": ["task 0"],
        "week": ["task 1", "task 2"],
        "later": ["task 3", "task 4"],
        "undated": ["task 6"],
        "waiting": [],
        "ended": [],
        "untouched": [],
    }


def test_overdue_begins_with_what_passed_last_and_is_done_when_ticked(case_file, now):
    change(case_file, now, S1, task(1, DAY - _DAY), task(2, DAY - 2 * _DAY))
    assert [line.text for line in today.lines(case_file, "overdue", now).lines][:2] == ["task 1", "task 2"]
    assert today.finish_task(case_file, S1, "TK91", DAY, at=now) == now
    assert cases.open_case(case_file, S1).case.tasks[-2].done_on == DAY
    assert "task 1" not in [line.text for line in today.lines(case_file, "overdue", now).lines]
    today.finish_task(case_file, S1, "TK91", None, at=now)
    assert "task 1" in [line.text for line in today.lines(case_file, "overdue", now).lines]


def test_rules_give_their_days_with_the_person_and_what_she_is(case_file, now):
    lines = [line for line in today.lines(case_file, "later", now).lines if line.code == "host_status_expiry"]
    assert [(line.case, line.person, line.relation, line.on) for line in lines] == [
        ("HRD-2026-S3", "P1", "principal", date(2026, 11, 30)),
        ("HRD-2026-S3", "P3", "child", date(2026, 11, 30)),
        ("HRD-2026-S4", "P1", "principal", date(2026, 12, 1)),
    ]
    assert lines[0].place == "ST1"


@pytest.mark.parametrize(("written", "last"), [("2026-10-03", 3), ("2026-10", 31), ("2026-02", 28), ("2026", 31)])
def test_a_planned_step_counts_on_the_last_day_it_may_mean(case_file, now, written, last):
    step = Milestone(id="MS90", kind="interview", date=PartialDate.parse(written), state="planned")
    change(case_file, now, S1, AddRow("case.milestones", step))
    with case_file.session() as session:
        [kept] = [one for one in deadlines.load(session, S1) if one.place == "MS90"]
    assert (kept.code, kept.on.day) == ("step_interview", last)
    assert kept.on == step.date.last
    change(case_file, now, S1, SetValue("MS90.state", "done"))
    with case_file.session() as session:
        assert "MS90" not in [one.place for one in deadlines.load(session, S1)]


def test_deadlines_follow_the_facts_with_the_headline(case_file, now):
    assert today.stale(case_file, DAY) == 0
    editing.change(case_file, S1, [SetValue("ST1.end", PartialDate(2026, 10, 1))], at=now)
    assert today.stale(case_file, DAY) == 1
    checking.refresh_headlines(case_file, DAY)
    assert today.stale(case_file, DAY) == 0
    assert ("deadline", S1, "host_status_expiry") in found(case_file, "later", now)
    with pytest.raises(NoPackForDate):
        today.stale(case_file, date(1970, 1, 1))


def test_the_child_who_reaches_the_age_is_among_the_deadlines():
    case = sample("s5")
    assessment = checking.assess_case(case, date(2026, 2, 1))
    kept = {(one.code, one.person): one for one in deadlines_of(assessment)}
    child = kept["last_safe_referral_day", "P3"]
    assert (child.on, child.place) == (date(2026, 2, 27), "P3.birth.date")
    assert next_deadline(case, assessment).on == min(
        [one.on for one in kept.values() if one.on >= date(2026, 2, 1)]
        + [step.date.last for step in case.milestones if step.state == "planned"]
    )


def test_waiting_names_each_kind(case_file, now):
    assert found(case_file, "waiting", now) == [
        ("partner", S2, "unhcr"),
        ("partner", "HRD-2026-S4", "front_line_defenders"),
        ("application", "HRD-2026-S3", "asylum_claim"),
        ("more_facts", "HRD-2026-S4", "E12"),
        ("lawyer", "HRD-2026-S4", ""),
        ("ask_again", S2, ""),
    ]


def test_a_second_review_answers_the_first(case_file, now):
    again = Review(
        id="RV90", item="E12", person="P1", reviewer="x", capacity="lawyer", reviewed_on=DAY, outcome="cleared"
    )
    change(case_file, now, "HRD-2026-S4", AddRow("case.reviews", again))
    assert "more_facts" not in [kind for kind, _, _ in found(case_file, "waiting", now)]


def test_a_consent_that_has_ended_waits_until_it_is_renewed(case_file, now):
    def consent(row_id: str, signed: date, expires: date | None) -> AddRow:
        values = {"decision": "given", "scopes": ["store"], "recipients": ["own_organisation"]}
        row = Consent(id=row_id, person="P1", signed_on=signed, expires_on=expires, **values)
        return AddRow("case.consents", row)

    cases.new_case(case_file, "NEW-1", alias=None, name="Tesfirano", on=DAY)
    change(case_file, now, "NEW-1", consent("CN1", DAY - 90 * _DAY, DAY - _DAY))
    assert ("consent_ended", "NEW-1", "") in found(case_file, "waiting", now)
    change(case_file, now, "NEW-1", consent("CN2", DAY - 9 * _DAY, None))
    assert "consent_ended" not in [kind for kind, _, _ in found(case_file, "waiting", now)]


def test_questions_to_ask_again_are_one_line_for_each_case(case_file, now):
    rows = [KnownBy(id=f"KB9{n}", at=f"P1.names{n}", how_known="unknown", ask_again=True) for n in range(2)]
    change(case_file, now, S1, *(AddRow("case.known_by", row) for row in rows))
    [line] = [line for line in today.lines(case_file, "waiting", now).lines if (line.kind, line.case)[1] == S1]
    assert (line.kind, line.count) == ("ask_again", 2)


def test_closed_cases_wait_for_nothing(case_file, now):
    before = found(case_file, "waiting", now)
    change(case_file, now, S2, SetValue("case.stage", "closed"))
    assert found(case_file, "waiting", now) == [line for line in before if line[1] != S2]
    assert not [line for line in found(case_file, "later", now) if line[1] == S2]


def test_cases_left_alone_for_a_month(case_file, now):
    change(case_file, now, S1, SetValue("case.partner_reference", "A"))
    change(case_file, now + _DAY, S2, SetValue("case.partner_reference", "B"))
    month = now + 30 * _DAY
    assert found(case_file, "untouched", month) == []
    assert found(case_file, "untouched", month + _DAY / 2) == [("untouched", S1, "")]
    assert found(case_file, "untouched", month + 2 * _DAY) == [("untouched", S1, ""), ("untouched", S2, "")]


def test_groups_come_in_pages(case_file, now):
    whole = today.lines(case_file, "later", now)
    first, second = (today.lines(case_file, "later", now, offset, 5) for offset in (0, 5))
    assert first.count == second.count == whole.count == 13
    assert first.lines + second.lines == whole.lines[:10]


def test_a_task_from_outside_gets_an_id_that_never_was(case_file, now):
    today.add_task(case_file, S1, "call the clinic", DAY, person="P1", at=now)
    added = cases.open_case(case_file, S1).case.tasks[-1]
    assert added == Task(id="TK2", text="call the clinic", due_on=DAY, person="P1")
    editing.change(case_file, S1, [RemoveRow("TK2")], at=now)
    today.add_task(case_file, S1, "call again", None, at=now)
    assert cases.open_case(case_file, S1).case.tasks[-1].id == "TK3"
    with pytest.raises(UnknownCase):
        today.add_task(case_file, "NONE", "x", None, at=now)
