"""Works in the window with one case: every section, typing, finding, the viewer, the packet; then locks, or is killed.

`python -m tests.canary.actor SCENE CASEFILE CODE ELSEWHERE` prints `ready` when the disk may be searched, and waits.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from hrd_desktop import logs, paths
from hrd_desktop.gui.case_page import CasePage
from hrd_desktop.gui.section_list import _KEY
from hrd_desktop.gui.start import Program, application
from hrd_desktop.services import hand_over, packets
from hrd_desktop.store import cases as stored
from tests.canary.scenes import AT, PASSPHRASE, TYPED

_LONGEST = 60_000  # ms to wait for one thing


def main(scene: str, path: str, code: str, elsewhere: str) -> None:
    app = application()
    logs.begin()
    program = Program(app, paths.settings_file(), Path(path))
    logs.watch(program.tasks.unseen.emit)
    busy = [False]
    program.tasks.busy.connect(busy.append)
    frame = program.frame
    frame.show()
    frame.unlock.passphrase.setText(PASSPHRASE)
    frame.unlock.submit()
    _until(lambda: frame.is_open)
    frame.show_find()
    finder = frame.pages.currentWidget()
    _write(finder.findChild(QLineEdit), TYPED)
    frame.open_case(code)
    _until(lambda: isinstance(frame.pages.currentWidget(), CasePage))
    page = frame.pages.currentWidget()
    assert isinstance(page, CasePage)
    keys = [page.sections.item(n).data(_KEY) for n in range(page.sections.count())]
    for key in keys:
        page.show_section(key)
        _turn()
    page.show_place("case.note")
    _turn()
    _write(QApplication.focusWidget(), TYPED)
    logs.log_failure(ValueError(TYPED))
    if scene == "export":
        file = frame._file
        assert file is not None
        hand_over.export_with_evidence(file, code, Path(elsewhere) / "case.json")
        with file.session() as session:
            case = stored.load(session, code)
        made = packets.preview(case, packets.default_options(case, AT.date(), recipient="own_organisation"))
        (Path(elsewhere) / "draft.pdf").write_bytes(made.data)
    if scene == "lock":
        _until(lambda: not frame.saved.saving)
        frame.lock()
        _until(lambda: not busy[-1])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.read()


def _write(field: object, text: str) -> None:
    if isinstance(field, QLineEdit):
        field.setText(text)
        field.textEdited.emit(text)
    elif isinstance(field, QTextEdit | QPlainTextEdit):
        field.setPlainText(text)
    else:
        raise TypeError(f"nothing to write in: {type(field).__name__}")
    _turn(1500)


def _turn(milliseconds: int = 150) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _until(done: Callable[[], bool]) -> None:
    for _ in range(_LONGEST // 50):
        if done():
            return
        _turn(50)
    raise TimeoutError("it did not come")


if __name__ == "__main__":
    main(*sys.argv[1:])
