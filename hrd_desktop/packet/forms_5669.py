"""IMM 5669, Schedule A: columns and order as read from the form; one for each adult.

How many rows the form has is not known, so that no table is cut here. Known from use alone: unit and commander, dates
and places of combat, no box of a post office.
"""

from __future__ import annotations

from typing import Any

from hrd_desktop.core.background import Address, Government, Membership, Service
from hrd_desktop.core.codes import ParentRole
from hrd_desktop.core.kin import Parent
from hrd_desktop.core.timeline import in_order
from hrd_desktop.packet import form_values as values
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import joined
from hrd_desktop.packet.form_tables import Blocks, Copy, Field, FormTable, Group, Rows, Told, Value

_HEALTH = "k"  # a serious disease or disorder: health goes to whom the person agrees it may


def _who(copy: Copy, _row: Any) -> Told:
    principal = copy.person.id == copy.author.case.principal
    return copy.author.text("form_principal" if principal else "form_spouse_or_dependant")


def _parent(role: ParentRole, name: str) -> Field:
    def tell(copy: Copy, _row: Any) -> Told:
        found = _parent_of(copy, role)
        if found is None:
            return None
        known = next((one for one in copy.author.case.persons if one.id == found.person), None)
        if known is None:
            return values.plain(copy.author, found, name)
        first = values.first_name(known)
        match name:
            case "family":
                return values.family_name(copy.author, first)
            case "given":
                return values.given_name(copy.author, first)
            case "birth_date":
                return values.born(copy.author, known.birth)
            case "birth_place":
                return known.birth.city if known.birth is not None else None
            case "birth_country":
                return copy.author.country(known.birth) if known.birth is not None else None
            case _:
                return values.plain(copy.author, found, name)

    return Field(tell, f"parent_{name}")


def _parent_of(copy: Copy, role: ParentRole) -> Parent | None:
    """By blood or adoption before step and foster."""
    found = [parent for parent in copy.person.parents if parent.role == role]
    return min(found, key=lambda parent: parent.kind not in ("biological", "adoptive"), default=None)


def _of_parent(role: ParentRole) -> Group:
    names = ("family", "given", "birth_date", "birth_place", "birth_country", "death_date")
    return Group(role, [_parent(role, name) for name in names])


def _reply(letter: str) -> Field:
    def tell(copy: Copy, _row: Any) -> Told:
        author = copy.author
        reply = getattr(copy.person.background, letter) if copy.person.background is not None else None
        if reply is None:
            return None
        options = author.options
        if letter == _HEALTH and not outward.agreed(
            author.case, copy.person.id, "share_medical", options.recipient, options.on
        ):
            return author.text("form_health_apart")
        countries = author.value(reply, "countries")
        return Value("\n".join(part for part in (author.value(reply, "answer"), countries, reply.details) if part))

    return Field(tell, f"question_{letter}")


def _in_own_script(copy: Copy, _row: Any) -> Told:
    return outward.native_name(copy.person)


def _work(copy: Copy, row: Any) -> Told:
    return joined(copy.author.value(row, "activity"), row.title, by="\n")


def _level(copy: Copy, row: Government) -> Told:
    return joined(copy.author.country(row), copy.author.value(row, "level"), by="\n")


def _post(_copy: Copy, row: Government) -> Told:
    return joined(row.position, row.activities, by="\n")


def _city_country(copy: Copy, row: Membership) -> Told:
    return joined(row.city, copy.author.country(row))


def _kind_of_service(copy: Copy, row: Service) -> Told:
    return joined(copy.author.value(row, "kind"), row.branch, row.unit, row.commander, by="\n")


def _combat(copy: Copy, row: Service) -> Told:
    return joined(copy.author.value(row, "combat"), row.combat_text, by="\n")


def _end_of_service(copy: Copy, row: Service) -> Told:
    return joined(copy.author.value(row, "end_reason"), row.end_text, by="\n")


def _where(copy: Copy, row: Address) -> Told:
    if values.is_hidden(copy, row):
        return row.city
    return joined(row.city, row.district, by="\n")


def _postal(copy: Copy, row: Address) -> Told:
    return None if values.is_hidden(copy, row) else row.postal_code


_FROM, _TO = (Field(values.since, "from"), 15.0), (Field(values.until, "to"), 15.0)
_PLACE = (Field(values.place, "place"), 20.0)

IMM_5669 = FormTable("imm_5669", "imm_5669", (
    Group("applicant", (
        Field(_who, "who"),
        Field(lambda copy, _: values.family_name(copy.author, values.first_name(copy.person)), "family"),
        Field(lambda copy, _: values.given_name(copy.author, values.first_name(copy.person)), "given"),
        Field(_in_own_script, "own_script"),
        Field(lambda copy, _: values.born(copy.author, copy.person.birth), "birth_date"))),
    _of_parent("father"),
    _of_parent("mother"),
    Group("questions", [_reply(letter) for letter in "abcdefghijk"]),
    Group("education_years", [
        Field(f"person.education_years.{name}")
        for name in ("elementary", "secondary", "university_or_college", "trade_or_other")]),
    Rows("education_rows", lambda copy: in_order(copy.person.education), (
        _FROM, _TO, (Field("row.institution"), 24), _PLACE, (Field("row.certificate"), 20),
        (Field("row.field_of_study"), 18))),
    Rows("history", lambda copy: in_order(copy.person.history), (
        _FROM, _TO, (Field(_work, "activity"), 24), _PLACE, (Field("row.status_there"), 16),
        (Field("row.employer"), 22)), note="history_note"),
    Rows("memberships", lambda copy: in_order(copy.person.memberships), (
        _FROM, _TO, (Field("row.organisation"), 24), (Field("row.kind"), 23),
        (Field("row.role", "membership_role"), 19), (Field(_city_country, "place"), 18)), "memberships"),
    Rows("government", lambda copy: in_order(copy.person.government), (
        _FROM, _TO, (Field(_level, "country_level"), 20), (Field("row.department"), 24),
        (Field(_post, "government_post"), 34)), "government"),
    Blocks("service", lambda copy: in_order(copy.person.service), (
        Field("row.country"),
        Field(values.since, "from"),
        Field(values.until, "to"),
        Field(_kind_of_service, "service_kind"),
        Field("row.ranks"),
        Field(_combat, "combat"),
        Field(_end_of_service, "service_end")), listed="service"),
    Rows("addresses", lambda copy: in_order(copy.person.addresses), (
        _FROM, _TO, (Field(values.street, "street"), 26), (Field(_where, "city_district"), 22),
        (Field(_postal, "postal"), 12), (Field("row.country"), 18)), note="addresses_note"),
    Group("interpreter_used", (Field("case.interview_language"), Field("case.interpreter_needed"))),
), note="declaration_note")  # fmt: skip
