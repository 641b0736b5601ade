"""A Vue portal with Vuetify, rendered on the server: all is a card, a chip or a list item; icons are words of an icon font ("schedule", "chevron_right");
the whole menu stands in a drawer; addresses are bare ids; "08:15, 12/11/2026" below the title; documents in a v-data-table, their particulars in a grid."""
import json

from model import escaped as e
from model import weekday

LIST = {"number", "type", "issued", "abstract"}
DETAIL = {"number", "type", "authority", "issued", "effective", "abstract"}
PAGED = 6
INLINE = {"question"}


def address(site, section, entry=None, number=1):
    place = site.sections.index(section)
    if entry:
        return f"/{'van-ban' if entry.kind == 'document' else 'bai-viet'}/{20000 + place * 100 + entry.number}/"
    word = "chuyen-muc" if section.kind in ("list", "documents", "drafts", "questions") else "trang"
    return f"/{word}/{place + 11}/" + (f"page/{number}/" if number > 1 else "")


def file_address(site, section, file):
    return f"/storage/uploads/{site.sections.index(section) + 11}/{file.name}"


def icon(name, more=""):
    return f'<i aria-hidden="true" class="v-icon notranslate {more}material-icons theme--light">{name}</i>'


def div(css, body, more=""):
    return f'<div class="{css}"{more}>{body}</div>'


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = (page.entry or page.section).title if page.section else "Trang chủ"
    state = json.dumps({"route": page.address, "site": {"name": site.unit.name}, "serverTime": site.moment.isoformat()}, ensure_ascii=False)
    return f"""<!doctype html>
<html data-n-head-ssr lang="vi"><head><meta data-n-head="ssr" charset="utf-8"><title>{e(title)} - {e(site.unit.name)}</title>
<link rel="stylesheet" href="/_assets/vuetify.min.css"><link rel="stylesheet" href="https://fonts.googleapis.com/icon?family=Material+Icons"></head>
<body><div id="app" data-server-rendered="true" data-app="true" class="v-application v-application--is-ltr theme--light">
<div class="v-application--wrap">{drawer(site)}
<div class="v-system-bar theme--dark"><span>{weekday(site.moment)}, {site.moment:%d/%m/%Y}</span><div class="spacer"></div><span>Cỡ chữ A+ A-</span></div>
<header class="v-sheet v-app-bar v-toolbar theme--dark primary"><div class="v-toolbar__content">
<button type="button" class="v-app-bar__nav-icon v-btn v-btn--icon" aria-label="Mở trình đơn"><span class="v-btn__content">{icon("menu")}</span></button>
<a href="/" class="v-toolbar__title white--text"><div class="v-image__image" style="background-image:url(/img/emblem.png)"></div>
<span class="text-uppercase">{e(site.unit.name)}</span></a></div></header>
<main class="v-main"><div class="v-main__wrap"><div class="container">{crumbs(site, page)}<div class="row">
<div class="col-md-9 col-12">{body}</div><div class="col-md-3 col-12">{side(site)}</div></div></div></div></main>
{footer(site)}</div></div><script>window.__INITIAL_STATE__={state.replace("</", "<-/")}</script><script src="/_assets/app.js" defer></script></body></html>"""


def item(url, label, extra=""):
    return (f'<a href="{url}" tabindex="0" role="listitem" class="v-list-item v-list-item--link theme--light">'
            + div("v-list-item__content", div("v-list-item__title", e(label)) + extra) + "</a>")


def drawer(site):
    out = ['<nav class="v-navigation-drawer v-navigation-drawer--close"><div class="v-navigation-drawer__content"><div role="list" class="v-list">',
           item("/", "Trang chủ")]
    for group in site.groups:
        if not group.sections:
            out.append(item(group.section.address, group.label))
            continue
        head = f'<a href="{group.section.address}">{e(group.label)}</a>' if group.section else e(group.label)
        head = div("v-list-item__title", head) + div("v-list-item__icon", icon("keyboard_arrow_down"))
        out.append(div("v-list-group", div("v-list-group__header v-list-item v-list-item--link", head, ' role="button" aria-expanded="false"')
                       + div("v-list-group__items", "".join(item(s.address, s.label) for s in group.sections), ' style="display:none"')))
    out += [item(s.address, s.label) for s in site.of("menu") if not s.group]
    return "".join(out) + '</div></div><div class="v-navigation-drawer__border"></div></nav>'


def crumbs(site, page):
    if page.kind == "home":
        return ""
    parts = [f'<li><a href="{url}" class="v-breadcrumbs__item">{e(label)}</a></li>' if url else f"<li>{div('v-breadcrumbs__item', e(label))}</li>"
             for label, url in site.crumbs(page.section, page.entry)]
    if not page.entry:
        parts.append(f"<li>{div('v-breadcrumbs__item v-breadcrumbs__item--disabled', e(page.section.label))}</li>")
    return '<ul class="v-breadcrumbs theme--light">' + f'<li class="v-breadcrumbs__divider">{icon("chevron_right")}</li>'.join(parts) + "</ul>"


def when(entry):
    if entry.stamp == "none" or entry.kind == "english":
        return ""
    text = entry.wrong if entry.stamp == "wrong" else f"{entry.moment:%H:%M, %d/%m/%Y}"
    return f'<span class="mr-3">{icon("schedule", "v-icon--left ")}{text}</span>'


def card(entry):
    inside = (div("v-card__title subtitle-1", e(entry.title)) + div("v-card__subtitle caption", when(entry) if entry.day else "")
              + div("v-card__text", e(entry.lead)))
    return div("col-sm-6 col-12", f'<a href="{entry.address}" class="v-card v-card--link v-sheet theme--light">{inside}</a>')


def home(site, page):
    if not site.news():
        return div("v-card v-sheet", div("v-card__title", e(site.unit.name)))
    return div("v-tabs", div("v-tabs-bar", div("v-tab v-tab--active", "Mới nhất") + div("v-tab", "Xem nhiều")) + div("row", "".join(map(card, site.news(6)))))


def section_page(site, page):
    section = page.section
    if section.kind == "sitemap" and section.state == "present":
        inside = div("v-list v-list--dense", "".join(item(s.address, s.label) for s in site.sections if s.has_page))
    elif section.kind == "documents" and section.state in ("present", "no-entries"):
        inside = data_table(page)
    elif section.kind == "questions" and section.entries:
        inside = div("v-item-group v-expansion-panels", "".join(panel(n) for n in page.entries))
    elif section.state in ("updating", "no-entries"):
        inside = div("v-alert v-sheet v-alert--text info--text", icon("info") + div("v-alert__content", e(section.blocks[0][1])), ' role="alert"')
    else:
        inside = blocks(section.blocks) + div("row", "".join(map(card, page.entries)))
    return div("v-card v-sheet v-card--flat", div("v-card__title headline primary--text", e(section.title)) + div("v-card__text", inside + paging(page)))


def data_table(page):
    names = ("STT", "Số/Ký hiệu", "Loại", "Ngày ban hành", "Trích yếu nội dung")
    head = "".join(f'<th role="columnheader" scope="col" class="text-start sortable"><span>{name}</span>{icon("arrow_upward")}</th>' for name in names)
    rows = []
    for entry in page.entries:
        f = entry.fields
        kind = f'<span class="v-chip v-chip--outlined v-size--small"><span class="v-chip__content">{e(f["type"])}</span></span>'
        cells = [entry.number, e(f["number"]), kind, f'{f["issued"]:%d/%m/%Y}', f'<a href="{entry.address}">{e(f["abstract"])}</a>']
        rows.append("<tr>" + "".join(f'<td class="text-start">{c}</td>' for c in cells) + "</tr>")
    none = "" if rows else f'<tr class="v-data-table__empty-wrapper"><td colspan="5">{e(page.section.blocks[0][1])}</td></tr>'
    table = f'<table><thead class="v-data-table-header"><tr>{head}</tr></thead><tbody>{"".join(rows)}{none}</tbody></table>'
    return (div("v-input v-text-field", '<label class="v-label">Tìm theo số hiệu, trích yếu</label><input type="text">')
            + div("v-data-table theme--light", div("v-data-table__wrapper", table)))


def panel(entry):
    asked = div("caption", f'{icon("person")}{e(entry.author)} {when(entry)}')
    return div("v-expansion-panel", f'<button type="button" class="v-expansion-panel-header">{e(entry.title)}{icon("expand_more")}</button>'
               + div("v-expansion-panel-content", asked + blocks(entry.blocks)))


def paging(page):
    on = ' v-pagination__item--active primary" aria-current="true'
    rows = [f'<li><a href="{a}" class="v-pagination__item{on if n == page.number else ""}">{n}</a></li>' for n, a in enumerate(page.addresses, 1)]
    return f'<nav role="navigation" aria-label="Phân trang"><ul class="v-pagination">{"".join(rows)}</ul></nav>' if page.count > 1 else ""


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return document(entry)
    who = f'<span>{icon("person", "v-icon--left ")}{e(entry.author)}</span>' if entry.author else ""
    said = "".join(div("v-list-item__content", div("v-list-item__title", e(name)) + div("v-list-item__subtitle", f"{at:%H:%M, %d/%m/%Y}")
                       + div("body-2", e(text))) for name, at, text in entry.comments)
    near = "".join(item(n.address, n.title, div("v-list-item__subtitle", f"{n.moment:%d/%m/%Y}") if n.day and n.kind != "english" else "")
                   for n in page.section.entries if n is not entry)
    lead = f'<p class="font-weight-bold">{e(entry.lead)}</p>' if entry.lead else ""
    out = div("v-card v-sheet v-card--flat", f'<h1 class="v-card__title headline">{e(entry.title)}</h1>' + div("v-card__subtitle caption", when(entry) + who)
              + div("v-card__text body-1", lead + blocks(entry.blocks) + attached(entry)))
    boxes = [(f"Bình luận ({len(entry.comments)})", said), ("Cùng chuyên mục", near)]
    return out + "".join(div("v-card v-sheet mt-4", div("v-subheader", name) + div("v-list", rows)) for name, rows in boxes if rows)


def attached(entry):
    return "".join(f'<a href="{f.address}" target="_blank" class="v-chip v-chip--clickable v-chip--label"><span class="v-chip__content">'
                   f'{icon("attach_file", "v-icon--left ")}{e(f.name)}</span></a>' for f in entry.files)


def document(entry):
    f = entry.fields
    cells = [("Số/Ký hiệu", f["number"]), ("Loại văn bản", f["type"]), ("Cơ quan ban hành", f["authority"]), ("Ngày ban hành", f'{f["issued"]:%d/%m/%Y}'),
             ("Ngày có hiệu lực", f'{f["effective"]:%d/%m/%Y}' if f["effective"] else "—"), ("Trích yếu", f["abstract"])]
    grid = "".join(div("col-12" if k == "Trích yếu" else "col-sm-4 col-6", div("caption grey--text", k) + div("body-1 font-weight-medium", e(v)))
                   for k, v in cells)
    files = '<hr role="separator" class="v-divider">' + div("caption grey--text", "Tệp đính kèm") + attached(entry)
    return div("v-card v-sheet v-card--outlined", '<h1 class="v-card__title headline">Chi tiết văn bản</h1>' + div("v-card__text", div("row", grid) + files)
               + div("v-card__actions", f'<button type="button" class="v-btn v-btn--text">{icon("print")} In</button>'))


def blocks(parts):
    return "".join(map(block, parts))


def block(part):
    kind, value = part[:2]
    if kind in ("p", "h"):
        return f'<p class="text-justify">{e(value)}</p>' if kind == "p" else f'<h3 class="title mb-2">{e(value)}</h3>'
    if kind == "ul":
        return div("v-list v-list--dense", "".join(div("v-list-item", f'{icon("check")}<span>{e(line)}</span>') for line in value))
    if kind == "img":
        return div("v-responsive", f'<img src="/storage/images/{value}" alt="{e(part[2])}" class="rounded" width="100%">')
    if kind == "table":
        head = "".join(f'<th class="text-left">{e(c)}</th>' for c in value)
        rows = "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in line) + "</tr>" for line in part[2])
        return div("v-data-table", div("v-data-table__wrapper", f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"))
    if kind in ("file", "links"):
        return "".join(item(s.address, s.label) for s in value) if kind == "links" else f'<a href="{value.address}" class="v-btn">{e(value.name)}</a>'
    return '<form novalidate class="v-form">' + "".join(div("v-input v-textarea", f'<label class="v-label">{e(c)} *</label><textarea></textarea>')
                                                        for c in value) + '<button class="v-btn primary">Gửi ý kiến</button></form>'


def side(site):
    out = "".join(f'<a href="{s.address}" class="v-card"><img src="/img/banner{n}.png" alt="{e(s.label)}"></a>' for n, s in enumerate(site.of("banner")))
    lists = [("Truy cập nhanh", "".join(item(s.address, s.label) for s in site.of("side"))),
             ("Đọc nhiều", "".join(item(n.address, n.title, div("v-list-item__subtitle", f"{n.moment:%d/%m/%Y}")) for n in site.recent(6)[2:])),
             ("Liên kết", "".join(item(url, label) for label, url in site.links))]
    return out + "".join(div("v-card v-sheet mb-3", div("v-subheader text-uppercase", name) + div("v-list", rows)) for name, rows in lists if rows)


def footer(site):
    unit = site.unit
    lines = [("place", unit.street), ("phone", unit.phone), ("email", unit.email)]
    more = "" if site.bare_footer else "".join(f"<div>{icon(name)} {e(text)}</div>" for name, text in lines)
    links = "".join(f'<a href="{s.address}" class="v-btn v-btn--text"><span class="v-btn__content">{e(s.label)}</span></a>' for s in site.of("footer"))
    return ('<footer class="v-footer v-sheet theme--dark"><div class="container">' + div("title", e(unit.name)) + more + links
            + div("caption", f"© {site.moment.year} {e(unit.name)}. Giấy phép số 118/GP-TTĐT cấp ngày 20/08/2023.") + "</div></footer>")
