"""What a site is before a template turns it into pages. The makes read this and nothing else."""
import dataclasses
import datetime
import re
import unicodedata

TYPES = {"ministry", "central-department", "province", "provincial-department", "district", "commune"}


@dataclasses.dataclass
class Unit:
    """The agency: everything here is invented."""
    name: str             # "Sở Xây dựng tỉnh Hà Trạch"
    short: str            # "Sở Xây dựng"
    level: str            # one of TYPES
    parent: str           # "Ủy ban nhân dân tỉnh Hà Trạch"
    territory: str        # "tỉnh Hà Trạch"
    host: str             # "sxd.hatrach.gov.vn"
    initials: str         # "SXD", as in numbers of documents
    field: str            # key of prose.FIELDS
    street: str
    phone: str
    fax: str
    email: str


@dataclasses.dataclass
class File:
    """An attachment; `kind` is what it really is, `name` what it claims."""
    name: str
    kind: str             # pdf docx doc xlsx | html empty scan missing
    text: str
    address: str = ""

    WHY = {"html": "html", "empty": "empty", "scan": "no-text", "missing": "missing"}

    @property
    def sound(self):
        return self.kind not in self.WHY


@dataclasses.dataclass
class Entry:
    """A page below a section: an article, a document, a draft, a project, a question."""
    kind: str
    title: str
    lead: str = ""
    blocks: list = dataclasses.field(default_factory=list)
    moment: datetime.datetime | None = None
    stamp: str = "shown"  # shown | none | wrong
    wrong: str = ""       # the impossible date that is written instead
    author: str = ""
    source: str = ""
    comments: list = dataclasses.field(default_factory=list)
    fields: dict = dataclasses.field(default_factory=dict)
    files: list = dataclasses.field(default_factory=list)
    address: str = ""     # empty: it has no page of its own
    section: object = None
    number: int = 0

    @property
    def day(self):
        """The day that a reader can tell, or None."""
        return self.moment.date() if self.moment and self.stamp == "shown" else None


@dataclasses.dataclass
class Section:
    key: str              # unique in the site
    item: str | None      # the information item that it is, if any
    label: str            # as menus call it
    title: str            # as its page calls itself
    kind: str             # static list documents schedule questions contact sitemap services form english
    state: str = "present"
    blocks: list = dataclasses.field(default_factory=list)
    entries: list = dataclasses.field(default_factory=list)
    group: str = ""       # the menu group that it belongs to
    place: str = "menu"   # menu side banner footer map deep
    external: str = ""    # where it leads instead, on another host
    moment: datetime.datetime | None = None  # of static pages that carry a stamp of their own
    also: list = dataclasses.field(default_factory=list)  # further items that this page covers
    address: str = ""
    why: str = ""

    @property
    def has_page(self):
        return self.state not in ("broken", "external")


@dataclasses.dataclass
class Group:
    """A top entry of the menu; `section` is its own page, if it has one."""
    key: str
    label: str
    sections: list
    section: Section | None = None


@dataclasses.dataclass
class Page:
    """One address to render. `kind`: home, section, entry."""
    kind: str
    address: str
    section: Section | None = None
    entry: Entry | None = None
    entries: list = dataclasses.field(default_factory=list)  # of a section: those of this page of the list
    number: int = 1
    count: int = 1
    addresses: list = dataclasses.field(default_factory=list)  # of all pages of this list
    now: datetime.datetime | None = None                       # when it is fetched


@dataclasses.dataclass
class Site:
    make: str
    number: int
    unit: Unit
    moment: datetime.datetime
    rng: object
    groups: list = dataclasses.field(default_factory=list)
    sections: list = dataclasses.field(default_factory=list)
    links: list = dataclasses.field(default_factory=list)   # (label, address) of other portals
    bare_footer: bool = False                               # no telephone and no e-mail in the footer

    @property
    def name(self):
        return f"{self.make}-{self.number}"

    @property
    def address(self):
        return f"https://{self.unit.host}/"

    def of(self, place):
        return [section for section in self.sections if section.place == place]

    def news(self, most=8):
        """The newest articles of the news sections."""
        found = [e for s in self.sections if (s.item == "news" or "news" in s.also) for e in s.entries]
        return sorted(found, key=lambda e: e.moment or self.moment, reverse=True)[:most]

    def recent(self, most=8):
        """Like news, but only those whose day is known: for blocks that write it."""
        return [entry for entry in self.news(40) if entry.day][:most]

    def crumbs(self, section, entry=None):
        """(label, address) from home down to the page before this one; the address may be empty."""
        group = next((g for g in self.groups if g.key == section.group), None)
        trail = [("Trang chủ", "/")]
        if group and group.section is not section:
            trail.append((group.label, group.section.address if group.section else ""))
        if entry:
            trail.append((section.label, section.address))
        return trail


def plain(text, drop_d=False):
    """Without diacritics. Some systems lose the đ instead of writing d."""
    text = text.replace("đ", "" if drop_d else "d").replace("Đ", "" if drop_d else "D")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def slug(text, drop_d=False, joint="-", most=70):
    words = re.findall(r"[a-z0-9]+", plain(text, drop_d).lower())
    out = joint.join(words)
    return out if len(out) <= most else out[:most].rsplit(joint, 1)[0]


def escaped(text):
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


WEEKDAYS = ["Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"]


def weekday(day):
    return "Chủ Nhật" if day.weekday() == 6 else f"Thứ {WEEKDAYS[day.weekday()]}"
