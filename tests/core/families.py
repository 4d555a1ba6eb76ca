"""Invented families for the tests of the family tree: a person in one line, a link in another."""

from __future__ import annotations

from datetime import date
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import ParentKind, ParentRole, Plan, Relation, UnionStatus
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.kin import FamilyList, Parent, Union
from hrd_desktop.core.person import Person

_GIVEN = ("Aldo", "Bela", "Cira", "Doru", "Edda", "Finn", "Gala", "Hugo", "Ilsa", "Jaro", "Kaia", "Levo", "Mira")


class Family:
    """A case of a family, built link by link. P1 is the principal applicant."""

    def __init__(self) -> None:
        self.case = Case(
            code="FAM-1", opened_on=date(2026, 1, 5), stage="intake", stream="hrd", principal="P1", persons=[]
        )
        self._rows = 0
        self.add("principal", 1985)

    def add(self, relation: Relation, born: int | str | None = None, plan: Plan = "accompanying", **facts: Any) -> str:
        """Another person; returns the id."""
        number = len(self.case.persons) + 1
        name = Name(id=f"N{number}", kind="document", given=_GIVEN[number % len(_GIVEN)], family="Oversund")
        birth = None if born is None else Birth(date=PartialDate.parse(str(born)))
        self.case.persons.append(
            Person(id=f"P{number}", relation=relation, plan=plan, names=[name], birth=birth, **facts)
        )
        return f"P{number}"

    def person(self, key: str) -> Person:
        return next(person for person in self.case.persons if person.id == key)

    def parent(
        self, child: str, parent: str | None = None, *, kind: ParentKind = "biological", role: ParentRole = "mother",
        given: str | None = None, family: str | None = None,
    ) -> str:  # fmt: skip
        """A parent row: of a person of the case, or by name."""
        self._rows += 1
        row = Parent(id=f"PR{self._rows}", person=parent, role=role, kind=kind, given=given, family=family)
        self.person(child).parents.append(row)
        return row.id

    def children(self, parents: list[str], born: list[int], relation: Relation = "child") -> list[str]:
        """Children of both parents, one for each year of birth."""
        made = [self.add(relation, year) for year in born]
        for child in made:
            for parent in parents:
                self.parent(child, parent)
        return made

    def union(self, a: str, b: str | None = None, *, name: str | None = None, status: UnionStatus = "in_force") -> str:
        """A union of two persons, or with somebody by name."""
        key = f"U{len(self.case.unions) + 1}"
        self.case.unions.append(
            Union(id=key, partner_a=a, partner_b=b, partner_b_name=name, kind="civil_marriage", status=status)
        )
        return key


def small() -> Case:
    """Two parents, two children, four grandparents by name."""
    family = Family()
    spouse = family.add("spouse", 1987, marital_status="married")
    family.union("P1", spouse)
    family.children(["P1", spouse], [2006, 2012])
    for child in ("P1", spouse):
        family.parent(child, given="Ada", family=f"Of{child}")
        family.parent(child, role="father", given="Odo", family=f"Of{child}")
    family.case.family_list = FamilyList(all_members_named="yes")
    return family.case


def thirty() -> Case:
    """Four generations: former partners, stepchildren, an adopted child, a ward, brothers and sisters, no link."""
    family = Family()
    add, union, parent = family.add, family.union, family.parent
    mother, father = add("parent", 1955, "not_included"), add("parent", 1950, "not_included")
    family.person(father).whereabouts = None
    union(mother, father)
    for role, key in (("mother", mother), ("father", father)):
        parent("P1", key, role=role)  # type: ignore[arg-type]  # both are roles
    grandmother = add("grandparent", 1930, "not_included")
    parent(mother, grandmother)
    husband = add("spouse", 1984)
    union("P1", husband)
    union("P1", name="Ruben Halm", status="ended")
    common = family.children(["P1", husband], [2010, 2013, 2016])
    eldest = add("child", "2004-12-20", "non_accompanying", marital_status="married")
    parent(eldest, "P1")
    parent(eldest, role="father", given="Ruben", family="Halm")
    second = add("child", 2006)
    parent(second, "P1")
    parent(second, role="father", given="Ruben", family="Halm")
    wife_before = add("other_relative", 1986, "not_included")
    union(husband, wife_before, status="separated")
    step = add("child_of_partner", 2008)
    parent(step, husband, role="father")
    parent(step, wife_before)
    other_step = add("child_of_partner", 2005, "non_accompanying")
    parent(other_step, husband, role="father")
    adopted = add("child", 2017)
    parent(adopted, "P1", kind="adoptive")
    parent(adopted, husband, kind="adoptive", role="father")
    son_in_law = add("in_law", 2000, "not_included")
    union(eldest, son_in_law)
    family.children([eldest, son_in_law], [2024, 2025], "grandchild")
    ward = add("ward", 2014)
    brother = add("sibling", 1980, "not_included")
    sister = add("sibling", 1990, "linked_case")
    for one in (brother, sister):
        parent(one, mother)
        parent(one, father, role="father")
    brothers_wife = add("in_law", 1982, "not_included")
    union(brother, brothers_wife)
    nephews = family.children([brother, brothers_wife], [2007, 2009], "nephew_niece")
    orphan = add("nephew_niece", 2011)
    parent(orphan, sister)
    add("cousin", 1988, "not_included")
    add("not_related", 1970, "not_included")
    add("other_relative", None, "not_included")
    add("sibling", 1993, "not_included")
    add("child", 2020)
    add("grandparent", 1935, "not_included")
    assert {*common, *nephews, ward}
    return family.case
