"""Adding a person of the family with the ties: the person, the union and the parent rows in one step."""

from __future__ import annotations

from dataclasses import dataclass

from hrd_desktop.core.codes import NameKind, ParentKind, ParentRole, Plan, Relation, UnionKind
from hrd_desktop.core.identity import Name
from hrd_desktop.core.next_person import Tie
from hrd_desktop.core.person import Person
from hrd_desktop.gui.open_case import OpenCase

PARTNERED: tuple[Tie, ...] = ("partner", "former_partner")
BORN: tuple[Tie, ...] = ("child", "parent")


@dataclass(frozen=True)
class NewRelative:
    """What is known of somebody new: how they are tied `to` a person of the case, and what to call them.

    `union` is the kind of union of partners, `parenthood` that of parent and child; `other_parent` a second parent of a
    new child; `same_parents` gives a new brother or sister the parents recorded for the other one.
    """

    to: str
    tie: Tie
    relation: Relation
    plan: Plan
    family: str = ""
    given: str = ""
    union: UnionKind | None = None
    parenthood: ParentKind = "biological"
    other_parent: str | None = None
    same_parents: bool = False


def add_relative(case: OpenCase, new: NewRelative) -> str:
    """Add the person and every row of the tie, as one step; returns the id.

    Raises EditRefused, and then nothing is added. Before the first consent the ties may not be recorded: only the
    person is added then.
    """
    with case.together():
        kind: NameKind = "legal" if case.consented else "alias"
        name = Name(id=case.fresh_id("name"), kind=kind, family=new.family or None, given=new.given or None)
        key = case.add_row("case.persons", {"relation": new.relation, "plan": new.plan, "names": [name]})
        if case.consented:
            _tie(case, key, new)
    return key


def _tie(case: OpenCase, key: str, new: NewRelative) -> None:
    match new.tie:
        case "partner" | "former_partner":
            status = "in_force" if new.tie == "partner" else "ended"
            row = {"partner_a": new.to, "partner_b": key, "kind": new.union, "status": status}
            case.add_row("case.unions", {name: value for name, value in row.items() if value is not None})
        case "child":
            _parent(case, key, new.to, new.parenthood)
            if new.other_parent is not None:
                _parent(case, key, new.other_parent, new.parenthood)
        case "parent":
            _parent(case, new.to, key, new.parenthood)
        case "sibling" if new.same_parents:
            for row in list(case.value(f"{new.to}.parents") or []):
                told = {
                    "role": row.role,
                    "kind": row.kind,
                    "person": row.person,
                    "family": row.family,
                    "given": row.given,
                }
                case.add_row(f"{key}.parents", {name: value for name, value in told.items() if value is not None})
        case _:
            pass  # the relation says it; there is no row for it


def _parent(case: OpenCase, child: str, parent: str, kind: ParentKind) -> None:
    case.add_row(f"{child}.parents", {"person": parent, "role": role_of(case.value(parent)), "kind": kind})


def role_of(parent: Person) -> ParentRole:
    """Mother or father by the marker of the papers, else only that it is a parent."""
    roles: dict[str, ParentRole] = {"F": "mother", "M": "father"}
    return roles.get(parent.sex_on_document or "", "other")
