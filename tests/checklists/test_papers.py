"""D-NAME to D-SIGN, each branch."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.kinds import LanguageTag
from hrd_desktop.core.person import Whereabouts
from tests.checklists.build import answer, asked, between, child, day, family, person, reason, row, run, shown
from tests.checklists.told import NOT_NO, say, service, tell

Told = tuple[str, str | None, str]


def told(case: Case, item: str, who: str | None = "P1") -> Told:
    found = row(case, item, who)
    return found.result, found.severity, reason(found)


def people(case: Case, item: str) -> list[str | None]:
    return [one.person for one in run(case).items if one.id == item]


SHOWN, NO_NAME, FILLER = ("MET", None, "shown"), ("UNCLEAR", "WARN", "none"), ("UNCLEAR", "WARN", "filler")


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        ([Name(id="NM1", kind="document", family="Tesfirano")], SHOWN),
        ([Name(id="NM1", kind="legal", full="Welmika Tesfirano")], SHOWN),
        ([Name(id="NM1", kind="alias", family="Tesfirano")], NO_NAME),
        ([Name(id="NM1", kind="chosen", given="Welmi"), Name(id="NM2", kind="native_script", full="ወልሚካ")], NO_NAME),
        ([Name(id="NM1", kind="document", family="Xu", given="Nan")], SHOWN),
        ([Name(id="NM1", kind="document", family="Tesfirano", given="Unknowna")], SHOWN),
        *(
            ([Name(id="NM1", kind="document", family="Tesfirano", given=sign)], FILLER)
            for sign in ("FNU", "LNU", "XXX", "XX", "X", "UNKNOWN", "N/A", "NA", "NONE", "NFN", "NLN", "-", "?")
        ),
        ([Name(id="NM1", kind="document", family="fnu", given="Welmika")], FILLER),
        ([Name(id="NM1", kind="legal", family="Tesfirano", given=" Unknown ")], FILLER),
        ([Name(id="NM1", kind="document", family="Tesfirano"), Name(id="NM2", kind="previous", family="XXX")], FILLER),
    ],
)
def test_d_name(names: list[Name], wanted: Told):
    case = shown()
    case.persons[0].names = names
    assert told(case, "D-NAME") == wanted


def test_d_name_names_the_rows_with_fillers():
    case = shown()
    case.persons[0].names.append(Name(id="NM7", kind="alias", family="LNU"))
    assert row(case, "D-NAME", "P1").rows == ("NM7",)


def dob(why: str) -> Told:
    return ("MET", None, why) if why == "shown" else ("UNCLEAR", "WARN", why)


@pytest.mark.parametrize(
    ("birth", "wanted"),
    [
        (Birth(date=day("1990-05-05")), "shown"),
        (None, "none"),
        (Birth(), "none"),
        (Birth(date=day("1990")), "partial"),
        (Birth(date=day("1990-05")), "partial"),
        (Birth(date=day("1990"), date_info=between("1990-05-05", "1990-05-05")), "partial"),
        (Birth(date=day("1990-05-05"), date_info=DateInfo(estimated=True)), "estimated"),
        (Birth(date=day("1990-05-05"), date_info=DateInfo(estimated=False)), "shown"),
        (Birth(date=day("1990-05-05"), date_info=between("1990-05-05", "1990-05-06")), "several_days"),
        (Birth(date=day("1990-05-05"), date_info=between("1990-05-05", "1990-05-05")), "shown"),
        (Birth(date=day("1990-05-05"), office_default="yes"), "set_by_office"),
        (Birth(date=day("1990-05-05"), office_default="unknown"), "shown"),
        *(
            (Birth(date=day(f"1990-{written}"), office_default=set_by), "shown" if set_by == "no" else "usual_default")
            for written in ("01-01", "07-01", "12-31")
            for set_by in (None, "unknown", "no")
        ),
        (Birth(date=day("1990-01-02")), "shown"),
        (Birth(date=day("1992-02-29")), "shown"),
    ],
)
def test_d_dob(birth: Birth | None, wanted: str):
    case = shown()
    case.persons[0].birth = birth
    assert told(case, "D-DOB") == dob(wanted)
    assert row(case, "D-DOB", "P1").rows == ("P1.birth.date",)


@pytest.mark.parametrize(
    ("relation", "plan", "wanted"),
    [
        ("child", "accompanying", "leap_day"),
        ("child_of_partner", "non_accompanying", "leap_day"),
        ("grandchild", "accompanying", "shown"),
        ("spouse", "accompanying", "shown"),
    ],
)
def test_d_dob_of_a_child_born_on_29_february(relation: str, plan: str, wanted: str):
    case = shown()
    case.persons.append(child("2012-02-29", relation=relation, plan=plan))
    assert told(case, "D-DOB", "P2") == dob(wanted)


@given(first=st.dates(date(1950, 1, 1), date(2010, 12, 31)), length=st.integers(0, 400))
def test_d_dob_is_shown_only_for_one_day(first: date, length: int):
    case = shown()
    info = between(first.isoformat(), (first + timedelta(days=length)).isoformat())
    case.persons[0].birth = Birth(date=PartialDate.of(first), date_info=info, office_default="no")
    assert (told(case, "D-DOB")[0] == "MET") is (length == 0)


@pytest.mark.parametrize(
    ("keys", "missing"),
    [
        ({}, ()),
        ({"unit": None}, ("unit",)),
        ({"ranks": []}, ("ranks",)),
        ({"combat": None}, ("combat",)),
        ({"combat": "declined"}, ()),
        ({"end": None, "end_reason": None}, ("end",)),
        ({"end": None, "end_reason": None, "ongoing": True}, ()),
        ({"end_reason": None}, ("end_reason",)),
        ({"unit": None, "ranks": [], "combat": None, "end": None}, ("unit", "ranks", "combat", "end")),
    ],
)
def test_d_serv(keys: dict[str, object], missing: tuple[str, ...]):
    whole = {"unit": "3rd", "ranks": ["private"], "combat": "no", "end": day("2011"), "end_reason": "demobilised"}
    case = shown()
    tell(case.persons[0], service(**whole), service("SV2", **{**whole, **keys}))
    found = row(case, "D-SERV", "P1")
    assert told(case, "D-SERV") == (("UNCLEAR", "WARN", "open") if missing else ("MET", None, "whole"))
    assert found.places == tuple(f"SV2.{key}" for key in missing)
    assert found.rows == (found.places or ("SV1", "SV2"))


def test_d_serv_is_about_those_of_the_5669_list_who_served():
    case = family()
    assert people(case, "D-SERV") == []
    for one in case.persons:
        tell(one, service(f"SV{one.id[1:]}"))
    assert people(case, "D-SERV") == ["P1", "P3"]


@pytest.mark.parametrize("key", "abcdefghijk")
def test_d_bg_each_question_is_asked(key: str):
    case = family()
    for one in (case.persons[0], case.persons[2]):
        say(one, f"background.{key}", None)
    case.persons[2].plan = "non_accompanying"
    assert told(case, "D-BG") == ("UNCLEAR", "BLOCK", "not_asked")
    assert told(case, "D-BG", "P3") == ("UNCLEAR", "WARN", "not_asked")
    assert row(case, "D-BG", "P1").rows == (f"P1.background.{key}",)
    case.persons[0].background = None
    assert len(row(case, "D-BG", "P1").rows) == 11


@pytest.mark.parametrize("key", "abcdefghijk")
def test_d_bg_a_yes_is_explained(key: str):
    case = shown()
    assert told(case, "D-BG") == ("MET", None, "whole")
    say(case.persons[0], f"background.{key}", "yes")
    assert told(case, "D-BG") == ("UNCLEAR", "WARN", "no_details")
    say(case.persons[0], f"background.{key}", "yes", details="It happened in March.")
    assert told(case, "D-BG")[0] == ("UNCLEAR" if key in "de" else "MET")
    say(case.persons[0], f"background.{key}", "yes", countries=["ER"])
    assert told(case, "D-BG")[0] == "UNCLEAR"
    say(case.persons[0], f"background.{key}", "yes", details="It happened in March.", countries=["ER"])
    assert told(case, "D-BG")[0] == "MET"
    for other in NOT_NO[1:]:
        say(case.persons[0], f"background.{key}", other)
        assert told(case, "D-BG")[0] == "MET"


def paper(id: str = "EV1", language: str | None = "ti", **keys) -> Evidence:
    tag = None if language is None else LanguageTag(language)
    return Evidence(id=id, **{"title": "A letter", "kind": "letter_of_support", "language": tag, **keys})


def translation(id: str = "EV2", language: str = "fr", of: str = "EV1", **keys) -> Evidence:
    return paper(id, language, translation_of=of, **{"translator_relation": "independent", **keys})


TRANSLATED, OPEN, NONE_NEEDED = ("MET", None, "translated"), ("UNCLEAR", "WARN", "open"), ("MET", None, "none_needed")


@pytest.mark.parametrize(
    ("papers", "wanted"),
    [
        ([], NONE_NEEDED),
        ([paper(language="en"), paper("EV3", "fr-CA"), paper("EV4", "zxx"), paper("EV5", None)], NONE_NEEDED),
        ([paper()], OPEN),
        ([paper(), translation()], TRANSLATED),
        ([paper(), translation(language="en")], TRANSLATED),
        ([paper(), translation(language="ar")], OPEN),
        ([paper(), translation(of="EV9")], OPEN),
        ([paper(), translation(translator_relation=None)], TRANSLATED),
        ([paper(), translation(translator_relation="organisation")], TRANSLATED),
        ([paper(), translation(translator_relation="partner")], TRANSLATED),
        ([paper(), translation(translator_relation="applicant")], OPEN),
        ([paper(), translation(translator_relation="family")], OPEN),
        ([paper(), translation(translator_relation="representative")], OPEN),
        ([paper(), translation(translator_relation="family"), translation("EV3", "en")], TRANSLATED),
        ([paper(), translation(), translation("EV3", "ar")], TRANSLATED),
        ([paper(), translation(), paper("EV3", statement_for="EV2")], TRANSLATED),
        ([paper("EV3", kind="translator_statement")], NONE_NEEDED),
        ([paper(), translation(), paper("EV3", "sr-Latn")], OPEN),
    ],
)
def test_d_trans(papers: list[Evidence], wanted: Told):
    case = shown()
    case.evidence = papers
    assert told(case, "D-TRANS", None) == wanted


def test_d_trans_names_what_is_not_translated_and_staff_may_settle_it():
    case = shown()
    case.evidence = [paper(), translation(), paper("EV3"), paper("EV4")]
    assert row(case, "D-TRANS").rows == ("EV3", "EV4")
    case.staff_answers = [answer("D-TRANS", "MET")]
    assert row(case, "D-TRANS").result == "MET"


@pytest.mark.parametrize(
    ("can_sign", "where", "wanted"),
    [
        (None, "known", ("MET", None, "can")),
        (None, None, ("MET", None, "can")),
        ("yes", "known", ("MET", None, "can")),
        ("unknown", "known", ("MET", None, "can")),
        ("no", "known", ("UNCLEAR", "WARN", "cannot")),
        ("no", "detained", ("UNCLEAR", "WARN", "cannot")),
        ("yes", "missing", ("UNCLEAR", "WARN", "whereabouts")),
        (None, "unknown", ("UNCLEAR", "WARN", "whereabouts")),
        (None, "detained", ("UNCLEAR", "WARN", "whereabouts")),
    ],
)
def test_d_sign(can_sign: str | None, where: str | None, wanted: Told):
    case = family()
    case.persons[2].can_sign = can_sign
    case.persons[2].whereabouts = Whereabouts(status=where) if where else None
    assert told(case, "D-SIGN", "P3") == wanted


def test_names_and_births_of_everybody_listed():
    case = family()
    case.persons += [asked(person("P4", "sibling", "linked_case")), child("2001", id="P5", plan="not_included")]
    assert people(case, "D-NAME") == people(case, "D-DOB") == ["P1", "P2", "P3"]
