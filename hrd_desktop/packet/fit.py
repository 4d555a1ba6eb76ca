"""A packet in numbered files that a mailbox takes: no file and no mail larger than it may be, never an archive.

The first file holds the packet with the index of exhibits; copies that find no room in it follow in further files, each
with its own list of contents. A long exhibit goes over several files. Sizes are bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from hrd_desktop.core.case import Case
from hrd_desktop.errors import PageTooLarge
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.exhibits import Exhibit
from hrd_desktop.packet.options import PacketFile, PacketOptions
from hrd_desktop.packet.parts.exhibits import copy_of
from hrd_desktop.packet.parts.front import contents
from hrd_desktop.packet.parts.volume import files_list, volume_heading
from hrd_desktop.packet.press import printed
from hrd_desktop.packet.writer import about, running_marks, write_packet
from hrd_desktop.wording import Wording

_PER_PAGE = 2500
_PER_FILE = 160_000
_PER_LETTER = 0.6
_MAIL_GROWS = 1.38  # base64 with its line ends (RFC 2045), and the words of the mail
_TRIES = 6


@dataclass(frozen=True)
class Limits:
    """The most bytes of one file, and of one mail with its attachments as it is sent."""

    file: int = 5_000_000
    mail: int = 8_000_000


@dataclass(frozen=True)
class Piece:
    """Some pages of an exhibit, from 0, `last` included; a text is one piece."""

    exhibit: Exhibit
    first: int
    last: int
    size: int


def write_fitted(
    case: Case,
    options: PacketOptions,
    texts: Mapping[str, str],
    words: Wording,
    exhibits: Sequence[Exhibit],
    limits: Limits,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[PacketFile]:
    """The files of a packet in their order; one alone where everything fits. Raises PageTooLarge, Cancelled."""
    if sum(size for exhibit in exhibits for size in _sizes(exhibit)) < limits.file:
        whole = write_packet(case, options, texts, words, exhibits, progress, cancelled)
        if len(whole.data) <= limits.file:
            return [whole]
    author = Author(case, options, texts, words, exhibits)
    room = limits.file - _PER_FILE
    for _ in range(_TRIES):
        volumes = plan(author.exhibits, room)
        files = [_volume(author, volumes, number, progress, cancelled) for number in range(len(volumes))]
        first = _first(author, volumes, files, limits, progress, cancelled)
        made = [first, *files]
        if all(len(file.data) <= limits.file for file in made):
            return made
        room = round(room * 0.8)
    raise PageTooLarge(limit=limits.file)


def plan(exhibits: Sequence[Exhibit], room: int) -> list[list[Piece]]:
    """Which pages go into which further file, in order, none estimated larger than `room`. Raises PageTooLarge."""
    volumes: list[list[Piece]] = []
    used = room + 1
    for exhibit in exhibits:
        for number, size in enumerate(_sizes(exhibit)):
            if size > room:
                raise PageTooLarge(limit=room)
            if used + size > room:
                volumes.append([])
                used = 0
            used += size
            pieces = volumes[-1]
            if pieces and pieces[-1].exhibit is exhibit:
                pieces[-1] = replace(pieces[-1], last=number, size=pieces[-1].size + size)
            else:
                pieces.append(Piece(exhibit, number, number, size))
    return volumes


def mails(sizes: Sequence[int], limit: int) -> list[list[int]]:
    """Which files, by their place from 0, go into which mail; a file that is too large for any goes alone."""
    grouped: list[list[int]] = []
    used = 0
    for number, size in enumerate(sizes):
        grown = round(size * _MAIL_GROWS)
        if not grouped or used + grown > limit:
            grouped.append([])
            used = 0
        grouped[-1].append(number)
        used += grown
    return grouped


def _sizes(exhibit: Exhibit) -> list[int]:
    if exhibit.text:
        return [_PER_PAGE + round(len(exhibit.text.encode()) * _PER_LETTER)]
    return [len(page.data) + _PER_PAGE for page in exhibit.pages]


def _volume(
    author: Author,
    volumes: Sequence[Sequence[Piece]],
    number: int,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> PacketFile:
    pieces = volumes[number]
    body = [strip for piece in pieces for strip in copy_of(author, piece.exhibit, piece.first, piece.last)]
    head = volume_heading(author, number + 2, len(volumes) + 1)
    strips = [*head, *contents(author, body), *body]
    told = replace(about(author), title=author.text("volume_document", code=author.case.code, number=number + 2))
    return printed(strips, author.options.paper, running_marks(author, strips), told, progress, cancelled)


def _first(
    author: Author,
    volumes: Sequence[Sequence[Piece]],
    files: Sequence[PacketFile],
    limits: Limits,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> PacketFile:
    """The packet with its index and the list of files; written again while that list changes the mails."""
    where: dict[int, str] = {}
    for number, pieces in enumerate(volumes, 2):
        for piece in pieces:
            known = where.get(piece.exhibit.number, "")
            told = author.text("volume_file", number=number)
            where[piece.exhibit.number] = f"{known}, {told}" if known else told
    listed = [replace(exhibit, pages=(), text="", where=where.get(exhibit.number, "")) for exhibit in author.exhibits]
    listed += author.photographs
    size = 0
    grouped: list[list[int]] = []
    made = PacketFile(b"", 0)
    for _ in range(_TRIES):
        again = mails([size or _PER_FILE, *(len(file.data) for file in files)], limits.mail)
        if again == grouped:
            break
        grouped = again
        list_of_files = files_list(author, [[piece.exhibit.number for piece in pieces] for pieces in volumes], grouped)
        made = write_packet(
            author.case, author.options, author.texts, author.words, listed, progress, cancelled, list_of_files
        )
        size = len(made.data)
    return made
