"""What is done is in the record: each action at the place where it is done, and read back filtered."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from hrd_desktop.core.edit import AddRow, SetValue
from hrd_desktop.core.staff import Review
from hrd_desktop.errors import NotWritable, RecordBroken, UnknownCase
from hrd_desktop.services import (
    ask_sheets,
    backups,
    cases,
    checking,
    editing,
    erasing,
    evidence,
    evidence_out,
    files,
    hand_over,
    handing,
    internal_cover,
    keys,
    packets,
    record,
    record_words,
    register,
    resemblance,
    sent,
    today,
    viewing,
)
from hrd_desktop.services.delivery import Closing
from hrd_desktop.services.evidence import Reader
from hrd_desktop.services.files import CaseFile
from hrd_desktop.store.record_read import Entry
from hrd_desktop.wording import wording
from tests.services.conftest import DAY, PASSPHRASE

CODE, OTHER = "HRD-2026-S1", "HRD-2026-S2"
AT = datetime(2026, 9, 15, 9, 30, tzinfo=UTC)


def told(file: CaseFile, since: int = 0, **asked: object) -> list[tuple[str, str | None, str, dict[str, object]]]:
    """What stands in the record after entry `since`, the oldest first: action, case, by, detail without lines."""
    found = [one for one in record.read(file, record.asked(**asked), limit=1000) if one.number > since]  # type: ignore[arg-type]
    return [
        (one.action, one.case, one.by, {key: value for key, value in one.detail.items() if key != "lines"})
        for one in reversed(found)
    ]


def last(file: CaseFile) -> int:
    return record.count(file, record.asked())


def test_opening_and_locking(case_file: CaseFile) -> None:
    path = case_file.path
    files.lock(case_file, by="AB")
    with files.unlock(path, PASSPHRASE, by="CD") as again:
        entries = told(again)
        assert entries[:2] == [("begin", None, "", {"cases": 0}), ("create", None, "", {})]
        assert entries[-2:] == [("lock", None, "AB", {}), ("unlock", None, "CD", {"slot": "passphrase"})]
        # Whoever opened it is named for what nobody signs.
        record.note(again, "raw_key")
        assert told(again)[-1][2] == "CD"


def test_looking_at_a_case_and_its_papers(case_file: CaseFile) -> None:
    before = last(case_file)
    cases.open_case(case_file, CODE, at=AT, by="AB")
    cases.read_again(case_file, CODE)
    today.add_task(case_file, OTHER, "Call", None, at=AT, by="AB")
    with Reader() as reader:
        made = evidence.add(case_file, CODE, b"A note.", "a.txt", title="Note", kind="other", at=AT, reader=reader)
    viewing.opened(case_file, CODE, made.evidence, by="CD")
    assert told(case_file, before) == [
        ("view", CODE, "AB", {}),
        ("change", OTHER, "AB", {"kinds": ["task"]}),
        ("change", CODE, "", {"kinds": ["evidence"]}),
        ("view_evidence", CODE, "CD", {"evidence": made.evidence}),
    ]


def test_changes_are_told_as_what_they_are(case_file: CaseFile) -> None:
    before = last(case_file)
    editing.change(case_file, CODE, [SetValue("case.alias", "Heron"), SetValue("P1.occupation", "x")], at=AT, by="AB")
    editing.change(case_file, CODE, [SetValue("case.alias", "Reed")], at=AT + timedelta(minutes=9), by="AB", back=True)
    row = Review(
        id="RV9", item="A34", reviewer="L. Moss", capacity="lawyer", reviewed_on=DAY, outcome="no_concern"
    )  # fmt: skip
    editing.change(case_file, CODE, [AddRow("case.reviews", row)], at=AT + timedelta(minutes=19), by="LM")
    assert told(case_file, before) == [
        ("change", CODE, "AB", {"kinds": ["case", "person"]}),
        ("take_back", CODE, "AB", {"kinds": ["case"]}),
        ("review", CODE, "LM", {"kinds": ["review"]}),
    ]
    assert record.state(case_file).broken is None


def test_what_leaves_is_told(case_file: CaseFile, tmp_path: Path) -> None:
    before = last(case_file)
    cases.export_case(case_file, CODE, tmp_path / "a.json", at=AT, by="AB")
    hand_over.export_with_evidence(case_file, CODE, tmp_path / "b.json", by="AB")
    with Reader() as reader:
        made = evidence.add(case_file, CODE, b"A note.", "a.txt", title="Note", kind="other", at=AT, reader=reader)
        evidence_out.write_original(case_file, CODE, made.evidence, tmp_path / "o.txt", by="AB")
        evidence_out.write_cleaned(case_file, CODE, made.evidence, tmp_path / "c.txt", reader, wording("en"), by="AB")
    ask_sheets.export(case_file, CODE, tmp_path / "ask.pdf", DAY, language="en", by="AB")
    internal_cover.export(case_file, CODE, tmp_path / "cover.pdf", DAY, language="en", by="AB")
    assert told(case_file, before, action="left") == [
        ("export", CODE, "AB", {"evidence": False, "files": 1}),
        ("export", CODE, "AB", {"evidence": True, "files": 1}),
        ("export_evidence", CODE, "AB", {"evidence": made.evidence, "form": "original"}),
        ("export_evidence", CODE, "AB", {"evidence": made.evidence, "form": "cleaned"}),
        ("print", CODE, "AB", {"what": "ask_sheet"}),
        ("print", CODE, "AB", {"what": "internal_cover"}),
    ]


def test_packets_are_told_with_recipient_edition_and_protection(case_file: CaseFile, tmp_path: Path) -> None:
    before = last(case_file)
    case = cases.read_again(case_file, CODE).case
    options = packets.default_options(case, DAY)
    to = options.recipient
    closing = Closing(password="nine blue kettles")
    packets.export(case_file, CODE, tmp_path / "p.pdf", options, closing=closing, at=AT, by="AB")
    packets.export(case_file, CODE, tmp_path / "q.pdf", options, at=AT, by="AB")
    sent.add_dispatch(case_file, CODE, 1, "mailed", DAY, at=AT, by="AB")
    one = sent.of_case(case_file, CODE)[0]
    register.contents(case_file, one, by="AB")
    register.save_copy(case_file, one, tmp_path / "r.pdf", by="AB")
    assert told(case_file, before) == [
        ("packet", CODE, "AB", {"again": False, "closed": ["password"], "edition": 1, "files": 1, "recipient": to}),
        ("packet", CODE, "AB", {"again": True, "closed": [], "edition": 1, "files": 1, "recipient": to}),
        ("sent", CODE, "AB", {"edition": 1, "how": "mailed"}),
        ("view_packet", CODE, "AB", {"edition": 1}),
        ("copy_packet", CODE, "AB", {"edition": 1, "files": 1}),
    ]


def test_comparing_persons_keeping_a_check_and_where_backups_go_are_told(case_file: CaseFile, tmp_path: Path) -> None:
    before = last(case_file)
    resemblance.person_on_file(case_file, OTHER, "P1")
    resemblance.person_on_file(case_file, OTHER, "P99")
    resemblance.decide(case_file, (CODE, "P2"), (OTHER, "P1"), "different", at=AT, by="AB")
    found = checking.assess_case(cases.read_again(case_file, CODE).case, DAY)
    checking.record_assessment(case_file, found, at=AT, by="AB")
    handing.own_key(case_file)
    handing.own_key(case_file)
    backups.set_second_place(case_file, tmp_path)
    backups.set_second_place(case_file, None)
    assert told(case_file, before) == [
        ("view_person", OTHER, "", {"person": "P1"}),
        ("same_person", CODE, "AB", {"verdict": "different"}),
        ("keep_check", CODE, "AB", {}),
        ("own_key", None, "", {}),
        ("backup_place", None, "", {"place": "chosen"}),
        ("backup_place", None, "", {"place": "forgotten"}),
    ]


def test_looking_into_a_hand_over_is_told_by_number_alone(case_file: CaseFile, tmp_path: Path) -> None:
    out, words = tmp_path / "a.hrdcase", "five quiet boats beyond the pier"
    made = handing.seal(case_file, [CODE], out, passphrase=words, at=AT)
    before = last(case_file)
    handing.look(case_file, out, words).close()
    assert told(case_file, before) == [("look_in", None, "", {"number": made.number, "way": "in", "cases": 1})]


def test_what_could_not_be_written_is_not_told(case_file: CaseFile, tmp_path: Path) -> None:
    before = last(case_file)
    with pytest.raises(NotWritable):
        cases.export_case(case_file, CODE, tmp_path / "nowhere" / "a.json")
    assert told(case_file, before) == []


def test_what_cannot_be_told_does_not_leave(
    case_file: CaseFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotWritable(path="x")

    monkeypatch.setattr(record, "note", full)
    (tmp_path / "old.json").write_text("as it was")
    with pytest.raises(NotWritable):
        cases.export_case(case_file, CODE, tmp_path / "old.json")
    with pytest.raises(NotWritable):
        ask_sheets.export(case_file, CODE, tmp_path / "ask.pdf", DAY, language="en")
    assert (tmp_path / "old.json").read_text() == "as it was"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cases.hrd", "old.json"]


def test_keys_are_told(case_file: CaseFile) -> None:
    before = last(case_file)
    new = "eleven slow barges in the rain"
    slot = keys.add_passphrase(case_file, PASSPHRASE, new, "Desk two", on=DAY, calibrate=False)
    keys.rename(case_file, slot, "Desk three")
    keys.raw_key(case_file, PASSPHRASE)
    keys.revoke(case_file, PASSPHRASE, slot)
    found = told(case_file, before, action="keys")
    assert [(action, detail) for action, _, _, detail in found] == [
        ("key_added", {"slot": "passphrase"}),
        ("key_renamed", {"slot": "passphrase"}),
        ("raw_key", {}),
        ("key_revoked", {"slot": "passphrase"}),
    ]
    assert "Desk" not in repr(found)


def test_an_erased_case_is_told_of_without_its_name(case_file: CaseFile) -> None:
    cases.open_case(case_file, CODE, at=AT)
    before = last(case_file)
    erasing.erase_case(case_file, CODE, CODE, at=AT, by="AB")
    assert told(case_file, before)[0] == ("erase", None, "AB", {})
    (one,) = record.read(case_file, record.asked(action="erase"))
    assert (one.erased, record_words.whom(one, wording("en"))) == (True, "an erased case")
    with pytest.raises(UnknownCase):
        record.read(case_file, record.asked(case=CODE))
    assert record.state(case_file).broken is None


# Reading


def test_filters_and_pages(case_file: CaseFile) -> None:
    for day in range(10):
        record.note(case_file, "view", at=datetime(2027, 3, day + 1, 12, tzinfo=UTC), by="AB", code=CODE)
        record.note(case_file, "raw_key", at=datetime(2027, 3, day + 1, 13, tzinfo=UTC), by="CD")

    def found(**asked: object) -> list[Entry]:
        wanted = record.asked(**asked)  # type: ignore[arg-type]
        entries = record.read(case_file, wanted, limit=1000)
        assert record.count(case_file, wanted) == len(entries)
        return entries

    whole = found()
    assert [one.number for one in whole] == list(range(len(whole), 0, -1))
    assert {one.case for one in found(case=CODE)} == {CODE}
    assert len(found(action="view", since=date(2027, 3, 1))) == 10
    assert {one.action for one in found(action="keys")} == {"raw_key"}
    days = found(since=date(2027, 3, 3), until=date(2027, 3, 4))
    assert sorted({one.at.day for one in days if one.at}) == [3, 4]
    assert len(days) == 4
    assert len(found(by="CD")) == 10
    assert found(by="ZZ") == []
    assert found(since=date.max) == []
    assert len(found(until=date.max)) == len(whole)
    assert len(found(since=date.min)) == len(whole)
    assert [one.number for one in record.read(case_file, record.asked(), offset=3, limit=2)] == [
        whole[3].number, whole[4].number,
    ]  # fmt: skip
    assert record.people(case_file) == ["AB", "CD"]


def test_the_state_in_words(case_file: CaseFile) -> None:
    count = last(case_file)
    assert record_words.standing(record.state(case_file), wording("en")) == f"The record is whole: {count} entries."
    large = record.State(1204, None)
    assert record_words.standing(large, wording("en")) == "The record is whole: 1,204 entries."
    assert record_words.standing(large, wording("fr")) == "Le registre est intact\u00a0: 1\u00a0204 inscriptions."
    with case_file.session() as session:
        session.connection().exec_driver_sql("UPDATE log_entry SET \"by\" = 'x' WHERE pk = 2")
    found = record.state(case_file)
    assert isinstance(found.broken, RecordBroken)
    assert "entry 2 of the record" in record_words.standing(found, wording("en"))
    with pytest.raises(RecordBroken):
        files.verify(case_file)
    files.verify(case_file, full=False)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_action_and_group_has_words(lang: str) -> None:
    words = wording(lang)  # type: ignore[arg-type]
    grouped = [action for actions in record.GROUPS.values() for action in actions]
    assert sorted(grouped) == sorted(record.ACTIONS)
    for action in record.ACTIONS:
        assert words.of_record("action", action)
    for group in record.GROUPS:
        assert words.of_record("group", group)


@pytest.mark.parametrize(
    ("action", "detail", "said"),
    [
        ("unlock", {"slot": "office"}, "office key"),
        (
            "packet",
            {"edition": 3, "recipient": "unhcr", "closed": ["age_key"]},
            "edition 3, for UNHCR, sealed for a key",
        ),
        ("packet", {"edition": 1, "closed": []}, "edition 1, not sealed"),
        ("export", {"evidence": True, "files": 4}, "with evidence files, 4 files"),
        ("export", {"evidence": False, "files": 1}, ""),
        ("change", {"kinds": ["person", "name"], "lines": [[1, "ab"]]}, "Person and Name"),
        ("close", {"until": "2029-01-01"}, "kept until January 1, 2029"),
        ("backup_place", {"place": "forgotten"}, "no longer used"),
        ("same_person", {"verdict": "same"}, "the same person"),
        ("look_in", {"way": "travel", "cases": 2, "number": "k4m2"}, "travel file, 2 cases, number k4m2"),
        ("sealed_note", {"place": "P1.medical"}, ""),
        ("gap", {"expected": 7, "found": 5}, "the last was entry 7, now it is 5"),
        ("hand_over", {"way": "travel", "cases": 3, "number": "k4m2"}, "travel file, 3 cases, number k4m2"),
        ("packet", {"recipient": 7, "edition": "x", "closed": 3, "until": "never"}, ""),
        ("unlock", {"slot": "sesame"}, ""),
    ],
)
def test_what_is_said_beside_an_action(action: str, detail: dict[str, object], said: str) -> None:
    entry = Entry(1, AT, "AB", action, CODE, None, False, detail)
    assert record_words.beside(entry, wording("en")) == said


def test_what_was_written_in_by_hand_is_shown_as_it_stands(case_file: CaseFile) -> None:
    with case_file.session() as session:
        session.connection().exec_driver_sql(
            "INSERT INTO log_entry VALUES (900, 'noon', x'41', 'magic', 'nobody', '[', x'00')"
        )
    entry = record.read(case_file, record.asked(), limit=1)[0]
    words = wording("en")
    assert (entry.at, entry.action, entry.erased, dict(entry.detail)) == (None, "magic", True, {})
    assert (record_words.when(entry, words), record_words.what(entry, words)) == ("not readable", "magic")


@pytest.mark.parametrize(
    ("form", "secret"),
    [
        ("form-0001", "an older form of five invented lamps"),
        ("form-0004", "a fourth form of eight invented tiles"),
    ],
)
def test_the_record_of_a_file_from_before_it_begins_with_the_history_that_was_there(
    tmp_path: Path, form: str, secret: str
) -> None:
    path = tmp_path / "Cases.hrd"
    path.mkdir()
    for name in ("cases.db", "keys.json"):
        shutil.copyfile(Path(__file__).parents[1] / "data" / form / name, path / name)
    with files.unlock(path, secret, by="AB") as file:
        entries = record.read(file, record.asked(), limit=1000)
        assert [entry.action for entry in entries] == ["unlock", "begin", "begin"]
        assert [len(entry.detail.get("lines", ())) > 0 for entry in entries] == [False, True, False]
        assert files.verify(file).entries == 3
        with file.session() as session:
            session.connection().exec_driver_sql("UPDATE edit_history SET \"by\" = 'x' WHERE pk = 1")
        with pytest.raises(RecordBroken) as found:
            files.verify(file)
        assert (found.value.facts["number"], found.value.facts["reason"]) == (2, "history")
