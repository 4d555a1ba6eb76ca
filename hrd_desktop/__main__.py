"""`python -m hrd_desktop` does what `hrd-desktop` does."""

from hrd_desktop.cli import main

main()
