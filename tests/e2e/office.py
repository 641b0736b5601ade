"""The inspection record and the workbook as an office opens them: well-formed parts, the layout of Decree 30/2020/NĐ-CP, and LibreOffice's own
view of them as PDF, where it is installed (tests/packages.txt, office)."""
import html
import json
import re
import shutil
import subprocess
import sys
import zipfile
import xml.etree.ElementTree as tree

from formats import SAMPLE, hostile
from support import EXAMPLE, Cases, audit_folder, run, scratch

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx(audit, out, *more):
    status, _, err = run("report", audit, "-f", "record-docx", "-o", out, *more)
    assert status == 0, err
    return out


def paragraphs(path):
    """The text of each paragraph, in order."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            tree.fromstring(archive.read(name))
        body = tree.fromstring(archive.read("word/document.xml"))
    return ["".join(text.text or "" for text in paragraph.iter(W + "t")) for paragraph in body.iter(W + "p")]


def same_again(path, folder):
    assert path.read_bytes() == docx(SAMPLE, folder / "again.docx", "--lang", "vi").read_bytes()


def layout(path):
    """The parts of an administrative document, in their order."""
    found = paragraphs(path)
    expected = ["TÊN CƠ QUAN CHỦ QUẢN", "TÊN CƠ QUAN KIỂM TRA", "Số: ……/BB-……", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "………………, ngày …… tháng …… năm ………", "BIÊN BẢN",
                "I. THÀNH PHẦN", "II. ĐỐI TƯỢNG, PHẠM VI VÀ CÁCH KIỂM TRA", "III. KẾT QUẢ", "IV. KIẾN NGHỊ", "V. Ý KIẾN CỦA ĐƠN VỊ ĐƯỢC KIỂM TRA", "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA",
                "TRƯỞNG ĐOÀN KIỂM TRA", "Nơi nhận:", "PHỤ LỤC"]
    places = [found.index(words) for words in expected]
    assert places == sorted(places), list(zip(expected, places))
    assert "Căn cứ Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011 (Nghị định);" in found, [words for words in found if "Căn cứ" in words]


def says_what_the_audit_says(path, truth):
    """Every criterion is in the appendix, every failed one among those not met, with the points that it costs."""
    text = "\n".join(paragraphs(path))
    for finding in truth["findings"]:
        assert finding["title"]["vi"] in text, finding["title"]["vi"]
    recommended = text[text.index("IV. KIẾN NGHỊ"):text.index("V. Ý KIẾN")]
    for finding in truth["findings"]:
        is_recommended = finding["verdict"] in ("failed", "partly") and not finding["waiver"]
        assert (finding["title"]["vi"] in recommended) == is_recommended, finding["rule"]


def same_in_html(audit, path, folder):
    """The page has the same words as the document."""
    out = folder / "record.html"
    status, _, err = run("report", audit, "-f", "record", "-o", out, "--lang", "vi")
    assert status == 0, err
    page = re.sub(r"<(style|title)>.*?</\1>", "", out.read_text(), flags=re.S)
    words = lambda text: re.sub(r"[\s–-]+", "", text)
    page = words(html.unescape(re.sub(r"<[^>]*>", " ", page)))
    for paragraph in paragraphs(path):
        assert words(paragraph) in page, paragraph


def harmless(path):
    """Texts of strangers are texts: no field, no link, no further part."""
    with zipfile.ZipFile(path) as archive:
        document = archive.read("word/document.xml").decode()
        assert set(archive.namelist()) == {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels", "word/styles.xml", "word/header1.xml", "docProps/core.xml"}
    assert "instrText" not in document and "w:fld" not in document and "w:hyperlink" not in document
    paragraphs(path)


def as_pdf(path, folder):
    """What LibreOffice makes of it."""
    profile = folder / "profile"
    done = subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", folder, path], capture_output=True, text=True, timeout=180)
    out = folder / (path.stem + ".pdf")
    assert done.returncode == 0 and out.exists(), done.stdout + done.stderr
    return out


def opened(path, folder, expected):
    pdf = as_pdf(path, folder)
    about = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout
    assert re.search(r"Page size:\s+(59[45].* x 84[12]|84[12].* x 59[45])", about), about
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True).stdout
    for words in expected:
        assert words in text, words
    return text


def record_opened(path, folder):
    text = opened(path, folder, ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BIÊN BẢN", "TRƯỞNG ĐOÀN KIỂM TRA", "PHỤ LỤC"])
    pages = text.split("\f")
    # The head of both agencies stands side by side; pages are numbered from the second on.
    head = next(line for line in pages[0].splitlines() if "CỘNG HÒA" in line)
    assert "TÊN CƠ QUAN" in head, head
    assert pages[1].split()[0] == "2", pages[1][:80]
    assert not re.match(r"\s*1\s*\n", pages[0]), "the first page has a number"


def main():
    cases = Cases()
    with scratch() as folder:
        truth = json.loads(SAMPLE.read_text())
        wicked = folder / "hostile.json"
        wicked.write_text(json.dumps(hostile(truth)))
        sample = docx(SAMPLE, folder / "sample.docx", "--lang", "vi")
        cases.case("the same bytes again", lambda: same_again(sample, folder))
        cases.case("the layout of an administrative document", lambda: layout(sample))
        cases.case("it says what the audit says", lambda: says_what_the_audit_says(sample, truth))
        cases.case("the page says the same", lambda: same_in_html(SAMPLE, sample, folder))
        cases.case("hostile texts", lambda: harmless(docx(wicked, folder / "hostile.docx")))
        if not shutil.which("soffice") or not shutil.which("pdftotext"):
            print("skipped: there is no LibreOffice (or no pdftotext), so nobody opens the files")
        else:
            audit_folder(EXAMPLE, folder / "example")
            whole = docx(folder / "example/audit.json", folder / "example.docx", "--lang", "vi")
            cases.case("LibreOffice opens the record", lambda: record_opened(whole, folder))
            cases.case("LibreOffice opens a hostile one", lambda: opened(folder / "hostile.docx", folder, ["RECORD"]))
            book = folder / "book.xlsx"
            assert run("report", SAMPLE, "-f", "xlsx", "-o", book, "--lang", "vi")[0] == 0
            cases.case("LibreOffice opens the workbook", lambda: opened(book, folder, ["Chiến lược, quy hoạch", "12/QĐ-SXD"]))
    cases.end(5)


if __name__ == "__main__":
    sys.exit(main())
