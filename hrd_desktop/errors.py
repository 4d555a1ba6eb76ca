"""Failures a person can act on. An error carries facts; the sentence is made where the reader's language is known."""

from __future__ import annotations

from typing import ClassVar


class HrdError(Exception):
    """A failure with a name and facts.

    `code` names the sentence in `resources/words/messages.toml`; the facts fill its gaps. The text of the exception
    itself is the code alone, because facts may quote a case and must not reach a log.
    """

    code: ClassVar[str] = "error"
    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: str | int) -> None:
        super().__init__(self.code)
        self.facts = facts

    def __init_subclass__(cls) -> None:
        name = cls.__name__
        cls.code = "".join("_" + c.lower() if c.isupper() and i else c.lower() for i, c in enumerate(name))


class Refused(HrdError):
    """The program will not do this now, and says why (exit 1)."""


class BadInput(HrdError):
    """What was given cannot be used; the facts name the place (exit 2)."""

    exit_code = 2


class WrongSecret(HrdError):
    """The passphrase does not open this case file (exit 3). Fact: reason (a rule of vault/FORMAT.md)."""

    exit_code = 3


class Damaged(HrdError):
    """Something on the disk is damaged (exit 4)."""

    exit_code = 4


class Cancelled(Refused):
    """The person stopped the work; nothing was written."""


# Case file


class NotACaseFile(BadInput):
    """There is no case file at this place. Fact: path."""


class AlreadyExists(Refused):
    """A file or folder of that name is already there. Fact: path."""


class KeysMissing(Damaged):
    """`cases.db` is there, `keys.json` is not. Fact: path."""


class DatabaseMissing(Damaged):
    """`keys.json` is there, `cases.db` is not. Fact: path."""


class KeysDamaged(Damaged):
    """`keys.json` cannot be read as the format says. Facts: path, reason."""


class DatabaseDamaged(Damaged):
    """The database fails its check. Facts: path; found, in technical words, when a verification found it."""


class RecordBroken(Damaged):
    """The cases are as they were written; the record of what was done is not.

    Facts: path; number of the first entry that does not fit; on, its day; reason (as in `store.record_proof.Break`);
    cause, `undated` where the day is not known.
    """


class PlaintextDatabase(Damaged):
    """The database is not encrypted; nothing is read from it. Fact: path."""


class PairMismatch(Damaged):
    """`keys.json` and `cases.db` are of two case files, or the database's first bytes are damaged. Fact: path."""


class DiskFailed(Damaged):
    """The disk answers with errors, or the stick was pulled out. Fact: path."""


class NewerFormat(Refused):
    """The case file was made by a newer program. Facts: path, found, known; reason, if it is the key file."""


class AlreadyOpen(Refused):
    """Another running program has this case file open. Fact: path."""


class Locked(Refused):
    """The case file was locked in the meantime. Fact: path."""


class NotWritable(Refused):
    """The folder or file cannot be written. Fact: path."""


class FolderMissing(NotWritable):
    """The folder that should hold something is not there. Fact: path (of what was to be written)."""


class InsideCaseFile(Refused):
    """What was to be written would stand among the files of a case file, or replace one. Facts: path, file."""


class DiskFull(Refused):
    """There is no space left; what was saved before is safe. Fact: path."""


class NotEnoughSpace(DiskFull):
    """There is too little space for what is to be written, found out before it was begun. Facts: path, needed, free
    (both in MiB)."""


class NotABackup(BadInput):
    """A file that is no backup of a case file, or one whose end was cut off. Facts: path, reason."""


class BackupDamaged(Damaged):
    """A backup that is not as it was made. Facts: path, reason (a rule of vault/BACKUP.md)."""


class BackupNotGood(Damaged):
    """What was written as a backup did not read back as it should, and was taken away again. Fact: path."""


class OtherCaseFile(Refused):
    """A backup of another case file than the one that is open. Fact: path."""


class TooLittleMemory(Refused):
    """The computer has not enough free memory for what opening a case file takes. Fact: needed (MiB)."""


class NoPassphrase(BadInput):
    """Nobody can be asked for a passphrase here: there is no terminal. No facts."""


class WeakPassphrase(BadInput):
    """The passphrase is too short to protect a case file. Fact: least (characters)."""


class BadPassphrase(BadInput):
    """The new passphrase holds a character that another keyboard may not be able to type. No facts."""


class GuessablePassphrase(WeakPassphrase):
    """The passphrase is long enough, and among the first that a machine would guess. Fact: least (characters)."""


class CodeAsPassphrase(BadInput):
    """The new passphrase is written like a recovery code, as which it would be read. No facts."""


class BadRecoveryCode(BadInput):
    """What was typed is no recovery code: a typing mistake. Facts: reason, group.

    The reason is `letters`, `length`, `checksum`, or `group` where the mistake is in that one of the six; else it is 0.
    """


class CodeNotThisOne(BadInput):
    """What was typed back is a recovery code, but not the one that was printed. No facts."""


class BadOfficeKey(BadInput):
    """A text that is no public office key, or one with a typing mistake. No facts."""


class NotAnOfficeKey(BadInput):
    """A file that is no office key file, or a damaged one. Facts: path, reason (a rule of vault/FORMAT.md)."""


class WrongOfficePassphrase(WrongSecret):
    """The passphrase does not open the office key file. Fact: reason (a rule of vault/FORMAT.md)."""


class BadSlotName(BadInput):
    """The name of a key cannot be kept: too long, or with control characters. Fact: most (characters)."""


class UnknownSlot(BadInput):
    """The case file has no key of this number. Fact: slot."""


class LastSlot(Refused):
    """The only key of a case file cannot be taken away. No facts."""


class OwnSlot(Refused):
    """The secret given is the very one that would go; another that stays has to be given. No facts."""


class SlotsFull(Refused):
    """The case file has as many keys as it takes. Fact: most."""


# Cases


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


# Checks and packets


class BadPack(Damaged):
    """A rule pack is not as its format says. Facts: file, line, cause."""


class NoPackForDate(BadInput):
    """The day lies before the first rule pack. Facts: on, first."""


class UnknownPack(BadInput):
    """No rule pack of that id is shipped. Facts: name, known."""


class NotReady(Refused):
    """The case is not ready for a packet. Fact: reasons (already in words)."""


# Files of a case


class UnknownFile(BadInput):
    """The case file holds no file with this digest. Fact: sha256."""


class FileDamaged(Damaged):
    """A kept file does not read back as it was given. Fact: sha256."""


class PageTooLarge(Refused):
    """One page of an exhibit alone is larger than a file may be. Fact: limit, in bytes."""


class UnknownEvidence(BadInput):
    """The case has no evidence entry of this id. Fact: evidence."""


class FileTooLarge(Refused):
    """The file is larger than the case file takes. Fact: limit, in bytes."""


class NotPrintable(Refused):
    """The file cannot be shown as pages. Facts: evidence, reason (already in words)."""


# Packets that leave


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


# Cases handed over


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


class CannotStandTogether(Refused):
    """Of these answers no case comes that the format takes. Facts: code, place, cause."""


class BadReceipt(BadInput):
    """A file that is no receipt, or not one made with this hand-over. Fact: rule (a number of exchange/HANDOVER.md)."""


class UnknownHandOver(BadInput):
    """No hand-over of this number was sealed from this case file. Fact: number."""


# Damage


class KeysAreSound(Refused):
    """The keys of the case file are as they should be: there is nothing to rebuild. Fact: path."""


class NothingReadable(Damaged):
    """Nothing of any case can be read from the damaged case file. Fact: path."""


class BadChoices(BadInput):
    """A file with choices that is not as it should be. Fact: file."""
