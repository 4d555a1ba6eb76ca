"""Measurements, printed as a table: `python -m tests.bench`. Not tests: nothing here passes or fails."""
