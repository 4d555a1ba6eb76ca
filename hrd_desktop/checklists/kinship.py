"""F02, F08, F09 and F11: who is a family member in law, children of children, and who needs a case of their own."""

from __future__ import annotations

from collections.abc import Iterable

from hrd_desktop.checklists.facts import (
    CHILD_RELATIONS,
    FAMILY_RELATIONS,
    Facts,
    dependent_parents,
    other_partner,
    partners,
)
from hrd_desktop.checklists.message import Coded, Field, Param, Row, rows
from hrd_desktop.checklists.results import Derived, Severity
from hrd_desktop.checklists.rule import Rows, because
from hrd_desktop.core.kin import Dependency, Household
from hrd_desktop.core.person import Person

MARRIAGES = frozenset({"civil_marriage", "religious_marriage", "customary_marriage"})

F02 = {"linked": "relation rows", "open": "relation", "other_relation": "relation"}


def listed_relatives(facts: Facts) -> list[Person]:
    """Everybody but the principal applicant who has a part in the application or a linked case, also the deceased."""
    return [person for person in facts.case.persons if person is not facts.pa and person.plan != "not_included"]


def f02(facts: Facts, person: Person) -> Derived:
    """A family member in law: the relation, and the row that records the link."""
    relation = Coded("relation", person.relation)
    place = (f"{person.id}.relation",)
    if person.relation not in FAMILY_RELATIONS:
        return Derived("NOT_MET", because("F02", "other_relation", relation=relation), place)
    found = tuple(_links(facts, person))
    if found:
        return Derived("MET", because("F02", "linked", relation=relation, rows=rows(found)), found)
    places = ("case.unions",) if person.relation in ("spouse", "common_law_partner") else (f"{person.id}.parents",)
    return Derived("UNCLEAR", because("F02", "open", relation=relation), place, places=places)


def _links(facts: Facts, person: Person) -> Iterable[str]:
    """The unions or parent rows that make the link of the person's relation."""
    if person.relation in ("spouse", "common_law_partner"):
        with_pa = [row for row in facts.unions_of(person) if facts.pa.id in partners(row)]
        return [row.id for row in with_pa if person.relation == "common_law_partner" or row.kind in MARRIAGES]
    match person.relation:
        case "child":
            named = {facts.pa.id}
        case "child_of_partner":
            in_force = [row for row in facts.unions_of(facts.pa) if row.status == "in_force"]
            named = {other for row in in_force if (other := other_partner(row, facts.pa.id)) is not None}
        case _:
            named = {one.id for one in facts.case.persons if one.relation in CHILD_RELATIONS}
    return [row.id for row in dependent_parents(person) if row.person in named]


def f02_weight(_facts: Facts, person: Person) -> Severity:
    """A relation that is none of the family stops somebody who travels, warns for a later one, and else informs."""
    weights: dict[str, Severity] = {"accompanying": "BLOCK", "non_accompanying": "WARN"}
    return weights.get(person.plan, "INFO")


F08 = {"follows": "parent", "follows_open": "parent", "no_parent": ""}


def grandchildren(facts: Facts) -> list[Person]:
    return [person for person in facts.fam if person.relation == "grandchild"]


def f08(facts: Facts, person: Person, others: Rows) -> Derived:
    """A child of a dependent child: as the parent's own row, on which it rests."""
    for link in dependent_parents(person):
        parent = facts.persons.get(link.person or "")
        row = None if parent is None else others.final("F06", parent)
        if parent is None or row is None:
            continue
        found = row.rows or (f"{parent.id}.F06",)
        if row.clear:
            return Derived("MET", because("F08", "follows", parent=Row(parent.id)), found)
        why = because("F08", "follows_open", parent=Row(parent.id))
        return Derived(row.result, why, found, places=row.places)
    place = (f"{person.id}.parents",)
    return Derived("UNCLEAR", because("F08", "no_parent"), place, places=place)


F09 = {"shares": ""}


def travelling_members(facts: Facts) -> list[Person]:
    return [person for person in facts.fam if person.plan == "accompanying"]


def f09(_facts: Facts, person: Person) -> Derived:
    """Family members share the class of the principal applicant."""
    return Derived("MET", because("F09", "shares"), (f"{person.id}.plan",))


F11 = {"travels": "relation", "shown": "", "open": "fields"}


def other_relatives(facts: Facts) -> list[Person]:
    """People of the household who are no family members in law and have a plan all the same."""
    plans = ("accompanying", "linked_case")
    return [p for p in facts.case.persons if p.relation not in (*FAMILY_RELATIONS, "principal") and p.plan in plans]


def f11(facts: Facts, person: Person) -> Derived:
    """A person who depends on the household without being family in law: an own case, linked to this one."""
    if person.plan == "accompanying":
        why = because("F11", "travels", relation=Coded("relation", person.relation))
        return Derived("NOT_MET", why, (f"{person.id}.plan", f"{person.id}.relation"))
    missing = _linked_case_open(facts, person)
    if missing:
        places = tuple(field.place for field in missing)
        fields: Param = tuple(missing)
        return Derived("UNCLEAR", because("F11", "open", fields=fields), places, places=places)
    return Derived("MET", because("F11", "shown"), (f"{person.id}.household", f"{person.id}.dependency"))


def _linked_case_open(facts: Facts, person: Person) -> list[Field]:
    """What a linked case still lacks; a child also needs a best-interests paper and the guardian's form."""
    household, dependency = person.household or Household(), person.dependency or Dependency()
    missing = []
    if household.with_principal != "yes":
        missing.append(Field("household", "with_principal", f"{person.id}.household.with_principal"))
    if "yes" not in (dependency.emotional, dependency.economic):
        missing += [Field("dependency", key, f"{person.id}.dependency.{key}") for key in ("emotional", "economic")]
    if person.linked_case_code is None:
        missing.append(Field("person", "linked_case_code", f"{person.id}.linked_case_code"))
    if facts.possibly(facts.constants.adult_age, person, facts.application_day):
        return missing
    if not interests_judged(person):
        missing.append(Field("custody", "best_interests", f"{person.id}.custody.best_interests"))
    guardian_forms = [row for row in facts.case.forms if (row.form, row.person) == ("imm_5590", person.id)]
    if not any(row.status == "signed" and (row.signed_on or facts.on) <= facts.on for row in guardian_forms):
        missing.append(Field("case", "forms", "case.forms"))
    return missing


def interests_judged(person: Person) -> bool:
    """Whether the best interests of the child have been assessed or determined."""
    return person.custody is not None and person.custody.best_interests == "done"
