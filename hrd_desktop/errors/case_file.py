"""What may be wrong with a case file, a backup, the disk they lie on."""

from __future__ import annotations

from hrd_desktop.errors.kinds import BadInput, Damaged, Refused


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


class OnlyOnSecondDisk(DiskFull):
    """There was no room for a backup on this computer; a good one is on the second disk. Fact: path (of that one)."""


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


class KeysAreSound(Refused):
    """The keys of the case file are as they should be: there is nothing to rebuild. Fact: path."""


class NothingReadable(Damaged):
    """Nothing of any case can be read from the damaged case file. Fact: path."""
