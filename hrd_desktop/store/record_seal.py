"""The seals of the record, to the byte.

Every seal is HMAC-SHA256 under a key of its own, derived from the data key for `b"hrd record 1"`. What is sealed is one
row of parts, in this order and with nothing between them: the name of the kind of seal in ASCII, then each part as a
letter, its length (4 bytes, the greatest first) and its bytes. A text is `t` and UTF-8, a whole number `i` and its
decimal digits, bytes are `b` and as they are; what is not there (NULL) is `n` alone. So no two rows of parts give the
same bytes.

| kind | parts | kept |
|---|---|---|
| `entry` | seal of the entry before (32 zero bytes before the first), number, at, by, action, token, detail: texts as they stand in `log_entry` | whole, `log_entry.mac` |
| `head` | number of entries, seal of the last | whole, `log_head.mac` |
| `case` | case_pk, token, salt | whole, `case_token.mac` |
| `line` | salt of the case, then of a line of `edit_history` pk, case_pk, action, place, kind, position, before, after, at, by as they stand there | the first 16 bytes as hex, in `detail.lines` as `[pk, digest]` |

The salt is random and goes with its case: after that nobody can try out what a digest was made from.

What this finds: any entry altered, removed, moved or put in by hand, entries cut off at the end, and any line of the
history of a case altered or removed. What it cannot find: somebody who has both a secret of the file and the skill to
write a program that makes the seals anew, and a whole folder put back as it was on an earlier day. Nor does it cover the
rows of the cases themselves: an answer changed with the raw key, past the program, stands there without a line of
history, and only what the history says of it before tells.
"""  # noqa: E501 - a table

from __future__ import annotations

import hmac
from typing import NamedTuple

from hrd_desktop.vault.data_key import DataKey, wipe

PURPOSE = b"hrd record 1"
FIRST = bytes(32)
"""What stands for the seal before the first entry."""

Part = str | int | bytes | None


class Line(NamedTuple):
    """A line of `edit_history` as it stands there; `at` is the text."""

    pk: int
    case_pk: int
    action: str
    place: str
    kind: str
    position: int | None
    before: str | None
    after: str | None
    at: str
    by: str


class Sealer:
    """Makes the seals of one open case file, and knows who sits at it. `by` is used where nobody says who."""

    def __init__(self, key: DataKey, by: str = "") -> None:
        self._key = bytearray(key.derived(PURPOSE))
        self.by = by

    def seal(self, kind: bytes, *parts: Part) -> bytes:
        """The seal of a row of parts. Raises ValueError once wiped."""
        if not self._key:
            raise ValueError("the key of the record has been wiped")
        return hmac.digest(self._key, kind + b"".join([_framed(part) for part in parts]), "sha256")

    def line(self, salt: bytes, line: Line) -> str:
        """The digest of a line of the history, in hexadecimal digits."""
        return self.seal(b"line", salt, *line)[:16].hex()

    def wipe(self) -> None:
        """Overwrite the key and forget it. May be called twice."""
        wipe(self._key)
        self._key = bytearray()


def _framed(part: Part) -> bytes:
    if part is None:
        return b"n"
    sort = b"b" if isinstance(part, bytes) else b"t" if isinstance(part, str) else b"i"
    data = part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass")
    return sort + len(data).to_bytes(4, "big") + data
