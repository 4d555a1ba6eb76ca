"""The register of packets of a case as it travels: one JSON object per line and packet, the oldest first."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import UTC
from typing import Any

from hrd_desktop.core.past import PastDispatch, PastPacket, Stamp
from hrd_desktop.exchange.moments import day_of, moment_of

_KEYS = {
    "edition", "recipient", "options", "consents", "on", "pack", "pack_version", "facts", "at", "by", "files",
    "dispatches",
}  # fmt: skip
_OPTIONS = {"language", "paper", "parts", "replaces", "inputs", "papers", "closed"}
"""What travels of how a packet was made; a desk may keep more of it for itself."""
_WHEN = "%Y-%m-%dT%H:%M:%S.%fZ"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOST = 10_000


class BadPackets(Exception):
    """A line that is no packet of a register."""


def write_packets(packets: Iterable[PastPacket]) -> bytes:
    """The lines."""
    return b"".join(
        json.dumps(_plain(one), ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for one in packets
    )


def read_packets(data: bytes) -> list[PastPacket]:
    """The packets again. Raises BadPackets."""
    if data and not data.endswith(b"\n"):
        raise BadPackets
    try:
        read = [_packet(json.loads(line.decode())) for line in data.split(b"\n")[:-1]]
    except (ValueError, TypeError, RecursionError) as error:
        raise BadPackets from error
    if len({one.edition for one in read}) < len(read):
        raise BadPackets
    return read


def _plain(one: PastPacket) -> dict[str, Any]:
    return {
        "edition": one.edition,
        "recipient": one.recipient,
        "options": {name: told for name, told in one.options.items() if name in _OPTIONS},
        "consents": list(one.consents),
        "on": one.on.isoformat(),
        "pack": one.pack,
        "pack_version": one.pack_version,
        "facts": one.facts.decode(),
        **_stamped(one.stamp),
        "files": [{"name": name, "pages": pages, "sha256": digest} for name, pages, digest in one.files],
        "dispatches": [
            {"how": each.how, "on": each.on.isoformat(), "note": each.note, **_stamped(each.stamp)}
            for each in one.dispatches
        ],
    }


def _stamped(stamp: Stamp) -> dict[str, str]:
    return {"at": stamp.at.astimezone(UTC).strftime(_WHEN), "by": stamp.by}


def _packet(told: Any) -> PastPacket:
    _keys(told, _KEYS)
    facts = _text(told["facts"], 32_000_000).encode()
    if not isinstance(json.loads(facts), dict):  # whether it is a case of today is seen where it is looked at
        raise BadPackets
    return PastPacket(
        edition=_number(told["edition"]),
        recipient=_text(told["recipient"]),
        options=_options(told["options"]),
        consents=tuple(_list(told["consents"], _text)),
        on=day_of(_text(told["on"])),
        pack=_text(told["pack"]),
        pack_version=_text(told["pack_version"]),
        facts=facts,
        stamp=_stamp(told),
        files=tuple(_list(told["files"], _file)),
        dispatches=tuple(_list(told["dispatches"], _dispatch)),
    )


def _options(told: Any) -> dict[str, Any]:
    """How a packet was made: only what this program writes there, each of its type."""
    _keys(told, _OPTIONS)
    for name in ("language", "paper", "inputs"):
        _text(told[name])
    _list(told["parts"], _text)
    _list(told["papers"], _digest)
    replaces = told["replaces"]
    if replaces is not None:
        if not isinstance(replaces, list) or len(replaces) != 2:
            raise BadPackets
        _number(replaces[0])
        day_of(_text(replaces[1]))
    if not isinstance(told["closed"], dict):
        raise BadPackets
    for digest, name in told["closed"].items():
        _digest(digest)
        _text(name)
    return dict(told)


def _file(told: Any) -> tuple[str, int, str]:
    _keys(told, {"name", "pages", "sha256"})
    name = _text(told["name"])
    if set(name) & set("/\\:") or not name.isprintable() or name in ("", ".", ".."):
        raise BadPackets
    return name, _number(told["pages"], 0), _digest(told["sha256"])


def _dispatch(told: Any) -> PastDispatch:
    _keys(told, {"how", "on", "note", "at", "by"})
    if told["how"] not in ("handed_over", "posted", "mailed", "uploaded", "receipt"):
        raise BadPackets
    return PastDispatch(told["how"], day_of(_text(told["on"])), _text(told["note"], 100_000), _stamp(told))


def _stamp(told: Any) -> Stamp:
    return Stamp(moment_of(_text(told["at"]), _WHEN), _text(told["by"]))


def _keys(told: Any, keys: set[str]) -> None:
    if not isinstance(told, dict) or set(told) != keys:
        raise BadPackets


def _list(told: Any, read: Callable[[Any], Any]) -> list[Any]:
    if not isinstance(told, list) or len(told) > _MOST:
        raise BadPackets
    return [read(each) for each in told]


def _number(told: Any, least: int = 1) -> int:
    if type(told) is not int or not least <= told <= 1_000_000:
        raise BadPackets
    return told


def _text(told: Any, most: int = 500) -> str:
    if not isinstance(told, str) or len(told) > most:
        raise BadPackets
    told.encode()  # half a character is no text
    return told


def _digest(told: Any) -> str:
    if not isinstance(told, str) or not _SHA256.fullmatch(told):
        raise BadPackets
    return told
