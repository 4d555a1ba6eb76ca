"""Which months a case must account for: those that IMM 5669 asks of each person who signs one."""

from __future__ import annotations

from datetime import date

from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.months import window
from hrd_desktop.core.case import Case
from hrd_desktop.services import checking


def asked_months(case: Case, on: date) -> dict[str, range]:
    """For each person who fills in IMM 5669, the months (numbers of `core.gaps`) to be told of without a gap.

    Raises NoPackForDate.
    """
    pack = checking.pack_on(on)
    facts = Facts(case, on, pack.constants, pack.partners)
    return {person.id: window(facts, person) for person in facts.schedule_a_signers}
