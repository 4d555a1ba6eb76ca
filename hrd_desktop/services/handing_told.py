"""What a hand-over would change, as a JSON document for scripts; and what was chosen, read from one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hrd_desktop.core.merge import Merge, Side
from hrd_desktop.core.past import Stamp
from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.errors import BadChoices, UnreadableFile
from hrd_desktop.exchange.structure import object_to_json, value_to_json
from hrd_desktop.services.handed import AllChoices, Incoming, IncomingCase

_MOST_BYTES = 1024 * 1024


def document(incoming: Incoming) -> dict[str, Any]:
    """The whole of what was looked at, values as they stand in the JSON of a case."""
    return {
        "number": incoming.number,
        "by": incoming.by,
        "known": incoming.known,
        "cases": [_case(case) for case in incoming.cases],
    }


def same_for_all(incoming: Incoming, side: Side) -> AllChoices:
    """One answer to every question there is; what is only missing on one side stays."""
    return {
        case.code: {question.place: side for question in case.merge.asked}
        for case in incoming.cases
        if case.merge is not None
    }


def read_choices(path: Path) -> AllChoices:
    """Choices from a JSON file: case code, then place, then `mine` or `theirs`. Raises UnreadableFile, BadChoices."""
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableFile(path=str(path)) from error
    try:
        told = json.loads(data.decode()) if len(data) <= _MOST_BYTES else None
    except (ValueError, RecursionError) as error:
        raise BadChoices(file=path.name) from error
    if not isinstance(told, dict):
        raise BadChoices(file=path.name)
    return {code: _choices(chosen, path.name) for code, chosen in told.items()}


def _choices(told: Any, name: str) -> Mapping[str, Side]:
    if not isinstance(told, dict) or not all(side in ("mine", "theirs") for side in told.values()):
        raise BadChoices(file=name)
    return told


def _case(case: IncomingCase) -> dict[str, Any]:
    told: dict[str, Any] = {
        "case": case.code,
        "new": case.new,
        "persons": case.persons,
        "files": case.files,
        "new_files": case.new_files,
        "history": case.history,
        "alike": {
            person: [{"case": one.case, "person": one.person} for one in found] for person, found in case.alike.items()
        },
    }
    return told | (_merge(case.merge) if case.merge is not None else {})


def _merge(plan: Merge) -> dict[str, Any]:
    return {
        "same": plan.same,
        "kept": plan.kept,
        "taken": [
            {
                "place": step.place,
                "before": _value(step.spec, step.before),
                "after": _value(step.spec, step.after),
                "told": _stamp(step.told),
            }
            for step in plan.taken
        ],
        "asked": [
            {
                "place": one.place,
                "mine": _value(one.spec, one.mine),
                "theirs": _value(one.spec, one.theirs),
                "base": _value(one.spec, one.base),
                "mine_told": _stamp(one.mine_told),
                "theirs_told": _stamp(one.theirs_told),
                "group": one.group,
            }
            for one in plan.asked
        ],
        "added": [{"place": one.place, "row": object_to_json(one.row), "told": _stamp(one.told)} for one in plan.added],
        "absent": [
            {
                "place": one.place,
                "row": object_to_json(one.row),
                "removed_by": one.removed_by,
                "told": _stamp(one.told),
            }
            for one in plan.absent
        ],
        "renamed": dict(plan.renamed),
    }


def _value(spec: FieldSpec, value: Any) -> Any:
    return None if value is None or value == [] else value_to_json(spec, value)


def _stamp(stamp: Stamp | None) -> dict[str, str] | None:
    return {"at": stamp.at.isoformat(), "by": stamp.by} if stamp is not None else None
