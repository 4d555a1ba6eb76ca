"""Changes of the tables from one form to the next, run by Alembic from `store.migrate`."""
