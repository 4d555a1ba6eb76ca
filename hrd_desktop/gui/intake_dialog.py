"""The blank intake set: choose what to print, and where to write it. It belongs to no case and needs no case file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLabel, QPushButton, QSpinBox, QWidget

from hrd_desktop import paths
from hrd_desktop.gui.editors.combo import QuietCombo
from hrd_desktop.gui.flow_layout import OptionBox
from hrd_desktop.gui.forms import fit, load_form
from hrd_desktop.gui.i18n import LANGUAGES
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import role
from hrd_desktop.services import intake
from hrd_desktop.wording import wording

_WIDTH_IN_LETTERS, _HEIGHT_IN_LINES = 60, 34


class IntakeDialog(QDialog):
    """Stays open after writing, so that the same can be written in the other language."""

    parts: OptionBox
    persons: QSpinBox
    adults: QSpinBox
    language: QuietCombo
    paper: QuietCombo
    message: QLabel
    close_button: QPushButton
    write_button: QPushButton

    def __init__(self, tasks: Tasks, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, own=[OptionBox, QuietCombo])
        self._tasks = tasks
        self._lang = lang
        words = wording("fr" if lang == "fr" else "en")
        self.boxes: dict[str, QCheckBox] = {}
        for key in intake.ON_PAPER:
            box = QCheckBox(words.heading(key), self.parts)
            box.setChecked(True)
            box.toggled.connect(lambda _: self._count())
            self.parts.flow.addWidget(box)
            self.boxes[key] = box
        self.language.fill(LANGUAGES.items(), None)
        self.language.show_code("fr" if lang == "fr" else "en")
        self.paper.fill([("letter", self.tr("Letter")), ("a4", "A4")], None)
        self.paper.show_code("letter")
        self.message.hide()
        self.close_button.clicked.connect(self.accept)
        self.write_button.clicked.connect(self.write)
        fit(self, _WIDTH_IN_LETTERS)
        room = self.screen().availableSize() * 0.95
        self.resize(self.width(), min(self.fontMetrics().lineSpacing() * _HEIGHT_IN_LINES, room.height()))

    @classmethod
    def show_for(cls, tasks: Tasks, lang: str, parent: QWidget | None = None) -> None:
        """Opens over its window and goes when it is closed."""
        dialog = cls(tasks, lang, parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def chosen(self) -> intake.IntakeOptions:
        """What is to be printed."""
        return intake.options(
            language="fr" if self.language.currentData() == "fr" else "en",
            paper="a4" if self.paper.currentData() == "a4" else "letter",
            parts=[key for key, box in self.boxes.items() if box.isChecked()],
            persons=self.persons.value(),
            adults=self.adults.value(),
        )

    def write(self) -> None:
        """Ask where, and write."""
        out = self.choose_file(paths.documents() / "intake.pdf")
        if out is not None:
            self.write_button.setEnabled(False)
            work = partial(intake.export, out, self.chosen())
            self._tasks.pool(work, done=partial(self._written, out), failed=self._failed, owner=self)

    def choose_file(self, suggested: Path) -> Path | None:
        """Ask where to write; asks again before it names a file that is there. None if the person thinks better."""
        dialog = QFileDialog(self, self.tr("Write the blank intake set"), str(suggested.parent), self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggested.name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def _count(self) -> None:
        self.write_button.setEnabled(any(box.isChecked() for box in self.boxes.values()))

    def _written(self, out: Path, made: intake.PacketFile) -> None:
        self._count()
        self._say(self.tr("Written: {name}, {count} pages.").format(name=out.name, count=made.pages), "clear")

    def _failed(self, error: object) -> None:
        self._count()
        self._say(sentence(error, self._lang), "error")

    def _say(self, text: str, voice: str) -> None:
        role(self.message, voice)
        self.message.setText(text)
        self.message.show()
