"""Where staff answer an item: the result, why, how they know, and who they are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.core.edit import Draft
from hrd_desktop.core.schema import field_of
from hrd_desktop.core.staff import StaffAnswer
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.judgement import fill, text_label
from hrd_desktop.gui.theme import GRID, role

LIST = "case.staff_answers"
_PAUSE = 600  # milliseconds without a key after which what is typed is saved


def begun_answer(context: FieldContext, item: str, person: str | None) -> Draft | None:
    """The answer to an item that somebody has begun and not recorded."""
    for draft in context.case.drafts.values():
        if draft.place == LIST and (draft.values.get("item"), draft.values.get("person")) == (item, person):
            return draft
    return None


class AnswerForm(QWidget):
    """A short form. What is entered is kept as it is entered; it counts once the button is pressed."""

    def __init__(self, context: FieldContext, item: ItemResult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._item = item
        self._filling = False
        self.result, self.how_known = QuietCombo(self), QuietCombo(self)
        self.reason = QPlainTextEdit(self)
        self.reason.setTabChangesFocus(True)
        self.answered_by = QLineEdit(self)
        self.record = QPushButton(self.tr("Record the answer"), self)
        role(self.record, "primary")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self._errors = {
            "result": self._row(self.tr("Your answer"), self.result, self.tr("Choose an answer.")),
            "reason": self._row(
                self.tr("Why"), self.reason, self.tr("Write in a sentence or two what the answer rests on.")
            ),
            "how_known": self._row(self.tr("How we know"), self.how_known, self.tr("Choose how this is known.")),
            "answered_by": self._row(self.tr("Who answers"), self.answered_by, self.tr("Write your name or initials.")),
        }
        self._column.addSpacing(GRID)
        self._column.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeading)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.flush)
        self.result.chosen.connect(lambda code: self._keep("result", code))
        self.how_known.chosen.connect(lambda code: self._keep("how_known", code))
        self.reason.textChanged.connect(self._typed)
        self.answered_by.textEdited.connect(self._typed)
        for field in (self.reason, self.answered_by):
            field.installEventFilter(self)
        self.record.clicked.connect(self._record)
        self._fit()
        self.show_item(item)

    def show_item(self, item: ItemResult) -> None:
        """Offer what may be answered now, and show what has been begun; what is being typed stays."""
        self._item = item
        words, spec = self._context.words, field_of(StaffAnswer, "how_known")
        assert spec is not None
        draft = self._draft()
        values = draft.values if draft is not None else {}
        self._filling = True
        self.result.fill([(code, words.result("result", code)) for code in item.staff_may], "")
        self.result.show_code(values.get("result") if values.get("result") in item.staff_may else None)
        self.how_known.fill([(code, words.code("how_known", code)) for code in spec.codes], "")
        self.how_known.show_code(values.get("how_known"))
        if not self._pause.isActive():
            if self.reason.toPlainText().strip() != values.get("reason", ""):
                self.reason.setPlainText(values.get("reason", ""))
            by = values.get("answered_by") or self._context.case.case.caseworker or ""
            if self.answered_by.text().strip() != by:
                self.answered_by.setText(by)
        self._filling = False
        if draft is None:
            for error in self._errors.values():
                error.hide()

    def flush(self) -> None:
        """Keep what is typed and still waits for a pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._keep("reason", self.reason.toPlainText().strip(), typing=True)
            if self._draft() is not None:
                self._keep("answered_by", self.answered_by.text().strip(), typing=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_pause"):
            self._fit()

    def _fit(self) -> None:
        self.reason.setFixedHeight(self.reason.fontMetrics().lineSpacing() * 4 + 2 * GRID)

    def _row(self, title: str, field: QWidget, missing: str) -> QLabel:
        label = QLabel(title, self)
        label.setBuddy(field)
        field.setAccessibleName(title)
        error = text_label(self, "error")
        fill(error, missing)
        error.hide()
        for widget in (label, field, error):
            self._column.addWidget(widget)
        self._column.addSpacing(GRID)
        return error

    def _typed(self) -> None:
        if not self._filling:
            self._pause.start()

    def _draft(self) -> Draft | None:
        return begun_answer(self._context, self._item.id, self._item.person)

    def _keep(self, name: str, value: object, *, typing: bool = False) -> None:
        case, draft = self._context.case, self._draft()
        try:
            if draft is None and value:
                case.add_row(LIST, self._known() | {name: value})
            elif draft is not None and (value or None) != draft.values.get(name):
                case.set_value(f"{draft.key}.{name}", value, typing=typing)
                left = self._draft()
                if left is not None and not {"result", "reason", "how_known"} & left.values.keys():
                    case.remove_row(left.key)
        except EditRefused as refused:
            self._context.said.emit(self._context.words.message(refused))
        if value and name in self._errors:
            self._errors[name].hide()

    def _known(self) -> dict[str, object]:
        """What is known of a new answer before anybody says anything."""
        known = {"item": self._item.id, "person": self._item.person, "answered_by": self.answered_by.text().strip()}
        return {name: value for name, value in known.items() if value}

    def _record(self) -> None:
        self.flush()
        fields: dict[str, QWidget] = {
            "result": self.result,
            "reason": self.reason,
            "how_known": self.how_known,
            "answered_by": self.answered_by,
        }
        draft = self._draft()
        values = draft.values if draft is not None else {}
        absent = [name for name in fields if not values.get(name)]
        if values.get("result") not in (None, *self._item.staff_may):
            absent.insert(0, "result")
        for name, error in self._errors.items():
            error.setVisible(name in absent)
        if absent:
            fields[absent[0]].setFocus(Qt.FocusReason.OtherFocusReason)
            self._context.appeared.emit(fields[absent[0]])
        elif draft is not None:
            # The day is what makes it an answer: until then it is only begun.
            self._context.case.set_value(f"{draft.key}.answered_on", self._context.case.today)
