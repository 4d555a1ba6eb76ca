"""What stands against a packet: cover, file, consent and recipient must agree, and the case must be ready."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hrd_desktop.checklists.results import CLEAR, Assessment, ItemResult
from hrd_desktop.core.case import Case
from hrd_desktop.core.consent import agreements, must_agree
from hrd_desktop.errors import NotReady
from hrd_desktop.packet.options import PacketOptions
from hrd_desktop.packet.profiles import Profile
from hrd_desktop.services import checking, recipients
from hrd_desktop.wording import Wording, wording


@dataclass(frozen=True)
class Obstacle:
    """One reason why a packet may not leave yet: an item that stands open, or a fact of the delivery itself.

    `item` is None for the latter; then `key` names the sentence (`no_recipient`, `other_partner`, `no_consent`), and
    `person` whose consent is missing. `place` is where in the case it can be mended.
    """

    key: str
    item: ItemResult | None = None
    recipient: str = ""
    person: str = ""
    scope: str = ""

    @property
    def place(self) -> str:
        return "case.consents" if self.person else "case.partner"


def obstacles(case: Case, assessment: Assessment, options: PacketOptions) -> list[Obstacle]:
    """Why this packet may not be sent. Empty: nothing stands against it.

    Cover, file, consent and recipient must agree. A packet goes to the case's own partner, to IRCC, or to somebody who
    is told nothing more than the consents allow; where it is to be acted on, the items tell whether the case is ready.
    Two things no supervisor can let pass there: a person who does not agree to share, a partner who may not refer. A
    draft for the desk may lack what the items ask, but names nobody beside the partner without consent. Raises
    UnknownRecipient.
    """
    found: list[Obstacle] = []
    to = options.recipient
    known = recipients.profile(to, options.on) if to else None
    if known is None and not options.draft:
        found.append(Obstacle("no_recipient"))
    elif known is not None and known.of_case and to != case.partner:
        found.append(Obstacle("other_partner", recipient=to))
    if known is not None and not known.of_case:
        found += _without_consent(case, known, options.on)
    if options.draft:
        return found
    if known is None or known.ready:
        cleared = assessment.headline in ("READY", "READY_WITH_WARNINGS")
        found += [Obstacle("item", item) for item in assessment.items if _holds(item, ready=cleared)]
    return found


def _without_consent(case: Case, known: Profile, on: date) -> list[Obstacle]:
    """Each adult who has not agreed to this recipient; the items ask for it where the recipient is the partner."""
    scope = known.consent
    if scope is None:
        return []
    return [
        Obstacle("no_consent", recipient=known.code, person=person.id, scope=scope)
        for person in must_agree(case, on)
        if not agreements(case, person.id, known.code, scope, on)
    ]


_AGREED = ("E19", "E27")  # the partner who refers; consent to share with that partner and IRCC


def always_needed(item: str) -> bool:
    """Whether a packet never leaves without this item, whatever a supervisor decides."""
    return item in _AGREED


def _holds(item: ItemResult, *, ready: bool) -> bool:
    """Whether an item keeps the packet here: by what it does to the case, or because an agreement is missing."""
    if not ready and item.severity in ("DIVERT", "BLOCK", "LAWYER"):
        return True
    return item.id in _AGREED and item.derived_result not in CLEAR and item.derived_severity == "BLOCK"


def reasons(found: Sequence[Obstacle], on: date, words: Wording) -> list[str]:
    """The obstacles in words, one line each; an item by its id, whom it is about, and its title."""
    pack, lines = checking.pack_on(on), []
    for obstacle in found:
        if obstacle.item is None:
            to = recipients.profile(obstacle.recipient, on).name[words.lang] if obstacle.recipient else ""
            scope = words.code("consent_scope", obstacle.scope) if obstacle.scope else ""
            facts = {"recipient": to, "person": obstacle.person, "scope": scope}
            lines.append(words.text(f"obstacle_{obstacle.key}", **facts))
        else:
            who = f"{obstacle.item.id} {obstacle.item.person}" if obstacle.item.person else obstacle.item.id
            title = pack.title(obstacle.item.id, words.lang)
            lines.append(f"{who}, {title}: {checking.sentence(obstacle.item.why, on, words)}")
    return lines


def require(case: Case, assessment: Assessment, options: PacketOptions) -> None:
    """Raise NotReady with every reason in words, in the language of the packet, if the packet may not be sent."""
    found = obstacles(case, assessment, options)
    if found:
        raise NotReady(reasons="\n".join(reasons(found, options.on, wording(options.language))))
