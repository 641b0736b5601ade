"""Attached files, made byte by byte: small, valid where they should be, and broken in the ways of real portals."""
import io
import zipfile

from model import escaped, plain

PIXEL = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffdb004300" + "10" * 64 +
                      "ffc0000b080001000101011100ffc40014000100000000000000000000000000000009ffc40014100100000000000000000000000000000000"
                      "ffda0008010100003f0054ffd9")


def pdf(text):
    """One page with text; letters outside ASCII are given without their marks, as Helvetica has none of them."""
    lines = plain(text).encode("ascii", "replace").decode().replace("\\", "").replace("(", "[").replace(")", "]")
    pieces = [lines[i:i + 80] for i in range(0, len(lines), 80)] or [""]
    shown = " ".join(f"({piece}) Tj 0 -14 Td" for piece in pieces)
    content = f"BT /F1 11 Tf 60 780 Td {shown} ET".encode()
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                      b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                      stream(b"", content), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"])


def scan():
    """One page that is a picture: no text can be taken from it."""
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                      b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im0 5 0 R >> >> >>",
                      stream(b"", b"q 595 0 0 842 0 0 cm /Im0 Do Q"),
                      stream(b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode ", PIXEL)])


def stream(head, body):
    return b"<< " + head + b"/Length " + str(len(body)).encode() + b" >>\nstream\n" + body + b"\nendstream"


def assembled(objects):
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010d} 00000 n \n".encode()
    return bytes(out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())


def zipped(parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts:
            package.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text)
    return buffer.getvalue()


TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = '<?xml version="1.0" encoding="UTF-8"?>'


def office(parts, relations=()):
    """A package of Office Open XML: `parts` are (name, content type, body), the first one is the document."""
    kinds = "".join(f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.{kind}+xml"/>' for name, kind, _ in parts)
    first = parts[0][0]
    return zipped([
        ("[Content_Types].xml", f'{XML}<Types xmlns="{TYPES}"><Default Extension="rels" '
         f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{kinds}</Types>'),
        ("_rels/.rels", f'{XML}<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="{first}"/></Relationships>'),
        *[(name, XML + body) for name, _, body in parts], *relations])


def docx(text):
    return office([("word/document.xml", "wordprocessingml.document.main",
                    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
                    f"{escaped(text)}</w:t></w:r></w:p></w:body></w:document>")])


def xlsx(text):
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return office([("xl/workbook.xml", "spreadsheetml.sheet.main",
                    f'<workbook xmlns="{main}" xmlns:r="{OFFICE}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>'),
                   ("xl/sheet1.xml", "spreadsheetml.worksheet",
                    f'<worksheet xmlns="{main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>{escaped(text)}</t></is></c></row></sheetData></worksheet>')],
                  [("xl/_rels/workbook.xml.rels", f'{XML}<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/worksheet" '
                    'Target="sheet1.xml"/></Relationships>')])


def doc(text):
    """The head of an old Word file (OLE2) and some bytes after it."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + bytes.fromhex("3e000300feff0900") + bytes(480) + text.encode("utf-16-le") + bytes(1024)


def html(text):
    return f"<!DOCTYPE html><html><head><title>Đăng nhập</title></head><body><form><p>Phiên làm việc đã hết. {escaped(text)}</p></form></body></html>".encode()


MAKERS = {"pdf": pdf, "docx": docx, "doc": doc, "xlsx": xlsx, "html": html, "empty": lambda _: b"", "scan": lambda _: scan(), "missing": None}


def written(file):
    """The bytes, or None for a file that is linked and not there."""
    maker = MAKERS[file.kind]
    return maker(file.text) if maker else None
