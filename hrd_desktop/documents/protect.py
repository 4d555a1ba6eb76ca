"""A PDF that opens with a password only (AES-256). It is no PDF/A any more, and no longer says that it is."""

from __future__ import annotations

import io
import secrets

import pikepdf

from hrd_desktop.errors import BadProtection, SealFailed

LEAST, MOST = 12, 127
"""Letters of a password at least; bytes of it at most, which is what the format takes (ISO 32000-2, 7.6.4.3.3)."""


def check_password(password: str) -> None:
    """Refuse a password that protects nothing or that no reader takes. Raises BadProtection."""
    if len(password) < LEAST:
        raise BadProtection(reason="short")
    if len(password.encode()) > MOST:
        raise BadProtection(reason="long")


def protect(data: bytes, password: str) -> bytes:
    """The same pages under a password, opened once before they are given out. Raises BadProtection, SealFailed.

    Printing and reading aloud stay allowed; nobody has the owner's password.
    """
    check_password(password)
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = len(pdf.pages)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
            for claim in ("pdfaid:part", "pdfaid:conformance"):
                if claim in about:
                    del about[claim]
        pdf.save(
            locked,
            encryption=pikepdf.Encryption(user=password, owner=secrets.token_urlsafe(32), R=6, aes=True, metadata=True),
        )
    _check(locked.getvalue(), password, pages)
    return locked.getvalue()


def _check(data: bytes, password: str, pages: int) -> None:
    try:
        with pikepdf.open(io.BytesIO(data)):
            pass
    except pikepdf.PasswordError:
        pass
    else:
        raise SealFailed
    try:
        with pikepdf.open(io.BytesIO(data), password=password) as pdf:
            if len(pdf.pages) != pages or pdf.encryption.R != 6:
                raise SealFailed
    except pikepdf.PdfError as error:
        raise SealFailed from error
