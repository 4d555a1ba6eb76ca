"""Another principal applicant in a case that is begun: what everybody is to them then, and what stops being true.

Who defends rights may die, be arrested or step back, and the family goes on. The facts stay with the persons of whom
they were told; what spoke of "the principal applicant" is put right where that is certain, else marked to be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from hrd_desktop.core import known
from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import CustodyHolder, Plan, Relation
from hrd_desktop.core.consent import is_live
from hrd_desktop.core.edit import AddRow, Change, SetValue
from hrd_desktop.core.kin import Custody
from hrd_desktop.core.person import Person
from hrd_desktop.core.staff import Override, Review, StaffAnswer, Task

Again = Literal["work", "claim", "incidents", "flight", "household", "custody", "consent", "judged", "signed"]
"""What has to be looked at once more."""

_TIED: Final = frozenset({"biological", "adoptive"})
_OF_APPLICANT: Final = frozenset({"H01", "H02", "H03", "H04", "H05", "H06", "E15", "E16", "E17"})
"""Items with one line for the case that judge the principal applicant."""
_ANSWERS: Final = (
    "case.hrd.activities",
    "case.hrd.works_as",
    "case.hrd.rights_fields",
    "case.hrd.outputs",
    "case.claim.grounds",
    "case.claim.narratives",
    "case.hrd.used_violence",
    "case.hrd.called_for_violence",
    "case.claim.conditions_changed",
    "case.claim.compelling_reasons",
    "case.claim.return_prospect",
    "case.claim.internal_flight.could_live_elsewhere",
    "case.wants_permanent_resettlement",
)
"""What the principal applicant told for the case."""

_BACK: Final[dict[Relation, tuple[Relation, bool]]] = {
    "spouse": ("spouse", True),
    "common_law_partner": ("common_law_partner", True),
    "child": ("parent", True),
    "child_of_partner": ("other_relative", False),
    "grandchild": ("grandparent", True),
    "parent": ("child", True),
    "sibling": ("sibling", True),
    "grandparent": ("grandchild", True),
    "nephew_niece": ("other_relative", True),
    "cousin": ("cousin", True),
    "in_law": ("in_law", True),
    "not_related": ("not_related", True),
}
"""What the earlier applicant is to somebody who was this to them, and whether it can be nothing else."""

_THROUGH: Final[dict[tuple[str, Relation], Relation]] = {
    ("partner", "child"): "child",
    ("partner", "child_of_partner"): "child",
    ("partner", "grandchild"): "grandchild",
    ("partner", "parent"): "in_law",
    ("partner", "sibling"): "in_law",
    ("partner", "grandparent"): "in_law",
    ("partner", "ward"): "ward",
    ("child", "spouse"): "parent",
    ("child", "common_law_partner"): "parent",
    ("child", "child"): "sibling",
    ("child", "child_of_partner"): "sibling",
    ("child", "grandchild"): "nephew_niece",
    ("child", "parent"): "grandparent",
    ("child", "nephew_niece"): "cousin",
    ("parent", "spouse"): "in_law",
    ("parent", "common_law_partner"): "in_law",
    ("parent", "child"): "grandchild",
    ("parent", "sibling"): "child",
    ("parent", "nephew_niece"): "grandchild",
    ("sibling", "spouse"): "in_law",
    ("sibling", "common_law_partner"): "in_law",
    ("sibling", "child"): "nephew_niece",
    ("sibling", "parent"): "parent",
    ("sibling", "sibling"): "sibling",
    ("sibling", "grandparent"): "grandparent",
    ("sibling", "cousin"): "cousin",
}
"""What somebody most likely is to a new applicant, by what both were to the earlier one."""


@dataclass(frozen=True)
class Tie:
    """What a person is to the principal applicant now and would be to the new one; not `sure` where it is a guess."""

    person: str
    before: Relation
    after: Relation
    sure: bool


@dataclass(frozen=True)
class Choice:
    """The new principal applicant, what everybody else is to them, and what is planned for the earlier one."""

    person: str
    relations: Mapping[str, Relation]
    plan: Plan


def candidates(case: Case) -> list[str]:
    """Who else could be the principal applicant: everybody alive, in the order of the case."""
    return [person.id for person in case.persons if person.id != case.principal and not _dead(person)]


def plan_for_earlier(case: Case) -> Plan:
    """What is planned for the earlier applicant unless somebody says otherwise: what was, but for the dead."""
    return "not_included" if _dead(_person(case, case.principal)) else "accompanying"


def ties(case: Case, new: str) -> list[Tie]:
    """What everybody but the new applicant would be to them; the earlier one first."""
    found = []
    for person in sorted(case.persons, key=lambda each: each.id != case.principal):
        if person.id != new:
            after, sure = _tie(case, _person(case, new), person)
            found.append(Tie(person.id, person.relation, after, sure))
    return found


def look_again(case: Case, choice: Choice, on: date) -> list[Again]:
    """What a person has to look at once more after the choice, in the order of the sections."""
    new, old = choice.person, case.principal
    kinds = ("flight_from_country", "entry_to_host")
    dated = {row.person for row in case.milestones if row.kind in kinds}
    agreed = any(row.person == new and "store" in row.scopes and is_live(row, on) for row in case.consents)
    there: dict[Again, bool] = {
        "consent": not agreed,
        "household": bool(_homes(case, choice)),
        "custody": any(True for _ in _custody(case, choice)),
        "work": case.hrd is not None,
        "incidents": all(new not in row.persons for row in case.incidents),
        "claim": case.claim is not None,
        "flight": old in dated and new not in dated,
        "judged": bool(_judged(case)),
        "signed": bool(case.forms) or case.representative is not None,
    }
    return [again for again, needed in there.items() if needed]


def changes(
    case: Case, choice: Choice, *, on: date, by: str, task: str, fresh_id: Callable[[str], str]
) -> list[Change]:
    """All that the choice changes, to be made as one step. `task` says what to look at, for the list of tasks.

    Nothing is removed. A decision about the earlier applicant that stood for the case stands for that person then.
    """
    new, old = choice.person, case.principal
    sets: dict[str, object] = {"case.principal": new, f"{new}.relation": "principal", f"{new}.plan": "accompanying"}
    sets |= {f"{person}.relation": relation for person, relation in choice.relations.items()}
    sets[f"{old}.plan"] = choice.plan
    sets |= dict(_custody(case, choice))
    sets |= {f"{row}.person": old for row in _judged(case)}
    sets |= {f"{row}.person": None for row in _judged(case, new)}  # what was decided of them when they applied before
    made: list[Change] = [SetValue(place, value) for place, value in sets.items() if _value(case, place) != value]
    for place in (*_answers(case), *_homes(case, choice), *(place for place, _ in _custody(case, choice))):
        noted = known.known_at(case, place)
        made += known.noted(
            case,
            place,
            noted.how_known if noted else "unknown",
            evidence=None,
            ask_again=True,
            on=on,
            by=by,
            new_id="" if noted else fresh_id("known_by"),
        )
    return [*made, AddRow("case.tasks", Task(id=fresh_id("task"), text=task, person=new))]


def _person(case: Case, key: str) -> Person:
    return next(person for person in case.persons if person.id == key)


def _dead(person: Person) -> bool:
    return person.whereabouts is not None and person.whereabouts.status == "deceased"


def _value(case: Case, place: str) -> object:
    """What stands at one of the places that are changed; only custody is an object within an object."""
    head, *keys = place.split(".")
    rows: tuple[Any, ...] = (*case.persons, *case.reviews, *case.staff_answers, *case.overrides)
    held: object = case if head == "case" else next(row for row in rows if row.id == head)
    for key in keys:
        held = getattr(held, key)
    return held


# Ties


def _tie(case: Case, new: Person, other: Person) -> tuple[Relation, bool]:
    if other.id == case.principal and new.relation in ("spouse", "common_law_partner", "sibling", "cousin"):
        return _BACK[new.relation]
    recorded = _recorded(case, new, other)
    if recorded is not None:
        return recorded, True
    if other.id == case.principal:
        return _BACK.get(new.relation, ("other_relative", False))
    if other.relation == "not_related":
        return "not_related", False
    groups = {"spouse": "partner", "common_law_partner": "partner", "child_of_partner": "child"}
    group = groups.get(new.relation, new.relation)
    if group == "partner" and other.relation == "child" and _born_of(other):
        # Recorded parents, and the new applicant is none of them.
        return "child_of_partner", True
    return _THROUGH.get((group, other.relation), "other_relative"), False


def _born_of(person: Person) -> set[str]:
    """The persons of the case who are recorded as parents by birth or adoption."""
    return {row.person for row in person.parents if row.person and row.kind in _TIED}


def _recorded(case: Case, new: Person, other: Person) -> Relation | None:
    """What the unions and parents on file say that somebody is to the new applicant."""
    partners = set()
    for union in case.unions:
        if union.status == "in_force" and union.partner_b and new.id in (union.partner_a, union.partner_b):
            partner = union.partner_b if union.partner_a == new.id else union.partner_a
            partners.add(partner)
            if partner == other.id:
                return "common_law_partner" if union.kind in ("common_law", "conjugal_apart") else "spouse"
    own, theirs = _born_of(new), _born_of(other)
    if new.id in theirs:
        return "child"
    if other.id in own:
        return "parent"
    if theirs & partners:
        return "child_of_partner"
    if own & theirs:
        return "sibling"
    born = {person.id: _born_of(person) for person in case.persons}
    if any(new.id in born.get(parent, set()) for parent in theirs):
        return "grandchild"
    if any(other.id in born.get(parent, set()) for parent in own):
        return "grandparent"
    if any(own & born.get(parent, set()) for parent in theirs):
        return "nephew_niece"
    return None


# What spoke of the principal applicant


def _answers(case: Case) -> list[str]:
    """What is on file of all that the earlier applicant told for the case."""
    held: list[str] = []
    for place in _ANSWERS:
        value: object = case
        for key in place.split(".")[1:]:
            value = getattr(value, key, None)
        if value not in (None, []):
            held.append(place)
    return held


def _homes(case: Case, choice: Choice) -> list[str]:
    """Answers about living in the home of the earlier applicant, which is not known to be the home of the new one."""
    own = _person(case, choice.person).household
    shared = own is not None and own.with_principal == "yes"
    return [
        f"{person.id}.household.with_principal"
        for person in case.persons
        if person.id != choice.person
        and person.household is not None
        and person.household.with_principal is not None
        and not (shared and person.household.with_principal == "yes")
    ]


def _custody(case: Case, choice: Choice) -> Iterator[tuple[str, CustodyHolder]]:
    """Places where custody is said of "the principal applicant" or the other parent, and what is true of them then."""
    for person in case.persons:
        if person.custody is not None and person.id != choice.person:
            holder = _holder(case, choice, person, person.custody)
            if holder != person.custody.holder:
                yield f"{person.id}.custody.holder", holder


def _holder(case: Case, choice: Choice, child: Person, custody: Custody) -> CustodyHolder:
    parents = _born_of(child)
    if custody.holder == "principal":
        if case.principal not in parents:
            return "unknown"
        return "accompanying_parent" if choice.plan == "accompanying" else "other_parent"
    others = parents - {case.principal}
    if custody.holder in ("accompanying_parent", "other_parent") and others == {choice.person}:
        return "principal"
    return custody.holder


def _judged(case: Case, person: str | None = None) -> list[str]:
    """Answers of staff, overrides and reviews that speak of the case and mean its principal applicant.

    With a `person`, those of the same items that stand for that person alone: of an earlier principal applicant.
    """
    rows: tuple[StaffAnswer | Override | Review, ...] = (*case.staff_answers, *case.overrides, *case.reviews)
    return [row.id for row in rows if row.person == person and row.item in _OF_APPLICANT]
