from __future__ import annotations

import io
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from hrd_desktop.core.case import Case
from hrd_desktop.core.staff import Override
from hrd_desktop.core.steps import Consent
from hrd_desktop.errors import Cancelled, NotReady, NotWritable, UnknownCase, UnknownRecipient
from hrd_desktop.services import checking, packets
from hrd_desktop.services.files import CaseFile
from hrd_desktop.services.packets import PacketOptions
from hrd_desktop.wording import wording
from tests.services.conftest import DAY, sample

CODE = "HRD-2026-S1"


def options_of(case: Case, **chosen: object) -> PacketOptions:
    return replace(packets.default_options(case, DAY), **chosen)


def found_against(case: Case, **chosen: object) -> set[str]:
    """What stands against sending, as keys of sentences and ids of items with their persons."""
    options = options_of(case, **chosen)
    found = packets.obstacles(case, checking.assess_case(case, options.on), options)
    return {f"{one.item.id} {one.item.person or ''}".strip() if one.item else one.key for one in found}


def consent_of(case: Case, person: str) -> Consent:
    (found,) = (row for row in case.consents if row.person == person)
    return found


def test_nothing_stands_against_a_packet_whose_cover_file_consent_and_recipient_agree(ready: Case) -> None:
    assert found_against(ready) == set()
    built = packets.build(ready, options_of(ready))
    assert built.data.startswith(b"%PDF")
    assert built.pages > 10


def no_partner(case: Case) -> None:
    case.partner = None


def another_partner_on_file(case: Case) -> None:
    case.partner = "unhcr"


def partner_declined(case: Case) -> None:
    case.partner_decision = "declined"


def consent_refused(case: Case) -> None:
    consent_of(case, "P1").decision = "refused"


def consent_withdrawn(case: Case) -> None:
    consent_of(case, "P2").withdrawn_on = DAY


def consent_expired(case: Case) -> None:
    consent_of(case, "P2").expires_on = date(2026, 9, 14)


def consent_for_another_partner(case: Case) -> None:
    consent_of(case, "P1").recipients = ["unhcr", "ircc"]


def consent_without_ircc(case: Case) -> None:
    consent_of(case, "P1").recipients = ["protect_defenders_eu"]


def consent_to_store_only(case: Case) -> None:
    consent_of(case, "P1").scopes = ["store"]


def consent_from_tomorrow(case: Case) -> None:
    consent_of(case, "P1").signed_on = date(2026, 9, 16)


def consent_never_asked(case: Case) -> None:
    case.consents = [row for row in case.consents if row.person != "P2"]


MISMATCHES: dict[Callable[[Case], None], set[str]] = {
    no_partner: {"other_partner", "E19"},
    another_partner_on_file: {"other_partner", "E27 P1", "E27 P2"},
    partner_declined: {"E19"},
    consent_refused: {"E27 P1"},
    consent_withdrawn: {"E27 P2"},
    consent_expired: {"E27 P2"},
    consent_for_another_partner: {"E27 P1"},
    consent_without_ircc: {"E27 P1"},
    consent_to_store_only: {"E27 P1"},
    consent_from_tomorrow: {"E27 P1"},
    consent_never_asked: {"E27 P2"},
}


def with_overrides(case: Case) -> None:
    """A supervisor lets everything pass that a supervisor can let pass."""
    for number, item in enumerate(checking.assess_case(case, DAY).items):
        if item.severity == "BLOCK":
            case.overrides.append(
                Override(
                    id=f"OV{number + 1}",
                    item=item.id,
                    person=item.person,
                    reason="An invented reason.",
                    decided_on=DAY,
                    decided_by="N. B.",
                )
            )


@pytest.mark.parametrize("spoil", MISMATCHES, ids=lambda spoil: spoil.__name__)
@pytest.mark.parametrize("overridden", [False, True], ids=["as it is", "with overrides"])
def test_each_mismatch_blocks_and_no_supervisor_can_let_it_pass(
    ready: Case, spoil: Callable[[Case], None], overridden: bool
) -> None:
    spoil(ready)
    if overridden:
        with_overrides(ready)
        assert checking.assess_case(ready, DAY).headline in ("READY", "READY_WITH_WARNINGS")
    expected = MISMATCHES[spoil]
    assert found_against(ready, recipient="protect_defenders_eu") == expected
    with pytest.raises(NotReady):
        packets.build(ready, options_of(ready, recipient="protect_defenders_eu"))


def test_a_packet_without_recipient_or_for_another_one_is_refused(ready: Case) -> None:
    assert found_against(ready, recipient="") == {"no_recipient"}
    assert found_against(ready, recipient="unhcr") == {"other_partner"}


def test_another_blocking_item_may_be_let_pass_by_a_supervisor() -> None:
    case = sample("s2")
    assert "E06 P1" in found_against(case)
    with_overrides(case)
    assert found_against(case) == {"E27 P2"}


@pytest.mark.parametrize(("name", "headline"), [("s2", "HOLD_INFO"), ("s3", "DIVERT"), ("s5", "BLOCKED")])
def test_a_case_that_is_held_gives_no_packet(name: str, headline: str) -> None:
    case = sample(name)
    assert checking.assess_case(case, DAY).headline == headline
    against = found_against(case)
    assert against
    with pytest.raises(NotReady):
        packets.build(case, options_of(case))


def test_what_waits_for_a_lawyer_holds_the_packet(ready: Case) -> None:
    ready.hrd.used_violence = "unknown"
    assert checking.assess_case(ready, DAY).headline == "HOLD_LAWYER"
    assert found_against(ready) == {"H02"}
    with_overrides(ready)
    assert found_against(ready) == {"H02"}


def test_warnings_do_not_hold_the_packet(ready: Case) -> None:
    assert ready.claim is not None
    ready.claim.conditions_changed = "unknown"
    assert checking.assess_case(ready, DAY).headline == "READY_WITH_WARNINGS"
    assert found_against(ready) == set()


def test_one_lawyer_item_holds_the_packet_of_a_sample() -> None:
    assert found_against(sample("s4")) == {"E12 P1"}


def test_the_day_of_the_packet_decides_whether_a_consent_lives(ready: Case) -> None:
    assert found_against(ready, on=date(2027, 6, 30)).isdisjoint({"E27 P1", "E27 P2"})
    assert {"E27 P1", "E27 P2"} <= found_against(ready, on=date(2027, 7, 1))


def test_a_draft_is_for_the_desk_whatever_is_open() -> None:
    for name in ("s2", "s3", "s5"):
        assert found_against(sample(name), draft=True) == set()
    case = sample("s2")
    no_partner(case)
    assert found_against(case, draft=True, recipient="") == set()
    assert packets.build(case, options_of(case, draft=True)).pages > 5


def test_parts_that_are_chosen_are_those_that_are_there(ready: Case) -> None:
    few = packets.build(ready, options_of(ready, parts=("transmittal", "contents", "summary")))
    assert few.pages < 5
    with pypdfium2.PdfDocument(io.BytesIO(few.data)) as pdf:
        told = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "Case summary" in told
    assert "Refugee claim" not in told


def test_a_draft_never_names_a_recipient_who_is_not_the_one_of_the_case(ready: Case) -> None:
    assert found_against(ready, draft=True, recipient="unhcr") == {"other_partner"}


def test_a_preview_of_a_ready_case_is_the_very_file(ready: Case) -> None:
    options = options_of(ready)
    assert packets.preview(ready, options).data == packets.build(ready, options).data


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "No valid consent to share"), ("fr", "Aucun consentement")],
)
def test_the_refusal_gives_every_reason_in_the_language_of_the_packet(lang: str, said: str) -> None:
    case = sample("s2")
    with pytest.raises(NotReady) as refused:
        packets.build(case, options_of(case, language=lang))
    lines = str(refused.value.facts["reasons"]).splitlines()
    reasons = {line.partition(",")[0]: line for line in lines}
    assert list(reasons)[:3] == ["E06 P1", "E11 P2", "E27 P2"]
    assert said in reasons["E27 P2"]
    assert lines[0] in wording("en" if lang == "en" else "fr").message(refused.value)


def test_an_export_is_what_was_built_and_private(case_file: CaseFile, ready: Case, tmp_path: Path) -> None:
    out = tmp_path / "packet.pdf"
    told: list[tuple[int, int]] = []
    written = packets.export(case_file, CODE, out, options_of(ready), progress=lambda *step: told.append(step))
    papers = packets.exhibits(case_file, ready, options_of(ready))
    assert out.read_bytes() == written.data == packets.build(ready, options_of(ready), papers).data
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert told[-1] == (1000, 1000)
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_an_export_replaces_a_file_whole_and_makes_it_private(case_file: CaseFile, ready: Case, tmp_path: Path) -> None:
    out = tmp_path / "packet.pdf"
    out.write_bytes(b"an older file" * 100_000)
    out.chmod(0o644)
    written = packets.export(case_file, CODE, out, options_of(ready))
    assert out.read_bytes() == written.data
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


@pytest.mark.parametrize("pages", [0, 1, 9, 17])
def test_a_stopped_export_leaves_nothing_and_keeps_what_was_there(
    case_file: CaseFile, ready: Case, tmp_path: Path, pages: int
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    kept = folder / "packet.pdf"
    kept.write_bytes(b"what was there")
    seen: list[int] = []
    with pytest.raises(Cancelled):
        packets.export(
            case_file,
            CODE,
            kept,
            options_of(ready),
            progress=lambda done, _total: seen.append(done),
            cancelled=lambda: len(seen) >= pages,
        )
    assert [path.name for path in folder.iterdir()] == ["packet.pdf"]
    assert kept.read_bytes() == b"what was there"


def test_an_export_that_is_refused_leaves_nothing(case_file: CaseFile, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(NotReady):
        packets.export(case_file, "HRD-2026-S2", folder / "packet.pdf", options_of(sample("s2")))
    with pytest.raises(UnknownCase):
        packets.export(case_file, "HRD-2026-NONE", folder / "packet.pdf", options_of(sample("s1")))
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(case_file: CaseFile, ready: Case, tmp_path: Path) -> None:
    with pytest.raises(NotWritable):
        packets.export(case_file, CODE, tmp_path / "nowhere" / "packet.pdf", options_of(ready))


def test_recipients_are_known_by_their_codes() -> None:
    assert packets.recipient("lawyer", DAY) == "lawyer"
    with pytest.raises(UnknownRecipient):
        packets.recipient("neighbour", DAY)
    assert set(packets.partners()) >= {"unhcr", "front_line_defenders", "protect_defenders_eu"}
