"""A quiet line under a person who resembles one on file, and the way to compare both. It never stops anybody."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.core.person import Person
from hrd_desktop.gui.compare_dialog import CompareDialog
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services import resemblance
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.resemblance import Likeness

_PAUSE = 700  # ms after the last change of a name or birth date
_SHOWN = 3


class Resembles(QFrame):
    """One line for each likeness; nothing at all where there is none."""

    def __init__(self, context: FieldContext, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = person
        self._context = context
        self._asked = 0
        self.found: list[Likeness] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, 0, GRID, 0)
        self._column.setSpacing(4)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        context.case.place_changed.connect(self._changed)
        context.case.rows_changed.connect(self._changed)
        self.hide()

    def look(self) -> None:
        """Compare with everybody on file, once what was entered is saved."""
        self._pause.stop()
        case, person = self._context.case, self._known()
        if person is None:
            return
        self._asked += 1
        case.ask(
            partial(_look, self._asked, case.file, case.code, person), done=self._came, failed=self._failed, owner=self
        )

    def _known(self) -> Person | None:
        """The person, unless they are only begun or have just gone."""
        case = self._context.case
        return next((person for person in case.case.persons if person.id == self.person), None)

    def _changed(self, place: str) -> None:
        person = self._known()
        if person is None:
            return
        own = {self.person, f"{self.person}.names", *(name.id for name in person.names)}
        if place in own or place.partition(".")[0] in own - {self.person} or place.startswith(f"{self.person}.birth"):
            self._pause.start()

    def _came(self, answer: tuple[int, list[Likeness]]) -> None:
        asked, found = answer
        if asked == self._asked:
            self.found = found
            self._show()

    def _failed(self, error: object) -> None:
        self._context.said.emit(sentence(error, self._context.words.lang))

    def _show(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for likeness in self.found[:_SHOWN]:
            self._column.addWidget(self._line(likeness))
        self.setVisible(bool(self.found))

    def _line(self, likeness: Likeness) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        where = f"{likeness.alias} ({likeness.case})" if likeness.alias else likeness.case
        label = QLabel(self.tr("Resembles a person in {case}.").format(case=where), line)
        label.setWordWrap(True)
        role(label, "small")
        button = QPushButton(self.tr("Compare"), line)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Compare with a person in {case}").format(case=where))
        role(button, "link")
        button.clicked.connect(partial(self.compare, likeness))
        row.addWidget(label, 1)
        row.addWidget(button)
        return line

    def compare(self, likeness: Likeness) -> None:
        """Show both side by side."""
        dialog = CompareDialog(self._context, self.person, likeness, self)
        dialog.decided.connect(self.look)
        dialog.open()

    def changeEvent(self, event: QEvent) -> None:
        """Words follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "found"):
            self._show()


def _look(asked: int, file: CaseFile, code: str, person: Person) -> tuple[int, list[Likeness]]:
    return asked, resemblance.resembling_persons(file, code, person)
