"""The page of backups and the window that restores one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hrd_desktop.gui.backup_keeper import BackupKeeper
from hrd_desktop.gui.backups_page import BackupsPage
from hrd_desktop.gui.i18n import Language
from hrd_desktop.gui.restore_dialog import RestoreDialog
from hrd_desktop.gui.tasks import Tasks
from hrd_desktop.services import backups, cases, files
from hrd_desktop.services.files import CaseFile
from tests.gui.conftest import DAY, PASSPHRASE

OTHER = "a glass bell under the snow of May"


@pytest.fixture
def keeper(tasks: Tasks, now: Callable[[], datetime], empty_file: CaseFile) -> BackupKeeper:
    made = BackupKeeper(tasks, now)
    made.automatic = False
    made.begin(empty_file, "RO")
    return made


@pytest.fixture
def page(empty_file: CaseFile, tasks: Tasks, language: Language, now, keeper: BackupKeeper, show) -> BackupsPage:
    cases.new_case(empty_file, "HRD-2026-0001", alias=None, name="Somebody", on=DAY)
    return show(BackupsPage(empty_file, tasks, language, now, keeper, "RO"))


def test_without_one_it_says_so_and_makes_one(page: BackupsPage, qtbot) -> None:
    qtbot.waitUntil(lambda: page.last.text() != "")
    assert "no backup" in page.last.text()
    assert page.none.isVisible()
    qtbot.mouseClick(page.now_button, Qt.MouseButton.LeftButton)
    assert not page.now_button.isEnabled()
    qtbot.waitUntil(lambda: page.found.count() == 1, timeout=10_000)
    assert page.last.text().startswith("Last backup: September 15, 2026")
    assert "Nothing was changed since." in page.last.text()
    assert "this computer" in page.found.item(0).text()
    assert page.now_button.isEnabled()
    assert not page.none.isVisible()


def test_a_second_place_gets_one_at_once_and_can_be_let_go(
    page: BackupsPage, empty_file: CaseFile, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    qtbot.mouseClick(page.choose_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "second place" in (page.found.item(0).text() if page.found.count() else ""), timeout=10_000)
    assert page.found.count() == 1, "two copies of one backup are one line"
    assert list(stick.rglob("*.hrdbackup"))
    assert "It is here now." in page.second_text.text()
    qtbot.mouseClick(page.forget_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.forget_button.isVisible())
    assert [place.kind for place in backups.places(empty_file)] == ["own"]


def test_what_goes_wrong_is_said(page: BackupsPage, own_backups: Path, qtbot) -> None:
    qtbot.waitUntil(lambda: page.last.text() != "")
    own_backups.write_text("a file where a folder should be")
    qtbot.mouseClick(page.now_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.message.isVisible, timeout=10_000)
    assert page.message.text()
    assert page.now_button.isEnabled()


def test_the_words_follow_the_language(page: BackupsPage, language: Language, qtbot) -> None:
    qtbot.waitUntil(lambda: page.last.text() != "")
    language.set("fr")
    qtbot.waitUntil(lambda: "copie de sauvegarde" in page.last.text())


@pytest.fixture
def backup(empty_file: CaseFile, now: Callable[[], datetime]) -> Path:
    cases.new_case(empty_file, "HRD-2026-0001", alias=None, name="Somebody", on=DAY)
    return backups.back_up(empty_file, at=now()).own.path


def test_restoring_shows_what_is_in_it_first_then_makes_a_new_file(
    backup: Path, empty_file: CaseFile, tasks: Tasks, language: Language, now, show, tmp_path: Path, qtbot
) -> None:
    dialog = show(RestoreDialog(tasks, language, now, backup, file=empty_file))
    qtbot.waitUntil(dialog.contents.isVisible, timeout=10_000)
    assert not dialog.secret.isVisible(), "its own backups need no secret while it is open"
    assert "Cases in it: 1" in dialog.contents.text()
    target = tmp_path / "back.hrd"
    dialog.target.setText(str(target))
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.restored is not None, timeout=10_000)
    assert dialog.restored == target
    with files.unlock(target, PASSPHRASE) as file:
        assert cases.count_cases(file, cases.CaseloadQuery()) == 1


def test_a_wrong_passphrase_can_be_typed_again(
    backup: Path, tasks: Tasks, language: Language, now, show, qtbot
) -> None:
    dialog = show(RestoreDialog(tasks, language, now, backup))
    dialog.submit()
    assert dialog.message.text() == "Type the passphrase."
    dialog.secret.setText(OTHER)
    dialog.submit()
    qtbot.waitUntil(lambda: not dialog.working and dialog.message.isVisible(), timeout=10_000)
    assert dialog.contents.isHidden()
    dialog.secret.setText(PASSPHRASE)
    dialog.submit()
    qtbot.waitUntil(dialog.contents.isVisible, timeout=10_000)


def test_of_another_case_file_the_secret_is_asked(
    backup: Path, tasks: Tasks, language: Language, now, show, tmp_path: Path, qtbot
) -> None:
    with files.create(tmp_path / "other.hrd", OTHER, calibrate=False) as other:
        dialog = show(RestoreDialog(tasks, language, now, backup, file=other))
        qtbot.waitUntil(dialog.secret.isVisible, timeout=10_000)
        assert "another case file" in dialog.message.text()
        dialog.secret.setText(PASSPHRASE)
        dialog.submit()
        qtbot.waitUntil(dialog.contents.isVisible, timeout=10_000)


def test_nothing_is_restored_over_anything(
    backup: Path, empty_file: CaseFile, tasks: Tasks, language: Language, now, show, tmp_path: Path, qtbot
) -> None:
    dialog = show(RestoreDialog(tasks, language, now, backup, file=empty_file))
    qtbot.waitUntil(dialog.contents.isVisible, timeout=10_000)
    (tmp_path / "there.hrd").mkdir()
    dialog.target.setText(str(tmp_path / "there.hrd"))
    dialog.submit()
    qtbot.waitUntil(dialog.message.isVisible, timeout=10_000)
    assert dialog.restored is None
    assert list((tmp_path / "there.hrd").iterdir()) == []


def test_what_was_typed_in_secret_is_forgotten(backup: Path, tasks: Tasks, language: Language, now, show) -> None:
    dialog = show(RestoreDialog(tasks, language, now, backup))
    dialog.secret.setText(PASSPHRASE)
    dialog.done(0)
    assert dialog.secret.text() == ""
