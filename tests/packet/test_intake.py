"""The blank intake set: every question with its number and room, nothing of a case, the same bytes each time."""

from __future__ import annotations

import io
import re
from functools import cache

import page as checker
import pikepdf
import pytest

from hrd_desktop.core.numbers import ON_PAPER, fields_on, sheets
from hrd_desktop.core.sections import SECTIONS
from hrd_desktop.packet.blank_fields import WHOLE, dated, framed, lined, rows_of, ticked
from hrd_desktop.packet.flow import Rule, Strip, Text, Tick, paginate
from hrd_desktop.packet.intake import IntakeOptions, write_intake
from hrd_desktop.packet.options import Language, PacketFile, Paper
from hrd_desktop.packet.styles import BLOCK_HEIGHT, BLOCK_WIDTH
from hrd_desktop.wording import wording
from tests.packet.paper import pages_of, squeezed, texts


@cache
def written(language: Language = "en", paper: Paper = "letter", parts: tuple[str, ...] = ON_PAPER) -> PacketFile:
    options = IntakeOptions(language=language, paper=paper, parts=parts)
    return write_intake(options, texts(language), wording(language))


def labels(language: Language) -> dict[str, str]:
    """Every number on paper with the label of its field."""
    words, found = wording(language), {}

    def walk(asked) -> None:
        for one in asked:
            if one.spec.target is None:
                found[one.number] = words.field(one.owner, one.spec.name)
            else:
                walk(fields_on(one.path, one.spec.target))

    for section in SECTIONS:
        if section.key in ON_PAPER:
            for sheet in sheets(section):
                walk(fields_on(sheet.path, sheet.cls, (sheet.group,)))
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_question_stands_on_the_paper_beside_its_number(language: Language) -> None:
    text = squeezed(" ".join(pages_of(written(language).data)))
    missing = [
        number
        for number, label in labels(language).items()
        if squeezed(f"{number} {label}") not in text and number not in text
    ]
    assert missing == []
    words = wording(language)
    for section in ON_PAPER:
        assert squeezed(words.heading(section)) in text
        assert squeezed(words.help(section).why) in text
        assert squeezed(words.help(section).avoid) in text


def test_letter_and_a4_have_the_same_pages_and_the_same_options_the_same_bytes() -> None:
    letter, a4 = written(), written(paper="a4")
    assert letter.pages == a4.pages
    again = write_intake(IntakeOptions(language="en", paper="letter"), texts("en"), wording("en"))
    assert again.data == letter.data
    assert letter.missing == []


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_independent_checker_finds_nothing(language: Language, profile) -> None:
    report = checker.validate_pdf_bytes(written(language).data, profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_each_question_is_an_entry_of_a_list_with_its_label() -> None:
    with pikepdf.open(io.BytesIO(written(parts=("people",)).data)) as pdf:
        kinds = [str(found.S) for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and "/S" in found]
        assert kinds.count("/LI") > 50
        assert kinds.count("/Lbl") > 50
        for page in pdf.pages:
            inside = 0
            for instruction in pikepdf.parse_content_stream(page):
                inside += {"BDC": 1, "EMC": -1}.get(str(instruction.operator), 0)
                assert inside or str(instruction.operator) != "TJ", "text that belongs to nothing"


def test_every_page_is_counted_and_none_is_empty() -> None:
    made = written("fr", "a4")
    pages = pages_of(made.data)
    for number, page in enumerate(pages, 1):
        assert f"Page {number} sur {made.pages}" in page
        assert len(page) > 200, number


def test_nothing_in_the_file_tells_of_a_case_or_an_organisation() -> None:
    with pikepdf.open(io.BytesIO(written().data)) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Producer", "/Creator", "/CreationDate", "/ModDate"}
        assert str(pdf.docinfo["/Title"]) == "Blank intake set"
        assert len(pdf.pages) == written().pages
    assert not re.search(r"HRD-20\d\d", " ".join(pages_of(written().data)))


def test_private_facts_are_not_asked_on_paper() -> None:
    text = " ".join(pages_of(written(parts=("people", "background")).data)[1:])
    words = wording("en")
    for field in ("sexual_orientation", "gender_identity", "pronouns", "ethnicity", "religion"):
        assert words.field("person", field) not in text
    assert words.field("medical", "sealed_note") not in text


def test_parts_persons_and_adults_decide_how_much_there_is() -> None:
    few = written(parts=("safety_consent",))
    assert few.pages < 6
    more = write_intake(
        IntakeOptions(language="en", paper="letter", parts=("people",), persons=5), texts("en"), wording("en")
    )
    assert " ".join(pages_of(more.data)).count("Person P____") == 5
    with pytest.raises(ValueError, match="evidence"):
        write_intake(IntakeOptions(language="en", paper="letter", parts=("evidence",)), texts("en"), wording("en"))


def test_the_fields_of_one_row_stay_on_one_page_unless_they_are_many() -> None:
    few, many = (framed(rows_of([lined("1.1", "Name", 6) for _ in range(count)])) for count in (3, 12))
    for left in range(20, 110, 7):
        pages = paginate([Strip(BLOCK_HEIGHT - left), *few])
        assert [len(page.strips) for page in pages] == [1, len(few)]
    assert len(paginate([Strip(BLOCK_HEIGHT - 150), *many])[0].strips) > 2


CHOICES = ["Yes", "No", "Does not know", "A rather long choice that nobody would want to read twice in one line"]


@pytest.mark.parametrize(
    "blanks",
    [
        [lined("1.1", "Name", 3), lined("1.2", "Place", 3)],
        [
            lined("1.1", "A label so long that it needs two lines or more of its own narrow column", 2, 1),
            lined("", "x", 2),
        ],
        [dated("7.100", "From", ["year", "month", "day"]), dated("7.101", "Until", ["année", "mois", "jour"])],
        [ticked("2.4", "What happened", CHOICES * 5)],
        [ticked("2.4", "Choose", CHOICES[:2]), ticked("2.5", "Again", CHOICES[:3]), lined("2.6", "Else", 2)],
        [lined("5.14", "Text", WHOLE, 22)],
    ],
)
def test_fields_stay_inside_their_line_and_the_block(blanks) -> None:
    for strip in rows_of(blanks):
        assert all(mark.of is not None for mark in strip.marks if isinstance(mark, Text))
        assert strip.height <= BLOCK_HEIGHT
        for mark in strip.marks:
            match mark:
                case Text():
                    assert mark.x >= 0
                    assert mark.x + mark.line.width <= BLOCK_WIDTH + 0.1
                    assert 0 < mark.y <= strip.height
                case Rule():
                    assert 0 <= mark.x1 <= mark.x2 <= BLOCK_WIDTH + 0.1
                    assert 0 < mark.y1 <= strip.height
                case Tick():
                    assert 0 <= mark.x <= BLOCK_WIDTH - mark.size
                    assert 0 < mark.y <= strip.height
