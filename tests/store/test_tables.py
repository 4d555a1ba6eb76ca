"""The tables follow the case format, and no way of using them reads a table from end to end."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, ForeignKeyConstraint, event, text

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import AddRow, SetValue, removal
from hrd_desktop.core.schema import Kind, fields_of, object_name, objects
from hrd_desktop.core.staff import Task
from hrd_desktop.store import caseload, cases, drafts, edits, history, record
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.caseload import CaseloadQuery
from hrd_desktop.store.tables import classes, tables
from tests.store.demo_cases import demo_case, demo_cases

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


def test_every_object_but_the_envelope_has_a_table_with_every_value() -> None:
    assert set(objects()) - set(tables) == {"file"}
    assert len(tables) == 69
    for name, cls in classes.items():
        values = {spec.name: spec for spec in fields_of(cls) if spec.kind is not Kind.OBJECT}
        columns = {column.name: column for column in tables[name].columns}
        assert set(columns) - set(values) == ({"pk"} if cls is Case else {"pk", "case_pk"})
        assert {n for n, spec in values.items() if columns[n].nullable is spec.required} == set()


def test_every_single_reference_of_a_class_is_a_foreign_key_checked_at_commit() -> None:
    seen = 0
    for name, cls in classes.items():
        keys = {tuple(k.column_keys): k for k in tables[name].constraints if isinstance(k, ForeignKeyConstraint)}
        for spec in fields_of(cls):
            if spec.kind is Kind.REF and spec.ref and not spec.many:
                key = keys["pk" if cls is Case else "case_pk", spec.name]
                assert key.initially == "DEFERRED"
                assert {element.target_fullname for element in key.elements} == {
                    f"{spec.ref}.case_pk",
                    f"{spec.ref}.id",
                }
                seen += 1
    assert seen > 25


@contextmanager
def statements(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    """Everything sent to the database in the block."""
    sent: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, sql: str, parameters: Any, _context: object, many: bool) -> None:
        sent.append((sql, parameters[0] if many else parameters))

    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def _engine(file: CaseFile) -> Engine:
    with file.session() as session:
        found = session.get_bind()
    assert isinstance(found, Engine)
    return found


def test_one_answer_touches_its_row_its_words_its_history_and_the_list_only(file: CaseFile) -> None:
    case = demo_case()
    with file.session() as session:
        cases.add(session, [case])
        record.note(session, "view", code=case.code, at=AT)  # the record has begun
    with statements(_engine(file)) as sent, file.session() as session:
        edits.apply(session, case.code, [SetValue("P1.birth.city", "Old Port")], at=AT, by="x")
    written = [" ".join(sql.split()[:3]) for sql, _ in sent if not sql.startswith(("SELECT", "WITH", "BEGIN"))]
    # History and record go to the driver itself and are not seen here: `test_record` looks at theirs.
    assert written == ["UPDATE birth SET", "UPDATE passage_search SET", "UPDATE caseload SET"]


def test_nothing_reads_a_table_of_all_cases_from_end_to_end(file: CaseFile) -> None:
    given = demo_cases()
    case = given[0]
    with file.session() as session:
        cases.add(session, given)
        record.note(session, "view", code=case.code, at=AT)  # the record has begun
    with statements(_engine(file)) as sent, file.session() as session:
        cases.load_many(session, [one.code for one in given])
        row = Task(id="TA99", text="Call back")
        changes = [SetValue("P1.birth", None), AddRow("case.tasks", row, 0), SetValue("N1.given", "Anna")]
        edits.apply(session, case.code, [*changes, *removal(case, "P3")], at=AT, by="x")
        history.entries(session, case.code, "P1.birth")
        drafts.load(session, case.code)
        caseload.set_headline(session, case.code, "READY", date(2026, 5, 4), "p")
        caseload.page(session, CaseloadQuery(text="anna"), 0, 100)
        cases.delete(session, given[1].code)
    sent.append(("SELECT pk FROM node WHERE kind = ?", ("name",)))  # what the test must be able to see
    seen = set()
    with file.session() as session:
        for sql, parameters in sent:
            if sql.split()[0] in ("SELECT", "WITH", "UPDATE", "DELETE"):
                plan = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", parameters).all()
                seen |= {step.detail for step in plan if step.detail.startswith("SCAN")}
    # The index of words and lists of ids are virtual tables; the tree is what a node holds.
    assert {step for step in seen if "VIRTUAL TABLE" not in step} == {"SCAN node", "SCAN tree"}


@pytest.mark.parametrize("index", ["caseload", "passage"])
def test_names_of_a_deleted_case_are_not_left_in_the_search_index(file: CaseFile, index: str) -> None:
    with file.session() as session:
        cases.add(session, demo_cases())

    def indexed(word: bytes) -> bool:
        with file.session() as session:
            blocks = session.scalars(text(f"SELECT block FROM {index}_search_data")).all()
            kept = session.scalars(text(f"SELECT CAST(c0 AS BLOB) FROM {index}_search_content")).all()
        return any(word in bytes(part) for part in [*blocks, *kept])

    (family,) = {
        name.family for name in demo_case().persons[0].names if name.script == "Latn" and name.kind == "document"
    }
    assert family is not None
    word = family.lower().encode()[:6]
    assert indexed(word)
    with file.session() as session:
        cases.delete(session, demo_case().code)
    assert not indexed(word)


def test_the_name_of_a_table_is_the_name_of_its_object() -> None:
    assert {name: object_name(cls) for name, cls in classes.items()} == {name: name for name in tables}


def test_nothing_to_do_is_no_error(file: CaseFile) -> None:
    with file.session() as session:
        cases.add(session, [])
        assert cases.load_many(session, []) == cases.codes(session) == []
        assert caseload.page(session, CaseloadQuery(), 0, 10) == []
        assert caseload.count(session, CaseloadQuery()) == 0
        cases.add(session, [demo_case()])
        edits.apply(session, demo_case().code, [], at=AT, by="x")
        assert history.entries(session, demo_case().code) == []
