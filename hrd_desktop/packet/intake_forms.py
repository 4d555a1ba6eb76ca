"""Empty forms from the case format: each group of questions as fields to fill, rows of a list so many times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hrd_desktop.core.numbers import Asked, Sheet, fields_on
from hrd_desktop.core.schema import FieldSpec, Kind, object_name
from hrd_desktop.packet.blank_fields import WHOLE, Blank, dated, framed, lined, numbered_list, rows_of, ticked
from hrd_desktop.packet.compose import heading, lines_to_sign, paragraph
from hrd_desktop.packet.flow import Strip
from hrd_desktop.packet.styles import SMALL, SUBHEADING
from hrd_desktop.wording import Wording
from hrd_desktop.wording.intake import intake_text

_ROWS = {
    "consent": 1, "channel": 2, "name": 2, "nationality": 1, "habitual_residence": 1, "language_skill": 3, "union": 2,
    "parent": 2, "declared_count": 1, "relative_in_canada": 2, "activity": 3, "output": 3, "referee": 2,
    "incident": 3, "narrative": 1, "complaint": 2, "host_status": 2, "application": 2, "journey_step": 3, "address": 5,
    "history": 6, "education": 2, "membership": 2, "government": 1, "service": 1, "charge": 1, "conviction": 1,
    "act": 1, "travel": 2, "return": 2, "document": 3,
}  # fmt: skip
"""How many rows there is room for; who needs more prints the part again."""
_FEW = 5  # choices that are ticked in each row; of more, rows get the number from one list above them
_LINES = {
    "narrative.text": 22,
    "incident.description": 6,
    "hrd.summary": 6,
    "reply.details": 2,
    "contact.message_rules": 2,
}
_LONG = 3
_PRIVATE_HELP = frozenset({"person.sexual_orientation", "person.ethnicity", "person.religion"})


class Forms:
    """Makes strips in one language."""

    def __init__(self, words: Wording) -> None:
        self._words = words

    def person(self, *, new_page: bool) -> list[Strip]:
        """Whom the fields that follow are about."""
        first, *rest = heading(self._text("of_person"), gap=14)
        return [replace(first, new_page=new_page), *rest]

    def sheet(self, sheet: Sheet) -> Iterator[Strip]:
        """One group with its heading. A group of one list of rows is named by the group alone."""
        asked = fields_on(sheet.path, sheet.cls, (sheet.group,))
        if not asked:
            return
        if sheet.group.key:
            yield from heading(self._words.heading(sheet.group.key), gap=12)
        yield from self._fields(asked, named=len(asked) > 1)

    def _fields(self, asked: list[Asked], *, named: bool = True, listed: bool = False) -> Iterator[Strip]:
        """Fields in their order: those of one line side by side, objects with what they hold."""
        waiting: list[Blank] = []
        for one in asked:
            if one.spec.target is None:
                waiting.append(self._blank(one, listed=listed))
                continue
            yield from rows_of(waiting)
            waiting = []
            yield from self._object(one, named=named)
        yield from rows_of(waiting)

    def _object(self, one: Asked, *, named: bool) -> Iterator[Strip]:
        target = one.spec.target
        assert target is not None
        label = self._words.field(one.owner, one.spec.name)
        if object_name(target) == "reply":
            yield from self._reply(one, target, label)
        elif one.spec.many:
            yield from self._rows(one, target, label if named else "")
        else:
            if named:
                yield from heading(label, gap=8, style=SUBHEADING)
            yield from self._fields(fields_on(one.path, target))

    def _reply(self, one: Asked, target: type[Any], label: str) -> Iterator[Strip]:
        """A question answered by a tick, with lines to say more; its words stand where others have a heading."""
        blanks = []
        for part in fields_on(one.path, target):
            blank = self._blank(part)
            blanks.append(replace(blank, label=label) if part.spec.name == "answer" else blank)
        first, *rest = rows_of(blanks)
        yield replace(first, gap=9, keep=True)
        for strip in rest[:-1]:
            yield replace(strip, gap=1, keep=True)
        yield from (replace(strip, gap=1) for strip in rest[-1:])

    def _rows(self, one: Asked, target: type[Any], label: str) -> Iterator[Strip]:
        kind = object_name(target)
        if label:
            yield from heading(label, gap=8, style=SUBHEADING)
        yield from self._help(f"{one.owner}.{one.spec.name}")
        asked = fields_on(one.path, target)
        count = _ROWS.get(kind, 1)
        listed = count > 1
        for part in asked:
            if listed and _from_list(part.spec):
                said = self._text("choose", label=self._words.field(part.owner, part.spec.name))
                yield from numbered_list(said, self._choices(part.spec))
        for number in range(1, count + 1):
            head = heading(f"{self._words.object(kind)} {number}", gap=8, style=SMALL)
            yield from framed([*head, *self._fields(asked, listed=listed)])
            if kind == "consent":
                yield from lines_to_sign([self._text(key) for key in ("signature", "interpreter", "day")])
        if listed:
            yield from paragraph(self._text("more_rows"), SMALL, gap=4)

    # One field

    def _blank(self, one: Asked, *, listed: bool = False) -> Blank:
        spec, number = one.spec, one.number
        label = self._words.field(one.owner, spec.name)
        match spec.kind:
            case Kind.BOOLEAN:
                return ticked(number, "", [label])
            case Kind.CODE if listed and _from_list(spec):
                return lined(number, self._text("number_from", label=label), 2)
            case Kind.CODE:
                return ticked(number, label, self._choices(spec))
            case Kind.PARTIAL_DATE | Kind.FULL_DATE:
                return dated(number, label, [self._text(part) for part in ("year", "month", "day_small")])
            case Kind.LONG_TEXT:
                return lined(number, label, WHOLE, _LINES.get(f"{one.owner}.{spec.name}", _LONG))
            case Kind.TEXT:
                return lined(number, label, WHOLE if spec.many else 3)
            case _:
                return lined(number, label, 4 if spec.many else 2)

    def _choices(self, spec: FieldSpec) -> list[str]:
        if spec.code_list == "answer":
            return [self._text(f"answer_{code}") for code in spec.codes]
        return [self._words.code(spec.code_list, code) for code in spec.codes]

    def _help(self, key: str) -> list[Strip]:
        """What to avoid where a field has help of its own."""
        if not self._words.has_help(key) or key in _PRIVATE_HELP:
            return []
        told = self._text("avoid", text=self._words.help(key).avoid)
        return [replace(strip, keep=True) for strip in paragraph(told, SMALL, gap=2)]

    def _text(self, key: str, **facts: str | int) -> str:
        return intake_text(key, self._words, **facts)


def _from_list(spec: FieldSpec) -> bool:
    """Whether rows get a number from one list above them instead of boxes of their own."""
    return spec.kind is Kind.CODE and not spec.many and len(spec.codes) > _FEW and spec.code_list != "answer"
