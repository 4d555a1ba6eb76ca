"""D items: names, birth dates, service, background questions, translations and signatures, as the forms want them."""

from __future__ import annotations

from hrd_desktop.checklists.facts import CHILD_RELATIONS, Facts
from hrd_desktop.checklists.message import Coded, Event, Field, Param, rows, when
from hrd_desktop.checklists.results import Derived, Severity
from hrd_desktop.checklists.rule import because
from hrd_desktop.core.background import Background, Reply, Service
from hrd_desktop.core.dates import PartialDate
from hrd_desktop.core.evidence import Evidence
from hrd_desktop.core.identity import Birth
from hrd_desktop.core.person import Person

D_NAME = {"shown": "rows", "none": "", "filler": "rows"}
_FILLERS = frozenset({"FNU", "LNU", "XXX", "XX", "X", "UNKNOWN", "N/A", "NA", "NONE", "NFN", "NLN", "-", "?"})


def d_name(_facts: Facts, person: Person) -> Derived:
    """A name as in the most reliable paper, without signs that stand for a missing part."""
    filled = tuple(row.id for row in person.names if _is_filler(row.family) or _is_filler(row.given))
    if filled:
        return Derived("UNCLEAR", because("D-NAME", "filler", rows=rows(filled)), filled, places=filled)
    official = tuple(row.id for row in person.names if row.kind in ("document", "legal"))
    if official:
        return Derived("MET", because("D-NAME", "shown", rows=rows(official)), official)
    place = (f"{person.id}.names",)
    return Derived("UNCLEAR", because("D-NAME", "none"), place, places=place)


def _is_filler(part: str | None) -> bool:
    return part is not None and part.strip().upper() in _FILLERS


D_DOB = {
    "shown": "born",
    "none": "",
    "partial": "born",
    "estimated": "born",
    "several_days": "born",
    "set_by_office": "born",
    "usual_default": "born",
    "leap_day": "born",
}


def d_dob(facts: Facts, person: Person) -> Derived:
    """A birth date known to the day, and real."""
    place = (f"{person.id}.birth.date",)
    birth = person.birth or Birth()
    if birth.date is None:
        return Derived("UNCLEAR", because("D-DOB", "none"), place, places=place)
    reason = _doubt(facts, person, birth, birth.date)
    why = because("D-DOB", reason or "shown", born=when(birth.date))
    return Derived("UNCLEAR", why, place, places=place) if reason else Derived("MET", why, place)


def _doubt(facts: Facts, person: Person, birth: Birth, day: PartialDate) -> str | None:
    """Why a birth date is not settled yet."""
    info = birth.date_info
    if not day.complete:
        return "partial"
    if info is not None and info.estimated:
        return "estimated"
    if info is not None and info.earliest != info.latest:
        return "several_days"
    if birth.office_default == "yes":
        return "set_by_office"
    if birth.office_default != "no" and str(day)[5:] in facts.constants.office_default_days:
        return "usual_default"
    born = facts.born(person).first
    if (born.month, born.day) == (2, 29) and person.relation in CHILD_RELATIONS:
        return "leap_day"
    return None


D_SERV = {"whole": "services", "open": "fields"}


def served(facts: Facts) -> list[Person]:
    """Those of the 5669 list who have service rows."""
    return [person for person in facts.schedule_a_signers if person.service]


def d_serv(_facts: Facts, person: Person) -> Derived:
    """Each time of service in full: unit, ranks, combat, and how it ended."""
    missing = [Field("service", key, f"{row.id}.{key}") for row in person.service for key in _open_keys(row)]
    if missing:
        places = tuple(field.place for field in missing)
        return Derived("UNCLEAR", because("D-SERV", "open", fields=tuple(missing)), places, places=places)
    told: Param = tuple(Event(row.id, row.start, row.country) for row in person.service)
    return Derived("MET", because("D-SERV", "whole", services=told), tuple(row.id for row in person.service))


def _open_keys(row: Service) -> list[str]:
    there = {
        "unit": row.unit is not None,
        "ranks": bool(row.ranks),
        "combat": row.combat is not None,
        "end": row.end is not None or bool(row.ongoing),
        "end_reason": row.end is None or row.end_reason is not None,
    }
    return [key for key, known in there.items() if not known]


D_BG = {"whole": "", "not_asked": "fields", "no_details": "fields"}
_QUESTIONS = tuple("abcdefghijk")
_WITH_COUNTRIES = ("d", "e")


def d_bg(_facts: Facts, person: Person) -> Derived:
    """The questions a to k, each asked, and each yes explained."""
    replies = {key: _reply(person, key) for key in _QUESTIONS}
    open_keys = [key for key, reply in replies.items() if reply is None]
    severity: Severity = "WARN"
    if open_keys:
        reason, keys = "not_asked", open_keys
        severity = "BLOCK" if person.plan == "accompanying" else "WARN"
    else:
        reason, keys = "no_details", [key for key, reply in replies.items() if reply and _thin(key, reply)]
    if not keys:
        return Derived("MET", because("D-BG", "whole"), (f"{person.id}.background",))
    fields = tuple(Field("background", key, f"{person.id}.background.{key}") for key in keys)
    places = tuple(field.place for field in fields)
    return Derived("UNCLEAR", because("D-BG", reason, fields=fields), places, places=places, severity=severity)


def _reply(person: Person, key: str) -> Reply | None:
    reply: Reply | None = getattr(person.background or Background(), key)
    return reply


def _thin(key: str, reply: Reply) -> bool:
    """Whether a yes lacks its details, or its countries where the question wants them."""
    return reply.answer == "yes" and (reply.details is None or (key in _WITH_COUNTRIES and not reply.countries))


D_TRANS = {"none_needed": "", "translated": "rows", "open": "rows"}
_READ_AS_THEY_ARE = frozenset({"en", "fr", "zxx"})
_TOO_CLOSE = frozenset({"applicant", "family", "representative"})


def d_trans(facts: Facts, _person: Person) -> Derived:
    """Every paper in another language has a translation by somebody who has no part in the case."""
    evidence = facts.case.evidence
    foreign = [row for row in evidence if _needs_translation(row)]
    if not foreign:
        return Derived("MET", because("D-TRANS", "none_needed"), ("case.evidence",) if evidence else ())
    done = {row.translation_of for row in evidence if _is_fit(row)}
    missing = tuple(row.id for row in foreign if row.id not in done)
    if missing:
        return Derived("UNCLEAR", because("D-TRANS", "open", rows=rows(missing)), missing, places=missing)
    found = tuple(row.id for row in foreign)
    return Derived("MET", because("D-TRANS", "translated", rows=rows(found)), found)


def _needs_translation(row: Evidence) -> bool:
    original = row.translation_of is None and row.statement_for is None and row.kind != "translator_statement"
    return original and row.language is not None and _primary(row.language) not in _READ_AS_THEY_ARE


def _is_fit(row: Evidence) -> bool:
    into = row.language is not None and _primary(row.language) in ("en", "fr")
    return row.translation_of is not None and into and row.translator_relation not in _TOO_CLOSE


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()


D_SIGN = {"can": "", "cannot": "", "whereabouts": "status"}


def d_sign(_facts: Facts, person: Person) -> Derived:
    """The person can sign the own forms."""
    place = f"{person.id}.can_sign"
    if person.can_sign == "no":
        return Derived("UNCLEAR", because("D-SIGN", "cannot"), (place,), places=(place,))
    where = person.whereabouts
    if where is not None and where.status in ("missing", "unknown", "detained"):
        status = f"{person.id}.whereabouts.status"
        why = because("D-SIGN", "whereabouts", status=Coded("whereabouts_status", where.status))
        return Derived("UNCLEAR", why, (status,), places=(status,))
    return Derived("MET", because("D-SIGN", "can"), (place,))
