"""PDFs under a password: AES-256, the same pages, no claim to be PDF/A any more."""

from __future__ import annotations

import io

import pikepdf
import pytest

from hrd_desktop.documents.protect import protect
from hrd_desktop.errors import BadProtection
from hrd_desktop.services import packets
from hrd_desktop.services.packets import PacketFile
from tests.services.conftest import DAY, sample

PASSWORD = "kelp lantern orbit"


@pytest.fixture(scope="module")
def packet() -> PacketFile:
    case = sample("s1")
    return packets.build(case, packets.default_options(case, DAY))


def test_it_opens_with_its_password_alone(packet: PacketFile) -> None:
    locked = protect(packet.data, PASSWORD)
    assert b"PDF/UA" not in locked
    for wrong in ("", PASSWORD.upper()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(locked), password=wrong)
    with pikepdf.open(io.BytesIO(locked), password=PASSWORD) as pdf:
        assert len(pdf.pages) == packet.pages
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert pdf.encryption.stream_method.name == "aesv3"
        assert pdf.allow.accessibility
        assert pdf.allow.print_highres
        with pdf.open_metadata() as about:
            assert "pdfaid:part" not in about
            assert str(about["pdfuaid:part"]) == "1"
    with pikepdf.open(io.BytesIO(packet.data)) as plain, plain.open_metadata() as about:
        assert str(about["pdfaid:part"]) == "2"


def test_an_accented_password_opens_it(packet: PacketFile) -> None:
    locked = protect(packet.data, "une lanterne sur l’étang")
    with pikepdf.open(io.BytesIO(locked), password="une lanterne sur l’étang") as pdf:
        assert len(pdf.pages) == packet.pages


@pytest.mark.parametrize(("password", "reason"), [("", "short"), ("elevenchars", "short"), ("é" * 64, "long")])
def test_a_password_that_protects_nothing_is_refused(packet: PacketFile, password: str, reason: str) -> None:
    with pytest.raises(BadProtection) as refused:
        protect(packet.data, password)
    assert refused.value.facts["reason"] == reason
