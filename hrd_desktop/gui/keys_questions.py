"""The questions about keys: what each does, in words, and what is done with the answer."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from hrd_desktop.gui.hand_over_desk import Desk
from hrd_desktop.gui.keys_dialog import Answer, Question
from hrd_desktop.gui.keys_words import called
from hrd_desktop.services import files, keys
from hrd_desktop.services.keys import SlotInfo

translate = QCoreApplication.translate


def add_passphrase(desk: Desk, *, calibrate: bool = True) -> Question:
    """Let somebody else open the file with a passphrase of their own."""
    return Question(
        heading=translate("KeyQuestions", "Add a passphrase"),
        lead=translate(
            "KeyQuestions",
            "For a supervisor, or whoever stands in for you. It opens everything in this case file, as yours does. "
            "Whoever it is for should choose and type it.",
        ),
        go=translate("KeyQuestions", "Add it"),
        doing=translate("KeyQuestions", "Adding it, and trying whether it opens…"),
        done=translate("KeyQuestions", "Added. This passphrase opens the case file from now on."),
        name="",
        name_hint=translate("KeyQuestions", "Such as: Supervisor. Only who has opened the file can read it."),
        new=True,
        confirm=_any_secret(),
        work=lambda answer: keys.add_passphrase(
            desk.file, answer.confirm, answer.new, answer.name, on=_day(desk), calibrate=calibrate
        ),
    )


def add_office(desk: Desk, instead_of: SlotInfo | None = None) -> Question:
    """Let the office open the file with its own key."""
    replacing = instead_of is not None
    lead = translate(
        "KeyQuestions",
        "Paste the public key that your office gave you. Make sure that it comes from them: whoever holds the other "
        "half can open this case file. Whether it opens, only the office can try: let them do so once.",
    )
    return Question(
        heading=translate("KeyQuestions", "Replace the office key")
        if replacing
        else translate("KeyQuestions", "Add the office key"),
        lead=lead,
        harm=_old_copies() if replacing else "",
        go=translate("KeyQuestions", "Replace it") if replacing else translate("KeyQuestions", "Add it"),
        doing=translate("KeyQuestions", "Adding it, and reading it back…"),
        done=translate("KeyQuestions", "Done. Let the office try its key once on this case file."),
        name=instead_of.name if instead_of is not None else "",
        name_hint=translate("KeyQuestions", "Such as: Office in Montréal."),
        office=True,
        confirm=_secret_that_stays() if replacing else _any_secret(),
        work=lambda answer: keys.add_office(
            desk.file,
            answer.confirm,
            answer.office,
            answer.name,
            on=_day(desk),
            instead_of=instead_of.id if instead_of is not None else None,
        ),
    )


def change_passphrase(desk: Desk, *, calibrate: bool = True) -> Question:
    """A new passphrase instead of the one that is typed to confirm it."""
    return Question(
        heading=translate("KeyQuestions", "Change my passphrase"),
        lead=translate("KeyQuestions", "The other keys of this case file stay as they are."),
        harm=_old_copies(),
        go=translate("KeyQuestions", "Change it"),
        doing=translate("KeyQuestions", "Changing it, and trying whether the new one opens…"),
        done=translate("KeyQuestions", "Changed. From now on the new passphrase opens the case file."),
        new=True,
        confirm=translate(
            "KeyQuestions",
            "Your passphrase until now. With a recovery code in its place the new passphrase is added, and the "
            "forgotten one stays in the list until you take it away.",
        ),
        work=lambda answer: files.change_passphrase(
            desk.file, answer.confirm, answer.new, on=_day(desk), calibrate=calibrate
        ),
    )


def after_recovery(desk: Desk, code: str, *, calibrate: bool = True) -> Question:
    """The file was opened with a recovery code: the passphrase was lost."""
    return Question(
        heading=translate("KeyQuestions", "Set a new passphrase"),
        lead=translate(
            "KeyQuestions",
            "You opened the case file with the recovery code. Set a new passphrase now, so that the sheet can go back "
            "where it is safe. The forgotten one stays in the list of keys until you take it away there.",
        ),
        go=translate("KeyQuestions", "Set it"),
        doing=translate("KeyQuestions", "Adding it, and trying whether it opens…"),
        done=translate("KeyQuestions", "The new passphrase opens the case file. Put the recovery sheet away again."),
        new=True,
        known=code,
        work=lambda answer: files.change_passphrase(
            desk.file, answer.confirm, answer.new, on=_day(desk), calibrate=calibrate
        ),
    )


def replace_passphrase(desk: Desk, slot: SlotInfo, *, calibrate: bool = True) -> Question:
    """Another passphrase instead of one that may be known to somebody, or that was forgotten."""
    return Question(
        heading=translate("KeyQuestions", "Replace the key: {key}").format(key=called(slot)),
        lead=translate(
            "KeyQuestions", "The new passphrase is tried first; only then the old one goes. The other keys stay."
        ),
        harm=_old_copies(),
        go=translate("KeyQuestions", "Replace it"),
        doing=translate("KeyQuestions", "Changing it, and trying whether the new one opens…"),
        done=translate("KeyQuestions", "Replaced. The old passphrase does not open this case file any more."),
        name=slot.name,
        new=True,
        confirm=_any_secret(),
        work=lambda answer: keys.add_passphrase(
            desk.file, answer.confirm, answer.new, answer.name, on=_day(desk), instead_of=slot.id, calibrate=calibrate
        ),
    )


def rename(desk: Desk, slot: SlotInfo) -> Question:
    """Another name."""
    return Question(
        heading=translate("KeyQuestions", "Rename the key: {key}").format(key=called(slot)),
        lead="",
        go=translate("KeyQuestions", "Rename it"),
        doing=translate("KeyQuestions", "Renaming it…"),
        done=translate("KeyQuestions", "Renamed."),
        name=slot.name,
        name_hint=translate("KeyQuestions", "Only who has opened the file can read it."),
        confirm=_any_secret(),
        work=partial(_rename, desk, slot),
    )


def revoke(desk: Desk, slot: SlotInfo) -> Question:
    """Take a key away, and say what that does not help against."""
    return Question(
        heading=translate("KeyQuestions", "Take the key away: {key}").format(key=called(slot)),
        lead=translate("KeyQuestions", "It will not open this case file any more. The other keys stay."),
        harm=_old_copies(),
        go=translate("KeyQuestions", "Take it away"),
        doing=translate("KeyQuestions", "Taking it away…"),
        done=translate(
            "KeyQuestions", "Taken away. Backups and copies of the folder made before still open with it: erase them."
        ),
        confirm=_secret_that_stays(),
        danger=True,
        work=lambda answer: keys.revoke(desk.file, answer.confirm, slot.id),
    )


def rehearse(desk: Desk) -> Question:
    """Type the recovery code, to know that it can be found and read."""
    return Question(
        heading=translate("KeyQuestions", "Try the recovery code"),
        lead=translate(
            "KeyQuestions",
            "Fetch the sheet from where it is kept and type the code from it. Nothing is changed by that: the day is "
            "noted, and you know that the sheet can still be found and read.",
        ),
        go=translate("KeyQuestions", "Try it"),
        doing=translate("KeyQuestions", "Trying it…"),
        done=translate("KeyQuestions", "It opens this case file. Put the sheet away again."),
        code=True,
        work=lambda answer: keys.rehearse(desk.file, answer.code, _day(desk)),
    )


def _rename(desk: Desk, slot: SlotInfo, answer: Answer) -> None:
    """The name alone opens nothing; but on an unlocked laptop nobody else is to mix the keys up."""
    keys.check(desk.file, answer.confirm)
    keys.rename(desk.file, slot.id, answer.name)


def _any_secret() -> str:
    return translate("KeyQuestions", "A passphrase or a recovery code that opens this case file now.")


def _secret_that_stays() -> str:
    return translate(
        "KeyQuestions",
        "A passphrase or a recovery code that stays: so it is certain that somebody can open the file afterwards.",
    )


def _old_copies() -> str:
    return translate(
        "KeyQuestions",
        "This does not help against somebody who has a copy of the folder or a backup from before: with the old key it "
        "still opens, and with what is in it this case file as well. Erase those copies; if one is in wrong hands, "
        "only a new case file helps.",
    )


def _day(desk: Desk) -> date:
    return desk.now().date()
