"""What Alembic runs around the revisions: on the connection, and in the transaction, of `store.migrate.upgrade`."""

from alembic import context

from hrd_desktop.store.ledger import whole_file

context.configure(connection=context.config.attributes["connection"], target_metadata=whole_file)
with context.begin_transaction():
    context.run_migrations()
