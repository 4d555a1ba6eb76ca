"""E14: the least that an application must contain in law, and its signed forms once it has been submitted."""

from __future__ import annotations

from collections.abc import Iterator

from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.message import Coded, Field, Message, Param, rows
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import Rows, because
from hrd_desktop.core.codes import FormCode
from hrd_desktop.core.person import Person

E14 = {"complete": "", "missing": "fields persons", "missing_representative": "fields", "unsigned": "forms persons"}


def e14(facts: Facts, _person: Person, others: Rows) -> Derived:
    """Nothing that the Regulations want is missing; forms need no signature before the application is submitted."""
    unsigned = list(_unsigned(facts, others)) if facts.done("application_submitted") else []
    if unsigned:
        forms: Param = tuple(dict.fromkeys(Coded("form_code", form) for form, _ in unsigned))
        persons = rows(dict.fromkeys(person.id for _, person in unsigned))
        found = tuple(dict.fromkeys(row for form, person in unsigned for row in _copies(facts, form, person)))
        return Derived("NOT_MET", because("E14", "unsigned", forms=forms, persons=persons), found, places=found)
    missing = [*_of_persons(facts), *_of_representative(facts)]
    if missing:
        places = tuple(field.place for field in missing)
        return Derived("UNCLEAR", _missing_why(missing), places, places=places)
    return Derived("MET", because("E14", "complete"), tuple(person.id for person in facts.listed))


def _missing_why(missing: list[Field]) -> Message:
    """Each kind of field once, with the people it is about."""
    once: dict[tuple[str, str], Field] = {}
    for field in missing:
        once.setdefault((field.object_name, field.name), field)
    fields: Param = tuple(once.values())
    people = dict.fromkeys(head for field in missing if (head := field.place.partition(".")[0]) != "case")
    if not people:
        return because("E14", "missing_representative", fields=fields)
    return because("E14", "missing", fields=fields, persons=rows(people))


def _of_persons(facts: Facts) -> Iterator[Field]:
    at_home = any(row.ongoing for row in facts.pa.addresses)
    signers = {person.id for person in facts.schedule_a_signers}
    travelling = {person.id for person in facts.accompanying}
    listed = {person.id for person in facts.listed}
    for person in facts.case.persons:
        if person.id in listed and (person.birth is None or person.birth.country is None):
            yield Field("birth", "country", f"{person.id}.birth.country")
        if person.id in travelling and not _has_address(person, at_home):
            yield Field("person", "addresses", f"{person.id}.addresses")
        if person.id in signers and person.marital_status in (None, "unknown"):
            yield Field("person", "marital_status", f"{person.id}.marital_status")


def _has_address(person: Person, principal_has_one: bool) -> bool:
    if any(row.ongoing for row in person.addresses):
        return True
    shares = person.household is not None and person.household.with_principal == "yes"
    return shares and principal_has_one


def _of_representative(facts: Facts) -> Iterator[Field]:
    """A name, an address and a telephone; of one who is paid also the body that regulates them and their number."""
    told = facts.case.representative
    if told is None:
        return
    lacking = {
        "family": not (told.family or told.organisation),
        "postal_address": not told.postal_address,
        "phone": not told.phone,
        "body": told.paid == "yes" and told.body in (None, "none"),
        "membership_number": told.paid == "yes" and not told.membership_number,
    }
    for key, lacks in lacking.items():
        if lacks:
            yield Field("representative", key, f"case.representative.{key}")


def _unsigned(facts: Facts, others: Rows) -> Iterator[tuple[FormCode, Person]]:
    """The forms that had to be signed by now and are not, with the person whose copy it is."""
    forms = {row.id: row for row in facts.case.forms}
    wanted: list[tuple[FormCode, Person]] = [("imm_0008", facts.pa), ("imm_0008_schedule_2", facts.pa)]
    for person in facts.schedule_a_signers:
        signature = others.final("D-SIGN", person)
        if signature is not None and signature.result == "MET":
            wanted.append(("imm_5669", person))
    for code, person in wanted:
        if not any(row in forms and facts.signed(forms[row]) for row in _copies(facts, code, person)):
            yield code, person


def _copies(facts: Facts, code: FormCode, person: Person) -> tuple[str, ...]:
    """The rows of a person's copies of a form, or where they would stand; forms of the case may name nobody."""
    whose = (person.id,) if code == "imm_5669" else (None, person.id)
    return tuple(row.id for row in facts.case.forms if row.form == code and row.person in whose) or ("case.forms",)
