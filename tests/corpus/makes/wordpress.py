"""WordPress with Yoast: day in the address, article:published_time, "12 Tháng Mười Một, 2026", wp-block classes, related and recent posts as
widgets; documents are posts whose header stands in the prose, as on paper. Pages carry article:modified_time, which is no publication."""
from model import escaped as e
from model import slug

MONTHS = ["Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai"]
LIST = set()
DETAIL = {"type", "authority", "number", "issued", "effective", "abstract"}
PAGED = 5
POSTED_DOCUMENTS = True
WRITTEN_AS_CV = "Công văn"


def shown(entry):
    return DETAIL - ({"type"} if entry.fields["type"] == WRITTEN_AS_CV else set())


def address(site, section, entry=None, number=1):
    if entry and entry.kind != "english":
        dated = f"{entry.moment:%Y/%m/%d}/" if entry.stamp == "shown" else f"bai-{site.sections.index(section)}-{entry.number}/"
        return f"/{dated}{slug(entry.title, most=90)}-{entry.number}/"
    if section.entries or section.kind in ("list", "documents", "questions", "drafts"):
        base = f"/category/{section.key}/"
        return f"{base}{slug(entry.title)}/" if entry else base if number == 1 else f"{base}page/{number}/"
    return f"/{section.key}/"


def file_address(site, section, file):
    return f"/wp-content/uploads/2026/{site.sections.index(section):02d}/{file.name}"


def long_date(moment):
    return f"{moment.day} Tháng {MONTHS[moment.month - 1]}, {moment.year}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = site.unit.name if page.kind == "home" else f"{(page.entry or page.section).title} &#8211; {e(site.unit.name)}"
    kind = "single single-post" if page.entry else "archive category" if page.entries else "page"
    return f"""<!doctype html>
<html lang="vi">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="profile" href="https://gmpg.org/xfn/11">
<title>{title}</title>
{metas(site, page)}<link rel='stylesheet' id='wp-block-library-css' href='/wp-includes/css/dist/block-library/style.min.css' media='all' />
<meta name="generator" content="WordPress 6.4" />
</head>
<body class="{kind} wp-custom-logo">
<div id="page" class="site"><a class="skip-link screen-reader-text" href="#content">Chuyển tới nội dung</a>
<header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="/" rel="home">{e(site.unit.name)}</a></p></div>
<nav id="site-navigation" class="main-navigation"><button class="menu-toggle" aria-controls="primary-menu" aria-expanded="false">Menu</button>{menu(site)}</nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">{body}</main></div>{widgets(site)}</div>
<footer id="colophon" class="site-footer">{footer(site)}</footer></div>
</body></html>"""


def metas(site, page):
    entry = page.entry
    out = ""
    if entry and entry.kind != "english" and entry.stamp == "shown":
        out = (f'<meta property="og:type" content="article" />\n<meta property="article:published_time" content="{entry.moment.isoformat()}" '
               f'/>\n<meta property="article:modified_time" content="{site.moment.isoformat()}" />\n')
    elif page.kind == "section" and not page.entries:
        out = f'<meta property="article:modified_time" content="{page.section.moment.isoformat() if page.section.moment else site.moment.isoformat()}" />\n'
    return out


def menu(site):
    out = ['<div class="menu-chinh-container"><ul id="primary-menu" class="menu"><li class="menu-item menu-item-home"><a href="/">Trang chủ</a></li>']
    for n, group in enumerate(site.groups):
        out.append(f'<li id="menu-item-{n + 30}" class="menu-item menu-item-has-children">'
                   f'<a href="{group.section.address if group.section else "#"}">{e(group.label)}</a>')
        if group.sections:
            out.append('<ul class="sub-menu">' + "".join(f'<li class="menu-item menu-item-type-taxonomy"><a href="{s.address}">{e(s.label)}</a></li>'
                                                         for s in group.sections) + "</ul>")
        out.append("</li>")
    out += [f'<li class="menu-item"><a href="{s.address}">{e(s.label)}</a></li>' for s in site.of("menu") if not s.group]
    return "\n".join(out) + "</ul></div>"


def widgets(site):
    out = (['<aside id="secondary" class="widget-area"><section class="widget widget_search">'
            '<form role="search" method="get" class="search-form" action="/"><label><span class="screen-reader-text">Tìm kiếm cho:</span>'
            '<input type="search" class="search-field" placeholder="Tìm kiếm &hellip;" name="s" /></label></form></section>'])
    if site.of("side"):
        out.append('<section class="widget widget_nav_menu"><h2 class="widget-title">Chuyên mục</h2><ul>' + "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>'
                for s in site.of("side")) + "</ul></section>")
    out += ([f'<section class="widget widget_media_image"><a href="{s.address}">'
             f'<img width="300" height="90" src="/wp-content/uploads/banner-{n}.jpg" alt="{e(s.label)}" /></a></section>' for n, s in enumerate(site.of("banner"))])
    if site.news():
        out.append('<section class="widget widget_recent_entries"><h2 class="widget-title">Bài viết mới</h2><ul>' + "".join(f'<li><a href="{n.address}">{e(n.title)}</a> <span class="post-date">{long_date(n.moment)}</span></li>'
                for n in site.recent(4)) + "</ul></section>")
    out.append('<section class="widget widget_archive"><h2 class="widget-title">Lưu trữ</h2><ul><li>Tháng Mười Một 2026</li><li>Tháng Mười 2026</li></ul></section>')
    out.append('<section class="widget widget_links"><h2 class="widget-title">Liên kết</h2><ul>' + "".join(f'<li><a href="{url}">{e(label)}</a></li>'
            for label, url in site.links) + "</ul></section></aside>")
    return "\n".join(out)


def home(site, page):
    return '<div class="wp-block-latest-posts">' + "".join(summary(n) for n in site.news(6)) + "</div>" if site.news() else f'<p>{e(site.unit.name)}</p>'


def summary(entry):
    dated = entry.stamp == "shown" and entry.kind != "english"
    when = (f'<div class="entry-meta"><span class="posted-on"><a href="{entry.address}" rel="bookmark">'
            f'<time class="entry-date published" datetime="{entry.moment.isoformat()}">{long_date(entry.moment)}</time></a></span></div>' if dated
            else "")
    return ('<article class="post type-post hentry"><header class="entry-header"><h2 class="entry-title">'
            f'<a href="{entry.address}" rel="bookmark">{e(entry.title)}</a></h2>{when}</header><div class="entry-summary">'
            f'<p>{e(entry.lead)} [&hellip;]</p></div></article>')


def section_page(site, page):
    section = page.section
    out = f'<header class="page-header"><h1 class="page-title">{e(section.title)}</h1></header>'
    if section.kind == "sitemap" and section.state == "present":
        return out + '<ul class="wp-block-list">' + "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>' for s in site.sections if s.has_page) + "</ul>"
    out += f'<div class="entry-content">{blocks(section.blocks)}</div>' + "".join(map(summary, page.entries))
    if page.count > 1:
        out += ('<nav class="navigation pagination"><div class="nav-links">' + "".join(f'<a class="page-numbers" href="{a}">{n}</a>' for n, a in enumerate(page.addresses,
                1)) + "</div></nav>")
    return out


def posted(entry):
    if entry.kind == "english" or entry.stamp == "none":
        return ""
    inner = (e(entry.wrong) if entry.stamp == "wrong" else '<time class="entry-date published" '
             f'datetime="{entry.moment.isoformat()}">{long_date(entry.moment)}</time>')
    return (f'<div class="entry-meta"><span class="posted-on">Đăng vào {inner}</span>'
            f'<span class="byline"> bởi <span class="author vcard">{e(entry.author or "admin")}</span></span></div>')


def entry_page(site, page):
    entry = page.entry
    content = paper(entry) if entry.kind == "document" else f"<p><strong>{e(entry.lead)}</strong></p>{blocks(entry.blocks)}"
    files = ("".join(f'<div class="wp-block-file"><a href="{f.address}">{e(f.name)}</a>'
                     f'<a href="{f.address}" class="wp-block-file__button" download>Tải xuống</a></div>' for f in entry.files))
    said = ("".join(f'<li class="comment"><div class="comment-meta"><b class="fn">{e(who)}</b> <time datetime="{at.isoformat()}">{long_date(at)} lúc '
                    f'{at:%H:%M}</time></div><p>{e(text)}</p></li>' for who, at, text in entry.comments))
    title = entry.fields["abstract"] if entry.kind == "document" else entry.title
    near = "".join(f'<li><a href="{n.address}">{e(n.title)}</a></li>' for n in page.section.entries[:3] if n is not entry)
    return (f'<article class="post hentry"><header class="entry-header"><h1 class="entry-title">{e(title)}</h1>{posted(entry)}</header>'
            f'<div class="entry-content">{content}{files}</div>'
            f'<footer class="entry-footer"><span class="cat-links">Chuyên mục: <a href="{page.section.address}" rel="category '
            f'tag">{e(page.section.label)}</a></span></footer></article>'
            f'<div class="yarpp"><h3>Bài liên quan</h3><ol>{near}</ol></div>' + ('<div id="comments">'
                    f'<h2 class="comments-title">{len(entry.comments)} bình luận</h2><ol class="comment-list">{said}</ol></div>' if said else ""))


def paper(entry):
    """The head of the document as it stands on paper."""
    f = entry.fields
    kind = "" if f["type"] == WRITTEN_AS_CV else f'<p class="has-text-align-center"><strong>{e(f["type"].upper())}</strong></p>'
    force = (f'<p>{e(f["type"])} này có hiệu lực kể từ ngày {f["effective"].day} tháng {f["effective"].month} năm {f["effective"].year}.</p>' if f["effective"]
             else "")
    issued = f["issued"]
    return (f'<p class="has-text-align-center"><strong>{e(f["authority"].upper())}</strong></p><p>Số: {e(f["number"])}</p>'
            f'<p class="has-text-align-right"><em>{"Hà Nội" if "Bộ" in f["authority"] else "Trụ sở"}, ngày {issued.day} tháng {issued.month} năm '
            f'{issued.year}</em></p>'
            f'{kind}<p class="has-text-align-center"><strong>{e(f["abstract"])}</strong></p>{blocks(entry.blocks)}{force}')


def blocks(parts):
    out = []
    for part in parts:
        kind, value = part[0], part[1]
        if kind == "p":
            out.append(f"<p>{e(value)}</p>")
        elif kind == "h":
            out.append(f'<h3 class="wp-block-heading">{e(value)}</h3>')
        elif kind == "ul":
            out.append('<ul class="wp-block-list">' + "".join(f"<li>{e(line)}</li>" for line in value) + "</ul>")
        elif kind == "img":
            out.append(f'<figure class="wp-block-image size-large"><img src="/wp-content/uploads/{value}" alt="{e(part[2])}" /></figure>')
        elif kind == "table":
            out.append('<figure class="wp-block-table"><table><thead><tr>' + "".join(f"<th>{e(c)}</th>" for c in value) + "</tr></thead><tbody>" + "".join("<tr>"
                    + "".join(f"<td>{e(c)}</td>" for c in line) + "</tr>" for line in part[2]) + "</tbody></table></figure>")
        elif kind == "file":
            out.append(f'<div class="wp-block-file"><a href="{value.address}">{e(value.name)}</a></div>')
        elif kind == "links":
            out.append('<ul class="wp-block-page-list">' + "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>' for s in value) + "</ul>")
        elif kind == "form":
            out.append('<form class="wpcf7-form" method="post">' + "".join(f'<p><label>{e(c)}<br /><textarea name="t{n}"></textarea></label></p>' for n,
                    c in enumerate(value)) + '<input type="submit" value="Gửi" /></form>')
    return "\n".join(out)


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<p>Địa chỉ: {unit.street} | Điện thoại: {unit.phone} | Email: {unit.email}</p>"
    return (f'<div class="site-info">{more}<p>{" · ".join(f"<a href={chr(34)}{s.address}{chr(34)}>{e(s.label)}</a>" for s in site.of("footer"))}</p>'
            f'<p>Copyright &copy; 2018-2026 {e(unit.name)}. Giấy phép số 77/GP-STTTT ngày 20/6/2018</p></div>')
