"""The small file that comes back: it proves that a hand-over was taken in, and tells nothing of whom it was about."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hrd_desktop.errors import BadReceipt, UnknownHandOver, UnreadableFile
from hrd_desktop.exchange.case_json import write_case
from hrd_desktop.exchange.manifest import NUMBER
from hrd_desktop.services.handed import Received
from hrd_desktop.services.handing_parts import base_of
from hrd_desktop.services.handing_sources import SealedSource
from hrd_desktop.store import cases as stored
from hrd_desktop.store import handovers, record
from hrd_desktop.store.casefile import CaseFile

FORMAT, VERSION = "hrd-receipt", 1
RECEIPT_ENDING = ".hrdreceipt"
_MOST_BYTES = 4096
_SECRET = 32
_WHEN = "%Y-%m-%dT%H:%M:%SZ"
_KEYS = {"format", "version", "number", "taken_at", "cases", "files", "bytes", "manifest", "mac"}


def make_receipt(session: Any, source: SealedSource, at: datetime) -> bytes:
    """The receipt for a hand-over that was taken in; the same each time, whenever it is asked for."""
    lines = handovers.of_number(session, source.number, "in")
    when = min((line.at for line, _, _ in lines), default=at)
    files = [part for one in source.arrived for part in one.files]
    told = {
        "format": FORMAT,
        "version": VERSION,
        "number": source.number,
        "taken_at": when.astimezone(UTC).strftime(_WHEN),
        "cases": len(source.arrived),
        "files": len(files),
        "bytes": sum(part.size for part in files),
        "manifest": source.digest,
    }
    return (json.dumps({**told, "mac": _mac(source.key, told)}, indent=1) + "\n").encode()


def _mac(secret: bytes, told: dict[str, Any]) -> str:
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hmac.new(secret, b"hrd receipt 1\0" + text.encode(), hashlib.sha256).hexdigest()


def receipt(file: CaseFile, path: Path, *, at: datetime, by: str = "") -> Received:
    """Check a receipt that came back and mark the hand-over as received.

    Raises UnreadableFile, BadReceipt (fact: reason), UnknownHandOver (fact: number) for one not sealed from here.
    """
    told = _read(path)
    number = told["number"]
    with file.session() as session:
        lines = handovers.of_number(session, number, "out")
        if not lines:
            raise UnknownHandOver(number=number)
        secret, digest = lines[0][2][:_SECRET], lines[0][2][_SECRET:].hex()
        mac = told.pop("mac")
        if not hmac.compare_digest(mac, _mac(secret, told)) or told["manifest"] != digest:
            raise BadReceipt(reason="not_of_it", number=number)
        codes = tuple(line.code for line, _, _ in lines)
        same = {
            line.code: write_case(base_of(base).case) == write_case(stored.load(session, line.code))
            for line, base, _ in lines
        }
        again = all(line.receipt is not None for line, _, _ in lines)
        if not again:
            handovers.mark_received(session, number, "out", at)
            for code in codes:
                record.note(session, "receipt", at=at, by=by, code=code, number=number, way="out")
    return Received(
        number,
        lines[0][0].other,
        datetime.strptime(told["taken_at"], _WHEN).replace(tzinfo=UTC),
        codes,
        archive=tuple(code for code in codes if same[code]),
        changed=tuple(code for code in codes if not same[code]),
        again=again,
    )


def _read(path: Path) -> dict[str, Any]:
    """The receipt as it is written. Raises UnreadableFile, BadReceipt."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(path=str(path)) from error
    if len(data) > _MOST_BYTES:
        raise BadReceipt(reason="other_file")
    try:
        told = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise BadReceipt(reason="other_file") from error
    if not isinstance(told, dict) or set(told) != _KEYS or told["format"] != FORMAT:
        raise BadReceipt(reason="other_file")
    counts = [told[name] for name in ("version", "cases", "files", "bytes")]
    if not all(type(count) is int and count >= 0 for count in counts) or told["version"] < VERSION:
        raise BadReceipt(reason="damaged")
    if told["version"] > VERSION:
        raise BadReceipt(reason="newer")
    texts = [told[name] for name in ("number", "taken_at", "manifest", "mac")]
    if not all(isinstance(text, str) and text.isascii() for text in texts) or not NUMBER.fullmatch(texts[0]):
        raise BadReceipt(reason="damaged")
    try:
        datetime.strptime(told["taken_at"], _WHEN)  # noqa: DTZ007 - only whether it is one
    except ValueError as error:
        raise BadReceipt(reason="damaged") from error
    return told
