"""The record of what was done: entries sealed over one another, and what finds that somebody else wrote in it."""

from __future__ import annotations

import hmac
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.core.edit import AddRow, RemoveRow, SetValue
from hrd_desktop.core.staff import Override, Task
from hrd_desktop.errors import EditRefused, RecordBroken
from hrd_desktop.store import cases, edits, history, record
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.engine import driver
from hrd_desktop.store.record_actions import ACTIONS
from hrd_desktop.store.record_proof import Break
from hrd_desktop.store.record_seal import Sealer
from hrd_desktop.vault.cost import Cost
from hrd_desktop.vault.data_key import DataKey
from tests.ready_made import derive
from tests.store.conftest import PASSPHRASE
from tests.store.demo_cases import demo_case, demo_cases

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
DAY = AT.date()
CODE = demo_case().code


@pytest.fixture(autouse=True)
def _keys_derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cost, "derive", derive)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with two cases, in whose record stand seven entries: 1 begin, 2-4 and 6 changes, 5 a view, 7 an export."""
    path = tmp_path_factory.mktemp("record") / "made.hrd"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Cost, "derive", derive)
        with CaseFile.create(path, PASSPHRASE, calibrate=False) as file:
            _work(file)
    return path


@pytest.fixture
def worked(made: Path, tmp_path: Path) -> Iterator[CaseFile]:
    """A copy of that file, open."""
    path = Path(shutil.copytree(made, tmp_path / "worked.hrd"))
    with CaseFile.open(path, PASSPHRASE) as file:
        yield file


def _work(file: CaseFile) -> None:
    with file.session() as session:
        cases.add(session, demo_cases()[:2])
    for minute, change in enumerate(
        (SetValue("P1.birth.city", "Old Port"), AddRow("case.tasks", Task(id="TA77", text="Call")), RemoveRow("TA77"))
    ):
        _edit(file, change, minute)
    _note(file, "view", code=CODE)
    _edit(file, SetValue("case.alias", "Reed"), 9)
    _note(file, "export", code=CODE, evidence=True, files=3)
    assert _proof(file) == (7, None)


def _edit(file: CaseFile, change: Any, minute: int = 0, by: str = "AB", code: str = CODE) -> None:
    with file.session() as session:
        edits.apply(session, code, [change], at=AT + timedelta(minutes=minute), by=by)


def _note(file: CaseFile, action: str, **facts: Any) -> int:
    with file.session() as session:
        return record.note(session, action, at=AT, by="AB", **facts)


def _proof(file: CaseFile) -> tuple[int, Break | None]:
    proof = file.prove_record()
    return proof.entries, proof.broken


def _by_hand(file: CaseFile, *statements: str) -> None:
    """Write in the file as somebody does who opened it with another program."""
    with file.session() as session:
        for statement in statements:
            assert session.connection().exec_driver_sql(statement).rowcount != 0, statement


def _rows(file: CaseFile, statement: str) -> list[tuple[Any, ...]]:
    with file.session() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql(statement)]


# What stands in it


def test_an_entry_says_what_was_done_when_by_whom_and_to_which_case_without_naming_it(worked: CaseFile) -> None:
    entries = _rows(worked, 'SELECT "at", "by", "action", token, detail FROM log_entry ORDER BY pk')
    ((token,),) = _rows(worked, "SELECT token FROM case_token")
    assert entries[0][1:] == ("AB", "begin", None, '{"cases":0}')
    assert entries[4] == ("2026-05-04T09:30:00.000000Z", "AB", "view", token, "{}")
    assert entries[6][2:] == ("export", token, '{"evidence":true,"files":3}')
    assert [one[2] for one in entries[1:4]] == ["change"] * 3
    told = repr(entries)
    for secret in (CODE, "Reed", "Old Port", "TA77", "P1"):
        assert secret not in told


def test_a_change_that_is_a_decision_is_told_as_one(worked: CaseFile) -> None:
    row = Override(id="OV9", item="E1", reason="Seen by the board", decided_on=DAY, decided_by="CD")
    _edit(worked, AddRow("case.overrides", row), 20)
    ((action,),) = _rows(worked, 'SELECT "action" FROM log_entry ORDER BY pk DESC LIMIT 1')
    assert action == "override"


def test_a_change_that_fails_leaves_no_entry(worked: CaseFile) -> None:
    twice = [SetValue("case.alias", "Marsh"), SetValue("case.nothing", "x")]
    with pytest.raises(EditRefused), worked.session() as session:
        edits.apply(session, CODE, twice, at=AT, by="AB")
    assert _proof(worked) == (7, None)


def test_whoever_unlocked_is_named_where_nobody_says_who(file: CaseFile) -> None:
    file.sits_here("CD")
    with file.session() as session:
        record.note(session, "unlock", at=AT, slot="passphrase")
    assert _rows(file, 'SELECT DISTINCT "by" FROM log_entry') == [("CD",)]


@pytest.mark.parametrize(
    ("action", "detail"),
    [
        ("look_around", {}),
        ("view", {"name": "x"}),
        ("export", {"files": 1.5}),
        ("packet", {"recipient": "Amal Haddad"}),
        ("packet", {"recipient": "unhcr\n"}),
        ("packet", {"recipient": None}),
        ("unlock", {"slot": ["passphrase", "Drawer at home"]}),
        ("lock", {"why": ""}),
    ],
)
def test_only_listed_actions_with_codes_and_numbers_get_in(file: CaseFile, action: str, detail: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"^the (record|detail)") as refused:
        _note(file, action, **detail)
    assert "Amal" not in str(refused.value)
    assert _rows(file, "SELECT count(*) FROM log_entry") == [(0,)]


@pytest.mark.parametrize("statement", [record._STATE, record._TOKEN, history._LAST, history._LATER, history._GO_ON])
def test_no_statement_of_a_save_reads_a_table_from_end_to_end(worked: CaseFile, statement: str) -> None:
    with worked.session() as session:
        plan = driver(session.connection()).execute("EXPLAIN QUERY PLAN " + statement, (1,) * statement.count("?"))
        steps = [step for *_, step in plan]
    assert steps
    assert [step for step in steps if step.startswith("SCAN")] == []


# What is found


@pytest.mark.parametrize("column", ["at", "by", "action", "token", "detail", "mac"])
@pytest.mark.parametrize("number", [1, 4, 7])
def test_any_altered_column_of_any_entry_is_found(worked: CaseFile, column: str, number: int) -> None:
    other = {"at": "'2026-05-04T09:30:00.000001Z'", "mac": "zeroblob(32)", "detail": "'{}'", "action": "'lock'"}
    value = other.get(column, "'x'") if (column, number) != ("detail", 5) else "'[]'"
    _by_hand(worked, f'UPDATE log_entry SET "{column}" = {value} WHERE pk = {number}')
    assert _proof(worked) == (7, Break(number, DAY, "altered"))


def test_text_made_to_bytes_of_the_same_look_is_found(worked: CaseFile) -> None:
    _by_hand(worked, 'UPDATE log_entry SET "by" = CAST("by" AS BLOB) WHERE pk = 3')
    assert _proof(worked)[1] == Break(3, DAY, "altered")


@pytest.mark.parametrize("number", [1, 4, 6])
def test_an_entry_taken_out_is_found(worked: CaseFile, number: int) -> None:
    _by_hand(worked, f"DELETE FROM log_entry WHERE pk = {number}")
    assert _proof(worked) == (6, Break(number, DAY, "altered"))


@pytest.mark.parametrize("number", [1, 4, 6])
def test_an_entry_taken_out_and_the_rest_moved_up_is_found(worked: CaseFile, number: int) -> None:
    _by_hand(worked, f"DELETE FROM log_entry WHERE pk = {number}")
    for later in range(number + 1, 8):
        _by_hand(worked, f"UPDATE log_entry SET pk = {later - 1} WHERE pk = {later}")
    _by_hand(worked, "UPDATE log_head SET entries = 6")
    assert _proof(worked) == (6, Break(number, DAY, "altered"))


def test_the_last_entry_taken_out_is_found(worked: CaseFile) -> None:
    _by_hand(worked, "DELETE FROM log_entry WHERE pk = 7")
    assert _proof(worked) == (6, Break(7, DAY, "cut"))
    _by_hand(worked, "UPDATE log_head SET entries = 6")
    assert _proof(worked) == (6, Break(7, DAY, "cut"))


def test_all_entries_taken_out_is_found(worked: CaseFile) -> None:
    _by_hand(worked, "DELETE FROM log_entry")
    assert _proof(worked) == (0, Break(1, None, "cut"))
    _by_hand(worked, "DELETE FROM log_head")
    assert _proof(worked) == (0, Break(1, None, "cut"))
    _by_hand(worked, "INSERT INTO log_head VALUES (1, 0, x'')")
    assert _proof(worked) == (0, Break(0, None, "case"))


def test_two_entries_swapped_are_found(worked: CaseFile) -> None:
    for old, new in ((3, 99), (5, 3), (99, 5)):
        _by_hand(worked, f"UPDATE log_entry SET pk = {new} WHERE pk = {old}")
    assert _proof(worked) == (7, Break(3, DAY, "altered"))


@pytest.mark.parametrize("number", [-3, 0, 8, 500])
def test_an_entry_put_in_is_found(worked: CaseFile, number: int) -> None:
    columns = '"at", "by", "action", token, detail, mac'
    _by_hand(worked, f"INSERT INTO log_entry SELECT {number}, {columns} FROM log_entry WHERE pk = 5")
    _by_hand(worked, "UPDATE log_head SET entries = 8")
    proof = _proof(worked)
    assert proof == (8, Break(max(number, 1) if number < 9 else 8, DAY, "altered"))


def test_an_older_head_put_back_is_found(worked: CaseFile) -> None:
    ((entries, mac),) = _rows(worked, "SELECT entries, hex(mac) FROM log_head")
    _note(worked, "view", code=CODE)
    _by_hand(worked, f"UPDATE log_head SET entries = {entries}, mac = x'{mac}'")
    assert _proof(worked) == (8, Break(9, DAY, "cut"))


@pytest.mark.parametrize("column", ["action", "place", "kind", "position", "before", "after", "at", "by", "case_pk"])
def test_any_altered_column_of_the_history_is_found(worked: CaseFile, column: str) -> None:
    value = {"position": "7", "case_pk": "2"}.get(column, "'\"x\"'")
    _by_hand(worked, f'UPDATE edit_history SET "{column}" = {value} WHERE pk = 1')
    proof = _proof(worked)[1]
    assert proof is not None
    assert proof == Break(2, DAY, "history_added" if column == "case_pk" else "history")


@pytest.mark.parametrize("line", [1, 2, 3, 4])
def test_a_line_of_the_history_taken_out_is_found(worked: CaseFile, line: int) -> None:
    _by_hand(worked, f"DELETE FROM edit_history WHERE pk = {line}")
    assert _proof(worked)[1] == Break({1: 2, 2: 3, 3: 4, 4: 6}[line], DAY, "history")


def test_a_line_put_into_the_history_is_found(worked: CaseFile) -> None:
    _by_hand(
        worked,
        'INSERT INTO edit_history (case_pk, "action", place, kind, "before", "after", "at", "by")'
        ' SELECT case_pk, "action", place, kind, "after", "before", "at", "by" FROM edit_history WHERE pk = 1',
    )
    assert _proof(worked)[1] == Break(7, DAY, "history_added")


def test_a_case_whose_word_was_altered_or_taken_out_is_found(worked: CaseFile) -> None:
    _note(worked, "view", code=demo_cases()[1].code)
    _by_hand(worked, "CREATE TEMP TABLE words AS SELECT * FROM case_token", "DELETE FROM case_token")
    assert _proof(worked)[1] == Break(2, DAY, "case")
    _by_hand(worked, "INSERT INTO case_token SELECT 3 - case_pk, token, salt, mac FROM words")
    assert _proof(worked)[1] == Break(2, DAY, "case")
    _by_hand(worked, "DELETE FROM case_token", "INSERT INTO case_token SELECT * FROM words")
    assert _proof(worked) == (8, None)


def test_a_case_taken_out_by_hand_is_found(worked: CaseFile) -> None:
    with worked.session() as session:
        cases.delete(session, CODE)
    assert _proof(worked)[1] == Break(2, DAY, "case")


# What goes on rightly


def test_typing_that_goes_on_stays_one_line_and_the_newest_entry_about_it_counts(worked: CaseFile) -> None:
    for second, typed in enumerate(("T", "Tide", "Tide m", "Tide mark")):
        with worked.session() as session:
            change = SetValue("case.alias", typed)
            edits.apply(session, CODE, [change], at=AT + timedelta(hours=1, seconds=second), by="AB")
    assert len(_rows(worked, "SELECT 1 FROM edit_history")) == 5
    assert _proof(worked) == (11, None)
    _by_hand(worked, 'UPDATE edit_history SET "after" = \'"Tide"\' WHERE pk = 5')
    assert _proof(worked)[1] == Break(11, DAY, "history")


def test_one_save_that_changes_the_same_text_twice_is_told_as_it_ended(worked: CaseFile) -> None:
    with worked.session() as session:
        twice = [SetValue("case.alias", "Fen"), SetValue("case.alias", "Fenland")]
        edits.apply(session, CODE, twice, at=AT + timedelta(hours=1), by="AB")
    assert _proof(worked) == (8, None)


def test_an_erased_case_leaves_its_entries_and_nothing_that_leads_to_it(worked: CaseFile) -> None:
    ((token, salt),) = _rows(worked, "SELECT token, hex(salt) FROM case_token")
    with worked.session() as session:
        record.note(session, "erase", at=AT, by="AB", code=CODE)
        cases.delete(session, CODE)
    assert _proof(worked) == (8, None)
    assert _rows(worked, "SELECT * FROM case_token") == []
    # The next case takes the number of the erased one, and its history the numbers of that history.
    with worked.session() as session:
        cases.add(session, [demo_case()])
    _edit(worked, SetValue("case.alias", "Heron"), 30)
    assert _proof(worked) == (9, None)
    assert _rows(worked, f"SELECT count(*) FROM case_token WHERE token = '{token}'") == [(0,)]
    assert salt not in repr(_rows(worked, "SELECT detail FROM log_entry"))


def test_a_record_that_was_broken_goes_on_and_stays_broken(worked: CaseFile) -> None:
    _by_hand(worked, "DELETE FROM log_entry WHERE pk > 5")
    _note(worked, "view", code=CODE)
    _edit(worked, SetValue("case.alias", "Heron"), 30)
    entries = _rows(worked, 'SELECT pk, "action" FROM log_entry WHERE pk > 5')
    assert entries == [(8, "gap"), (9, "view"), (10, "change")]
    assert _proof(worked) == (8, Break(6, DAY, "altered"))


def test_a_head_that_was_thrown_away_does_not_begin_the_record_anew(worked: CaseFile) -> None:
    _by_hand(worked, "DELETE FROM log_entry", "DELETE FROM log_head")
    _note(worked, "view", code=CODE)
    assert _proof(worked) == (2, Break(1, DAY, "gap"))


def test_history_older_than_the_record_is_taken_into_it(worked: CaseFile) -> None:
    # As a file of the fourth form looks once it was brought to the fifth.
    _by_hand(worked, "DELETE FROM log_entry", "DELETE FROM case_token", "UPDATE log_head SET entries = 0, mac = x''")
    assert _proof(worked) == (0, None)
    _note(worked, "unlock")
    assert _rows(worked, 'SELECT "action" FROM log_entry') == [("begin",), ("begin",), ("unlock",)]
    assert _proof(worked) == (3, None)
    _by_hand(worked, 'UPDATE edit_history SET "after" = \'"x"\' WHERE pk = 4')
    assert _proof(worked)[1] == Break(2, DAY, "history")


def test_history_that_comes_with_a_case_is_covered(worked: CaseFile) -> None:
    code = demo_cases()[1].code
    with worked.session() as session:
        pk = cases.number_of(session.connection(), code)
        for number in range(450):
            session.connection().exec_driver_sql(
                "INSERT INTO edit_history VALUES (?, ?, 'set', 'case.alias', 'case', NULL, '\"a\"', '\"b\"', ?, ?)",
                (1000 + number, pk, "2026-01-01T00:00:00.000000Z", "EF"),
            )
        record.cover(session, "take_in", range(1000, 1450), at=AT, by="AB", code=code, added=4)
    details = [len(detail) for (detail,) in _rows(worked, "SELECT detail FROM log_entry WHERE action = 'take_in'")]
    assert len(details) == 3
    assert _proof(worked) == (10, None)
    _by_hand(worked, "DELETE FROM edit_history WHERE pk = 1449")
    assert _proof(worked)[1] == Break(10, DAY, "history")


def test_locked_and_opened_again_the_record_goes_on(tmp_path: Path) -> None:
    for day in range(3):
        with (
            CaseFile.open(tmp_path / "a.hrd", PASSPHRASE)
            if day
            else CaseFile.create(tmp_path / "a.hrd", PASSPHRASE, calibrate=False)
        ) as file:
            _note(file, "unlock", slot="passphrase")
            assert file.verify(full=True).entries == day + 2


def test_verify_names_the_first_entry_that_does_not_fit(worked: CaseFile) -> None:
    assert worked.verify(full=True).entries == 7
    _by_hand(worked, "UPDATE log_entry SET \"by\" = 'x' WHERE pk IN (4, 6)")
    with pytest.raises(RecordBroken) as found:
        worked.verify(full=True)
    facts = {"path": str(worked.path), "number": 4, "on": DAY.isoformat(), "reason": "altered"}
    assert found.value.facts == facts
    assert found.value.exit_code == 4
    assert worked.verify(full=False).entries == 0  # the cases themselves are sound


def test_saves_from_several_threads_make_one_chain(worked: CaseFile) -> None:
    def work(who: str) -> None:
        for minute in range(10):
            _edit(worked, SetValue("P1.birth.city", f"{who} {minute}"), minute, by=who)

    threads = [threading.Thread(target=work, args=(who,)) for who in ("AB", "CD", "EF")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _proof(worked) == (37, None)


# The seals


@pytest.fixture(scope="module")
def sealer() -> Iterator[Sealer]:
    made = Sealer(DataKey(bytearray(range(32))))
    yield made
    made.wipe()


_PARTS = st.lists(st.none() | st.text() | st.binary() | st.integers(), max_size=4)


@given(a=_PARTS, b=_PARTS)
@settings(max_examples=200)
def test_two_rows_of_parts_have_the_same_seal_only_if_they_are_the_same(
    sealer: Sealer, a: list[Any], b: list[Any]
) -> None:
    same = [(type(part), part) for part in a] == [(type(part), part) for part in b]
    assert (sealer.seal(b"entry", *a) == sealer.seal(b"entry", *b)) is same
    assert sealer.seal(b"entry", *a) != sealer.seal(b"head", *a)


def test_the_seal_is_the_one_that_is_written_down(sealer: Sealer) -> None:
    def mac(key: bytes, data: bytes) -> bytes:
        return hmac.digest(key, data, "sha256")

    key = mac(mac(bytes(32), bytes(range(32))), b"hrd record 1\x01")  # HKDF-SHA256, as RFC 5869 has it
    row = b"entry" + b"b\0\0\0\2\0\0" + b"i\0\0\0\x017" + b"t\0\0\0\2\xc3\xa9" + b"n"
    assert sealer.seal(b"entry", bytes(2), 7, "\u00e9", None) == mac(key, row)


def test_a_wiped_key_seals_nothing() -> None:
    made = Sealer(DataKey(bytearray(range(32))))
    made.wipe()
    with pytest.raises(ValueError, match="wiped"):
        made.seal(b"entry")


_ACTIONS = st.sampled_from(sorted(ACTIONS.keys() - {"gap", "erase"}))


@given(
    done=st.lists(st.tuples(_ACTIONS, st.text(max_size=5), st.datetimes(timezones=st.just(UTC))), max_size=6),
    spoil=st.integers(0, 20),
)
@settings(max_examples=25)
def test_whatever_is_noted_is_whole_and_whatever_is_altered_is_found(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, str, datetime]], spoil: int
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.hrd"
    with CaseFile.create(path, PASSPHRASE, calibrate=False) as file:
        for action, by, at in done:
            with file.session() as session:
                record.note(session, action, at=at, by=by)
        count = len(done) + 1 if done else 0
        assert _proof(file) == (count, None)
        if 0 < spoil <= count:
            _by_hand(file, f'UPDATE log_entry SET "by" = "by" || \'.\' WHERE pk = {spoil}')
            found = _proof(file)[1]
            assert found is not None
            assert (found.number, found.reason) == (spoil, "altered")


def test_a_day_that_was_altered_beyond_reading_does_not_stop_the_proof(worked: CaseFile) -> None:
    _by_hand(worked, "UPDATE log_entry SET \"at\" = 'x' WHERE pk = 1")
    assert _proof(worked)[1] == Break(1, None, "altered")
    with pytest.raises(RecordBroken) as found:
        worked.verify(full=True)
    assert found.value.facts["cause"] == "undated"


def test_the_day_of_a_break_is_that_of_the_entry(worked: CaseFile) -> None:
    with worked.session() as session:
        record.note(session, "view", at=datetime(2027, 1, 2, tzinfo=UTC), by="", code=CODE)
    _by_hand(worked, "UPDATE log_entry SET \"by\" = 'x' WHERE pk = 8")
    assert _proof(worked)[1] == Break(8, date(2027, 1, 2), "altered")
