"""A case file that does not open: what the window offers, and what each offer does."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hrd_desktop.errors import Cancelled
from hrd_desktop.gui import care_work
from hrd_desktop.gui.file_care import DamageFound
from hrd_desktop.gui.frame import Frame
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.preferences import Preferences
from hrd_desktop.gui.record_page import RecordPage
from hrd_desktop.gui.rescue_dialog import RescueDialog
from hrd_desktop.gui.restore_dialog import RestoreDialog
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.gui.unlock_page import UnlockPage
from hrd_desktop.services import backups, cases, damage, files, soundness
from hrd_desktop.store import folder
from tests.gui.conftest import PASSPHRASE, FakeClock
from tests.ready_made import FiveCases

CASES = 5


@pytest.fixture(autouse=True)
def no_sticks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(damage, "sticks", list)


@pytest.fixture
def path(tmp_path: Path, five_cases: FiveCases) -> Path:
    return five_cases.copy(tmp_path / "office.hrd")


@pytest.fixture
def dialog(path: Path, tasks: Tasks, language: Language, now, show) -> Callable[..., RescueDialog]:
    def make(secret: str = PASSPHRASE) -> RescueDialog:
        made = RescueDialog(tasks, language, now, path, secret)
        show(made)
        return made

    return make


def back_up(path: Path, at: datetime) -> Path:
    with files.unlock(path, PASSPHRASE) as file:
        return backups.back_up(file, at=at).own.path


def spoil(path: Path, *pages: int) -> None:
    data = bytearray((path / folder.DATABASE).read_bytes())
    for page in pages:
        data[page * 4096 + 700] ^= 1
    (path / folder.DATABASE).write_bytes(data)


def looked(dialog: RescueDialog, qtbot) -> None:
    qtbot.waitUntil(lambda: not dialog.working and not dialog.go.isVisible(), timeout=20_000)


def test_a_good_backup_and_readable_cases_are_offered(dialog, path: Path, now, qtbot) -> None:
    back_up(path, now())
    spoil(path, 0)
    found = dialog()
    looked(found, qtbot)
    assert found.backup_card.isVisible()
    assert "Cases in it: 5" in found.backup_text.text()
    assert found.salvage_card.isVisible()
    assert "5" in found.salvage_text.text()
    assert "without encryption" in found.salvage_harm.text()
    assert not found.keys_card.isVisible()


def test_lost_keys_are_rebuilt_and_the_file_is_named_to_be_opened(dialog, path: Path, now, qtbot) -> None:
    back_up(path, now())
    (path / folder.KEYS).write_text("{")
    found = dialog()
    looked(found, qtbot)
    assert found.keys_card.isVisible()
    assert not found.salvage_card.isVisible(), "nothing has to be picked out of a file that is sound"
    qtbot.mouseClick(found.keys_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: found.opens == path and not found.working, timeout=20_000)
    assert "keys are back" in found.done_text.text()
    files.unlock(path, PASSPHRASE).lock()


def test_salvage_says_where_and_how_many(
    dialog, path: Path, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(path, 0)
    found = dialog()
    looked(found, qtbot)
    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(out), ""))
    qtbot.mouseClick(found.salvage_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(found.done_text.isVisible, timeout=20_000)
    assert len(list(out.glob("*/*.json"))) == CASES
    assert str(out) in found.done_text.text()


def test_a_wrong_passphrase_is_said_and_typed_again(dialog, path: Path, qtbot) -> None:
    spoil(path, 0)
    found = dialog("a glass bell under the snow of May")
    qtbot.waitUntil(lambda: found.message.isVisible() and not found.working, timeout=20_000)
    assert found.go.isVisible()
    found.secret.setText(PASSPHRASE)
    found.look()
    looked(found, qtbot)
    assert found.salvage_card.isVisible()


def test_where_nothing_is_left_it_says_what_may_still_help(dialog, path: Path, qtbot) -> None:
    (path / folder.DATABASE).write_bytes(bytes(4096 * 20))
    found = dialog()
    looked(found, qtbot)
    assert "Plug in the stick" in found.nothing_text.text()
    assert not found.backup_card.isVisible()


def test_what_is_restored_is_the_file_to_open(
    dialog, path: Path, now, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = back_up(path, now())
    shutil.rmtree(path)
    path.mkdir()
    shutil.copy(made, path.parent / "kept.hrdbackup")
    (path / folder.DATABASE).write_bytes(made.read_bytes()[:4096])
    found = dialog()
    looked(found, qtbot)
    asked: list[Path | None] = []

    def ask(_tasks, _language, _now, backup, **_more):
        asked.append(backup)
        return tmp_path / "back.hrd"

    monkeypatch.setattr(RestoreDialog, "ask", ask)
    qtbot.mouseClick(found.backup_button, Qt.MouseButton.LeftButton)
    assert (asked, found.opens) == ([made], tmp_path / "back.hrd")


# In the window


@pytest.fixture
def frame(preferences: Preferences, language: Language, tasks: Tasks, clock: FakeClock, now, path: Path, show) -> Frame:
    made = Frame(preferences, language, tasks, clock, now, path)
    made.care.keeper.automatic = False
    return show(made)


def unlock(page: UnlockPage) -> None:
    page.passphrase.setText(PASSPHRASE)
    page.submit()


def test_a_file_that_does_not_open_leads_there_with_what_was_typed(
    frame: Frame, path: Path, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(path, 0)
    asked: list[tuple[Path, str, str]] = []

    def ask(_tasks, _language, _now, named, secret="", *, trouble="", **_more):
        asked.append((named, secret, trouble))
        return tmp_path / "back.hrd"

    monkeypatch.setattr(RescueDialog, "ask", ask)
    unlock(frame.unlock)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    ((named, secret, trouble),) = asked
    assert (named, secret) == (path, PASSPHRASE)
    assert "damaged" in trouble
    assert frame.unlock.file == tmp_path / "back.hrd"
    assert frame.unlock.passphrase.text() == ""


def test_damage_found_while_it_is_open_is_told_and_locks_on_request(
    frame: Frame, path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with files.unlock(path, PASSPHRASE) as file, file.session() as session:
        connection = session.connection()
        root = connection.exec_driver_sql("SELECT rootpage FROM sqlite_schema WHERE name = 'comparison'").scalar()
    spoil(path, root - 1)
    asked: list[str] = []
    rescued: list[str] = []

    def damaged(text: str, _parent) -> bool:
        asked.append(text)
        return True

    def ask(_tasks, _language, _now, _path, secret="", **_more) -> None:
        rescued.append(secret)

    monkeypatch.setattr(DamageFound, "ask", damaged)
    monkeypatch.setattr(RescueDialog, "ask", ask)
    unlock(frame.unlock)
    qtbot.waitUntil(lambda: rescued == [""], timeout=20_000)
    assert len(asked) == 1
    assert not frame.is_open
    qtbot.waitUntil(lambda: not frame.locking.under_way, timeout=10_000)


def test_a_record_that_was_altered_is_told_and_nothing_is_to_be_rescued(
    frame: Frame, path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with files.unlock(path, PASSPHRASE) as file, file.session() as session:
        session.connection().exec_driver_sql("UPDATE log_entry SET \"by\" = 'x' WHERE pk = 2")
    monkeypatch.setattr(DamageFound, "ask", lambda *_: pytest.fail("the cases are sound"))
    unlock(frame.unlock)
    qtbot.waitUntil(lambda: bool(frame.care.notes), timeout=20_000)
    (note,) = frame.care.notes
    assert "entry 2 of the record" in note.text
    (_, open_it), (_, understood) = note.acts
    understood()
    assert frame.care.notes == []
    open_it()
    assert isinstance(frame.pages.currentWidget(), RecordPage)


def test_a_sound_file_is_checked_and_nobody_is_told(frame: Frame, path: Path, tasks: Tasks, qtbot) -> None:
    unlock(frame.unlock)
    qtbot.waitUntil(lambda: frame.is_open, timeout=10_000)
    qtbot.waitUntil(lambda: not tasks._tasks, timeout=20_000)
    assert frame.care.notes == []
    with qtbot.waitSignal(frame.locking.locked, timeout=10_000):
        frame.lock()
    with files.unlock(path, PASSPHRASE) as file:
        assert soundness.last(file).full is not None


def test_locking_does_not_wait_for_the_check(
    frame: Frame, qtbot, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(file, on, *, cancelled, progress=None):
        with file.beside(cancelled) as connection:
            connection.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")

    monkeypatch.setattr(soundness, "check_now", endless)
    unlock(frame.unlock)
    qtbot.waitUntil(lambda: frame.is_open, timeout=10_000)
    with qtbot.waitSignal(frame.locking.locked, timeout=10_000):
        frame.lock()
    assert not frame.is_open


def test_leaving_waits_for_the_last_backup(frame: Frame, path: Path, qtbot) -> None:
    frame.care.keeper.automatic = True
    unlock(frame.unlock)
    qtbot.waitUntil(lambda: frame.is_open, timeout=10_000)
    frame.close()
    qtbot.waitUntil(lambda: not frame.isVisible(), timeout=20_000)
    file_id = damage.of_file(path)[0].file_id
    assert len(backups.found(file_id)) == 1


def test_closing_twice_leaves_without_it(frame: Frame, path: Path, tasks: Tasks, qtbot) -> None:
    frame.care.keeper.automatic = True
    unlock(frame.unlock)
    qtbot.waitUntil(lambda: frame.is_open, timeout=10_000)
    frame.close()
    assert frame.isVisible()
    frame.close()
    assert not frame.isVisible()
    qtbot.waitUntil(lambda: not tasks._tasks, timeout=20_000)


def test_a_case_file_in_a_synchronised_folder_is_warned_of(
    preferences: Preferences, language: Language, tasks: Tasks, clock: FakeClock, now, path: Path, show, qtbot
) -> None:
    there = path.parent / "Dropbox" / "office.hrd"
    there.parent.mkdir()
    path.rename(there)
    frame = show(Frame(preferences, language, tasks, clock, now, there))
    frame.care.keeper.automatic = False
    qtbot.waitUntil(frame.unlock.place.isVisible, timeout=10_000)
    assert "Dropbox" in frame.unlock.place.text()
    language.set("fr")
    qtbot.waitUntil(lambda: "répertoire" in frame.unlock.place.text())
    language.set("en")
    unlock(frame.unlock)
    qtbot.waitUntil(lambda: any("Dropbox" in note.text for note in frame.care.notes), timeout=10_000)
    ((_, understood),) = frame.care.notes[0].acts
    understood()
    assert frame.care.notes == []


def test_old_backups_are_told_on_the_first_page(frame: Frame, path: Path, tasks: Tasks, now, qtbot) -> None:
    with files.unlock(path, PASSPHRASE) as file:
        backups.back_up(file, at=datetime(2026, 9, 5, 12, tzinfo=now().tzinfo))
        cases.new_case(file, "HRD-2026-9001", alias=None, name="Somebody", on=now().date())
    unlock(frame.unlock)
    qtbot.waitUntil(lambda: bool(frame.care.notes), timeout=10_000)
    assert "September 5, 2026" in frame.care.notes[0].text
    assert frame.care.label.isVisible()
    assert frame.care.label.text() == "Backup September 5, 2026"
    frame.care.notes[0].acts[0][1]()
    qtbot.waitUntil(lambda: not tasks._tasks and frame.care.notes == [], timeout=20_000)


def test_the_last_backup_is_told_while_all_is_dark_and_sleep_stops_it(
    frame: Frame, path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_file, _at, _by, progress, cancelled) -> None:
        progress(0, 1000)
        while not cancelled():
            threading.Event().wait(0.01)
        raise Cancelled()

    monkeypatch.setattr(care_work, "back_up_last", endless)
    frame.care.keeper.automatic = True
    unlock(frame.unlock)
    qtbot.waitUntil(lambda: frame.is_open, timeout=10_000)
    frame.lock()
    assert frame.pages.currentWidget() is frame.unlock
    qtbot.waitUntil(lambda: "Making a backup" in frame.unlock.reason.text(), timeout=10_000)
    assert frame.locking.under_way
    with qtbot.waitSignal(frame.locking.locked, timeout=10_000):
        frame.lock_for("sleep")
    assert "Making a backup" not in frame.unlock.reason.text()
    files.unlock(path, PASSPHRASE).lock()
