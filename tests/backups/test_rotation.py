"""Twelve by the hour, seven by the day, eight by the week, twelve by the month; the newest always."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.services.rotation import kept

NOW = datetime(2026, 11, 22, 23, 31, 5, tzinfo=UTC)
TIMES = st.lists(
    st.one_of(
        st.integers(0, 27_000).map(lambda n: NOW - timedelta(hours=n, minutes=n % 60)),
        st.integers(0, 5000).map(lambda n: NOW - timedelta(minutes=30 * n)),
        st.integers(1, 200).map(lambda n: NOW + timedelta(minutes=37 * n)),
    ),
    max_size=80,
)
MOST = 12 + 7 + 8 + 12


def every_half_hour(days: int, until: datetime = NOW) -> list[datetime]:
    return [until - timedelta(minutes=30 * n) for n in range(48 * days)]


def test_of_a_long_year_of_half_hours_one_of_each_is_kept() -> None:
    stay = sorted(kept(every_half_hour(400), NOW), reverse=True)
    assert stay[:12] == [NOW - timedelta(hours=n) for n in range(12)]
    days = [NOW.date() - timedelta(days=n) for n in range(7)]
    assert sorted({at.date() for at in stay[:18]}, reverse=True) == days
    assert [max(at for at in stay if at.date() == day) for day in days[1:]] == stay[12:18]
    weeks = sorted({at.isocalendar()[:2] for at in stay}, reverse=True)
    assert weeks[:8] == [(2026, 47 - n) for n in range(8)]
    months = {(at.year, at.month) for at in stay}
    assert months == {(2026, month) for month in range(1, 12)} | {(2025, 12)}
    assert len(stay) <= MOST - 3  # one stands for its hour, its day, its week and its month


def test_the_newest_of_a_slot_is_the_one_that_stays() -> None:
    morning, evening = datetime(2026, 3, 3, 8, tzinfo=UTC), datetime(2026, 3, 3, 18, tzinfo=UTC)
    later = [NOW - timedelta(hours=n) for n in range(12)]
    stay = kept([morning, evening, *later], NOW)
    assert evening in stay
    assert morning not in stay


def test_months_apart_nothing_goes() -> None:
    times = [datetime(2026, month, 9, 12, tzinfo=UTC) for month in range(1, 11)]
    assert kept(times, NOW) == set(times)


def test_zones_do_not_matter() -> None:
    here = timezone(timedelta(hours=-5))
    times = every_half_hour(20)
    assert kept([at.astimezone(here) for at in times], NOW.astimezone(here)) == kept(times, NOW)


def test_a_clock_that_was_ahead_takes_nobodys_place() -> None:
    """A year in the future for some hours: the real ones stay as if those were not there."""
    real = every_half_hour(100)
    wrong = [NOW + timedelta(days=365, minutes=30 * n) for n in range(48 * 20)]
    assert kept(real, NOW) <= kept([*real, *wrong], NOW)
    assert len(kept([*real, *wrong], NOW)) <= 2 * MOST


def test_a_clock_set_back_keeps_what_is_made_now() -> None:
    before = every_half_hour(30)
    now = NOW - timedelta(days=700)
    for n in range(30):
        made = now + timedelta(minutes=30 * n)
        before = list(kept([*before, made], made))
        assert made in before


@given(TIMES, st.sampled_from([2, 4, 12]))
def test_a_share_keeps_fewer_and_the_newest(times: list[datetime], share: int) -> None:
    stay = kept(times, NOW, share=share)
    assert stay <= kept(times, NOW)
    assert len(stay) <= 2 * (MOST // share + 4)
    past = [at for at in times if at <= NOW]
    assert not past or max(past) in stay


@given(TIMES)
def test_the_rules_hold_for_any_times(times: list[datetime]) -> None:
    stay = kept(times, NOW)
    past = [at for at in times if at <= NOW]
    assert stay <= set(times)
    assert len(stay) <= 2 * MOST
    if past:
        assert max(past) in stay
    if times:
        assert max(times) in stay
    assert kept(stay, NOW) == stay
    assert kept(reversed(times), NOW) == stay
    # Each of the last hours, days, weeks and months with a backup still has its newest.
    for many, slot in [(12, "%Y-%m-%d %H"), (7, "%Y-%m-%d"), (8, "%G-%V"), (12, "%Y-%m")]:
        newest: dict[str, datetime] = {}
        for at in sorted(past):
            newest[at.strftime(slot)] = at
        for name in sorted(newest, reverse=True)[:many]:
            assert newest[name] in stay


@settings(max_examples=15)
@given(st.lists(st.integers(20, 600), min_size=50, max_size=400))
def test_rotating_after_each_backup_keeps_what_rotating_once_would(pauses: list[int]) -> None:
    """What goes early would not have been wanted later: no hole where a day, week or month had one."""
    at, every, held = datetime(2026, 1, 1, tzinfo=UTC), [], frozenset[datetime]()
    for minutes in pauses:
        at += timedelta(minutes=minutes)
        every.append(at)
        held = kept([*held, at], at)
    assert kept(every, at) <= held
    assert held == kept(held, at)
