"""The first form: every object of the case format, history, drafts, caseload and its search."""

from alembic import op

from hrd_desktop.store.migrations.first import (
    background,
    case,
    claim,
    identity,
    kin,
    ledger,
    person,
    staff,
    steps,
    work,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    for chapter in (case, person, identity, kin, background, work, claim, steps, staff, ledger):
        chapter.create()
    op.execute(
        """CREATE VIRTUAL TABLE caseload_search
    USING fts5(words, tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'")"""
    )
    op.execute("INSERT INTO caseload_search(caseload_search, rank) VALUES('secure-delete', 1)")
