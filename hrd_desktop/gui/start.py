"""Puts the window together in order: application, preferences, language, looks, frame."""

from __future__ import annotations

import gc
import os
import sys
from datetime import datetime
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QSettings, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from hrd_desktop import __version__, logs, paths
from hrd_desktop.gui.away import Away
from hrd_desktop.gui.enter_key import EnterKey
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
        self.away = Away()
        self.away.gone.connect(self.frame.lock_for)
        self.frame.locking.locked.connect(self.away.locked)

    def listen(self) -> None:
        """Hear from the system that the person goes away; its libraries are not needed for the window to appear."""
        self.away.begin(self.frame, self.frame.locking.wait)

    def _follow(self) -> None:
        now = self.preferences.now
        self.theme.set(now.mode, now.text_percent)
        if now.language:
            self.language.set(now.language)

    def close(self) -> None:
        """After the loop: what is being saved is saved, the case file is locked."""
        self.away.end()
        self.frame.lock()
        self.tasks.close()


def forget_folders() -> None:
    """Qt's own dialog for files would write down which folders were visited; it is given no place to do so."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def application() -> QApplication:
    """The one QApplication, with the program's name and its sign."""
    forget_folders()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("hrd-desktop")
    app.setApplicationDisplayName("HRD Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("hrd-desktop")
    EnterKey(app)
    return app


def run(case_file: Path | None = None) -> int:
    """Shows the window and stays until it is closed. Returns the exit code."""
    app = application()
    qInstallMessageHandler(_qt_said)
    program = Program(app, paths.settings_file(), case_file)
    logs.watch(program.tasks.unseen.emit)  # from now on there is a status line to say it in
    app.setWindowIcon(icon("app", "accent"))
    program.frame.show()
    QTimer.singleShot(0, program.listen)
    QTimer.singleShot(0, lambda: program.tasks.pool(warm_up, program.language.lang, owner=program.frame))
    code = app.exec()
    program.close()
    return code


def warm_up(lang: str) -> None:
    """Loads, in a thread of the pool, what the pages after unlocking need, while the passphrase is being typed.

    Half a second of libraries, rule packs and labels would otherwise stop the window at the first caseload and case.
    """
    from hrd_desktop.services import checking
    from hrd_desktop.wording import wording

    words = wording("fr" if lang == "fr" else "en")
    words.code("stage", "intake")
    words.result("headline", "READY")
    words.countries()
    words.languages()
    checking.packs()
    for page in ("today_page", "caseload_page", "open_case", "case_page"):
        import_module(f"hrd_desktop.gui.{page}")
    # What is loaded by now stays. Left to the collector, its next full round over all of it stops the window for a
    # tenth of a second, in the middle of the first packet.
    gc.collect()
    gc.freeze()


def _last_file(last: str) -> Path:
    return Path(last) if last else paths.documents() / "Cases.hrd"


def _now() -> datetime:
    return datetime.now().astimezone()


def _qt_said(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    # Qt's messages may quote what is on the screen: only where they come from is kept.
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        logs.note_line(kind.name, context.file or "", context.line)
