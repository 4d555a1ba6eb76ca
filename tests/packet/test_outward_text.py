"""What leaves and what does not: a case with a canary in every text field, and the sample cases."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.person import Medical
from hrd_desktop.core.schema import FieldSpec, Kind, fields_of, object_name
from tests.packet.paper import packet, packet_of, pages_of, sample, squeezed

PRINTED = {
    "activity.country_name_at_time", "activity.description", "activity.organisation", "activity.place",
    "activity.role",
    "application.country_name_at_time", "application.reference",
    "birth.city", "birth.country_name_at_time", "birth.district",
    "case.code", "case.intended_city", "case.partner_reference",
    "claim.ground_text", "claim.return_text", "claim.why_now",
    "complaint.authority", "complaint.country_name_at_time", "complaint.text",
    "conditions.text", "asylum.exit_text",
    "date_info.original",
    "document.authority", "document.birth_date_as_printed", "document.country_name_at_time",
    "document.name_as_printed", "document.number",
    "habitual_residence.country_name_at_time", "habitual_residence.legal_status",
    "host_status.country_name_at_time", "host_status.number",
    "hrd.summary", "hrd.violence_text",
    "incident.agent_text", "incident.country_name_at_time", "incident.description", "incident.link_text",
    "incident.place",
    "internal_flight.text", "internal_move.outcome", "internal_move.place",
    "name.family", "name.full", "name.given",
    "narrative.original_text", "narrative.text",
    "nationality.country_name_at_time",
    "output.byline", "output.publisher", "output.title",
    "person.linked_case_code", "person.occupation",
    "prior_support.kind", "prior_support.organisation", "prior_support.reference",
    "protection.text",
    "referee.name", "referee.organisation", "referee.role",
    "relative_in_canada.city", "relative_in_canada.name", "relative_in_canada.relation",
    "relative_in_canada.status",
    "return.country_name_at_time", "return.reason_text",
    "whereabouts.country_name_at_time", "whereabouts.place",
}  # fmt: skip

_FIXED: dict[str, Any] = {
    "relation.person": "principal",
    "plan": "accompanying",
    "in_hiding": "no",
    "chosen_name_in_packet": "no",
    "sealed": False,
    "hidden_from": [],
    "seal": "none",
    "grounds": [],
    "none_declared": [],
}


@dataclass
class _Maker:
    """Builds an object with every field filled; each text is a word that tells from which field it comes."""

    canaries: dict[str, str] = field(default_factory=dict)

    def make(self, cls: type[Any], **given: Any) -> Any:
        values = {}
        for spec in fields_of(cls):
            owner = object_name(cls)
            if spec.name in given:
                values[spec.name] = given[spec.name]
            elif f"{spec.name}.{owner}" in _FIXED or spec.name in _FIXED:
                values[spec.name] = _FIXED.get(f"{spec.name}.{owner}", _FIXED.get(spec.name))
            else:
                value = self._value(spec, owner)
                values[spec.name] = [value] if spec.many else value
        return cls(**values)

    def _value(self, spec: FieldSpec, owner: str) -> Any:
        if spec.name == "id":
            return f"X{len(self.canaries) + 1}"
        match spec.kind:
            case Kind.TEXT | Kind.LONG_TEXT:
                word = f"zq{len(self.canaries):04d}x"
                self.canaries[word] = f"{owner}.{spec.name}"
                return word
            case Kind.INTEGER:
                return 3
            case Kind.BOOLEAN:
                return False
            case Kind.PARTIAL_DATE:
                return PartialDate(1990, 5, 6)
            case Kind.FULL_DATE:
                return date(2026, 5, 6)
            case Kind.CODE:
                return spec.codes[0]
            case Kind.COUNTRY:
                return "YE"
            case Kind.LANGUAGE:
                return "ar"
            case Kind.ITEM:
                return "H01"
            case Kind.REF:
                return "P1" if spec.ref == "person" else "X1"
        assert spec.target is not None
        return self.make(spec.target)


def _canary_case() -> tuple[Case, dict[str, str]]:
    maker = _Maker()
    case: Case = maker.make(Case)
    person = case.persons[0]
    person.id = case.principal = "P1"
    return case, maker.canaries


def test_every_text_field_prints_or_stays_as_listed() -> None:
    case, canaries = _canary_case()
    found = set(re.findall(r"zq\d{4}x", " ".join(pages_of(packet_of(case).data))))
    printed = {canaries[word] for word in found}
    assert printed - PRINTED == set(), "these must not leave"
    assert PRINTED - printed == set(), "these are lost"
    assert len({canaries[word].split(".")[0] for word in canaries}) > 50


def test_a_chosen_name_prints_only_with_the_persons_yes() -> None:
    case, _ = _canary_case()
    (name,) = case.persons[0].names
    case.persons[0].names = [name, replace(name, id="N9", kind="chosen", family="Wilowanda", given=None, full=None)]
    for answer, printed in (("yes", True), ("no", False), (None, False), ("unknown", False)):
        case.persons[0].chosen_name_in_packet = answer  # type: ignore[assignment]  # a plain str of the code list
        assert ("Wilowanda" in "".join(pages_of(packet_of(case).data))) is printed


@pytest.mark.parametrize(
    ("ground", "told"), [("religion", "religion"), ("race", "ethnicity"), ("political_opinion", "")]
)
def test_religion_and_ethnicity_print_only_where_the_claim_rests_on_them(ground: Any, told: str) -> None:
    case, canaries = _canary_case()
    assert case.claim is not None
    case.claim.grounds = [ground]
    text = " ".join(pages_of(packet_of(case).data))
    printed = {canaries[word] for word in re.findall(r"zq\d{4}x", text)}
    expected = {f"person.{told}"} if told else set()
    assert printed & {"person.religion", "person.ethnicity", "person.sexual_orientation"} == expected


@pytest.mark.parametrize("how", ["sealed", "hidden"])
def test_a_sealed_or_hidden_narrative_stays_out_and_a_neutral_line_says_so(how: str) -> None:
    case, _ = _canary_case()
    assert case.claim is not None
    case.persons[0].medical = None
    (narrative,) = case.claim.narratives
    open_text = "".join(pages_of(packet_of(case).data))
    assert narrative.text in open_text
    assert "confidential annex" not in open_text
    sealed, hidden = how == "sealed", ["P1"] if how == "hidden" else []
    case.claim.narratives = [replace(narrative, sealed=sealed, hidden_from=hidden)]
    text = " ".join("".join(pages_of(packet_of(case).data)).split())
    assert narrative.text not in text
    assert narrative.original_text is not None
    assert narrative.original_text not in text
    assert "A confidential annex belongs to this case." in text


def test_a_sealed_medical_note_is_announced_but_not_printed() -> None:
    case = sample("s3")
    case.persons[0].medical = Medical(sealed_note="Zaubernussblatt")
    text = "".join(pages_of(packet_of(case).data))
    assert "Zaubernussblatt" not in text
    assert "confidential annex" in text


def test_the_place_of_a_person_in_hiding_is_left_out() -> None:
    case = sample("s1")
    where = case.persons[0].whereabouts
    assert where is not None
    where.place = "Zimtgasse"
    where.in_hiding = "no"
    assert "Zimtgasse" in "".join(pages_of(packet_of(case).data))
    where.in_hiding = "yes"
    assert "Zimtgasse" not in "".join(pages_of(packet_of(case).data))


def test_a_birth_day_set_by_an_office_is_written_as_the_year_alone() -> None:
    case = sample("s1")
    birth = case.persons[0].birth
    assert birth is not None
    birth.date = PartialDate(1986, 1, 1)
    birth.office_default = "yes"
    text = "".join(pages_of(packet_of(case).data))
    assert "January 1, 1986" not in text
    assert "Only the year is known." in text


def test_the_facts_of_a_sample_are_there() -> None:
    case = sample("s1")
    text = squeezed("".join(pages_of(packet("s1").data)))
    for told in (
        "ProtectDefenders.eu", "PD-2026-0881", "HRD-2026-S1", "Human rights defender - GAR",
        "CONFIDENTIAL - PERSONAL INFORMATION", "Nabhan Saleh Qasimawi", "Family name: Qassimawy", "May 21, 1986",
        "Taizz, Al Qahirah, Yemen", "Married, since September 12, 2015", "anaesthesia nurse", "DJ-19-00417",
        "NABHAN QASSIMAWY", "September 15, 2026", "Urgent", "Winnipeg",
    ):  # fmt: skip
        assert squeezed(told) in text, told
    assert case.claim is not None
    assert case.hrd is not None
    assert case.asylum is not None
    for narrative in case.claim.narratives:
        if not narrative.sealed and not narrative.hidden_from:
            for paragraph in narrative.text.split("\n\n"):
                assert squeezed(paragraph) in text or _runs_over_a_page(paragraph, text), narrative.id
    for incident in case.incidents:
        assert squeezed(incident.description) in text, incident.id
    for row in [*case.hrd.activities, *case.hrd.outputs]:
        assert squeezed(getattr(row, "description", None) or getattr(row, "title", "")) in text, row.id
    for referee in case.hrd.referees:
        assert squeezed(referee.name) in text
    assert squeezed(case.asylum.conditions.text or "") in text  # type: ignore[union-attr]  # s1 has conditions


def _runs_over_a_page(paragraph: str, text: str) -> bool:
    """Whether the paragraph is there in two pieces, with the foot and head of two pages between."""
    told = squeezed(paragraph)
    return any(told[:i] in text and told[i:] in text for i in range(40, len(told) - 40))


def test_what_must_not_leave_a_sample_does_not() -> None:
    case = sample("s1")
    text = squeezed("".join(pages_of(packet("s1").data)))
    contact = case.persons[0].contact
    assert contact is not None
    hidden = [
        contact.email, contact.phone, contact.mailing_address, contact.code_word, contact.best_time,
        case.alias, case.caseworker, *(e.text for e in case.journal), *(t.text for t in case.tasks),
        *(n.note for p in case.persons for n in p.names),
        *(c.note for p in case.persons if p.contact for c in p.contact.never_channels),
        *(r.contact for r in case.hrd.referees if case.hrd), "interpreter 07",
    ]  # fmt: skip
    for told in hidden:
        if told:
            assert squeezed(told) not in text, told
