"""A34 to A35.1: security, grave violations, senior posts, sanctions. Nothing is weighed here: a lawyer does that."""

from __future__ import annotations

from typing import Final

from hrd_desktop.checklists.asking import Ask
from hrd_desktop.checklists.facts import hot
from hrd_desktop.core.background import Government, Membership, Service
from hrd_desktop.core.person import Person


def _armed_groups(person: Person) -> list[Membership]:
    """Organisations with an armed wing, or not known to be without; a state army is no membership."""
    return [row for row in person.memberships if row.armed_wing != "no" or hot(row.advocated_violence)]


def _any_service(person: Person) -> list[Service]:
    """Every time of service, conscription included: what was done there is for a lawyer to hear."""
    return person.service


def _senior_posts(person: Person) -> list[Government | Service]:
    posts: list[Government | Service] = [row for row in person.government if row.r16_post != "none"]
    return posts + [row for row in person.service if row.senior != "no"]


ITEMS: Final = (
    Ask("A34a", ("further_answers.espionage",)),
    Ask("A34b", ("background.g",)),
    Ask("A34b1", ("further_answers.democratic_subversion",)),
    Ask("A34c", ("background.g",)),
    Ask("A34e", ("further_answers.endangering_violence",)),
    Ask("A34f", ("background.h",), ("memberships",), _armed_groups),
    Ask("A35a", ("background.f",), ("service",), _any_service),
    Ask("A35b", (), ("government", "service"), _senior_posts),
    Ask("A35c1", ("further_answers.organ_trafficking",)),
    Ask("A35.1", ("further_answers.sanctions_match",)),
)
"""In the order of the table. A name that is only similar to a listed one is answered `unknown`, so it is seen too."""
