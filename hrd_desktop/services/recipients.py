"""The recipients of packets, read strictly from the file of the rule pack: a refusal names file, line and cause."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

from hrd_desktop.assets import resource
from hrd_desktop.checklists.pack_toml import Table
from hrd_desktop.core.codes import ConsentScope, Recipient
from hrd_desktop.core.schema import FieldSpec, Kind, field_of, objects
from hrd_desktop.errors import UnknownRecipient
from hrd_desktop.packet.options import PARTS
from hrd_desktop.packet.profiles import ALWAYS, OWN_COPY, Profile, Rule, Words
from hrd_desktop.services import checking

_SCOPES = get_args(get_args(ConsentScope)[0])
RECIPIENTS: tuple[str, ...] = (*get_args(get_args(Recipient)[0]), OWN_COPY)
"""Everybody a packet can go to: the recipients of the case format, and the person it is about."""

_FILE = "recipients.toml"
_PROFILE = (
    "name", "consent", "of_case", "ready", "parts", "withheld", "most_file_bytes", "most_mail_bytes", "language",
    "paper", "mark", "texts",
)  # fmt: skip


def profiles(on: date) -> Mapping[str, Profile]:
    """Every profile under the rules of a day, by the code of the recipient. Raises BadPack, NoPackForDate."""
    pack = checking.pack_on(on)
    return _read(resource("rules", pack.words_of or pack.id, _FILE), frozenset(pack.packet))


def profile(code: str, on: date) -> Profile:
    """The profile of one recipient. Raises UnknownRecipient."""
    known = profiles(on)
    if code not in known:
        raise UnknownRecipient(name=code, known=", ".join(known))
    return known[code]


@cache
def _read(path: Path, texts: frozenset[str]) -> Mapping[str, Profile]:
    return read_recipients(path, texts)


def read_recipients(path: Path, texts: frozenset[str]) -> Mapping[str, Profile]:
    """The profiles of a file; `texts` are the keys of the packet that a profile may word otherwise. Raises BadPack."""
    head = Table.read(path)
    head.exactly(("profiles", "rules", "parts", "always"), "table")
    rules = {key: _rule(head.table("rules").table(key), key) for key in head.table("rules").names()}
    parts, always = head.table("parts"), head.table("always")
    parts.only(PARTS, "part")
    always.exactly(tuple(ALWAYS), "entry")
    left_out = {key: _told(table.table(key)) for table in (parts, always) for key in table.names()}
    given = head.table("profiles")
    given.exactly(RECIPIENTS, "recipient")
    read = {code: _profile(given.table(code), code, rules, left_out, texts) for code in RECIPIENTS}
    used = {rule.key for one in read.values() for rule in one.withheld}
    for key in rules.keys() - used:
        raise head.refuse(f"no profile uses the rule {key!r}", "rules", key)
    return read


def _told(table: Table, *more: str) -> tuple[Words, Words]:
    table.only(("name", "reason", *more))
    return table.words("name"), table.words("reason")


def _rule(table: Table, key: str) -> Rule:
    name, reason = _told(table, "object", "fields", "where", "of_others", "unless")
    kind = table.text("object")
    if kind not in objects():
        raise table.refuse(f"unknown object {kind!r}", "object")
    fields = table.texts("fields") if table.has("fields") else ()
    for field in fields:
        if _spec(table, kind, field, "fields").required:
            raise table.refuse(f"the field {field!r} cannot be empty", "fields")
    where: dict[str, tuple[str, ...]] = {}
    for field in table.table("where").names() if table.has("where") else ():
        spec = _spec(table, kind, field, "where")
        where[field] = table.table("where").texts(field)
        for code in where[field]:
            if code not in spec.codes or spec.many:
                raise table.refuse(f"{code!r} is no code of {field!r}", "where", field)
    unless = table.text("unless") if table.has("unless") else None
    if unless is not None and unless not in _SCOPES:
        raise table.refuse(f"unknown scope {unless!r}", "unless")
    of_others = table.truth("of_others") if table.has("of_others") else False
    given: Any = {"unless": unless}
    return Rule(
        key=key, object=kind, fields=fields, where=where, of_others=of_others, name=name, reason=reason, **given
    )


def _spec(table: Table, kind: str, field: str, key: str) -> FieldSpec:
    spec = field_of(objects()[kind], field)
    if spec is None or (spec.kind is Kind.OBJECT and key == "where"):
        raise table.refuse(f"unknown field {field!r} of {kind!r}", key)
    return spec


def _profile(
    table: Table,
    code: str,
    rules: Mapping[str, Rule],
    left_out: Mapping[str, tuple[Words, Words]],
    texts: frozenset[str],
) -> Profile:
    table.only(_PROFILE)
    parts = _chosen(table, "parts", PARTS)
    for part in PARTS:
        if part not in parts and part not in left_out:
            raise table.refuse(f"the part {part!r} is left out without a reason", "parts")
    keys = _chosen(table, "withheld", rules) if table.has("withheld") else ()
    own: dict[str, Words] = {"handling_mark": table.words("mark")}
    for key in table.table("texts").names() if table.has("texts") else ():
        if key not in texts:
            raise table.refuse(f"the packet has no text {key!r}", "texts", key)
        own[key] = table.table("texts").free_words(key)
    consent = table.text("consent")
    if consent not in ("none", *_SCOPES):
        raise table.refuse(f"unknown scope {consent!r}", "consent")
    language, paper = table.text("language"), table.text("paper")
    if language not in ("case", "en", "fr"):
        raise table.refuse("'language' must be 'case', 'en' or 'fr'", "language")
    if paper not in ("letter", "a4"):
        raise table.refuse("'paper' must be 'letter' or 'a4'", "paper")
    given: Any = {
        "consent": None if consent == "none" else consent,
        "parts": tuple(part for part in PARTS if part in parts),
        "language": "" if language == "case" else language,
        "paper": paper,
    }
    return Profile(
        code=code,
        name=table.words("name"),
        of_case=table.truth("of_case"),
        ready=table.truth("ready"),
        withheld=tuple(rules[key] for key in keys),
        most_file_bytes=table.integer("most_file_bytes"),
        most_mail_bytes=table.integer("most_mail_bytes"),
        texts=own,
        left_out=left_out,
        **given,
    )


def _chosen(table: Table, key: str, known: Any) -> tuple[str, ...]:
    chosen = table.texts(key)
    for one in chosen:
        if one not in known:
            raise table.refuse(f"unknown name {one!r}", key)
    return chosen
