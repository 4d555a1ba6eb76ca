"""Cases from one case file to another in a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hrd_desktop.core.edit import SetValue
from hrd_desktop.services import cases, editing, files
from hrd_desktop.services.demo import PASSPHRASE
from tests.cli.conftest import Run
from tests.services.test_handing import later

SECRET = ("--passphrase-file", "-")
S1 = "HRD-2026-S1"


def edit(path: Path, value: str, by: str, hours: int) -> None:
    with files.unlock(path, PASSPHRASE) as file:
        editing.change(file, S1, [SetValue("case.alias", value)], at=later(hours), by=by)


def alias(path: Path) -> str | None:
    with files.unlock(path, PASSPHRASE) as file:
        return cases.open_case(file, S1).case.alias


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.hrd"
    files.create(path, PASSPHRASE, calibrate=False).lock()
    return path


def handed(run: Run, one: Path, to: Path, out: Path) -> None:
    key = run("my-key", to, *SECRET).out.strip()
    assert key.startswith("age1")
    done = run("hand-over", one, S1, "-o", out, "--to", key, "--by", "Ada", *SECRET)
    assert done.code == 0, done.err
    assert len(done.out.strip()) == 16


def test_there_and_back_with_a_question(run: Run, case_file: Path, other: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.hrdcase"
    handed(run, case_file, other, out)
    dry = run("take-in", other, out, "--dry-run", *SECRET)
    assert (dry.code, dry.out.split("\t")[:2]) == (0, [S1, "new"])
    assert run("list", other, *SECRET).out == ""
    assert run("take-in", other, out, *SECRET).code == 0
    assert S1 in run("list", other, *SECRET).out
    assert not (tmp_path / "a.hrdreceipt").read_text().count("HRD")
    good = run("receipt", case_file, tmp_path / "a.hrdreceipt", *SECRET)
    assert (good.code, good.out) == (0, f"{S1}\treceived, can be archived\n")
    edit(case_file, "Lamp", "Ada", 3)
    edit(other, "Mast", "Eve", 4)
    back = tmp_path / "b.hrdcase"
    handed(run, other, case_file, back)
    refused = run("take-in", case_file, back, *SECRET)
    assert refused.code == 1
    assert f"{S1}\tasked\tCase > Alias (working name) [case.alias]\tLamp\tMast" in refused.out
    assert "the same field (Case > Alias (working name) [case.alias])" in refused.err
    assert not (tmp_path / "b.hrdreceipt").exists()
    told = json.loads(run("take-in", case_file, back, "--dry-run", "--json", *SECRET).out)
    assert told["cases"][0]["asked"][0]["theirs_told"]["by"] == "Eve"
    assert run("take-in", case_file, back, "--mine", "--dry-run", *SECRET).code == 0
    choices = tmp_path / "choices.json"
    choices.write_text(json.dumps({S1: {"case.alias": "theirs"}}))
    assert run("take-in", case_file, back, "--choices", choices, *SECRET).code == 0
    assert alias(case_file) == "Mast"


def test_a_travel_file_goes_and_comes_home(run: Run, case_file: Path, tmp_path: Path) -> None:
    away = tmp_path / "road.hrd"
    words = "five quiet boats beyond the pier"
    done = run(
        "travel", case_file, S1, "-o", away, "--new-passphrase-file", "-", *SECRET, lines=f"{PASSPHRASE}\n{words}\n"
    )
    assert done.code == 0, done.err
    with files.unlock(away, words) as file:
        assert [row.code for row in cases.list_cases(file, cases.CaseloadQuery())] == [S1]
        editing.change(file, S1, [SetValue("case.alias", "Mast")], at=later(4), by="Eve")
    edit(case_file, "Lamp", "Ada", 3)
    home = ("come-home", case_file, away, "--travel-passphrase-file", "-", *SECRET)
    both = f"{PASSPHRASE}\n{words}\n"
    assert run(*home, lines=both).code == 1
    assert run(*home, "--theirs", lines=both).code == 0
    assert alias(case_file) == "Mast"


def test_what_cannot_be_read_is_refused_in_words(run: Run, case_file: Path, other: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.hrdcase"
    bad.write_bytes(b"no hand-over")
    refused = run("take-in", case_file, bad, *SECRET)
    assert (refused.code, "H01" in refused.err) == (2, True)
    out = tmp_path / "a.hrdcase"
    handed(run, case_file, other, out)
    assert run("take-in", case_file, out, *SECRET).code == 3
    (tmp_path / "c.json").write_text("[1]")
    assert run("take-in", other, out, "--choices", tmp_path / "c.json", *SECRET).code == 2
    assert run("receipt", case_file, bad, *SECRET).code == 2
    assert run("take-in", case_file, tmp_path / "none.hrdcase", *SECRET).code == 2
