"""What an item is to the program: whom it is about, how it is derived, and what its results weigh."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.message import Message, Param
from hrd_desktop.checklists.results import Derived, ItemResult, Severity
from hrd_desktop.core.person import Person

Reasons = Mapping[str, str]
"""The reasons an item can give: key, and the names of the facts in its sentence separated by spaces."""


class Rows(Protocol):
    """The final results of other rows (4.5), made when they are asked for."""

    def final(self, item: str, person: Person | None) -> ItemResult | None:
        """The row of an item for a person, or for the case; None where no such row exists."""


Derive = Callable[[Facts, Person], Derived]
"""Facts and the person in question (for rows of the case: the principal applicant) to a result."""


@dataclass(frozen=True)
class Follow:
    """A derivation that also reads final results of other rows."""

    derive: Callable[[Facts, Person, Rows], Derived]


Weight = Severity | Callable[[Facts, Person], Severity]
"""The severity of a result, the same for all or by person."""

Who = Callable[[Facts], Sequence[Person | None]]
"""For whom an item has rows; None is the row of the case."""


def the_case(_facts: Facts) -> Sequence[None]:
    return (None,)


def the_principal(facts: Facts) -> Sequence[Person]:
    return (facts.pa,)


def by_plan(accompanying: Severity, otherwise: Severity) -> Callable[[Facts, Person], Severity]:
    """A severity that depends on whether the person travels now."""

    def weight(_facts: Facts, person: Person) -> Severity:
        return accompanying if person.plan == "accompanying" else otherwise

    return weight


@dataclass(frozen=True)
class Rule:
    """One line of the derivation table.

    `unclear` and `not_met` are the severities of those results, None where the result cannot occur; `staff` says that
    staff may answer, `lawyer_kind` that a negative answer of staff goes to a lawyer; `citations` are the keys of the
    citations that the pack gives. Rows `after_gate` remain, for the case and the principal applicant, where the place
    alone (E01, E02) ends the derivation. An item that only follows others is not `reviewable` itself. Items that have a
    row for the case and rows for persons have two rules.
    """

    id: str
    who: Who
    derive: Derive | Follow
    reasons: Reasons
    unclear: Weight | None = None
    not_met: Weight | None = None
    staff: bool = False
    lawyer_kind: bool = False
    citations: tuple[str, ...] = ("main",)
    after_gate: bool = False
    of_deceased: bool = False
    reviewable: bool = True

    def weigh(self, weight: Weight | None, facts: Facts, person: Person) -> Severity:
        assert weight is not None, self.id
        return weight(facts, person) if callable(weight) else weight


def because(item: str, reason: str, **params: Param) -> Message:
    """The reason of an item as a message."""
    return Message(f"{item}.{reason}", params)
