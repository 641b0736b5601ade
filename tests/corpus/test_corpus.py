"""The corpus agrees with itself: what a truth promises stands in the pages, without asking the tool."""
import html
import re
import unicodedata
import unittest
import urllib.parse

import build
import halves
import scoring
import words


def text_of(body):
    """What a reader sees, roughly, and the tags' attributes."""
    for charset in ("utf-8-sig", "cp1258"):
        try:
            return unicodedata.normalize("NFC", html.unescape(body.decode(charset)))
        except UnicodeDecodeError:
            continue
    raise AssertionError("not readable")


def seen_text(body):
    return scoring.folded(re.sub(r"<[^>]*>", " ", text_of(body)))


def targets(site, page, body):
    """Full addresses of a page's links."""
    found = re.findall(r"""(?:href|src)\s*=\s*["']?([^"'>\s]+)""", text_of(body), re.I)
    found += re.findall(r'option value="([^"]+)"', text_of(body))
    return {urllib.parse.urljoin(page, url).split("#")[0] for url in found}


def ways(day):
    """How the day may be written, as patterns."""
    year, month, number = (int(part) for part in day.split("-"))
    return [rf"\b0?{number}[/.-]0?{month}[/.-](?:{year}|{year % 100})\b", rf"{year}[-/]{month:02d}[-/]{number:02d}",
            rf"\b0?{number} (?:thg|tháng) 0?{month},? (?:năm )?{year}", rf"\b0?{number} tháng [^\d]{{2,12}},? {year}",
            r"\d+ (?:giờ|phút|ngày) trước", "Vừa xong", "Hôm qua"]


class Corpus(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sites = [build.build(*plan) for plan in halves.plans()]

    def each(self):
        for files, truth in self.sites:
            pages = {urllib.parse.unquote(urllib.parse.urlsplit(url).path): url for url in truth["pages"]}
            yield files, truth, {url: files[build.path_of(path)] for path, url in pages.items()}

    def test_size(self):
        self.assertGreaterEqual(len({truth["make"] for _, truth in self.sites}), 14)
        for files, truth, pages in self.each():
            self.assertTrue(25 <= len(pages) <= 110, (truth["site"], len(pages)))
        names = [truth["as"] for _, truth in self.sites]
        self.assertEqual(len(names), len(set(names)), "two sites have one address")

    def test_every_page_is_linked(self):
        for files, truth, pages in self.each():
            framed = {truth["as"] + path: body for path, body in files.items() if path.startswith("khung/")}
            linked = set().union(*(targets(truth, url, body) for url, body in [*pages.items(), *framed.items()]))
            missing = set(pages) - linked
            self.assertFalse(missing, truth["site"])

    def test_present_sections_are_there(self):
        for files, truth, pages in self.each():
            for item, right in truth["items"].items():
                self.assertIn(item, words.ITEMS)
                if right["state"] == "present":
                    self.assertTrue(right["section"], (truth["site"], item))
                for url in right["section"]:
                    self.assertIn(url, pages)

    def test_absent_items_have_no_page(self):
        for _, truth, _ in self.each():
            for item, right in truth["items"].items():
                if right["state"] == "absent" and not right["skip"]:
                    self.assertEqual(right["section"], [], (truth["site"], item))

    def test_days_can_be_read(self):
        for files, truth, pages in self.each():
            for url, day in truth["pages"].items():
                if day and truth["make"] != "imagemenu":  # there the list says it
                    text = text_of(pages[url]) + url
                    self.assertTrue(any(re.search(way, text, re.I) for way in ways(day)), (url, day))

    def test_fields_can_be_read(self):
        for files, truth, pages in self.each():
            for document in truth["documents"]:
                text = seen_text(pages[document["page"]])
                for name in ("type", "authority", "number", "abstract"):
                    value = document["fields"][name]
                    if value:
                        self.assertIn(scoring.folded(value), text, (document["page"], name))
                for name in ("issued", "effective"):
                    value = document["fields"][name]
                    if value:
                        self.assertTrue(any(re.search(way, text.replace(" ", " "), re.I) for way in spaced(value)), (document["page"], name, value))

    def test_files_are_linked_and_as_said(self):
        magic = {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK", "doc": bytes.fromhex("d0cf11e0")}
        for files, truth, pages in self.each():
            for document in truth["documents"]:
                links = targets(truth, document["page"], pages[document["page"]])
                for file in document["files"]:
                    self.assertIn(file["url"], links)
                    body = files.get(build.path_of(urllib.parse.urlsplit(file["url"]).path))
                    good = body is not None and body.startswith(magic[file["url"].rsplit(".", 1)[1]]) and b"/Subtype /Image" not in body
                    self.assertEqual(good, file["sound"], file)


    def test_who_knows_all_makes_no_mistake(self):
        for _, truth, _ in self.each():
            items = [{"id": item, "state": right["state"], "pages": right["section"][:1], "label": ""} for item, right in truth["items"].items()]
            rows = [{"address": url, "published": day} for url, day in truth["pages"].items()]
            tallies, empty, mistakes, unreported = scoring.items(truth, items)
            days, wrong_days = scoring.dates(truth, rows)
            fields, files, wrong_fields = scoring.documents(truth, list(reversed(truth["documents"])))
            self.assertEqual(mistakes + wrong_days + wrong_fields + unreported, [])
            self.assertTrue(all(tally.f1 == 1 for tally in [*tallies.values(), empty, days, *fields.values(), files]))


def spaced(day):
    """As `ways`, after folding has turned points into blanks."""
    year, month, number = (int(part) for part in day.split("-"))
    return [rf"\b0?{number}[/ -]0?{month}[/ -]{year}\b", rf"\b0?{number} tháng 0?{month} năm {year}"]


if __name__ == "__main__":
    unittest.main()
