"""Who has not agreed that a case goes to somebody."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from hrd_desktop.core.edit import AddRow
from hrd_desktop.core.steps import Consent
from hrd_desktop.errors import UnknownCase
from hrd_desktop.services import cases, editing, files, sharing

DAY = date(2026, 9, 15)
NOW = datetime(2026, 9, 15, 12, tzinfo=UTC)
WORDS = "four invented herons on a quiet roof"


@pytest.fixture
def file(tmp_path):
    made = files.create(tmp_path / "a.hrd", WORDS, calibrate=False)
    cases.new_case(made, "HRD-2026-0001", alias="Lamp", name="Invented", on=DAY)
    yield made
    files.lock(made)


def agree(file, scopes, recipients, **more):
    row = Consent(id="CN1", person="P1", decision="given", scopes=scopes, recipients=recipients, signed_on=DAY, **more)
    editing.change(file, "HRD-2026-0001", [AddRow("case.consents", row)], at=NOW)


def persons(file, recipient):
    return [one.persons for one in sharing.unagreed(file, ["HRD-2026-0001"], recipient, DAY)]


def test_without_a_consent_nobody_has_agreed(file):
    [found] = sharing.unagreed(file, ["HRD-2026-0001"], "own_organisation", DAY)
    assert (found.code, found.alias, found.persons) == ("HRD-2026-0001", "Lamp", ("P1",))
    assert persons(file, "lawyer") == [("P1",)]


def test_keeping_a_file_is_agreed_within_the_organisation_alone(file):
    agree(file, ["store"], ["own_organisation"])
    assert persons(file, "own_organisation") == []
    assert persons(file, "unhcr") == [("P1",)]


def test_sharing_is_agreed_with_those_who_are_named(file):
    agree(file, ["share"], ["unhcr"])
    assert persons(file, "unhcr") == []
    assert persons(file, "lawyer") == [("P1",)]


def test_a_consent_that_was_withdrawn_is_none(file):
    agree(file, ["store", "share"], ["own_organisation", "unhcr"], withdrawn_on=DAY)
    assert persons(file, "own_organisation") == [("P1",)]
    assert persons(file, "unhcr") == [("P1",)]


def test_an_unknown_case_is_told(file):
    with pytest.raises(UnknownCase):
        sharing.unagreed(file, ["HRD-2026-0999"], "unhcr", DAY)
