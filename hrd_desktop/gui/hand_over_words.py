"""Sentences of handing over, taking in and travelling."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hrd_desktop.services.handing import Received, Sealed, Taken, TakenCase
from hrd_desktop.services.sharing import Unagreed
from hrd_desktop.wording import Wording

translate = QCoreApplication.translate


def whole_key(text: str) -> str:
    """A key as it was pasted, written down in groups, or typed in capitals: without the gaps, in small letters."""
    return "".join(text.split()).lower()


def consent_warning(found: Sequence[Unagreed], recipient: str) -> str:
    """Who has not agreed, in words; empty when everybody has."""
    if not found:
        return ""
    head = translate("HandOverWords", "No consent is on file for this ({recipient}). Ask before you hand over:")
    lines = [f"{one.alias} ({one.code}): " if one.alias else f"{one.code}: " for one in found]
    persons = [", ".join(one.persons) for one in found]
    return "\n".join([head.format(recipient=recipient), *(a + b for a, b in zip(lines, persons, strict=True))])


def written(sealed: Sealed) -> str:
    """What was written, and where."""
    where = translate("HandOverWords", "{name}\nin {folder}")
    lines = [where.format(name=sealed.path.name, folder=sealed.path.parent)]
    counts = translate("HandOverWords", "Cases: {cases}. Evidence files: {files}.")
    lines.append(counts.format(cases=len(sealed.codes), files=sealed.files))
    if sealed.without:
        missing = translate("HandOverWords", "Evidence entries without their file, which is not on file here: {count}.")
        lines.append(missing.format(count=sealed.without))
    return "\n".join(lines)


def counts_text(taken: Taken) -> str:
    """What became of each case that was taken in."""
    lines = [_case_counts(case) for case in taken.cases]
    if taken.again:
        lines.insert(0, translate("HandOverWords", "This was taken in before; nothing is there twice."))
    if taken.unopened:
        unread = translate(
            "HandOverWords", "Files that could not be looked into, for searching and printing: {count}. They are kept."
        )
        lines.append(unread.format(count=taken.unopened))
    return "\n".join(lines)


def _case_counts(case: TakenCase) -> str:
    if case.new:
        text = translate("HandOverWords", "{case}: new here. Evidence files: {files}.")
        return text.format(case=case.code, files=case.files)
    text = translate(
        "HandOverWords",
        "{case}: answers taken {taken}, entries added {added}, questions answered {answered}, entries taken out "
        "{removed}, evidence files {files}.",
    )
    return text.format(
        case=case.code, taken=case.taken, added=case.added, answered=case.answered, removed=case.removed,
        files=case.files,
    )  # fmt: skip


def receipt_found(received: Received, words: Wording) -> str:
    """Which hand-over a receipt confirms."""
    text = translate("HandOverWords", "{other} has taken in on {day}, whole and as it was sealed: {cases}.")
    other = received.other or translate("HandOverWords", "The other side")
    day = words.day(received.taken_at.astimezone().date())
    said = text.format(other=other, day=day, cases=words.join(list(received.codes)))
    if received.again:
        said = "\n".join([said, translate("HandOverWords", "This receipt was taken in before.")])
    return said


def receipt_what(received: Received, words: Wording) -> str:
    """What can be done now."""
    lines = []
    if received.archive:
        done = translate("HandOverWords", "Not changed here since, and so complete over there: {cases}. You can close "
                         "what you no longer work on.")  # fmt: skip
        lines.append(done.format(cases=words.join(list(received.archive))))
    if received.changed:
        more = translate("HandOverWords", "Changed here after it was handed over, so that the other side does not have "
                         "all of it: {cases}. Hand these over again before you close them.")  # fmt: skip
        lines.append(more.format(cases=words.join(list(received.changed))))
    return "\n".join(lines)
