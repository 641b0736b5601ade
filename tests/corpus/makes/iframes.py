"""A front page whose menu and counter are frames of their own (as after 2003), and pages that hold the same menu again; encoded in UTF-8, tags
in capitals and small letters mixed, "Thứ Năm, ngày 12 tháng 11 năm 2026" above the title, documents as rows that open pages of label and value lines."""
import charsets
from model import escaped as e
from model import slug, weekday

LIST = {"number", "issued", "abstract"}
DETAIL = {"type", "authority", "number", "issued", "effective", "abstract"}
INLINE = {"question"}
POSTED_DOCUMENTS = False


def address(site, section, entry=None, number=1):
    stem = slug(section.label, drop_d=site.number == 3, joint="", most=40)
    if entry:
        return f"/{stem}/{entry.moment.year if entry.moment else 2026}/bai{site.sections.index(section)}_{entry.number}.htm"
    return f"/{stem}/muc{site.sections.index(section)}.htm"


def file_address(site, section, file):
    return f"/kho/{site.sections.index(section)}/{file.name}"


def files(site):
    """The frames."""
    return ({"khung/menu.htm": framed(site, f"<div id=mn>{menu(site, ' target=_parent')}</div>"), "khung/dem.htm": framed(site,
            f"<p>Lượt truy cập: 1204551<br>{site.moment.day}/{site.moment.month}/{site.moment.year}</p>")})


def framed(site, body):
    return (f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset(site)}"><title>{e(site.unit.short)}</title></head>'
            f'<body>{body}</body></html>')


def charset(site):
    return "windows-1258" if site.number == 2 else "utf-8"


def encoded(site, text):
    return charsets.windows_1258(text) if site.number == 2 else text.encode("utf-8")


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    heading = "" if page.kind == "home" else (page.entry or page.section).title
    left = ('<iframe src="/khung/menu.htm" width="200" height="900" frameborder="0" title="Danh mục"></iframe>' if page.kind == "home" else f"<div id=mn>{menu(site)}</div>")
    return f"""<html>
<head><meta http-equiv="Content-Type" content="text/html; charset={charset(site)}">
<title>{e(site.unit.name)}{" | " + e(heading) if heading else ""}</title></head>
<body bgcolor=white link=blue>
<CENTER><table width=960 border=0><tr><td colspan=2 height=90 background="/hinh/nen.jpg"><font size=5 color=red><b>{e(site.unit.name)}</b></font></td></tr>
<tr><td width=210 valign=top>{left}{extra(site)}<iframe src="/khung/dem.htm" height=60 title="Số lượt truy cập"></iframe></td>
<td valign=top>{body}</td></tr>
<tr><td colspan=2 align=center>{footer(site)}</td></tr></table></CENTER>
</body></html>"""


def menu(site, target=""):
    out = [f'<b><a href="/"{target}>Trang đầu</a></b><br>']
    for group in site.groups:
        out.append(f'<p><b>{f"<a href={chr(34)}{group.section.address}{chr(34)}{target}>{e(group.label)}</a>" if group.section else e(group.label)}</b></p>')
        out.append("<ul>" + "".join(f'<li><a href="{s.address}"{target}>{e(s.label)}</a>' for s in group.sections) + "</ul>" if group.sections else "")
    out += [f'<p><a href="{s.address}"{target}>{e(s.label)}</a>' for s in site.of("menu") if not s.group]
    return "\n".join(out)


def extra(site):
    out = "".join(f'<p><a href="{s.address}"><img src="/hinh/qc{n}.gif" border=0 alt="{e(s.label)}"></a>' for n, s in enumerate(site.of("banner")))
    out += "".join(f'<p>&raquo; <a href="{s.address}">{e(s.label)}</a>' for s in site.of("side"))
    return out + "".join(f'<p><a href="{url}" target=_blank>{e(label)}</a>' for label, url in site.links)


def home(site, page):
    if not site.news():
        return f"<p>Kính chào quý khách đến với trang tin của {e(site.unit.name)}.</p>"
    return "<h3><font color=green>Tin tức trong tuần</font></h3>" + "".join(f'<p><b><a href="{n.address}">{e(n.title)}</a></b><br>{e(n.lead)}' for n in site.news(6))


def section_page(site, page):
    section = page.section
    out = f"<H2>{e(section.title)}</H2>"
    if section.kind == "sitemap" and section.state == "present":
        return out + "<ul>" + "".join(f'<li><a href="{s.address}">{e(s.label)}</a>' for s in site.sections if s.has_page) + "</ul>"
    if section.kind == "documents" and section.state == "present":
        rows = ("".join(f'<tr><td>{n}.<td>{e(d.fields["number"])}<td>{d.fields["issued"]:%d/%m/%Y}<td>'
                        f'<a href="{d.address}">{e(d.fields["abstract"])}</a>' for n, d in enumerate(page.entries, 1)))
        return f"{out}<table border=1 width=100%><tr><th>STT<th>Số hiệu<th>Ngày ký<th>Về việc{rows}</table>"
    if section.kind == "questions" and section.state == "present":
        return out + "".join(f"<dl><dt><b>{e(q.author)} hỏi:</b> {e(q.title)}<dd><b>Trả lời:</b> {e(q.blocks[0][1])}</dl>" for q in page.entries)
    return (out + blocks(section.blocks) + "".join(f'<p><a href="{n.address}">{e(n.title)}</a>{f" <i>- {n.moment.day}/{n.moment.month}</i>" if n.day and n.kind != "english" else ""}'
                                                   for n in page.entries))


def stamp(entry):
    if entry.kind == "english" or entry.stamp == "none":
        return ""
    moment = entry.moment
    text = entry.wrong if entry.stamp == "wrong" else f"{weekday(moment)}, ngày {moment.day} tháng {moment.month} năm {moment.year}"
    return f"<p><font size=2 color=gray>{text}</font>"


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return lines(entry)
    attached = "".join(f'<p><img src="/hinh/ghim.gif"> <a href="{f.address}">{e(f.name)}</a>' for f in entry.files)
    near = "".join(f'<li><a href="{n.address}">{e(n.title)}</a>' for n in page.section.entries if n is not entry)
    return (f"{stamp(entry)}<H3>{e(entry.title)}</H3><p><b>{e(entry.lead)}</b>{blocks(entry.blocks)}{attached}<p align=right><i>{e(entry.source)}</i>"
            f"<hr>Xem thêm:<ul>{near}</ul>")


def lines(entry):
    f = entry.fields
    force = f"{f['effective']:%d/%m/%Y}" if f["effective"] else ""
    pairs = ([("Tên loại", f["type"]), ("Số và ký hiệu", f["number"]), ("Ngày ban hành", f"{f['issued']:%d/%m/%Y}"), ("Ngày có hiệu lực", force), ("Cơ quan ban hành",
            f["authority"]), ("Trích yếu", f["abstract"])])
    rows = "<br>".join(f"<b>{k}:</b> {e(v)}" for k, v in pairs)
    links = "<br>".join(f'<a href="{x.address}">{e(x.name)}</a>' for x in entry.files)
    return f"<H3>Nội dung chi tiết</H3><p>{rows}<br><b>Tệp:</b> {links}</p><p><a href='javascript:history.go(-1)'>Trở lại</a>"


def blocks(parts):
    return "\n".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f"<P>&nbsp;&nbsp;&nbsp;{e(value)}"
    if kind == "h":
        return f"<P><B><U>{e(value)}</U></B>"
    if kind == "ul":
        return "<UL>" + "".join(f"<LI>{e(line)}" for line in value) + "</UL>"
    if kind == "img":
        return f'<P align=center><IMG src="/hinh/{value}" alt="{e(part[2])}">'
    if kind == "table":
        return ("<TABLE border=1><TR>" + "".join(f"<TH>{e(c)}" for c in value) + "".join("<TR>" + "".join(f"<TD>{e(c)}" for c in line) for line in part[2])
                + "</TABLE>")
    if kind == "file":
        return f'<P><A href="{value.address}">Mở tệp</A>'
    if kind == "links":
        return "".join(f'<P><A href="{s.address}">{e(s.label)}</A>' for s in value)
    return "<FORM>" + "".join(f"<P>{e(c)}<BR><TEXTAREA cols=40></TEXTAREA>" for c in value) + "<P><INPUT type=submit value='Gửi ý kiến'></FORM>"


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<br>Địa chỉ: {unit.street}, điện thoại: {unit.phone}, thư: {unit.email}"
    return (f'<font size=2>{" | ".join(f"<a href={chr(34)}{s.address}{chr(34)}>{e(s.label)}</a>" for s in site.of("footer"))}<br>Thiết kế bởi Phòng '
            f'Tin học &copy; 2003{more}</font>')
