"""From a planned site and a make to files and truth.

A make is a module below makes/ with
  address(site, section, entry=None, number=1)  the path of a page, ending in "/" or ".html"
  file_address(site, section, file)             the path of an attachment
  render(site, page)                            text or bytes of a page
  LIST, DETAIL                                  the fields of documents that its lists and its detail pages show; DETAIL = None: no pages of their own
and, where it differs from the defaults below: PAGED, INLINE, STAMPED_STATICS, POSTED_DOCUMENTS, files(site),
encoded(site, text) where it is not plain UTF-8, and shown(entry), the fields that a document shows where that depends on the document."""
import importlib
import urllib.parse

import files
import plan
import truth
from model import Page

DEFAULTS = {"PAGED": 0, "INLINE": set(), "STAMPED_STATICS": False, "POSTED_DOCUMENTS": False}
BLANK = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n</body></html>\n"


def make_of(name):
    make = importlib.import_module(f"makes.{name}")
    for key, value in DEFAULTS.items():
        if not hasattr(make, key):
            setattr(make, key, value)
    return make


def assign(site, make):
    """Gives everything its address."""
    for section in site.sections:
        section.address = section.external or make.address(site, section)
        for block in section.blocks:
            if block[0] == "file":
                block[1].address = make.file_address(site, section, block[1])
        for number, entry in enumerate(section.entries, 1):
            entry.section, entry.number = section, number
            own = entry.kind not in make.INLINE and not (entry.kind == "document" and make.DETAIL is None)
            entry.address = make.address(site, section, entry) if own else ""
            for file in entry.files:
                file.address = make.file_address(site, section, file)


def list_pages(site, make, section):
    size = make.PAGED or max(1, len(section.entries))
    slices = [section.entries[i:i + size] for i in range(0, len(section.entries), size)] or [[]]
    addresses = [section.address] + [make.address(site, section, number=n) for n in range(2, len(slices) + 1)]
    return [Page("section", addresses[n], section, entries=part, number=n + 1, count=len(slices), addresses=addresses) for n, part in enumerate(slices)]


def pages(site, make):
    out = [Page("home", "/")]
    for section in site.sections:
        if section.has_page:
            out += list_pages(site, make, section)
            out += [Page("entry", entry.address, section, entry) for entry in section.entries if entry.address]
    return out


def path_of(address):
    path = urllib.parse.unquote(address).lstrip("/")
    return path + "index.html" if path == "" or path.endswith("/") else path


def encoded(text, make=None, site=None):
    if isinstance(text, bytes):
        return text
    return make.encoded(site, text) if hasattr(make, "encoded") else text.encode("utf-8")


def build(name, number, level, index):
    """(files by path, truth) of one site."""
    make = make_of(name)
    site = plan.site(name, number, level, index)
    assign(site, make)
    all_pages = pages(site, make)
    for page in all_pages:
        page.now = site.moment
    home = encoded(make.render(site, all_pages[0]), make, site)
    out = {}
    for page in all_pages:
        state = page.section.state if page.kind == "section" else ""
        body = home if page.kind == "home" or state == "home" else encoded(BLANK if state == "blank" else make.render(site, page), make, site)
        path = path_of(page.address)
        assert path not in out, f"{site.name}: two pages have the address {page.address}"
        out[path] = body
    for file in attachments(site):
        body = files.written(file)
        if body is not None:
            out[path_of(file.address)] = body
    if hasattr(make, "files"):
        out.update({path: encoded(body, make, site) for path, body in make.files(site).items()})
    return out, truth.of(site, make, all_pages)


def attachments(site):
    for section in site.sections:
        if section.has_page:
            for entry in section.entries:
                yield from entry.files
            yield from (block[1] for block in section.blocks if block[0] == "file")
