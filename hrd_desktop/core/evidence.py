"""The list of evidence: what each paper is, what it supports, what translates it."""

from __future__ import annotations

from dataclasses import dataclass, field

from hrd_desktop.core.codes import Answer, EvidenceKind, Seal, TranslatorRelation
from hrd_desktop.core.dates import DateInfo, FullDate, PartialDate
from hrd_desktop.core.kinds import AnyRef, EvidenceRef, ItemId, LanguageTag, LongText, PersonRef


@dataclass(kw_only=True)
class Evidence:
    """One paper, picture or recording; the bytes are kept elsewhere."""

    id: str
    title: str
    kind: EvidenceKind
    file: str | None = None
    sha256: str | None = None
    language: LanguageTag | None = None
    date: PartialDate | None = None
    date_info: DateInfo | None = None
    person: PersonRef | None = None
    pages: int | None = None
    received_on: FullDate | None = None
    supports: list[AnyRef] = field(default_factory=list)
    items: list[ItemId] = field(default_factory=list)
    translation_of: EvidenceRef | None = None
    statement_for: EvidenceRef | None = None
    translator: str | None = None
    translator_relation: TranslatorRelation | None = None
    translator_certified: Answer | None = None
    seal: Seal | None = None
    note: LongText | None = None
