"""The tables for what is kept byte for byte: files given as evidence, pages made ready for paper, packets as sent."""

from __future__ import annotations

from sqlalchemy import Column, Date, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from hrd_desktop.store.columns import Moment
from hrd_desktop.store.tables import metadata


def _of(target: str, *, name: str, primary_key: bool = False) -> Column[int]:
    return Column(name, ForeignKey(f"{target}.pk", ondelete="CASCADE"), nullable=False, primary_key=primary_key)


blob = Table(
    "blob",
    metadata,
    Column("pk", Integer, primary_key=True),
    _of("case", name="case_pk"),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    UniqueConstraint("case_pk", "sha256"),
)
"""One line per file of a case, whatever names it has; `sha256` in lower-case hex digits."""

blob_chunk = Table(
    "blob_chunk",
    metadata,
    _of("blob", name="blob_pk", primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""The bytes of a file in pieces, from number 0 on."""

file_look = Table(
    "file_look",
    metadata,
    _of("blob", name="blob_pk", primary_key=True),
    Column("found", Text, nullable=False),
    Column("texts", Text),
)
"""What the first look at a file found (JSON of `documents.found.Found`), and the text of its pages (JSON list)."""

paper_page = Table(
    "paper_page",
    metadata,
    _of("blob", name="blob_pk", primary_key=True),
    Column("page", Integer, primary_key=True),
    Column("made_with", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("dpi", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)
"""A page made ready for paper, so that it is made once; `made_with` tells the choices and boxes it was made with."""

redaction = Table(
    "redaction",
    metadata,
    Column("pk", Integer, primary_key=True),
    _of("blob", name="blob_pk"),
    Column("page", Integer, nullable=False),
    Column("left", Float, nullable=False),
    Column("top", Float, nullable=False),
    Column("right", Float, nullable=False),
    Column("bottom", Float, nullable=False),
    Index(None, "blob_pk", "page"),
)
"""A box that is black on every copy that leaves; in shares of the page from its upper left corner."""

sent = Table(
    "sent",
    metadata,
    Column("pk", Integer, primary_key=True),
    _of("case", name="case_pk"),
    Column("edition", Integer, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("options", Text, nullable=False),
    Column("consents", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("pack", Text, nullable=False),
    Column("pack_version", Text, nullable=False),
    Column("facts", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    UniqueConstraint("case_pk", "edition"),
)
"""One line per packet that was written to leave: for whom, under which consents (JSON list of ids), made how, and
`facts`, the case as it was then (zlib of its JSON), so that later changes can be told."""

sent_file = Table(
    "sent_file",
    metadata,
    Column("pk", Integer, primary_key=True),
    _of("sent", name="sent_pk"),
    Column("number", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    _of("blob", name="blob_pk"),
    UniqueConstraint("sent_pk", "number"),
)
"""One line per file of a packet, in their order."""

dispatch = Table(
    "dispatch",
    metadata,
    Column("pk", Integer, primary_key=True),
    _of("sent", name="sent_pk"),
    Column("how", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("note", Text),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Index(None, "sent_pk"),
)
"""What became of a packet: handed over, posted, mailed, uploaded, received; `note` in the caseworker's words."""
