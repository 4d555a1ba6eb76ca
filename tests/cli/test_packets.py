"""Packets from the terminal: for whom, closed how, kept as sent; what was sent, and whether a file is one of it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pypdfium2
import pyrage
import pytest

from hrd_desktop.services import demo
from tests.cli.conftest import DAY, Ran, Run

CASE = "HRD-2026-S1"
STD = ("--passphrase-file", "-")


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf)


@pytest.fixture
def packet(run: Run, case_file: Path) -> Run:
    """The command with what every call repeats."""

    def ran(*args: object, case: str = CASE) -> Ran:
        return run("packet", case_file, case, "--on", DAY, *args, *STD)

    return ran


def test_a_packet_is_kept_and_told_apart(packet: Run, run: Run, case_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "p.pdf"
    done = packet("-o", out, "--confirm", "ProtectDefenders.eu")
    assert (done.code, done.out) == (0, "")
    assert "Kept as sent, edition 1." in done.err
    again = packet("-o", tmp_path / "q.pdf")
    assert "the same packet once more" in again.err
    assert out.read_bytes() == (tmp_path / "q.pdf").read_bytes()
    found = run("verify-packet", case_file, out, *STD)
    assert (found.code, "edition 1 of September 15, 2026, for ProtectDefenders.eu" in found.out) == (0, True)
    french = run("verify-packet", case_file, out, "--lang", "fr", *STD)
    assert "Ce fichier même a été envoyé" in french.out
    (tmp_path / "r.pdf").write_bytes(out.read_bytes() + b" ")
    assert run("verify-packet", case_file, tmp_path / "r.pdf", *STD).code == 1
    assert run("verify-packet", case_file, tmp_path / "none.pdf", *STD).code == 2

    (listed,) = json.loads(run("sent", case_file, CASE, "--json", *STD).out)
    assert (listed["edition"], listed["recipient"], listed["changes"]) == (1, "protect_defenders_eu", [])
    assert listed["files"][0]["name"] == "p.pdf"
    shown = run("sent", case_file, CASE, *STD)
    assert shown.out.splitlines()[0] == "Edition 1 for ProtectDefenders.eu, September 15, 2026"
    assert listed["files"][0]["sha256"] in shown.out
    assert run("sent", case_file, "HRD-2026-NONE", *STD).code == 2


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--for", "unhcr"), 1, "is not the referral partner"),
        (("--for", "lawyer"), 1, "no live consent"),
        (("--for", "neighbour"), 2, "No recipient is called neighbour"),
        (("--confirm", "UNHCR"), 1, "does not agree"),
        (("--parts", "summary,gossip"), 2, "gossip"),
        (("--seal-to", "age1nonsense"), 2, "age1"),
        (("--seal-to", "AGE-SECRET-KEY-1QQQ"), 2, "secret key"),
        (("--seal-to", "age1x", "--seal-with", "-"), 2, "not written as it should be"),
        (("--internal", "--for", "unhcr"), 1, "for the office alone"),
        (("--internal", "--seal-to", "age1x"), 1, "for the office alone"),
        (("--internal", "--parts", "summary"), 1, "for the office alone"),
        (("--internal", "--draft"), 1, "for the office alone"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
def test_what_does_not_fit_is_refused_and_leaves_nothing(
    packet: Run, tmp_path: Path, options: tuple[str, ...], code: int, said: str
) -> None:
    done = packet("-o", tmp_path / "p.pdf", *options)
    assert done.code == code
    assert said in done.err
    assert not list(tmp_path.glob("*.pdf*"))
    assert "QQQ" not in done.err


def test_a_name_that_names_somebody_else_is_refused(packet: Run, tmp_path: Path) -> None:
    done = packet("-o", tmp_path / f"{CASE}-packet-for-unhcr.pdf")
    assert done.code == 1
    assert not list(tmp_path.glob("*.pdf"))


def test_the_own_copy_and_chosen_parts(packet: Run, tmp_path: Path) -> None:
    out = tmp_path / "own.pdf"
    done = packet("-o", out, "--for", "defender", "--parts", "transmittal,summary")
    assert done.code == 0
    told = text_of(out.read_bytes())
    assert "own copy" in told
    assert "PERSONAL COPY" in told
    assert "Refugee claim" not in told


def test_sealed_and_protected(packet: Run, run: Run, case_file: Path, tmp_path: Path) -> None:
    owner = pyrage.x25519.Identity.generate()
    password = tmp_path / "password"
    password.write_text("kelp lantern orbit\n")
    sealed = packet("-o", tmp_path / "p.pdf", "--seal-to", owner.to_public(), "--parts", "summary")
    assert sealed.code == 0
    assert not (tmp_path / "p.pdf").exists()
    opened = pyrage.decrypt((tmp_path / "p.pdf.age").read_bytes(), [owner])
    assert opened.startswith(b"%PDF")
    assert run("verify-packet", case_file, tmp_path / "p.pdf.age", *STD).code == 0

    locked = packet("-o", tmp_path / "l.pdf", "--protect-with", password, "--parts", "summary")
    assert "no PDF/A any more" in locked.err
    with pikepdf.open(tmp_path / "l.pdf", password="kelp lantern orbit") as pdf:
        assert pdf.is_encrypted

    phrase = packet("-o", tmp_path / "s.pdf", "--seal-with", password, "--parts", "summary")
    assert phrase.code == 0
    assert pyrage.passphrase.decrypt((tmp_path / "s.pdf.age").read_bytes(), "kelp lantern orbit") == opened


def test_fit_writes_one_file_where_one_is_enough(packet: Run, tmp_path: Path) -> None:
    assert packet("-o", tmp_path / "p.pdf", "--fit", "--parts", "summary").code == 0
    assert [path.name for path in tmp_path.glob("*.pdf*")] == ["p.pdf"]


def test_the_internal_cover_is_a_file_of_its_own(packet: Run, run: Run, case_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "internal.pdf"
    done = packet("-o", out, "--internal", case="HRD-2026-S2")
    assert done.code == 0
    assert "It stays in the office." in done.err
    with pypdfium2.PdfDocument(out) as pdf:
        for page in pdf:
            assert "INTERNAL" in page.get_textpage().get_text_bounded().upper()
    assert json.loads(run("sent", case_file, "HRD-2026-S2", "--json", *STD).out) == []
    assert run("verify-packet", case_file, out, *STD).code == 1


def test_the_demo_writes_its_packet_again_as_it_was(run: Run, tmp_path: Path) -> None:
    for _ in range(2):
        assert run("demo", "--dir", tmp_path / "d", "--no-window").code == 0
        written = (tmp_path / "d" / f"{demo.CASE}-packet.pdf").read_bytes()
    done = run("verify-packet", tmp_path / "d" / "demo.hrd", tmp_path / "d" / f"{demo.CASE}-packet.pdf", *STD)
    assert done.code == 0
    assert written.startswith(b"%PDF")
    assert len(json.loads(run("sent", tmp_path / "d" / "demo.hrd", demo.CASE, "--json", *STD).out)) == 1
