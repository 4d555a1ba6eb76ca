"""Who else may belong to the family: the questions to ask one after the other, and what a new tie makes of somebody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import Relation
from hrd_desktop.core.person import Person

Tie = Literal["partner", "former_partner", "child", "parent", "sibling", "ward", "other"]
TIES: Final[tuple[Tie, ...]] = ("partner", "former_partner", "child", "parent", "sibling", "ward", "other")
QuestionKind = Literal[
    "partner", "former_partner", "children_together", "children_away", "children_taken_in", "grandchildren", "others"
]
TIE_OF: Final[dict[QuestionKind, Tie]] = {
    "partner": "partner",
    "former_partner": "former_partner",
    "children_together": "child",
    "children_away": "child",
    "children_taken_in": "child",
    "grandchildren": "child",
    "others": "other",
}
"""How somebody named in answer to a question is most likely tied to the person asked about."""

_PARTNERS: Final = frozenset({"spouse", "common_law_partner"})
_CHILDREN: Final = frozenset({"child", "child_of_partner"})
_RELATIONS: Final[dict[tuple[str, Tie], Relation]] = {
    ("principal", "partner"): "spouse",
    ("principal", "child"): "child",
    ("principal", "parent"): "parent",
    ("principal", "sibling"): "sibling",
    ("principal", "ward"): "ward",
    ("partner", "child"): "child_of_partner",
    ("partner", "parent"): "in_law",
    ("partner", "sibling"): "in_law",
    ("partner", "ward"): "ward",
    ("child", "child"): "grandchild",
    ("child", "partner"): "in_law",
    ("parent", "child"): "sibling",
    ("parent", "parent"): "grandparent",
    ("parent", "partner"): "parent",
    ("sibling", "child"): "nephew_niece",
    ("sibling", "partner"): "in_law",
    ("sibling", "parent"): "parent",
    ("grandparent", "partner"): "grandparent",
    ("grandchild", "sibling"): "grandchild",
    ("nephew_niece", "sibling"): "nephew_niece",
}


@dataclass(frozen=True)
class Question:
    """One question about further members; `person` is whom it is about, empty for the family as a whole."""

    kind: QuestionKind
    person: str = ""

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.person}"


def questions(case: Case) -> list[Question]:
    """What to ask before the family list counts as complete, in the order of asking."""
    return [*_each(case), Question("others")]


def _each(case: Case) -> Iterator[Question]:
    ordered = sorted(case.persons, key=lambda person: (person.id != case.principal, person.relation not in _PARTNERS))
    for person in ordered:
        if person.id == case.principal:
            yield Question("partner", person.id)
        if person.id == case.principal or person.relation in _PARTNERS:
            yield Question("former_partner", person.id)
            yield Question("children_together", person.id)
            yield Question("children_away", person.id)
            yield Question("children_taken_in", person.id)
        elif person.relation in _CHILDREN:
            yield Question("grandchildren", person.id)


def relation_of(person: Person, tie: Tie) -> Relation:
    """What somebody with this tie to a person of the case most likely is to the principal applicant."""
    if tie == "other":
        return "other_relative"
    group = "partner" if person.relation in _PARTNERS else "child" if person.relation in _CHILDREN else person.relation
    return _RELATIONS.get((group, tie), "other_relative")


def partners_of(case: Case, person: str) -> list[str]:
    """The persons of the case in a union with somebody, those whose union stands first."""
    found = []
    for union in sorted(case.unions, key=lambda one: one.status != "in_force"):
        if union.partner_b is not None and person in (union.partner_a, union.partner_b):
            found.append(union.partner_b if union.partner_a == person else union.partner_a)
    return list(dict.fromkeys(found))
