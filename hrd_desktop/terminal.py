"""How the program speaks in a terminal: its language, its help, and where it takes a passphrase from."""

from __future__ import annotations

import locale
import os
import sys
from pathlib import Path

import click

from hrd_desktop.errors import UnreadableFile
from hrd_desktop.wording import Wording, wording


def say(text: str) -> None:
    """A message for the person, on standard error; standard output holds results alone."""
    click.echo(text, err=True)


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


def say_usage(error: click.ClickException) -> None:
    """A command that is not written as it should be: what is wrong, how it is written."""
    words = words_of()
    name = ""
    if isinstance(error, click.BadParameter) and error.param is not None:
        name = error.param.human_readable_name
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
        if self.source is None:
            return str(click.prompt(words_of().text(prompt), hide_input=True, confirmation_prompt=confirm, err=True))
        return read_line(self.source)


def read_line(source: str) -> str:
    """The first line of a file, or the next line of standard input for `-`, without its line end."""
    if source == "-":
        return sys.stdin.readline().rstrip("\r\n")
    try:
        with Path(source).open(encoding="utf-8") as stream:
            return stream.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path=source) from error
