"""What counts as sealed."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.claim import Claim, Narrative
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Name
from hrd_desktop.core.person import Medical, Person
from hrd_desktop.core.sealed import is_sealed, row_is_sealed, seal_of, sealed_rows


@pytest.fixture
def case() -> Case:
    person = Person(
        id="P1", relation="principal", plan="accompanying", names=[Name(id="N1", kind="alias", full="Oriel")]
    )
    person.medical = Medical(has_need="yes", sealed_note="What the doctor said.")
    told = [
        Narrative(id="NR1", person="P1", kind="claim", language="en", text="For the packet."),
        Narrative(id="NR2", person="P1", kind="other", language="en", text="Not for P2.", hidden_from=["P2"]),
        Narrative(id="NR3", person="P1", kind="other", language="en", text="For nobody.", sealed=True),
    ]
    papers = [
        Evidence(id="EV1", title="Report", kind="report", seal="none"),
        Evidence(id="EV2", title="Report of a clinic", kind="medical_report", seal="medical"),
        Evidence(id="EV3", title="The same in English", kind="medical_report", translation_of="EV2"),
        Evidence(id="EV4", title="Statement of the translator", kind="translator_statement", statement_for="EV3"),
    ]
    return Case(
        code="HRD-2026-X", opened_on=date(2026, 9, 1), stage="intake", stream="hrd", principal="P1", persons=[person],
        claim=Claim(narratives=told), evidence=papers,
    )  # fmt: skip


def test_statements_kept_from_somebody_and_evidence_under_seal_are_sealed(case: Case) -> None:
    assert sealed_rows(case) >= {"NR2", "NR3", "EV2"}
    assert not {"NR1", "EV1"} & sealed_rows(case)


def test_a_translation_and_its_statement_are_sealed_with_what_they_translate(case: Case) -> None:
    assert {"EV3", "EV4"} <= sealed_rows(case)


@pytest.mark.parametrize(
    ("place", "seal"),
    [
        ("NR2.text", "NR2"),
        ("NR2", "NR2"),
        ("EV2.title", "EV2"),
        ("P1.medical.sealed_note", "P1.medical.sealed_note"),
        ("P1.medical", "P1.medical.sealed_note"),
        ("P1.medical.has_need", None),
        ("P1.contact.code_word", "P1.contact.code_word"),
        ("P1.contact.best_time", None),
        ("NR1.text", None),
        ("P1.note", None),
        ("P1.pronouns", "P1.private"),
        ("P1.sexual_orientation", "P1.private"),
        ("P1.sex_on_document", None),
        ("case.claim.why_now", None),
    ],
)
def test_what_has_to_be_shown_to_show_a_place(case: Case, place: str, seal: str | None) -> None:
    assert seal_of(case, place) == seal
    assert is_sealed(case, place) is (seal is not None)


def test_the_place_of_a_sealed_note_is_sealed_after_the_note_is_gone(case: Case) -> None:
    case.persons[0].medical = None
    assert is_sealed(case, "P1.medical.sealed_note")


def test_a_row_that_is_no_longer_in_the_case_says_itself_that_it_is_sealed(case: Case) -> None:
    row = case.evidence.pop(1)
    assert row_is_sealed(row)
    assert not row_is_sealed(case.evidence[0])
    assert row_is_sealed(Medical(sealed_note="x"))
    assert not row_is_sealed(Medical(has_need="yes"))
