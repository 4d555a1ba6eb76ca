"""A38 to A42: health, money, agreement of the facts, earlier stays in Canada, and what follows from a family member."""

from __future__ import annotations

from typing import Final

from hrd_desktop.checklists import offences, security
from hrd_desktop.checklists.asking import answer_to, asked_field, asked_weight, hot_answers, place_of
from hrd_desktop.checklists.contradictions import contradictions, named
from hrd_desktop.checklists.facts import CANADA, CHILD_RELATIONS, Facts, hot, partners
from hrd_desktop.checklists.message import Param, Row, rows
from hrd_desktop.checklists.results import Derived, ItemResult, Part
from hrd_desktop.checklists.rule import Rows, because
from hrd_desktop.core.background import Travel
from hrd_desktop.core.person import Person

A38AB = {"noted": "fields", "nothing": "", "not_adult": "age day", "not_asked": "fields"}
_HEALTH = ("background.k", "medical.public_health_flag")


def travelling_family(facts: Facts) -> list[Person]:
    """Those of LIST who travel now."""
    return [person for person in facts.listed if person.plan == "accompanying"]


def listed(facts: Facts) -> list[Person]:
    """LIST: the principal applicant and the family, coming along or not."""
    return facts.listed


def a38ab(facts: Facts, person: Person) -> Derived:
    """Health that may put others at risk: treatment first, as a rule a delay and no more."""
    noted = hot_answers(person, _HEALTH)
    if noted:
        places = _places(person, noted)
        return Derived("UNCLEAR", because("A38ab", "noted", fields=_fields(person, noted)), places, places=places)
    answered = [key for key in _HEALTH if answer_to(person, key) == "no"]
    if answered:
        return Derived("MET", because("A38ab", "nothing"), _places(person, answered))
    if not facts.adult(person):
        return _not_adult("A38ab", facts, person)
    places = _places(person, _HEALTH)
    return Derived("UNCLEAR", because("A38ab", "not_asked", fields=_fields(person, _HEALTH)), places, places=places)


EXEMPT_REASONS = {"exempt": ""}


def a38c(_facts: Facts, _person: Person) -> Derived:
    """What treatment costs does not count for refugees."""
    return Derived("EXEMPT", because("A38c", "exempt"))


def a39(_facts: Facts, _person: Person) -> Derived:
    """Money does not count for refugees."""
    return Derived("EXEMPT", because("A39", "exempt"))


A40 = {
    "material": "facts",
    "statement": "fields",
    "material_and_statement": "facts fields",
    "to_correct": "facts",
    "nothing": "",
    "not_adult": "age day",
    "not_asked": "fields",
}
_STATEMENT = "further_answers.earlier_false_statement"


def a40(facts: Facts, person: Person) -> Derived:
    """Facts that agree with each other, and nothing untrue said on this journey."""
    found = contradictions(facts, person)
    parts = tuple(Part(one.key, "NEEDS_LAWYER" if one.material else "UNCLEAR", one.rows) for one in found)
    material = tuple(dict.fromkeys(row for one in found if one.material for row in one.rows))
    said = hot_answers(person, [_STATEMENT])
    if material or said:
        told: dict[str, Param] = {"facts": _named(material), "fields": _fields(person, said)}
        reason = "statement" if not material else "material_and_statement" if said else "material"
        why = because("A40", reason, **{gap: told[gap] for gap in A40[reason].split()})
        return Derived("NEEDS_LAWYER", why, (*material, *_places(person, said)), parts=parts)
    if found:
        open_rows = tuple(dict.fromkeys(row for one in found for row in one.rows))
        why = because("A40", "to_correct", facts=_named(open_rows))
        return Derived("UNCLEAR", why, open_rows, places=open_rows, parts=parts)
    if answer_to(person, _STATEMENT) == "no":
        return Derived("MET", because("A40", "nothing"), _places(person, [_STATEMENT]))
    if not facts.adult(person):
        return _not_adult("A40", facts, person)
    return _not_asked("A40", facts, person, [_STATEMENT])


def _named(references: tuple[str, ...]) -> Param:
    return tuple(named(reference) for reference in references)


A40_1 = {"answers": "fields", "nothing": "", "not_adult": "age day", "not_asked": "fields"}
_PROTECTED, _BEEN = "further_answers.protected_in_canada", "been_in_canada"


def a40_1(facts: Facts, person: Person) -> Derived:
    """Refugee protection in Canada that was given earlier and may have ended."""
    if hot(answer_to(person, _PROTECTED)):
        why = because("A40.1", "answers", fields=_fields(person, [_PROTECTED]))
        return Derived("NEEDS_LAWYER", why, _places(person, [_PROTECTED]))
    if not facts.adult(person):
        return _not_adult("A40.1", facts, person)
    for key in (_BEEN, _PROTECTED):
        if answer_to(person, key) == "no":
            return Derived("MET", because("A40.1", "nothing"), _places(person, [key]))
    return _not_asked("A40.1", facts, person, [_PROTECTED])


A41 = {
    "rows": "rows",
    "answers": "fields",
    "both": "rows fields",
    "nothing": "",
    "not_adult": "age day",
    "not_asked": "fields",
}
_BREACHES = ("further_answers.breach_in_canada", "further_answers.removal_order_canada")
_SENT_AWAY = "background.e"


def a41(facts: Facts, person: Person) -> Derived:
    """Earlier stays in Canada kept to their terms."""
    journeys = [row for row in person.travel if row.country == CANADA and _beyond_terms(row)]
    said = [*hot_answers(person, _BREACHES), *([_SENT_AWAY] if _sent_from_canada(person) else [])]
    if journeys or said:
        ids = tuple(row.id for row in journeys)
        told: dict[str, Param] = {"rows": rows(ids), "fields": _fields(person, said)}
        reason = "answers" if not journeys else "both" if said else "rows"
        why = because("A41", reason, **{gap: told[gap] for gap in A41[reason].split()})
        return Derived("NEEDS_LAWYER", why, (*ids, *_places(person, said)))
    if not facts.adult(person):
        return _not_adult("A41", facts, person)
    if person.been_in_canada == "no":
        return Derived("MET", because("A41", "nothing"), _places(person, [_BEEN]))
    missing = [key for key in _BREACHES if answer_to(person, key) is None]
    if not missing:
        return Derived("MET", because("A41", "nothing"), _places(person, _BREACHES))
    return _not_asked("A41", facts, person, missing)


def _beyond_terms(row: Travel) -> bool:
    return hot(row.overstayed) or hot(row.breached_conditions)


def _sent_from_canada(person: Person) -> bool:
    reply = person.background.e if person.background else None
    return reply is not None and reply.answer == "yes" and CANADA in reply.countries


def _fields(person: Person, keys: list[str] | tuple[str, ...]) -> Param:
    return tuple(asked_field(person, key) for key in keys)


def _places(person: Person, keys: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return tuple(place_of(person, key) for key in keys)


def _not_adult(item: str, facts: Facts, person: Person) -> Derived:
    why = because(item, "not_adult", age=facts.constants.adult_age, day=facts.signing_day)
    return Derived("NOT_APPLICABLE", why, (f"{person.id}.birth.date",))


def _not_asked(item: str, facts: Facts, person: Person, missing: list[str]) -> Derived:
    why, places = because(item, "not_asked", fields=_fields(person, missing)), _places(person, missing)
    return Derived("UNCLEAR", why, places, places=places, severity=asked_weight(facts, person))


A42_CITATIONS = ("member", "principal")
A42 = {
    "broken_down": "person",
    "with_others": "person",
    "principal": "items",
    "member": "person items",
    "open": "person items",
    "not_told_of": "person",
    "nothing": "person",
}
FOLLOWED: Final = (*(ask.item for ask in (*security.ITEMS, *offences.ITEMS)), "A40", "A40.1", "A41")
"""The items whose results reach other members of the family."""
_ELSEWHERE = frozenset({"other_parent", "relative", "guardian", "institution"})
_IN_WRITING = frozenset({"court_order", "written_agreement"})


def family(facts: Facts) -> list[Person]:
    """FAM: the family members, for whom the rule on families has a row each."""
    return facts.fam


def a42(facts: Facts, person: Person, others: Rows) -> Derived:
    """What a lawyer still has to judge about one member reaches the others too (A 42)."""
    who = Row(person.id)
    apart = _apart(facts, person)
    if apart is not None:
        reason, place = apart
        return Derived("NOT_APPLICABLE", because("A42", reason, person=who), (place,), citation="member")
    travels = person.plan == "accompanying"
    of_principal = _held(facts.pa, others) if travels else []
    of_member = _held(person, others)
    if of_principal:
        found = _followed([*of_principal, *of_member])
        return Derived("NEEDS_LAWYER", because("A42", "principal", items=rows(found)), found, citation="principal")
    if of_member:
        found = _followed(of_member)
        why = because("A42", "member", person=who, items=rows(found))
        return Derived("NEEDS_LAWYER", why, found, citation="member")
    unclear = [row for row in _rows_of(person, others) if row.result == "UNCLEAR" and row.id != "A40"]
    if unclear:
        found = _followed(unclear)
        places = tuple(dict.fromkeys(place for row in unclear for place in row.places)) or found
        why = because("A42", "open", person=who, items=rows(found))
        return Derived("UNCLEAR", why, found, places=places, citation="member")
    old_enough = facts.possibly(facts.constants.absent_child_from_age, person, facts.on)
    if not travels and old_enough and person.background is None:
        places = (f"{person.id}.background",)
        why = because("A42", "not_told_of", person=who)
        return Derived("UNCLEAR", why, places, places=places, citation="member")
    return Derived("MET", because("A42", "nothing", person=who), citation="member")


def _apart(facts: Facts, person: Person) -> tuple[str, str] | None:
    """Why a member who stays behind does not reach the others (R 23), and the fact it rests on."""
    if person.plan == "accompanying":
        return None
    if person.relation == "spouse":
        for row in facts.unions_of(person):
            if facts.pa.id in partners(row) and row.broken_down == "yes":
                return "broken_down", f"{row.id}.broken_down"
    custody = person.custody
    child = person.relation in CHILD_RELATIONS or person.relation == "grandchild"
    if child and custody and custody.holder in _ELSEWHERE and custody.basis in _IN_WRITING:
        return "with_others", f"{person.id}.custody"
    return None


def _rows_of(person: Person, others: Rows) -> list[ItemResult]:
    found = (others.final(item, person) for item in FOLLOWED)
    return [row for row in found if row is not None]


def _held(person: Person, others: Rows) -> list[ItemResult]:
    return [row for row in _rows_of(person, others) if row.severity == "LAWYER"]


def _followed(found: list[ItemResult]) -> tuple[str, ...]:
    return tuple(f"{row.person}.{row.id}" for row in found)
