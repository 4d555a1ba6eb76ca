"""The list of cases: search, filters, order, pages, and that it follows every edit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.core.edit import AddRow, RemoveRow, SetValue, removal
from hrd_desktop.core.identity import Name
from hrd_desktop.errors import UnknownCase
from hrd_desktop.store import caseload, cases, edits
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.caseload import CaseloadQuery, CaseloadRow, Order
from tests.store.conftest import PASSPHRASE
from tests.store.demo_cases import demo_case, demo_cases

AT = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


def small(code: str, *names: str, stage: str = "intake", opened: date = date(2026, 1, 1)) -> Case:
    """A case of one person with these names as printed."""
    sample = demo_case()
    written = [Name(id=f"N{n}", kind="document", full=name) for n, name in enumerate(names or ("Anon",), 1)]
    person = type(sample.persons[0])(id="P1", relation="principal", plan="accompanying", names=written)
    return Case(code=code, opened_on=opened, stage=stage, stream="hrd", principal="P1", persons=[person])


def put(file: CaseFile, *given: Case, at: datetime = AT) -> None:
    with file.session() as session:
        cases.add(session, given, at=at)


def found(file: CaseFile, text: str = "", *, order: Order = "code", **filters: tuple[str, ...]) -> list[str]:
    query = CaseloadQuery(text=text, order=order, **filters)  # type: ignore[arg-type]  # filters are codes in the tests
    with file.session() as session:
        codes = [row.code for row in caseload.page(session, query, 0, 100)]
        assert caseload.count(session, query) == len(codes)
    return codes


def rows(file: CaseFile) -> list[CaseloadRow]:
    with file.session() as session:
        return caseload.page(session, CaseloadQuery(), 0, 100)


def test_a_row_shows_the_narrow_facts_of_its_case(file: CaseFile) -> None:
    case = demo_case()
    put(file, case)
    people = sum(person.plan == "accompanying" for person in case.persons)
    assert rows(file) == [CaseloadRow(case.code, case.alias, case.stage, None, None, people, case.opened_on, AT)]


NAMES = {
    "AR": "محمد عبدالكريم",
    "FA": "مُحمّد کریمی",
    "TR": "Şükrü Ünal",
    "RU": "Пётр Ёлкин",
    "ZH": "王小明",
    "MY": "မောင်မောင်",
    "HI": "किरण कुमारी",
    "AM": "አበበ ቢቂላ",
    "IE": "Siobhán O'Neil",
}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("محمد", ["AR", "FA"]),
        ("كريمي", ["FA"]),
        ("sukru", ["TR"]),
        ("UNA su", ["TR"]),
        ("елк петр", ["RU"]),
        ("小明", ["ZH"]),
        ("မောင်", ["MY"]),
        ("कि", ["HI"]),
        ("አበ", ["AM"]),
        ("o'nei", ["IE"]),
        ("case-t", ["TR"]),
        ("neil siobhan case", ["IE"]),
        ("nal", []),
        ("unal nobody", []),
    ],
)
def test_names_are_found_by_the_beginning_of_their_words(file: CaseFile, text: str, codes: list[str]) -> None:
    put(file, *(small(f"CASE-{code}", name) for code, name in NAMES.items()))
    assert found(file, text) == [f"CASE-{code}" for code in codes]


@pytest.mark.parametrize("text", ["", "  ", '"', "-*-", "()", "\u200e"])
def test_a_text_without_words_finds_all(file: CaseFile, text: str) -> None:
    put(file, small("A-1"), small("A-2"))
    assert found(file, text) == ["A-1", "A-2"]


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=12) | st.sampled_from(['" OR *', "a NEAR b", "words:a", "^a", "a AND", "{a} :", "NOT a"]))
def test_no_text_breaks_the_search(shared_list: CaseFile, text: str) -> None:
    assert set(found(shared_list, text)) <= {"AND-1", "NOT-2"}


@pytest.fixture(scope="module")
def shared_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseFile]:
    path = tmp_path_factory.mktemp("list") / "a.hrd"
    with CaseFile.create(path, PASSPHRASE, calibrate=False) as file:
        put(file, small("AND-1", "near a"), small("NOT-2", "or b"))
        yield file


def test_filters_narrow_together(file: CaseFile) -> None:
    put(file, small("A-1", "Anna"), small("A-2", "Anna", stage="review"), small("A-3", "Boris", stage="review"))
    with file.session() as session:
        caseload.set_headline(session, "A-2", "LIKELY", AT.date(), "hrd-2023-07")
        caseload.set_headline(session, "A-3", "BLOCKED", AT.date(), "hrd-2023-07")
    assert found(file, stages=("review",)) == ["A-2", "A-3"]
    assert found(file, stages=("review", "intake")) == ["A-1", "A-2", "A-3"]
    assert found(file, "anna", stages=("review",)) == ["A-2"]
    assert found(file, headlines=("BLOCKED", "LIKELY")) == ["A-2", "A-3"]
    assert found(file, "anna", headlines=("BLOCKED",)) == []


def test_every_order_is_stable_and_pages_join_without_gap(file: CaseFile) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n % 3) for n in range(12)]
    given = [small(f"A-{n:02}", opened=day, stage=("security", "review")[n % 2]) for n, day in enumerate(days)]
    put(file, *given[:6], at=AT)
    put(file, *given[6:], at=AT + timedelta(hours=1))
    orders: dict[Order, list[str]] = {
        "code": sorted(c.code for c in given),
        "opened": [c.code for c in sorted(given, key=lambda c: (-c.opened_on.toordinal(), c.code))],
        "changed": [c.code for c in [*given[6:], *given[:6]]],
        "stage": [c.code for c in sorted(given, key=lambda c: (c.stage != "review", c.code))],
    }
    for order, codes in orders.items():
        assert found(file, order=order) == codes
        with file.session() as session:
            pages = [caseload.page(session, CaseloadQuery(order=order), start, 5) for start in (0, 5, 10)]
        assert [row.code for page in pages for row in page] == codes
        assert [len(page) for page in pages] == [5, 5, 2]


def test_the_row_follows_edits_in_the_same_transaction(file: CaseFile) -> None:
    case = small("A-1", "Anna")
    put(file, case)
    name = Name(id="N7", kind="previous", family="Žižková")
    later = AT + timedelta(days=1)
    changes = [SetValue("case.stage", "review"), SetValue("case.alias", "Heron"), AddRow("P1.names", name)]
    with file.session() as session:
        edits.apply(session, "A-1", changes, at=later, by="x")
    assert rows(file) == [CaseloadRow("A-1", "Heron", "review", None, None, 1, case.opened_on, later)]
    assert found(file, "ziz") == found(file, "heron") == found(file, "anna") == ["A-1"]
    with file.session() as session:
        edits.apply(session, "A-1", [RemoveRow("N1"), SetValue("case.code", "B-2")], at=later, by="x")
    assert found(file, "anna") == found(file, "a 1") == []
    assert found(file, "b-2") == ["B-2"]
    with file.session() as session:
        cases.delete(session, "B-2")
    assert found(file) == found(file, "ziz") == []


def test_who_accompanies_is_counted_anew(file: CaseFile) -> None:
    case = demo_case()
    put(file, case)
    before = rows(file)[0].accompanying
    with file.session() as session:
        edits.apply(session, case.code, removal(case, "P2"), at=AT, by="x")
    assert rows(file)[0].accompanying == before - 1


def test_an_edited_row_is_the_row_of_the_same_case_put_in_anew(file: CaseFile) -> None:
    case = demo_case("s5")
    put(file, case)
    edited = SetValue(f"{case.persons[0].names[0].id}.family", "Ōe")
    with file.session() as session:
        edits.apply(session, case.code, [edited], at=AT, by="x")
        again = replace(cases.load(session, case.code), code="AGAIN", alias=case.code)
        cases.delete(session, case.code)
        cases.add(session, [again], at=AT)
    assert found(file, "oe again") == ["AGAIN"]


def test_a_headline_is_stale_on_another_day_with_another_pack_and_after_an_edit(file: CaseFile) -> None:
    today, tomorrow = date(2026, 5, 4), date(2026, 5, 5)
    put(file, *demo_cases())
    codes = [case.code for case in demo_cases()]

    def stale(on: date, pack: str) -> list[str]:
        with file.session() as session:
            return caseload.stale(session, on, pack)

    assert stale(today, "p1") == codes
    with file.session() as session:
        for code in codes[:3]:
            caseload.set_headline(session, code, "LIKELY", today, "p1")
    assert stale(today, "p1") == codes[3:]
    assert stale(tomorrow, "p1") == stale(today, "p2") == codes
    with file.session() as session:
        edits.apply(session, codes[0], [SetValue("case.intended_city", "Halifax")], at=AT, by="x")
    assert stale(today, "p1") == [codes[0], *codes[3:]]
    assert (rows(file)[0].headline, rows(file)[0].headline_on) == ("LIKELY", None)


def test_a_headline_of_a_case_that_is_not_there_is_refused(file: CaseFile) -> None:
    with pytest.raises(UnknownCase), file.session() as session:
        caseload.set_headline(session, "NONE", "LIKELY", AT.date(), "p1")
