"""The proof of the record: whatever somebody else altered, took out or put in is found, by the seals over it."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.errors import RecordBroken
from hrd_desktop.store import cases, record
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.record_actions import ACTIONS
from hrd_desktop.store.record_proof import Break
from hrd_desktop.store.record_seal import Sealer
from hrd_desktop.vault.data_key import DataKey
from tests.store.conftest import PASSPHRASE
from tests.store.demo_cases import demo_cases
from tests.store.record_parts import CODE, DAY, by_hand, note, proved, rows

# What is found


@pytest.mark.parametrize("column", ["at", "by", "action", "token", "detail", "mac"])
@pytest.mark.parametrize("number", [1, 4, 7])
def test_any_altered_column_of_any_entry_is_found(worked: CaseFile, column: str, number: int) -> None:
    other = {"at": "'2026-05-04T09:30:00.000001Z'", "mac": "zeroblob(32)", "detail": "'{}'", "action": "'lock'"}
    value = other.get(column, "'x'") if (column, number) != ("detail", 5) else "'[]'"
    by_hand(worked, f'UPDATE log_entry SET "{column}" = {value} WHERE pk = {number}')
    assert proved(worked) == (7, Break(number, DAY, "altered"))


def test_text_made_to_bytes_of_the_same_look_is_found(worked: CaseFile) -> None:
    by_hand(worked, 'UPDATE log_entry SET "by" = CAST("by" AS BLOB) WHERE pk = 3')
    assert proved(worked)[1] == Break(3, DAY, "altered")


@pytest.mark.parametrize("number", [1, 4, 6])
def test_an_entry_taken_out_is_found(worked: CaseFile, number: int) -> None:
    by_hand(worked, f"DELETE FROM log_entry WHERE pk = {number}")
    assert proved(worked) == (6, Break(number, DAY, "altered"))


@pytest.mark.parametrize("number", [1, 4, 6])
def test_an_entry_taken_out_and_the_rest_moved_up_is_found(worked: CaseFile, number: int) -> None:
    by_hand(worked, f"DELETE FROM log_entry WHERE pk = {number}")
    for later in range(number + 1, 8):
        by_hand(worked, f"UPDATE log_entry SET pk = {later - 1} WHERE pk = {later}")
    by_hand(worked, "UPDATE log_head SET entries = 6")
    assert proved(worked) == (6, Break(number, DAY, "altered"))


def test_the_last_entry_taken_out_is_found(worked: CaseFile) -> None:
    by_hand(worked, "DELETE FROM log_entry WHERE pk = 7")
    assert proved(worked) == (6, Break(7, DAY, "cut"))
    by_hand(worked, "UPDATE log_head SET entries = 6")
    assert proved(worked) == (6, Break(7, DAY, "cut"))


def test_all_entries_taken_out_is_found(worked: CaseFile) -> None:
    by_hand(worked, "DELETE FROM log_entry")
    assert proved(worked) == (0, Break(1, None, "cut"))
    by_hand(worked, "DELETE FROM log_head")
    assert proved(worked) == (0, Break(1, None, "cut"))
    by_hand(worked, "INSERT INTO log_head VALUES (1, 0, x'')")
    assert proved(worked) == (0, Break(0, None, "case"))


def test_two_entries_swapped_are_found(worked: CaseFile) -> None:
    for old, new in ((3, 99), (5, 3), (99, 5)):
        by_hand(worked, f"UPDATE log_entry SET pk = {new} WHERE pk = {old}")
    assert proved(worked) == (7, Break(3, DAY, "altered"))


@pytest.mark.parametrize("number", [-3, 0, 8, 500])
def test_an_entry_put_in_is_found(worked: CaseFile, number: int) -> None:
    columns = '"at", "by", "action", token, detail, mac'
    by_hand(worked, f"INSERT INTO log_entry SELECT {number}, {columns} FROM log_entry WHERE pk = 5")
    by_hand(worked, "UPDATE log_head SET entries = 8")
    proof = proved(worked)
    assert proof == (8, Break(max(number, 1) if number < 9 else 8, DAY, "altered"))


def test_an_older_head_put_back_is_found(worked: CaseFile) -> None:
    ((entries, mac),) = rows(worked, "SELECT entries, hex(mac) FROM log_head")
    note(worked, "view", code=CODE)
    by_hand(worked, f"UPDATE log_head SET entries = {entries}, mac = x'{mac}'")
    assert proved(worked) == (8, Break(9, DAY, "cut"))


@pytest.mark.parametrize("column", ["action", "place", "kind", "position", "before", "after", "at", "by", "case_pk"])
def test_any_altered_column_of_the_history_is_found(worked: CaseFile, column: str) -> None:
    value = {"position": "7", "case_pk": "2"}.get(column, "'\"x\"'")
    by_hand(worked, f'UPDATE edit_history SET "{column}" = {value} WHERE pk = 1')
    proof = proved(worked)[1]
    assert proof is not None
    assert proof == Break(2, DAY, "history_added" if column == "case_pk" else "history")


@pytest.mark.parametrize("line", [1, 2, 3, 4])
def test_a_line_of_the_history_taken_out_is_found(worked: CaseFile, line: int) -> None:
    by_hand(worked, f"DELETE FROM edit_history WHERE pk = {line}")
    assert proved(worked)[1] == Break({1: 2, 2: 3, 3: 4, 4: 6}[line], DAY, "history")


def test_a_line_put_into_the_history_is_found(worked: CaseFile) -> None:
    by_hand(
        worked,
        'INSERT INTO edit_history (case_pk, "action", place, kind, "before", "after", "at", "by")'
        ' SELECT case_pk, "action", place, kind, "after", "before", "at", "by" FROM edit_history WHERE pk = 1',
    )
    assert proved(worked)[1] == Break(7, DAY, "history_added")


def test_a_case_whose_word_was_altered_or_taken_out_is_found(worked: CaseFile) -> None:
    note(worked, "view", code=demo_cases()[1].code)
    by_hand(worked, "CREATE TEMP TABLE words AS SELECT * FROM case_token", "DELETE FROM case_token")
    assert proved(worked)[1] == Break(2, DAY, "case")
    by_hand(worked, "INSERT INTO case_token SELECT 3 - case_pk, token, salt, mac FROM words")
    assert proved(worked)[1] == Break(2, DAY, "case")
    by_hand(worked, "DELETE FROM case_token", "INSERT INTO case_token SELECT * FROM words")
    assert proved(worked) == (8, None)


def test_a_case_taken_out_by_hand_is_found(worked: CaseFile) -> None:
    with worked.session() as session:
        cases.delete(session, CODE)
    assert proved(worked)[1] == Break(2, DAY, "case")


def test_verify_names_the_first_entry_that_does_not_fit(worked: CaseFile) -> None:
    assert worked.verify(full=True).entries == 7
    by_hand(worked, "UPDATE log_entry SET \"by\" = 'x' WHERE pk IN (4, 6)")
    with pytest.raises(RecordBroken) as found:
        worked.verify(full=True)
    facts = {"path": str(worked.path), "number": 4, "on": DAY.isoformat(), "reason": "altered"}
    assert found.value.facts == facts
    assert found.value.exit_code == 4
    assert worked.verify(full=False).entries == 0  # the cases themselves are sound


def test_a_day_that_was_altered_beyond_reading_does_not_stop_the_proof(worked: CaseFile) -> None:
    by_hand(worked, "UPDATE log_entry SET \"at\" = 'x' WHERE pk = 1")
    assert proved(worked)[1] == Break(1, None, "altered")
    with pytest.raises(RecordBroken) as found:
        worked.verify(full=True)
    assert found.value.facts["cause"] == "undated"


def test_the_day_of_a_break_is_that_of_the_entry(worked: CaseFile) -> None:
    with worked.session() as session:
        record.note(session, "view", at=datetime(2027, 1, 2, tzinfo=UTC), by="", code=CODE)
    by_hand(worked, "UPDATE log_entry SET \"by\" = 'x' WHERE pk = 8")
    assert proved(worked)[1] == Break(8, date(2027, 1, 2), "altered")


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
        assert proved(file) == (count, None)
        if 0 < spoil <= count:
            by_hand(file, f'UPDATE log_entry SET "by" = "by" || \'.\' WHERE pk = {spoil}')
            found = proved(file)[1]
            assert found is not None
            assert (found.number, found.reason) == (spoil, "altered")
