"""Umbraco, as a ministry has it made: HTML5 elements with hardly a class, addresses as deep as the menu, "Thứ Năm, 12/11/2026, 08:15 (GMT+7)" in a time
element, fixed pages that carry a day too, the sections of a group again in an aside, documents as a list of span and strong, tags and buttons for sharing."""
from model import escaped as e
from model import slug, weekday

LIST = {"number", "type", "issued", "abstract"}
DETAIL = {"number", "type", "authority", "issued", "effective", "abstract"}
PAGED = 6
STAMPED_STATICS = True


def address(site, section, entry=None, number=1):
    group = next((g for g in site.groups if g.key == section.group), None)
    base = f"/{slug(group.label)}/" if group else "/"
    if not group or group.section is not section:
        base += f"{section.key}/"
    if entry:
        names = [name_of(n) for n in section.entries[:entry.number]]
        same = names[:-1].count(names[-1])
        return f"{base}{names[-1]}{f'-{same}' if same else ''}/"
    return base if number == 1 else f"{base}trang/{number}/"


def name_of(entry):
    return slug(f"{entry.fields['type']} so {entry.fields['number']}" if entry.fields else entry.title, most=90)


def file_address(site, section, file):
    return f"/media/{sum(map(ord, section.key + file.name)) * 7919 % 36**5:07x}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = site.unit.name if page.kind == "home" else f"{(page.entry or page.section).title} - {site.unit.name}"
    now = site.moment
    return f"""<!DOCTYPE html>
<html lang="vi-VN">
<head>
    <meta charset="utf-8" />
    <meta http-equiv="X-UA-Compatible" content="IE=edge" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{e(title)}</title>
    <meta name="DC.Title" content="{e(title)}" />
    <meta name="DC.Publisher" content="{e(site.unit.name)}" />
    <link rel="canonical" href="https://{site.unit.host}{page.address}" />
    <link rel="stylesheet" href="/css/site.min.css?v=8.18" />
</head>
<body>
    <a href="#noi-dung">Đến nội dung chính</a>
    <header>
        <p><time datetime="{now:%Y-%m-%d}">{weekday(now)}, ngày {now.day} tháng {now.month} năm {now.year}</time></p>
        <a href="/" rel="home"><img src="/media/logo.svg" alt="Về trang chủ" /><strong>{e(site.unit.name)}</strong></a>
        <form action="/tim-kiem" method="get" role="search"><label for="q">Từ khóa</label><input id="q" name="q" /><button>Tìm</button></form>
        <nav aria-label="Chính">{menu(site)}</nav>
    </header>
    {path(site, page)}
    <main id="noi-dung">
{body}
    </main>
    {aside(site, page)}
    <footer>{footer(site)}</footer>
    <script src="/scripts/site.min.js" async></script>
</body>
</html>"""


def menu(site):
    out = '<ul><li><a href="/">Trang chủ</a></li>'
    for n, group in enumerate(site.groups):
        label = (f'<a href="{group.section.address}">{e(group.label)}</a>' if group.section else f'<a role="button" tabindex="0" aria-controls="sub-{n}">'
                 f'{e(group.label)}</a>')
        out += f'\n<li>{label}{f"<ul id={chr(34)}sub-{n}{chr(34)}>{items(group.sections)}</ul>" if group.sections else ""}</li>'
    return out + items(s for s in site.of("menu") if not s.group) + "</ul>"


def items(sections):
    return "".join(f'<li><a href="{s.address}">{e(s.label)}</a></li>' for s in sections)


def path(site, page):
    if page.kind == "home":
        return ""
    inner = "".join(f'<li><a href="{url}">{e(label)}</a></li>' if url else f"<li>{e(label)}</li>" for label, url in site.crumbs(page.section, page.entry))
    return f'<nav aria-label="Bạn đang ở đây"><ol>{inner}<li aria-current="page">{e((page.entry or page.section).title)}</li></ol></nav>'


def long_day(moment):
    return f"{weekday(moment)}, {moment:%d/%m/%Y, %H:%M} (GMT+7)"


def stamp(moment, wrong=""):
    return f"<p>{wrong}</p>" if wrong else f'<p><time datetime="{moment:%Y-%m-%dT%H:%M:%S}+07:00">{long_day(moment)}</time></p>'


def teaser(entry):
    if entry.kind == "document":
        f = entry.fields
        return (f'<article><h3><a href="{entry.address}">{e(f["type"])} số {e(f["number"])}</a></h3><p>{e(f["abstract"])}</p><footer>Ban hành: '
                f'<time datetime="{f["issued"]}">{f["issued"]:%d/%m/%Y}</time></footer></article>')
    when = f'<time datetime="{entry.moment:%Y-%m-%d}">{entry.moment:%d/%m/%Y}</time>' if entry.day and entry.kind != "english" else ""
    return f'<article><h3><a href="{entry.address}">{e(entry.title)}</a></h3>{when}<p>{e(entry.lead)}</p></article>'


def home(site, page):
    news = site.news(7)
    if not news:
        return f"<section><h1>{e(site.unit.name)}</h1><p>Kính chào quý bạn đọc.</p></section>"
    first = news[0]
    return (f'<section><h2>Tiêu điểm</h2><article><figure><img src="/media/tieu-diem.jpg" alt="" /></figure><h3><a href="{first.address}">{e(first.title)}</a>'
            f'</h3><p>{e(first.lead)}</p></article></section>\n<section><h2>Tin mới</h2>{"".join(map(teaser, news[1:]))}</section>')


def section_page(site, page):
    section = page.section
    head = f"<h1>{e(section.title)}</h1>"
    if section.kind == "sitemap" and section.state == "present":
        return f"<section>{head}<ul>{items(s for s in site.sections if s.has_page)}</ul></section>"
    if section.kind in ("static", "contact", "form", "services"):
        when = stamp(section.moment) if section.state in ("present", "updating") else ""
        return f"<article><header>{head}{when}</header>\n{blocks(section.blocks)}</article>"
    search = ('<form method="get"><fieldset><legend>Tra cứu</legend><label>Số, ký hiệu <input name="so" /></label><label>Ban hành từ '
              '<input name="tu" type="date" /></label><label>đến <input name="den" type="date" /></label><button>Tra cứu</button></fieldset>'
              '</form>' if section.kind == "documents" and section.state in ("present", "no-entries", "template") else "")
    pages = ('<nav aria-label="Phân trang"><ul>' + "".join(f'<li><a href="{a}"{" aria-current=page" if n == page.number else ""}>Trang {n}</a></li>'
             for n, a in enumerate(page.addresses, 1)) + "</ul></nav>" if page.count > 1 else "")
    return f"<section><header>{head}</header>{search}{blocks(section.blocks)}\n{''.join(map(teaser, page.entries))}{pages}</section>"


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return document(entry)
    when = "" if entry.kind == "english" or entry.stamp == "none" else stamp(entry.moment, entry.wrong if entry.stamp == "wrong" else "")
    url = f"https://{site.unit.host}{entry.address}"
    share = (f'<li><a href="https://www.facebook.com/sharer/sharer.php?u={url}" rel="nofollow noopener">Facebook</a></li><li>'
             f'<a href="https://zalo.me/share?u={url}" rel="nofollow">Zalo</a></li><li><button type="button">In bài</button></li>')
    lead = f"<p><strong>{e(entry.lead)}</strong></p>" if entry.lead else ""
    signed = f"<p><em>{e(entry.author)}</em></p>" if entry.author else ""
    tags = "".join(f'<li><a rel="tag" href="#">{e(word)}</a></li>' for word in (site.unit.short, site.unit.territory, "Đổi mới"))
    near = "".join(f'<li><a href="{n.address}">{e(n.title)}</a>{f" <time>({n.moment:%d/%m/%Y})</time>" if n.day and n.kind != "english" else ""}</li>'
                   for n in page.section.entries if n is not entry)
    said = "".join(f"<article><header><b>{e(who)}</b> <time>{at:%H:%M, %d/%m/%Y}</time></header><p>{e(text)}</p></article>" for who, at, text in entry.comments)
    return (f'<article><header><h1>{e(entry.title)}</h1>{when}<ul>{share}</ul></header>\n{lead}{blocks(entry.blocks)}{signed}{media(entry.files)}<footer>'
            f'<h2>Từ khóa</h2><ul>{tags}</ul></footer></article>' + (f"<section><h2>Ý kiến bạn đọc</h2>{said}</section>" if said else "")
            + (f"<aside><h2>Cùng chuyên mục</h2><ul>{near}</ul></aside>" if near else ""))


def media(files):
    inner = "".join(f'<li><a href="{f.address}" download>{e(f.name)}</a> <small>({len(f.text) + 24} KB)</small></li>' for f in files)
    return f"<section><h2>Tài liệu đính kèm</h2><ul>{inner}</ul></section>" if files else ""


def document(entry):
    f = entry.fields
    pairs = [("Loại văn bản", f["type"]), ("Số, ký hiệu", f["number"]), ("Cơ quan ban hành", f["authority"]), ("Ngày ban hành", f"{f['issued']:%d/%m/%Y}")]
    if f["effective"]:
        pairs.append(("Ngày có hiệu lực", f"{f['effective']:%d/%m/%Y}"))
    inner = "".join(f"<li><span>{k}</span> <strong>{e(v)}</strong></li>" for k, v in [*pairs, ("Trích yếu", f["abstract"])])
    return (f'<article><header><h1>{e(f["type"])} số {e(f["number"])}</h1></header>\n<section><h2>Thuộc tính</h2><ul>{inner}</ul></section>\n<section>'
            f'<h2>Tóm tắt nội dung</h2>{blocks(entry.blocks)}</section>{media(entry.files)}</article>')


def blocks(parts):
    return "\n".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f"<p>{e(value)}</p>"
    if kind == "h":
        return f"<h2>{e(value)}</h2>"
    if kind == "ul":
        return "<ul>" + "".join(f"<li>{e(line)}</li>" for line in value) + "</ul>"
    if kind == "img":
        return f'<figure><img src="/media/a1/{value}" alt="{e(part[2])}" />{f"<figcaption>{e(part[2])}</figcaption>" if part[2] else ""}</figure>'
    if kind == "table":
        first = "".join(f'<th scope="col">{e(c)}</th>' for c in value)
        return f'<table><thead><tr>{first}</tr></thead><tbody>' + "".join("<tr>" + "".join(f'<td>{e(c)}'
                    '</td>' for c in line) + "</tr>" for line in part[2]) + "</tbody></table>"
    if kind == "file":
        return media([value])
    if kind == "links":
        return "".join(f'<section><h2><a href="{s.address}">{e(s.label)}</a></h2></section>' for s in value)
    return '<form method="post">' + "".join(f'<p><label for="f{n}">{e(c)}</label><textarea id="f{n}" required></textarea>'
                                            '</p>' for n, c in enumerate(value)) + "<button>Gửi</button></form>"


def aside(site, page):
    group = next((g for g in site.groups if page.section and g.key == page.section.group and len(g.sections) > 1), None)
    out = f'<nav aria-label="Trong mục này"><h2>{e(group.label)}</h2><ul>{items(group.sections)}</ul></nav>' if group else ""
    out += f'<nav aria-label="Xem thêm"><h2>Xem thêm</h2><ul>{items(site.of("side"))}</ul></nav>' if site.of("side") else ""
    out += "".join(f'<a href="{s.address}"><img src="/media/banner-{n}.jpg" alt="{e(s.label)}" /></a>' for n, s in enumerate(site.of("banner")))
    if site.recent():
        out += "<section><h2>Xem nhiều</h2><ol>" + "".join(f'<li><a href="{n.address}">{e(n.title)}</a> <time datetime="{n.moment:%Y-%m-%d}">'
                                                           f'{n.moment:%d/%m/%Y}</time></li>'
                                                            for n in site.recent(5)[1:]) + "</ol></section>"
    return (f'<aside>{out}<section><h2>Liên kết</h2><ul>{"".join(f"<li><a href={chr(34)}{url}{chr(34)}>{e(label)}</a></li>" for label, url in site.links)}</ul>'
            '</section></aside>')


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<address>Trụ sở: {unit.street}<br />Điện thoại: {unit.phone}<br />Thư điện tử: {unit.email}</address>"
    inner = f'<nav aria-label="Chân trang"><ul>{items(site.of("footer"))}</ul></nav>' if site.of("footer") else ""
    return f"<p>Cơ quan chủ quản: {e(unit.name)}</p>{more}{inner}<p><small>© 2017 - {site.moment.year}. Giấy phép số 88/GP-TTĐT ngày 15/8/2017.</small></p>"
