"""DotNetNuke: /tabid/…/Default.aspx addresses, panes and containers, a menu of nested spans, "Ngày đăng: 12-11-2026 | Lượt xem", documents as
pairs of spans. Lists are paged through postbacks, which nobody without script can follow."""
import charsets
from model import escaped as e

LIST = {"number", "issued", "abstract"}
DETAIL = {"number", "type", "authority", "issued", "effective", "abstract"}


def tab(site, section):
    return 60 + 3 * site.sections.index(section)


def address(site, section, entry=None, number=1):
    if entry:
        return f"/Default.aspx/tabid/{tab(site, section)}/ctl/ViewDetail/mid/{tab(site, section) + 400}/ItemID/{entry.number + 1200}/language/vi-VN/"
    return f"/Default.aspx/tabid/{tab(site, section)}/language/vi-VN/"


def file_address(site, section, file):
    return f"/Portals/0/tep{tab(site, section)}/{file.name}"


def encoded(site, text):
    return charsets.entities(text)


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = f"{site.unit.name} > {'Trang chủ' if page.kind == 'home' else page.section.title}"
    now = site.moment
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="vi-VN" lang="vi-VN">
<head id="Head"><meta content="text/html; charset=UTF-8" http-equiv="Content-Type" /><meta id="MetaGenerator" name="GENERATOR" content="DotNetNuke " /><meta id="MetaCopyright" name="COPYRIGHT" content="Copyright 2012" />
<title>{e(title)}</title></head>
<body id="Body"><form name="Form" method="post" action="#" id="Form" enctype="multipart/form-data">
<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="dDwtMTcx" />
<table class="pagemaster" border="0" cellspacing="0" cellpadding="0"><tr><td valign="top">
<div id="dnn_banner"><a id="dnn_dnnLOGO_hypLogo" title="{e(site.unit.name)}" href="/"><img src="/Portals/0/banner.jpg" alt="{e(site.unit.name)}" border="0" /></a></div>
<div class="menu_style">{menu(site)}</div>
<div class="bread_bg"><span class="date_skin">{now.day:02d} Tháng Mười Một {now.year} {now:%I:%M} {"SA" if now.hour < 12 else "CH"}</span> <span id="dnn_dnnBREADCRUMB_lblBreadCrumb">{crumbs(site, page)}</span></div>
<table width="100%"><tr><td class="leftpane" id="dnn_LeftPane" valign="top">{left(site)}</td><td class="contentpane" id="dnn_ContentPane" valign="top">{body}</td></tr></table>
<div id="dnn_BottomPane">{footer(site)}</div>
</td></tr></table></form></body></html>"""


def menu(site):
    out = ['<span id="dnn_dnnMENU_ctldnnMENU" class="MainMenu_MenuContainer"><span class="MainMenu_MenuItem"><a href="/">Trang chủ</a></span>']
    for group in site.groups:
        label = f'<a href="{group.section.address}">{e(group.label)}</a>' if group.section else f'<a href="javascript:void(0)">{e(group.label)}</a>'
        inner = ("".join(f'<span class="MainMenu_SubMenuItem"><img src="/images/spacer.gif" alt="" /><a href="{s.address}">'
                         f'<span>&nbsp;{e(s.label)}</span></a></span>' for s in group.sections))
        out.append(f'<span class="MainMenu_MenuItem">{label}<span class="MainMenu_SubMenu" style="display:none">{inner}</span></span>')
    out += [f'<span class="MainMenu_MenuItem"><a href="{s.address}">{e(s.label)}</a></span>' for s in site.of("menu") if not s.group]
    return "".join(out) + "</span>"


def crumbs(site, page):
    if page.kind == "home":
        return ""
    parts = [(label, url) for label, url in site.crumbs(page.section)][1:] + [(page.section.label, page.section.address)]
    return "Bạn đang ở: " + " » ".join(f'<a href="{url}" class="SkinObject">{e(label)}</a>' if url else e(label) for label, url in parts)


def container(title, body):
    return (f'<div class="c_container"><div class="c_head"><span id="dnn_ctr_dnnTITLE_lblTitle" class="Head">{e(title)}</span></div>'
            f'<div class="c_content"><div class="Normal">{body}</div></div></div>')


def left(site):
    out = (container("Chuyên mục", "".join(f'<div class="lm"><a class="CommandButton" href="{s.address}">{e(s.label)}</a></div>' for s in site.of("side")))
           if site.of("side") else "")
    out += "".join(f'<div><a href="{s.address}"><img src="/Portals/0/bn{n}.png" alt="{e(s.label)}" border="0" /></a></div>' for n, s in enumerate(site.of("banner")))
    out += container("Liên kết website", "".join(f'<a class="Normal" href="{url}" target="_blank">{e(label)}</a><br />' for label, url in site.links))
    return (out + container("Thống kê truy cập", "<span>Hôm nay: 312</span><br /><span>Hôm qua: 1.045</span><br />"
                            f"<span>Tất cả: {site.number}.204.551</span><br /><span>Tính từ 01/06/2012</span>"))


def home(site, page):
    return container("Tin nổi bật", "".join(brief(n) for n in site.news(6))) if site.news() else container("Chào mừng", f"<p>{e(site.unit.name)}</p>")


def brief(entry):
    when = f' <span class="SubSubHead">({entry.moment:%d-%m-%Y})</span>' if entry.stamp == "shown" and entry.kind not in ("english", "document") else ""
    return (f'<table width="100%"><tr><td><a class="NewsTitle" href="{entry.address}">{e(entry.title)}</a>{when}<br />'
            f'<span class="NewsLead">{e(entry.lead)}</span></td></tr></table>')


def section_page(site, page):
    section = page.section
    if section.kind == "sitemap" and section.state == "present":
        return (container(section.title, "".join(f'<div style="padding-left:20px">› <a href="{s.address}">{e(s.label)}</a></div>' for s in site.sections
                                                 if s.has_page)))
    if section.kind == "documents" and section.state == "present":
        rows = ("".join(f'<tr class="{"Item" if n % 2 else "AltItem"}"><td>{n}</td><td><a href="{d.address}">{e(d.fields["number"])}</a></td>'
                        f'<td>{d.fields["issued"]:%d-%m-%Y}</td><td>{e(d.fields["abstract"])}</td></tr>' for n, d in enumerate(page.entries, 1)))
        return (container(section.title, f'<div>Tổng số: {len(page.entries)} văn bản</div>'
                          f'<table class="DataGrid" cellspacing="0" border="1" id="dnn_ctr{tab(site, section)}_grd"><tr class="Head"><td>STT</td>'
                          f'<td>Số ký hiệu</td><td>Ngày BH</td><td>Trích yếu</td></tr>{rows}</table>'))
    more = (f'<div class="pager">Trang <a href="javascript:__doPostBack(\'dnn$ctr{tab(site, section)}$pg\',\'2\')">2</a> <a '
            'href="javascript:__doPostBack(\'dnn$ctr\',\'3\')">3</a></div>' if len(page.entries) > 5 else "")
    return container(section.title, blocks(section.blocks) + "".join(brief(n) for n in page.entries) + more)


def stamp(entry):
    if entry.kind == "english" or entry.stamp == "none":
        return '<span class="SubSubHead">Lượt xem: 204</span>'
    return (f'<span class="SubSubHead">Ngày đăng: {entry.wrong if entry.stamp == "wrong" else f"{entry.moment:%d-%m-%Y}"} | Lượt xem: '
            f'{entry.moment.minute * 17 + 30}</span>')


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return container("Chi tiết văn bản", document(entry))
    files = "".join(f'<div><a href="{f.address}" class="Attach">Tải tệp {e(f.name)}</a></div>' for f in entry.files)
    others = ("".join(f'<li><a href="{n.address}">{e(n.title)}</a> <span class="date">({n.moment:%d-%m-%Y})</span></li>' for n in page.section.entries
                      if n is not entry and n.stamp == "shown" and n.kind != "english"))
    said = "".join(f'<div class="cmt"><strong>{e(who)}</strong> <em>{at:%d-%m-%Y %H:%M}</em><br />{e(text)}</div>' for who, at, text in entry.comments)
    return container(page.section.title, f'<div class="DetailTitle">{e(entry.title)}</div>{stamp(entry)}<div class="DetailLead">'
                     f'<b>{e(entry.lead)}</b></div>{blocks(entry.blocks)}{files}<div align="right"><i>Nguồn: {e(entry.source)}</i></div>'
                     f'<div><a href="javascript:window.print()">In bài này</a></div>{said}<div class="Others"><b>Tin cùng chuyên mục:</b><ul>{others}</ul></div>')


def document(entry):
    f = entry.fields
    pairs = [("Số hiệu", f["number"]), ("Thể loại", f["type"]), ("Đơn vị ban hành", f["authority"]), ("Ngày ban hành", f"{f['issued']:%d-%m-%Y}"), ("Ngày hiệu lực",
            f"{f['effective']:%d-%m-%Y}" if f["effective"] else ""),
             ("Tình trạng", "Còn hiệu lực"), ("Trích yếu nội dung", f["abstract"])]
    rows = ("".join(f'<div class="dnnFormItem"><span class="SubHead">{k}:</span> <span id="dnn_ctr_lbl{n}" class="Normal">{e(v)}</span></div>' for n,
                    (k, v) in enumerate(pairs)))
    return (rows + '<div class="dnnFormItem"><span class="SubHead">Tệp đính kèm:</span> ' + ", ".join(f'<a href="{x.address}">{e(x.name)}</a>' for x in entry.files)
            + "</div>")


def blocks(parts):
    out = []
    for part in parts:
        kind, value = part[0], part[1]
        if kind == "p":
            out.append(f'<p style="text-align: justify;"><span style="font-size: 12px;">{e(value)}</span></p>')
        elif kind == "h":
            out.append(f'<p><strong><span style="color: #0000ff;">{e(value)}</span></strong></p>')
        elif kind == "ul":
            out.append("".join(f"<p>- {e(line)};</p>" for line in value))
        elif kind == "img":
            out.append(f'<p align="center"><img alt="{e(part[2])}" src="/Portals/0/{value}" /></p>')
        elif kind == "table":
            out.append('<table border="1" cellspacing="0"><tbody><tr>' + "".join(f"<td><strong>{e(c)}</strong></td>" for c in value) + "</tr>" + "".join("<tr>"
                    + "".join(f"<td><p>{e(c)}</p></td>" for c in line) + "</tr>" for line in part[2]) + "</tbody></table>")
        elif kind == "file":
            out.append(f'<p><a href="{value.address}">Bấm vào đây để tải</a></p>')
        elif kind == "links":
            out.append("".join(f'<p><a href="{s.address}"><strong>{e(s.label)}</strong></a></p>' for s in value))
        elif kind == "form":
            out.append("".join(f'<div class="dnnFormItem"><span class="SubHead">{e(c)}:</span><textarea name="dnn$ctr$t{n}" class="NormalTextBox">'
                               '</textarea></div>' for n, c in enumerate(value)) + '<input type="submit" class="CommandButton" value="Gửi" />')
    return "\n".join(out)


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<br />Địa chỉ: {unit.street}<br />Điện thoại: {unit.phone} * Fax: {unit.fax} * Email: {unit.email}"
    links = " | ".join(f'<a class="Normal" href="{s.address}">{e(s.label)}</a>' for s in site.of("footer"))
    return f'<span class="Copyright">Bản quyền {e(unit.name)} (c) 2012{more}</span><br />{links} <a href="/Default.aspx/ctl/Privacy/">Chính sách riêng tư</a>'
