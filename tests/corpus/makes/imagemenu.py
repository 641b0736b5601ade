"""Everything in the menu is a picture with an alternative text; the groups are maps of areas; articles show no day, lists do ("12/11/26");
addresses are numbered; documents are paragraphs with bold labels, without pages of their own."""
import charsets
from model import escaped as e
from model import slug

LIST = {"number", "type", "issued", "abstract"}
DETAIL = None
INLINE = {"question"}


def address(site, section, entry=None, number=1):
    place = site.sections.index(section) + 1
    if entry:
        return f"/chitiet/{place}/{entry.number}/{slug(entry.title, joint='_', most=40)}.html"
    return f"/muc/{place}/{slug(section.label, joint='_')}.html"


def file_address(site, section, file):
    return f"/tailieu/{site.sections.index(section)}_{file.name}"


def encoded(site, text):
    return charsets.decomposed(text) if site.number == 3 else text.encode("utf-8")


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    heading = "" if page.kind == "home" else (page.entry or page.section).title + " :: "
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8">
<title>{e(heading)}{e(site.unit.name)}</title>
<style>.tieude {{font-weight:bold; color:#a00}} .ngay {{color:#999}}</style>
<script>function hien(n) {{ document.getElementById(n).style.display = 'block'; }}</script></head>
<body>
<div id="khung">
<div id="dau"><img src="/anh/dau.jpg" alt="{e(site.unit.name)}"><div id="ngaygio">Hôm nay là {site.moment.day}-{site.moment.month}-{site.moment.year}</div></div>
<div id="menungang">{menu(site)}</div>
<div id="trai">{left(site)}</div>
<div id="giua">{body}</div>
<div id="cuoi">{footer(site)}</div>
</div></body></html>"""


def menu(site):
    out = ['<a href="/"><img src="/anh/nut/0.gif" alt="Trang chủ" border="0"></a>']
    for n, group in enumerate(site.groups, 1):
        picture = f'<img src="/anh/nut/{n}.gif" alt="{e(group.label)}" border="0">'
        out.append(f'<a href="{group.section.address}" onmouseover="hien(\'m{n}\')">{picture}</a>' if group.section else f'<span onmouseover="hien(\'m{n}\')">{picture}</span>')
        inner = "".join(f'<a href="{s.address}"><img src="/anh/nut/{n}_{k}.gif" alt="{e(s.label)}" border="0"></a><br>' for k, s in enumerate(group.sections, 1))
        out.append(f'<div id="m{n}" style="display:none">{inner}</div>')
    out += ([f'<a href="{s.address}"><img src="/anh/nut/c{n}.gif" alt="{e(s.label)}" border="0"></a>' for n, s in enumerate(s for s in site.of("menu")
            if not s.group)])
    return "\n".join(out)


def left(site):
    areas = "".join(f'<area shape="rect" coords="0,{40 * n},180,{40 * n + 38}" href="{s.address}" alt="{e(s.label)}">' for n, s in enumerate(site.of("side")))
    out = f'<img src="/anh/trai.jpg" alt="" usemap="#trai"><map name="trai">{areas}</map>' if areas else ""
    out += "".join(f'<p><a href="{s.address}" title="{e(s.label)}"><img src="/anh/bang{n}.gif" alt="{e(s.label)}"></a></p>' for n, s in enumerate(site.of("banner")))
    out += "".join(f'<p><a href="{url}"><img src="/anh/lk.gif" alt="{e(label)}"></a></p>' for label, url in site.links)
    return out + '<p class="ngay">Bạn là người thứ <b>204.331</b> truy cập<br>kể từ 15/8/2009</p>'


def home(site, page):
    return '<div class="tieude">TIN TỨC</div>' + "".join(row(n) for n in site.news(7)) if site.news() else f"<p>Trang tin {e(site.unit.name)}</p>"


def row(entry):
    when = f' <span class="ngay">({entry.moment:%d/%m/%y})</span>' if entry.stamp == "shown" and entry.kind != "english" else ""
    return f'<div class="tin"><a href="{entry.address}">{e(entry.title)}</a>{when}<br>{e(entry.lead)}</div>'


def published(page):
    """The list says it, the page does not: a reader who comes from the list knows."""
    return page.entry.day if page.entry and page.entry.kind != "english" else None


def section_page(site, page):
    section = page.section
    out = f'<div class="tieude">{e(section.title)}</div>'
    if section.kind == "sitemap" and section.state == "present":
        return out + "".join(f'<div>- <a href="{s.address}">{e(s.label)}</a></div>' for s in site.sections if s.has_page)
    if section.kind == "documents" and section.state == "present":
        return out + "".join(paper(n, d) for n, d in enumerate(page.entries, 1))
    if section.kind == "questions" and section.state == "present":
        return out + "".join(f'<p><b>Câu hỏi {n}:</b> {e(q.title)}</p><p><b>Trả lời:</b> {e(q.blocks[0][1])}</p><hr>' for n, q in enumerate(page.entries, 1))
    return out + blocks(section.blocks) + "".join(row(n) for n in page.entries)


def paper(number, document):
    f = document.fields
    files = " ".join(f'<a href="{x.address}"><img src="/anh/tai.gif" alt="Tải về"></a>' for x in document.files)
    return (f'<div class="vb"><p>{number}. <b>Số ký hiệu:</b> {e(f["number"])} <b>Loại:</b> {e(f["type"])} <b>Ban hành:</b> {f["issued"]:%d/%m/%Y}</p>'
            f'<p><b>Trích yếu:</b> {e(f["abstract"])} {files}</p></div>')


def entry_page(site, page):
    entry = page.entry
    files = "".join(f'<p><a href="{f.address}">Tệp đính kèm</a></p>' for f in entry.files)
    near = "".join(row(n) for n in page.section.entries if n is not entry)[:2000].rsplit("<div", 1)[0]
    return (f'<div class="tieude">{e(entry.title)}</div><p><b>{e(entry.lead)}</b>'
            f'</p>{blocks(entry.blocks)}{files}<p align="right">({e(entry.author)})</p><a href="javascript:history.back()">Quay lại</a><hr>{near}')


def blocks(parts):
    return "\n".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f"{e(value)}<br><br>"
    if kind == "h":
        return f"<b>{e(value)}</b><br>"
    if kind == "ul":
        return "<br>".join(f"&bull; {e(line)}" for line in value) + "<br>"
    if kind == "img":
        return f'<center><img src="/anh/{value}" alt="{e(part[2])}"></center>'
    if kind == "table":
        return ('<table border="1"><tr>' + "".join(f"<th>{e(c)}</th>" for c in value) + "</tr>" + "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in line)
                + "</tr>" for line in part[2]) + "</table>")
    if kind == "file":
        return f'<a href="{value.address}">Tải về</a>'
    if kind == "links":
        return "".join(f'<p><a href="{s.address}"><img src="/anh/muc.gif" alt="{e(s.label)}"></a></p>' for s in value)
    return ('<form action="#" method="post">' + "".join(f'<p>{e(c)}<br><textarea name="o{n}"></textarea></p>' for n, c in enumerate(value)) +
            '<input type="image" src="/anh/gui.gif" alt="Gửi"></form>')


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<br>{unit.street} - ĐT {unit.phone} - {unit.email}"
    links = " ".join(f'<a href="{s.address}"><img src="/anh/ch{n}.gif" alt="{e(s.label)}"></a>' for n, s in enumerate(site.of("footer")))
    return f"{links}<br>&copy; {e(unit.name)} 2009{more}"
