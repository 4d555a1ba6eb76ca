"""Rows that are begun: kept as they are until they are complete."""

from datetime import date
from pathlib import Path

import pytest

from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.edit import Draft
from hrd_desktop.errors import EditRefused, UnknownCase
from hrd_desktop.store import cases, drafts
from hrd_desktop.store.casefile import CaseFile
from tests.store.conftest import PASSPHRASE
from tests.store.demo_cases import demo_case

CODE = demo_case().code
BEGUN = [
    Draft("b", "case.incidents", {"place": "Lower port", "acts": ["threat"], "persons": ["P1"]}),
    Draft("a", "case.consents", {"signed_on": date(2026, 5, 4), "person": None}),
    Draft("c", "P2.birth.aliases", {"date_info": DateInfo(calendar="hijri", earliest=date(1990, 7, 24))}),
    Draft("d", "P3.birth", {"date": PartialDate(2012, 3), "city": ""}),
    Draft("e", "P1.whereabouts", {}),
]


def test_drafts_come_back_in_the_order_they_were_begun_after_reopening(tmp_path: Path) -> None:
    with CaseFile.create(tmp_path / "a.hrd", PASSPHRASE, calibrate=False) as file, file.session() as session:
        cases.add(session, [demo_case()])
        for draft in BEGUN:
            drafts.save(session, CODE, draft)
    with CaseFile.open(tmp_path / "a.hrd", PASSPHRASE) as file, file.session() as session:
        assert drafts.load(session, CODE) == BEGUN
        assert cases.load(session, CODE) == demo_case()


def test_a_draft_saved_again_replaces_and_a_dropped_one_is_gone(file: CaseFile) -> None:
    with file.session() as session:
        cases.add(session, [demo_case()])
        for draft in BEGUN:
            drafts.save(session, CODE, draft)
        drafts.save(session, CODE, Draft("b", "case.incidents", {"place": "Upper port"}))
        for key in ("a", "c", "e", "never there"):
            drafts.drop(session, CODE, key)
        assert drafts.load(session, CODE) == [Draft("b", "case.incidents", {"place": "Upper port"}), BEGUN[3]]


@pytest.mark.parametrize("place", ["P9.names", "P1.uci", "P1", "case.nothing", "P1.birth.aliases.date", "case.none.x"])
def test_a_draft_needs_a_place_for_an_object(file: CaseFile, place: str) -> None:
    with file.session() as session:
        cases.add(session, [demo_case()])
    with pytest.raises(EditRefused) as refused, file.session() as session:
        drafts.save(session, CODE, Draft("a", place, {}))
    assert refused.value.facts == {"place": place, "reason": "unknown_place"}


def test_drafts_of_a_case_that_is_not_there_are_refused(file: CaseFile) -> None:
    for action in (
        lambda s: drafts.load(s, "X"),
        lambda s: drafts.drop(s, "X", "a"),
        lambda s: drafts.save(s, "X", BEGUN[0]),
    ):
        with pytest.raises(UnknownCase), file.session() as session:
            action(session)


def test_cases_do_not_share_drafts(file: CaseFile) -> None:
    with file.session() as session:
        cases.add(session, [demo_case("s1"), demo_case("s2")])
        drafts.save(session, CODE, Draft("a", "case.incidents", {"place": "Lower port"}))
        drafts.save(session, demo_case("s2").code, Draft("a", "case.tasks", {"text": "Call"}))
        cases.delete(session, demo_case("s2").code)
        assert [draft.place for draft in drafts.load(session, CODE)] == ["case.incidents"]
