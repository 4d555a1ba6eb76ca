"""One person at a time: whose items are in sight, how to get to the next, and what is still open for whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from hrd_desktop.gui.admissibility_page import AdmissibilityPage
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.i18n import Language
from hrd_desktop.services import findings
from tests.gui.case_desk import Desk

Made = tuple[Desk, AdmissibilityPage]


@pytest.fixture
def page_of(desk_of, show) -> Callable[..., Made]:
    def make(sample: str = "s2") -> Made:
        desk = desk_of(sample)
        page = AdmissibilityPage(desk.context)
        page.resize(700, 900)
        show(page)
        desk.qtbot.waitUntil(lambda: list(page.cards) == list(page.shown_items()))
        return desk, page

    return make


@pytest.fixture
def case_page_of(desk_of, show) -> Callable[..., tuple[Desk, CasePage]]:
    def make(sample: str = "s2", size: tuple[int, int] = (1184, 728)) -> tuple[Desk, CasePage]:
        desk = desk_of(sample)
        page = CasePage(desk.case, desk.tasks, "en")
        page.resize(*size)
        show(page)
        return desk, page

    return make


def people(page: AdmissibilityPage) -> dict[str, bool]:
    """The buttons of the persons, and which of them is chosen."""
    chips = page.people.findChildren(QPushButton)
    return {chip.text().replace("\n", " "): chip.isChecked() for chip in chips if not chip.isHidden()}


def of_person(desk: Desk, person: str) -> list[tuple[str, str | None]]:
    return [(i.id, i.person) for i in desk.case.assessment.items if i.person == person and i.id[0] in "APD"]


def waiting(desk: Desk, person: str) -> list[tuple[str, str | None]]:
    open_ones = {(i.id, i.person) for i in desk.case.assessment.items if i.severity not in (None, "INFO")}
    return [key for key in of_person(desk, person) if key in open_ones]


def test_the_items_of_one_person_are_in_sight_with_who_it_is(page_of) -> None:
    desk, page = page_of()
    items = {(item.id, item.person): item for item in desk.case.assessment.items}
    assert list(page.cards) == of_person(desk, "P1") != []
    assert page.pinned.who.text() == "P1 · Principal applicant"
    assert page.pinned.how.text() == f"Person 1 of 3. Open: {len(waiting(desk, 'P1'))}"
    for key, card in page.cards.items():
        assert card.line.accessibleName().endswith(": " + findings.standing(items[key], desk.context.words))
    assert page.cards["A34a", "P1"].line.accessibleName() == "Spying, P1 · Principal applicant: Nothing on file"


def test_who_still_has_open_items_is_told_and_reached_by_a_click(page_of) -> None:
    desk, page = page_of()
    labels = {"P1": "P1 · Principal applicant", "P2": "P2 · Spouse", "P3": "P3 · Child"}
    wanted = {}
    for person, label in labels.items():
        count = len(waiting(desk, person))
        wanted[f"{label}: {count} open" if count else f"{label}: nothing open"] = person == "P1"
    assert people(page) == wanted
    assert len(waiting(desk, "P2")) > 0
    chip = next(c for c in page.people.findChildren(QPushButton) if "P2" in c.text())
    desk.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: list(page.cards) == of_person(desk, "P2"))
    assert page.pinned.who.text() == "P2 · Spouse"


def test_persons_follow_each_other_by_key_and_by_button_round_and_round(page_of) -> None:
    desk, page = page_of()
    alt = Qt.KeyboardModifier.AltModifier
    seen = []
    for _ in range(3):
        desk.qtbot.keyClick(page, Qt.Key.Key_PageDown, alt)
        seen.append(page.person)
    assert seen == ["P2", "P3", "P1"]
    desk.qtbot.keyClick(page, Qt.Key.Key_PageUp, alt)
    assert page.person == "P3"
    desk.qtbot.mouseClick(page.pinned.before, Qt.MouseButton.LeftButton)
    assert page.person == "P2"
    assert {each.accessibleName() for each in (page.pinned.before, page.pinned.after)} == {
        "Previous person",
        "Next person",
    }


def test_the_next_open_item_is_one_of_the_same_person(page_of) -> None:
    desk, page = page_of()
    page.show_person("P2")
    for key in waiting(desk, "P2"):
        desk.qtbot.keyClick(page, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert [k for k, card in page.cards.items() if card.line.isChecked()] == [key]


def test_only_what_is_open_shows_on_request_and_what_is_being_read_stays(page_of) -> None:
    desk, page = page_of()
    page.show_item("A34a", "P1")
    page.only_open.setChecked(True)
    seen = [key for key, card in page.cards.items() if card.isVisible()]
    assert seen == [("A34a", "P1"), *waiting(desk, "P1")]
    page.cards["A34a", "P1"].line.setChecked(False)
    assert not page.cards["A34a", "P1"].isVisible()
    heads = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "Questions the law puts about each person" in heads
    page.show_person("P3")
    assert page.only_open.isChecked()
    page.only_open.setChecked(False)
    desk.qtbot.waitUntil(lambda: list(page.cards) == of_person(desk, "P3"))
    assert all(card.isVisible() for card in page.cards.values())


def test_names_show_only_on_request(page_of) -> None:
    desk, page = page_of("s1")
    assert page.pinned.who.text() == "P1 · Principal applicant"
    desk.context.set_show_names(True)
    name = next(name for name in desk.case.case.persons[0].names if name.kind in ("document", "legal"))
    assert (name.full or name.given or "") in page.pinned.who.text()
    assert page.pinned.who.text() != "P1 · Principal applicant"


def test_the_days_of_a_person_stand_with_the_person(page_of) -> None:
    desk, page = page_of("s5")
    of_staff = [alert for alert in desk.case.assessment.alerts if alert.audience == "staff"]
    assert {alert.person for alert in of_staff} >= {None, "P3"}
    assert not page.days.isVisible()
    page.show_person("P3")
    assert len(page.days.lines) == sum(alert.person == "P3" for alert in of_staff)
    assert page.days.isVisible()


def test_what_is_for_the_lawyer_is_not_among_the_days_of_a_person(page_of) -> None:
    desk, page = page_of("s4")
    shown = [line.accessibleName() for line in page.days.lines]
    hidden = [a for a in desk.case.assessment.alerts if a.audience == "lawyer" and a.person == "P1"]
    assert hidden
    assert len(shown) == sum(a.audience == "staff" and a.person == "P1" for a in desk.case.assessment.alerts)


def test_a_diverted_case_by_place_has_nothing_to_go_through(page_of) -> None:
    desk, page = page_of("s1")
    with desk.qtbot.waitSignal(desk.case.assessed):
        desk.case.set_value("P1.whereabouts.country", "CA")
    assert page.cards == {}
    assert not page.pinned.isVisible()
    assert page.count.text() == "There is nothing to go through for anybody here."


def test_the_name_stays_in_sight_while_the_page_scrolls(case_page_of) -> None:
    desk, page = case_page_of()
    page.show_place("item:D-BG:P2")
    scroll = page.stack.currentWidget()
    assert isinstance(scroll, QScrollArea)
    inner = scroll.property("inner")
    bar: QWidget = inner.pinned
    desk.qtbot.waitUntil(lambda: scroll.verticalScrollBar().value() > 0)
    assert bar.who.text() == "P2 · Spouse"
    top = bar.mapTo(scroll, bar.rect().topLeft())
    assert (top.x(), top.y()) == (0, 0)
    assert not bar.visibleRegion().isEmpty()
    assert scroll.viewport().geometry().top() >= bar.geometry().bottom()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_is_wider_than_the_page(case_page_of, dressed, percent: int) -> None:
    dressed.set("light", percent)
    desk, page = case_page_of()
    page.show_place("item:D-BG:P2")
    scroll = page.stack.currentWidget()
    desk.qtbot.waitUntil(lambda: scroll.widget().width() <= scroll.viewport().width())
    bar = scroll.property("inner").pinned
    for label in (bar.who, bar.how):
        assert label.height() >= label.heightForWidth(label.width())


def test_a_link_is_followed_to_the_facts_and_back_again(case_page_of) -> None:
    desk, page = case_page_of()
    page.show_section("review")
    review = page.stack.currentWidget().property("inner")
    line = next(line for line in review.groups[1].lines.lines if line.place == "item:D-BG:P2")
    desk.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert page.section == "admissibility"
    assert page.back.said.text() == "Back to: Review"
    inner = page.stack.currentWidget().property("inner")
    desk.qtbot.mouseClick(inner.cards["D-BG", "P2"].body.missing.lines[0], Qt.MouseButton.LeftButton)
    assert page.section == "background:P2"
    assert page.back.said.text() == "Back to: Background questions a to k · P2 · Spouse"
    desk.qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.section == "admissibility"
    assert inner.open_place() == "item:D-BG:P2"
    desk.qtbot.mouseClick(page.back.button, Qt.MouseButton.LeftButton)
    assert page.section == "review"
    assert not page.back.isVisible()


def test_the_way_back_is_forgotten_when_somebody_goes_elsewhere(case_page_of) -> None:
    desk, page = case_page_of()
    page.show_place("item:E06:P1")
    inner = page.stack.currentWidget().property("inner")
    desk.qtbot.mouseClick(inner.cards["E06", "P1"].body.missing.lines[0], Qt.MouseButton.LeftButton)
    assert page.back.isVisible()
    page.sections.setFocus()
    desk.qtbot.keyClick(page.sections, Qt.Key.Key_Down)
    assert not page.back.isVisible()


def test_the_way_back_speaks_the_language_in_use(case_page_of, language: Language) -> None:
    desk, page = case_page_of()
    page.show_place("item:E06:P1")
    inner = page.stack.currentWidget().property("inner")
    desk.qtbot.mouseClick(inner.cards["E06", "P1"].body.missing.lines[0], Qt.MouseButton.LeftButton)
    english = page.back.said.text()
    language.set("fr")
    desk.qtbot.waitUntil(lambda: page.back.said.text() != english)
    assert "Demandeur principal" in page.back.said.text()
