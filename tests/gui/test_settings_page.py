"""Preferences take effect at once and show what is in use."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hrd_desktop import settings
from hrd_desktop.gui.settings_page import SettingsPage


@pytest.fixture
def page(preferences, show):
    return show(SettingsPage(preferences, "en"))


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_shows_what_is_in_use(page):
    chosen = [box.currentData() for box in (page.language, page.mode, page.text_size, page.idle)]
    assert chosen == ["en", "system", 100, 5]
    assert page.remember.isChecked()


def test_every_choice_is_taken_over_and_written(page, preferences, tasks, tmp_path):
    for box, value in ((page.language, "fr"), (page.mode, "dark"), (page.text_size, 200), (page.idle, 15)):
        choose(box, value)
    page.remember.click()
    tasks.close()
    kept = settings.read(tmp_path / "config" / "settings.json")
    assert kept == preferences.now
    assert (kept.language, kept.mode, kept.text_percent, kept.idle_minutes) == ("fr", "dark", 200, 15)
    assert not kept.remember_folder


def test_forgetting_the_place_forgets_it_at_once(page, preferences):
    preferences.change(last_file="/somewhere/cases.hrd")
    page.remember.click()
    assert preferences.now.last_file == ""


def test_follows_a_change_made_elsewhere(page, preferences):
    preferences.change(text_percent=150)
    assert page.text_size.currentData() == 150


def test_initials_are_kept_short(page, preferences, qtbot):
    qtbot.keyClicks(page.initials, "M. K. and a whole name")
    qtbot.keyClick(page.initials, Qt.Key.Key_Return)
    assert preferences.now.initials == "M. K. and a"
