"""A list of packets that left: the cards, and what their buttons do; on the Packets page and inside a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hrd_desktop import paths
from hrd_desktop.gui.kept_packet_dialog import KeptPacketDialog
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.sent_card import SentCard
from hrd_desktop.gui.theme import GRID
from hrd_desktop.services import record, register, sent
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.sent import Sent
from hrd_desktop.wording import Wording

Ask = Callable[[Callable[[], Any], Callable[[Any], None], Callable[[Any], None], QObject], None]
"""Runs something on the case file: the work, what to do with its answer, what with a failure, and the owner."""


class SentCards(QWidget):
    """Reads nothing by itself; `fill` shows what the owner has read. Changes since are looked up card by card."""

    case_asked = Signal(str)
    told = Signal(str, str)
    """What happened, and the voice to say it in."""
    changed = Signal()
    """Something was added: the owner reads again."""

    def __init__(
        self,
        file: CaseFile,
        ask: Ask,
        words: Wording,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        in_case: bool = False,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.by = ""
        self._file = file
        self._ask = ask
        self._now = now
        self._in_case = in_case
        self.cards: list[SentCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GRID)

    def fill(self, rows: Sequence[Sent]) -> None:
        """Show these packets; a card that shows one of them already stays, with whatever is open in it."""
        known = {self._key(card.row): card for card in self.cards}
        cards = []
        for row in rows:
            card = known.pop(self._key(row), None)
            if card is None:
                card = self._card(row)
            else:
                card.show_row(row)
            cards.append(card)
        for old in known.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        for place, card in enumerate(cards):
            self._column.insertWidget(place, card)
        self.cards = cards
        self.setVisible(bool(cards))

    def look_again(self) -> None:
        """Look up anew what was changed in the cases since."""
        for card in self.cards:
            self._look(card)

    def clear(self) -> None:
        """Make every card anew the next time: the language is another."""
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []

    def _card(self, row: Sent) -> SentCard:
        card = SentCard(row, self._today(), self.words, self, in_case=self._in_case)
        card.opened.connect(self._open)
        card.copied.connect(self._copy)
        card.case_asked.connect(lambda row: self.case_asked.emit(row.code))
        card.dispatched.connect(self._dispatch)
        self._look(card)
        return card

    def _look(self, card: SentCard) -> None:
        one = card.row
        work = partial(register.changes, self._file, one.code, one.edition, self.words)
        self._ask(work, card.show_changes, self._failed, card)

    def _open(self, row: Sent) -> None:
        work = partial(register.contents, self._file, row, at=self._now(), by=self.by)
        self._ask(work, partial(self._show, row), self._failed, self)

    def _show(self, row: Sent, files: list[tuple[str, bytes]]) -> None:
        card = next((card for card in self.cards if self._key(card.row) == self._key(row)), None)
        title = card.title.text() if card is not None else row.code
        dialog = KeptPacketDialog(title, files, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.copy_asked.connect(lambda: self._copy(row, dialog))
        dialog.preview.printing.connect(partial(self._printed, row))
        dialog.open()

    def _printed(self, row: Sent, pages: int) -> None:
        noted = partial(record.note, self._file, "print", at=self._now(), by=self.by, code=row.code, what="packet")
        self._ask(partial(noted, pages=pages), lambda _number: None, self._failed, self)

    def _copy(self, row: Sent, over: QWidget | None = None) -> None:
        name = row.files[0].name.removesuffix(".age")
        if len(row.files) > 1:
            name = f"{row.code}-packet-{row.edition}.pdf"
        out = self.choose_file(paths.documents() / name, over or self)
        if out is not None:
            work = partial(register.save_copy, self._file, row, out, at=self._now(), by=self.by)
            self._ask(work, self._copied, self._failed, self)

    def choose_file(self, suggested: Path, over: QWidget) -> Path | None:
        """Ask where to write; asks again before it names a file that is there. None if the person thinks better."""
        dialog = QFileDialog(over, self.tr("Save a copy"), str(suggested.parent), self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggested.name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def _copied(self, written: list[Path]) -> None:
        names = self.words.join([path.name for path in written])
        said = self.tr("Written, the same to the byte: {names}. It is not protected: whoever has it can read it.")
        self.told.emit(said.format(names=names), "clear")

    def _dispatch(self, row: Sent, how: sent.How, on: date, note: str) -> None:
        work = partial(
            sent.add_dispatch, self._file, row.code, row.edition, how, on, note=note, at=self._now(), by=self.by
        )
        self._ask(work, lambda _: self.changed.emit(), self._failed, self)

    def _failed(self, error: object) -> None:
        self.told.emit(sentence(error, self.words.lang), "error")

    def _today(self) -> date:
        return self._now().date()

    @staticmethod
    def _key(row: Sent) -> tuple[str, int]:
        return row.code, row.edition
