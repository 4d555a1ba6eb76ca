"""The colour profile that pictures and typeset pages are in."""

from __future__ import annotations

from functools import cache

from PIL import ImageCms

_MADE, _NUMBER = slice(24, 36), slice(84, 100)  # ICC.1: date and time of the profile, and its digest
_FIRST_OF_JANUARY_2000 = b"".join(n.to_bytes(2, "big") for n in (2000, 1, 1, 0, 0, 0))


@cache
def srgb_profile() -> bytes:
    """The ICC profile of sRGB. The same bytes each time: it does not say when it was made."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_MADE] = _FIRST_OF_JANUARY_2000
    profile[_NUMBER] = bytes(16)
    return bytes(profile)
