"""F12: who has custody of a child who travels, and whether a parent who stays behind agrees."""

from __future__ import annotations

from hrd_desktop.checklists.facts import Facts, deceased, dependent_parents
from hrd_desktop.checklists.kinship import interests_judged
from hrd_desktop.checklists.message import rows
from hrd_desktop.checklists.results import Derived, Severity
from hrd_desktop.checklists.rule import because
from hrd_desktop.core.kin import Parent
from hrd_desktop.core.person import Person

F12 = {
    "adult": "age day",
    "parents": "rows",
    "judged": "",
    "custody": "",
    "agreed": "rows",
    "open": "rows",
    "one_parent": "",
    "alone": "",
}
_CHILDREN = frozenset({"child", "child_of_partner", "grandchild"})
_HOLDERS = frozenset({"principal", "accompanying_parent"})
_BASES = frozenset({"law", "court_order", "written_agreement", "death_of_other"})


def in_care(facts: Facts) -> list[Person]:
    """The children who travel, and a principal applicant who is not an adult yet on the application day."""
    return [
        person
        for person in facts.listed
        if (person.relation in _CHILDREN and person.plan == "accompanying")
        or (person is facts.pa and not _maybe_adult(facts, person))
    ]


def f12(facts: Facts, person: Person) -> Derived:
    """Both parents travel, or what shows that the child may go with the one who does."""
    if _maybe_adult(facts, person):
        why = because("F12", "adult", age=facts.constants.adult_age, day=facts.application_day)
        return Derived("NOT_APPLICABLE", why, (f"{person.id}.birth.date",))
    parents = dependent_parents(person)
    away = [row for row in parents if not _travels(row, facts) and not _dead(row, facts)]
    known = tuple(row.id for row in parents)
    judged = f"{person.id}.custody.best_interests"
    if alone(facts, person):
        if interests_judged(person):
            return Derived("MET", because("F12", "judged"), (judged,))
        return Derived("UNCLEAR", because("F12", "alone"), known or (judged,), places=(judged,), severity="BLOCK")
    if len(parents) > 1 and not away:
        return Derived("MET", because("F12", "parents", rows=rows(known)), known)
    if interests_judged(person):
        return Derived("MET", because("F12", "judged"), (judged,))
    custody = person.custody
    if custody is not None and custody.holder in _HOLDERS and custody.basis in _BASES:
        return Derived("MET", because("F12", "custody"), (f"{person.id}.custody",))
    others = tuple(row.id for row in away)
    if away and all(row.consents_to_departure == "yes" for row in away):
        return Derived("MET", because("F12", "agreed", rows=rows(others)), others)
    if not away:
        missing = (f"{person.id}.parents", f"{person.id}.custody")
        return Derived("UNCLEAR", because("F12", "one_parent"), known, places=missing)
    places = (*(f"{row.id}.consents_to_departure" for row in away), f"{person.id}.custody")
    return Derived("UNCLEAR", because("F12", "open", rows=rows(others)), others, places=places)


def alone(facts: Facts, person: Person) -> bool:
    """Whether nobody who travels is a parent of the person in law; the principal applicant travels without parents."""
    return person is facts.pa or not any(_travels(row, facts) for row in dependent_parents(person))


def f12_weight(facts: Facts, person: Person) -> Severity:
    return "BLOCK" if alone(facts, person) else "WARN"


def _maybe_adult(facts: Facts, person: Person) -> bool:
    return facts.possibly(facts.constants.adult_age, person, facts.application_day)


def _travels(row: Parent, facts: Facts) -> bool:
    parent = facts.persons.get(row.person or "")
    return parent is not None and parent.plan == "accompanying" and not deceased(parent)


def _dead(row: Parent, facts: Facts) -> bool:
    parent = facts.persons.get(row.person or "")
    return deceased(parent) if parent is not None else row.status == "dead"
