"""Events of a case in time: what becomes one, how far it reaches, and whom it is about."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.assets import resource
from hrd_desktop.core.background import Address
from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import HostStatus
from hrd_desktop.core.dates import DateInfo, PartialDate, Span, span_of
from hrd_desktop.core.identity import Document
from hrd_desktop.core.places import known_place
from hrd_desktop.core.timeline import KINDS, Event, about, events, holes, in_order, whole, within
from hrd_desktop.core.work import Output, PriorSupport
from hrd_desktop.exchange.case_json import read_case
from tests.strategies import cases

ON = date(2026, 9, 15)


def sample(name: str) -> Case:
    return read_case(resource("demo", f"{name}.json").read_bytes(), name)


@pytest.fixture
def case() -> Case:
    return sample("s1")


def at(found: list[Event], place: str, shape: str = "event") -> list[Event]:
    return [event for event in found if event.place == place and event.shape == shape]


def stay(row: str, start: str, end: str | None = None, *, ongoing: bool | None = None) -> Address:
    written = PartialDate.parse(end) if end else None
    return Address(id=row, start=PartialDate.parse(start), end=written, ongoing=ongoing, kind="home", country="KE")


def test_an_incident_of_one_day_is_a_point_and_a_longer_one_is_not(case: Case):
    incident = case.incidents[0]
    incident.date, incident.date_to = PartialDate(2024, 3), None
    (event,) = at(events(case), incident.id)
    assert (event.kind, event.point, event.persons) == ("incident", True, tuple(incident.persons))
    assert event.extent(ON) == Span(date(2024, 3, 1), date(2024, 3, 31))
    incident.date_to = PartialDate(2024, 5, 2)
    (event,) = at(events(case), incident.id)
    assert (event.point, event.extent(ON)) == (False, Span(date(2024, 3, 1), date(2024, 5, 2)))


def test_an_end_that_is_not_known_stays_open_and_what_lasts_reaches_today(case: Case):
    case.persons[0].addresses = [stay("AD1", "2020-02"), stay("AD2", "2021", ongoing=True), stay("AD3", "2030-01")]
    case.persons[0].addresses[2].ongoing = True
    found = events(case)
    (unknown,), (lasting,), (ahead,) = (at(found, place) for place in ("AD1", "AD2", "AD3"))
    assert (unknown.ends, unknown.ongoing, unknown.extent(ON).last) == (None, False, date(2020, 2, 29))
    assert lasting.extent(ON) == Span(date(2021, 1, 1), ON)
    assert ahead.extent(ON) == Span(date(2030, 1, 1), date(2030, 1, 31))


def test_a_paper_has_two_days_of_equal_weight_and_leads_to_each(case: Case):
    case.persons[0].documents = [
        Document(id="D1", kind="passport", held="yes", issued_on=PartialDate(2019), expires_on=PartialDate(2029, 4)),
        Document(id="D2", kind="national_id", held="yes"),
    ]
    found = [event for event in events(case) if event.kind == "document" and event.persons == ("P1",)]
    assert [(event.place, event.aspect) for event in found] == [
        ("D1.issued_on", "issued_on"),
        ("D1.expires_on", "expires_on"),
    ]


def test_a_status_without_an_end_still_stands(case: Case):
    assert case.asylum is not None
    case.asylum.statuses = [
        HostStatus(id="ST1", person="P1", country="KE", status="asylum_seeker", start=PartialDate(2023))
    ]
    (event,) = at(events(case), "ST1")
    assert event.extent(ON).last == ON


def test_what_has_no_date_comes_last_and_is_not_dated(case: Case):
    case.persons[0].birth.date = None
    found = events(case)
    (birth,) = at(found, "P1.birth.date")
    assert not birth.dated
    assert found[-1].dated is False
    assert [event.dated for event in found] == sorted((event.dated for event in found), reverse=True)


def test_filters_by_kind_person_and_period(case: Case):
    found = events(case)
    assert {event.kind for event in about(found, ("move", "step"), None)} <= {"move", "step"}
    of_one = list(about(found, KINDS, "P1"))
    assert of_one
    assert all(not event.persons or "P1" in event.persons for event in of_one)
    period = Span(date(2024, 1, 1), date(2024, 12, 31))
    for event in within(found, period, ON):
        days = event.extent(ON)
        assert days.first <= period.last
        assert days.last >= period.first


def test_gaps_and_overlaps_lead_to_the_table_and_to_a_row(case: Case):
    case.persons[0].addresses = [stay("AD1", "2016-09", "2020-05"), stay("AD2", "2020-03", "2024-01")]
    case.persons[0].history = []
    asked = range(2016 * 12 + 8, 2024 * 12 + 3)
    found = [event for event in holes(case, {"P1": asked}, ON) if event.kind == "move"]
    assert [(event.shape, event.place, event.extent(ON)) for event in found] == [
        ("overlap", "AD2", Span(date(2020, 3, 31), date(2020, 5, 1))),
        ("gap", "P1.addresses", Span(date(2024, 2, 1), date(2024, 3, 31))),
    ]
    assert holes(case, {}, ON) == [event for event in found if event.shape == "overlap"]


@pytest.mark.parametrize("name", ["s1", "s2", "s3", "s4", "s5"])
def test_every_event_of_the_samples_has_its_place(name: str):
    found = events(sample(name))
    assert len(found) > 10
    assert all(known_place(sample(name), event.place) for event in found)
    assert len({(event.place, event.aspect) for event in found}) == len(found)


@given(cases())
def test_events_of_any_case_lie_within_the_whole(case: Case):
    found = events(case)
    frame = whole(found, ON)
    for event in found:
        assert known_place(case, event.place)
        assert set(event.persons) <= {person.id for person in case.persons}
        if event.dated:
            days = event.extent(ON)
            assert frame.first <= days.first <= days.last <= frame.last


PARTIAL = st.one_of(
    st.builds(PartialDate, st.integers(2019, 2021)),
    st.builds(PartialDate, st.integers(2019, 2021), st.integers(1, 12)),
    st.dates(date(2019, 1, 1), date(2021, 12, 31)).map(PartialDate.of),
)


@st.composite
def outputs(draw: st.DrawFn) -> list[Output]:
    """Results of work, some without a date, some with a story that moves the days they may mean."""
    rows = []
    for number in range(draw(st.integers(0, 8))):
        info = None
        if draw(st.booleans()):
            days = sorted(draw(st.tuples(*[st.dates(date(2019, 1, 1), date(2021, 12, 31))] * 2)))
            info = DateInfo(earliest=days[0], latest=days[1])
        when = draw(st.none() | PARTIAL)
        rows.append(Output(id=f"O{number}", kind="report", title="t", date=when, date_info=info))
    return rows


@given(outputs())
def test_rows_stand_by_their_first_day_then_the_last_then_as_entered(rows: list[Output]):
    def key(row: Output) -> tuple[object, ...]:
        days = span_of(row.date, row.date_info)
        return (1, rows.index(row)) if days is None else (0, days.first, days.last, rows.index(row))

    assert in_order(rows) == sorted(rows, key=key)
    assert in_order(in_order(rows)) == in_order(rows)


def test_of_two_that_begin_together_the_one_that_lasts_comes_last():
    rows = [stay("A10", "2020", ongoing=True), stay("A2", "2020", "2021-03"), stay("A1", "2020", "2020-05")]
    assert [row.id for row in in_order([*rows, stay("A3", "2019-12")])] == ["A3", "A1", "A2", "A10"]


def test_what_is_no_event_is_put_in_order_too():
    rows = [PriorSupport(id=f"U{n}", organisation="o", date=PartialDate(year)) for n, year in enumerate((2021, 2019))]
    assert [row.id for row in in_order(rows)] == ["U1", "U0"]


def test_the_same_order_for_events_and_rows(case: Case):
    assert case.hrd is not None
    told = [event.place for event in events(case) if event.row in case.hrd.outputs]
    assert told == [row.id for row in in_order(case.hrd.outputs)]
    assert told != [row.id for row in case.hrd.outputs]
