"""F01: the family is listed as a whole, with a name and a country of birth for each."""

from __future__ import annotations

from hrd_desktop.checklists import children
from hrd_desktop.checklists.facts import (
    CHILD_RELATIONS,
    PARTNER_RELATIONS,
    Facts,
    deceased,
    dependent_parents,
    other_partner,
)
from hrd_desktop.checklists.message import Param, rows
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import because
from hrd_desktop.core.person import Person

F01_CITATIONS = ("case", "person")
F01_CASE = {
    "complete": "count",
    "said_incomplete": "",
    "count_differs": "rows accompanying total",
    "partner_missing": "rows",
    "member_left_out": "rows",
    "not_asked": "",
}
_ALL_NAMED = "case.family_list.all_members_named"


def f01_case(facts: Facts, _person: Person) -> Derived:
    """Every family member is listed, coming along or not."""
    told = facts.case.family_list
    all_named = told.all_members_named if told else None
    found = {
        "said_incomplete": (_ALL_NAMED,) if all_named == "no" else (),
        "count_differs": counts_that_differ(facts),
        "partner_missing": _partners_not_listed(facts),
        "member_left_out": _left_out(facts),
    }
    against = [reason for reason, ids in found.items() if ids]
    if against:
        first = against[0]
        decisive = tuple(dict.fromkeys(one for reason in against for one in found[reason]))
        words: dict[str, Param] = {
            "rows": rows(found[first]),
            "accompanying": len(facts.accompanying),
            "total": len(facts.listed),
        }
        params = {gap: words[gap] for gap in F01_CASE[first].split()}
        return Derived("NOT_MET", because("F01", first, **params), decisive, places=decisive, citation="case")
    if all_named == "yes":
        why = because("F01", "complete", count=len(facts.listed))
        return Derived("MET", why, (_ALL_NAMED,), citation="case")
    return Derived("UNCLEAR", because("F01", "not_asked"), (_ALL_NAMED,), places=(_ALL_NAMED,), citation="case")


def counts_that_differ(facts: Facts) -> tuple[str, ...]:
    """The declared counts of other forms that differ from the persons of this file."""
    told = facts.case.family_list
    return tuple(
        row.id
        for row in (told.declared_counts if told else ())
        if row.accompanying not in (None, len(facts.accompanying)) or row.total not in (None, len(facts.listed))
    )


def _partners_not_listed(facts: Facts) -> tuple[str, ...]:
    """Unions of the principal applicant, standing or separated, with somebody who is neither listed nor deceased."""
    known = {person.id for person in facts.listed} | {p.id for p in facts.case.persons if deceased(p)}
    return tuple(
        row.id
        for row in facts.unions_of(facts.pa)
        if row.status in ("in_force", "separated") and other_partner(row, facts.pa.id) not in known
    )


def _left_out(facts: Facts) -> tuple[str, ...]:
    """Living persons marked as no part of the application who are family members in law, or may be."""
    maybe_children = {
        person.id for person in facts.case.persons if person.relation in CHILD_RELATIONS and _may_depend(facts, person)
    }

    def belongs(person: Person) -> bool:
        if person.relation == "grandchild":
            return any(parent.person in maybe_children for parent in dependent_parents(person))
        return person.relation in PARTNER_RELATIONS or person.id in maybe_children

    return tuple(
        person.id
        for person in facts.case.persons
        if person.plan == "not_included" and not deceased(person) and belongs(person)
    )


def _may_depend(facts: Facts, person: Person) -> bool:
    return any(reading.result != "NOT_MET" for reading in children.readings(facts, person))


F01_PERSON = {"there": "person", "no_country": "person", "no_name": "person"}


def named_members(facts: Facts) -> list[Person]:
    """Everyone whose name and country of birth the application must give, also the deceased."""
    return [person for person in facts.case.persons if person is not facts.pa and facts.family_role(person)]


def f01_person(_facts: Facts, person: Person) -> Derived:
    """Name and country of birth of a family member."""
    shown = rows([person.id])
    country = f"{person.id}.birth.country"
    names = f"{person.id}.names"
    if not person.names:
        return Derived("UNCLEAR", because("F01", "no_name", person=shown), (names,), places=(names,), citation="person")
    if person.birth is None or person.birth.country is None:
        why = because("F01", "no_country", person=shown)
        return Derived("UNCLEAR", why, (country,), places=(country,), citation="person")
    return Derived("MET", because("F01", "there", person=shown), (names, country), citation="person")
