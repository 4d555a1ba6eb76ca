"""Photographs in the case file: whose leaves, which one, and that it stands in the block of the person alone."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import page as checker
import pikepdf
import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.documents.reader import Reader
from hrd_desktop.packet import outward
from hrd_desktop.packet.exhibits import Exhibit
from hrd_desktop.packet.options import PacketOptions
from hrd_desktop.packet.writer import write_packet
from hrd_desktop.services import cases, checking, evidence, portraits
from hrd_desktop.services.files import CaseFile
from hrd_desktop.wording import wording
from tests.documents.papers import saved
from tests.documents.test_portraits import drawn
from tests.services.conftest import DAY

CODE, TO = "HRD-2026-S1", "protect_defenders_eu"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as made:
        yield made


@pytest.fixture
def file(case_file: CaseFile, reader: Reader, now: datetime) -> CaseFile:
    """Two photographs of P1, the newer one too small, and one of the child P3."""
    given = (("P1", PartialDate(2026, 7), 591), ("P1", PartialDate(2026, 8), 300), ("P3", PartialDate(2026, 8), 700))
    for person, day, width in given:
        data = saved(drawn(width, round(width * 1.4)), "PNG")
        values = {"person": person, "date": day}
        evidence.add(case_file, CODE, data, "p.png", title="Photograph", kind="portrait", at=now, reader=reader,
                     values=values)  # fmt: skip
    return case_file


def test_the_newest_of_each_who_agreed_with_its_flaws(file: CaseFile, reader: Reader) -> None:
    case = cases.open_case(file, CODE).case
    found = portraits.portraits(file, case, reader, TO, DAY)
    assert found.keys() == {"P1"}
    assert found["P1"].flaws == ("low_resolution",)
    assert found["P1"].picture.width == 300
    assert portraits.portraits(file, case, reader, "unhcr", DAY) == {}
    assert portraits.portraits(file, case, reader, TO, date(2030, 1, 1)) == {}


def test_a_sealed_one_stays(file: CaseFile, reader: Reader) -> None:
    case = cases.open_case(file, CODE).case
    for entry in case.evidence:
        if entry.kind == "portrait":
            entry.seal = "personal"
    assert portraits.portraits(file, case, reader, TO, DAY) == {}


def test_no_photograph_of_a_person_is_an_exhibit(file: CaseFile) -> None:
    case = cases.open_case(file, CODE).case
    assert "portrait" in {entry.kind for entry in case.evidence}
    assert "portrait" not in {entry.kind for entry in outward.exhibits_of(case)}


def _written(case: Case, found: list[Exhibit]) -> bytes:
    options = PacketOptions(language="en", paper="letter", recipient=TO, draft=False, on=DAY, parts=("persons",))
    texts = checking.pack_on(DAY).packet_text("en")
    return write_packet(case, options, texts, wording("en"), found).data


def test_it_stands_in_the_block_of_the_person_in_its_size(file: CaseFile, reader: Reader) -> None:
    case = cases.open_case(file, CODE).case
    found = portraits.as_exhibits(file, case, reader, TO, DAY)
    data = _written(case, found)
    for profile in ("ua1", "2a"):
        assert checker.validate_pdf_bytes(data, profile=profile).is_compliant  # type: ignore[arg-type]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        (figure,) = [
            each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
        assert abs((right - left) / 72 * 25.4 - 50) < 0.2
        assert abs((top - bottom) / 72 * 25.4 - 70) < 0.2
        assert str(figure.Alt) == "Photograph of P1, supplied for identification."


def test_without_agreement_none_is_printed_even_if_it_is_given(file: CaseFile, reader: Reader) -> None:
    case = cases.open_case(file, CODE).case
    found = portraits.as_exhibits(file, case, reader, TO, DAY)
    case.consents = [replace(row, withdrawn_on=DAY) for row in case.consents]
    with pikepdf.open(io.BytesIO(_written(case, found))) as pdf:
        assert not any(isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image" for each in pdf.objects)
