"""TYPO3 with a theme of its own: content elements with ids and frames, search marks in comments, a menu of lists with spacer pages, the siblings of a page
beside it, "12.11.2026" in a time element before the text, documents as definition lists and their attachments as an element of their own ("ce-uploads")."""
from model import escaped as e
from model import slug

LIST = {"number", "issued", "abstract"}
DETAIL = {"type", "number", "issued", "effective", "authority", "abstract"}
PAGED = 5
POSTED_DOCUMENTS = True


def address(site, section, entry=None, number=1):
    group = next((g for g in site.groups if g.key == section.group), None)
    base = f"/{slug(group.label)}/{section.key}" if group and group.section is not section else f"/{section.key}"
    if entry:
        return f"{base}/chi-tiet/{slug(entry.title, most=60)}-{entry.number}.html"
    return f"{base}.html" if number == 1 else f"{base}/trang-{number}.html"


def file_address(site, section, file):
    return f"/fileadmin/user_upload/{section.key.replace('-', '_')}/{file.name}"


def linked(sections):
    return "<ul>" + "".join(f'<li><a href="{s.address}" title="{e(s.label)}">{e(s.label)}</a></li>' for s in sections) + "</ul>"


def uid(text):
    return 1000 + sum(n * ord(c) for n, c in enumerate(text, 3)) % 8000


def frame(kind, body, header="", level=2):
    head = f"<header><h{level}>{e(header)}</h{level}></header>" if header else ""
    return f'\n<div id="c{uid(kind + header + body[:90])}" class="frame frame-default frame-type-{kind} frame-layout-0">{head}{body}</div>'


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    unit, number = site.unit, uid(page.section.key if page.section else "home") % 400
    title = unit.name if page.kind == "home" else f"{(page.entry or page.section).title}: {unit.short}"
    return f"""<!DOCTYPE html>
<html lang="vi" dir="ltr" class="no-js">
<head><meta charset="utf-8"><title>{e(title)}</title><meta name="generator" content="TYPO3 CMS">
<link rel="stylesheet" type="text/css" href="/typo3temp/assets/css/ba7f3.css" media="all"></head>
<body id="p{number}" class="page-{number} pagelevel-{2 if page.entry else 1} language-0 backendlayout-subnavigation_left layout-0">
<div id="top"></div><a class="sr-only sr-only-focusable" href="#content">Chuyển đến nội dung chính</a>
<header id="page-header" class="bp-page-header navbar navbar-mainnavigation">
<div class="meta-navigation"><p class="bodytext">Hôm nay: {site.moment:%d.%m.%Y}</p>
<form class="tx-indexedsearch" action="#" method="post"><input type="text" name="tx_indexedsearch[sword]"><input type="submit" value="Tìm"></form></div>
<a class="navbar-brand" title="{e(unit.name)}" href="/"><img src="/fileadmin/theme/logo.png" alt="Cổng thông tin điện tử {e(unit.name)}" width="180"></a>
<nav id="mainnavigation" class="navbar-collapse"><ul class="nav navbar-nav">{menu(site)}</ul></nav></header>
{rootline(site, page)}<div id="content" class="main-section"><div class="container"><div class="row">
<div class="col-md-3 subnav-wrap">{subnav(site, page)}{boxes(site)}</div>
<main class="col-md-9" role="main"><!--TYPO3SEARCH_begin-->{body}<!--TYPO3SEARCH_end--></main></div></div></div>
<footer id="page-footer">{footer(site)}</footer><script src="/typo3temp/assets/js/8fe2.js"></script></body></html>"""


def menu(site):
    out = []
    for n, group in enumerate(site.groups):
        head = (f'<a href="{group.section.address}" class="nav-link dropdown-toggle" title="{e(group.label)}">{e(group.label)}</a>' if group.section
                else f'<span class="nav-link spacer" id="nav-item-{n}">{e(group.label)}</span>')
        below = "".join(f'<li class="dropdown-item"><a href="{s.address}" class="dropdown-link" title="{e(s.label)}"><span class="dropdown-text">{e(s.label)}'
                        "</span></a></li>" for s in group.sections)
        out.append(f'<li class="nav-item{" dropdown" if below else ""}">{head}' + (f'<ul class="dropdown-menu">{below}</ul>' if below else "") + "</li>")
    out += [f'<li class="nav-item"><a class="nav-link" href="{s.address}">{e(s.label)}</a></li>' for s in site.of("menu") if not s.group]
    return "\n".join(out)


def rootline(site, page):
    if page.kind == "home":
        return ""
    trail = [f'<li class="breadcrumb-item"><a href="{url}">{e(label)}</a></li>' if url else f'<li class="breadcrumb-item">{e(label)}</li>'
             for label, url in site.crumbs(page.section, page.entry)]
    here = "Chi tiết" if page.entry else page.section.label
    trail.append(f'<li class="breadcrumb-item active">{e(here)}</li>')
    return f'<div class="breadcrumb-section"><p>Bạn đang ở đây:</p><ol class="breadcrumb">{"".join(trail)}</ol></div>'


def subnav(site, page):
    group = next((g for g in site.groups if page.section and g.key == page.section.group), None)
    if not group or not group.sections:
        return ""
    rows = "".join(f'<li class="{"active" if s is page.section else "sibling"}"><a href="{s.address}">{e(s.label)}</a></li>' for s in group.sections)
    return f'<nav class="frame frame-type-subnavigation"><p class="subnav-title">{e(group.label)}</p><ul class="subnav-nav">{rows}</ul></nav>'


def boxes(site):
    out = frame("menu_pages", linked(site.of("side")), "Thông tin thêm", 3) if site.of("side") else ""
    out += "".join(frame("image", f'<figure class="image"><a href="{s.address}"><img src="/fileadmin/b/csm_{n}.png" alt="{e(s.label)}"></a></figure>')
                   for n, s in enumerate(site.of("banner")))
    latest = "".join(f'<li><span class="news-latest-date">{n.moment:%d.%m}</span> <a href="{n.address}">{e(n.title)}</a></li>' for n in site.recent(4))
    out += frame("list", f'<div class="tx-news-latest"><ul>{latest}</ul></div>', "Tin mới", 3) if latest else ""
    return out + frame("text", "".join(f'<p><a href="{url}" target="_blank" class="external-link-new-window">{e(label)}</a></p>' for label, url in site.links),
                       "Trang liên kết", 3)


def stamp(entry):
    if entry.stamp == "none" or entry.kind == "english":
        return ""
    if entry.stamp == "wrong":
        return f'<span class="news-list-date">{entry.wrong.replace("/", ".")}</span>'
    return f'<span class="news-list-date"><time datetime="{entry.moment:%Y-%m-%d}">{entry.moment:%d.%m.%Y}</time></span>'


def teaser(entry):
    day = f'<div class="footer"><p>{stamp(entry)}</p></div>' if entry.day and entry.kind != "english" else ""
    head = f'<h3><a title="{e(entry.title)}" href="{entry.address}"><span>{e(entry.title)}</span></a></h3>'
    return (f'<div class="article articletype-0"><div class="header">{head}</div>{day}<div class="teaser-text"><p>{e(entry.lead)} '
            f'<a class="more" href="{entry.address}">Đọc tiếp</a></p></div></div>')


def listing(inside):
    return f'<div class="news"><div class="news-list-view">{inside}</div></div>'


def home(site, page):
    welcome = frame("text", f'<p class="bodytext">Chào mừng đến với trang thông tin của {e(site.unit.name)}.</p>')
    return welcome + (frame("list", listing("".join(map(teaser, site.news(6)))), "Tin nổi bật") if site.news() else "")


def section_page(site, page):
    section = page.section
    if section.kind == "sitemap" and section.state == "present":
        return frame("menu_sitemap", linked(s for s in site.sections if s.has_page), section.title, 1)
    if section.state == "no-entries":
        return frame("list", f'<div class="no-news-found">{e(section.blocks[0][1])}</div>', section.title, 1)
    out = frame("header", "", section.title, 1) + blocks(section.blocks)
    if section.kind == "documents" and page.entries:
        rows = "".join(f'<dt><a href="{d.address}">{e(d.fields["number"])}</a> <span>ban hành ngày {d.fields["issued"]:%d.%m.%Y}</span></dt>'
                       f'<dd>{e(d.fields["abstract"])}</dd>' for d in page.entries)
        return out + frame("list", f'<div class="tx-docs"><dl class="tx-docs-list">{rows}</dl>{browse(page)}</div>')
    return out + (frame("list", listing("".join(map(teaser, page.entries)) + browse(page))) if page.entries else "")


def browse(page):
    out = [f'<li class="previous"><a href="{page.addresses[page.number - 2]}">Trang trước</a></li>'] if page.number > 1 else []
    out += [f'<li class="current">{n}</li>' if n == page.number else f'<li><a href="{a}">{n}</a></li>' for n, a in enumerate(page.addresses, 1)]
    out += [f'<li class="last next"><a href="{page.addresses[page.number]}">Trang sau</a></li>'] if page.number < page.count else []
    pages = f'<div class="page-navigation"><p>Trang {page.number} trên {page.count}.</p><ul class="f3-widget-paginator">{"".join(out)}</ul></div>'
    return pages if page.count > 1 else ""


def uploads(entry):
    rows = "".join(f'<li><img src="/typo3/sysext/core/Resources/Public/Icons/{f.name.rsplit(".", 1)[1]}.gif" alt=""> <div><a href="{f.address}">'
                   f'<span class="ce-uploads-fileName">{e(f.name)}</span></a> <span class="ce-uploads-filesize">{40 + len(f.text)} KB</span></div></li>'
                   for f in entry.files)
    return frame("uploads", f'<ul class="ce-uploads">{rows}</ul>', "Tải về", 3) if rows else ""


def entry_page(site, page):
    entry, back = page.entry, f'<div class="news-backlink-wrap"><a href="{page.section.address}">Quay lại</a></div>'
    if entry.kind == "document":
        return document(entry) + back
    who = f' <span class="news-list-author">{e(entry.author)}</span>' if entry.author else ""
    lead = f'<div class="teaser-text"><p>{e(entry.lead)}</p></div>' if entry.lead else "<h2>Trả lời</h2>" if entry.kind == "question" else ""
    said = "".join(f'<li><p class="tx-comments-head">{e(name)}, {at:%d.%m.%Y %H:%M}</p><p>{e(text)}</p></li>' for name, at, text in entry.comments)
    near = "".join(f'<li>{stamp(n) if n.day else ""} <a href="{n.address}">{e(n.title)}</a></li>' for n in page.section.entries if n is not entry)
    head = f'<div class="header"><h1>{e(entry.title)}</h1></div><div class="footer"><p>{stamp(entry)}{who}</p></div>'
    return (f'<div class="news news-single"><div class="article">{head}{lead}<div class="news-text-wrap">{blocks(entry.blocks)}</div>{uploads(entry)}{back}'
            + (f'<div class="news-related"><h4>Cùng chuyên mục</h4><ul>{near}</ul></div>' if near else "") + "</div></div>"
            + (frame("list", f'<ol class="tx-comments">{said}</ol>', "Ý kiến", 3) if said else ""))


def document(entry):
    f = entry.fields
    pairs = [("Hình thức văn bản", f["type"]), ("Số hiệu", f["number"]), ("Ngày ban hành", f'{f["issued"]:%d.%m.%Y}'), ("Đơn vị ban hành", f["authority"]),
             ("Nội dung trích yếu", f["abstract"])]
    if f["effective"]:
        pairs.insert(3, ("Có hiệu lực từ ngày", f'{f["effective"]:%d.%m.%Y}'))
    posted = "" if entry.stamp == "none" else f'<p class="tx-docs-posted">Đăng tải: {stamp(entry)}</p>'
    facts = "".join(f'<dt>{k}</dt><dd>{e(v)}</dd>' for k, v in pairs)
    return frame("list", f'<div class="tx-docs tx-docs-single"><h1>{e(entry.title)}</h1>{posted}<dl>{facts}</dl></div>') + uploads(entry)


def blocks(parts):
    return "".join(map(block, parts))


def block(part):
    kind, value = part[:2]
    if kind in ("p", "h"):
        return f'<p class="bodytext">{e(value)}</p>' if kind == "p" else frame("header", "", value, 3)
    if kind == "ul":
        return frame("bullets", '<ul class="ce-bullets">' + "".join(f"<li>{e(line)}</li>" for line in value) + "</ul>")
    if kind == "img":
        caption = f'<figcaption class="image-caption">{e(part[2])}</figcaption>' if part[2] else ""
        return frame("image", f'<figure class="image"><img class="image-embed-item" src="/fileadmin/_processed_/{value}" alt="{e(part[2])}">{caption}</figure>')
    if kind == "table":
        head = "".join(f'<th scope="col">{e(c)}</th>' for c in value)
        body = "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in line) + "</tr>" for line in part[2])
        return frame("table", f'<table class="ce-table contenttable"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')
    if kind == "file":
        return frame("uploads", f'<ul class="ce-uploads"><li><a href="{value.address}"><span class="ce-uploads-fileName">{e(value.name)}</span></a></li></ul>')
    if kind == "links":
        return frame("menu_subpages", linked(value))
    rows = "".join(f'<div class="csc-mailform-field"><label>{e(c)}</label><textarea name="tx_form[{n}]"></textarea></div>' for n, c in enumerate(value))
    return frame("mailform", f'<form action="#" method="post"><fieldset class="csc-mailform">{rows}<input type="submit" value="Gửi"></fieldset></form>')


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f'<p class="bodytext">{e(unit.street)}<br>ĐT: {unit.phone}, thư điện tử: {unit.email}</p>'
    return (frame("text", f'<p class="bodytext"><b>{e(unit.name)}</b></p>{more}') + frame("menu_pages", linked(site.of("footer")))
            + f'<p class="copyright">© 2017-{site.moment.year} {e(unit.short)}</p>')
