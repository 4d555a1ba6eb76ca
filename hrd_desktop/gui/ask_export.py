"""Writing what to ask next to a file that the person chooses."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from hrd_desktop import paths
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.messages import sentence
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import ask_sheets
from hrd_desktop.services.packets import PacketFile
from hrd_desktop.wording.words import Lang as Language


class AskExport(QObject):
    """Asks where to write, writes what is on file once every edit is there, and says how it went."""

    told = Signal(str, str)
    """How it went, and the voice to say it in."""

    def __init__(self, context: FieldContext, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tasks = tasks

    def start(self, window: QWidget, *, language: Language, names: bool = False) -> None:
        """Ask for a file and write the sheet in the language chosen, with names only where they are asked for."""
        case = self._context.case
        # The name of the file says the case code, never a person's name.
        out = self.choose_file(paths.documents() / f"{case.code}-ask.pdf", window)
        if out is not None:
            work = partial(ask_sheets.export, case.file, case.code, out, case.today, language=language, names=names)
            self._tasks.database(work, done=partial(self._written, out, names), failed=self._failed, owner=self)

    def choose_file(self, suggested: Path, window: QWidget) -> Path | None:
        """Ask where to write; asks again before it names a file that is there. None if the person thinks better."""
        dialog = QFileDialog(window, self.tr("Print what to ask next"), str(suggested.parent), self.tr("PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggested.name)
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def _written(self, out: Path, names: bool, _made: PacketFile) -> None:
        text = self.tr("Written: {name}, one page. It names nobody; print it, then delete the file.")
        if names:
            text = self.tr("Written: {name}, one page. It holds names: print it, then delete the file at once.")
        self.told.emit(text.format(name=out.name), "clear")

    def _failed(self, error: Exception) -> None:
        self.told.emit(sentence(error, self._context.words.lang), "error")
