"""The headline of a case and its spaces (section 3)."""

from __future__ import annotations

from collections.abc import Iterable

from hrd_desktop.checklists.facts import Facts, deceased
from hrd_desktop.checklists.results import Headline, ItemResult, Spaces


def headline_of(items: Iterable[ItemResult]) -> Headline:
    """The first that applies: diverted, blocked, with a lawyer, wanting facts, with warnings, ready."""
    found = {(item.severity, item.result == "NOT_MET") for item in items if item.severity is not None}
    severities = {severity for severity, _ in found}
    if "DIVERT" in severities:
        return "DIVERT"
    if ("BLOCK", True) in found:
        return "BLOCKED"
    if "LAWYER" in severities:
        return "HOLD_LAWYER"
    if "BLOCK" in severities:
        return "HOLD_INFO"
    return "READY_WITH_WARNINGS" if "WARN" in severities else "READY"


def spaces_of(facts: Facts, diverted: bool) -> Spaces:
    """Places counted in persons; a diverted case takes none."""
    if diverted:
        return Spaces()
    linked = [p for p in facts.case.persons if p.plan == "linked_case" and not deceased(p)]
    return Spaces(len(facts.accompanying), len(facts.staying), len(linked))
