"""The family page: a tree for the keyboard, everybody linked once, and the questions about further members."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton

from hrd_desktop.errors import EditRefused
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.gui.add_relative_dialog import AddRelativeDialog
from hrd_desktop.gui.editors.removal import RemovalDialog
from hrd_desktop.gui.family_edits import NewRelative, add_relative
from hrd_desktop.gui.family_paint import broken
from hrd_desktop.gui.family_section import FamilySection
from hrd_desktop.gui.family_ties import TiesLine
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.next_person import NextPerson
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.services import cases
from tests.gui.case_desk import NOW, Desk


@pytest.fixture
def page(desk: Desk, show) -> FamilySection:
    made = FamilySection(desk.context)
    made.resize(900, 900)
    show(made)
    return made


def test_arrows_go_from_box_to_box_and_enter_opens_the_person(desk: Desk, page: FamilySection, qtbot) -> None:
    page.chart.focus_box("P1")
    first = page.chart.boxes["P1"]
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert page.chart.boxes["P2"].hasFocus()
    qtbot.keyClick(page.chart.boxes["P2"], Qt.Key.Key_Down)
    assert page.chart.boxes["P3"].hasFocus()
    with qtbot.waitSignal(desk.context.lead_to) as led:
        qtbot.keyClick(page.chart.boxes["P3"], Qt.Key.Key_Return)
    assert led.args == ["P3.relation"]


def test_only_one_box_is_reached_by_tab(page: FamilySection) -> None:
    page.chart.focus_box("P2")
    reached = [key for key, box in page.chart.boxes.items() if box.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    assert reached == ["P2"]


def test_boxes_say_everything_and_names_only_when_they_are_shown(desk: Desk, page: FamilySection, qtbot) -> None:
    box = page.chart.boxes["P3"]
    assert box.accessibleName() == "P3 · Child, 7 years old, Travels with the family"
    assert box.accessibleDescription() == "Child of P2; Child of P1"
    given = desk.case.value("P3.names")[0].given
    texts = [*(one.accessibleName() for one in page.chart.boxes.values()), *(_lines(page))]
    assert not any(given in text or "Qasimawi" in text for text in texts)
    desk.context.set_show_names(True)
    qtbot.waitUntil(lambda: given in page.chart.boxes["P3"].accessibleName())
    assert any("Qasimawi" in one.accessibleName() for one in page.chart.boxes.values())


def test_the_list_holds_every_box_and_opens_it(desk: Desk, page: FamilySection, qtbot) -> None:
    page.as_list.setChecked(True)
    assert page.list.isVisible()
    assert not page.chart.isVisible()
    assert len(_lines(page)) == len(page.chart.boxes)
    with qtbot.waitSignal(desk.context.lead_to):
        page.list.setFocus()
        qtbot.keyClick(page.list, Qt.Key.Key_Return)


def test_zoom_makes_boxes_larger_and_fit_takes_it_back(page: FamilySection) -> None:
    before = page.chart.boxes["P1"].width()
    page.larger.click()
    assert page.chart.boxes["P1"].width() > before
    page.fitted.click()
    assert page.chart.boxes["P1"].width() == before


def test_right_to_left_turns_the_drawing_round(page: FamilySection) -> None:
    boxes = page.chart.boxes
    assert boxes["P1"].x() < boxes["P2"].x()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert boxes["P1"].x() > boxes["P2"].x()


def test_the_drawing_is_painted_in_light_and_dark(page: FamilySection, dressed) -> None:
    light = page.chart.grab().toImage()
    dressed.set("dark", 100)
    dark = page.chart.grab().toImage()
    for image in (light, dark):
        assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 5)}) > 3
    assert isinstance(light, QImage)
    assert light != dark


def test_a_long_text_takes_its_lines_and_is_shortened_in_the_last(page: FamilySection) -> None:
    metrics = page.fontMetrics()
    from PySide6.QtGui import QFontMetricsF

    lines = broken("one two three four five six " * 6, QFontMetricsF(page.font()), metrics.averageCharWidth() * 12, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert broken("", QFontMetricsF(page.font()), 50, 2) == [""]


def test_a_child_is_added_with_both_parents_in_one_step(desk: Desk) -> None:
    before = write_case(desk.case.case)
    new = NewRelative("P1", "child", "child", "non_accompanying", "Oversund", "Mira", other_parent="P2")
    key = add_relative(desk.case, new)
    child = next(person for person in desk.on_file().persons if person.id == key)
    assert [(row.person, row.kind) for row in child.parents] == [("P1", "biological"), ("P2", "biological")]
    assert (child.relation, child.plan) == ("child", "non_accompanying")
    desk.case.undo()
    assert write_case(desk.case.case) == before
    desk.case.redo()
    assert desk.case.value(f"{key}.parents")[1].person == "P2"


def test_a_former_partner_gets_a_union_that_has_ended(desk: Desk) -> None:
    new = NewRelative("P1", "former_partner", "other_relative", "not_included", "Halm", union="civil_marriage")
    key = add_relative(desk.case, new)
    (union,) = [row for row in desk.on_file().unions if row.partner_b == key]
    assert (union.partner_a, union.status, union.kind) == ("P1", "ended", "civil_marriage")


def test_a_parent_and_a_sister_are_linked_where_the_rows_stand(desk: Desk) -> None:
    parent = add_relative(desk.case, NewRelative("P2", "parent", "in_law", "not_included", "Halm"))
    assert desk.case.value("P2.parents")[-1].person == parent
    sister = add_relative(desk.case, NewRelative("P1", "sibling", "sibling", "not_included", "Q", same_parents=True))
    assert [row.family for row in desk.case.value(f"{sister}.parents")] == [
        row.family for row in desk.case.value("P1.parents")
    ]


def test_nothing_is_added_where_a_part_is_refused(desk: Desk) -> None:
    before = write_case(desk.case.case)
    with pytest.raises(EditRefused):
        add_relative(desk.case, NewRelative("P77", "parent", "parent", "not_included", "Halm"))
    assert write_case(desk.case.case) == before


def test_the_dialog_proposes_the_relation_and_warns_of_leaving_out(desk: Desk, show) -> None:
    dialog = show(AddRelativeDialog(desk.context, "P2", "child"))
    assert dialog.relation.currentData() == "child_of_partner"  # who the other parent is nobody has said yet
    dialog.other_parent.show_code("P1")
    dialog.other_parent.chosen.emit("P1")
    assert dialog.relation.currentData() == "child"
    dialog.tie.show_code("parent")
    dialog.tie.chosen.emit("parent")
    assert dialog.relation.currentData() == "in_law"
    assert not dialog.warning.isVisible()
    dialog.plan.show_code("not_included")
    dialog.plan.chosen.emit("not_included")
    assert dialog.warning.isVisible()
    assert "never" in dialog.warning.text.text()
    dialog.submit()
    assert dialog.message.isVisible()
    dialog.family.setText("Halm\x00\n ")
    dialog.submit()
    assert desk.case.value(f"{dialog.added}.names")[0].family == "Halm"


def test_the_other_side_of_a_tie_is_shown_to_read(desk: Desk, show) -> None:
    line = show(TiesLine(desk.context, "P1"))
    assert line.text() == "Recorded already: In a union with P2 · Spouse; Parent of P3 · Child"


def test_the_questions_end_with_the_confirmation(desk: Desk, page: FamilySection) -> None:
    desk.case.set_value("case.family_list.all_members_named", None)
    page.anyone.click()
    loop = page.next_person
    assert loop.isVisible()
    assert "P1 · Principal applicant" in loop.question.text()
    assert "P3 · Child" in loop.listed.text()
    for _ in range(20):
        if not loop.at_end:
            loop.no.click()
    assert loop.warning.isVisible()
    loop.confirm.click()
    assert desk.case.value("case.family_list.all_members_named") == "yes"
    assert desk.case.value("case.family_list.confirmed_on") == desk.today
    assert not loop.isVisible()
    desk.case.undo()
    assert desk.case.value("case.family_list.all_members_named") is None
    assert desk.case.value("case.family_list.confirmed_on") == date(2026, 8, 11)


def test_what_stays_open_becomes_a_task_and_cannot_be_confirmed(desk: Desk, page: FamilySection) -> None:
    page.anyone.click()
    loop = page.next_person
    loop.ask.click()
    for _ in range(20):
        if not loop.at_end:
            loop.no.click()
    tasks = [task for task in desk.case.case.tasks if task.text.startswith("Ask about the family.")]
    assert [task.person for task in tasks] == ["P1"]
    given = desk.case.value("P1.names")[0].given
    assert given not in tasks[0].text
    assert not loop.confirm.isVisible()
    loop.keep_open.click()
    assert any(row.at == "case.family_list.all_members_named" and row.ask_again for row in desk.case.case.known_by)


def test_a_no_is_kept_with_the_case_and_asked_again_only_if_somebody_wants_to(desk: Desk, show, qtbot) -> None:
    loop = show(NextPerson(desk.context))
    loop.begin()
    first = loop.question.text()
    loop.no.click()
    second = loop.question.text()
    loop.ask.click()
    loop.unknown.click()
    fourth = loop.question.text()
    desk.settle()
    again = OpenCase(desk.file, cases.open_case(desk.file, desk.code), desk.tasks, lambda: NOW)
    later = show(NextPerson(FieldContext(again, desk.context.words, desk.context)))
    later.begin()
    assert later.question.text() == second  # it was to be asked next time
    later.no.click()
    assert later.question.text() == fourth
    for _ in range(3):
        later.back.click()
    assert later.question.text() == first
    assert later.progress.text().endswith("Answered before: No")
    for _ in range(20):
        if not later.at_end:
            later.no.click()
    later.leave()
    later.begin()
    assert later.at_end
    assert later.focusWidget() in (later.keep_open, later.confirm)
    qtbot.waitUntil(lambda: not again.busy)


def test_yes_adds_a_person_and_asks_the_same_again(desk: Desk, page: FamilySection, monkeypatch) -> None:
    asked: list[tuple[str, object]] = []

    def ask(context, to: str, tie: object, _parent) -> str:
        asked.append((to, tie))
        return add_relative(context.case, NewRelative(to, "child", "child", "accompanying", "Halm"))

    monkeypatch.setattr(AddRelativeDialog, "ask", ask)
    page.anyone.click()
    loop = page.next_person
    loop.no.click()
    loop.no.click()
    question = loop.question.text()
    loop.yes.click()
    assert asked == [("P1", "child")]
    assert loop.question.text() == question
    assert "P4 · Child" in loop.listed.text()


def test_what_is_missing_leads_to_where_it_is_mended(desk: Desk, page: FamilySection, qtbot) -> None:
    assert not page.missing_title.isVisible()
    desk.case.remove_row(desk.case.value("P3.parents")[0].id)
    qtbot.waitUntil(page.missing_title.isVisible)
    (line,) = page.missing.findChildren(QPushButton)
    assert line.text() == "P3 · Child: the other parent is not recorded."
    with qtbot.waitSignal(desk.context.lead_to) as led:
        line.click()
    assert led.args == ["P3.parents"]


def _lines(page: FamilySection) -> list[str]:
    return [page.list.item(row).text() for row in range(page.list.count())]


def test_before_the_consent_only_the_person_is_added(desk: Desk) -> None:
    for consent in list(desk.case.case.consents):
        desk.case.remove_row(consent.id)
    assert not desk.case.consented
    unions = len(desk.case.case.unions)
    key = add_relative(desk.case, NewRelative("P1", "child", "child", "accompanying", "Halm", other_parent="P2"))
    person = next(one for one in desk.on_file().persons if one.id == key)
    assert ([name.kind for name in person.names], person.parents) == (["alias"], [])
    assert len(desk.case.case.unions) == unions


def test_the_list_of_people_asks_for_the_ties_too(desk: Desk, show, monkeypatch) -> None:
    def ask(context, to: str, _tie: object, _parent) -> str:
        return add_relative(context.case, NewRelative(to, "child", "child", "accompanying", "Halm"))

    monkeypatch.setattr(AddRelativeDialog, "ask", ask)
    editor = desk.editor("case.persons", show)
    editor.add.click()
    assert desk.case.value("P4.parents")[0].person == "P1"
    assert editor.cards["P4"].body is not None


def test_a_plan_outside_the_application_warns_where_it_is_chosen(desk: Desk, show) -> None:
    editor = desk.editor("P2.plan", show)
    assert not editor.warning.isVisible()
    editor.buttons["not_included"].click()
    assert editor.warning.isVisible()
    editor.buttons["accompanying"].click()
    assert not editor.warning.isVisible()


def test_removing_a_person_asks_with_the_warning(desk: Desk, show, monkeypatch) -> None:
    told: list[tuple[object, ...]] = []

    def ask(*facts: object) -> bool:
        told.append(facts)
        return False

    monkeypatch.setattr(RemovalDialog, "ask", ask)
    editor = desk.editor("case.persons", show)
    editor.remove_row("P3")
    assert "P3" in desk.case.rows("case.persons")
    dialog = RemovalDialog(*told[0][1:3], None, told[0][3])
    assert "R 117(9)(d)" in dialog.informativeText()
    dialog.deleteLater()
