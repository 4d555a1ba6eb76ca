from __future__ import annotations

import json
from datetime import date, datetime, timedelta

import pytest

from hrd_desktop.core.edit import SetValue
from hrd_desktop.core.staff import StaffAnswer
from hrd_desktop.errors import Cancelled, NoPackForDate
from hrd_desktop.services import cases, checking, editing, printing
from hrd_desktop.services.cases import CaseloadQuery
from hrd_desktop.services.files import CaseFile
from hrd_desktop.wording import wording
from tests.services.conftest import DAY, sample

HEADLINES = {
    "HRD-2026-S1": "READY",
    "HRD-2026-S2": "HOLD_INFO",
    "HRD-2026-S3": "DIVERT",
    "HRD-2026-S4": "HOLD_LAWYER",
    "HRD-2026-S5": "BLOCKED",
}


def listed(file: CaseFile) -> dict[str, str | None]:
    return {row.code: row.headline for row in cases.list_cases(file, CaseloadQuery())}


def test_the_pack_in_force_on_the_day_is_used() -> None:
    assert checking.pack_on(DAY).id == "hrd-2023-07"
    assert checking.pack_on(date(2023, 7, 25)).id == "hrd-2023-07"
    with pytest.raises(NoPackForDate):
        checking.pack_on(date(2010, 1, 1))


def test_an_assessment_of_the_same_case_and_day_is_the_same() -> None:
    case = sample("s2")
    assert checking.assess_case(case, DAY) == checking.assess_case(case, DAY)


def test_the_document_of_a_check_is_json_in_the_language_asked_for() -> None:
    assessment = checking.assess_case(sample("s2"), DAY)
    english, french = (
        json.loads(json.dumps(checking.check_document(assessment, wording(lang)))) for lang in ("en", "fr")
    )
    assert english["headline"] == french["headline"] == "HOLD_INFO"
    assert [item["result"] for item in english["items"]] == [item["result"] for item in french["items"]]
    assert english["items"][0]["why"] != french["items"][0]["why"]
    assert english["items"][7]["citation"] == french["items"][7]["citation"] == "A 96(a)"


def test_the_terminal_says_provisions_as_a_reader_of_the_language_writes_them() -> None:
    assessment = checking.assess_case(sample("s2"), DAY)
    assert any("[A 96(a)]" in line for line in printing.check_lines(assessment, wording("en")))
    assert any("[L 96a)]" in line for line in printing.check_lines(assessment, wording("fr")))


def test_a_staff_answer_settles_what_is_not_clear_and_both_results_stand() -> None:
    case = sample("s2")
    before = {(item.id, item.person): item for item in checking.assess_case(case, DAY).items}["E06", "P1"]
    assert before.result == "UNCLEAR"
    assert "MET" in before.staff_may
    case.staff_answers.append(
        StaffAnswer(
            id="SA1",
            item="E06",
            person="P1",
            result="MET",
            reason="Heard twice, an invented reason.",
            how_known="staff_judgement",
            answered_on=DAY,
            answered_by="N. B.",
        )
    )
    after = {(item.id, item.person): item for item in checking.assess_case(case, DAY).items}["E06", "P1"]
    assert (after.result, after.derived_result, after.staff_answer) == ("MET", "UNCLEAR", "SA1")
    assert checking.sentence(after.decided[0], DAY, wording("en")).startswith("Staff answer SA1")


def test_headlines_are_found_again_for_another_day_and_only_once(case_file: CaseFile) -> None:
    assert listed(case_file) == HEADLINES
    assert checking.refresh_headlines(case_file, DAY) == 0
    later = DAY + timedelta(days=400)
    assert checking.refresh_headlines(case_file, later) == len(HEADLINES)
    assert checking.refresh_headlines(case_file, later) == 0
    # By then the consents have run out.
    assert listed(case_file)["HRD-2026-S1"] != "READY"
    assert checking.refresh_headlines(case_file, DAY) == len(HEADLINES)
    assert listed(case_file) == HEADLINES


def test_a_changed_case_is_found_again(case_file: CaseFile, now: datetime) -> None:
    editing.change(case_file, "HRD-2026-S1", [SetValue("case.partner", None)], at=now)
    assert checking.refresh_headlines(case_file, DAY) == 1
    assert listed(case_file)["HRD-2026-S1"] == "HOLD_INFO"


def test_a_headline_kept_from_the_window_is_in_the_list(case_file: CaseFile) -> None:
    case = cases.open_case(case_file, "HRD-2026-S1").case
    case.partner = None
    checking.keep_headline(case_file, checking.assess_case(case, DAY))
    assert listed(case_file)["HRD-2026-S1"] == "HOLD_INFO"


def test_finding_headlines_goes_on_where_it_was_stopped(case_file: CaseFile) -> None:
    later = DAY + timedelta(days=400)
    assert checking.refresh_headlines(case_file, later, limit=2) == 2
    with pytest.raises(Cancelled):
        checking.refresh_headlines(case_file, later, cancelled=lambda: True)
    assert checking.refresh_headlines(case_file, later) == len(HEADLINES) - 2
