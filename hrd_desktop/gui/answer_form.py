"""Where staff answer an item: the result, why, how they know, and who they are."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.core.schema import field_of
from hrd_desktop.core.staff import StaffAnswer
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, role


class AnswerForm(QWidget):
    """A short form; nothing counts until all of it is there and the button is pressed."""

    def __init__(self, context: FieldContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._item: ItemResult | None = None
        self.result = QComboBox(self)
        self.reason = QPlainTextEdit(self)
        self.reason.setTabChangesFocus(True)
        self.reason.setMaximumHeight(GRID * 14)
        self.how_known = QComboBox(self)
        self.answered_by = QLineEdit(self)
        self.error = text_label(self, "error")
        self.record = QPushButton(self.tr("Record the answer"), self)
        self.record.clicked.connect(self._record)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID // 2)
        head = text_label(self, "strong")
        head.setText(self.tr("Answer this item yourself"))
        column.addWidget(head)
        for name, field in (
            (self.tr("What the file shows, in your judgement"), self.result),
            (self.tr("Why"), self.reason),
            (self.tr("How we know"), self.how_known),
            (self.tr("Your name or initials"), self.answered_by),
        ):
            label = QLabel(name, self)
            label.setBuddy(field)
            field.setAccessibleName(name)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.error)
        column.addWidget(self.record)
        self.error.hide()
        role(self.record, "primary")
        spec = field_of(StaffAnswer, "how_known")
        assert spec is not None
        self.how_known.addItem("", "")
        for code in spec.codes:
            self.how_known.addItem(context.words.code("how_known", code), code)

    def show_item(self, item: ItemResult) -> None:
        """Offer what may be answered now; what has been typed for the same item stays."""
        if self._item is not None and (self._item.id, self._item.person) != (item.id, item.person):
            self.reason.clear()
        may = [self.result.itemData(i) for i in range(1, self.result.count())]
        if may != list(item.staff_may):
            self.result.clear()
            self.result.addItem("", "")
            for result in item.staff_may:
                self.result.addItem(self._context.words.result("result", result), result)
        if not self.answered_by.text():
            self.answered_by.setText(self._context.case.case.caseworker or "")
        self._item = item

    def _record(self) -> None:
        assert self._item is not None
        values = {
            "result": self.result.currentData(),
            "reason": self.reason.toPlainText().strip(),
            "how_known": self.how_known.currentData(),
            "answered_by": self.answered_by.text().strip(),
        }
        empty = [field for field, value in zip(
            (self.result, self.reason, self.how_known, self.answered_by), values.values(), strict=True
        ) if not value]  # fmt: skip
        self.error.setVisible(bool(empty))
        if empty:
            self.error.setText(self.tr("All four are needed, so that somebody else can follow the answer later."))
            empty[0].setFocus()
            return
        values |= {"item": self._item.id, "answered_on": self._context.case.today}
        if self._item.person:
            values["person"] = self._item.person
        self._context.case.add_row("case.staff_answers", values)
        self.result.setCurrentIndex(0)
        self.how_known.setCurrentIndex(0)
        self.reason.clear()
