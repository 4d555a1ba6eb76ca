"""Rules in time as a caseworker meets them: checks that are kept, other rules compared, places counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hrd_desktop.core.edit import SetValue
from hrd_desktop.errors import Cancelled, NoPackForDate, UnknownPack
from hrd_desktop.services import cases, checking, editing, packets, places, printing
from hrd_desktop.services.files import CaseFile
from hrd_desktop.store import caseload
from hrd_desktop.store import cases as stored
from hrd_desktop.wording import wording
from tests.services.conftest import DAY, sample

S1 = "HRD-2026-S1"
OLD = date(2022, 6, 1)


def occasions(file: CaseFile, code: str = S1) -> list[tuple[str, str, date]]:
    return [(one.occasion, one.pack, one.on) for one in checking.assessments(file, code)]


def test_the_pack_of_the_day_judges() -> None:
    case = sample("s1")
    assert checking.assess_case(case, OLD).pack_id == "hrd-2021-07"
    assert checking.assess_case(case, date(2023, 3, 1)).pack_id == "hrd-2023-03"
    assert checking.assess_case(case, DAY).pack_id == "hrd-2023-07"
    document = checking.check_document(checking.assess_case(case, OLD), wording("en"))
    assert document["rule_pack"] == {"id": "hrd-2021-07", "version": "1", "date": "2021-07-16"}
    (row,) = [item for item in document["items"] if item["id"] == "E19"]
    assert row["result"] == "NOT_MET"
    assert "UNHCR alone" in row["why"]


def test_another_pack_may_be_asked_for() -> None:
    pack = checking.pack_named("hrd-2021-07")
    assessment = checking.assess_case(sample("s1"), DAY, pack)
    assert (assessment.on, assessment.pack_id) == (DAY, "hrd-2021-07")
    assert checking.pack_of(assessment) is pack
    assert any("UNHCR alone" in line for line in printing.check_lines(assessment, wording("en")))
    with pytest.raises(UnknownPack):
        checking.pack_named("hrd-2020-01")


def test_the_first_check_under_rules_is_kept_whole_and_only_once(case_file: CaseFile) -> None:
    assert occasions(case_file) == [("new_pack", "hrd-2023-07", DAY)]
    (kept,) = checking.assessments(case_file, S1)
    assessment = checking.assess_case(cases.open_case(case_file, S1).case, DAY)
    assert kept.headline == assessment.headline
    assert [(item.id, item.person, item.result, item.severity) for item in kept.items] == [
        (item.id, item.person, item.result, item.severity) for item in assessment.items
    ]
    later = date(2026, 10, 1)
    checking.refresh_headlines(case_file, later)
    checking.keep_headline(case_file, checking.assess_case(sample("s1"), later))
    assert occasions(case_file) == [("new_pack", "hrd-2023-07", DAY)]
    checking.refresh_headlines(case_file, OLD)
    assert occasions(case_file) == [("new_pack", "hrd-2021-07", OLD), ("new_pack", "hrd-2023-07", DAY)]


def test_a_new_case_keeps_its_first_check(case_file: CaseFile) -> None:
    cases.new_case(case_file, "NEW-1", alias=None, name="Tesfirano", on=DAY)
    assert occasions(case_file, "NEW-1") == [("new_pack", "hrd-2023-07", DAY)]


def test_a_check_is_kept_when_somebody_asks(case_file: CaseFile) -> None:
    at = datetime(2026, 9, 15, 10, tzinfo=UTC)
    assessment = checking.assess_case(sample("s1"), DAY)
    made = checking.record_assessment(case_file, assessment, at=at, by="supervisor")
    assert (made.occasion, made.at, made.by) == ("asked", at, "supervisor")
    assert checking.assessments(case_file, S1)[0] == made


@pytest.mark.parametrize(("draft", "occasion"), [(False, "packet"), (True, "draft")])
def test_an_exported_packet_keeps_the_check_it_rests_on(
    case_file: CaseFile, tmp_path: Path, draft: bool, occasion: str
) -> None:
    case = cases.open_case(case_file, S1).case
    options = replace(packets.default_options(case, DAY), draft=draft)
    packets.export(case_file, S1, tmp_path / "a.pdf", options)
    assert occasions(case_file)[0] == (occasion, "hrd-2023-07", DAY)


def test_a_packet_that_cannot_be_written_keeps_nothing(case_file: CaseFile, tmp_path: Path) -> None:
    case = cases.open_case(case_file, S1).case
    with pytest.raises(Exception):  # noqa: B017, PT011 - which refusal it is depends on the system
        packets.export(case_file, S1, tmp_path / "nowhere" / "a.pdf", packets.default_options(case, DAY))
    assert [occasion for occasion, *_ in occasions(case_file)] == ["new_pack"]


def test_other_rules_say_what_changes_and_why() -> None:
    old, new = checking.pack_named("hrd-2021-07"), checking.pack_named("hrd-2023-07")
    found = checking.compare(sample("s1"), DAY, new, old)
    assert [row.id for row in found.items] == ["E19"]
    english = "\n".join(printing.compare_lines(found, wording("en")))
    assert "hrd-2023-07: Shown on file. The referral partner on file is ProtectDefenders.eu." in english
    assert "hrd-2021-07: File shows the opposite (Stops the packet). Under the rules of July 2021" in english
    french = "\n".join(printing.compare_lines(found, wording("fr")))
    assert "seul le HCR recommande" in french
    packs = list(printing.pack_lines(new, old, DAY, wording("en")))
    assert packs == [
        "Refer only under hrd-2023-07: Front Line Defenders and ProtectDefenders.eu",
        "Places of the whole stream in 2026: not known → 250",
    ]


def test_lines_about_packs_name_items_and_numbers() -> None:
    new = checking.pack_named("hrd-2023-07")
    other = replace(
        new,
        id="other",
        items={key: item for key, item in new.items.items() if key != "H05"},
        constants=replace(new.constants, child_under=19, office_default_days=("01-01",)),
    )
    lines = list(printing.pack_lines(new, other, DAY, wording("fr")))
    assert lines[0] == "Seulement selon hrd-2023-07\u00a0: H05"
    assert "Un enfant à charge a moins de (ans)\u00a0: 22 → 19" in lines
    assert lines[-1].endswith("\u00a0: 01-01, 07-01, 12-31 → 01-01")
    found = checking.compare(sample("s1"), DAY, new, other)
    assert "    other: no such point." in list(printing.compare_lines(found, wording("en")))
    same = checking.compare(sample("s1"), DAY, new, new)
    assert list(printing.compare_lines(same, wording("en")))[1:] == [
        "Headline: Ready, under both",
        "Nothing changes for this case.",
    ]


def test_every_number_of_the_rules_has_a_name() -> None:
    pack = checking.pack_on(DAY)
    for lang in ("en", "fr"):
        for name in vars(pack.constants):
            assert wording(lang).number(name)


def test_a_later_pack_touches_open_cases_alone(case_file: CaseFile, now: datetime) -> None:
    old, new = checking.pack_named("hrd-2021-07"), checking.pack_named("hrd-2023-07")
    touched = [found.case_code for found in checking.compare_caseload(case_file, DAY, old, new)]
    assert S1 in touched
    assert "HRD-2026-S2" not in touched  # referred by UNHCR: the same under both
    editing.change(case_file, S1, [SetValue("case.stage", "closed")], at=now)
    after = [found.case_code for found in checking.compare_caseload(case_file, DAY, old, new)]
    assert after == [code for code in touched if code != S1]
    assert checking.compare_caseload(case_file, DAY, new, new) == []
    with pytest.raises(Cancelled):
        checking.compare_caseload(case_file, DAY, old, new, cancelled=lambda: True)


# Places


def test_places_are_the_same_read_narrowly_or_assessed_anew(case_file: CaseFile) -> None:
    known = places.count_places(case_file, DAY)
    with case_file.session() as session:
        codes = stored.codes(session)
        assert set(caseload.fresh(session, DAY, "hrd-2023-07", codes)) == set(codes)
        for code in codes[:2]:
            caseload.set_headline(session, code, "READY", OLD, "hrd-2021-07")
    assert places.count_places(case_file, DAY) == known
    (year,) = known.years
    assert (year.year, year.limit, year.total.cases) == (2026, None, 4)
    assert (year.total.referred, year.total.planned) == (0, 12)
    assert known.diverted == 1


def test_places_follow_the_facts(case_file: CaseFile, now: datetime) -> None:
    before = places.count_places(case_file, DAY).years[0].total
    case = cases.open_case(case_file, S1).case
    change = [SetValue(f"{row.id}.state", "done") for row in case.milestones if row.kind.startswith("referral")]
    change += [
        SetValue(f"{row.id}.date", type(row.date).parse("2026-09-01"))
        for row in case.milestones
        if row.kind.startswith("referral")
    ]
    editing.change(case_file, S1, change, at=now)
    after = places.count_places(case_file, DAY).years[0].total
    assert (after.referred, after.planned) == (3, before.planned - 3)


def test_counting_says_how_far_it_is_and_stops(case_file: CaseFile) -> None:
    seen: list[tuple[int, int]] = []
    places.count_places(case_file, DAY, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 5), (5, 5)]
    with pytest.raises(Cancelled):
        places.count_places(case_file, DAY, cancelled=lambda: True)
    with pytest.raises(NoPackForDate):
        places.count_places(case_file, date(2020, 1, 1))


def test_the_ledger_in_words_names_what_is_not_known(case_file: CaseFile) -> None:
    found = places.count_places(case_file, DAY)
    english, french = ("\n".join(places.places_lines(found, wording(lang))) for lang in ("en", "fr"))
    assert "2026: persons referred: 0; planned: 12; limit of the whole stream: not known" in english
    assert "limite de tout le volet\u00a0: inconnue" in french
    assert "125" in english
    assert "another route fits better: 1" in english
    known = "\n".join(places.places_lines(places.count_places(case_file, DAY, 2024), wording("en")))
    assert "2024: persons referred: 0; planned: 0; limit of the whole stream: 500" in known


def test_an_empty_caseload_has_no_year(tmp_path: Path) -> None:
    from hrd_desktop.services import files

    file = files.create(tmp_path / "empty.hrd", "four invented lanterns over a marsh", calibrate=False)
    found = places.count_places(file, DAY)
    files.lock(file)
    assert (found.years, found.without_day.cases) == ((), 0)


def test_cases_without_a_referral_day_stand_apart_in_words(case_file: CaseFile) -> None:
    cases.new_case(case_file, "NEW-1", alias=None, name="Tesfirano", on=DAY)
    lines = list(places.places_lines(places.count_places(case_file, DAY), wording("en")))
    assert "No referral day on file: persons: 1; cases: 1" in lines
    document = places.places_document(places.count_places(case_file, DAY))
    assert document["without_day"] == {"cases": 1, "referred": 0, "planned": 1, "possible_later": 0, "linked": 0}
