"""E12, letter by letter: what came after the flight, what came before, and what cannot be told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.checklists.digest import facts_digest
from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import DateInfo
from hrd_desktop.core.identity import Document, HabitualResidence, Nationality, Stateless
from tests.checklists.build import HOME, HOST, THIRD, alerts, day, milestone, reason, review, row, shown
from tests.checklists.told import NOT_NO, stay, tell, travel

Change = Callable[[Case], object]
FLIGHT = date(2024, 3, 10)


def paper(issued: str | None = "2025-01-05", **keys) -> Change:
    told = {"kind": "passport", "country": HOME, "held": "yes", "issued_on": day(issued) if issued else None, **keys}

    def change(case: Case) -> None:
        case.persons[0].none_declared.remove("documents")
        case.persons[0].documents = [Document(id="DO1", **told)]

    return change


def national(**keys) -> Change:
    told = {"country": THIRD, "status": "has", "fear": "yes", **keys}
    return lambda case: case.persons[0].nationalities.append(Nationality(id="NA2", **told))


def went(*rows) -> Change:
    return lambda case: tell(case.persons[0], *rows)


def flight(written: str | None) -> Change:
    def change(case: Case) -> None:
        case.milestones = [milestone("flight_from_country", written)] if written else []

    return change


def changed(answer: str) -> Change:
    return lambda case: setattr(case.claim, "conditions_changed", answer)


def unasked(name: str) -> Change:
    return lambda case: case.persons[0].none_declared.remove(name)


def contact(answer: str | None) -> Change:
    return lambda case: setattr(case.persons[0], "contacted_home_authorities", answer)


def judged(*changes: Change):
    case = shown()
    for change in changes:
        change(case)
    return row(case, "E12", "P1")


L, U, M = ("NEEDS_LAWYER", "LAWYER"), ("UNCLEAR", "WARN"), ("MET", None)


@pytest.mark.parametrize(
    ("changes", "wanted", "why", "parts", "rows"),
    [
        ([], M, "none", "MMMMM", None),
        ([paper()], L, "papers", "LMMMM", ("DO1",)),
        ([paper(kind="national_id")], L, "papers", "LMMMM", ("DO1",)),
        ([paper(kind="laissez_passer", requested_by="relative")], L, "papers", "LMMMM", ("DO1",)),
        ([paper(kind="birth_certificate")], M, "none", "MMMMM", None),
        ([paper(country=HOST)], M, "none", "MMMMM", None),
        ([paper(held="never_had")], M, "none", "MMMMM", None),
        ([paper(held="lost")], L, "papers", "LMMMM", ("DO1",)),
        ([paper("2024-03-10")], M, "none", "MMMMM", None),
        ([paper("2024-03-11")], L, "papers", "LMMMM", ("DO1",)),
        ([paper("2024-03")], U, "papers_open", "UMMMM", ("DO1",)),
        ([paper("2024-04")], L, "papers", "LMMMM", ("DO1",)),
        ([paper(None)], U, "papers_open", "UMMMM", ("DO1",)),
        ([flight("2024-03"), paper("2024-03-31")], U, "papers_open", "UMMMM", ("DO1",)),
        ([unasked("documents")], U, "not_asked", "UMMMM", ("P1.documents",)),
        *(([contact(a)], U, "not_asked", "UMMMM", ("P1.contacted_home_authorities",)) for a in NOT_NO),
        ([contact(None)], M, "none", "MMMMM", None),
        ([contact("yes"), paper()], L, "papers", "LMMMM", ("DO1",)),
        ([national(basis="reacquired")], L, "nationalities", "MLMMM", ("NA2",)),
        ([national(basis="reacquired", status="lost")], L, "nationalities", "MLMMM", ("NA2",)),
        ([national(start=day("2025"))], L, "nationalities", "MMLMM", ("NA2",)),
        ([national(start=day("2024-03"))], L, "nationalities", "MMLMM", ("NA2",)),
        ([national(start=day("2024-03-10"))], M, "none", "MMMMM", None),
        ([national()], M, "none", "MMMMM", None),
        ([national(start=day("2025"), status="lost")], M, "none", "MMMMM", None),
        ([went(stay())], L, "stays", "MMMLM", ("RE1",)),
        ([went(stay(voluntary="unknown"))], L, "stays", "MMMLM", ("RE1",)),
        ([went(stay(voluntary="no"))], M, "none", "MMMMM", None),
        ([went(travel(country=HOME))], L, "stays", "MMMLM", ("TR1",)),
        ([went(travel(country=HOME, start=day("2024-03-10")))], M, "none", "MMMMM", None),
        ([went(travel(country=HOME), stay(voluntary="no"))], M, "none", "MMMMM", None),
        ([went(travel())], M, "none", "MMMMM", None),
        ([unasked("returns")], U, "not_asked", "MMMUM", ("P1.returns",)),
        ([changed("yes")], U, "changed", "MMMMU", ("case.claim.conditions_changed",)),
        ([changed("unknown")], U, "changed", "MMMMU", ("case.claim.conditions_changed",)),
        ([flight(None)], U, "no_flight", "UUUUU", ("case.milestones",)),
        ([flight(None), paper()], U, "no_flight", "UUUUU", ("DO1", "case.milestones")),
        ([flight(None), national(start=day("1990"))], U, "no_flight", "UUUUU", ("case.milestones",)),
        ([flight(None), went(stay())], L, "stays", "UUULU", ("RE1",)),
    ],
)
def test_e12(changes: list[Change], wanted: tuple, why: str, parts: str, rows: tuple[str, ...] | None):
    found = judged(*changes)
    assert ((found.result, found.severity), reason(found)) == (wanted, why)
    assert [part.key for part in found.parts] == list("abcde")
    assert "".join({"NEEDS_LAWYER": "L"}.get(part.result, part.result[0]) for part in found.parts) == parts
    assert rows is None or found.rows == rows


def test_e12_rows_are_documents_then_nationalities_then_stays():
    found = judged(went(stay()), national(basis="reacquired", start=day("2025")), paper())
    assert (found.rows, reason(found)) == (("DO1", "NA2", "RE1"), "several")


def test_e12_letters_of_states_cannot_arise_without_a_nationality():
    def stateless(case: Case) -> None:
        case.persons[0].stateless = Stateless(claimed="yes")
        case.persons[0].nationalities = []
        case.persons[0].habitual_residences = [HabitualResidence(id="HR1", country=HOME, standing="certain")]

    found = judged(stateless, paper())
    assert [part.result for part in found.parts] == ["NOT_APPLICABLE"] * 3 + ["MET"] * 2
    assert found.result == "MET"
    assert judged(stateless, went(travel(country=HOME))).rows == ("TR1",)
    assert [part.result for part in judged(stateless, flight(None)).parts] == ["NOT_APPLICABLE"] * 3 + ["UNCLEAR"] * 2


@given(st.dates(date(2023, 1, 1), date(2025, 12, 31)), st.integers(0, 400))
def test_e12_a_span_of_days_that_straddles_the_flight_is_not_settled(first: date, length: int):
    last = date.fromordinal(first.toordinal() + length)
    found = judged(paper(str(first.year), issued_on_info=DateInfo(earliest=first, latest=last)))
    wanted = "NEEDS_LAWYER" if first > FLIGHT else "UNCLEAR" if last > FLIGHT else "MET"
    assert found.result == wanted


def test_e12_a_review_falls_when_a_fact_under_it_changes():
    case = shown()
    paper()(case)
    case.reviews = [review("E12", person="P1", rows=["DO1"], facts_digest=facts_digest(case, ["DO1"]))]
    assert row(case, "E12", "P1").result == "MET"
    case.persons[0].documents[0].issued_on = day("2025-02")
    assert row(case, "E12", "P1").result == "NEEDS_LAWYER"
    assert len(alerts(case, "review_outdated")) == 1
    case.reviews = [review("E12", "cleared_with_note", "P1")]
    assert (row(case, "E12", "P1").result, row(case, "E12", "P1").severity) == ("UNCLEAR", "WARN")
