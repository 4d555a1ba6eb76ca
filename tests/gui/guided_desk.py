"""A section of a case asked one question at a time: getting there, and which field has the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.guided import Guided
from hrd_desktop.gui.section_page import SectionPage


def section(page: CasePage) -> SectionPage:
    shown = page.stack.currentWidget()
    assert isinstance(shown, SectionPage)
    return shown


def guided(page: CasePage, key: str = "") -> Guided:
    if key:
        page.show_section(key)
    if not section(page).switch.guided:
        section(page).switch.one.click()
    found = section(page).guided
    assert found is not None
    return found


def focused_place() -> str:
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, FieldEditor):
        widget = widget.parentWidget()
    return widget.place if isinstance(widget, FieldEditor) else ""
