"""A case on the desk: a real case file with one invented case, opened as the window opens it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from hrd_desktop.assets import resource
from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import Draft
from hrd_desktop.core.places import find
from hrd_desktop.core.schema import FieldSpec, field_of
from hrd_desktop.gui.editors.base import FieldEditor
from hrd_desktop.gui.editors.factory import editor_for
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import cases, files
from hrd_desktop.services.files import CaseFile
from hrd_desktop.wording import wording

PASSPHRASE = "nine invented herons by a river"
NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)


class Templates:
    """Case files with one invented case each, made once; every test works on its own copy."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def copy(self, sample: str, to: Path) -> None:
        made = self._folder / f"{sample}.hrd"
        if not made.exists():
            file = files.create(made, PASSPHRASE, calibrate=False)
            cases.import_cases(file, [resource("demo", f"{sample}.json")], on=NOW.date())
            files.lock(file)
        shutil.copytree(made, to)


class Desk:
    """One open case, and what a test wants to know of it."""

    def __init__(self, templates: Templates, path: Path, sample: str, tasks: Tasks, qtbot: Any) -> None:
        templates.copy(sample, path)
        self.file: CaseFile = files.unlock(path, PASSPHRASE)
        self.tasks = tasks
        self.qtbot = qtbot
        self.code = f"HRD-2026-{sample.upper()}"
        self.case = OpenCase(self.file, cases.open_case(self.file, self.code), tasks, lambda: NOW)
        self.context = FieldContext(self.case, wording("en"))

    @property
    def today(self) -> date:
        return NOW.date()

    def settle(self) -> None:
        """Wait until everything is on the disk."""
        self.qtbot.waitUntil(lambda: not self.case.busy, timeout=5000)

    def on_file(self) -> Case:
        """The case as somebody would find it who opened it now."""
        self.settle()
        return cases.open_case(self.file, self.code).case

    def drafts_on_file(self) -> list[Draft]:
        self.settle()
        return list(cases.open_case(self.file, self.code).drafts)

    def stored(self, place: str) -> Any:
        """The value on file at a place; None if what should hold it is not there."""
        found = find(self.on_file(), place)
        return found.value if found is not None else None

    def spec(self, place: str) -> FieldSpec:
        holder, _, name = place.rpartition(".")
        spec = field_of(self.case.target(holder), name)
        assert spec is not None
        return spec

    def editor(self, place: str, show: Callable[[QWidget], QWidget]) -> Any:
        """The editor of one field, alone on the screen."""
        made: FieldEditor = editor_for(self.context, place, self.spec(place))
        made.resize(640, 400)
        show(made)
        return made


def desk_maker(templates: Templates, folder: Path, tasks: Tasks, qtbot: Any) -> Iterator[Callable[..., Desk]]:
    """Put a case on the desk; it is cleared after the test."""
    made: list[Desk] = []

    def make(sample: str = "s1") -> Desk:
        made.append(Desk(templates, folder / f"{len(made)}.hrd", sample, tasks, qtbot))
        return made[-1]

    yield make
    for desk in made:
        desk.settle()
        desk.context.deleteLater()
        desk.case.deleteLater()
        files.lock(desk.file)
