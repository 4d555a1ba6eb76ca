"""A packet to look at before it is written: its files and the mails they fill, and what its parts are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hrd_desktop.core.case import Case
from hrd_desktop.packet.exhibits import Exhibit
from hrd_desktop.packet.fit import mails
from hrd_desktop.packet.options import PARTS, PacketFile, PacketOptions
from hrd_desktop.services import checking, packets, recipients
from hrd_desktop.services.work import IsCancelled, Progress
from hrd_desktop.wording import Wording

_TITLES = {"transmittal": "transmittal_bookmark"}
"""Parts whose heading is long, and the text that stands for it in a list."""


@dataclass(frozen=True)
class Volumes:
    """The files of a packet in their order, and which of them, from 0, go with one mail."""

    files: tuple[PacketFile, ...]
    mails: tuple[tuple[int, ...], ...]

    @property
    def pages(self) -> int:
        """Pages over all files."""
        return sum(file.pages for file in self.files)

    @property
    def missing(self) -> list[str]:
        """Characters without a font, over all files."""
        return sorted({character for file in self.files for character in file.missing})


def preview(
    case: Case,
    options: PacketOptions,
    papers: Sequence[Exhibit] = (),
    *,
    fit: bool = False,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> Volumes:
    """The packet as it would be, in one file or in as many as a mailbox needs.

    Raises UnknownRecipient, PageTooLarge, Cancelled.
    """
    if fit:
        files = packets.fitted(case, options, papers, progress=progress, cancelled=cancelled)
    else:
        files = [packets.preview(case, options, papers, progress=progress, cancelled=cancelled)]
    most = recipients.profile(options.recipient or "own_organisation", options.on).most_mail_bytes
    grouped = mails([len(file.data) for file in files], most)
    return Volumes(tuple(files), tuple(tuple(one) for one in grouped))


def parts(options: PacketOptions, words: Wording) -> list[tuple[str, str]]:
    """The parts that this recipient may get, as key and title in the language of `words`."""
    texts = checking.pack_on(options.on).packet_text(words.lang)
    allowed = recipients.profile(options.recipient or "own_organisation", options.on).parts
    return [(part, texts[_TITLES.get(part, f"{part}_title")]) for part in PARTS if part in allowed]
