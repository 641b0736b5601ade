"""ASP.NET WebForms: a TreeView for a menu, GridViews with postback paging, ids of controls, two-digit years "(12/11/26 8:15)", a LinkButton where a
link should be, documents in a grid without pages of their own. The file is UTF-8 with a byte order mark."""
from model import escaped as e
from model import plain

LIST = {"number", "issued", "abstract", "authority", "effective"}
DETAIL = None


def pascal(text):
    return "".join(word.capitalize() for word in plain(text).replace("-", " ").replace(",", " ").split() if word.isalnum())[:40]


def address(site, section, entry=None, number=1):
    place = site.sections.index(section)
    if entry:
        return f"/ChiTiet.aspx/{100 + place}/{entry.number}/"
    return f"/{pascal(section.label)}.aspx/{place}/"


def file_address(site, section, file):
    return f"/Upload/{pascal(section.label)}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = f"{site.unit.short} - {'Trang chủ' if page.kind == 'home' else (page.entry or page.section).title}"
    text = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head><title>
	{e(title)}
</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /></head>
<body>
<form name="aspnetForm" method="post" action="#" id="aspnetForm">
<div><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKMTY1NDU2MTA1MmRk" /></div>
<script type="text/javascript">function __doPostBack(t, a) {{ document.forms[0].__EVENTTARGET.value = t; document.forms[0].submit(); }}</script>
<table id="tblMain" cellpadding="0" cellspacing="0" align="center" width="1000">
<tr><td colspan="2"><img src="/Images/Banner.jpg" alt="" width="1000" /></td></tr>
<tr><td colspan="2" class="bar"><span id="ctl00_lblNgay">{site.moment:%d/%m/%Y %H:%M:%S}</span>
<input name="ctl00$txtTim" type="text" id="ctl00_txtTim" /><input type="submit" name="ctl00$btnTim" value="Tìm" /></td></tr>
<tr><td valign="top" width="230">{tree(site)}{left(site)}</td><td valign="top">
<span id="ctl00_SiteMapPath1">{path(site, page)}</span>
{body}
</td></tr><tr><td colspan="2" align="center">{footer(site)}</td></tr></table>
</form></body></html>"""
    return b"\xef\xbb\xbf" + text.encode("utf-8")


def tree(site):
    out = ['<div id="ctl00_TreeView1">', node("/", "Trang chủ", 0)]
    for n, group in enumerate(site.groups):
        if group.section:
            out.append(node(group.section.address, group.label, 0))
        else:
            out.append(f'<table cellpadding="0"><tr><td><a id="t{n}" href="javascript:TreeView_ToggleNode(ctl00_Data,{n})">'
                       f'<img src="/WebResource.axd" alt="Mở rộng {e(group.label)}" /></a></td><td class="node">'
                       f'<span class="root">{e(group.label)}</span></td></tr></table>')
        out.append(f'<div id="t{n}Nodes" style="display:none;">' + "".join(node(s.address, s.label, 1) for s in group.sections) + "</div>")
    out += [node(s.address, s.label, 0) for s in site.of("menu") if not s.group]
    return "".join(out) + "</div>"


def node(url, label, depth):
    pad = '<td><div style="width:20px;height:1px"></div></td>' * depth
    return f'<table cellpadding="0" cellspacing="0" style="border-width:0;"><tr>{pad}<td class="node"><a href="{url}">{e(label)}</a></td></tr></table>'


def left(site):
    out = "".join(f'<p><a href="{s.address}"><img src="/Images/{n}.gif" alt="{e(s.label)}" border="0" /></a></p>' for n, s in enumerate(site.of("banner")))
    if site.of("side"):
        out += ('<div class="hop"><div class="hop-tieude">Thông tin nhanh</div>' + "".join(f'<div><a id="ctl00_rpt_ctl0{n}_lnk" '
                f'href="{s.address}">{e(s.label)}</a></div>' for n, s in enumerate(site.of("side"))) + "</div>")
    out += ('<select name="ctl00$ddlLienKet" onchange="window.open(this.value)"><option>--- Liên kết ---</option>' + "".join(f'<option value="{url}">{e(label)}</option>'
            for label, url in site.links) + "</select>")
    return (out + "".join(f'<p><a href="{url}" target="_blank">{e(label)}</a></p>' for label, url in site.links) +
            '<p>Số lượt truy cập: <span id="ctl00_lblDem">00841209</span></p>')


def path(site, page):
    if page.kind == "home":
        return ""
    parts = [f'<span><a href="{url}">{e(label)}</a></span>' if url else f"<span>{e(label)}</span>" for label, url in site.crumbs(page.section, page.entry)]
    return "<span> : </span>".join([*parts, f"<span>{e((page.entry or page.section).title)}</span>"])


def home(site, page):
    if not site.news():
        return f"<h3>{e(site.unit.name)}</h3>"
    return ('<div class="hop-tieude">Tin nổi bật</div><table id="ctl00_dlTin" width="100%">' + "".join(f'<tr><td><a href="{n.address}"><img src="/Images/thumb{k}.jpg" alt="" /></a> <a class="tin" href="{n.address}">{e(n.title)}</a><div>{e(n.lead)}</div></td></tr>'
            for k, n in enumerate(site.news(6))) + "</table>")


def short(moment):
    return f"{moment:%d/%m/%y} {moment.hour}:{moment.minute:02d}"


def row(n, entry):
    when = f'<span id="ctl00_rpt_ctl{n:02d}_lblNgay" class="ngay">({short(entry.moment)})</span>' if entry.day and entry.kind != "english" else ""
    return f'<tr><td><a id="ctl00_rpt_ctl{n:02d}_hpl" href="{entry.address}">{e(entry.title)}</a> {when}<br /><span class="tomtat">{e(entry.lead)}</span></td></tr>'


def section_page(site, page):
    section = page.section
    head = f'<div class="tieude"><span id="ctl00_cph_lblTieuDe">{e(section.title)}</span></div>'
    if section.kind == "sitemap" and section.state == "present":
        return head + "".join(f'<div><a href="{s.address}">{e(s.label)}</a></div>' for s in site.sections if s.has_page)
    if section.kind == "documents" and section.state in ("present", "no-entries"):
        return head + grid(section, page)
    rows = "".join(row(n, x) for n, x in enumerate(page.entries))
    more = '<tr class="pg"><td><span>1</span> <a href="javascript:__doPostBack(\'ctl00$cph$gv\',\'Page$2\')">2</a></td></tr>' if len(page.entries) > 4 else ""
    listed = f'<table id="ctl00_cph_gv" cellspacing="0" width="100%">{rows}{more}</table>' if rows else ""
    return head + f'<span id="ctl00_cph_lblNoiDung">{blocks(section.blocks)}</span>' + listed


def grid(section, page):
    out = ('<div>Từ khóa <input name="ctl00$cph$txtKhoa" /> Năm <select name="ctl00$cph$ddlNam"><option>2026</option><option>2025</option></select>'
           '<input type="submit" value="Tìm kiếm" /></div>')
    out += ('<table class="grid" cellspacing="0" rules="all" border="1" id="ctl00_cph_gvVanBan"><tr><th scope="col">STT</th>'
            '<th scope="col">Số hiệu</th><th scope="col">Trích yếu</th><th scope="col">Ngày BH</th><th scope="col">Ngày HL</th>'
            '<th scope="col">Nơi ban hành</th><th scope="col">&nbsp;</th></tr>')
    for n, d in enumerate(page.entries, 1):
        f = d.fields
        files = " ".join(f'<a href="{x.address}"><img src="/Images/down.gif" alt="Tải" /></a>' for x in d.files)
        force = f"{f['effective']:%d/%m/%Y}" if f["effective"] else "&nbsp;"
        out += (f'<tr><td>{n}</td><td>{e(f["number"])}</td><td align="justify">{e(f["abstract"])}</td><td>{f["issued"]:%d/%m/%Y}</td><td>{force}</td>'
                f'<td>{e(f["authority"])}</td><td>{files}</td></tr>')
    if section.state == "no-entries":
        out += f'<tr><td colspan="7">{e(section.blocks[0][1])}</td></tr>'
    return out + "</table>"


def entry_page(site, page):
    entry = page.entry
    when = ""
    if entry.kind != "english" and entry.stamp != "none":
        when = f'<span id="ctl00_cph_lblNgayDang" class="ngay">({entry.wrong if entry.stamp == "wrong" else short(entry.moment)})</span>'
    files = "".join(f'<div>File đính kèm: <a id="ctl00_cph_hplFile" href="{f.address}">{e(f.name)}</a></div>' for f in entry.files)
    near = ("".join(f'<li><a href="{n.address}">{e(n.title)}</a>' + (f' <span class="ngay">({short(n.moment)})</span>' if n.day and n.kind != "english"
            else "") + "</li>" for n in page.section.entries if n is not entry))
    return (f'<div class="tieude-tin"><span id="ctl00_cph_lblTen">{e(entry.title)}</span> {when}</div><div class="tomtat">'
            f'<span id="ctl00_cph_lblTomTat">{e(entry.lead)}</span></div>'
            f'<div id="ctl00_cph_divNoiDung">{blocks(entry.blocks)}</div>{files}<div align="right">'
            f'<span id="ctl00_cph_lblTacGia">{e(entry.author)}</span></div><div class="hop-tieude">Tin đã đưa</div><ul>{near}</ul>')


def blocks(parts):
    return "".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return ('<p class="MsoNormal" style="MARGIN: 6pt 0in; TEXT-ALIGN: justify">'
                f'<span style="FONT-FAMILY: Arial">{e(value)}<?xml:namespace prefix = o /><o:p></o:p></span></p>')
    if kind == "h":
        return f'<p class="MsoNormal"><b><span style="FONT-FAMILY: Arial">{e(value)}<o:p></o:p></span></b></p>'
    if kind == "ul":
        return "".join(f'<p class="MsoListParagraph"><span>-<span style="FONT: 7pt">&nbsp;&nbsp;</span></span>{e(line)}</p>' for line in value)
    if kind == "img":
        return f'<p align="center"><img src="/Upload/{value}" alt="{e(part[2])}" /></p>'
    if kind == "table":
        head = "".join(f'<td><p class="MsoNormal"><b>{e(c)}</b></p></td>' for c in value)
        return (f'<table class="MsoTableGrid" border="1"><tr>{head}</tr>' + "".join("<tr>" + "".join(f'<td><p class="MsoNormal">{e(c)}</p></td>' for c in line)
                + "</tr>" for line in part[2]) + "</table>")
    if kind == "file":
        return f'<p><a href="{value.address}">Xem chi tiết tại đây</a></p>'
    if kind == "links":
        return "".join(f'<div class="muc"><a href="{s.address}">{e(s.label)}</a></div>' for s in value)
    return ('<table>' + "".join(f'<tr><td>{e(c)}</td><td><textarea name="ctl00$cph$t{n}" rows="3"></textarea></td></tr>' for n, c in enumerate(value))
            + '</table><input type="submit" name="ctl00$cph$btnGui" value="Gửi" />')


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<br />Địa chỉ: {unit.street} * Điện thoại: {unit.phone} * E-mail: {unit.email}"
    links = " - ".join(f'<a href="{s.address}">{e(s.label)}</a>' for s in site.of("footer"))
    return f"{links}<br />Bản quyền thuộc {e(unit.name)}{more}<br />Bắt đầu hoạt động 02/09/2007"
