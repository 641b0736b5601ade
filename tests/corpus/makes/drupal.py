"""Drupal 7: nodes as /node/123 or as paths, fields as field-label and field-item, views with exposed filters, "Thứ 5, 12/11/2026 - 08:15" with RDFa beside it,
a menu block in the first sidebar that is expanded only where one is."""
from model import escaped as e
from model import slug

LIST = {"number", "issued", "abstract", "type"}
DETAIL = {"type", "authority", "number", "issued", "effective", "abstract"}
PAGED = 6
POSTED_DOCUMENTS = False


def address(site, section, entry=None, number=1):
    place = site.sections.index(section)
    if entry:
        return f"/node/{place * 40 + entry.number + 100}/" if site.number == 2 else f"/{section.key}/{slug(entry.title, most=60)}-{entry.number}/"
    base = f"/{slug(section.label)}/" if section.kind == "list" else f"/{'trang' if section.kind == 'static' else 'muc'}/{section.key}/"
    return base if number == 1 else f"{base}trang-{number - 1}/"


def file_address(site, section, file):
    return f"/sites/default/files/{section.key}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    heading = "" if page.kind == "home" else (page.entry or page.section).title
    shown = f'<h1 class="page__title title" id="page-title">{e(heading)}</h1>' if heading else ""
    return f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" "http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="vi" version="XHTML+RDFa 1.0" dir="ltr" xmlns:dc="http://purl.org/dc/terms/" xmlns:sioc="http://rdfs.org/sioc/ns#">
<head profile="http://www.w3.org/1999/xhtml/vocab">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<meta name="Generator" content="Drupal 7 (http://drupal.org)" />
<title>{e((heading + " | " if heading else "") + site.unit.name)}</title>
</head>
<body class="html not-front not-logged-in two-sidebars page-node i18n-vi">
<div id="page-wrapper"><div id="page">
<div id="header"><div class="section clearfix"><a href="/" title="Trang chủ" rel="home" id="logo"><img src="/sites/default/files/logo.png" alt="Trang chủ" /></a>
<div id="name-and-slogan"><div id="site-name"><strong><a href="/" rel="home"><span>{e(site.unit.name)}</span></a></strong></div></div>
<div class="region region-header"><div class="block block-block"><div class="content">Hà Nội, ngày {site.moment:%d/%m/%Y}</div></div></div></div></div>
<div id="main-wrapper"><div id="main" class="clearfix">{crumbs(site, page)}
<div id="content" class="column"><div class="section"><a id="main-content"></a>{shown}<div class="region region-content"><div id="block-system-main" class="block block-system"><div class="content">{body}</div></div></div></div></div>
<div id="sidebar-first" class="column sidebar"><div class="section">{menu(site, page)}</div></div>
<div id="sidebar-second" class="column sidebar"><div class="section">{second(site)}</div></div></div></div>
<div id="footer-wrapper"><div class="section">{footer(site)}</div></div>
</div></div></body></html>"""


def block_of(title, body, kind="views"):
    return f'<div class="block block-{kind} contextual-links-region"><h2>{e(title)}</h2><div class="content">{body}</div></div>'


def menu(site, page):
    out = ['<ul class="menu"><li class="first leaf"><a href="/">Trang chủ</a></li>']
    for group in site.groups:
        label = f'<a href="{group.section.address}">{e(group.label)}</a>' if group.section else f'<span class="nolink">{e(group.label)}</span>'
        inner = "".join(f'<li class="leaf"><a href="{s.address}">{e(s.label)}</a></li>' for s in group.sections)
        out.append(f'<li class="expanded">{label}<ul class="menu">{inner}</ul></li>' if inner else f'<li class="leaf">{label}</li>')
    out += [f'<li class="leaf"><a href="{s.address}">{e(s.label)}</a></li>' for s in site.of("menu") if not s.group]
    return block_of("Danh mục chính", "".join(out) + "</ul>", "menu")


def second(site):
    out = ('<div id="block-search-form" class="block block-search"><form action="/search/node" method="post"><div class="form-item">'
           '<label class="element-invisible">Tìm kiếm</label><input title="Nhập điều kiện tìm kiếm." type="text" name="search_block_form" size="15" '
           'class="form-text" /></div></form></div>')
    if site.of("side"):
        out += (block_of("Nổi bật", '<div class="item-list"><ul>' + "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>' for s in site.of("side"))
                         + "</ul></div>", "nodeblock"))
    out += ("".join(block_of("", f'<a href="{s.address}"><img typeof="foaf:Image" src="/sites/default/files/qc{n}.jpg" alt="{e(s.label)}" /></a>',
                             "block") for n, s in enumerate(site.of("banner"))))
    if site.recent():
        out += (block_of("Tin mới cập nhật", "".join('<div class="views-row"><div class="views-field views-field-title"><span class="field-content">'
                                                     f'<a href="{n.address}">{e(n.title)}</a></span></div>'
                                                     f'<span class="views-field views-field-created">{n.moment:%d/%m/%Y}</span></div>' for n in site.recent(4))))
    return out + block_of("Liên kết", "".join(f'<p><a href="{url}">{e(label)}</a></p>' for label, url in site.links), "block")


def crumbs(site, page):
    if page.kind == "home":
        return ""
    return ('<h2 class="element-invisible">Bạn đang ở đây</h2><div class="breadcrumb">' + " » ".join(f'<a href="{url}">{e(label)}</a>' if url else f'<span class="nolink">{e(label)}</span>'
            for label, url in site.crumbs(page.section, page.entry)) + "</div>")


def home(site, page):
    return "".join(teaser(n) for n in site.news(5)) if site.news() else f'<div class="node"><p>Chào mừng đến với {e(site.unit.name)}</p></div>'


def submitted(entry):
    if entry.kind in ("english", "document") or entry.stamp == "none":
        return ""
    if entry.stamp == "wrong":
        return f'<div class="meta submitted">Gửi bởi {e(entry.author)} vào <span>{entry.wrong}</span></div>'
    day = "Chủ nhật" if entry.moment.weekday() == 6 else f"Thứ {entry.moment.weekday() + 2}"
    return (f'<div class="meta submitted"><span property="dc:date dc:created" content="{entry.moment.isoformat()}" datatype="xsd:dateTime">{day}, '
            f'{entry.moment:%d/%m/%Y} - {entry.moment:%H:%M}</span></div>')


def teaser(entry):
    if entry.kind == "document":
        f = entry.fields
        return (f'<div class="views-row"><span class="views-field-so">{e(f["number"])}</span> <em>({e(f["type"])}, {f["issued"]:%d/%m/%Y})</em><div>'
                f'<a href="{entry.address}">{e(f["abstract"])}</a></div></div>')
    when = submitted(entry) if entry.stamp == "shown" else ""
    return (f'<div class="node node-article node-teaser clearfix"><h2><a href="{entry.address}">{e(entry.title)}</a>'
            f'</h2>{when}<div class="field field-name-body"><div class="field-items"><div class="field-item even"><p>{e(entry.lead)}</p></div></div>'
            '</div></div>')


def section_page(site, page):
    section = page.section
    if section.kind == "sitemap" and section.state == "present":
        return ('<div id="site-map"><div class="site-map-box"><ul class="site-map-menu">' + "".join(f'<li class="leaf"><a href="{s.address}">{e(s.label)}</a></li>'
                for s in site.sections if s.has_page) + "</ul></div></div>")
    if section.state == "no-entries":
        return f'<div class="view view-{slug(section.label)}"><div class="view-empty"><p>{e(section.blocks[0][1])}</p></div></div>'
    filters = ('<div class="view-filters"><form class="views-exposed-form"><label>Trích yếu</label><input class="form-text" name="title" />'
               '<input type="submit" value="Áp dụng" class="form-submit" /></form></div>' if section.kind == "documents" else "")
    content = ('<div class="node node-page"><div class="field field-name-body field-type-text-with-summary '
               f'field-label-hidden">{blocks(section.blocks)}</div></div>' if section.blocks else "")
    rows = "".join(map(teaser, page.entries))
    return f'{content}<div class="view">{filters}<div class="view-content">{rows}</div>{pager(page)}</div>' if rows else content


def pager(page):
    if page.count == 1:
        return ""
    return ('<div class="item-list"><ul class="pager">' + "".join(f'<li class="pager-item"><a title="Đến trang {n}" href="{a}">{n}</a></li>' for n, a in enumerate(page.addresses,
            1)) + "</ul></div>")


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return fields(entry)
    files = ("".join(f'<span class="file"><img class="file-icon" alt="" src="/modules/file/icons/x.png" /> <a href="{f.address}" '
                     f'type="application/pdf; length=1200">{e(f.name)}</a></span>' for f in entry.files))
    said = ("".join(f'<div class="comment"><div class="submitted"><span property="dc:date dc:created" content="{at.isoformat()}">{e(who)} (chưa xác '
                    f'thực) viết vào {at:%d/%m/%Y - %H:%M}</span></div><p>{e(text)}</p></div>' for who, at, text in entry.comments))
    near = "".join(f'<li><a href="{n.address}">{e(n.title)}</a></li>' for n in page.section.entries if n is not entry)
    return (f'<div class="node node-article node-full clearfix" typeof="sioc:Item foaf:Document">{submitted(entry)}<div class="content">'
            f'<div class="field field-name-field-lead"><strong>{e(entry.lead)}</strong></div>'
            '<div class="field field-name-body field-type-text-with-summary"><div class="field-items">'
            f'<div class="field-item even" property="content:encoded">{blocks(entry.blocks)}</div></div></div>{files}</div>'
            f'<div id="comments" class="comment-wrapper">{said}</div><div class="related"><h3>Bài cùng mục</h3><ul>{near}</ul></div></div>')


def fields(entry):
    f = entry.fields
    force = f"{f['effective']:%d/%m/%Y}" if f["effective"] else ""
    pairs = ([("Số ký hiệu", f["number"]), ("Loại văn bản", f["type"]), ("Cơ quan ban hành", f["authority"]), ("Ngày ban hành",
            f"{f['issued']:%d/%m/%Y}"), ("Ngày có hiệu lực", force), ("Trích yếu nội dung", f["abstract"])])
    out = ("".join(f'<div class="field field-type-text field-label-inline clearfix"><div class="field-label">{k}:&nbsp;</div>'
                   f'<div class="field-items"><div class="field-item even">{e(v)}</div></div></div>' for k, v in pairs if v))
    files = "".join(f'<div class="field-item odd"><span class="file"><a href="{x.address}">{e(x.name)}</a></span></div>' for x in entry.files)
    return (f'<div class="node node-van-ban">{out}<div class="field field-type-file field-label-above">'
            f'<div class="field-label">Tệp đính kèm:&nbsp;</div><div class="field-items">{files}</div></div></div>')


def blocks(parts):
    return "".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f"<p>{e(value)}</p>\n"
    if kind == "h":
        return f"<h3>{e(value)}</h3>\n"
    if kind == "ul":
        return '<ul type="square">' + "".join(f"<li>{e(line)}</li>" for line in value) + "</ul>"
    if kind == "img":
        return f'<div class="field-type-image"><img typeof="foaf:Image" src="/sites/default/files/styles/large/{value}" width="480" alt="{e(part[2])}" /></div>'
    if kind == "table":
        head = "".join(f"<th>{e(c)}</th>" for c in value)
        return (f'<table class="sticky-enabled"><thead><tr>{head}</tr></thead><tbody>' + "".join(f'<tr class="odd">' + "".join(f"<td>{e(c)}</td>" for c in line)
                + "</tr>" for line in part[2]) + "</tbody></table>")
    if kind == "file":
        return f'<span class="file"><a href="{value.address}">{e(value.name)}</a></span>'
    if kind == "links":
        return '<ul class="menu">' + "".join(f'<li class="leaf"><a href="{s.address}">{e(s.label)}</a></li>' for s in value) + "</ul>"
    return ('<form class="webform-client-form">' + "".join('<div class="form-item webform-component">'
                                                           f'<label>{e(c)} <span class="form-required">*</span></label>'
                                                           '<textarea class="form-textarea"></textarea></div>' for c in value) +
            '<input class="form-submit" type="submit" value="Gửi" /></form>')


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<p>Địa chỉ: {unit.street}<br />Điện thoại: {unit.phone}; thư điện tử: {unit.email}</p>"
    links = "".join(f'<li class="leaf"><a href="{s.address}">{e(s.label)}</a></li>' for s in site.of("footer"))
    return f'<div class="region region-footer">{more}<ul class="menu">{links}</ul><p>© 2011-2026 {e(unit.name)}</p></div>'
