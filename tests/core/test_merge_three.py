"""Three offices, any schedule: what a person typed or chose is replaced by who had seen it, or somebody is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.merged import Side
from hrd_desktop.core.person import Person
from hrd_desktop.core.staff import JournalEntry
from tests.core.offices import Found, Office, Parcel, World

DAY = date(2026, 5, 4)
PLACES = ("case.alias", "P1.birth.city", "J1.text")
NAMES = ("Ada", "Eve", "Ola")
WORDS = ("Lantern", "Mast", "Hull")

words = st.integers(0, len(WORDS))
steps = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.integers(0, 2), st.sampled_from(PLACES), words),
        st.tuples(st.just("hand"), st.integers(0, 2), st.integers(1, 2), st.booleans()),
        st.tuples(st.just("seal"), st.integers(0, 2)),
        st.tuples(st.just("late"), st.integers(0, 2), st.integers(0, 9), st.booleans()),
    ),
    max_size=24,
)
Schedule = list[tuple[Any, ...]]
clocks = st.tuples(*[st.sampled_from([timedelta(0), timedelta(days=1), timedelta(days=-1)])] * 3)


def case(alias: str = "Lantern") -> Case:
    one = Person(
        id="P1",
        relation="principal",
        plan="accompanying",
        names=[Name(id="N1", kind="legal", family="Orm")],
        birth=Birth(city="Lantern"),
    )
    return Case(
        code="HRD-1",
        alias=alias,
        opened_on=DAY,
        stage="intake",
        stream="hrd",
        principal="P1",
        persons=[one],
        journal=[JournalEntry(id="J1", on=DAY, text="Lantern")],
    )


def played(schedule: Schedule, clock: tuple[timedelta, ...], *, apart: bool, new_words: bool) -> Iterator[Found]:
    """What becomes of every difference as the schedule goes on.

    `apart`: the copies did not come of one hand-over. `new_words`: nobody types what somebody typed before.
    """
    world, late = World(), list[Parcel]()
    offices = [
        Office(world, name, case(f"of {name}" if apart else "Lantern"), PLACES, offset)
        for name, offset in zip(NAMES, clock, strict=True)
    ]
    if not apart:
        first = offices[0].seal()
        for office in offices[1:]:
            office.take(first, "mine")
    for number, (kind, who, *rest) in enumerate(schedule):
        office = offices[who]
        if kind == "type":
            place, word = rest
            given = f"word {number}" if new_words else ([*WORDS, None] if place != "J1.text" else [*WORDS, "x"])[word]
            office.types(place, given)
        elif kind == "seal":
            late.append(office.seal())
        elif kind == "hand":
            side: Side = "mine" if rest[1] else "theirs"
            yield from offices[(who + rest[0]) % 3].take(office.seal(), side)
        elif late:
            yield from office.take(late[rest[0] % len(late)], "mine" if rest[1] else "theirs")


@settings(max_examples=60)
@given(steps, clocks, st.booleans())
def test_what_a_person_typed_or_chose_is_not_replaced_unasked(
    schedule: Schedule,
    clock: tuple[timedelta, ...],
    apart: bool,
) -> None:
    for found in played(schedule, clock, apart=apart, new_words=False):
        if found.how == "taken":
            assert found.mine_known, found
        if found.how == "kept":
            assert found.theirs_known, found


@settings(max_examples=40)
@given(steps, clocks)
def test_nobody_is_asked_where_one_side_had_seen_the_other(
    schedule: Schedule,
    clock: tuple[timedelta, ...],
) -> None:
    for found in played(schedule, clock, apart=False, new_words=True):
        assert not found.needless, found
