"""The referral packet: whether it may be written, for whom, and writing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from hrd_desktop.core.case import Case
from hrd_desktop.core.schema import field_of
from hrd_desktop.packet.exhibits import Exhibit
from hrd_desktop.packet.fit import Limits, mails, write_fitted
from hrd_desktop.packet.options import PARTS, PacketOptions, Part
from hrd_desktop.packet.profiles import OWN_COPY, Outgoing, Profile, Withheld, outgoing
from hrd_desktop.packet.writer import PacketFile, write_packet
from hrd_desktop.services import checking, delivery, evidence, portraits, recipients, sent
from hrd_desktop.services.delivery import Closing, file_name
from hrd_desktop.services.evidence import Reader
from hrd_desktop.services.obstacles import Obstacle, always_needed, obstacles, reasons, require
from hrd_desktop.services.work import IsCancelled, Progress, rising, step, written_together
from hrd_desktop.store import cases as stored
from hrd_desktop.store import record as noted
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import wording

__all__ = [
    "OWN_COPY",
    "PARTS",
    "Closing",
    "Exported",
    "Obstacle",
    "PacketFile",
    "PacketOptions",
    "Part",
    "Withheld",
    "always_needed",
    "build",
    "default_options",
    "exhibits",
    "export",
    "file_name",
    "fitted",
    "obstacles",
    "partners",
    "preview",
    "reasons",
    "recipient",
    "require",
    "withheld",
]


def default_options(
    case: Case, on: date, *, recipient: str | None = None, language: str = "en", paper: str = ""
) -> PacketOptions:
    """What a packet of this case would be for its partner, or for a recipient, unless somebody chooses otherwise.

    Raises UnknownRecipient, NoPackForDate.
    """
    to = case.partner or "" if recipient is None else recipient
    known = recipients.profile(to, on) if to else None
    spoken = case.packet_language or (known.language if known else "") or language
    size = paper or (known.paper if known else "letter")
    return PacketOptions(
        language="fr" if spoken == "fr" else "en",
        paper="a4" if size == "a4" else "letter",
        recipient=to,
        draft=False,
        on=on,
    )


def recipient(name: str, on: date) -> str:
    """The recipient of that code. Raises UnknownRecipient, NoPackForDate."""
    return recipients.profile(name, on).code


def partners() -> tuple[str, ...]:
    """The codes of every partner that a case can name."""
    spec = field_of(Case, "partner")
    assert spec is not None
    return spec.codes


# Writing


def withheld(case: Case, options: PacketOptions) -> list[Withheld]:
    """What this recipient does not get, and why. Raises UnknownRecipient."""
    return list(_outgoing(case, options).withheld)


def exhibits(
    file: CaseFile,
    case: Case,
    options: PacketOptions,
    *,
    reader: Reader | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> list[Exhibit]:
    """The exhibits that go to this recipient and the photographs of persons, ready for paper. Without a reader one is
    started for the time.

    Raises UnknownCase, UnknownRecipient, FileDamaged, Cancelled.
    """
    parts, found = _chosen(options).parts, list[Exhibit]()
    with ExitStack() as stack:
        used = reader or stack.enter_context(Reader())
        cut = _outgoing(case, options).case
        if "exhibits" in parts:
            found += evidence.exhibits(file, cut, used, progress=progress, cancelled=cancelled)
        if "persons" in parts:
            found += portraits.as_exhibits(file, cut, used, options.recipient, options.on, cancelled=cancelled)
    return found


def build(
    case: Case,
    options: PacketOptions,
    papers: Sequence[Exhibit] = (),
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> PacketFile:
    """Typeset the packet in memory. Raises NotReady, UnknownRecipient, Cancelled."""
    require(case, checking.assess_case(case, options.on), options)
    return preview(case, options, papers, progress=progress, cancelled=cancelled)


def preview(
    case: Case,
    options: PacketOptions,
    papers: Sequence[Exhibit] = (),
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> PacketFile:
    """The packet as it would be, for the eyes of staff in the window alone: an unready one is marked as a draft."""
    cut, texts = _outgoing(case, options).case, _texts(options)
    words = wording(options.language)
    return write_packet(cut, _chosen(options), texts, words, papers, progress=progress, cancelled=cancelled)


def fitted(
    case: Case,
    options: PacketOptions,
    papers: Sequence[Exhibit] = (),
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> list[PacketFile]:
    """The same in as many files as the mailbox of the recipient needs. Raises PageTooLarge as well."""
    cut, texts, known = _outgoing(case, options).case, _texts(options), _profile(options)
    limits = Limits(known.most_file_bytes, known.most_mail_bytes)
    words = wording(options.language)
    return write_fitted(cut, _chosen(options), texts, words, papers, limits, progress, cancelled)


def _profile(options: PacketOptions) -> Profile:
    """Of a draft for nobody yet, what the desk itself may see."""
    return recipients.profile(options.recipient or "own_organisation", options.on)


def _outgoing(case: Case, options: PacketOptions) -> Outgoing:
    return outgoing(case, _profile(options), options.on)


def _chosen(options: PacketOptions) -> PacketOptions:
    """Without the parts that this recipient does not get."""
    if not options.recipient:
        return options
    allowed = _profile(options).parts
    return replace(options, parts=tuple(part for part in options.parts if part in allowed))


def _texts(options: PacketOptions) -> Mapping[str, str]:
    texts = checking.pack_on(options.on).packet_text(options.language)
    own = _profile(options).texts if options.recipient else {}
    return {**texts, **{key: told[options.language] for key, told in own.items()}}


_CLOSED_GROWS = 50  # a seal or a password makes a file larger by less than one part in so many


@dataclass(frozen=True)
class Exported:
    """What was written: where, the plain files in their order, the number in the register (0: a draft).

    `again` says that nothing has changed since that number was written: it is the same packet once more. `mails` are
    the files, from 0, that go together with one mail.
    """

    paths: tuple[Path, ...]
    files: tuple[PacketFile, ...]
    edition: int
    again: bool
    mails: tuple[tuple[int, ...], ...]

    @property
    def data(self) -> bytes:
        """The plain bytes of the first file."""
        return self.files[0].data

    @property
    def pages(self) -> int:
        return sum(file.pages for file in self.files)

    @property
    def missing(self) -> list[str]:
        """Characters without a font, over all files."""
        return sorted({character for file in self.files for character in file.missing})


def export(
    file: CaseFile,
    code: str,
    out: Path,
    options: PacketOptions,
    *,
    fit: bool = False,
    typed: str | None = None,
    closing: Closing | None = None,
    at: datetime | None = None,
    by: str = "",
    reader: Reader | None = None,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Exported:
    """Write the packet of a case as it is on file, all of it or nothing, and keep what left byte for byte.

    With `fit` it goes into as many files as the recipient's mailbox needs, named `NAME-1-of-3.pdf`. `typed` is the
    recipient as somebody typed it once more. Drafts are not kept. `at` is now unless given.

    Raises NotReady, RecipientMismatch, UnknownRecipient, UnknownCase, BadKey, BadProtection, PageTooLarge, NotWritable,
    DiskFull, FileDamaged, Cancelled.
    """
    closing = closing or Closing()
    delivery.check(closing)
    delivery.agree(code, out, options, typed)
    with file.session() as session:
        case = stored.load(session, code)
    assessment = checking.assess_case(case, options.on)
    require(case, assessment, options)
    papers = exhibits(file, case, options, reader=reader, progress=rising(progress, 0, 400), cancelled=cancelled)
    cut, texts, known = _outgoing(case, options).case, _texts(options), _profile(options)
    limits = Limits(known.most_file_bytes, known.most_mail_bytes)
    if closing:
        limits = Limits(limits.file - limits.file // _CLOSED_GROWS, limits.mail)

    def typeset(chosen: PacketOptions) -> list[PacketFile]:
        told, words = rising(progress, 400, 900), wording(chosen.language)
        if fit:
            return write_fitted(cut, _chosen(chosen), texts, words, papers, limits, told, cancelled)
        return [write_packet(cut, _chosen(chosen), texts, words, papers, told, cancelled)]

    inputs = sent.inputs(cut, _chosen(options), texts, papers, limits if fit else None)
    if options.draft:
        entry, made = None, typeset(options)
    else:
        entry, made = sent.edition_of(file, case, options, inputs, typeset)
    paths = delivery.numbered(out, len(made), closing)
    leaving = [delivery.closed(each.data, closing) for each in made]
    step(1000, 1000, progress, cancelled)  # the last moment to stop: then the files are there
    with written_together(list(zip(paths, leaving, strict=True))), file.session() as session:
        # All or nothing: a packet that cannot be written leaves no trace of having left.
        checking.record(session, assessment, "draft" if options.draft else "packet", at=at, by=by)
        if entry is not None:
            names = [path.name for path in paths]
            sent.keep(session, entry, case, names, made, leaving if closing else [], papers, at=at, by=by)
        said = {"files": len(made), "closed": closing.kinds} | (
            {"recipient": options.recipient} if options.recipient else {}
        )
        if entry is None:
            noted.note(session, "draft", at=at or datetime.now(UTC), by=by, code=code, **said)
        else:
            told = {"edition": entry.number, "again": entry.again, **said}
            noted.note(session, "packet", at=at or datetime.now(UTC), by=by, code=code, **told)
    grouped = mails([len(data) for data in leaving], limits.mail)
    again = entry is not None and entry.again
    return Exported(
        tuple(paths), tuple(made), entry.number if entry else 0, again, tuple(tuple(one) for one in grouped)
    )
