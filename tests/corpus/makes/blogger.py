"""A commune's portal on a blog service: the menu is made of link lists beside the posts, the day stands as a heading above posts ("Thứ Năm, 12 tháng 11, 2026",
once for all posts of a day), sections are labels, fixed pages are written by hand with span and br, documents are posts whose particulars are typed lines."""
import itertools

from model import escaped as e
from model import slug, weekday

LIST = {"abstract"}
DETAIL = {"type", "number", "issued", "authority", "abstract"}
PAGED = 4
INLINE = {"question"}
POSTED_DOCUMENTS = True
FONT = "font-family: &quot;times new roman&quot; , serif; font-size: large;"


def address(site, section, entry=None, number=1):
    if entry:
        return f"/{entry.moment or site.moment:%Y/%m}/{slug(entry.title, most=39)}_{site.sections.index(section) * 20 + entry.number}.html"
    if section.kind in ("list", "documents", "drafts") and section.state in ("present", "no-entries"):
        return f"/search/label/{section.key}/" + (f"start-{(number - 1) * PAGED}.html" if number > 1 else "")
    return f"/p/{section.key}.html"


def file_address(site, section, file):
    return f"/tai-lieu/{section.key}/{file.name}"


def widget(kind, number, body, title=""):
    head = f'<h2 class="title">{e(title)}</h2>' if title else ""
    return (f'<div class="widget {kind}" data-version="1" id="{kind}{number}">{head}<div class="widget-content">{body}<div class="clear"></div></div></div>')


def links(rows):
    return "<ul>" + "".join(f'<li><a href="{url}">{e(label)}</a></li>' for label, url in rows) + "</ul>"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    unit = site.unit
    title = unit.name if page.kind == "home" else f"{unit.name}: {(page.entry or page.section).title}"
    view = "item" if page.kind == "entry" else "static_page" if "/p/" in page.address else "index"
    return f"""<!DOCTYPE html>
<html class="v2" dir="ltr" lang="vi">
<head>
<meta content="width=1100" name="viewport"/>
<meta content="text/html; charset=UTF-8" http-equiv="Content-Type"/>
<meta content="blogger" name="generator"/>
<link href="/favicon.ico" rel="icon" type="image/x-icon"/>
<link href="/feeds/posts/default" rel="alternate" title="{e(unit.name)} - Atom" type="application/atom+xml"/>
<title>{e(title)}</title>
<style id="page-skin-1" type="text/css"><!-- body {{ font: normal 14px Arial; color: #222; }} .date-header span {{ background: #eee; }} --></style>
</head>
<body class="loading variant-pale"><div class="body-fauxcolumns"></div>
<div class="content"><div class="content-outer"><div class="content-inner">
<header><div class="header section" id="header"><div class="widget Header" id="Header1"><div id="header-inner"><div class="titlewrapper">
<h1 class="title"><a href="/">{e(unit.name.upper())}</a></h1></div>
<div class="descriptionwrapper"><p class="description"><span>Trang thông tin điện tử</span></p></div></div></div></div></header>
<div class="tabs-outer"><div class="tabs section" id="crosscol">{widget("PageList", 1, top(site))}</div></div>
<marquee scrollamount="3">Nhiệt liệt chào mừng quý vị đến với trang thông tin điện tử {e(unit.short)}!</marquee>
<div class="main-outer"><div class="columns-inner"><div class="column-center-outer"><div class="main section" id="main"><div class="widget Blog" id="Blog1">
<div class="blog-posts hfeed" data-view="{view}">{body}</div></div></div></div>
<div class="column-right-outer"><aside><div class="sidebar section" id="sidebar-right-1">{sidebar(site)}</div></aside></div></div></div>
<footer><div class="foot section" id="footer-1">{footer(site)}</div></footer>
</div></div></div></body></html>"""


def top(site):
    rows = [("Trang chủ", "/")] + [(g.label, g.section.address) for g in site.groups if g.section]
    return links(rows + [(s.label, s.address) for s in site.of("menu") if not s.group])


def sidebar(site):
    now = site.moment
    out = [widget("LinkList", n, links((s.label, s.address) for s in g.sections), g.label) for n, g in enumerate((g for g in site.groups if g.sections), 1)]
    if site.of("side"):
        out.append(widget("LinkList", 20, links((s.label, s.address) for s in site.of("side")), "Xem nhanh"))
    out += [widget("Image", n, f'<a href="{s.address}"><img alt="{e(s.label)}" height="80" src="/s1600/bn{n}.png" width="240"/></a>')
            for n, s in enumerate(site.of("banner"), 1)]
    if site.recent():
        out.append(widget("PopularPosts", 1, links((n.title, n.address) for n in site.recent(7)[3:]), "Bài đăng phổ biến"))
    months = "".join(f'<li class="archivedate"><span>tháng {m} {now.year}</span> <span class="post-count">({m * 3 % 11 + 2})</span></li>'
                     for m in range(now.month, now.month - 5, -1))
    out.append(widget("BlogArchive", 1, f'<div id="ArchiveList"><ul class="flat">{months}</ul></div>', "Lưu trữ Blog"))
    out.append(widget("HTML", 1, f"<center>Hôm nay: {weekday(now)}, {now:%d/%m/%Y}</center>", "Lịch"))
    out.append(widget("LinkList", 30, links(site.links), "Liên kết"))
    return "\n".join([*out, widget("Stats", 1, f'<span class="counter-wrapper">{48210 + now.minute * 7}</span>', "Tổng số lượt xem trang")])


def heading(entry):
    """The day as the service writes it; pages of the system have none."""
    if entry.stamp == "none" or entry.kind == "english":
        return ""
    day = entry.moment
    return entry.wrong if entry.stamp == "wrong" else f"{weekday(day)}, {day.day} tháng {day.month}, {day.year}"


def dated(entries, shown):
    """Posts below their days; those without a day come first, so that none stands below the day of another."""
    out = []
    for day, posts in itertools.groupby(sorted(entries, key=lambda n: bool(heading(n))), heading):
        head = f'<h2 class="date-header"><span>{day}</span></h2>' if day else ""
        out.append(f'<div class="date-outer">{head}<div class="date-posts">{"".join(map(shown, posts))}</div></div>')
    return "\n".join(out)


def post(title, body, foot=""):
    return (f'<div class="post-outer"><div class="post hentry"><h3 class="post-title entry-title">{title}</h3><div class="post-header"></div>'
            f'<div class="post-body entry-content">{body}<div style="clear: both;"></div></div><div class="post-footer">{foot}</div></div></div>')


def excerpt(entry):
    text = entry.fields["abstract"] if entry.kind == "document" else entry.lead
    more = f'<div class="jump-link"><a href="{entry.address}">Đọc thêm »</a></div>'
    return post(f'<a href="{entry.address}">{e(entry.title)}</a>', f"{e(text)}<br />{more}", labels(entry))


def labels(entry):
    section = entry.section
    return f'<span class="post-labels">Nhãn: <a href="{section.address}" rel="tag">{e(section.label)}</a></span>'


def home(site, page):
    return dated(site.news(6), excerpt) if site.news() else post("Lời chào", f"{e(site.unit.name)} xin kính chào quý vị.")


def section_page(site, page):
    section = page.section
    if section.kind == "sitemap" and section.state == "present":
        return post(e(section.title), "<br />".join(f'- <a href="{s.address}">{e(s.label)}</a>' for s in site.sections if s.has_page))
    if section.kind == "questions" and section.entries:
        return post(e(section.title), "<br />".join(map(answer, page.entries)))
    if not page.entries:
        return post(e(section.title), blocks(section.blocks))
    status = (f'<div class="status-msg-wrap"><div class="status-msg-body">Đang hiển thị bài đăng có nhãn <b>{e(section.title)}</b>. '
              '<a href="/">Hiển thị tất cả bài đăng</a></div></div>')
    newer = f'<a class="blog-pager-newer-link" href="{page.addresses[page.number - 2]}">Bài đăng Mới hơn</a> ' if page.number > 1 else ""
    older = f' <a class="blog-pager-older-link" href="{page.addresses[page.number]}">Bài đăng Cũ hơn</a>' if page.number < page.count else ""
    pager = f'<div class="blog-pager">{newer}<a class="home-link" href="/">Trang chủ</a>{older}</div>'
    return status + blocks(section.blocks) + dated(page.entries, excerpt) + pager


def answer(entry):
    return f'<span style="color: #cc0000;"><b>Hỏi:</b></span><span> {e(entry.title)} ({e(entry.author)})</span><br /><b>Trả lời:</b> {blocks(entry.blocks)}'


def entry_page(site, page):
    entry = page.entry
    who = f'<span class="post-author vcard">Người đăng: <span class="fn">{e(entry.author or "Văn phòng")}</span></span>'
    if entry.stamp == "shown":
        abbr = f'<abbr class="published" title="{entry.moment.isoformat()}">{entry.moment:%H:%M}</abbr>'
        who += f' vào lúc <a class="timestamp-link" href="{entry.address}" rel="bookmark">{abbr}</a>'
    lead = f'<b><i><span style="{FONT}">{e(entry.lead)}</span></i></b><br /><br />' if entry.lead else ""
    body = (typed(entry) if entry.kind == "document" else lead + blocks(entry.blocks)) + "".join(
        f'<br /><a href="{f.address}" target="_blank"><span style="color: blue;"><u>{e(f.name)}</u></span></a>' for f in entry.files)
    said = "".join(f'<dt class="comment-author">{e(name)} nói...</dt><dd class="comment-body"><p>{e(text)}</p></dd><dd class="comment-footer">'
                   f"{at.day} tháng {at.month}, {at.year} lúc {at:%H:%M}</dd>" for name, at, text in entry.comments)
    return (dated([entry], lambda n: post(e(n.title), body, f"{who}<br />{labels(n)}"))
            + (f'<div class="comments" id="comments"><h4>{len(entry.comments)} nhận xét:</h4><dl id="comments-block">{said}</dl></div>' if said else ""))


def typed(entry):
    """What the clerk types into the editor, one line after another."""
    f = entry.fields
    lines = [("Loại văn bản", f["type"]), ("Số, ký hiệu", f["number"]), ("Ngày ban hành", f'{f["issued"]:%d/%m/%Y}'), ("Cơ quan ban hành", f["authority"]),
             ("Trích yếu", f["abstract"])]
    return "<br />\n".join(f'<span style="{FONT}"><b>{name}</b></span><span style="{FONT}">: {e(value)}</span>' for name, value in lines) + \
        '<br /><br /><div>Toàn văn xem trong tệp dưới đây.</div>'


def blocks(parts):
    return "\n".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f'<div style="text-align: justify;"><span style="{FONT}">{e(value)}</span></div><div><span style="{FONT}"><br /></span></div>'
    if kind == "h":
        return f'<b><span style="color: #0b5394; {FONT}">{e(value)}</span></b><br /><br />'
    if kind == "ul":
        return "".join(f'<span style="{FONT}">- {e(line)}</span><br />' for line in value)
    if kind == "img":
        return (f'<div class="separator" style="clear: both; text-align: center;"><img alt="{e(part[2])}" border="0" '
                f'data-original-width="1600" src="/s320/{value}" width="320" /></div><br />')
    if kind == "table":
        rows = [[f"<b>{e(c)}</b>" for c in value], *[[e(c) for c in line] for line in part[2]]]
        return '<table border="1" cellpadding="4" style="border-collapse: collapse; width: 100%;"><tbody>' + "".join(
            "<tr>" + "".join(f'<td><span style="{FONT}">{c}</span></td>' for c in row) + "</tr>" for row in rows) + "</tbody></table><br />"
    if kind == "file":
        return f'<a href="{value.address}"><span style="color: blue;">{e(value.name)}</span></a><br />'
    if kind == "links":
        return "<br />".join(f'<span style="{FONT}">► <a href="{s.address}">{e(s.label)}</a></span>' for s in value)
    return '<div class="contact-form-widget"><form name="contact-form">' + "".join(
        f'<p></p>{e(c)}<br /><input class="contact-form-name" name="f{n}" size="30" type="text" value="" />' for n, c in enumerate(value)) + \
        '<p></p><input class="contact-form-button" type="button" value="Gửi" /></form></div>'


def footer(site):
    unit = site.unit
    out = widget("LinkList", 40, links((s.label, s.address) for s in site.of("footer"))) if site.of("footer") else ""
    if not site.bare_footer:
        out += widget("Text", 1, f"{e(unit.name)}<br />Địa chỉ: {unit.street}<br />Điện thoại: {unit.phone}<br />Email: {unit.email}")
    return out + widget("Attribution", 1, f'<div style="text-align: center;">© 2021 {e(unit.short)}. Chủ đề Đơn giản. Được tạo bởi Blogger.</div>')
