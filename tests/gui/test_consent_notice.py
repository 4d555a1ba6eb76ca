"""What the window shows of a case that nobody has agreed to keep yet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.consent_notice import ConsentNotice
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.services import cases
from hrd_desktop.wording import wording
from tests.gui.case_desk import NOW, Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def new(desk: Desk, show) -> CasePage:
    """A case begun today, of which only an alias is known."""
    cases.new_case(desk.file, "NEW-1", alias="Kettle", name="Invented", on=desk.today)
    desk.code = "NEW-1"
    desk.case = OpenCase(desk.file, cases.open_case(desk.file, "NEW-1"), desk.tasks, lambda: NOW)
    desk.context = FieldContext(desk.case, wording("en"))
    page = CasePage(desk.case, desk.tasks, "en")
    page.resize(1280, 800)
    show(page)
    return page


def notice(page: CasePage) -> ConsentNotice:
    shown = page.stack.currentWidget()
    assert shown is not None
    found: ConsentNotice = shown.findChildren(ConsentNotice)[0]
    return found


def asked(page: CasePage) -> set[str]:
    """The places of the fields that can be seen."""
    shown = page.stack.currentWidget()
    assert shown is not None
    return {editor.place for editor in shown.findChildren(FieldEditor) if editor.isVisibleTo(shown)}


def test_a_new_case_begins_with_safety_and_consent(new: CasePage, qtbot) -> None:
    assert new.section == "safety_consent"
    assert notice(new).isVisibleTo(new)
    assert notice(new).lead.isHidden()
    wanted = {"case.consents", "P1.contact", "P1.contact.safe_channels", "case.interview_language"}
    qtbot.waitUntil(lambda: wanted <= asked(new))  # a long page is made a part at a time


def test_the_name_it_began_with_counts_as_an_alias(desk: Desk, new: CasePage) -> None:
    assert desk.case.value("N1.kind") == "alias"


@pytest.mark.parametrize("section", ["work", "incidents", "asylum", "background:P1", "evidence"])
def test_a_closed_section_asks_nothing_and_leads_to_the_consent(new: CasePage, section: str, qtbot) -> None:
    new.show_section(section)
    assert asked(new) == set()
    qtbot.mouseClick(notice(new).lead, LEFT)
    assert new.section == "safety_consent"


def test_of_people_only_who_and_where_is_asked(new: CasePage, qtbot) -> None:
    new.show_place("P1.relation")
    qtbot.waitUntil(lambda: asked(new) == {"case.persons", "P1.relation", "P1.plan", "P1.names"})
    new.show_place("P1.whereabouts.status")
    qtbot.waitUntil(lambda: {"P1.whereabouts.status", "P1.whereabouts.country"} <= asked(new))
    assert "P1.whereabouts.place" not in asked(new)


def test_the_journal_is_not_closed(new: CasePage) -> None:
    new.show_section("journal")
    assert not notice(new).isVisibleTo(new)


def test_the_consent_opens_everything_and_its_withdrawal_closes_it_again(desk: Desk, new: CasePage) -> None:
    new.show_section("work")
    values = {"person": "P1", "decision": "given", "scopes": ["store"], "recipients": ["own_organisation"]}
    key = desk.case.add_row("case.consents", {**values, "signed_on": desk.today})
    assert not notice(new).isVisibleTo(new)
    assert "case.hrd.summary" in asked(new)
    desk.case.set_value("case.hrd.summary", "Told under the consent")
    desk.case.set_value(f"{key}.withdrawn_on", desk.today)
    assert notice(new).isVisibleTo(new)
    assert asked(new) == {"case.hrd.summary"}
