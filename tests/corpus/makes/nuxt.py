"""Nuxt: everything in divs with data-v attributes, window.__NUXT__ at the end, itemprop="datePublished" on a meta element, menu as a drawer that repeats itself for
phones, documents as definition lists in accordions, images loaded late."""
import charsets
from model import escaped as e
from model import slug

LIST = {"number", "type", "abstract"}
DETAIL = {"type", "authority", "number", "issued", "effective", "abstract"}
PAGED = 5
POSTED_DOCUMENTS = False
SCOPE = "data-v-7ba5bd90"


def address(site, section, entry=None, number=1):
    if entry:
        return (f"/tin/{slug(entry.title, most=70)}/{site.sections.index(section)}-{entry.number}/" if entry.kind != "document" else f"/vb/{site.sections.index(section)}{entry.number:03d}/")
    return f"/{section.key}/" if number == 1 else f"/{section.key}/trang-{number}/"


def file_address(site, section, file):
    return f"/cms-files/{section.key}/{file.name}"


def encoded(site, text):
    return charsets.decomposed(text) if site.number == 2 else text.encode("utf-8")


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = site.unit.name if page.kind == "home" else f"{(page.entry or page.section).title} - {site.unit.short}"
    return f"""<!doctype html>
<html data-n-head-ssr lang="vi" data-n-head="%7B%22lang%22:%7B%22ssr%22:%22vi%22%7D%7D">
<head><meta data-n-head="ssr" charset="utf-8"><meta data-n-head="ssr" name="viewport" content="width=device-width,initial-scale=1"><title>{e(title)}</title>
<meta data-n-head="ssr" data-hid="og:updated_time" property="og:updated_time" content="{site.moment.isoformat()}"><link rel="preload" href="/_nuxt/8a1f.js" as="script"></head>
<body><div data-server-rendered="true" id="__nuxt"><div id="__layout"><div {SCOPE} class="app">
<div {SCOPE} class="app-header"><div {SCOPE} class="flex"><a {SCOPE} href="/" class="nuxt-link-active">{e(site.unit.name)}</a><div {SCOPE} class="search-box"><input {SCOPE} type="text" placeholder="Tìm kiếm thông tin"></div></div>
{drawer(site, "desktop")}</div>
<div {SCOPE} class="app-main">{trail(site, page)}{body}</div>
<div {SCOPE} class="app-footer">{footer(site)}</div>{drawer(site, "mobile")}
</div></div></div><script>window.__NUXT__=(function(a){{return{{layout:"default",data:[{{}}],fetch:{{}},error:a,serverRendered:!0,config:{{}},time:"{site.moment:%d/%m/%Y}"}}}}(null))</script><script src="/_nuxt/8a1f.js" defer></script></body></html>"""


def drawer(site, kind):
    hidden = ' style="display:none;"' if kind == "mobile" else ""
    out = [f'<div {SCOPE} class="nav nav--{kind}"{hidden}>']
    for group in site.groups:
        label = (f'<a {SCOPE} href="{group.section.address}" class="nav__link">{e(group.label)}</a>' if group.section else f'<div {SCOPE} class="nav__link nav__link--toggle">{e(group.label)}</div>')
        inner = "".join(f'<a {SCOPE} href="{s.address}" class="nav__child"><!----><span {SCOPE}>{e(s.label)}</span></a>' for s in group.sections)
        out.append(f'<div {SCOPE} class="nav__item">{label}<div {SCOPE} class="nav__children">{inner}</div></div>')
    out += [f'<div {SCOPE} class="nav__item"><a {SCOPE} href="{s.address}" class="nav__link">{e(s.label)}</a></div>' for s in site.of("menu") if not s.group]
    return "".join(out) + "</div>"


def trail(site, page):
    if page.kind == "home":
        return ""
    return (f'<div {SCOPE} class="crumb">' + "".join(f'<a {SCOPE} href="{url}">{e(label)}</a><i {SCOPE} class="icon-right"></i>' if url else f"<span {SCOPE}>{e(label)}</span><i {SCOPE} class=\"icon-right\"></i>"
                                                     for label, url in site.crumbs(page.section, page.entry)) + "</div>")


def long_day(moment):
    return f"{moment:%H:%M}, {moment.day}/{moment.month}/{moment.year}"


def tile(entry):
    when = f'<div {SCOPE} class="tile__meta"><span {SCOPE}>{long_day(entry.moment)}</span></div>' if entry.day and entry.kind not in ("english", "document") else ""
    if entry.kind == "document":
        f = entry.fields
        return (f'<div {SCOPE} class="doc"><div {SCOPE} class="doc__head"><b {SCOPE}>{e(f["number"])}</b><span {SCOPE}>{e(f["type"])}</span></div>'
                f'<a {SCOPE} href="{entry.address}">{e(f["abstract"])}</a></div>')
    return (f'<div {SCOPE} class="tile"><div {SCOPE} class="tile__img"><img {SCOPE} data-src="/thumb/{entry.number}.webp" alt=""></div>'
            f'<a {SCOPE} href="{entry.address}" class="tile__title">{e(entry.title)}</a>{when}<div {SCOPE} class="tile__sum">{e(entry.lead)}</div>'
            '</div>')


def home(site, page):
    promo = "".join(f'<a {SCOPE} href="{s.address}" class="promo"><img {SCOPE} src="/promo{n}.png" alt="{e(s.label)}"></a>' for n, s in enumerate(site.of("banner")))
    promo += "".join(f'<a {SCOPE} href="{s.address}" class="chip">{e(s.label)}</a>' for s in site.of("side"))
    news = "".join(map(tile, site.news(6))) or f"<div {SCOPE}>{e(site.unit.name)}</div>"
    partners = "".join(f'<a {SCOPE} href="{url}" target="_blank">{e(label)}</a>' for label, url in site.links)
    return (f'<div {SCOPE} class="block"><div {SCOPE} class="block__title">Tin mới</div>{news}</div><div {SCOPE} class="block">{promo}</div>'
            f'<div {SCOPE} class="block">{partners}</div>')


def section_page(site, page):
    section = page.section
    out = f'<div {SCOPE} class="page-title">{e(section.title)}</div>'
    if section.kind == "sitemap" and section.state == "present":
        return out + "".join(f'<div {SCOPE}><a {SCOPE} href="{s.address}">{e(s.label)}</a></div>' for s in site.sections if s.has_page)
    if section.state == "no-entries":
        return out + f'<div {SCOPE} class="empty"><img {SCOPE} src="/empty.svg" alt=""><div {SCOPE}>{e(section.blocks[0][1])}</div></div>'
    out += f'<div {SCOPE} class="rich">{blocks(section.blocks)}</div><div {SCOPE} class="tiles">{"".join(map(tile, page.entries))}</div>'
    if page.count > 1:
        out += f'<div {SCOPE} class="pages">' + "".join(f'<a {SCOPE} href="{a}">{n}</a>' for n, a in enumerate(page.addresses, 1)) + "</div>"
    return out


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return document(entry)
    when = ""
    if entry.kind != "english" and entry.stamp == "shown":
        when = (f'<meta itemprop="datePublished" content="{entry.moment:%Y-%m-%d}"><div {SCOPE} class="post__meta">'
                f'<span {SCOPE}>{e(entry.author)}</span><span {SCOPE}>{long_day(entry.moment)}</span></div>')
    elif entry.stamp == "wrong":
        when = f'<div {SCOPE} class="post__meta"><span {SCOPE}>{e(entry.author)}</span><span {SCOPE}>{entry.wrong}</span></div>'
    files = "".join(f'<a {SCOPE} href="{f.address}" class="file">{e(f.name)}</a>' for f in entry.files)
    said = ("".join(f'<div {SCOPE} class="reply"><b {SCOPE}>{e(who)}</b><span {SCOPE}>{long_day(at)}</span><div {SCOPE}>{e(text)}</div></div>' for who,
                    at, text in entry.comments))
    near = "".join(tile(n) for n in page.section.entries if n is not entry)
    return (f'<div {SCOPE} class="post" itemscope itemtype="http://schema.org/NewsArticle">'
            f'<div {SCOPE} class="post__title" itemprop="headline">{e(entry.title)}</div>{when}<div {SCOPE} class="post__sum">{e(entry.lead)}</div>'
            f'<div {SCOPE} class="rich">{blocks(entry.blocks)}</div>{files}</div>{said}<div {SCOPE} class="block">'
            f'<div {SCOPE} class="block__title">Tin liên quan</div>{near}</div>')


def document(entry):
    f = entry.fields
    force = f"{f['effective']:%d/%m/%Y}" if f["effective"] else "—"
    pairs = ([("Số/Ký hiệu", f["number"]), ("Hình thức văn bản", f["type"]), ("Cơ quan ban hành", f["authority"]), ("Ngày ban hành",
            f"{f['issued']:%d/%m/%Y}"), ("Ngày có hiệu lực", force), ("Trích yếu", f["abstract"])])
    rows = "".join(f"<dt {SCOPE}>{k}</dt><dd {SCOPE}>{e(v)}</dd>" for k, v in pairs)
    files = "".join(f'<a {SCOPE} href="{x.address}" class="file">{e(x.name)}</a>' for x in entry.files)
    return (f'<div {SCOPE} class="post"><div {SCOPE} class="post__title">{e(f["abstract"])}</div><dl {SCOPE} class="facts">{rows}</dl>'
            f'<div {SCOPE} class="files">{files}</div></div>')


def blocks(parts):
    return "".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f"<p>{e(value)}</p>"
    if kind == "h":
        return f"<p><strong>{e(value)}</strong></p>"
    if kind == "ul":
        return "<ul>" + "".join(f"<li><p>{e(line)}</p></li>" for line in value) + "</ul>"
    if kind == "img":
        return f'<figure class="image"><img src="/cms-files/{value}" alt="{e(part[2])}"></figure>'
    if kind == "table":
        head = "".join(f"<th>{e(c)}</th>" for c in value)
        return (f'<figure class="table"><table><thead><tr>{head}</tr></thead><tbody>' + "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in line) +
                "</tr>" for line in part[2]) + "</tbody></table></figure>")
    if kind == "file":
        return f'<p><a href="{value.address}">{e(value.name)}</a></p>'
    if kind == "links":
        return "".join(f'<div {SCOPE} class="chip"><a {SCOPE} href="{s.address}">{e(s.label)}</a></div>' for s in value)
    return (f"<form {SCOPE}>" + "".join(f'<div {SCOPE} class="field"><textarea {SCOPE} placeholder="{e(c)}"></textarea></div>' for c in value) +
            f'<button {SCOPE} type="submit">Gửi đi</button></form>')


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f"<div {SCOPE}>{unit.street}</div><div {SCOPE}>ĐT: {unit.phone}</div><div {SCOPE}>{unit.email}</div>"
    return (f'{more}{"".join(f"<a {SCOPE} href={chr(34)}{s.address}{chr(34)}>{e(s.label)}</a>" for s in site.of("footer"))}<div {SCOPE}>© '
            f'{site.moment.year} · Phiên bản 2.4.1 (15/10/2026)</div>')
