"""Files as people bring them, made for the tests: sound, broken and hostile ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from email.message import EmailMessage
from functools import cache

import pikepdf
from PIL import ExifTags, Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas


def saved(image: Image.Image, form: str, **how: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **how)  # type: ignore[arg-type]  # what the form takes
    return out.getvalue()


@cache
def page(angle: float = 0.0, width: int = 1240, height: int = 1754, ground: int = 235) -> Image.Image:
    """A gray page of text lines, turned by so many degrees on a dark table."""
    image = Image.new("L", (width, height), ground)
    draw = ImageDraw.Draw(image)
    for line in range(40):
        y = height // 10 + line * height // 55
        x = width // 8
        for word in range(9):
            long = 30 + (line * 7 + word * 13) % 60
            draw.rectangle((x, y, x + long, y + height // 160), fill=25)
            x += long + 18
    return image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=50) if angle else image


def photograph_with_a_story() -> bytes:
    """A JPEG that tells who took it, with what, when and where."""
    image = Image.effect_noise((400, 300), 60).convert("RGB")
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Lumo"
    exif[ExifTags.Base.Model] = "Field 7"
    exif[ExifTags.Base.Artist] = "Canary Artist"
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:03:02 21:15:00"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (12.0, 30.0, 0.0)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "E", (42.0, 15.0, 0.0)
    return saved(image, "JPEG", exif=exif, comment=b"Canary comment")


def pdf(lines: tuple[str, ...] = ("A letter of support.",), pages: int = 1) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.setAuthor("Canary Author")
    for number in range(pages):
        for i, line in enumerate(lines):
            canvas.drawString(72, 740 - i * 20, f"{line} {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def hostile_pdf() -> bytes:
    """A PDF that would run a script, carries a file, a comment, a form and a link out."""
    with pikepdf.open(io.BytesIO(pdf())) as document:
        names = pikepdf.Name
        document.Root.OpenAction = pikepdf.Dictionary(S=names.JavaScript, JS="app.alert(1)")
        document.attachments["plan.exe"] = b"MZ canary attachment"
        note = pikepdf.Dictionary(
            Type=names.Annot, Subtype=names.Text, Rect=[0, 0, 9, 9], Contents="Canary note", T="Canary"
        )
        link = pikepdf.Dictionary(
            Type=names.Annot, Subtype=names.Link, Rect=[0, 0, 9, 9],
            A=pikepdf.Dictionary(S=names.URI, URI="http://canary.invalid/"),
        )  # fmt: skip
        document.pages[0].Annots = pikepdf.Array([note, link])
        field = pikepdf.Dictionary(FT=names.Tx, T="field", V="Canary value")
        document.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def locked_pdf() -> bytes:
    with pikepdf.open(io.BytesIO(pdf())) as document:
        out = io.BytesIO()
        document.save(out, encryption=pikepdf.Encryption(owner="own", user="use"))
    return out.getvalue()


def circular_pdf() -> bytes:
    """A page tree that holds itself."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\n%%EOF"
    )


def swelling_pdf() -> bytes:
    """A page whose few bytes unpack to half a gigabyte."""
    packed = zlib.compress(b"q Q " * (128 * 1024 * 1024 // 4), 9)
    packed = zlib.compress(packed, 9) if len(packed) < 1 else packed
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[4 0 R 4 0 R 4 0 R 4 0 R]>>endobj\n"
        + b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n" % len(packed)
        + packed
        + b"\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>\n%%EOF"
    )


def endless_png(width: int = 60_000, height: int = 60_000) -> bytes:
    """A few bytes that claim to be billions of pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * 200_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def word(body: str = "<w:p><w:r><w:t>First line.</w:t></w:r></w:p>", **more: bytes) -> bytes:
    """A Word file with this body; `more` are further parts by name, `__` for `/` and `_dot_` for `.`."""
    out = io.BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
        for name, data in more.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


def swelling_word() -> bytes:
    """A Word file whose text unpacks to more than is taken."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(220):
            part.write(b" " * (1024 * 1024))
    return out.getvalue()


def laughing_word() -> bytes:
    """A Word file whose XML declares entities that grow."""
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", text)
    return out.getvalue()


def mail(*, html: bool = False) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "one@example.invalid", "two@example.invalid"
    message["Subject"], message["Date"] = "نامه", "Mon, 02 Mar 2026 10:00:00 +0000"
    message["Received"] = "from canary.invalid ([203.0.113.9])"
    message["X-Mailer"] = "Pigeon 4"
    if html:
        message.set_content("<html><head><script>canary()</script></head><p>We know where you live.</p></html>", "html")
    else:
        message.set_content("We know where you live.\n")
    message.add_attachment(b"canary", maintype="application", subtype="octet-stream", filename="list.bin")
    return bytes(message)
