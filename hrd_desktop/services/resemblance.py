"""Persons who resemble one on file: any spelling, any script, births that may be one day. The home of rapidfuzz.

What resembles is only told; whether it is the same person is for people to say, and what they said is kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from rapidfuzz import fuzz

from hrd_desktop.core.dates import Span, span_of
from hrd_desktop.core.identity import Name
from hrd_desktop.core.person import Person
from hrd_desktop.romanise import romanised
from hrd_desktop.services import record
from hrd_desktop.store import record as noted
from hrd_desktop.store import resembling
from hrd_desktop.store.alike import sound
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.fold import fold
from hrd_desktop.store.resembling import Verdict

__all__ = ["Likeness", "Verdict", "decide", "person_on_file", "resembling_persons"]

_ALIKE = 86.0
_NEARLY_EQUAL = 95.0
_ALL_SOUND = 8.0  # taken off where only what is left of the sounds agrees
_MISWRITTEN = timedelta(days=3 * 366)  # how far apart birth dates of the same name may be and still be a mistake
_AT_MOST = 5


@dataclass(frozen=True)
class Likeness:
    """Somebody on file who resembles a person: how much the names agree (to 100), and whether the births may."""

    case: str
    alias: str | None
    person: str
    score: float
    birth_agrees: bool


@dataclass(frozen=True)
class _Written:
    """A name ready to be compared: its Latin words, and what is left of their sounds."""

    words: str
    heard: str
    count: int


def resembling_persons(file: CaseFile, code: str | None, person: Person) -> list[Likeness]:
    """Persons of other cases who may be this one, the most alike first; those already compared are left out.

    `code` is the case of the person; None for one that is not in the file.

    Raises UnknownCase. Birth dates that both are known and cannot be the same day rule somebody out, unless the names
    are nearly equal and the dates not far apart.
    """
    own = [_written(text) for name in person.names for text in _forms(name)]
    with file.session() as session:
        known = resembling.decided(session, code, person.id) if code is not None else frozenset[tuple[str, str]]()
        best: dict[tuple[str, str], tuple[float, str | None]] = {}
        for other in resembling.namesakes(session, code, [text for name in person.names for text in _parts(name)]):
            pair = (other.case, other.person)
            score = max((_score(one, _written(" ".join(other.texts))) for one in own), default=0.0)
            if score >= _ALIKE and pair not in known and score > best.get(pair, (0.0, None))[0]:
                best[pair] = (score, other.alias)
        nearest = sorted(best, key=lambda pair: (-best[pair][0], pair))[: 10 * _AT_MOST]
        persons = resembling.persons(session, nearest)
    found = []
    born = _born(person)
    for pair in nearest:
        score, alias = best[pair]
        if pair in persons and (agrees := _births(born, _born(persons[pair]), score)) is not None:
            found.append(Likeness(pair[0], alias, pair[1], score, agrees))
    return sorted(found, key=lambda one: (-one.birth_agrees, -one.score, one.case, one.person))[:_AT_MOST]


def person_on_file(file: CaseFile, code: str, person: str) -> Person | None:
    """Names, birth, nationalities and parents of somebody on file, for somebody to look at: the record says so.

    Raises UnknownCase.
    """
    with file.session() as session:
        found = resembling.persons(session, [(code, person)]).get((code, person))
    if found is not None:
        record.looked(file, "view_person", code=code, person=person)
    return found


def decide(
    file: CaseFile, pair: tuple[str, str], other: tuple[str, str], verdict: Verdict, *, at: datetime, by: str = ""
) -> None:
    """Keep that two persons, each told by case and id, are the same or are not: they are not compared again."""
    with file.session() as session:
        resembling.decide(session, pair, other, verdict, at=at, by=by)
        noted.note(session, "same_person", at=at, by=by, code=pair[0], verdict=verdict)


def _parts(name: Name) -> list[str]:
    return [text for text in (name.family, name.given, name.full) if text]


def _forms(name: Name) -> Iterable[str]:
    """A name in one line, in each way it is recorded."""
    if parts := [text for text in (name.given, name.family) if text]:
        yield " ".join(parts)
    if name.full:
        yield name.full


def _written(text: str) -> _Written:
    words = sorted(set(fold(romanised(text)).split()))
    return _Written(" ".join(words), " ".join(sorted(sound(word) or word for word in words)), len(words))


def _score(one: _Written, other: _Written) -> float:
    """How alike two names are, to 100. A single word has to be equal to all of a longer name to be more than alike."""
    if not one.count or not other.count:
        return 0.0
    written = fuzz.ratio(one.words, other.words)
    heard = fuzz.ratio(one.heard, other.heard) - (_ALL_SOUND if one.words != other.words else 0)
    return max(written, heard)


def _born(person: Person) -> Span | None:
    return span_of(person.birth.date, person.birth.date_info) if person.birth is not None else None


def _births(one: Span | None, other: Span | None, score: float) -> bool | None:
    """Whether two births may be the same day; None if they cannot and this is no small mistake."""
    if one is None or other is None:
        return False
    apart = max(one.first - other.last, other.first - one.last)
    if apart <= timedelta():
        return True
    return False if score >= _NEARLY_EQUAL and apart <= _MISWRITTEN else None
