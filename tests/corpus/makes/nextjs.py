"""Next.js, rendered on the server: hashed class names, no table anywhere, JSON-LD in articles, __NEXT_DATA__ with all of it again,
menu as buttons with aria-expanded, dates as "12 thg 11, 2026" in a <time>, documents as cards with a definition list."""
import json

from model import escaped as e
from model import slug

LIST = {"number", "type", "issued", "abstract"}
DETAIL = {"number", "type", "authority", "issued", "effective", "abstract"}
PAGED = 4


def address(site, section, entry=None, number=1):
    base = f"/{slug(section.label)}/" if section.kind in ("static", "index", "contact", "form", "services", "schedule", "sitemap") else f"/chuyen-muc/{section.key}/"
    if entry:
        return f"/{'van-ban' if entry.kind == 'document' else 'bai-viet'}/{slug(entry.title, most=80)}-{site.sections.index(section):02x}{entry.number:02x}/"
    return base if number == 1 else f"{base}trang/{number}/"


def file_address(site, section, file):
    return f"/api-media/{section.key}/{file.name}"


def css(name):
    return f"{name}_{name.lower()[:5]}__{sum(map(ord, name)) % 997:03x}Qz"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = site.unit.name if page.kind == "home" else f"{(page.entry or page.section).title} | {site.unit.short}"
    data = ({"props": {"pageProps": {"path": page.address, "title": title, "latest": [{"title": n.title, "publishedAt": n.moment.isoformat()} for n in site.recent(3)],
                                     "builtAt": site.moment.isoformat()}}, "buildId": "kJ3f9"})
    return (f"""<!DOCTYPE html><html lang="vi"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>{e(title)}</title>{head(page)}<link rel="preload" href="/_next/static/css/a1b2.css" as="style"/></head><body><div id="__next"><div class="{css('Layout')}"><header class="{css('Header')}"><a class="{css('Brand')}" href="/"><img src="/logo.svg" alt="Quốc huy"/><strong>{e(site.unit.name)}</strong></a>{menu(site)}<form role="search" action="/tim-kiem"><input type="search" name="q" placeholder="Bạn cần tìm gì?" aria-label="Tìm kiếm"/></form></header><main class="{css('Main')}">{crumbs(site, page)}{body}</main>{aside(site)}{footer(site)}</div></div><script id="__NEXT_DATA__" type="application/json">{json.dumps(data, ensure_ascii=False).replace("</", "<-/")}</script><script src="/_next/static/chunks/main.js" defer=""></script></body></html>""")


def head(page):
    entry = page.entry
    if not entry or entry.kind in ("document", "english") or entry.stamp != "shown":
        return ""
    data = ({"@context": "https://schema.org", "@type": "NewsArticle", "headline": entry.title, "datePublished": entry.moment.isoformat(),
             "dateModified": entry.moment.isoformat(), "author": {"@type": "Person", "name": entry.author}})
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def menu(site):
    out = [f'<nav class="{css("Nav")}" aria-label="Chính">']
    for group in site.groups:
        if group.section:
            out.append(f'<a href="{group.section.address}">{e(group.label)}</a>')
        if group.sections:
            out.append(f'<button type="button" aria-expanded="false" class="{css("Toggle")}">{e(group.label)}<svg width="8" height="8"></svg>'
                       f'</button><div class="{css("Panel")}" hidden="">'
                       + "".join(f'<a class="{css("Item")}" href="{s.address}">{e(s.label)}</a>' for s in group.sections) + "</div>")
    return "".join(out) + "".join(f'<a href="{s.address}">{e(s.label)}</a>' for s in site.of("menu") if not s.group) + "</nav>"


def crumbs(site, page):
    if page.kind == "home":
        return ""
    return (f'<div class="{css("Crumbs")}">' + "<span>/</span>".join(f'<a href="{url}">{e(label)}</a>' if url else f"<span>{e(label)}</span>" for label,
            url in site.crumbs(page.section, page.entry)) + "</div>")


def aside(site):
    out = "".join(f'<a class="{css("Tile")}" href="{s.address}"><span>{e(s.label)}</span></a>' for s in site.of("side"))
    out += ("".join(f'<a class="{css("Promo")}" href="{s.address}" aria-label="{e(s.label)}"><img src="/promo/{n}.webp" alt="{e(s.label)}"/></a>' for n,
                    s in enumerate(site.of("banner"))))
    out += "".join(f'<a class="{css("Partner")}" href="{url}" rel="noopener">{e(label)}</a>' for label, url in site.links)
    return f'<aside class="{css("Aside")}">{out}</aside>'


def short_date(moment):
    return f"{moment.day} thg {moment.month}, {moment.year}"


def card(entry):
    when = (f'<time class="{css("When")}" dateTime="{entry.moment:%Y-%m-%d}">{short_date(entry.moment)}</time>' if entry.stamp == "shown" and entry.kind not in ("document",
            "english") else "")
    if entry.kind == "document":
        f = entry.fields
        return (f'<article class="{css("Doc")}"><a href="{entry.address}"><h3>{e(f["abstract"])}</h3></a><dl><div><dt>Số ký hiệu</dt>'
                f'<dd>{e(f["number"])}</dd></div><div><dt>Loại</dt><dd>{e(f["type"])}</dd></div>'
                f'<div><dt>Ban hành</dt><dd>{f["issued"]:%d/%m/%Y}</dd></div></dl></article>')
    return f'<article class="{css("Card")}"><a href="{entry.address}"><h3>{e(entry.title)}</h3></a><p>{e(entry.lead)}</p>{when}</article>'


def home(site, page):
    news = site.news(5)
    out = (f'<section class="{css("Hero")}"><h2>Tin mới</h2>{"".join(map(card, news))}</section>' if news else f'<section class="{css("Hero")}"><h1>{e(site.unit.name)}</h1></section>')
    return out + f'<section class="{css("Weather")}"><p>Thời tiết {site.moment.day}/{site.moment.month}: 24°C, có mây</p></section>'


def section_page(site, page):
    section = page.section
    out = f'<h1 class="{css("Title")}">{e(section.title)}</h1>'
    if section.kind == "sitemap" and section.state == "present":
        return out + f'<div class="{css("Map")}">' + "".join(f'<a href="{s.address}">{e(s.label)}</a>' for s in site.sections if s.has_page) + "</div>"
    if section.kind == "documents":
        out += (f'<form class="{css("Filter")}"><input name="so" placeholder="Số ký hiệu"/><input name="tu-ngay" type="date" aria-label="Từ ngày"/>'
                '<button>Lọc</button></form>')
    out += f'<div class="{css("Prose")}">{blocks(section.blocks)}</div>' if section.blocks else ""
    return out + f'<div class="{css("Grid")}">{"".join(map(card, page.entries))}</div>' + pager(page)


def pager(page):
    if page.count < 2:
        return ""
    return (f'<nav aria-label="Phân trang" class="{css("Pager")}">' + "".join(f'<a href="{a}"{" aria-current=page" if n == page.number else ""}>{n}</a>'
            for n, a in enumerate(page.addresses, 1)) + "</nav>")


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return document(entry)
    when = ""
    if entry.kind != "english" and entry.stamp != "none":
        when = (f'<div class="{css("Meta")}"><span>{e(entry.author)}</span> · ' + (f"<span>{entry.wrong}</span>" if entry.stamp == "wrong" else f'<time dateTime="{entry.moment.isoformat()}">{short_date(entry.moment)}</time>')
                + "</div>")
    files = "".join(f'<a class="{css("File")}" href="{f.address}" download="">{e(f.name)}</a>' for f in entry.files)
    more = "".join(card(n) for n in page.section.entries if n is not entry)
    said = ("".join(f'<div class="{css("Reply")}"><b>{e(who)}</b> <time dateTime="{at.isoformat()}">{short_date(at)}</time><p>{e(text)}</p></div>' for who,
                    at, text in entry.comments))
    return (f'<article><h1 class="{css("Title")}">{e(entry.title)}</h1>{when}<p class="{css("Lead")}">{e(entry.lead)}</p>'
            f'<div class="{css("Prose")}">{blocks(entry.blocks)}</div>{files}</article>{said}<section class="{css("More")}">'
            f'<h2>Bài liên quan</h2>{more}</section>')


def document(entry):
    f = entry.fields
    pairs = ([("Số, ký hiệu", f["number"]), ("Loại văn bản", f["type"]), ("Cơ quan ban hành", f["authority"]), ("Ngày ban hành",
            f"{f['issued'].day}/{f['issued'].month}/{f['issued'].year}")])
    if f["effective"]:
        pairs.append(("Hiệu lực từ", f"{f['effective'].day}/{f['effective'].month}/{f['effective'].year}"))
    pairs.append(("Trích yếu", f["abstract"]))
    rows = "".join(f"<div><dt>{k}</dt><dd>{e(v)}</dd></div>" for k, v in pairs)
    files = "".join(f'<li><a href="{x.address}" download="">{e(x.name)} <small>(tải xuống)</small></a></li>' for x in entry.files)
    return f'<article><h1 class="{css("Title")}">{e(entry.title)}</h1><dl class="{css("Facts")}">{rows}</dl><h2>Tệp văn bản</h2><ul>{files}</ul></article>'


def blocks(parts):
    out = []
    for part in parts:
        kind, value = part[0], part[1]
        if kind == "p":
            out.append(f"<p>{e(value)}</p>")
        elif kind == "h":
            out.append(f"<h2>{e(value)}</h2>")
        elif kind == "ul":
            out.append("<ol>" + "".join(f"<li>{e(line)}</li>" for line in value) + "</ol>")
        elif kind == "img":
            out.append(f'<figure><img loading="lazy" src="/_next/image/{value}" alt="{e(part[2])}"/><figcaption>{e(part[2])}</figcaption></figure>')
        elif kind == "table":
            for line in part[2]:
                out.append(f'<div class="{css("Row")}">' + "".join(f"<div><span>{e(c)}</span><b>{e(v)}</b></div>" for c, v in zip(value, line)) + "</div>")
        elif kind == "file":
            out.append(f'<p><a href="{value.address}">{e(value.name)}</a></p>')
        elif kind == "links":
            out.append("".join(f'<a class="{css("Tile")}" href="{s.address}"><h3>{e(s.label)}</h3></a>' for s in value))
        elif kind == "form":
            out.append("<form>" + "".join(f"<label>{e(c)}<textarea></textarea></label>" for c in value) + "<button>Gửi</button></form>")
    return "".join(out)


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<address>{e(unit.street)}<br/>Điện thoại {unit.phone}<br/>{unit.email}</address>"
    return (f'<footer class="{css("Footer")}">{more}<div>{"".join(f"<a href={chr(34)}{s.address}{chr(34)}>{e(s.label)}</a>" for s in site.of("footer"))}</div><small>© 2026 {e(unit.name)}. Cập nhật hệ thống: {site.moment:%d/%m/%Y}</small></footer>')
