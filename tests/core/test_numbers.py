"""The small numbers of questions: one each, in the order of the sections, found from any place of a case."""

from __future__ import annotations

from itertools import pairwise

from hrd_desktop.core.numbers import ON_PAPER, fields_on, number_of, sheets
from hrd_desktop.core.schema import Kind
from hrd_desktop.core.sections import SECTIONS


def every_number() -> list[str]:
    """The numbers in the order in which a reader of the paper meets them."""
    found: list[str] = []

    def walk(asked) -> None:
        for one in asked:
            if one.spec.target is None:
                found.append(one.number)
            else:
                walk(fields_on(one.path, one.spec.target))

    for section in SECTIONS:
        if section.key in ON_PAPER:
            for sheet in sheets(section):
                walk(fields_on(sheet.path, sheet.cls, (sheet.group,)))
    return found


def test_each_question_has_one_number_and_they_rise():
    found = every_number()
    assert len(found) > 300
    as_pairs = [tuple(map(int, number.split("."))) for number in found]
    assert as_pairs == sorted(set(as_pairs))
    assert {section for section, _ in as_pairs} == set(range(1, len(ON_PAPER) + 1))
    assert all(b in ((a[0], a[1] + 1), (a[0] + 1, 1)) for a, b in pairwise(as_pairs))


def test_the_number_of_a_place_is_that_of_its_question_in_whatever_row():
    trail = ["case.persons", "P2", "P2.birth", "P2.birth.date"]
    assert number_of(trail) == number_of(["case.persons", "P1", "P1.birth", "P1.birth.date"]) != ""
    assert number_of(["case.consents", "CO1", "CO1.person"]) == "1.1"
    assert number_of(["case.hrd", "case.hrd.summary"]) == "4.1"
    assert number_of(["case.persons", "P1", "P1.background", "P1.background.a", "P1.background.a.answer"])


def test_what_is_not_on_paper_has_no_number():
    assert number_of(["case.evidence", "EV1", "EV1.title"]) == ""
    assert number_of(["case.persons", "P1", "P1.sexual_orientation"]) == ""
    assert number_of(["case.persons", "P1", "P1.medical", "P1.medical.sealed_note"]) == ""
    assert number_of(["case.persons", "P1", "P1.note"]) == ""
    assert number_of([]) == ""


def test_only_persons_can_be_pointed_at_on_paper():
    def refs(asked) -> set[str | None]:
        found = set()
        for one in asked:
            if one.spec.kind is Kind.REF:
                found.add(one.spec.ref)
            if one.spec.target is not None:
                found |= refs(fields_on(one.path, one.spec.target))
        return found

    every = [sheet for section in SECTIONS if section.key in ON_PAPER for sheet in sheets(section)]
    assert set().union(*(refs(fields_on(s.path, s.cls, (s.group,))) for s in every)) == {"person"}
