"""A department's own Laravel system: Vietnamese slugs with -c12.html and -d345.html, a sticky bar of menus opened by hovering, cards of news,
"3 giờ trước" for what is new and "08:15 | 12/11/2026" for the rest, documents as one wide table without pages of their own."""
from model import escaped as e
from model import slug

LIST = {"type", "number", "issued", "effective", "authority", "abstract"}
DETAIL = None
PAGED = 6


def address(site, section, entry=None, number=1):
    place = site.sections.index(section) + 10
    if entry:
        return f"/{slug(entry.title, most=80)}-d{place}{entry.number:02d}.html"
    return f"/{slug(section.label)}-c{place}.html" if number == 1 else f"/{slug(section.label)}-c{place}/trang-{number}.html"


def file_address(site, section, file):
    return f"/storage/van-ban/{site.sections.index(section)}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = "Trang chủ" if page.kind == "home" else (page.entry or page.section).title
    return f"""<!DOCTYPE html>
<html lang="vi">
<head>
    <meta charset="utf-8">
    <meta name="csrf-token" content="n4Zk0XwQ">
    <meta name="viewport" content="width=device-width, initial-scale=1, shrink-to-fit=no">
    <title>{e(title)} - {e(site.unit.name)}</title>
    <link href="/assets/css/app.css" rel="stylesheet">
</head>
<body>
    <div class="topbar"><div class="container d-flex"><span class="js-clock">{site.moment:%H:%M} - {site.moment:%d/%m/%Y}</span>
        <a href="/dang-nhap">Đăng nhập</a></div></div>
    <div class="brand container"><a href="/"><img src="/assets/img/logo.png" alt="Trang chủ"></a>
        <div><span class="brand-sub">{e(site.unit.parent)}</span><span class="brand-main">{e(site.unit.short)}</span></div></div>
    <div class="navbar-sticky"><div class="container"><ul class="lv1">{menu(site)}</ul></div></div>
    <div class="container page-wrap">{crumbs(site, page)}
        <div class="row"><div class="col-lg-9">{body}</div><div class="col-lg-3">{side(site)}</div></div></div>
    <div class="footer">{footer(site)}</div>
</body>
</html>"""


def menu(site):
    out = ['<li class="lv1-item"><a href="/"><i class="fas fa-home"></i></a></li>']
    for group in site.groups:
        inner = "".join(f'\n            <li><a href="{s.address}">{e(s.label)}</a></li>' for s in group.sections)
        link = f'href="{group.section.address}"' if group.section else 'href="javascript:;"'
        out.append(f'<li class="lv1-item has-sub"><a {link}>{e(group.label.upper())} <i class="fas fa-caret-down"></i></a><ul class="lv2">{inner}</ul></li>')
    out += [f'<li class="lv1-item"><a href="{s.address}">{e(s.label.upper())}</a></li>' for s in site.of("menu") if not s.group]
    return "\n".join(out)


def crumbs(site, page):
    if page.kind == "home":
        return ""
    trail = site.crumbs(page.section, page.entry)
    links = ("".join(f'<a href="{url}">{e(label)}</a><i class="fas fa-angle-right"></i>' if url else f'<span>{e(label)}</span><i class="fas fa-angle-right"></i>'
                     for label, url in trail))
    return f'<div class="bread">{links}<b>{e((page.entry or page.section).title)}</b></div>'


def ago(entry, now):
    """Relative while it is new."""
    hours = int((now - entry.moment).total_seconds() // 3600)
    if hours < 1:
        return "Vừa xong"
    if hours < 24:
        return f"{hours} giờ trước"
    days = (now.date() - entry.moment.date()).days
    if days < 4:
        return f"{days} ngày trước"
    return f"{entry.moment:%H:%M} | {entry.moment:%d/%m/%Y}"


def when_of(entry, now):
    if entry.kind == "english" or entry.stamp == "none":
        return ""
    return f'<span class="time"><i class="far fa-clock"></i> {entry.wrong if entry.stamp == "wrong" else ago(entry, now)}</span>'


def card(entry, now):
    when = when_of(entry, now) if entry.stamp == "shown" else ""
    return f"""<div class="news-card"><a class="thumb" href="{entry.address}"><img src="/storage/thumb/{entry.number}.jpg" alt=""></a>
        <a class="name" href="{entry.address}">{e(entry.title)}</a>{when}<div class="sapo">{e(entry.lead)}</div></div>"""


def home(site, page):
    out = '<div class="box-head"><span>Tin nổi bật</span></div>' if site.news() else f'<div class="welcome">{e(site.unit.name)} kính chào quý vị</div>'
    return out + "".join(card(n, site.moment) for n in site.news(5))


def section_page(site, page):
    section = page.section
    out = f'<div class="box-head"><h1>{e(section.title)}</h1></div>'
    if section.kind == "sitemap" and section.state == "present":
        return out + "".join(f'<div class="map-line"><a href="{s.address}">{e(s.label)}</a></div>' for s in site.sections if s.has_page)
    if section.kind == "documents" and section.state in ("present", "no-entries", "template"):
        return out + papers(section, page)
    out += f'<div class="content-detail">{blocks(section.blocks)}</div>' + "".join(card(n, site.moment) for n in page.entries)
    return out + pager(page)


def pager(page):
    if page.count < 2:
        return ""
    return ('<nav><ul class="pagination">' + "".join(f'<li class="page-item"><a class="page-link" href="{a}">{n}</a></li>' for n, a in enumerate(page.addresses,
            1)) + "</ul></nav>")


def papers(section, page):
    out = """<form class="search-doc" method="get"><input name="tu_khoa" placeholder="Số hiệu, trích yếu"><input name="tu_ngay" placeholder="Từ ngày">
        <select name="loai"><option>Loại văn bản</option><option>Quyết định</option><option>Công văn</option></select><button>Tìm kiếm</button></form>
        <table class="table table-striped"><thead><tr><th>#</th><th>Số/ký hiệu</th><th>Loại văn bản</th><th>Cơ quan ban hành</th><th>Ngày ban hành</th>
        <th>Ngày hiệu lực</th><th>Trích yếu</th><th>Tệp</th></tr></thead><tbody>"""
    for n, d in enumerate(page.entries, 1):
        f = d.fields
        files = "<br>".join(f'<a href="{x.address}" title="Tải về"><i class="fas fa-download"></i> Tải về</a>' for x in d.files)
        force = f"{f['effective']:%d/%m/%Y}" if f["effective"] else ""
        out += (f"<tr><td>{n}</td><td>{e(f['number'])}</td><td>{e(f['type'])}</td><td>{e(f['authority'])}</td><td>{f['issued']:%d/%m/%Y}</td>"
                f"<td>{force}</td><td>{e(f['abstract'])}</td><td>{files}</td></tr>")
    if not page.entries:
        out += "".join(f'<tr><td colspan="8" class="text-center">{e(b[1])}</td></tr>' for b in section.blocks)
    return out + "</tbody></table>" + pager(page)


def entry_page(site, page):
    entry = page.entry
    files = "".join(f'<li><a href="{f.address}">{e(f.name)}</a></li>' for f in entry.files)
    near = "".join(card(n, site.moment) for n in page.section.entries if n is not entry and n.address)
    said = "".join(f'<div class="cm"><b>{e(who)}</b><small>{at:%H:%M} {at:%d/%m/%Y}</small><p>{e(text)}</p></div>' for who, at, text in entry.comments)
    return f"""<div class="detail"><h1 class="detail-title">{e(entry.title)}</h1>
        <div class="detail-meta">{when_of(entry, site.moment)} <span class="view">Lượt xem: {entry.number * 311}</span>
        <a href="javascript:window.print();">In trang</a></div>
        <div class="detail-sapo">{e(entry.lead)}</div><div class="content-detail">{blocks(entry.blocks)}</div>
        <ul class="files">{files}</ul><div class="detail-author">{e(entry.author)}</div></div>
        <div class="comments">{said}</div><div class="box-head"><span>Tin liên quan</span></div>{near}"""


def blocks(parts):
    return "\n".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f"<p>{e(value)}</p>"
    if kind == "h":
        return f"<h4>{e(value)}</h4>"
    if kind == "ul":
        return "".join(f"<p>+ {e(line)}</p>" for line in value)
    if kind == "img":
        return f'<p><img src="/storage/photos/{value}" class="img-fluid" alt="{e(part[2])}"></p>'
    if kind == "table":
        head = "".join(f"<th>{e(c)}</th>" for c in value)
        return f'<table class="table"><tr>{head}</tr>' + "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in line) + "</tr>" for line in part[2]) + "</table>"
    if kind == "file":
        return f'<p><a href="{value.address}">Tải tài liệu</a></p>'
    if kind == "links":
        return "".join(f'<a class="tile" href="{s.address}"><span>{e(s.label)}</span></a>' for s in value)
    return ('<form method="post">' + "".join(f'<input name="i{n}" placeholder="{e(c)}">' for n, c in enumerate(value)) +
            '<textarea name="noi_dung"></textarea><button>Gửi</button></form>')


def side(site):
    out = ""
    if site.of("side"):
        out += ('<div class="box"><div class="box-head">Truy cập nhanh</div>' + "".join(f'<a class="quick" href="{s.address}">{e(s.label)}</a>' for s in site.of("side"))
                + "</div>")
    out += "".join(f'<a class="banner" href="{s.address}"><img src="/storage/banner/{n}.png" alt="{e(s.label)}"></a>' for n, s in enumerate(site.of("banner")))
    if site.news():
        out += ('<div class="box"><div class="box-head">Đọc nhiều</div>' + "".join(f'<div class="rank"><a href="{n.address}">{e(n.title)}</a>'
                f'<small>{n.moment:%d/%m/%Y}</small></div>' for n in site.recent(6)[2:]) + "</div>")
    return (out + '<div class="box">' + "".join(f'<a href="{url}">{e(label)}</a>' for label, url in site.links) +
            '</div><div class="box">Trực tuyến: 8 · Hôm nay: 190 · Tổng: 1.903.224</div>')


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<p>Trụ sở: {unit.street}</p><p>Điện thoại: {unit.phone} - Email: {unit.email}</p>"
    links = "".join(f'<a href="{s.address}">{e(s.label)}</a>' for s in site.of("footer"))
    return (f'<div class="container"><h4>{e(unit.name.upper())}</h4>{more}<div class="flinks">{links}</div>'
            f'<p>© {site.moment.year} Bản quyền thuộc {e(unit.short)}. Giấy phép 19/GP-TTĐT cấp ngày 02/02/2021</p></div>')
