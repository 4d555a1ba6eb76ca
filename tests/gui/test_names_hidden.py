"""With names off nobody who looks over a shoulder reads one: every page of a case is walked through."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QGroupBox, QLabel, QWidget

from hrd_desktop.core.places import walk
from hrd_desktop.core.sections import SECTIONS, pages
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.editors.row_card import RowCard
from tests.gui.case_desk import Desk

_NAMING = ("family", "given", "full", "name", "partner_b_name", "email", "phone", "code_word", "name_as_printed")


def naming(desk: Desk) -> set[str]:
    """Every name, number and code word of the case that is long enough to be recognised."""
    found = {str(getattr(node.value, key, None) or "") for node in walk(desk.case.case) for key in _NAMING}
    return {text for text in found if len(text) > 3}


def said(widget: QWidget) -> Iterator[str]:
    """What the page says by itself, open fields apart: a field shows what a person asked to write there."""
    for each in widget.findChildren(QWidget):
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        if isinstance(each, QComboBox):
            yield from (each.itemText(n) for n in range(each.count()))
        if isinstance(each, QGroupBox):
            yield each.title()
        yield from (each.accessibleName(), each.accessibleDescription(), each.toolTip(), each.windowTitle())


@pytest.mark.parametrize("sample", ["s1", "s2", "s5"])
def test_no_page_of_a_case_says_a_name_by_itself(desk_of, show, sample: str) -> None:
    desk = desk_of(sample)
    page = CasePage(desk.case, desk.tasks, "en")
    page.resize(1280, 800)
    show(page)
    secrets = naming(desk)
    assert secrets
    keys = [key for key, _ in pages(desk.case.case, desk.today)]
    assert len(keys) >= len(SECTIONS)
    leaks = []
    for key in keys:
        page.show_section(key)
        for card in page.stack.currentWidget().findChildren(RowCard):
            card.set_open(True)
        texts = set(said(page))
        leaks += [(key, secret, text[:80]) for secret in secrets for text in texts if secret in text]
    assert sorted({(key, text) for key, _, text in leaks}) == []
