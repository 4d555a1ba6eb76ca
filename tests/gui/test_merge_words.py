"""Both sides in words, and what stays covered."""

from __future__ import annotations

import pytest

from hrd_desktop.core.claim import Narrative
from hrd_desktop.core.person import Medical
from hrd_desktop.core.places import find
from hrd_desktop.gui.merge_words import Sides
from hrd_desktop.wording import wording

from .merge_desk import case


@pytest.fixture
def sides():
    return Sides(case(), case(), wording("en"))


def said(sides, place):
    found = find(sides.mine, place)
    return sides.value(found.spec, found.value, sides.mine)


def test_values_of_each_kind(sides):
    assert said(sides, "case.stage") == wording("en").code("stage", sides.mine.stage)
    assert said(sides, "P1.birth.date") == wording("en").partial(sides.mine.persons[0].birth.date)
    assert said(sides, "case.principal") == "P1 · Principal applicant"
    assert said(sides, "case.closed_on") == "not recorded"


def test_a_name_shows_only_when_names_do(sides):
    name = sides.mine.persons[0].names[0]
    place = f"{name.id}.family"
    assert name.family not in said(sides, place)
    sides.show_names = True
    assert said(sides, place) == name.family


def test_a_row_tells_all_its_fields_but_no_name(sides):
    incident = sides.mine.incidents[0]
    told = sides.row(incident, sides.mine)
    assert told.startswith(f"Incident {incident.id}")
    assert incident.description in told
    family = sides.mine.persons[0].names[0].family
    assert family not in sides.row(sides.mine.persons[0], sides.mine)


def test_what_is_sealed_on_either_side_is_covered(sides):
    story = Narrative(id="NR9", person="P1", kind="persecution", language="en", text="said in confidence", sealed=True)
    sides.theirs.claim.narratives.append(story)
    assert sides.cover("NR9.text") == "NR9"
    assert "confidence" not in sides.row(story, sides.theirs)
    assert sides.cover("P1.gender_identity") == "P1.private"
    assert sides.cover("case.alias") is None


def test_private_facts_and_notes_inside_a_row_stay_covered(sides):
    person = sides.theirs.persons[0]
    person.pronouns = "a pronoun of their own"
    person.medical = Medical(sealed_note="a note under seal")
    told = sides.row(person, sides.theirs)
    assert "pronoun of" not in told
    assert "under seal" not in told


def test_a_place_that_only_they_have_is_named(sides):
    incident = sides.mine.incidents.pop(0)
    assert (
        sides.where(f"{incident.id}.date") == f"Incidents > {incident.id} > {wording('en').field('incident', 'date')}"
    )
