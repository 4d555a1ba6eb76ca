"""How dear one guess at a passphrase is: Argon2id and its parameters."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass, replace

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from hrd_desktop.errors import TooLittleMemory
from hrd_desktop.vault.data_key import LENGTH

MEMORY_KIB = range(64 * 1024, 1024 * 1024 + 1)
PASSES = range(3, 65)
LANES = range(1, 17)
MOST_WORK = 16 * 1024 * 1024
"""The most that memory (KiB) times passes may come to: about ten seconds on a slow laptop. The header of a case file is
read before anything is proved, so a hostile one must not be able to freeze the machine."""

MOST_WORK_TOGETHER = 2 * MOST_WORK
"""The same for all the slots of a file, which a wrong passphrase has to try one after the other."""

SALT_LENGTH = 16
_TARGET_SECONDS = 1.0
_MOST_NEW_WORK = 4 * 1024 * 1024
"""A new slot never takes more, so that eight of them stay within `MOST_WORK_TOGETHER`."""

_MEMORY_TO_TRY = (256 * 1024, 128 * 1024)
"""A case file made on a good machine must also open on a poor one, so calibration stops at 256 MiB."""


@dataclass(frozen=True)
class Cost:
    """Argon2id parameters: memory in KiB, passes (t), lanes (p)."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def work(self) -> int:
        """Memory times passes: what a machine has to do for one derivation."""
        return self.memory_kib * self.passes

    def derive(self, secret: bytearray, salt: bytes) -> bytearray:
        """A wrapping key of 32 bytes (Argon2id, version 1.3, no associated data). The caller wipes it.

        Raises TooLittleMemory.
        """
        key = bytearray(LENGTH)
        kdf = Argon2id(salt=salt, length=LENGTH, iterations=self.passes, lanes=self.lanes, memory_cost=self.memory_kib)
        try:
            kdf.derive_into(bytes(secret), key)
        except MemoryError:
            raise TooLittleMemory(needed=self.memory_kib // 1024) from None
        return key


FLOOR = Cost(memory_kib=64 * 1024, passes=3, lanes=4)
"""Never cheaper than this: the second recommended option of RFC 9106."""


def calibrated() -> Cost:
    """The cost that takes about one second on this machine, never below `FLOOR`.

    Memory first, because memory is what makes guessing on graphics cards dear; then passes.
    Raises TooLittleMemory where not even `FLOOR` can be had.
    """
    for memory in _MEMORY_TO_TRY:
        cost = replace(FLOOR, memory_kib=memory)
        with suppress(TooLittleMemory):
            if (seconds := _seconds(cost)) <= _TARGET_SECONDS:
                return _stretched(cost, seconds)
    return _stretched(FLOOR, _seconds(FLOOR))


def _stretched(cost: Cost, seconds: float) -> Cost:
    passes = round(cost.passes * _TARGET_SECONDS / max(seconds, 0.001))
    most = min(PASSES[-1], _MOST_NEW_WORK // cost.memory_kib)
    return replace(cost, passes=min(max(passes, cost.passes), most))


def _seconds(cost: Cost) -> float:
    """The better of two trial derivations; the first one also pays for the memory's first use."""
    trials = []
    for _ in range(2):
        start = time.perf_counter()
        cost.derive(bytearray(LENGTH), bytes(SALT_LENGTH))
        trials.append(time.perf_counter() - start)
    return min(trials)
