"""Who belongs to whom in a case, as recorded and as said: persons, people known by name only, what is missing.

Knows nothing of drawing. A link that is only said (a child without a parent row to the principal applicant) is kept
apart from a recorded one, and a person whose place in the family is known but not their name still has a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import MaritalStatus, ParentKind, ParentRole, Relation, UnionStatus
from hrd_desktop.core.kin import Parent, Union
from hrd_desktop.core.person import Person

CoupleStyle = Literal[UnionStatus, "said", "missing", "parents"]
"""A union by its status; `said`: no union row; `missing`: the partner is not recorded; `parents`: of the same child."""
DescentStyle = Literal[ParentKind, "said"]
MissingKind = Literal["other_parent", "parents", "partner", "former_partner", "union", "all_named", "counts"]

GENERATION: Final[dict[Relation, int]] = {
    "principal": 0,
    "spouse": 0,
    "common_law_partner": 0,
    "child": 1,
    "child_of_partner": 1,
    "grandchild": 2,
    "parent": -1,
    "sibling": 0,
    "grandparent": -2,
    "nephew_niece": 1,
    "cousin": 0,
    "in_law": 0,
    "ward": 1,
    "other_relative": 0,
    "not_related": 0,
}
"""How many generations below the principal applicant somebody of this relation usually stands."""

_CHILDREN: Final = frozenset({"child", "child_of_partner", "grandchild"})
_PARTNERS: Final = frozenset({"spouse", "common_law_partner"})
_TIED: Final = frozenset({"biological", "adoptive"})
_NEEDS_UNION: Final[dict[MaritalStatus, frozenset[UnionStatus]]] = {
    "married": frozenset({"in_force"}),
    "common_law": frozenset({"in_force"}),
    "separated": frozenset({"separated", "in_force"}),
    "divorced": frozenset({"ended"}),
    "widowed": frozenset({"ended"}),
    "annulled": frozenset({"ended"}),
}


@dataclass
class Member:
    """Somebody with a place in the family. `person` is None for one who is no person of the case.

    `role` and `of` say what a person outside the case is to whom; `rows` are the parent rows or unions that name them.
    """

    key: str
    person: Person | None = None
    role: ParentRole | Literal["partner"] | None = None
    of: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    missing: MissingKind | None = None


@dataclass(frozen=True)
class Couple:
    """Two members side by side."""

    a: str
    b: str
    style: CoupleStyle
    row: str | None = None


@dataclass(frozen=True)
class Descent:
    """One parent of one child."""

    child: str
    parent: str
    style: DescentStyle


@dataclass(frozen=True)
class Missing:
    """Something the family list still lacks, whom it concerns, and the place where it is mended."""

    kind: MissingKind
    persons: tuple[str, ...]
    place: str


@dataclass
class Kin:
    """The members, in the order of the file and of their links, with every link between them."""

    members: dict[str, Member] = field(default_factory=dict)
    couples: list[Couple] = field(default_factory=list)
    descents: list[Descent] = field(default_factory=list)
    missing: list[Missing] = field(default_factory=list)

    def parents_of(self, key: str) -> list[Descent]:
        return [link for link in self.descents if link.child == key]

    def together(self, a: str, b: str) -> bool:
        return any({couple.a, couple.b} == {a, b} for couple in self.couples)


def kin_of(case: Case) -> Kin:
    """Everybody with a place in the family of the case and how they are linked."""
    kin = Kin({person.id: Member(person.id, person) for person in case.persons})
    outside = _Outside(kin)
    for person in case.persons:
        for row in person.parents:
            parent = row.person if row.person in kin.members else outside.parent(person, row)
            if parent is not None and parent != person.id:
                kin.descents.append(Descent(person.id, parent, row.kind))
    for union in case.unions:
        other = union.partner_b if union.partner_b in kin.members else outside.partner(union, case)
        if union.partner_a in kin.members and other != union.partner_a:
            kin.couples.append(Couple(union.partner_a, other, union.status, union.id))
    _said(case, kin)
    _find_missing(case, kin)
    _co_parents(kin)
    return kin


def _folded(*parts: str | None) -> str:
    return " ".join(" ".join(part for part in parts if part).casefold().split())


class _Outside:
    """People who are no persons of the case: each once, also where several rows name them."""

    def __init__(self, kin: Kin) -> None:
        self._kin = kin
        self._known: dict[tuple[object, ...], str] = {}

    def parent(self, child: Person, row: Parent) -> str:
        """The member for a parent known by name, or by role only. The same name twice in one generation is one."""
        name = _folded(row.given, row.family)
        shared = bool(row.given and row.family) or len(child.parents) > 1
        key = (row.role, name, str(row.birth_date), GENERATION[child.relation]) if name and shared else (row.id,)
        member = self._member(key, f"parent:{row.id}", row.role)
        if child.id in member.of:  # two rows of one child are two people, whatever they are called
            member = self._member((row.id,), f"parent:{row.id}", row.role)
        member.of.append(child.id)
        member.rows.append(row.id)
        return member.key

    def partner(self, union: Union, case: Case) -> str:
        """The member for a partner known by name only; the named parent of a child of the other one is the same."""
        told = _folded(union.partner_b_name)
        children = {link.child for link in self._kin.descents if link.parent == union.partner_a}
        for person in case.persons:
            for row in person.parents if person.id in children else ():
                if (
                    row.person is None
                    and told
                    and told in (_folded(row.given, row.family), _folded(row.family, row.given))
                ):
                    found = next(one for one in self._kin.members.values() if row.id in one.rows)
                    found.rows.append(union.id)
                    return found.key
        member = self._member((union.partner_a, told or union.id), f"partner:{union.id}", "partner")
        if union.partner_a not in member.of:
            member.of.append(union.partner_a)
        member.rows.append(union.id)
        return member.key

    def _member(self, known_as: tuple[object, ...], key: str, role: ParentRole | Literal["partner"]) -> Member:
        found = self._known.setdefault(known_as, key)
        return self._kin.members.setdefault(found, Member(found, role=role))


def _said(case: Case, kin: Kin) -> None:
    """Links that the relation says and no row records yet."""
    partners = [p.id for p in case.persons if p.relation in _PARTNERS]
    for person in case.persons:
        parents = {link.parent for link in kin.parents_of(person.id)}
        match person.relation:
            case "child" | "ward" if case.principal not in parents:
                kin.descents.append(Descent(person.id, case.principal, "said"))
            case "child_of_partner" if len(partners) == 1 and not parents & set(kin.members) - {case.principal}:
                kin.descents.append(Descent(person.id, partners[0], "said"))
            case "parent" if all(link.parent != person.id for link in kin.parents_of(case.principal)):
                kin.descents.append(Descent(case.principal, person.id, "said"))
            case "spouse" | "common_law_partner" if not kin.together(case.principal, person.id):
                kin.couples.append(Couple(case.principal, person.id, "said"))
                kin.missing.append(Missing("union", (person.id,), "case.unions"))
            case _:
                pass


def _find_missing(case: Case, kin: Kin) -> None:
    for person in case.persons:
        _missing_partner(person, case, kin)
    alone: dict[str, list[str]] = {}
    for person in case.persons:
        if person.relation not in _CHILDREN or any(row.kind == "adoptive" for row in person.parents):
            continue
        tied = [link.parent for link in kin.parents_of(person.id) if link.style in _TIED]
        if not tied:
            kin.missing.append(Missing("parents", (person.id,), f"{person.id}.parents"))
        elif len(tied) == 1:
            alone.setdefault(tied[0], []).append(person.id)
    for parent, children in alone.items():
        key = f"missing:parent:{children[0]}"
        kin.members[key] = Member(key, role="other", of=children, missing="other_parent")
        kin.couples.append(Couple(parent, key, "missing"))
        styles = {link.child: link.style for link in kin.descents if link.parent == parent}
        kin.descents += [Descent(child, key, styles[child]) for child in children]
        kin.missing.append(Missing("other_parent", tuple(children), f"{children[0]}.parents"))
    if case.family_list is None or case.family_list.all_members_named != "yes":
        kin.missing.append(Missing("all_named", (), "case.family_list.all_members_named"))


def _missing_partner(person: Person, case: Case, kin: Kin) -> None:
    """A marital status that speaks of a union which is not recorded."""
    needed = _NEEDS_UNION.get(person.marital_status) if person.marital_status else None
    own = [union for union in case.unions if person.id in (union.partner_a, union.partner_b)]
    said = any(couple.style == "said" and person.id in (couple.a, couple.b) for couple in kin.couples)
    if needed is None or said or any(union.status in needed for union in own):
        return
    if "ended" in needed and any(union.status == "separated" for union in own):
        return  # recorded, only not as far as the status says: a question for the contradictions, not for the list
    kind: MissingKind = "partner" if "in_force" in needed and person.marital_status != "separated" else "former_partner"
    key = f"missing:partner:{person.id}"
    kin.members[key] = Member(key, role="partner", of=[person.id], missing=kind)
    kin.couples.append(Couple(person.id, key, "missing"))
    kin.missing.append(Missing(kind, (person.id,), "case.unions"))


def _co_parents(kin: Kin) -> None:
    """Parents of the same child stand side by side, also where no union is recorded."""
    for child in kin.members:
        tied = [link.parent for link in kin.parents_of(child) if link.style in _TIED]
        for i, (a, b) in enumerate(_pairs(tied)):
            if i == 0 and a != b and not kin.together(a, b):
                kin.couples.append(Couple(a, b, "parents"))


def _pairs(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    found = list(keys)
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            yield a, b
