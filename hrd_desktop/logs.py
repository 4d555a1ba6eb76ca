"""The log: which kind of thing went wrong, and where in the program. Only what is on a white list gets in.

Texts of exceptions and values of arguments may quote a case, so none is written: of an exception its type and the
lines of the program it passed through; of an argument only a number or a type.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from hrd_desktop import paths

_LARGEST, _KEPT = 256 * 1024, 2
_program = logging.getLogger("hrd_desktop")


class Constant(str):
    """A text that comes from a program, never from a case or a person: it may be written."""

    __slots__ = ()


class Redacting(logging.Formatter):
    """Writes the constant part of a message, numbers and types; a dot for anything else."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the way of the exception through the program below it."""
        safe = logging.makeLogRecord(vars(record))
        args = record.args if isinstance(record.args, tuple) else ()
        # A message that was put together beforehand is not a constant of the program: its arguments are inside it.
        constant = isinstance(record.msg, str) and (bool(args) or record.name.startswith("hrd_desktop"))
        safe.msg = record.msg if constant else "(a message of another library)"
        safe.args = tuple(_safe(arg) for arg in args) if constant else ()
        safe.exc_text = None
        safe.stack_info = None
        return super().format(safe)

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        """The type and where; never the text."""
        kind, _, trace = ei
        if kind is None:
            return ""
        way = [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
        return "\n".join([f"  {kind.__module__}.{kind.__name__}", *way])


def _safe(arg: object) -> object:
    if isinstance(arg, type):
        return arg.__name__
    return arg if isinstance(arg, int | float | Constant) else "."


def begin(path: Path | None = None) -> None:
    """Writes the log of this run to the user's log folder; without a log where that folder cannot be written."""
    path = path or paths.log_file()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(path, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(Redacting())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    # Libraries print what goes wrong in handlers with all its values; nobody reads a terminal behind a window.
    logging.raiseExceptions = False


def watch(tell: Callable[[BaseException], object] = lambda _: None) -> None:
    """Sends exceptions that nobody caught, in any thread, to the log instead of the terminal, and tells of each."""

    def caught(error: BaseException | None) -> None:
        if error is not None:
            log_failure(error)
            tell(error)

    sys.excepthook = lambda _kind, error, _trace: caught(error)
    threading.excepthook = lambda args: caught(args.exc_value)


def log_failure(error: BaseException) -> None:
    """One entry for a failure that nobody expected."""
    _program.error("unexpected %s", type(error), exc_info=error)


def note_line(kind: str, file: str, line: int) -> None:
    """One entry for a message of Qt: its kind and where in Qt it comes from, not what it says."""
    _program.warning("%s at line %d", Constant(kind + " " + Path(file).name), line)
