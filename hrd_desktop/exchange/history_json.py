"""The history of a case as it travels: one JSON object per line and change, the oldest first, read strictly."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import UTC
from typing import Any, get_args

from cattrs.errors import BaseValidationError

from hrd_desktop.core.past import Action, PastChange, Stamp
from hrd_desktop.core.schema import FieldSpec, field_of, objects
from hrd_desktop.exchange.moments import moment_of
from hrd_desktop.exchange.structure import (
    JsonObject,
    Refusal,
    object_from_json,
    object_to_json,
    value_from_json,
    value_to_json,
)

_KEYS = {"action", "place", "kind", "position", "before", "after", "at", "by"}
_PLACE = re.compile(r"(?:case|[A-Z]{1,3}[1-9][0-9]{0,3})(?:\.[a-z][a-z0-9_]*)+")
_WHEN = "%Y-%m-%dT%H:%M:%S.%fZ"
_LONGEST_PLACE = 200
_LONGEST_NAME = 500
_MOST_POSITION = 1_000_000


class BadHistory(Exception):
    """A line that is no change of a history."""


def write_history(changes: Iterable[PastChange]) -> tuple[bytes, int]:
    """The lines, and how many changes cannot be told because a value in them is none that the format takes."""
    lines: list[bytes] = []
    left_out = 0
    for change in changes:
        line = _written(change)
        try:
            read_line(line)
        except BadHistory:
            left_out += 1
            continue
        lines.append(line)
    return b"".join(lines), left_out


def read_history(data: bytes) -> list[PastChange]:
    """The changes again. Raises BadHistory."""
    if data and not data.endswith(b"\n"):
        raise BadHistory
    return [read_line(line) for line in data.split(b"\n")[:-1]]


def _written(change: PastChange) -> bytes:
    spec = field_of(objects()[change.kind], change.place.rpartition(".")[2])
    assert spec is not None
    document = {
        "action": change.action,
        "place": change.place,
        "kind": change.kind,
        "position": change.position,
        "before": _plain(change.action, spec, change.before),
        "after": _plain(change.action, spec, change.after),
        "at": change.stamp.at.astimezone(UTC).strftime(_WHEN),
        "by": change.stamp.by,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode(errors="replace") + b"\n"


def _plain(action: Action, spec: FieldSpec, value: Any) -> Any:
    if value is None or value == []:
        return None
    return value_to_json(spec, value) if action == "set" else object_to_json(value)


def read_line(line: bytes) -> PastChange:
    """One change. Raises BadHistory."""
    try:
        told = json.loads(line.decode(), object_pairs_hook=JsonObject.of_pairs)
    except (ValueError, RecursionError):
        raise BadHistory from None
    if not isinstance(told, JsonObject) or told.repeated is not None or set(told) != _KEYS:
        raise BadHistory
    action, spec = _field(told)
    position = told["position"]
    if position is not None and (type(position) is not int or not 0 <= position <= _MOST_POSITION):
        raise BadHistory
    before, after = (_value(action, spec, told[side]) for side in ("before", "after"))
    if action != "set" and ((before is None) == (after is None) or (after is None) != (action == "remove")):
        raise BadHistory
    return PastChange(action, told["place"], told["kind"], before, after, position, _stamp(told))


def _field(told: JsonObject) -> tuple[Action, FieldSpec]:
    place, kind = told["place"], told["kind"]
    cls = objects().get(kind) if isinstance(kind, str) else None
    if not isinstance(place, str) or len(place) > _LONGEST_PLACE or not _PLACE.fullmatch(place) or cls is None:
        raise BadHistory
    spec = field_of(cls, place.rpartition(".")[2])
    action: Action | None = next((known for known in get_args(Action) if known == told["action"]), None)
    if spec is None or kind == "file" or action is None or spec.has_rows == (action == "set") or spec.name == "id":
        raise BadHistory
    return action, spec


def _value(action: Action, spec: FieldSpec, told: Any) -> Any:
    if told is None:
        return [] if spec.many and action == "set" else None
    try:
        return value_from_json(spec, told) if action == "set" else object_from_json(spec.target or type(None), told)
    except (Refusal, BaseValidationError, RecursionError):
        raise BadHistory from None


def _stamp(told: JsonObject) -> Stamp:
    by = told["by"]
    if not isinstance(by, str) or len(by) > _LONGEST_NAME or not by.isprintable():
        raise BadHistory
    try:
        at = moment_of(told["at"], _WHEN)
    except (TypeError, ValueError):
        raise BadHistory from None
    return Stamp(at, by)
