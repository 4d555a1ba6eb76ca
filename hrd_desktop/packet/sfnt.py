"""Adding glyphs to a TrueType file: the same shape, moved. Tables as in the OpenType specification."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_WORDS, _XY = 0x0001, 0x0002


def _tables(font: bytes) -> dict[bytes, bytes]:
    (count,) = struct.unpack_from(">H", font, 4)
    found: dict[bytes, bytes] = {}
    for i in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * i)
        found[tag] = font[offset : offset + length]
    return found


def _checksum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    return int(sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF)


def _assemble(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, count * 16 - power * 16)
    directory, body = b"", b""
    start = 12 + 16 * count
    for tag in sorted(tables):
        data = tables[tag]
        directory += struct.pack(">4sLLL", tag, _checksum(data), start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    font = bytearray(header + directory + body)
    tags = sorted(tables)
    at = start + sum(len(tables[tag]) + -len(tables[tag]) % 4 for tag in tags[: tags.index(b"head")]) + 8
    struct.pack_into(">L", font, at, (0xB1B0AFBA - _checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def with_shifted_glyphs(font: bytes, wanted: Sequence[tuple[int, int, int]]) -> tuple[bytes, list[int]]:
    """Give each `(glyph, dx, dy)`, in font units, a glyph number of its own; one that is not moved keeps its number.

    Returns the font and the number of each wanted glyph. A moved glyph is a composite of one part; its advance is
    that of the glyph it repeats.
    """
    moved = sorted({item for item in wanted if item[1] or item[2]})
    if not moved:
        return font, [glyph for glyph, _, _ in wanted]
    tables = _tables(font)
    head, maxp, hhea = bytearray(tables[b"head"]), bytearray(tables[b"maxp"]), bytearray(tables[b"hhea"])
    (count,) = struct.unpack_from(">H", maxp, 4)
    (metrics,) = struct.unpack_from(">H", hhea, 34)
    (long_offsets,) = struct.unpack_from(">h", head, 50)
    glyf, hmtx = bytearray(tables[b"glyf"]), tables[b"hmtx"]
    if long_offsets:
        offsets = list(struct.unpack_from(f">{count + 1}L", tables[b"loca"]))
    else:
        offsets = [2 * o for o in struct.unpack_from(f">{count + 1}H", tables[b"loca"])]
    advances = [struct.unpack_from(">H", hmtx, 4 * min(i, metrics - 1))[0] for i in range(count)]
    bearings = [
        struct.unpack_from(">h", hmtx, 4 * i + 2 if i < metrics else 4 * metrics + 2 * (i - metrics))[0]
        for i in range(count)
    ]
    deepest = struct.unpack_from(">H", maxp, 30)[0]
    number_of: dict[tuple[int, int, int], int] = {}
    for glyph, dx, dy in moved:
        number_of[glyph, dx, dy] = len(offsets) - 1
        while len(glyf) % 4:
            glyf.append(0)
        offsets[-1] = len(glyf)
        bearing = bearings[glyph]
        if offsets[glyph + 1] > offsets[glyph]:
            left, low, right, high = struct.unpack_from(">4h", glyf, offsets[glyph] + 2)
            glyf += struct.pack(">h4h", -1, left + dx, low + dy, right + dx, high + dy)
            glyf += struct.pack(">HHhh", _WORDS | _XY, glyph, dx, dy)
            bearing = left + dx
        offsets.append(len(glyf))
        advances.append(advances[glyph])
        bearings.append(bearing)
    total = len(offsets) - 1
    struct.pack_into(">H", maxp, 4, total)
    struct.pack_into(">HH", maxp, 28, max(1, struct.unpack_from(">H", maxp, 28)[0]), min(deepest + 1, 16))
    struct.pack_into(">H", hhea, 34, total)
    struct.pack_into(">h", head, 50, 1)
    struct.pack_into(">L", head, 8, 0)
    tables[b"head"], tables[b"maxp"], tables[b"hhea"] = bytes(head), bytes(maxp), bytes(hhea)
    tables[b"glyf"] = bytes(glyf)
    tables[b"loca"] = struct.pack(f">{total + 1}L", *offsets)
    tables[b"hmtx"] = b"".join(struct.pack(">Hh", a, b) for a, b in zip(advances, bearings, strict=True))
    return _assemble(tables), [number_of.get(item, item[0]) for item in wanted]
