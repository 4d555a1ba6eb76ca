"""The ends, from a terminal: close, reopen, erase a case, erase the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrd_desktop import paths
from hrd_desktop.services import demo, ending, files

CASE = "HRD-2026-S1"
SECRET = ("--passphrase-file", "-")


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "backups", lambda: tmp_path / "own")
    return tmp_path / "own"


def standing(path: Path) -> ending.Standing:
    with files.unlock(path, demo.PASSPHRASE) as file:
        return ending.standing(file, CASE)


def test_closing_and_opening_again(run, case_file):
    ran = run("close", case_file, CASE, "--keep-until", "2029-10-01", "--on", "2026-10-01", *SECRET)
    assert (ran.code, ran.out) == (0, "")
    assert "is closed and kept until" in ran.err
    found = standing(case_file)
    assert (found.stage, str(found.closed_on), str(found.until)) == ("closed", "2026-10-01", "2029-10-01")
    again = run("close", case_file, CASE, "--keep-until", "2033-10-01", "--on", "2029-10-01", *SECRET)
    assert (again.code, str(standing(case_file).until)) == (0, "2033-10-01")
    assert str(standing(case_file).closed_on) == "2026-10-01"
    assert run("reopen", case_file, CASE, *SECRET).code == 0
    assert standing(case_file).stage == "review"
    assert run("reopen", case_file, CASE, *SECRET).code == 1


@pytest.mark.parametrize(
    ("until", "on", "says"),
    [
        ("2026-10-01", "2026-10-01", "has to come after"),
        ("2029-01-01", "2020-01-01", "before it was opened"),
        ("soon", "2026-10-01", "soon"),
    ],
)
def test_days_that_make_no_sense_are_refused(run, case_file, until, on, says):
    ran = run("close", case_file, CASE, "--keep-until", until, "--on", on, *SECRET)
    assert ran.code == 2
    assert says in ran.err
    assert standing(case_file).stage == "review"


def test_erasing_a_case_says_what_goes_and_what_may_remain(run, case_file):
    refused = run("erase", case_file, CASE, *SECRET)
    assert refused.code == 2
    assert "Persons: 3" in refused.err
    assert f"type {CASE}" in refused.err
    ran = run("erase", case_file, CASE, "--confirm", CASE, *SECRET)
    assert ran.code == 0
    assert "backups made before" in ran.err
    assert CASE not in run("list", case_file, *SECRET).out
    assert run("erase", case_file, CASE, "--confirm", CASE, *SECRET).code == 2


def test_erasing_with_backups_renewed(run, case_file, own_place):
    assert run("backup", case_file, case_file.parent / "elsewhere.hrdbackup", *SECRET).code == 0
    first = run("erase", case_file, CASE, "--confirm", CASE, "--renew-backups", *SECRET)
    assert first.code == 0
    assert "older ones removed: 0" in first.err
    (before,) = own_place.glob("*/*.hrdbackup")
    second = run("erase", case_file, "HRD-2026-S2", "--confirm", "hrd-2026-s2", "--renew-backups", *SECRET)
    assert "A new backup was made" in second.err
    (after,) = own_place.glob("*/*.hrdbackup")
    assert after != before
    assert not before.exists()


def test_erasing_the_file_needs_no_passphrase_but_a_word(run, case_file):
    refused = run("erase-file", case_file, lines="")
    assert refused.code == 2
    assert "ERASE / EFFACER" in refused.err
    assert "SSDs" in refused.err
    assert files.unlock(case_file, demo.PASSPHRASE).lock() is None
    ran = run("erase-file", case_file, "--confirm", "ERASE", lines="")
    assert ran.code == 0
    assert "keys are destroyed and the file is removed" in ran.err
    assert not case_file.exists()
    assert run("erase-file", case_file, "--confirm", "ERASE", lines="").code == 2


def test_in_french_the_word_is_effacer(run, case_file):
    ran = run("erase-file", case_file, "--confirm", "effacer", "--lang", "fr", lines="")
    assert ran.code == 0
    assert "Les clés sont détruites" in ran.err


def test_what_is_left_to_do_is_told_and_is_no_success(run, case_file):
    (case_file / "my own letter.txt").write_text("not of this program")
    ran = run("erase-file", case_file, "--confirm", "ERASE", lines="")
    assert ran.code == 1
    assert "Something is left to do" in ran.err
    assert [one.name for one in case_file.iterdir()] == ["my own letter.txt"]
