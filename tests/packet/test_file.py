"""The finished file: the same bytes each time, no name in what it says of itself, links, fonts, running marks."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from hrd_desktop.errors import Cancelled
from hrd_desktop.packet.options import PacketOptions
from hrd_desktop.packet.writer import write_packet
from hrd_desktop.wording import wording
from tests.packet.paper import ON, packet, packet_of, pages_of, sample, texts

SAMPLES = [("s1", "en"), ("s2", "en"), ("s3", "fr"), ("s4", "fr"), ("s5", "en")]

_MAKE = """
import hashlib, sys
from tests.packet.paper import packet
print(hashlib.sha256(packet(sys.argv[1], sys.argv[2], "a4", True).data).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_another_process_writes_the_same_bytes(seed: str) -> None:
    here = hashlib.sha256(packet("s1", "fr", "a4", True).data).hexdigest()
    done = subprocess.run(
        [sys.executable, "-c", _MAKE, "s1", "fr"],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo"},
    )  # fmt: skip
    assert done.stdout.strip() == here


def test_what_was_written_before_changes_nothing() -> None:
    first = packet_of(sample("s5")).data
    packet_of(sample("s2"), "fr")
    assert packet_of(sample("s5")).data == first


def test_another_day_is_another_file() -> None:
    assert packet_of(sample("s5"), on=date(2026, 9, 16)).data != packet_of(sample("s5")).data


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_qpdf_finds_no_fault(name: str, language: str, tmp_path: Path) -> None:
    data = packet(name, language).data  # type: ignore[arg-type]  # from the list above
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
    qpdf = shutil.which("qpdf")
    if qpdf is not None:
        (tmp_path / "p.pdf").write_bytes(data)
        subprocess.run([qpdf, "--check", str(tmp_path / "p.pdf")], check=True, capture_output=True)


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_no_name_in_what_the_file_says_of_itself(name: str, language: str) -> None:
    case = sample(name)
    with pikepdf.open(io.BytesIO(packet(name, language).data)) as pdf:  # type: ignore[arg-type]
        about = [str(value) for value in pdf.docinfo.values()]
        about.append(pdf.Root.Metadata.read_bytes().decode("utf-8"))
        with pdf.open_outline() as outline:
            stack = list(outline.root)
            while stack:
                item = stack.pop()
                about.append(str(item.title))
                stack += item.children
        assert str(pdf.Root.Lang) == {"en": "en-CA", "fr": "fr-CA"}[language]
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert set(pdf.docinfo.keys()) == {"/Title", "/Producer", "/Creator", "/CreationDate", "/ModDate"}
        assert case.code in str(pdf.docinfo["/Title"])
        stamps = re.findall(r"20\d\d-?\d\d-?\d\d", " ".join(about).replace(case.code, ""))
        assert set(stamps) <= {"20260915", "2026-09-15"}
    told = " ".join(about)
    for person in case.persons:
        for written in person.names:
            for part in (written.family, written.given, written.full):
                assert part is None or part not in told


def test_every_font_is_embedded_and_reads_back() -> None:
    with pikepdf.open(io.BytesIO(packet("s1").data)) as pdf:
        fonts = [f for f in pdf.objects if isinstance(f, pikepdf.Dictionary) and f.get("/Type") == "/Font"]
        outer = [f for f in fonts if f.Subtype == "/Type0"]
        used = {
            str(name) for page in pdf.pages for name in re.findall(rb"/(F\d+) [\d.]+ Tf", page.Contents.read_bytes())
        }
        assert len(outer) == len(used) >= 3
        for font in outer:
            assert font.ToUnicode.read_bytes()
            assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) > 500
            assert re.fullmatch(r"/[A-Z]{6}\+\w+[-\w]*", str(font.BaseFont))


def test_links_and_bookmarks_lead_to_the_page_that_the_contents_name() -> None:
    data = packet("s1").data
    pages = pages_of(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        links = [a for a in pdf.pages[1].Annots if a.Subtype == "/Link"]
        led = [numbers[link.Dest[0].objgen] for link in links]
        with pdf.open_outline() as outline:
            titles = [str(item.title) for item in outline.root]
            marked = [numbers[child.destination[0].objgen] for item in outline.root for child in (item, *item.children)]
    entries = [
        (" ".join(title.split()), int(number))
        for title, number in re.findall(r"^(.+?) (\d+)\r?$", pages[1], re.MULTILINE)
        if not re.search(r"Page \d+ of$", title)
    ]
    assert len(led) > 15
    assert led == [number for _, number in entries] == sorted(led)
    assert set(marked) >= set(led)
    assert titles[:3] == ["Transmittal", "Contents", "1  Case summary"]
    for title, number in entries:
        # Persons stand in the contents under their number and relation, in the packet under number and name.
        start = title.split()[0] if re.match(r"P\d", title) else title.split(": ")[0]
        assert start in " ".join(pages[number - 1].split())


@pytest.mark.parametrize(("name", "language"), SAMPLES)
def test_letter_and_a4_break_at_the_same_places(name: str, language: str) -> None:
    letter, a4 = packet(name, language), packet(name, language, "a4")  # type: ignore[arg-type]
    assert pages_of(letter.data) == pages_of(a4.data)
    with pikepdf.open(io.BytesIO(a4.data)) as pdf:
        assert [float(v) for v in pdf.pages[0].MediaBox][2:] == pytest.approx([595.276, 841.89], abs=0.01)
    with pikepdf.open(io.BytesIO(letter.data)) as pdf:
        assert [float(v) for v in pdf.pages[0].MediaBox][2:] == [612, 792]


@pytest.mark.parametrize(("language", "word", "mark"), [
    ("en", "DRAFT", "CONFIDENTIAL - PERSONAL INFORMATION"),
    ("fr", "ÉBAUCHE", "CONFIDENTIEL - RENSEIGNEMENTS PERSONNELS"),
])  # fmt: skip
def test_running_marks_stand_on_every_page(language: str, word: str, mark: str) -> None:
    draft, final = packet("s1", language, "letter", True), packet("s1", language)  # type: ignore[arg-type]
    pages = pages_of(draft.data)
    assert len(pages) == draft.pages
    prints = set()
    for number, text in enumerate(pages, 1):
        flat = " ".join(text.split())
        assert flat.count(word) >= 2
        assert mark in flat
        assert re.search(rf"Page {number} (of|sur) {draft.pages}", flat)
        assert "HRD-2026-S1" in flat
        prints.add(re.search(r"(?:Fingerprint|Empreinte) ((?:[0-9a-f]{4} ?){3})", flat).group(1))  # type: ignore[union-attr]
    assert len(prints) == 1
    assert not any(word in text for text in pages_of(final.data))


def test_progress_is_told_and_cancelling_stops() -> None:
    case = sample("s1")
    options = PacketOptions(language="en", paper="letter", recipient="unhcr", draft=False, on=ON)
    told: list[tuple[int, int]] = []
    made = write_packet(
        case, options, texts("en"), wording("en"), progress=lambda done, all_: told.append((done, all_))
    )
    assert told == [(n, made.pages) for n in range(1, made.pages + 1)]
    with pytest.raises(Cancelled):
        write_packet(case, options, texts("en"), wording("en"), cancelled=lambda: True)
    with pytest.raises(Cancelled):
        write_packet(case, options, texts("en"), wording("en"), progress=lambda *n: told.append(n),
                     cancelled=lambda: len(told) > made.pages + 3)  # fmt: skip


def test_characters_without_a_font_are_reported() -> None:
    case = sample("s1")
    case.intended_city = "Old \U00010380\U00010381 town"
    assert packet_of(case).missing == ["\U00010380 (U+10380)", "\U00010381 (U+10381)"]
    assert packet("s1").missing == []
