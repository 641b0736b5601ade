"""Written by hand about 2005: nested tables, font elements, unclosed tags, upper-case names, menu in a left column, addresses
in one folder with diacritics dropped (and every đ lost), documents as rows of a table without pages of their own."""
import charsets
from model import escaped as e
from model import slug

LIST = {"number", "issued", "abstract", "authority"}
DETAIL = None
INLINE = {"question"}


def address(site, section, entry=None, number=1):
    stem = slug(section.label, drop_d=True, joint="_", most=30)
    tail = f"_{entry.number}" if entry else f"_p{number}" if number > 1 else ""
    return f"/{stem}{tail}_{site.sections.index(section)}.htm".replace(".htm", ".html" if site.number == 2 else ".htm")


def file_address(site, section, file):
    return f"/files/{section.key}_{file.name}"


def encoded(site, text):
    return charsets.windows_1258(text) if site.number == 1 else text.encode("utf-8")


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    today = site.moment
    return f"""<HTML>
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={"windows-1258" if site.number == 1 else "utf-8"}">
<TITLE>{e(site.unit.name)}</TITLE>
</HEAD>
<BODY BGCOLOR="#FFFFFF" TOPMARGIN=0 LEFTMARGIN=0>
<TABLE WIDTH=980 BORDER=0 CELLPADDING=0 CELLSPACING=0 ALIGN=center>
<TR><TD COLSPAN=3><IMG SRC="/images/banner.gif" WIDTH=980 HEIGHT=120>
<TR BGCOLOR="#CC0000"><TD COLSPAN=3><FONT COLOR=white SIZE=2><B>&nbsp;Hôm nay: {["Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm"][today.weekday() % 4]}, ngày {today.day} tháng {today.month} năm {today.year}</B></FONT>
<TR><TD WIDTH=190 VALIGN=top BGCOLOR="#F2F2F2">{menu(site)}
<TD WIDTH=590 VALIGN=top>{body}
<TD WIDTH=200 VALIGN=top>{right(site)}
<TR><TD COLSPAN=3 ALIGN=center><HR SIZE=1>{footer(site)}
</TABLE>
</BODY></HTML>"""


def menu(site):
    out = ['<TABLE WIDTH="100%" CELLPADDING=3>', '<TR><TD><A HREF="/"><FONT SIZE=2><B>Trang chủ</B></FONT></A>']
    for group in site.groups:
        if group.section:
            out.append(f'<TR><TD BGCOLOR="#003399"><A HREF="{group.section.address}"><FONT COLOR=white SIZE=2><B>{e(group.label)}</B></FONT></A>')
        else:
            out.append(f'<TR><TD BGCOLOR="#003399"><FONT COLOR=white SIZE=2><B>{e(group.label.upper())}</B></FONT>')
        out += [f'<TR><TD>&nbsp;<IMG SRC="/images/dot.gif"> <A HREF="{s.address}"><FONT SIZE=2>{e(s.label)}</FONT></A>' for s in group.sections]
    out += [f'<TR><TD><A HREF="{s.address}"><FONT SIZE=2><B>{e(s.label)}</B></FONT></A>' for s in site.of("menu") if not s.group]
    return "\n".join(out) + "</TABLE>"


def right(site):
    out = ['<TABLE WIDTH="100%"><TR><TD BGCOLOR="#FFCC00"><B><FONT SIZE=2>Tiêu điểm</FONT></B>']
    out += [f'<TR><TD><A HREF="{s.address}"><FONT SIZE=2>{e(s.label)}</FONT></A>' for s in site.of("side")]
    out += [f'<TR><TD><A HREF="{s.address}"><IMG SRC="/images/bn{site.sections.index(s)}.gif" BORDER=0 ALT="{e(s.label)}"></A>' for s in site.of("banner")]
    out += [f'<TR><TD><FONT SIZE=1><A HREF="{n.address}">{e(n.title)}</A> ({n.moment.day}/{n.moment.month})</FONT>' for n in site.recent(3)]
    out += [f'<TR><TD><A HREF="{url}"><FONT SIZE=2 COLOR=blue>{e(label)}</FONT></A>' for label, url in site.links]
    return "\n".join(out) + f'<TR><TD ALIGN=center><FONT SIZE=1>Số lượt truy cập: <B>{100000 + site.number * 7919}</B><BR>Từ ngày 01/01/2005</FONT></TABLE>'


def home(site, page):
    out = ['<FONT SIZE=3 COLOR="#CC0000"><B>TIN MỚI</B></FONT><BR>'] if site.news() else [f"<P>Chào mừng quý vị đến với trang tin của {e(site.unit.name)}"]
    for n in site.news(7):
        out.append(f'<P><A HREF="{n.address}"><B>{e(n.title)}</B></A><BR><FONT SIZE=2>{e(n.lead)}</FONT>')
    return "\n".join(out)


def heading(text):
    return f'<P><FONT FACE="Arial" SIZE=4 COLOR="#003399"><B>{e(text)}</B></FONT></P>'


def section_page(site, page):
    section = page.section
    out = [heading(section.title)]
    if section.kind == "sitemap" and section.state == "present":
        out += [f'<LI><A HREF="{s.address}">{e(s.label)}</A>' for s in site.sections if s.has_page]
    elif section.kind == "documents" and section.state == "present":
        out.append(papers(page))
    else:
        out += blocks(section.blocks)
        for n in page.entries:
            out += question(n) if n.kind == "question" else row(n)
    return "\n".join(out)


def row(entry):
    when = f" <FONT SIZE=1 COLOR=gray>({entry.moment:%d-%m-%Y})</FONT>" if entry.stamp == "shown" and entry.kind != "english" else ""
    return [f'<P><IMG SRC="/images/dot.gif"> <A HREF="{entry.address}">{e(entry.title)}</A>{when}']


def question(entry):
    return [f"<P><B>Hỏi:</B> {e(entry.title)} <I>({e(entry.author)})</I>", *blocks([("p", "Đáp: " + b[1]) for b in entry.blocks]), "<HR>"]


def papers(page):
    rows = (['<TABLE BORDER=1 CELLPADDING=4 WIDTH="100%"><TR BGCOLOR="#DDDDDD"><TD><B>TT</B><TD><B>Số, ký hiệu</B><TD><B>Ngày tháng</B><TD>'
             '<B>Cơ quan ban hành</B><TD><B>Nội dung</B><TD><B>Tải về</B>'])
    for n, d in enumerate(page.entries, 1):
        links = " ".join(f'<A HREF="{f.address}">[tải]</A>' for f in d.files)
        rows.append(f'<TR><TD>{n}<TD '
                    f'NOWRAP>{e(d.fields["number"])}<TD>{d.fields["issued"].day}/{d.fields["issued"].month}/{d.fields["issued"].year}<TD>{e(d.fields["authority"])}<TD>{e(d.fields["abstract"])}<TD>{links}')
    return "\n".join(rows) + "</TABLE>"


def entry_page(site, page):
    entry = page.entry
    out = [heading(entry.title)]
    if entry.lead:
        out.append(f"<P><B><I>{e(entry.lead)}</I></B>")
    out += blocks(entry.blocks)
    out += [f'<P>Tệp kèm theo: <A HREF="{f.address}">{e(f.name)}</A>' for f in entry.files]
    out.append(stamp(entry))
    others = [n for n in page.section.entries if n is not entry and n.kind != "english"][:4]
    if others:
        out.append("<HR><B>Các tin khác:</B>")
        out += [x for n in others for x in row(n)]
    return "\n".join(out)


def stamp(entry):
    """At the end of the text, after the author, as typed by the editor."""
    if entry.stamp == "none" or entry.kind == "english":
        return f"<P ALIGN=right><B>{e(entry.author)}</B>"
    when = entry.wrong if entry.stamp == "wrong" else f"{entry.moment.day}/{entry.moment.month}/{entry.moment.year}"
    return f'<P ALIGN=right><B>{e(entry.author)}</B><BR><FONT SIZE=2 COLOR=gray>Cập nhật ngày: {when}</FONT>'


def blocks(parts):
    out = []
    for part in parts:
        kind, value = part[0], part[1]
        if kind == "p":
            out.append(f'<P ALIGN=justify><FONT FACE="Times New Roman" SIZE=3>{e(value)}</FONT>')
        elif kind == "h":
            out.append(f'<P><FONT SIZE=3><B>{e(value)}</B></FONT>')
        elif kind == "ul":
            out.append("<BR>".join(f"- {e(line)}" for line in value))
        elif kind == "img":
            out.append(f'<CENTER><IMG SRC="/images/{value}" WIDTH=500></CENTER>')
        elif kind == "table":
            out.append("<TABLE BORDER=1><TR>" + "".join(f"<TD><B>{e(c)}</B>" for c in value) + "".join("<TR>" + "".join(f"<TD>{e(c)}" for c in line)
                    for line in part[2]) + "</TABLE>")
        elif kind == "file":
            out.append(f'<P><A HREF="{value.address}">Xem tại đây</A>')
        elif kind == "links":
            out += [f'<BR>+ <A HREF="{s.address}">{e(s.label)}</A>' for s in value]
        elif kind == "form":
            out.append('<FORM METHOD=post ACTION="#">' + "".join(f"<P>{e(c)}: <INPUT NAME=f{n} SIZE=40>" for n, c in enumerate(value)) +
                       "<INPUT TYPE=submit VALUE=Gửi></FORM>")
    return out


def footer(site):
    unit = site.unit
    links = "".join(f' | <A HREF="{s.address}">{e(s.label)}</A>' for s in site.of("footer"))
    more = "" if site.bare_footer else f"<BR>Địa chỉ: {unit.street}. ĐT: {unit.phone}. Fax: {unit.fax}. Email: {unit.email}"
    return f"<FONT SIZE=1>&copy; 2005 {e(unit.name)}{links}{more}<BR>Giấy phép số 205/GP-BC cấp ngày 8/11/2005</FONT>"
