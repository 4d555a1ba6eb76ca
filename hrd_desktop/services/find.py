"""Finding words in everything that was written: names in any script, accounts, notes, papers, the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hrd_desktop.core.sealed import PRIVATE, sealed_rows
from hrd_desktop.services.excerpts import Excerpt, excerpt, holds
from hrd_desktop.store import finding, found
from hrd_desktop.store.casefile import CaseFile
from hrd_desktop.store.finding import ALIKE, PREFIX, TEXT
from hrd_desktop.store.fold import fold
from hrd_desktop.store.found import Text
from hrd_desktop.store.passages import NAMES
from hrd_desktop.wording import Wording

__all__ = ["Found", "Result", "find", "where"]

_PRIVATE = frozenset(("person", name) for name in PRIVATE)
_NOTHING = Excerpt("", ())


@dataclass(frozen=True)
class Result:
    """One place where the words were found.

    `place` can be opened; it ends with `field`, of an object of class `kind`. `person` and `relation` tell whose facts
    these are. `excerpt` is empty for what does not show: what is sealed, and names unless they are asked for. `alike`
    says that the name is another spelling of what was looked for.
    """

    case: str
    alias: str | None
    place: str
    kind: str
    field: str
    person: str | None
    relation: str | None
    excerpt: Excerpt
    is_name: bool
    sealed: bool
    alike: bool


@dataclass(frozen=True)
class Found:
    """One page of results; `total` counts them all, `more` says that there are more than are counted."""

    results: tuple[Result, ...]
    total: int
    more: bool


def find(file: CaseFile, text: str, offset: int = 0, limit: int = 50, *, names: bool = False) -> Found:
    """Where every word of the text begins a word of a passage: names first, in any script and spelling.

    A passage is one long text, or the short texts of one object together. With `names`, names show in the results.
    """
    with file.session() as session:
        hits = finding.look(session, text)
        texts = found.read(session, hits.hits[offset : offset + limit])
        page = _Page(session, [text for text in texts if text.fields], fold(text).split(), names)
        return Found(tuple(page.results()), len(hits.hits), hits.more)


def where(result: Result, words: Wording) -> str:
    """The place of a result in words, without any name: “Spouse P2 · Address AD3 · City”."""
    parts = []
    if result.person is not None and result.relation is not None:
        parts.append(f"{words.code('relation', result.relation)} {result.person}")
    head = result.place.partition(".")[0]
    if result.kind not in ("person", "case"):
        parts.append(words.object(result.kind) + (f" {head}" if head not in ("case", result.person) else ""))
    return " · ".join([*parts, words.field(result.kind, result.field)])


class _Page:
    """One page of results, and what it has to know of the cases, asked once."""

    def __init__(self, session: Any, texts: list[Text], words: list[str], names: bool) -> None:
        cases = {text.hit.case_pk for text in texts}
        self._texts = texts
        self._words = words
        self._names_show = names
        self._heads = found.heads(session, cases)
        self._hidden = {} if names else found.names_of(session, cases)
        may_be_sealed = {self._heads[t.hit.case_pk][0] for t in texts if t.hit.kind in ("narrative", "evidence")}
        self._sealed = {case.code: sealed_rows(case) for case in found.with_seals(session, may_be_sealed)}

    def results(self) -> Iterator[Result]:
        """What is shown of each hit."""
        for text in self._texts:
            hit = text.hit
            code, alias = self._heads[hit.case_pk]
            field, written = self._best(text)
            is_name, sealed = found.is_name(hit.kind, field), self._is_sealed(text, code, field)
            hidden = sealed or (is_name and not self._names_show)
            names = self._hidden.get(hit.case_pk, ())
            yield Result(
                case=code,
                alias=alias,
                place=hit.place if found.long_field(hit) else f"{hit.place}.{field}",
                kind=hit.kind,
                field=field,
                person=text.person,
                relation=text.relation,
                excerpt=_NOTHING if hidden else excerpt(written, self._words, names, whole=self._whole(text)),
                is_name=is_name,
                sealed=sealed,
                alike=hit.rank == ALIKE,
            )

    def _whole(self, text: Text) -> int:
        """Words of fewer letters than this were looked for as whole words."""
        return PREFIX if text.hit.rank == TEXT else 0

    def _best(self, text: Text) -> tuple[str, str]:
        """The field that holds the first of the words; of a name found by its sound any form."""
        named = [pair for pair in text.fields if pair[0] in NAMES.get(text.hit.kind, ())]
        first = text.fields if text.hit.rank == TEXT else (*named, *text.fields)
        for word in self._words:
            for pair in first:
                if holds(pair[1], [word], whole=self._whole(text)):
                    return pair
        return first[0]

    def _is_sealed(self, text: Text, code: str, field: str) -> bool:
        hit = text.hit
        head = hit.place.partition(".")[0]
        return hit.kind == "medical" or (hit.kind, field) in _PRIVATE or head in self._sealed.get(code, ())
