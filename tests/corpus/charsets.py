"""How old systems write Vietnamese letters into bytes."""
import html.entities
import unicodedata

NAMES = {chr(code): f"&{name};" for code, name in html.entities.codepoint2name.items() if code > 127}


def windows_1258(text):
    """Letters with a hat or horn are one byte, tone marks follow as bytes of their own."""
    return b"".join(in_1258(char) for char in unicodedata.normalize("NFC", text))


def in_1258(char):
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        pass
    parts = unicodedata.normalize("NFD", char)
    tones = [mark for mark in parts[1:] if mark in "\u0300\u0301\u0303\u0309\u0323"]
    base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
    return (base + "".join(tones)).encode("cp1258", "xmlcharrefreplace")


def entities(text):
    """Letters that HTML has names for are written with them, as editors of about 2008 did."""
    return "".join(NAMES.get(char, char) for char in text).encode("utf-8")


def decomposed(text):
    """Every mark apart from its letter, as some keyboards type."""
    return unicodedata.normalize("NFD", text).encode("utf-8")
