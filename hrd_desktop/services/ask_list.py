"""What to ask next time: it builds itself from what is open, unknown, to be asked again, or does not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from hrd_desktop.checklists.results import Assessment, Severity
from hrd_desktop.core.case import Case
from hrd_desktop.core.places import CASE, Node, Places, walk
from hrd_desktop.core.schema import field_of, fields_of, object_name
from hrd_desktop.core.sections import SECTIONS
from hrd_desktop.services import checking
from hrd_desktop.wording import Wording

Reason = Literal["item", "contradiction", "again", "unknown"]

_ITEM_RANKS: dict[Severity | None, int] = {"BLOCK": 0, "LAWYER": 1, "WARN": 3}
_RANKS: dict[Reason, int] = {"item": 4, "contradiction": 2, "again": 4, "unknown": 5}
_STEP = re.compile(r"\.(\w+)(?:\[(\d+)\])?")


@dataclass(frozen=True)
class Ask:
    """One question: why it is asked, whom and which section it concerns, the places its answer goes to.

    `rank` is how much it matters, 0 the most; `person` None: the whole case; `section` is empty where it has no place.
    """

    reason: Reason
    rank: int
    person: str | None
    section: str
    places: tuple[str, ...]
    question: str
    item: str | None = None


def ask_list(case: Case, assessment: Assessment, words: Wording) -> list[Ask]:
    """Every question once, by person in the order of the file, by section, and the weightiest first."""
    where = _Where(case)
    found = [*_items(assessment, words, where), *_contradictions(assessment, words, where)]
    told = {place for ask in found for place in ask.places}
    for ask in (*_again(case, words, where), *_unknown(case, words, where)):
        place = ask.places[0].removesuffix(".answer")  # a question and its answer are asked together
        if place not in told:
            told.add(place)
            found.append(ask)
    persons = [None, *(person.id for person in case.persons)]
    sections = ["", *(section.key for section in SECTIONS)]
    once = {(ask.person, ask.question): ask for ask in reversed(found)}
    kept = [ask for ask in found if once[ask.person, ask.question] is ask]
    kept.sort(key=lambda ask: (persons.index(ask.person), sections.index(ask.section), ask.rank))
    return kept


def _items(assessment: Assessment, words: Wording, where: _Where) -> Iterator[Ask]:
    pack = checking.pack_of(assessment)
    for ask in assessment.ask_next:
        if ask.item is None:
            continue  # a field to be asked again comes with its own words
        question = checking.sentence(ask.question, assessment.on, words, pack)
        person, section = where.of(ask.places[0]) if ask.places else (None, "")
        yield Ask(
            "item", _ITEM_RANKS.get(ask.severity, 4), ask.person or person, section, ask.places, question, ask.item
        )


def _contradictions(assessment: Assessment, words: Wording, where: _Where) -> Iterator[Ask]:
    pack = checking.pack_of(assessment)
    for alert in assessment.alerts:
        if alert.kind == "contradiction":
            text = checking.sentence(alert.text, assessment.on, words, pack)
            person, section = where.of(alert.rows[0]) if alert.rows else (None, "")
            question = words.phrase("ask_which", text=text)
            yield Ask("contradiction", _RANKS["contradiction"], alert.person or person, section, alert.rows, question)


def _again(case: Case, words: Wording, where: _Where) -> Iterator[Ask]:
    places = Places(case)
    for row in case.known_by:
        if not places.known(row.at):
            continue
        person, section = where.of(row.at)
        if row.ask_again:
            yield Ask("again", _RANKS["again"], person, section, (row.at,), where.question(row.at, words))
        elif row.how_known == "unknown":
            question = words.phrase("ask_unknown", field=where.question(row.at, words))
            yield Ask("unknown", _RANKS["unknown"], person, section, (row.at,), question)


def _unknown(case: Case, words: Wording, where: _Where) -> Iterator[Ask]:
    for node in walk(case):
        for spec in fields_of(type(node.value)):
            if spec.code_list == "answer" and getattr(node.value, spec.name) == "unknown":
                place = f"{node.place}.{spec.name}"
                person, section = where.of(place)
                question = words.phrase("ask_unknown", field=where.question(place, words))
                yield Ask("unknown", _RANKS["unknown"], person, section, (place,), question)


class _Where:
    """Whom a place of one case concerns, in which section it is asked, and how to name it without a name."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._nodes: dict[str, Node] = {node.place: node for node in walk(case)}

    def of(self, place: str) -> tuple[str | None, str]:
        head, *keys = place.split(".")
        node = self._nodes.get(head)
        if node is None:
            return None, ""
        steps = [(name, int(at) if at else None) for name, at in _STEP.findall(node.path.removeprefix("$.case"))]
        names = [name for name, _ in steps] + keys
        if names[:1] == ["persons"] and steps:
            return self._case.persons[steps[0][1] or 0].id, _section_of_person(names[1:])
        person = getattr(node.value, "person", None)
        return person if isinstance(person, str) else None, _section_of_case(names)

    def question(self, place: str, words: Wording) -> str:
        """`Date of birth?`, `Event IN3: Date?`"""
        head, *keys = place.split(".")
        node = self._nodes[head]
        cls = type(node.value)
        label = ""
        for at, key in enumerate(keys):
            spec = field_of(cls, key)
            assert spec is not None
            if at == len(keys) - 1 or spec.target is None or key in ("background", "further_answers"):
                own = words.field(object_name(cls), key)
                # `Answer` says nothing; the question it answers does.
                label = label if key == "answer" and label else own
            elif at == len(keys) - 2 and keys[-1] == "answer":
                label = words.field(object_name(cls), key)
            cls = spec.target or cls
        if head != CASE and not head.startswith("P"):
            thing = f"{words.object(object_name(type(node.value)))} {head}"
            label = words.phrase("labelled", label=thing, value=label)
        return label if label.endswith("?") else label.rstrip(".:") + "?"


def _section_of_person(names: list[str]) -> str:
    for section in SECTIONS:
        if any(block.each and names[:1] and names[0] in block.names() for block in section.blocks):
            return section.key
    return "people"


def _section_of_case(names: list[str]) -> str:
    for section in SECTIONS:
        for block in section.blocks:
            holder = block.place.split(".")[1:]
            inside = names[len(holder) :]
            if not block.each and names[: len(holder)] == holder and inside and inside[0] in block.names():
                return section.key
    return ""


def build(case: Case, on: date, words: Wording) -> list[Ask]:
    """The list of a case on a day, under the rules in force then."""
    return ask_list(case, checking.assess_case(case, on), words)
