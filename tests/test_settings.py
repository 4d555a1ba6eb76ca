"""Preferences: sound entries are kept, nonsense never keeps anybody out, writing is all or nothing."""

from __future__ import annotations

import json
import stat

import pytest

from hrd_desktop import settings
from hrd_desktop.settings import Settings


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "new" / "settings.json"
    wanted = Settings("fr", "dark", 150, 10, True, "/somewhere/cases.hrd")
    settings.write(path, wanted)
    assert settings.read(path) == wanted
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "\x00"])
def test_damaged_file_gives_the_standard(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert settings.read(path) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "de"),
        ("mode", 3),
        ("text_percent", 900),
        ("text_percent", True),
        ("idle_minutes", 0),
        ("idle_minutes", 16),
        ("remember_folder", "yes"),
        ("last_file", None),
        ("initials", "longer than twelve"),
        ("initials", "M\nK"),
    ],
)
def test_one_bad_entry_spoils_no_other(name, value):
    good = {"language": "fr"} if name != "language" else {"mode": "dark"}
    assert settings.from_json({name: value} | good) == Settings(**good)


def test_unknown_entries_are_left_out():
    assert settings.from_json({"recent_cases": ["HRD-1"], "mode": "dark"}) == Settings(mode="dark")


def test_place_of_the_file_is_not_kept_when_not_wanted(tmp_path):
    path = tmp_path / "settings.json"
    settings.write(path, Settings(remember_folder=False, last_file="/secret/place.hrd"))
    assert "secret" not in path.read_text()


def test_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "settings.json"
    settings.write(path, Settings(language="fr"))

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        settings.write(path, Settings(language="en"))
    assert json.loads(path.read_text())["language"] == "fr"
    assert len(list(tmp_path.iterdir())) == 1
