"""F04, F05 and F10: partners who are not spouses in law, and unions that begin after the application is made."""

from __future__ import annotations

from hrd_desktop.checklists.children import partnered
from hrd_desktop.checklists.facts import CHILD_RELATIONS, PARTNER_RELATIONS, Facts
from hrd_desktop.checklists.kinship import MARRIAGES
from hrd_desktop.checklists.marriage import standing_unions, under_age, unions_with_others
from hrd_desktop.checklists.message import Coded, Event, Field, Param, Row, rows, when
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import Rows, because
from hrd_desktop.core.dates import anniversary, span_of
from hrd_desktop.core.kin import Union
from hrd_desktop.core.person import Person

YEARS_TOGETHER = 1
"""For how long a couple lives together, or is kept from it, to be partners in law (R 1(1), 1(2))."""
_KEPT_APART = frozenset({"persecution", "penal_control"})


def couples(facts: Facts) -> list[Person]:
    """Spouses and partners of the principal applicant."""
    return [person for person in facts.fam if person.relation in PARTNER_RELATIONS]


F04 = {
    "married": "",
    "together": "row since",
    "too_short": "row since",
    "under_age": "row persons age",
    "other_marriage": "row rows",
    "apart": "row",
    "not_together": "row",
    "spouse": "row",
    "no_row": "",
}


def f04(facts: Facts, person: Person, others: Rows) -> Derived:
    """Partners who have lived together for long enough."""
    if _married(person, others):
        return Derived(
            "NOT_APPLICABLE", because("F04", "married"), tuple(row.id for row in standing_unions(facts, person))
        )
    found = standing_unions(facts, person)
    if not found:
        return Derived("UNCLEAR", because("F04", "no_row"), ("case.unions",), places=("case.unions",))
    union = found[0]
    row = Row(union.id)
    if _together(union):
        return _living_together(facts, person, union)
    if union.apart_reason is not None:
        return Derived("NOT_APPLICABLE", because("F04", "apart", row=row), (union.id,))
    if person.relation == "spouse":
        return Derived("NOT_APPLICABLE", because("F04", "spouse", row=row), (union.id,))
    places = (f"{union.id}.cohabiting_from", f"{union.id}.apart_reason")
    return Derived("UNCLEAR", because("F04", "not_together", row=row), (union.id,), places=places)


def _living_together(facts: Facts, person: Person, union: Union) -> Derived:
    row = Row(union.id)
    other, young = _marriages_with_others(facts, person), under_age(facts, person)
    if young:
        why = because("F04", "under_age", row=row, persons=rows(young), age=facts.constants.marriage_age)
        return Derived("NEEDS_LAWYER", why, (union.id, *other))
    if other:
        return Derived("NEEDS_LAWYER", because("F04", "other_marriage", row=row, rows=rows(other)), (union.id, *other))
    since = span_of(union.cohabiting_from, union.cohabiting_from_info)
    assert since is not None
    told: dict[str, Param] = {"row": row, "since": when(union.cohabiting_from)}
    if anniversary(since.last, YEARS_TOGETHER) <= facts.on:
        return Derived("MET", because("F04", "together", **told), (union.id,))
    return Derived("UNCLEAR", because("F04", "too_short", **told), (union.id,), places=(f"{union.id}.cohabiting_from",))


F05 = {"none": "", "kept_apart": "row cause", "under_age": "row persons age", "open": "row fields"}


def f05(facts: Facts, person: Person, others: Rows) -> Derived:
    """A couple of long standing that persecution or penal control keeps from living together."""
    found = standing_unions(facts, person)
    if _married(person, others) or not found or _together(found[0]) or found[0].apart_reason is None:
        decisive = (found[0].id,) if found else ("case.unions",)
        return Derived("NOT_APPLICABLE", because("F05", "none"), decisive)
    union = found[0]
    young = under_age(facts, person)
    if young:
        why = because("F05", "under_age", row=Row(union.id), persons=rows(young), age=facts.constants.marriage_age)
        return Derived("NEEDS_LAWYER", why, (union.id, *_marriages_with_others(facts, person)))
    missing = _exception_open(facts, union)
    if missing:
        places = tuple(field.place for field in missing)
        told: Param = tuple(missing)
        why = because("F05", "open", row=Row(union.id), fields=told)
        return Derived("UNCLEAR", why, (union.id,), places=places)
    assert union.apart_reason is not None
    why = because("F05", "kept_apart", row=Row(union.id), cause=Coded("apart_reason", union.apart_reason))
    return Derived("MET", why, (union.id,))


def _exception_open(facts: Facts, union: Union) -> list[Field]:
    """What the exception still lacks: its reason, a year, and something that supports it."""
    start = span_of(union.start, union.start_info)
    lacking = {
        "apart_reason": union.apart_reason not in _KEPT_APART,
        "start": start is None or anniversary(start.last, YEARS_TOGETHER) > facts.on,
    }
    found = [Field("union", key, f"{union.id}.{key}") for key, lacks in lacking.items() if lacks]
    if not any(union.id in row.supports for row in facts.case.evidence):
        found.append(Field("case", "evidence", "case.evidence"))
    return found


def _married(person: Person, others: Rows) -> bool:
    marriage = others.final("F03", person)
    return marriage is not None and marriage.result == "MET"


def _together(union: Union) -> bool:
    return union.cohabiting_from is not None and union.cohabiting_to is None


def _marriages_with_others(facts: Facts, person: Person) -> tuple[str, ...]:
    """Marriages of either of the pair with somebody else that are in force."""
    found = unions_with_others(facts, person)
    return tuple(row.id for row in found if row.kind in MARRIAGES and row.status == "in_force")


F10 = {"none": "", "begun_child": "events day", "begun": "events day", "planned": "events day", "partnered": "rows day"}
_CHILDREN = CHILD_RELATIONS | {"grandchild"}


def f10(facts: Facts, person: Person) -> Derived:
    """No union that begins after the application is made and changes who counts as family."""
    day = facts.application_day
    unions = facts.unions_of(person)
    child = person.relation in _CHILDREN
    if facts.done("application_submitted"):
        begun = [row for row in unions if row.status != "planned" and _maybe_after(row, facts)]
        if begun:
            why = because("F10", "begun_child" if child else "begun", events=_events(begun), day=day)
            return Derived("NEEDS_LAWYER" if child else "UNCLEAR", why, tuple(row.id for row in begun))
    planned = [row for row in unions if row.status == "planned" and _maybe_after(row, facts)]
    if planned:
        why = because("F10", "planned", events=_events(planned), day=day)
        found = tuple(row.id for row in planned)
        return Derived("UNCLEAR", why, found, places=tuple(f"{row.id}.start" for row in planned))
    standing = partnered(facts, person)[0] if child else ()
    if standing:
        return Derived("NOT_APPLICABLE", because("F10", "partnered", rows=rows(standing), day=day), standing)
    return Derived("MET", because("F10", "none"), tuple(row.id for row in unions) or ("case.unions",))


def _maybe_after(row: Union, facts: Facts) -> bool:
    """Whether a union may have begun after the application day; without a day of its own it may, unless it is over."""
    start, end = span_of(row.start, row.start_info), span_of(row.end, row.end_info)
    if start is not None:
        return start.last > facts.application_day
    return end is None or end.last > facts.application_day


def _events(found: list[Union]) -> Param:
    return tuple(Event(row.id, row.start, row.country) for row in found)
