"""A consent in plain words: how it stands, what it allows, how it was explained, what may speak against it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hrd_desktop.core.case import Case
from hrd_desktop.core.consent import contradicted_by, standing, taken_back_on
from hrd_desktop.core.schema import field_of
from hrd_desktop.core.steps import Consent
from hrd_desktop.wording import Wording

_SOON = timedelta(days=30)

_STANDS = {
    "live": QT_TRANSLATE_NOOP("ConsentWords", "In force; no end was agreed"),
    "until": QT_TRANSLATE_NOOP("ConsentWords", "In force until {day}"),
    "soon": QT_TRANSLATE_NOOP("ConsentWords", "In force until {day}: ask soon whether to renew it"),
    "not_yet": QT_TRANSLATE_NOOP("ConsentWords", "Not in force before {day}"),
    "expired": QT_TRANSLATE_NOOP("ConsentWords", "Ended on {day}"),
    "withdrawn": QT_TRANSLATE_NOOP("ConsentWords", "Withdrawn on {day}"),
    "refused": QT_TRANSLATE_NOOP("ConsentWords", "Refused on {day}"),
}
_SIGNS = {
    "live": ("done", "clear"),
    "until": ("done", "clear"),
    "soon": ("clock", "attention"),
    "not_yet": ("clock", "attention"),
    "expired": ("clock", "attention"),
    "withdrawn": ("stop", "stop"),
    "refused": ("stop", "stop"),
}


def _tr(text: object) -> str:
    return QCoreApplication.translate("ConsentWords", str(text))


def stands(consent: Consent, on: date, words: Wording) -> tuple[str, tuple[str, str]]:
    """How a consent stands on a day: the words, and the icon and voice beside them."""
    key: str = standing(consent, on)
    day: date | None = consent.signed_on
    if key == "live" and consent.expires_on is not None:
        key = "soon" if consent.expires_on - on <= _SOON else "until"
        day = consent.expires_on
    elif key in ("expired", "withdrawn"):
        day = consent.expires_on if key == "expired" else consent.withdrawn_on
    return _tr(_STANDS[key]).format(day=words.day(day) if day else ""), _SIGNS[key]


def allows(consent: Consent, words: Wording) -> str:
    """What it covers and for whom, and what it does not cover."""
    spec = field_of(Consent, "scopes")
    assert spec is not None
    covered = [words.code("consent_scope", code) for code in spec.codes if code in consent.scopes]
    other = [words.code("consent_scope", code) for code in spec.codes if code not in consent.scopes]
    to = [words.code("recipient", code) for code in consent.recipients if code != "other"]
    if consent.recipient_text:
        to.append(consent.recipient_text)
    refused = consent.decision == "refused"
    lines = [
        _tr(QT_TRANSLATE_NOOP("ConsentWords", "No was said to: {scopes}") if refused else
            QT_TRANSLATE_NOOP("ConsentWords", "Allows: {scopes}")).format(scopes=_in_line(covered)),
        _tr(QT_TRANSLATE_NOOP("ConsentWords", "For: {recipients}")).format(recipients=", ".join(to)),
    ]  # fmt: skip
    if other and not refused:
        lines.append(_tr(QT_TRANSLATE_NOOP("ConsentWords", "Does not allow: {scopes}")).format(scopes=_in_line(other)))
    return "\n".join(lines)


def explained(consent: Consent, words: Wording, *, names: bool) -> str:
    """In which language and with whom it was explained; the name of an interpreter only where names may show."""
    parts = []
    if consent.language:
        text = _tr(QT_TRANSLATE_NOOP("ConsentWords", "Explained in this language: {language}"))
        parts.append(text.format(language=words.language(consent.language)))
    if consent.interpreter:
        named = _tr(QT_TRANSLATE_NOOP("ConsentWords", "interpreter: {name}")).format(name=consent.interpreter)
        parts.append(named if names else _tr(QT_TRANSLATE_NOOP("ConsentWords", "with an interpreter")))
    if consent.read_back == "yes":
        parts.append(_tr(QT_TRANSLATE_NOOP("ConsentWords", "read back to the person")))
    return "; ".join(parts)


def against(case: Case, consent: Consent, on: date, words: Wording) -> str:
    """What was said later that may speak against it. Nothing is decided here."""
    lines = []
    for other in contradicted_by(case, consent, on):
        day = taken_back_on(other)
        text = (
            QT_TRANSLATE_NOOP("ConsentWords", "This may contradict {row}, refused on {day}. Ask what holds.")
            if other.decision == "refused"
            else QT_TRANSLATE_NOOP("ConsentWords", "This may contradict {row}, withdrawn on {day}. Ask what holds.")
        )
        lines.append(_tr(text).format(row=other.id, day=words.day(day) if day else ""))
    return "\n".join(lines)


def _in_line(labels: list[str]) -> str:
    return "; ".join(label[:1].lower() + label[1:] for label in labels)
