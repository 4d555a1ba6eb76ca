"""The timeline in the window: what is drawn and listed, its filters, its keys, and the way to each entry."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.places import known_place
from hrd_desktop.core.timeline import KINDS
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.timeline_page import TimelinePage
from hrd_desktop.wording import wording
from tests.gui.case_desk import Desk

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def desk(desk_of: Callable[..., Desk]) -> Desk:
    return desk_of("s5")


@pytest.fixture
def page(desk: Desk, show: Show) -> TimelinePage:
    made = TimelinePage(desk.context)
    made.resize(900, 640)
    show(made)
    return made


def places(page: TimelinePage) -> list[str]:
    if not page.listed.isChecked():
        page.listed.click()
    return [page.list.item(i).data(Qt.ItemDataRole.UserRole) for i in range(page.list.count())]


def choose(box, code: str | None) -> None:
    box.setCurrentIndex(box.findData(code) if code else 0)
    box.activated.emit(box.currentIndex())


def test_all_that_is_drawn_is_listed_and_leads_somewhere(page: TimelinePage, desk: Desk):
    choose(page.period, None)
    drawn = {mark.event.place for mark in page.view.marks}
    assert len(page.view.marks) > 40
    assert drawn <= set(places(page))
    assert all(known_place(desk.case.case, place) for place in places(page))


def test_filters_by_kind_person_and_years(page: TimelinePage):
    choose(page.period, None)
    every = len(places(page))
    choose(page.kind, "incident")
    assert {mark.event.kind for mark in page.view.marks} == {"incident"}
    choose(page.kind, None)
    choose(page.person, "P2")
    assert all(not mark.event.persons or "P2" in mark.event.persons for mark in page.view.marks)
    choose(page.person, None)
    choose(page.period, "2")
    assert 0 < len(places(page)) < every


def test_a_gap_is_drawn_in_words_and_leads_to_the_table(page: TimelinePage, desk: Desk, qtbot):
    choose(page.kind, "holes")
    assert not page.view.marks
    assert "No gap" in page.count.text()
    desk.case.remove_row(desk.case.case.persons[0].addresses[-1].id)
    qtbot.waitUntil(lambda: len(page.view.marks) == 1)
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    assert page.view.marks[0].event.shape == "gap"
    assert page.told.text().startswith("Nothing recorded from ")
    assert places(page) == ["P1.addresses"]


def test_a_name_stands_nowhere_until_names_are_shown(page: TimelinePage, desk: Desk):
    names = [part for p in desk.case.case.persons for n in p.names for part in (n.family, n.given, n.full) if part]

    page.listed.click()

    def said() -> str:
        texts = [page.list.item(i).text() for i in range(page.list.count())]
        texts += [page.person.itemText(i) for i in range(page.person.count())]
        return "\n".join(texts)

    assert not [name for name in names if name in said()]
    desk.context.set_show_names(True)
    assert [name for name in names if name in said()]


def test_keys_go_from_mark_to_mark_and_enter_opens_the_entry(page: TimelinePage, qtbot):
    view, went = page.view, []
    page.go_to.connect(went.append)
    view.setFocus()
    assert view.current is not None
    qtbot.keyClick(view, Qt.Key.Key_Home)
    first = view.current
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.current is not first
    assert page.told.text() == view.current.told == view.accessibleDescription()
    before = view._chosen.y
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view._chosen.y > before
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert went == [view.marks[-1].event.place]


def test_arrows_follow_the_eye_from_right_to_left(page: TimelinePage, qtbot):
    page.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    assert page.view.current.event is page.view.marks[1].event


def test_zoom_by_keys_and_wheel_keeps_the_chosen_in_sight(page: TimelinePage, qtbot):
    view = page.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(1.5**4)
    assert 0 <= view._chosen.x - view.horizontalScrollBar().value() <= view.viewport().width()
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.zoom == 1
    at = QPointF(200, 100)
    wheel = QWheelEvent(
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom == 1.5


def test_a_click_on_a_mark_opens_its_entry(page: TimelinePage, qtbot):
    view, went = page.view, []
    page.go_to.connect(went.append)
    mark = min(view.marks, key=lambda mark: mark.y)
    at = QPoint(round(mark.label_x) + 6, round(view._axis() + mark.y) + 6)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert went == [mark.event.place]


def test_an_edit_elsewhere_is_drawn_at_once(page: TimelinePage, desk: Desk, qtbot):
    incident = next(incident for incident in desk.case.case.incidents if incident.date_to is None)
    desk.case.set_value(f"{incident.id}.date", PartialDate(2022, 2, 3))
    qtbot.waitUntil(
        lambda: any(
            m.event.place == incident.id and m.event.begins.first.isoformat() == "2022-02-03" for m in page.view.marks
        )
    )


def test_what_has_no_date_is_said_and_listed_last(page: TimelinePage, desk: Desk, qtbot):
    desk.case.set_value("P1.birth.date", None)
    qtbot.waitUntil(lambda: places(page)[-1] == "P1.birth.date")
    assert "Without a date" in page.count.text()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_kind_has_its_heading(desk: Desk, show: Show, lang: str):
    page = TimelinePage(FieldContext(desk.case, wording(lang)))
    show(page)
    assert page.kind.count() == len(KINDS) + 2


def test_the_page_of_the_case_follows_it_to_the_entry(desk: Desk, show: Show, qtbot):
    case_page = CasePage(desk.case, desk.tasks, "en")
    case_page.resize(1200, 800)
    show(case_page)
    case_page.show_section("timeline")
    inner = case_page.pages.inner("timeline")
    inner.go_to.emit(desk.case.case.incidents[0].id)
    assert case_page.section == "incidents"
