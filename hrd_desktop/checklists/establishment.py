"""E21, E21x and E22: signs that the person can settle, the exemption from that test, and Quebec's own selection."""

from __future__ import annotations

from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.message import Coded, Param
from hrd_desktop.checklists.results import Derived
from hrd_desktop.checklists.rule import Rows, because
from hrd_desktop.core.person import Person

E21_CITATIONS = ("test", "exemption")
E21 = {"quebec": "", "signs": "count", "exempt": "count", "few": "count"}
_QUEBEC = "QC"
_ENOUGH = 2
"""Of the four factors of R 139(1)(g), how many the file must show before nothing is asked."""
_TRAINED = frozenset(
    {
        "trade_certificate",
        "college_certificate",
        "some_university",
        "bachelor",
        "some_postgraduate",
        "master",
        "doctorate",
    }
)


def e21(facts: Facts, person: Person, others: Rows) -> Derived:
    """Ability to settle: resourcefulness, relatives in Canada, employability, capacity to learn a language."""
    if facts.case.intended_province == _QUEBEC:
        return Derived("NOT_APPLICABLE", because("E21", "quebec"), ("case.intended_province",), citation="test")
    signs = _signs(facts, person)
    shown = tuple(row for found in signs.values() for row in found)
    count = sum(bool(found) for found in signs.values())
    if count >= _ENOUGH:
        return Derived("MET", because("E21", "signs", count=count), shown, citation="test")
    exemption = others.final("E21x", None)
    if exemption is not None and exemption.result == "EXEMPT":
        return Derived("EXEMPT", because("E21", "exempt", count=count), exemption.rows, citation="exemption")
    places = tuple(place for place, found in signs.items() if not found)
    return Derived("UNCLEAR", because("E21", "few", count=count), shown or places, places=places, citation="test")


def _signs(facts: Facts, person: Person) -> dict[str, tuple[str, ...]]:
    """What shows each factor, by the place where it would stand."""
    worked = tuple(row.id for row in person.history if row.activity == "work")
    earned = tuple(row.id for row in person.history if row.activity in ("work", "self_employed"))
    level, ability = f"{person.id}.education_level", f"{person.id}.official_ability"
    schooled = (level,) if person.education_level not in (None, "none") else ()
    speaks = (ability,) if person.official_ability in ("english", "french", "both") else ()
    return {
        f"{person.id}.history": worked or tuple(row.id for row in facts.hrd.activities),
        "case.relatives_in_canada": tuple(row.id for row in facts.case.relatives_in_canada),
        level: earned or ((level,) if person.education_level in _TRAINED else ()),
        ability: speaks or schooled,
    }


E21X = {"profile": "flags", "priority": "priority", "none": ""}


def e21x(facts: Facts, _person: Person) -> Derived:
    """Greater risk or urgent need, for which the test of settling falls away. A proposal: an officer decides."""
    priority = facts.case.priority
    if facts.hrd.heightened_risk:
        flags: Param = tuple(Coded("heightened_risk", code) for code in facts.hrd.heightened_risk)
        return Derived("EXEMPT", because("E21x", "profile", flags=flags), ("case.hrd.heightened_risk",))
    if priority in ("urgent", "emergency"):
        why = because("E21x", "priority", priority=Coded("priority", priority))
        return Derived("EXEMPT", why, ("case.priority",))
    return Derived("NOT_APPLICABLE", because("E21x", "none"), ("case.hrd.heightened_risk", "case.priority"))


E22 = {"quebec": "", "elsewhere": ""}


def e22(facts: Facts, _person: Person) -> Derived:
    """Selection by Quebec, whose certificate comes after the interview."""
    place = ("case.intended_province",)
    if facts.case.intended_province == _QUEBEC:
        return Derived("UNCLEAR", because("E22", "quebec"), place, places=place)
    return Derived("NOT_APPLICABLE", because("E22", "elsewhere"), place)
