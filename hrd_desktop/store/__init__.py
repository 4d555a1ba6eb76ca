"""The encrypted case file: tables, access, search, history. The one home of SQLAlchemy, SQLCipher and Alembic."""
