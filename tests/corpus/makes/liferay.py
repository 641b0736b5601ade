"""Liferay 6: /web/guest/… and /-/asset_publisher addresses, portlets with borders and topper, "Cập nhật lúc 14h05 ngày 12.11.2026", months in words in
lists, documents in a search container and on pages of label and value cells."""
from model import escaped as e
from model import plain, slug

LIST = {"number", "issued", "type", "abstract"}
DETAIL = {"type", "number", "authority", "issued", "effective", "abstract"}
INLINE = {"question"}
POSTED_DOCUMENTS = False


def address(site, section, entry=None, number=1):
    base = f"/web/guest/{slug(section.label)}{'-' + str(site.sections.index(section)) if section.kind not in ('static', 'contact') else ''}"
    if entry:
        return f"{base}/-/asset_publisher/{chr(65 + section.label.__len__() % 26)}4tZ9q/content/{slug(plain(entry.title))}-{entry.number}/"
    return f"{base}/"


def file_address(site, section, file):
    return f"/documents/10180/{2000 + site.sections.index(section)}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = f"Trang chủ - {site.unit.name}" if page.kind == "home" else f"{(page.entry or page.section).title} - {page.section.label} - {site.unit.name}"
    return f"""<!DOCTYPE html>
<html class="ltr" dir="ltr" lang="vi-VN">
<head>
	<title>{e(title)}</title>
	<meta content="text/html; charset=UTF-8" http-equiv="content-type" />
	<script>var Liferay = {{ThemeDisplay: {{getLayoutId: function() {{return "{len(title)}";}}, getLanguageId: function() {{return "vi_VN";}}}}}};</script>
</head>
<body class="yui3-skin-sam controls-visible guest-site signed-out public-page site">
<div id="wrapper">
	<a href="#main-content" id="skip-to-content">Chuyển tới nội dung</a>
	<header id="banner" role="banner"><div id="heading"><h1 class="site-title"><a class="logo custom-logo" href="/" title="Tới {e(site.unit.name)}">
	<img alt="{e(site.unit.name)}" src="/image/layout_set_logo?img_id=10901" /></a></h1></div></header>
	<nav class="sort-pages modify-pages" id="navigation"><h1><span>Điều hướng</span></h1><ul aria-label="Trang" role="menubar">{menu(site)}</ul></nav>
	<nav id="breadcrumbs"><ul class="breadcrumb breadcrumb-horizontal">{crumbs(site, page)}</ul></nav>
	<div id="content"><div class="columns-2" id="main-content" role="main"><div class="portlet-layout row-fluid">
	<div class="portlet-column portlet-column-first span8" id="column-1">{body}</div>
	<div class="portlet-column portlet-column-last span4" id="column-2">{side(site)}</div></div></div></div>
	<footer id="footer" role="contentinfo">{footer(site)}</footer>
</div>
</body>
</html>"""


def menu(site):
    out = ['<li aria-selected="true" class="selected" role="presentation"><a href="/" role="menuitem"><span>Trang chủ</span></a></li>']
    for group in site.groups:
        opened = (f'<a href="{group.section.address}" aria-haspopup="true" role="menuitem"><span>{e(group.label)}</span></a>' if group.section else f'<a aria-haspopup="true" role="menuitem" tabindex="0"><span>{e(group.label)}</span></a>')
        inner = "".join(f'<li role="presentation"><a href="{s.address}" role="menuitem">{e(s.label)}</a></li>' for s in group.sections)
        out.append(f'<li role="presentation">{opened}<ul class="child-menu dropdown-menu" role="menu">{inner}</ul></li>')
    out += [f'<li role="presentation"><a href="{s.address}" role="menuitem"><span>{e(s.label)}</span></a></li>' for s in site.of("menu") if not s.group]
    return "\n".join(out)


def crumbs(site, page):
    if page.kind == "home":
        return '<li class="active only">Trang chủ</li>'
    return ("".join(f'<li><a href="{url}">{e(label)}</a><span class="divider">/</span></li>' for label, url in site.crumbs(page.section, page.entry)
                    if url) + f'<li class="active">{e((page.entry or page.section).title)}</li>')


def portlet(title, body, kind="101_INSTANCE"):
    return f"""<div class="portlet-boundary portlet-boundary_{kind}_" id="p_p_id_{kind}_{len(body) % 97}_"><section class="portlet">
	<header class="portlet-topper"><h1 class="portlet-title"><span class="portlet-title-text">{e(title)}</span></h1></header>
	<div class="portlet-content"><div class="portlet-content-container"><div class="portlet-body">{body}</div></div></div></section></div>"""


def home(site, page):
    return (portlet("Tin tức mới", "".join(abstract(n) for n in site.news(6))) if site.news() else portlet("Giới thiệu chung về cổng",
            f"<p>Cổng thông tin điện tử {e(site.unit.name)}.</p>"))


def abstract(entry):
    dated = entry.stamp == "shown" and entry.kind not in ("english", "document")
    when = (f'<div class="asset-metadata"><span class="metadata-entry metadata-publish-date">{entry.moment.day} Tháng {entry.moment.month} '
            f'{entry.moment.year}</span></div>' if dated else "")
    return (f'<div class="asset-abstract"><h3 class="asset-title"><a href="{entry.address}">'
            f'<img alt="" src="/html/themes/classic/images/file.png" /> {e(entry.title)}</a></h3>{when}<div class="asset-content">'
            f'<div class="asset-summary">{e(entry.lead)}</div><div class="asset-more">'
            f'<a href="{entry.address}">Đọc thêm <span class="hide-accessible">{e(entry.title)}</span> »</a></div></div></div>')


def section_page(site, page):
    section = page.section
    if section.kind == "sitemap" and section.state == "present":
        return (portlet(section.title, '<ul class="sitemap-list">' + "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>' for s in site.sections
                if s.has_page) + "</ul>", "85_INSTANCE"))
    if section.kind == "documents" and section.state == "present":
        return portlet(section.title, container(page), "vanban_WAR")
    if section.kind == "questions" and section.state == "present":
        return portlet(section.title, "".join(question(n) for n in page.entries), "hoidap_WAR")
    shown = f'<div class="journal-content-article" id="article_{len(section.key)}">{blocks(section.blocks)}</div>' if section.blocks else ""
    if section.state == "no-entries":
        shown = f'<div class="portlet-msg-info alert alert-info">{e(section.blocks[0][1])}</div>'
    return portlet(section.title, shown + "".join(abstract(n) for n in page.entries))


def question(entry):
    when = f" <em>({entry.moment:%d/%m/%Y})</em>" if entry.stamp == "shown" else ""
    return f'<div class="qa-item"><p class="q"><strong>{e(entry.author)}</strong>{when}: {e(entry.title)}</p><div class="a">{blocks(entry.blocks)}</div></div>'


def container(page):
    head = "".join(f'<th class="col-{n}">{label}</th>' for n, label in enumerate(("Số ký hiệu", "Loại", "Ngày ban hành", "Trích yếu")))
    rows = ("".join(f'<tr class="results-row"><td>{e(d.fields["number"])}</td><td>{e(d.fields["type"])}</td><td>{d.fields["issued"]:%d/%m/%Y}</td>'
                    f'<td><a href="{d.address}">{e(d.fields["abstract"])}</a></td></tr>' for d in page.entries))
    return ('<div class="lfr-search-container"><div class="yui3-widget aui-searchcontainer">'
            f'<table class="table table-bordered table-hover table-striped"><thead class="table-columns"><tr>{head}</tr></thead>'
            f'<tbody class="table-data">{rows}</tbody></table></div><div class="taglib-search-iterator-page-iterator-bottom">Hiển thị '
            f'{len(page.entries)} kết quả.</div></div>')


def stamp(entry):
    if entry.kind == "english" or entry.stamp == "none":
        return ""
    text = entry.wrong if entry.stamp == "wrong" else f"{entry.moment.hour}h{entry.moment.minute:02d} ngày {entry.moment:%d.%m.%Y}"
    return f'<div class="metadata-bar"><span class="metadata-entry">Cập nhật lúc {text}</span></div>'


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return portlet("Chi tiết văn bản", cells(entry), "vanban_WAR")
    files = "".join(f'<a class="attachment" href="{f.address}">{e(f.name)} (12k)</a>' for f in entry.files)
    others = ("".join(f'<li><a href="{n.address}">{e(n.title)}</a> ({n.moment:%d.%m.%Y})</li>' for n in page.section.entries if n is not entry and n.stamp == "shown" and n.address))
    said = ("".join('<div class="lfr-discussion-body"><span class="lfr-discussion-posted-on">'
                    f'<b>{e(who)}</b> đăng vào {at:%H:%M ngày %d/%m/%Y}</span><p>{e(text)}</p></div>' for who, at, text in entry.comments))
    return ('<div class="portlet-boundary portlet-boundary_101_"><div class="asset-full-content no-title"><h2 class="header-title">'
            f'<span>{e(entry.title)}</span></h2>{stamp(entry)}<div class="asset-content">'
            f'<div class="journal-content-article"><p><em>{e(entry.lead)}</em></p>{blocks(entry.blocks)}</div>{files}</div>{said}</div>'
            f'<div class="other"><h4>Các bài đã đăng</h4><ul>{others}</ul></div></div>')


def cells(entry):
    f = entry.fields
    force = f"{f['effective']:%d/%m/%Y}" if f["effective"] else "Chưa xác định"
    pairs = ([("Số ký hiệu:", f["number"]), ("Loại văn bản:", f["type"]), ("Cơ quan ban hành:", f["authority"]), ("Ngày ban hành:",
            f"{f['issued']:%d/%m/%Y}"), ("Ngày có hiệu lực:", force), ("Trích yếu:", f["abstract"])])
    rows = "".join(f'<tr><td class="lbl" width="30%">{k}</td><td class="val">{e(v)}</td></tr>' for k, v in pairs)
    files = " ".join(f'<a href="{x.address}" target="_blank">{e(x.name)}</a>' for x in entry.files)
    return f'<table class="vb-table" width="100%">{rows}<tr><td class="lbl">Văn bản đính kèm:</td><td class="val">{files}</td></tr></table>'


def blocks(parts):
    return "".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f'<p style="text-align:justify"><span style="font-family:arial,helvetica,sans-serif">{e(value)}</span></p>\n'
    if kind == "h":
        return f"<p><strong>{e(value)}</strong></p>\n"
    if kind == "ul":
        return "<ol>" + "".join(f"<li>{e(line)}</li>" for line in value) + "</ol>"
    if kind == "img":
        return f'<p style="text-align:center"><img alt="{e(part[2])}" src="/image/journal/article?img={value}" /></p>'
    if kind == "table":
        head = "".join(f"<td><p><strong>{e(c)}</strong></p></td>" for c in value)
        return (f'<table border="1" cellpadding="1"><tbody><tr>{head}</tr>' + "".join("<tr>" + "".join(f"<td><p>{e(c)}</p></td>" for c in line) +
                "</tr>" for line in part[2]) + "</tbody></table>")
    if kind == "file":
        return f'<p><a href="{value.address}">{e(value.name)}</a></p>'
    if kind == "links":
        return '<ul class="layouts">' + "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>' for s in value) + "</ul>"
    return ('<form class="form"><fieldset>' + "".join(f'<div class="control-group"><label class="control-label" for="f{n}">{e(c)}</label>'
                                                      f'<textarea id="f{n}"></textarea></div>' for n, c in enumerate(value)) +
            '<button class="btn">Gửi</button></fieldset></form>')


def side(site):
    out = (portlet("Danh mục", '<ul class="side-nav">' + "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>' for s in site.of("side")) +
                   "</ul>", "56_INSTANCE") if site.of("side") else "")
    out += ("".join(portlet("", f'<a href="{s.address}"><img alt="{e(s.label)}" src="/documents/10180/bn{n}" /></a>', "56_INSTANCE") for n, s in enumerate(site.of("banner"))))
    out += (portlet("Xem nhiều nhất", "".join(f'<div><a href="{n.address}">{e(n.title)}</a> <span>{n.moment:%d/%m/%Y}</span></div>' for n in site.recent(5)[2:]))
            if site.news() else "")
    out += (portlet("Liên kết", "<select>" + "".join(f'<option value="{url}">{e(label)}</option>' for label, url in site.links) + "</select>" + "".join(f'<p><a href="{url}">{e(label)}</a></p>'
            for label, url in site.links)))
    return out + portlet("Lượt truy cập", f"<p>Trực tuyến: 25</p><p>Tháng này: 30.112 (từ 01/11/{site.moment.year})</p>")


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<p>{unit.street} | Tel: {unit.phone} | Fax: {unit.fax} | {unit.email}</p>"
    return ('<p>Cổng thông tin điện tử '
            f'{e(unit.name)}</p>{more}<p>{" | ".join(f"<a href={chr(34)}{s.address}{chr(34)}>{e(s.label)}</a>" for s in site.of("footer"))}</p>'
            '<p>Số giấy phép: 104/GP-BVHTT ngày 28/10/2010. <a href="http://www.liferay.com" rel="external">Powered by Liferay</a></p>')
