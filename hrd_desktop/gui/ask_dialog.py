"""What to ask next time: the list as it makes itself, each line a way to its place, and one page to take along."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from hrd_desktop.gui.ask_export import AskExport
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.forms import fill, load_form
from hrd_desktop.gui.i18n import LANGUAGES
from hrd_desktop.gui.judgement import item_place, target_of, text_label
from hrd_desktop.gui.line_button import LinkList
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import icon, role
from hrd_desktop.services.ask_list import Ask, ask_list
from hrd_desktop.wording.words import Lang

_WIDTH_IN_LETTERS, _HEIGHT_IN_LINES = 84, 36
_SIGNS = {"item": "question", "contradiction": "attention", "again": "redo", "unknown": "info"}


class AskDialog(QDialog):
    """Looks at the case as it stands; `ask` gives the place to go to, if the person followed a line."""

    ground: QWidget
    language: QComboBox
    names: QCheckBox
    message: QLabel
    close_button: QPushButton
    print_button: QPushButton

    def __init__(self, context: FieldContext, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self)
        self._context = context
        self.place = ""
        self.message.hide()
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(context.words.lang))
        self.print_button.setIcon(icon("print", "on_accent"))
        self._export = AskExport(context, tasks, self)
        self._export.told.connect(self._say)
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.reject)
        self.lists: list[LinkList] = []
        self._fill(ask_list(context.case.case, context.case.assessment, context.words))
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        room = self.screen().availableSize()
        self.resize(
            min(_WIDTH_IN_LETTERS * letter, room.width() * 9 // 10),
            min(_HEIGHT_IN_LINES * line, room.height() * 9 // 10),
        )

    @classmethod
    def ask(cls, context: FieldContext, tasks: Tasks, parent: QWidget | None = None) -> str:
        """Show the list; returns the place that the person wants to go to, or nothing."""
        dialog = cls(context, tasks, parent)
        dialog.exec()
        dialog.deleteLater()
        return dialog.place

    def _fill(self, found: list[Ask]) -> None:
        lines = self.ground.layout()
        assert isinstance(lines, QVBoxLayout)
        context = self._context
        for person, asked in groupby(found, key=lambda ask: ask.person):
            head = text_label(self.ground, "strong")
            head.setText(context.row_label(person) if person else self.tr("The whole case"))
            lines.addWidget(head)
            links = LinkList(self.ground)
            links.setAccessibleName(head.text())
            links.fill([self._line(ask) for ask in asked])
            links.asked.connect(self._go)
            self.lists.append(links)
            lines.addWidget(links)
        if not found:
            nothing = text_label(self.ground)
            nothing.setText(self.tr("Nothing is open to be asked."))
            lines.addWidget(nothing)
        lines.addStretch(1)

    def _line(self, ask: Ask) -> tuple[str, str, str, tuple[str, str]]:
        context = self._context
        place = next((target[0] for place in ask.places if (target := target_of(context, place))), "")
        if not place and ask.item:
            place = item_place(ask.item, ask.person)
        under = context.words.heading(ask.section) if ask.section else ""
        return place, ask.question, under, (_SIGNS[ask.reason], "quiet")

    def _go(self, place: str) -> None:
        self.place = place
        self.accept()

    def _print(self) -> None:
        language: Lang = "fr" if self.language.currentData() == "fr" else "en"
        self._export.start(self, language=language, names=self.names.isChecked())

    def _say(self, text: str, voice: str) -> None:
        role(self.message, voice)
        fill(self.message, text)
