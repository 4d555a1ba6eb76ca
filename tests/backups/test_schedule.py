"""When a backup is due: half an hour after the first change that is in none, at locking, and again after a failure."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.errors import DiskFull
from hrd_desktop.services.backup_schedule import AGAIN, EVERY, Schedule

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
FULL = DiskFull(path="x")


def test_without_a_change_never() -> None:
    schedule = Schedule()
    assert not schedule.due(NOON + timedelta(days=900))
    assert not schedule.due_at_lock()


def test_half_an_hour_after_the_first_change() -> None:
    schedule = Schedule()
    schedule.changed(NOON)
    schedule.changed(NOON + 29 * MINUTE)
    assert not schedule.due(NOON + EVERY - MINUTE)
    assert schedule.due(NOON + EVERY)
    assert schedule.due_at_lock()


def test_what_was_there_before_the_file_was_opened_counts() -> None:
    schedule = Schedule(wanted_since=NOON)
    assert schedule.due_at_lock()
    assert schedule.due(NOON + EVERY)


def test_after_a_good_one_only_what_came_since() -> None:
    schedule = Schedule()
    schedule.changed(NOON)
    schedule.begun(NOON + EVERY)
    assert not schedule.due(NOON + 2 * EVERY)
    schedule.changed(NOON + EVERY + MINUTE)
    schedule.done(NOON + EVERY + 2 * MINUTE)
    assert schedule.due_at_lock()
    assert not schedule.due(NOON + 2 * EVERY)
    assert schedule.due(NOON + 2 * EVERY + MINUTE)
    schedule.begun(NOON + 2 * EVERY + MINUTE)
    schedule.done(NOON + 2 * EVERY + MINUTE)
    assert not schedule.due_at_lock()


def test_a_failure_is_kept_until_one_is_good_and_tried_again_soon() -> None:
    schedule = Schedule()
    schedule.changed(NOON)
    schedule.begun(NOON + EVERY)
    schedule.failed(NOON + EVERY, FULL)
    assert schedule.failure is FULL
    assert not schedule.due(NOON + EVERY + AGAIN - MINUTE)
    assert schedule.due(NOON + EVERY + AGAIN)
    assert schedule.due_at_lock()
    schedule.begun(NOON + EVERY + AGAIN)
    assert schedule.failure is FULL
    schedule.done(NOON + EVERY + AGAIN)
    assert schedule.failure is None
    schedule.changed(NOON + 2 * EVERY)
    assert not schedule.due(NOON + 2 * EVERY + AGAIN)


def test_one_that_was_stopped_is_no_failure_and_still_to_be_made() -> None:
    schedule = Schedule()
    schedule.changed(NOON)
    schedule.begun(NOON + EVERY)
    schedule.stopped()
    assert schedule.failure is None
    assert schedule.due(NOON + EVERY)


def test_while_one_is_made_locking_needs_another_only_for_what_came_since() -> None:
    schedule = Schedule()
    schedule.changed(NOON)
    schedule.begun(NOON + EVERY)
    assert not schedule.due_at_lock()
    schedule.changed(NOON + EVERY + MINUTE)
    assert schedule.due_at_lock()


def test_a_clock_set_back_makes_it_wait_no_longer_than_half_an_hour_more() -> None:
    schedule = Schedule()
    schedule.changed(NOON)
    back = NOON - timedelta(days=400)
    assert not schedule.due(back)
    assert schedule.due(back + EVERY)
    schedule.begun(back + EVERY)
    schedule.failed(NOON, FULL)
    assert not schedule.due(back)
    assert schedule.due(back + AGAIN)


@given(st.lists(st.tuples(st.sampled_from(["change", "tick", "fail", "stop"]), st.integers(0, 40)), max_size=60))
def test_no_change_is_ever_forgotten(events: list[tuple[str, int]]) -> None:
    """Whatever happens in between, what was changed since the last good backup began makes the next one due."""
    schedule, now, open_changes = Schedule(), NOON, False
    for what, minutes in events:
        now += minutes * MINUTE
        if what == "change":
            schedule.changed(now)
            open_changes = True
        elif schedule.due(now):
            schedule.begun(now)
            if what == "fail":
                schedule.failed(now, FULL)
            elif what == "stop":
                schedule.stopped()
            else:
                schedule.done(now)
                open_changes = False
        assert schedule.due_at_lock() == open_changes
    assert schedule.due(now + EVERY) == open_changes
