"""The family of a case as a drawing, with what the rules found on the day: last safe days, sizes that differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from hrd_desktop.checklists.results import Assessment
from hrd_desktop.core.case import Case
from hrd_desktop.core.family_tree import LockIn, Tree, layout
from hrd_desktop.core.kinship import Missing
from hrd_desktop.services.checking import pack_on

_LAST_DAYS: Final[dict[str, Literal["referral", "application"]]] = {
    "last_safe_referral_day": "referral",
    "last_safe_application_day": "application",
}


def family_tree(case: Case, assessment: Assessment) -> Tree:
    """The family on the day of an assessment of this case."""
    tree = layout(case, assessment.on, last_safe_days(assessment))
    differing = [row for alert in assessment.alerts if alert.kind == "size_mismatch" for row in alert.rows]
    return replace(tree, missing=(*tree.missing, *(Missing("counts", (), row) for row in differing)))


def last_safe_days(assessment: Assessment) -> Mapping[str, LockIn]:
    """For each child near the age limit, the last safe day that the rules gave."""
    age = pack_on(assessment.on).constants.child_under
    return {
        alert.person: LockIn(_LAST_DAYS[alert.kind], alert.date, age)
        for alert in assessment.alerts
        if alert.kind in _LAST_DAYS and alert.person is not None
    }
