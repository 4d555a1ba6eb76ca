"""The fingerprint of facts: tells a later reader whether what a legal review rested on is still the same (4.3)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.places import Places
from hrd_desktop.core.schema import fields_of


def facts_digest(case: Case, references: Iterable[str]) -> str:
    """SHA-256 in lower-case hex over the values at these ids and places, as the case format writes them.

    The JSON object {reference: value} has sorted keys at every level, no spaces, no escapes of letters; what is not
    recorded is left out, so a row that is gone changes the fingerprint.
    """
    values, places = {}, Places(case)
    for reference in references:
        found = places.find(reference)
        value = None if found is None else _plain(found.value)
        if value is not None and value != []:
            values[reference] = value
    text = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case PartialDate():
            return str(value)
        case date():
            return value.isoformat()
        case list():
            return [_plain(one) for one in value]
    pairs = ((spec.name, _plain(getattr(value, spec.name))) for spec in fields_of(type(value)))
    return {name: plain for name, plain in pairs if plain is not None and plain != []}
