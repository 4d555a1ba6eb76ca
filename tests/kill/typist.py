"""What is typed, edit by edit, the same each time: so what the file has to hold after so many can be worked out."""

from __future__ import annotations

import copy
from datetime import date
from random import Random

from hrd_desktop.core import edit
from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import AddRow, Change, RemoveRow, SetValue
from hrd_desktop.core.places import rows_by_id
from hrd_desktop.core.staff import JournalEntry

_WORDS = "the lamp was lit and nobody said who had come to the door نورالدین قلعه Щербакова 林曉嵐 Đức".split()  # noqa: SIM905 - a sentence is easier to read
PLACES = ("P1.note", "case.note", "P2.note")


def text(number: int) -> str:
    """What edit `number` leaves in its place: some words, now and then some pages."""
    random = Random(number)
    return f"{number} " + " ".join(random.choices(_WORDS, k=random.choice((3, 12, 40, 900))))


def changes(number: int, case: Case) -> list[Change]:
    """Edit `number` of this case: text, a row that comes, or one that goes."""
    random = Random(-number)
    row = f"JK{random.randrange(1, 13)}"
    if random.random() < 0.6:
        return [SetValue(random.choice(PLACES), text(number))]
    if row in rows_by_id(case):
        return [RemoveRow(row), SetValue("case.note", text(number))]
    return [AddRow("case.journal", JournalEntry(id=row, on=date(2026, 9, 15), text=text(number)))]


def after(case: Case, number: int) -> Case:
    """The case as it is after edits 1 to `number`."""
    made = copy.deepcopy(case)
    for each in range(1, number + 1):
        edit.apply_all(made, changes(each, made))
    return made
