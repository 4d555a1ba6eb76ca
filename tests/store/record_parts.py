"""What the tests of the record share: work that is noted, the record proved, and a hand that writes in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hrd_desktop.core.edit import AddRow, RemoveRow, SetValue
from hrd_desktop.core.staff import Task
from hrd_desktop.store import cases, edits, record
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.record_proof import Break
from tests.store.demo_cases import demo_case, demo_cases

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
DAY = AT.date()
CODE = demo_case().code


def work(file: CaseFile) -> None:
    with file.session() as session:
        cases.add(session, demo_cases()[:2])
    for minute, change in enumerate(
        (SetValue("P1.birth.city", "Old Port"), AddRow("case.tasks", Task(id="TA77", text="Call")), RemoveRow("TA77"))
    ):
        edit(file, change, minute)
    note(file, "view", code=CODE)
    edit(file, SetValue("case.alias", "Reed"), 9)
    note(file, "export", code=CODE, evidence=True, files=3)
    assert proved(file) == (7, None)


def edit(file: CaseFile, change: Any, minute: int = 0, by: str = "AB", code: str = CODE) -> None:
    with file.session() as session:
        edits.apply(session, code, [change], at=AT + timedelta(minutes=minute), by=by)


def note(file: CaseFile, action: str, **facts: Any) -> int:
    with file.session() as session:
        return record.note(session, action, at=AT, by="AB", **facts)


def proved(file: CaseFile) -> tuple[int, Break | None]:
    proof = file.prove_record()
    return proof.entries, proof.broken


def by_hand(file: CaseFile, *statements: str) -> None:
    """Write in the file as somebody does who opened it with another program."""
    with file.session() as session:
        for statement in statements:
            assert session.connection().exec_driver_sql(statement).rowcount != 0, statement


def rows(file: CaseFile, statement: str) -> list[tuple[Any, ...]]:
    with file.session() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql(statement)]
