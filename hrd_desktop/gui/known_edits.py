"""How we know, as a person says it in the window: each function is one step that can be undone.

Places are those of fields, single objects and lists, recorded or not (`P1.birth.date`, `P1.whereabouts`, `P1.charges`).
Each raises EditRefused for a place that the case does not have (`unknown_place`) and inside a row that is only begun
(`begun_only`), and has then changed nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from hrd_desktop.core import known
from hrd_desktop.core.codes import HowKnown
from hrd_desktop.core.places import known_place
from hrd_desktop.core.schema import FieldSpec, field_of
from hrd_desktop.core.staff import KnownBy
from hrd_desktop.errors import EditRefused
from hrd_desktop.gui.open_case import OpenCase


def known_at(case: OpenCase, place: str) -> KnownBy | None:
    """What is noted of how the fact at a place is known."""
    return known.known_at(case.case, place)


def mark_unknown(case: OpenCase, place: str) -> None:
    """The person was asked and does not know: the answer `unknown` where there is one, else a note of that."""
    _check(case, place)
    answer = _answer_at(case, place)
    if answer:
        case.set_value(answer, "unknown")
    else:
        _note(case, place, "unknown", ask_again=False)


def mark_ask_again(case: OpenCase, place: str, on: bool = True) -> None:
    """To be asked next time (or, with `on` False, no longer); how it is known so far stays."""
    _check(case, place)
    row = known_at(case, place)
    if on:
        _note(case, place, row.how_known if row else "unknown", ask_again=True)
    elif row is not None and not known.says_something(row):
        case.change(known.forgotten(case.case, place))
    elif row is not None:
        _note(case, place, row.how_known, ask_again=False)


def set_known(
    case: OpenCase,
    place: str,
    how: HowKnown | None,
    evidence: Sequence[str] | None = None,
    *,
    ask_again: bool | None = None,
) -> None:
    """How the fact at a place is known, and by which evidence; `how` None takes the note away.

    None for the evidence or for `ask_again` leaves that as it is.
    """
    _check(case, place)
    if how is None:
        case.change(known.forgotten(case.case, place))
        return
    row = known_at(case, place)
    again = bool(row and row.ask_again) if ask_again is None else ask_again
    _note(case, place, how, ask_again=again, evidence=evidence)


def _note(case: OpenCase, place: str, how: HowKnown, *, ask_again: bool, evidence: Sequence[str] | None = None) -> None:
    # An id is taken for good once given: only where a row will be made.
    new_id = "" if known_at(case, place) else case.fresh_id("known_by")
    case.change(
        known.noted(
            case.case, place, how, evidence=evidence, ask_again=ask_again, on=case.today, by=case.by, new_id=new_id
        )
    )


def _check(case: OpenCase, place: str) -> None:
    head, *keys = place.split(".")
    if head in case.drafts:
        raise EditRefused(place=place, reason="begun_only")
    if not keys or not known_place(case.case, place):
        raise EditRefused(place=place, reason="unknown_place")


def _answer_at(case: OpenCase, place: str) -> str:
    """The place of the answer: the field itself, or in a reply (`P1.background.g`); empty where there is none."""
    holder, _, name = place.rpartition(".")
    spec = field_of(case.target(holder), name)
    if _is_answer(spec):
        return place
    if spec is not None and spec.target is not None and not spec.many and _is_answer(field_of(spec.target, "answer")):
        return f"{place}.answer"
    return ""


def _is_answer(spec: FieldSpec | None) -> bool:
    return spec is not None and spec.code_list == "answer" and not spec.many
