"""How right an audit is, against a truth. Pure functions: what the tool said goes in as parsed JSON."""
import dataclasses
import datetime
import re
import unicodedata
import urllib.parse

FIELDS = ["type", "authority", "number", "issued", "effective", "abstract"]
DOCUMENT_ITEMS = {"documents.list", "directives.opinions", "gazette"}


@dataclasses.dataclass
class Tally:
    right: int = 0    # said, and true
    wrong: int = 0    # said, and not true
    missed: int = 0   # true, and not said

    def __iadd__(self, other):
        self.right, self.wrong, self.missed = self.right + other.right, self.wrong + other.wrong, self.missed + other.missed
        return self

    @property
    def precision(self):
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self):
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self):
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision + self.recall else 0.0


@dataclasses.dataclass
class Mistake:
    measure: str
    site: str
    what: str
    page: str
    expected: str
    got: str


def same_address(a, b):
    return canonical(a) == canonical(b)


def canonical(address):
    parts = urllib.parse.urlsplit(address)
    path = urllib.parse.unquote(parts.path) or "/"
    path = re.sub(r"(?<=/)index\.html?$", "", path)
    return f"{parts.netloc.lower()}{path}" + (f"?{parts.query}" if parts.query else "")


# ---------- items and emptiness

def items(truth, said):
    """(tally of items by id, tally of emptiness, mistakes, ids that the tool does not report). `said` is items[] of the audit."""
    by_id = {item["id"]: item for item in said}
    tallies, empty, mistakes, unreported = {}, Tally(), [], []
    for item, right in truth["items"].items():
        if right["skip"]:
            continue
        if item not in by_id:
            unreported.append(item)
            continue
        got = by_id[item]
        page = got["pages"][0] if got.get("pages") else ""
        tally, mistake = one_item(right, got["state"], page)
        tallies[item] = tally
        empty += emptiness(right, got["state"])
        if mistake or got["state"] == "empty" != right["state"] and "empty" not in right["or"] or right["state"] == "empty" != got["state"] and got["state"] not in right["or"]:
            expected = f'{right["state"]} {" ".join(right["section"])}'.strip()
            mistakes.append(Mistake("items" if mistake else "emptiness", truth["site"], item, page, f'{expected} ({right["why"]})',
                                    f'{got["state"]} “{got.get("label", "")}”'))
    return tallies, empty, mistakes, unreported


def one_item(right, state, page):
    """Present, and its first page is one of the item's own: right. Anything else that is called present is wrong."""
    accepted = any(same_address(page, own) for own in right["section"])
    if right["state"] == "present":
        if state == "present":
            return (Tally(right=1), False) if accepted else (Tally(wrong=1, missed=1), True)
        return Tally(missed=1), True
    return (Tally(wrong=1), True) if state == "present" else (Tally(), False)


def emptiness(right, state):
    if right["state"] == "empty":
        return Tally(right=1) if state == "empty" else Tally() if state in right["or"] else Tally(missed=1)
    return Tally(wrong=1) if state == "empty" and "empty" not in right["or"] else Tally()


# ---------- dates

def dates(truth, rows):
    """Publication dates of pages. `rows` is what `portalaudit pages` says."""
    said = {canonical(row["address"]): row.get("published") or None for row in rows}
    tally, mistakes = Tally(), []
    for address, right in truth["pages"].items():
        got = said.get(canonical(address))
        got = got[:10] if got else None
        tally += Tally(right=int(got == right and got is not None), wrong=int(got is not None and got != right), missed=int(right is not None and got != right))
        if got != right:
            mistakes.append(Mistake("dates", truth["site"], "published", address, str(right), str(got)))
    return tally, mistakes


# ---------- documents

def documents(truth, said, asked=None):
    """(tally of fields by name, tally of files, mistakes). Documents are matched by page, those of one page by their number.
    `asked`: ids of the items that the audit reports; documents of others are not asked of this type of unit."""
    fields, found_files, mistakes = {name: Tally() for name in FIELDS}, Tally(), []
    left = {}
    for document in said:
        left.setdefault(canonical(document["page"]), []).append(document)
    for right in truth["documents"]:
        if asked is not None and right["item"] not in asked:
            continue
        got = taken(left.get(canonical(right["page"]), []), right)
        for name in FIELDS:
            compare_field(truth, right, name, got, fields, mistakes)
        compare_files(truth, right, got, found_files, mistakes)
    lists = {canonical(address) for address in truth["lists"]}
    for page, rest in left.items():
        for document in rest if page not in lists else []:
            if document.get("item") and document["item"] not in DOCUMENT_ITEMS:
                continue  # drafts, projects and reports may have fields too; they are not labelled here
            names = [name for name in FIELDS if document.get("fields", {}).get(name)]
            for name in names:
                fields[name].wrong += 1
            if names:
                mistakes.append(Mistake("documents", truth["site"], "no document", document["page"], "nothing", str(document["fields"])))
    return fields, found_files, mistakes


def taken(candidates, right):
    """The candidate that agrees with `right` in most fields, taken out of the list."""
    if not candidates:
        return None
    best = (max(candidates, key=lambda d: (sum(same_value(n, right["fields"][n], d.get("fields", {}).get(n)) for n in FIELDS if right["fields"][n]),
                                           shared_files(right, d))))
    if len(candidates) > 1 and not any(same_value(n, right["fields"][n], best.get("fields", {}).get(n)) for n in ("number", "abstract") if right["fields"][n]) and not shared_files(right,
            best):
        return None
    candidates.remove(best)
    return best


def shared_files(right, document):
    own = {canonical(file["url"]) for file in right["files"]}
    return sum(canonical(file["url"]) in own for file in document.get("files", []))


def compare_field(truth, right, name, got, fields, mistakes):
    expected, value = right["fields"][name], (got or {}).get("fields", {}).get(name) or None
    if not expected and value and same_value(name, right.get("hidden", {}).get(name), value):
        return  # true, and not shown as a field: read off the number or the title
    good = same_value(name, expected, value)
    fields[name] += Tally(right=int(bool(expected) and good), wrong=int(bool(value) and not good), missed=int(bool(expected) and not good))
    if not good:
        mistakes.append(Mistake("documents", truth["site"], name, right["page"], str(expected), str(value)))


def compare_files(truth, right, got, tally, mistakes):
    """A broken file that is called broken, or a sound one that is called sound, is right. Unknown is not said."""
    said = {canonical(file["url"]): file for file in (got or {}).get("files", [])}
    for file in right["files"]:
        verdict = soundness(said.pop(canonical(file["url"]), {}))
        if verdict == file["sound"]:
            tally += Tally(right=1)
            continue
        tally += Tally(missed=1) if verdict is None else Tally(wrong=1, missed=1)
        expected = "sound" if file["sound"] else f'broken: {file["why"]}'
        got_text = {None: "nothing", True: "sound", False: "broken"}[verdict]
        mistakes.append(Mistake("files", truth["site"], file["url"].rsplit("/", 1)[-1], right["page"], expected, got_text))
    for other in said.values():
        tally += Tally(wrong=1)
        mistakes.append(Mistake("files", truth["site"], other["url"], right["page"], "no such file", str(soundness(other))))


def soundness(file):
    """True, False, or None where nothing is said; a file has `state` sound, no-text (pictures of pages alone, which a truth counts
    as broken), broken or unknown, or `sound` in a truth."""
    if "state" in file:
        return {"sound": True, "no-text": False, "broken": False}.get(file["state"])
    return file.get("sound")


def same_value(name, expected, value):
    if not expected or not value:
        return not expected and not value
    if name in ("issued", "effective"):
        return day_in(value) == expected
    return folded(value) == folded(expected)


def folded(text):
    text = unicodedata.normalize("NFC", text).casefold()
    text = re.sub(r"^(v/v|về việc)[:\s]+", "", text.strip())
    return re.sub(r"[\s.,;:“”\"]+", " ", text).strip()


def day_in(text):
    """The ISO day that a text names, or the text."""
    if re.match(r"\d{4}-\d\d-\d\d", text):
        return text[:10]
    found = re.search(r"(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})", text)
    try:
        return datetime.date(int(found[3]), int(found[2]), int(found[1])).isoformat() if found else text
    except ValueError:
        return text
