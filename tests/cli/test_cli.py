"""The terminal contract: what each command prints, where, with which exit code, and what it leaves behind."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from hrd_desktop import cli
from hrd_desktop.assets import resource
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.services import demo, files
from hrd_desktop.store import cases as stored
from hrd_desktop.vault.cost import Cost
from tests.cli.conftest import DAY, Run
from tests.ready_made import derive

SECRET = ("--passphrase-file", "-")
S1 = "HRD-2026-S1"


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_demo_makes_the_case_file_and_one_packet_and_shows_the_passphrase(run: Run, tmp_path: Path) -> None:
    done = run("demo", "--dir", tmp_path / "d", "--no-window", lines="")
    assert (done.code, demo.PASSPHRASE in done.out) == (0, True)
    assert text_of(tmp_path / "d" / "HRD-2026-S1-packet.pdf").count("HRD-2026-S1") > 5
    listed = run("list", tmp_path / "d" / "demo.hrd", "--json", *SECRET)
    assert [row["case"] for row in json.loads(listed.out)] == [f"HRD-2026-S{i}" for i in range(1, 6)]


def test_demo_may_be_run_again(run: Run, tmp_path: Path) -> None:
    first = run("demo", "--dir", tmp_path, "--no-window", lines="")
    again = run("demo", "--dir", tmp_path, "--no-window", lines="")
    assert (again.code, again.out) == (0, first.out)


def test_create_then_import_then_export_gives_the_same_case(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new"
    assert run("create", path, *SECRET, lines="a long enough passphrase\n").code == 0
    file = tmp_path / "new.hrd"
    assert stat.S_IMODE((file / "cases.db").stat().st_mode) == 0o600
    source = resource("demo") / "s5.json"
    done = run("import", file, source, *SECRET, lines="a long enough passphrase\n")
    assert (done.code, done.out) == (0, "HRD-2026-S5\n")
    out = tmp_path / "out.json"
    assert run("export", file, "HRD-2026-S5", "-o", out, *SECRET, lines="a long enough passphrase\n").code == 0
    assert json.loads(out.read_text("utf-8")) == json.loads(source.read_text("utf-8"))
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    run("create", tmp_path / "f.hrd", *SECRET)
    done = run("import", tmp_path / "f.hrd", resource("demo") / "s1.json", "--dry-run", *SECRET)
    assert (done.code, done.out) == (0, f"{S1}\n")
    assert "Nothing was written" in done.err
    assert json.loads(run("list", tmp_path / "f.hrd", "--json", *SECRET).out) == []


def test_one_bad_file_keeps_all_others_out_and_is_named_with_its_place(run: Run, tmp_path: Path) -> None:
    run("create", tmp_path / "f.hrd", *SECRET)
    case = json.loads((resource("demo") / "s2.json").read_text("utf-8"))
    case["case"]["persons"][2]["birth"]["date"] = "1997-13"
    bad = tmp_path / "s9.json"
    bad.write_text(json.dumps(case), "utf-8")
    done = run("import", tmp_path / "f.hrd", resource("demo") / "s1.json", bad, *SECRET)
    assert done.code == 2
    assert 's9.json: $.case.persons[2].birth.date: "1997-13" is not a date' in done.err
    assert json.loads(run("list", tmp_path / "f.hrd", "--json", *SECRET).out) == []


def test_a_case_that_is_there_already_is_refused(run: Run, case_file: Path) -> None:
    done = run("import", case_file, resource("demo") / "s1.json", *SECRET)
    assert (done.code, S1 in done.err) == (1, True)


@pytest.mark.parametrize("number", range(1, 6))
def test_check_gives_the_shape_of_the_contract_and_the_same_bytes_twice(run: Run, case_file: Path, number: int) -> None:
    args = ("check", case_file, f"HRD-2026-S{number}", "--on", DAY, "--json", *SECRET)
    first, second = run(*args), run(*args)
    assert first.code == 0
    assert first.out == second.out
    found = json.loads(first.out)
    assert list(found) == [
        "format", "version", "case", "on", "rule_pack", "headline", "spaces", "items", "alerts", "requirements",
        "routes", "ask_next",
    ]  # fmt: skip
    assert found["rule_pack"] == {"id": "hrd-2023-07", "version": "1", "date": "2023-07-25"}
    assert list(found["items"][0]) == [
        "id", "person", "result", "severity", "citation", "why", "source", "derived_result", "rows", "evidence",
        "parts", "staff_answer", "review", "override",
    ]  # fmt: skip
    assert first.out.endswith("}\n")


def test_check_speaks_french(run: Run, case_file: Path) -> None:
    english = run("check", case_file, S1, "--on", DAY, *SECRET).out
    french = run("check", case_file, S1, "--on", DAY, "--lang", "fr", *SECRET).out
    assert "A 96(a)" in english
    assert "L 96a)" in french
    assert "A 96(a)" not in french


def test_check_prints_no_name_of_a_person(run: Run, case_file: Path) -> None:
    assert "Qasimawi" not in run("check", case_file, S1, "--on", DAY, *SECRET).out


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("check", "{}", "HRD-NONE", "--on", DAY), 2, "HRD-NONE"),
        (("check", "{}", S1, "--on", "2021-07-01"), 2, "July 1, 2021"),
        (("check", "{}", S1, "--on", "15.9.2026"), 2, "15.9.2026"),
        (("check", "{}", S1, "--on", "9999-12-31"), 2, "9999-12-31"),
        (("packet", "{}", S1, "-o", "{}.pdf", "--on", "9999-12-31", "--draft"), 2, "9999-12-31"),
        (("create", ""), 1, "already there"),
        (("create", "/"), 1, "already there"),
        (("create", "{}/../nowhere/a"), 1, "folder that should hold this is not there"),
        (("export", "{}", S1, "-o", "{}.d/a"), 1, "folder that should hold this is not there"),
        (("export", "{}", S1, "-o", ""), 1, "already there"),
        (("export", "{}", S1, "-o", "{}"), 1, "already there"),
        (("export", "{}", S1, "-o", "{}/cases.db"), 1, "inside the case file"),
        (("export", "{}", "HRD-\udcff", "-o", "{}.json"), 2, "udcff"),
        (("packet", "{}", S1, "-o", "{}/keys.json", "--on", DAY), 1, "inside the case file"),
        (("import", "{}", "/dev/zero"), 2, "larger than 16 MiB"),
        (("import", "{}", "{}/\x1b[2Jname"), 2, "\N{REPLACEMENT CHARACTER}[2Jname"),
        (("export", "{}", "HRD-NONE", "-o", "{}.json"), 2, "HRD-NONE"),
        (("packet", "{}", S1, "-o", "{}.pdf", "--for", "nobody"), 2, "nobody"),
        (("packet", "{}", S1, "-o", "{}.pdf", "--for", "unhcr", "--on", DAY), 1, "UNHCR"),
        (("packet", "{}", S1, "-o", "{}.pdf", "--paper", "b5"), 2, "--paper"),
        (("import", "{}", "{}/none.json"), 2, "none.json"),
        (("list", "{}/nowhere.hrd"), 2, "nowhere"),
        (("nonsense",), 2, "--help"),
        (("check", "{}"), 2, "--help"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_exit_code(
    run: Run, case_file: Path, args: tuple[str, ...], code: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Cost, "derive", derive)
    filled = [arg.format(case_file) for arg in args]
    before = _held(case_file)
    done = run(*filled, *(SECRET if args[0] != "nonsense" else ()))
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert "Traceback" not in done.err
    assert not Path(f"{case_file}.pdf").exists()
    assert _held(case_file) == before


def _held(case_file: Path) -> list[bytes]:
    """The keys and every case; the record alone goes on, because it tells that the file was opened."""
    with files.CaseFile.open(case_file, demo.PASSPHRASE) as file, file.session() as session:
        found = stored.load_many(session, stored.codes(session))
    return [(case_file / "keys.json").read_bytes(), *map(write_case, found)]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with names are of POSIX")
def test_what_is_neither_file_nor_folder_is_not_replaced_by_a_file(run: Run, case_file: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # devices are told in the same way
    assert run("export", case_file, S1, "-o", tmp_path / "pipe", *SECRET).code == 1
    assert (tmp_path / "pipe").is_fifo()


def test_a_link_stays_and_what_it_leads_to_is_replaced(run: Run, case_file: Path, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("old", "utf-8")
    (tmp_path / "link.json").symlink_to("old.json")
    assert run("export", case_file, S1, "-o", tmp_path / "link.json", *SECRET).code == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "old.json").read_text("utf-8"))["case"]["code"] == S1


def test_the_list_is_shown_even_when_the_clock_has_stopped(
    run: Run, case_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "today", lambda: date(1970, 1, 1))
    done = run("list", case_file, *SECRET)
    assert (done.code, len(done.out.splitlines())) == (0, 5)
    assert "January 1, 1970" in done.err


def test_cases_come_in_even_when_the_clock_has_stopped(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "today", lambda: date(1970, 1, 1))
    run("create", tmp_path / "f.hrd", *SECRET)
    assert run("import", tmp_path / "f.hrd", resource("demo") / "s1.json", *SECRET).code == 0
    assert "Not checked yet" in run("list", tmp_path / "f.hrd", *SECRET).out


def test_a_wrong_passphrase_is_exit_3(run: Run, case_file: Path) -> None:
    done = run("list", case_file, *SECRET, lines="not the passphrase\n")
    assert (done.code, done.out) == (3, "")


def test_damage_is_exit_4(run: Run, case_file: Path) -> None:
    database = case_file / "cases.db"
    data = bytearray(database.read_bytes())
    for place in range(4096 + 200, len(data), 4096):
        data[place] ^= 0xFF
    database.write_bytes(data)
    done = run("verify", case_file, *SECRET)
    assert (done.code, done.out) == (4, "")
    assert "Traceback" not in done.err


def test_verify_says_what_it_read(run: Run, case_file: Path) -> None:
    done = run("verify", case_file, *SECRET)
    assert (done.code, "5" in done.out) == (0, True)


def test_the_passphrase_is_changed_with_two_lines_of_standard_input(run: Run, case_file: Path) -> None:
    lines = f"{demo.PASSPHRASE}\nanother long enough passphrase\n"
    assert run("passphrase", case_file, *SECRET, "--new-passphrase-file", "-", lines=lines).code == 0
    assert run("list", case_file, *SECRET).code == 3
    assert run("list", case_file, *SECRET, lines="another long enough passphrase\n").code == 0


def test_the_passphrase_may_come_from_a_file(run: Run, case_file: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(f"{demo.PASSPHRASE}\nsecond line\n", "utf-8")
    assert run("list", case_file, "--passphrase-file", secret, lines="").code == 0


def test_a_case_that_is_not_ready_gives_no_packet_but_every_reason(run: Run, case_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "s2.pdf"
    done = run("packet", case_file, "HRD-2026-S2", "-o", out, "--on", DAY, *SECRET)
    assert (done.code, out.exists()) == (1, False)
    assert "E06 P1" in done.err
    assert "E27 P2" in done.err


def test_a_draft_says_so_on_each_page(run: Run, case_file: Path, tmp_path: Path) -> None:
    for lang, word in (("en", "DRAFT"), ("fr", "ÉBAUCHE")):
        out = tmp_path / f"{lang}.pdf"
        args = ("packet", case_file, "HRD-2026-S2", "-o", out, "--on", DAY, "--draft", "--lang", lang)
        assert run(*args, *SECRET).code == 0
        document = pypdfium2.PdfDocument(out)
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
        assert all(word in page for page in pages)


def test_the_same_day_and_options_give_the_same_bytes_in_another_process(case_file: Path, tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.pdf"
        subprocess.run(
            [sys.executable, "-m", "hrd_desktop", "packet", case_file, S1, "-o", out, "--on", DAY, "--paper", "a4",
             *SECRET],
            env={**os.environ, "PYTHONHASHSEED": seed}, input=f"{demo.PASSPHRASE}\n", text=True, check=True, timeout=60,
        )  # fmt: skip
        written.append(out.read_bytes())
    assert written[0] == written[1]


def test_no_command_leaves_anything_readable_behind(run: Run, case_file: Path) -> None:
    run("check", case_file, S1, "--on", DAY, *SECRET)
    for path in case_file.rglob("*"):
        if path.is_file():
            assert b"Qasimawi" not in path.read_bytes()


def test_the_program_never_shows_a_traceback_even_for_what_it_did_not_foresee(
    run: Run, case_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from hrd_desktop.services import files

    def broken(*_args: object, **_named: object) -> None:
        raise RuntimeError("Qasimawi")

    monkeypatch.setattr(files, "unlock", broken)
    done = run("list", case_file, *SECRET)
    assert (done.code, done.out) == (1, "")
    assert "Traceback" not in done.err
    assert "Qasimawi" not in done.err
    log = (tmp_path / "log.txt").read_text("utf-8")
    assert "RuntimeError" in log
    assert "Qasimawi" not in log


def test_ask_writes_the_questions_without_names(run: Run, case_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "ask.pdf"
    done = run("ask", case_file, "HRD-2026-S2", "-o", out, "--lang", "fr", "--on", DAY, *SECRET)
    assert (done.code, done.out) == (0, "")
    assert "Questions écrites\u00a0: " in done.err
    text = text_of(out)
    assert "À demander ensuite" in text
    assert "HRD-2026-S2" in text


def test_ask_of_an_unknown_case_leaves_nothing(run: Run, case_file: Path, tmp_path: Path) -> None:
    done = run("ask", case_file, "HRD-2026-S9", "-o", tmp_path / "ask.pdf", *SECRET)
    assert done.code == 2
    assert not (tmp_path / "ask.pdf").exists()
