"""Written by hand in PHP about 2012: rewritten addresses (/index/act-view/id-12.html), one title for all pages, tables and divs by turns, inline styles,
"Đăng ngày: 12-11-2026, 08h15" in grey, no breadcrumb, documents as rows of label, colon and value, the menu as boxes at the left."""
from model import escaped as e
from model import weekday

LIST = {"number", "issued", "abstract"}
DETAIL = {"number", "type", "issued", "authority", "abstract"}
PAGED = 4
INLINE = {"question"}
GREY = 'style="font-size:11px;color:#888888"'


def address(site, section, entry=None, number=1):
    place = site.sections.index(section) + 1
    module = {"documents": "vanban", "drafts": "gopy", "questions": "hoidap", "contact": "lienhe"}.get(section.kind, "index")
    if entry:
        return f"/{module}/act-view/id-{place * 30 + entry.number}.html"
    act = "cat" if section.kind in ("list", "documents", "drafts", "questions") else "page"
    return f"/{module}/act-{act}/id-{place}.html" if number == 1 else f"/{module}/act-{act}/id-{place}/p-{number}.html"


def file_address(site, section, file):
    return f"/upload/vb{site.sections.index(section) + 1}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    unit, today = site.unit, site.moment
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>.:: {e(unit.name)} ::.</title>
<meta name="keywords" content="{e(unit.short)}, {e(unit.territory)}" />
<link href="/css/style.css" rel="stylesheet" type="text/css" />
<script type="text/javascript" src="/js/jquery-1.4.2.min.js"></script>
</head>
<body style="margin:0px; background:#E8EEF4">
<center>
<div style="width:1000px; text-align:left; background:#FFFFFF">
<div><img src="/images/banner.jpg" width="1000" height="150" alt="{e(unit.name)}" /></div>
<table width="100%" border="0" cellspacing="0" cellpadding="0" style="background:url(/images/bg_menu.gif) repeat-x"><tr>
<td height="30">{top(site)}</td>
<td align="right" style="color:#FFFFFF; font-size:11px">{weekday(today)}, {today:%d/%m/%Y}&nbsp;</td>
</tr></table>
<table width="100%" border="0" cellspacing="4" cellpadding="0"><tr>
<td width="200" valign="top">{left(site)}</td>
<td valign="top" class="main">
{body}
</td>
<td width="190" valign="top">{right(site)}</td>
</tr></table>
<div style="background:#1B5FAA; padding:8px; text-align:center"><font color="#FFFFFF" size="2">{footer(site)}</font></div>
</div>
</center>
</body>
</html>"""


def top(site):
    out = ['&nbsp;<a href="/" class="mtop"><b>Trang chủ</b></a>']
    out += [f'<a href="{s.address}" class="mtop"><b>{e(s.label)}</b></a>' for s in site.of("menu") if not s.group]
    return " <font color='#FFFFFF'>|</font> ".join(out)


def box(title, body):
    return (f'<div class="box" style="border:1px solid #B5CDE6; margin-bottom:5px"><div class="boxtitle"><b>{title}</b></div>\n<div style="padding:4px">{body}'
            '</div></div>\n')


def left(site):
    out = ""
    for group in site.groups:
        title = f'<a href="{group.section.address}" style="color:#FFF">{e(group.label.upper())}</a>' if group.section else e(group.label.upper())
        out += box(title, "".join(f'<div class="ml"><img src="/images/mt.gif" alt="" /> <a href="{s.address}">{e(s.label)}</a></div>' for s in group.sections))
    return out + "".join(f'<div align="center"><a href="{s.address}"><img src="/upload/qc/{n}.jpg" width="196" border="0" alt="{e(s.label)}" /></a></div>'
                         for n, s in enumerate(site.of("banner")))


def right(site):
    out = box("TIỆN ÍCH", "<br />".join(f'- <a href="{s.address}">{e(s.label)}</a>' for s in site.of("side"))) if site.of("side") else ""
    if site.recent():
        out += box("TIN ĐỌC NHIỀU", '<marquee direction="up" scrollamount="2" height="180">' + "".join('<p style="margin:4px">'
                    f'<a href="{n.address}">{e(n.title)}</a> <font {GREY}>({n.moment:%d-%m-%Y})</font></p>' for n in site.recent(6)[2:]) + "</marquee>")
    out += box("LIÊN KẾT WEBSITE", '<select style="width:180px" onchange="window.open(this.value)">' + "".join(f'<option value="{url}">{e(label)}'
                '</option>' for label, url in site.links)
               + "</select>")
    return out + box("THỐNG KÊ", f"Đang truy cập: <b>{site.number + 6}</b><br />Hôm nay: <b>418</b><br />Tổng số: <b>3.{site.number}71.094</b>")


def heading(text):
    return f'<table width="100%" cellpadding="0" cellspacing="0"><tr><td class="catbar"><b><font color="#C40000">{text}</font></b></td></tr></table>\n'


def when_of(entry):
    if entry.kind == "english" or entry.stamp == "none":
        return ""
    return entry.wrong if entry.stamp == "wrong" else f"{entry.moment:%d-%m-%Y, %Hh%M}"


def row(entry):
    when = f' <font {GREY}>({entry.moment:%d-%m-%Y})</font>' if entry.day and entry.kind != "english" else ""
    return ('<table width="100%" border="0" cellpadding="3" style="border-bottom:1px dotted #CCCCCC"><tr><td width="110" valign="top">'
            f'<img src="/upload/thumb/{entry.number}.jpg" width="100" alt="" /></td><td valign="top"><a href="{entry.address}" class="tt"><b>{e(entry.title)}'
            f'</b></a>{when}<br />{e(entry.lead)}<div align="right"><a href="{entry.address}"><i>Xem tiếp...</i></a></div></td></tr></table>\n')


def home(site, page):
    if not site.news():
        return f'<p align="center"><b>CHÀO MỪNG QUÝ VỊ ĐẾN VỚI TRANG THÔNG TIN CỦA {e(site.unit.name.upper())}</b></p>'
    return heading("TIN MỚI") + "".join(map(row, site.news(5)))


def section_page(site, page):
    section = page.section
    out = heading(e(section.title.upper() if section.kind in ("list", "documents") else section.title))
    if section.kind == "sitemap" and section.state == "present":
        return out + "".join(f'<div style="padding:2px 0 2px 20px">+ <a href="{s.address}">{e(s.label)}</a></div>' for s in site.sections if s.has_page)
    out += f'<div class="content" style="text-align:justify; line-height:150%">{blocks(section.blocks)}</div>\n' if section.blocks else ""
    for entry in page.entries:
        out += {"document": paper, "question": question}.get(entry.kind, row)(entry)
    if page.count > 1:
        out += '<div align="center">Trang: ' + " ".join(f"<b>[{n}]</b>" if n == page.number else f'<a href="{a}">[{n}]</a>'
                                                     for n, a in enumerate(page.addresses, 1)) + "</div>"
    return out


def paper(entry):
    f = entry.fields
    return (f'<div style="padding:5px; background:{"#F4F8FC" if entry.number % 2 else "#FFFFFF"}"><b>{entry.number}.</b> <a href="{entry.address}"><b>'
            f'<u>Số: {e(f["number"])}</u></b></a> <i>(Ngày ban hành: {f["issued"]:%d/%m/%Y})</i><br /><b>Trích yếu:</b> {e(f["abstract"])}</div>\n')


def question(entry):
    when = f', gửi ngày {entry.moment:%d-%m-%Y}' if entry.day else ""
    return (f'<div style="border:1px solid #DDDDDD; padding:6px; margin:4px 0"><p><b><u>Hỏi</u>:</b> {e(entry.title)} <i>({e(entry.author)}{when})</i></p><b>'
            f'<u>Trả lời</u>:</b> {blocks(entry.blocks)}</div>\n')


def entry_page(site, page):
    entry = page.entry
    out = heading(f'<a href="{page.section.address}">{e(page.section.label)}</a>')
    if entry.kind == "document":
        return out + document(entry)
    when = when_of(entry)
    others = "".join(f'<div><img src="/images/dot.gif" alt="" /> <a href="{n.address}">{e(n.title)}</a>'
                     f'{f" <font {GREY}>({n.moment:%d-%m-%Y})</font>" if n.day and n.kind != "english" else ""}</div>'
                     for n in page.section.entries if n is not entry)
    said = "".join(f'<tr><td style="border-bottom:1px solid #EEE"><b>{e(who)}</b> <font {GREY}>[{at:%d-%m-%Y, %Hh%M}]</font><br />{e(text)}</td>'
                   '</tr>' for who, at, text in entry.comments)
    return (out + f'<div style="font-size:17px; color:#1B5FAA; font-weight:bold">{e(entry.title)}</div>\n' + (f'<div><font {GREY}>Đăng ngày: {when}</font>'
            '</div>\n' if when else "")
            + f'<p style="text-align:justify"><b>{e(entry.lead)}</b></p>\n<div class="content">{blocks(entry.blocks)}</div>\n'
            + "".join(f'<p><img src="/images/attach.gif" alt="" /> <u>File kèm theo</u>: <a href="{f.address}">{e(f.name)}</a></p>' for f in entry.files)
            + (f'<p align="right"><b><i>{e(entry.author)}</i></b></p>' if entry.author else "") + ('<table width="100%"><tr><td><b>Bạn đọc bình luận</b></td>'
                        f'</tr>{said}</table>' if said else "")
            + (f'<br /><div style="border-top:2px solid #1B5FAA"><b>CÁC TIN KHÁC</b></div>{others}' if others else ""))


def document(entry):
    f = entry.fields
    pairs = [("Số/Ký hiệu", f["number"]), ("Loại văn bản", f["type"]), ("Ngày ban hành", f"{f['issued']:%d/%m/%Y}"), ('Nơi ban '
                'hành', f["authority"]), ("Trích yếu", f["abstract"])]
    rows = "".join(f'<tr bgcolor="{"#F4F8FC" if n % 2 else "#FFFFFF"}"><td width="130" nowrap="nowrap">{k}</td><td width="10">:</td><td><b>{e(v)}</b></td>'
                   '</tr>\n'
                   for n, (k, v) in enumerate(pairs))
    links = "<br />".join(f'<img src="/images/down.gif" alt="" /> <a href="{x.address}" target="_blank">{e(x.name)}</a>' for x in entry.files)
    return ('<div align="center" style="padding:8px"><font size="3" color="#1B5FAA"><b>CHI TIẾT VĂN BẢN</b></font></div>\n'
            f'<table width="98%" border="0" cellpadding="5" cellspacing="1">{rows}<tr><td>File văn bản</td><td>:</td><td>{links}</td></tr></table>\n'
            f'<div class="content">{blocks(entry.blocks)}</div><p><a href="javascript:history.back()">&laquo; Quay lại</a></p>')


def blocks(parts):
    return "\n".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f'<p style="text-align:justify; margin:6px 0">{e(value)}</p>'
    if kind == "h":
        return f'<p><b><font color="#000080">{e(value)}</font></b></p>'
    if kind == "ul":
        return "".join(f'<div style="padding-left:15px">- {e(line)}</div>' for line in value)
    if kind == "img":
        return f'<div align="center"><img src="/upload/images/{value}" width="450" border="1" alt="{e(part[2])}" /><br /><i>{e(part[2])}</i></div>'
    if kind == "table":
        return ('<table width="100%" border="1" cellpadding="4" style="border-collapse:collapse"><tr bgcolor="#DCE9F5">' + "".join('<td align="center">'
                f'<b>{e(c)}</b></td>' for c in value)
                + "</tr>" + "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in line) + "</tr>" for line in part[2]) + "</table>")
    if kind == "file":
        return f'<p><img src="/images/down.gif" alt="" /> <a href="{value.address}">Bấm vào đây để xem</a></p>'
    if kind == "links":
        return "".join(f'<p><img src="/images/folder.gif" alt="" /> <a href="{s.address}"><b>{e(s.label)}</b></a></p>' for s in value)
    return ('<form method="post" action=""><table>' + "".join(f'<tr><td>{e(c)} <font color="red">*</font></td><td><textarea name="txt{n}" cols="40" rows="2">'
                                                              '</textarea></td></tr>'
            for n, c in enumerate(value)) + '<tr><td></td><td><input type="submit" value="Gửi đi" /> <input type="reset" value="Nhập lại" /></td></tr></table>'
                                            '</form>')


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<br />Địa chỉ: {unit.street}<br />Điện thoại: {unit.phone} - Fax: {unit.fax} - Email: {unit.email}"
    links = " | ".join(f'<a href="{s.address}" style="color:#FFF">{e(s.label)}</a>' for s in site.of("footer"))
    return f"<b>{e(unit.name.upper())}</b>{more}<br />{links}<br />Bản quyền &copy; 2012. Giấy phép số 23/GP-TTĐT cấp ngày 10/09/2012"
