"""Who has to fill, sign or undergo what (section 7). Lists that rest on items without a derivation stay empty."""

from __future__ import annotations

from collections.abc import Iterable

from hrd_desktop.checklists.facts import FAMILY_RELATIONS, Facts, deceased
from hrd_desktop.checklists.results import Requirements
from hrd_desktop.core.person import Person


def requirements(facts: Facts) -> Requirements:
    """The lists that follow from plain facts of the case."""
    principal = (facts.pa.id,)
    adults = _ids([facts.pa, *facts.accompanying_adults], facts)
    minors = unaccompanied_relatives(facts)
    return Requirements(
        imm0008=principal,
        schedule2=principal,
        imm5669=_ids(facts.schedule_a_signers, facts),
        imm5476=adults if facts.case.representative is not None else (),
        imm5590=_ids(minors, facts),
        consent=adults,
        best_interests=_ids([p for p in minors if p.custody is None or p.custody.best_interests != "done"], facts),
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


def _ids(people: Iterable[Person], facts: Facts) -> tuple[str, ...]:
    wanted = {person.id for person in people}
    return tuple(person.id for person in facts.case.persons if person.id in wanted)
