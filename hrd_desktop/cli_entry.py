"""What a paper is, said in a terminal: options in the stable names of the format, and refusals that name the option."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from hrd_desktop.cli_options import day_of
from hrd_desktop.errors import BadCaseJson, BadDate
from hrd_desktop.terminal import words_of

F = TypeVar("F", bound=Callable[..., Any])


Callback = Callable[[click.Context, click.Parameter, Any], Any]


def _one_of(_context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """One of the codes that the format has for this field."""
    from hrd_desktop.services.evidence_out import codes_of

    known = codes_of(str(parameter.name))
    if value is not None and value not in known:
        raise click.BadParameter(", ".join(known))
    return value


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Any:
    """A day, or as much of it as is known."""
    from hrd_desktop.services.evidence_out import day_in

    try:
        return day_in(value) if value is not None else None
    except BadDate:
        raise click.BadParameter(words_of().text("not_a_partial_day", text=str(value))) from None


def _whole_day(context: click.Context, parameter: click.Parameter, value: str | None) -> Any:
    try:
        return day_of(context, parameter, value)
    except BadDate:
        raise click.BadParameter(words_of().text("not_a_day", text=str(value))) from None


_OPTIONS: tuple[tuple[str, str, str, Callback | None], ...] = (
    ("--kind", "KIND", "option_kind", _one_of),
    ("--language", "TAG", "option_language_of", None),
    ("--date", "DATE", "option_date_of", _day),
    ("--received-on", "DATE", "option_received_on", _whole_day),
    ("--person", "ID", "option_person", None),
    ("--supports", "ID,...", "option_supports", None),
    ("--translation-of", "EV", "option_translation_of", None),
    ("--statement-for", "EV", "option_statement_for", None),
    ("--translator", "TEXT", "option_translator", None),
    ("--translator-relation", "CODE", "option_translator_relation", _one_of),
    ("--translator-certified", "ANSWER", "option_translator_certified", _one_of),
    ("--seal", "SEAL", "option_seal", _one_of),
    ("--note", "TEXT", "option_evidence_note", None),
)


def entry_options(command: F) -> F:
    """The options that say what an entry of the evidence list holds; they arrive in the names of its fields."""
    for name, metavar, told, check in reversed(_OPTIONS):
        several = name == "--supports"
        option = click.option(name, metavar=metavar, multiple=several, callback=check, help=words_of().text(told))
        command = option(command)
    return command


def refused(error: BadCaseJson, file: Any, case: str) -> click.UsageError | BadCaseJson:
    """The refusal of an entry as one of the option it comes from, with what would be allowed there."""
    from hrd_desktop.services.evidence_out import allowed_rows

    context = click.get_current_context()
    path = str(error.facts["path"])
    field = path.rpartition("].")[2] if ".evidence[" in path else ""
    field = "supports" if field.startswith(("items", "supports")) else field.partition("[")[0]
    option = next((each for each in context.command.params if each.name == field), None)
    if option is None:
        return error
    told = words_of().message(error).removeprefix(f"{error.facts['file']}: {path}: ")
    rows = allowed_rows(file, case, field)
    return click.BadParameter(f"{told} ({', '.join(rows)})" if rows else told, context, option)
