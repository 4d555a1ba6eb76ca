"""What is covered on a paper does not leave, whatever kind of file it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from hrd_desktop.assets import resource
from hrd_desktop.documents.redaction import Box
from hrd_desktop.errors import NotPrintable, UnknownBox, UnknownPage
from hrd_desktop.packet.exhibits import Exhibit
from hrd_desktop.services import cases, covering, evidence, evidence_out, files, packets, redacting
from hrd_desktop.services.evidence import Added
from hrd_desktop.services.files import CaseFile
from hrd_desktop.wording import wording
from tests.documents import papers

AT = datetime(2026, 9, 15, 12, tzinfo=UTC)
CODE = "HRD-2026-S1"
WORDS = wording("en")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    with files.create(tmp_path / "a.hrd", "seven invented lanterns", calibrate=False) as made:
        cases.import_cases(made, [resource("demo", "s1.json")], on=AT.date())
        yield made


@pytest.fixture(scope="module")
def reader() -> Iterator[evidence.Reader]:
    with evidence.Reader() as made:
        yield made


def add(file: CaseFile, reader: evidence.Reader, data: bytes, name: str) -> Added:
    return evidence.add(file, CODE, data, name, title="Paper", kind="threat", at=AT, reader=reader)


def printed(file: CaseFile, reader: evidence.Reader, added: Added) -> Exhibit:
    case = cases.open_case(file, CODE).case
    return next(one for one in evidence.exhibits(file, case, reader) if one.evidence.id == added.evidence)


def box_over(pdf: bytes, words: str) -> Box:
    """A box over words, found by where the page draws them."""
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            text, (wide, tall) = page.get_textpage(), page.get_size()
            found = text.search(words).get_next()
            if found is None:
                continue
            sides = [text.get_charbox(at) for at in range(found[0], found[0] + found[1])]
            left, bottom = min(side[0] for side in sides), min(side[1] for side in sides)
            right, top = max(side[2] for side in sides), max(side[3] for side in sides)
            return Box(number, (left - 3) / wide, 1 - (top + 3) / tall, (right + 3) / wide, 1 - (bottom - 3) / tall)
    raise AssertionError(words)


def cover_words(file: CaseFile, reader: evidence.Reader, added: Added, words: str) -> Box:
    text = printed(file, reader, added).text
    sheets = covering.typeset([text])
    box = box_over(sheets.data, words)
    evidence.set_boxes(file, CODE, added.sha256, [box], sheets=sheets)
    return box


def test_a_text_whose_boxes_lie_on_no_known_pages_is_listed_and_not_printed(
    file: CaseFile, reader: evidence.Reader, tmp_path: Path
) -> None:
    added = add(file, reader, papers.mail(), "a.eml")
    assert "We know where you live." in printed(file, reader, added).text
    evidence.set_boxes(file, CODE, added.sha256, [Box(0, 0, 0, 1, 0.5)])
    assert not printed(file, reader, added).printed
    assert [row.entry.id for row in evidence.listed(file, CODE) if row.doubtful] == [added.evidence]
    with pytest.raises(NotPrintable):
        evidence_out.write_cleaned(file, CODE, added.evidence, tmp_path / "out.txt", reader, WORDS)
    with pytest.raises(NotPrintable):  # nor may more be drawn on pages that nobody knows
        redacting.change(file, CODE, added.evidence, reader, WORDS, add=[Box(0, 0, 0, 1, 0.1)])
    assert not (tmp_path / "out.txt").exists()
    evidence.set_boxes(file, CODE, added.sha256, [])
    assert "We know where you live." in printed(file, reader, added).text


LETTER = "A letter.\n\n" + "Words that fill the page and the next one. " * 120 + "\n\nThey live with {who}.\n\nThe end."


@pytest.mark.parametrize("kind", ["text", "word"])
def test_covered_words_of_a_text_are_in_no_text_and_in_no_picture_of_the_packet(
    file: CaseFile, reader: evidence.Reader, kind: str
) -> None:
    def given(who: str) -> tuple[bytes, str]:
        told = LETTER.format(who=who)
        if kind == "word":
            rows = "".join(f"<w:p><w:r><w:t>{part}</w:t></w:r></w:p>" for part in told.split("\n\n"))
            return papers.word(rows), "a.docx"
        return told.encode(), "a.txt"

    first, second = (add(file, reader, *given(who)) for who in ("Canary Heron", "Pelican Owl"))
    assert first.found.kind == kind
    box = cover_words(file, reader, first, "Canary Heron.")
    assert not any(row.doubtful for row in evidence.listed(file, CODE))
    other = box_over(covering.typeset([printed(file, reader, second).text]).data, "Pelican Owl.")
    # One box over either name: if a stroke of a name were left in the pictures, these would not be the same.
    both = replace(box, right=max(box.right, other.right))
    for added in (first, second):
        sheets = covering.typeset([printed(file, reader, added).text]) if added is second else None
        kept = sheets or covering.sheets_of(file, CODE, added.sha256)
        evidence.set_boxes(file, CODE, added.sha256, [both], sheets=kept)
    one, two = (printed(file, reader, added) for added in (first, second))
    assert (one.text, two.text) == ("", "")
    assert [page.data for page in one.pages] == [page.data for page in two.pages]
    assert len(one.pages) == box.page + 1 > 1

    if kind != "text":
        return
    case = cases.open_case(file, CODE).case
    options = replace(packets.default_options(case, AT.date()), parts=("exhibits",))
    made = packets.preview(case, options, packets.exhibits(file, case, options, reader=reader))
    with pypdfium2.PdfDocument(made.data) as document:
        told = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Canary" not in told
    assert "They live with" not in told  # it leaves as a picture
    assert made.pages > len(one.pages) + len(two.pages)  # they are there, and the index before them


def test_a_box_does_not_move_when_the_packet_is_in_another_language_on_other_paper(
    file: CaseFile, reader: evidence.Reader
) -> None:
    added = add(file, reader, LETTER.format(who="Canary").encode(), "a.txt")
    cover_words(file, reader, added, "Canary")
    case = cases.open_case(file, CODE).case
    seen = set()
    for language, paper in (("en", "letter"), ("fr", "a4")):
        options = packets.default_options(case, AT.date(), language=language, paper=paper)
        [one] = [e for e in packets.exhibits(file, case, options, reader=reader) if e.evidence.id == added.evidence]
        seen.add(tuple(page.data for page in one.pages))
    assert len(seen) == 1


def test_the_same_boxes_on_other_pages_are_made_anew(file: CaseFile, reader: evidence.Reader) -> None:
    added = add(file, reader, b"One line.\n\nCanary lives here.", "a.txt")
    box = Box(0, 0, 0, 1, 0.02)
    evidence.set_boxes(file, CODE, added.sha256, [box], sheets=covering.typeset(["One line.\n\nCanary lives here."]))
    before = printed(file, reader, added).pages[0].data
    evidence.set_boxes(file, CODE, added.sha256, [box], sheets=covering.typeset(["Canary lives here."]))
    assert printed(file, reader, added).pages[0].data != before


def test_boxes_by_number_are_checked_and_kept_all_or_none(
    file: CaseFile, reader: evidence.Reader, tmp_path: Path
) -> None:
    added = add(file, reader, b"Canary lives here.", "a.txt")
    upper = Box(0, 0, 0, 1, 0.1)
    with pytest.raises(UnknownPage):
        redacting.change(file, CODE, added.evidence, reader, WORDS, add=[upper, replace(upper, page=1)])
    with pytest.raises(UnknownBox):
        redacting.change(file, CODE, added.evidence, reader, WORDS, add=[upper], remove=[1])
    assert redacting.covered(file, CODE, added.evidence) == []
    assert redacting.change(file, CODE, added.evidence, reader, WORDS, add=[upper]) == [upper]
    out = tmp_path / "out.pdf"
    evidence_out.write_cleaned(file, CODE, added.evidence, out, reader, WORDS)
    with pypdfium2.PdfDocument(io.BytesIO(out.read_bytes())) as document:
        assert document[0].get_textpage().get_text_bounded() == ""
        page = document[0].render(scale=1).to_pil().convert("L")
        assert page.crop((2, 2, page.width - 2, int(page.height * 0.1) - 2)).getextrema() == (0, 0)
        assert page.crop((0, int(page.height * 0.1) + 2, page.width, page.height)).getextrema() == (255, 255)
    assert redacting.change(file, CODE, added.evidence, reader, WORDS, remove=None) == []
    assert "Canary" in printed(file, reader, added).text
