"""Evidence files at import: missing is a warning, another file is refused, nothing outside the folder is looked at."""

from __future__ import annotations

import hashlib
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Name
from hrd_desktop.core.person import Person
from hrd_desktop.errors import BadCaseJson, Cancelled
from hrd_desktop.exchange.evidence_files import FileWarning, check_files

BYTES = b"%PDF-1.7 a paper\n" * 200_000


def case_with(*files: tuple[str | None, str | None]) -> Case:
    person = Person(
        id="P1", relation="principal", plan="accompanying", names=[Name(id="N1", kind="legal", family="Orm")]
    )
    evidence = [
        Evidence(id=f"EV{i + 1}", title="A paper", kind="report", file=file, sha256=sha256)
        for i, (file, sha256) in enumerate(files)
    ]
    return Case(
        code="HRD-1",
        opened_on=date(2026, 5, 4),
        stage="intake",
        stream="hrd",
        principal="P1",
        persons=[person],
        evidence=evidence,
    )


def test_the_right_files_give_no_warning(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "a.pdf").write_bytes(BYTES)
    case = case_with(("papers/a.pdf", hashlib.sha256(BYTES).hexdigest()), ("papers/a.pdf", None), (None, None))
    steps: list[tuple[int, int]] = []
    assert check_files(case, tmp_path, "c.json", progress=lambda done, total: steps.append((done, total))) == []
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_missing_file_and_a_folder_are_warnings(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    case = case_with(("gone.pdf", "0" * 64), ("papers", None))
    assert check_files(case, tmp_path, "c.json") == [
        FileWarning("EV1", "gone.pdf", "missing"),
        FileWarning("EV2", "papers", "missing"),
    ]


def test_another_file_under_the_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(BYTES + b"x")
    with pytest.raises(BadCaseJson) as refused:
        check_files(case_with((None, None), ("a.pdf", hashlib.sha256(BYTES).hexdigest())), tmp_path, "c.json")
    assert refused.value.facts == {
        "file": "c.json",
        "path": "$.case.evidence[1].sha256",
        "cause": "wrong_sha256",
        "value": '"a.pdf"',
    }


@pytest.mark.parametrize("name", ["../a.pdf", "/etc/hostname", "x/../../a.pdf", "..", "C:/a.pdf", "x\\..\\a.pdf"])
def test_a_name_that_leads_out_is_refused_before_a_file_is_touched(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.pdf").write_bytes(BYTES)
    folder = tmp_path / "case"
    folder.mkdir()
    with pytest.raises(BadCaseJson) as refused:
        check_files(case_with((name, None)), folder, "c.json")
    assert (refused.value.facts["path"], refused.value.facts["cause"]) == ("$.case.evidence[0].file", "file_outside")


def test_a_link_that_leads_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(b"not of this case")
    folder = tmp_path / "case"
    folder.mkdir()
    (folder / "a.pdf").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(BadCaseJson) as refused:
        check_files(case_with(("a.pdf", None)), folder, "c.json")
    assert refused.value.facts["cause"] == "file_outside"


def test_what_the_system_cannot_open_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    case = case_with(("a", None), ("n" * 400, None))
    assert [(w.evidence, w.cause) for w in check_files(case, tmp_path, "c.json")] == [
        ("EV1", "unreadable"),
        ("EV2", "unreadable"),
    ]


def test_a_name_kept_decomposed_on_the_disk_is_found(tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize("NFD", "révélé.pdf")).write_bytes(BYTES)
    assert check_files(case_with(("révélé.pdf", hashlib.sha256(BYTES).hexdigest())), tmp_path, "c.json") == []


def test_a_large_file_can_be_given_up(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(BYTES)
    with pytest.raises(Cancelled):
        check_files(case_with(("a.pdf", None)), tmp_path, "c.json", cancelled=lambda: True)
