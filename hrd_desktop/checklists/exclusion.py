"""E08 to E11: facts that touch the exclusion clauses of the Refugee Convention.

A lawyer weighs them, never the program.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from hrd_desktop.checklists.asking import Ask, Told
from hrd_desktop.checklists.facts import CANADA, Facts
from hrd_desktop.checklists.message import Coded, Event, Field, Param
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import because
from hrd_desktop.checklists.solutions import valid
from hrd_desktop.core.background import Government
from hrd_desktop.core.claim import HostStatus
from hrd_desktop.core.person import Person


def answering(facts: Facts) -> list[Person]:
    """Who answers for exclusion: the principal applicant at any age, and the adults who travel."""
    adults = {person.id for person in facts.accompanying_adults}
    return [person for person in facts.listed if person is facts.pa or person.id in adults]


E08 = {"like_a_national": "rows statuses", "recognised": "rows", "recognised_open": "rows fields", "none": ""}


def e08(facts: Facts, person: Person) -> Derived:
    """No other country gives the person the rights of its nationals."""
    recorded = [row for row in facts.asylum.statuses if row.person == person.id]
    elsewhere = [row for row in recorded if row.country not in (*facts.own, CANADA) and valid(row, facts)]
    like = [row for row in elsewhere if row.status in ("permanent_resident", "citizen_like")]
    recognised = [row for row in elsewhere if row.status == "refugee_recognised" and row.granted_by != "unhcr"]
    grave = [row for row in elsewhere if row in like or (row in recognised and not _open(row) and not _limited(row))]
    if grave:
        told: dict[str, Param] = {"rows": _events(grave)}
        if like:
            told["statuses"] = tuple(Coded("status_kind", code) for code in dict.fromkeys(row.status for row in like))
        why = because("E08", "like_a_national" if like else "recognised", **told)
        return Derived("NEEDS_LAWYER", why, tuple(row.id for row in grave))
    doubtful = [row for row in recognised if not _limited(row)]
    if doubtful:
        keys = dict.fromkeys(key for row in doubtful for key in _open(row))
        fields: Param = tuple(Field("host_status", key, f"{doubtful[0].id}.{key}") for key in keys)
        places = tuple(f"{row.id}.{key}" for row in doubtful for key in _open(row))
        why = because("E08", "recognised_open", rows=_events(doubtful), fields=fields)
        return Derived("UNCLEAR", why, tuple(row.id for row in doubtful), places=places)
    return Derived("MET", because("E08", "none"), tuple(row.id for row in recorded) or ("case.asylum.statuses",))


def _limited(row: HostStatus) -> bool:
    """Whether the stay cannot be renewed or work is not allowed, so that it is unlike that of a national."""
    return "no" in (row.renewable, row.may_work)


def _open(row: HostStatus) -> list[str]:
    answers = {"renewable": row.renewable, "may_work": row.may_work}
    return [key for key, answer in answers.items() if answer not in ("yes", "no")]


def _events(found: Sequence[HostStatus]) -> Param:
    return tuple(Event(row.id, row.start, row.country) for row in found)


def services_and_security_posts(person: Person) -> Iterator[Told]:
    """Every service, conscripts too, and government posts that are senior or of the security sector."""
    yield from person.service
    yield from (row for row in person.government if row.r16_post != "none" or row.security_sector != "no")


def senior_posts(person: Person) -> list[Government]:
    """Government posts of the ranks that the Regulations name."""
    return [row for row in person.government if row.r16_post != "none"]


def offences(person: Person) -> Iterator[Told]:
    """Every charge, conviction and act, whatever came of it: staff do not weigh offences."""
    yield from person.charges
    yield from person.convictions
    yield from person.acts


e09: Final = Ask("E09", ("background.f",), ("service", "government"), services_and_security_posts)
e10: Final = Ask("E10", ("background.b",), ("charges", "convictions", "acts"), offences)
e11: Final = Ask("E11", ("background.g", "background.h"), ("government",), senior_posts)
