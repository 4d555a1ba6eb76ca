"""A database of which some pages are lost, read page by page as SQLite's file format says, without the library.

Only pages that are authentic are used; the file is read and never written. What the log beside it (`-wal`) holds of
finished transactions comes before what the database itself holds. https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

import struct
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from hrd_desktop.store import raw
from hrd_desktop.vault.pages import PAGE, USABLE, Pages

TABLE_LEAF, TABLE_INNER, INDEX_LEAF, INDEX_INNER = 13, 5, 10, 2
_HEADER_OF_FILE = 100
_PAGES_AT = 28  # where the header of the file says of how many pages it is
_KEPT = 512  # pages in memory: two megabytes
_WAL_HEADER, _FRAME_HEADER = 32, 24
_REPORT_EVERY = 64

Value = int | float | str | bytes | None


@dataclass(frozen=True)
class Cell:
    """A row of a table, or an entry of an index (`rowid` is 0 there); the columns are read when wanted."""

    rowid: int
    size: int
    here: bytes
    """The part of the record that stands on the page itself."""
    overflow: int
    """The page on which it goes on, or 0."""


class Torn:
    """The pages of one database. Whoever makes it closes it, and wipes the keys."""

    def __init__(self, database: Path, pages: Pages) -> None:
        """Raises OSError if the file cannot be opened at all."""
        self._pages = pages
        self._closing = ExitStack()
        self._file = self._closing.enter_context(raw.opened(database))
        self.count = (self._file.size() + PAGE - 1) // PAGE
        self._log: BinaryIO | None = None
        self._in_log: dict[int, int] = {}
        with suppress(OSError):
            self._log = self._closing.enter_context(database.with_name(database.name + "-wal").open("rb"))
            self._in_log = _frames(self._log)
        self.count = max(self.count, *self._in_log, 0)
        self._recent: OrderedDict[int, bytes | None] = OrderedDict()
        if (first := self.page(1)) is not None:
            self.count = max(self.count, struct.unpack_from(">I", first, _PAGES_AT)[0])  # the end may be cut off

    def page(self, number: int) -> bytes | None:
        """What SQLite would see of a page; None if it is lost."""
        if number in self._recent:
            self._recent.move_to_end(number)
            return self._recent[number]
        found = None
        if self._log is not None and number in self._in_log:
            found = self._pages.opened(number, self._from_log(self._log, self._in_log[number]))
        if found is None:
            with suppress(OSError):  # a place of the disk that cannot be read is a page that is lost
                found = self._pages.opened(number, self._file.read((number - 1) * PAGE, PAGE))
        self._recent[number] = found
        if len(self._recent) > _KEPT:
            self._recent.popitem(last=False)
        return found

    def kinds(self, step: Callable[[int, int], None]) -> bytearray:
        """The first byte of every page's header, from page 1 at place 1; 255 for a page that is lost."""
        found = bytearray(self.count + 1)
        for number in range(1, self.count + 1):
            page = self.page(number)
            found[number] = 255 if page is None else page[_HEADER_OF_FILE if number == 1 else 0]
            if number % _REPORT_EVERY == 0 or number == self.count:
                step(number, self.count)
        return found

    def children(self, number: int) -> list[int]:
        """The pages below an inner page, of a table or an index."""
        page = self.page(number)
        if page is None:
            return []
        begin = _HEADER_OF_FILE if number == 1 else 0
        last = struct.unpack_from(">I", page, begin + 8)[0]
        return [*(struct.unpack_from(">I", page, at)[0] for at in _cells(page, begin, 12)), last]

    def cells(self, number: int) -> Iterator[Cell]:
        """The rows of a leaf of a table; the entries of any page of an index."""
        page = self.page(number)
        if page is None:
            return
        begin = _HEADER_OF_FILE if number == 1 else 0
        kind = page[begin]
        if kind not in (TABLE_LEAF, INDEX_LEAF, INDEX_INNER):
            return
        for at in _cells(page, begin, 12 if kind == INDEX_INNER else 8):
            with suppress(IndexError, struct.error):
                yield _cell(page, at, kind)

    def values(self, cell: Cell, first: int | None = None) -> list[Value] | None:
        """The columns of a record, or the first of them; None if a page on which it goes on is lost."""
        if first is not None:
            with suppress(IndexError, ValueError, struct.error):
                return _columns(cell.here, first)
        payload = self._whole(cell)
        if payload is None:
            return None
        try:
            return _columns(payload, first)
        except (IndexError, ValueError, struct.error):
            return None

    def _whole(self, cell: Cell) -> bytes | None:
        parts, left, following, seen = [cell.here], cell.size - len(cell.here), cell.overflow, set[int]()
        while left > 0:
            page = None if following in seen or following == 0 else self.page(following)
            if page is None:
                return None
            seen.add(following)
            following = struct.unpack_from(">I", page)[0]
            parts.append(page[4 : 4 + min(left, USABLE - 4)])
            left -= len(parts[-1])
        return b"".join(parts)

    @staticmethod
    def _from_log(log: BinaryIO, at: int) -> bytes:
        with suppress(OSError):
            log.seek(at)
            return log.read(PAGE)
        return b""

    def close(self) -> None:
        """Close the files and forget what was read."""
        self._recent.clear()
        self._closing.close()


def _frames(log: BinaryIO) -> dict[int, int]:
    """Where the log holds the last finished state of each page. Frames of an earlier round have another salt."""
    size = log.seek(0, 2)
    salt, pending, finished = b"", dict[int, int](), dict[int, int]()
    for at in range(_WAL_HEADER, size - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE):
        log.seek(at)
        header = log.read(_FRAME_HEADER)
        number, committed = struct.unpack_from(">II", header)
        salt = salt or header[8:16]
        if header[8:16] != salt or not number:
            break
        pending[number] = at + _FRAME_HEADER
        if committed:
            finished.update(pending)
            pending.clear()
    return finished


def _cells(page: bytes, begin: int, header: int) -> Iterator[int]:
    count = struct.unpack_from(">H", page, begin + 3)[0]
    for place in range(min(count, USABLE // 4)):
        at = struct.unpack_from(">H", page, begin + header + 2 * place)[0]
        if begin + header <= at < USABLE - 3:
            yield at


def _cell(page: bytes, at: int, kind: int) -> Cell:
    if kind == INDEX_INNER:
        at += 4
    size, at = _number(page, at)
    rowid = 0
    if kind == TABLE_LEAF:
        rowid, at = _number(page, at)
    most = USABLE - 35 if kind == TABLE_LEAF else (USABLE - 12) * 64 // 255 - 23
    if size <= most:
        return Cell(rowid, size, page[at : at + size], 0)
    least = (USABLE - 12) * 32 // 255 - 23
    here = least + (size - least) % (USABLE - 4)
    here = here if here <= most else least
    return Cell(rowid, size, page[at : at + here], struct.unpack_from(">I", page, at + here)[0])


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of variable length, and where it ends."""
    value = 0
    for place in range(at, at + 8):
        value = value << 7 | data[place] & 0x7F
        if data[place] < 0x80:
            return value, place + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64) if value >> 63 else value, at + 9


_WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _columns(record: bytes, first: int | None) -> list[Value]:
    """Raises IndexError, ValueError, struct.error where the record is shorter than it says."""
    end, at = _number(record, 0)
    place, values = end, list[Value]()
    while at < end and (first is None or len(values) < first):
        serial, at = _number(record, at)
        if serial == 0:
            values.append(None)
        elif serial in _WHOLE:
            values.append(int.from_bytes(_taken(record, place, _WHOLE[serial]), "big", signed=True))
            place += _WHOLE[serial]
        elif serial == 7:
            values.append(struct.unpack(">d", _taken(record, place, 8))[0])
            place += 8
        elif serial in (8, 9):
            values.append(serial - 8)
        else:
            length = (serial - 12) // 2
            taken = _taken(record, place, length)
            values.append(taken if serial % 2 == 0 else taken.decode())
            place += length
    return values


def _taken(record: bytes, at: int, length: int) -> bytes:
    if length < 0 or at + length > len(record):
        raise IndexError(at)
    return record[at : at + length]
