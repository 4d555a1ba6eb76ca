"""Strips on pages: nothing lost, nothing cut, what belongs together stays together."""

from __future__ import annotations

from itertools import pairwise

from PIL import Image

from hrd_desktop.core.evidence import Evidence
from hrd_desktop.documents import scans
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.compose import Column, fact, heading, paragraph, section, table
from hrd_desktop.packet.exhibits import Exhibit
from hrd_desktop.packet.flow import Anchor, Page, Picture, Strip, Text, joined, paginate
from hrd_desktop.packet.options import PacketOptions
from hrd_desktop.packet.parts.front import contents
from hrd_desktop.packet.parts.persons import persons
from hrd_desktop.packet.styles import BLOCK_HEIGHT, BLOCK_WIDTH
from hrd_desktop.wording import wording
from tests.packet.paper import ON, sample, texts

LONG = "In the morning the river carried the boats down to the old bridge, and nobody asked for whom. " * 9


def _told(page: Page) -> list[str]:
    return [mark.line.text for _, strip in page.strips for mark in strip.marks if isinstance(mark, Text)]


def _filled(height: float) -> list[Strip]:
    return [Strip(height)]


def test_no_strip_leaves_the_block() -> None:
    strips = [s for n in range(40) for s in (*heading(f"Heading {n}"), *paragraph(LONG), *fact("Label", LONG))]
    pages = paginate(strips)
    assert len(pages) > 5
    for page in pages:
        for (top, strip), (below, _) in zip(page.strips, page.strips[1:], strict=False):
            assert top + strip.height <= below + 0.01
        top, strip = page.strips[-1]
        assert top + strip.height <= BLOCK_HEIGHT + 0.02
    assert [s for page in pages for _, s in page.strips] == strips


def test_no_line_leaves_the_block_sideways() -> None:
    rows = [["a" * 90, LONG, "мой-очень-длинный-дом" * 5]]
    strips = [*table([Column("One", 1), Column("Two", 2), Column("Three", 1)], rows), *fact("W" * 60, "M" * 200)]
    for strip in strips:
        for mark in strip.marks:
            if isinstance(mark, Text):
                assert mark.x >= 0
                assert mark.x + mark.line.width <= BLOCK_WIDTH + 0.01
                assert mark.y - mark.line.ascent >= -0.01
                assert mark.y <= strip.height


def test_a_heading_does_not_stay_alone_at_the_foot() -> None:
    for left in range(15, 80, 3):
        pages = paginate([*_filled(BLOCK_HEIGHT - left), *heading("Heading"), *paragraph(LONG)])
        page = next(page for page in pages if "Heading" in _told(page))
        assert len(_told(page)) >= 3


def test_no_line_of_a_paragraph_stands_alone() -> None:
    for left in range(10, 110, 4):
        pages = paginate([*_filled(BLOCK_HEIGHT - left), *paragraph(LONG)])
        counts = [len(_told(page)) for page in pages if _told(page)]
        assert 1 not in counts


def test_a_table_breaks_between_rows_and_repeats_its_head() -> None:
    rows = [[f"row {n}", LONG[:200]] for n in range(60)]
    pages = paginate(table([Column("Number", 1), Column("What", 3)], rows))
    assert len(pages) > 2
    for page in pages:
        assert _told(page)[0] == "Number"
    numbers = [text for page in pages for text in _told(page) if text.startswith("row")]
    assert numbers == [f"row {n}" for n in range(60)]


def test_the_last_row_of_a_table_does_not_go_over_alone() -> None:
    rows = [[f"row {n}", "Short."] for n in range(4)]
    seen = set()
    for left in range(20, 140, 3):
        pages = paginate([*_filled(BLOCK_HEIGHT - left), *table([Column("Number", 1), Column("What", 3)], rows)])
        counts = [sum(text.startswith("row") for text in _told(page)) for page in pages]
        assert counts[-1] != 1
        seen.add(tuple(counts))
    assert len(seen) == 4  # nothing, one, two or all of them on the first page


def test_a_row_taller_than_a_page_is_cut_between_lines_and_loses_nothing() -> None:
    text = " ".join(f"word{n}" for n in range(2500))
    pages = paginate(table([Column("Number", 1), Column("What", 3)], [["1", text], ["2", "after"]]))
    assert len(pages) > 2
    told = " ".join(t for page in pages for t in _told(page) if t not in ("Number", "What", "1", "2", "after"))
    assert told == text


def test_the_foot_names_the_section_at_the_head_of_the_page() -> None:
    one, two = (section(t, Anchor(t, t, 0)) for t in ("One", "Two"))
    pages = paginate([*one, *paragraph(LONG * 8), *two, *paragraph("Short.")])
    assert [page.section for page in pages] == ["One"] * (len(pages) - 1) + ["Two"]


def test_the_foot_names_a_section_that_began_in_the_middle_of_the_page_before() -> None:
    pages = paginate([*_part("First", 4), *joined(_part("Second", 60)), *_filled(BLOCK_HEIGHT)])
    assert "Second" in _told(pages[0])
    assert len(pages) > 2
    assert [page.section for page in pages] == ["First", *["Second"] * (len(pages) - 1)]


def _part(title: str, lines: int) -> list[Strip]:
    return [*section(title, Anchor(title, title, 0)), *(strip for _ in range(lines) for strip in paragraph("A line."))]


def test_a_part_of_little_takes_no_page_of_its_own() -> None:
    pages = paginate([*_part("First", 16), *joined(_part("Short", 2)), *joined(_part("Third", 20))])
    assert [_told(page)[0] for page in pages] == ["First", "Third"]
    assert "Short" in _told(pages[0])
    assert [page.section for page in pages] == ["First", "Third"]


def test_a_part_of_little_without_room_goes_over_as_a_whole_and_the_next_follows_it() -> None:
    first = [*_part("First", 1), *_filled(BLOCK_HEIGHT - 90)]
    pages = paginate([*first, *joined(_part("Short", 2)), *joined(_part("Third", 20))])
    assert [_told(page)[0] for page in pages] == ["First", "Short"]
    assert "Third" in _told(pages[1])


def test_a_part_follows_the_last_lines_of_another_unless_it_stands_on_its_own() -> None:
    tail = [*_part("First", 1), *_filled(BLOCK_HEIGHT - 60), *paragraph("A tail.")]
    assert "Next" in _told(paginate([*tail, *joined(_part("Next", 20))])[1])
    assert _told(paginate([*tail, *_part("Next", 20)])[2])[0] == "Next"


def test_contents_are_set_closer_only_where_that_saves_a_page_and_never_under_ten_points() -> None:
    options = PacketOptions(language="en", paper="letter", recipient="", draft=False, on=ON)
    author = Author(sample("s1"), options, texts("en"), wording("en"))
    pages, sizes = [], []
    for count in range(30, 60):
        strips = contents(author, [Strip(1, anchor=Anchor(f"{n}", f"Heading {n}", n % 5 > 0)) for n in range(count)])
        pages.append(len(paginate(strips)))
        entry = next(mark for mark in strips[1].marks if isinstance(mark, Text))
        sizes.append(entry.line.height)
    assert pages == sorted(pages)
    wide, close = sizes[0], min(sizes)
    assert [pages[n] for n, size in enumerate(sizes) if size == close] == [1] * sizes.count(close)
    assert sizes.count(close) >= 5  # so many more lines have room
    assert sizes == [wide] * sizes.index(close) + [close] * sizes.count(close) + [wide] * (pages.count(2))
    assert close >= 12


def test_facts_go_on_beside_a_photograph_as_far_down_as_it_reaches() -> None:
    case = sample("s1")
    taken = scans.prepare(Image.radial_gradient("L").resize((500, 700)), 254, photograph=True)
    row = Evidence(id="EV90", title="Photograph", kind="portrait", person="P2")
    options = PacketOptions(language="en", paper="letter", recipient=case.partner or "", draft=False, on=ON)
    author = Author(case, options, texts("en"), wording("en"), [Exhibit(90, row, "9" * 64, (taken,))])
    (strip,) = [strip for strip in persons(author) if any(isinstance(mark, Picture) for mark in strip.marks)]
    (picture,) = [mark for mark in strip.marks if isinstance(mark, Picture)]
    told = [mark for mark in strip.marks if isinstance(mark, Text)]
    assert all(mark.x + mark.line.width <= picture.x for mark in told)
    lines = sorted({round(mark.y) for mark in told})
    assert max(after - before for before, after in pairwise(lines)) < 25
    assert lines[-1] > picture.y + picture.height - 20
