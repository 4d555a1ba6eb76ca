"""Pictures: opened within limits, upright, and what they carry."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pillow_heif
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from hrd_desktop.documents.found import CannotOpen, Carried, What
from hrd_desktop.documents.limits import MOST_PAGES, MOST_PIXELS

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "HEIF")
_TOLD = 120  # letters of what a file carries that are shown

_EXIF: dict[int, What] = {
    ExifTags.Base.Make: "device",
    ExifTags.Base.Model: "device",
    ExifTags.Base.Software: "tool",
    ExifTags.Base.Artist: "author",
    ExifTags.Base.Copyright: "author",
    ExifTags.Base.XPAuthor: "author",
    ExifTags.Base.ImageDescription: "comment",
    ExifTags.Base.XPComment: "comment",
    ExifTags.Base.XPTitle: "title",
    ExifTags.Base.DateTime: "changed_at",
    ExifTags.Base.HostComputer: "device",
}
_EXIF_INNER: dict[int, What] = {
    ExifTags.Base.DateTimeOriginal: "taken_at",
    ExifTags.Base.BodySerialNumber: "device",
    ExifTags.Base.LensModel: "device",
    ExifTags.Base.CameraOwnerName: "author",
    ExifTags.Base.UserComment: "comment",
}
_INFO: dict[str, What] = {
    "xmp": "other_data",
    "XML:com.adobe.xmp": "other_data",
    "photoshop": "other_data",
    "comment": "comment",
    "Comment": "comment",
    "Author": "author",
    "Software": "tool",
    "Title": "title",
    "Description": "comment",
    "Creation Time": "made_at",
}


@cache
def _ready() -> None:
    """Make every form known to the library, which knows only the commonest by itself."""
    Image.init()
    pillow_heif.register_heif_opener()


@contextmanager
def opened(data: bytes) -> Iterator[Image.Image]:
    """A picture whose size was looked at before anything of it is unpacked. Raises CannotOpen."""
    _ready()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            Image.MAX_IMAGE_PIXELS = None  # the limit is held here, before anything is unpacked
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                _hold_size(image)
                yield image
    except CannotOpen:
        raise
    except MemoryError as error:
        raise CannotOpen("too_many_pixels") from error
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, TypeError, IndexError, KeyError) as error:
        raise CannotOpen("broken") from error
    except (ArithmeticError, AttributeError, RuntimeError, EOFError) as error:
        raise CannotOpen("broken") from error


def _hold_size(image: Image.Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise CannotOpen("too_many_pixels")


def frames(image: Image.Image) -> int:
    """How many pages a picture has; an animation counts as one."""
    count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    if count > MOST_PAGES:
        raise CannotOpen("too_many_pages")
    return int(count)


def upright(image: Image.Image, page: int = 0) -> Image.Image:
    """One page of a picture, unpacked, turned as it was held, in gray or colour on white."""
    if page:
        image.seek(page)
        _hold_size(image)
    turned = ImageOps.exif_transpose(image)
    if turned.mode == "L":
        return turned
    if turned.mode == "1":
        return turned.convert("L")
    if turned.mode.startswith("I;16") or turned.mode in ("I", "F"):
        low, high = turned.convert("F").getextrema()
        spread = (high - low) or 1  # type: ignore[operator]  # one band has two numbers
        return turned.convert("F").point(lambda value: (value - low) * (255 / spread)).convert("L")
    if turned.has_transparency_data:
        ground = Image.new("RGB", turned.size, "white")
        layer = turned.convert("RGBA")
        ground.paste(layer, mask=layer.getchannel("A"))
        return ground
    return turned.convert("RGB")


def dots_per_inch(image: Image.Image) -> float:
    """What the picture says of its size; 0 where it says nothing that can be true."""
    told = image.info.get("dpi")
    try:
        value = float(told[0]) if told else 0.0
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return 0.0
    return value if 73 <= value <= 2400 else 0.0  # 72 is what programs write when they do not know


def carried(image: Image.Image) -> list[Carried]:
    """What travels with a picture unseen."""
    found: list[Carried] = []
    exif = image.getexif()
    for table, names in ((exif, _EXIF), (exif.get_ifd(ExifTags.IFD.Exif), _EXIF_INNER)):
        found += [Carried(what, _told(table[tag])) for tag, what in names.items() if table.get(tag)]
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    if place:
        found.append(Carried("place", _place(place)))
    if exif.get_ifd(ExifTags.IFD.IFD1) or "thumbnail" in image.info:
        found.append(Carried("preview_picture"))
    found += [Carried(what, _told(image.info[key])) for key, what in _INFO.items() if image.info.get(key)]
    return found


def _told(value: object) -> str:
    if isinstance(value, bytes):
        value = value.replace(b"\x00", b"").decode("utf-8", "replace")
    text = " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())
    return text if len(text) <= _TOLD else text[: _TOLD - 1] + "…"


def _place(table: dict[int, object]) -> str:
    def degrees(value: object, side: object) -> str:
        try:
            d, m, s = (float(part) for part in value)  # type: ignore[attr-defined]  # three fractions, if it is sound
            return f"{d + m / 60 + s / 3600:.4f} {side}"
        except (TypeError, ValueError, ZeroDivisionError):
            return ""

    north = degrees(table.get(ExifTags.GPS.GPSLatitude), table.get(ExifTags.GPS.GPSLatitudeRef))
    east = degrees(table.get(ExifTags.GPS.GPSLongitude), table.get(ExifTags.GPS.GPSLongitudeRef))
    return ", ".join(part for part in (north, east) if part)
