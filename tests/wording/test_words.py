"""What `Wording` makes of keys, values, dates and places."""

from __future__ import annotations

from datetime import date

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.countries import COUNTRIES
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.identity import Birth
from hrd_desktop.core.person import Person
from hrd_desktop.core.schema import field_of
from hrd_desktop.core.work import Hrd, Incident
from hrd_desktop.wording import Wording, wording
from hrd_desktop.wording.names import sort_key
from hrd_desktop.wording.tables import entry, table
from tests.wording.samples import a_case

EN, FR = wording("en"), wording("fr")
BOTH = pytest.mark.parametrize("words", [EN, FR], ids=["en", "fr"])


# Dates


@pytest.mark.parametrize(
    ("written", "en", "fr"),
    [
        ("1994", "1994", "1994"),
        ("2026-05", "May 2026", "mai 2026"),
        ("2026-05-01", "May 1, 2026", "1er mai 2026"),
        ("2026-08-11", "August 11, 2026", "11 août 2026"),
        ("2026-12-21", "December 21, 2026", "21 décembre 2026"),
    ],
)
def test_dates_are_said_as_far_as_they_are_known(written: str, en: str, fr: str) -> None:
    assert EN.partial(PartialDate.parse(written)) == en
    assert FR.partial(PartialDate.parse(written)) == fr


def test_a_date_tells_its_story() -> None:
    info = DateInfo(
        calendar="hijri", original="1411", earliest=date(1990, 7, 24), latest=date(1991, 7, 12), source="oral"
    )
    assert EN.dated(PartialDate(1990), info) == (
        "1990 (between July 24, 1990 and July 12, 1991; written as “1411”, calendar: Hijri (lunar); "
        "source: Told by the person)"
    )
    assert FR.dated(PartialDate(1990), info).startswith("1990 (entre le 24 juillet 1990 et le 12 juillet 1991; écrit")
    assert EN.dated(PartialDate(1990), DateInfo()) == "1990"
    assert EN.dated(PartialDate(1990), DateInfo(original="the year of the flood", estimated=True)) == (
        "1990 (written as “the year of the flood”; estimated)"
    )


# Names of countries and languages


@BOTH
def test_every_country_has_a_name_of_its_own_and_they_are_sorted(words: Wording) -> None:
    listed = words.countries()
    assert {code for code, _ in listed} == COUNTRIES
    assert len({name for _, name in listed}) == len(COUNTRIES)
    assert [name for _, name in listed] == sorted((name for _, name in listed), key=sort_key)
    assert all(name[0].isupper() for _, name in listed)


def test_accents_do_not_count_in_the_order() -> None:
    names = [name for _, name in FR.countries()]
    assert names.index("Équateur") < names.index("Érythrée") < names.index("Espagne") < names.index("États-Unis")
    assert names.index("Îles Caïmans") < names.index("Inde")
    assert EN.countries()[0] == ("AF", "Afghanistan")


@pytest.mark.parametrize(
    ("code", "en", "fr"),
    [("XK", "Kosovo", "Kosovo"), ("CD", "Democratic Republic of the Congo", "République démocratique du Congo")],
)
def test_some_countries_have_our_own_names(code: str, en: str, fr: str) -> None:
    assert (EN.country(code), FR.country(code)) == (en, fr)


@pytest.mark.parametrize(
    ("tag", "en", "fr"),
    [
        ("ti", "Tigrinya", "Tigrigna"),
        ("prs", "Dari", "Dari"),
        ("sr-Latn", "Serbian (Latin)", "Serbe (latin)"),
        ("zh-Hant", "Traditional Chinese", "Chinois traditionnel"),
        ("ku-IQ", "Kurdish (Iraq)", "Kurde (Irak)"),
        ("zxx", "No language (picture or sound)", "Aucune langue (image ou son)"),
        ("xyz", "xyz", "xyz"),
    ],
)
def test_languages_are_named_or_given_back(tag: str, en: str, fr: str) -> None:
    assert (EN.language(tag), FR.language(tag)) == (en, fr)


@BOTH
def test_languages_are_sorted_and_each_tag_stands_once(words: Wording) -> None:
    listed = words.languages()
    assert {"en", "fr", "prs", "ar", "zxx"} <= {tag for tag, _ in listed}
    assert len({tag for tag, _ in listed}) == len(listed)
    assert [name for _, name in listed] == sorted((name for _, name in listed), key=sort_key)


# Values


def test_values_of_every_kind_are_said() -> None:
    def said(cls: type, field: str, value: object) -> str:
        spec = field_of(cls, field)
        assert spec is not None
        return FR.value(spec, value)

    assert said(Case, "stage", "rap") == "Accueil (PAR)"
    assert said(Case, "opened_on", date(2026, 5, 1)) == "1er mai 2026"
    assert said(Case, "interview_language", "fa") == "Persan"
    assert said(Birth, "date", PartialDate(1994, 7)) == "juillet 1994"
    assert said(Birth, "country", "SZ") == "Eswatini"
    assert said(Person, "height_cm", 172) == "172"
    assert said(DateInfo, "estimated", False) == "Non"
    assert said(Incident, "persons", ["P1", "P2"]) == "P1 et P2"
    assert said(Case, "note", None) == said(Case, "persons", []) == "non consigné"
    assert said(Person, "birth", a_case().persons[1].birth) == (
        "Date de naissance\u00a0: 2012; Autres dates de naissance\u00a0: Autre date de naissance\u00a0: 2011"
    )


def test_a_list_of_codes_reads_as_one_line() -> None:
    spec = field_of(Hrd, "heightened_risk")
    assert spec is not None
    assert (
        EN.value(spec, ["woman", "indigenous", "lgbtqi", "journalist"]) == "Woman, Indigenous, LGBTQI+ and journalist"
    )
    assert FR.value(spec, ["woman", "indigenous"]) == "Femme et autochtone"
    assert EN.value(spec, ["journalist"]) == "Journalist"


def test_items_with_commas_are_kept_apart_by_semicolons() -> None:
    assert EN.join(["Kalembu, Ovale", "Sirra"]) == "Kalembu, Ovale; Sirra"


# Labels


def test_one_and_many() -> None:
    assert (EN.object("person"), EN.object("person", 0), EN.object("person", 2)) == ("Person", "People", "People")
    assert (FR.object("person"), FR.object("person", 0), FR.object("person", 2)) == (
        "Personne",
        "Personne",
        "Personnes",
    )
    assert "3 cases" in EN.text("imported", count=3, persons=7)
    assert FR.text("imported", count=0, persons=0).startswith("0 dossier ")


@pytest.mark.parametrize(
    ("ask", "named"),
    [
        (lambda: EN.object("nobody"), "nobody"),
        (lambda: EN.field("birth", "hour"), "birth.hour"),
        (lambda: EN.field("nobody", "note"), "nobody.note"),
        (lambda: EN.code("stage", "lunch"), "stage.lunch"),
        (lambda: EN.code("no_list", "x"), "no_list.x"),
        (lambda: EN.country("ZZ"), "ZZ"),
        (lambda: EN.help("weather"), "weather"),
        (lambda: EN.text("weather"), "weather"),
        (lambda: EN.explain("result", "PERHAPS"), "result.PERHAPS"),
    ],
)
def test_an_unknown_key_is_named_at_once(ask: object, named: str) -> None:
    assert callable(ask)
    with pytest.raises(KeyError, match=named):
        ask()


def test_words_are_read_once_and_made_once() -> None:
    assert wording("fr") is FR
    assert table("fields") is table("fields")


def test_a_key_that_is_no_entry_is_refused() -> None:
    with pytest.raises(KeyError, match=r"no label for a\.en"):
        entry({"a": {"en": "A"}}, "label", "a", "en")


def test_help_has_four_parts() -> None:
    found = FR.help("birth.date")
    assert "date incomplète" in found.why
    assert found.provision.startswith("R 2")
    assert EN.help("journal").proves == ""
    assert EN.has_help("birth.date")
    assert not EN.has_help("birth.city")


def test_a_result_that_was_not_made_is_said_so() -> None:
    assert EN.result("headline", "HOLD_LAWYER") == "Waits for a lawyer"
    assert EN.result("headline", "") == "Not checked yet"


# Places


@pytest.mark.parametrize(
    ("place", "en"),
    [
        ("P2.birth.date", "People > P2 > Birth > Date of birth"),
        ("P2.birth", "People > P2 > Birth"),
        ("P2", "People > P2"),
        ("BA1.date", "People > P2 > Birth > Other birth dates > BA1 > Other date of birth"),
        ("P1.custody.holder", "People > P1 > Custody > Who has custody"),
        ("case.stage", "Case > Stage"),
        ("case", "Case"),
        ("case.claim.grounds", "Refugee claim > Reasons named in the Convention"),
        ("IN9.date", "IN9.date"),
        ("P1.shoe_size", "P1.shoe_size"),
    ],
)
def test_places_are_a_way_in_words_without_names(place: str, en: str) -> None:
    said = EN.place(a_case(), place)
    assert said == en
    assert "Ovaleni" not in said


def test_places_are_french_too() -> None:
    assert FR.place(a_case(), "P2.birth.date") == "Personnes > P2 > Naissance > Date de naissance"
