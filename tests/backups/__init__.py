"""Backups: the format, making, rotating, restoring."""
