"""Every field of the format that a person enters has one place in the sections, and every heading its words."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.groups import GROUPS, groups_of
from hrd_desktop.core.identity import Birth
from hrd_desktop.core.person import Person, Whereabouts
from hrd_desktop.core.schema import Kind, field_of, fields_of, objects
from hrd_desktop.core.sections import ELSEWHERE, SECTIONS, adults, pages, section_by_key
from hrd_desktop.wording import wording
from hrd_desktop.wording.tables import table

DAY = date(2026, 9, 15)


def shown_in(groups) -> Counter[str]:
    return Counter(name for group in groups for name in group.names)


def entered(cls) -> Counter[str]:
    names = [spec.name for spec in fields_of(cls)]
    return Counter(name for name in names if name != "id" and not name.endswith("_info"))


def test_every_field_of_every_object_has_one_place() -> None:
    for name, cls in objects().items():
        if name not in ("case", "file", "person"):
            assert shown_in(groups_of(name, tuple(spec.name for spec in fields_of(cls)))) == entered(cls), name


def test_every_field_of_a_person_is_asked_in_one_section() -> None:
    shown = shown_in(GROUPS["person"])
    for section in SECTIONS:
        for block in section.blocks:
            if block.each:
                shown += shown_in(block.shown())
    assert shown == entered(Person)


def test_every_field_of_the_case_stands_in_one_section_or_has_its_own_page() -> None:
    shown: Counter[str] = Counter()
    for section in SECTIONS:
        for block in section.blocks:
            if block.place == "case":
                shown += Counter(f"case.{name}" for name in shown_in(block.shown()).elements())
            elif not block.each:
                shown[block.place] += 1
                assert not block.groups or shown_in(block.groups) == shown_in(block.shown())
    assert set(shown) == {f"case.{spec.name}" for spec in fields_of(Case)} - ELSEWHERE
    assert set(shown.values()) == {1}


def test_a_block_with_its_own_groups_shows_all_of_its_object() -> None:
    for section in SECTIONS:
        for block in section.blocks:
            if not block.each and block.place != "case":
                spec = field_of(Case, block.place.removeprefix("case."))
                assert spec is not None
                assert block.names() == set(entered(spec.target)), block.place


def test_every_heading_is_worded_and_none_is_left_over() -> None:
    keys = {section.key for section in SECTIONS}
    keys |= {group.key for section in SECTIONS for block in section.blocks for group in block.shown() if group.key}
    keys |= {group.key for groups in GROUPS.values() for group in groups if group.key}
    assert set(table("sections")) == keys
    for key in keys:
        assert wording("en").heading(key)
        assert wording("fr").heading(key)


def test_each_adult_has_a_page_for_the_background() -> None:
    first = Person(id="P1", relation="principal", plan="accompanying", names=[])
    case = Case(code="HRD-1", opened_on=DAY, stage="intake", stream="hrd", principal="P1", persons=[first])
    first.birth = Birth(date=PartialDate(2008, 9))
    assert adults(case, DAY) == [first.id]  # perhaps 18 already: the day of birth is not known
    first.birth.date = PartialDate(2009)
    assert adults(case, DAY) == []
    assert "background" not in [key.partition(":")[0] for key, _ in pages(case, DAY)]
    first.birth = None
    assert [key for key, _ in pages(case, DAY) if key.startswith("background")] == [f"background:{first.id}"]
    first.whereabouts = Whereabouts(status="deceased")
    assert adults(case, DAY) == []
    first.been_in_canada = "no"
    assert adults(case, DAY) == [first.id]


def test_an_unknown_page_belongs_to_no_section() -> None:
    assert section_by_key("background:P1") is section_by_key("background")
    assert section_by_key("nothing") is None


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
