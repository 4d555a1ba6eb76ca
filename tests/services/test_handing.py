"""Cases from one case file to another and back: all of it arrives, twice changes nothing, both sides are asked."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import AddRow, Change, SetValue, removal
from hrd_desktop.core.staff import JournalEntry
from hrd_desktop.errors import AlreadyExists, ChangedMeanwhile, NotForUs, Undecided
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.services import cases, editing, evidence, files, handing, history
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.handing import Incoming, Taken
from tests.ready_made import FiveCases
from tests.services.conftest import DAY, PASSPHRASE

AT = datetime(2026, 9, 15, 9, tzinfo=UTC)
NOTE = b"A note that somebody scanned, invented."
DIGEST = hashlib.sha256(NOTE).hexdigest()


def later(hours: int) -> datetime:
    return AT + timedelta(hours=hours)


_made: list[Path] = []


@pytest.fixture
def ada(tmp_path: Path, five_cases: FiveCases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    """Has the five cases; the first has a paper with its file, a box on it, and some history."""
    if not _made:
        path = five_cases.copy(tmp_path_factory.mktemp("ada") / "ada.hrd")
        with files.unlock(path, PASSPHRASE) as file, evidence.Reader() as reader:
            code = codes(file)[0]
            evidence.add(file, code, NOTE, "note.txt", title="A note", kind="other", at=AT, by="Ada", reader=reader)
            evidence.set_boxes(file, code, DIGEST, [evidence.Box(0, 0.1, 0.2, 0.3, 0.4)])
            change(file, code, SetValue("case.alias", "Lantern"), by="Ada", at=later(1))
        _made.append(path)
    with files.unlock(Path(shutil.copytree(_made[0], tmp_path / "ada.hrd")), PASSPHRASE) as file:
        yield file


@pytest.fixture
def eve(tmp_path: Path) -> Iterator[CaseFile]:
    """An empty case file."""
    file = files.create(tmp_path / "eve.hrd", PASSPHRASE, calibrate=False)
    yield file
    files.lock(file)


def codes(file: CaseFile) -> list[str]:
    return [row.code for row in cases.list_cases(file, cases.CaseloadQuery())]


def load(file: CaseFile, code: str) -> Case:
    return cases.open_case(file, code).case


def change(file: CaseFile, code: str, *changes: Change, by: str, at: datetime) -> None:
    editing.change(file, code, list(changes), at=at, by=by)


def pass_on(one: CaseFile, other: CaseFile, code: str, out: Path, at: datetime) -> Incoming:
    handing.seal(one, [code], out, keys=[handing.own_key(other)], at=at, by="Sender", other="Receiver")
    return handing.look(other, out)


def hand(one: CaseFile, other: CaseFile, code: str, out: Path, at: datetime) -> Taken:
    with pass_on(one, other, code, out, at) as incoming:
        return handing.take(other, incoming, at=at, by="Receiver")


def note(number: int, text: str) -> AddRow:
    return AddRow("case.journal", JournalEntry(id=f"J{number}", on=DAY, text=text))


def test_a_case_arrives_with_evidence_boxes_and_history(ada: CaseFile, eve: CaseFile, tmp_path: Path) -> None:
    code = codes(ada)[0]
    sealed = handing.seal(
        ada, codes(ada), tmp_path / "out", keys=[handing.own_key(eve)], at=later(2), by="Ada", other="Eve"
    )
    assert sealed.path == tmp_path / "out.hrdcase"
    assert sealed.files == 1
    assert sealed.bytes == sealed.path.stat().st_size
    with handing.look(eve, sealed.path) as incoming:
        assert codes(eve) == []
        assert [case.new for case in incoming.cases] == [True] * 5
        assert (incoming.by, incoming.known, incoming.asks) == ("Ada", False, 0)
        taken = handing.take(eve, incoming, at=later(3), by="Eve")
    assert codes(eve) == codes(ada)
    for each in codes(ada):
        assert write_case(load(eve, each)) == write_case(load(ada, each))
    (listed,) = [row for row in evidence.listed(eve, code) if row.kept]
    assert evidence.content(eve, code, listed.entry.id)[1] == NOTE
    assert listed.boxes == 1
    assert listed.found is not None
    assert [(step.by, step.at) for step in history.of_case(eve, code)] == [
        (step.by, step.at) for step in history.of_case(ada, code)
    ]
    assert b"Lantern" not in taken.receipt
    assert code.encode() not in taken.receipt


def test_the_same_twice_changes_nothing_and_gives_the_same_receipt(
    ada: CaseFile, eve: CaseFile, tmp_path: Path
) -> None:
    code = codes(ada)[0]
    first = hand(ada, eve, code, tmp_path / "a.hrdcase", later(2))
    change(eve, code, SetValue("case.alias", "Harbour"), by="Eve", at=later(3))
    before = write_case(load(eve, code)), len(history.of_case(eve, code)), len(handing.register(eve))
    with handing.look(eve, tmp_path / "a.hrdcase") as incoming:
        assert incoming.known
        again = handing.take(eve, incoming, at=later(9), by="Eve")
    assert again.again
    assert again.receipt == first.receipt
    assert (write_case(load(eve, code)), len(history.of_case(eve, code)), len(handing.register(eve))) == before


def test_work_on_both_sides_comes_together_and_only_the_same_field_is_asked(
    ada: CaseFile, eve: CaseFile, tmp_path: Path
) -> None:
    code = codes(ada)[0]
    hand(ada, eve, code, tmp_path / "a.hrdcase", later(2))
    change(ada, code, SetValue("case.alias", "Lamp"), by="Ada", at=later(3))
    change(ada, code, SetValue("case.note", "from Ada"), by="Ada", at=later(3))
    change(eve, code, SetValue("case.alias", "Mast"), by="Eve", at=later(4))
    change(eve, code, SetValue("case.intended_city", "Moncton"), by="Eve", at=later(5))
    with pass_on(eve, ada, code, tmp_path / "b.hrdcase", later(6)) as incoming:
        (found,) = incoming.cases
        assert found.merge is not None
        assert found.based
        (asked,) = found.merge.asked
        assert (asked.place, asked.mine, asked.theirs, asked.base) == ("case.alias", "Lamp", "Mast", "Lantern")
        assert asked.theirs_told is not None
        assert asked.mine_told is not None
        assert (asked.mine_told.by, asked.theirs_told.by) == ("Ada", "Eve")
        assert [(step.place, step.told.by if step.told else "") for step in found.merge.taken] == [
            ("case.intended_city", "Eve")
        ]
        before = write_case(load(ada, code))
        with pytest.raises(Undecided) as refused:
            handing.take(ada, incoming, at=later(7), by="Ada")
        assert refused.value.facts == {"code": code, "place": "case.alias", "count": 1}
        assert write_case(load(ada, code)) == before
        handing.take(ada, incoming, {code: {"case.alias": "theirs"}}, at=later(7), by="Ada")
    case = load(ada, code)
    assert (case.alias, case.intended_city, case.note) == ("Mast", "Moncton", "from Ada")
    authors = [step.by for step in history.of_field(ada, code, "case.intended_city")]
    assert authors == ["Ada", "Eve"]
    # The way back asks nothing: what was decided here is newer there.
    hand(ada, eve, code, tmp_path / "c.hrdcase", later(8))
    assert write_case(load(eve, code)) == write_case(load(ada, code))


def test_two_rows_that_got_one_id_stay_two_on_both_sides_for_good(ada: CaseFile, eve: CaseFile, tmp_path: Path) -> None:
    code = codes(ada)[0]
    hand(ada, eve, code, tmp_path / "a.hrdcase", later(2))
    change(ada, code, note(901, "of Ada"), by="Ada", at=later(3))
    change(eve, code, note(901, "of Eve"), by="Eve", at=later(3))
    hand(eve, ada, code, tmp_path / "b.hrdcase", later(4))
    assert {row.id: row.text for row in load(ada, code).journal if row.text.startswith("of ")} == {
        "J901": "of Ada",
        "J902": "of Eve",
    }
    change(ada, code, SetValue("J902.text", "of Eve, read by Ada"), by="Ada", at=later(5))
    change(eve, code, note(902, "of Eve, later"), by="Eve", at=later(5))
    hand(ada, eve, code, tmp_path / "c.hrdcase", later(6))
    texts = {row.text: row.id for row in load(eve, code).journal if row.text.startswith("of ")}
    assert sorted(texts) == ["of Ada", "of Eve, later", "of Eve, read by Ada"]
    assert texts["of Eve, read by Ada"] == "J901"
    assert texts["of Eve, later"] == "J902"
    hand(eve, ada, code, tmp_path / "d.hrdcase", later(7))
    assert sorted(row.text for row in load(ada, code).journal if row.text.startswith("of ")) == sorted(texts)
    hand(ada, eve, code, tmp_path / "e.hrdcase", later(8))
    assert {row.text: row.id for row in load(eve, code).journal if row.text.startswith("of ")} == texts


def test_a_row_taken_out_by_one_side_stays_unless_it_is_chosen(ada: CaseFile, eve: CaseFile, tmp_path: Path) -> None:
    code = codes(ada)[0]
    change(ada, code, note(901, "first"), note(902, "second"), by="Ada", at=later(1))
    hand(ada, eve, code, tmp_path / "a.hrdcase", later(2))
    change(eve, code, *removal(load(eve, code), "J901"), *removal(load(eve, code), "J902"), by="Eve", at=later(3))
    with pass_on(eve, ada, code, tmp_path / "b.hrdcase", later(4)) as incoming:
        plan = incoming.cases[0].merge
        assert plan is not None
        assert [(one.place, one.removed_by, one.told.by if one.told else "") for one in plan.absent] == [
            ("J901", "theirs", "Eve"),
            ("J902", "theirs", "Eve"),
        ]
        handing.take(ada, incoming, {code: {"J902": "theirs"}}, at=later(5), by="Ada")
    assert {"J901", "J902"} & {row.id for row in load(ada, code).journal} == {"J901"}


def test_the_whole_can_be_taken_back_in_one_step(ada: CaseFile, eve: CaseFile, tmp_path: Path) -> None:
    code = codes(ada)[0]
    hand(ada, eve, code, tmp_path / "a.hrdcase", later(2))
    change(eve, code, SetValue("case.alias", "Mast"), note(901, "of Eve"), by="Eve", at=later(3))
    before = write_case(load(ada, code))
    hand(eve, ada, code, tmp_path / "b.hrdcase", later(4))
    assert write_case(load(ada, code)) != before
    newest = history.of_case(ada, code)[0]
    change(ada, code, *newest.undo, by="Ada", at=later(5))
    assert write_case(load(ada, code)) == before


def test_a_receipt_proves_it_and_says_what_can_be_archived(ada: CaseFile, eve: CaseFile, tmp_path: Path) -> None:
    first, second = codes(ada)[:2]
    handing.seal(
        ada, [first, second], tmp_path / "a.hrdcase", keys=[handing.own_key(eve)], at=later(2), by="Ada", other="Eve"
    )
    with handing.look(eve, tmp_path / "a.hrdcase") as incoming:
        taken = handing.take(eve, incoming, at=later(3), by="Eve")
    (tmp_path / "r.hrdreceipt").write_bytes(taken.receipt)
    change(ada, second, SetValue("case.note", "went on here"), by="Ada", at=later(4))
    found = handing.receipt(ada, tmp_path / "r.hrdreceipt", at=later(5))
    assert (found.other, found.archive, found.changed, found.again) == ("Eve", (first,), (second,), False)
    assert found.taken_at == later(3)
    assert handing.receipt(ada, tmp_path / "r.hrdreceipt", at=later(6)).again
    assert {line.receipt for line in handing.register(ada)} == {later(5)}


def test_a_passphrase_opens_it_and_another_does_not(ada: CaseFile, eve: CaseFile, tmp_path: Path) -> None:
    code = codes(ada)[0]
    sealed = handing.seal(ada, [code], tmp_path / "a.hrdcase", passphrase=PASSPHRASE, at=later(2), by="Ada")
    assert handing.how_sealed(sealed.path) == "passphrase"
    with pytest.raises(NotForUs):
        handing.look(eve, sealed.path, PASSPHRASE + "s")
    with handing.look(eve, sealed.path, PASSPHRASE) as incoming:
        handing.take(eve, incoming, at=later(3))
    assert write_case(load(eve, code)) == write_case(load(ada, code))


def test_what_is_sealed_to_somebody_else_stays_closed(ada: CaseFile, eve: CaseFile, tmp_path: Path) -> None:
    code = codes(ada)[0]
    sealed = handing.seal(ada, [code], tmp_path / "a.hrdcase", keys=[handing.own_key(ada)], at=later(2))
    with pytest.raises(NotForUs):
        handing.look(eve, sealed.path)
    handing.own_key(eve)
    with pytest.raises(NotForUs):
        handing.look(eve, sealed.path)
    with pytest.raises(AlreadyExists):
        handing.seal(ada, [code], sealed.path, keys=[handing.own_key(ada)], at=later(2))


def test_a_case_that_was_changed_after_the_look_must_be_looked_at_again(
    ada: CaseFile, eve: CaseFile, tmp_path: Path
) -> None:
    code = codes(ada)[0]
    hand(ada, eve, code, tmp_path / "a.hrdcase", later(2))
    change(eve, code, SetValue("case.alias", "Mast"), by="Eve", at=later(3))
    with pass_on(eve, ada, code, tmp_path / "b.hrdcase", later(4)) as incoming:
        change(ada, code, SetValue("case.note", "meanwhile"), by="Ada", at=later(5))
        with pytest.raises(ChangedMeanwhile):
            handing.take(ada, incoming, at=later(6))


def test_first_meeting_of_two_copies_asks_wherever_nobody_can_tell(
    ada: CaseFile, tmp_path: Path, five_cases: FiveCases
) -> None:
    code = codes(ada)[0]
    with files.unlock(five_cases.copy(tmp_path / "other.hrd"), PASSPHRASE) as other:
        change(other, code, SetValue("case.intended_city", "Moncton"), by="Eve", at=later(3))
        change(other, code, SetValue("case.alias", "Mast"), by="Eve", at=later(3))
        incoming = pass_on(other, ada, code, tmp_path / "a.hrdcase", later(4))
    (found,) = incoming.cases
    assert found.merge is not None
    assert not found.based
    assert [step.place for step in found.merge.taken] == ["case.intended_city"]
    assert [one.place for one in found.merge.asked] == ["case.alias"]
