"""The pattern of most items that a lawyer may have to judge: answers, lists, and rows that are enough by themselves.

Facts that point somewhere go to a lawyer whatever the person's age. Where there are none, children are not asked,
adults are asked in full, and only then does the file say that it holds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hrd_desktop.checklists.facts import Facts, hot, list_asked
from hrd_desktop.checklists.message import Event, Field, Param
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import Reasons, because, by_plan
from hrd_desktop.core.background import Act, Charge, Conviction, Government, Membership, Reply, Service
from hrd_desktop.core.codes import Answer, ListName
from hrd_desktop.core.person import Person

Told = Membership | Government | Service | Charge | Conviction | Act
"""A row of a background table."""

asked_weight = by_plan("BLOCK", "INFO")
"""What a question not asked yet weighs: it holds the case of somebody who travels, and informs about anybody else."""


def answer_to(person: Person, key: str) -> Answer | None:
    """The answer to `background.g`, `further_answers.espionage` or `been_in_canada`; None if it was not asked."""
    owner, _, name = key.rpartition(".")
    told = person if not owner else getattr(person, owner)
    value = None if told is None else getattr(told, name)
    return value.answer if isinstance(value, Reply) else value


def place_of(person: Person, key: str) -> str:
    """Where an answer or list stands, as rows of results name it: `P1.background.g`."""
    return f"{person.id}.{key}"


def asked_field(person: Person, key: str) -> Field:
    """An answer or list in words."""
    owner, _, name = key.rpartition(".")
    return Field(owner or "person", name, place_of(person, key))


def hot_answers(person: Person, keys: Iterable[str]) -> tuple[str, ...]:
    """The answers among these that are recorded and anything but a plain no."""
    return tuple(key for key in keys if hot(answer_to(person, key)))


def events(told: Iterable[Told]) -> Param:
    """Rows for a sentence, with their day and country."""
    return tuple(
        Event(row.id, row.date if isinstance(row, Charge | Conviction | Act) else row.start, row.country)
        for row in told
    )


def no_rows(_person: Person) -> tuple[Told, ...]:
    """For items that rest on answers alone."""
    return ()


@dataclass(frozen=True)
class Ask:
    """The derivation of an item that follows the pattern, ready to stand in the table.

    `answers` are keys as `answer_to` takes them, `lists` the lists that must have been asked for, `triggers` gives the
    rows that go to a lawyer, in the order of the lists.
    """

    item: str
    answers: tuple[str, ...] = ()
    lists: tuple[ListName, ...] = ()
    triggers: Callable[[Person], Iterable[Told]] = no_rows

    @property
    def reasons(self) -> Reasons:
        """The reasons the item can give, which the pack must have words for."""
        found = {"nothing": "", "not_adult": "age day", "not_asked": "fields"}
        by_rows = self.triggers is not no_rows
        if by_rows:
            found["rows"] = "rows"
        if self.answers:
            found["answers"] = "fields"
        if by_rows and self.answers:
            found["both"] = "rows fields"
        return found

    def __call__(self, facts: Facts, person: Person) -> Derived:
        told = tuple(self.triggers(person))
        answered = hot_answers(person, self.answers)
        if told or answered:
            return self._for_a_lawyer(person, told, answered)
        if not facts.adult(person):
            why = because(self.item, "not_adult", age=facts.constants.adult_age, day=facts.signing_day)
            return Derived("NOT_APPLICABLE", why, (f"{person.id}.birth.date",))
        missing = [key for key in self.answers if answer_to(person, key) is None]
        missing += [name for name in self.lists if not list_asked(person, name)]
        if missing:
            places = tuple(place_of(person, key) for key in missing)
            why = because(self.item, "not_asked", fields=tuple(asked_field(person, key) for key in missing))
            return Derived("UNCLEAR", why, places, places=places)
        return Derived("MET", because(self.item, "nothing"), self._asked(person))

    def _for_a_lawyer(self, person: Person, told: tuple[Told, ...], answered: tuple[str, ...]) -> Derived:
        fields = tuple(asked_field(person, key) for key in answered)
        if not answered:
            why = because(self.item, "rows", rows=events(told))
        elif not told:
            why = because(self.item, "answers", fields=fields)
        else:
            why = because(self.item, "both", rows=events(told), fields=fields)
        return Derived("NEEDS_LAWYER", why, (*(row.id for row in told), *(field.place for field in fields)))

    def _asked(self, person: Person) -> tuple[str, ...]:
        """What was asked: the rows of the lists, or where they were declared empty, and the answers."""
        listed = [row.id for name in self.lists for row in getattr(person, name)]
        if any(name in person.none_declared for name in self.lists):
            listed.append(f"{person.id}.none_declared")
        return (*listed, *(place_of(person, key) for key in self.answers))
