"""The case format as data: what is derived from the dataclasses."""

from __future__ import annotations

from hrd_desktop.core.background import Reply, Service
from hrd_desktop.core.case import Case
from hrd_desktop.core.identity import Birth
from hrd_desktop.core.person import Person
from hrd_desktop.core.schema import Kind, field_of, fields_of, object_name, objects, required_of


def test_the_format_has_seventy_objects() -> None:
    assert len(objects()) == 70
    assert {"case", "person", "date_info", "return", "union", "host_status", "journal_entry"} <= set(objects())


def test_names_of_objects_go_both_ways() -> None:
    assert all(object_name(cls) == name for name, cls in objects().items())


def test_every_reference_names_an_object_of_the_format() -> None:
    for cls in objects().values():
        for spec in fields_of(cls):
            assert spec.ref is None or spec.ref in objects()
            assert (spec.kind is Kind.CODE) == bool(spec.codes) == bool(spec.code_list)
            assert (spec.kind is Kind.OBJECT) == (spec.target is not None)


def test_one_code_list_has_one_set_of_codes() -> None:
    lists: dict[str, tuple[str, ...]] = {}
    for cls in objects().values():
        for spec in fields_of(cls):
            if spec.kind is Kind.CODE:
                assert lists.setdefault(spec.code_list, spec.codes) == spec.codes
    assert len(lists) > 80
    assert all(len(set(codes)) == len(codes) for codes in lists.values())


def test_rows_have_ids_and_notes_and_single_objects_have_neither() -> None:
    rows = {spec.target for cls in objects().values() for spec in fields_of(cls) if spec.has_rows}
    for cls in objects().values():
        names = [spec.name for spec in fields_of(cls)]
        assert (names[0] == "id") == ("id" in names) == (cls in rows)
        assert ("note" in names) == (cls in rows or cls is Case)


def test_every_partial_date_has_its_story_beside_it() -> None:
    for cls in objects().values():
        names = [spec.name for spec in fields_of(cls)]
        for spec in fields_of(cls):
            if spec.kind is Kind.PARTIAL_DATE:
                assert names[names.index(spec.name) + 1] == f"{spec.name}_info"


def test_kinds_of_fields() -> None:
    wanted = {
        (Birth, "date"): (Kind.PARTIAL_DATE, False, False),
        (Case, "opened_on"): (Kind.FULL_DATE, False, True),
        (Case, "persons"): (Kind.OBJECT, True, True),
        (Case, "principal"): (Kind.REF, False, True),
        (Person, "none_declared"): (Kind.CODE, True, False),
        (Person, "height_cm"): (Kind.INTEGER, False, False),
        (Reply, "countries"): (Kind.COUNTRY, True, False),
        (Service, "ranks"): (Kind.TEXT, True, False),
        (Service, "ongoing"): (Kind.BOOLEAN, False, False),
    }
    for (cls, name), (kind, many, required) in wanted.items():
        spec = field_of(cls, name)
        assert spec is not None
        assert (spec.kind, spec.many, spec.required) == (kind, many, required)
    assert field_of(Birth, "dates") is None


def test_what_an_object_cannot_stand_without() -> None:
    assert [spec.name for spec in required_of(Person)] == ["relation", "plan", "names"]
    assert required_of(Birth) == ()
