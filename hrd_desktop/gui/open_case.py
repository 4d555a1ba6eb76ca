"""The case on the screen: every edit is in memory at once, on its way to the case file, and can be taken back."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from functools import partial, reduce
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from hrd_desktop.core.edit import Change
from hrd_desktop.errors import EditRefused, HrdError
from hrd_desktop.gui.case_edits import CaseEdits, Step, places_touched
from hrd_desktop.gui.case_reading import CaseReading
from hrd_desktop.gui.known_touched import notes_touched
from hrd_desktop.gui.place_news import PlaceNews
from hrd_desktop.gui.step_merging import as_one
from hrd_desktop.gui.take_back import take_back
from hrd_desktop.gui.tasks import Task, Tasks
from hrd_desktop.services import cases, checking, editing, family_asked
from hrd_desktop.services.cases import OpenedCase
from hrd_desktop.services.checking import Assessment
from hrd_desktop.services.files import CaseFile


class OpenCase(QObject, CaseReading):
    """One case being worked on. Pages read from it and edit through it; it saves, assesses, and tells them.

    An edit is applied to the case in memory, then queued for the database worker in order. If one cannot be saved, the
    case is read again from the file once the queue is empty, so that the screen never shows what is not on the disk.
    Making one raises NoPackForDate where the clock of the computer stands before the first rules.
    """

    place_changed = Signal(str)
    """A field has another value; or an object, whose fields then all count as changed."""
    rows_changed = Signal(str)
    """The list at this place has gained or lost a row or has another order, or a row begun in it has become real."""
    known_changed = Signal(str)
    """How the fact at this place is known, or whether it is to be asked again, is noted otherwise."""
    reloaded = Signal()
    """The case was read again from the file: everything may be different."""
    assessed = Signal()
    saving = Signal()
    """Something is typed or on its way to the disk."""
    settled = Signal()
    """What was typed changed nothing: what was said to be saved still is."""
    saved = Signal(object)
    """Everything is on the disk; carries the time (an aware datetime)."""
    failed = Signal(object)
    """An edit could not be saved and is undone, or the case could not be assessed; carries the error."""
    undo_changed = Signal(bool, bool)
    """Whether there is something to undo, and to redo."""

    def __init__(
        self,
        file: CaseFile,
        opened: OpenedCase,
        tasks: Tasks,
        now: Callable[[], datetime],
        *,
        by: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.file = file
        self.news = PlaceNews(self)
        """The same news as of the signals, for who asks for those of one place."""
        self._tasks = tasks
        self._now = now
        self._by = by
        self._last: datetime | None = None
        self.bookmark, self.asked = opened.bookmark, dict(opened.asked)
        self._edits = CaseEdits(opened.case, opened.drafts, opened.removed_ids, opened.problems)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._merging = ""
        self._parts: list[Step] | None = None
        self._waiting: list[Task] = []
        self._on_file = True
        found = opened.assessment
        if found is None or found.on != self.today:
            found = checking.assess_case(opened.case, self.today)
        self.assessment: Assessment = found
        self._headline_kept = self.assessment.headline
        self._assess_soon = QTimer(self, singleShot=True, interval=0)
        self._assess_soon.timeout.connect(self._assess)

    # Reading

    @property
    def by(self) -> str:
        """Who is working, as the history of the case names them; empty if they have not said."""
        return self._by

    def sign(self, by: str) -> None:
        """Who is working from now on."""
        self._by = by

    def now(self) -> datetime:
        """The moment by the clock of this computer."""
        return self._now()

    @property
    def today(self) -> date:
        """The day by that clock."""
        return self._now().date()

    @property
    def state(self) -> tuple[CaseEdits, int, date]:
        """Equal to what it was for as long as nothing was edited or read again, and it is the same day."""
        return self._edits, self._edits.steps_made, self.today

    @property
    def busy(self) -> bool:
        """Whether something is still on its way to the disk."""
        return bool(self._waiting)

    # Editing: each raises EditRefused and then has changed nothing

    def set_value(self, place: str, value: Any, *, typing: bool = False) -> None:
        """Give a field a value; None or an empty list clears it. `typing`: more of the same text may follow at once."""
        self._gate.check(place, value)
        step = self._edits.set_value(place, value)
        self._did(step, merge=place if typing else "")

    def set_fields(self, holder: str, values: Mapping[str, Any], *, typing: bool = False) -> None:
        """Give several fields of one object their values in one step; `typing` as in `set_value`."""
        for name, value in values.items():
            self._gate.check(f"{holder}.{name}", value)
        step = self._edits.set_fields(holder, values)
        self._did(step, merge=f"{holder}.{next(iter(values))}" if typing else "")

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is done inside is one step; if a part of it is refused, none of it is done."""
        self._parts = []
        try:
            yield
        except EditRefused:
            for step in reversed(self._parts):
                self._edits.repeat(step.reversed())
            raise
        finally:
            parts, self._parts = self._parts, None
        if parts:
            self._did(reduce(Step.then, parts))

    def typing(self) -> None:
        """A person types what is not committed yet: nobody may be told that all is saved."""
        self.saving.emit()

    def typed(self) -> None:
        """What was typed is committed, refused, or as it was before."""
        if not self.busy:
            self.settled.emit()

    def clear_object(self, place: str) -> None:
        """Take a single object (`P1.whereabouts`) away as a whole."""
        self._did(self._edits.clear_object(place))

    def add_row(self, place: str, values: Mapping[str, Any] | None = None) -> str:
        """Add a row to a list and return its id; until it has what it needs it is only begun."""
        self._gate.check_row(place, values or {})
        key, step = self._edits.add_row(place, values or {})
        self._did(step)
        return key

    def remove_row(self, row_id: str) -> None:
        """Remove a row with all that cannot stand without it."""
        self._did(self._edits.remove_row(row_id))

    def keep_asked(self, question: str, reply: str | None) -> None:
        """Note the reply to a question about further members of the family, or that there is none any more."""
        replies = {**self.asked, question: reply or ""}
        self.asked = {key: given for key, given in replies.items() if given}
        self._queue(partial(family_asked.keep, self.file, self.code, self.asked, at=self._now()))

    def change(self, changes: list[Change]) -> None:
        """Make several changes as one step; none is no step."""
        if changes:
            self._gate.check_all(changes)
            self._did(self._edits.make(changes))

    def take_back(self, undo: Sequence[Change]) -> None:
        """Make the changes that undo a step of the history, as a step of its own."""
        self._did(take_back(self._edits, undo), back=True)

    def undo(self) -> None:
        """Take the last step back."""
        self._repeat(self._done, self._undone)

    def redo(self) -> None:
        """Make the step again that was taken back last."""
        self._repeat(self._undone, self._done)

    def _repeat(self, source: list[Step], sink: list[Step]) -> None:
        if not source:
            return
        step = source.pop().reversed()
        self._edits.repeat(step)
        sink.append(step)
        self._merging = ""
        self._save(step, back=True)
        self._tell(step)

    def _did(self, step: Step, *, merge: str = "", back: bool = False) -> None:
        if self._parts is not None:
            self._parts.append(step)
            return
        if not step.changes and step.drafts_before == step.drafts_after:
            return
        if merge and merge == self._merging and self._done and (whole := as_one(self._done[-1], step)):
            self._done[-1] = whole
        else:
            self._done.append(step)
        self._merging = merge
        self._undone.clear()
        self._save(step, back=back)
        self._tell(step)

    def _tell(self, step: Step) -> None:
        values, lists = places_touched(step)
        for place in lists:
            self.rows_changed.emit(place)
            self.news.tell_rows(place)
        for place in values:
            self.place_changed.emit(place)
            self.news.tell_value(place)
        for place in notes_touched(step, self.case):
            self.known_changed.emit(place)
            self.news.tell_known(place)
        self.undo_changed.emit(bool(self._done), bool(self._undone))
        self._assess_soon.start()

    # Saving

    def _moment(self) -> datetime:
        """Now, but never the moment of the step before: the history tells steps apart by their moment."""
        at, last = self._now(), self._last
        if last is not None and last - timedelta(seconds=1) < at <= last:
            at = last + timedelta(microseconds=1)
        self._last = at
        return at

    def _save(self, step: Step, *, back: bool = False) -> None:
        at = self._moment()
        dropped = [key for key, draft in step.drafts_after.items() if draft is None]
        if step.changes:
            # The worker reads these while the window goes on editing the same objects: it gets its own copy.
            changes = copy.deepcopy(step.changes)
            save = partial(editing.change, self.file, self.code, changes, drop=dropped, back=back)
            self._queue(partial(save, at=at, by=self._by))
        else:
            for key in dropped:
                self._queue(partial(editing.drop_draft, self.file, self.code, key, at=at))
        for draft in step.drafts_after.values():
            if draft is not None:
                self._queue(partial(editing.save_draft, self.file, self.code, copy.deepcopy(draft), at=at))

    def _queue(self, work: Callable[[], datetime]) -> None:
        self.saving.emit()
        self._waiting.append(self._tasks.database(work, done=self._one_saved, failed=self._one_failed))

    def _one_saved(self, at: datetime) -> None:
        del self._waiting[0]
        if self._waiting:
            return
        if self._on_file:
            self.saved.emit(at)
        else:
            self._read_again()

    def _one_failed(self, error: Exception) -> None:
        del self._waiting[0]
        self._on_file = False
        self.failed.emit(error)
        if not self._waiting:
            self._read_again()

    def _read_again(self) -> None:
        work = partial(cases.read_again, self.file, self.code)
        self._waiting.append(self._tasks.database(work, done=self._was_read, failed=self._not_read))

    def _was_read(self, opened: OpenedCase) -> None:
        del self._waiting[0]
        if self._waiting:
            # Something was typed meanwhile; the last one to be saved reads again.
            return
        self._on_file = True
        self._edits = CaseEdits(opened.case, opened.drafts, opened.removed_ids)
        self._done.clear()
        self._undone.clear()
        self.undo_changed.emit(False, False)
        self.settled.emit()
        self.reloaded.emit()
        self._assess_soon.start()

    def _not_read(self, error: Exception) -> None:
        del self._waiting[0]
        self.settled.emit()
        self.failed.emit(error)

    def ask(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Any], None], owner: QObject
    ) -> None:
        """Run something on the case file once everything asked before it is saved; `owner` may go before it ends."""
        self._tasks.database(work, done=done, failed=failed, owner=owner)

    @property
    def closing(self) -> bool:
        """Whether the program ends and takes no more work."""
        return self._tasks.closed

    def aside(
        self, work: Callable[..., Any], done: Callable[[Any], None], failed: Callable[[Any], None], owner: QObject
    ) -> Task:
        """Run something that does not touch the case file beside everything else; it may be cancelled."""
        return self._tasks.pool(work, done=done, failed=failed, owner=owner)

    # Assessing

    def _assess(self) -> None:
        try:
            self.assessment = checking.assess_case(self.case, self.today)
        except HrdError as error:
            # The clock was put back to before the first rules: what was found before stays, and the person is told.
            self.failed.emit(error)
            return
        self.assessed.emit()
        if self.assessment.headline != self._headline_kept:
            self._headline_kept = self.assessment.headline
            work = partial(checking.keep_headline, self.file, self.assessment)
            self._waiting.append(self._tasks.database(work, done=self._headline_saved, failed=self._one_failed))

    def _headline_saved(self, _: None) -> None:
        self._one_saved(self._now())
