"""The plain archive inside a hand-over: a `tar` in which every byte that is no content is known beforehand."""

from __future__ import annotations

BLOCK = 512
END = bytes(2 * BLOCK)
MOST_BYTES = 8**11 - 1
"""The largest content of one member: eleven octal digits."""

_LONGEST_NAME = 100


def header(name: str, size: int) -> bytes:
    """The block before the content of a member: ustar, a plain file for its owner alone, no time, no names of users."""
    written = name.encode("ascii")
    if len(written) > _LONGEST_NAME or not 0 <= size <= MOST_BYTES:
        raise ValueError("a member that the archive cannot hold")
    fields = (
        written.ljust(_LONGEST_NAME, b"\0"),
        b"0000600\0",
        b"0000000\0",
        b"0000000\0",
        b"%011o\0" % size,
        b"00000000000\0",
        b" " * 8,
        b"0",
        bytes(100),
        b"ustar\x0000",
        bytes(64),
        b"0000000\0",
        b"0000000\0",
        bytes(167),
    )
    block = b"".join(fields)
    return block[:148] + b"%06o\0 " % sum(block) + block[156:]


def size_in(block: bytes) -> int | None:
    """The size a block claims for its member; None where it claims none."""
    digits = block[124:135]
    return int(digits, 8) if len(digits) == 11 and all(48 <= digit < 56 for digit in digits) else None


def padding(size: int) -> bytes:
    """The zeros after a content of this size."""
    return bytes(-size % BLOCK)
