"""Cases, their JSON, and their end."""

from __future__ import annotations

from hrd_desktop.errors.kinds import BadInput, Damaged, Refused


class UnknownCase(BadInput):
    """No case of that code in this case file. Fact: code."""


class CaseExists(Refused):
    """A case of that code is already in the case file. Fact: code."""


class EditRefused(Refused):
    """A change that the case cannot take. Facts: place, reason."""


class BadCaseJson(BadInput):
    """A case in JSON that is not as the format says. Facts: file, path, cause."""


class UnreadableFile(BadInput):
    """A file that was named cannot be read. Fact: path."""


class CaseTwice(BadInput):
    """Two of the files given hold a case of the same code. Facts: code, file."""


class ReadBackDiffers(Damaged):
    """What was written does not read back the same; the import was undone. Fact: code."""


class UnknownPartner(BadInput):
    """No referral partner of that code is known. Facts: name, known."""


class AlreadyClosed(Refused):
    """The case is closed already. Fact: code."""


class NotClosed(Refused):
    """The case is not closed, so it cannot be opened again. Fact: code."""


class ClosedTooEarly(BadInput):
    """A day of closing before the case was opened. Facts: on, opened."""


class KeptTooShort(BadInput):
    """A case would have to be kept until a day that is not after another. Facts: until, on."""


class NotConfirmed(BadInput):
    """The word that guards what cannot be taken back was not typed. Fact: word."""


class BadDate(BadInput):
    """A day that is not written YYYY-MM-DD, or lies beyond the years of the format. Fact: text."""
