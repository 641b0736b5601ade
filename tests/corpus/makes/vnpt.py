"""A portal system as telecom firms sell it: mega menu with columns, breadcrumb at the top, "3 giờ trước" for the newest and "12-11-2026 08:15" after, tabs, a four-cell
table of label, value, label, value for a document, buttons for reading aloud, and "Chủ quản" in the footer."""
from model import escaped as e
from model import slug, weekday

LIST = {"number", "issued", "abstract"}
DETAIL = {"type", "authority", "number", "issued", "effective", "abstract"}
PAGED = 5


def address(site, section, entry=None, number=1):
    place = site.sections.index(section) + 300
    if entry:
        word = {"document": "chi-tiet-van-ban", "question": "chi-tiet-hoi-dap"}.get(entry.kind, "chi-tiet-tin")
        return f"/{word}/{slug(entry.title, most=60)}-{place}{entry.number}/"
    return f"/{slug(section.label)}-{place}/" if number == 1 else f"/{slug(section.label)}-{place}/p{number}/"


def file_address(site, section, file):
    return f"/resources/portal/{site.sections.index(section)}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    heading = "Trang chủ" if page.kind == "home" else (page.entry or page.section).title
    now = site.moment
    return f"""<!DOCTYPE html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{e(heading)}</title><link rel="stylesheet" href="/static/portal/css/mega.css"></head>
<body class="portal theme-red">
<div id="header-top"><div class="wrap"><div class="date-now">{weekday(now)} ngày {now.day} tháng {now.month} năm {now.year}</div>
<ul class="lang"><li>Cỡ chữ: <button>A-</button><button>A+</button></li></ul></div></div>
<div id="header-banner"><a href="/"><img src="/static/portal/quochuy.png" alt="Quốc huy"></a><div class="org"><span>TRANG THÔNG TIN ĐIỆN TỬ</span><h1>{e(site.unit.name.upper())}</h1></div></div>
<div id="mega"><div class="wrap">{mega(site)}</div></div>
<div class="wrap">{crumbs(site, page)}<div class="layout-2-1"><div class="col-main">{body}</div><div class="col-side">{side(site)}</div></div></div>
<div id="footer">{footer(site)}</div>
</body></html>"""


def mega(site):
    out = ['<div class="mega-item"><a href="/" class="mega-link">Trang chủ</a></div>']
    for group in site.groups:
        columns = [group.sections[i:i + 3] for i in range(0, len(group.sections), 3)]
        cells = ("".join('<div class="mega-col">' + "".join(f'<div class="mega-sub"><a href="{s.address}" title="{e(s.label)}">{e(s.label)}</a></div>'
                                                            for s in column) + "</div>" for column in columns))
        link = (f'<a class="mega-link" href="{group.section.address}">{e(group.label)}</a>' if group.section else f'<a class="mega-link" href="#" onclick="return false">{e(group.label)}</a>')
        out.append(f'<div class="mega-item">{link}<div class="mega-panel">{cells}</div></div>')
    out += [f'<div class="mega-item"><a class="mega-link" href="{s.address}">{e(s.label)}</a></div>' for s in site.of("menu") if not s.group]
    return "\n".join(out)


def crumbs(site, page):
    if page.kind == "home":
        return ""
    trail = site.crumbs(page.section, page.entry) + ([] if page.entry else [(page.section.label, page.address)])
    return '<div class="path"><i class="ic-home"></i>' + " / ".join(f'<a href="{url or "#"}">{e(label)}</a>' for label, url in trail) + "</div>"


def ago(entry, now):
    hours = int((now - entry.moment).total_seconds() // 3600)
    if hours < 24:
        return f"{hours} giờ trước" if hours else f"{int((now - entry.moment).total_seconds() // 60)} phút trước"
    return "Hôm qua" if (now.date() - entry.moment.date()).days == 1 else f"{entry.moment:%d-%m-%Y %H:%M}"


def published(page):
    entry = page.entry
    return entry.day if page.kind == "entry" and entry.kind not in ("english", "document") else None


def when_of(entry, now):
    if entry.kind in ("english", "document") or entry.stamp == "none":
        return ""
    return f'<span class="post-time">{entry.wrong if entry.stamp == "wrong" else ago(entry, now)}</span>'


def item(entry, now):
    if entry.kind == "document":
        f = entry.fields
        return (f'<div class="doc-item"><div class="doc-no">{e(f["number"])}</div><div class="doc-date">{f["issued"]:%d/%m/%Y}</div>'
                f'<a class="doc-name" href="{entry.address}">{e(f["abstract"])}</a></div>')
    when = when_of(entry, now) if entry.day else ""
    return f'<div class="post"><a class="post-title" href="{entry.address}">{e(entry.title)}</a>{when}<p class="post-desc">{e(entry.lead)}</p></div>'


def home(site, page):
    if not site.news():
        return f'<div class="box"><p>{e(site.unit.name)} trân trọng giới thiệu trang thông tin điện tử.</p></div>'
    return ('<div class="box"><div class="tabs"><span class="tab active">Tin mới nhất</span><span class="tab">Đọc nhiều nhất</span></div>' + "".join(item(n,
            site.moment) for n in site.news(6)) + "</div>")


def section_page(site, page):
    section = page.section
    head = f'<div class="box-title"><span>{e(section.title)}</span></div>'
    if section.kind == "sitemap" and section.state == "present":
        return f'<div class="box">{head}' + "".join(f'<p class="sm"><a href="{s.address}">{e(s.label)}</a></p>' for s in site.sections if s.has_page) + "</div>"
    tools = ('<div class="doc-search"><input placeholder="Nhập số ký hiệu hoặc trích yếu"><input placeholder="Từ ngày ban hành">'
             '<button>Tìm kiếm</button></div>' if section.kind == "documents" else "")
    listed = "".join(item(n, site.moment) for n in page.entries)
    pages = '<div class="paging">' + "".join(f'<a href="{a}">{n}</a>' for n, a in enumerate(page.addresses, 1)) + "</div>" if page.count > 1 else ""
    content = f'<div class="article-content">{blocks(section.blocks)}</div>' if section.blocks else ""
    return f'<div class="box">{head}{tools}{content}{listed}{pages}</div>'


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return document(entry)
    files = "".join(f'<p class="attach"><a href="{f.address}"><i class="ic-file"></i>{e(f.name)}</a></p>' for f in entry.files)
    near = "".join(item(n, site.moment) for n in page.section.entries if n is not entry)
    said = "".join(f'<div class="cmt"><b>{e(who)}</b> <span>{at:%d-%m-%Y %H:%M}</span><p>{e(text)}</p></div>' for who, at, text in entry.comments)
    return f"""<div class="box article"><h2 class="article-title">{e(entry.title)}</h2><div class="article-info">{when_of(entry, site.moment)}<button>Nghe đọc bài</button><button>In</button></div>
<div class="article-brief">{e(entry.lead)}</div><div class="article-content">{blocks(entry.blocks)}</div>{files}<div class="article-author">{e(entry.author)}</div>{said}</div>
<div class="box"><div class="box-title"><span>Tin khác</span></div>{near}</div>"""


def document(entry):
    f = entry.fields
    force = f"{f['effective']:%d/%m/%Y}" if f["effective"] else ""
    rows = ([("Số, ký hiệu", f["number"], "Ngày ban hành", f"{f['issued']:%d/%m/%Y}"), ("Loại văn bản", f["type"], "Ngày hiệu lực", force), ("Cơ quan ban hành",
            f["authority"], "Lĩnh vực", "Tổng hợp")])
    body = "".join(f"<tr><th>{a}</th><td>{e(b)}</td><th>{c}</th><td>{e(d)}</td></tr>" for a, b, c, d in rows)
    files = "<br>".join(f'<a href="{x.address}">{e(x.name)}</a>' for x in entry.files)
    return (f'<div class="box"><h2 class="article-title">Thuộc tính văn bản</h2><table class="doc-info"><tbody>{body}<tr><th>Trích yếu</th>'
            f'<td colspan="3">{e(f["abstract"])}</td></tr><tr><th>Tải về</th><td colspan="3">{files}</td></tr></tbody></table></div>')


def blocks(parts):
    return "\n".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f"<div>{e(value)}</div><div>&nbsp;</div>"
    if kind == "h":
        return f"<div><b>{e(value)}</b></div>"
    if kind == "ul":
        return "".join(f"<div>{n}) {e(line)}</div>" for n, line in enumerate(value, 1))
    if kind == "img":
        return f'<div class="img"><img src="/resources/portal/Images/{value}" alt="{e(part[2])}"></div>'
    if kind == "table":
        head = "".join(f"<th>{e(c)}</th>" for c in value)
        return (f'<div class="table-scroll"><table><tr>{head}</tr>' + "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in line) + "</tr>" for line in part[2])
                + "</table></div>")
    if kind == "file":
        return f'<div><a href="{value.address}">{e(value.name)}</a></div>'
    if kind == "links":
        return '<div class="grid-3">' + "".join(f'<div class="cell"><a href="{s.address}">{e(s.label)}</a></div>' for s in value) + "</div>"
    return ("<form>" + "".join(f'<div class="fg"><span>{e(c)} (*)</span><textarea></textarea></div>' for c in value) +
            '<button type="button">Gửi phản ánh</button></form>')


def side(site):
    out = ""
    if site.of("side"):
        out += ('<div class="box"><div class="box-title"><span>Chuyên mục</span></div>' + "".join('<a class="side-link" '
                f'href="{s.address}">{e(s.label)}</a>' for s in site.of("side")) + "</div>")
    out += ("".join(f'<div class="banner"><a href="{s.address}"><img src="/static/banner{n}.jpg" alt="{e(s.label)}"></a></div>' for n, s in enumerate(site.of("banner"))))
    if site.recent():
        out += ('<div class="box"><div class="box-title"><span>Xem nhiều</span></div>' + "".join('<div class="mini">'
                f'<a href="{n.address}">{e(n.title)}</a><span>{n.moment:%d-%m-%Y}</span></div>' for n in site.recent(6)[3:]) + "</div>")
    out += '<div class="box">' + "".join(f'<a class="side-link" href="{url}" target="_blank">{e(label)}</a>' for label, url in site.links) + "</div>"
    return out + f'<div class="box stat"><div>Đang truy cập: 17</div><div>Trong ngày ({site.moment:%d/%m/%Y}): 640</div></div>'


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<p>Địa chỉ: {unit.street}</p><p>Điện thoại: {unit.phone} - Email: {unit.email}</p>"
    links = "".join(f'<a href="{s.address}">{e(s.label)}</a> ' for s in site.of("footer"))
    return (f'<div class="wrap"><p><b>TRANG THÔNG TIN ĐIỆN TỬ {e(unit.name.upper())}</b></p>'
            f'<p>Chủ quản: {e(unit.name)}. Giấy phép số 65/GP-TTĐT ngày 14/10/2022.</p>{more}<p>{links}</p></div>')
