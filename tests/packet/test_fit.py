"""Packets in several files: no file and no mail is too large, nothing is lost, and the first file tells where it is."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hrd_desktop.core.evidence import Evidence
from hrd_desktop.documents import scans
from hrd_desktop.errors import PageTooLarge
from hrd_desktop.packet.exhibits import Exhibit, in_order
from hrd_desktop.packet.fit import Limits, mails, plan, write_fitted
from hrd_desktop.packet.options import PacketOptions
from hrd_desktop.wording import wording
from tests.packet.paper import ON, pages_of, sample, texts


def noise(seed: int, side: int = 300) -> scans.Prepared:
    """A page that does not compress."""
    pixels = random.Random(seed).randbytes(side * side)
    return scans.prepare(Image.frombytes("L", (side, side), pixels), 100, photograph=True)


def paper(number: int, pages: int) -> Exhibit:
    row = Evidence(id=f"EV{number}", title=f"Paper {number}", kind="report", language="en")
    return Exhibit(number, row, f"{number:064x}", tuple(noise(number * 100 + page) for page in range(pages)))


@given(sizes=st.lists(st.integers(0, 9_000_000), max_size=30), limit=st.integers(1_000_000, 20_000_000))
def test_every_file_goes_with_one_mail_in_order_and_no_mail_of_several_is_too_large(
    sizes: list[int], limit: int
) -> None:
    grouped = mails(sizes, limit)
    assert [number for mail in grouped for number in mail] == list(range(len(sizes)))
    assert all(len(mail) == 1 or sum(sizes[number] for number in mail) * 1.37 <= limit for mail in grouped)


@given(pages=st.lists(st.integers(1, 4), max_size=6), room=st.integers(200_000, 600_000))
def test_every_page_stands_in_one_file_in_order(pages: list[int], room: int) -> None:
    one = noise(1, 200)
    exhibits = [
        Exhibit(number, paper(number, 0).evidence, "0" * 64, (one,) * count) for number, count in enumerate(pages, 1)
    ]
    volumes = plan(exhibits, room)
    told = [
        (piece.exhibit.number, page)
        for pieces in volumes
        for piece in pieces
        for page in range(piece.first, piece.last + 1)
    ]
    assert told == [(number, page) for number, count in enumerate(pages, 1) for page in range(count)]
    assert all(sum(piece.size for piece in pieces) <= room for pieces in volumes)


def test_a_page_larger_than_a_file_is_refused() -> None:
    with pytest.raises(PageTooLarge):
        plan([paper(1, 1)], 5000)


def test_a_large_packet_comes_in_files_that_fit() -> None:
    exhibits = [paper(1, 7), Exhibit(2, paper(2, 0).evidence, "a" * 64, text="A message."), paper(3, 5), paper(4, 0)]
    options = PacketOptions(language="en", paper="a4", recipient="unhcr", draft=False, on=ON)
    limits = Limits(file=430_000, mail=800_000)
    files = write_fitted(sample("s2"), options, texts("en"), wording("en"), exhibits, limits)
    assert len(files) > 2
    assert all(len(file.data) <= limits.file for file in files)
    first, *rest = ["\n".join(pages_of(file.data)) for file in files]
    assert "Files of this packet" in first
    assert "on request" in first  # the recording
    assert all(f"file {number} of {len(files)}" in text for number, text in enumerate(rest, 2))
    stamps = [f"page {page} of 7" for page in range(1, 8)]
    assert [stamp for stamp in stamps if stamp in "\n".join(rest)] == stamps
    assert "A message." in "\n".join(rest)
    again = write_fitted(sample("s2"), options, texts("en"), wording("en"), exhibits, limits)
    assert [file.data for file in again] == [file.data for file in files]


def test_a_small_packet_is_one_file() -> None:
    options = PacketOptions(language="fr", paper="letter", recipient="unhcr", draft=False, on=ON)
    (only,) = write_fitted(sample("s2"), options, texts("fr"), wording("fr"), [paper(1, 1)], Limits())
    assert "Pièce 1" in "\n".join(pages_of(only.data))


def test_translations_follow_their_original_and_statements_their_translation() -> None:
    rows = [
        Evidence(id="EV1", title="statement", kind="translator_statement", statement_for="EV3"),
        Evidence(id="EV2", title="other", kind="report"),
        Evidence(id="EV3", title="translation", kind="threat", translation_of="EV4"),
        Evidence(id="EV4", title="original", kind="threat"),
        Evidence(id="EV5", title="circle", kind="report", translation_of="EV6"),
        Evidence(id="EV6", title="circle", kind="report", translation_of="EV5"),
    ]
    assert [row.id for row in in_order(rows)] == ["EV2", "EV4", "EV3", "EV1", "EV5", "EV6"]
