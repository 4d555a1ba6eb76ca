"""The date of birth, and beside a day that offices like to write the question whether it is the real one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QRadioButton, QWidget

from hrd_desktop.core.codes import Answer
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.core.stories import after_edit, asks_if_real
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.editors.dates import DateEditor
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.flow_layout import OptionBox


class BirthDateEditor(DateEditor):
    """Asks "is 1 January real?" beside a whole date of 1 January, 1 July or 31 December.

    The answer is `birth.office_default`. A day that an office gave is no day of birth: one button keeps the year alone
    and moves the printed date to the other birth dates, in one step.
    """

    def __init__(self, context: FieldContext, place: str, spec: FieldSpec, parent: QWidget | None = None) -> None:
        self._birth = place.rpartition(".")[0]
        super().__init__(context, place, spec, parent)
        context.case.news.at(f"{self._birth}.office_default").changed.connect(self._answered)

    def finish(self, control: QWidget, focus: QWidget | None = None) -> None:
        self.question = QLabel(self)
        self.question.setWordWrap(True)
        self.options = OptionBox(self)
        self.group = QButtonGroup(self)
        self.answers: dict[Answer, QRadioButton] = {}
        labels: tuple[tuple[Answer, str], ...] = (
            ("no", self.tr("It is the real day")),
            ("yes", self.tr("It was given by an office")),
            ("unknown", self.tr("Not known")),
        )
        for answer, label in labels:
            button = QRadioButton(label, self.options)
            button.clicked.connect(lambda _=False, answer=answer: self._say_real(answer))
            self.group.addButton(button)
            self.options.flow.addWidget(button)
            self.answers[answer] = button
        self.foot = OptionBox(self)
        self.keep_year = QPushButton(self.foot)
        self.keep_year.clicked.connect(self._keep_year)
        self.foot.flow.addWidget(self.keep_year)
        super().finish(control, focus)
        for widget in (self.question, self.options, self.foot):
            self.column.addWidget(widget)
        self._ask()

    def _explain(self) -> None:
        super()._explain()
        self._ask()

    def _ask(self) -> None:
        """Show the question where it is to be asked, with the answer on file."""
        written = self.context.case.value(self.place)
        asked = asks_if_real(written, self.info)
        answer = self.context.case.value(f"{self._birth}.office_default")
        for widget in (self.question, self.options):
            widget.setVisible(asked)
        self.foot.setVisible(asked and answer == "yes")
        if not asked:
            return
        day = self.context.words.partial(written)
        self.question.setText(
            self.tr("Offices often write such a day where none is known. Is {day} the real one?").format(day=day)
        )
        text = self.tr("Keep {year} alone; {day} goes to the other birth dates")
        self.keep_year.setText(text.format(year=written.year, day=day))
        self.foot.wrap()
        self.group.setExclusive(False)
        for known, button in self.answers.items():
            button.setChecked(known == answer)
            button.setAccessibleName(f"{self.question.text()} {button.text()}")
        self.group.setExclusive(True)

    def _say_real(self, answer: Answer) -> None:
        self._try(lambda: self.context.case.set_value(f"{self._birth}.office_default", answer))

    def _keep_year(self) -> None:
        self._try(self._move)
        self.refresh()
        self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self) -> None:
        case = self.context.case
        printed: PartialDate = case.value(self.place)
        year = PartialDate(printed.year)
        others = case.value(f"{self._birth}.aliases") or []
        with case.together():
            if all(other.date != printed for other in others):
                case.add_row(f"{self._birth}.aliases", {"date": printed, "office_default": "yes"})
            case.set_fields(self._birth, {"date": year, "date_info": after_edit(self.info, year)})

    def _try(self, edit: Callable[[], None]) -> None:
        try:
            edit()
        except EditRefused as refused:
            self.say(self.context.words.message(refused))
        self._ask()

    def _answered(self, place: str) -> None:
        if place == f"{self._birth}.office_default" and self.context.case.knows(self._birth):
            self._ask()
