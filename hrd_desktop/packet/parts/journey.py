"""The journey of one person after the flight, as a table."""

from __future__ import annotations

from hrd_desktop.core.claim import JourneyStep
from hrd_desktop.core.person import Person
from hrd_desktop.packet.author import Author, joined
from hrd_desktop.packet.compose import Cell, lead, subheading, table
from hrd_desktop.packet.flow import Strip


def journey(author: Author, person: Person) -> list[Strip]:
    """Every step that is recorded, in the order of the case."""
    steps = [step for step in author.case.journey if step.person == person.id]
    if not steps:
        return []
    columns = author.columns(("when", 26), ("journey_way", 42), ("journey_about", 42))
    rows = [_step(author, step) for step in steps]
    return subheading(author.label(author.case, "journey")) + table(columns, rows, gap=2)


def _step(author: Author, step: JourneyStep) -> list[Cell]:
    way = joined(step.from_place, step.to_place, by=author.text("way"))
    about = "\n".join(author.labelled(step, "means", "document"))
    return [author.value(step, "date"), lead(way or author.country(step), author.country(step) if way else ""), about]
