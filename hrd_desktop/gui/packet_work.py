"""Setting the pages of a packet and writing it, off the window's thread; what was set once is not set again."""

from __future__ import annotations

import copy
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from hrd_desktop.errors import Cancelled
from hrd_desktop.gui.leave_dialog import Leaving
from hrd_desktop.gui.open_case import OpenCase
from hrd_desktop.gui.tasks import Task, Tasks
from hrd_desktop.services import internal_cover, packets, record, volumes
from hrd_desktop.services.packets import PacketOptions
from hrd_desktop.services.volumes import Volumes

_KEPT = 6
"""Choices whose pages are kept at hand; going back to one shows it at once."""

Key = tuple[PacketOptions, bool]
Wanted = tuple[str, bool, bool]
"""Which papers a packet takes: for whom, exhibits or not, photographs or not."""


@dataclass(frozen=True)
class Pages:
    """What can be looked at; `whole` says that the papers are in it too: so many listed, so many with a copy."""

    volumes: Volumes
    whole: bool
    listed: int = 0
    copies: int = 0
    photographs: int = 0


class PacketWork(QObject):
    """One piece of work at a time; a later wish for pages replaces an earlier one."""

    began = Signal(str)
    """What is under way: `pages`, `papers`, `writing`."""
    progressed = Signal(int, int)
    shown = Signal(object)
    written = Signal(object)
    """`packets.Exported`."""
    covered = Signal(object)
    """The path of an internal cover."""
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, case: OpenCase, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self._tasks = tasks
        self._task: Task | None = None
        self._kept: OrderedDict[Key, Pages] = OrderedDict()
        self._papers: dict[Wanted, Sequence[Any]] = {}
        self.writing = False

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def look(self, options: PacketOptions, *, fit: bool) -> None:
        """Show the pages of these choices: at once if they are at hand, the text first where papers take longer."""
        if self.writing:
            return
        self.drop()
        key = (options, fit)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            self.shown.emit(kept)
            return
        papers = self._papers.get(_wanted(options))
        entries = self._case.case.evidence
        if papers is not None or not entries:
            self._typeset(key, papers or (), whole=True)
        elif any(one.sha256 for one in entries):
            self._typeset(key, (), whole=False)  # the text can be read while the copies are made
        else:
            self._make_papers(*key)

    def export(self, out: Path, options: PacketOptions, leaving: Leaving | None, *, fit: bool) -> None:
        """Write the packet as it is on file."""
        self.drop()
        self.writing = True
        work = partial(
            packets.export,
            self._case.file,
            self._case.code,
            out,
            options,
            fit=fit,
            typed=leaving.typed if leaving else None,
            closing=leaving.closing if leaving else None,
            at=self._case.now(),
            by=self._case.by,
        )
        self._run("writing", self._tasks.database, work, self.written.emit)

    def cover(self, out: Path, options: PacketOptions) -> None:
        """Write the internal cover."""
        self.drop()
        self.writing = True
        case = self._case
        work = partial(
            internal_cover.export, case.file, case.code, out, options.on, language=options.language, paper=options.paper
        )
        self._run("writing", self._tasks.database, work, lambda _: self.covered.emit(out))

    def printed(self, pages: int) -> None:
        """So many pages go to a printer: the record says so."""
        case = self._case
        noted = partial(record.note, case.file, "print", at=case.now(), by=case.by, code=case.code, what="packet")
        self._tasks.database(partial(noted, pages=pages), failed=self.failed.emit, owner=self)

    def stop(self) -> None:
        """Ask what is under way to stop; `stopped` tells when it has."""
        if self._task is not None:
            self._task.cancel()

    def drop(self) -> None:
        """Stop what is under way and hear nothing of it any more."""
        if self._task is not None:
            self._task.cancel()
        self._task = None

    def forget(self) -> None:
        """Nothing of the packet stays at hand."""
        self.drop()
        self._kept.clear()
        self._papers.clear()

    def _typeset(self, key: Key, papers: Sequence[Any], *, whole: bool) -> None:
        options, fit = key
        work = partial(volumes.preview, copy.deepcopy(self._case.case), options, papers, fit=fit)
        listed = [one for one in papers if one.number]  # a photograph of a person has no number
        copies = sum(one.printed for one in listed)
        counts = (len(listed), copies, len(papers) - len(listed))
        done = partial(self._set, key, lambda made: Pages(made, whole, *counts))
        self._run("pages", self._tasks.pool, work, done)

    def _set(self, key: Key, pages_of: Callable[[Volumes], Pages], made: Volumes) -> None:
        pages = pages_of(made)
        if pages.whole:
            self._kept[key] = pages
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self.shown.emit(pages)
        if not pages.whole:
            self._make_papers(*key)

    def _make_papers(self, options: PacketOptions, fit: bool) -> None:
        work = partial(packets.exhibits, self._case.file, copy.deepcopy(self._case.case), options)
        self._run("papers", self._tasks.database, work, partial(self._papers_made, options, fit))

    def _papers_made(self, options: PacketOptions, fit: bool, papers: Sequence[Any]) -> None:
        self._papers[_wanted(options)] = papers
        self.look(options, fit=fit)

    def _run(
        self, what: str, where: Callable[..., Task], work: Callable[..., object], done: Callable[..., object]
    ) -> None:
        def mine(then: Callable[..., object]) -> Callable[..., object]:
            # What was dropped has nothing to say any more.
            return lambda *told: then(*told) if task[0] is self._task else None

        task: list[Task | None] = [None]
        task[0] = self._task = where(
            work,
            done=mine(partial(self._ended, done)),
            failed=mine(self._failed),
            progress=mine(self.progressed.emit),
            owner=self,
        )
        if what == "writing":
            self._task.worth_finishing()
        self.began.emit(what)

    def _ended(self, then: Callable[..., object], result: object) -> None:
        self._task = None
        self.writing = False
        then(result)

    def _failed(self, error: Exception) -> None:
        self._task = None
        self.writing = False
        if isinstance(error, Cancelled):
            self.stopped.emit()
        else:
            self.failed.emit(error)


def _wanted(options: PacketOptions) -> Wanted:
    return options.recipient, options.has("exhibits"), options.has("persons")
