"""Erasing the whole case file in the window: while it is open, while it is locked, and only with the word."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from hrd_desktop import paths
from hrd_desktop.gui import endings
from hrd_desktop.gui.erase_dialog import EraseDialog
from hrd_desktop.services import backups, cases, files, quick_erase
from hrd_desktop.services.cases import CaseloadQuery

from .answers import answering, closing_what_is_told
from .conftest import PASSPHRASE
from .frame_desk import unlock


@pytest.fixture
def frame(frame, qtbot):
    """Unlocked; no backup is made unasked."""
    frame.care.keeper.automatic = False
    unlock(frame, qtbot, PASSPHRASE)
    return frame


@pytest.fixture
def path(frame) -> Path:
    return frame._file.path


def erase_all(dialog: EraseDialog) -> None:
    dialog.typed.setText("erase")
    dialog.submit()


def test_the_whole_file_goes_while_it_is_open(frame, path, preferences, monkeypatch, tmp_path, qtbot):
    monkeypatch.setattr(endings.paths, "documents", lambda: tmp_path / "documents")
    assert preferences.now.last_file == str(path)
    order: list[str] = []
    slots = quick_erase.destroy_slots
    monkeypatch.setattr(quick_erase, "destroy_slots", lambda *a: (order.append("slots"), slots(*a))[1])
    darken = frame.lock_for
    monkeypatch.setattr(
        frame, "lock_for", lambda reason: (order.append(f"dark {(path / 'keys.json').exists()}"), darken(reason))
    )
    answering(EraseDialog, erase_all)
    said = closing_what_is_told()
    frame.menus.ending.erase_file.emit()
    qtbot.waitUntil(lambda: bool(said))
    assert not path.exists()
    assert order[:2] == ["slots", "dark False"]
    assert not frame.is_open
    assert frame.pages.currentWidget() is frame.unlock
    assert said[0].startswith("The keys are destroyed and the file is removed")
    assert "SSDs" in said[0]
    assert preferences.now.last_file == ""
    assert frame.unlock.path.text() == str(tmp_path / "documents" / "Cases.hrd")
    assert frame.unlock.heading.text() == "Make a case file"
    assert not frame.unlock.reason.text()
    assert backups.found("") == []


def test_the_whole_file_goes_while_it_is_locked(frame, path, qtbot):
    frame.lock()
    qtbot.waitUntil(lambda: not frame.locking.under_way)
    answering(EraseDialog, erase_all)
    said = closing_what_is_told()
    frame.menus.ending.erase_file.emit()
    qtbot.waitUntil(lambda: bool(said))
    assert not path.exists()


def test_without_the_word_the_file_stays(frame, path, qtbot):
    asked: list[str] = []

    def wrong(dialog: EraseDialog) -> None:
        dialog.typed.setText("yes")
        dialog.submit()
        asked.append(dialog.message.text())
        dialog.reject()

    answering(EraseDialog, wrong)
    frame.menus.ending.erase_file.emit()
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["This is not the word (ERASE). Nothing was erased."]
    assert frame.is_open
    frame.lock()
    qtbot.waitUntil(lambda: not frame.locking.under_way)
    with files.unlock(path, PASSPHRASE) as file:
        assert cases.count_cases(file, CaseloadQuery()) == 5


def test_where_no_case_file_is_named_it_is_said(frame, tmp_path, qtbot):
    frame.lock()
    frame.unlock.path.setText(str(tmp_path / "nothing.hrd"))
    frame.menus.ending.erase_file.emit()
    qtbot.waitUntil(lambda: "nothing.hrd" in frame.status.currentMessage())


def test_in_french_the_word_is_effacer(frame, path, language, qtbot):
    language.set("fr")
    words: list[str] = []

    def look(dialog: EraseDialog) -> None:
        words.append(dialog.typed_label.text())
        dialog.reject()

    answering(EraseDialog, look)
    frame.menus.ending.erase_file.emit()
    qtbot.waitUntil(lambda: bool(words))
    assert words[0].endswith("EFFACER")
    assert path.exists()


def test_backups_in_both_places_are_counted_and_go_too(frame, path, tmp_path, now, qtbot):
    second = tmp_path / "second disk"
    second.mkdir()
    backups.set_second_place(frame._file, second)
    backups.back_up(frame._file, at=now())
    here = [*paths.backups().rglob("*.hrdbackup")]
    assert len(here) == 1
    assert len([*second.rglob("*.hrdbackup")]) == 1
    goes: list[str] = []

    def when_counted(dialog: EraseDialog) -> None:
        if "within reach go too: 1" in dialog.goes.text():
            goes.append(dialog.goes.text())
            erase_all(dialog)
        else:
            QTimer.singleShot(10, lambda: when_counted(dialog))

    answering(EraseDialog, when_counted)
    said = closing_what_is_told()
    frame.menus.ending.erase_file.emit()
    qtbot.waitUntil(lambda: bool(said))
    assert goes
    assert "Backups destroyed: 2" in said[0]
    assert not here[0].exists()
    assert not [*second.rglob("*.hrdbackup")]
