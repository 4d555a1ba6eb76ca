from __future__ import annotations

import stat
from pathlib import Path

import pypdfium2
import pytest

from hrd_desktop.errors import UnknownCase
from hrd_desktop.packet.options import Language
from hrd_desktop.services import ask_list, ask_sheets
from hrd_desktop.services.files import CaseFile
from hrd_desktop.wording import wording
from tests.services.conftest import DAY, sample


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return " ".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def squeezed(text: str) -> str:
    return "".join(text.replace("\x02", "-").split())  # how pdfium reads a hyphen at the end of a line


@pytest.mark.parametrize("name", ["s2", "s4", "s5"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_question_of_the_list_is_on_one_page_and_no_name_is(name: str, language: Language) -> None:
    case = sample(name)
    made = ask_sheets.build(case, DAY, language=language)
    assert (made.pages, made.missing) == (1, [])
    text, words = squeezed(text_of(made.data)), wording(language)
    asked = ask_list.build(case, DAY, words)
    assert asked
    for ask in asked:
        assert squeezed(ask.question) in text
        assert ask.person is None or ask.person in text
        assert ask.item is None or f"({ask.item})" in text
    names = {part for person in case.persons for one in person.names for part in (one.family, one.given, one.full)}
    assert [part for part in names if part and squeezed(part) in text] == []
    assert case.alias is None or squeezed(case.alias) not in text


def test_names_stand_on_it_for_whoever_asks() -> None:
    case = sample("s5")
    text = squeezed(text_of(ask_sheets.build(case, DAY, language="en", names=True).data))
    name = next(name for name in case.persons[3].names if name.kind == "document")
    assert squeezed(name.family or name.full or "") in text


def test_the_sheet_is_written_for_this_user_alone(case_file: CaseFile, tmp_path: Path) -> None:
    out = tmp_path / "ask.pdf"
    made = ask_sheets.export(case_file, "HRD-2026-S2", out, DAY, language="en")
    assert out.read_bytes() == made.data
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_an_unknown_case_writes_nothing(case_file: CaseFile, tmp_path: Path) -> None:
    with pytest.raises(UnknownCase):
        ask_sheets.export(case_file, "HRD-2026-S9", tmp_path / "ask.pdf", DAY, language="en")
    assert list(tmp_path.glob("*.pdf")) == []
