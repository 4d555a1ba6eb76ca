"""The first form of the tables: where objects stand, history, drafts, caseload (frozen)."""

import sqlalchemy as sa
from alembic import op


def create() -> None:
    op.create_table(
        "node",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_node_case_pk"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["owner"], ["node.pk"], name=op.f("fk_node_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_node")),
        sa.UniqueConstraint("case_pk", "id", name=op.f("uq_node_case_pk_id")),
    )
    op.create_index(op.f("ix_node_owner_field"), "node", ["owner", "field"], unique=False)
    op.create_table(
        "edit_history",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_edit_history_case_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_edit_history")),
    )
    op.create_index(op.f("ix_edit_history_case_pk_place"), "edit_history", ["case_pk", "place"], unique=False)
    op.create_table(
        "draft",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_draft_case_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_draft")),
        sa.UniqueConstraint("case_pk", "key", name=op.f("uq_draft_case_pk_key")),
    )
    op.create_table(
        "caseload",
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("headline_on", sa.Date(), nullable=True),
        sa.Column("pack", sa.Text(), nullable=True),
        sa.Column("accompanying", sa.Integer(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_caseload_case_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_pk", name=op.f("pk_caseload")),
    )
    op.create_index(op.f("ix_caseload_changed_at"), "caseload", ["changed_at"], unique=False)
    op.create_index(op.f("ix_caseload_code"), "caseload", ["code"], unique=False)
