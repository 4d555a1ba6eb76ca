"""The list of cases: narrow rows kept beside the cases, paged and searched in SQL, never by loading a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    case,
    column,
    delete,
    func,
    insert,
    null,
    or_,
    select,
    table,
    update,
)
from sqlalchemy.orm import Session

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import Stage
from hrd_desktop.core.schema import fields_of
from hrd_desktop.errors import UnknownCase
from hrd_desktop.store.agenda import REVIEW
from hrd_desktop.store.fold import fold, match
from hrd_desktop.store.ledger import caseload, deadline
from hrd_desktop.store.tables import tables

_SEARCH: Any = table("caseload_search", column("rowid"), column("words"))


Order = Literal["code", "changed", "opened", "stage", "deadline"]
"""How the list is sorted: newest first for the two dates, stages as they follow each other, the next
deadline first. Equal rows go by code."""


@dataclass(frozen=True)
class CaseloadQuery:
    """Which cases: words that begin words of code, alias or names; one of the headlines; one of the stages.

    `on` is the day from which a deadline is the next one; without it none is looked for. `due` are the first and last
    day on which open cases have one; without a first day it is any that is past.
    Without `closed`, closed cases are left out unless their stage is asked for.
    """

    text: str = ""
    headlines: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    order: Order = "code"
    on: date | None = None
    due: tuple[date | None, date] | None = None
    closed: bool = True


@dataclass(frozen=True)
class CaseloadRow:
    """What the list shows of one case. `headline_on` is None where the facts are newer than the headline.

    `next_on` and `next_code` are the next deadline, or the one that was asked for.
    """

    code: str
    alias: str | None
    stage: Stage
    headline: str | None
    headline_on: date | None
    accompanying: int
    opened_on: date
    changed_at: datetime
    next_on: date | None = None
    next_code: str | None = None


_STAGES = next(spec.codes for spec in fields_of(Case) if spec.name == "stage")
_SHOWN = [caseload.c[name] for name in CaseloadRow.__dataclass_fields__ if name in caseload.c]
_ORDERS: dict[Order, ColumnElement[Any]] = {
    "code": caseload.c.code,
    "changed": caseload.c.changed_at.desc(),
    "opened": caseload.c.opened_on.desc(),
    "stage": case({stage: number for number, stage in enumerate(_STAGES)}, value=caseload.c.stage),
}


def page(session: Session, query: CaseloadQuery, offset: int, limit: int) -> list[CaseloadRow]:
    """So many rows of the list from `offset` on."""
    days = _next(query)
    order = days[0].asc().nulls_last() if query.order == "deadline" else _ORDERS[query.order]
    statement = _narrow(select(*_SHOWN, *days), query).order_by(order, caseload.c.code)
    return [CaseloadRow(*row) for row in session.connection().execute(statement.limit(limit).offset(offset))]


def count(session: Session, query: CaseloadQuery) -> int:
    """How many cases the query finds."""
    return session.connection().scalar(_narrow(select(func.count()).select_from(caseload), query)) or 0


def _narrow(statement: Select[Any], query: CaseloadQuery) -> Select[Any]:
    words = match(query.text)
    if words:
        found = select(_SEARCH.c.rowid).where(column("caseload_search").match(words))
        statement = statement.where(caseload.c.case_pk.in_(found))
    if query.headlines:
        statement = statement.where(caseload.c.headline.in_(query.headlines))
    if query.stages:
        statement = statement.where(caseload.c.stage.in_(query.stages))
    elif not query.closed:
        statement = statement.where(caseload.c.stage != "closed")
    if query.due:
        held = select(deadline.c.case_pk).where(_within(*query.due))
        statement = statement.where(caseload.c.case_pk.in_(held), caseload.c.stage != "closed")
    return statement


def _within(first: date | None, last: date | None) -> ColumnElement[bool]:
    """Deadlines from one day to another; an old review is no deadline, see `agenda`."""
    wanted = deadline.c.code != REVIEW
    if first is not None:
        wanted &= deadline.c.on >= first
    return wanted if last is None else wanted & (deadline.c.on <= last)


def _next(query: CaseloadQuery) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """The day and the code of the deadline to show: the first of those asked for, of past ones the last."""
    if query.on is None:
        return null(), null()
    first, last = query.due or (query.on, None)
    order = (deadline.c.on.desc() if first is None else deadline.c.on, deadline.c.pk)
    wanted = (deadline.c.case_pk == caseload.c.case_pk) & _within(first, last)
    day, code = (select(found).where(wanted).order_by(*order).limit(1) for found in (deadline.c.on, deadline.c.code))
    return day.scalar_subquery(), code.scalar_subquery()


def set_headline(session: Session, code: str, headline: str, on: date, pack: str) -> None:
    """Keep the headline worked out for a day with a rule pack. Raises UnknownCase."""
    values = {"headline": headline, "headline_on": on, "pack": pack}
    done = session.connection().execute(update(caseload).where(caseload.c.code == code).values(values))
    if not done.rowcount:
        raise UnknownCase(code=code)


def stale(session: Session, on: date, pack: str) -> list[str]:
    """Codes of the cases whose headline is not of this day and pack, or older than their facts."""
    fresh = and_(caseload.c.headline_on == on, caseload.c.pack == pack)
    statement = select(caseload.c.code).where(or_(fresh.is_(None), ~fresh)).order_by(caseload.c.code)
    return list(session.connection().scalars(statement))


def fresh(session: Session, on: date, pack: str, codes: Sequence[str]) -> dict[str, str]:
    """Headlines of these cases that are of this day and pack and not older than the facts, by code."""
    statement = select(caseload.c.code, caseload.c.headline).where(
        caseload.c.code.in_(codes),
        caseload.c.headline_on == on,
        caseload.c.pack == pack,
        caseload.c.headline.is_not(None),
    )
    return {row.code: row.headline for row in session.connection().execute(statement)}


def open_codes(session: Session) -> list[str]:
    """Codes of the cases that are not closed."""
    return list(
        session.connection().scalars(
            select(caseload.c.code).where(caseload.c.stage != "closed").order_by(caseload.c.code)
        )
    )


def insert_rows(connection: Connection, cases: Mapping[int, Case], at: datetime) -> None:
    """Make the rows of cases that are new in the file, by case_pk."""
    if not cases:
        return
    rows = [
        {
            "case_pk": pk,
            "code": case.code,
            "alias": case.alias,
            "stage": case.stage,
            "opened_on": case.opened_on,
            "accompanying": sum(person.plan == "accompanying" for person in case.persons),
            "changed_at": at,
        }
        for pk, case in cases.items()
    ]
    connection.execute(insert(caseload), rows)
    words = [{"rowid": pk, "words": _words(_texts(case))} for pk, case in cases.items()]
    connection.execute(insert(_SEARCH), words)


_CASE, _PERSON, _NAME, _UNION = (tables[kind] for kind in ("case", "person", "name", "union"))
_OF: Any = bindparam("of")
# Made once: making a statement takes longer than running it.
_REFRESH = (
    update(caseload)
    .where(caseload.c.case_pk == _OF)
    .values(
        **{
            name: select(_CASE.c[name]).where(_CASE.c.pk == _OF).scalar_subquery()
            for name in ("code", "alias", "stage", "opened_on")
        },
        accompanying=select(func.count())
        .select_from(_PERSON)
        .where(_PERSON.c.case_pk == _OF, _PERSON.c.plan == "accompanying")
        .scalar_subquery(),
        changed_at=bindparam("moment"),
        headline_on=None,
    )
)
_HEAD = select(_CASE.c.code, _CASE.c.alias).where(_CASE.c.pk == _OF)
_NAMES = select(_NAME.c.family, _NAME.c.given, _NAME.c.full).where(_NAME.c.case_pk == _OF)
_PARTNERS = select(_UNION.c.partner_b_name).where(_UNION.c.case_pk == _OF)
_KNOWN = select(_SEARCH.c.words).where(_SEARCH.c.rowid == _OF)
_SAY = update(_SEARCH).where(_SEARCH.c.rowid == _OF).values(words=bindparam("said"))

NAMED = frozenset({("case", "code"), ("case", "alias"), ("union", "partner_b_name")})
"""Fields beside those of names by which the list finds a case."""


def refresh_row(connection: Connection, case_pk: int, at: datetime, *, renamed: bool) -> None:
    """Bring the row of a case up to date after an edit; its headline is out of date from now on.

    `renamed` says whether anything may have changed by which the list finds it.
    """
    of = {"of": case_pk}
    connection.execute(_REFRESH, {**of, "moment": at})
    if not renamed:
        return
    head = connection.execute(_HEAD, of).one()
    names, partners = connection.execute(_NAMES, of), connection.scalars(_PARTNERS, of)
    words = _words([head.code, head.alias, *(text for parts in names for text in parts), *partners])
    if words != connection.scalar(_KNOWN, of):
        connection.execute(_SAY, {**of, "said": words})


def delete_row(connection: Connection, case_pk: int) -> None:
    """Take a case out of the search index; its list row goes with the case."""
    connection.execute(delete(_SEARCH).where(_SEARCH.c.rowid == case_pk))


def _texts(case: Case) -> Iterable[str | None]:
    yield from (case.code, case.alias)
    for person in case.persons:
        for name in person.names:
            yield from (name.family, name.given, name.full)
    for union in case.unions:
        yield union.partner_b_name


def _words(texts: Iterable[str | None]) -> str:
    """Each folded word once, in an order that does not depend on where it came from."""
    return " ".join(sorted({word for text in texts if text for word in fold(text).split()}))
