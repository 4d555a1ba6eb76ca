"""The family tree in words, for every painter and for those who listen: boxes, links, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from hrd_desktop.core.family_tree import Box, LockIn, Tree
from hrd_desktop.core.kinship import Missing
from hrd_desktop.wording.tables import entry, spoken, table
from hrd_desktop.wording.words import Wording

Mark = Literal["", "travels", "later", "linked", "left_out", "attention", "question", "outside"]
"""What a line of a box is about, for an icon beside it; the words alone say the same."""
_PLANS: dict[str, Mark] = {
    "accompanying": "travels",
    "non_accompanying": "later",
    "linked_case": "linked",
    "not_included": "left_out",
}
Label = Callable[[str], str]
"""How a person is called now: by name, or by what they are to the principal applicant."""


@dataclass(frozen=True)
class BoxText:
    """A box in words: its title, and lines each with a mark."""

    title: str
    lines: tuple[tuple[Mark, str], ...]

    @property
    def whole(self) -> str:
        """All of it as one line."""
        return ", ".join((self.title, *(line for _, line in self.lines)))


def box_text(box: Box, words: Wording, label: Label, name: str = "") -> BoxText:
    """What a box says. `name` is that of somebody outside the case, where names are shown."""
    if box.kind == "person":
        assert box.person is not None
        return BoxText(label(box.person), tuple(_lines(box, words)))
    persons = words.join(box.of)
    if box.kind == "missing":
        return BoxText(
            _said(words, f"box_{box.missing}", persons=persons), (("question", _said(words, "box_missing")),)
        )
    role = _said(words, "of", role=_said(words, f"role_{box.role}"), persons=persons)
    return BoxText(name or role, (("outside", role if name else _said(words, "name_only")),))


def _lines(box: Box, words: Wording) -> Iterator[tuple[Mark, str]]:
    if box.whereabouts != "deceased":
        yield "", _age(box, words)
    if box.plan is not None:
        yield _PLANS[box.plan], words.code("plan", box.plan)
    if box.whereabouts not in (None, "known"):
        yield "question", _said(words, "where", status=words.code("whereabouts_status", box.whereabouts or ""))
    if box.lock_in is not None:
        yield "attention", _near(box.lock_in, words)
    if not box.linked:
        yield "question", _said(words, "not_linked")


def _age(box: Box, words: Wording) -> str:
    if box.age is None:
        return _said(words, "age_unknown")
    if box.age.low == box.age.high:
        return spoken(entry(table("family"), "words", "age"), words.lang, box.age.low).format(count=box.age.low)
    return _said(words, "age_range", low=box.age.low, high=box.age.high)


def _near(lock_in: LockIn, words: Wording) -> str:
    if lock_in.day is None:
        return _said(words, "near_unknown", age=lock_in.age)
    return _said(words, f"near_{lock_in.of}", age=lock_in.age, day=words.day(lock_in.day))


def links_of(tree: Tree, key: str, words: Wording, called: Label, *, elsewhere: bool = False) -> list[str]:
    """Every tie of a member, from their side, also the ties that stand in the rows of others.

    A parent known by name only says what they are already. `elsewhere`: only ties that are recorded, but not among the
    parents of the member.
    """
    found = []
    outside = {box.key for box in tree.boxes if box.kind != "person"}
    for couple in tree.couples:
        recorded = couple.row is not None or not elsewhere
        if key in (couple.a, couple.b) and couple.style != "parents" and key not in outside and recorded:
            other = couple.b if couple.a == key else couple.a
            found.append(_tie(words, "couple", couple.style, called(other)))
    for link in tree.descents:
        if link.parent in outside or (elsewhere and link.style == "said"):
            continue
        if link.child == key and not elsewhere:
            found.append(_tie(words, "child", link.style, called(link.parent)))
        elif link.parent == key:
            found.append(_tie(words, "parent", link.style, called(link.child)))
    return list(dict.fromkeys(found))


def line_title(style: str, words: Wording) -> str:
    """What a kind of line stands for."""
    return _tie(words, "line", style)


def missing_text(missing: Missing, words: Wording, label: Label) -> str:
    """One sentence on something the family list lacks."""
    return _tie(words, "missing", missing.kind, persons=words.join([label(one) for one in missing.persons]))


def left_out_warning(words: Wording) -> tuple[str, str]:
    """What may follow for a relative who is left off the list, and where that stands."""
    return _tie(words, "warning", "left_out"), _tie(words, "warning", "source")


def question_text(kind: str, words: Wording, person: str = "") -> str:
    """One question about further members of the family."""
    return _tie(words, "ask", kind, person=person)


def task_text(question: str, words: Wording) -> str:
    """A task to ask that question next time."""
    return _tie(words, "ask", "task", question=question)


def _tie(words: Wording, group: str, key: str, other: str = "", **facts: str) -> str:
    return spoken(entry(table("family"), "words", group, key), words.lang).format(other=other, **facts)


def _said(words: Wording, key: str, **facts: str | int) -> str:
    return spoken(entry(table("family"), "words", key), words.lang).format(**facts)
