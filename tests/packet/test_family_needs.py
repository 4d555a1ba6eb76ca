"""Family, specific needs, background, disclosure and the timeline: what they say, of whom, and what they leave out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import page as checker
import pytest

from hrd_desktop.core.background import Act, Background, Charge, Conviction, Reply, Service
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.family_tree import layout
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.kin import Custody, Dependency, Parent, Union
from hrd_desktop.core.person import Medical, Person, SpecificNeed, Whereabouts
from hrd_desktop.core.staff import Review
from hrd_desktop.packet.chart import Told, chart
from hrd_desktop.packet.flow import Box, Drawing, Rule, Strip, Text, texts_in
from hrd_desktop.packet.styles import BLOCK_HEIGHT, BLOCK_WIDTH
from tests.packet.every_field import told_by
from tests.packet.paper import ON, packet_of, pages_of, sample


def _kin(number: int, **given: object) -> Person:
    facts = {
        "id": f"P{number}",
        "relation": "child",
        "plan": "accompanying",
        "names": [Name(id=f"N{number}0", kind="document", family="Okparaku", given=f"Mirembe{number}")],
        "birth": Birth(date=PartialDate(2010, 3, 4)),
    }
    return Person(**(facts | given))  # type: ignore[arg-type]  # the fields are those of Person


def _large(children: int) -> Case:
    """A family with as many children of the two first persons."""
    case = sample("s1")
    for number in range(20, 20 + children):
        parents = [
            Parent(id=f"PA{number}{who}", person=who, role=role, kind="biological")  # type: ignore[arg-type]
            for who, role in (("P1", "father"), ("P2", "mother"))
        ]
        case.persons.append(_kin(number, parents=parents))
    return case


def _drawn(case: Case, *, names: bool = False) -> list[Strip]:
    tree = layout(case, ON)
    called = {person.id: f"{person.names[0].given} {person.names[0].family}" for person in case.persons if names}
    told = {
        box.key: Told(called.get(box.key, f"Name of {box.key}"), ["Principal applicant", "40 years old"], box.key)
        for box in tree.boxes
    }
    return [strip for _, strip in chart(tree, told, str, lambda number, count: f"{number}/{count}")]


@pytest.mark.parametrize("children", [0, 2, 5, 9, 24])
def test_everybody_stands_in_the_chart_once_and_whole(children: int) -> None:
    case = _large(children)
    strips = _drawn(case)
    said = " ".join(text.line.text for strip in strips for text in texts_in(strip))
    for person in case.persons:
        assert said.split().count(person.id) == 1, person.id
    for strip in strips:
        (drawing,) = strip.marks
        assert isinstance(drawing, Drawing)
        wide, tall = (drawing.height, drawing.width) if drawing.quarter else (drawing.width, drawing.height)
        assert wide <= BLOCK_WIDTH + 0.01
        assert tall == strip.height <= BLOCK_HEIGHT - 60
        boxes = [part for part in drawing.parts if isinstance(part, Box)]
        for box in boxes:
            assert 0 <= box.x <= box.x + box.width <= drawing.width
            assert 0 <= box.y <= box.y + box.height <= drawing.height
        for text in drawing.parts:
            if isinstance(text, Text):
                assert any(
                    box.x <= text.x
                    and text.x + text.line.width <= box.x + box.width
                    and box.y < text.y < box.y + box.height
                    for box in boxes
                ), text.line.text
                assert text.line.style.size >= 10


def test_long_names_stay_inside_their_boxes() -> None:
    case = _large(5)
    for person in case.persons:
        person.names[0].given, person.names[0].family = "Mirembe-Alexandrine Celestine", "Okparaku-Lunganzila wa Mbombo"
    for strip in _drawn(case, names=True):
        (drawing,) = strip.marks
        assert isinstance(drawing, Drawing)
        boxes = [part for part in drawing.parts if isinstance(part, Box)]
        texts = [part for part in drawing.parts if isinstance(part, Text)]
        for text in texts:
            top, bottom = text.y - text.line.ascent, text.y + text.line.descent
            assert any(box.x <= text.x < box.x + box.width and box.y <= top and bottom <= box.y + box.height
                       for box in boxes), text.line.text  # fmt: skip


def test_a_wide_family_goes_over_several_pages_that_say_so() -> None:
    assert len(_drawn(_large(24))) > 1
    made = packet_of(_large(24), parts=("family",))
    text = " ".join(pages_of(made.data))
    assert "Part 1 of" in text
    assert "Part 2 of" in text
    for profile in ("ua1", "2a"):
        assert checker.validate_pdf_bytes(made.data, profile=profile).is_compliant  # type: ignore[arg-type]


def test_the_chart_says_in_words_what_it_shows() -> None:
    told = told_by(sample("s1"))
    (chart_words,) = [line for line in told.splitlines() if line.startswith("Family chart. ")]
    for said in ("Nabhan Saleh Qasimawi", "P3 – Child", "In a union with Ruwayda Haddarani", "Child of Nabhan"):
        assert said in chart_words, said
    assert "By birth" in told


def test_lines_of_an_ended_union_and_an_adoption_differ() -> None:
    case = sample("s1")
    plain = [part for strip in _drawn(case) for part in strip.marks[0].parts if isinstance(part, Rule)]  # type: ignore[union-attr]
    case.unions = [replace(union, status="ended") for union in case.unions]
    case.persons[2].parents = [replace(parent, kind="adoptive") for parent in case.persons[2].parents]
    other = [part for strip in _drawn(case) for part in strip.marks[0].parts if isinstance(part, Rule)]  # type: ignore[union-attr]
    assert not any(part.dash for part in plain)
    assert any(part.dash for part in other)
    assert not any(part.weight == 1.1 for part in plain)
    assert sum(part.weight == 1.1 for part in other) == 2 * len(case.unions)


def test_custody_absent_members_and_linked_cases() -> None:
    case = sample("s1")
    case.persons[2].custody = Custody(holder="both_parents", decided_on=PartialDate(2024, 2, 3))
    away = Whereabouts(status="detained", country="YE", place="Zimtgasse", in_hiding="no")
    case.persons.append(_kin(7, plan="non_accompanying", whereabouts=away))
    case.persons.append(_kin(8, plan="linked_case", linked_case_code="HRD-2026-X8"))
    case.unions.append(
        Union(id="UN9", partner_a="P1", partner_b_name="Tuvalessa", kind="religious_marriage", status="ended")
    )
    family = told_by(case, ("family",))
    for said in ("February 3, 2024", "Mirembe7 Okparaku", "Zimtgasse", "HRD-2026-X8", "Tuvalessa", "Linked cases"):
        assert said in family, said
    away.in_hiding = "yes"
    assert "Zimtgasse" not in told_by(case)


def test_health_is_told_only_to_whom_the_person_agreed() -> None:
    case = sample("s1")
    person = case.persons[0]
    person.medical = Medical(has_need="yes", pregnancy_due=PartialDate(2027, 1, 9))
    person.specific_needs = [SpecificNeed(id="SN1", kind="disability"), SpecificNeed(id="SN2", kind="single_parent")]
    person.dependency = Dependency(condition="Zaubernussblatt", text="Zimtrinde")
    person.background = Background(k=Reply(answer="yes", details="Mondsame"))
    private = ("January 9, 2027", "Disability", "Zaubernussblatt", "Zimtrinde", "Mondsame")
    told = told_by(case)
    assert all(word in told for word in private)
    for change in (
        {"scopes": ["store", "share"]},
        {"recipients": ["unhcr"]},
        {"withdrawn_on": date(2026, 9, 1)},
        {"person": "P2"},
    ):
        other = replace(case, consents=[replace(consent, **change) for consent in case.consents])
        told = told_by(other)
        assert not [word for word in private if word in told], change
        assert "Single parent" in told


def test_a_later_refusal_counts_against_an_earlier_yes() -> None:
    case = sample("s1")
    case.persons[0].medical = Medical(has_need="yes", pregnancy_due=PartialDate(2027, 1, 9))
    assert "January 9, 2027" in told_by(case)
    yes = next(consent for consent in case.consents if consent.person == "P1")
    case.consents.append(replace(yes, id="CO9", decision="refused", signed_on=date(2026, 9, 2)))
    assert "January 9, 2027" not in told_by(case)


def test_background_is_told_of_those_of_age() -> None:
    case = sample("s1")
    assert "Background" in told_by(case)
    grown = told_by(case)
    child = case.persons[2]
    child.addresses = [replace(case.persons[0].addresses[0], id="AD99", street="Zimtgasse 4")]
    assert "Zimtgasse 4" not in told_by(case)
    child.birth = Birth(date=PartialDate(2001, 1, 1))
    assert "Zimtgasse 4" in told_by(case)
    assert "Zimtgasse 4" not in grown


def test_disclosure_tells_facts_and_the_day_of_a_review_never_what_came_of_it() -> None:
    case = sample("s1")
    assert "Conviction –" not in told_by(case)
    person = case.persons[0]
    person.convictions = [Conviction(id="CV1", date=PartialDate(2019, 4), country="YE", offence="Zimtdiebstahl",
                                     sentence="eleven weeks", political="yes")]  # fmt: skip
    person.charges = [Charge(id="CH1", country="YE", offence="Nussraub", outcome="dropped")]
    person.service = [Service(id="SE1", kind="army", country="YE", start=PartialDate(2004), senior="no")]
    person.acts = [Act(id="AC1", country="YE", description="Stone thrown", with_organisation="no")]
    told = told_by(case)
    for said in ("Zimtdiebstahl", "eleven weeks", "Nussraub", "Stone thrown"):
        assert said in told, said
    assert "Legal review recorded" not in told
    review = Review(id="RV1", item="A36.1", person="P1", reviewer="Z. Quell", capacity="lawyer",
                    reviewed_on=date(2026, 8, 3), outcome="concern")  # fmt: skip
    case.reviews = [review]
    once = told_by(case)
    assert "Legal review recorded on August 3, 2026" in once
    assert "Quell" not in once
    case.reviews = [replace(review, outcome="cleared")]
    assert told_by(case) == once
    for other in (
        replace(review, person="P2"),
        replace(review, reviewed_on=date(2026, 12, 1)),
        replace(review, item="E12"),
    ):
        case.reviews = [other]
        assert "Legal review recorded" not in told_by(case)


def test_the_timeline_says_what_it_shows_and_nothing_that_no_part_tells() -> None:
    case = sample("s1")
    lines = [line for line in told_by(case).splitlines() if line.startswith("Timeline, ")]
    assert lines
    assert "November 14, 2023" in " ".join(lines)
    case.persons[0].charges = [Charge(id="CH1", date=PartialDate(2019, 4, 5), country="YE", offence="Nussraub")]
    assert not [line for line in told_by(case).splitlines() if line.startswith("Timeline") and "Nussraub" in line]
    text = " ".join(pages_of(packet_of(case, parts=("claim",)).data))
    assert "Under Fire at Work" not in text
    assert "Under Fire at Work" in " ".join(pages_of(packet_of(case, parts=("profile", "claim")).data))


def test_a_case_with_hardly_any_dates_has_no_timeline() -> None:
    case = sample("s1")
    assert case.hrd is not None
    assert case.asylum is not None
    assert case.claim is not None
    case.hrd.activities, case.hrd.outputs, case.asylum.statuses, case.milestones = [], [], [], []
    case.incidents, case.claim.complaints = case.incidents[:1], []
    assert "Timeline, " not in told_by(case)
