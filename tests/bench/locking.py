"""From somebody's wish to lock until the window is dark, and until the key is gone, whatever is under way.

The wish comes from another thread, as that of the system does: what the window's own loop takes to hear it counts.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from hrd_desktop import paths
from hrd_desktop.exchange import case_json
from hrd_desktop.packet.options import PARTS
from hrd_desktop.services import backups, cases, evidence, files, packets
from hrd_desktop.store import cases as stored
from hrd_desktop.store.casefile import CaseFile
from tests.bench.generate import big_case, caseload
from tests.bench.scans import DAY, scan
from tests.bench.table import Row, of
from tests.documents.papers import saved

_PASSPHRASE = "kelp lantern orbit mosaic"
_INCIDENTS, _SCANS, _IMPORTED, _TIMES = 140, 60, 150, 6
_DARK, _COVERED = 200.0, 100.0
_AT = datetime(2026, 9, 15, 12, tzinfo=UTC)


def locking_rows(folder: Path, _cases: int) -> list[Row]:
    """With a case of many pages on the screen and, one after the other, everything that takes long under way."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    desk = _Desk(folder / "locking")
    rows = desk.covering()
    out = desk.folder / "out"
    out.mkdir()
    for what, work, moments in (
        ("nothing under way", None, (0.0,)),
        ("a packet being written", partial(desk.packet, out / "packet.pdf"), (0.05, 0.2, 0.4, 0.6, 0.8, 1.0)),
        ("scans being made ready", desk.scans, (0.05, 0.4, 0.8)),
        ("cases being imported", desk.imported, (0.05, 0.3, 0.6)),
        ("the whole file being checked", desk.checked, (0.05, 0.2)),
        ("a backup being made", desk.backed_up, (0.05, 0.2, 0.4)),
    ):
        dark, gone, halves, wholes = [], [], 0, 0
        for number in range(_TIMES):
            one, other = desk.lock(work, moments[number % len(moments)])
            dark.append(one)
            gone.append(other)
            for path in list(out.iterdir()):
                halves, wholes = halves + path.name.startswith("."), wholes + (not path.name.startswith("."))
                path.unlink()
        note = f"{halves} halves left, {wholes} of {_TIMES} were done before" if halves or wholes else ""
        rows.append(of(f"lock to dark: {what}", dark, _DARK, note))
        rows.append(of(f"lock to key gone: {what}", gone, None))
    desk.reason = "hand"
    rows.append(of("lock by hand to key gone, a backup with it", [desk.lock(None, 0.0, changed=True)[1]], None))
    desk.close()
    return rows


class _Desk:
    """The whole program with one big case, and what may be under way in it."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtCore import QObject, Qt, Signal
        from PySide6.QtWidgets import QApplication

        from hrd_desktop.gui.start import Program

        class Wish(QObject):
            made = Signal()

        folder.mkdir()
        self.folder = folder
        paths.backups = lambda: folder / "backups"  # those that locking makes stay with the measurement
        self.app = QApplication.instance() or QApplication([])
        self.case = big_case(_INCIDENTS)
        self.path = _filled(folder / "cases.hrd", self.case)
        self.import_from = []
        for number, one in enumerate(caseload(_IMPORTED)):
            path = folder / f"{number}.json"
            path.write_bytes(case_json.write_case(replace(one, code=f"IMP-{number:05}")))
            self.import_from.append(path)
        self.program = Program(self.app, folder / "settings.json", self.path)  # type: ignore[arg-type]
        self.frame: Any = self.program.frame
        self.frame.show()
        self.reason = "sleep"
        self.gone_at = 0.0
        self.asked = self.dark_at = 0.0
        self.wish = Wish()
        self.wish.made.connect(self._lock, Qt.ConnectionType.QueuedConnection)
        self.frame.locking.locked.connect(self._gone)

    def covering(self) -> list[Row]:
        """The curtain over the page of the case."""
        self._open()
        drawn, lifted = [], []
        for _ in range(20):
            begun = time.perf_counter()
            self.frame.curtain.draw()
            drawn.append((time.perf_counter() - begun) * 1000)
            self._settle()
            begun = time.perf_counter()
            self.frame.curtain.lift()
            self.frame.repaint()
            lifted.append((time.perf_counter() - begun) * 1000)
            self._settle()
        return [of("cover every window, with a big case open", drawn, _COVERED), of("uncover it", lifted, None)]

    def lock(self, work: Callable[[], object] | None, after: float, *, changed: bool = False) -> tuple[float, float]:
        """Milliseconds until dark, and until the key is gone, `after` so many seconds of work."""
        self._open()
        if changed:
            self.frame.pages.currentWidget().context.case.set_value("case.partner_reference", "AB-1")
        if work is not None:
            self.program.tasks.database(work, failed=lambda _: None, owner=self.frame)
        self.gone_at = 0.0
        threading.Timer(after, self._ask).start()
        self._until(lambda: self.gone_at > 0)
        return (self.dark_at - self.asked) * 1000, (self.gone_at - self.asked) * 1000

    def close(self) -> None:
        self.program.close()
        self.frame.hide()
        self.frame.deleteLater()
        self._settle()

    # What may be under way: the functions that the windows of the program run

    def packet(self, out: Path, cancelled: Any = None, progress: Any = None) -> object:
        options = replace(packets.default_options(self.case, DAY), draft=True, parts=PARTS)
        file, code = self._file(), self.case.code
        return packets.export(
            file, code, out, options, at=_AT, by="", progress=progress, cancelled=cancelled, typed=None, closing=None
        )

    def scans(self, cancelled: Any = None, progress: Any = None) -> object:
        options = replace(packets.default_options(self.case, DAY), draft=True, parts=PARTS)
        file = self._file()
        with evidence.Reader() as reader:
            case = cases.open_case(file, self.case.code).case
            return packets.exhibits(file, case, options, reader=reader, progress=progress, cancelled=cancelled)

    def imported(self, cancelled: Any = None, progress: Any = None) -> object:
        return cases.import_cases(self._file(), self.import_from, on=DAY, progress=progress, cancelled=cancelled)

    def checked(self, progress: Any = None) -> object:
        return files.verify(self._file(), full=True, progress=progress)

    def backed_up(self, cancelled: Any = None, progress: Any = None) -> object:
        place = self.folder / "out"
        return backups.make(self._file(), place, at=_AT, progress=progress, cancelled=cancelled)

    def _file(self) -> CaseFile:
        return self.now_open

    def _open(self) -> None:
        frame = self.frame
        if not frame.is_open:
            frame.unlock.passphrase.setText(_PASSPHRASE)
            frame.unlock.submit()
            self._until(lambda: frame.is_open)
        self.now_open: CaseFile = frame._file
        frame.open_case(self.case.code)
        self._until(lambda: type(frame.pages.currentWidget()).__name__ == "CasePage")
        self._settle()

    def _ask(self) -> None:
        self.asked = time.perf_counter()
        self.wish.made.emit()

    def _lock(self) -> None:
        self.frame.lock_for(self.reason)
        self.dark_at = time.perf_counter()

    def _gone(self) -> None:
        self.gone_at = time.perf_counter()

    def _settle(self) -> None:
        for _ in range(5):
            self.app.processEvents()

    def _until(self, there: Callable[[], bool]) -> None:
        """The window's own loop runs meanwhile, as in life."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        look = QTimer(interval=5)
        look.timeout.connect(lambda: loop.quit() if there() else None)
        look.start()
        loop.exec()


def _filled(path: Path, case: Any) -> Path:
    file = files.create(path, _PASSPHRASE, calibrate=False)
    with file.session() as session:
        stored.add(session, [case])
    with evidence.Reader() as reader:
        for number in range(3):
            count = _SCANS // 3
            first, *rest = [scan(number * count + page) for page in range(count)]
            data = saved(first, "TIFF", save_all=True, append_images=rest, compression="jpeg", dpi=(300, 300))
            evidence.add(
                file, case.code, data, "scan.tif", title=f"Paper {number}", kind="report", at=_AT, reader=reader
            )
    files.lock(file)
    return path
