"""Consents as cards: each says how it stands and what it allows, and can be withdrawn or asked for again."""

from __future__ import annotations

import copy

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.consent import is_withdrawn
from hrd_desktop.core.steps import Consent
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui import consent_words
from hrd_desktop.gui.editors.row_card import RowCard
from hrd_desktop.gui.editors.rows import RowsEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, icon, role

_KEPT = ("person", "scopes", "recipients", "recipient_text", "language", "interpreter", "guardian")
"""What a consent that is asked for again most likely shares with the one before."""


class ConsentCard(RowCard):
    """One consent. What it means stands under its line, open or not."""

    withdrawal_asked = Signal(str)
    renewal_asked = Signal(str)

    def __init__(self, context: FieldContext, key: str, parent: QWidget | None = None) -> None:
        self.meaning: QWidget | None = None
        super().__init__(context, key, parent)
        self.meaning = QWidget(self)
        self.sign = QLabel(self.meaning)
        self.standing = text_label(self.meaning, "strong")
        self.allows = text_label(self.meaning)
        self.explained = text_label(self.meaning, "small")
        self.against = text_label(self.meaning, "attention")
        first = QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.standing, 1)
        self.withdraw = QPushButton(self.tr("Withdrawn today…"), self.meaning)
        self.withdraw.clicked.connect(lambda: self.withdrawal_asked.emit(self.key))
        self.renew = QPushButton(icon("redo"), self.tr("Ask for it again"), self.meaning)
        self.renew.clicked.connect(lambda: self.renewal_asked.emit(self.key))
        foot = OptionBox(self.meaning)
        for button in (self.withdraw, self.renew):
            foot.flow.addWidget(button)
        column = QVBoxLayout(self.meaning)
        column.setContentsMargins(GRID, 0, GRID, GRID)
        column.setSpacing(4)
        column.addLayout(first)
        for widget in (self.allows, self.explained, self.against, foot):
            column.addWidget(widget)
        self._column.insertWidget(2, self.meaning)
        context.case.place_changed.connect(self._any_changed)
        context.case.rows_changed.connect(self._any_changed)
        self.refresh()

    def refresh(self) -> None:
        super().refresh()
        if self.meaning is None:
            return
        case, words = self._context.case, self._context.words
        consent = case.value(self.key)
        self.meaning.setVisible(isinstance(consent, Consent))
        if not isinstance(consent, Consent):
            return
        said, (picture, voice) = consent_words.stands(consent, case.today, words)
        side = self.fontMetrics().ascent() + 4
        self.sign.setPixmap(icon(picture, voice).pixmap(QSize(side, side)))
        self.standing.setText(said)
        role(self.standing, voice)
        self.allows.setText(consent_words.allows(consent, words))
        fill(self.explained, consent_words.explained(consent, words, names=self._context.show_names))
        fill(self.against, consent_words.against(case.case, consent, case.today, words))
        self.withdraw.setVisible(consent.decision == "given" and not is_withdrawn(consent, case.today))
        what = self.head.accessibleName()
        self.withdraw.setAccessibleName(f"{self.withdraw.text()} {what}")
        self.renew.setAccessibleName(f"{self.renew.text()}: {what}")

    def _any_changed(self, place: str) -> None:
        # Another consent may speak against this one.
        if place.startswith(("CN", "case.consents")):
            self._soon.start()


class WithdrawalDialog(QMessageBox):
    """Says what a withdrawal means, and asks once."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Consent withdrawn"))
        self.setText(self.tr("The person withdrew this consent today: {row}").format(row=label))
        self.setInformativeText(
            self.tr(
                "From today nothing is shared on the strength of it. What somebody has read already cannot be unread: "
                "say so plainly, and ask whether those who received it should be told. Without a consent to keep the "
                "information, the case takes contact and safety only. Nothing is deleted by this."
            )
        )
        self.yes = self.addButton(self.tr("Withdrawn today"), QMessageBox.ButtonRole.AcceptRole)
        keep = self.addButton(self.tr("Leave it as it is"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(keep)
        self.setEscapeButton(keep)

    @classmethod
    def ask(cls, parent: QWidget, label: str) -> bool:
        """Whether the person has withdrawn it."""
        dialog = cls(label, parent.window())
        dialog.exec()
        return dialog.clickedButton() is dialog.yes


class ConsentsEditor(RowsEditor):
    """Every consent of the case."""

    def make_card(self, key: str) -> RowCard:
        card = ConsentCard(self.context, key, self)
        card.withdrawal_asked.connect(self.withdraw)
        card.renewal_asked.connect(self.renew)
        return card

    def withdraw(self, key: str) -> None:
        """Note that a consent is withdrawn from today; asks once, and can be undone."""
        if not WithdrawalDialog.ask(self, self.context.row_label(key)):
            return
        try:
            self.context.case.set_value(f"{key}.withdrawn_on", self.context.case.today)
        except EditRefused as refused:  # it would be withdrawn before it was signed
            self.say(self.context.words.message(refused))
            return
        self.say("")
        self.tell(self.tr("Noted as withdrawn today."))

    def renew(self, key: str) -> None:
        """Begin a consent like this one; the answer and its day are for the person to give."""
        values = {name: copy.copy(self.context.case.value(f"{key}.{name}")) for name in _KEPT}
        new = self.context.case.add_row(self.place, {name: value for name, value in values.items() if value})
        first = self.cards[new].reveal(["decision"])
        if first is not None:
            self.context.appeared.emit(first)
