"""The cases used for measuring are valid and the same every time."""

from hrd_desktop.core.places import walk
from hrd_desktop.core.validation import problems
from tests.bench.generate import big_case, caseload


def test_generated_cases_are_valid_and_about_the_size_announced() -> None:
    made = list(caseload(60))
    assert [problem for case in made for problem in problems(case)] == []
    assert 3 <= sum(len(case.persons) for case in made) / len(made) <= 5
    assert 60 <= sum(sum(1 for _ in walk(case)) for case in made) / len(made) <= 100
    scripts = {name.script for case in made for person in case.persons for name in person.names}
    assert {"Latn", "Arab", "Cyrl", "Ethi", "Mymr", "Deva", "Hant"} <= scripts


def test_the_same_number_gives_the_same_cases() -> None:
    assert list(caseload(5)) == list(caseload(5)) == list(caseload(8))[:5]
    assert big_case() == big_case()


def test_the_long_case_is_valid_and_long() -> None:
    case = big_case(40)
    assert list(problems(case)) == []
    assert len(case.incidents) == 40
