"""Rows of the background tables for the checklist tests, each with the facts it must have and no more."""

from __future__ import annotations

from hrd_desktop.core.background import (
    Act,
    Address,
    Charge,
    Conviction,
    Government,
    History,
    Membership,
    Reply,
    Return,
    Service,
    Travel,
)
from hrd_desktop.core.person import Person
from tests.checklists.build import HOME, HOST, day

NOT_NO = ("yes", "unknown", "declined", "after_advice")
"""Every recorded answer that is anything but a plain no."""

LISTS = {
    "memberships": Membership,
    "government": Government,
    "service": Service,
    "charges": Charge,
    "convictions": Conviction,
    "acts": Act,
    "travel": Travel,
    "returns": Return,
    "addresses": Address,
    "history": History,
}


def membership(id: str = "MB1", **keys) -> Membership:
    return Membership(id=id, **{"organisation": "Union of Bakers", "armed_wing": "no", **keys})


def government(id: str = "GO1", **keys) -> Government:
    told = {"country": HOME, "position": "Clerk", "r16_post": "none", "security_sector": "no"}
    return Government(id=id, **{**told, **keys})


def service(id: str = "SV1", **keys) -> Service:
    return Service(id=id, **{"kind": "army", "country": HOME, "start": day("2010-01"), "senior": "no", **keys})


def charge(id: str = "CH1", **keys) -> Charge:
    return Charge(id=id, **{"country": HOME, "offence": "Spreading rumours", **keys})


def conviction(id: str = "CV1", **keys) -> Conviction:
    return Conviction(id=id, **{"date": day("2015-02"), "country": HOME, "offence": "Spreading rumours", **keys})


def act(id: str = "AC1", **keys) -> Act:
    return Act(id=id, **{"country": HOME, "description": "Carried a parcel.", "with_organisation": "no", **keys})


def travel(id: str = "TR1", **keys) -> Travel:
    return Travel(id=id, **{"start": day("2025-03-01"), "country": HOST, **keys})


def stay(id: str = "RE1", **keys) -> Return:
    return Return(id=id, **{"country": HOME, "entered_on": day("2025-03-01"), **keys})


def history(id: str, start: str, end: str | None = None, **keys) -> History:
    told = {"start": day(start), "end": day(end) if end else None, "activity": "work", "country": HOST}
    return History(id=id, **{**told, **keys})


def address(id: str, start: str, end: str | None = None, **keys) -> Address:
    told = {"start": day(start), "end": day(end) if end else None, "kind": "home", "country": HOST}
    return Address(id=id, **{**told, **keys})


def tell(person: Person, *rows: object) -> Person:
    """Add rows to the tables they belong to, which are then no longer declared empty."""
    for row in rows:
        name = next(name for name, cls in LISTS.items() if isinstance(row, cls))
        getattr(person, name).append(row)
        person.none_declared = [one for one in person.none_declared if one != name]
    return person


def say(person: Person, key: str, answer: str | None, **keys) -> Person:
    """Answer `background.g`, `further_answers.espionage` or `been_in_canada`; None takes the answer away."""
    owner, _, name = key.rpartition(".")
    if not owner:
        setattr(person, name, answer)
    else:
        setattr(getattr(person, owner), name, None if answer is None else Reply(answer=answer, **keys))
    return person
