"""Bytes into text: UTF-8 where it is valid, else what Russian files are otherwise saved in, else a refusal."""

from __future__ import annotations

import codecs
import re

from dragoman.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte-order marks; that of UTF-32 LE begins with that of UTF-16 LE, so it stands before."""

LEGACY = ("cp1251", "koi8-r")
"""One-byte encodings that Russian files are met in."""

DOCUMENTS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word document or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
)
"""First bytes of what people keep articles in and take for text."""

COMMON = frozenset("оеаинтсрвл")
"""The ten commonest letters of Russian, over 60 % of the letters of any text (Национальный корпус русского языка)."""

CYRILLIC_RUN = re.compile("[\u0400-\u04ff]+")
SURROGATE = re.compile("[\ud800-\udfff]")
CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")


def decode(raw: bytes, where: str) -> str:
    """The text of these bytes, byte-order mark dropped, line ends untouched. Raises InputError where they are no text.

    >>> decode("Баку".encode(), "a.txt"), decode("Переговоры прошли в Баку".encode("cp1251"), "a.txt")
    ('Баку', 'Переговоры прошли в Баку')
    """
    kind = next((name for mark, name in DOCUMENTS if raw.startswith(mark)), None)
    if kind:
        raise InputError(where, f"not text but {kind}; save it as plain text")
    text = _marked(raw) if raw.startswith(tuple(mark for mark, _ in MARKS)) else _unmarked(raw, where)
    if text is None or is_binary(text):
        raise InputError(where, "not text")
    return text


def decode_json(raw: bytes, where: str) -> str:
    """As `decode`, but lone surrogates that a careless program wrote as three bytes pass: `fields` mends them."""
    try:
        return raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="surrogatepass")
    except UnicodeDecodeError:
        return decode(raw, where)


def _marked(raw: bytes) -> str | None:
    encoding = next(name for mark, name in MARKS if raw.startswith(mark))
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked(raw: bytes, where: str) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if looks_russian(raw.decode("utf-8", errors="ignore")):
            raise InputError(where, f"broken UTF-8 at byte {error.start}; save it again as UTF-8") from None
        return legacy(raw)


def legacy(raw: bytes) -> str | None:
    """The text in the one-byte encoding in which it looks most Russian; None where it does in none.

    KOI8-R read as cp1251 is letters too, but the wrong ones and of the wrong case.
    """
    texts = [raw.decode(encoding, errors="replace") for encoding in LEGACY]
    best = max(texts, key=_commonness)
    return best if looks_russian(best) else None


def _commonness(text: str) -> float:
    """The share of the commonest letters, small ones only, among all that is not ASCII."""
    foreign = [c for c in text if c > "\x7f"]
    return sum(c in COMMON for c in foreign) / max(len(foreign), 1)


def looks_russian(text: str) -> bool:
    """Whether what is not ASCII in a text is nearly all Cyrillic, in whole words, with Russian's common letters.

    French accents read as cp1251 are Cyrillic letters too, but each stands alone among Latin ones.

    >>> looks_russian("Встреча прошла в Баку."), looks_russian("Âñòðå÷à ïðîøëà"), looks_russian("Йlиve dйjа")
    (True, False, False)
    """
    foreign = sum(c > "\x7f" for c in text)
    runs = CYRILLIC_RUN.findall(text)
    letters = sum(map(len, runs))
    return bool(runs) and letters / foreign > 0.8 and letters / len(runs) > 2.5 and _commonness(text) > 0.35


def is_binary(text: str) -> bool:
    """Whether a decoded file is no text after all: a NUL in it, or more than one control character in a hundred.

    >>> is_binary("Встреча\\n"), is_binary("\\x00\\x01")
    (False, True)
    """
    return "\x00" in text or len(CONTROL.findall(text)) * 100 > len(text)


def without_surrogates(text: str) -> str:
    """Each lone surrogate as one U+FFFD: what JSON can carry and no encoding can write.

    >>> without_surrogates("а\\ud83dб") == "а\\ufffdб"
    True
    """
    return SURROGATE.sub("\ufffd", text)
