"""The sheet of questions: always one page, what does not fit is counted, no name, the same bytes."""

from __future__ import annotations

from dataclasses import replace

import page as checker
import pikepdf
import pytest

from hrd_desktop.packet.ask_sheet import Asked, AskSheet, write_ask_sheet
from hrd_desktop.packet.options import Language
from hrd_desktop.wording import wording
from tests.packet.paper import ON, pages_of, squeezed, texts

QUESTIONS = (
    Asked(0, "P1 · Principal applicant", "Family", "Which country was fled from? (E06)"),
    Asked(4, "P1 · Principal applicant", "Family", "Date of birth?"),
    Asked(3, "P1 · Principal applicant", "What happened", "What has changed at home?"),
    Asked(1, "P2 · Spouse", "", "Did the group have an armed wing?"),
)
SHEET = AskSheet(code="HRD-2026-T1", on=ON, language="en", paper="letter", questions=QUESTIONS)


def written(sheet: AskSheet) -> str:
    (page,) = pages_of(write_ask_sheet(sheet, texts(sheet.language), wording(sheet.language)).data)
    return page


@pytest.mark.parametrize("language", ["en", "fr"])
def test_questions_stand_under_their_person_and_section_in_the_order_given(language: Language) -> None:
    text = squeezed(written(replace(SHEET, language=language)))
    wanted = ["P1 · Principal applicant", "Family", "Which country", "Date of birth", "What happened", "What has"]
    places = [text.index(squeezed(part)) for part in [*wanted, "P2 · Spouse", "Did the group"]]
    assert places == sorted(places)
    assert text.count(squeezed("Principal applicant")) == 1
    assert squeezed(texts(language)["ask_no_names"]) in text
    assert "HRD-2026-T1" in text


def test_a_sheet_with_names_says_so() -> None:
    text = squeezed(written(replace(SHEET, named=True)))
    assert squeezed(texts("en")["ask_names"]) in text
    assert squeezed(texts("en")["ask_no_names"]) not in text


def test_the_same_questions_give_the_same_bytes() -> None:
    first, again = (write_ask_sheet(SHEET, texts("en"), wording("en")) for _ in range(2))
    assert first.data == again.data


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("questions", [QUESTIONS, ()])
def test_an_independent_checker_finds_nothing(questions, profile) -> None:
    made = write_ask_sheet(replace(SHEET, questions=questions), texts("en"), wording("en"))
    report = checker.validate_pdf_bytes(made.data, profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def many(number: int) -> list[Asked]:
    """Questions of which every third matters most."""
    return [
        Asked(
            0 if i % 3 == 0 else 5,
            f"P{i // 10 + 1} · Child",
            "Family",
            f"Invented question number {i}, as long as usual?",
        )
        for i in range(number)
    ]


@pytest.mark.parametrize("number", [1, 12, 28])
def test_many_questions_stand_closer(number: int) -> None:
    text = squeezed(written(replace(SHEET, questions=many(number))))
    assert all(f"Inventedquestionnumber{i}," in text for i in range(number))


@pytest.mark.parametrize(("number", "language"), [(100, "en"), (300, "fr")])
def test_what_does_not_fit_is_the_least_important_and_is_counted(number: int, language: Language) -> None:
    text = squeezed(written(replace(SHEET, questions=many(number), language=language)))
    there = [i for i in range(number) if f"Inventedquestionnumber{i}," in text]
    assert 15 < len(there) < number
    assert squeezed(texts(language)["ask_left"].format(count=number - len(there))) in text
    weighty = [i for i in range(number) if i % 3 == 0]
    missing = [i for i in weighty if i not in there]
    assert not missing or set(there) <= set(weighty)


def test_a_case_without_questions_says_so() -> None:
    assert texts("en")["ask_nothing"] in written(replace(SHEET, questions=()))


def test_paper_and_what_the_file_says_of_itself(tmp_path) -> None:
    made = write_ask_sheet(replace(SHEET, paper="a4"), texts("en"), wording("en"))
    file = tmp_path / "ask.pdf"
    file.write_bytes(made.data)
    with pikepdf.open(file) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 595, 842]
        assert str(pdf.docinfo["/Title"]) == "To ask next HRD-2026-T1"
