"""The second half of the derivation table: admissibility, procedure and papers, in the order of the results."""

from __future__ import annotations

from typing import Final

from hrd_desktop.checklists import admissibility, months, offences, papers, procedure, security
from hrd_desktop.checklists.asking import Ask, asked_weight
from hrd_desktop.checklists.facts import Facts
from hrd_desktop.checklists.rule import Derive, Follow, Reasons, Rule, Weight, Who, by_plan, the_case
from hrd_desktop.core.person import Person

_HOLDS_TRAVELLERS = by_plan("BLOCK", "WARN")


def _signers(facts: Facts) -> list[Person]:
    """The 5669 list."""
    return facts.schedule_a_signers


def _for_a_lawyer(item: str, derive: Derive, reasons: Reasons, unclear: Weight) -> Rule:
    """An item about each listed person that only a lawyer can settle once a fact points there."""
    return Rule(item, admissibility.listed, derive, reasons, unclear, staff=True, lawyer_kind=True)


def _asked(ask: Ask) -> Rule:
    return _for_a_lawyer(ask.item, ask, ask.reasons, asked_weight)


def _stated(item: str, who: Who, derive: Derive, reasons: Reasons) -> Rule:
    """An item whose result follows from the plan or an exemption alone, so it can never be open."""
    return Rule(item, who, derive, reasons)


ADMISSIBILITY: Final = (
    *(_asked(ask) for ask in (*security.ITEMS, *offences.ITEMS)),
    Rule(
        "A38ab", admissibility.travelling_family, admissibility.a38ab, admissibility.A38AB, "WARN", "WARN", staff=True
    ),
    _stated("A38c", admissibility.listed, admissibility.a38c, admissibility.EXEMPT_REASONS),
    _stated("A39", admissibility.listed, admissibility.a39, admissibility.EXEMPT_REASONS),
    _for_a_lawyer("A40", admissibility.a40, admissibility.A40, "WARN"),
    _for_a_lawyer("A40.1", admissibility.a40_1, admissibility.A40_1, asked_weight),
    _for_a_lawyer("A41", admissibility.a41, admissibility.A41, asked_weight),
    Rule(
        "A42",
        admissibility.family,
        Follow(admissibility.a42),
        admissibility.A42,
        by_plan("INFO", "WARN"),
        lawyer_kind=True,
        citations=admissibility.A42_CITATIONS,
        reviewable=False,
    ),
)

PROCEDURE: Final = (
    _stated("P-IME1", procedure.travellers, procedure.p_ime1, procedure.P_IME1),
    _stated("P-IME2", procedure.absent_family, procedure.p_ime2, procedure.P_IME2),
    Rule("P-IME4", procedure.examined, procedure.p_ime4, procedure.P_IME4, not_met="WARN"),
    Rule(
        "P-BIO1",
        procedure.travellers,
        Follow(procedure.p_bio1),
        procedure.P_BIO1,
        "INFO",
        citations=procedure.P_BIO1_CITATIONS,
    ),
    Rule(
        "P-BIO2",
        procedure.travellers,
        procedure.p_bio2,
        procedure.P_BIO2,
        "WARN",
        citations=procedure.P_BIO2_CITATIONS,
    ),
    _stated("P-BIO3", procedure.without_biometrics, procedure.p_bio3, procedure.P_BIO3),
    Rule("P-ID1", procedure.travellers, procedure.p_id1, procedure.P_ID1, "INFO"),
    Rule("P-ID2", procedure.travellers, Follow(procedure.p_id2), procedure.P_ID2, "INFO"),
    Rule("P-EXIT1", the_case, procedure.p_exit1, procedure.P_EXIT1, "INFO"),
)

PAPERS: Final = (
    Rule("D-NAME", admissibility.listed, papers.d_name, papers.D_NAME, "WARN", "WARN", staff=True),
    Rule("D-DOB", admissibility.listed, papers.d_dob, papers.D_DOB, "WARN", "WARN", staff=True),
    Rule("D-HIST", _signers, months.d_hist, months.REASONS, _HOLDS_TRAVELLERS),
    Rule("D-ADDR", _signers, months.d_addr, months.REASONS, _HOLDS_TRAVELLERS),
    Rule("D-SERV", papers.served, papers.d_serv, papers.D_SERV, "WARN"),
    Rule("D-BG", _signers, papers.d_bg, papers.D_BG, _HOLDS_TRAVELLERS),
    Rule("D-TRANS", the_case, papers.d_trans, papers.D_TRANS, "WARN", "WARN", staff=True),
    Rule("D-SIGN", _signers, papers.d_sign, papers.D_SIGN, "WARN"),
)
