"""Puts the window together in order: application, preferences, language, looks, frame."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from hrd_desktop import __version__, logs, paths
from hrd_desktop.gui.frame import Frame
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.icons import icon
from hrd_desktop.gui.idle import SystemClock
from hrd_desktop.gui.preferences import Preferences
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.theme import Theme


class Program:
    """Everything that lives as long as the window; `run` of the program keeps the only reference."""

    def __init__(self, app: QApplication, settings_file: Path, case_file: Path | None) -> None:
        self.tasks = Tasks()
        self.preferences = Preferences(settings_file, self.tasks)
        now = self.preferences.now
        self.language = Language(now.language)
        self.theme = Theme(app, now.mode, now.text_percent)
        self.preferences.changed.connect(self._follow)
        self.frame = Frame(
            self.preferences, self.language, self.tasks, SystemClock(), _now, case_file or _last_file(now.last_file)
        )

    def _follow(self) -> None:
        now = self.preferences.now
        self.theme.set(now.mode, now.text_percent)
        if now.language:
            self.language.set(now.language)

    def close(self) -> None:
        """After the loop: what is being saved is saved, the case file is locked."""
        self.frame.lock()
        self.tasks.close()


def application() -> QApplication:
    """The one QApplication, with the program's name and its sign."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("hrd-desktop")
    app.setApplicationDisplayName("HRD Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("hrd-desktop")
    return app


def run(case_file: Path | None = None) -> int:
    """Shows the window and stays until it is closed. Returns the exit code."""
    app = application()
    qInstallMessageHandler(_qt_said)
    program = Program(app, paths.settings_file(), case_file)
    app.setWindowIcon(icon("app", "accent"))
    program.frame.show()
    # The libraries of the case file take half a second to load: while the passphrase is being typed nobody notices.
    QTimer.singleShot(0, lambda: program.tasks.database(_warm_up, owner=program.frame))
    code = app.exec()
    program.close()
    return code


def _warm_up() -> None:
    from hrd_desktop.services import files

    assert files


def _last_file(last: str) -> Path:
    return Path(last) if last else paths.documents() / "Cases.hrd"


def _now() -> datetime:
    return datetime.now().astimezone()


def _qt_said(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    # Qt's messages may quote what is on the screen: only where they come from is kept.
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        logs.note_line(kind.name, context.file or "", context.line)
