"""The fifth form: the record of what was done, hand-overs, how long a case is kept, what the file says of itself."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "preference",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_preference")),
    )
    op.create_table(
        "log_entry",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_log_entry")),
    )
    op.create_table(
        "log_head",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_log_head")),
    )
    op.execute("INSERT INTO log_head (pk, entries, mac) VALUES (1, 0, x'')")
    op.create_table(
        "case_token",
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_case_token_case_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_pk", name=op.f("pk_case_token")),
        sa.UniqueConstraint("token", name=op.f("uq_case_token_token")),
    )
    op.create_table(
        "handover",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("base", sa.LargeBinary(), nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_handover_case_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_handover")),
        sa.UniqueConstraint("case_pk", "number", "way", name=op.f("uq_handover_case_pk_number_way")),
    )
    op.create_index(op.f("ix_handover_number"), "handover", ["number"], unique=False)
    op.create_table(
        "retention",
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_retention_case_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_pk", name=op.f("pk_retention")),
    )
