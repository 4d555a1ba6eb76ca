"""F03: what shows that two people are spouses in law, and the facts of a marriage that a lawyer must look at.

Two dates whose spans overlap have no order in time; what hangs on their order is then not settled, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from hrd_desktop.checklists.facts import Facts, partners
from hrd_desktop.checklists.kinship import MARRIAGES
from hrd_desktop.checklists.message import Field, Message, Param, Row, when
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import because
from hrd_desktop.core.dates import Span, anniversary, span_of
from hrd_desktop.core.kin import Union
from hrd_desktop.core.person import Person

F03 = {
    "shown": "row day",
    "under_age": "row facts age",
    "earlier_marriage": "row facts",
    "answers": "row facts",
    "apart": "row facts",
    "several": "row facts",
    "no_row": "",
    "planned": "row",
    "order_open": "row facts",
    "answers_open": "row facts",
    "young_then": "row facts age",
    "young_now": "row facts age",
}
APART_YEARS = 1
"""For how long spouses live apart before a new partner of one of them matters (R 5(b)(ii))."""
_STANDING = frozenset({"in_force", "separated", "planned"})
_Weight = Literal["lawyer", "open"]


def spouses(facts: Facts) -> list[Person]:
    return [person for person in facts.fam if person.relation == "spouse"]


def standing_unions(facts: Facts, person: Person) -> list[Union]:
    """Unions of this person with the principal applicant that are not ended, in the order of the file."""
    return [row for row in facts.unions_of(person) if facts.pa.id in partners(row) and row.status in _STANDING]


def unions_with_others(facts: Facts, person: Person) -> list[Union]:
    """Unions of either of the pair with somebody else, in the order of the file."""
    pair = {facts.pa.id, person.id}
    return [row for row in facts.case.unions if len(pair.intersection(partners(row))) == 1]


def under_age(facts: Facts, person: Person) -> tuple[str, ...]:
    """Who of the pair is under the age of marriage today on every reading of the birth date."""
    age = facts.constants.marriage_age
    return tuple(one.id for one in (facts.pa, person) if not facts.possibly(age, one, facts.on))


def f03(facts: Facts, person: Person) -> Derived:
    """A marriage valid where it was made and in Canada."""
    found = [row for row in standing_unions(facts, person) if row.kind in MARRIAGES]
    if not found:
        return Derived("UNCLEAR", because("F03", "no_row"), ("case.unions",), places=("case.unions",))
    wedding = found[0]
    earlier = list(_earlier(facts, person, wedding))
    apart = list(_apart(facts, person, wedding))
    for_lawyer: dict[str, tuple[Row | Field, ...]] = {
        "under_age": tuple(Row(one) for one in under_age(facts, person)),
        "earlier_marriage": tuple(Row(row.id) for row, weight in earlier if weight == "lawyer"),
        "answers": tuple(_field(wedding, key) for key in ("both_present", "genuine") if getattr(wedding, key) == "no"),
        "apart": tuple(Row(row.id) for row, weight in apart if weight == "lawyer"),
    }
    reasons = [reason for reason, told in for_lawyer.items() if told]
    if reasons:
        others = {row.id for row, weight in (*earlier, *apart) if weight == "lawyer"}
        decisive = (wedding.id, *(row.id for row in facts.case.unions if row.id in others))
        told = tuple(one for reason in reasons for one in for_lawyer[reason])
        why = _told(facts, reasons[0] if len(reasons) == 1 else "several", wedding, told)
        return Derived("NEEDS_LAWYER", why, decisive)
    return _shown(facts, person, wedding, [row.id for row, _ in (*earlier, *apart)])


def _shown(facts: Facts, person: Person, wedding: Union, order_open: list[str]) -> Derived:
    """The marriage where nothing is for a lawyer: what is not settled, in the order in which it is best asked."""
    day = span_of(wedding.start, wedding.start_info)
    if wedding.status == "planned":
        return Derived("UNCLEAR", _told(facts, "planned", wedding), (wedding.id,), places=(f"{wedding.id}.status",))
    if order_open:
        why = _told(facts, "order_open", wedding, tuple(Row(one) for one in order_open))
        return Derived("UNCLEAR", why, (wedding.id, *order_open), places=tuple(order_open))
    missing = list(_missing(wedding))
    if missing:
        places = tuple(field.place for field in missing)
        return Derived("UNCLEAR", _told(facts, "answers_open", wedding, tuple(missing)), (wedding.id,), places=places)
    assert day is not None
    for reason, then in (("young_now", facts.on), ("young_then", day.first)):
        young = [one.id for one in (facts.pa, person) if not facts.surely(facts.constants.marriage_age, one, then)]
        if young:
            why = _told(facts, reason, wedding, tuple(Row(one) for one in young))
            places = tuple(f"{one}.birth.date" for one in young)
            return Derived("UNCLEAR", why, (wedding.id,), places=places)
    return Derived("MET", because("F03", "shown", row=Row(wedding.id), day=when(wedding.start)), (wedding.id,))


def _told(facts: Facts, reason: str, wedding: Union, told: tuple[Row | Field, ...] = ()) -> Message:
    known: dict[str, Param] = {"row": Row(wedding.id), "facts": told, "age": facts.constants.marriage_age}
    return because("F03", reason, **{gap: known[gap] for gap in F03[reason].split()})


def _missing(wedding: Union) -> Iterator[Field]:
    """What is wanted of a marriage that was held: its day, both present, valid under local law."""
    if wedding.start is None:
        yield _field(wedding, "start")
    if wedding.both_present != "yes":
        yield _field(wedding, "both_present")
    if not _valid(wedding):
        yield _field(wedding, "valid_where_made")


def _valid(wedding: Union) -> bool:
    """Whether the marriage is shown to be valid where it was made; a civil one is unless something else is said."""
    if wedding.valid_where_made is None and wedding.registered is None:
        return wedding.kind == "civil_marriage"
    return wedding.valid_where_made != "no" and "yes" in (wedding.valid_where_made, wedding.registered)


def _field(wedding: Union, key: str) -> Field:
    return Field("union", key, f"{wedding.id}.{key}")


def _earlier(facts: Facts, person: Person, wedding: Union) -> Iterator[tuple[Union, _Weight]]:
    """Marriages with others that stood when this one was made, surely (for a lawyer) or perhaps."""
    day = span_of(wedding.start, wedding.start_info)
    for row in unions_with_others(facts, person):
        if row.kind not in MARRIAGES or row.status == "planned":
            continue
        weight = _overlap(row, day)
        if weight is not None:
            yield row, weight


def _overlap(row: Union, wedding: Span | None) -> _Weight | None:
    """Whether another marriage stood on the day of this wedding; None if it surely came later or had ended."""
    start, end = span_of(row.start, row.start_info), span_of(row.end, row.end_info)
    if wedding is None:
        return "open"
    if start is not None and start.surely_after(wedding):
        return None
    begun = start is not None and start.surely_before(wedding)
    if row.status != "ended":
        return "lawyer" if begun else "open"
    if end is not None and end.last <= wedding.first:
        return None
    return "lawyer" if begun and end is not None and end.surely_after(wedding) else "open"


def _apart(facts: Facts, person: Person, wedding: Union) -> Iterator[tuple[Union, _Weight]]:
    """Partnerships of either with others while the spouses have lived apart for long, surely or perhaps."""
    if wedding.status != "separated":
        return
    since = span_of(wedding.separated_since, wedding.separated_since_info)
    if since is not None and anniversary(since.first, APART_YEARS) > facts.on:
        return
    surely = since is not None and anniversary(since.last, APART_YEARS) <= facts.on
    for row in unions_with_others(facts, person):
        if row.kind not in MARRIAGES and row.status == "in_force":
            yield row, "lawyer" if surely else "open"
