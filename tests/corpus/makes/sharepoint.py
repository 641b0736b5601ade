"""SharePoint 2013: /Pages/…aspx, web parts, ms- classes, hidden fields of postbacks, documents as label and value in divs."""
from model import escaped as e
from model import plain, weekday

LIST = {"number", "abstract", "issued"}
DETAIL = {"type", "authority", "number", "issued", "effective", "abstract"}
STAMPED_STATICS = False
POSTED_DOCUMENTS = True


def name_of(text):
    words = [word.capitalize() for word in plain(text).replace("-", " ").replace(",", " ").split()]
    return "".join(c for c in "-".join(words) if c.isalnum() or c == "-")[:60].strip("-")


def address(site, section, entry=None, number=1):
    if section.kind in ("static", "index", "contact", "form", "services", "schedule", "sitemap"):
        return f"/Pages/{name_of(section.label)}.aspx/"
    base = f"/{name_of(section.label)}/Pages/"
    if section.kind == "documents":
        base = f"/VanBan/{section.key}/Pages/"
    if entry:
        return f"{base}{name_of(entry.title)[:45].strip('-')}-{entry.number}.aspx/"
    return f"{base}Default.aspx/" if number == 1 else f"{base}Default.aspx/Trang-{number}/"


def file_address(site, section, file):
    return f"/{section.key}/Attachments/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = "Trang chủ" if page.kind == "home" else (page.entry or page.section).title
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns:o="urn:schemas-microsoft-com:office:office" lang="vi-vn" dir="ltr">
<head><meta name="GENERATOR" content="Microsoft SharePoint" /><meta http-equiv="Content-type" content="text/html; charset=utf-8" /><meta http-equiv="X-UA-Compatible" content="IE=10" />
<title>
	{e(title)}
</title><link rel="stylesheet" type="text/css" href="/_layouts/15/1066/styles/corev15.css" /></head>
<body onhashchange="if (typeof(_spBodyOnHashChange) != 'undefined') _spBodyOnHashChange();">
<form method="post" action="./" id="aspnetForm">
<div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwULLTE2MTY2ODcyMjlkZA==" /><input type="hidden" name="__EVENTTARGET" value="" /></div>
<div id="s4-workspace" class="ms-core-overlay"><div id="s4-bodyContainer">
<div id="siteIcon" class="ms-tableCell"><a class="ms-siteicon-a" href="/"><img class="ms-siteicon-img" alt="{e(site.unit.name)}" src="/SiteAssets/logo.png" /></a></div>
<div class="top-date"><span id="ctl00_lblDate">{weekday(site.moment)}, {site.moment.day}/{site.moment.month}/{site.moment.year}</span></div>
<div class="ms-srch-sb ms-srch-sb-border"><input type="text" value="Tìm kiếm..." class="ms-textSmall" name="ctl00$search" /></div>
<div id="DeltaTopNavigation" class="ms-displayInline ms-core-navigation" role="navigation">{menu(site)}</div>
<div id="contentRow"><div id="sideNavBox" class="ms-dialogHidden ms-forceWrap">{side(site)}</div>
<div id="contentBox"><div id="DeltaPlaceHolderPageTitleInTitleArea">{trail(site, page)}</div>
<div id="DeltaPlaceHolderMain"><a name="mainContent"></a>{body}</div></div></div>
<div id="footer">{footer(site)}</div>
</div></div></form></body></html>"""


def menu(site):
    out = (['<div class="ms-core-listMenu-horizontalBox"><ul class="root ms-core-listMenu-root static"><li class="static">'
            '<a class="static menu-item" href="/"><span class="menu-item-text">Trang chủ</span></a></li>'])
    for group in site.groups:
        tag = (f'a class="static dynamic-children menu-item" href="{group.section.address}"' if group.section else 'span class="static dynamic-children menu-item" tabindex="0"')
        out.append(f'<li class="static dynamic-children"><{tag}><span class="additional-background">'
                   f'<span class="menu-item-text">{e(group.label)}</span></span></{tag.split()[0]}><ul class="dynamic">')
        out += ([f'<li class="dynamic"><a class="dynamic menu-item ms-core-listMenu-item" href="{s.address}"><span class="additional-background">'
                 f'<span class="menu-item-text">{e(s.label)}</span></span></a></li>' for s in group.sections])
        out.append("</ul></li>")
    out += ([f'<li class="static"><a class="static menu-item" href="{s.address}"><span class="menu-item-text">{e(s.label)}</span></a></li>' for s in site.of("menu")
             if not s.group])
    return "".join(out) + "</ul></div>"


def webpart(title, body):
    return ('<div class="ms-webpartzone-cell ms-webpart-cell-vertical"><div class="ms-webpart-chrome ms-webpart-chrome-vertical">'
            f'<div class="ms-webpart-chrome-title"><h2 class="ms-webpart-titleText"><nobr><span>{e(title)}</span></nobr></h2></div>'
            f'<div class="ms-WPBody noindex"><div class="ms-rtestate-field">{body}</div></div></div></div>')


def side(site):
    out = ""
    if site.of("side"):
        out += webpart("Chuyên trang", "".join(f'<div class="link-item"><a href="{s.address}">{e(s.label)}</a></div>' for s in site.of("side")))
    out += "".join(f'<a href="{s.address}" title="{e(s.label)}"><img src="/SiteAssets/banner{site.sections.index(s)}.png" alt=""></a>' for s in site.of("banner"))
    if site.news():
        out += (webpart("Xem nhiều", "".join('<div class="item">'
                                             f'<a href="{n.address}">{e(n.title)}</a> <span class="ms-metadata">{n.moment:%d/%m}</span></div>' for n in site.recent(6)[3:])))
    return (out + webpart("Liên kết", "".join(f'<div><a href="{url}">{e(label)}</a></div>' for label, url in site.links)) + webpart("Số lượt truy cập",
            "<span>Đang online: 31</span><br /><span>Tháng 11/2026: 45.120</span>"))


def trail(site, page):
    if page.kind == "home":
        return ""
    here = site.crumbs(page.section, page.entry)
    nodes = (" <span>&gt;</span> ".join(f'<span><a class="ms-sitemapdirectional" href="{url}">{e(label)}</a></span>' if url else f"<span>{e(label)}</span>"
                                        for label, url in here))
    return f'<span class="ms-breadcrumb">{nodes} <span>&gt;</span> <span class="ms-breadcrumbCurrent">{e((page.entry or page.section).title)}</span></span>'


def home(site, page):
    news = site.news(7)
    return (webpart("Tin nổi bật", "".join(f'<div class="news-item"><div class="title"><a href="{n.address}">{e(n.title)}</a></div>'
                                           f'<div class="desc">{e(n.lead)}</div></div>' for n in news)) if news else webpart("Giới thiệu",
            f"<p>Cổng thông tin của {e(site.unit.name)}</p>"))


def section_page(site, page):
    section = page.section
    if section.kind == "sitemap" and section.state == "present":
        return webpart(section.title, "".join(f'<div><a href="{s.address}">{e(s.label)}</a></div>' for s in site.sections if s.has_page))
    if section.kind == "documents":
        return webpart(section.title, papers(section, page))
    rows = "".join(row(n) for n in page.entries)
    return webpart(section.title, blocks(section.blocks) + f'<div class="cbq-layout-main"><ul class="dfwp-column dfwp-list">{rows}</ul></div>')


def row(entry):
    when = f'<span class="ms-vb-date">({entry.moment:%d/%m/%Y})</span>' if entry.stamp == "shown" and entry.kind != "english" else ""
    return ('<li class="dfwp-item"><div class="item link-item">'
            f'<a href="{entry.address}">{e(entry.title)}</a> {when}<div class="description">{e(entry.lead)}</div></div></li>')


def papers(section, page):
    head = "".join(f'<th class="ms-vh2" scope="col"><div class="ms-vh-div">{label}</div></th>' for label in ("Số/Ký hiệu", "Trích yếu", "Ngày ban hành"))
    rows = ("".join(f'<tr class="ms-itmhover"><td class="ms-vb2">{e(d.fields["number"])}</td><td class="ms-vb-title">'
                    f'<a href="{d.address}">{e(d.fields["abstract"])}</a></td><td class="ms-vb2"><nobr>{d.fields["issued"]:%d/%m/%Y}</nobr></td></tr>'
                    for d in page.entries))
    none = "" if section.state == "present" else "".join(f'<tr><td class="ms-vb" colspan="3">{e(b[1])}</td></tr>' for b in section.blocks if b[0] == "p")
    return ('<table class="ms-listviewtable" border="0" cellspacing="0" cellpadding="1" dir="none">'
            f'<tr class="ms-viewheadertr ms-vhltr">{head}</tr>{rows}{none}</table>')


def stamp(entry):
    if entry.stamp == "none":
        return ""
    return ('<div class="news-date">'
            '<span id="ctl00_PlaceHolderMain_lblNgayDang">Ngày đăng: '
            f'{entry.wrong if entry.stamp == "wrong" else f"{entry.moment.day}/{entry.moment.month}/{entry.moment.year} {entry.moment:%I:%M %p}"}</span></div>')


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return paper(entry)
    when = "" if entry.kind == "english" else stamp(entry)
    others = ("".join(f'<li><a href="{n.address}">{e(n.title)}</a> <i>({n.moment:%d/%m/%Y})</i></li>' for n in page.section.entries if n is not entry and n.stamp == "shown"))
    attached = "".join(f'<div class="attach"><a href="{f.address}"><img src="/_layouts/15/images/icpdf.png" alt="" /> {e(f.name)}</a></div>' for f in entry.files)
    said = "".join(f'<div class="comment-item"><b>{e(who)}</b> ({when_:%d/%m/%Y %H:%M}): {e(text)}</div>' for who, when_, text in entry.comments)
    return (f'<div class="news-detail"><div class="title-detail">{e(entry.title)}</div>{when}<div class="ms-rtestate-field lead">'
            f'<strong>{e(entry.lead)}</strong></div><div class="ms-rtestate-field" style="display:inline">{blocks(entry.blocks)}</div>'
            f'{attached}<div class="author">{e(entry.author)}</div>{said}<div class="other-news"><span class="head">Các tin khác</span>'
            f'<ul>{others}</ul></div></div>')


def paper(entry):
    f = entry.fields
    pairs = [("Số ký hiệu", f["number"]), ("Loại văn bản", f["type"]), ("Cơ quan ban hành", f["authority"]), ("Ngày ban hành", f"{f['issued']:%d/%m/%Y}"),
             ("Ngày có hiệu lực", f"{f['effective']:%d/%m/%Y}" if f["effective"] else "-"), ("Trích yếu", f["abstract"])]
    if entry.stamp != "none":
        pairs.append(("Ngày đăng", entry.wrong if entry.stamp == "wrong" else f"{entry.moment:%d/%m/%Y}"))
    rows = "".join(f'<div class="vb-row"><div class="vb-label">{k}</div><div class="vb-value">{e(v)}</div></div>' for k, v in pairs)
    links = "".join(f'<a class="ms-listlink" href="{x.address}">{e(x.name)}</a><br />' for x in entry.files)
    return (webpart("Chi tiết văn bản", f'<div class="vb-detail">{rows}<div class="vb-row"><div class="vb-label">Tệp đính kèm</div>'
                    f'<div class="vb-value">{links}</div></div></div>'))


def blocks(parts):
    out = []
    for part in parts:
        kind, value = part[0], part[1]
        if kind in ("p", "h"):
            inner = e(value) if kind == "p" else f"<strong>{e(value)}</strong>"
            out.append('<p class="ms-rteElement-P" style="margin:6pt 0cm;line-height:150%">'
                       f'<span style="font-size:13pt;font-family:&quot;times new roman&quot;,serif">{inner}</span></p>')
        elif kind == "ul":
            out += [f'<p class="ms-rteElement-P"><span style="font-size:13pt">{n}. {e(line)}</span></p>' for n, line in enumerate(value, 1)]
        elif kind == "img":
            out.append(f'<p><img src="/PublishingImages/{value}" alt="{e(part[2])}" style="width:520px" /></p>')
        elif kind == "table":
            out.append('<table class="ms-rteTable-default" cellspacing="0"><tbody><tr>' + "".join(f'<th class="ms-rteTable-default">{e(c)}</th>' for c in value)
                       + "</tr>"
                       + "".join("<tr>" + "".join(f'<td class="ms-rteTable-default">\u200b{e(c)}</td>' for c in line) + "</tr>" for line in part[2]) +
                       "</tbody></table>")
        elif kind == "file":
            out.append(f'<p><a href="{value.address}">{e(value.name)}</a></p>')
        elif kind == "links":
            out.append("".join(f'<div class="ms-list-item"><a class="ms-listlink" href="{s.address}">{e(s.label)}</a></div>' for s in value))
        elif kind == "form":
            out.append("".join(f'<div><span>{e(c)}</span><textarea name="ctl00$t{n}" rows="2"></textarea></div>' for n, c in enumerate(value)) +
                       '<input type="submit" value="Gửi ý kiến" />')
    return "".join(out)


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<div>Trụ sở: {unit.street} - Điện thoại: {unit.phone} - Thư điện tử: {unit.email}</div>"
    return ('<div>© 2013-2026 '
            f'{e(unit.name)}</div>{more}<div>{"".join(f"<a href={chr(34)}{s.address}{chr(34)}>{e(s.label)}</a> " for s in site.of("footer"))}</div>'
            '<div>Ghi rõ nguồn khi phát hành lại thông tin từ trang này.</div>')
