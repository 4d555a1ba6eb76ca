"""Papers of a case from a terminal: taken in, listed, written out, taken out, handed over with the case."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pypdfium2
import pytest

from tests.cli.conftest import Run
from tests.documents import papers
from tests.documents.test_portraits import drawn

SECRET = ("--passphrase-file", "-")
S1 = "HRD-2026-S1"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter of Canary.pdf"
    path.write_bytes(papers.pdf())
    return path


def added(run: Run, case_file: Path, *files: Path, more: tuple[str, ...] = ()) -> list[str]:
    done = run("evidence", "add", case_file, S1, *files, *more, *SECRET)
    assert done.code == 0, done.err
    return [line.split("\t")[0] for line in done.out.splitlines()]


def listed(run: Run, case_file: Path) -> dict[str, dict]:
    return {row["id"]: row for row in json.loads(run("evidence", "list", case_file, S1, "--json", *SECRET).out)}


def test_a_paper_comes_back_as_it_was_and_leaves_clean(run: Run, case_file: Path, letter: Path, tmp_path: Path):
    words = ("--title", "Letter", "--kind", "letter_of_support", "--language", "en", "--date", "2026-03", "--person")
    [key] = added(run, case_file, letter, more=(*words, "P1", "--supports", "IN1,H03"))
    row = listed(run, case_file)[key]
    assert (row["kept"], row["file_kind"], row["pages"], row["title"]) == (True, "pdf", 1, "Letter")
    assert {"what": "author"} in row["carries"]
    assert "Canary" not in row["file"]
    original, cleaned = tmp_path / "o.pdf", tmp_path / "c.pdf"
    assert run("evidence", "show", case_file, S1, key, "-o", original, "--original", *SECRET).code == 0
    assert original.read_bytes() == letter.read_bytes()
    assert run("evidence", "show", case_file, S1, key, "-o", cleaned, *SECRET).code == 0
    assert b"Canary" not in cleaned.read_bytes()
    document = pypdfium2.PdfDocument(cleaned)
    assert len(document) == 1
    assert document[0].get_textpage().get_text_range() == ""
    document.close()
    out = tmp_path / "case.json"
    assert run("export", case_file, S1, "-o", out, *SECRET).code == 0
    entry = next(one for one in json.loads(out.read_text("utf-8"))["case"]["evidence"] if one["id"] == key)
    assert (entry["language"], entry["date"], entry["person"]) == ("en", "2026-03", "P1")
    assert (entry["supports"], entry["items"]) == (["IN1"], ["H03"])


def test_the_same_file_and_what_cannot_be_opened_are_told(run: Run, case_file: Path, letter: Path, tmp_path: Path):
    [first] = added(run, case_file, letter)
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(papers.locked_pdf())
    done = run("evidence", "add", case_file, S1, letter, locked, *SECRET)
    second, third = (line.split("\t")[0] for line in done.out.splitlines())
    assert f"{second} is the same file as {first}." in done.err
    assert f"{third} is kept unopened: It is locked with a password." in done.err
    refused = run("evidence", "show", case_file, S1, third, "-o", tmp_path / "x.pdf", *SECRET)
    assert (refused.code, (tmp_path / "x.pdf").exists()) == (1, False)
    assert "password" in refused.err


@pytest.mark.parametrize(("height", "told"), [(827, ""), (700, "proportions of 50 by 70\u00a0mm")])
def test_a_photograph_of_a_person_is_measured_when_it_comes_in(
    run: Run, case_file: Path, tmp_path: Path, height: int, told: str
):
    file = tmp_path / "p.png"
    file.write_bytes(papers.saved(drawn(591, height), "PNG"))
    done = run("evidence", "add", case_file, S1, file, "--kind", "portrait", "--person", "P1", *SECRET)
    assert done.code == 0
    assert ("photograph" in done.err) is bool(told)
    assert told in done.err


def test_what_is_not_there_is_wrong_input(run: Run, case_file: Path, letter: Path, tmp_path: Path):
    assert run("evidence", "add", case_file, S1, tmp_path / "none.pdf", *SECRET).code == 2
    assert run("evidence", "add", case_file, "HRD-NONE", letter, *SECRET).code == 2
    assert run("evidence", "show", case_file, S1, "EV99", "-o", tmp_path / "x", *SECRET).code == 2
    assert run("evidence", "remove", case_file, S1, "EV99", *SECRET).code == 2
    assert run("evidence", "add", case_file, S1, letter, "--passphrase-file", "-", lines="wrong words here\n").code == 3


def test_removed_bytes_stay_for_the_way_back_or_go_at_once(run: Run, case_file: Path, letter: Path, tmp_path: Path):
    digest = hashlib.sha256(letter.read_bytes()).hexdigest()
    [first] = added(run, case_file, letter)
    assert run("evidence", "remove", case_file, S1, first, *SECRET).code == 0
    assert first not in listed(run, case_file)
    assert digest in kept(case_file)
    [second] = added(run, case_file, letter)
    assert second != first
    assert run("evidence", "remove", case_file, S1, second, "--forget", *SECRET).code == 0
    assert digest not in kept(case_file)


def kept(case_file: Path) -> set[str]:
    from hrd_desktop.services import demo, files
    from hrd_desktop.store import blobs

    file = files.unlock(case_file, demo.PASSPHRASE)
    try:
        with file.session() as session:
            return {one.sha256 for one in blobs.of_case(session, S1)}
    finally:
        files.lock(file)


def test_a_case_handed_over_with_its_evidence_is_the_same_case_with_the_same_bytes(
    run: Run, case_file: Path, letter: Path, tmp_path: Path
):
    picture = tmp_path / "p.jpg"
    picture.write_bytes(papers.photograph_with_a_story())
    first, second = added(run, case_file, letter, picture)
    folder = tmp_path / "out"
    folder.mkdir()
    done = run("export", case_file, S1, "-o", folder / "case.json", "--with-evidence", *SECRET)
    assert done.code == 0, done.err
    assert "Evidence files beside it: 2" in done.err
    other = tmp_path / "other.hrd"
    assert run("create", other, *SECRET, lines="a long enough passphrase\n").code == 0
    again = run("import", other, folder / "case.json", *SECRET, lines="a long enough passphrase\n")
    assert again.code == 0, again.err
    assert first not in again.err
    back = tmp_path / "back"
    back.mkdir()
    assert (
        run(
            "export", other, S1, "-o", back / "case.json", "--with-evidence", *SECRET,
            lines="a long enough passphrase\n",
        ).code
        == 0
    )  # fmt: skip
    assert {p.name: p.read_bytes() for p in back.iterdir()} == {p.name: p.read_bytes() for p in folder.iterdir()}
    assert len(list(back.iterdir())) == 3
    rows = json.loads(run("evidence", "list", other, S1, "--json", *SECRET, lines="a long enough passphrase\n").out)
    assert [row["pages"] for row in rows if row["id"] in (first, second)] == [1, 1]


def test_nothing_is_written_over_at_a_hand_over(run: Run, case_file: Path, letter: Path, tmp_path: Path):
    [key] = added(run, case_file, letter)
    name = listed(run, case_file)[key]["file"]
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / name).write_bytes(b"something else")
    done = run("export", case_file, S1, "-o", folder / "case.json", "--with-evidence", *SECRET)
    assert done.code == 1
    assert [p.name for p in folder.iterdir()] == [name]
    assert (folder / name).read_bytes() == b"something else"


def test_what_is_sealed_is_listed_without_its_title(run: Run, case_file: Path, letter: Path, tmp_path: Path):
    [key] = added(run, case_file, letter, more=("--title", "Canary title"))
    out = tmp_path / "case.json"
    assert run("export", case_file, S1, "-o", out, "--with-evidence", *SECRET).code == 0
    told = json.loads(out.read_text("utf-8"))
    next(one for one in told["case"]["evidence"] if one["id"] == key)["seal"] = "medical"
    out.write_text(json.dumps(told), "utf-8")
    other = tmp_path / "other.hrd"
    shutil.rmtree(other, ignore_errors=True)
    run("create", other, *SECRET, lines="a long enough passphrase\n")
    assert run("import", other, out, *SECRET, lines="a long enough passphrase\n").code == 0
    for how in ((), ("--json",)):
        done = run("evidence", "list", other, S1, *how, *SECRET, lines="a long enough passphrase\n")
        assert key in done.out
        assert "Canary" not in done.out


def test_a_file_named_without_its_digest_is_kept_under_it(run: Run, tmp_path: Path, case_file: Path, letter: Path):
    out = tmp_path / "case.json"
    assert run("export", case_file, S1, "-o", out, *SECRET).code == 0
    told = json.loads(out.read_text("utf-8"))
    told["case"]["evidence"].append({"id": "EV77", "title": "A letter", "kind": "report", "file": letter.name})
    out.write_text(json.dumps(told), "utf-8")
    other = tmp_path / "other.hrd"
    run("create", other, *SECRET, lines="a long enough passphrase\n")
    assert run("import", other, out, *SECRET, lines="a long enough passphrase\n").code == 0
    rows = json.loads(run("evidence", "list", other, S1, "--json", *SECRET, lines="a long enough passphrase\n").out)
    row = next(row for row in rows if row["id"] == "EV77")
    assert (row["kept"], row["sha256"]) == (True, hashlib.sha256(letter.read_bytes()).hexdigest())


def test_an_entry_says_in_a_terminal_what_it_says_in_the_window(
    run: Run, case_file: Path, letter: Path, tmp_path: Path
):
    [first] = added(run, case_file, letter, more=("--language", "fa", "--received-on", "2026-02-03"))
    more = ("--translation-of", first, "--translator", "Heron", "--translator-relation", "independent")
    [second] = added(run, case_file, letter, more=(*more, "--translator-certified", "no", "--note", "seen"))
    added(run, case_file, letter, more=("--statement-for", second, "--kind", "translator_statement"))
    [sealed] = added(run, case_file, letter, more=("--seal", "medical"))
    out = tmp_path / "case.json"
    assert run("export", case_file, S1, "-o", out, *SECRET).code == 0
    rows = {one["id"]: one for one in json.loads(out.read_text("utf-8"))["case"]["evidence"]}
    assert (rows[first]["language"], rows[first]["received_on"]) == ("fa", "2026-02-03")
    told = ("translation_of", "translator", "translator_relation", "translator_certified", "note")
    assert [rows[second][name] for name in told] == [first, "Heron", "independent", "no", "seen"]
    assert [row["statement_for"] for row in rows.values() if "statement_for" in row][-1] == second
    assert (rows[sealed]["seal"], listed(run, case_file)[sealed]["title"]) == ("medical", None)


def test_a_refusal_names_the_option_and_what_it_takes_and_no_file_is_added(run: Run, case_file: Path, letter: Path):
    before = listed(run, case_file)
    for option, value, allowed in (
        ("--kind", "novel", "letter_of_support"),
        ("--seal", "locked", "none, medical, personal"),
        ("--translator-relation", "friend", "independent"),
        ("--translator-certified", "perhaps", "yes, no, unknown"),
        ("--translation-of", "EV99", "EV1, EV2"),
        ("--person", "EV1", "P1"),
        ("--date", "2026-13", "YYYY-MM"),
        ("--received-on", "2026-02", "YYYY-MM-DD"),
        ("--supports", "IN99", "IN99"),
        ("--language", "no language", "no language"),
    ):
        done = run("evidence", "add", case_file, S1, letter, letter, option, value, *SECRET)
        assert (done.code, done.out) == (2, "")
        assert f"This does not fit {option}: " in done.err
        assert allowed in done.err
    assert listed(run, case_file) == before


def test_parts_of_a_paper_are_covered_listed_and_uncovered_by_number(run: Run, case_file: Path, letter: Path):
    [key] = added(run, case_file, letter)
    done = run("evidence", "redact", case_file, S1, key, "--box", "0,0,1000,500", "--box", "10,600,20,30", *SECRET)
    assert (done.code, done.out) == (0, "1\t1\t0,0,1000,500\n2\t1\t10,600,20,30\n")
    assert "2 parts are covered" in done.err
    assert listed(run, case_file)[key]["boxes"] == 2
    assert run("evidence", "redact", case_file, S1, key, "--remove", "1", *SECRET).out == "1\t1\t10,600,20,30\n"
    told = json.loads(run("evidence", "redact", case_file, S1, key, "--json", *SECRET).out)
    assert told == [{"number": 1, "page": 1, "box": [10, 600, 20, 30]}]
    assert run("evidence", "redact", case_file, S1, key, "--remove", "all", *SECRET).out == ""


def test_a_box_that_cannot_be_is_refused_and_nothing_is_covered(run: Run, case_file: Path, letter: Path):
    [key] = added(run, case_file, letter)
    for more, told in (
        (("--box", "0,0,1001,5"), "--box"),
        (("--box", "990,0,20,5"), "thousandths"),
        (("--box", "1,2,3"), "--box"),
        (("--box", "1,2,0,3"), "--box"),
        (("--page", "0"), "--page"),
        (("--remove", "some"), "--remove"),
        (("--page", "2"), "has no page 2"),
        (("--remove", "3"), "has no box 3"),
    ):
        done = run("evidence", "redact", case_file, S1, key, "--box", "1,1,5,5", *more, *SECRET)
        assert (done.code, done.out) == (2, "")
        assert told in done.err
    assert listed(run, case_file)[key]["boxes"] == 0
