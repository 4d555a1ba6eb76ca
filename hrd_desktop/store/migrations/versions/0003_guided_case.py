"""The third form: deadlines, where work stopped, every text found by its words, and persons compared."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "deadline",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_deadline_case_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_deadline")),
    )
    op.create_index(op.f("ix_deadline_case_pk"), "deadline", ["case_pk"], unique=False)
    op.create_index(op.f("ix_deadline_on"), "deadline", ["on"], unique=False)
    op.create_table(
        "bookmark",
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("guided", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_bookmark_case_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_pk", name=op.f("pk_bookmark")),
    )
    op.create_table(
        "passage",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_passage_case_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_passage")),
    )
    op.create_index(op.f("ix_passage_case_pk_place"), "passage", ["case_pk", "place"], unique=False)
    op.create_table(
        "comparison",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("other_case_pk", sa.Integer(), nullable=False),
        sa.Column("other_person", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_comparison_case_pk"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["other_case_pk"], ["case.pk"], name=op.f("fk_comparison_other_case_pk"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_comparison")),
        sa.UniqueConstraint(
            "case_pk",
            "person",
            "other_case_pk",
            "other_person",
            name=op.f("uq_comparison_case_pk_person_other_case_pk_other_person"),
        ),
    )
    op.create_index(op.f("ix_comparison_other_case_pk"), "comparison", ["other_case_pk"], unique=False)
    op.execute(
        """CREATE VIRTUAL TABLE passage_search
    USING fts5(words, tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'")"""
    )
    op.execute("INSERT INTO passage_search(passage_search, rank) VALUES('secure-delete', 1)")
    # Deadlines come with the headline: every case is looked at once more, also one that was today.
    op.execute("UPDATE caseload SET headline_on = NULL")
