"""The guided questions come in the order of the paper and carry its numbers."""

from __future__ import annotations

import pytest

from hrd_desktop.core.numbers import ON_PAPER, number_of
from hrd_desktop.core.sections import section_by_key
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.guided_walk import row_questions, section_questions
from hrd_desktop.gui.section_page import SectionPage
from hrd_desktop.gui.trail import trail_of


def pair(number: str) -> tuple[int, int]:
    section, question = number.split(".")
    return int(section), int(question)


@pytest.mark.parametrize("key", ON_PAPER)
def test_guided_mode_asks_in_the_order_of_the_paper(desk_of, key: str) -> None:
    case = desk_of("s5").case
    person = "P1" if key == "background" else ""
    asked = list(section_questions(case, section_by_key(key), person))
    numbers = [number_of(trail_of(case, question.place)) for question in asked]
    by_person: dict[str, list[tuple[int, int]]] = {}
    for question, number in zip(asked, numbers, strict=True):
        if number:
            by_person.setdefault(question.place.partition(".")[0], []).append(pair(number))
    assert all(found == sorted(found) for found in by_person.values())
    assert by_person


def test_questions_of_a_row_have_the_order_of_the_paper(desk_of) -> None:
    case = desk_of("s5").case
    for row in ("IN1", "AD1", case.case.persons[0].history[0].id, case.case.consents[0].id):
        numbers = [number_of(trail_of(case, question.place)) for question in row_questions(case, row)]
        found = [pair(number) for number in numbers if number]
        assert len(found) > 3
        assert found == sorted(found)


def test_the_number_stands_beside_the_question(desk_of, show) -> None:
    desk = desk_of("s1")
    page = CasePage(desk.case, desk.tasks, "en")
    show(page)
    page.show_section("asylum")
    shown = page.stack.currentWidget()
    assert isinstance(shown, SectionPage)
    shown.switch.one.click()
    assert shown.guided is not None
    assert shown.guided.place == "case.asylum.host_country"
    assert shown.guided.progress.text().endswith(" · on paper 6.1")
