"""Small pictures of every kind, things that only look like one, and banks that name them."""

import struct
import zlib
from pathlib import Path

from quizapp.banks.library import Library, LoadedBank


def png(shade: int = 0) -> bytes:
    """One pixel; another shade makes another file."""
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixel = zlib.compress(bytes([0, shade]))
    parts = [(b"IHDR", header), (b"IDAT", pixel), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def ftyp(major: bytes, *others: bytes) -> bytes:
    """The first box of a file of the ISO base media format, with something after it."""
    box = b"ftyp" + major + b"\0\0\0\0" + b"".join(others)
    return struct.pack(">I", len(box) + 4) + box + b"\0\0\0\x08meta"


KINDS = {
    "png": png(),
    "jpg": bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9"),
    "gif": bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b"),
    "webp": bytes.fromhex("524946461a000000574542505650384c0d0000002f00000010071011118888fe0700"),
    "avif": ftyp(b"avif", b"mif1", b"miaf"),
}
MORE_OF_A_KIND = [
    ("gif", b"GIF87a" + bytes(20)),
    ("jpg", b"\xff\xd8\xff\xe1\x00\x10Exif"),
    ("avif", ftyp(b"mif1", b"miaf", b"avif")),
    ("avif", ftyp(b"avis")),
]
NOT_SHOWN = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "svg after a comment": b'<?xml version="1.0"?><!-- x --><svg onload="alert(1)"/>',
    "html": b"<!doctype html><script>alert(1)</script>",
    "html before a png": b"<script>alert(1)</script>" + png(),
    "a blank before a png": b" " + png(),
    "pdf": b"%PDF-1.7\n",
    "bmp": b"BM" + bytes(60),
    "tiff": b"II*\0" + bytes(60),
    "ico": b"\0\0\x01\0" + bytes(60),
    "heic": ftyp(b"heic", b"mif1", b"heic"),
    "mp4": ftyp(b"isom", b"avc1"),
    "avif only later": ftyp(b"isom") + b"ftypavif",
    "a box that says it is longer": b"\xff\xff\xff\xff" + b"ftypisom",
    "wave": b"RIFF\x24\0\0\0WAVEfmt ",
    "half a png": png()[:7],
    "gif of a later year": b"GIF90a" + bytes(20),
    "javascript": b"alert(1)",
    "text": b"png",
    "nothing": b"",
}
START = "---\ntitle: Maps\n---\n\n"
ASKED = "## {stem}\n`id: {id}`\n\n{text}\n\n- (x) a) One\n- ( ) b) Two\n- ( ) c) Three\n\n"


def bank(*texts: str) -> str:
    """A bank with a question for each text."""
    asked = [
        ASKED.format(stem=f"Which is {number}?", id=f"q-{number}", text=text)
        for number, text in enumerate(texts, 1)
    ]
    return START + "".join(asked)


def load(folder: Path, text: str) -> LoadedBank:
    """The bank of a text, as a file of `folder`."""
    (folder / "maps.md").write_text(text, encoding="utf-8")
    return Library(folder).load("maps")
