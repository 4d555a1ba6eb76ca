"""Cases that go from one file to another."""

from __future__ import annotations

from hrd_desktop.errors.kinds import BadInput, Refused, WrongSecret


class BadHandOver(BadInput):
    """A file that is no hand-over as its format says. Fact: rule (a number of exchange/HANDOVER.md)."""


class NewerHandOver(Refused):
    """The hand-over was made by a newer program. Facts: found, known."""


class NotForUs(WrongSecret):
    """The hand-over is sealed to another key, or the passphrase is not the one it was sealed with. No facts."""


class TooMuchToHandOver(Refused):
    """More than one hand-over takes. Facts: limit, reason (`cases`, `files`, `bytes` or `text`)."""


class Undecided(Refused):
    """Both sides changed the same, and nobody has said what is to stand. Facts: code, place, count."""


class ChangedMeanwhile(Refused):
    """The case was changed since it was looked at, so it must be looked at again. Fact: code."""


class SameCodeOtherPersons(Refused):
    """A case that came has the code of a case here, and is about other people. Fact: code."""


class CannotStandTogether(Refused):
    """Of these answers no case comes that the format takes. Facts: code, place, cause."""


class BadReceipt(BadInput):
    """A file that is no receipt, or not one made with this hand-over.

    Facts: reason, number (of the hand-over; with `not_of_it` alone). Reasons by the rules of exchange/HANDOVER.md:
    `other_file` R01 to R03, `damaged` and `newer` R04, `not_of_it` R05.
    """


class UnknownHandOver(BadInput):
    """No hand-over of this number was sealed from this case file. Fact: number."""


class BadChoices(BadInput):
    """A file with choices that is not as it should be. Fact: file."""
