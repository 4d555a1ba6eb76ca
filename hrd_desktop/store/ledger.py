"""The tables beside the case itself: history of edits, drafts, kept assessments, the narrow list of cases with its
deadlines, where work stopped, what can be found by its words, and who was compared with whom."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
)

from hrd_desktop.store import attachments, keeping
from hrd_desktop.store.columns import Moment
from hrd_desktop.store.tables import metadata

whole_file = keeping.preference.metadata
"""Every table of a case file, those of this module, of `attachments` and of `keeping` included; import it from here."""
KEPT_FILES = (attachments.blob, attachments.sent)
"""The tables that hold what is kept byte for byte."""


def _case_pk(primary_key: bool = False) -> Column[int]:
    return Column(
        "case_pk", ForeignKey("case.pk", ondelete="CASCADE"), nullable=False, primary_key=primary_key, index=False
    )


edit_history = Table(
    "edit_history",
    metadata,
    Column("pk", Integer, primary_key=True),
    _case_pk(),
    Column("action", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("position", Integer),
    Column("before", Text),
    Column("after", Text),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Index(None, "case_pk", "place"),
)
"""One line per change. `action` is `set`, `add` or `remove`; `place` the field or list; `kind` the object that has it;
`before` and `after` are JSON texts (NULL: nothing there); `position` is the place of a row in its list."""

draft = Table(
    "draft",
    metadata,
    Column("pk", Integer, primary_key=True),
    _case_pk(),
    Column("key", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("data", Text, nullable=False),
    UniqueConstraint("case_pk", "key"),
)
"""Rows and single objects that are begun and cannot stand yet; `kind` is the object begun, `data` a JSON object."""

caseload = Table(
    "caseload",
    metadata,
    _case_pk(primary_key=True),
    Column("code", Text, nullable=False),
    Column("alias", Text),
    Column("stage", Text, nullable=False),
    Column("headline", Text),
    Column("headline_on", Date),
    Column("pack", Text),
    Column("accompanying", Integer, nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Index(None, "code"),
    Index(None, "changed_at"),
)
"""One line per case with what the list shows. `headline_on` NULL says that the headline is older than the facts."""

assessment = Table(
    "assessment",
    metadata,
    Column("pk", Integer, primary_key=True),
    _case_pk(),
    Column("occasion", Text, nullable=False),
    Column("on", Date, nullable=False),
    Column("pack", Text, nullable=False),
    Column("pack_version", Text, nullable=False),
    Column("headline", Text, nullable=False),
    Column("items", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Index(None, "case_pk", "pack"),
)
"""One line per assessment that was kept: why it was, for which day and under which rules, and what it said. `items` is
a JSON list of [item, person, result, severity]."""

deadline = Table(
    "deadline",
    metadata,
    Column("pk", Integer, primary_key=True),
    _case_pk(),
    Column("on", Date, nullable=False),
    Column("code", Text, nullable=False),
    Column("person", Text),
    Column("place", Text, nullable=False),
    Index(None, "case_pk"),
    Index(None, "on"),
)
"""One line per day to keep in mind that the rules found in a case when its headline was last worked out."""

bookmark = Table(
    "bookmark",
    metadata,
    _case_pk(primary_key=True),
    Column("section", Text, nullable=False),
    Column("place", Text),
    Column("guided", Integer, nullable=False),
    Column("at", Moment, nullable=False),
)
"""Where in a case the work stopped: the section, the field in it, and whether one question was asked at a time."""

passage = Table(
    "passage",
    metadata,
    Column("pk", Integer, primary_key=True),
    _case_pk(),
    Column("place", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Index(None, "case_pk", "place"),
)
"""One line per text that can be found: the short texts of an object together (`place` is the object), a long text by
itself (`place` is the field; a very long one is several lines). `kind` is the object. See `passages`."""

comparison = Table(
    "comparison",
    metadata,
    Column("pk", Integer, primary_key=True),
    _case_pk(),
    Column("person", Text, nullable=False),
    Column("other_case_pk", ForeignKey("case.pk", ondelete="CASCADE"), nullable=False),
    Column("other_person", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    UniqueConstraint("case_pk", "person", "other_case_pk", "other_person"),
    Index(None, "other_case_pk"),
)
"""Two persons on file who resemble each other, and what somebody who compared them said: `same` or `different`."""

SEARCH_DDL = (
    """CREATE VIRTUAL TABLE caseload_search
    USING fts5(words, tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'")""",
    # Without this, words of a deleted case stay readable in the index until it happens to be merged.
    "INSERT INTO caseload_search(caseload_search, rank) VALUES('secure-delete', 1)",
    """CREATE VIRTUAL TABLE passage_search
    USING fts5(words, tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'")""",
    "INSERT INTO passage_search(passage_search, rank) VALUES('secure-delete', 1)",
)
"""The search indexes; rowid is `case_pk` or `passage.pk`. The text is folded before it comes here, so the tokenizer
only cuts words. `detail=none` would make them smaller, but together with `secure-delete` it leaves an index that fails
its own check (tried with SQLite 3.53).

They have no prefix index: with 10,000 cases that would save a tenth of a millisecond per search, and cost up to ten per
edit, because `secure-delete` takes every old prefix out at once."""


@event.listens_for(metadata, "after_create")
def _make_search(_metadata: MetaData, connection: Connection, **_options: object) -> None:
    for statement in SEARCH_DDL:
        connection.exec_driver_sql(statement)
