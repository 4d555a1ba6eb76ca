"""What a case is. Plain dataclasses and functions: no files, no clock, no window, no database."""
