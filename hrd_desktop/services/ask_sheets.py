"""The questions for the next meeting on paper."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from hrd_desktop.core.case import Case
from hrd_desktop.core.person import Person
from hrd_desktop.packet.ask_sheet import Asked, AskSheet, write_ask_sheet
from hrd_desktop.packet.options import Language, PacketFile, Paper
from hrd_desktop.services import checking, record
from hrd_desktop.services.ask_list import Ask, ask_list
from hrd_desktop.services.work import written_together
from hrd_desktop.store import cases as stored
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import Wording, wording


def build(case: Case, on: date, *, language: Language, paper: Paper = "letter", names: bool = False) -> PacketFile:
    """The sheet of a case in memory: one page with the case code and what people are to each other.

    Names stand on it only where `names` asks for them.
    """
    assessment, words = checking.assess_case(case, on), wording(language)
    texts = checking.pack_of(assessment).packet_text(language)
    persons = {person.id: _called(person, words, names=names) for person in case.persons}
    questions = [
        Asked(
            rank=ask.rank,
            person=persons[ask.person] if ask.person else "",
            section=words.heading(ask.section) if ask.section else "",
            question=_question(ask),
        )
        for ask in ask_list(case, assessment, words)
    ]
    sheet = AskSheet(code=case.code, on=on, language=language, paper=paper, questions=questions, named=names)
    return write_ask_sheet(sheet, texts, words)


def export(
    file: CaseFile,
    code: str,
    out: Path,
    on: date,
    *,
    language: Language,
    paper: Paper = "letter",
    names: bool = False,
    at: datetime | None = None,
    by: str = "",
) -> PacketFile:
    """Write the sheet of a case as it is on file: whole or not at all.

    Raises UnknownCase, NoPackForDate, AlreadyExists, InsideCaseFile, FolderMissing, NotWritable, DiskFull.
    """
    with file.session() as session:
        case = stored.load(session, code)
    made = build(case, on, language=language, paper=paper, names=names)
    with written_together([(out, made.data)]):
        record.note(file, "print", at=at, by=by, code=code, what="ask_sheet")
    return made


def _question(ask: Ask) -> str:
    return f"{ask.question} ({ask.item})" if ask.item else ask.question


def _called(person: Person, words: Wording, *, names: bool) -> str:
    relation = words.code("relation", person.relation)
    if names:
        by_kind = {name.kind: name for name in reversed(person.names)}
        name = by_kind.get("document") or by_kind.get("legal") or person.names[0]
        said = name.full or " ".join(part for part in (name.given, name.family) if part)
        return f"{person.id} · {said} · {relation}"
    return f"{person.id} · {relation}"
