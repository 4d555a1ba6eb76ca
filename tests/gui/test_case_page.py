from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import Kind, fields_of, object_name
from hrd_desktop.core.sections import ELSEWHERE, SECTIONS
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.new_task_line import NewTaskLine
from hrd_desktop.gui.quick_entry import QuickEntry
from tests.gui.case_desk import Desk


@pytest.fixture
def page_of(desk_of, show):
    def make(sample: str = "s1", width: int = 1184, lang: str = "en") -> tuple[Desk, CasePage]:
        desk = desk_of(sample)
        page = CasePage(desk.case, desk.tasks, lang)
        page.resize(width, 728)
        show(page)
        return desk, page

    return make


def focused_place() -> str:
    """The place of the field that has the keyboard."""
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, FieldEditor | QuickEntry | NewTaskLine):
        widget = widget.parentWidget()
    return widget.place if widget is not None else ""


def in_sight(page: CasePage) -> bool:
    """Whether what has the keyboard can be seen in the scrolled section."""
    widget = QApplication.focusWidget()
    scroll = page.stack.currentWidget()
    top = widget.mapTo(scroll.viewport(), widget.rect().topLeft()).y()
    return 0 <= top < scroll.viewport().height()


def one_place_of_each_field(desk: Desk) -> list[str]:
    """For every field of every kind of object in the case, one place, recorded or not."""
    found: dict[tuple[str, str], str] = {}
    for node in walk(desk.case.case):
        kind = object_name(type(node.value))
        if kind in ("review", "staff_answer", "override", "known_by"):
            continue
        for spec in fields_of(type(node.value)):
            place = f"{node.place}.{spec.name}"
            single = spec.kind is Kind.OBJECT and not spec.many
            if spec.name != "id" and place not in ELSEWHERE and not single:
                found.setdefault((kind, spec.name), place)
    return list(found.values())


@pytest.mark.parametrize("half", [0, 1])
def test_every_field_of_the_case_can_be_reached_by_its_place(page_of, half: int) -> None:
    desk, page = page_of("s5")
    places = one_place_of_each_field(desk)
    assert len(places) > 250
    missed = []
    for place in places[half::6]:
        page.show_place(place)
        if focused_place() != place:
            missed.append((place, focused_place()))
    assert missed == []


def test_a_link_brings_the_field_into_sight(page_of, qtbot) -> None:
    _, page = page_of("s5")
    for place in ("P3.custody.basis", "IN2.link_text", "case.asylum.plans_text", "P1.birth.date_info.original"):
        page.show_place(place)
        assert focused_place() == place
        qtbot.waitUntil(lambda: in_sight(page))


def test_a_link_to_a_fact_that_is_not_recorded_opens_where_it_goes(page_of) -> None:
    desk, page = page_of("s1")
    desk.case.clear_object("P1.whereabouts")
    page.show_place("P1.whereabouts")
    assert focused_place().startswith("P1.whereabouts")
    assert page.section == "people"
    page.show_place("P2.returns")
    assert focused_place() == "P2.returns"


def test_a_link_to_a_row_that_is_begun_opens_it(page_of) -> None:
    desk, page = page_of("s1")
    key = desk.case.add_row("P2.documents", {"kind": "passport"})
    page.show_section("work")
    page.show_place(f"{key}.held")
    assert focused_place() == f"{key}.held"


def test_every_open_item_leads_to_fields(page_of) -> None:
    desk, page = page_of("s2")
    places = {place for item in desk.case.assessment.items if not item.clear for place in item.places}
    assert places
    for place in places:
        page.show_section("journal")
        page.show_place(place)
        assert page.section != "journal", place
        assert focused_place(), place


def test_a_link_to_an_item_opens_the_page_where_it_stands(page_of) -> None:
    _, page = page_of("s1")
    for place, section in (
        ("item:E01:P1", "eligibility"),
        ("item:A34b:P2", "admissibility"),
        ("item:H01", "eligibility"),
    ):
        page.show_section("work")
        page.show_place(place)
        assert page.section == section
    page.show_section("work")
    page.show_place("item:A99:P1")
    assert page.section == "work"


def test_an_unknown_place_moves_nothing(page_of) -> None:
    _, page = page_of("s1")
    page.show_section("work")
    for place in ("P99.birth.date", "case.nothing", "IN1.nothing.at.all", ""):
        page.show_place(place)
        assert page.section == "work"


def test_states_follow_the_case(page_of, qtbot) -> None:
    desk, page = page_of("s1")

    def state(key: str) -> str:
        items = [page.sections.item(row) for row in range(page.sections.count())]
        return next(item.text().partition("\n")[2] for item in items if item.data(Qt.ItemDataRole.UserRole) == key)

    assert state("work") == "Done"
    desk.case.set_value("case.hrd.works_as", [])
    qtbot.waitUntil(lambda: state("work") == "In progress")
    desk.case.undo()
    qtbot.waitUntil(lambda: state("work") == "Done")


def test_header_says_how_the_case_stands(page_of, qtbot) -> None:
    desk, page = page_of("s1")
    words = desk.context.words
    assert page.header.alias.text() == "Notebook"
    assert page.header.headline.text() == words.result("headline", desk.case.assessment.headline)
    assert page.header.spaces.text().endswith(str(desk.case.assessment.spaces.accompanying))
    before = page.header.headline.text()
    desk.case.set_value("case.claim.grounds", [])
    qtbot.waitUntil(lambda: page.header.headline.text() != before)


def test_header_names_the_next_deadline(page_of, qtbot) -> None:
    desk, page = page_of("s3")
    page.resize(1300, 800)
    header = page.header
    qtbot.waitUntil(lambda: header.deadline.text().endswith("in 34 days"))
    assert header.deadline.text() == "Planned: Referral sent to IRCC: October 19, 2026, in 34 days"
    desk.case.set_value("MS4.state", "done")
    qtbot.waitUntil(lambda: header.deadline.text().startswith("Status in the host country ends · P1: November 30"))
    page.resize(640, 800)
    qtbot.waitUntil(lambda: header.deadline.text() == "Status in the host country ends · P1: in 76 days")


def test_stage_is_changed_in_the_header(page_of, qtbot) -> None:
    desk, page = page_of("s1")
    page.header.stage.setFocus()
    qtbot.keyClick(page.header.stage, Qt.Key.Key_Down)
    assert desk.stored("case.stage") == "submitted_to_partner"


def test_undo_and_redo_by_keyboard(page_of, qtbot) -> None:
    desk, page = page_of("s1")
    page.sections.setFocus()
    assert not page.header.undo.isEnabled()
    desk.case.set_value("IN1.place", "Mokha")
    qtbot.keyClick(page.sections, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.case.value("IN1.place") == "Taizz"
    qtbot.keyClick(page.sections, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.stored("IN1.place") == "Mokha"


def test_undo_from_within_a_text_takes_the_last_step_back_once_the_text_has_nothing_to_take_back(
    page_of, qtbot
) -> None:
    desk, page = page_of("s1")
    desk.case.set_value("IN1.place", "Mokha")
    page.show_place("IN1.place")
    line = QApplication.focusWidget()
    qtbot.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.case.value("IN1.place") == "Taizz"
    page.show_place("IN1.description")
    desk.case.set_value("IN1.place", "Mokha")
    paper = QApplication.focusWidget()
    qtbot.keyClick(paper, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.case.value("IN1.place") == "Taizz"


def test_help_follows_the_keyboard(page_of) -> None:
    _, page = page_of("s1", width=1600)
    assert page.help_panel.isVisible()
    page.show_place("P1.birth.date")
    assert page.help_panel.title.text() == "Date of birth"
    birth = page.help_panel.why.text()
    page.show_place("case.claim.grounds")
    assert page.help_panel.why.text() not in ("", birth)


def test_sections_open_by_arrow_key(page_of, qtbot) -> None:
    _, page = page_of("s1")
    page.sections.setFocus()
    qtbot.keyClick(page.sections, Qt.Key.Key_Down)
    assert page.section == SECTIONS[1].key
    assert page.stack.currentWidget().section is SECTIONS[1]


def test_names_are_not_on_the_page_until_asked_for(page_of, qtbot) -> None:
    desk, page = page_of("s1")
    page.show_place("P1.names")
    family = [name.family for person in desk.case.case.persons for name in person.names if name.family]

    def read_out() -> str:
        texts = [w.text() for w in page.findChildren(QLabel)] + [w.text() for w in page.findChildren(QAbstractButton)]
        return "\n".join(texts + [w.accessibleName() for w in page.findChildren(QWidget)])

    assert family
    assert not [name for name in family if name in read_out()]
    qtbot.mouseClick(page.header.names, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: family[0] in read_out())


def test_language_switches_live_and_the_place_is_kept(page_of, qtbot) -> None:
    _, page = page_of("s1")
    page.show_section("work")
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("fr"))
        QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
        qtbot.waitUntil(lambda: page.context.words.lang == "fr")
        assert page.section == "work"
        labels = [label.text() for label in page.stack.currentWidget().findChildren(QLabel)]
        assert page.context.words.field("hrd", "summary") in labels
    finally:
        QLocale.setDefault(before)


CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


def test_every_control_has_a_name_for_those_who_listen(page_of) -> None:
    _, page = page_of("s1")
    page.show_place("P1.birth.date_info.original")
    nameless = []
    for section in SECTIONS:
        page.show_section(section.key)
        for kind in CONTROLS:
            for control in page.findChildren(kind):
                inner = isinstance(control.parent(), QComboBox)
                text = control.text() if isinstance(control, QAbstractButton) else ""
                if control.isVisible() and not inner and not (control.accessibleName() or text):
                    nameless.append((section.key, type(control).__name__, control.objectName()))
    assert nameless == []


@pytest.mark.parametrize(("percent", "lang"), [(100, "en"), (200, "fr")])
def test_nothing_is_cut_off_sideways(page_of, dressed, percent: int, lang: str, qtbot) -> None:
    dressed.set("light", percent)
    _, page = page_of("s5", lang=lang)
    long_labels = ("case.family_list.declared_counts", "P1.history", "P2.plan")
    for place in (
        *long_labels,
        "P1.birth.date_info.original",
        "IN1.acts",
        "case.asylum.conditions",
        "case.partner",
        "EV1.supports",
    ):
        page.show_place(place)
        scroll = page.stack.currentWidget()
        qtbot.waitUntil(lambda scroll=scroll: scroll.content.width() <= scroll.viewport().width())
        assert scroll.horizontalScrollBar().maximum() == 0, place
        assert page.width() <= 1184


def test_help_gives_way_to_large_letters_and_comes_on_request(page_of, dressed, qtbot) -> None:
    dressed.set("light", 200)
    _, page = page_of("s1")
    assert not page.help_panel.isVisible()
    qtbot.mouseClick(page.header.help, Qt.MouseButton.LeftButton)
    assert page.help_panel.isVisible()
    qtbot.mouseClick(page.help_panel.close_help, Qt.MouseButton.LeftButton)
    assert not page.help_panel.isVisible()


def test_what_is_typed_is_saved_when_another_section_opens(page_of, qtbot) -> None:
    desk, page = page_of("s1")
    page.show_place("IN1.place")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "Mokha")
    page.show_section("people")
    assert desk.stored("IN1.place") == "Mokha"
