"""The derivation table: every item the program can derive, in the order in which results are shown."""

from __future__ import annotations

from typing import Final

from hrd_desktop.checklists import application, children, defender, family, refugee, solutions
from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.results import Severity
from hrd_desktop.checklists.rule import Follow, Rule, by_plan, the_case, the_principal
from hrd_desktop.checklists.table_admissibility import ADMISSIBILITY, PAPERS, PROCEDURE
from hrd_desktop.core.person import Person

_BY_PLAN = by_plan("BLOCK", "WARN")


def _consent_weight(facts: Facts, person: Person) -> Severity:
    return "INFO" if person in facts.staying else "BLOCK"


RULES: Final = (
    Rule("H01", the_case, defender.h01, defender.H01, "BLOCK", "DIVERT", staff=True, after_gate=True),
    Rule("H02", the_case, defender.h02, defender.H02, "LAWYER", "LAWYER", staff=True, after_gate=True),
    Rule("H03", the_case, defender.h03, defender.H03, "BLOCK", "DIVERT", staff=True, after_gate=True),
    Rule("H04", the_case, defender.h04, defender.H04, "BLOCK", "DIVERT", staff=True, after_gate=True),
    Rule("H05", the_case, defender.h05, defender.H05, "WARN", "DIVERT", staff=True, after_gate=True),
    Rule("H06", the_case, defender.h06, defender.H06, "WARN", "DIVERT", staff=True, after_gate=True),
    Rule("E01", the_principal, refugee.e01, refugee.E01, "BLOCK", "DIVERT", after_gate=True),
    Rule(
        "E02",
        the_principal,
        refugee.e02,
        refugee.E02,
        "BLOCK",
        "DIVERT",
        citations=refugee.OUTSIDE_CITATIONS,
        after_gate=True,
    ),
    Rule("E02b", the_principal, refugee.e02b, refugee.E02B, "WARN", "WARN", staff=True),
    Rule("E03", the_principal, refugee.e03, refugee.E03, "BLOCK", "BLOCK", staff=True),
    Rule("E04", the_principal, refugee.e04, refugee.E04, "WARN", "WARN", staff=True),
    Rule("E05", the_principal, refugee.e05, refugee.E05, "BLOCK", "BLOCK", staff=True),
    Rule(
        "E06",
        the_principal,
        refugee.e06,
        refugee.E06,
        "BLOCK",
        "BLOCK",
        staff=True,
        citations=refugee.OUTSIDE_CITATIONS,
    ),
    Rule("E16", the_case, solutions.e16, solutions.E16, "WARN", "BLOCK", staff=True),
    Rule("E17", the_case, solutions.e17, solutions.E17, "WARN", "DIVERT", staff=True),
    Rule("E18", the_case, solutions.e18, solutions.E18, "WARN", "DIVERT", staff=True),
    Rule("E19", the_case, application.e19, application.E19, "BLOCK", "BLOCK"),
    Rule("E27", application.agreeing, application.e27, application.E27, _consent_weight, "BLOCK", after_gate=True),
    Rule("F01", the_case, family.f01_case, family.F01_CASE, "BLOCK", "BLOCK", citations=family.F01_CITATIONS),
    Rule(
        "F01",
        family.named_members,
        family.f01_person,
        family.F01_PERSON,
        "BLOCK",
        citations=family.F01_CITATIONS,
        of_deceased=True,
    ),
    Rule(
        "F06",
        children.children,
        Follow(children.f06),
        children.F06,
        _BY_PLAN,
        _BY_PLAN,
        citations=children.F06_CITATIONS,
    ),
    Rule("F07", children.children, children.f07, children.F07, children.f07_unclear_weight, "INFO", staff=True),
    *ADMISSIBILITY,
    *PROCEDURE,
    *PAPERS,
)
"""Items of the table that are not here have no derivation yet, so no pack may name them."""
