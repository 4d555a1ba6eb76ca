from __future__ import annotations

from collections import Counter

from hrd_desktop.core.case import Case
from hrd_desktop.core.schema import Kind, field_of, fields_of, objects
from hrd_desktop.gui.layouts import ELSEWHERE, GROUPS, SECTIONS, groups_of
from hrd_desktop.gui.row_ids import _LETTERS


def shown_in(groups) -> Counter[str]:
    return Counter(name for group in groups for name in (*group.fields, *group.more))


def test_every_field_of_every_object_has_one_place() -> None:
    for name, cls in objects().items():
        if name in ("case", "file"):
            continue
        names = tuple(spec.name for spec in fields_of(cls))
        wanted = Counter(each for each in names if each != "id" and not each.endswith("_info"))
        assert shown_in(groups_of(name, names)) == wanted, name


def test_every_field_of_the_case_stands_in_one_section_or_has_its_own_page() -> None:
    shown = Counter(
        f"{block.place}.{name}" for section in SECTIONS for block in section.blocks for name in shown_in(block.groups)
    )
    blocks = {block.place for section in SECTIONS for block in section.blocks if block.place != "case"}
    wanted = {f"case.{spec.name}" for spec in fields_of(Case)} - ELSEWHERE - blocks
    assert {place for place in shown if place.count(".") == 1} == wanted
    assert set(shown.values()) == {1}


def test_a_block_with_its_own_groups_shows_all_of_its_object() -> None:
    for section in SECTIONS:
        for block in section.blocks:
            if block.place != "case" and block.groups:
                spec = field_of(Case, block.place.removeprefix("case."))
                assert spec is not None
                assert spec.target is not None
                names = {each.name for each in fields_of(spec.target)}
                assert set(shown_in(block.groups)) == names, block.place


def test_stories_of_dates_stand_with_their_dates() -> None:
    """A field that ends in `_info` has no place of its own, so there must be the date that it belongs to."""
    for cls in objects().values():
        for spec in fields_of(cls):
            if spec.name.endswith("_info"):
                date = field_of(cls, spec.name.removesuffix("_info"))
                assert date is not None
                assert date.kind is Kind.PARTIAL_DATE


def test_groups_name_objects_that_exist() -> None:
    assert set(GROUPS) <= set(objects())


def test_every_kind_of_row_has_its_letters() -> None:
    rows = {name for name, cls in objects().items() if field_of(cls, "id") is not None}
    assert set(_LETTERS) == rows
    assert len(set(_LETTERS.values())) == len(rows)
