"""Work off the UI thread."""

from __future__ import annotations

import logging
import sys
import threading

import pytest
from PySide6.QtCore import QObject, QThread

from hrd_desktop.errors import Cancelled, DiskFull


class Page(QObject):
    """Hears what a page would hear."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []

    def done(self, result: object) -> None:
        self.heard.append(("done", result))
        self.thread_was_ui = QThread.currentThread() is self.thread()

    def failed(self, error: object) -> None:
        self.heard.append(("failed", error))

    def progressed(self, done: int, total: int) -> None:
        self.heard.append(("progress", (done, total)))


def test_result_comes_back_in_the_ui_thread(qtbot, tasks):
    page = Page()
    task = tasks.database(threading.get_ident, done=page.done)
    with qtbot.waitSignal(task.ended):
        pass
    [(kind, ident)] = page.heard
    assert kind == "done"
    assert ident != threading.get_ident()
    assert page.thread_was_ui


def test_database_is_one_thread_and_keeps_the_order(qtbot, tasks):
    page, order = Page(), []

    def step(number):
        order.append(number)
        return threading.get_ident()

    for number in range(30):
        last = tasks.database(step, number, done=page.done)
    with qtbot.waitSignal(last.ended):
        pass
    assert order == list(range(30))
    assert len({ident for _, ident in page.heard}) == 1


def test_failure_reaches_the_page_as_the_same_error(qtbot, tasks):
    page, error = Page(), DiskFull(path="x")

    def fail():
        raise error

    task = tasks.pool(fail, done=page.done, failed=page.failed)
    with qtbot.waitSignal(task.ended):
        pass
    assert page.heard == [("failed", error)]
    assert error.__traceback__ is None


def test_failure_nobody_listens_to_is_unseen_not_lost(qtbot, tasks):
    def fail():
        raise DiskFull(path="x")

    with qtbot.waitSignal(tasks.unseen) as seen:
        tasks.database(fail, owner=tasks)
    assert isinstance(seen.args[0], DiskFull)


def test_unexpected_failure_is_logged_by_type_without_its_text(qtbot, tasks, caplog):
    def fail():
        raise KeyError("Amal")

    page = Page()
    with caplog.at_level(logging.ERROR):
        task = tasks.pool(fail, failed=page.failed)
        with qtbot.waitSignal(task.ended):
            pass
    assert caplog.records[0].getMessage() == "task failed: <class 'KeyError'>"
    assert isinstance(page.heard[0][1], KeyError)


def test_progress_is_delivered_and_the_last_step_is_never_left_out(qtbot, tasks):
    page = Page()

    def work(progress):
        for step in range(1, 2001):
            progress(step, 2000)

    task = tasks.pool(work, done=page.done, progress=page.progressed)
    with qtbot.waitSignal(task.ended):
        pass
    steps = [value for kind, value in page.heard if kind == "progress"]
    assert steps[-1] == (2000, 2000)
    assert len(steps) < 500
    assert page.heard[-1][0] == "done"


def test_cancel_reaches_the_work_and_comes_back_as_cancelled(qtbot, tasks):
    page, begun, asked = Page(), threading.Event(), threading.Event()

    def work(cancelled):
        begun.set()
        assert asked.wait(5)
        if cancelled():
            raise Cancelled
        return "not cancelled"

    task = tasks.pool(work, done=page.done, failed=page.failed)
    assert begun.wait(5)
    task.cancel()
    asked.set()
    with qtbot.waitSignal(task.ended):
        pass
    assert [type(value) for _, value in page.heard] == [Cancelled]


def test_cancelled_before_its_turn_is_never_run(qtbot, tasks):
    page, gate, ran = Page(), threading.Event(), []
    tasks.database(gate.wait, owner=page)
    task = tasks.database(ran.append, 1, failed=page.failed)
    task.cancel()
    gate.set()
    with qtbot.waitSignal(task.ended):
        pass
    assert ran == []


def test_destroyed_page_hears_nothing_but_its_work_is_done(qtbot, tasks):
    page, gate, ran = Page(), threading.Event(), []
    heard = page.heard

    def save():
        assert gate.wait(5)
        ran.append("saved")

    tasks.database(save, done=page.done)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    after = Page()
    gate.set()
    task = tasks.database(len, "x", done=after.done)
    with qtbot.waitSignal(task.ended):
        pass
    assert ran == ["saved"]
    assert heard == []


def test_slot_without_owner_is_refused(tasks):
    with pytest.raises(TypeError):
        tasks.pool(len, "x", done=lambda _: None)


def test_busy_brackets_the_work(qtbot, tasks):
    said = []
    tasks.busy.connect(said.append)
    page = Page()
    tasks.database(len, "x", done=page.done)
    task = tasks.database(len, "xy", done=page.done)
    with qtbot.waitSignal(task.ended):
        pass
    assert said == [True, False]


def test_close_finishes_what_was_asked_of_the_case_file(tasks):
    ran = []
    for number in range(20):
        tasks.database(ran.append, number, owner=tasks)
    tasks.close()
    assert ran == list(range(20))


def test_signals_leave_true_alone():
    """PySide6 6.12.0 dropped a reference to True at each emit; on Python 3.11 a few hundred of them end the program."""
    page = QObject()
    before = sys.getrefcount(True)
    for number in range(200):
        page.setObjectName(str(number))
        page.objectNameChanged.emit("x")
    assert sys.getrefcount(True) > before - 100


class Gate:
    """Long work that waits until the test lets it look whether it should stop."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.begun = threading.Event()
        self.stopped: bool | None = None

    def work(self, cancelled) -> None:
        self.begun.set()
        assert self.open.wait(10)
        self.stopped = cancelled()
        if self.stopped:
            raise Cancelled


@pytest.mark.parametrize("where", ["database", "pool"])
def test_long_work_stops_and_what_is_saved_is_saved(tasks, qtbot, where):
    gate, saved = Gate(), []
    page = Page()
    task = getattr(tasks, where)(gate.work, done=page.done, failed=page.failed)
    tasks.database(saved.append, "an answer", owner=tasks)
    assert gate.begun.wait(10)
    assert tasks.stop_long() is False
    with qtbot.waitSignal(task.ended):
        gate.open.set()
    tasks.close()
    assert gate.stopped is True
    assert saved == ["an answer"]


def test_what_is_worth_it_is_finished_although_its_page_goes(tasks, qtbot):
    gate, other = Gate(), Gate()
    page = Page()
    task = tasks.database(gate.work, done=page.done, failed=page.failed)
    task.worth_finishing()
    tasks.pool(other.work, failed=page.failed)
    assert gate.begun.wait(10)
    assert other.begun.wait(10)
    assert tasks.stop_long(finish=True) is True
    task.cancel()  # the page stops it as it goes
    gate.open.set()
    other.open.set()
    qtbot.waitUntil(lambda: other.stopped is not None and gate.stopped is not None)
    assert (gate.stopped, other.stopped) == (False, True)


def test_a_second_wish_stops_what_was_to_be_finished(tasks, qtbot):
    gate = Gate()
    page = Page()
    task = tasks.database(gate.work, done=page.done, failed=page.failed)
    task.worth_finishing()
    assert gate.begun.wait(10)
    assert tasks.stop_long(finish=True) is True
    assert tasks.stop_long() is False
    with qtbot.waitSignal(task.ended):
        gate.open.set()
    assert gate.stopped is True
