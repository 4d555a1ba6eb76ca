"""The resettlement registration form of UNHCR, which UNHCR alone fills in: facts for it, in the order of its sections.

Sections 1, 2 and 4 to 7 are named in UNHCR's handbook; so are the case size, the two categories, the priority and that
confidential parts stand apart. The other fields are known from use alone. Needs of health are told in their own part.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hrd_desktop.core.kin import Parent
from hrd_desktop.core.person import Person
from hrd_desktop.packet import form_values as values
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import joined
from hrd_desktop.packet.form_tables import Copy, Field, FormTable, Group, Pointer, Rows, Section, Told
from hrd_desktop.packet.forms_0008 import citizenships
from hrd_desktop.packet.forms_schedule_2 import elsewhere


def _size(copy: Copy, _row: Any) -> Told:
    listed = outward.persons_of_the_packet(copy.author.case)
    return str(sum(person.plan == "accompanying" for person in listed))


def _linked(copy: Copy, _row: Any) -> Told:
    return "\n".join(p.linked_case_code for p in copy.author.case.persons if p.linked_case_code)


def _origin(copy: Copy, _row: Any) -> Told:
    return "\n".join(copy.author.country(row) for row in citizenships(copy))


def _address(copy: Copy, _row: Any) -> Told:
    row = values.home(copy)
    if row is None:
        return None
    if values.is_hidden(copy, row):
        return copy.author.text("form_held_apart")
    return joined(row.street, row.unit, row.city, row.district, copy.author.country(row))


def _language_and_interpreter(copy: Copy, row: Any) -> Told:
    return copy.author.value(row, "language")


def _other_names(copy: Copy, _row: Any) -> Told:
    return "\n".join(outward.in_one(name) for name in outward.names(copy.person)[1:])


def _nationalities(copy: Copy, _row: Any) -> Told:
    author = copy.author
    return "\n".join(joined(author.country(row), author.value(row, "status")) for row in copy.person.nationalities)


def _ethnicity(copy: Copy, _row: Any) -> Told:
    return copy.person.ethnicity if outward.ethnicity_may_be_told(copy.author.case) else None


def _religion(copy: Copy, _row: Any) -> Told:
    return copy.person.religion if outward.religion_may_be_told(copy.author.case) else None


def _parents(copy: Copy, _row: Any) -> Told:
    return "\n".join(_parent(copy, row) for row in copy.person.parents)


def _parent(copy: Copy, row: Parent) -> str:
    called = copy.author.person(row.person) if row.person is not None else joined(row.given, row.family, by=" ")
    return joined(called, copy.author.value(row, "role"))


def _languages(copy: Copy, _row: Any) -> Told:
    return "\n".join(copy.author.words.language(row.language) for row in copy.person.languages)


def _relatives(copy: Copy) -> list[Person]:
    return [person for person in copy.author.case.persons if person.plan != "accompanying"]


def _birth_date(copy: Copy, row: Person) -> Told:
    return values.born(copy.author, row.birth)


def _birth_place(copy: Copy, row: Person) -> Told:
    return joined(row.birth.city, copy.author.country(row.birth)) if row.birth is not None else None


def _whereabouts(copy: Copy, row: Person) -> Told:
    where = row.whereabouts
    return joined(copy.author.value(where, "status"), copy.author.country(where), by="\n") if where else None


def _needs(copy: Copy) -> str:
    if copy.author.options.number("needs"):
        return elsewhere(copy, "needs")
    return copy.author.text("form_health_apart")


CASE_INFORMATION: Sequence[Section] = (
    Group("rrf_case", (
        Field("case.code"),
        Field("case.partner_reference"),
        Field("case.priority"),
        Field("case.submission_categories"),
        Field(_size, "case_size"),
        Field(_linked, "linked_cases"),
        Field(_origin, "country_of_origin"),
        Field("case.asylum.host_country"),
        Field(_address, "address"),
        Field("case.unhcr_office"))),
    Rows("rrf_interviews", lambda copy: copy.author.case.interviews, (
        (Field("row.date"), 25), (Field(_language_and_interpreter, "language"), 75))),
)  # fmt: skip

INDIVIDUAL: Sequence[Section] = (
    Group("rrf_individual", (
        Field(lambda copy, _: values.family_name(copy.author, values.first_name(copy.person)), "family"),
        Field(lambda copy, _: values.given_name(copy.author, values.first_name(copy.person)), "given"),
        Field(_other_names, "other_names"),
        Field("person.relation"),
        Field("person.sex_on_document"),
        Field(lambda copy, _: values.born(copy.author, copy.person.birth), "birth_date"),
        Field("person.birth.city"),
        Field("person.birth.country"),
        Field(_nationalities, "nationalities"),
        Field(_ethnicity, "ethnicity"),
        Field(_religion, "religion"),
        Field("person.marital_status"),
        Field(_parents, "parents"),
        Field("person.education_level"),
        Field("person.occupation"),
        Field(_languages, "languages"),
        Field("person.whereabouts.since", "in_country_since"))),
    Rows("rrf_status", lambda copy: [
        row for row in (copy.author.case.asylum.statuses if copy.author.case.asylum else [])
        if row.person == copy.person.id], (
        (Field("row.country"), 22), (Field("row.status"), 30), (Field("row.number"), 22),
        (Field(values.since, "from"), 17), (Field(values.until, "to"), 17))),
    Rows("rrf_documents", lambda copy: copy.person.documents, (
        (Field("row.kind"), 28), (Field("row.country"), 20), (Field("row.number"), 20), (Field("row.issued_on"), 16),
        (Field("row.expires_on"), 16)), "documents"),
)  # fmt: skip

REST: Sequence[Section] = (
    Rows("rrf_relatives", _relatives, (
        (Field(lambda _, row: outward.called(row), "name"), 26), (Field("row.relation"), 20),
        (Field(_birth_date, "birth_date"), 17), (Field(_birth_place, "birth_place"), 20),
        (Field(_whereabouts, "whereabouts"), 22))),
    Rows("in_canada", lambda copy: copy.author.case.relatives_in_canada, (
        (Field("row.name"), 28), (Field("row.relation"), 22), (Field("row.city"), 24), (Field("row.province"), 26))),
    Pointer("rrf_claim", lambda copy: elsewhere(copy, "claim", ("claim",))),
    Pointer("rrf_need", lambda copy: elsewhere(copy, "need", ("resettlement_need",))),
    Pointer("rrf_needs", _needs),
)  # fmt: skip

RRF = FormTable("rrf", "rrf", CASE_INFORMATION, note="rrf_note")
