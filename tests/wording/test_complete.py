"""Every object, field, code, failure and section has its words in both languages, and no words are left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from hrd_desktop import errors
from hrd_desktop.core.schema import field_of, fields_of, objects
from hrd_desktop.services.recipients import RECIPIENTS
from hrd_desktop.store.sent import HOW
from hrd_desktop.wording import wording
from hrd_desktop.wording.tables import table
from tests.wording.shipped import TABLES, every_pair, gaps, pairs

SECTIONS = {
    "safety_consent", "people", "family", "work", "incidents", "asylum", "background", "documents", "evidence",
    "timeline", "eligibility", "admissibility", "review", "packet", "referral",
    "journal",
}  # fmt: skip
HEADLINES = {"READY", "READY_WITH_WARNINGS", "HOLD_INFO", "HOLD_LAWYER", "BLOCKED", "DIVERT"}
SEVERITIES = {"BLOCK", "DIVERT", "LAWYER", "WARN", "INFO"}


def code_lists() -> dict[str, set[str]]:
    return {spec.code_list: set(spec.codes) for cls in objects().values() for spec in fields_of(cls) if spec.code_list}


def failures(cls: type[errors.HrdError] = errors.HrdError) -> Iterator[type[errors.HrdError]]:
    for kind in cls.__subclasses__():
        if kind.__module__.startswith(errors.__name__):
            yield kind
            yield from failures(kind)


def test_every_object_has_a_label_and_nothing_else_has() -> None:
    assert set(table("objects")) == set(objects())


def test_every_field_has_a_label_in_both_languages() -> None:
    for name, cls in objects().items():
        for spec in fields_of(cls):
            assert wording("en").field(name, spec.name)
            assert wording("fr").field(name, spec.name)


def test_no_label_is_for_a_field_that_does_not_exist() -> None:
    labels = dict(table("fields"))
    shared = set(labels.pop("any"))
    assert {f"{name}.{field}" for name, own in labels.items() for field in own} <= {
        f"{name}.{spec.name}" for name, cls in objects().items() for spec in fields_of(cls)
    }
    used = {
        "info" if spec.name.endswith("_info") else spec.name
        for name, cls in objects().items()
        for spec in fields_of(cls)
        if spec.name not in labels.get(name, {})
    }
    assert used == shared


def test_every_code_has_a_label_and_nothing_else_has() -> None:
    labelled: dict[str, Any] = {**table("codes"), **table("results")}
    findings = {"NOTHING_AGAINST", "APPLIES", "BY_RULE", "REVIEWED"}
    own = {"dispatch_how": set(HOW), "recipient": set(RECIPIENTS)}  # of the register of packets
    wanted = code_lists() | own | {"headline": HEADLINES, "severity": SEVERITIES, "finding": findings}
    assert {name: set(codes) for name, codes in labelled.items()} == wanted


def test_codes_of_one_list_have_different_labels() -> None:
    for lang in ("en", "fr"):
        for name, codes in code_lists().items():
            labels = [wording(lang).code(name, code) for code in codes]
            assert len(set(labels)) == len(labels), name


def test_every_result_is_explained() -> None:
    for name, codes in table("results").items():
        for code in codes:
            assert wording("en").explain(name, code).endswith(".")
            assert wording("fr").explain(name, code).endswith(".")


def test_every_failure_has_a_message_and_nothing_else_has() -> None:
    assert set(table("messages")) == {"error"} | {kind.code for kind in failures()} - {"bad_case_json"}


@pytest.mark.parametrize("kind", sorted(failures(), key=str), ids=lambda kind: kind.__name__)
def test_a_message_uses_only_facts_that_its_failure_carries(kind: type[errors.HrdError]) -> None:
    told = (kind.__doc__ or "").partition("Fact")[2].partition(":")[2]
    facts = set(re.findall(r"(?:^|[,;]) (\w+)", told))
    for pair in pairs("messages"):
        if pair.key.split(".")[1] == kind.code:
            assert gaps(pair.en) <= facts


def test_every_section_has_help_and_every_other_help_is_for_a_field() -> None:
    keys = set(table("help"))
    assert keys >= SECTIONS
    for key in keys - SECTIONS:
        name, field = key.split(".")
        assert field_of(objects()[name], field), key


def test_every_help_says_why_and_what_to_avoid() -> None:
    for key, parts in table("help").items():
        assert set(parts) <= {"why", "proves", "provision", "avoid"}
        assert {"why", "avoid"} <= set(parts), key


def test_every_text_stands_in_both_languages() -> None:
    for name in TABLES:
        for path, entry in _entries(name, table(name)):
            known = {"en", "fr", "hint_en", "hint_fr", "more_en", "more_fr", "proper"}
            assert set(entry) - ({"at"} if name == "harm" else set()) <= known, path
            assert {key.removesuffix("en") for key in entry if key.endswith("en")} == {
                key.removesuffix("fr") for key in entry if key.endswith("fr")
            }, path
    assert all(pair.en.strip() == pair.en != "" and pair.fr.strip() == pair.fr != "" for pair in every_pair())


def _entries(key: str, found: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if any(not isinstance(value, Mapping) or set(value) == {"one", "many"} for value in found.values()):
        yield key, found
        return
    for name, value in found.items():
        yield from _entries(f"{key}.{name}", value)
