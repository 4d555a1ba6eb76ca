"""Somebody who resembles a person on file is told, in any spelling and script, once, and never for a birth far off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.person import Person
from hrd_desktop.services import files
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.resemblance import decide, person_on_file, resembling_persons
from hrd_desktop.store import cases

AT = datetime(2026, 9, 15, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[CaseFile]:
    made = files.create(tmp_path / "like", "seven grey herons waiting", calibrate=False)
    yield made
    files.lock(made)


def somebody(given: str | None, family: str | None, born: str | None = None, full: str | None = None) -> Person:
    birth = Birth(date=PartialDate.parse(born)) if born else None
    name = Name(id="N1", kind="legal", given=given, family=family, full=full)
    return Person(id="P1", relation="principal", plan="accompanying", names=[name], birth=birth)


def put(file: CaseFile, *persons: Person) -> None:
    """A case of its own for each person."""
    with file.session() as session:
        for number, person in enumerate(persons, 1):
            case = Case(
                code=f"OLD-{number}",
                opened_on=date(2026, 1, 1),
                stage="intake",
                stream="hrd",
                principal="P1",
                persons=[person],
            )
            cases.add(session, [case])
        new = Case(
            code="NEW",
            opened_on=date(2026, 9, 15),
            stage="intake",
            stream="hrd",
            principal="P1",
            persons=[somebody("New", "Person")],
        )
        cases.add(session, [new])


def found(file: CaseFile, person: Person) -> list[str]:
    return [one.case for one in resembling_persons(file, "NEW", person)]


@pytest.mark.parametrize(
    ("on_file", "entered"),
    [
        (("محمد", "یوسفی"), ("Mohamed", "Yousefi")),
        (("محمد", "یوسفی"), ("Muhammad", "Yusufi")),
        (("Екатерина", "Щербакова"), ("Ekaterina", "Shcherbakova")),
        (("Екатерина", "Щербакова"), ("Yekaterina", "Scherbakova")),
        (("Ngọc", "Trần"), ("Ngoc", "Tran")),
        (("曉嵐", "林"), ("Xiaolan", "Lin")),
        (("Lindomba", "Tarrevosi"), ("Tarrevosi", "Lindomba")),
        (("Lindomba", "Tarrevosi"), ("Lindonba", "Tarevosi")),
    ],
)
def test_any_spelling_order_and_script(file: CaseFile, on_file: tuple[str, str], entered: tuple[str, str]) -> None:
    put(file, somebody(*on_file, born="1994"))
    assert found(file, somebody(*entered, born="1994-07-02")) == ["OLD-1"]
    assert found(file, somebody(None, None, full=" ".join(entered))) == ["OLD-1"]


def test_other_names_and_the_same_family_name_are_no_likeness(file: CaseFile) -> None:
    put(file, somebody("Lindomba", "Tarrevosi"), somebody("Anile", "Tarrevosi"))
    assert found(file, somebody("Maquomba", "Đorílla")) == []
    assert found(file, somebody("Qasimawi", "Tarrevosi")) == []


def test_births_that_cannot_be_the_same_day_rule_out_unless_it_may_be_a_slip(file: CaseFile) -> None:
    put(file, somebody("Lindomba", "Tarrevosi", "1994-03-02"), somebody("Lindomba", "Tarrevosi", "1971"))
    assert found(file, somebody("Lindomba", "Tarrevosi", "1994")) == ["OLD-1"]
    assert found(file, somebody("Lindomba", "Tarrevosi", "1995-01-01")) == ["OLD-1"]
    assert found(file, somebody("Lindonba", "Tarevosi", "1996")) == []
    assert found(file, somebody("Lindomba", "Tarrevosi")) == ["OLD-1", "OLD-2"]


def test_what_somebody_said_is_kept_from_both_sides(file: CaseFile) -> None:
    put(file, somebody("Lindomba", "Tarrevosi"), somebody("Lindomba", "Tarrevosi"))
    decide(file, ("NEW", "P1"), ("OLD-1", "P1"), "different", at=AT)
    decide(file, ("NEW", "P1"), ("OLD-1", "P1"), "same", at=AT)
    assert found(file, somebody("Lindomba", "Tarrevosi")) == ["OLD-2"]
    with file.session() as session:
        person = cases.load(session, "OLD-1").persons[0]
    assert [one.case for one in resembling_persons(file, "OLD-1", person)] == ["OLD-2"]
    with file.session() as session:
        cases.delete(session, "NEW")


def test_persons_of_the_same_case_are_not_compared(file: CaseFile) -> None:
    put(file)
    assert found(file, somebody("New", "Person")) == []


def test_who_is_on_file_is_read_without_the_rest_of_the_case(file: CaseFile) -> None:
    person = somebody("Lindomba", "Tarrevosi", "1994")
    put(file, person)
    assert person_on_file(file, "OLD-1", "P1") == person
    assert person_on_file(file, "OLD-1", "P9") is None
