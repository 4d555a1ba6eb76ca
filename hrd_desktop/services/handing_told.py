"""What a hand-over would change, in words and as a JSON document for scripts; and what was chosen, read from one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from hrd_desktop.core.case import Case
from hrd_desktop.core.merge import Merge, Question, Side
from hrd_desktop.core.past import Stamp
from hrd_desktop.core.places import walk
from hrd_desktop.core.schema import FieldSpec
from hrd_desktop.core.sealed import is_sealed
from hrd_desktop.errors import BadChoices, CannotStandTogether, Undecided, UnreadableFile
from hrd_desktop.exchange.structure import object_to_json, value_to_json
from hrd_desktop.services.handed import AllChoices, Incoming, IncomingCase
from hrd_desktop.wording import Wording

Failure = TypeVar("Failure")

_MOST_BYTES = 1024 * 1024


def document(incoming: Incoming) -> dict[str, Any]:
    """The whole of what was looked at, values as they stand in the JSON of a case."""
    return {
        "number": incoming.number,
        "by": incoming.by,
        "known": incoming.known,
        "cases": [_case(case) for case in incoming.cases],
    }


def where(plan: Merge, place: str, words: Wording, *, stable: bool = False) -> str:
    """The way to a place, as the window has it, in whichever side has it; `stable`: the place itself in brackets after
    it, for whoever writes choices."""
    for case in (plan.mine, plan.theirs):
        if (said := words.place(case, place)) != place:
            return f"{said} [{place}]" if stable else said
    return place


def place_of(case: Case, path: str) -> str:
    """The place of what a JSON path of a case points at: of the nearest object around it, and its field."""
    places = {node.path: node.place for node in walk(case)}
    around = path
    while around not in places:
        around = around[: max(around.rfind("."), around.rfind("["))]
    field = path[len(around) :].lstrip(".").partition("[")[0].partition(".")[0]
    return f"{places[around]}.{field}" if field else places[around]


def both(plan: Merge, one: Question, words: Wording) -> tuple[str, str]:
    """What stands here and there, each on one line; of what is sealed on either side, that it is sealed."""
    if is_sealed(plan.mine, one.place) or is_sealed(plan.theirs, one.place):
        return words.text("found_sealed"), words.text("found_sealed")
    mine, theirs = (
        " ".join(words.value(one.spec, value).split()) if value not in (None, []) else "-"
        for value in (one.mine, one.theirs)
    )
    return mine, theirs


def in_words(error: Failure, incoming: Incoming | None, words: Wording, *, stable: bool = False) -> Failure:
    """A refusal that names a place of a case, with the way to it in words instead; any other as it is."""
    if incoming is None or not isinstance(error, Undecided | CannotStandTogether):
        return error
    plan = next((case.merge for case in incoming.cases if case.code == error.facts["code"]), None)
    if plan is None:
        return error
    place = where(plan, str(error.facts["place"]), words, stable=stable)
    said: Failure = type(error)(**{**error.facts, "place": place})
    return said


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
