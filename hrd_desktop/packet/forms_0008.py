"""IMM 0008: the fields of its groups in their order.

Fields, and that citizenship has two slots: as read from the form and its guide. Lengths and the two slots of former
countries: from programs that fill the online portal; the paper may differ, so they only make remarks. Known from use
alone, not from a source: the rule of six months in five years, the wording of the category, the kinds of dependants.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hrd_desktop.core.background import Address
from hrd_desktop.core.dates import DateInfo, PartialDate, add_months, span_of
from hrd_desktop.core.identity import Nationality, Stateless
from hrd_desktop.core.person import Person
from hrd_desktop.packet import form_values as values
from hrd_desktop.packet import outward
from hrd_desktop.packet.form_tables import Blocks, Copy, Field, FormTable, Group, Section, Told, Value

_HALF_A_YEAR = timedelta(days=181)
_YEARS_BACK = 5


def _interpreter(copy: Copy, _row: Any) -> Told:
    case = copy.author.case
    answer = copy.author.value(case, "interpreter_needed")
    if case.interview_language in (None, "en", "fr") or case.interpreter_needed == "yes":
        return answer
    return Value(answer or copy.author.text("form_not_recorded"), (copy.author.text("form_interpreter_expected"),))


def _sex(copy: Copy, _row: Any) -> Told:
    told = copy.author.value(copy.person, "sex_on_document")
    return Value(told, (copy.author.text("form_sex_x"),)) if copy.person.sex_on_document == "X" else told


def _other_name(copy: Copy, _row: Any) -> Told:
    return copy.author.words.code("answer", "yes") if values.other_names(copy) else None


def citizenships(copy: Copy) -> list[Nationality]:
    """What a person has or claims; a nationality that is lost or may be had is none."""
    return [row for row in copy.person.nationalities if row.status in ("has", "claims")]


def _citizenships(copy: Copy) -> list[Nationality | Stateless]:
    stateless = copy.person.stateless
    without = [stateless] if stateless is not None and stateless.claimed == "yes" else []
    return [*citizenships(copy), *without]


def _citizenship(copy: Copy, row: Nationality | Stateless) -> Told:
    if isinstance(row, Stateless):
        return copy.author.text("form_stateless")
    country = copy.author.country(row)
    return country if row.status == "has" else Value(country, (copy.author.value(row, "status"),))


def _status_now(copy: Copy, _row: Any) -> Told:
    asylum, where, on = copy.author.case.asylum, copy.person.whereabouts, copy.author.options.on
    held = [
        copy.author.value(row, "status")
        for row in (asylum.statuses if asylum is not None else [])
        if row.person == copy.person.id
        and (row.end is None or row.end.last >= on)
        and (where is None or row.country == where.country)
    ]
    return "\n".join(dict.fromkeys(held))


@dataclass(frozen=True)
class Stay:
    """All the time in one country, as the addresses tell it."""

    country: str
    status: str
    start: PartialDate
    start_info: DateInfo | None
    end: PartialDate | None
    end_info: DateInfo | None


def former_countries(copy: Copy) -> list[Stay]:
    """Other countries of the last five years, half a year or more on some reading of the dates, the newest first."""
    on, where = copy.author.options.on, copy.person.whereabouts
    here = where.country if where is not None else None
    by_country: dict[str, list[Address]] = {}
    for row in copy.person.addresses:
        if row.country != here:
            by_country.setdefault(row.country, []).append(row)
    stays: list[tuple[Any, Stay]] = []
    for code, rows in by_country.items():
        first = min(rows, key=lambda row: row.start.first)
        last = max(rows, key=lambda row: row.end.last if row.end is not None else row.start.last)
        begun = span_of(first.start, first.start_info)
        ended = span_of(last.end, last.end_info) or span_of(last.start, last.start_info)
        assert begun is not None
        assert ended is not None
        if ended.last < add_months(on, -12 * _YEARS_BACK) or ended.last - begun.first < _HALF_A_YEAR:
            continue
        standing = [row.status_there for row in copy.person.history if row.country == code and row.status_there]
        told = "\n".join(dict.fromkeys(standing))
        stay = Stay(copy.author.words.country(code), told, first.start, first.start_info, last.end, last.end_info)
        stays.append((ended.last, stay))
    return [stay for _, stay in sorted(stays, key=lambda each: each[0], reverse=True)]


def _partner(copy: Copy, _row: Any) -> Told:
    held = values.unions(copy, past=False)
    return "\n".join(values.partner_of(copy.author, copy.person, union) for union in held)


def _home(name: str) -> Field:
    def tell(copy: Copy, _row: Any) -> Told:
        row = values.home(copy)
        if row is None:
            return None
        if name == "street":
            return values.street(copy, row)
        if name in ("district", "postal_code") and values.is_hidden(copy, row):
            return copy.author.text("form_held_apart")
        return values.plain(copy.author, row, name)

    return Field(tell, f"home_{name}", 30 if name == "city" else 7 if name == "postal_code" else 0)


def _years(copy: Copy, _row: Any) -> Told:
    years = copy.person.education_years
    held = [] if years is None else [
        years.elementary, years.secondary, years.university_or_college, years.trade_or_other]  # fmt: skip
    known = [each for each in held if each is not None]
    return str(sum(known)) if known else None


def _native(copy: Copy, _row: Any) -> Told:
    spoken = [row.language for row in copy.person.languages if row.use == "native"]
    return "\n".join(copy.author.words.language(tag) for tag in spoken)


_PAPER = (
    Field("row.kind"),
    Field("row.number", most=20),
    Field("row.country", "paper_country"),
    Field("row.issued_on"),
    Field("row.expires_on"),
    Field("row.held"),
)

NAME = Group("name", (
    Field(lambda copy, _: values.family_name(copy.author, values.first_name(copy.person)), "family", 100),
    Field(lambda copy, _: values.given_name(copy.author, values.first_name(copy.person)), "given", 100),
))  # fmt: skip

_OTHER_NAMES = Blocks("other_names", values.other_names, (
    Field("row.kind"),
    Field(lambda copy, row: values.family_name(copy.author, row), "other_family", 100),
    Field(lambda copy, row: values.given_name(copy.author, row), "other_given", 100),
), slots=1, first=(Field(_other_name, "other_name"),))  # fmt: skip

PERSONAL: Sequence[Section] = (
    NAME,
    _OTHER_NAMES,
    Group("physical", (
        Field("person.uci"), Field(_sex, "sex"), Field("person.eye_colour"), Field("person.height_cm"))),
    Group("birth", (
        Field(lambda copy, _: values.born(copy.author, copy.person.birth), "birth_date"),
        Field("person.birth.city", most=30),
        Field("person.birth.country"))),
    Blocks("citizenship", _citizenships, (Field(_citizenship, "citizenship"),), slots=2),
    Group("residence", (
        Field("person.whereabouts.country", "current_country"),
        Field(_status_now, "current_status", 30),
        Field("person.whereabouts.since", "from"))),
    Blocks("former_countries", former_countries, (
        Field(lambda _, row: row.country, "country"),
        Field(lambda _, row: row.status, "status_there"),
        Field(values.since, "from"),
        Field(values.until, "to")), slots=2),
    Group("marital", (
        Field("person.marital_status"), Field("person.marital_status_since"), Field(_partner, "partner_name"))),
    Blocks("former_unions", lambda copy: values.unions(copy, past=True), (
        Field(lambda copy, row: values.partner_of(copy.author, copy.person, row), "partner_name"),
        Field("row.kind"),
        Field(values.since, "from"),
        Field(lambda copy, row: values.dated(copy.author, row.end or row.separated_since), "to")), slots=1),
)  # fmt: skip

_CONTACT = Group("contact", (
    Field("person.contact.mailing_address"),
    _home("street"), _home("city"), _home("country"), _home("postal_code"), _home("district"),
    Field("person.contact.phone_kind"),
    Field("person.contact.phone_country_code", most=4),
    Field("person.contact.phone", most=20),
    Field("person.contact.email"),
))  # fmt: skip

PAPERS: Sequence[Section] = (
    Blocks("passport", values.passports, _PAPER, slots=1, first=(Field(values.has_valid_passport, "has_passport"),)),
    Blocks(
        "identity_card", values.identity_cards, _PAPER, slots=1, first=(Field(values.has_identity_card, "has_card"),)
    ),
)
SCHOOL: Sequence[Section] = (
    Group("education", (
        Field("person.education_level"),
        Field(_years, "years_in_all"),
        Field("person.occupation", most=50),
        Field("person.intended_occupation", most=50))),
    Group("language", (
        Field(_native, "native_language"), Field("person.official_ability"), Field("person.language_test"))),
)  # fmt: skip

_APPLICATION = Group("application", (
    Field("case.correspondence_language"),
    Field("case.interview_language"),
    Field(_interpreter, "interpreter"),
    Field("case.intended_province"),
    Field("case.intended_city"),
    Field(lambda copy, _: copy.author.text("form_refugee"), "programme"),
    Field("case.refugee_class"),
))  # fmt: skip


def _accompanying(copy: Copy, _row: Any) -> Told:
    return copy.author.words.code("answer", "yes" if copy.person.plan == "accompanying" else "no")


DEPENDANT: Sequence[Section] = (
    Group("dependant", (
        Field(_accompanying, "accompanying"),
        Field("person.relation"),
        Field("person.dependency.type2_claimed"))),
    *PERSONAL,
    *SCHOOL,
    *PAPERS,
)  # fmt: skip

DEPENDANT_SLOTS = 5
"""Older checklists ask for another sheet for more than five; whether the form of today still has five is not known."""


def dependants(author_persons: Sequence[Person], principal: str) -> list[Person]:
    """Everyone of the application but the principal applicant; who has a case of their own is listed there."""
    return [person for person in author_persons if person.id != principal and person.plan != "linked_case"]


def listed(copy: Copy) -> list[Person]:
    """The dependants of this case."""
    case = copy.author.case
    return dependants(outward.persons_of_the_packet(case), case.principal)


IMM_0008 = FormTable("imm_0008", "imm_0008", (_APPLICATION, *PERSONAL, _CONTACT, *PAPERS, *SCHOOL))
