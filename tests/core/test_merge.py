"""Two copies of a case: what is taken, what is asked, what stays, and which rows are the same."""

from __future__ import annotations

import copy
from datetime import date, datetime, timedelta

import pytest

from hrd_desktop.core.background import Membership
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.edit import AddRow, Change, SetValue, apply_all, removal
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.kin import Parent, Union
from hrd_desktop.core.merge import Merge, merge
from hrd_desktop.core.past import Stamp
from hrd_desktop.core.person import Person
from hrd_desktop.core.places import row_of
from hrd_desktop.core.staff import JournalEntry, KnownBy
from hrd_desktop.core.steps import Milestone
from hrd_desktop.core.validation import problems
from hrd_desktop.errors import EditRefused
from tests.core.two_copies import START, change

DAY = date(2026, 5, 4)
LEGAL = "legal_physical_protection"


def person(number: int, relation: str = "sibling") -> Person:
    return Person(
        id=f"P{number}",
        relation=relation,  # type: ignore[arg-type]  # one of the codes
        plan="accompanying",
        names=[Name(id=f"N{number}", kind="legal", family=f"Orm {number}")],
    )


@pytest.fixture
def base() -> Case:
    return Case(
        code="HRD-1",
        alias="Lantern",
        opened_on=DAY,
        stage="intake",
        stream="hrd",
        principal="P1",
        persons=[person(1, "principal"), person(2)],
        submission_categories=[LEGAL],
    )


def journal(number: int, text: str) -> AddRow:
    return AddRow("case.journal", JournalEntry(id=f"J{number}", on=DAY, text=text))


def together(base: Case, mine: list[Change], theirs: list[Change], *, known: bool = True) -> Merge:
    """Ada changes hers, Eve hers an hour later; with or without the state they began with."""
    one, other = copy.deepcopy(base), copy.deepcopy(base)
    past = change(one, mine, "Ada"), change(other, theirs, "Eve", START + timedelta(hours=1))
    assert not any(problems(one))
    assert not any(problems(other))
    return merge(one, other, base if known else None, mine_past=past[0], theirs_past=past[1])


@pytest.mark.parametrize("known", [True, False])
def test_a_field_that_one_side_changed_is_taken_with_its_author(base: Case, known: bool) -> None:
    found = together(base, [SetValue("case.note", "of Ada")], [SetValue("case.alias", "Mast")], known=known)
    (step,) = found.taken
    assert (step.place, step.before, step.after) == ("case.alias", "Lantern", "Mast")
    assert step.told is not None
    assert (step.told.by, step.told.at) == ("Eve", START + timedelta(hours=1))
    assert found.kept == 1
    assert not found.asked
    assert (found.result().alias, found.result().note) == ("Mast", "of Ada")


@pytest.mark.parametrize("known", [True, False])
def test_a_field_that_both_changed_is_asked_with_both_values(base: Case, known: bool) -> None:
    found = together(base, [SetValue("case.alias", "Lamp")], [SetValue("case.alias", "Mast")], known=known)
    (asked,) = found.asked
    assert (asked.mine, asked.theirs, asked.base) == ("Lamp", "Mast", "Lantern" if known else None)
    assert asked.mine_told is not None
    assert asked.theirs_told is not None
    assert (asked.mine_told.by, asked.theirs_told.by) == ("Ada", "Eve")
    assert found.unanswered() == [asked]
    assert found.unanswered({"case.alias": "mine"}) == []
    assert found.result({"case.alias": "mine"}).alias == "Lamp"
    assert found.result({"case.alias": "theirs"}).alias == "Mast"


def test_the_same_change_on_both_sides_is_nothing(base: Case) -> None:
    assert together(base, [SetValue("case.alias", "Mast")], [SetValue("case.alias", "Mast")]).nothing


def test_a_line_end_too_many_is_no_difference(base: Case) -> None:
    theirs = copy.deepcopy(base)
    theirs.alias = "Lantern\n"
    assert merge(base, theirs, base).nothing


def test_without_a_base_and_without_history_a_value_fills_a_gap_and_a_difference_is_asked(base: Case) -> None:
    theirs = copy.deepcopy(base)
    theirs.note, theirs.alias, theirs.submission_categories = "more", "Mast", []
    found = merge(base, theirs)
    assert [step.place for step in found.taken] == ["case.note"]
    assert [one.place for one in found.asked] == ["case.alias"]
    assert found.result().submission_categories == [LEGAL]


@pytest.mark.parametrize("at", [START - timedelta(days=1), START.replace(year=2099)])
def test_a_history_that_never_had_what_is_here_does_not_win_whatever_its_clock_says(base: Case, at: datetime) -> None:
    theirs = copy.deepcopy(base)
    theirs.alias = "Hull"
    past = change(theirs, [SetValue("case.alias", "Mast")], "Eve", at)
    found = merge(base, theirs, theirs_past=past)
    assert [(one.place, one.mine, one.theirs) for one in found.asked] == [("case.alias", "Lantern", "Mast")]
    assert not found.taken


def test_a_value_that_came_back_is_not_the_one_they_began_with(base: Case) -> None:
    mine = copy.deepcopy(base)
    past = change(mine, [SetValue("case.alias", "Hull")], "Eve")
    past += change(mine, [SetValue("case.alias", "Lantern")], "Ada", START - timedelta(days=1))
    theirs = copy.deepcopy(base)
    seen = change(theirs, [SetValue("case.alias", "Hull")], "Eve")
    assert merge(mine, theirs, base, mine_past=past, theirs_past=seen).nothing
    seen += change(theirs, [SetValue("case.alias", "Mast")], "Ola")
    asked = merge(mine, theirs, base, mine_past=past, theirs_past=seen).asked
    assert [(one.mine, one.theirs, one.mine_told) for one in asked] == [
        ("Lantern", "Mast", Stamp(START - timedelta(days=1), "Ada"))
    ]


def test_a_field_that_was_cleared_is_taken_where_the_base_tells(base: Case) -> None:
    assert together(base, [], [SetValue("case.alias", None)]).result().alias is None
    asked = together(base, [], [SetValue("case.alias", None)], known=False).asked
    assert [(one.mine, one.theirs) for one in asked] == [("Lantern", None)]


def test_what_both_put_into_a_list_is_all_in_it(base: Case) -> None:
    base.persons[1].none_declared = []
    found = together(
        base,
        [SetValue("P2.none_declared", ["service"])],
        [SetValue("P2.none_declared", ["government"])],
    )
    assert not found.asked
    assert found.result().persons[1].none_declared == ["government", "service"]


def test_a_list_from_which_one_side_took_something_is_asked(base: Case) -> None:
    found = together(
        base,
        [SetValue("case.submission_categories", [])],
        [SetValue("case.submission_categories", [LEGAL, "medical_needs"])],
    )
    assert [one.place for one in found.asked] == ["case.submission_categories"]


def test_a_list_that_would_hold_more_than_the_format_takes_is_asked(base: Case) -> None:
    categories = [[LEGAL, "medical_needs"], [LEGAL, "women_girls_at_risk"]]
    found = together(base, *([SetValue("case.submission_categories", each)] for each in categories))
    (asked,) = found.asked
    assert sorted(asked.theirs) != sorted(asked.mine)
    assert not any(problems(found.result({asked.place: "mine"})))


def test_new_rows_of_both_sides_are_kept(base: Case) -> None:
    found = together(base, [journal(1, "of Ada")], [journal(2, "of Eve")])
    (added,) = found.added
    assert (added.place, added.key, added.told.by if added.told else "") == ("case.journal", "J2", "Eve")
    assert [row.text for row in found.result().journal] == ["of Ada", "of Eve"]
    assert [row.text for row in found.result({"J2": "mine"}).journal] == ["of Ada"]


def test_a_row_that_got_the_same_id_gets_another_with_all_that_points_at_it(base: Case) -> None:
    theirs: list[Change] = [
        AddRow("case.persons", person(3, "child")),
        AddRow("case.unions", Union(id="U1", partner_a="P1", partner_b="P3", kind="civil_marriage", status="in_force")),
        AddRow("case.known_by", KnownBy(id="K1", at="P3.birth.date", how_known="told_by_person")),
        AddRow("P3.parents", Parent(id="PA1", person="P1", role="mother", kind="biological")),
    ]
    mine = person(3, "sibling")
    mine.names[0].family = "Another"
    found = together(base, [AddRow("case.persons", mine)], theirs)
    assert found.renamed == {"P3": "P4", "N3": "N4"}
    result = found.result()
    assert [row.id for row in result.persons] == ["P1", "P2", "P3", "P4"]
    assert result.unions[0].partner_b == "P4"
    assert result.known_by[0].at == "P4.birth.date"
    assert result.persons[3].parents[0].person == "P1"
    assert not any(problems(result))


def test_a_milestone_and_a_note_on_a_place_are_the_same_whatever_their_id(base: Case) -> None:
    def rows(number: int, day: int, how: str) -> list[Change]:
        stone = Milestone(id=f"M{number}", kind="referral_sent_to_ircc", date=PartialDate(2026, 5, day), state="done")
        note = KnownBy(id=f"K{number}", at="P2.plan", how_known=how)  # type: ignore[arg-type]  # one of the codes
        return [AddRow("case.milestones", stone), AddRow("case.known_by", note)]

    found = together(base, rows(1, 4, "told_by_person"), rows(7, 9, "told_by_person"))
    assert found.renamed == {"M7": "M1", "K7": "K1"}
    assert [one.place for one in found.asked] == ["M1.date"]
    assert not found.added


@pytest.mark.parametrize("known", [True, False])
def test_a_row_taken_out_there_is_told_and_stays(base: Case, known: bool) -> None:
    base.journal = [JournalEntry(id="J1", on=DAY, text="first")]
    found = together(base, [], list(removal(base, "J1")), known=known)
    (absent,) = found.absent
    assert (absent.place, absent.list_place, absent.removed_by) == ("J1", "case.journal", "theirs")
    assert absent.told is not None
    assert absent.told.by == "Eve"
    assert found.changes() == []
    assert found.result({"J1": "theirs"}).journal == []


@pytest.mark.parametrize("known", [True, False])
def test_a_row_taken_out_here_is_told_and_comes_back(base: Case, known: bool) -> None:
    base.journal = [JournalEntry(id="J1", on=DAY, text="first")]
    found = together(base, list(removal(base, "J1")), [SetValue("J1.text", "changed")], known=known)
    (absent,) = found.absent
    assert (absent.place, absent.removed_by) == ("J1", "mine")
    assert [row.text for row in found.result().journal] == ["changed"]
    assert found.result({"J1": "mine"}).journal == []


def test_a_row_that_goes_by_choice_takes_all_that_points_at_it(base: Case) -> None:
    union = Union(id="U1", partner_a="P1", partner_b="P2", kind="civil_marriage", status="in_force")
    found = together(base, [AddRow("case.unions", union)], list(removal(base, "P2")))
    assert [one.place for one in found.absent] == ["P2"]
    assert not any(problems(found.result()))
    result = found.result({"P2": "theirs"})
    assert row_of(result, "P2") is None
    assert result.unions == []
    assert not any(problems(result))


def test_the_principal_cannot_be_chosen_away(base: Case) -> None:
    base.journal = [JournalEntry(id="J1", on=DAY, text="first")]
    theirs = copy.deepcopy(base)
    theirs.persons[0], theirs.persons[1] = theirs.persons[1], theirs.persons[0]
    theirs.persons[0].relation, theirs.principal = "principal", "P2"
    del theirs.persons[1]
    found = merge(base, theirs, base)
    assert [one.place for one in found.absent] == ["P1"]
    with pytest.raises(EditRefused):
        found.result({"P1": "theirs", **{one.place: "mine" for one in found.asked}})


def test_an_object_taken_out_there_stays_and_one_that_is_new_comes(base: Case) -> None:
    base.persons[1].birth = Birth(city="Ravenholm")
    found = together(base, [], [SetValue("P2.birth", None), SetValue("P1.birth", Birth(city="Eastmere"))])
    assert [(one.place, one.removed_by) for one in found.absent] == [("P2.birth", "theirs")]
    assert [one.place for one in found.added] == ["P1.birth"]
    assert found.result().persons[1].birth == Birth(city="Ravenholm")
    assert found.result({"P2.birth": "theirs"}).persons[1].birth is None
    assert found.result({"P1.birth": "mine"}).persons[0].birth is None


def test_an_end_before_the_beginning_is_asked_with_the_beginning(base: Case) -> None:
    union = Union(
        id="U1",
        partner_a="P1",
        partner_b="P2",
        kind="civil_marriage",
        status="ended",
        start=PartialDate(2001),
        end=PartialDate(2009),
    )
    base.unions = [union]
    found = together(base, [SetValue("U1.start", PartialDate(2008))], [SetValue("U1.end", PartialDate(2003))])
    assert {one.place: one.group for one in found.asked} == {"U1.start": "U1", "U1.end": "U1"}
    assert not any(problems(found.result()))
    assert not any(problems(found.result({"U1.start": "theirs", "U1.end": "theirs"})))


def test_two_new_principals_are_asked(base: Case) -> None:
    base.persons.append(person(3))

    def chosen(row: str) -> list[Change]:
        return [
            SetValue("P1.relation", "sibling"),
            SetValue(f"{row}.relation", "principal"),
            SetValue("case.principal", row),
        ]

    found = together(base, chosen("P2"), chosen("P3"))
    assert "case.principal" in {one.place for one in found.asked}
    for side in ("mine", "theirs"):
        result = found.result({one.place: side for one in found.asked})  # type: ignore[misc]
        assert not any(problems(result))


def test_the_changes_make_the_result(base: Case) -> None:
    found = together(
        base,
        [journal(1, "of Ada")],
        [journal(1, "of Eve"), SetValue("P2.plan", "non_accompanying")],
    )
    made = copy.deepcopy(found.mine)
    apply_all(made, found.changes())
    assert made == found.result()
    assert [row.id for row in made.journal] == ["J1", "J2"]


def test_ids_that_are_known_to_be_others_are_followed_and_those_in_their_way_step_aside(base: Case) -> None:
    base.journal = [
        JournalEntry(id="J1", on=DAY, text="mine from before"),
        JournalEntry(id="J5", on=DAY, text="theirs"),
    ]
    theirs = copy.deepcopy(base)
    # There, my J5 is called J1, and J5 is a row of their own.
    theirs.journal = [
        JournalEntry(id="J1", on=DAY, text="theirs, changed"),
        JournalEntry(id="J5", on=DAY, text="new there"),
        JournalEntry(id="J9", on=DAY, text="mine from before"),
    ]
    found = merge(base, theirs, base, ids={"J1": "J5", "J9": "J1"})
    assert [(step.place, step.after) for step in found.taken] == [("J5.text", "theirs, changed")]
    assert [(one.row.id, one.row.text) for one in found.added] == [("J6", "new there")]
    assert not found.absent


def test_what_somebody_listed_stands_against_that_there_is_nothing_to_list(base: Case) -> None:
    stay = Membership(id="ME1", organisation="Lantern Keepers", kind="ngo", armed_wing="no")
    declared, listed = [SetValue("P2.none_declared", ["memberships"])], [AddRow("P2.memberships", stay)]
    for mine, theirs in ((declared, listed), (listed, declared)):
        found = together(base, list(mine), list(theirs))
        assert not found.asked
        result = found.result()
        assert result.persons[1].none_declared == []
        assert [row.id for row in result.persons[1].memberships] == ["ME1"]
