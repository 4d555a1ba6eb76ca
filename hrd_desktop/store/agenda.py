"""What waits for somebody, over all open cases: days to keep, tasks, answers, cases left alone. Read by SQL alone.

Nothing of a case is loaded for it: each group is a narrow query over what stands in the tables, and comes in pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Select,
    Text,
    and_,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import Session

from hrd_desktop.store.keeping import retention
from hrd_desktop.store.ledger import caseload, deadline
from hrd_desktop.store.tables import tables

REVIEW = "review_outdated"
"""The code among the deadlines that asks for an answer instead: its day is that of the old review."""

_OPEN = caseload.c.stage != "closed"
_CLOSED = caseload.c.stage == "closed"
_COLUMNS = ("case_pk", "rank", "kind", "code", "text", "on", "person", "place", "count")


@dataclass(frozen=True)
class Line:
    """One thing that waits. `kind` says what it is; `code` names it more closely, by a code of its list.

    `relation` is what the person is to the principal applicant; `count` how many things one line stands for; `at` when
    the case was last changed.
    """

    kind: str
    case: str
    alias: str | None
    code: str
    text: str
    on: date | None
    person: str | None
    relation: str | None
    place: str
    count: int
    at: datetime


@dataclass(frozen=True)
class Lines:
    """A page of one group, and how many lines the group has."""

    count: int
    lines: tuple[Line, ...]


def dated(session: Session, first: date | None, last: date, offset: int, limit: int) -> Lines:
    """Deadlines, planned steps and open tasks from one day to another, by day.

    Without a first day: what is past, the latest first.
    """
    found = union_all(_deadlines(first, last), _tasks(first, last)).subquery()
    order = (found.c.on.desc() if first is None else found.c.on, found.c.rank)
    return _page(session.connection(), found, order, offset, limit)


def undated(session: Session, offset: int, limit: int) -> Lines:
    """Open tasks without a day."""
    found = _tasks_where(tables["task"].c.due_on.is_(None)).subquery()
    return _page(session.connection(), found, (found.c.place,), offset, limit)


def waiting(session: Session, on: date, offset: int, limit: int) -> Lines:
    """What somebody else has to answer, or should be asked again, one kind after the other."""
    kinds = (
        _partner_asked(),
        _applications(),
        _more_facts(),
        _outdated(),
        _of_headline(),
        _consents_ended(on),
        _ask_again(),
    )
    found = union_all(*kinds).subquery()
    return _page(session.connection(), found, (found.c.rank,), offset, limit)


def untouched(session: Session, since: datetime, offset: int, limit: int) -> Lines:
    """Cases in which nothing was changed since then, the longest first."""
    found = _lines(7, "untouched", caseload, caseload.c.case_pk).where(caseload.c.changed_at < since).subquery()
    return _page(session.connection(), found, (), offset, limit, caseload.c.changed_at)


def ended(session: Session, on: date, offset: int, limit: int) -> Lines:
    """Closed cases that were to be kept until this day or an earlier one: somebody has to say what becomes of them."""
    row = retention.c
    found = _lines(8, "ended", retention, row.case_pk, on=row.until).where(row.until <= on).subquery()
    return _page(session.connection(), found, (found.c.on,), offset, limit, cases=_CLOSED)


def stale(session: Session, on: date, pack: str) -> int:
    """How many cases have a headline, and so deadlines, that are not of this day and these rules."""
    fresh = and_(caseload.c.headline_on == on, caseload.c.pack == pack)
    statement = select(func.count()).select_from(caseload).where(or_(fresh.is_(None), ~fresh), _OPEN)
    return session.connection().scalar(statement) or 0


def _page(
    connection: Connection,
    found: Any,
    order: Sequence[Any],
    offset: int,
    limit: int,
    *first: Any,
    cases: ColumnElement[bool] = _OPEN,
) -> Lines:
    """The cases are joined to the lines; relations are looked up for the few lines that are shown."""
    open_cases = found.join(caseload, caseload.c.case_pk == found.c.case_pk)
    count = connection.scalar(select(func.count()).select_from(open_cases).where(cases)) or 0
    person = tables["person"].c
    relation = (
        select(person.relation).where(person.case_pk == found.c.case_pk, person.id == found.c.person).scalar_subquery()
    )
    shown = (
        select(
            found, relation.label("relation"), caseload.c.code.label("case"), caseload.c.alias, caseload.c.changed_at
        )
        .select_from(open_cases)
        .where(cases)
        .order_by(*first, *order, caseload.c.code)
        .limit(limit)
        .offset(offset)
    )
    return Lines(count, tuple(_line(row) for row in connection.execute(shown))) if count else Lines(0, ())


def _line(row: Any) -> Line:
    return Line(
        kind=row.kind,
        case=row.case,
        alias=row.alias,
        code=row.code or "",
        text=row.text or "",
        on=row.on,
        person=row.person,
        relation=row.relation,
        place=row.place,
        count=row.count,
        at=row.changed_at,
    )


def _lines(rank: int, kind: str, source: Any, case_pk: Any, **values: Any) -> Select[Any]:
    """Lines of one kind in the columns that all kinds share."""
    standard: dict[str, Any] = {
        "code": literal(""),
        "text": literal(""),
        "on": type_coerce(null(), Date),
        "person": cast(null(), Text),
        "place": literal("case"),
        "count": literal(1),
    }
    columns = {"case_pk": case_pk, "rank": literal(rank), "kind": literal(kind), **standard, **values}
    return select(*(columns[name].label(name) for name in _COLUMNS)).select_from(source)


def _deadlines(first: date | None, last: date) -> Select[Any]:
    row = deadline.c
    found = _lines(
        0, "deadline", deadline, row.case_pk, code=row.code, on=row.on, person=row.person, place=row.place
    ).where(row.on <= last, row.code != REVIEW)
    return found if first is None else found.where(row.on >= first)


def _tasks(first: date | None, last: date) -> Select[Any]:
    day = tables["task"].c.due_on
    return _tasks_where(day <= last if first is None else day.between(first, last))


def _tasks_where(wanted: Any) -> Select[Any]:
    task = tables["task"]
    row = task.c
    values = {"text": row.text, "on": row.due_on, "person": row.person, "place": row.id}
    return _lines(1, "task", task, row.case_pk, **values).where(row.done_on.is_(None), wanted)


def _partner_asked() -> Select[Any]:
    facts = tables["case"]
    values = {"code": facts.c.partner, "place": literal("case.partner_decision")}
    return _lines(1, "partner", facts, facts.c.pk, **values).where(facts.c.partner_decision == "asked")


def _applications() -> Select[Any]:
    table = tables["application"]
    values = {"code": table.c.kind, "person": table.c.person, "place": table.c.id}
    found = _lines(2, "application", table, table.c.case_pk, **values)
    return found.where(table.c.status.in_(("asked", "pending")))


def _more_facts() -> Select[Any]:
    """Reviews that ended with a question, unless the same item was reviewed again since."""
    review, later = tables["review"], tables["review"].alias()
    values = {"code": review.c.item, "on": review.c.reviewed_on, "person": review.c.person, "place": review.c.id}
    again = (
        select(later.c.pk)
        .where(
            later.c.case_pk == review.c.case_pk,
            later.c.item == review.c.item,
            later.c.person.is_(review.c.person),
            later.c.reviewed_on > review.c.reviewed_on,
        )
        .exists()
    )
    found = _lines(3, "more_facts", review, review.c.case_pk, **values)
    return found.where(review.c.outcome == "more_facts_needed", ~again)


def _outdated() -> Select[Any]:
    """Legal reviews that rest on other facts than those on file."""
    row = deadline.c
    values = {"code": row.code, "on": row.on, "person": row.person, "place": row.place}
    return _lines(3, "review", deadline, row.case_pk, **values).where(row.code == REVIEW)


def _of_headline() -> Select[Any]:
    """Cases that a lawyer has to look at before they can go on."""
    found = _lines(4, "lawyer", caseload, caseload.c.case_pk)
    return found.where(caseload.c.headline == "HOLD_LAWYER")


def _consents_ended(on: date) -> Select[Any]:
    """Consents whose last day is past, of persons who have not given another since."""
    consent, other = tables["consent"], tables["consent"].alias()
    lives = or_(other.c.expires_on.is_(None), other.c.expires_on >= on)
    renewed = (
        select(other.c.pk)
        .where(
            other.c.case_pk == consent.c.case_pk,
            other.c.person == consent.c.person,
            other.c.pk != consent.c.pk,
            other.c.signed_on >= consent.c.signed_on,
            or_(other.c.decision == "refused", other.c.withdrawn_on.is_not(None), lives),
        )
        .exists()
    )
    values = {"on": consent.c.expires_on, "person": consent.c.person, "place": consent.c.id}
    found = _lines(5, "consent_ended", consent, consent.c.case_pk, **values)
    return found.where(
        consent.c.decision == "given", consent.c.withdrawn_on.is_(None), consent.c.expires_on < on, ~renewed
    )


def _ask_again() -> Select[Any]:
    """One line for each case in which something is to be asked again."""
    known = tables["known_by"]
    values = {"count": func.count(), "place": func.min(known.c.at)}
    found = _lines(6, "ask_again", known, known.c.case_pk, **values)
    return found.where(known.c.ask_again.is_(True)).group_by(known.c.case_pk)
