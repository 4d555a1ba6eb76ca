"""Where papers arrive: each is looked at, kept and read back one after the other, and then gets its entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from hrd_desktop.errors import Cancelled, HrdError
from hrd_desktop.gui.field_context import FieldContext
from hrd_desktop.gui.paper_ahead import PaperAhead
from hrd_desktop.gui.tasks import Task
from hrd_desktop.services import evidence
from hrd_desktop.services.evidence import Added, Found, Listed
from hrd_desktop.services.forgetting import forget_unused
from hrd_desktop.services.reading import Reading

LIST = "case.evidence"
State = Literal["waiting", "looking", "keeping", "added", "same", "refused", "cancelled"]


@dataclass
class Arrival:
    """A file on its way in. `values` are further fields of its entry; `into` is the entry whose file it replaces."""

    name: str
    source: Path | bytes
    values: Mapping[str, Any] = field(default_factory=dict)
    into: str = ""
    even_twice: bool = False
    state: State = "waiting"
    found: Found | None = None
    entry: str = ""
    same_as: tuple[str, ...] = ()
    why: str = ""


class PaperDesk(QObject):
    """One for each open case. Whoever shows papers listens to it."""

    arrivals_changed = Signal()
    """Some file has come a step further."""
    all_done = Signal(list)
    """Nothing waits any more; carries the ids of the entries that came in since the first file."""
    listed_changed = Signal()
    """What is known of the files of the case is different."""
    failed = Signal(object)

    def __init__(self, context: FieldContext) -> None:
        super().__init__(context)
        self._context = context
        self.reading = Reading()
        self.ahead = PaperAhead(context, self)
        self.arrivals: list[Arrival] = []
        self.listed: dict[str, Listed] = {}
        self._task: Task | None = None
        self._forgotten = self._warmed = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        case = context.case
        case.rows_changed.connect(self._rows_changed)
        case.place_changed.connect(self._place_changed)
        case.reloaded.connect(self._soon.start)
        context.destroyed.connect(self.reading.close)

    # What is known of the files

    def refresh(self) -> None:
        """Ask again which files are kept and what was found in them."""
        self._soon.start()

    def _rows_changed(self, place: str) -> None:
        if place == LIST:
            self._soon.start()

    def _place_changed(self, place: str) -> None:
        if place.endswith(".sha256"):
            self._soon.start()

    def _ask(self) -> None:
        case = self._context.case
        if case.closing:
            return
        if not self._forgotten:
            self._forgotten = True
            forget = partial(forget_unused, case.file, at=case.now(), code=case.code)
            case.ask(forget, lambda _: None, self.failed.emit, self)
        case.ask(partial(evidence.listed, case.file, case.code), self._know, self.failed.emit, self)

    def _know(self, rows: list[Listed]) -> None:
        self.listed = {row.entry.id: row for row in rows}
        self.listed_changed.emit()
        if not self._warmed and not self._context.case.closing and any(row.kept for row in rows):
            self._warm()
        self.ahead.wants(rows)

    def _warm(self) -> None:
        """Start the process that opens files before somebody waits for it."""
        self._warmed = True
        self._context.case.aside(partial(_warm, self.reading), lambda _: None, lambda _: None, self)

    # Taking files in

    @property
    def busy(self) -> bool:
        """Whether files are on their way in."""
        return self._task is not None or any(one.state in ("waiting", "looking", "keeping") for one in self.arrivals)

    def add(self, files: Sequence[Arrival]) -> None:
        """Take these in, after those that are on their way."""
        if not self.busy:
            self.arrivals.clear()
        self.ahead.wait()
        self.arrivals += files
        self.arrivals_changed.emit()
        self._next()

    def cancel(self) -> None:
        """What has not come in yet does not come in."""
        for one in self.arrivals:
            if one.state == "waiting":
                one.state = "cancelled"
        if self._task is not None:
            self._task.cancel()
        self.arrivals_changed.emit()

    def add_twice(self, one: Arrival) -> None:
        """Take in a file although the case has it already."""
        one.state, one.even_twice = "waiting", True
        self.arrivals_changed.emit()
        self._next()

    def _next(self) -> None:
        under_way = self._task is not None or any(one.state == "keeping" for one in self.arrivals)
        if under_way or self._context.case.closing:
            return
        one = next((one for one in self.arrivals if one.state == "waiting"), None)
        if one is None:
            self.all_done.emit([each.entry for each in self.arrivals if each.state == "added"])
            return
        one.state = "looking"
        self.arrivals_changed.emit()
        work = partial(_look, self.reading, one.source, one.name)
        self._task = self._context.case.aside(work, partial(self._looked, one), partial(self._refused, one), self)

    def _looked(self, one: Arrival, seen: tuple[bytes, Found, list[str]]) -> None:
        self._task = None
        data, one.found, texts = seen
        case = self._context.case
        if case.closing:
            one.state = "cancelled"
            return
        same = evidence.same_file(case.case, one.found.sha256)
        if same and not one.even_twice:
            one.state, one.same_as = "same", same
            self._step()
            return
        one.state = "keeping"
        self.arrivals_changed.emit()
        work = partial(evidence.keep, case.file, case.code, data, one.found, texts, at=case.now())
        case.ask(work, partial(self._kept, one), partial(self._refused, one), self)

    def _kept(self, one: Arrival, kept: Added) -> None:
        """The bytes are on the disk and read back the same: only now there is an entry for them."""
        case, found = self._context.case, kept.found
        facts = {"file": evidence.plain_name(one.name, found), "sha256": kept.sha256, "pages": found.pages or None}
        try:
            if one.into:
                case.set_fields(one.into, facts)
                one.entry = one.into
            else:
                values = {"title": self._title(found), "kind": _kind(found), "received_on": case.today}
                one.entry = case.add_row(LIST, values | facts | dict(one.values))
        except HrdError as refused:
            self._refused(one, refused)
            return
        one.state = "added"
        one.same_as = tuple(other for other in kept.same_as if other != one.entry)
        self._step()

    def _title(self, found: Found) -> str:
        """A title that tells nothing of the person: file names often do."""
        words = self._context.words
        return f"{words.of_file(f'file_kind_{found.kind}')}, {words.day(self._context.case.today)}"

    def _refused(self, one: Arrival, error: Exception) -> None:
        self._task = None
        words = self._context.words
        if isinstance(error, Cancelled):
            one.state = "cancelled"
        else:
            one.state = "refused"
            one.why = words.message(error) if isinstance(error, HrdError) else words.text("unexpected")
        self._step()

    def _step(self) -> None:
        self.arrivals_changed.emit()
        self._next()


def desk_of(context: FieldContext) -> PaperDesk:
    """The desk of the case that is open; made when first asked for."""
    found = context.findChild(PaperDesk)
    return found if found is not None else PaperDesk(context)


def why_unopened(found: Found | None, context: FieldContext) -> str:
    """Why a file is kept and cannot be shown; empty for one that can."""
    return context.words.of_file(f"trouble_{found.trouble}") if found is not None and found.trouble else ""


def _look(reading: Reading, source: Path | bytes, name: str, cancelled: Any) -> tuple[bytes, Found, list[str]]:
    return reading.look(source, name, cancelled)


def _warm(reading: Reading, cancelled: Any) -> None:
    reading.look(b".", "a.txt", cancelled)


def _kind(found: Found) -> str:
    """A first guess, for the person to mend."""
    guesses = {"audio": "audio", "video": "video", "mail": "message_log"}
    return guesses.get(found.kind, "other")


__all__ = ["LIST", "Arrival", "PaperDesk", "desk_of", "why_unopened"]
