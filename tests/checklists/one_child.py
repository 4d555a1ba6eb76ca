"""The defender with one child, of whom a test says the birth date, a wedding and the dependence."""

from __future__ import annotations

from hrd_desktop.core.case import Case
from hrd_desktop.core.kin import Dependency
from tests.checklists.build import Change, child, milestone, shown, wedding

REFERRAL = milestone("referral_sent_to_ircc", "2026-10-05", "planned", "MS2")
SUBMITTED = milestone("application_submitted", "2026-11-20", "planned", "MS3")


def one_child(born: str | None, *, plan: str = "accompanying", recorded: bool = True) -> Case:
    case = shown()
    case.persons.append(child(born, plan=plan))
    if recorded:
        case.milestones += [REFERRAL, SUBMITTED]
    return case


def depend(**keys) -> Change:
    return lambda case: setattr(case.persons[1], "dependency", Dependency(**keys))


def united(**keys) -> Change:
    return lambda case: case.unions.append(wedding("UN2", "P2", None, **keys))
