"""Data sheets for forms: every field the case holds, in the order of the form, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import page as checker
import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.identity import Name, Stateless
from hrd_desktop.core.person import Person
from hrd_desktop.core.steps import Consent, Form
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.flow import Strip, Text
from hrd_desktop.packet.form_tables import Blocks, FormTable, Rows
from hrd_desktop.packet.forms_0008 import DEPENDANT, IMM_0008
from hrd_desktop.packet.forms_5476 import IMM_5476
from hrd_desktop.packet.forms_5669 import IMM_5669
from hrd_desktop.packet.forms_rrf import CASE_INFORMATION, INDIVIDUAL, REST, RRF
from hrd_desktop.packet.forms_schedule_2 import SCHEDULE_2
from hrd_desktop.packet.options import Language, PacketOptions, Part
from hrd_desktop.packet.parts.forms import forms, sheets
from hrd_desktop.packet.writer import write_packet
from hrd_desktop.wording import wording
from tests.packet.form_orders import ORDER_0008, ORDER_5476, ORDER_5669, Entry
from tests.packet.full_case import full_case
from tests.packet.paper import ON, sample, texts


def author(case: Case, language: Language = "en", parts: tuple[Part, ...] = ("forms",)) -> Author:
    options = PacketOptions(
        language=language, paper="letter", recipient=case.partner or "", draft=False, on=ON, parts=parts
    )
    return Author(case, options, texts(language), wording(language))


def read(strips: Sequence[Strip]) -> list[Entry]:
    """What is read one after the other: headings, a field with its value, rows of a table, remarks."""
    tops: dict[int, Any] = {}
    for strip in strips:
        for mark in strip.marks:
            if isinstance(mark, Text) and mark.of is not None:
                tops.setdefault(id(mark.of.top), mark.of.top)
    told: list[Entry] = []
    for top in tops.values():
        if top.kind == "Table":
            told += [tuple(cell.text.replace("\n", " ") for cell in row.children) for row in top.children]
        elif top.kind == "LI":
            told.append(tuple(child.text for child in top.children))
        else:
            told.append((top.text,))
    return told


def sheet(case: Case, title: str) -> list[Entry]:
    """One sheet, from its title up to the next one's."""
    told = read(forms(author(case)))
    titles = [i for i, entry in enumerate(told) if len(entry) == 1 and ": data sheet for P" in entry[0]]
    (at,) = [i for i in titles if told[i][0].startswith(title)]
    after = [i for i in titles if i > at]
    return told[at : after[0] if after else None]


def in_order(told: Sequence[Entry], wanted: Sequence[Entry]) -> None:
    """Every entry is there, each after the one before it."""
    rest = iter(told)
    for entry in wanted:
        assert entry in rest, f"{entry} is missing, or not where the form has it"


@pytest.mark.parametrize(
    ("title", "order"), [("IMM 0008: ", ORDER_0008), ("IMM 5669: data sheet for P1", ORDER_5669),
                         ("IMM 5476: data sheet for P1", ORDER_5476)]
)  # fmt: skip
def test_every_field_in_the_order_of_the_form(title: str, order: list[Entry]) -> None:
    in_order(sheet(full_case(), title), order)


def test_a_field_out_of_order_is_noticed() -> None:
    told = sheet(full_case(), "IMM 5669: data sheet for P1")
    with pytest.raises(AssertionError, match="not where the form has it"):
        in_order(told, [ORDER_5669[5], ORDER_5669[1]])


_AS_IT_IS = {"not recorded", "Yes", "No", "today", "None, as the person says.", "(left empty)", "Male"}


def test_french_says_the_same_in_the_same_order() -> None:
    """As many entries with as many parts; what needs no translation is equal, what needs one is not English."""
    english = read(forms(author(full_case())))
    french = read(forms(author(full_case(), "fr")))
    assert [len(entry) for entry in english] == [len(entry) for entry in french]
    parts = [
        (told, said)
        for one, other in zip(english, french, strict=True)
        for told, said in zip(one, other, strict=True)
    ]  # fmt: skip
    digits = [(told, said) for told, said in parts if told[:4].isdigit()]
    assert len(digits) > 40
    assert all(told == said for told, said in digits)
    assert not {said for _, said in parts} & _AS_IT_IS
    assert ("Tarrevosi", "Tarrevosi") in parts
    assert ("Citizenship", "Citoyenneté") in parts


def test_topics_of_schedule_2_in_the_order_of_the_reference() -> None:
    told = read(forms(author(sample("s1"))))
    keys = ("identity", "registrations", "reasons", "events", "elsewhere_inside", "help_sought", "return", "returns",
            "journey", "asylum", "applications", "left_behind", "in_canada", "means", "ties")  # fmt: skip
    in_order(told, [("IMM 0008, Schedule 2: data sheet for P1",), *((texts("en")[f"form_group_{k}"],) for k in keys)])


def test_a_statement_is_printed_once_where_the_packet_has_it_elsewhere() -> None:
    case = sample("s1")
    assert case.claim is not None
    told = case.claim.narratives[0].text.split("\n\n")[0]
    alone = [entry[0] for entry in read(forms(author(case)))]
    within = [entry[0] for entry in read(forms(author(case, parts=("claim", "forms"))))]
    assert told in alone
    assert told not in within
    assert "See part 1 of this packet, Refugee claim." in within


def test_sealed_statements_stay_out() -> None:
    case = sample("s1")
    assert case.claim is not None
    narratives = [replace(row, sealed=True) for row in case.claim.narratives]
    told = [entry[0] for entry in read(forms(author(replace(case, claim=replace(case.claim, narratives=narratives)))))]
    assert not any(row.text.split("\n\n")[0] in told for row in narratives)


def test_who_has_a_copy_of_which_form() -> None:
    case = replace(full_case(), partner="unhcr", forms=[])
    titles = [entry[0] for entry in read(forms(author(case))) if len(entry) == 1 and "data sheet for" in entry[0]]
    assert titles == [
        "IMM 0008: data sheet for P1",
        "IMM 0008, Schedule 2: data sheet for P1",
        "IMM 5669: data sheet for P1",
        "IMM 5669: data sheet for P2",
        "IMM 5669: data sheet for P3",
        "IMM 5476: data sheet for P1",
        "IMM 5476: data sheet for P2",
        "IMM 5476: data sheet for P3",
        "UNHCR registration form: data sheet for P1",
    ]


def test_a_child_has_no_copy_before_18_and_a_linked_case_has_its_own() -> None:
    case = full_case()
    child = case.persons[2]
    assert child.birth is not None
    child.birth = replace(child.birth, date=PartialDate(2008, 9, 16), office_default=None)
    case.persons[1] = replace(case.persons[1], plan="linked_case")
    titles = [entry[0] for entry in read(forms(author(case))) if entry[0].startswith("IMM 5669: ")]
    assert titles == ["IMM 5669: data sheet for P1"]
    child.birth = replace(child.birth, date=PartialDate(2008, 9, 15))
    titles = [entry[0] for entry in read(forms(author(case))) if entry[0].startswith("IMM 5669: ")]
    assert titles == ["IMM 5669: data sheet for P1", "IMM 5669: data sheet for P3"]


def test_the_case_says_which_forms() -> None:
    case = replace(full_case(), representative=None, forms=[Form(id="F9", form="imm_5669", status="draft")])
    assert [form.code for form in sheets(case, "ircc")] == ["imm_5669"]
    assert [form.code for form in sheets(case, "unhcr")] == ["imm_5669", "rrf"]
    none = replace(case, forms=[Form(id="F9", form="imm_5590", status="draft")])
    assert [form.code for form in sheets(none, "")] == ["imm_0008", "imm_0008_schedule_2", "imm_5669"]


def test_health_only_where_it_was_agreed_to() -> None:
    case = full_case()
    agreed = Consent(
        id="C1", person="P1", decision="given", scopes=["share_medical"], recipients=["protect_defenders_eu"],
        signed_on=date(2026, 5, 1),
    )  # fmt: skip
    told = ("k. Serious disease or disorder", "No\ndetails of k")
    assert told not in read(forms(author(case)))
    assert told in read(forms(author(replace(case, consents=[agreed]))))
    assert told not in read(forms(author(replace(case, consents=[replace(agreed, recipients=["lawyer"])]))))


def test_where_somebody_is_in_hiding_is_not_written_down() -> None:
    case = full_case()
    where = case.persons[0].whereabouts
    assert where is not None
    case.persons[0].whereabouts = replace(where, in_hiding="yes")
    told = " ".join(" ".join(entry) for entry in read(forms(author(case))))
    assert "Mango Avenue" not in told
    assert "1100" not in told
    assert "1 Rampart Street" in told
    assert "held apart for safety" in told


def test_more_than_five_dependants_are_continued() -> None:
    case = full_case()
    more = [
        Person(
            id=f"P{n}", relation="child", plan="accompanying", names=[Name(id=f"N{n}0", kind="legal", family=f"U{n}")]
        )
        for n in range(4, 9)
    ]  # fmt: skip
    told = sheet(replace(case, persons=[*case.persons, *more]), "IMM 0008: ")
    in_order(told, [("Person 5: P6, U6",), ("Continuation of IMM 0008: Dependant",), ("Person 6: P7, U7",)])
    assert told.index(("Continuation of IMM 0008: Citizenship",)) > told.index(("Person 5: P6, U6",))


def test_no_name_is_made_up_and_a_stateless_person_is_called_so() -> None:
    case = full_case()
    person = case.persons[1]
    person.stateless = Stateless(claimed="yes")
    told = sheet(case, "IMM 0008: ")
    block = told[told.index(("Person 1: P2, Ukwaze",)) :]
    assert ("Country of citizenship", "Stateless, as the person says") in block
    assert not {"FNU", "XXX", "N/A"} & {part for entry in told for part in entry}


def test_a_list_declared_empty_is_told_from_one_not_asked_for() -> None:
    case = full_case()
    case.persons[0].memberships = []
    at = ("Memberships",)
    told = sheet(case, "IMM 5669: data sheet for P1")
    assert told[told.index(at) + 1] == ("not recorded",)
    case.persons[0].none_declared = ["memberships"]
    told = sheet(case, "IMM 5669: data sheet for P1")
    assert told[told.index(at) + 1] == ("None, as the person says.",)


def _labels(form: FormTable) -> set[str]:
    found = {f"form_name_{form.name}", f"form_{form.note}"}
    dependants = DEPENDANT if form is IMM_0008 else ()
    for part in (*form.sections, *dependants, *((*CASE_INFORMATION, *INDIVIDUAL, *REST) if form is RRF else ())):
        found.add(f"form_group_{part.title}")
        fields = list(getattr(part, "fields", ()))
        if isinstance(part, Blocks):
            fields += part.first
        if isinstance(part, Rows):
            fields += [field for field, _ in part.columns]
            found.add(f"form_{part.note}")
        found |= {f"form_{field.label}" for field in fields}
    return found


def labels_of_forms() -> set[str]:
    """The fixed texts that the tables of the forms name by a part of their key."""
    return set().union(*(_labels(form) for form in (IMM_0008, SCHEDULE_2, IMM_5669, IMM_5476, RRF)))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("recipient", ["unhcr", "ircc"])
def test_an_independent_checker_finds_nothing(language: Language, recipient: str) -> None:
    case = full_case()
    options = PacketOptions(
        language=language, paper="a4", recipient=recipient, draft=False, on=ON, parts=("contents", "forms")
    )
    made = write_packet(case, options, texts(language), wording(language))
    assert made.missing == []
    for profile in ("ua1", "2a"):
        report = checker.validate_pdf_bytes(made.data, profile=profile)
        assert report.failures == []
