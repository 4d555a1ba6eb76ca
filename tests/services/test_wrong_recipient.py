"""Wrong recipient: cover, file, consent and chosen recipient agree, or no export. Each mismatch blocks."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.errors import NotReady, RecipientMismatch, UnknownRecipient
from hrd_desktop.services import checking, delivery, packets, recipients, sent
from hrd_desktop.services.files import CaseFile
from hrd_desktop.wording import wording
from tests.services.conftest import sample
from tests.services.test_packets import (
    CODE,
    consent_expired,
    consent_from_tomorrow,
    consent_never_asked,
    consent_of,
    consent_refused,
    consent_withdrawn,
    found_against,
    options_of,
    with_overrides,
)

OTHERS = ("ircc", "lawyer", "own_organisation")


def agreed(case: Case, recipient: str) -> None:
    for row in case.consents:
        row.recipients = ["protect_defenders_eu", "ircc", recipient]  # type: ignore[list-item]


@pytest.mark.parametrize("recipient", OTHERS)
def test_a_live_consent_for_the_recipient_lets_the_packet_leave(ready: Case, recipient: str) -> None:
    agreed(ready, recipient)
    assert found_against(ready, recipient=recipient) == set()
    assert packets.build(ready, options_of(ready, recipient=recipient)).pages > 5


def consent_for_others(case: Case) -> None:
    consent_of(case, "P1").recipients = ["unhcr"]


def later_refusal(case: Case) -> None:
    given = consent_of(case, "P1")
    case.consents.append(replace(given, id="CO99", decision="refused", signed_on=date(2026, 9, 1)))


AGAINST_OTHERS = (
    consent_refused, consent_withdrawn, consent_expired, consent_for_others, consent_from_tomorrow,
    consent_never_asked, later_refusal,
)  # fmt: skip


@pytest.mark.parametrize("spoil", AGAINST_OTHERS, ids=lambda spoil: spoil.__name__)
@pytest.mark.parametrize("recipient", OTHERS)
@pytest.mark.parametrize("overridden", [False, True], ids=["as it is", "with overrides"])
def test_without_a_live_consent_nothing_goes_to_anybody_else(
    ready: Case, recipient: str, spoil: Callable[[Case], None], overridden: bool
) -> None:
    agreed(ready, recipient)
    spoil(ready)
    if overridden:
        with_overrides(ready)
    assert "no_consent" in found_against(ready, recipient=recipient)
    with pytest.raises(NotReady) as refused:
        packets.build(ready, options_of(ready, recipient=recipient))
    assert wording("en").code("recipient", recipient) in str(refused.value.facts["reasons"])


@pytest.mark.parametrize("scopes", [["share"], ["store"], ["share_medical", "photographs"]])
def test_the_scope_that_is_needed_is_that_of_the_recipient(ready: Case, scopes: list[str]) -> None:
    for row in ready.consents:
        row.scopes = scopes  # type: ignore[assignment]
    agreed(ready, "lawyer")
    assert ("no_consent" in found_against(ready, recipient="lawyer")) == ("share" not in scopes)
    agreed(ready, "own_organisation")
    assert ("no_consent" in found_against(ready, recipient="own_organisation")) == ("store" not in scopes)


def test_the_own_copy_needs_no_consent_and_open_items_hold_no_lawyers_copy() -> None:
    for name in ("s2", "s3", "s4", "s5"):
        case = sample(name)
        assert found_against(case, recipient=packets.OWN_COPY) == set()
        assert not {one for one in found_against(case, recipient="lawyer") if one != "no_consent"}
        assert found_against(case, recipient="ircc") - {"no_consent"}, "IRCC decides: what is open holds it"


def test_nobody_but_the_partner_of_the_case_gets_a_packet_as_partner(ready: Case) -> None:
    for partner in packets.partners():
        if partner != ready.partner:
            agreed(ready, partner)
            assert "other_partner" in found_against(ready, recipient=partner)


NAMED = {
    "HRD-2026-S1-packet-for-unhcr.pdf": False,
    "HRD-2026-S1-packet-for-lawyer-draft.pdf": False,
    "HRD-2026-S2-packet-for-protect-defenders-eu.pdf": False,
    "hrd-packet-for-ircc-1-of-3.pdf": False,
    "HRD-2026-S1-packet-for-protect-defenders-eu.pdf": True,
    "HRD-2026-S1-packet.pdf": True,
    "for-the-meeting.pdf": True,
}
TYPED = {
    None: True,
    "ProtectDefenders.eu": True,
    " protect defenders EU ": True,
    "protect_defenders_eu": True,
    "": False,
    "Front Line Defenders": False,
    "protect": False,
}


@pytest.mark.parametrize(("name", "fits"), NAMED.items())
@pytest.mark.parametrize(("typed", "agrees"), TYPED.items())
def test_the_name_of_the_file_and_what_was_typed_must_name_the_recipient(
    tmp_path: Path, name: str, fits: bool, typed: str | None, agrees: bool
) -> None:
    options = options_of(sample("s1"))
    if fits and agrees:
        delivery.agree(CODE, tmp_path / name, options, typed)
    else:
        with pytest.raises(RecipientMismatch):
            delivery.agree(CODE, tmp_path / name, options, typed)


@pytest.mark.parametrize("mismatch", ["typed", "name", "partner", "consent", "unknown"])
def test_each_mismatch_stops_an_export_before_anything_is_written_or_kept(
    case_file: CaseFile, ready: Case, tmp_path: Path, mismatch: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    name = "HRD-2026-S1-packet-for-unhcr.pdf" if mismatch == "name" else "p.pdf"
    recipient = {"partner": "unhcr", "consent": "lawyer", "unknown": "neighbour"}.get(mismatch, ready.partner)
    typed = "UNHCR" if mismatch == "typed" else None
    with pytest.raises((RecipientMismatch, NotReady, UnknownRecipient)):
        packets.export(case_file, CODE, folder / name, options_of(ready, recipient=recipient), typed=typed)
    assert list(folder.iterdir()) == []
    assert sent.of_case(case_file, CODE) == []
    assert checking.assessments(case_file, CODE)[0].occasion == "new_pack"


@pytest.mark.parametrize("recipient", recipients.RECIPIENTS)
def test_the_cover_and_the_offered_name_name_the_recipient_and_no_person(ready: Case, recipient: str) -> None:
    options = options_of(ready, recipient=recipient)
    offered = packets.file_name(CODE, options)
    assert delivery.slug(recipient) in offered
    assert not any(
        (part or "").lower() in offered.lower() for n in ready.persons[0].names for part in (n.given, n.family) if part
    )
    delivery.agree(CODE, Path(offered), options, recipient)
    with pypdfium2.PdfDocument(io.BytesIO(packets.preview(ready, options).data)) as pdf:
        cover = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    name = "own copy" if recipient == packets.OWN_COPY else wording("en").code("recipient", recipient)
    assert name in cover
