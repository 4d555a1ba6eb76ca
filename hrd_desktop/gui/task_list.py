"""Which pages the task list of a case has, in which order, and what they are called."""

from __future__ import annotations

from collections.abc import Collection

from hrd_desktop.core.sections import Section, pages, section_by_key
from hrd_desktop.gui.field_context import FieldContext


def listed(context: FieldContext, others: Collection[str], also: Collection[str] = ()) -> list[tuple[str, Section]]:
    """Every page by its key: sections with fields, and of those without the `others` that have a page of their own.

    `also` are pages of persons to whom a link has led although they are not asked; they stand behind those who are.
    """
    case = context.case
    found = [(key, each) for key, each in pages(case.case, case.today) if each.blocks or key in others]
    for key in sorted(set(also) - {key for key, _ in found}):
        section = section_by_key(key)
        if section is not None and case.knows(person_of(key)):
            last = max((at for at, (_, each) in enumerate(found) if each is section), default=len(found) - 1)
            found.insert(last + 1, (key, section))
    return found


def title(context: FieldContext, key: str, section: Section) -> str:
    """What a page is called: `Background: P1 · Principal applicant`."""
    heading = context.words.heading(section.key)
    person = person_of(key)
    if not person:
        return heading
    return context.words.phrase("labelled", label=heading, value=context.row_label(person))


def person_of(key: str) -> str:
    """The person whose page it is; empty for a page of the whole case."""
    return key.partition(":")[2]
