"""Where the program starts: `hrd-desktop`, and `python -m hrd_desktop`."""

import multiprocessing
import sys


def main() -> None:
    """Load the terminal and run it; a person who stops the program while it still loads sees no traceback."""
    multiprocessing.freeze_support()  # a packaged program starts itself again to open files
    try:
        from hrd_desktop import cli
    except KeyboardInterrupt:
        sys.exit(1)
    cli.main()


if __name__ == "__main__":
    main()
