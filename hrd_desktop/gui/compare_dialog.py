"""Two persons side by side: is it the same one? Names show only when they are asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrd_desktop.core.person import Person
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.theme import GRID, role
from hrd_desktop.services import resemblance
from hrd_desktop.services.resemblance import Likeness, Verdict


class CompareDialog(QDialog):
    """What is known of both, and three ways out: not the same, the same, or later."""

    decided = Signal()
    """What somebody said is kept."""

    def __init__(self, context: FieldContext, person: str, likeness: Likeness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._person = person
        self._likeness = likeness
        self._other: Person | None = None
        self.setWindowTitle(self.tr("Compare two persons"))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        heading = QLabel(self.tr("Is this the same person?"), self)
        role(heading, "heading")
        column.addWidget(heading)
        self.names = QCheckBox(self.tr("Show names"), self)
        self.names.setChecked(context.show_names)
        self.names.toggled.connect(lambda _: self._show())
        column.addWidget(self.names, 0, Qt.AlignmentFlag.AlignLeading)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * GRID)
        self._grid.setVerticalSpacing(GRID)
        for side in (1, 2):
            self._grid.setColumnStretch(side, 1)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        role(self.message, "error")
        self.message.hide()
        column.addWidget(self.message)
        column.addWidget(self._buttons())
        self.setMinimumWidth(70 * self.fontMetrics().averageCharWidth())
        case = context.case
        case.ask(
            partial(resemblance.person_on_file, case.file, likeness.case, likeness.person),
            done=self._came,
            failed=self._failed,
            owner=self,
        )

    def _buttons(self) -> QWidget:
        box = QDialogButtonBox(self)
        self.different = QPushButton(self.tr("Not the same person"), box)
        self.same = QPushButton(self.tr("Same person: note it"), box)
        self.later = QPushButton(self.tr("Decide later"), box)
        for button, act in (
            (self.different, partial(self._decide, "different")),
            (self.same, partial(self._decide, "same")),
            (self.later, self.reject),
        ):
            button.setAutoDefault(False)
            button.setMinimumWidth(button.sizeHint().width())
            box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(act)
        self.different.setEnabled(False)
        self.same.setEnabled(False)
        return box

    def _came(self, other: Person | None) -> None:
        self._other = other
        for button in (self.different, self.same):
            button.setEnabled(other is not None)
        self._show()

    def _failed(self, error: object) -> None:
        self.message.setText(sentence(error, self._context.words.lang))
        self.message.show()

    def _show(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (label := item.widget()) is not None:
                label.hide()
                label.deleteLater()
        own = self._context.case.value(self._person)
        if self._other is None or not isinstance(own, Person):
            return
        words, other = self._context.words, self._likeness
        there = f"{other.alias} ({other.case})" if other.alias else other.case
        rows = [
            ("", self.tr("This case"), there),
            (words.field("person", "names"), self._names(own), self._names(self._other)),
            (words.field("birth", "date"), self._born(own), self._born(self._other)),
            (words.object("nationality", 2), self._nationalities(own), self._nationalities(self._other)),
            (words.field("person", "parents"), self._parents(own), self._parents(self._other)),
        ]
        for line, cells in enumerate(rows):
            for side, text in enumerate(cells):
                label = QLabel(text, self)
                label.setWordWrap(True)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
                role(label, "strong" if line == 0 else "small" if side == 0 else "value")
                self._grid.addWidget(label, line, side)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as its lines, which are known only now; never wider than its buttons need."""
        layout = self.layout()
        if layout is not None:
            width = max(self.width(), layout.minimumSize().width())
            self.resize(width, max(self.height(), layout.totalHeightForWidth(width)))

    def _names(self, person: Person) -> str:
        if not self.names.isChecked():
            return self.tr("Names are hidden.")
        forms = [form for name in person.names for form in (_joined(name.given, name.family), name.full) if form]
        return "\n".join(dict.fromkeys(forms))

    def _born(self, person: Person) -> str:
        birth = person.birth
        if birth is None or birth.date is None:
            return self.tr("Not known")
        return self._context.words.dated(birth.date, birth.date_info)

    def _nationalities(self, person: Person) -> str:
        found = [self._context.words.country(one.country) for one in person.nationalities if one.country]
        return ", ".join(found) or self.tr("Not known")

    def _parents(self, person: Person) -> str:
        if not person.parents:
            return self.tr("Not known")
        if not self.names.isChecked():
            return self.tr("Names are hidden.")
        return "\n".join(_joined(one.given, one.family) or self._linked(one.person) for one in person.parents)

    def _linked(self, person: str | None) -> str:
        return person or self.tr("Not known")

    def _decide(self, verdict: Verdict) -> None:
        case, other = self._context.case, self._likeness
        if verdict == "same":
            self._note()
        case.ask(
            partial(
                resemblance.decide,
                case.file,
                (case.code, self._person),
                (other.case, other.person),
                verdict,
                at=case.now(),
                by=case.by,
            ),
            done=self._kept,
            failed=self._failed,
            owner=self,
        )

    def _note(self) -> None:
        """One step that can be undone: an entry in the journal, and the case file of a linked person."""
        case, other = self._context.case, self._likeness
        text = self.tr("{person} may be the same person as {other} in {case}.")
        own = case.value(self._person)
        with case.together():
            case.add_row(
                "case.journal",
                {"on": case.today, "text": text.format(person=self._person, other=other.person, case=other.case)},
            )
            if isinstance(own, Person) and own.plan == "linked_case" and own.linked_case_code is None:
                case.set_value(f"{self._person}.linked_case_code", other.case)

    def _kept(self, _: object) -> None:
        self.decided.emit()
        self.accept()


def _joined(*texts: str | None) -> str:
    return " ".join(text for text in texts if text)
