"""How much of a file is opened at all. What is beyond is kept unopened, and the person is told."""

from __future__ import annotations

MIB = 1024 * 1024

MOST_BYTES = 1024 * MIB
"""The largest file that is taken in."""

OPENED_BYTES = 250 * MIB
"""The largest file that is looked into."""

MOST_PIXELS = 90_000_000
"""An A3 page at 600 DPI has 70 million."""

MOST_PAGES = 2000
UNPACKED_BYTES = 200 * MIB
"""The most that a packed part of a file may unpack to."""

SECONDS = 40.0
"""For one piece of work on one file, by the clock."""

MEMORY = 2048 * MIB
"""Address space of the process that opens files, where the system can hold it to that."""
