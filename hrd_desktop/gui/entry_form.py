"""A short form by which a person decides about an item: an answer, an override, a legal review."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDateEdit, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.checklists.results import ItemResult
from hrd_desktop.core.edit import Draft
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.editors.text import LONGEST, PAUSE
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.forms import fill
from hrd_desktop.gui.judgement import text_label
from hrd_desktop.gui.theme import GRID, role


def begun_entry(context: FieldContext, place: str, item: str, person: str | None) -> Draft | None:
    """The entry about an item that somebody has begun in the list at `place` and not recorded."""
    for draft in context.case.drafts.values():
        if draft.place == place and (draft.values.get("item"), draft.values.get("person")) == (item, person):
            return draft
    return None


class EntryForm(QWidget):
    """Keeps what is entered as it is entered, as a row that is only begun; it counts once the button is pressed.

    A form adds its fields, and says in `seal` which value makes the row real; until then that value stays out.
    """

    PLACE = ""

    def __init__(self, context: FieldContext, item: ItemResult, record: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.item = item
        self._filling = False
        self._unkept = False  # something is typed that is not in the begun row yet
        self._fields: dict[str, QWidget] = {}
        self._errors: dict[str, QLabel] = {}
        self._quiet: dict[str, str] = {}
        self.record = QPushButton(record, self)
        role(self.record, "primary")
        self.record.clicked.connect(self._record)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._longest.timeout.connect(self.flush)

    # Building

    def add_choice(self, name: str, title: str, missing: str) -> QuietCombo:
        box = QuietCombo(self)
        box.chosen.connect(lambda code: self.keep(name, code))
        self._row(name, title, box, missing)
        return box

    def add_line(self, name: str, title: str, missing: str = "", *, usual: str | None = None) -> QLineEdit:
        """A short text. With a `usual` content it is no beginning of an entry by itself."""
        line = QLineEdit(self)
        line.textEdited.connect(self._typed)
        line.installEventFilter(self)
        self._row(name, title, line, missing)
        if usual is not None:
            self._quiet[name] = usual
        return line

    def add_text(self, name: str, title: str, missing: str = "") -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setTabChangesFocus(True)
        text.textChanged.connect(self._typed)
        text.installEventFilter(self)
        self._row(name, title, text, missing)
        return text

    def add_day(self, name: str, title: str) -> QDateEdit:
        """A day up to today; today until somebody says otherwise."""
        today = self.context.case.today
        day = QDateEdit(QDate(today.year, today.month, today.day), self)
        day.setMaximumDate(day.date())
        day.setLocale(QLocale(self.context.words.lang))
        day.setDisplayFormat("d MMMM yyyy")
        day.setCalendarPopup(True)
        day.dateChanged.connect(partial(self._day_chosen, name))
        self._row(name, title, day, "")
        self._quiet[name] = today.isoformat()
        return day

    def add_widget(self, widget: QWidget) -> None:
        """Something that is no field."""
        self._column.addWidget(widget)
        self._column.addSpacing(GRID)

    def finish(self) -> None:
        """To be called when every field is there."""
        self._column.addWidget(self.record, 0, Qt.AlignmentFlag.AlignLeading)
        self._fit()
        self.show_item(self.item)

    # What a form says of itself

    def choices(self, name: str) -> Iterable[tuple[str, str]]:
        """What may be chosen in a field now: code and label."""
        raise NotImplementedError

    def seal(self) -> None:
        """Give the begun row the last value it needs, by `self.put`."""
        raise NotImplementedError

    def absent(self) -> list[str]:
        """The fields that must hold something and do not, first the one to mend first."""
        values = self.values()
        return [name for name in self._errors if not values.get(name)]

    # For everybody

    def show_item(self, item: ItemResult) -> None:
        """Offer what may be chosen now, and show what has been begun; what is being typed stays."""
        self.item = item
        draft, values = self.draft(), self.values()
        self._filling = True
        for name, field in self._fields.items():
            held = values.get(name)
            if isinstance(field, QuietCombo):
                offered = list(self.choices(name))
                field.fill(offered, "")
                field.show_code(held if held in dict(offered) else None)
            elif isinstance(field, QDateEdit):
                if isinstance(held, date):
                    field.setDate(QDate(held.year, held.month, held.day))
            elif not self._unkept:
                _write(field, str(held or self._quiet.get(name, "")))
        self._filling = False
        if draft is None:
            for error in self._errors.values():
                error.hide()

    def draft(self) -> Draft | None:
        return begun_entry(self.context, self.PLACE, self.item.id, self.item.person)

    def values(self) -> dict[str, object]:
        """What is begun; empty if nothing is."""
        draft = self.draft()
        return dict(draft.values) if draft is not None else {}

    def flush(self) -> None:
        """Keep what is typed and still waits for a pause."""
        if self._unkept:
            self._unkept = False
            self._pause.stop()
            self._longest.stop()
            typed = {name: _read(field) for name, field in self._fields.items() if _typed_in(field)}
            for name in sorted(typed, key=lambda name: name in self._quiet):
                self.keep(name, typed[name], typing=True)
            self.context.case.typed()

    def keep(self, name: str, value: object, *, typing: bool = False) -> None:
        """Keep one field of the entry; the first one begins it, and clearing the last one forgets it."""
        case, draft = self.context.case, self.draft()
        try:
            if draft is None and value and name not in self._quiet:
                case.add_row(self.PLACE, self._known() | {name: value})
            elif draft is not None and (value or None) != draft.values.get(name):
                case.set_value(f"{draft.key}.{name}", value, typing=typing)
                left = self.draft()
                if left is not None and not left.values.keys() - {"item", "person"} - self._quiet.keys():
                    case.remove_row(left.key)
        except EditRefused as refused:
            self.context.said.emit(self.context.words.message(refused))
        if value and name in self._errors:
            self._errors[name].hide()

    def put(self, name: str, value: object) -> None:
        """Give the begun row a value."""
        draft = self.draft()
        if draft is not None:
            self.context.case.set_value(f"{draft.key}.{name}", value)

    def first(self) -> QWidget:
        """Where filling in begins."""
        return next(iter(self._fields.values()))

    # Its own

    def _known(self) -> dict[str, object]:
        """What is known of a new entry before anybody says anything."""
        usual = {name: _read(self._fields[name]) for name in self._quiet}
        known = {"item": self.item.id, "person": self.item.person, **usual}
        return {name: value for name, value in known.items() if value}

    def _record(self) -> None:
        self.flush()
        absent = self.absent()
        for name, error in self._errors.items():
            error.setVisible(name in absent)
        if absent:
            self._fields[absent[0]].setFocus(Qt.FocusReason.OtherFocusReason)
            self.context.appeared.emit(self._fields[absent[0]])
            return
        try:
            self.seal()
        except EditRefused as refused:
            self.context.said.emit(self.context.words.message(refused))

    def _row(self, name: str, title: str, field: QWidget, missing: str) -> None:
        label = QLabel(title, self)
        label.setWordWrap(True)
        label.setBuddy(field)
        field.setAccessibleName(title)
        self._fields[name] = field
        self._column.addWidget(label)
        self._column.addWidget(field)
        if missing:
            error = text_label(self, "error")
            fill(error, missing)
            error.hide()
            self._errors[name] = error
            self._column.addWidget(error)
        self._column.addSpacing(GRID)

    def _day_chosen(self, name: str, chosen: QDate) -> None:
        if not self._filling:
            self.keep(name, _day(chosen))

    def _typed(self) -> None:
        if not self._filling:
            self._unkept = True
            self._pause.start()
            if not self._longest.isActive():
                self._longest.start()
                self.context.case.typing()

    def _fit(self) -> None:
        for field in self._fields.values():
            if isinstance(field, QPlainTextEdit):
                field.setFixedHeight(field.fontMetrics().lineSpacing() * 4 + 2 * GRID)

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


def _typed_in(field: QWidget) -> bool:
    return isinstance(field, QLineEdit | QPlainTextEdit)


def _read(field: QWidget) -> object:
    match field:
        case QLineEdit():
            return field.text().strip()
        case QPlainTextEdit():
            return field.toPlainText().strip()
        case QDateEdit():
            return _day(field.date())
    return None


def _write(field: QWidget, text: str) -> None:
    """Show a text; the one that stands there already is not touched, so that the cursor stays."""
    if _read(field) == text:
        return
    if isinstance(field, QLineEdit):
        field.setText(text)
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)


def _day(shown: QDate) -> date:
    return date(shown.year(), shown.month(), shown.day())
