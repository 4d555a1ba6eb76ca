"""Who stands where in the packet: linked cases, the missing, relatives who are no part of it, almost empty cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.codes import Plan
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.identity import Birth, Name
from hrd_desktop.core.person import Person, Whereabouts
from tests.packet.paper import TOLD, packet_of, pages_of, sample


def _flat(case: Case, language: str = "en") -> str:
    return " ".join(" ".join(pages_of(packet_of(case, language).data)).split())  # type: ignore[arg-type]


def _brother(**given: object) -> Person:
    facts = {
        "id": "P9",
        "relation": "sibling",
        "plan": "accompanying",
        "names": [Name(id="N99", kind="document", family="Farawandi", given="Mosulane")],
        "birth": Birth(date=PartialDate(1980, 4, 5)),
        "occupation": "lampwright",
    }
    return Person(**(facts | given))  # type: ignore[arg-type]  # the fields are those of Person


def _signatures(text: str) -> int:
    """How often the brother is to sign: the declarations begin with the last title of that name."""
    return text[text.rindex("Declaration of truth") :].count("P9 Mosulane Farawandi")


@pytest.mark.parametrize("plan", get_args(get_args(Plan)[0]) or ("accompanying",))
def test_each_plan_has_its_place(plan: str) -> None:
    case = sample("s1")
    case.persons.append(_brother(plan=plan, linked_case_code="HRD-2026-X9"))
    text = _flat(case)
    block, signs = "P9 Mosulane Farawandi" in text, _signatures(text)
    assert "Mosulane Farawandi" in text
    assert ("lampwright" in text) is (plan in ("accompanying", "non_accompanying"))
    assert block is (plan != "not_included")
    assert (signs == 2) is (plan in ("accompanying", "non_accompanying"))
    assert f"Number of persons {4 if plan in ('accompanying', 'non_accompanying') else 3} " in text
    assert ("HRD-2026-X9" in text) is (plan != "not_included")
    assert ("Relatives who are not part of the application" in text) is (plan == "not_included")


@pytest.mark.parametrize("status", ["missing", "deceased"])
def test_who_is_missing_or_dead_has_nothing_to_sign(status: str) -> None:
    case = sample("s1")
    case.persons.append(_brother())
    assert _signatures(_flat(case)) == 2
    case.persons[-1].whereabouts = Whereabouts(status=status)  # type: ignore[arg-type]  # a code of the list
    assert _signatures(_flat(case)) == 0


def test_a_minor_is_signed_for_by_a_guardian() -> None:
    text = _flat(sample("s1"))
    assert "P3 Shatha Qasimawi: signed by a parent or guardian" in text
    assert "P2 Ruwayda Haddarani: signed" not in text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_almost_empty_case_is_a_whole_packet(language: str) -> None:
    person = Person(
        id="P1", relation="principal", plan="accompanying", names=[Name(id="N1", kind="legal", family="Tarrevosi")]
    )
    case = Case(
        code="HRD-2026-EX",
        opened_on=date(2026, 5, 4),
        stage="prescreen",
        stream="hrd",
        principal="P1",
        persons=[person],
    )
    made = packet_of(case, language, parts=TOLD)  # type: ignore[arg-type]  # one of the two
    assert made.pages == 8
    text = " ".join(pages_of(made.data))
    assert text.count("Tarrevosi") >= 4
    assert text.count({"en": "Nothing is recorded", "fr": "Rien n’est consigné"}[language]) == 6


def test_a_status_without_end_lasts_and_other_rows_say_that_the_end_is_not_recorded() -> None:
    case = sample("s1")
    assert case.hrd is not None
    case.hrd.activities = [replace(case.hrd.activities[0], end=None)]
    text = _flat(case)
    assert "Since March 9, 2025" in text
    assert "From April 2012; end not recorded" in text


def test_only_live_consents_for_this_recipient_are_listed() -> None:
    case = sample("s1")
    assert "June 30, 2027" in _flat(case)
    for change in (
        {"withdrawn_on": date(2026, 9, 1)},
        {"expires_on": date(2026, 9, 14)},
        {"recipients": ["unhcr"]},
        {"decision": "refused"},
        {"signed_on": date(2026, 9, 16)},
    ):
        other = sample("s1")
        other.consents = [replace(consent, **change) for consent in other.consents]
        assert "Consents on record for this recipient" not in _flat(other), change


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_signed_stands_above_its_lines_on_the_same_page(language: str) -> None:
    said = {"en": ("Statement of the person", "Organization"), "fr": ("Déclaration de la personne", "Organisation")}
    title, caption = said[language]
    for name in ("s1", "s2", "s4", "s5"):
        pages = pages_of(packet_of(sample(name), language, parts=("declarations",)).data)  # type: ignore[arg-type]
        (page,) = [page for page in pages if title in " ".join(page.split())]
        assert caption in page.split(title.split()[0])[-1]
