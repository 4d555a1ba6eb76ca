"""One round: a child types into the case file, tells what is saved, and is killed; then the file is looked at."""

from __future__ import annotations

import copy
import os
import select
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from hrd_desktop.core import edit
from hrd_desktop.services import editing, files
from hrd_desktop.store import cases
from hrd_desktop.store.casefile import CaseFile, _ensure_schema
from hrd_desktop.store.folder import read_keys
from hrd_desktop.vault import keys
from hrd_desktop.vault.data_key import DataKey
from tests.kill import typist
from tests.store.demo_cases import demo_case
from tests.store.index import indexed, made_anew, sound

PASSPHRASE = "a lamp that is lit again"
CODE = "HRD-2026-S1"
_AT = datetime(2026, 9, 15, 12, tzinfo=UTC)
_LONGEST = 0.12  # seconds of typing before the kill
_STARTED = 60.0  # seconds until the first edit has to be saved
_AHEAD = 6  # edits that may be on their way when the last one was told


class Lost(AssertionError):
    """The file is not as it has to be."""


class Trial:
    """A case file that is typed into and killed again and again, and what it has to hold by now."""

    def __init__(self, folder: Path, seed: int = 0) -> None:
        self.path = folder / "trial.hrd"
        with files.create(self.path, PASSPHRASE, calibrate=False) as file, file.session() as session:
            cases.add(session, [demo_case()], at=_AT)
        key = keys.unlock(read_keys(self.path), PASSPHRASE)
        self._key = bytes(key.buffer())
        self._random = Random(seed)
        self.expected = demo_case()
        self.edits = 0

    @contextmanager
    def opened(self) -> Iterator[CaseFile]:
        """The case file; the key is at hand, as deriving it each time would take longer than all the rest."""
        with CaseFile._with_key(self.path, lambda: DataKey(bytearray(self._key)), _ensure_schema) as file:
            yield file

    def round(self, typing: Callable[[Trial, int], None]) -> int:
        """Let a child type, kill it, look at the file. Returns how many edits it was told of. Raises Lost."""
        told, pipe = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.close(told)
                typing(self, pipe)
            except BaseException:  # noqa: BLE001 - a child must never come back into the loop of its parent
                traceback.print_exc()
            os._exit(1)
        os.close(pipe)
        try:
            acknowledged = self._listen(told)
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        acknowledged = max([acknowledged, *_lines(told)])  # told, and not yet heard when it was killed
        os.close(told)
        self._look(acknowledged)
        return acknowledged

    def _listen(self, told: int) -> int:
        """Hear what is saved, for a random while from the first time on."""
        end, heard = time.monotonic() + _STARTED, 0
        while (left := end - time.monotonic()) > 0:
            if not select.select([told], [], [], left)[0]:
                break
            numbers = _lines(told, once=True)
            if not numbers:
                raise Lost("the child ended by itself")
            if not heard:
                end = time.monotonic() + self._random.random() * _LONGEST
            heard = numbers[-1]
        if not heard:
            raise Lost("nothing was saved")
        return heard

    def _look(self, acknowledged: int) -> None:
        with self.opened() as file:
            file.verify(True)
            with file.session() as session:
                found = cases.load(session, CODE)
                sound(session)
                if indexed(session) != made_anew(session):
                    raise Lost("the index of words is not that of the case")
        while self.edits < acknowledged:
            self._next()
        for _ in range(_AHEAD):
            if found == self.expected:
                break
            self._next()
        else:
            raise Lost(f"an edit up to {acknowledged} is missing")

    def _next(self) -> None:
        self.edits += 1
        edit.apply_all(self.expected, typist.changes(self.edits, self.expected))


def _lines(told: int, once: bool = False) -> list[int]:
    """The numbers that were told: what is there now, or all until the end."""
    data = b""
    while block := os.read(told, 65536):
        data += block
        if once and data.endswith(b"\n"):
            break
    return [int(line) for line in data.split(b"\n")[: data.count(b"\n")]]


def by_services(trial: Trial, pipe: int) -> None:
    """Type through the services, telling each edit once it is saved."""
    case, number = copy.deepcopy(trial.expected), trial.edits
    with trial.opened() as file:
        while True:
            number += 1
            wanted = typist.changes(number, case)
            editing.change(file, CODE, copy.deepcopy(wanted), at=_AT, by="x")
            edit.apply_all(case, wanted)
            os.write(pipe, b"%d\n" % number)


def by_window(trial: Trial, pipe: int) -> None:
    """Type into the case on the screen, some edits at a time, telling them once it says that all is saved."""
    from PySide6.QtWidgets import QApplication

    from hrd_desktop.gui.open_case import OpenCase
    from hrd_desktop.gui.tasks import Tasks
    from hrd_desktop.services.cases import open_case

    app = QApplication([])
    tasks = Tasks()
    with trial.opened() as file:
        case = OpenCase(file, open_case(file, CODE), tasks, lambda: _AT)
        number = trial.edits

        def type_on() -> None:
            nonlocal number
            for _ in range(Random(number).randrange(1, 4)):
                number += 1
                case.change(typist.changes(number, case.case))

        def told(_at: object) -> None:
            os.write(pipe, b"%d\n" % number)
            type_on()

        case.saved.connect(told)
        type_on()
        app.exec()


def run(folder: Path, rounds: int, each: Callable[[int, int], None] | None = None) -> tuple[int, int]:
    """So many rounds, every tenth in the window. Returns the edits told and the edits found. Raises Lost."""
    _warm()
    trial, told = Trial(folder), 0
    for number in range(rounds):
        told = trial.round(by_window if number % 10 == 9 else by_services)
        if each is not None:
            each(number + 1, told)
    with files.unlock(trial.path, PASSPHRASE) as file, file.session() as session:
        if cases.load(session, CODE) != trial.expected:
            raise Lost("opened with its passphrase it is another")
    return told, trial.edits


def _warm() -> None:
    """Import once what every child needs."""
    import hrd_desktop.gui.open_case
    import hrd_desktop.store.migrate  # noqa: F401
