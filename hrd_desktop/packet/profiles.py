"""Who receives a packet decides what is in it: what each recipient gets, and what is taken out of the case before.

Nothing that is withheld reaches the pages, because the pages are written from a copy of the case without it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import ConsentScope
from hrd_desktop.core.consent import agrees_for
from hrd_desktop.core.person import Contact, Person
from hrd_desktop.core.places import Node, walk
from hrd_desktop.core.schema import object_name
from hrd_desktop.core.sealed import PRIVATE, row_is_sealed, sealed_rows
from hrd_desktop.packet import outward
from hrd_desktop.packet.options import OWN_COPY, PARTS, Language, Paper, Part

__all__ = ["ALWAYS", "OWN_COPY", "Outgoing", "Profile", "Rule", "Withheld", "Words", "outgoing", "withheld"]

Words = Mapping[str, str]
"""One sentence by language code, `en` and `fr`."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What a recipient does not get: rows of an object, or some of its fields.

    Without `fields` the whole row goes. `where` narrows it to rows with one of these codes, `of_others` to what is told
    of somebody else than the principal applicant. It does not apply to a person who agreed to the scope `unless`.
    """

    key: str
    object: str
    fields: tuple[str, ...] = ()
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    of_others: bool = False
    unless: ConsentScope | None = None
    name: Words
    reason: Words


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What one recipient gets, in which form, and under which conditions.

    `consent` is the scope to which each adult must have agreed for this recipient, None where no consent is needed.
    `of_case` says that the packet goes to the case's own referral partner alone, `ready` that open items hold it.
    `language` is empty where the case decides. Sizes are in bytes. `texts` stand instead of those of the packet.
    """

    code: str
    name: Words
    consent: ConsentScope | None
    of_case: bool
    ready: bool
    parts: tuple[Part, ...]
    withheld: tuple[Rule, ...]
    most_file_bytes: int
    most_mail_bytes: int
    language: Language | Literal[""]
    paper: Paper
    texts: Mapping[str, Words]
    left_out: Mapping[str, tuple[Words, Words]]
    """Name and reason of each part that this recipient does not get, and of what nobody ever gets (`ALWAYS`)."""


@dataclass(frozen=True)
class Withheld:
    """Something that is left out: what (`part` or `rows`), how many, and why. Both in each language."""

    key: str
    kind: Literal["part", "rows"]
    count: int
    name: Words
    reason: Words


@dataclass(frozen=True)
class Outgoing:
    """The case as the pages may know it, and what was taken out of it or is never printed."""

    case: Case
    withheld: tuple[Withheld, ...]


def outgoing(case: Case, profile: Profile, on: date) -> Outgoing:
    """A copy of the case without what this recipient does not get, under the consents of that day."""
    left = [
        Withheld(part, "part", 0, *profile.left_out[part]) for part in PARTS if part not in profile.parts
    ]  # a part has no number of its own
    cut = copy.deepcopy(case)
    for rule in profile.withheld:
        if count := _apply(rule, cut, profile, on):
            left.append(Withheld(rule.key, "rows", count, rule.name, rule.reason))
    for key, counted in ALWAYS.items():
        if count := counted(cut):
            left.append(Withheld(key, "rows", count, *profile.left_out[key]))
    _strip(cut, forms="forms" in profile.parts)
    return Outgoing(cut, tuple(left))


def withheld(case: Case, profile: Profile, on: date) -> list[Withheld]:
    """What this recipient does not get of this case, and why: parts first."""
    return list(outgoing(case, profile, on).withheld)


# Rules


def _apply(rule: Rule, case: Case, profile: Profile, on: date) -> int:
    found = [node for node in walk(case) if object_name(type(node.value)) == rule.object]
    concerned = _persons(case)
    count = 0
    gone: set[str] = set()
    for node in found:
        person = _about(node, concerned)
        if any(getattr(node.value, name) not in codes for name, codes in rule.where.items()):
            continue
        if rule.of_others and person in (None, case.principal):
            continue
        if rule.unless is not None and _agreed(case, person, profile, rule.unless, on):
            continue
        if not rule.fields:
            _take_out(node)
            gone.add(getattr(node.value, "id", ""))
            count += 1
        else:
            count += sum(_empty(node.value, name) for name in rule.fields)
    return count + (_follow(case, gone) if rule.object == "evidence" else 0)


def _follow(case: Case, gone: set[str]) -> int:
    """A translation goes with what it translates, and a statement with its translation."""
    count = 0
    while found := [row for row in case.evidence if {row.translation_of, row.statement_for} & gone]:
        gone |= {row.id for row in found}
        case.evidence[:] = [row for row in case.evidence if row.id not in gone]
        count += len(found)
    return count


def _persons(case: Case) -> dict[int, str]:
    """Whose each object is that stands inside a person, by its identity."""
    owned: dict[int, str] = {}
    for node in walk(case):
        if isinstance(node.value, Person):
            owned[id(node.value)] = node.value.id
        elif node.owner is not None and id(node.owner) in owned:
            owned[id(node.value)] = owned[id(node.owner)]
    return owned


def _about(node: Node, owned: Mapping[int, str]) -> str | None:
    told = getattr(node.value, "person", None)
    return told if isinstance(told, str) else owned.get(id(node.value))


def _agreed(case: Case, person: str | None, profile: Profile, scope: ConsentScope, on: date) -> bool:
    return profile.consent is None or agrees_for(case, person or case.principal, profile.code, scope, on)


def _take_out(node: Node) -> None:
    assert node.spec is not None
    if node.spec.many:
        held = getattr(node.owner, node.spec.name)
        # By identity: two rows may look the same.
        held[:] = [row for row in held if row is not node.value]
    else:
        setattr(node.owner, node.spec.name, None)


def _empty(row: Any, name: str) -> int:
    held = getattr(row, name)
    if held in (None, []):
        return 0
    setattr(row, name, [] if isinstance(held, list) else None)
    return len(held) if isinstance(held, list) else 1


# What never leaves, whoever receives it


def _rows(case: Case, *names: str) -> Iterator[Any]:
    return (node.value for node in walk(case) if object_name(type(node.value)) in names)


def _notes(case: Case) -> int:
    return sum(bool(getattr(node.value, "note", None)) for node in walk(case))


def _sealed(case: Case) -> int:
    notes = sum(p.medical is not None and row_is_sealed(p.medical) for p in case.persons)
    return len(sealed_rows(case)) + notes


def _chosen_names(case: Case) -> int:
    return sum(len(person.names) - len(outward.names(person)) for person in case.persons)


def _private(case: Case) -> int:
    return sum(getattr(person, name) is not None for person in case.persons for name in PRIVATE)


def _not_of_the_claim(case: Case) -> int:
    held = [] if outward.ethnicity_may_be_told(case) else [person.ethnicity for person in case.persons]
    held += [] if outward.religion_may_be_told(case) else [person.religion for person in case.persons]
    return sum(bool(each) for each in held)


def _staff(case: Case) -> int:
    lists: Sequence[Sequence[Any]] = (case.journal, case.tasks, case.staff_answers, case.overrides, case.known_by)
    return sum(len(each) for each in lists)


ALWAYS: Mapping[str, Callable[[Case], int]] = {
    "sealed": _sealed,
    "private": _private,
    "chosen_names": _chosen_names,
    "not_of_the_claim": _not_of_the_claim,
    "contact": lambda case: sum(1 for _ in _rows(case, "contact")),
    "notes": _notes,
    "staff": _staff,
}
"""What no packet holds, by its key in the file of recipients, with how often it stands in a case."""


def _strip(case: Case, *, forms: bool) -> None:
    """Take out what nobody gets. Sealed rows stay, because the pages say that something is held apart.

    Of contact only what forms ask for is left, and that only where the recipient gets the sheets for `forms`.
    """
    for node in walk(case):
        if getattr(node.value, "note", None):
            node.value.note = None
    case.journal, case.tasks, case.staff_answers, case.overrides, case.known_by = [], [], [], [], []
    origins = outward.ethnicity_may_be_told(case), outward.religion_may_be_told(case)
    for person in case.persons:
        person.contact = _asked_by_forms(person.contact) if forms else None
        for name in PRIVATE:
            setattr(person, name, None)
        allowed = [id(name) for name in outward.names(person)]
        person.names[:] = [name for name in person.names if id(name) in allowed]
        person.ethnicity = person.ethnicity if origins[0] else None
        person.religion = person.religion if origins[1] else None
    sealed = sealed_rows(case)
    case.evidence[:] = [row for row in case.evidence if row_is_sealed(row) or row.id not in sealed]


def _asked_by_forms(contact: Contact | None) -> Contact | None:
    """Address, telephone and e-mail, which a form has fields for; never how to reach a person safely."""
    if contact is None:
        return None
    return Contact(
        email=contact.email,
        phone_country_code=contact.phone_country_code,
        phone=contact.phone,
        phone_kind=contact.phone_kind,
        mailing_address=contact.mailing_address,
    )
