"""NukeViet: Bootstrap 3, breadcrumb as a list of spans, "Thứ ba - 24/11/2026 08:15" under the title, laws as a table."""
from model import escaped as e
from model import plain, slug, weekday

LIST = {"number", "issued", "abstract"}
DETAIL = {"number", "issued", "effective", "type", "authority", "abstract"}
PAGED = 5


def address(site, section, entry=None, number=1):
    if section.kind in ("static", "index", "contact", "form", "services", "schedule"):
        return f"/vi/about/{section.key}.html"
    module = {"documents": "laws", "questions": "faq", "drafts": "laws-duthao"}.get(section.kind, "news")
    base = f"/vi/{module}/{slug(section.label)}-{site.sections.index(section)}/"
    if entry:
        return f"{base}{slug(plain(entry.title), most=60)}-{entry.number + 40}.html"
    return base if number == 1 else f"{base}page-{number}/"


def file_address(site, section, file):
    return f"/uploads/{section.key}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    name = site.unit.name
    title = {"home": f"{name} - Trang thông tin điện tử"}.get(page.kind) or f"{(page.entry or page.section).title} - {name}"
    return f"""<!DOCTYPE html>
<html lang="vi" xmlns="http://www.w3.org/1999/xhtml" prefix="og: http://ogp.me/ns#">
<head>
<title>{e(title)}</title>
<meta name="description" content="{e(title)}">
<meta name="generator" content="NukeViet v4.5">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta property="og:site_name" content="{e(name)}">
<link rel="stylesheet" href="/themes/default/css/bootstrap.min.css">
</head>
<body>
<div class="body-bg"><div class="wraper">
<header><div id="header"><div class="logo"><a title="{e(name)}" href="/"><img src="/uploads/logo.png" alt="{e(name)}"></a></div>
<div class="headerSearch"><div class="input-group"><input type="text" class="form-control" maxlength="60" placeholder="Tìm kiếm..."><button type="button" class="btn btn-info"><em class="fa fa-search"></em></button></div></div></div></header>
<div class="second-nav" id="second-nav"><div class="bg box-shadow"><nav class="navbar navbar-default">{menu(site)}</nav></div></div>
<nav class="header-nav"><div class="personalArea"><span class="current-time">{weekday(site.moment)}, {site.moment:%d/%m/%Y, %H:%M}</span></div></nav>
{crumbs(site, page)}
<section><div class="container" id="body"><div class="row"><div class="col-sm-16 col-md-18">{body}</div>
<div class="col-sm-8 col-md-6">{side(site, page)}</div></div></div></section>
<footer id="footer">{footer(site)}</footer></div></div>
</body></html>"""


def menu(site):
    out = (['<ul class="nav navbar-nav"><li><a class="home" title="Trang nhất" href="/"><em class="fa fa-lg fa-home">&nbsp;</em>'
            '<span class="visible-xs-inline-block"> Trang nhất</span></a></li>'])
    for group in site.groups:
        href = group.section.address if group.section else "#"
        out.append(f'<li class="dropdown" role="presentation"><a class="dropdown-toggle" href="{href}" role="button" title="{e(group.label)}">{e(group.label)}'
                   + ('<strong class="caret">&nbsp;</strong></a><ul class="dropdown-menu">' if group.sections else "</a>"))
        out += [f'<li><a href="{target(s)}" title="{e(s.label)}">{e(s.label)}</a></li>' for s in group.sections]
        out.append("</ul></li>" if group.sections else "</li>")
    out += [f'<li><a href="{target(s)}">{e(s.label)}</a></li>' for s in site.of("menu") if not s.group]
    return "".join(out) + "</ul>"


def target(section):
    return section.address


def crumbs(site, page):
    if page.kind == "home":
        return ""
    trail = site.crumbs(page.section, page.entry)
    if not page.entry:
        trail.append((page.section.label, page.address))
    items = ("".join(f'<li itemscope itemtype="http://data-vocabulary.org/Breadcrumb"><a href="{url or "#"}" itemprop="url">'
                     f'<span itemprop="title">{e("Trang nhất" if url == "/" else label)}</span></a></li>' for label, url in trail))
    return f'<div class="breadcrumbs-wrap"><ul class="breadcrumbs list-none">{items}</ul></div>'


def home(site, page):
    news = site.news(6)
    if not news:
        return '<div class="panel">Chào mừng quý vị đến với trang thông tin điện tử.</div>'
    first, rest = news[0], news[1:]
    return ('<div class="panel panel-default news_column"><div class="panel-heading"><h2 class="cat">Tin nổi bật</h2></div><div class="featured">'
            f'<h3><a href="{first.address}">{e(first.title)}</a></h3><p>{e(first.lead)}</p></div>'
            "<ul class=\"related\">" + "".join('<li><em class="fa fa-angle-right">&nbsp;</em>'
                                               f'<a title="{e(n.title)}" href="{n.address}">{e(n.title)}</a></li>' for n in rest) + "</ul></div>")


def stamp(entry):
    if entry.stamp == "none":
        return ""
    text = entry.wrong if entry.stamp == "wrong" else f"{entry.moment:%d/%m/%Y %H:%M}"
    day = weekday(entry.moment)
    return f'<em class="pull-left">{day[0].upper() + day[1:].lower()} - {text}</em>'


def section_page(site, page):
    section = page.section
    head = f'<h1 class="title margin-bottom-lg">{e(section.title)}</h1>'
    if section.kind == "sitemap" and section.state == "present":
        return head + "<ul>" + "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>' for s in site.sections if s.has_page) + "</ul>"
    if section.kind == "documents":
        return head + laws(section, page)
    rows = "".join(row(n) for n in page.entries)
    return f'<div class="news_column panel panel-default"><div class="panel-body">{head}{blocks(section.blocks)}</div></div>{rows}{paging(page)}'


def row(entry):
    when = ('<div class="text-muted"><ul class="list-unstyled list-inline"><li>'
            f'<em class="fa fa-clock-o">&nbsp;</em> {entry.moment:%d/%m/%Y %I:%M:00 %p}</li></ul></div>' if entry.stamp == "shown" and entry.kind != "english"
            else "")
    return (f'<div class="panel panel-default clearfix"><div class="panel-body"><h3><a href="{entry.address}">{e(entry.title)}</a>'
            f'</h3>{when}<p>{e(entry.lead)}</p></div></div>')


def laws(section, page):
    rows = ("".join(f'<tr><td><a href="{d.address}">{e(d.fields["number"])}</a></td><td class="text-center">{d.fields["issued"]:%d/%m/%Y}</td><td>'
                    f'<a href="{d.address}">{e(d.fields["abstract"])}</a></td></tr>' for d in page.entries))
    search = ('<form class="form-inline" action="/vi/laws/" method="get"><input class="form-control" name="q" placeholder="Từ khóa">'
              '<select name="cat"><option>-- Thể loại --</option></select><button class="btn btn-primary">Tìm kiếm</button></form>')
    none = "".join(f'<tr><td colspan="3">{e(b[1])}</td></tr>' for b in section.blocks if b[0] == "p") if section.state != "present" else ""
    return (f'{search}<table class="table table-bordered table-hover"><thead><tr class="active"><th>Số kí hiệu</th><th>Ngày ban hành</th>'
            f'<th>Trích yếu</th></tr></thead><tbody>{rows}{none}</tbody></table>{paging(page)}')


def paging(page):
    if page.count == 1:
        return ""
    return ('<ul class="pagination">' + "".join(f'<li class="{"active" if n == page.number else ""}"><a href="{a}">{n}</a></li>' for n, a in enumerate(page.addresses,
            1)) + "</ul>")


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return law(entry)
    older = [n for n in page.section.entries if n is not entry][:4]
    related = '<div class="others"><p class="h3"><strong>Những tin cũ hơn</strong></p><ul class="related list-inline">' + "".join(
        f'<li><a href="{n.address}">{e(n.title)}</a>' + (f" <em>({n.moment:%d/%m/%Y})</em>" if n.stamp == "shown" and n.kind != "english" else "") +
        "</li>" for n in older) + "</ul></div>"
    said = ("".join(f'<li class="media"><strong class="cm_item">{e(who)}</strong> - <small>{when:%d/%m/%Y %H:%M}</small><p>{e(text)}</p></li>' for who,
                    when, text in entry.comments))
    attached = "".join(f'<li><a href="{f.address}">{e(f.name)}</a></li>' for f in entry.files)
    return (f'<div class="news_column panel panel-default"><div class="panel-body"><h1 class="title margin-bottom-lg">{e(entry.title)}</h1>'
            f'<div class="row margin-bottom-lg"><div class="col-md-12"><span class="h5">{stamp(entry) if entry.kind != "english" else ""}</span>'
            '</div></div>'
            f'<div class="clearfix"><div class="hometext m-bottom">{e(entry.lead)}</div></div>'
            f'<div id="news-bodyhtml" class="bodytext margin-bottom-lg">{blocks(entry.blocks)}</div>'
            + (f'<ul class="list-unstyled">{attached}</ul>' if attached else "") + ('<p class="text-right">'
                    f'<strong>Tác giả bài viết: </strong>{e(entry.author)}</p><p class="text-right"><strong>Nguồn tin: </strong>{e(entry.source)}</p>'
                    if entry.author else "")
            + '<a class="dimgray" rel="nofollow" title="In bài viết này" href="javascript:void(0)"><em class="fa fa-print"></em></a></div></div>'
            + (f'<div class="panel"><p class="h3">Ý kiến bạn đọc</p><ul class="comment-list">{said}</ul></div>' if said else "") + related)


def law(entry):
    f = entry.fields
    rows = [("Số kí hiệu", f["number"]), ("Ngày ban hành", f"{f['issued']:%d/%m/%Y}"), ("Ngày bắt đầu hiệu lực", f"{f['effective']:%d/%m/%Y}" if f["effective"]
            else ""),
            ("Ngày hết hiệu lực", ""), ("Thể loại", f["type"]), ("Lĩnh vực", "Hành chính"), ("Trích yếu", f["abstract"]), ("Cơ quan ban hành/ đồng ban hành",
                    f["authority"]), ("Người ký", entry.author)]
    body = "".join(f'<tr class="hoatim"><td style="width:200px" class="text-right"><strong>{k}</strong></td><td>{e(v)}</td></tr>' for k, v in rows)
    files = "".join(f'<li><a href="{x.address}" title="Tải về {e(x.name)}">{e(x.name)}</a></li>' for x in entry.files)
    return (f'<h3 class="lawh3">{e(f["abstract"])}</h3><div class="table-responsive"><table class="table table-striped"><tbody>{body}</tbody></table>'
            f'</div><div class="h4">Nội dung văn bản</div>{blocks(entry.blocks)}<h3>Tệp đính kèm</h3><ul>{files}</ul>')


def blocks(parts):
    out = []
    for part in parts:
        kind, value = part[0], part[1]
        if kind == "p":
            out.append(f'<p style="text-align:justify">{e(value)}</p>')
        elif kind == "h":
            out.append(f"<h2>{e(value)}</h2>")
        elif kind == "ul":
            out.append("<ul>" + "".join(f"<li>{e(line)}</li>" for line in value) + "</ul>")
        elif kind == "img":
            out.append(f'<div style="text-align:center"><img alt="{e(part[2])}" height="400" src="/uploads/{value}" width="600" /></div>')
        elif kind == "table":
            head = "".join(f"<th>{e(c)}</th>" for c in value)
            out.append(f'<table class="table table-bordered"><thead><tr>{head}</tr></thead><tbody>' + "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in line)
                    + "</tr>" for line in part[2]) + "</tbody></table>")
        elif kind == "file":
            out.append(f'<p><a href="{value.address}">Tải tệp tại đây</a></p>')
        elif kind == "links":
            out.append("<ul>" + "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>' for s in value) + "</ul>")
        elif kind == "form":
            out.append('<form action="#" method="post">' + "".join(f'<div class="form-group"><label>{e(c)}</label>'
                    f'<textarea class="form-control" name="c{n}"></textarea></div>' for n, c in enumerate(value)) +
                       '<button class="btn btn-primary">Gửi đi</button></form>')
    return "\n".join(out)


def side(site, page):
    block = "".join(f'<li><a href="{s.address}" title="{e(s.label)}">{e(s.label)}</a></li>' for s in site.of("side"))
    out = f'<div class="panel panel-primary"><div class="panel-heading">Chuyên mục</div><ul class="nav">{block}</ul></div>' if block else ""
    out += ("".join(f'<div class="banner"><a href="{s.address}"><img src="/uploads/banner/{site.sections.index(s)}.jpg" alt="{e(s.label)}"></a></div>'
                    for s in site.of("banner")))
    latest = "".join(f'<li class="clearfix"><a class="show" href="{n.address}">{e(n.title)}</a><small>{n.moment:%d/%m/%Y}</small></li>' for n in site.recent(4))
    out += f'<div class="panel"><div class="panel-heading">Tin mới nhất</div><ul>{latest}</ul></div>' if latest else ""
    out += ("<div class=\"panel\"><div class=\"panel-heading\">Liên kết website</div><select>" + "".join(f'<option value="{url}">{e(label)}</option>'
            for label, url in site.links) + "</select></div>")
    return (out + "".join(f'<a href="{url}" target="_blank">{e(label)}</a><br>' for label, url in site.links) +
            '<ul class="counter list-none"><li>Đang truy cập<span>12</span></li><li>Hôm nay<span>1,204</span></li>'
            '<li>Tổng lượt truy cập<span>2,311,456</span></li></ul>')


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<p>Điện thoại: {unit.phone} - Email: {unit.email}</p><p>Địa chỉ: {unit.street}</p>"
    links = "".join(f' | <a href="{s.address}">{e(s.label)}</a>' for s in site.of("footer"))
    return (f"<div class=\"container\"><p>© Bản quyền thuộc về {e(unit.name)} 2019 - 2026{links}</p>{more}<p>Giấy phép số 41/GP-TTĐT ngày "
            "12/03/2019. Chịu trách nhiệm: Trưởng Ban Biên tập</p></div>")
