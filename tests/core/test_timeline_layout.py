"""A timeline laid out: nothing overlaps, everything stands in its period, what is later stands lower or further on."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import example, given
from hypothesis import strategies as st

from hrd_desktop.core.dates import Span
from hrd_desktop.core.timeline import KINDS, Event, whole
from hrd_desktop.core.timeline_layout import Measure, lanes, lay_out

ON = date(2026, 9, 15)
MEASURE = Measure(label=lambda event: 40 + len(event.place) * 3, lane=30, heading=20, space=8, least=6)
STRETCHES = st.lists(
    st.tuples(st.floats(0, 1000), st.floats(0, 300)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=40
)
FEW = STRETCHES.map(lambda stretches: stretches[:4])


@given(STRETCHES, st.floats(0, 20))
def test_lanes_hold_no_two_stretches_that_touch(stretches: list[tuple[float, float]], space: float):
    found = lanes(stretches, space)
    for (a, lane_a), (b, lane_b) in combinations(zip(stretches, found, strict=True), 2):
        if lane_a == lane_b:
            assert a[1] + space <= b[0] or b[1] + space <= a[0]


@given(STRETCHES, st.floats(0, 20))
def test_in_one_lane_what_comes_later_stands_further_on(stretches: list[tuple[float, float]], space: float):
    for (a, lane_a), (b, lane_b) in combinations(zip(stretches, lanes(stretches, space), strict=True), 2):
        assert lane_a != lane_b or a[1] + space <= b[0]


def test_what_would_become_much_taller_is_not_drawn_in_the_order_of_time():
    after_each_other = [(float(n), n + 10.0) for n in range(200)]
    assert max(lanes(after_each_other, 0)) < 20


@given(FEW, st.floats(0, 20))
def test_what_comes_later_stands_lower_or_further_on(stretches: list[tuple[float, float]], space: float):
    for (a, lane_a), (b, lane_b) in combinations(zip(stretches, lanes(stretches, space), strict=True), 2):
        assert lane_b > lane_a or a[1] + space <= b[0]


@given(STRETCHES)
def test_no_lane_is_empty_and_what_follows_with_room_between_takes_one(stretches: list[tuple[float, float]]):
    found = lanes(stretches, 0)
    assert set(found) == set(range(len(set(found))))
    behind = [(start + i * 2000, end + i * 2000) for i, (start, end) in enumerate(stretches)]
    assert set(lanes(behind, 0)) <= {0}


DAYS = st.dates(date(1950, 1, 1), date(2035, 12, 31))


@st.composite
def happenings(draw: st.DrawFn) -> Event:
    edges = sorted(draw(st.lists(DAYS, min_size=4, max_size=4)))
    begins = draw(st.sampled_from([Span(edges[0], edges[1]), Span(edges[0], edges[0]), None]))
    ends = draw(st.sampled_from([Span(edges[2], edges[3]), Span(edges[3], edges[3]), begins, None]))
    ongoing = ends is None and begins is not None and draw(st.booleans())
    kind = draw(st.sampled_from(KINDS))
    return Event(draw(st.sampled_from(["A1", "BCD23", "P1.addresses"])), kind, None, (), begins, ends, ongoing)


@given(st.lists(happenings(), max_size=30), st.floats(50, 5000))
def test_nothing_overlaps_and_all_stands_inside(found: list[Event], width: float):
    drawing = lay_out(found, whole(found, ON), ON, width, MEASURE)
    assert len(drawing.marks) == sum(event.dated for event in found)
    for mark in drawing.marks:
        assert -0.01 <= mark.x <= mark.sure_x
        assert mark.sure_end <= mark.end <= width + 0.01
        assert mark.end - mark.x >= MEASURE.least - 0.01
        assert mark.label_x >= 0
        assert mark.label_end <= width + 0.01
        assert mark.y + MEASURE.lane <= drawing.height
    for a, b in combinations(drawing.marks, 2):
        if a.y == b.y:
            assert max(a.end, a.label_end) < min(b.x, b.label_x) or max(b.end, b.label_end) < min(a.x, a.label_x)


@given(st.lists(happenings(), min_size=1, max_size=10))
def test_what_is_sure_is_drawn_sure(found: list[Event]):
    drawing = lay_out(found, whole(found, ON), ON, 4000, MEASURE)
    for mark in drawing.marks:
        event = mark.event
        if event.begins is not None and event.ends is not None and not event.point:
            assert (mark.sure_x < mark.sure_end) == (event.begins.last <= event.ends.first)
        assert mark.fades == (not event.ongoing and None in (event.begins, event.ends))


def test_a_day_is_sure_and_a_year_is_not():
    day = Event("A1", "step", None, (), Span(ON, ON), Span(ON, ON))
    year = Span(date(2020, 1, 1), date(2020, 12, 31))
    vague = Event("A2", "step", None, (), year, year)
    marks = {mark.event.place: mark for mark in lay_out([day, vague], whole([day, vague], ON), ON, 900, MEASURE).marks}
    assert marks["A1"].sure_end > marks["A1"].sure_x
    assert marks["A2"].sure_end <= marks["A2"].sure_x


def test_what_reaches_beyond_the_period_is_cut():
    long = Event("A1", "move", None, (), Span(date(1990, 1, 1), date(1990, 1, 1)), None, ongoing=True)
    (mark,) = lay_out([long], Span(date(2020, 1, 1), date(2025, 12, 31)), ON, 600, MEASURE).marks
    assert (mark.x, mark.end) == (0, 600)


@given(st.integers(30, 30_000), st.floats(100, 20_000))
@example(27669, 100.0)  # so long and so small that not even fifty years have room
def test_lines_of_the_scale_stand_apart(length: int, width: float):
    period = Span(date(1940, 3, 3), date(1940, 3, 3) + timedelta(days=length))
    ticks = lay_out([], period, ON, width, MEASURE).ticks
    for a, b in combinations(ticks, 2):
        assert abs(a.x - b.x) >= 2.2 * MEASURE.lane
