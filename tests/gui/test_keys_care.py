"""The window sees to it that somebody can always open the file: what it asks for, and when."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from hrd_desktop.gui.frame import Frame
from hrd_desktop.gui.keys_care import AskForSheet
from hrd_desktop.gui.keys_dialog import KeysDialog
from hrd_desktop.gui.keys_office import KeysOffice
from hrd_desktop.gui.keys_page import KeysPage
from hrd_desktop.gui.keys_recovery import KeysRecovery
from hrd_desktop.gui.settings_page import SettingsPage
from hrd_desktop.services import files, keys

from .conftest import DAY, PASSPHRASE

OTHER = "nine pears in a wooden bowl"
OFFICE = "the drawer under the window"


@pytest.fixture
def frame_for(preferences, language, tasks, clock, now, show):
    made = []

    def make(path):
        made.append(show(Frame(preferences, language, tasks, clock, now, path, calibrate=False)))
        return made[-1]

    yield make
    for frame in made:
        frame.lock()


@pytest.fixture
def prepared(tmp_path):
    """A locked case file with a recovery code made on a day."""

    def make(on=DAY):
        file = files.create(tmp_path / "kept.hrd", PASSPHRASE, calibrate=False, on=on)
        with keys.add_recovery(file, PASSPHRASE, on=on) as pending:
            code = pending.code
            pending.prove(code)
        files.lock(file)
        return file.path, code

    return make


def open_with(qtbot, frame, secret):
    frame.unlock.passphrase.setText(secret)
    with qtbot.waitSignal(frame.unlock.opened_with, timeout=20000):
        frame.unlock.submit()


def shown(kind):
    return [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]


def told(frame):
    return [note.text for note in frame.keys.notes]


def test_a_new_file_asks_for_a_recovery_sheet_once(frame_for, tmp_path, qtbot, now):
    frame = frame_for(tmp_path / "new.hrd")
    frame.unlock.again.setText(PASSPHRASE)
    open_with(qtbot, frame, PASSPHRASE)
    [box] = shown(AskForSheet)
    box.make_now.click()
    [sheet] = shown(KeysRecovery)
    assert not sheet.confirm.isVisible()  # typed a moment ago
    sheet.submit()
    qtbot.waitUntil(lambda: sheet.steps.currentWidget() is sheet.sheet, timeout=20000)
    sheet.done(QDialog.DialogCode.Rejected)
    frame.lock()
    open_with(qtbot, frame, PASSPHRASE)
    assert not shown(AskForSheet)
    slots = []
    frame._tasks.database(keys.slots, frame._file, done=slots.extend, owner=frame)
    qtbot.waitUntil(lambda: bool(slots))
    assert [slot.made_on for slot in slots] == [now().date()]


def test_put_off_the_first_page_reminds_until_it_is_put_off_too(frame_for, tmp_path, qtbot):
    frame = frame_for(tmp_path / "new.hrd")
    frame.unlock.again.setText(PASSPHRASE)
    open_with(qtbot, frame, PASSPHRASE)
    shown(AskForSheet)[0].later.click()
    assert not shown(KeysRecovery)
    note = frame.keys._note
    qtbot.waitUntil(lambda: bool(note.texts))
    assert "one key only" in note.texts[0]
    assert note.isVisible()
    frame.keys._say_later("sheet")
    assert not note.isVisible()
    frame.lock()
    open_with(qtbot, frame, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(told(frame)))


def test_with_a_second_passphrase_the_sheet_is_still_missed(frame_for, prepared, qtbot):
    path, _code = prepared()
    with files.unlock(path, PASSPHRASE) as file:
        keys.add_passphrase(file, PASSPHRASE, OTHER, "Supervisor", on=DAY, calibrate=False)
        keys.revoke(file, PASSPHRASE, 2)
    frame = frame_for(path)
    open_with(qtbot, frame, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(told(frame)))
    assert told(frame) == ["There is no recovery sheet for this case file yet."]


@pytest.mark.parametrize(("days", "due"), [(364, False), (365, True)])
def test_after_a_year_the_code_is_to_be_tried(frame_for, prepared, qtbot, days, due):
    path, code = prepared(DAY - timedelta(days=days))
    frame = frame_for(path)
    open_with(qtbot, frame, PASSPHRASE)
    qtbot.waitUntil(lambda: bool(frame.keys._slots))
    assert [("a year" in text) for text in told(frame)] == ([True] if due else [])
    if due:
        frame.keys.notes[0].acts[0][1]()
        [asked] = shown(KeysDialog)
        for field, group in zip(asked.code.fields, code.split("-"), strict=True):
            field.setText(group)
        with qtbot.waitSignal(asked.succeeded, timeout=20000):
            asked.submit()
        qtbot.waitUntil(lambda: not told(frame))


def test_a_recovery_code_alone_is_one_key_only(frame_for, prepared, qtbot):
    path, code = prepared()
    with files.unlock(path, code) as file:
        keys.revoke(file, code, 1)
    frame = frame_for(path)
    open_with(qtbot, frame, code)
    shown(KeysDialog)[0].reject()
    qtbot.waitUntil(lambda: bool(told(frame)))
    assert "one key only" in told(frame)[0]


def test_opened_with_the_code_a_new_passphrase_is_asked_for(frame_for, prepared, qtbot):
    path, code = prepared()
    frame = frame_for(path)
    open_with(qtbot, frame, code.lower().replace("-", " "))
    [asked] = shown(KeysDialog)
    assert not asked.confirm.isVisible()
    asked.new.secret.line.setText(OTHER)
    asked.new.again.setText(OTHER)
    with qtbot.waitSignal(asked.succeeded, timeout=20000):
        asked.submit()
    frame.lock()
    open_with(qtbot, frame, OTHER)
    assert not shown(KeysDialog)


def test_the_new_passphrase_can_be_put_off(frame_for, prepared, qtbot):
    path, code = prepared()
    frame = frame_for(path)
    open_with(qtbot, frame, code)
    shown(KeysDialog)[0].cancel.click()
    assert not shown(KeysDialog)
    assert frame.is_open


def test_locking_takes_the_windows_and_the_page_away(frame_for, prepared, qtbot):
    path, _code = prepared()
    frame = frame_for(path)
    open_with(qtbot, frame, PASSPHRASE)
    frame.menus.keys.emit()
    page = frame.pages.currentWidget()
    assert isinstance(page, KeysPage)
    qtbot.waitUntil(lambda: len(page.cards) == 2)
    page.add_passphrase()
    [asked] = shown(KeysDialog)
    asked.new.secret.line.setText(OTHER)
    frame.lock()
    assert not shown(KeysDialog)
    assert asked.new.text == ""
    assert frame.pages.currentWidget() is frame.unlock


def test_settings_lead_there_while_a_file_is_open(frame_for, prepared, qtbot):
    path, _code = prepared()
    frame = frame_for(path)
    frame.show_settings()
    settings = frame.pages.currentWidget()
    assert isinstance(settings, SettingsPage)
    assert not settings.keys_button.isVisible()
    frame.show_caseload()
    open_with(qtbot, frame, PASSPHRASE)
    frame.show_settings()
    assert settings.keys_button.isVisible()
    settings.keys_button.click()
    assert isinstance(frame.pages.currentWidget(), KeysPage)


def test_a_mistyped_code_names_the_group_under_the_field(frame_for, prepared, qtbot):
    path, code = prepared()
    frame = frame_for(path)
    groups = code.split("-")
    groups[2] = ("0" if groups[2][0] != "0" else "1") + groups[2][1:]
    unlock = frame.unlock
    unlock.passphrase.setText("-".join(groups))
    unlock.submit()
    qtbot.waitUntil(unlock.message.isVisible)
    assert "group 3" in unlock.message.text()
    assert unlock.passphrase.property("wrong")
    assert not frame.is_open


def test_every_wrong_secret_gets_the_same_sentence(frame_for, prepared, qtbot, tmp_path):
    path, _ = prepared()
    other = files.create(tmp_path / "other.hrd", PASSPHRASE, calibrate=False)
    with keys.add_recovery(other, PASSPHRASE, on=DAY) as pending:
        code = pending.code
    files.lock(other)
    keys.make_office_key(tmp_path / "office.key", OFFICE, calibrate=False)
    frame = frame_for(path)
    unlock = frame.unlock
    said = set()
    for secret in ("not the passphrase at all", code):
        unlock.passphrase.setText(secret)
        unlock.submit()
        qtbot.waitUntil(unlock.go.isEnabled, timeout=20000)
        said.add(unlock.message.text())
    unlock.office.click()
    [asked] = shown(KeysOffice)
    asked.path.setText(str(tmp_path / "office.key"))
    asked.passphrase.setText(OFFICE)
    asked.submit()
    qtbot.waitUntil(asked.message.isVisible, timeout=20000)
    said.add(asked.message.text())
    assert len(said) == 1
    assert said.pop()
    asked.reject()


def test_the_office_opens_with_its_key(frame_for, prepared, qtbot, tmp_path):
    path, _ = prepared()
    public = keys.make_office_key(tmp_path / "office.key", OFFICE, calibrate=False)
    with files.unlock(path, PASSPHRASE) as file:
        keys.add_office(file, PASSPHRASE, public, "Montréal", on=date(2026, 1, 2))
    frame = frame_for(path)
    frame.unlock.office.click()
    [asked] = shown(KeysOffice)
    asked.submit()
    assert asked.message.isVisible()
    asked.path.setText(str(tmp_path / "office.key"))
    asked.passphrase.setText("another drawer altogether")
    asked.submit()
    assert not asked.go.isEnabled()
    asked.reject()  # not while it is being tried
    assert asked.isVisible()
    qtbot.waitUntil(asked.go.isEnabled, timeout=20000)
    assert "office key file" in asked.message.text()
    asked.passphrase.setText(OFFICE)
    with qtbot.waitSignal(frame.unlock.opened_with, timeout=20000):
        asked.submit()
    assert frame.is_open
    assert not shown(KeysOffice)
    assert not shown(KeysDialog)
    frame.lock()
    frame.unlock.office.click()
    assert shown(KeysOffice)[0].path.text() == str(tmp_path / "office.key")
    assert shown(KeysOffice)[0].passphrase.text() == ""


def test_a_suggested_passphrase_is_typed_once_more_by_hand(frame_for, tmp_path, qtbot):
    unlock = frame_for(tmp_path / "new.hrd").unlock
    unlock.suggest.click()
    words = unlock.passphrase.text()
    assert unlock.suggestion.text() == words
    assert unlock.suggestion.isVisible()
    assert unlock.suggested.isVisible()
    unlock.submit()
    assert unlock.message.text() == "The two passphrases are not the same."
    unlock.again.setText(words)
    with qtbot.waitSignal(unlock.opened_with, timeout=20000):
        unlock.submit()
    assert words not in (unlock.suggestion.text(), unlock.passphrase.text(), unlock.again.text())
