"""Questions that depend on other answers: asked when they should be, never lost when they are not."""

from __future__ import annotations

from collections import ChainMap

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.core.conditions import CONDITIONS, asked, in_use
from hrd_desktop.core.groups import groups_of
from hrd_desktop.core.identity import Name, Nationality, Stateless
from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import Kind, field_of, fields_of, object_name, objects, required_of
from hrd_desktop.exchange.case_json import read_case


@pytest.mark.parametrize(
    ("owner", "field", "asks", "does_not"),
    [
        ("address", "end", {"ongoing": None}, {"ongoing": True}),
        ("union", "end", {"status": "ended"}, {"status": "in_force"}),
        ("union", "partner_b_name", {}, {"partner_b": "P2"}),
        ("union", "registered", {"kind": "civil_marriage"}, {"kind": "common_law"}),
        ("consent", "recipient_text", {"recipients": ["ircc", "other"]}, {"recipients": ["ircc"]}),
        ("consent", "guardian", {"method": "guardian_signature"}, {"method": "signature"}),
        ("hrd", "violence_text", {"used_violence": "no", "called_for_violence": "unknown"}, {"used_violence": "no"}),
        ("incident", "link_text", {"linked_to_work": "yes"}, {"linked_to_work": "no"}),
        ("parent", "death_date", {"status": "dead"}, {"status": "alive"}),
        ("parent", "family", {}, {"person": "P2"}),
        ("parent", "adoption_date", {"kind": "adoptive"}, {"kind": "biological"}),
        ("dependency", "condition", {"type2_claimed": "yes"}, {"type2_claimed": "no"}),
        ("person", "linked_case_code", {"plan": "linked_case"}, {"plan": "accompanying"}),
        ("person", "chosen_name_in_packet", {"names": [Name(id="N1", kind="chosen", family="Amal")]}, {"names": []}),
        ("nationality", "country_name_at_time", {"country": "SZ"}, {}),
        ("name", "end", {"kind": "previous"}, {"kind": "document"}),
        ("asylum", "applications", {}, {"any_other_application": "no"}),
        ("reply", "details", {"answer": "yes"}, {"answer": "no"}),
    ],
)
def test_a_question_follows_the_answers_it_depends_on(owner: str, field: str, asks: dict, does_not: dict) -> None:
    assert asked(owner, field, asks.get)
    assert not asked(owner, field, does_not.get)


def test_former_residences_are_asked_of_those_without_a_nationality() -> None:
    has = [Nationality(id="NA1", country="SZ", status="has")]
    assert asked("person", "habitual_residences", {}.get)
    assert not asked("person", "habitual_residences", {"nationalities": has}.get)
    assert asked("person", "habitual_residences", {"nationalities": has, "stateless": Stateless(claimed="yes")}.get)


def test_an_answer_counts_as_long_as_nothing_says_that_its_question_is_not_asked() -> None:
    assert not asked("hrd", "violence_text", {}.get)
    assert in_use("hrd", "violence_text", {}.get)
    assert not in_use("hrd", "violence_text", {"used_violence": "no"}.get)
    assert in_use("claim", "narratives", {}.get)


def test_every_condition_speaks_of_fields_that_there_are() -> None:
    for (owner, name), condition in CONDITIONS.items():
        cls = objects().get(owner)
        if cls is not None:
            for each in (name, *condition.on):
                assert field_of(cls, each) is not None, (owner, each)


def test_what_must_be_there_is_always_asked() -> None:
    for owner, cls in objects().items():
        assert not [spec.name for spec in required_of(cls) if (owner, spec.name) in CONDITIONS], owner


def test_codes_in_conditions_are_codes_of_their_fields() -> None:
    """A misspelt code would hide a question for ever: some answer, or none, must ask it, and some must not."""
    for owner, name in CONDITIONS:
        cls = objects().get(owner)
        condition = CONDITIONS[owner, name]
        if cls is None or condition.on == ("nationalities", "stateless") or condition.on == ("names",):
            continue
        seen = set()
        for first in condition.on:
            spec = field_of(cls, first)
            assert spec is not None
            options = [None, *spec.codes] if spec.kind is Kind.CODE else [None, True, "something"]
            for option in options:
                value = [option] if spec.many and option is not None else option
                seen.add(asked(owner, name, ChainMap({first: value}).get))
        assert seen == {True, False} or name == "death_date", (owner, name)


def test_a_question_stands_behind_the_answers_it_depends_on() -> None:
    """Nobody should find that answering a question makes one appear above it."""
    late = []
    for (owner, name), condition in CONDITIONS.items():
        cls = objects().get(owner)
        if cls is None or owner == "case":
            continue
        order = [each for group in groups_of(owner, tuple(s.name for s in fields_of(cls))) for each in group.names]
        late += [(owner, name, on) for on in condition.on if on in order and order.index(on) > order.index(name)]
    assert late == [("union", "partner_b", "partner_b_name")]


def test_what_the_invented_cases_hold_is_asked() -> None:
    """Whoever enters one of them by hand finds a question for every fact."""
    unasked = [
        f"{path.stem}: {node.place}.{spec.name}"
        for path in sorted(resource("demo").glob("s?.json"))
        for node in walk(read_case(path.read_bytes(), path.name))
        for spec in fields_of(type(node.value))
        if getattr(node.value, spec.name) not in (None, [])
        and not asked(object_name(type(node.value)), spec.name, lambda name, held=node.value: getattr(held, name, None))
    ]
    assert unasked == []
