"""Cases handed to a colleague in a sealed file, looked at and taken in there, and the receipt that comes back.

The way of it: `seal` at the sender; `look` (nothing is written) and `take` at the other side, which gives a receipt;
`receipt` at the sender. `travel` and `come_home` do the same with a case file of a few cases that goes on the road.
"""

from __future__ import annotations

from hrd_desktop.services.handed import (
    AllChoices,
    HandedOver,
    Incoming,
    IncomingCase,
    Received,
    Sealed,
    Taken,
    TakenCase,
)
from hrd_desktop.services.handing_look import how_sealed, look
from hrd_desktop.services.handing_receipt import RECEIPT_ENDING, receipt
from hrd_desktop.services.handing_seal import ENDING, own_key, seal, suggest_name
from hrd_desktop.services.handing_take import look_into, take
from hrd_desktop.services.handing_travel import come_home, register, travel, travelling

__all__ = [
    "ENDING",
    "RECEIPT_ENDING",
    "AllChoices",
    "HandedOver",
    "Incoming",
    "IncomingCase",
    "Received",
    "Sealed",
    "Taken",
    "TakenCase",
    "come_home",
    "how_sealed",
    "look",
    "look_into",
    "own_key",
    "receipt",
    "register",
    "seal",
    "suggest_name",
    "take",
    "travel",
    "travelling",
]
