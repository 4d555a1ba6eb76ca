"""The record of what was done: what stands in an entry, and what goes on rightly."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from hrd_desktop.core.edit import AddRow, SetValue
from hrd_desktop.core.staff import Override
from hrd_desktop.errors import EditRefused
from hrd_desktop.store import cases, edits, history, record
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.engine import driver
from hrd_desktop.store.record_proof import Break
from tests.store.conftest import PASSPHRASE
from tests.store.demo_cases import demo_case, demo_cases
from tests.store.record_parts import AT, CODE, DAY, by_hand, edit, note, proved, rows

# What stands in it


def test_an_entry_says_what_was_done_when_by_whom_and_to_which_case_without_naming_it(worked: CaseFile) -> None:
    entries = rows(worked, 'SELECT "at", "by", "action", token, detail FROM log_entry ORDER BY pk')
    ((token,),) = rows(worked, "SELECT token FROM case_token")
    assert entries[0][1:] == ("AB", "begin", None, '{"cases":0}')
    assert entries[4] == ("2026-05-04T09:30:00.000000Z", "AB", "view", token, "{}")
    assert entries[6][2:] == ("export", token, '{"evidence":true,"files":3}')
    assert [one[2] for one in entries[1:4]] == ["change"] * 3
    told = repr(entries)
    for secret in (CODE, "Reed", "Old Port", "TA77", "P1"):
        assert secret not in told


def test_a_change_that_is_a_decision_is_told_as_one(worked: CaseFile) -> None:
    row = Override(id="OV9", item="E1", reason="Seen by the board", decided_on=DAY, decided_by="CD")
    edit(worked, AddRow("case.overrides", row), 20)
    ((action,),) = rows(worked, 'SELECT "action" FROM log_entry ORDER BY pk DESC LIMIT 1')
    assert action == "override"


def test_a_change_that_fails_leaves_no_entry(worked: CaseFile) -> None:
    twice = [SetValue("case.alias", "Marsh"), SetValue("case.nothing", "x")]
    with pytest.raises(EditRefused), worked.session() as session:
        edits.apply(session, CODE, twice, at=AT, by="AB")
    assert proved(worked) == (7, None)


def test_whoever_unlocked_is_named_where_nobody_says_who(file: CaseFile) -> None:
    file.sits_here("CD")
    with file.session() as session:
        record.note(session, "unlock", at=AT, slot="passphrase")
    assert rows(file, 'SELECT DISTINCT "by" FROM log_entry') == [("CD",)]


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
        note(file, action, **detail)
    assert "Amal" not in str(refused.value)
    assert rows(file, "SELECT count(*) FROM log_entry") == [(0,)]


@pytest.mark.parametrize("statement", [record._STATE, record._TOKEN, history._LAST, history._LATER, history._GO_ON])
def test_no_statement_of_a_save_reads_a_table_from_end_to_end(worked: CaseFile, statement: str) -> None:
    with worked.session() as session:
        plan = driver(session.connection()).execute("EXPLAIN QUERY PLAN " + statement, (1,) * statement.count("?"))
        steps = [step for *_, step in plan]
    assert steps
    assert [step for step in steps if step.startswith("SCAN")] == []


# What goes on rightly


def test_typing_that_goes_on_stays_one_line_and_the_newest_entry_about_it_counts(worked: CaseFile) -> None:
    for second, typed in enumerate(("T", "Tide", "Tide m", "Tide mark")):
        with worked.session() as session:
            change = SetValue("case.alias", typed)
            edits.apply(session, CODE, [change], at=AT + timedelta(hours=1, seconds=second), by="AB")
    assert len(rows(worked, "SELECT 1 FROM edit_history")) == 5
    assert proved(worked) == (11, None)
    by_hand(worked, 'UPDATE edit_history SET "after" = \'"Tide"\' WHERE pk = 5')
    assert proved(worked)[1] == Break(11, DAY, "history")


def test_one_save_that_changes_the_same_text_twice_is_told_as_it_ended(worked: CaseFile) -> None:
    with worked.session() as session:
        twice = [SetValue("case.alias", "Fen"), SetValue("case.alias", "Fenland")]
        edits.apply(session, CODE, twice, at=AT + timedelta(hours=1), by="AB")
    assert proved(worked) == (8, None)


def test_an_erased_case_leaves_its_entries_and_nothing_that_leads_to_it(worked: CaseFile) -> None:
    ((token, salt),) = rows(worked, "SELECT token, hex(salt) FROM case_token")
    with worked.session() as session:
        record.note(session, "erase", at=AT, by="AB", code=CODE)
        cases.delete(session, CODE)
    assert proved(worked) == (8, None)
    assert rows(worked, "SELECT * FROM case_token") == []
    # The next case takes the number of the erased one, and its history the numbers of that history.
    with worked.session() as session:
        cases.add(session, [demo_case()])
    edit(worked, SetValue("case.alias", "Heron"), 30)
    assert proved(worked) == (9, None)
    assert rows(worked, f"SELECT count(*) FROM case_token WHERE token = '{token}'") == [(0,)]
    assert salt not in repr(rows(worked, "SELECT detail FROM log_entry"))


def test_a_record_that_was_broken_goes_on_and_stays_broken(worked: CaseFile) -> None:
    by_hand(worked, "DELETE FROM log_entry WHERE pk > 5")
    note(worked, "view", code=CODE)
    edit(worked, SetValue("case.alias", "Heron"), 30)
    entries = rows(worked, 'SELECT pk, "action" FROM log_entry WHERE pk > 5')
    assert entries == [(8, "gap"), (9, "view"), (10, "change")]
    assert proved(worked) == (8, Break(6, DAY, "altered"))


def test_a_head_that_was_thrown_away_does_not_begin_the_record_anew(worked: CaseFile) -> None:
    by_hand(worked, "DELETE FROM log_entry", "DELETE FROM log_head")
    note(worked, "view", code=CODE)
    assert proved(worked) == (2, Break(1, DAY, "gap"))


def test_history_older_than_the_record_is_taken_into_it(worked: CaseFile) -> None:
    # As a file of the fourth form looks once it was brought to the fifth.
    by_hand(worked, "DELETE FROM log_entry", "DELETE FROM case_token", "UPDATE log_head SET entries = 0, mac = x''")
    assert proved(worked) == (0, None)
    note(worked, "unlock")
    assert rows(worked, 'SELECT "action" FROM log_entry') == [("begin",), ("begin",), ("unlock",)]
    assert proved(worked) == (3, None)
    by_hand(worked, 'UPDATE edit_history SET "after" = \'"x"\' WHERE pk = 4')
    assert proved(worked)[1] == Break(2, DAY, "history")


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
    details = [len(detail) for (detail,) in rows(worked, "SELECT detail FROM log_entry WHERE action = 'take_in'")]
    assert len(details) == 3
    assert proved(worked) == (10, None)
    by_hand(worked, "DELETE FROM edit_history WHERE pk = 1449")
    assert proved(worked)[1] == Break(10, DAY, "history")


def test_locked_and_opened_again_the_record_goes_on(tmp_path: Path) -> None:
    for day in range(3):
        with (
            CaseFile.open(tmp_path / "a.hrd", PASSPHRASE)
            if day
            else CaseFile.create(tmp_path / "a.hrd", PASSPHRASE, calibrate=False)
        ) as file:
            note(file, "unlock", slot="passphrase")
            assert file.verify(full=True).entries == day + 2


def test_saves_from_several_threads_make_one_chain(worked: CaseFile) -> None:
    def work(who: str) -> None:
        for minute in range(10):
            edit(worked, SetValue("P1.birth.city", f"{who} {minute}"), minute, by=who)

    threads = [threading.Thread(target=work, args=(who,)) for who in ("AB", "CD", "EF")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert proved(worked) == (37, None)
