"""The fourth form: files kept byte for byte, pages made ready for paper, redactions, packets as they were sent."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "blob",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_blob_case_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_blob")),
        sa.UniqueConstraint("case_pk", "sha256", name=op.f("uq_blob_case_pk_sha256")),
    )
    op.create_table(
        "sent",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("case_pk", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("consents", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=False),
        sa.Column("pack_version", sa.Text(), nullable=False),
        sa.Column("facts", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["case_pk"], ["case.pk"], name=op.f("fk_sent_case_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_sent")),
        sa.UniqueConstraint("case_pk", "edition", name=op.f("uq_sent_case_pk_edition")),
    )
    op.create_table(
        "blob_chunk",
        sa.Column("blob_pk", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["blob_pk"], ["blob.pk"], name=op.f("fk_blob_chunk_blob_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("blob_pk", "number", name=op.f("pk_blob_chunk")),
    )
    op.create_table(
        "dispatch",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("sent_pk", sa.Integer(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sent_pk"], ["sent.pk"], name=op.f("fk_dispatch_sent_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_dispatch")),
    )
    op.create_index(op.f("ix_dispatch_sent_pk"), "dispatch", ["sent_pk"], unique=False)
    op.create_table(
        "file_look",
        sa.Column("blob_pk", sa.Integer(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("texts", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["blob_pk"], ["blob.pk"], name=op.f("fk_file_look_blob_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("blob_pk", name=op.f("pk_file_look")),
    )
    op.create_table(
        "paper_page",
        sa.Column("blob_pk", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("made_with", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("dpi", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["blob_pk"], ["blob.pk"], name=op.f("fk_paper_page_blob_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("blob_pk", "page", name=op.f("pk_paper_page")),
    )
    op.create_table(
        "redaction",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("blob_pk", sa.Integer(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("left", sa.Float(), nullable=False),
        sa.Column("top", sa.Float(), nullable=False),
        sa.Column("right", sa.Float(), nullable=False),
        sa.Column("bottom", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["blob_pk"], ["blob.pk"], name=op.f("fk_redaction_blob_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_redaction")),
    )
    op.create_index(op.f("ix_redaction_blob_pk_page"), "redaction", ["blob_pk", "page"], unique=False)
    op.create_table(
        "sent_file",
        sa.Column("pk", sa.Integer(), nullable=False),
        sa.Column("sent_pk", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("blob_pk", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["blob_pk"], ["blob.pk"], name=op.f("fk_sent_file_blob_pk"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["sent_pk"], ["sent.pk"], name=op.f("fk_sent_file_sent_pk"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pk", name=op.f("pk_sent_file")),
        sa.UniqueConstraint("sent_pk", "number", name=op.f("uq_sent_file_sent_pk_number")),
    )
    # ### end Alembic commands ###
