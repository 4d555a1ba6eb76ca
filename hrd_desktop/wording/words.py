"""The words of one language: what every window, paper and terminal line asks for by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from babel.lists import format_list

from hrd_desktop.core.case import Case
from hrd_desktop.core.dates import DateInfo, PartialDate
from hrd_desktop.core.places import CASE, Node, walk
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, fields_of, object_name
from hrd_desktop.errors import BadCaseJson, HrdError
from hrd_desktop.wording import days, names
from hrd_desktop.wording.tables import Table, entry, spoken, table

Lang = Literal["en", "fr"]
_STEP = " > "


@dataclass(frozen=True)
class HelpText:
    """What the help panel shows; a part that has nothing to say is empty."""

    why: str
    proves: str
    provision: str
    avoid: str


@cache
def wording(lang: Lang) -> Wording:
    """The words of one language; made once."""
    return Wording(lang)


class Wording:
    """Labels and sentences in one language. Unknown keys raise KeyError at once and name the key."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang

    # Labels

    def object(self, name: str, count: int = 1) -> str:
        """What an object of the case is called: `Person`, or `People` for a list of them."""
        return spoken(entry(table("objects"), "label", name), self.lang, count)

    def field(self, object_name: str, field: str) -> str:
        """The label of a field."""
        return spoken(self._field(object_name, field), self.lang)

    def heading(self, key: str) -> str:
        """The heading of a section of the case, or of a group of fields."""
        return spoken(entry(table("sections"), "heading", key), self.lang)

    def hint(self, object_name: str, field: str) -> str:
        """One line to show under the label; empty for most fields."""
        return str(self._field(object_name, field).get(f"hint_{self.lang}", ""))

    def harm(self, object_name: str, field: str) -> str:
        """What to mind where asking this could do harm; empty for most fields."""
        here = f"{object_name}.{field}"
        return next((str(found[self.lang]) for found in table("harm").values() if here in found["at"]), "")

    def code(self, list_name: str, code: str) -> str:
        """The label of a code of a code list; also of the lists `headline` and `severity` of check results."""
        return spoken(self._code(list_name, code), self.lang)

    def result(self, list_name: str, code: str) -> str:
        """A check result in words: `headline`, `result` or `severity`. An empty code: not assessed yet."""
        return self.code(list_name, code) if code else self.text("not_assessed")

    def deadline(self, code: str) -> str:
        """A day to keep in mind, by the kind of its alert or as `step_interview`, in a few words."""
        words, step = table("deadlines"), code.removeprefix("step_")
        if step == code:
            return spoken(entry(words, "deadline", code), self.lang)
        told = spoken(entry(words, "deadline", "planned_step"), self.lang)
        return told.format(step=self.code("milestone_kind", step))

    def explain(self, list_name: str, code: str) -> str:
        """One sentence on what a headline, result or severity means for the person at work."""
        return str(entry(table("results"), "explanation", list_name, code)[f"more_{self.lang}"])

    def _field(self, object_name: str, field: str) -> Table:
        labels = table("fields")
        own = labels.get(object_name, {}).get(field)
        if own is None and object_name in table("objects"):
            own = labels["any"].get("info" if field.endswith("_info") else field)
        if own is None:
            raise KeyError(f"no label for {object_name}.{field}")
        return dict(own)

    def _code(self, list_name: str, code: str) -> Table:
        where = table("results") if list_name in table("results") else table("codes")
        return entry(where, "label", list_name, code)

    # Names and dates

    def country(self, code: str) -> str:
        """The name of a country of today."""
        return names.country(code, self.lang)

    def language(self, tag: str) -> str:
        """The name of a language; the tag itself where no name is known."""
        return names.language(tag, self.lang)

    def countries(self) -> list[tuple[str, str]]:
        """Every country as (code, name), sorted by name."""
        return list(names.all_countries(self.lang))

    def languages(self) -> list[tuple[str, str]]:
        """Every language with a name as (tag, name), sorted by name."""
        return list(names.all_languages(self.lang))

    def day(self, day: date) -> str:
        """`May 1, 2026`, `1er mai 2026`."""
        return days.day(day, self.lang)

    def partial(self, value: PartialDate) -> str:
        """A date as far as it is known: `1994`, `July 1994`, `July 31, 1994`."""
        return days.partial(value, self.lang)

    def dated(self, written: PartialDate, info: DateInfo | None) -> str:
        """A date followed by its story in brackets: the days it may mean, its wording in its own calendar."""
        return days.dated(written, info, self.lang)

    # Values

    def value(self, spec: FieldSpec, value: Any) -> str:
        """The value of any field in words; a list in one line, nothing recorded as a phrase that says so."""
        if value is None or value in ([], ""):
            return self.phrase("not_recorded")
        if not spec.many:
            return self._one(spec, value)
        if spec.kind is Kind.CODE:
            return self.join([self._in_list(spec.code_list, code, i) for i, code in enumerate(value)])
        return self.join([self._one(spec, one) for one in value])

    def join(self, items: Sequence[str]) -> str:
        """`a, b and c`; semicolons where an item holds a comma of its own."""
        if any("," in item for item in items):
            return "; ".join(items)
        return str(format_list(list(items), locale=names.locale(self.lang)))

    def number(self, name: str) -> str:
        """What a number of the rule packs is called, with its unit."""
        return spoken(entry(table("numbers"), "number", name), self.lang)

    def phrase(self, key: str, **facts: str | int) -> str:
        """A short phrase used inside other words."""
        return spoken(entry(table("phrases"), "phrase", key), self.lang).format(**facts)

    def _one(self, spec: FieldSpec, value: Any) -> str:
        match spec.kind:
            case Kind.CODE:
                return self.code(spec.code_list, value)
            case Kind.COUNTRY:
                return self.country(value)
            case Kind.LANGUAGE:
                return self.language(value)
            case Kind.PARTIAL_DATE:
                return self.partial(value)
            case Kind.FULL_DATE:
                return self.day(value)
            case Kind.BOOLEAN:
                return self.code("answer", "yes" if value else "no")
            case Kind.OBJECT:
                return self._object(value)
            case _:
                return str(value)

    def _object(self, value: Any) -> str:
        """An object in one line: each recorded field with its label. The reference of a row is left out."""
        if isinstance(value, DateInfo):
            return days.story(value, self.lang)
        owner = object_name(type(value))
        parts = []
        for spec in fields_of(type(value)):
            held = getattr(value, spec.name)
            if spec.name != "id" and held is not None and held != []:
                said = self.phrase("labelled", label=self.field(owner, spec.name), value=self.value(spec, held))
                parts.append(said)
        return "; ".join(parts)

    def _in_list(self, list_name: str, code: str, position: int) -> str:
        """A code's label inside a line: after the first it begins small, unless it is a proper name."""
        found = self._code(list_name, code)
        label = spoken(found, self.lang)
        if position == 0 or self.lang in found.get("proper", ()) or not label[1:2].islower():
            return label
        return label[0].lower() + label[1:]

    # Places

    def place(self, case: Case, place: str, nodes: Sequence[Node] | None = None) -> str:
        """A place of the case as a way to it: `People > P2 > Birth > Date of birth`. Never a person's name.

        A place that this case does not have is given back as it is. `nodes` is all of the case, for who asks often.
        """
        nodes = list(walk(case)) if nodes is None else nodes
        by_object = {id(node.value): node for node in nodes}
        head, *keys = place.split(".")
        start = next((node for node in nodes if node.place == head), None)
        if start is None:
            return place
        steps = self._way(start, by_object)
        cls: type[Any] | None = type(start.value)
        for key in keys:
            spec = field_of(cls, key) if cls else None
            if spec is None or cls is None:
                return place
            steps.append(self.field(object_name(cls), key))
            cls = spec.target
        if head == CASE and len(keys) < 2:
            steps.insert(0, self.object("case"))
        return _STEP.join(steps)

    def _way(self, node: Node, by_object: Mapping[int, Node]) -> list[str]:
        if node.spec is None:
            return []
        label = self.field(object_name(type(node.owner)), node.spec.name)
        own = [label] if node.index is None else [label, str(node.value.id)]
        return self._way(by_object[id(node.owner)], by_object) + own

    # Sentences

    def message(self, error: Exception) -> str:
        """What happened, what is safe, what to do next; for an error that is not ours, that it was not foreseen."""
        if not isinstance(error, HrdError):
            return self.text("unexpected")
        facts: dict[str, str | int] = dict(error.facts)
        if isinstance(error, BadCaseJson):
            # Whoever wrote the file needs the bare place, as other programs give it: file, path, cause.
            cause = entry(table("causes"), "cause", str(facts["cause"]))
            return f"{facts['file']}: {facts['path']}: " + spoken(cause, self.lang).format(**facts)
        sentences = entry(table("messages"), "message", error.code)
        if self.lang not in sentences:
            reason = str(facts["reason"])
            precise = f"{reason}_{facts.get('cause')}"
            sentences = entry(sentences, f"message of {error.code}", precise if precise in sentences else reason)
        count = facts.get("count")
        return spoken(sentences, self.lang, count if isinstance(count, int) else None).format(**self._said(facts))

    def _said(self, facts: Mapping[str, str | int]) -> dict[str, str | int]:
        days = {key: self.day(date.fromisoformat(str(facts[key]))) for key in ("on", "first") if key in facts}
        return {**facts, **days}

    def help(self, key: str) -> HelpText:
        """The help panel of a section (`people`) or of a field (`birth.date`)."""
        found = entry(table("help"), "help", key)
        return HelpText(
            *(str(found.get(part, {}).get(self.lang, "")) for part in ("why", "proves", "provision", "avoid"))
        )

    def has_help(self, key: str) -> bool:
        """Whether there is a help text for this section or field."""
        return key in table("help")

    def of_file(self, key: str) -> str:
        """What is said of a paper kept in the case file: `trouble_encrypted`, `flaw_blurred`, `carries_author` ..."""
        return spoken(entry(table("evidence"), "sentence", key), self.lang)

    def of_care(self, key: str, **facts: str | int) -> str:
        """A sentence on where a case file lies and what became of a damaged one; `count` chooses one or many."""
        count = facts.get("count")
        found = entry(table("care"), "sentence", key)
        return spoken(found, self.lang, count if isinstance(count, int) else None).format(**facts)

    def of_record(self, *keys: str, **facts: str | int) -> str:
        """A word of the record of what was done: `action`, `group`, `detail`, `counted` or `line`, and which one.

        `count` chooses one or many. Raises KeyError for one that is not there.
        """
        count = facts.get("count")
        found = entry(table("record"), "word of the record", *keys)
        return spoken(found, self.lang, count if isinstance(count, int) else None).format(**facts)

    def of_ending(self, key: str, **facts: str | int) -> str:
        """A sentence of what goes and what may remain when something is erased."""
        return str(entry(table("ending"), "ending", key)[self.lang]).format(**facts)

    def text(self, key: str, **facts: str | int) -> str:
        """A sentence of the terminal; the fact `count` chooses between one and many."""
        count = facts.get("count")
        found = entry(table("cli"), "sentence", key)
        return spoken(found, self.lang, count if isinstance(count, int) else None).format(**facts)
