"""`hrd-desktop log` and what `verify` says of the record."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from hrd_desktop.cli import cli
from hrd_desktop.errors import DiskFailed, DiskFull, HrdError, NotWritable
from hrd_desktop.services import checking, demo, files, record
from hrd_desktop.vault.cost import Cost
from tests.cli.conftest import DAY, Run
from tests.ready_made import derive

SECRET = ("--passphrase-file", "-")
S1 = "HRD-2026-S1"


@pytest.fixture(autouse=True)
def _keys_derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cost, "derive", derive)


def test_what_was_done_in_the_terminal_is_shown_newest_first(run: Run, case_file: Path, tmp_path: Path) -> None:
    assert run("export", case_file, S1, "-o", tmp_path / "a.json", *SECRET).code == 0
    done = run("log", case_file, *SECRET)
    assert done.code == 0
    lines = [line.split("\t") for line in done.out.splitlines()]
    assert [int(line[0]) for line in lines] == list(range(len(lines), 0, -1))
    assert [line[2:] for line in lines[:4]] == [
        ["terminal", "-", "Unlocked", "passphrase"],
        ["terminal", "-", "Locked"],
        ["terminal", S1, "Case exported as JSON"],
        ["terminal", "-", "Unlocked", "passphrase"],
    ]
    assert done.err.splitlines()[-1] == f"The record is whole: {len(lines)} entries."
    assert "Record read" in run("log", case_file, "--action", "record_read", *SECRET).out


def test_filters_and_json(run: Run, case_file: Path) -> None:
    run("check", case_file, S1, "--on", DAY, *SECRET)
    of_case = json.loads(run("log", case_file, "--case", S1, "--json", *SECRET).out)
    assert [(one["action"], one["case"], one["by"]) for one in of_case] == [
        ("view", S1, "terminal"), ("import", S1, ""),
    ]  # fmt: skip
    assert set(of_case[0]) == {"number", "at", "by", "action", "case", "erased", "detail"}
    viewed = json.loads(run("log", case_file, "--action", "viewed", "--by", "terminal", "--json", *SECRET).out)
    assert [one["action"] for one in viewed] == ["view"]
    assert run("log", case_file, "--until", "2001-01-01", *SECRET).out == ""
    assert run("log", case_file, "--since", "2999-01-01", "--json", *SECRET).out == "[]\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--action", "dance"), "--action"),
        (("--since", "yesterday"), "yesterday"),
        (("--case", "HRD-NONE"), "HRD-NONE"),
    ],
)
def test_what_cannot_be_asked(run: Run, case_file: Path, args: tuple[str, ...], said: str) -> None:
    done = run("log", case_file, *args, *SECRET)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize(("lang", "said"), [("en", "entry 3 of the record"), ("fr", "l’inscription 3 du registre")])
def test_a_broken_record_is_damage_and_says_where(
    run: Run, case_file: Path, lang: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = run("verify", case_file, *SECRET)
    assert sound.code == 0
    with files.CaseFile.open(case_file, demo.PASSPHRASE) as file, file.session() as session:
        session.connection().exec_driver_sql("DELETE FROM log_entry WHERE pk = 3")
    monkeypatch.setenv("LANG", f"{lang}_CA.UTF-8")
    verified = run("verify", case_file, *SECRET)
    assert (verified.code, verified.out) == (4, "")
    assert said in verified.err
    # What is there is shown all the same.
    shown = run("log", case_file, *SECRET)
    assert shown.code == 4
    assert len(shown.out.splitlines()) > 5
    assert said in shown.err


def test_every_look_leaves_one_entry_and_never_the_words_looked_for(run: Run, case_file: Path, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF none of ours")
    looks: list[tuple[tuple[object, ...], str, str | None, dict[str, object]]] = [
        (("list", case_file), "list", None, {}),
        (("find", case_file, "clinics"), "find", None, {"names": False}),
        (("find", case_file, "clinics", "--names", "--json"), "find", None, {"names": True}),
        (("evidence", "list", case_file, S1), "list_evidence", S1, {}),
        (("sent", case_file, S1), "list_packets", S1, {}),
        (("verify-packet", case_file, paper), "check_file", None, {}),
        (("places", case_file, "--on", DAY), "places", None, {}),
        (("compare", case_file, "--with", "hrd-2023-07", "--on", DAY), "compare", None, {}),
        (("erase", case_file, S1), "view", S1, {}),
    ]
    for args, *_ in looks:
        assert run(*args, *SECRET).code < 3
    told = run("log", case_file, "--action", "viewed", "--json", *SECRET).out
    assert "clinics" not in told
    assert [(one["action"], one["case"], one["detail"]) for one in reversed(json.loads(told))] == [
        (action, case, detail) for _, action, case, detail in looks
    ]
    said = run("log", case_file, "--action", "find", "--lang", "fr", *SECRET).out
    assert "Recherche dans tous les dossiers\tavec les noms" in said


@pytest.mark.parametrize("trouble", [DiskFull, NotWritable, DiskFailed])
def test_a_disk_that_takes_nothing_stops_no_look(
    run: Run, case_file: Path, monkeypatch: pytest.MonkeyPatch, trouble: type[HrdError]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise trouble(path="x")

    monkeypatch.setattr(record, "note", refuse)
    monkeypatch.setattr(checking, "refresh_headlines", refuse)
    listed = run("list", case_file, *SECRET)
    assert (listed.code, S1 in listed.out) == (0, True)
    assert run("find", case_file, "clinics", *SECRET).out
    assert run("log", case_file, *SECRET).code == 0


OPENED = "unlock"
WHAT_THE_RECORD_SAYS = {
    "create": "create", "import": "import", "export": "export", "list": "list", "find": "find", "check": "view",
    "compare": "compare", "places": "places", "packet": "packet", "sent": "list_packets", "ask": "print",
    "verify-packet": "check_file", "close": "close", "reopen": "reopen", "erase": "erase", "salvage": "salvage",
    "repair-keys": "keys_rebuilt", "passphrase": "passphrase_changed", "backup": "backup", "restore": "restore",
    "verify": OPENED, "log": "record_read", "hand-over": "hand_over", "take-in": "look_in", "come-home": "look_in",
    "receipt": "receipt", "my-key": "own_key", "travel": "hand_over",
    "evidence add": "change", "evidence list": "list_evidence", "evidence show": "export_evidence",
    "evidence remove": "change", "evidence redact": "covered",
    "keys list": OPENED, "keys add-passphrase": "key_added", "keys add-office": "key_added",
    "keys recovery": "key_added", "keys rename": "key_renamed", "keys revoke": "key_revoked",
    "keys rehearse": "key_rehearsed", "keys raw": "raw_key",
}  # fmt: skip
"""Every command that opens a case file, with what it leaves there at the least."""
OPEN_NO_CASE_FILE = {"intake", "self-check", "demo", "office-key make", "office-key show"}
LEAVE_NO_CASE_FILE = {"erase-file", "damage"}
"""The one destroys it, the other only reads what no longer opens."""


def test_of_every_command_it_is_decided_what_the_record_says() -> None:
    named = set()
    for name, command in cli.commands.items():
        inside = command.commands if isinstance(command, click.Group) else {}
        named |= {f"{name} {each}" for each in inside} or {name}
    assert named == set(WHAT_THE_RECORD_SAYS) | OPEN_NO_CASE_FILE | LEAVE_NO_CASE_FILE
    assert set(WHAT_THE_RECORD_SAYS.values()) <= set(record.ACTIONS)
