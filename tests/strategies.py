"""Generated cases for property tests: valid by the case format, derived from `core.schema`, over all its objects.

`cases()` draws whole cases of some dozens of objects. Each case has a few objects in focus that occur with nearly all
their fields, so that a hundred examples reach every object; the rest is sparse, as a real case is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st

from hrd_desktop.core.case import Case
from hrd_desktop.core.countries import COUNTRIES
from hrd_desktop.core.dates import FIRST_YEAR, LAST_YEAR, PartialDate
from hrd_desktop.core.items import ITEMS
from hrd_desktop.core.schema import FieldSpec, Kind, fields_of, object_name, objects
from tests.valid_case import settle

T = TypeVar("T")

TEXTS = (
    "Ravenholm",
    "Élodie d'Arc-en-Ciel",
    "a",
    "نبهان قاسماوي",
    "می‌رود، کتاب‌ها",
    "Лідія Веретейко",
    "አበበ ገብረ ሥላሴ",
    "မြင့်မြတ်အောင်",
    "क्षितिजा अग्निहोत्री",
    "林曉嵐",
    "Qasimawi (قاسماوي) 1986/05/21",
    'first paragraph\n\nsecond, with "quotes", a \\ and 100 %',
    "🕊 dove",
)
LANGUAGES = ("en", "fr", "ar", "prs", "sr-Latn", "zh-Hant", "pt-BR", "es-419", "zxx")
_COUNTRIES = sorted(COUNTRIES)
_CHUNK = 128


def texts(longest: int = 20) -> st.SearchStrategy[str]:
    """Any text a case may hold: not empty, NFC, no control characters."""
    alphabet = st.characters(exclude_categories=["Cc", "Cs"])
    return (
        st.text(alphabet, min_size=1, max_size=longest)
        .map(lambda text: unicodedata.normalize("NFC", text))
        .filter(lambda text: bool(text.strip()))
    )


def full_dates() -> st.SearchStrategy[date]:
    """Days within the years of the format."""
    return st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))


def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Dates known to the year, the month or the day."""
    return st.builds(
        lambda day, known: PartialDate(*(day.year, day.month, day.day)[:known]), full_dates(), st.integers(1, 3)
    )


@st.composite
def cases(draw: st.DrawFn, *, code: str | None = None, focus: Sequence[str] | None = None) -> Case:
    """A valid case. `code` fixes its code; `focus` names the objects that must occur, as in `schema.objects`."""
    if focus is None:
        names = [name for name in objects() if name not in ("file", "case")]
        focus = draw(st.lists(st.sampled_from(names), min_size=3, max_size=6, unique=True))
    pool = (*TEXTS, *draw(st.lists(texts(), min_size=2, max_size=3)))
    builder = _Builder(_Choices(draw), pool, {objects()[name] for name in focus})
    case = builder.case()
    case.code = code or f"HRD-{builder.choices.below(9000) + 1000}-{'ABCXYZ'[builder.choices.below(6)]}"
    return case


class _Choices:
    """Decisions taken from bytes that hypothesis draws and shrinks; a zero byte is the smallest decision."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._bytes = b""

    def byte(self) -> int:
        if not self._bytes:
            self._bytes = self._draw(st.binary(min_size=_CHUNK, max_size=_CHUNK))
        taken, self._bytes = self._bytes[0], self._bytes[1:]
        return taken

    def below(self, limit: int) -> int:
        return (self.byte() if limit <= 256 else self.byte() * 256 + self.byte()) % limit

    def chance(self, percent: int) -> bool:
        return self.byte() * 100 >= (100 - percent) * 256

    def pick(self, options: Sequence[T]) -> T:
        return options[self.below(len(options))]


class _Builder:
    """Builds one case top down; references are filled in when all objects are there."""

    def __init__(self, choices: _Choices, pool: Sequence[str], focus: set[type[Any]]) -> None:
        self.choices = choices
        self._pool = pool
        self._focus = focus
        self._leads = {cls for cls in objects().values() if _holds(cls, focus)}
        self._ids = 0

    def case(self) -> Case:
        case: Case = self._object(Case)
        settle(case, self.choices)
        return case

    def _object(self, cls: type[Any]) -> Any:
        return cls(**{spec.name: self._field(cls, spec) for spec in fields_of(cls)})

    def _field(self, cls: type[Any], spec: FieldSpec) -> Any:
        if spec.name == "id":
            self._ids += 1
            return f"{object_name(cls)[:2].upper().replace('P', 'Q')}{self._ids}"
        if not self._present(cls, spec):
            return [] if spec.many else None
        if not spec.many:
            return self._value(spec)
        return [self._value(spec) for _ in range(1 + self.choices.below(2))]

    def _present(self, cls: type[Any], spec: FieldSpec) -> bool:
        if spec.required or (spec.target is not None and (spec.target in self._focus or spec.target in self._leads)):
            return True
        if cls in self._focus:
            return self.choices.chance(90 if spec.target is None else 40)
        return self.choices.chance(30 if spec.target is None else 8)

    def _value(self, spec: FieldSpec) -> Any:
        choices = self.choices
        match spec.kind:
            case Kind.OBJECT:
                assert spec.target is not None
                return self._object(spec.target)
            case Kind.TEXT | Kind.LONG_TEXT:
                return choices.pick(self._pool)
            case Kind.INTEGER:
                return choices.below(300)
            case Kind.BOOLEAN:
                return choices.chance(50)
            case Kind.PARTIAL_DATE:
                day = self._day()
                return PartialDate(*(day.year, day.month, day.day)[: 1 + choices.below(3)])
            case Kind.FULL_DATE:
                return self._day()
            case Kind.CODE:
                return choices.pick(spec.codes)
            case Kind.COUNTRY:
                return choices.pick(_COUNTRIES)
            case Kind.LANGUAGE:
                return choices.pick(LANGUAGES)
            case Kind.ITEM:
                return choices.pick(ITEMS)
            case Kind.REF:
                return ""

    def _day(self) -> date:
        first = date(FIRST_YEAR, 1, 1)
        days = (date(LAST_YEAR, 12, 31) - first).days + 1
        return first + timedelta(days=(self.choices.below(65536) * 2 + self.choices.below(2)) % days)


def _holds(cls: type[Any], wanted: set[type[Any]]) -> bool:
    """Whether an object of this class can hold, at any depth, one of those wanted."""
    targets = [spec.target for spec in fields_of(cls) if spec.target is not None]
    return any(target in wanted or _holds(target, wanted) for target in targets)
