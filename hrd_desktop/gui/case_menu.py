"""What the menus do in the case that is open: each entry asks the page of the case, if that is what is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from hrd_desktop.gui.menus import Menus

if TYPE_CHECKING:
    from hrd_desktop.gui.case_page import CasePage

Act = Callable[["CasePage"], object]


def connect_case(menus: Menus, shown: Callable[[], QWidget | None]) -> None:
    """Let the menus act on the page of the case; `shown` gives the page in front."""
    acts: Mapping[SignalInstance, Act] = {
        menus.packet: lambda page: page.show_packet(),
        menus.journal: lambda page: page.show_place("case.journal"),
        menus.undo: lambda page: page.context.case.undo(),
        menus.redo: lambda page: page.context.case.redo(),
        menus.known: lambda page: page.field_menu.show_here(),
        menus.history: lambda page: page.show_history(),
        menus.ask: lambda page: page.print_questions(),
    }
    for signal, act in acts.items():
        signal.connect(lambda *_, act=act: _in_case(shown(), act))


def _in_case(page: QWidget | None, act: Act) -> None:
    from hrd_desktop.gui.case_page import CasePage  # it loads half of the program: not before there is a case

    if isinstance(page, CasePage):
        act(page)
