from __future__ import annotations

import copy
from datetime import date

from hypothesis import HealthCheck, given, settings

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.differences import differences
from hrd_desktop.core.staff import JournalEntry
from tests.services.conftest import sample
from tests.strategies import cases


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(case=cases())
def test_a_case_does_not_differ_from_its_copy(case: Case) -> None:
    assert list(differences(case, copy.deepcopy(case))) == []


def test_a_field_a_row_and_an_object_are_told_with_their_places() -> None:
    before, after = sample("s1"), sample("s1")
    assert after.persons[0].birth is not None
    after.persons[0].birth.date = PartialDate(1980)
    removed = after.incidents.pop(0)
    added = JournalEntry(id="JE99", on=date(2026, 9, 1), text="Called.")
    after.journal.append(added)
    after.persons[1].whereabouts = None
    found = {one.place: one for one in differences(before, after)}
    assert set(found) == {"P1.birth.date", "case.incidents", "case.journal", "P2.whereabouts"}
    assert before.persons[0].birth is not None
    assert (found["P1.birth.date"].before, found["P1.birth.date"].after) == (
        before.persons[0].birth.date,
        PartialDate(1980),
    )
    assert found["P1.birth.date"].row is None
    assert (found["case.incidents"].before, found["case.incidents"].after) == (removed, None)
    assert found["case.journal"].row is added
    assert found["P2.whereabouts"].row == before.persons[1].whereabouts


def test_another_order_of_rows_is_no_difference() -> None:
    before, after = sample("s1"), sample("s1")
    after.evidence.reverse()
    assert list(differences(before, after)) == []
    after.evidence[0].title = "Another title"
    assert [one.place for one in differences(before, after)] == [f"{after.evidence[0].id}.title"]
