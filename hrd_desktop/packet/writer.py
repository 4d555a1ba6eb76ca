"""One case as a referral packet in PDF."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from hrd_desktop import __version__
from hrd_desktop.core.case import Case
from hrd_desktop.errors import Cancelled
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.exhibits import Exhibit, apart
from hrd_desktop.packet.finish import About
from hrd_desktop.packet.flow import Strip, joined, texts_in
from hrd_desktop.packet.options import UNNUMBERED, PacketFile, PacketOptions, Part
from hrd_desktop.packet.page import Running
from hrd_desktop.packet.parts.background import background
from hrd_desktop.packet.parts.claim import claim
from hrd_desktop.packet.parts.declarations import declarations
from hrd_desktop.packet.parts.disclosure import disclosure
from hrd_desktop.packet.parts.exhibits import exhibits as exhibits_part
from hrd_desktop.packet.parts.family import family
from hrd_desktop.packet.parts.forms import forms
from hrd_desktop.packet.parts.front import contents, transmittal
from hrd_desktop.packet.parts.need import need
from hrd_desktop.packet.parts.needs import needs
from hrd_desktop.packet.parts.persons import persons
from hrd_desktop.packet.parts.profile import profile
from hrd_desktop.packet.parts.summary import summary
from hrd_desktop.packet.press import missing_characters, printed
from hrd_desktop.wording import Wording

__all__ = ["PacketFile", "PacketOptions", "missing_characters", "write_packet"]

_WRITTEN: Mapping[Part, Callable[[Author], list[Strip]]] = {
    "summary": summary,
    "persons": persons,
    "family": family,
    "profile": profile,
    "claim": claim,
    "need": need,
    "needs": needs,
    "background": background,
    "disclosure": disclosure,
    "forms": forms,
    "exhibits": exhibits_part,
    "declarations": declarations,
}
"""What writes each part; the pages before them need the others first."""

_ON_ITS_OWN: frozenset[Part] = frozenset({"summary", "persons", "family", "declarations"})
"""Parts that begin on a page of their own whatever stands before them: they are taken out and read or signed apart."""


def write_packet(
    case: Case,
    options: PacketOptions,
    texts: Mapping[str, str],
    words: Wording,
    exhibits: Sequence[Exhibit] = (),
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    files: Sequence[Strip] = (),
) -> PacketFile:
    """Typeset the packet. The same arguments give the same bytes.

    `texts` are the fixed texts of the packet in the language of `words`; `files` lists the files of one that goes in
    several; photographs of persons among the exhibits are printed of those who agreed. `progress` is told pages done
    and pages in all; raises Cancelled once `cancelled` says so.
    """
    written = {*UNNUMBERED, *(_WRITTEN if apart(exhibits)[0] else _WRITTEN.keys() - {"exhibits"})}
    options = replace(options, parts=tuple(part for part in options.parts if part in written))
    author = Author(case, options, texts, words, exhibits)
    strips = composed(author, files, cancelled)
    return printed(strips, options.paper, running_marks(author, strips), about(author), progress, cancelled)


def composed(author: Author, files: Sequence[Strip] = (), cancelled: Callable[[], bool] | None = None) -> list[Strip]:
    """Everything the parts of this packet say, in their order, before it is put on pages. Raises Cancelled."""
    options = author.options
    body: list[Strip] = []
    for name, part in ((name, written) for name, written in _WRITTEN.items() if options.has(name)):
        if cancelled is not None and cancelled():
            raise Cancelled
        strips = part(author)
        body += strips if name in _ON_ITS_OWN else joined(strips)
    front = [*transmittal(author)] if options.has("transmittal") else []
    return [*front, *(contents(author, body, files) if options.has("contents") else []), *body]


def running_marks(author: Author, strips: Sequence[Strip]) -> Running:
    """What every page of this packet says at its head and foot."""
    return Running(
        mark=author.text("handling_mark"),
        draft=author.text("draft") if author.options.draft else "",
        left=(author.text("foot_case", code=author.case.code), _foot(author, strips)),
        page_of=author.text("foot_page", page="{page}", pages="{pages}"),
    )


def about(author: Author) -> About:
    """What the file says of itself; never a name."""
    title = author.text("document_title", code=author.case.code)
    return About(title, author.options.language, f"HRD Desktop {__version__}", author.options.on)


def _foot(author: Author, strips: Sequence[Strip]) -> str:
    day = author.words.day(author.options.on)
    facts = {"day": day, "fingerprint": _fingerprint(author.options, strips), "version": __version__}
    return author.text("foot_made", **facts, language=author.words.language(author.options.language))


def _fingerprint(options: PacketOptions, strips: Sequence[Strip]) -> str:
    """A short digest of everything that is printed, so that two sheets of paper can be told to belong together."""
    printed = [text.line.text for strip in strips for text in texts_in(strip)]
    told = json.dumps([options.recipient, options.on.isoformat(), printed], ensure_ascii=False)
    digest = hashlib.sha256(told.encode()).hexdigest()
    return f"{digest[:4]} {digest[4:8]} {digest[8:12]}"
