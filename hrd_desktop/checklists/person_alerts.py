"""Alerts about one person: the countdown of a child, the later window, dates and identity facts to be careful with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from hrd_desktop.checklists.alert_making import Maker
from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.message import Param, Row, rows, when
from hrd_desktop.checklists.results import Alert, ItemResult
from hrd_desktop.core.background import Conviction
from hrd_desktop.core.codes import Answer
from hrd_desktop.core.dates import PartialDate, anniversary, day_before, span_of
from hrd_desktop.core.person import Person


def of_child(facts: Facts, maker: Maker, person: Person, row: ItemResult) -> Iterator[Alert]:
    """The last safe day of a child near the age limit, and the choices where the plan does not fit."""
    constants, born = facts.constants, facts.born(person)
    told: dict[str, Param] = {"age": constants.child_under}
    known = person.birth is not None and person.birth.date is not None
    place = (f"{person.id}.birth.date",)
    near = facts.possibly(constants.countdown_from_age, person, facts.on)
    if near and not facts.surely(constants.child_under, person, facts.on):
        kind = "last_safe_application_day" if person.plan == "non_accompanying" else "last_safe_referral_day"
        if known:
            day = day_before(anniversary(born.first, constants.child_under))
            yield maker.make(kind, person.id, day, rows=place, told=told)
        else:
            yield maker.make(kind, person.id, rows=place, told=told, text=f"{kind}_unknown")
    if born.exact and (born.first.month, born.first.day) == (2, 29):
        day = anniversary(born.first, constants.child_under)
        yield maker.make("leap_day_birth", person.id, day, rows=place, told=told)
    if row.result in ("NOT_MET", "UNCLEAR"):
        yield maker.make("child_plan_options", person.id, rows=row.rows)


def of_unions(facts: Facts, maker: Maker, person: Person, row: ItemResult) -> Alert:
    """A wedding ahead, or a union that may have begun after the application: its day, where it is fully known."""
    spans = [span_of(one.start, one.start_info) for one in facts.unions_of(person) if one.id in row.rows]
    days = [span.first for span in spans if span and span.exact and span.first > facts.application_day]
    told = {"rows": rows(row.rows)}
    return maker.make("planned_marriage", person.id, min(days, default=None), rows=row.rows, told=told)


def of_staying(facts: Facts, maker: Maker, person: Person) -> Iterator[Alert]:
    """The one-year window of a family member who stays behind; holidays do not move it."""
    landing = facts.eff("landing")
    if landing is None:
        yield maker.make("oyw_deadline", person.id, text="oyw_deadline_unknown")
        return
    deadline = anniversary(landing, facts.constants.window_years)
    target = deadline - timedelta(days=facts.constants.window_target_days)
    yield maker.make("oyw_target", person.id, target, told={"days": facts.constants.window_target_days})
    yield maker.make("oyw_deadline", person.id, deadline)


def of_person(facts: Facts, maker: Maker, person: Person) -> Iterator[Alert]:
    """Facts of a listed person that need care: dates set by offices, private identity, papers, convictions."""
    yield from _default_dates(facts, maker, person)
    chosen = any(name.kind == "chosen" for name in person.names) and person.chosen_name_in_packet != "yes"
    if chosen or person.gender_identity or person.gender_identity_text or person.sexual_orientation:
        yield maker.make("private_identity", person.id, rows=(person.id,))
    held = tuple(row.id for row in person.nationalities if row.status == "has")
    if len(held) > facts.constants.nationalities_on_form:
        yield maker.make("extra_nationalities", person.id, rows=held, told={"count": len(held)})
    labelled = tuple(row.id for row in person.memberships if row.state_label)
    if labelled:
        yield maker.make("state_label", person.id, rows=labelled, told={"rows": rows(labelled)})
    for conviction in person.convictions:
        yield from _rehabilitation(facts, maker, person, conviction)


def _default_dates(facts: Facts, maker: Maker, person: Person) -> Iterator[Alert]:
    if person.birth is None:
        return
    written: list[tuple[str, PartialDate | None, Answer | None]] = [
        (f"{person.id}.birth.date", person.birth.date, person.birth.office_default),
        *((alias.id, alias.date, alias.office_default) for alias in person.birth.aliases),
    ]
    for place, day, set_by_office in written:
        if set_by_office == "yes" or (set_by_office != "no" and _usual_default(facts, day)):
            yield maker.make("default_date", person.id, rows=(place,), told={"day": when(day)})


def _usual_default(facts: Facts, day: PartialDate | None) -> bool:
    """Whether a day is one that registration offices often write where the real one is not known."""
    return day is not None and day.complete and str(day)[5:] in facts.constants.office_default_days


def _rehabilitation(facts: Facts, maker: Maker, person: Person, row: Conviction) -> Iterator[Alert]:
    """For the lawyer: from which day rules on rehabilitation may be thought of, by the later reading of the date."""
    end = span_of(row.sentence_end, row.sentence_end_info)
    if end is None:
        return
    constants = facts.constants
    years = {"rehabilitation_from": constants.rehabilitation_years}
    longest = None if row.equivalence is None else row.equivalence.max_years
    if longest is not None and longest < constants.deemed_rehabilitation_under_years:
        years["deemed_rehabilitation_from"] = constants.deemed_rehabilitation_years
    for kind, count in years.items():
        day = anniversary(end.last, count)
        yield maker.make(kind, person.id, day, rows=(row.id,), told={"row": Row(row.id)}, audience="lawyer")
