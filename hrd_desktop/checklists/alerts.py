"""Days to keep in mind and things to look at (section 8): of rows, of people, and of the case as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrd_desktop.checklists.alert_making import Maker
from hrd_desktop.checklists.case_alerts import of_case
from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.family import counts_that_differ
from hrd_desktop.checklists.message import Param, Row, rows
from hrd_desktop.checklists.pack_types import Pack
from hrd_desktop.checklists.person_alerts import of_child, of_person, of_staying, of_unions
from hrd_desktop.checklists.results import Alert, ItemResult
from hrd_desktop.checklists.row_alerts import CONTRADICTION_TEXTS, of_rows
from hrd_desktop.checklists.solutions import other_ways
from hrd_desktop.core.staff import StaffAnswer

KINDS = (
    "last_safe_referral_day",
    "last_safe_application_day",
    "leap_day_birth",
    "child_plan_options",
    "planned_marriage",
    "oyw_target",
    "oyw_deadline",
    "medical_expiry",
    "consent_expiry",
    "host_status_expiry",
    "document_expiry",
    "milestone_overdue",
    "double_referral",
    "urgent_protection_needs_unhcr",
    "size_mismatch",
    "contradiction",
    "default_date",
    "private_identity",
    "extra_nationalities",
    "state_label",
    "rehabilitation_from",
    "deemed_rehabilitation_from",
    "lawyer_options",
    "review_outdated",
    "staff_answer_ignored",
    "keep_minimum_data",
)
"""Every kind of alert, in the order in which those of one day stand."""

ALERT_TEXTS = {
    "last_safe_referral_day": "person day age",
    "last_safe_referral_day_unknown": "person age",
    "last_safe_application_day": "person day age",
    "last_safe_application_day_unknown": "person age",
    "leap_day_birth": "person day age",
    "child_plan_options": "person",
    "planned_marriage": "person rows",
    "oyw_target": "person day days",
    "oyw_deadline": "person day",
    "oyw_deadline_unknown": "person",
    "medical_expiry": "person day",
    "consent_expiry": "day row",
    "host_status_expiry": "day country",
    "document_expiry": "person day row kind country",
    "milestone_overdue": "milestone day",
    "double_referral": "rows",
    "urgent_protection_needs_unhcr": "",
    "size_mismatch": "rows accompanying total",
    **CONTRADICTION_TEXTS,
    "default_date": "person day",
    "private_identity": "person",
    "extra_nationalities": "person count",
    "state_label": "rows",
    "rehabilitation_from": "row day",
    "deemed_rehabilitation_from": "row day",
    "lawyer_options": "person",
    "review_outdated": "row item",
    "staff_answer_ignored": "row item",
    "keep_minimum_data": "",
}
"""The sentences the pack must have, and the facts in them."""


def alerts(
    facts: Facts, pack: Pack, items: Sequence[ItemResult], stray: Sequence[StaffAnswer], *, gated: bool
) -> tuple[Alert, ...]:
    """Every alert of the case, by day (without a day last), kind, and person in the order of the file.

    `stray` are staff answers for which there is no row.

    Where the place alone ends the derivation, only the rows that are left and the care for stored data give alerts.
    """
    maker = Maker(facts, pack)
    found = list(_of_rows(facts, maker, items))
    if gated:
        found.append(maker.make("keep_minimum_data", None))
    else:
        found += _of_facts(facts, maker, items)
        found += of_rows(facts, maker, items)
        found += [_ignored(maker, row.id, row.item, row.person) for row in stray]
    people = {person_id: i for i, person_id in enumerate(facts.persons)}
    return tuple(
        sorted(
            found,
            key=lambda alert: (
                alert.date is None,
                alert.date or facts.on,
                KINDS.index(alert.kind),
                people.get(alert.person or "", -1),
            ),
        )
    )


def _of_facts(facts: Facts, maker: Maker, items: Sequence[ItemResult]) -> Iterator[Alert]:
    by_id = {(item.id, item.person): item for item in items}
    for person in facts.listed:
        yield from of_person(facts, maker, person)
        child = by_id.get(("F06", person.id))
        if child is not None:
            yield from of_child(facts, maker, person, child)
        unions = by_id.get(("F10", person.id))
        if unions is not None and unions.result == "UNCLEAR":
            yield of_unions(facts, maker, person, unions)
    for person in facts.staying:
        yield from of_staying(facts, maker, person)
    yield from of_case(facts, maker)
    referral = by_id.get(("E18", None))
    if referral is not None and not referral.clear:
        twice = tuple(way.row.id for way in other_ways(facts) if way.to_canada_by_partner)
        if twice:
            yield maker.make("double_referral", None, rows=twice, told={"rows": rows(twice)})
    family = by_id.get(("F01", None))
    differing = counts_that_differ(facts)
    if differing and family is not None and family.result == "NOT_MET":
        told: dict[str, Param] = {
            "rows": rows(differing),
            "accompanying": len(facts.accompanying),
            "total": len(facts.listed),
        }
        yield maker.make("size_mismatch", None, rows=differing, told=told)


def _of_rows(facts: Facts, maker: Maker, items: Sequence[ItemResult]) -> Iterator[Alert]:
    """What reviews and staff answers leave open, and which persons a lawyer should look at."""
    reviews = {row.id: row for row in facts.case.reviews}
    for item in items:
        if item.outdated_review is not None:
            review = reviews[item.outdated_review]
            told = {"row": Row(review.id), "item": Row(item.id)}
            yield maker.make("review_outdated", item.person, review.reviewed_on, rows=item.rows, told=told)
        if item.ignored_answer is not None:
            yield _ignored(maker, item.ignored_answer, item.id, item.person)
    for person_id in facts.persons:
        held = [item for item in items if item.person == person_id and item.severity == "LAWYER" and item.id != "A42"]
        if held:
            decisive = tuple(dict.fromkeys(row for item in held for row in item.rows))
            yield maker.make("lawyer_options", person_id, rows=decisive, audience="lawyer")


def _ignored(maker: Maker, answer: str, item: str, person: str | None) -> Alert:
    told = {"row": Row(answer), "item": Row(item)}
    return maker.make("staff_answer_ignored", person, rows=(answer,), told=told)
