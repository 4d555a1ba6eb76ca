"""IMM 0008 Schedule 2, Refugees Outside Canada: topics only.

No copy of its questions was at hand: the topics are known from use, not from a source. The sheet puts what is recorded
under neutral headings, to be matched with the form in use. Not held in the case, so not here: help sought inside the
form's own words, whether the application is made within one year of the family's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hrd_desktop.core.claim import Application, Complaint, HostStatus
from hrd_desktop.core.codes import NarrativeKind
from hrd_desktop.core.kin import RelativeInCanada
from hrd_desktop.core.person import Person
from hrd_desktop.core.timeline import in_order
from hrd_desktop.core.work import Incident
from hrd_desktop.packet import form_values as values
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import joined
from hrd_desktop.packet.form_tables import Copy, Field, FormTable, Group, Pointer, Rows, Told
from hrd_desktop.packet.options import Part
from hrd_desktop.packet.parts.journey import steps


def elsewhere(copy: Copy, part: Part, kinds: Sequence[NarrativeKind] = ()) -> str:
    """The part of this packet that tells it; where the part is left out, the statements themselves."""
    author = copy.author
    number = author.options.number(part)
    if number:
        return author.text("form_see_part", number=number, title=author.text(f"{part}_title"))
    told = [row.text for row in outward.narratives(author.case, kinds) if row.person == copy.person.id]
    return "\n\n".join(told) or author.text("form_not_recorded")


def _statuses(copy: Copy) -> list[HostStatus]:
    asylum = copy.author.case.asylum
    held = asylum.statuses if asylum is not None else []
    return in_order([row for row in held if row.person == copy.person.id])


def _registrations(copy: Copy) -> list[HostStatus]:
    """Where a person was registered or recognised as a refugee, or asked to be."""
    kinds = ("asylum_seeker", "unhcr_registered", "unhcr_recognised", "refugee_recognised", "subsidiary_protection",
             "temporary_protection", "refused")  # fmt: skip
    return [row for row in _statuses(copy) if row.status in kinds]


def _incidents(copy: Copy) -> list[Incident]:
    return in_order([row for row in copy.author.case.incidents if copy.person.id in row.persons])


def _complaints(copy: Copy) -> list[Complaint]:
    claim = copy.author.case.claim
    return in_order(claim.complaints) if claim is not None else []


def _applications(copy: Copy) -> list[Application]:
    asylum = copy.author.case.asylum
    held = asylum.applications if asylum is not None else []
    return in_order([row for row in held if row.person == copy.person.id])


def _left_behind(copy: Copy) -> list[Person]:
    return [row for row in copy.author.case.persons if row.id != copy.person.id and row.plan != "accompanying"]


def _in_canada(copy: Copy) -> list[RelativeInCanada]:
    return list(copy.author.case.relatives_in_canada)


def _when(copy: Copy, row: Any) -> Told:
    return values.dated(copy.author, row.date, row.date_info)


def _whereabouts(copy: Copy, row: Person) -> Told:
    where = row.whereabouts
    return joined(copy.author.value(where, "status"), copy.author.country(where), by="\n") if where else None


_CONDITIONS = ("legal_stay", "may_work", "may_study", "health_care", "free_movement", "route_to_permanent_status",
               "protected_from_return", "text")  # fmt: skip

SCHEDULE_2 = FormTable("imm_0008_schedule_2", "schedule_2", (
    Group("identity", (
        Field(lambda copy, _: values.family_name(copy.author, values.first_name(copy.person)), "family"),
        Field(lambda copy, _: values.given_name(copy.author, values.first_name(copy.person)), "given"),
        Field(lambda copy, _: values.born(copy.author, copy.person.birth), "birth_date"),
        Field("person.uci"))),
    Rows("registrations", _registrations, (
        (Field("row.country"), 20), (Field("row.status"), 26), (Field("row.granted_by"), 18), (Field("row.number"), 18),
        (Field(values.since, "from"), 17), (Field(values.until, "to"), 17))),
    Pointer("reasons", lambda copy: elsewhere(copy, "claim", ("claim",))),
    Rows("events", _incidents, (
        (Field(_when, "date"), 17), (Field(lambda copy, row: joined(row.place, copy.author.country(row)), "place"), 22),
        (Field("row.acts"), 28), (Field("row.agents"), 18), (Field("row.agent_text"), 24))),
    Group("elsewhere_inside", (
        Field("case.claim.internal_flight.tried"), Field("case.claim.internal_flight.could_live_elsewhere"),
        Field("case.claim.internal_flight.text"))),
    Rows("help_sought", _complaints, (
        (Field(_when, "date"), 17), (Field("row.country"), 18), (Field("row.authority"), 24),
        (Field("row.outcome"), 18), (Field("row.text"), 32))),
    Group("return", (Field("case.claim.return_text"), Field("case.claim.harm_feared"))),
    Rows("returns", lambda copy: in_order(copy.person.returns), (
        (Field("row.country"), 20),
        (Field(lambda copy, row: values.dated(copy.author, row.entered_on, row.entered_on_info), "from"), 17),
        (Field(lambda copy, row: values.dated(copy.author, row.left_on, row.left_on_info), "to"), 17),
        (Field("row.reason"), 22), (Field("row.reason_text"), 34)), "returns"),
    Rows("journey", lambda copy: steps(copy.author.case, copy.person), (
        (Field(_when, "date"), 17), (Field("row.from_place"), 24), (Field("row.to_place"), 24),
        (Field("row.means"), 18), (Field("row.document"), 20))),
    Group("asylum", (
        Field("case.asylum.host_country"),
        Field("person.whereabouts.since", "in_country_since"),
        *(Field(f"case.asylum.conditions.{name}") for name in _CONDITIONS))),
    Rows("applications", _applications, (
        (Field("row.country"), 20), (Field("row.kind"), 26), (Field("row.organisation"), 20), (Field("row.status"), 16),
        (Field(lambda copy, row: values.dated(copy.author, row.filed_on, row.filed_on_info), "date"), 17))),
    Rows("left_behind", _left_behind, (
        (Field(lambda _, row: outward.called(row), "name"), 34), (Field("row.relation"), 26),
        (Field(_whereabouts, "whereabouts"), 40))),
    Rows("in_canada", _in_canada, (
        (Field("row.name"), 28), (Field("row.relation"), 22), (Field("row.city"), 24), (Field("row.province"), 26))),
    Group("means", (
        Field("case.asylum.means_text"), Field("person.occupation"),
        Field("person.official_ability"), Field("person.intended_occupation"), Field("case.asylum.plans_text"))),
    Rows("ties", lambda copy: [
        (person, row) for person in copy.author.case.persons for row in (*person.service, *person.memberships)], (
        (Field(lambda _, row: outward.called(row[0]), "name"), 30),
        (Field(lambda copy, row: copy.author.value(row[1], "kind"), "kind"), 24),
        (Field(lambda _, row: getattr(row[1], "organisation", None) or getattr(row[1], "branch", None), "body"), 30),
        (Field(lambda copy, row: values.since(copy, row[1]), "from"), 17),
        (Field(lambda copy, row: values.until(copy, row[1]), "to"), 17))),
), note="topics_note")  # fmt: skip
