"""E26: an order to leave Canada that may still stand."""

from __future__ import annotations

from hrd_desktop.checklists.asking import answer_to, asked_field, hot_answers, place_of
from hrd_desktop.checklists.facts import CANADA, Facts
from hrd_desktop.checklists.message import Message
from hrd_desktop.checklists.results import Derived, Severity
from hrd_desktop.checklists.rule import because
from hrd_desktop.core.person import Person

E26 = {
    "answers": "fields",
    "not_adult": "age day",
    "not_in_canada": "",
    "no_order": "fields",
    "other_countries": "",
    "countries_open": "",
    "not_asked": "fields",
}
_ORDER, _REFUSED, _CANADA = "further_answers.removal_order_canada", "background.e", "been_in_canada"


def travelling_family(facts: Facts) -> list[Person]:
    """The principal applicant and every family member who travels."""
    return [person for person in facts.listed if person.plan == "accompanying"]


def told_to_leave_canada(person: Person) -> bool:
    """Whether the answer on refused entry and orders to leave is yes and names Canada."""
    reply = person.background.e if person.background else None
    return reply is not None and reply.answer == "yes" and CANADA in reply.countries


def e26(facts: Facts, person: Person) -> Derived:
    """No order to leave Canada that was not carried out."""
    order, refused = answer_to(person, _ORDER), answer_to(person, _REFUSED)
    hot = (*hot_answers(person, (_ORDER,)), *((_REFUSED,) if told_to_leave_canada(person) else ()))
    if hot:
        return Derived("NEEDS_LAWYER", _named(person, "answers", *hot), tuple(place_of(person, key) for key in hot))
    if not facts.adult(person):
        why = because("E26", "not_adult", age=facts.constants.adult_age, day=facts.signing_day)
        return Derived("NOT_APPLICABLE", why, (f"{person.id}.birth.date",))
    if person.been_in_canada == "no":
        return Derived("MET", because("E26", "not_in_canada"), (place_of(person, _CANADA),))
    said_no = [key for key, answer in ((_ORDER, order), (_REFUSED, refused)) if answer == "no"]
    if said_no:
        return Derived("MET", _named(person, "no_order", *said_no), tuple(place_of(person, key) for key in said_no))
    if refused == "yes" and person.background and person.background.e and person.background.e.countries:
        return Derived("MET", because("E26", "other_countries"), (place_of(person, _REFUSED),))
    if refused is not None:
        missing = (place_of(person, f"{_REFUSED}.countries"), place_of(person, _ORDER))
        return Derived("UNCLEAR", because("E26", "countries_open"), (place_of(person, _REFUSED),), places=missing)
    keys = (_ORDER, _REFUSED, _CANADA)
    places = tuple(place_of(person, key) for key in keys)
    return Derived("UNCLEAR", _named(person, "not_asked", *keys), places, places=places)


def _named(person: Person, reason: str, *keys: str) -> Message:
    return because("E26", reason, fields=tuple(asked_field(person, key) for key in keys))


def unclear_weight(_facts: Facts, person: Person) -> Severity:
    """A warning once the question on refused entry was answered, else it holds the case."""
    return "BLOCK" if answer_to(person, _REFUSED) is None else "WARN"
