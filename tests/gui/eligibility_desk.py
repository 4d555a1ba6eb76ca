"""The page of what is judged at a desk: an item opened, what is said in it, a change judged again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from hrd_desktop.gui.eligibility_page import EligibilityPage
from hrd_desktop.gui.item_body import ItemBody
from tests.gui.case_desk import Desk


def open_item(page: EligibilityPage, item: str, person: str | None = None) -> ItemBody:
    page.show_item(item, person)
    body = page.cards[item, person].body
    assert body is not None
    return body


def said_in(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def assessed(desk: Desk, page: EligibilityPage, act: Callable[[], Any]) -> None:
    """Do something that changes the case and wait until it is judged again and saved."""
    with desk.qtbot.waitSignal(desk.case.assessed):
        act()
    desk.settle()
