"""How long the bytes of a removed entry stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hrd_desktop.assets import resource
from hrd_desktop.services import cases, evidence, files
from hrd_desktop.services.forgetting import forget_unused
from hrd_desktop.store import blobs
from tests.documents import papers

AT = datetime(2026, 9, 15, 12, tzinfo=UTC)
CODE = "HRD-2026-S1"


@pytest.fixture
def file(tmp_path: Path):
    made = files.create(tmp_path / "a.hrd", "seven invented lanterns", calibrate=False)
    cases.import_cases(made, [resource("demo", "s1.json")], on=AT.date())
    yield made
    files.lock(made)


@pytest.fixture
def entry(file) -> evidence.Added:
    with evidence.Reader() as reader:
        return evidence.add(file, CODE, papers.pdf(), "a.pdf", title="A letter", kind="report", at=AT, reader=reader)


def kept(file) -> int:
    with file.session() as session:
        return len(blobs.of_case(session, CODE))


def test_a_file_that_is_named_stays_for_ever(file, entry):
    assert forget_unused(file, at=AT + timedelta(days=4000), at_once=True) == 0
    assert kept(file) == 1


def test_a_removed_entry_keeps_its_file_while_it_can_come_back(file, entry):
    evidence.remove(file, CODE, entry.evidence, at=AT + timedelta(days=100))
    assert forget_unused(file, at=AT + timedelta(days=130)) == 0
    assert kept(file) == 1
    assert forget_unused(file, at=AT + timedelta(days=131)) == 1
    assert kept(file) == 0


def test_at_once_on_request_in_this_case_alone(file, entry):
    evidence.remove(file, CODE, entry.evidence, at=AT)
    cases.import_cases(file, [resource("demo", "s2.json")], on=AT.date())
    assert forget_unused(file, at=AT, code="HRD-2026-S2", at_once=True) == 0
    assert forget_unused(file, at=AT, code=CODE, at_once=True) == 1


def test_a_file_that_came_in_and_has_no_entry_yet_stays_a_while(file):
    with evidence.Reader() as reader:
        found, texts = evidence.look(papers.pdf(), "a.pdf", reader)
    evidence.keep(file, CODE, papers.pdf(), found, texts, at=AT)
    assert forget_unused(file, at=AT + timedelta(days=1)) == 0
    assert forget_unused(file, at=AT + timedelta(days=31)) == 1
