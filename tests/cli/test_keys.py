"""The commands for who can open a case file."""

from __future__ import annotations

import json
import os
import re
import threading
from pathlib import Path

import pytest

from hrd_desktop.services import demo
from hrd_desktop.vault.cost import Cost
from tests.cli.conftest import Run
from tests.cli.test_cli import text_of
from tests.ready_made import derive

SECRET = ("--passphrase-file", "-")
OWN, OTHER, OFFICE = demo.PASSPHRASE, "nine pears in a wooden bowl", "the drawer under the window"
posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a person stands at the other end of a named pipe")


@pytest.fixture(autouse=True)
def remembered_derivations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cost, "derive", derive)


def code_on(sheet: Path) -> str:
    (code,) = re.findall(r"456([0-9A-Z]{30})It", re.sub(r"\s", "", text_of(sheet)))
    return str(code)


def person(pipe: Path, sheet: Path, types=lambda code: code) -> None:
    """Waits until the program asks, reads the sheet and types."""
    os.mkfifo(pipe)

    def type_it() -> None:
        with pipe.open("w") as keyboard:
            keyboard.write(types(code_on(sheet)) + "\n")

    threading.Thread(target=type_it, daemon=True).start()


def listed(run: Run, file: Path, *secret: object, lines: str = f"{OWN}\n") -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(
        run("keys", "list", file, "--json", *(secret or SECRET), lines=lines).out
    )
    return found


def test_a_passphrase_is_added_named_and_taken_away(run: Run, case_file: Path) -> None:
    add = ("--new-passphrase-file", "-")
    done = run("keys", "add-passphrase", case_file, "--name", "Supervisor", *SECRET, *add, lines=f"{OWN}\n{OTHER}\n")
    assert (done.code, done.out) == (0, "2\n")
    shown = run("keys", "list", case_file, *SECRET)
    assert shown.out.splitlines()[1].split("\t")[:3] == ["2", "passphrase", "Supervisor"]
    assert "no recovery code" in shown.err
    assert run("keys", "rename", case_file, 2, "Nadège", *SECRET, lines=f"{OTHER}\n").code == 0
    assert listed(run, case_file)[1]["name"] == "Nadège"
    own = run("keys", "revoke", case_file, 1, *SECRET)
    assert (own.code, "the very key" in own.err) == (1, True)
    gone = run("keys", "revoke", case_file, 1, *SECRET, lines=f"{OTHER}\n")
    assert (gone.code, gone.out) == (0, "")
    assert "still opens older copies" in gone.err
    assert run("list", case_file, *SECRET).code == 3
    assert run("keys", "revoke", case_file, 2, *SECRET, lines=f"{OTHER}\n").code == 1
    assert run("keys", "rename", case_file, 1, "x", *SECRET, lines=f"{OTHER}\n").code == 2


@posix
def test_the_recovery_sheet_counts_once_typed_back_and_then_opens_everything(
    run: Run, case_file: Path, tmp_path: Path
) -> None:
    sheet, pipe = tmp_path / "sheet.pdf", tmp_path / "typed"
    person(pipe, sheet, lambda code: code.lower())
    done = run("keys", "recovery", case_file, "-o", sheet, "--name", "Safe", "--typed-file", pipe, *SECRET)
    assert (done.code, done.out) == (0, "2\n")
    assert sheet.stat().st_mode & 0o77 == 0
    code = code_on(sheet)
    assert code not in done.err
    for command in (["list", case_file], ["verify", case_file], ["keys", "rehearse", case_file, "--code-file", "-"]):
        assert run(*command, *SECRET, lines=f"{code}\n{code}\n").code == 0
    assert listed(run, case_file)[1]["rehearsed_on"]
    new = ("--new-passphrase-file", "-")
    reset = run("passphrase", case_file, *SECRET, *new, lines=f"{code}\n{OTHER}\n")
    assert (reset.code, "forgotten one still does" in reset.err) == (0, True)
    assert run("list", case_file, *SECRET, lines=f"{OTHER}\n").code == 0
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    mistyped = run("list", case_file, *SECRET, lines=f"{wrong}\n")
    assert (mistyped.code, "group 6" in mistyped.err) == (2, True)
    other = run("list", case_file, *SECRET, lines="00000-00000-00000-00000-00000-00000\n")
    assert (other.code, other.out) == (3, "")


@posix
@pytest.mark.parametrize("types", [lambda code: code[1] + code[0] + code[2:], lambda _code: "0" * 30, lambda _code: ""])
def test_a_code_that_is_not_typed_back_leaves_no_key_and_no_sheet(
    run: Run, case_file: Path, tmp_path: Path, types
) -> None:
    sheet, pipe = tmp_path / "sheet.pdf", tmp_path / "typed"
    person(pipe, sheet, lambda code: types(code if code[0] != code[1] else "Z" + code[1:]))
    before = (case_file / "keys.json").read_bytes()
    done = run("keys", "recovery", case_file, "-o", sheet, "--typed-file", pipe, *SECRET)
    assert (done.code, done.out) == (2, "")
    assert "opens nothing" in done.err
    assert not sheet.exists()
    assert (case_file / "keys.json").read_bytes() == before


@posix
def test_a_sheet_that_cannot_be_removed_is_said_to_be_void(
    run: Run, case_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, pipe = tmp_path / "sheet.pdf", tmp_path / "typed"
    person(pipe, sheet, lambda _code: "")

    def refused(_path: Path, **_more: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refused)
    done = run("keys", "recovery", case_file, "-o", sheet, "--typed-file", pipe, *SECRET)
    assert (done.code, f"Delete {sheet}" in done.err) == (2, True)


def test_nothing_is_written_over_a_file_that_is_there(run: Run, case_file: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("mine")
    for command in (["keys", "recovery", case_file, "-o", there], ["office-key", "make", there]):
        assert run(*command, *SECRET).code == 1
        assert there.read_text() == "mine"


def test_an_office_key_is_made_handed_out_and_opens(run: Run, case_file: Path, tmp_path: Path) -> None:
    key = tmp_path / "office.key"
    made = run("office-key", "make", key, *SECRET, lines=f"{OFFICE}\n")
    public = made.out.strip()
    assert (made.code, public[:11], len(public)) == (0, "hrd-office1", 69)
    assert run("office-key", "show", key, lines="").out == made.out
    assert run("keys", "add-office", case_file, public[:-1], "--name", "x", *SECRET).code == 2
    assert run("keys", "add-office", case_file, public, "--name", "Head office", *SECRET).out == "2\n"
    office = (*SECRET, "--office-key", key)
    assert run("list", case_file, *office, lines=f"{OFFICE}\n").code == 0
    assert [row["kind"] for row in listed(run, case_file, *office, lines=f"{OFFICE}\n")] == ["passphrase", "office"]
    wrong = run("list", case_file, *office)
    assert (wrong.code, "office key file" in wrong.err) == (3, True)
    assert run("list", case_file, *SECRET, "--office-key", case_file / "keys.json", lines=f"{OFFICE}\n").code == 2
    reset = run("passphrase", case_file, *office, "--new-passphrase-file", "-", lines=f"{OFFICE}\n{OTHER}\n")
    assert reset.code == 0
    assert run("list", case_file, *SECRET, lines=f"{OTHER}\n").code == 0


def test_the_raw_key_needs_the_word_and_the_passphrase_twice(run: Run, case_file: Path) -> None:
    both = f"{OWN}\n{OWN}\n"
    assert run("keys", "raw", case_file, *SECRET, lines=both).code == 2
    refused = run("keys", "raw", case_file, "--confirm", "yes", *SECRET, lines=both)
    assert (refused.code, refused.out) == (2, "")
    half = run("keys", "raw", case_file, "--confirm", "RAW", *SECRET, lines=f"{OWN}\nsomething else\n")
    assert (half.code, half.out) == (3, "")
    done = run("keys", "raw", case_file, "--confirm", "RAW", *SECRET, lines=both)
    assert (done.code, bool(re.fullmatch(r"[0-9a-f]{64}\n", done.out))) == (0, True)


def test_an_easily_guessed_passphrase_is_refused_with_the_reason(run: Run, case_file: Path, tmp_path: Path) -> None:
    for command in (["create", tmp_path / "new"], ["passphrase", case_file, "--new-passphrase-file", "-"]):
        lines = "passwordpassword\n" if command[0] == "create" else f"{OWN}\npasswordpassword\n"
        done = run(*command, *SECRET, lines=lines)
        assert (done.code, "guess" in done.err) == (2, True)
    assert not (tmp_path / "new.hrd").exists()
