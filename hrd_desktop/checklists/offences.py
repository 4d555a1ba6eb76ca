"""A36 and A37: charges, convictions, acts told of, organised groups. Staff weigh no offence: a lawyer does."""

from __future__ import annotations

from typing import Final

from hrd_desktop.checklists.asking import Ask, Told
from hrd_desktop.core.background import Act
from hrd_desktop.core.person import Person


def _every_row(person: Person) -> list[Told]:
    """Every charge, conviction and act, whatever became of it. A detention without a charge is not among them."""
    return [*person.charges, *person.convictions, *person.acts]


def _acts_with_a_group(person: Person) -> list[Act]:
    return [row for row in person.acts if row.with_organisation != "no"]


_QUESTIONS = ("background.a", "background.b")

ITEMS: Final = (
    Ask("A36.1", _QUESTIONS, ("charges", "convictions", "acts"), _every_row),
    Ask("A36.2", _QUESTIONS, ("charges", "convictions", "acts"), _every_row),
    Ask("A37a", ("background.i",), (), _acts_with_a_group),
    Ask("A37b", ("further_answers.smuggling_trafficking_laundering",)),
)
"""In the order of the table; both items on offences open together, because which one applies is a question of law."""
