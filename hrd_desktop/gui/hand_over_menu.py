"""The menu of what goes to others and on the road, and what its entries do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from hrd_desktop.gui.frame import Frame
    from hrd_desktop.gui.hand_over_desk import Desk


class HandOverMenu(QMenu):
    """A menu inside "File"; it speaks the language in use by itself."""

    hand_over = Signal()
    take_in = Signal()
    receipt = Signal()
    travel = Signal()
    come_home = Signal()
    key = Signal()

    def __init__(self, file_menu: QMenu) -> None:
        super().__init__(file_menu)
        file_menu.addMenu(self)
        signals = (self.hand_over, self.take_in, self.receipt, None, self.travel, self.come_home, None, self.key)
        self._entries = []
        for signal in signals:
            if signal is None:
                self.addSeparator()
            else:
                entry = self.addAction("")
                entry.triggered.connect(signal)
                self._entries.append(entry)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setTitle(self.tr("Hand o&ver and travel"))
        texts = (
            self.tr("&Hand over cases…"),
            self.tr("&Take in a hand-over…"),
            self.tr("Take in a &receipt…"),
            self.tr("Make a tra&vel file…"),
            self.tr("&Bring a travel file home…"),
            self.tr("My &key…"),
        )
        for entry, text in zip(self._entries, texts, strict=True):
            entry.setText(text)


def connect_hand_over(menu: HandOverMenu, desk: Callable[[], Desk | None], frame: Frame) -> None:
    """Let the menu act on what is in front: the open case, or those chosen in the caseload."""
    acts = _Acts(menu, desk, frame)
    for signal, act in (
        (menu.hand_over, acts.hand_over),
        (menu.take_in, acts.take_in),
        (menu.receipt, acts.receipt),
        (menu.travel, acts.travel),
        (menu.come_home, acts.come_home),
        (menu.key, acts.key),
    ):
        signal.connect(act)


class _Acts(QObject):
    """What each entry does; the windows are loaded when one is wanted, not at the start."""

    def __init__(self, menu: HandOverMenu, desk: Callable[[], Desk | None], frame: Frame) -> None:
        super().__init__(menu)  # which keeps it
        self._desk = desk
        self._frame = frame

    def hand_over(self) -> None:
        from hrd_desktop.gui.hand_over_dialog import HandOverDialog

        if (desk := self._ready()) is not None:
            HandOverDialog.ask(desk, self._chosen(), self._frame)

    def take_in(self) -> None:
        from hrd_desktop.gui.merge_dialog import MergeDialog

        if (desk := self._ready()) is not None:
            self._show_again(MergeDialog.ask_hand_over(desk, self._frame))

    def receipt(self) -> None:
        from hrd_desktop.gui.hand_over_receipt import HandOverReceipt

        if (desk := self._ready()) is not None and (code := HandOverReceipt.ask(desk, self._frame)):
            self._frame.endings.ask_about(code)

    def travel(self) -> None:
        from hrd_desktop.gui.travel_dialog import TravelDialog

        if (desk := self._ready()) is not None:
            self._show_again(TravelDialog.ask(desk, self._chosen(), parent=self._frame))

    def come_home(self) -> None:
        from hrd_desktop.gui.merge_dialog import MergeDialog

        if (desk := self._ready()) is not None:
            self._show_again(MergeDialog.ask_travel_file(desk, self._frame))

    def key(self) -> None:
        from hrd_desktop.gui.hand_over_key import HandOverKey

        if (desk := self._desk()) is not None:
            HandOverKey.show_for(desk, self._frame)

    def _ready(self) -> Desk | None:
        """What is typed in the open case is on its way to the file before anything is read from it."""
        for page in self._shown():
            flush = getattr(page, "flush", None)
            if flush is not None:
                flush()
        return self._desk()

    def _shown(self) -> list[QWidget]:
        return [page for n in range(self._frame.pages.count()) if (page := self._frame.pages.widget(n)) is not None]

    def _chosen(self) -> tuple[str, ...]:
        page = self._frame.pages.currentWidget()
        context = getattr(page, "context", None)
        if context is not None:
            return (str(context.case.code),)
        chosen = getattr(page, "chosen_codes", None)
        return tuple(chosen()) if chosen is not None else ()

    def _show_again(self, codes: tuple[str, ...]) -> None:
        """What is on the screen is read again: the open case if it is one of them, else the list of cases."""
        if self._desk() is None:
            return  # locked meanwhile
        open_now = [str(page.context.case.code) for page in self._shown() if hasattr(page, "context")]
        again = next((code for code in open_now if code in codes), "")
        if again:
            self._frame.open_case(again)
        elif codes:
            self._frame.show_caseload()
