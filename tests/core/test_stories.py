"""What of the story of a date stays true when the date changes, and which dates cannot lie ahead."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.assets import resource
from hrd_desktop.core.dates import DateInfo, PartialDate, Span, span_of
from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import Kind, fields_of, object_name, objects
from hrd_desktop.core.stories import PAST, after_edit, holds, in_the_future, retold, short_of
from hrd_desktop.exchange.case_json import read_case

DAYS = st.dates(date(1890, 1, 1), date(2090, 1, 1))
RANGE = {"earliest": date(1990, 7, 24), "latest": date(1991, 7, 12)}


@pytest.mark.parametrize(
    ("info", "new", "left"),
    [
        (None, PartialDate(1990), None),
        (DateInfo(calendar="hijri", original="1411", **RANGE), PartialDate(1992), None),
        (DateInfo(calendar="hijri", source="oral", **RANGE), PartialDate(1992), DateInfo(source="oral")),
        (DateInfo(estimated=True, **RANGE), PartialDate(1990), DateInfo(estimated=True)),
        (DateInfo(original="summer", earliest=date(1990, 6, 1), latest=date(1990, 9, 1)), PartialDate(1990),
         DateInfo(original="summer", earliest=date(1990, 6, 1), latest=date(1990, 9, 1))),
        (DateInfo(calendar="gregorian"), PartialDate(1990), DateInfo(calendar="gregorian")),
        (DateInfo(source="school"), None, None),
    ],
)  # fmt: skip
def test_what_stays_of_a_story(info, new, left) -> None:
    assert after_edit(info, new) == left


def test_a_story_told_anew_keeps_its_source() -> None:
    before = DateInfo(calendar="hijri", original="1410", estimated=True, source="oral", **RANGE)
    assert retold(before, DateInfo(calendar="hijri", original="1411")) == DateInfo(
        calendar="hijri", original="1411", estimated=True, source="oral"
    )
    assert retold(None, DateInfo()) is None


@given(DAYS, DAYS)
def test_the_short_form_of_a_range_meets_it(one: date, other: date) -> None:
    span = Span(min(one, other), max(one, other))
    short = short_of(span)
    assert short.first <= span.last
    assert short.last >= span.first
    if span.first.year == span.last.year:
        assert holds(short, span)


def test_only_what_lies_wholly_ahead_has_not_come() -> None:
    today = date(2026, 9, 15)
    assert not in_the_future("birth.date", PartialDate(2026).span, today)
    assert not in_the_future("birth.date", PartialDate(2026, 9, 15).span, today)
    assert in_the_future("birth.date", PartialDate(2026, 9, 16).span, today)
    assert in_the_future("birth.date", PartialDate(2026, 10).span, today)
    assert not in_the_future("document.expires_on", PartialDate(2031).span, today)


def test_every_field_named_is_a_date_of_the_format() -> None:
    dates = {
        f"{name}.{spec.name}"
        for name, cls in objects().items()
        for spec in fields_of(cls)
        if spec.kind in (Kind.PARTIAL_DATE, Kind.FULL_DATE)
    }
    assert dates >= PAST


@pytest.mark.parametrize("sample", ["s1", "s2", "s3", "s4", "s5"])
def test_no_date_of_the_samples_would_be_refused(sample: str) -> None:
    path = resource("demo", f"{sample}.json")
    for node in walk(read_case(path.read_bytes(), path.name)):
        for spec in fields_of(type(node.value)):
            held = getattr(node.value, spec.name)
            if held is None or spec.kind not in (Kind.PARTIAL_DATE, Kind.FULL_DATE):
                continue
            story = getattr(node.value, f"{spec.name}_info", None)
            span = Span(held, held) if isinstance(held, date) else span_of(held, story)
            assert span is not None
            field = f"{object_name(type(node.value))}.{spec.name}"
            assert not in_the_future(field, span, date(2026, 9, 15)), f"{node.place}.{spec.name}"
