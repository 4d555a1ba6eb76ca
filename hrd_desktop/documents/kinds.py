"""What kind of file some bytes are, by what they begin with; a name only decides where the bytes leave it open."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

FileKind = Literal[
    "pdf", "jpeg", "png", "tiff", "heic", "webp", "text", "mail", "word", "audio", "video", "unknown"
]  # fmt: skip

PICTURES: tuple[FileKind, ...] = ("jpeg", "png", "tiff", "heic", "webp")
PRINTED: tuple[FileKind, ...] = ("pdf", *PICTURES, "text", "mail", "word")
"""Kinds that can be shown and printed; recordings are kept and listed."""

WRITTEN: tuple[FileKind, ...] = ("text", "mail", "word")
"""Kinds that leave as their text, set anew."""

_BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"ID3", "audio"),
    (b"fLaC", "audio"),
    (b"#!AMR", "audio"),
    (b"OggS", "audio"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"\x00\x00\x01\xba", "video"),
)
_HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")
_SPOKEN = (b"M4A ", b"M4B ")
_RIFF: dict[bytes, FileKind] = {b"WEBP": "webp", b"WAVE": "audio", b"AVI ": "video"}
_MAIL = re.compile(rb"(?im)^(received|return-path|message-id|mime-version|from|date|subject|delivered-to):\s")
_LOOKED_AT = 4096


def kind_of(data: bytes, name: str = "") -> FileKind:
    """The kind of a file. `unknown` is kept and listed like a recording."""
    head = data[:_LOOKED_AT]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "unknown")
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return "heic" if brand in _HEIF else "audio" if brand in _SPOKEN else "video"
    if head[:2] in (b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xf1", b"\xff\xf9"):
        return "audio"
    if head[:4] == b"PK\x03\x04":
        return "word" if _is_word(data) else "unknown"
    return _written(data, name)


def _is_word(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def _written(data: bytes, name: str) -> FileKind:
    head = data[:_LOOKED_AT]
    if not head:
        return "unknown"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "text"
    if b"\x00" in head:
        return "unknown"
    if name.lower().endswith(".eml") or len({m.lower() for m in _MAIL.findall(head)}) >= 3:
        return "mail"
    odd = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
    return "text" if odd == 0 else "unknown"
