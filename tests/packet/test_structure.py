"""The structure of a packet as a program that reads it aloud finds it, and two standards by another's checker."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import page as checker
import pikepdf
import pypdfium2
import pytest

from hrd_desktop.core.claim import Narrative
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.flow import Strip, paginate, texts_in
from hrd_desktop.packet.options import PARTS, PacketOptions
from hrd_desktop.packet.structure import Element, Structure
from hrd_desktop.packet.writer import composed
from hrd_desktop.wording import wording
from tests.packet.paper import ON, packet, packet_of, sample, squeezed, texts

SAMPLES = [("s1", "en"), ("s2", "fr"), ("s3", "fr"), ("s4", "en"), ("s5", "en")]


def tree(pdf: pikepdf.Pdf) -> Any:
    (document,) = pdf.Root.StructTreeRoot.K
    return document


def below(element: Any) -> Iterator[Any]:
    """An element and all that stand in it, in reading order."""
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from below(kid)


def kind(element: Any) -> str:
    return str(element.S)[1:]


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_an_independent_checker_finds_nothing(name: str, language: str, profile: str) -> None:
    report = checker.validate_pdf_bytes(packet(name, language).data, profile=profile)  # type: ignore[arg-type]
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_the_checker_would_find_something() -> None:
    with pikepdf.open(io.BytesIO(packet("s1").data)) as pdf:
        del pdf.Root.StructTreeRoot
        out = io.BytesIO()
        pdf.save(out)
    assert not checker.validate_pdf_bytes(out.getvalue(), profile="ua1").is_compliant


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_headings_skip_no_level_and_begin_with_the_first(name: str, language: str) -> None:
    with pikepdf.open(io.BytesIO(packet(name, language).data)) as pdf:  # type: ignore[arg-type]
        levels = [int(kind(e)[1]) for e in below(tree(pdf)) if kind(e) in ("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(levels) > 10


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_every_row_of_a_table_has_as_many_cells_and_only_one_head(name: str, language: str) -> None:
    with pikepdf.open(io.BytesIO(packet(name, language).data)) as pdf:  # type: ignore[arg-type]
        tables = [e for e in below(tree(pdf)) if kind(e) == "Table"]
        assert tables
        for table in tables:
            rows = [[kind(cell) for cell in row.K] for row in table.K]
            assert set(rows[0]) == {"TH"}
            assert all(set(row) == {"TD"} and len(row) == len(rows[0]) for row in rows[1:])


def test_links_of_the_contents_belong_to_their_entry() -> None:
    with pikepdf.open(io.BytesIO(packet("s1").data)) as pdf:
        entries = [e for e in below(tree(pdf)) if kind(e) == "TOCI"]
        links = [e for e in below(tree(pdf)) if kind(e) == "Link"]
        assert len(entries) == len(links) > 5
        for link in links:
            (reference,) = [
                kid for kid in link.K if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
            ]
            assert reference.Obj.Contents != ""
        assert {kind(e.P) for e in entries} == {"TOC"}


def test_an_own_account_says_its_language_and_can_be_read_in_its_order() -> None:
    case = sample("s1")
    assert case.claim is not None
    told = "روی در نامه نوشته بود: CR-12 در ۱۴۰۱."
    narrative = Narrative(
        id="NR9",
        person=case.principal,
        kind="claim",
        language="en",
        text="Short.",
        original_language="prs",
        original_text=told,
    )
    case = replace(case, claim=replace(case.claim, narratives=[narrative]))
    with pikepdf.open(io.BytesIO(packet_of(case).data)) as pdf:
        own = [e for e in below(tree(pdf)) if e.get("/Lang") == "prs"]
        assert [str(e.ActualText) for e in own] == [told]
        assert [kind(e) for e in own] == ["P"]
        assert any(e.get("/Lang") == "en" for e in below(tree(pdf)))


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_all_marked_text_is_in_the_tree_and_nothing_twice(name: str, language: str) -> None:
    """Every piece of a page that is marked as text hangs at one place of the tree, and the tree names no other."""
    with pikepdf.open(io.BytesIO(packet(name, language).data)) as pdf:  # type: ignore[arg-type]
        numbers = {page.obj.objgen: i for i, page in enumerate(pdf.pages)}
        named: list[tuple[int, int]] = []
        for element in below(tree(pdf)):
            for kid in element.get("/K", []):
                if isinstance(kid, int):
                    named.append((numbers[element.Pg.objgen], kid))
                elif kid.get("/Type") == "/MCR":
                    named.append((numbers[kid.Pg.objgen], int(kid.MCID)))
        marked = [
            (i, int(instruction.operands[1].MCID))
            for i, page in enumerate(pdf.pages)
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "BDC" and "/MCID" in instruction.operands[1]
        ]
    assert sorted(named) == sorted(marked)
    assert len(set(named)) == len(named)


def test_reading_by_structure_gives_the_sentences_of_the_case() -> None:
    """What pdfium finds under the structure of the claim's page holds the incidents in the order of the case."""
    case = sample("s1")
    pdf = pypdfium2.PdfDocument(packet("s1").data)
    whole = squeezed("".join(page.get_textpage().get_text_bounded() for page in pdf))
    pdf.close()
    assert all(squeezed(incident.description) in whole for incident in case.incidents)


def test_entries_are_gathered_in_lists_and_headings_are_lowered() -> None:
    structure = Structure()
    structure.begin_page()
    heads = [Element("H1"), Element("H3"), Element("LI"), Element("LI"), Element("P"), Element("LI")]
    for head in heads:
        structure.mark(head)
    (section,) = structure.outline().children
    assert section.kind == "Sect"
    assert [child.kind for child in section.children] == ["H1", "H2", "L", "P", "L"]


def test_no_stream_ends_in_doubt() -> None:
    """One file in a few would have a stream that ends with a carriage return; another day makes other bytes."""
    case = sample("s5")
    first = date(2026, 9, 1)
    for day in range(12):
        data = packet_of(case, on=first + timedelta(days=day)).data
        assert b"\r\nendstream" not in data
        assert checker.validate_pdf_bytes(data, profile="2a").is_compliant


def told_in(name: str, language: Any) -> list[Strip]:
    """What a sample packet without exhibits says, before it is on pages."""
    case = sample(name)
    parts = tuple(part for part in PARTS if part != "exhibits")
    options = PacketOptions(
        language=language, paper="letter", recipient=case.partner or "", draft=False, on=ON, parts=parts
    )
    return composed(Author(case, options, texts(language), wording(language)))


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_nothing_that_is_read_is_smaller_than_ten_points(name: str, language: str) -> None:
    """Only what runs along the head and foot of each page may be."""
    strips = told_in(name, language)
    sizes = {text.line.style.size for strip in strips for text in texts_in(strip)}
    assert min(sizes) >= 10


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_no_page_ends_with_a_heading(name: str, language: str) -> None:
    strips = told_in(name, language)
    for page in paginate(strips)[:-1]:
        _, last = page.strips[-1]
        kinds = {text.of.kind for text in texts_in(last) if text.of is not None}
        assert not kinds & {"H1", "H2", "H3", "TH"}, [text.line.text for text in texts_in(last)]
