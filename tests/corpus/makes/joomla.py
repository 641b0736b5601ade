"""Joomla 3 with a bought template: modules with suffixes, item-page, "Được đăng: 12 Tháng 11 2026" and "Cập nhật lần cuối" beside it, fixed pages that carry
a day as well, documents in prose as they stand on paper, a left menu below the top one."""
import datetime

from model import escaped as e
from model import slug, weekday

LIST = {"number", "abstract"}
DETAIL = {"type", "authority", "number", "issued", "effective", "abstract"}
STAMPED_STATICS = True
POSTED_DOCUMENTS = True
INLINE = {"question"}


def shown(entry):
    return {"authority", "number", "issued", "effective", "abstract"} if entry.fields["type"] == "Công văn" else DETAIL


def address(site, section, entry=None, number=1):
    place = site.sections.index(section) + 8
    base = f"/index.php/{section.key}"
    if entry:
        return f"{base}/{place * 20 + entry.number}-{slug(entry.title, most=70)}/"
    return f"{base}/"


def file_address(site, section, file):
    return f"/images/vanban/{section.key}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = site.unit.name if page.kind == "home" else (page.entry or page.section).title
    return f"""<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="vi-vn" lang="vi-vn" dir="ltr">
<head>
	<base href="https://{site.unit.host}{page.address}" />
	<meta http-equiv="content-type" content="text/html; charset=utf-8" />
	<meta name="rights" content="{e(site.unit.name)}" />
	<meta name="generator" content="Joomla! - Open Source Content Management" />
	<title>{e(title)}</title>
	<link href="/templates/jsn_epic_pro/css/template.css" rel="stylesheet" />
</head>
<body id="jsn-master" class="jsn-textstyle-business">
	<div id="jsn-page">
		<div id="jsn-header"><div id="jsn-logo"><a href="/"><img src="/images/logo.png" alt="{e(site.unit.short)}" /></a></div><div id="jsn-top"><div class="jsn-modulecontent">{search(site)}</div></div></div>
		<div id="jsn-menu">{menu(site)}</div>
		<div id="jsn-content"><div id="jsn-leftsidebar">{left(site)}</div>
		<div id="jsn-maincontent"><div id="jsn-breadcrumbs">{crumbs(site, page)}</div><div id="jsn-mainbody">{body}</div></div></div>
		<div id="jsn-footer">{footer(site)}</div>
	</div>
</body>
</html>"""


def search(site):
    return (f'<span class="today">{weekday(site.moment)}, {site.moment.day} Tháng 11 {site.moment.year}</span>'
            '<form action="/index.php" method="post"><div class="search"><input name="searchword" maxlength="20" class="inputbox" type="text" '
            'size="20" value="Tìm kiếm..." /></div></form>')


def menu(site):
    out = ['<ul class="menu-mainmenu"><li class="first"><a href="/"><span>Trang chủ</span></a></li>']
    for group in site.groups:
        link = (f'<a href="{group.section.address}"><span>{e(group.label)}</span></a>' if group.section else f'<a href="javascript: void(0)"><span>{e(group.label)}</span></a>')
        out.append(f'<li class="parent">{link}')
        if group.sections:
            out.append("<ul>" + "".join(f'<li><a href="{s.address}"><span>{e(s.label)}</span></a></li>' for s in group.sections) + "</ul>")
        out.append("</li>")
    out += [f'<li><a href="{s.address}"><span>{e(s.label)}</span></a></li>' for s in site.of("menu") if not s.group]
    return "".join(out) + "</ul>"


def module(title, body, suffix=""):
    return (f'<div class="moduletable{suffix} jsn-modulecontainer"><h3 class="jsn-moduletitle"><span>{e(title)}</span></h3>'
            f'<div class="jsn-modulecontent">{body}</div></div>')


def left(site):
    out = (module("Menu", '<ul class="menu-treemenu">' + "".join(f'<li class="item-{n}"><a href="{s.address}">{e(s.label)}</a></li>' for n, s in enumerate(site.of("side"),
            101)) + "</ul>", " richbox-2") if site.of("side") else "")
    out += ("".join(f'<div class="bannergroup"><div class="banneritem"><a href="{s.address}" title="{e(s.label)}">'
                    f'<img src="/images/banners/b{n}.png" alt="{e(s.label)}" /></a></div></div>' for n, s in enumerate(site.of("banner"))))
    if site.recent():
        out += (module("Tin xem nhiều", '<ul class="mostread">' + "".join(f'<li itemscope><a href="{n.address}" itemprop="url">'
                f'<span itemprop="name">{e(n.title)}</span></a> <small>{n.moment.day} Tháng {n.moment.month} {n.moment.year}</small></li>' for n in site.recent(5)[1:])
                       + "</ul>"))
    out += module("Website liên kết", "".join(f'<div class="weblink"><a href="{url}" rel="nofollow">{e(label)}</a></div>' for label, url in site.links))
    return out + module("Đang trực tuyến", "<p>Hiện có 14 khách và không thành viên đang trực tuyến</p>")


def crumbs(site, page):
    if page.kind == "home":
        return ""
    parts = ("".join(f'<a href="{url}" class="pathway">{e(label)}</a> <img src="/media/arrow.png" alt="" /> ' if url else f"<span>{e(label)}</span> <img src='/media/arrow.png' alt='' /> "
                     for label, url in site.crumbs(page.section, page.entry)))
    return f'<span class="breadcrumbs pathway">{parts}<span>{e((page.entry or page.section).title)}</span></span>'


def home(site, page):
    return ('<div class="blog-featured">' + "".join(leading(n) for n in site.news(5)) + "</div>" if site.news() else f'<div class="item-page"><p>{e(site.unit.name)}</p></div>')


def leading(entry):
    return (f'<div class="items-leading"><h2><a href="{entry.address}">{e(entry.title)}</a></h2><p>{e(entry.lead)}</p><p class="readmore">'
            f'<a href="{entry.address}">Đọc thêm: {e(entry.title)}</a></p></div>')


def day_words(moment):
    return f"{moment.day:02d} Tháng {moment.month} {moment.year}"


def info(moment, wrong=""):
    """Publication and last change; the change is later and no publication."""
    changed = moment + datetime.timedelta(days=9)
    text = wrong or day_words(moment)
    return (f'<dl class="article-info muted"><dt class="article-info-term">Chi tiết</dt><dd class="published">Được đăng: {text}</dd>'
            f'<dd class="modified">Cập nhật lần cuối: {day_words(changed)}</dd><dd class="hits">Lượt xem: {moment.minute * 31}</dd></dl>')


def section_page(site, page):
    section = page.section
    head = f'<div class="page-header"><h2 itemprop="headline">{e(section.title)}</h2></div>'
    if section.kind == "sitemap" and section.state == "present":
        return (f'<div id="xmap">{head}<ul class="level_0">' + "".join(f'<li><a href="{s.address}" title="{e(s.label)}">{e(s.label)}</a></li>' for s in site.sections
                if s.has_page) + "</ul></div>")
    if section.kind == "questions" and section.state == "present":
        return head + "".join(f'<div class="faq"><h4>{e(n.title)}</h4><div class="faq-answer">{blocks(n.blocks)}</div></div>' for n in page.entries)
    fixed = section.kind in ("static", "contact", "form", "services") and section.state in ("present", "updating")
    rows = ("".join(f'<tr class="cat-list-row{n % 2}"><td class="list-title"><a href="{x.address}">{e(x.title)}</a></td>'
                    f'<td class="list-date small">{day_words(x.moment) if x.day and x.kind != "document" else ""}</td><td class="list-hits">'
                    f'<span class="badge">{n * 37}</span></td></tr>' for n, x in enumerate(page.entries)))
    table = ('<form action="#" method="post"><table class="category table table-striped"><thead><tr><th>Tiêu đề</th><th>Ngày đăng</th>'
             f'<th>Lượt xem</th></tr></thead><tbody>{rows}</tbody></table></form>' if rows else "")
    return f'<div class="item-page">{head}{info(section.moment) if fixed else ""}{blocks(section.blocks)}{table}</div>'


def entry_page(site, page):
    entry = page.entry
    when = "" if entry.kind == "english" or entry.stamp == "none" else info(entry.moment, entry.wrong if entry.stamp == "wrong" else "")
    body = paper(entry) if entry.kind == "document" else f"<p><strong>{e(entry.lead)}</strong></p>{blocks(entry.blocks)}"
    files = "".join(f'<p class="attachments"><a class="at_url" href="{f.address}" title="Tải tệp này">{e(f.name)}</a></p>' for f in entry.files)
    said = ("".join(f'<div class="jc-comment"><span class="comment-author">{e(who)}</span> <span class="comment-date">{at.day}.{at.month}.{at.year} '
                    f'{at:%H:%M}</span><div class="comment-body">{e(text)}</div></div>' for who, at, text in entry.comments))
    return ('<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header">'
            f'<h2 itemprop="headline">{e(entry.fields["abstract"] if entry.fields else entry.title)}</h2></div>'
            f'{when}<div itemprop="articleBody">{body}</div>{files}{said}<ul class="pager pagenav"><li class="previous">'
            f'<a href="{page.section.address}">Trước</a></li></ul></div>')


def paper(entry):
    f = entry.fields
    kind = "" if f["type"] == "Công văn" else f'<p style="text-align:center"><strong>{e(f["type"].upper())}</strong><br />{e(f["abstract"])}</p>'
    force = (f'<p>Điều 3. {e(f["type"])} có hiệu lực thi hành từ ngày {f["effective"]:%d/%m/%Y}. Các đơn vị chịu trách nhiệm thi hành.</p>' if f["effective"]
             else "<p>Các đơn vị chịu trách nhiệm thi hành.</p>")
    subject = f'<p>V/v {e(f["abstract"])}</p>' if not kind else ""
    return (f'<table width="100%" border="0"><tbody><tr><td style="text-align:center"><strong>{e(f["authority"].upper())}</strong><br />-------</td>'
            '<td style="text-align:center"><strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br />Độc lập - Tự do - Hạnh phúc</strong></td></tr>'
            f'<tr><td style="text-align:center">Số: {e(f["number"])}</td><td style="text-align:right">'
            f'<em>ngày {f["issued"].day:02d} tháng {f["issued"].month:02d} năm {f["issued"].year}</em></td></tr></tbody>'
            f'</table>{subject}{kind}{blocks(entry.blocks)}{force}')


def blocks(parts):
    return "\n".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f'<p style="text-align: justify;">{e(value)}</p>'
    if kind == "h":
        return f'<p><span style="font-size: 12pt;"><strong>{e(value)}</strong></span></p>'
    if kind == "ul":
        return "<ul>" + "".join(f"<li style='text-align: justify;'>{e(line)}</li>" for line in value) + "</ul>"
    if kind == "img":
        return f'<p style="text-align: center;"><img src="/images/stories/{value}" alt="{e(part[2])}" border="0" /></p>'
    if kind == "table":
        head = "".join(f"<td><strong>{e(c)}</strong></td>" for c in value)
        return (f'<table class="MsoNormalTable" border="1"><tbody><tr>{head}</tr>' + "".join("<tr>" + "".join(f'<td><p class="MsoNormal">{e(c)}</p></td>'
                for c in line) + "</tr>" for line in part[2]) + "</tbody></table>")
    if kind == "file":
        return f'<p><a href="{value.address}">{e(value.name)}</a></p>'
    if kind == "links":
        return '<div class="categories-list">' + "".join(f'<h3 class="page-header item-title"><a href="{s.address}">{e(s.label)}</a></h3>' for s in value) + "</div>"
    return ('<form class="form-validate"><fieldset>' + "".join(f'<div class="control-group"><div class="control-label"><label>{e(c)}</label></div>'
            '<div class="controls"><textarea></textarea></div></div>' for c in value) +
            '<button class="btn btn-primary validate">Gửi</button></fieldset></form>')


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<p>Địa chỉ: {unit.street}. Điện thoại: {unit.phone}. Hộp thư: {unit.email}</p>"
    links = "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>' for s in site.of("footer"))
    return (f'<div class="custom"><p>Copyright © {site.moment.year} {e(unit.name)}. All Rights Reserved.</p>{more}<ul>{links}</ul>'
            '<p>Giấy phép thiết lập số 12/GP-STTTT ngày 9-7-2014</p></div>')
