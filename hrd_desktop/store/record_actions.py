"""What the record tells of: a closed list of actions, and what may be said of each beyond who, when and which case."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

_EDIT = frozenset({"kinds"})

ACTIONS: Mapping[str, frozenset[str]] = {
    # The record itself
    "begin": frozenset({"cases"}),
    "gap": frozenset({"expected", "found"}),
    "record_read": frozenset(),
    # The file
    "create": frozenset(),
    "unlock": frozenset({"slot"}),
    "lock": frozenset(),
    "backup": frozenset({"cases", "bytes"}),
    "restore": frozenset({"cases", "made_on"}),
    "keys_rebuilt": frozenset({"made_on"}),
    "key_added": frozenset({"slot"}),
    "key_revoked": frozenset({"slot"}),
    "key_renamed": frozenset({"slot"}),
    "key_rehearsed": frozenset({"slot"}),
    "key_replaced": frozenset({"slot"}),
    "passphrase_changed": frozenset({"slot"}),
    "raw_key": frozenset(),
    "own_key": frozenset(),
    "backup_place": frozenset({"place"}),
    # A case looked at and worked on
    "view": frozenset(),
    "view_evidence": frozenset({"evidence"}),
    "view_packet": frozenset({"edition"}),
    "view_person": frozenset({"person"}),
    "list": frozenset(),
    "list_evidence": frozenset(),
    "list_packets": frozenset(),
    "check_file": frozenset({"edition"}),
    "find": frozenset({"names"}),
    "places": frozenset(),
    "compare": frozenset(),
    "look_in": frozenset({"number", "way", "cases"}),
    "sealed_note": frozenset({"place"}),
    "covered": frozenset({"boxes", "evidence"}),
    "forget_files": frozenset({"files"}),
    "new_case": frozenset(),
    "import": frozenset({"persons", "files"}),
    "change": _EDIT,
    "take_back": _EDIT,
    "consent": _EDIT,
    "staff_answer": _EDIT,
    "override": _EDIT,
    "review": _EDIT,
    "keep_check": frozenset(),
    "same_person": frozenset({"verdict"}),
    # What leaves
    "export": frozenset({"evidence", "files"}),
    "export_evidence": frozenset({"evidence", "form"}),
    "salvage": frozenset({"cases"}),
    "print": frozenset({"what", "pages"}),
    "copy_packet": frozenset({"edition", "files"}),
    "packet": frozenset({"recipient", "edition", "files", "closed", "again"}),
    "draft": frozenset({"recipient", "files", "closed"}),
    "sent": frozenset({"edition", "how"}),
    # Between two desks
    "hand_over": frozenset({"number", "way", "cases"}),
    "take_in": frozenset({"number", "way", "taken", "asked", "added", "new"}),
    "receipt": frozenset({"number", "way"}),
    # The end of a case
    "close": frozenset({"until"}),
    "keep_longer": frozenset({"until"}),
    "reopen": frozenset(),
    "erase": frozenset(),
}
"""The actions, and the details each may carry; lines of the history are put beside them by `record` itself.
`find` never carries the words that were looked for: they are of a case.
Whoever adds an action puts it into a group and gives it words in `resources/words/record.toml`."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "opened": ("create", "unlock", "lock", "record_read"),
    "viewed": (
        "view", "view_evidence", "view_packet", "view_person", "sealed_note", "list", "list_evidence", "list_packets",
        "check_file", "find", "places", "compare", "look_in",
    ),
    "changed": (
        "new_case", "import", "change", "take_back", "consent", "covered", "forget_files", "keep_check", "same_person",
    ),
    "decided": ("staff_answer", "override", "review"),
    "left": ("export", "export_evidence", "salvage", "print", "packet", "copy_packet", "draft", "sent"),
    "handed": ("hand_over", "take_in", "receipt"),
    "keys": (
        "key_added", "key_revoked", "key_renamed", "key_rehearsed", "key_replaced", "passphrase_changed", "raw_key",
        "keys_rebuilt", "own_key",
    ),
    "kept": ("backup", "restore", "backup_place"),
    "ended": ("close", "keep_longer", "reopen", "erase"),
    "record": ("begin", "gap"),
}  # fmt: skip
"""The actions in the groups by which a supervisor looks for them; each stands in one."""

_TOLD = ("override", "review", "staff_answer", "consent")
"""Kinds of objects whose changes are told as what they are; where several are changed at once, the first of these."""


def of_edit(kinds: Collection[str]) -> str:
    """What a change of objects of these kinds is called."""
    return next((kind for kind in _TOLD if kind in kinds), "change")


_ROW_ID = r"[A-Z]{1,3}[1-9][0-9]{0,3}"
_CODE = re.compile(rf"[a-z][a-z0-9_-]{{0,39}}|{_ROW_ID}(?:\.[a-z_]{{1,40}})*|\d{{4}}-\d\d-\d\d|[0-9a-f]{{8,64}}")


def check(action: str, detail: Mapping[str, Any]) -> None:
    """Refuse what is not on the list: an action, a detail, or a detail that is neither number nor code.

    Raises ValueError, which names the action and the detail and never its value: it might be of a case.
    """
    allowed = ACTIONS.get(action)
    if allowed is None:
        raise ValueError(f"the record knows no action {action!r}")
    for key, value in detail.items():
        if key not in allowed:
            raise ValueError(f"the record takes no detail {key!r} of {action!r}")
        if not _plain(value):
            raise ValueError(f"the detail {key!r} of {action!r} is neither a number nor a code")


def _plain(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return all(_plain(one) for one in value)
    return isinstance(value, int) or (isinstance(value, str) and _CODE.fullmatch(value) is not None)
