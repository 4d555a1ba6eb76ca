"""Two copies of one case brought together, field by field, from the state they both began with. Pure: no clock, no
file.

The same on both sides is nothing. A value of the side that had seen the other one is taken, or stays; where neither
had, it is a `Question`, never decided here, and no clock is asked (see `merge_seen`). Rows belong together by their
ids. Nothing is deleted by absence: a row that one side has taken out is told in `absent`, and stays unless somebody
chooses otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from hrd_desktop.core.case import Case
from hrd_desktop.core.consistency import SPANS
from hrd_desktop.core.merge_fields import Comparison
from hrd_desktop.core.merge_rows import new_ids, rows_of
from hrd_desktop.core.merged import Absent, Added, Choices, Merge, Question, Side, Step
from hrd_desktop.core.past import Past, PastChange
from hrd_desktop.core.places import CASE, Node, walk
from hrd_desktop.core.renaming import free_id, renamed_case, renamed_change
from hrd_desktop.core.schema import Kind
from hrd_desktop.core.validation import Problem, problems

__all__ = ["Absent", "Added", "Choices", "Merge", "Question", "Side", "Step", "merge", "new_problems"]


def merge(
    mine: Case,
    theirs: Case,
    base: Case | None = None,
    *,
    mine_past: Iterable[PastChange] = (),
    theirs_past: Iterable[PastChange] = (),
    ids: Mapping[str, str] | None = None,
    taken_ids: Collection[str] = (),
) -> Merge:
    """What bringing `theirs` into `mine` would do.

    `base` is the newest state that both sides began with, under my ids; `ids` tells of rows of theirs that have other
    ids here, from an earlier merge. The pasts are the histories of both copies, which say what each side had seen;
    `taken_ids` are ids that no new row may get (of rows that were removed here).
    """
    ours = list(mine_past)
    past, told = Past(ours), list(theirs_past)
    taken = {*taken_ids, *past.ids, *Past(told).ids, *rows_of(mine), *rows_of(theirs), *rows_of(base)}
    start = _moved_aside(ids or {}, {*rows_of(theirs), *Past(told).ids}, taken)
    began = renamed_case(theirs, start)
    changes = [renamed_change(change, start) for change in told]
    fresh = new_ids(mine, began, base, past, Past(changes), taken)
    theirs_ids = {*rows_of(theirs), *Past(told).ids}
    full = {old: fresh.get(start.get(old, old), start.get(old, old)) for old in theirs_ids}
    renamed = {old: new for old, new in full.items() if old != new}
    here = renamed_case(theirs, renamed)
    found = Comparison(mine, here, base, past, Past(renamed_change(change, fresh) for change in changes))
    return _standing(found, Merge(mine, here, renamed=renamed))


def new_problems(before: Case, after: Case) -> list[Problem]:
    """What the format would refuse in a case and would not have refused before the merge."""
    known = {(problem.path, problem.cause) for problem in problems(before)}
    return [problem for problem in problems(after) if (problem.path, problem.cause) not in known]


def _moved_aside(ids: Mapping[str, str], theirs: Collection[str], taken: set[str]) -> dict[str, str]:
    """The known ids, and new ones for rows of theirs whose id is by chance that of another row of theirs here."""
    start, used = dict(ids), set(ids.values())
    for row_id in sorted(theirs):
        if row_id not in ids and row_id in used:
            start[row_id] = free_id(row_id, taken)
            taken.add(start[row_id])
    return start


_RELATED = (
    *SPANS,
    ("ongoing", "end"),
    ("partner_b", "partner_b_name", "partner_a"),
    ("family", "given", "full"),
    ("country", "status"),
    ("earliest", "latest"),
    ("relation", "plan"),
    ("kind", "date", "person"),
)
"""Fields of one object that can only stand together."""
_WHO_IS_PRINCIPAL = ("no_principal", "second_principal", "principal_mismatch")
"""Problems between the person who is named as the principal applicant and what each is to them."""


def _standing(found: Comparison, plan: Merge) -> Merge:
    """What was taken, except for what cannot stand beside what is here: of that, both sides are asked about."""
    while True:
        plan = replace(
            plan,
            same=found.same,
            kept=found.kept,
            taken=tuple(found.taken),
            asked=tuple(found.asked),
            added=tuple(found.added),
            absent=tuple(found.absent),
        )
        answers: tuple[Choices, Choices] = ({}, {question.place: "theirs" for question in plan.asked})
        if not sum(_asked_more(found, plan.mine, plan.result(choices)) for choices in answers):
            return plan


def _asked_more(found: Comparison, mine: Case, result: Case) -> int:
    wrong = new_problems(mine, result)
    nodes = {node.path: node for node in walk(result)} if wrong else {}
    return sum(_ask_after_all(found, problem, nodes) for problem in wrong)


def _ask_after_all(found: Comparison, problem: Problem, nodes: Mapping[str, Node]) -> bool:
    """Make questions of what was taken and led to a problem, the nearest first. Whether there was anything."""
    path = problem.path
    while path not in nodes:
        path = path[: max(path.rfind("."), path.rfind("["))]
    place = nodes[path].place
    name = problem.path[len(path) :].lstrip(".").partition("[")[0].partition(".")[0]
    names = {name}.union(*(group for group in _RELATED if name in group))
    everybody = problem.cause in _WHO_IS_PRINCIPAL
    if everybody:
        place = f"{CASE}.principal"

    def near(step: Step | Question) -> bool:
        holder, _, field = step.place.rpartition(".")
        if everybody:
            return field == "relation" or step.place == place
        return holder == place and (not name or field in names)

    def of_row(step: Step | Question) -> bool:
        return step.place.partition(".")[0] == place.partition(".")[0]

    if _ask(found, place, near, left=True):
        return True
    if any(near(question) for question in found.asked):
        return False
    return _ask(found, place, of_row) or _ask(found, place, lambda step: step.spec.kind is Kind.REF)


def _ask(found: Comparison, group: str, wanted: Callable[[Step | Question], bool], *, left: bool = False) -> bool:
    moved = [step for step in found.taken if wanted(step)]
    also = [question for question in found.left if wanted(question)] if left else []
    found.taken = [step for step in found.taken if step not in moved]
    found.left = [question for question in found.left if question not in also]
    found.kept -= len(also)
    found.asked = [replace(each, group=group) if wanted(each) and left else each for each in found.asked]
    found.asked += [replace(found.question(step), group=group) for step in moved]
    found.asked += [replace(question, group=group) for question in also]
    return bool(moved or also)
