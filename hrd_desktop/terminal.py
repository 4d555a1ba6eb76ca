"""How the program speaks in a terminal: its language, its help, and where it takes a passphrase from."""

from __future__ import annotations

import getpass
import locale
import os
import re
import sys
import warnings
from pathlib import Path
from typing import Any

import click

from hrd_desktop.errors import NoPassphrase, UnreadableFile
from hrd_desktop.wording import Wording, wording

_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that a terminal would obey; the name of a file may hold them."""


def say(text: str) -> None:
    """A message for the person, on standard error; standard output holds results alone."""
    click.echo(_OBEYED.sub("\N{REPLACEMENT CHARACTER}", text), err=True)


def words_of(lang: str | None = None) -> Wording:
    """The words of a language; without one, those of the terminal's."""
    return wording("fr" if (lang or system_language()) == "fr" else "en")


def system_language() -> str:
    """The first two letters of the language the terminal is set to."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name][:2].lower()
    return (locale.getlocale()[0] or "en")[:2].lower()


class Formatter(click.HelpFormatter):
    """Help with its headings in the language of the terminal."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or words_of().text("usage_prefix") + " ")

    def write_heading(self, heading: str) -> None:
        headings = {"Options": words_of().text("heading_options"), "Commands": words_of().text("heading_commands")}
        super().write_heading(headings.get(heading, heading))


click.Context.formatter_class = Formatter


class Spoken(click.Command):
    """A command whose --help is explained in the language of the terminal."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = words_of().text("option_help")
        return option


class SpokenGroup(Spoken, click.Group):
    """The same for the program as a whole."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. A reader that has seen enough (`| head`) is no failure: the work is done by then."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Python would complain at the end about what it still holds for the reader that is gone.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return None


def say_usage(error: click.ClickException) -> None:
    """A command that is not written as it should be: what is wrong, how it is written."""
    words = words_of()
    name = ""
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = error.param.opts[-1] if isinstance(error.param, click.Option) else error.param.human_readable_name
    if isinstance(error, click.MissingParameter):
        say(words.text("usage_missing", name=name))
    elif isinstance(error, click.NoSuchOption):
        say(words.text("usage_option", name=error.option_name))
    elif isinstance(error, click.BadParameter):
        choices = getattr(error.param.type, "choices", ()) if error.param is not None else ()
        say(words.text("usage_value", name=name, detail=", ".join(choices) or error.message))
    else:
        say(words.text("usage_wrong"))
    if isinstance(error, click.UsageError) and error.ctx is not None:
        say(error.ctx.get_usage())
    say(words.text("usage_see_help"))


class Secrets:
    """Where passphrases come from: the first line of a file, standard input, or a prompt that shows nothing."""

    def __init__(self, source: str | None) -> None:
        self.source = source

    def read(self, prompt: str, *, confirm: bool = False) -> str:
        """One passphrase; `prompt` names the sentence that asks for it, and with `confirm` it is typed twice.

        Raises UnreadableFile, NoPassphrase where nobody can be asked.
        """
        if self.source is not None:
            return read_line(self.source)
        while True:
            given = _ask(prompt)
            if not confirm or given == _ask("ask_again"):
                return given
            say(words_of().text("passphrases_differ"))


def _ask(prompt: str) -> str:
    with warnings.catch_warnings():
        # Without a terminal `getpass` warns and then shows what is typed.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(words_of().text(prompt) + " ")
        except getpass.GetPassWarning:
            raise NoPassphrase() from None


_LONGEST_LINE = 4096
"""Bytes; a device that never ends a line must not fill the memory."""


def read_line(source: str) -> str:
    """The first line of a file, or the next line of standard input for `-`, without its line end.

    Raises UnreadableFile. UTF-8 whatever the terminal is set to, so that one file opens a case file everywhere;
    Windows may put a mark before.
    """
    try:
        if source == "-":
            line = sys.stdin.buffer.readline(_LONGEST_LINE) if sys.stdin else b""
        else:
            with Path(source).open("rb") as stream:
                line = stream.readline(_LONGEST_LINE)
        return line.decode("utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path=source) from error
