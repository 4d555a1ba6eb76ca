"""The derivation table: every item the program can derive, in the order in which results are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hrd_desktop.checklists import (
    application,
    cessation,
    children,
    content,
    custody,
    defender,
    establishment,
    exclusion,
    family,
    kinship,
    marriage,
    partnership,
    refugee,
    removal,
    solutions,
)
from hrd_desktop.checklists.asking import Ask, asked_weight
from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.results import Severity
from hrd_desktop.checklists.rule import Follow, Rule, Who, by_plan, the_case, the_principal
from hrd_desktop.checklists.table_admissibility import ADMISSIBILITY, PAPERS, PROCEDURE
from hrd_desktop.core.person import Person

_BY_PLAN = by_plan("BLOCK", "WARN")


def _consent_weight(facts: Facts, person: Person) -> Severity:
    return "INFO" if person in facts.staying else "BLOCK"


def _listed(facts: Facts) -> Sequence[Person]:
    return facts.listed


def _asked(item: str, who: Who, derive: Ask) -> Rule:
    """An item of the pattern of answers, lists and rows."""
    return Rule(item, who, derive, derive.reasons, asked_weight, staff=True, lawyer_kind=True)


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
    Rule("E07", the_principal, refugee.e07, refugee.E07, "WARN", "WARN", staff=True),
    Rule("E08", exclusion.answering, exclusion.e08, exclusion.E08, "WARN", staff=True, lawyer_kind=True),
    _asked("E09", exclusion.answering, exclusion.e09),
    _asked("E10", exclusion.answering, exclusion.e10),
    _asked("E11", exclusion.answering, exclusion.e11),
    Rule("E12", the_principal, cessation.e12, cessation.E12, "WARN", staff=True, lawyer_kind=True),
    Rule("E13", the_principal, Follow(refugee.e13), refugee.E13, "INFO"),
    Rule("E14", the_case, Follow(content.e14), content.E14, "BLOCK", "BLOCK"),
    Rule("E15", the_case, application.e15, application.E15, "BLOCK", "DIVERT", staff=True, after_gate=True),
    Rule("E16", the_case, solutions.e16, solutions.E16, "WARN", "BLOCK", staff=True),
    Rule("E17", the_case, solutions.e17, solutions.E17, "WARN", "DIVERT", staff=True),
    Rule("E18", the_case, solutions.e18, solutions.E18, "WARN", "DIVERT", staff=True),
    Rule("E19", the_case, application.e19, application.E19, "BLOCK", "BLOCK"),
    Rule("E20", the_case, application.e20, application.E20, "BLOCK", "DIVERT"),
    Rule(
        "E21",
        the_case,
        Follow(establishment.e21),
        establishment.E21,
        "WARN",
        "WARN",
        staff=True,
        citations=establishment.E21_CITATIONS,
    ),
    Rule("E21x", the_case, establishment.e21x, establishment.E21X, "INFO", "INFO", staff=True),
    Rule("E22", the_case, establishment.e22, establishment.E22, "INFO"),
    Rule(
        "E26",
        removal.travelling_family,
        removal.e26,
        removal.E26,
        removal.unclear_weight,
        staff=True,
        lawyer_kind=True,
    ),
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
        "F02",
        kinship.listed_relatives,
        kinship.f02,
        kinship.F02,
        _BY_PLAN,
        kinship.f02_weight,
        of_deceased=True,
    ),
    Rule("F03", marriage.spouses, marriage.f03, marriage.F03, "WARN", staff=True, lawyer_kind=True),
    Rule("F04", partnership.couples, Follow(partnership.f04), partnership.F04, "WARN", "WARN", staff=True),
    Rule("F05", partnership.couples, Follow(partnership.f05), partnership.F05, "WARN", "WARN", staff=True),
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
    Rule("F08", kinship.grandchildren, Follow(kinship.f08), kinship.F08, _BY_PLAN, _BY_PLAN),
    Rule("F09", kinship.travelling_members, kinship.f09, kinship.F09),
    Rule("F10", _listed, partnership.f10, partnership.F10, "WARN", "WARN", staff=True),
    Rule("F11", kinship.other_relatives, kinship.f11, kinship.F11, "WARN", "BLOCK", staff=True),
    Rule("F12", custody.in_care, custody.f12, custody.F12, custody.f12_weight, "WARN", staff=True),
    *ADMISSIBILITY,
    *PROCEDURE,
    *PAPERS,
)
"""Items of the table that are not here have no derivation yet, so no pack may name them."""
