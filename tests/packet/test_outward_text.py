"""What leaves and what does not: a case with a canary in every text field, and the sample cases."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.person import Medical
from hrd_desktop.core.schema import object_name
from tests.packet.every_field import filled_case, other_value, told_by, values_of
from tests.packet.paper import PARTS, TOLD, packet, packet_of, pages_of, sample, squeezed

PRINTED = {
    "act.country_name_at_time", "act.description", "act.role",
    "activity.country_name_at_time", "activity.description", "activity.organisation", "activity.place",
    "activity.role",
    "address.city", "address.country_name_at_time", "address.district", "address.postal_code", "address.street",
    "address.unit",
    "application.country_name_at_time", "application.reference",
    "asylum.exit_text",
    "birth.city", "birth.country_name_at_time", "birth.district",
    "case.code", "case.intended_city", "case.partner_reference",
    "charge.authority", "charge.country_name_at_time", "charge.offence", "charge.statute",
    "claim.ground_text", "claim.return_text", "claim.why_now",
    "complaint.authority", "complaint.country_name_at_time", "complaint.text",
    "conditions.text",
    "conviction.country_name_at_time", "conviction.court", "conviction.offence", "conviction.sentence",
    "conviction.statute",
    "date_info.original",
    "document.authority", "document.birth_date_as_printed", "document.country_name_at_time",
    "document.name_as_printed", "document.number",
    "education.certificate", "education.city", "education.country_name_at_time", "education.field_of_study",
    "education.institution",
    "government.activities", "government.country_name_at_time", "government.department", "government.position",
    "habitual_residence.country_name_at_time", "habitual_residence.legal_status",
    "history.city", "history.country_name_at_time", "history.employer", "history.status_there", "history.title",
    "host_status.country_name_at_time", "host_status.number",
    "hrd.summary", "hrd.violence_text",
    "incident.agent_text", "incident.country_name_at_time", "incident.description", "incident.link_text",
    "incident.place",
    "internal_flight.text",
    "internal_move.outcome", "internal_move.place",
    "journey_step.country_name_at_time", "journey_step.document", "journey_step.from_place", "journey_step.means",
    "journey_step.to_place",
    "membership.city", "membership.country_name_at_time", "membership.left_reason", "membership.organisation",
    "membership.role", "membership.state_label",
    "name.family", "name.full", "name.given",
    "narrative.original_text", "narrative.text",
    "nationality.country_name_at_time",
    "output.byline", "output.publisher", "output.title",
    "parent.birth_place",
    "person.linked_case_code", "person.occupation",
    "prior_support.kind", "prior_support.organisation", "prior_support.reference",
    "protection.text",
    "referee.name", "referee.organisation", "referee.role",
    "relative_in_canada.city", "relative_in_canada.name", "relative_in_canada.relation", "relative_in_canada.status",
    "reply.details",
    "return.country_name_at_time", "return.reason_text",
    "service.branch", "service.combat_text", "service.commander", "service.country_name_at_time", "service.duties",
    "service.end_text", "service.ranks", "service.unit",
    "travel.country_name_at_time", "travel.purpose",
    "union.country_name_at_time", "union.place",
    "whereabouts.country_name_at_time", "whereabouts.place",
    "parent.family", "parent.given",
    "union.partner_b_name",
}  # fmt: skip
"""Text fields that stand in some part of a packet."""

ON_FORM_SHEETS = {
    "asylum.means_text", "asylum.plans_text",
    "case.unhcr_office",
    "contact.email", "contact.mailing_address", "contact.phone", "contact.phone_country_code", "contact.phone_kind",
    "form.edition",
    "person.eye_colour", "person.intended_occupation", "person.language_test", "person.uci",
    "representative.email", "representative.family", "representative.fax", "representative.given",
    "representative.membership_number", "representative.organisation", "representative.phone",
    "representative.postal_address",
}  # fmt: skip
"""Text fields that stand nowhere but on the data sheets for forms, because a form asks for them."""

STAYS = {
    # About the work of the staff, and how the case stands with them.
    "case.alias", "case.caseworker", "case.closed_on", "case.opened_on", "case.packet_language",
    "case.partner_decision", "case.reviewing_officer", "case.stage", "case.unhcr_office", "form.edition", "form.form",
    "form.signed_on", "form.status", "journal_entry.by", "journal_entry.on", "journal_entry.text", "known_by.ask_again",
    "known_by.at", "known_by.by", "known_by.how_known", "known_by.on", "override.decided_by", "override.decided_on",
    "override.reason", "staff_answer.answered_by", "staff_answer.answered_on", "staff_answer.how_known",
    "staff_answer.reason", "staff_answer.result", "task.done_on", "task.due_on", "task.text",
    "interview.alone", "interview.date", "interview.interpreter", "interview.interviewer", "interview.language",
    "birth.office_default", "birth_alias.office_default", "date_info.interpreter", "document.requested_by",
    # How to reach somebody, and who is near them.
    "channel.kind", "channel.messages", "channel.times", "channel.value", "channel.voice", "contact.best_time",
    "contact.code_word", "contact.email", "contact.interpreter_wishes", "contact.mailing_address",
    "contact.message_rules", "contact.phone", "contact.phone_country_code", "contact.phone_kind",
    "contact.who_may_answer", "person.chosen_name_in_contact", "referee.contact", "whereabouts.with_whom",
    # What a lawyer concluded, or is to conclude.
    "claim.compelling_reasons", "dependency.type2_claimed", "equivalence.canadian_offence", "equivalence.max_years",
    "government.r16_post", "parent.adoption_genuine", "parent.adoption_severs_tie", "review.capacity",
    "review.facts_digest", "review.licence", "review.outcome", "review.reviewer", "review.rows", "union.broken_down",
    "union.genuine", "union.valid_where_made", "declared_count.accompanying", "declared_count.source",
    "declared_count.total", "reply.asked_on", "reply.list_date",
    # What is nobody's business unless the claim rests on it.
    "person.gender_identity", "person.gender_identity_text", "person.pronouns", "person.sexual_orientation",
    # Health beyond what was agreed to.
    "medical.public_health_flag", "medical.sealed_note", "person.biometrics_impossible", "person.cannot_sign_reason",
    # Asked for by forms and printed in their sheets alone.
    "asylum.means_text", "asylum.plans_text", "name.script", "person.eye_colour", "person.height_cm",
    "person.intended_occupation", "person.language_test", "person.official_ability", "person.uci",
    "representative.appointed_on", "representative.body", "representative.email", "representative.family",
    "representative.fax", "representative.given", "representative.membership_number", "representative.organisation",
    "representative.paid", "representative.phone", "representative.postal_address",
}  # fmt: skip
"""What no part tells, whatever the rest of the case says; the sheets for forms are looked at by themselves."""

RULED = {
    "consent.decision", "consent.expires_on", "consent.interpreter", "consent.language", "consent.method",
    "consent.read_back", "consent.recipient_text", "consent.recipients", "consent.scopes", "consent.signed_on",
    "consent.withdrawn_on",
    "dependency.condition", "dependency.condition_since", "dependency.text", "medical.has_need",
    "medical.pregnancy_due",
    "evidence.date", "evidence.file", "evidence.kind", "evidence.language", "evidence.pages", "evidence.received_on",
    "evidence.seal", "evidence.sha256", "evidence.title", "evidence.translator", "evidence.translator_certified",
    "evidence.translator_relation",
    "milestone.date", "milestone.kind", "person.can_sign", "person.chosen_name_in_packet", "person.ethnicity",
    "person.religion", "review.reviewed_on", "whereabouts.in_hiding",
}  # fmt: skip
"""What is told only where something else allows or asks for it; not in the case that is made here."""


def test_every_text_field_prints_or_stays_as_listed() -> None:
    case, canaries = filled_case()
    for parts, expected in ((TOLD, PRINTED), (PARTS, PRINTED | ON_FORM_SHEETS)):
        found = re.findall(r"zq\d{4}x", " ".join(pages_of(packet_of(case, parts=parts).data)))
        printed = {canaries[word] for word in found}
        assert printed - expected == set(), "these must not leave"
        assert expected - printed == set(), "these are lost"
    notes = {name for name in canaries.values() if name.endswith(".note")}
    assert set(canaries.values()) - PRINTED - notes <= STAYS | RULED, "nobody has decided about these"
    assert len({canaries[word].split(".")[0] for word in canaries}) > 50


def test_dates_codes_and_numbers_that_stay_change_nothing() -> None:
    case, _ = filled_case()
    before = told_by(case)
    seen = set()
    for row, spec in list(values_of(case)):
        name = f"{object_name(type(row))}.{spec.name}"
        if name in STAYS:
            seen.add(name)
            setattr(row, spec.name, other_value(spec, getattr(row, spec.name)))
    assert told_by(case) == before
    assert len(seen) > 40
    # The comparison would notice: one value more, and the packet is another.
    case.persons[0].sex_on_document = "X"
    assert told_by(case) != before


def test_a_chosen_name_prints_only_with_the_persons_yes() -> None:
    case, _ = filled_case()
    (name,) = case.persons[0].names
    case.persons[0].names = [name, replace(name, id="N9", kind="chosen", family="Wilowanda", given=None, full=None)]
    for answer, printed in (("yes", True), ("no", False), (None, False), ("unknown", False)):
        case.persons[0].chosen_name_in_packet = answer  # type: ignore[assignment]  # a plain str of the code list
        assert ("Wilowanda" in "".join(pages_of(packet_of(case).data))) is printed


@pytest.mark.parametrize(
    ("ground", "told"), [("religion", "religion"), ("race", "ethnicity"), ("political_opinion", "")]
)
def test_religion_and_ethnicity_print_only_where_the_claim_rests_on_them(ground: Any, told: str) -> None:
    case, canaries = filled_case()
    assert case.claim is not None
    case.claim.grounds = [ground]
    text = " ".join(pages_of(packet_of(case).data))
    printed = {canaries[word] for word in re.findall(r"zq\d{4}x", text)}
    expected = {f"person.{told}"} if told else set()
    assert printed & {"person.religion", "person.ethnicity", "person.sexual_orientation"} == expected


@pytest.mark.parametrize("how", ["sealed", "hidden"])
def test_a_sealed_or_hidden_narrative_stays_out_and_a_neutral_line_says_so(how: str) -> None:
    case, _ = filled_case()
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


def test_the_street_of_a_hiding_place_of_today_is_left_out_and_of_an_earlier_one_is_not() -> None:
    case = sample("s1")
    earlier, now = case.persons[0].addresses[1], case.persons[0].addresses[-1]
    assert earlier.kind == "hiding"
    assert now.ongoing
    earlier.street, now.street = "Nelkengasse", "Zimtgasse"
    assert "Zimtgasse" in "".join(pages_of(packet_of(case).data))
    now.kind = "hiding"
    text = "".join(pages_of(packet_of(case).data))
    assert "Zimtgasse" not in text
    assert "Nelkengasse" in text


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
    told = squeezed("".join(pages_of(packet_of(case, parts=TOLD).data)))
    text = squeezed("".join(pages_of(packet("s1").data)))
    contact = case.persons[0].contact
    assert contact is not None
    for asked_by_a_form in (contact.email, contact.phone, contact.mailing_address):
        assert asked_by_a_form
        assert squeezed(asked_by_a_form) not in told
        assert squeezed(asked_by_a_form) in text
    hidden = [
        contact.code_word, contact.best_time,
        case.alias, case.caseworker, *(e.text for e in case.journal), *(t.text for t in case.tasks),
        *(n.note for p in case.persons for n in p.names),
        *(c.note for p in case.persons if p.contact for c in p.contact.never_channels),
        *(r.contact for r in case.hrd.referees if case.hrd), "interpreter 07",
    ]  # fmt: skip
    for secret in hidden:
        if secret:
            assert squeezed(secret) not in text, secret
