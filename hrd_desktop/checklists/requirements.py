"""Who has to fill, sign or undergo what (section 7), by plain facts and by the final results of items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from hrd_desktop.checklists.facts import FAMILY_RELATIONS, Facts, deceased
from hrd_desktop.checklists.kinship import interests_judged
from hrd_desktop.checklists.results import ItemResult, Requirements
from hrd_desktop.core.codes import Result
from hrd_desktop.core.person import Person


def requirements(facts: Facts, items: Sequence[ItemResult]) -> Requirements:
    """Every list; one that rests on an item the pack lacks is empty."""
    principal = (facts.pa.id,)
    adults = _ids([facts.pa, *facts.accompanying_adults], facts)
    minors = unaccompanied_relatives(facts)
    custody = _with_result(facts, items, "F12", "UNCLEAR")
    no_paper = [p.id for p in minors if not interests_judged(p)]
    return Requirements(
        imm0008=principal,
        schedule2=principal,
        imm5669=_ids(facts.schedule_a_signers, facts),
        imm5476=adults if facts.case.representative is not None else (),
        imm5590=_ids(minors, facts),
        consent=adults,
        biometrics=_with_result(facts, items, "P-BIO1", "MET"),
        biometrics_unclear=_with_result(facts, items, "P-BIO2", "UNCLEAR"),
        medical=_with_result(facts, items, "P-IME1", "MET"),
        medical_exempt_now=_with_result(facts, items, "P-IME2", "EXEMPT"),
        custody_papers=custody,
        best_interests=_in_order({*custody, *no_paper}, facts),
    )


def unaccompanied_relatives(facts: Facts) -> list[Person]:
    """Minors with a linked case of their own who are no family members in law: an adult answers for them."""
    adult_age, day = facts.constants.adult_age, facts.application_day
    return [
        person
        for person in facts.case.persons
        if person.plan == "linked_case"
        and person.relation not in FAMILY_RELATIONS
        and not deceased(person)
        and not facts.possibly(adult_age, person, day)
    ]


def _with_result(facts: Facts, items: Sequence[ItemResult], item: str, result: Result) -> tuple[str, ...]:
    """The persons whose row of an item ends with this result."""
    return _in_order({row.person for row in items if row.id == item and row.result == result}, facts)


def _ids(people: Iterable[Person], facts: Facts) -> tuple[str, ...]:
    return _in_order({person.id for person in people}, facts)


def _in_order(wanted: Set[str | None], facts: Facts) -> tuple[str, ...]:
    return tuple(person.id for person in facts.case.persons if person.id in wanted)
