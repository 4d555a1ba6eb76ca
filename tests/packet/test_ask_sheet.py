"""The sheet of questions: one page where one is enough, further pages honestly, no name, the same bytes."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest

from hrd_desktop.packet.ask_sheet import Asked, AskSheet, write_ask_sheet
from hrd_desktop.packet.options import Language
from hrd_desktop.wording import wording
from tests.packet.paper import ON, pages_of, squeezed, texts

QUESTIONS = (
    Asked("also", "What has changed at home?", "P1 · Principal applicant"),
    Asked("first", "Which country was fled from?", "P1 · Principal applicant · The protection of each own state (E06)"),
    Asked("again", "How do we know this?", "People > P2 > Birth"),
    Asked("for_lawyer", "Did the group have an armed wing?", "P2 · Spouse"),
)
SHEET = AskSheet(code="HRD-2026-T1", on=ON, language="en", paper="letter", questions=QUESTIONS)


def written(sheet: AskSheet) -> list[str]:
    return pages_of(write_ask_sheet(sheet, texts(sheet.language), wording(sheet.language)).data)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_question_is_there_with_what_it_is_about_in_the_order_of_its_weight(language: Language) -> None:
    (page,) = written(replace(SHEET, language=language))
    text, found = squeezed(page), texts(language)
    heads = [found[key] for key in ("ask_first", "ask_for_lawyer", "ask_also", "ask_again")]
    by_weight = [QUESTIONS[1], QUESTIONS[3], QUESTIONS[0], QUESTIONS[2]]
    wanted = [squeezed(part) for head, asked in zip(heads, by_weight, strict=True) for part in (head, asked.question)]
    places = [text.index(part) for part in wanted]
    assert places == sorted(places)
    assert all(squeezed(asked.about) in text for asked in QUESTIONS)
    assert squeezed(found["ask_notice"]) in text
    assert "HRD-2026-T1" in text


def test_the_same_questions_give_the_same_bytes() -> None:
    first, again = (write_ask_sheet(SHEET, texts("en"), wording("en")) for _ in range(2))
    assert first.data == again.data


@pytest.mark.parametrize(("number", "pages"), [(1, 1), (16, 1), (100, 5)])
def test_many_questions_stand_closer_and_then_go_on_further_pages(number: int, pages: int) -> None:
    asked = [Asked("first", f"Invented question number {i}, of a usual length?", "P1 · Spouse") for i in range(number)]
    found = written(replace(SHEET, questions=asked))
    assert len(found) == pages
    assert all(f"Page {i} of {pages}" in page for i, page in enumerate(found, 1))
    text = "".join(squeezed(page) for page in found)
    assert all(f"Inventedquestionnumber{i}," in text for i in range(number))


def test_a_case_without_questions_says_so() -> None:
    (page,) = written(replace(SHEET, questions=()))
    assert texts("en")["ask_nothing"] in page


def test_paper_and_what_the_file_says_of_itself(tmp_path) -> None:
    made = write_ask_sheet(replace(SHEET, paper="a4"), texts("en"), wording("en"))
    file = tmp_path / "ask.pdf"
    file.write_bytes(made.data)
    with pikepdf.open(file) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 595, 842]
        assert str(pdf.docinfo["/Title"]) == "To ask next HRD-2026-T1"
