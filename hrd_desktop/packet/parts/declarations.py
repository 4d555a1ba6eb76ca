"""Part 6: what is to be signed: truth, consent, interpreter, preparer."""

from __future__ import annotations

from dataclasses import replace

from hrd_desktop.core.consent import is_live
from hrd_desktop.core.person import Person
from hrd_desktop.core.steps import Consent
from hrd_desktop.packet import outward
from hrd_desktop.packet.author import Author
from hrd_desktop.packet.compose import Column, heading, lines_to_sign, paragraph, section, spacer, subheading, table
from hrd_desktop.packet.flow import Anchor, Strip


def declarations(author: Author) -> list[Strip]:
    """One declaration of truth per adult, then consent, interpreter and preparer."""
    strips = section(*author.part("declarations"))
    strips += _titled(author, "truth")
    strips += paragraph(author.text("truth_text"))
    adults, minors = _by_age(author)
    for person in adults:
        strips += _signed(author, person, author.text("truth_person", id=person.id, name=outward.called(person)))
    strips += _consent(author, adults, minors)
    strips += _titled(author, "interpreter") + _stated(author, "interpreter_text")
    strips += _blanks(author, "interpreter_name", "interpreter_languages") + _signature(author, "signature_plain")
    strips += _titled(author, "preparer") + _stated(author, "preparer_text")
    return strips + _blanks(author, "preparer_name", "preparer_organisation") + _signature(author, "signature_plain")


def _titled(author: Author, key: str) -> list[Strip]:
    title = author.text(f"{key}_title")
    return heading(title, anchor=Anchor(f"declaration-{key}", title, 1), gap=22)


def _stated(author: Author, key: str) -> list[Strip]:
    """What is signed stands above its lines, on the same page."""
    return [replace(strip, keep=True) for strip in paragraph(author.text(key))]


def _by_age(author: Author) -> tuple[list[Person], list[Person]]:
    adults: list[Person] = []
    minors: list[Person] = []
    for person in outward.signers(author.case):
        (adults if outward.grown(person, author.options.on) else minors).append(person)
    return adults, minors


def _signed(author: Author, person: Person, title: str) -> list[Strip]:
    strips = subheading(title)
    if person.can_sign == "no":
        strips += [replace(strip, keep=True) for strip in paragraph(author.text("cannot_sign"), gap=0)]
    return strips + _signature(author)


def _signature(author: Author, caption: str = "signature") -> list[Strip]:
    return lines_to_sign([author.text(caption), author.text("place"), author.text("date")])


def _blanks(author: Author, *keys: str) -> list[Strip]:
    return lines_to_sign([author.text(key) for key in keys], keep=True)


def _live(author: Author, consent: Consent) -> bool:
    return author.options.recipient in consent.recipients and is_live(consent, author.options.on)


def _consent(author: Author, adults: list[Person], minors: list[Person]) -> list[Strip]:
    strips = _titled(author, "consent")
    to = author.recipient() or author.text("consent_recipient")
    strips += paragraph(author.text("consent_text", recipient=to))
    live = [consent for consent in author.case.consents if _live(author, consent)]
    if live:
        columns = [Column(author.text(h), s) for h, s in zip(
            ("urgent_person", "consent_covers", "consent_signed", "consent_ends", "consent_language"),
            (30, 44, 24, 24, 20), strict=True)]  # fmt: skip
        rows = [
            [
                author.person(c.person),
                author.value(c, "scopes"),
                author.value(c, "signed_on"),
                author.value(c, "expires_on"),
                author.value(c, "language"),
            ]
            for c in live
        ]
        strips += subheading(author.text("consent_recorded")) + table(columns, rows, gap=2)
    for person in adults:
        strips += _signed(author, person, author.text("truth_person", id=person.id, name=outward.called(person)))
    for person in minors:
        strips += subheading(author.text("consent_minor", id=person.id, name=outward.called(person)))
        strips += lines_to_sign([author.text("guardian_name"), author.text("signature"), author.text("date")])
    return [*strips, spacer(4)]
