"""Handing over and taking in when something goes wrong: nothing is left, nothing is half taken in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyrage
import pytest

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.edit import AddRow, SetValue
from hrd_desktop.core.kin import Union
from hrd_desktop.errors import (
    BadCaseJson,
    BadHandOver,
    BadKey,
    BadReceipt,
    Cancelled,
    CannotStandTogether,
    FileDamaged,
    FolderMissing,
    NotForUs,
    SameCodeOtherPersons,
    UnknownCase,
    UnknownHandOver,
    UnreadableFile,
    WeakPassphrase,
)
from hrd_desktop.exchange import bundle, tar
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.exchange.manifest import Manifest, ManifestCase, Part, write_manifest
from hrd_desktop.services import files, handing, history
from hrd_desktop.services.files import CaseFile
from tests.services.conftest import PASSPHRASE
from tests.services.test_handing import NOTE, ada, change, codes, hand, later, load, pass_on

__all__ = ["ada"]


@pytest.fixture
def eve(tmp_path: Path) -> Iterator[CaseFile]:
    file = files.create(tmp_path / "eve.hrd", PASSPHRASE, calibrate=False)
    yield file
    files.lock(file)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "a.hrdcase"


@pytest.mark.parametrize(
    ("keys", "passphrase", "refusal"),
    [
        ((), None, BadKey),
        (("age1nothing",), None, BadKey),
        ((str(pyrage.x25519.Identity.generate()),), None, BadKey),
        ((), "short", WeakPassphrase),
    ],
)
def test_what_cannot_seal_is_refused_before_anything_is_written(
    case_file: CaseFile, out: Path, keys: tuple[str, ...], passphrase: str | None, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        handing.seal(case_file, codes(case_file)[:1], out, keys=keys, passphrase=passphrase, at=later(1))
    assert list(out.parent.iterdir()) == []


def test_a_stop_at_any_moment_leaves_nothing(ada: CaseFile, eve: CaseFile, out: Path) -> None:
    key, code = handing.own_key(eve), codes(ada)[0]
    asked = 0

    def at_call(number: int) -> Callable[[], bool]:
        def cancelled() -> bool:
            nonlocal asked
            asked += 1
            return asked > number

        return cancelled

    for number in (0, 1, 4, 8):
        asked = 0
        with pytest.raises(Cancelled):
            handing.seal(ada, [code], out, keys=[key], at=later(1), cancelled=at_call(number))
        assert list(out.parent.iterdir()) == []
        assert handing.register(ada) == []
    handing.seal(ada, [code], out, keys=[key], at=later(1))
    with handing.look(eve, out) as incoming:
        for number in (0, 1, 2):
            asked = 0
            with pytest.raises(Cancelled):
                handing.take(eve, incoming, at=later(2), cancelled=at_call(number))
            assert codes(eve) == []
            assert handing.register(eve) == []
        handing.take(eve, incoming, at=later(2))
    assert codes(eve) == [code]


def test_a_case_that_the_other_side_would_refuse_is_told_with_its_place(
    case_file: CaseFile, eve: CaseFile, out: Path
) -> None:
    code = codes(case_file)[0]
    change(case_file, code, SetValue("case.submission_categories", ["medical_needs"] * 3), by="Ada", at=later(1))
    with pytest.raises(BadCaseJson) as refused:
        handing.seal(case_file, [code], out, keys=[handing.own_key(eve)], at=later(2))
    assert refused.value.facts["path"] == "$.case.submission_categories"
    with pytest.raises(UnknownCase):
        handing.seal(case_file, ["HRD-NONE"], out, keys=[handing.own_key(eve)], at=later(2))
    with pytest.raises(FolderMissing):
        handing.seal(case_file, codes(case_file)[1:2], out / "x" / "y", keys=[handing.own_key(eve)], at=later(2))
    assert list(out.parent.iterdir()) == []


def test_a_file_that_was_damaged_in_the_case_file_is_not_handed_on(ada: CaseFile, eve: CaseFile, out: Path) -> None:
    with ada.session() as session:
        session.connection().exec_driver_sql("UPDATE blob_chunk SET data = X'00'")
    with pytest.raises(FileDamaged):
        handing.seal(ada, codes(ada)[:1], out, keys=[handing.own_key(eve)], at=later(1))
    assert list(out.parent.iterdir()) == []


def test_a_hand_over_that_is_another_when_it_is_taken_changes_nothing(ada: CaseFile, eve: CaseFile, out: Path) -> None:
    code, key = codes(ada)[0], handing.own_key(eve)
    handing.seal(ada, [code], out, keys=[key], at=later(1))
    with handing.look(eve, out) as incoming:
        data = out.read_bytes()
        out.write_bytes(data[:-5])
        with pytest.raises(BadHandOver) as cut:
            handing.take(eve, incoming, at=later(2))
        assert cut.value.facts == {"rule": "H03"}
        out.unlink()
        handing.seal(ada, [code], out, keys=[key], at=later(1))
        with pytest.raises(BadHandOver) as another:
            handing.take(eve, incoming, at=later(2))
        assert another.value.facts == {"rule": "H13"}
        out.unlink()
        with pytest.raises(UnreadableFile):
            handing.take(eve, incoming, at=later(2))
    assert codes(eve) == []
    assert history.of_case(ada, code)


def forged(eve: CaseFile, out: Path, parts: dict[str, bytes], code: str, evidence_file: bytes = b"") -> None:
    """What somebody seals who knows the format and the key, with any content."""
    contents = {"case.json": b"", "history.jsonl": b"", "boxes.json": b"{}", "packets.jsonl": b"", **parts}

    def part(data: bytes) -> Part:
        return Part(len(data), hashlib.sha256(data).hexdigest())

    listed = {name: part(data) for name, data in contents.items()}
    papers = (part(evidence_file),) if evidence_file else ()
    table = Manifest("0" * 16, later(0), "", bytes(32), (ManifestCase(code, (), listed, papers),))
    with out.open("w+b") as stream:
        bundle.write(
            stream,
            write_manifest(table),
            lambda member: iter([contents.get(member.part, evidence_file)]),
            keys=[handing.own_key(eve)],
            passphrase=None,
        )


def _history(**values: Any) -> bytes:
    line = {"action": "set", "place": "case.alias", "kind": "case", "position": None, "before": None, "after": "x"}
    return json.dumps({**line, "at": "2026-05-04T08:00:00.000000Z", "by": "Mallory", **values}).encode() + b"\n"


@pytest.mark.parametrize(
    ("rule", "parts", "code", "paper"),
    [
        ("H14", {"case.json": b"{}"}, None, b""),
        ("H15", {}, "HRD-OTHER", b""),
        ("H16", {"history.jsonl": b"{}\n"}, None, b""),
        ("H16", {"history.jsonl": _history(place="case.persons", kind="case")}, None, b""),
        ("H16", {"history.jsonl": _history()[:-1]}, None, b""),
        ("H17", {"boxes.json": b"[]"}, None, b""),
        ("H17", {"boxes.json": b'{"00": []}'}, None, b""),
        ("H17", {"boxes.json": b'{"00": [[0, 0, 0, 0, 2]]}'}, None, b""),
        ("H19", {"packets.jsonl": b"{}\n"}, None, b""),
        ("H19", {"packets.jsonl": b"\xff\n"}, None, b""),
        ("H17", {}, None, b"a file that no entry names"),
    ],
)
def test_what_is_forged_is_refused_by_its_rule(
    ada: CaseFile, eve: CaseFile, out: Path, rule: str, parts: dict[str, bytes], code: str | None, paper: bytes
) -> None:
    case = load(ada, codes(ada)[0])
    forged(eve, out, {"case.json": write_case(case), **parts}, code or case.code, paper)
    with pytest.raises(BadHandOver) as refused:
        handing.look(eve, out)
    assert refused.value.facts == {"rule": rule}


def test_a_history_of_places_that_are_not_there_does_no_harm(ada: CaseFile, eve: CaseFile, out: Path) -> None:
    case = load(ada, codes(ada)[0])
    forged(eve, out, {"case.json": write_case(case), "history.jsonl": _history(place="ZZZ9.alias")}, case.code)
    with handing.look(eve, out) as incoming:
        handing.take(eve, incoming, at=later(1))
    assert write_case(load(eve, case.code)) == write_case(case)
    assert [step.by for step in history.of_case(eve, case.code)] == ["Mallory"]


def test_answers_of_which_no_valid_case_comes_are_refused(ada: CaseFile, eve: CaseFile, out: Path) -> None:
    code = codes(ada)[0]
    one, other = [person.id for person in load(ada, code).persons][:2]
    years = {"start": PartialDate(2001), "end": PartialDate(2009)}
    union = Union(id="UN901", partner_a=one, partner_b=other, kind="civil_marriage", status="ended", **years)
    change(ada, code, AddRow("case.unions", union), by="Ada", at=later(0))
    hand(ada, eve, code, out, later(1))
    change(ada, code, SetValue("UN901.start", PartialDate(2008)), by="Ada", at=later(2))
    change(eve, code, SetValue("UN901.end", PartialDate(2003)), by="Eve", at=later(2))
    before = write_case(load(ada, code))
    with pass_on(eve, ada, code, out.with_name("b.hrdcase"), later(3)) as incoming:
        plan = incoming.cases[0].merge
        assert plan is not None
        assert {one.group for one in plan.asked} == {"UN901"}
        with pytest.raises(CannotStandTogether) as refused:
            handing.take(ada, incoming, {code: {"UN901.start": "mine", "UN901.end": "theirs"}}, at=later(4))
        assert refused.value.facts["code"] == code
        assert write_case(load(ada, code)) == before
        handing.take(ada, incoming, {code: {"UN901.start": "theirs", "UN901.end": "theirs"}}, at=later(4))
    assert [str(row.end) for row in load(ada, code).unions if row.id == "UN901"] == ["2003"]


def test_receipts_that_do_not_fit(ada: CaseFile, eve: CaseFile, out: Path, tmp_path: Path) -> None:
    code, path = codes(ada)[0], tmp_path / "r.hrdreceipt"
    good = json.loads(hand(ada, eve, code, out, later(1)).receipt)

    def told(data: bytes | dict[str, Any]) -> Any:
        path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
        with pytest.raises((BadReceipt, UnknownHandOver)) as refused:
            handing.receipt(ada, path, at=later(2))
        return refused.value.facts

    for other in (b" " * 5000, b"\xff", b"[]", {**good, "more": 1}):
        assert told(other) == {"reason": "other_file"}
    for name, value in (("cases", -1), ("taken_at", "now"), ("number", "../x"), ("mac", 7), ("version", 0)):
        assert told({**good, name: value}) == {"reason": "damaged"}
    assert told({**good, "version": 2}) == {"reason": "newer"}
    for changed in ({"cases": 2}, {"mac": "0" * 64}):
        assert told({**good, **changed}) == {"reason": "not_of_it", "number": good["number"]}
    assert told({**good, "number": "f" * 16}) == {"number": "f" * 16}
    with pytest.raises(UnreadableFile):
        handing.receipt(ada, tmp_path, at=later(2))
    assert {line.receipt for line in handing.register(ada)} == {None}


def test_nothing_of_a_case_stands_in_what_is_not_sealed(ada: CaseFile, eve: CaseFile, out: Path) -> None:
    receipt = hand(ada, eve, codes(ada)[0], out, later(1)).receipt
    for data in (out.read_bytes(), receipt, out.name.encode()):
        for word in (b"Lantern", b"HRD-2026", NOTE, b"Ada", hashlib.sha256(NOTE).hexdigest().encode()):
            assert word not in data


def test_the_wrong_form_is_refused(ada: CaseFile, eve: CaseFile, out: Path) -> None:
    handing.seal(ada, codes(ada)[:1], out, keys=[handing.own_key(eve)], at=later(1))
    with pytest.raises(BadHandOver):
        handing.look(eve, out, PASSPHRASE)  # a passphrase for what asks for a key
    out.write_bytes(tar.header("key.age", 50) + bytes(50))
    with pytest.raises(NotForUs):
        handing.look(eve, out)


def test_a_case_of_the_same_code_about_other_people_is_not_mixed_into_ours(
    ada: CaseFile, eve: CaseFile, out: Path
) -> None:
    mine, other = codes(ada)[:2]
    change(ada, mine, SetValue("case.code", "HRD-2026-7"), by="Ada", at=later(1))
    hand(ada, eve, "HRD-2026-7", out, later(2))
    change(eve, "HRD-2026-7", SetValue("case.code", "HRD-2026-8"), by="Eve", at=later(3))
    before = write_case(load(eve, "HRD-2026-8"))
    change(ada, other, SetValue("case.code", "HRD-2026-8"), by="Ada", at=later(4))
    with pytest.raises(SameCodeOtherPersons):
        pass_on(ada, eve, "HRD-2026-8", out.with_name("b.hrdcase"), later(5))
    assert write_case(load(eve, "HRD-2026-8")) == before
    change(eve, "HRD-2026-8", SetValue("case.code", "HRD-2026-9"), by="Eve", at=later(6))
    with handing.look(eve, out.with_name("b.hrdcase")) as incoming:
        assert incoming.cases[0].new
