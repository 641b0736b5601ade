"""A PHP system with menus of three levels that a script opens and closes, an accordion for the intro, "Ngày 12 tháng 11 năm 2026, lúc 8 giờ 15 phút",
documents grouped by kind below headings, the title of every page only "Cổng thông tin", and a mark of novelty in pictures."""
from model import escaped as e
from model import slug

LIST = {"number", "issued", "abstract", "type"}
DETAIL = {"authority", "number", "issued", "effective", "abstract", "type"}
PAGED = 0
POSTED_DOCUMENTS = True


def address(site, section, entry=None, number=1):
    place = site.sections.index(section) + 1
    if entry:
        return f"/noi-dung/m{place}/b{entry.number}/{slug(entry.title, most=50)}.html"
    return f"/danh-muc/m{place}/{slug(section.label)}.html"


def file_address(site, section, file):
    return f"/dinhkem/m{site.sections.index(section)}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    return f"""<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<title>Cổng thông tin điện tử {e(site.unit.short)}</title>
<script src="/js/menu.js"></script>
<style>.an {{ display: none }} .mo {{ display: block }}</style>
</head>
<body onload="khoiTao()">
<div class="dau-trang"><img src="/anh/banner.png" alt="{e(site.unit.name)}"><marquee>Chào mừng quý vị đến với {e(site.unit.name)} - {site.moment:%d/%m/%Y}</marquee></div>
<div class="than-trang">
<div class="cot-trai"><div class="nhan" onclick="dongMo('menu')">&#9776; DANH MỤC</div><div id="menu" class="an">{menu(site)}</div>{left(site)}</div>
<div class="cot-giua">{where(site, page)}{body}</div>
</div>
<div class="chan-trang">{footer(site)}</div>
</body>
</html>"""


def menu(site):
    out = ['<ul class="cap1"><li><a href="/">Trang chủ</a></li>']
    for n, group in enumerate(site.groups):
        label = f'<a href="{group.section.address}">{e(group.label)}</a>' if group.section else f'<a href="javascript:dongMo(\'n{n}\')">{e(group.label)}</a>'
        first, rest = group.sections[:3], group.sections[3:]
        deep = f'<li><a href="javascript:dongMo(\'n{n}x\')">Mục khác</a><ul class="cap3 an" id="n{n}x">{links(rest)}</ul></li>' if rest else ""
        out.append(f'<li>{label} <span class="mui-ten" onclick="dongMo(\'n{n}\')">+</span><ul class="cap2 an" id="n{n}">{links(first)}{deep}</ul></li>')
    out.append(links(s for s in site.of("menu") if not s.group))
    return "\n".join(out) + "</ul>"


def links(sections):
    return "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>' for s in sections)


def left(site):
    out = "".join(f'<div class="qc"><a href="{s.address}"><img src="/anh/qc{n}.png" alt="{e(s.label)}"></a></div>' for n, s in enumerate(site.of("banner")))
    if site.of("side"):
        out += f'<div class="khoi"><h4>Cần biết</h4><ul>{links(site.of("side"))}</ul></div>'
    if site.recent():
        out += ('<div class="khoi"><h4>Mới đăng</h4>' + "".join(f'<p><a href="{n.address}">{e(n.title)}</a> <img src="/anh/moi.gif" alt="mới"> '
                f'<small>{n.moment.day}-{n.moment.month}-{n.moment.year}</small></p>' for n in site.recent(3)) + "</div>")
    return out + '<div class="khoi"><h4>Liên kết</h4>' + "".join(f'<p><a href="{url}">{e(label)}</a></p>' for label, url in site.links) + "</div>"


def where(site, page):
    if page.kind == "home":
        return ""
    return ('<div class="vi-tri">Vị trí: ' + " &rarr; ".join(f'<a href="{url}">{e(label)}</a>' if url else e(label) for label, url in site.crumbs(page.section,
            page.entry)) + "</div>")


def home(site, page):
    if not site.news():
        return f'<div class="khoi"><p>{e(site.unit.name)}</p></div>'
    first, *rest = site.news(6)
    return (f'<div class="tin-chinh"><a href="{first.address}"><img src="/anh/lon.jpg" alt=""></a><h2><a href="{first.address}">{e(first.title)}</a>'
            f'</h2><p>{e(first.lead)}</p></div>'
            "<ul class=\"tin-phu\">" + "".join(f'<li><a href="{n.address}">{e(n.title)}</a></li>' for n in rest) + "</ul>")


def day_words(moment):
    return f"Ngày {moment.day} tháng {moment.month} năm {moment.year}"


def section_page(site, page):
    section = page.section
    out = f'<h2 class="ten-muc">{e(section.title)}</h2>'
    if section.kind == "sitemap" and section.state == "present":
        return f'{out}<ul class="so-do">{links(s for s in site.sections if s.has_page)}</ul>'
    if section.kind == "documents" and section.state == "present":
        return out + grouped(page.entries)
    return out + f'<div class="noi-dung">{blocks(section.blocks)}</div>' + "".join(row(n) for n in page.entries)


def row(entry):
    when = f'<div class="ngay">{day_words(entry.moment)}</div>' if entry.day and entry.kind != "english" else ""
    return f'<div class="dong"><h3><a href="{entry.address}">{e(entry.title)}</a></h3>{when}<p>{e(entry.lead)}</p></div>'


def grouped(entries):
    out = ""
    for kind in sorted({d.fields["type"] for d in entries}):
        rows = ("".join(f'<li><a href="{d.address}"><b>{e(d.fields["number"])}</b> ngày {d.fields["issued"]:%d/%m/%Y}: '
                        f'{e(d.fields["abstract"])}</a></li>' for d in entries if d.fields["type"] == kind))
        out += f'<h3 class="loai" onclick="dongMo(this)">{e(kind)}</h3><ul class="an">{rows}</ul>'
    return out


def stamp(entry):
    if entry.kind == "english" or entry.stamp == "none":
        return ""
    moment = entry.moment
    text = entry.wrong if entry.stamp == "wrong" else f"{day_words(moment)}, lúc {moment.hour} giờ {moment.minute:02d} phút"
    return f'<p class="ngay">{text}</p>'


def entry_page(site, page):
    entry = page.entry
    body = paper(entry) if entry.kind == "document" else f'<p class="dan">{e(entry.lead)}</p>{blocks(entry.blocks)}'
    title = entry.fields["abstract"] if entry.fields else entry.title
    files = "".join(f'<p>Đính kèm: <a href="{f.address}">{e(f.name)}</a></p>' for f in entry.files)
    said = "".join(f'<blockquote><b>{e(who)}</b>, {at:%H:%M %d/%m/%Y}<br>{e(text)}</blockquote>' for who, at, text in entry.comments)
    near = "".join(f'<li><a href="{n.address}">{e(n.title)}</a></li>' for n in page.section.entries if n is not entry)
    return (f'<h1 class="ten-bai">{e(title)}</h1>{stamp(entry)}<div class="noi-dung">{body}</div>{files}{said}<div class="khoi">'
            f'<h4>Cùng chuyên mục</h4><ul>{near}</ul></div>')


def paper(entry):
    f = entry.fields
    issued = f["issued"]
    out = f'<p>{e(f["authority"])} ban hành {e(f["type"])} số {e(f["number"])} ngày {issued.day}/{issued.month}/{issued.year} về nội dung nêu trên.</p>'
    return (out + blocks(entry.blocks) + (f'<p>Văn bản có hiệu lực từ ngày {f["effective"].day}/{f["effective"].month}/{f["effective"].year}.</p>' if f["effective"]
                                          else ""))


def blocks(parts):
    return "\n".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f"<p>{e(value)}</p>"
    if kind == "h":
        return f'<div class="muc-lon" onclick="dongMo(this)">{e(value)}</div>'
    if kind == "ul":
        return "<ul>" + "".join(f"<li>{e(line)}</li>" for line in value) + "</ul>"
    if kind == "img":
        return f'<img src="/anh/{value}" alt="{e(part[2])}" width="100%">'
    if kind == "table":
        head = "".join(f"<th>{e(c)}</th>" for c in value)
        return f'<table class="ke"><tr>{head}</tr>' + "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in line) + "</tr>" for line in part[2]) + "</table>"
    if kind == "file":
        return f'<p><a href="{value.address}">Xem tệp</a></p>'
    if kind == "links":
        return f'<ul class="o">{links(value)}</ul>'
    return "<form>" + "".join(f'<p><label>{e(c)} <input name="n{n}"></label></p>' for n, c in enumerate(value)) + "<button>Gửi</button></form>"


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<p>Trụ sở: {unit.street}. Điện thoại: {unit.phone}. Thư điện tử: {unit.email}.</p>"
    inner = " ".join(f'<a href="{s.address}">{e(s.label)}</a>' for s in site.of("footer"))
    return f"<p>{e(unit.name)} giữ bản quyền, 2015 - {site.moment.year}</p>{more}<p>{inner}</p><p>Giấy phép số 30/GP-STTTT ngày 4 tháng 5 năm 2015</p>"
