"""The internal cover: what is on it, on every page that it is not to be sent, and that no packet has it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import page as checker
import pikepdf
import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.staff import Override, Review, StaffAnswer
from hrd_desktop.packet.options import Language
from hrd_desktop.services import checking
from hrd_desktop.services.internal_cover import build
from tests.packet.paper import ON, packet, pages_of, sample, squeezed

SAMPLES: list[tuple[str, Language]] = [("s1", "en"), ("s2", "fr"), ("s3", "fr"), ("s4", "en"), ("s5", "en")]


def text_of(case: Case, language: Language = "en") -> str:
    return squeezed(" ".join(pages_of(build(case, ON, language=language).data)))


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_every_page_says_in_both_languages_that_it_stays(name: str, language: Language) -> None:
    made = build(sample(name), ON, language=language)
    pages = pages_of(made.data)
    assert len(pages) == made.pages > 2
    for text in pages:
        assert "INTERNAL – DO NOT SEND" in text
        assert "INTERNE – NE PAS ENVOYER" in text
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith(
            "INTERNE – NE PAS ENVOYER" if language == "fr" else "INTERNAL – DO NOT SEND"
        )


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_an_independent_checker_finds_nothing(name: str, language: Language, profile: str) -> None:
    made = build(sample(name), ON, language=language)
    assert made.missing == []
    assert checker.validate_pdf_bytes(made.data, profile=profile).failures == []  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_it_holds_the_headline_and_every_item_with_its_reason(name: str, language: Language) -> None:
    case = sample(name)
    text = text_of(case, language)
    found = checking.assess_case(case, ON)
    words = checking.Wording(language)
    pack = checking.pack_of(found)
    assert squeezed(words.result("headline", found.headline)) in text
    for item in found.items:
        assert squeezed(pack.title(item.id, language)) in text, item.id
        # A reason may run over a page with the running lines between: its beginning has to be there.
        assert squeezed(checking.sentence(item.why, ON, words, pack))[:12] in text, item.id


def test_decisions_of_people_stand_with_reason_name_and_day() -> None:
    case = replace(
        sample("s2"),
        overrides=[Override(id="OV9", item="F01", reason="Zirbelkiefer stands nearby.", decided_by="M. Dalloway",
                            decided_on=date(2026, 8, 3))],
        staff_answers=[StaffAnswer(id="SA9", item="H03", result="MET", reason="Seen in the report.",
                                   how_known="staff_judgement", answered_on=date(2026, 8, 4), answered_by="K. Ombeyi")],
        reviews=[Review(id="RV9", item="A34c", person="P1", reviewer="L. Vantongeren", capacity="lawyer",
                        reviewed_on=date(2026, 8, 5), outcome="cleared")],
    )  # fmt: skip
    text = text_of(case)
    for told in ("Zirbelkiefer stands nearby.", "M. Dalloway", "August 3, 2026", "K. Ombeyi", "Seen in the report.",
                 "L. Vantongeren", "August 5, 2026", "A supervisor let this pass"):  # fmt: skip
        assert squeezed(told) in text, told


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_persons_are_numbers_and_relations(name: str, language: Language) -> None:
    case = sample(name)
    text = text_of(case, language)
    shown = {part for person in case.persons for row in person.names for part in (row.full, row.given) if part}
    told = squeezed(" ".join(str(question) for question in case.tasks))
    assert not {part for part in shown if len(part) > 5 and squeezed(part) in text and squeezed(part) not in told}


def test_nothing_of_it_is_in_a_packet() -> None:
    text = squeezed(" ".join(pages_of(packet("s1").data)))
    assert "INTERNAL" not in text
    parts = Path(checking.__file__).parents[1] / "packet"
    users = [file.name for file in parts.rglob("*.py") if "internal_cover" in file.read_text("utf-8")]
    assert users == ["internal_cover.py"]


def test_the_same_case_gives_the_same_bytes() -> None:
    assert build(sample("s4"), ON, language="en").data == build(sample("s4"), ON, language="en").data
