"""Any case the format allows: into the file and out again, and its history and drafts as JSON text."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import text

from hrd_desktop.core.case import Case
from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import fields_of
from hrd_desktop.store import cases, plain
from hrd_desktop.store.casefile import CaseFile
from tests.store.conftest import PASSPHRASE
from tests.strategies import cases as any_case

_numbers = count(1)


@pytest.fixture(scope="module")
def shared_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    path = tmp_path_factory.mktemp("round") / "a.hrd"
    with CaseFile.create(path, PASSPHRASE, calibrate=False) as made:
        yield made


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(drawn=any_case())
def test_any_case_comes_back_as_it_went_in(shared_file: CaseFile, drawn: Case) -> None:
    case = replace(drawn, code=f"ANY-{next(_numbers)}")
    with shared_file.session() as session:
        cases.add(session, [case])
    with shared_file.session() as session:
        assert cases.load(session, case.code) == case
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(case=any_case())
def test_any_value_comes_back_from_its_text(case: Case) -> None:
    for node in walk(case):
        value = node.value
        assert plain.load_row(type(value), plain.dump_row(value)) == value
        assert plain.load_values(type(value), plain.dump_values(type(value), vars(value))) == vars(value)
        for spec in fields_of(type(value)):
            held = getattr(value, spec.name)
            assert plain.load(spec, plain.dump(spec, held)) == held
