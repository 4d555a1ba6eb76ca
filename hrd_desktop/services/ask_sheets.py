"""The questions for the next meeting on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hrd_desktop.checklists.results import Question, Severity
from hrd_desktop.core.case import Case
from hrd_desktop.packet.ask_sheet import Asked, AskSheet, Weight, write_ask_sheet
from hrd_desktop.packet.options import Language, PacketFile, Paper
from hrd_desktop.services import checking
from hrd_desktop.services.work import write_private
from hrd_desktop.store import cases as stored
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.wording import Wording, wording

_WEIGHTS: dict[Severity | None, Weight] = {"BLOCK": "first", "LAWYER": "for_lawyer", "WARN": "also", None: "again"}


def build(case: Case, on: date, *, language: Language, paper: Paper = "letter") -> PacketFile:
    """The sheet of a case in memory. It holds the case code and what people are to each other, never a name."""
    assessment, words = checking.assess_case(case, on), wording(language)
    pack = checking.pack_of(assessment)
    questions = [
        Asked(
            weight=_WEIGHTS[ask.severity],
            question=checking.sentence(ask.question, on, words, pack),
            about=_about(case, ask, pack.title(ask.item, language) if ask.item else "", words),
        )
        for ask in assessment.ask_next
    ]
    sheet = AskSheet(code=case.code, on=on, language=language, paper=paper, questions=questions)
    return write_ask_sheet(sheet, pack.packet_text(language), words)


def export(
    file: CaseFile, code: str, out: Path, on: date, *, language: Language, paper: Paper = "letter"
) -> PacketFile:
    """Write the sheet of a case as it is on file: whole or not at all.

    Raises UnknownCase, NoPackForDate, AlreadyExists, InsideCaseFile, FolderMissing, NotWritable, DiskFull.
    """
    with file.session() as session:
        case = stored.load(session, code)
    made = build(case, on, language=language, paper=paper)
    write_private(out, made.data)
    return made


def _about(case: Case, ask: Question, title: str, words: Wording) -> str:
    """Whom a question is about, and its item with id; for a field that is asked once more, where it stands."""
    relations = {person.id: person.relation for person in case.persons}
    parts = [f"{ask.person} · {words.code('relation', relations[ask.person])}"] if ask.person else []
    if ask.item:
        parts.append(f"{title} ({ask.item})")
    else:
        parts += [words.place(case, place) for place in ask.places]
    return " · ".join(parts)
