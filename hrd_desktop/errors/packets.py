"""Checks, evidence files, packets and where they go."""

from __future__ import annotations

from hrd_desktop.errors.kinds import BadInput, Damaged, Refused


class BadPack(Damaged):
    """A rule pack is not as its format says. Facts: file, line, cause."""


class NoPackForDate(BadInput):
    """The day lies before the first rule pack. Facts: on, first."""


class UnknownPack(BadInput):
    """No rule pack of that id is shipped. Facts: name, known."""


class NotReady(Refused):
    """The case is not ready for a packet. Fact: reasons (already in words)."""


class UnknownFile(BadInput):
    """The case file holds no file with this digest. Fact: sha256."""


class FileDamaged(Damaged):
    """A kept file does not read back as it was given. Fact: sha256."""


class PageTooLarge(Refused):
    """One page of an exhibit alone is larger than a file may be. Fact: limit, in bytes."""


class UnknownEvidence(BadInput):
    """The case has no evidence entry of this id. Fact: evidence."""


class UnknownPage(BadInput):
    """A paper has no page of that number. Facts: number, evidence, count."""


class UnknownBox(BadInput):
    """Nothing is covered under that number. Facts: number, evidence, count."""


class FileTooLarge(Refused):
    """The file is larger than the case file takes. Fact: limit, in bytes."""


class NotPrintable(Refused):
    """The file cannot be shown as pages. Facts: evidence, reason (already in words)."""


class UnknownRecipient(BadInput):
    """No recipient of that code is known. Facts: name, known."""


class RecipientMismatch(Refused):
    """What names the recipient or the case does not agree: typed again, or in the file's name. Facts: found, wanted."""


class InternalOnly(Refused):
    """The internal cover never goes with anything that has a recipient. No facts."""


class StillNeeded(Refused):
    """A file that went out with a packet is kept as long as the register names it. Fact: sha256."""


class UnknownEdition(BadInput):
    """No packet of this case was kept under that number. Fact: edition."""


class BadKey(BadInput):
    """A text that is no public key to seal to. Fact: reason (`secret` for the other half of a key, or `unknown`)."""


class BadProtection(BadInput):
    """A password that cannot protect a file. Fact: reason (`short` or `long`)."""


class SealFailed(Damaged):
    """What was sealed or protected does not open again as it was; nothing was written. No facts."""
