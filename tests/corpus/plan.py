"""Which items a site has, which are empty, which are missing, and what stands near them: one seeded plan a site."""
import datetime
import random

import english
import lists
import names
import papers
import statics
import words
from model import Entry, File, Group, Section, Site, slug
from prose import Writer

UNUSUAL = 0.12  # of the labels: words that no list has
ZONE = datetime.timezone(datetime.timedelta(hours=7))
EMPTY = ["updating", "updating", "updating", "no-entries", "template", "blank", "soft404", "home", "picture", "scan", "shell"]
UPDATING = ["Nội dung đang được cập nhật.", "Đang cập nhật...", "Chuyên mục đang trong quá trình xây dựng, mời quý vị quay lại sau.",
            "Thông tin đang cập nhật", "Nội dung này hiện chưa có, Ban Biên tập sẽ bổ sung trong thời gian tới.",
            "Trang đang được xây dựng", "Đang hoàn thiện nội dung"]
NO_ENTRIES = (["Không có dữ liệu", "Chưa có bài viết nào trong chuyên mục này.", "Tìm thấy 0 bản ghi", "Không tìm thấy kết quả nào phù hợp",
               "Hiện chưa có bản tin nào", "Không có bản ghi nào để hiển thị (0 / 0 trang)"])
SOFT404 = ["Không tìm thấy trang bạn yêu cầu", "404 - Trang không tồn tại", "Rất tiếc, đường dẫn này đã bị xóa hoặc thay đổi"]
NO_PICTURE = ({"intro.structure", "territory.structure", "territory.map", "foreign-language", "function.sitemap", "consultation.regulation-feedback",
               "intro.contact", "news", "qa"})
KINDS = {"ministry": "Bộ", "central-department": "Cục", "provincial-department": "Sở", "province": "UBND tỉnh", "district": "UBND huyện", "commune": "UBND xã"}


def site(make, number, level, index):
    rng = random.Random(f"{make}/{number}")
    unit = names.unit(level, rng, index)
    moment = datetime.datetime(2026, 11, rng.choice([23, 24, 25, 26]), rng.randint(8, 16), rng.choice([0, 15, 30, 45]), tzinfo=ZONE)
    out = Site(make, number, unit, moment, rng)
    writer = Writer(unit, rng, moment)
    deck = Deck(rng)
    states = {item: state_of(rng, item, deck) for item, (whom, _, _) in words.ITEMS.items() if level in whom or level == "commune" and "district" in whom}
    for item, state in states.items():
        if state != "absent":
            out.sections.append(section(out, writer, item, state))
    combine(out, writer, states)
    add_news_parts(out, writer)
    add_decoys(out, writer, states)
    add_ambient(out, writer)
    contact_rules(out, states)
    name_keys(out.sections)
    add_groups(out, states)
    place(out)
    out.links = ([("Chính phủ", "https://chinhphu.vn/"), ("Cổng Dịch vụ công quốc gia", "https://dichvucong.gov.vn/"), (f"Công báo {names.PROVINCES[index % 9]}",
            f"https://congbao.{names.host_part(names.PROVINCES[index % 9])}.gov.vn/")])
    return out


class Deck:
    """Kinds of emptiness, dealt like cards, so that every site has several of them."""

    def __init__(self, rng):
        self.rng, self.cards = rng, []

    def deal(self):
        if not self.cards:
            self.cards = self.rng.sample(EMPTY, len(EMPTY))
        return self.cards.pop()


def state_of(rng, item, deck):
    if item == "news":
        return "present" if rng.random() < 0.95 else "no-entries"
    roll = rng.random()
    if item in ("function.sitemap", "intro.contact", "foreign-language", "services.list", "consultation.regulation-feedback"):
        return "present" if roll < 0.65 else "absent" if roll < 0.9 else "updating"
    if roll < 0.58:
        return "present"
    if roll < 0.81:
        choice = deck.deal()
        kind = words.ITEMS[item][1]
        if choice == "no-entries" and kind not in ("list", "documents", "questions", "drafts"):
            return "updating"
        return "template" if choice in ("picture", "scan") and item in NO_PICTURE else choice
    return rng.choice(["broken", "external", "absent", "absent", "absent"])


def label_of(rng, unit, item, unusual_too=True):
    usual, unusual = words.LABELS[item]
    label = rng.choice(unusual if unusual_too and rng.random() < UNUSUAL else usual)
    return label.format(short=unit.short, kind=KINDS[unit.level], territory=unit.territory, place=unit.territory.split(" ", 1)[1])


def section(site_, writer, item, state):
    rng, unit = site_.rng, site_.unit
    kind, group = words.ITEMS[item][1:]
    label = label_of(rng, unit, item, state == "present")
    title = label if rng.random() < 0.8 else label_of(rng, unit, item)
    out = Section("", item, label, title, kind, state, group=group)
    out.why = f"“{label}”: {state}"
    out.moment = lists.moment_of(writer, 40, 900)
    if state in ("broken", "external"):
        other = names.host_part(names.PROVINCES[rng.randint(0, 8)])
        out.external = f"https://{rng.choice(['sokhdt', 'stp', 'vpub'])}.{other}.gov.vn/{slug(label)}" if state == "external" else ""
    elif state == "present":
        fill(out, writer)
    else:
        hollow(out, writer)
    return out


def fill(section_, writer):
    rng, item, kind = writer.rng, section_.item, section_.kind
    if kind == "documents":
        section_.entries = papers.documents(writer, rng.randint(4, 8), item == "directives.opinions")
    elif kind == "drafts":
        section_.entries = lists.drafts(writer, rng.randint(2, 3))
    elif kind == "questions":
        section_.entries = lists.questions(writer, rng.randint(3, 5))
    elif kind == "schedule":
        section_.blocks = lists.schedule(writer)
    elif kind == "english":
        section_.blocks, section_.entries = english.pages(writer)
    elif item == "news":
        section_.entries = lists.news(writer, rng.randint(6, 9))
    elif kind == "list":
        section_.entries = lists.articles(writer, item, rng.randint(2, 4))
    elif item in statics.ITEMS:
        section_.blocks = statics.ITEMS[item](writer)


def hollow(section_, writer):
    """What an empty section shows in its main part."""
    rng, state = writer.rng, section_.state
    if state == "updating":
        section_.blocks = [("p", rng.choice(UPDATING))]
    elif state == "no-entries":
        section_.blocks = [("p", rng.choice(NO_ENTRIES))]
    elif state == "soft404":
        section_.title = rng.choice(SOFT404)
        section_.blocks = [("p", "Vui lòng kiểm tra lại địa chỉ hoặc quay về trang chủ.")]
    elif state == "shell":
        section_.blocks = [("p", rng.choice(["Đang tải dữ liệu...", "Đang tải, vui lòng chờ", "Loading..."]))]
    elif state == "picture":
        section_.blocks = [("img", f"{slug(section_.label)}.jpg", "")]
    elif state == "scan":
        section_.blocks = [("file", File(f"{slug(section_.label)}.pdf", "scan", ""))]


def combine(site_, writer, states):
    """Some agencies keep functions and history on one general page."""
    if "intro.functions" not in states or site_.rng.random() > 0.2:
        return
    site_.sections = [s for s in site_.sections if s.item not in ("intro.functions", "intro.history")]
    out = (Section("", "intro.functions", "Giới thiệu chung", "Giới thiệu chung", "static", group="intro", moment=lists.moment_of(writer, 60, 700),
                   also=["intro.history"]))
    out.blocks = [*statics.functions(writer), ("h", "III. Quá trình hình thành và phát triển"), *statics.history(writer)]
    out.why = "“Giới thiệu chung” covers functions and history"
    site_.sections.append(out)
    states["intro.functions"] = states["intro.history"] = "present"


def add_news_parts(site_, writer):
    """Categories of the news, each with articles of its own; they are news too."""
    main = next((s for s in site_.sections if s.item == "news"), None)
    if not main or main.state != "present" or site_.rng.random() < 0.3:
        return
    pool = ["Kinh tế", "Xây dựng Đảng", "Tin trong ngành", "Tin cơ sở", "Cải cách hành chính", "Chuyển đổi số", "Trong nước"]
    for label in site_.rng.sample(pool, 2):
        part = Section("", None, label, label, "list", group="news", moment=main.moment, also=["news"])
        part.entries = lists.news(writer, 2, 1)
        site_.sections.append(part)


def add_decoys(site_, writer, states):
    for item, rows in words.DECOYS.items():
        if item not in states and site_.unit.level != "commune":
            continue
        for label, group, kind in rows:
            if site_.rng.random() < (0.5 if states.get(item) != "present" else 0.3):
                if kind == "campaign" and states.get(item) != "present":
                    continue  # alone it might pass for the item itself
                out = Section("", None, label, label, "static", group=group or "public", moment=lists.moment_of(writer, 30, 400))
                if kind == "news":
                    out.kind, out.entries = "list", lists.news(writer, 2, 1)
                else:
                    out.blocks = statics.DECOYS[kind](writer)
                site_.sections.append(out)


def add_ambient(site_, writer):
    """Sections that every portal has and no item asks for."""
    gallery = Section("", None, "Thư viện ảnh", "Thư viện ảnh", "static", group="news", moment=lists.moment_of(writer, 30, 400))
    gallery.blocks = [("img", f"anh-{n}.jpg", f"Hoạt động của {site_.unit.short}") for n in range(1, 4)]
    notices = Section("", None, "Thông báo", "Thông báo", "list", group="news", moment=lists.moment_of(writer, 30, 400))
    notices.entries = (lists.unique([lists.article(writer, lists.filled(t, writer.slots()), 3, 90) for t in ("Thông báo tạm dừng tiếp nhận hồ sơ để nâng cấp hệ thống",
            "Thông báo tuyển dụng {m} viên chức")]))
    site_.sections += [section_ for section_ in (gallery, notices) if site_.rng.random() < 0.6]


def name_keys(sections):
    """Keys stand in addresses, so they come from what people read, never from the item."""
    seen = set()
    for section_ in sections:
        key, count = slug(section_.label, most=40), 1
        while key in seen:
            count += 1
            key = f"{slug(section_.label, most=40)}-{count}"
        seen.add(key)
        section_.key = key


def contact_rules(site_, states):
    """A footer with all contact data would be the item itself, so a site without the page has a bare footer."""
    site_.bare_footer = states.get("intro.contact") != "present"


def add_groups(site_, states):
    rng = site_.rng
    for key, labels in words.GROUPS.items():
        inside = [s for s in site_.sections if s.group == key]
        if not inside:
            continue
        label = rng.choice(labels)
        if key == "directives" and states.get("directives.opinions") != "present":
            label = rng.choice(["Điều hành", "Hoạt động lãnh đạo"])
        if key == "law" and states.get("documents.list") != "present":
            label = rng.choice(["Pháp luật", "Thư viện"])
        if key == "intro" and label == "Tổng quan":
            label = "Giới thiệu"
        head = {"news": "news", "law": "documents.list", "directives": "directives.opinions"}.get(key)
        own = next((s for s in inside if head and s.item == head and s.state == "present"), None)
        if own and rng.random() < 0.5:
            site_.groups.append(Group(key, own.label, [s for s in inside if s is not own], own))
        else:
            rng.shuffle(inside)
            index = index_page(site_, key, label, inside) if key in ("intro", "public", "citizens") and rng.random() < 0.35 else None
            site_.groups.append(Group(key, label, inside, index))


def index_page(site_, key, label, inside):
    """A page of the group's own that only lists its parts; one of them may stand nowhere else."""
    taken = any(s.key == slug(label) for s in site_.sections)
    out = Section(f"muc-{slug(label)}" if taken else slug(label), None, label, label, "index", group=key)
    out.blocks = [("links", inside)]
    deep = [s for s in inside if s.state == "present" and s.item]
    if deep and site_.rng.random() < 0.6:
        deep[0].place = "deep"
    site_.sections.append(out)
    return out


def place(site_):
    """Most sections stand in the menu; some only in a side block, a banner, the footer, the site map, or inside another page."""
    heads = {id(group.section) for group in site_.groups if group.section}
    mapped = any(s.item == "function.sitemap" and s.state == "present" for s in site_.sections)
    for section_ in site_.sections:
        if id(section_) in heads or section_.item == "news" or section_.place == "deep":
            continue
        roll = site_.rng.random()
        if section_.label == "Thống kê truy cập":
            section_.place = "side"
        elif section_.group == "":
            section_.place = "footer" if roll < 0.3 or section_.item == "function.sitemap" and roll < 0.7 else "menu"
        elif roll < 0.12:
            section_.place = "side"
        elif roll < 0.17 and section_.state != "external":
            section_.place = "banner"
        elif roll < 0.20:
            section_.place = "footer"
        elif roll < 0.23 and mapped and section_.state == "present":
            section_.place = "map"
    for group in site_.groups:
        group.sections = [s for s in group.sections if s.place == "menu"]
    site_.groups = [group for group in site_.groups if group.sections or group.section]
