"""The referral packet: whether it may be written, for whom, and writing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hrd_desktop.checklists.results import CLEAR, Assessment, ItemResult
from hrd_desktop.core.case import Case
from hrd_desktop.core.schema import field_of
from hrd_desktop.errors import NotReady, UnknownPartner
from hrd_desktop.packet.options import PacketOptions
from hrd_desktop.packet.writer import PacketFile, write_packet
from hrd_desktop.services import checking
from hrd_desktop.services.work import IsCancelled, Progress, step, write_private
from hrd_desktop.store import cases as stored
from hrd_desktop.store.assessments import Occasion
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import Wording, wording

__all__ = [
    "Obstacle",
    "PacketFile",
    "PacketOptions",
    "always_needed",
    "build",
    "default_options",
    "export",
    "obstacles",
    "partner",
    "partners",
    "preview",
    "reasons",
    "require",
]


@dataclass(frozen=True)
class Obstacle:
    """One reason why a packet may not leave yet: an item that stands open, or a fact of the delivery itself.

    `item` is None for the latter; then `key` names the sentence (`no_recipient`, `other_partner`).
    """

    key: str
    item: ItemResult | None = None
    recipient: str = ""


def default_options(case: Case, on: date, *, language: str = "en", paper: str = "letter") -> PacketOptions:
    """What a packet of this case would be unless somebody chooses otherwise."""
    return PacketOptions(
        language="fr" if (case.packet_language or language) == "fr" else "en",
        paper="a4" if paper == "a4" else "letter",
        recipient=case.partner or "",
        draft=False,
        on=on,
    )


def partner(name: str) -> str:
    """The partner of that code. Raises UnknownPartner."""
    known = partners()
    if name not in known:
        raise UnknownPartner(name=name, known=", ".join(known))
    return name


def partners() -> tuple[str, ...]:
    """The codes of every partner that a case can name."""
    spec = field_of(Case, "partner")
    assert spec is not None
    return spec.codes


def obstacles(case: Case, assessment: Assessment, options: PacketOptions) -> list[Obstacle]:
    """Why this packet may not be sent. Empty: nothing stands against it.

    Cover, file, consent and recipient must agree. The packet goes to the case's own partner; the items tell whether
    the case is ready. Two things no supervisor can let pass here: a person who does not agree to share, a partner who
    may not refer. A draft for the desk may lack all that, but never names a recipient who is not the case's.
    """
    found: list[Obstacle] = []
    if not options.recipient and not options.draft:
        found.append(Obstacle("no_recipient"))
    elif options.recipient and options.recipient != case.partner:
        found.append(Obstacle("other_partner", recipient=options.recipient))
    if options.draft:
        return found
    ready = assessment.headline in ("READY", "READY_WITH_WARNINGS")
    found += [Obstacle("item", item) for item in assessment.items if _holds(item, ready=ready)]
    return found


_AGREED = ("E19", "E27")  # the partner who refers; consent to share with that partner and IRCC


def always_needed(item: str) -> bool:
    """Whether a packet never leaves without this item, whatever a supervisor decides."""
    return item in _AGREED


def _holds(item: ItemResult, *, ready: bool) -> bool:
    """Whether an item keeps the packet here: by what it does to the case, or because an agreement is missing."""
    if not ready and item.severity in ("DIVERT", "BLOCK", "LAWYER"):
        return True
    return item.id in _AGREED and item.derived_result not in CLEAR and item.derived_severity == "BLOCK"


def reasons(found: Sequence[Obstacle], on: date, words: Wording) -> list[str]:
    """The obstacles in words, one line each; an item by its id, whom it is about, and its title."""
    pack, lines = checking.pack_on(on), []
    for obstacle in found:
        if obstacle.item is None:
            recipient = words.code("partner", obstacle.recipient) if obstacle.recipient else ""
            lines.append(words.text(f"obstacle_{obstacle.key}", recipient=recipient))
        else:
            who = f"{obstacle.item.id} {obstacle.item.person}" if obstacle.item.person else obstacle.item.id
            title = pack.title(obstacle.item.id, words.lang)
            lines.append(f"{who}, {title}: {checking.sentence(obstacle.item.why, on, words)}")
    return lines


def require(case: Case, assessment: Assessment, options: PacketOptions) -> None:
    """Raise NotReady with every reason in words, in the language of the packet, if the packet may not be sent."""
    found = obstacles(case, assessment, options)
    if found:
        raise NotReady(reasons="\n".join(reasons(found, options.on, wording(options.language))))


def build(
    case: Case, options: PacketOptions, *, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> PacketFile:
    """Typeset the packet in memory. Raises NotReady, Cancelled."""
    require(case, checking.assess_case(case, options.on), options)
    texts = checking.pack_on(options.on).packet_text(options.language)
    return write_packet(case, options, texts, wording(options.language), progress=progress, cancelled=cancelled)


def preview(
    case: Case, options: PacketOptions, *, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> PacketFile:
    """The packet as it would be, for the eyes of staff in the window alone: an unready one is marked as a draft."""
    texts = checking.pack_on(options.on).packet_text(options.language)
    return write_packet(case, options, texts, wording(options.language), progress=progress, cancelled=cancelled)


def export(
    file: CaseFile,
    code: str,
    out: Path,
    options: PacketOptions,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> PacketFile:
    """Write the packet of a case as it is on file: whole or not at all; the assessment it rests on is kept.

    Raises NotReady, UnknownCase, NotWritable, DiskFull, Cancelled.
    """
    with file.session() as session:
        case = stored.load(session, code)
    packet = build(case, options, progress=progress, cancelled=cancelled)
    step(packet.pages, packet.pages, progress, cancelled)  # the last moment to stop: then the file is there
    with file.session() as session:
        # Both or neither: a packet that cannot be written leaves no trace of having left.
        occasion: Occasion = "draft" if options.draft else "packet"
        checking.record(session, checking.assess_case(case, options.on), occasion)
        write_private(out, packet.data)
    return packet
