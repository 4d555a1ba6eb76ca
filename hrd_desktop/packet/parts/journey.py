"""The journey of one person after the flight, as a table."""

from __future__ import annotations

from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import JourneyStep
from hrd_desktop.core.person import Person
from hrd_desktop.core.timeline import in_order
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import Cell, lead, subheading, table
from hrd_desktop.packet.flow import Strip


def steps(case: Case, person: Person) -> list[JourneyStep]:
    """Every step of a person that is recorded, in the order of time; where one has no date, as they were told."""
    found = [step for step in case.journey if step.person == person.id]
    return in_order(found) if all(step.date is not None for step in found) else found


def journey(author: Author, person: Person) -> list[Strip]:
    """The steps under a heading; nothing where none is recorded."""
    found = steps(author.case, person)
    if not found:
        return []
    columns = author.columns(("when", 26), ("journey_way", 42), ("journey_about", 42))
    rows = [_step(author, step) for step in found]
    return subheading(author.label(author.case, "journey")) + table(columns, rows, gap=2)


def _step(author: Author, step: JourneyStep) -> list[Cell]:
    way = joined(step.from_place, step.to_place, by=author.text("way"))
    about = "\n".join(author.labelled(step, "means", "document"))
    return [author.value(step, "date"), lead(way or author.country(step), author.country(step) if way else ""), about]
