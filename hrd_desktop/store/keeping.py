"""The tables of the case file as a thing that is kept: its record, its hand-overs, how long a case stays."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from hrd_desktop.store.columns import Moment
from hrd_desktop.store.tables import metadata

preference = Table(
    "preference",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""What this case file remembers about itself, one JSON text per name: never a fact of a case. What was asked in a case
(see `asked`) stands under its word in `case_token`, and goes with it."""

case_token = Table(
    "case_token",
    metadata,
    Column("case_pk", ForeignKey("case.pk", ondelete="CASCADE"), primary_key=True),
    Column("token", Text, nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("mac", LargeBinary, nullable=False),
    UniqueConstraint("token"),
)
"""The random word that stands for a case in the record. It goes with the case, so that of an erased case the record
tells that something was done, and no longer to which; `salt` goes too, so that no digest in the record tells anything.
`mac` ties the word to the case. See `record_seal`."""

log_entry = Table(
    "log_entry",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("token", Text),
    Column("detail", Text, nullable=False),
    Column("mac", LargeBinary, nullable=False),
)
"""One line per thing that was done; its number is `pk`. `detail` is a JSON object of codes and numbers, no text of a
case; `mac` seals the line and, through the line before it, everything that went before. Nothing here goes when a case
goes. No index: every save would pay for it, and only a supervisor who asks for one case would gain."""

log_head = Table(
    "log_head",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("entries", Integer, nullable=False),
    Column("mac", LargeBinary, nullable=False),
)
"""One line: how many entries the record has, and a seal over that number and the seal of the last, so that entries cut
off at the end are missed. In a new file, or one just brought to this form, it holds 0 and no seal."""

HEAD_DML = "INSERT INTO log_head (pk, entries, mac) VALUES (1, 0, x'')"
"""The line with which a record begins. That it is there from the start tells a record that was thrown away from one
that has not begun."""

handover = Table(
    "handover",
    metadata,
    Column("pk", Integer, primary_key=True),
    Column("case_pk", ForeignKey("case.pk", ondelete="CASCADE"), nullable=False),
    Column("number", Text, nullable=False),
    Column("way", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("base", LargeBinary, nullable=False),
    Column("secret", LargeBinary, nullable=False),
    Column("receipt", Moment),
    UniqueConstraint("case_pk", "number", "way"),
    Index(None, "number"),
)
"""One line per case of a hand-over. `way` is `out`, `in` or `travel`; `base` the compressed JSON of the case at that
moment, from which both sides go on; `secret` seals the receipt, and `receipt` is when it came back."""

retention = Table(
    "retention",
    metadata,
    Column("case_pk", ForeignKey("case.pk", ondelete="CASCADE"), primary_key=True),
    Column("until", Date, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
)
"""Until when a closed case is to be kept."""
