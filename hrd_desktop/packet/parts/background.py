"""The background of every person of age: where they lived, what they did, what they were asked and answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from hrd_desktop.core.background import (
    Address,
    Government,
    History,
    Membership,
    Reply,
    Return,
    Service,
    Travel,
)
from hrd_desktop.core.person import Education, Person
from hrd_desktop.core.schema import fields_of
from hrd_desktop.core.timeline import in_order
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import Cell, fact, heading, lead, paragraph, section, subheading, table
from hrd_desktop.packet.flow import Anchor, Strip
from hrd_desktop.packet.parts.journey import journey
from hrd_desktop.packet.parts.persons import bookmark

_CHECKED_BY_STAFF = ("sanctions_match",)  # nobody is asked this: names are compared with lists
_LEFT_OUT = (*_CHECKED_BY_STAFF, "k")  # k is about disease: only where the person agreed to that
_WHEN = ("when", 26.0)


def background(author: Author) -> list[Strip]:
    """One block for each person of age."""
    strips = section(*author.part("background"))
    for person in outward.persons_of_the_packet(author.case):
        if person.plan != "linked_case" and outward.grown(person, author.options.on):
            strips += _block(author, person)
    return strips


def _block(author: Author, person: Person) -> list[Strip]:
    anchor = Anchor(f"background-{person.id}", bookmark(author, person), 1)
    strips = heading(author.text("person_heading", id=person.id, name=outward.called(person)), anchor=anchor)
    tables: Sequence[tuple[str, Callable[[Author, Any], list[Cell]], tuple[tuple[str, float], ...]]] = (
        ("addresses", _address, (_WHEN, ("address", 56), ("address_kind", 22))),
        ("history", _history, (_WHEN, ("history_activity", 40), ("where", 40))),
        ("education", _education, (_WHEN, ("education_certificate", 40), ("where", 40))),
        ("memberships", _membership, (_WHEN, ("membership_organisation", 42), ("membership_about", 42))),
        ("government", _government, (_WHEN, ("government_position", 42), ("government_about", 42))),
        ("service", _service, (_WHEN, ("service_kind", 42), ("service_about", 42))),
        ("travel", _travel, (_WHEN, ("travel_country", 42), ("travel_about", 42))),
        ("returns", _return, (_WHEN, ("travel_country", 42), ("travel_about", 42))),
    )
    facts: list[Strip] = []
    for name, row, heads in tables:
        held = getattr(person, name)
        if held:
            rows = [row(author, one) for one in in_order(held)]
            facts += subheading(author.label(person, name)) + table(author.columns(*heads), rows, gap=2)
        if name == "education" and person.education_years is not None:
            facts += author.facts(person.education_years, *(s.name for s in fields_of(type(person.education_years))))
        if name == "service":
            facts += author.facts(person, "military_obligation")
    facts += journey(author, person)
    facts += author.facts(person, "been_in_canada", "contacted_home_authorities", "travel_document_obtainable")
    if person.none_declared:
        facts += fact(author.label(person, "none_declared"), author.value(person, "none_declared"))
    facts += _replies(author, person)
    return strips + (facts or paragraph(author.text("nothing_recorded")))


def _lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part)


def _address(author: Author, row: Address) -> list[Cell]:
    hidden = outward.is_hiding_place(author.case, row)
    street = "" if hidden else joined(row.unit, row.street)
    town = joined(row.city, *(() if hidden else (row.district, row.postal_code)), author.country(row))
    return [author.period(row), _lines(street, town), author.value(row, "kind")]


def _history(author: Author, row: History) -> list[Cell]:
    what = lead(author.value(row, "activity"), row.title or "", row.employer or "")
    where = joined(row.city, author.country(row))
    return [author.period(row), what, _lines(where, *author.labelled(row, "status_there"))]


def _education(author: Author, row: Education) -> list[Cell]:
    what = lead(row.certificate or author.text("education_no_certificate"), row.field_of_study or "")
    return [author.period(row), what, _lines(row.institution, joined(row.city, author.country(row)))]


def _membership(author: Author, row: Membership) -> list[Cell]:
    what = lead(row.organisation, author.value(row, "kind"), row.role or "", joined(row.city, author.country(row)))
    about = author.labelled(row, "armed_wing", "advocated_violence", "state_label", "left_reason")
    return [author.period(row), what, _lines(*about)]


def _government(author: Author, row: Government) -> list[Cell]:
    what = lead(row.position, row.department or "", author.value(row, "level"), author.country(row))
    return [author.period(row), what, _lines(row.activities, *author.labelled(row, "security_sector"))]


def _service(author: Author, row: Service) -> list[Cell]:
    what = lead(author.value(row, "kind"), joined(row.branch, row.unit), author.country(row))
    about = author.labelled(row, "ranks", "conscripted", "end_reason", "end_text")
    return [author.period(row), what, _lines(*about)]


def _travel(author: Author, row: Travel) -> list[Cell]:
    about = [author.paper(row.document), *author.labelled(row, "overstayed", "breached_conditions")]
    return [author.period(row), lead(author.country(row), row.purpose or ""), _lines(*about)]


def _return(author: Author, row: Return) -> list[Cell]:
    entered, left = author.value(row, "entered_on"), author.value(row, "left_on")
    when = author.text("period_from_to", start=entered, end=left) if left else entered
    what = lead(author.country(row), author.value(row, "reason"), row.reason_text or "")
    return [when, what, _lines(author.paper(row.document), *author.labelled(row, "voluntary"))]


def _replies(author: Author, person: Person) -> list[Strip]:
    """Each question that has a reply, with its details."""
    options = author.options
    health = outward.agreed(author.case, person.id, "share_medical", options.recipient, options.on)
    strips: list[Strip] = []
    for held, title in ((person.background, "background"), (person.further_answers, "further_answers")):
        rows: list[list[Cell]] = []
        for spec in fields_of(type(held)) if held is not None else []:
            reply = getattr(held, spec.name)
            if reply is not None and spec.name not in (_CHECKED_BY_STAFF if health else _LEFT_OUT):
                rows.append(_reply(author, author.label(held, spec.name), reply))
        if rows:
            columns = author.columns(("question", 52), ("answer", 16), ("answer_details", 52))
            strips += subheading(author.label(person, title)) + table(columns, rows, gap=2)
    return strips


def _reply(author: Author, question: str, reply: Reply) -> list[Cell]:
    return [question, author.value(reply, "answer"), _lines(reply.details, *author.labelled(reply, "countries"))]
