"""The recovery sheet: one page, the code whole, the same in the picture, nothing else in it."""

from __future__ import annotations

import io

import page as checker
import pikepdf
import pypdfium2
import pytest
from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel

from hrd_desktop.packet.options import Paper
from hrd_desktop.packet.recovery_sheet import write_recovery_sheet
from hrd_desktop.wording.tables import table
from tests.packet.paper import pages_of, squeezed

CODE = "QBW07-NBR90-EG4PY-VV4HG-4F2DX-0WJZW"
PAPERS = pytest.mark.parametrize("paper", ["letter", "a4"])


@PAPERS
def test_one_page_with_the_code_in_both_languages(paper: Paper) -> None:
    made = write_recovery_sheet(CODE, paper)
    (text,) = pages_of(made.data)
    assert made.missing == []
    assert CODE.replace("-", "") in squeezed(text)
    for key, words in table("recovery_sheet").items():
        if key != "figure":
            assert squeezed(words["en"]) in squeezed(text), key
            assert squeezed(words["fr"]) in squeezed(text), key


@PAPERS
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_an_independent_checker_finds_nothing(paper: Paper, profile: str) -> None:
    report = checker.validate_pdf_bytes(write_recovery_sheet(CODE, paper).data, profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_the_same_code_gives_the_same_bytes_and_tells_of_no_day_or_place() -> None:
    data = write_recovery_sheet(CODE, "letter").data
    assert write_recovery_sheet(CODE, "letter").data == data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        info = {str(key): str(value) for key, value in pdf.docinfo.items()}
    assert set(info) == {"/Title", "/Producer", "/Creator", "/CreationDate", "/ModDate"}
    assert info["/CreationDate"].startswith("D:20260101")
    assert CODE not in " ".join(info.values())


@PAPERS
def test_the_picture_is_that_of_the_code(paper: Paper) -> None:
    """Cell by cell, as a camera sees it."""
    made = QRCode(None, QRErrorCorrectLevel.Q)
    made.addData(QRAlphaNum(CODE))
    made.make()
    count = made.getModuleCount()
    document = pypdfium2.PdfDocument(write_recovery_sheet(CODE, paper).data)
    picture = document[0].render(scale=4).to_pil().convert("L")
    document.close()
    left, top, right, bottom = _square(picture)
    cell = (right - left) / count
    assert abs((bottom - top) - (right - left)) <= 2
    assert cell / 4 > 2.6  # points: copied twice and folded, it is still read
    for row in range(count):
        for column in range(count):
            seen = picture.getpixel((int(left + (column + 0.5) * cell), int(top + (row + 0.5) * cell))) < 128
            assert seen == bool(made.modules[row][column]), (row, column)


def _square(picture):
    """The dark square at the right inside the frame."""
    width, height = picture.size
    part = picture.crop((int(width * 0.68), int(height * 0.1), int(width * 0.905), int(height * 0.33)))
    box = part.point(lambda value: 255 if value < 128 else 0)
    frame = [y for y in range(box.height) if all(box.getpixel((x, y)) for x in range(0, box.width, 7))]
    inner = box.crop((0, min(frame) + 6, box.width - 8, max(frame) - 6))
    x0, y0, x1, y1 = inner.getbbox()
    offset_x, offset_y = int(width * 0.68), int(height * 0.1) + min(frame) + 6
    return x0 + offset_x, y0 + offset_y, x1 + offset_x, y1 + offset_y


def test_letters_are_large_enough_to_be_copied() -> None:
    with pikepdf.open(io.BytesIO(write_recovery_sheet(CODE, "letter").data)) as pdf:
        drawn = pikepdf.parse_content_stream(pdf.pages[0])
    sizes = [float(operands[1]) for operands, operator in drawn if str(operator) == "Tf"]
    assert sizes.count(21.0) >= 1
    assert min(sizes) >= 8
