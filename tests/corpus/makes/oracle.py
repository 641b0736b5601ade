"""A Java portal of about 2006 that is still in use: tags in capitals, tables within tables within portlets, hidden layers for the menu, headings in upper case,
"Ngày đăng: 12-11-2026" at the foot of articles and of fixed pages alike, copies for printing, files in popups, no breadcrumb."""
from model import escaped as e
from model import weekday

LIST = {"number", "type", "issued", "abstract"}
DETAIL = {"type", "number", "issued", "effective", "authority", "abstract"}
PAGED = 5
STAMPED_STATICS = True


def address(site, section, entry=None, number=1):
    base = f"/portal/page/{section.key}"
    if entry:
        return f"{base}/chi-tiet-{ticket(site, section, entry)}.html"
    return f"{base}.html" if number == 1 else f"{base}/trang-{number}.html"


def ticket(site, section, entry):
    return 7000 + site.sections.index(section) * 50 + entry.number


def file_address(site, section, file):
    return f"/pls/portal/docs/PAGE/{section.key.replace('-', '_').upper()}/{file.name}"


def files(site):
    """Articles once more, for the printer."""
    out = {}
    for section in site.sections:
        for entry in section.entries if section.has_page else []:
            if entry.kind == "article":
                out[f"portal/print/{ticket(site, section, entry)}.html"] = (
                    f'<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8"><TITLE>Bản in</TITLE></HEAD><BODY ONLOAD="window.print()">'
                    f"<H3>{e(entry.title)}</H3>{blocks(entry.blocks)}{foot(entry)}<HR>{e(site.unit.name)}</BODY></HTML>")
    return out


def grid(rows, more=""):
    """Rows of cells; a cell is text, or (attributes, text)."""
    lines = "".join("<TR>" + "".join(f"<TD{' ' + c[0] if c[0] else ''}>{c[1]}</TD>" for c in (c if isinstance(c, tuple) else ("", c) for c in row)) + "</TR>\n"
                    for row in rows)
    return f'<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0" WIDTH="100%"{more}>\n{lines}</TABLE>'


def portlet(title, body):
    head = grid([[('CLASS="PortletHeaderColor" NOWRAP', f'<SPAN CLASS="PortletHeaderText">{e(title.upper())}</SPAN>'),
                  ('CLASS="PortletHeaderColor" ALIGN="right"', '<IMG SRC="/images/pobtrans.gif" HEIGHT="1" WIDTH="1" ALT="">')]]) if title else ""
    return grid([[head], [('CLASS="PortletBodyColor" VALIGN="top"', grid([[('CLASS="PortletText1"', body)]]))]], ' CLASS="RegionBorder"')


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    now, unit = site.moment, site.unit
    return f"""<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML DIR="LTR" LANG="vi"><HEAD><TITLE>{e(unit.name.upper())}</TITLE><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8">
<LINK REL="STYLESHEET" TYPE="text/css" HREF="/portal/css/portal_vi.css">
<SCRIPT TYPE="text/javascript">
function openWin(u) {{ window.open(u, "cuaso", "width=760,height=560,scrollbars=1"); return false; }}
function showLayer(n, on) {{ document.getElementById("lop" + n).style.visibility = on ? "visible" : "hidden"; }}
</SCRIPT></HEAD>
<BODY LEFTMARGIN="0" TOPMARGIN="0" MARGINWIDTH="0" CLASS="Bodyid1">
{grid([['<A HREF="/"><IMG SRC="/images/banner_top.jpg" BORDER="0" ALT="' + e(unit.name) + '"></A>'], [('CLASS="tabbar"', tabs(site))]])}
{grid([[('CLASS="datebar"', f"{weekday(now)}, ngày {now.day} tháng {now.month} năm {now.year}"),
        ('ALIGN="right"', '<INPUT TYPE="text" NAME="p_text" VALUE="Tìm kiếm" CLASS="search">')]])}
{grid([[('VALIGN="top" WIDTH="190"', left(site)), ('VALIGN="top" ID="main"', body), ('VALIGN="top" WIDTH="180"', right(site))]])}
{grid([[('CLASS="footer" ALIGN="center"', footer(site))]])}
{layers(site)}</BODY></HTML>"""


def tabs(site):
    cells = [('CLASS="tab"', '<A HREF="/" CLASS="tablink">TRANG CHỦ</A>')]
    for n, group in enumerate(site.groups):
        href = group.section.address if group.section else "javascript:void(0)"
        cells.append((f'CLASS="tab" ONMOUSEOVER="showLayer({n}, 1)"', f'<A HREF="{href}" CLASS="tablink">{e(group.label.upper())}</A>'))
    cells += [('CLASS="tab"', f'<A HREF="{s.address}" CLASS="tablink">{e(s.label.upper())}</A>') for s in site.of("menu") if not s.group]
    return grid([cells])


def layers(site):
    """What the tabs open stands at the end of the page."""
    return "".join(f'<DIV ID="lop{n}" CLASS="layer" STYLE="position:absolute;visibility:hidden" ONMOUSEOUT="showLayer({n}, 0)">'
                   + grid([[('CLASS="layeritem" NOWRAP', f'<A HREF="{s.address}">{e(s.label)}</A>')] for s in group.sections]) + "</DIV>"
                   for n, group in enumerate(site.groups) if group.sections)


def left(site):
    out = portlet("Danh mục", grid([[('WIDTH="12"', '<IMG SRC="/images/arrow.gif" ALT="">'), f'<A HREF="{s.address}">{e(s.label)}</A>']
                                    for s in site.of("side")])) if site.of("side") else ""
    return out + portlet("Liên kết website", "<BR>".join(f'<A HREF="{url}" TARGET="_blank">{e(label)}</A>' for label, url in site.links))


def right(site):
    out = "".join(portlet("", f'<A HREF="{s.address}"><IMG SRC="/images/qc/{n}.gif" WIDTH="170" BORDER="0" ALT="{e(s.label)}"></A>')
                  for n, s in enumerate(site.of("banner"), 1))
    if site.recent():
        out += portlet("Tin mới", grid([[f'<A HREF="{n.address}" CLASS="small">{e(n.title)}</A> <FONT CLASS="date">({n.moment:%d-%m-%Y})</FONT>']
                                        for n in site.recent(4)]))
    return out + portlet("Số lượt truy cập", f'<CENTER><B>{1840233 + site.moment.day * 977}</B></CENTER>')


def foot(entry, moment=None):
    """Who wrote it and when it was put there, below the text."""
    if entry and (entry.stamp == "none" or entry.kind == "english"):
        return ""
    day = entry.wrong.replace("/", "-") if entry and entry.stamp == "wrong" else f"{moment or entry.moment:%d-%m-%Y}"
    source = f"Nguồn: {e(entry.source)}<BR>" if entry and entry.source else ""
    return grid([[('ALIGN="right" CLASS="source"', f"{source}Ngày đăng: {day}")]])


def row(entry):
    day = f' <FONT CLASS="date">({entry.moment:%d-%m-%Y})</FONT>' if entry.day and entry.kind != "english" else ""
    return [('WIDTH="16" VALIGN="top"', '<IMG SRC="/images/bullet.gif" ALT="">'), f'<A HREF="{entry.address}">{e(entry.title)}</A>{day}']


def home(site, page):
    news = site.news(7)
    if not news:
        return portlet("Lời chào", f"<P>{e(site.unit.name)} kính chào quý vị.</P>")
    top = grid([[('WIDTH="130" VALIGN="top"', f'<IMG SRC="/images/tin/{news[0].number}.jpg" WIDTH="120" ALT="">'),
                 ('VALIGN="top"', f'<A HREF="{news[0].address}" CLASS="headline">{e(news[0].title)}</A><BR>{e(news[0].lead)}')]])
    return portlet("Tin nổi bật", top + grid([row(n) for n in news[1:]]))


def section_page(site, page):
    section = page.section
    if section.kind == "sitemap" and section.state == "present":
        return portlet(section.title, grid([[f'<A HREF="{s.address}">{e(s.label)}</A>'] for s in site.sections if s.has_page]))
    fixed = section.kind in ("static", "contact", "form", "services") and section.state in ("present", "updating")
    body = blocks(section.blocks)
    if page.entries:
        body += register(page) if section.kind == "documents" else grid([row(n) for n in page.entries])
    if page.count > 1:
        body += "<P ALIGN=\"right\">Trang: " + " ".join(f"[{n}]" if n == page.number else f'<A HREF="{a}">[{n}]</A>'
                                                         for n, a in enumerate(page.addresses, 1)) + "</P>"
    return portlet(section.title, body + (foot(None, section.moment) if fixed else ""))


def register(page):
    head = "".join(f'<TH CLASS="RegionHeaderColor" NOWRAP>{h}</TH>' for h in ("SỐ HIỆU", "LOẠI VĂN BẢN", "NGÀY BAN HÀNH", "TRÍCH YẾU"))
    rows = "".join(f'<TR CLASS="{"le" if n % 2 else "chan"}"><TD NOWRAP>{e(d.fields["number"])}</TD><TD>{e(d.fields["type"])}</TD>'
                   f'<TD ALIGN="center">{d.fields["issued"]:%d-%m-%Y}</TD><TD><A HREF="{d.address}">{e(d.fields["abstract"])}</A></TD></TR>\n'
                   for n, d in enumerate(page.entries))
    return f'<TABLE BORDER="1" CELLPADDING="3" CELLSPACING="0" WIDTH="100%"><TR>{head}</TR>\n{rows}</TABLE>'


def attached(entry):
    return "<BR>".join(f'<IMG SRC="/images/disk.gif" ALT=""> <A HREF="{f.address}" ONCLICK="return openWin(this.href)">{e(f.name)}</A>' for f in entry.files)


def entry_page(site, page):
    entry, section = page.entry, page.section
    if entry.kind == "document":
        return portlet(section.title, document(entry))
    body = f'<P CLASS="tomtat"><B>{e(entry.lead)}</B></P>' if entry.lead else ""
    body += ("<P><B>TRẢ LỜI:</B></P>" if entry.kind == "question" else "") + blocks(entry.blocks) + (f"<P>{attached(entry)}</P>" if entry.files else "")
    heading = f"Câu hỏi: {entry.title} (Người hỏi: {entry.author})" if entry.kind == "question" else entry.title
    inside = [[('CLASS="headline"', e(heading))], [body], [foot(entry)]]
    if entry.kind == "article":
        copy = f'<A HREF="/portal/print/{ticket(site, section, entry)}.html" TARGET="_blank" ONCLICK="return openWin(this.href)">Bản in</A>'
        inside.append([('ALIGN="right"', f'<IMG SRC="/images/print.gif" ALT=""> {copy} <A HREF="javascript:history.back()">Quay lại</A>')])
    said = [[f"<B>{e(who)}</B> ({at:%d-%m-%Y %H:%M})<BR>{e(text)}"] for who, at, text in entry.comments]
    near = [row(n) for n in section.entries if n is not entry]
    return (portlet(section.title, grid(inside)) + (portlet("Ý kiến bạn đọc", grid(said)) if said else "")
            + (portlet("Các tin khác" if entry.kind == "article" else "Cùng mục", grid(near)) if near else ""))


def document(entry):
    f = entry.fields
    pairs = [("SỐ HIỆU", f["number"]), ("LOẠI VĂN BẢN", f["type"]), ("CƠ QUAN BAN HÀNH", f["authority"]), ("NGÀY BAN HÀNH", f'{f["issued"]:%d-%m-%Y}'),
             ("NGÀY CÓ HIỆU LỰC", f'{f["effective"]:%d-%m-%Y}' if f["effective"] else ""), ("NGÀY HẾT HIỆU LỰC", ""), ("TRÍCH YẾU", f["abstract"])]
    cells = [(k, e(v)) for k, v in pairs] + [("VĂN BẢN ĐÍNH KÈM", attached(entry))]
    rows = [[('WIDTH="170" VALIGN="top"', grid([[('CLASS="label"', f"<B>{k}:</B>")]])), ('VALIGN="top"', grid([[v or "&nbsp;"]]))] for k, v in cells]
    return grid([[('CLASS="headline" ALIGN="center"', "THÔNG TIN VĂN BẢN")], [grid(rows)]])


def blocks(parts):
    return "\n".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind in ("p", "h"):
        return f'<P ALIGN="justify">{e(value)}</P>' if kind == "p" else f"<P><B>{e(value.upper())}</B></P>"
    if kind == "ul":
        return '<P ALIGN="justify">' + "<BR>".join(f"&nbsp;&nbsp;+ {e(line)}" for line in value) + "</P>"
    if kind == "img":
        return grid([[('ALIGN="center"', f'<IMG SRC="/pls/portal/docs/{value}" BORDER="0" ALT="{e(part[2])}"><BR><I>{e(part[2])}</I>')]])
    if kind == "table":
        lines = [[f"<B>{e(c)}</B>" for c in value], *[[e(c) for c in line] for line in part[2]]]
        return grid([[('CLASS="cell"', c) for c in line] for line in lines], ' CLASS="bordered"')
    if kind == "file":
        return f'<P><A HREF="{value.address}" ONCLICK="return openWin(this.href)">{e(value.name)}</A></P>'
    if kind == "links":
        return grid([[('CLASS="cell"', f'<A HREF="{s.address}">{e(s.label)}</A>')] for s in value])
    fields = grid([[('WIDTH="140"', e(c)), f'<TEXTAREA NAME="p_{n}" ROWS="3" COLS="50"></TEXTAREA>'] for n, c in enumerate(value)])
    return f'<FORM METHOD="post" ACTION="#">{fields}<INPUT TYPE="submit" VALUE="Gửi"> <INPUT TYPE="reset" VALUE="Nhập lại"></FORM>'


def footer(site):
    unit = site.unit
    links = " | ".join(f'<A HREF="{s.address}">{e(s.label)}</A>' for s in site.of("footer"))
    more = "" if site.bare_footer else f"<BR>Trụ sở: {unit.street} - Tel: {unit.phone} - Fax: {unit.fax} - E-mail: {unit.email}"
    return f"{links}<BR>Bản quyền 2006 - {site.moment.year} thuộc {e(unit.name)}{more}<BR>Giấy phép số 27/GP-BC ngày 16-01-2006"
