"""The file of recipients is read strictly, and what it withholds is on no page."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrd_desktop.assets import resource
from hrd_desktop.core.case import Case
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Name
from hrd_desktop.core.person import Contact, Medical, SpecificNeed
from hrd_desktop.core.places import walk
from hrd_desktop.core.sealed import sealed_rows
from hrd_desktop.core.staff import JournalEntry
from hrd_desktop.errors import BadPack, UnknownRecipient
from hrd_desktop.packet.exhibits import Exhibit, in_order
from hrd_desktop.packet.profiles import outgoing
from hrd_desktop.services import checking, packets, recipients
from tests.services.conftest import DAY, sample
from tests.strategies import cases

FILE = resource("rules", "hrd-2023-07", "recipients.toml")
TEXTS = frozenset(checking.pack_on(DAY).packet)
CANARY = "zanzibarrow"


def spoiled(tmp_path: Path, before: str, after: str) -> Path:
    text = FILE.read_text("utf-8")
    assert before in text
    path = tmp_path / "recipients.toml"
    path.write_text(text.replace(before, after, 1), "utf-8")
    return path


@pytest.mark.parametrize(
    ("before", "after", "cause"),
    [
        ('consent = "share"', 'consent = "everything"', "unknown scope"),
        ('paper = "letter"', 'paper = "foolscap"', "'paper' must be"),
        ('language = "case"', 'language = "de"', "'language' must be"),
        ("of_case = true", 'of_case = "yes"', "must be true or false"),
        ("most_file_bytes = 5000000", "most_file_bytes = -1", "whole number"),
        ('"transmittal", "contents"', '"transmittal", "gossip"', "unknown name 'gossip'"),
        ('"medical_reports", "medical_facts"', '"medical_reports", "rumours"', "unknown name 'rumours'"),
        ('object = "evidence"', 'object = "person_of_interest"', "unknown object"),
        ('kind = ["medical_report"]', 'kind = ["poem"]', "no code of 'kind'"),
        ('unless = "share_medical"', 'unless = "whenever"', "unknown scope"),
        ('fields = ["history", ', 'fields = ["names", ', "cannot be empty"),
        ('fields = ["history", ', 'fields = ["horoscope", ', "unknown field"),
        ("[profiles.lawyer.texts.transmittal_notice]", "[profiles.lawyer.texts.joke]", "no text 'joke'"),
        ("[parts.forms]", "[parts.gossip]", "unknown part"),
        ("[always.notes]", "[always.rumours]", "unknown entry"),
        (', fr = "HCR"', "", "translation 'fr' is missing"),
        ("[rules.referees]", '[rules.unused]\nobject = "output"\n[rules.referees]', "'name' is missing"),
        ("[profiles.lawyer]", "[profiles.neighbour]", "unknown recipient"),
    ],
)
def test_a_mistake_is_refused_with_file_line_and_cause(tmp_path: Path, before: str, after: str, cause: str) -> None:
    path = spoiled(tmp_path, before, after)
    with pytest.raises(BadPack) as refused:
        recipients.read_recipients(path, TEXTS)
    facts = refused.value.facts
    assert facts["file"] == str(path)
    assert cause in str(facts["cause"])
    assert 1 <= int(facts["line"]) <= path.read_text("utf-8").count("\n") + 1


def test_a_rule_that_nobody_uses_is_refused(tmp_path: Path) -> None:
    path = spoiled(tmp_path, '"health_of_others", ', "")
    with pytest.raises(BadPack, match="bad_pack") as refused:
        recipients.read_recipients(path, TEXTS)
    assert "no profile uses" in str(refused.value.facts["cause"])
    line = path.read_text("utf-8").split("\n")[int(refused.value.facts["line"]) - 1]
    assert line == "[rules.health_of_others]"


@pytest.mark.parametrize("on", [date(2021, 8, 1), date(2023, 4, 1), DAY])
def test_every_pack_has_every_recipient(on: date) -> None:
    assert tuple(recipients.profiles(on)) == recipients.RECIPIENTS
    with pytest.raises(UnknownRecipient):
        recipients.profile("neighbour", on)


def spoken(case: Case, recipient: str, **chosen: object) -> str:
    """Everything that the pages of a packet say, with the index of exhibits and texts of all that has one."""
    options = replace(packets.default_options(case, DAY, recipient=recipient), **chosen)  # type: ignore[arg-type]
    cut = outgoing(case, recipients.profile(recipient, DAY), DAY).case
    papers = [
        Exhibit(number, one, "ab" * 32, (), f"{CANARY} {one.id}")
        for number, one in enumerate(in_order(e for e in cut.evidence if e.seal in (None, "none")), 1)
    ]
    data = packets.preview(case, options, papers).data
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def never_printed(case: Case) -> None:
    person = case.persons[0]
    person.contact = Contact(code_word=f"{CANARY}1", message_rules=f"{CANARY}2", who_may_answer=f"{CANARY}3")
    person.note = f"{CANARY}4"
    person.sexual_orientation = f"{CANARY}5"
    person.pronouns = f"{CANARY}6"
    person.names.append(Name(id="N99", kind="chosen", full=f"{CANARY}7"))
    case.journal.append(JournalEntry(id="JE99", on=DAY, text=f"{CANARY}8"))
    case.evidence[0].note = f"{CANARY}9"
    person.medical = Medical(has_need="yes", sealed_note=f"{CANARY}10")
    case.claim.narratives[0].sealed = True  # type: ignore[union-attr]
    case.claim.narratives[0].text = f"{CANARY}11"  # type: ignore[union-attr]
    sealed = next(one for one in case.evidence if one.seal == "medical")
    sealed.title = f"{CANARY}12"
    translation = Evidence(id="EV99", title=f"{CANARY}13", kind="medical_report", translation_of=sealed.id)
    statement = Evidence(id="EV98", title=f"{CANARY}14", kind="translator_statement", statement_for="EV99")
    case.evidence += [translation, statement]


@pytest.mark.parametrize("recipient", recipients.RECIPIENTS)
def test_what_nobody_gets_is_on_no_page_and_is_told(recipient: str) -> None:
    case = sample("s1")
    never_printed(case)
    whole = repr(case)
    said = spoken(case, recipient)
    for number in range(1, 15):
        assert f"{CANARY}{number}" not in said.replace("\n", ""), number
    assert repr(case) == whole, "the case itself stays as it is"
    told = {one.key: one for one in packets.withheld(case, packets.default_options(case, DAY, recipient=recipient))}
    assert {"sealed", "private", "chosen_names", "contact", "notes", "staff"} <= set(told)
    assert all(one.count > 0 for one in told.values() if one.kind == "rows")
    assert told["private"].count == 2


@pytest.mark.parametrize("recipient", recipients.RECIPIENTS)
def test_contact_goes_only_to_those_who_get_the_sheets_for_forms(recipient: str) -> None:
    case = sample("s1")
    case.persons[0].contact = Contact(phone=f"{CANARY}1", mailing_address=f"{CANARY}2", email=f"{CANARY}3")
    said = spoken(case, recipient).replace("\n", "")
    gets = "forms" in recipients.profile(recipient, DAY).parts
    assert [f"{CANARY}{number}" in said for number in (1, 2, 3)] == [gets] * 3


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(case=cases(), recipient=st.sampled_from(recipients.RECIPIENTS), on=st.dates(date(2021, 8, 1), date(2030, 1, 1)))
def test_any_case_can_be_cut_and_stays_as_it_is(case: Case, recipient: str, on: date) -> None:
    before = repr(case)
    cut = outgoing(case, recipients.profile(recipient, on), on).case
    assert repr(case) == before
    assert not any(getattr(node.value, "note", None) for node in walk(cut))
    for person in cut.persons:
        assert (person.sexual_orientation, person.gender_identity, person.pronouns) == (None, None, None)
        assert person.contact is None or (person.contact.code_word, person.contact.safe_channels) == (None, [])
    assert {person.id for person in cut.persons} == {person.id for person in case.persons}
    known = {one.id for one in cut.evidence}
    printed = [one for one in cut.evidence if one.seal in (None, "none")]
    assert all(one.translation_of is None or one.translation_of in known for one in printed)
    assert not {one.id for one in printed} & sealed_rows(case)


def medical_report(case: Case) -> None:
    case.evidence.append(Evidence(id="EV90", title=CANARY, kind="medical_report", person="P1"))


def translated_report(case: Case) -> None:
    report = Evidence(id="EV90", title="A report", kind="medical_report", person="P1")
    case.evidence += [report, Evidence(id="EV91", title=CANARY, kind="other", translation_of="EV90")]


def portrait(case: Case) -> None:
    case.evidence.append(Evidence(id="EV90", title=CANARY, kind="portrait", person="P2"))


def portrait_of_a_child(case: Case) -> None:
    case.evidence.append(Evidence(id="EV90", title=CANARY, kind="portrait", person="P3"))


def medical_need(case: Case) -> None:
    case.persons[1].specific_needs.append(SpecificNeed(id=CANARY, kind="disability"))


@pytest.mark.parametrize(
    ("put", "key", "scope"),
    [
        (medical_report, "medical_reports", "share_medical"),
        (translated_report, "medical_reports", "share_medical"),
        (portrait, "pictures", "photographs"),
        (portrait_of_a_child, "pictures", "photographs"),
        (medical_need, "medical_needs", "share_medical"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_without_the_scope_it_is_left_out_and_with_it_is_there(
    put: Callable[[Case], None], key: str, scope: str
) -> None:
    case = sample("s1")
    put(case)
    options = packets.default_options(case, DAY)
    assert key not in {one.key for one in packets.withheld(case, options)}
    if key != "medical_needs":  # how a need is worded on paper is the affair of its part
        assert CANARY in spoken(case, "protect_defenders_eu")
    for row in case.consents:
        row.scopes = [one for one in row.scopes if one != scope]
    assert key in {one.key for one in packets.withheld(case, options)}
    assert CANARY not in repr(outgoing(case, recipients.profile("protect_defenders_eu", DAY), DAY).case)


def test_a_consent_for_another_recipient_or_of_another_person_counts_for_nothing() -> None:
    case = sample("s1")
    portrait(case)
    keys = {one.key for one in packets.withheld(case, packets.default_options(case, DAY, recipient="unhcr"))}
    assert "pictures" in keys
    next(row for row in case.consents if row.person == "P2").scopes = ["store", "share"]
    assert "pictures" in {one.key for one in packets.withheld(case, packets.default_options(case, DAY))}


def test_the_own_copy_holds_nothing_that_belongs_to_another_person() -> None:
    case = sample("s1")
    assert case.claim is not None
    other = next(one for one in case.claim.narratives if one.person == "P2")
    other.text = CANARY
    said = spoken(case, packets.OWN_COPY)
    assert CANARY not in said.replace(f"{CANARY} EV", "")
    assert "PERSONAL COPY" in said
    assert case.hrd is not None
    assert all(referee.name not in said for referee in case.hrd.referees)
    left = {one.key for one in packets.withheld(case, packets.default_options(case, DAY, recipient=packets.OWN_COPY))}
    assert {"forms", "declarations", "statements_of_others", "referees"} <= left


def test_the_own_copy_does_not_tell_that_somebody_else_keeps_something_to_themselves() -> None:
    case = sample("s1")
    assert case.claim is not None
    case.evidence[:] = [one for one in case.evidence if one.seal != "medical"]
    assert "annex" not in spoken(case, packets.OWN_COPY)
    case.evidence.append(Evidence(id="EV90", title=CANARY, kind="medical_report", person="P2", seal="medical"))
    other = next(one for one in case.claim.narratives if one.person == "P2")
    other.hidden_from = ["P1"]
    case.persons[1].medical = Medical(has_need="yes", sealed_note=CANARY)
    assert "annex" in spoken(case, "protect_defenders_eu")
    assert "annex" not in spoken(case, packets.OWN_COPY)


def test_a_recipient_has_its_own_mark_paper_and_words() -> None:
    case = sample("s1")
    options = packets.default_options(case, DAY, recipient="lawyer")
    assert options.paper == "letter"
    assert packets.default_options(case, DAY, recipient=packets.OWN_COPY).paper == "a4"
    said = " ".join(spoken(case, "lawyer").split())
    assert "FOR LEGAL ADVICE" in said
    assert "Lawyer" in said
    assert "Declarations to sign" not in said
