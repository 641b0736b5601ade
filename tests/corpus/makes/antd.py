"""React with Ant Design, prerendered by a browser: submenus as popups at the end of the body, ant-list with actions, "08:15 24/11/2026" beside a calendar icon,
documents as ant-table and ant-descriptions (label and value in one cell), ant-empty and ant-result for what is not there."""
from model import escaped as e
from model import slug, weekday

LIST = {"number", "type", "issued", "abstract"}
DETAIL = {"number", "type", "authority", "issued", "effective", "abstract"}
PAGED = 5


def address(site, section, entry=None, number=1):
    place = site.sections.index(section) + 11
    if entry:
        return f"/{'van-ban/chi-tiet' if entry.kind == 'document' else 'chi-tiet'}/{slug(entry.title, most=80)}-{place}{entry.number:02d}.html"
    base = f"/{'chuyen-muc' if section.kind in ('list', 'documents', 'questions', 'drafts') else 'trang'}/{slug(section.label)}-{place}"
    return f"{base}.html" if number == 1 else f"{base}/trang-{number}.html"


def file_address(site, section, file):
    return f"/api/files/download/{site.sections.index(section):04d}/{file.name}"


def render(site, page):
    body = {"home": home, "section": section_page, "entry": entry_page}[page.kind](site, page)
    title = "Trang chủ" if page.kind == "home" else (page.entry or page.section).title
    bar, popups = menu(site)
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{e(title)} | {e(site.unit.name)}</title><script defer="defer" src="/static/js/main.4c1de0a7.js"></script></head>
<body><noscript>Trình duyệt của bạn chưa bật JavaScript.</noscript><div id="root"><div class="ant-layout css-dev-only-do-not-override-1e3x2xa">
<div class="ant-row ant-row-space-between top-line"><div class="ant-col">{weekday(site.moment)}, {site.moment:%d/%m/%Y}</div>
<div class="ant-col"><button class="ant-btn ant-btn-text"><span>A+</span></button><button class="ant-btn ant-btn-text"><span>A-</span></button></div></div>
<header class="ant-layout-header"><a href="/" class="logo"><img alt="logo" src="/static/media/qh.5f1b.png"><span>{e(site.unit.name)}</span></a>
<span class="ant-input-affix-wrapper"><input placeholder="Nhập từ khóa tìm kiếm" class="ant-input" type="text" value="">{icon("search")}</span>
<ul class="ant-menu-overflow ant-menu ant-menu-root ant-menu-horizontal ant-menu-dark" role="menu" tabindex="0" data-menu-list="true">{bar}</ul></header>
<main class="ant-layout-content">{crumbs(site, page)}<div class="ant-row"><div class="ant-col ant-col-lg-17">{body}</div>
<div class="ant-col ant-col-lg-7">{side(site)}</div></div></main>
<footer class="ant-layout-footer">{footer(site)}</footer></div></div>
{popups}</body></html>"""


def icon(name):
    return (f'<span role="img" aria-label="{name}" class="anticon anticon-{name}"><svg viewBox="64 64 896 896" data-icon="{name}" width="1em" height="1em">'
            '</svg></span>')


def menu(site):
    """(the bar, the popups): a submenu that was opened once is left hidden at the end of the body."""
    bar, popups = [leaf("/", icon("home"))], []
    for n, group in enumerate(site.groups):
        if not group.sections:
            bar.append(leaf(group.section.address, e(group.label)))
            continue
        label = f'<a href="{group.section.address}">{e(group.label)}</a>' if group.section else e(group.label)
        bar.append('<li class="ant-menu-overflow-item ant-menu-submenu ant-menu-submenu-horizontal" role="none">'
                   f'<div role="menuitem" class="ant-menu-submenu-title" aria-expanded="false" aria-haspopup="true" aria-controls="rc-menu-uuid-1-g{n}-popup">'
                   f'<span class="ant-menu-title-content">{label}</span></div></li>')
        popups.append(f'<div><div class="ant-menu-submenu ant-menu-submenu-popup ant-menu-submenu-hidden"><ul id="rc-menu-uuid-1-g{n}-popup" role="menu" '
                      f'class="ant-menu ant-menu-sub ant-menu-vertical">{"".join(leaf(s.address, e(s.label)) for s in group.sections)}</ul></div></div>')
    return "".join(bar) + "".join(leaf(s.address, e(s.label)) for s in site.of("menu") if not s.group), "\n".join(popups)


def leaf(url, label):
    return f'<li class="ant-menu-item ant-menu-item-only-child" role="menuitem"><span class="ant-menu-title-content"><a href="{url}">{label}</a></span></li>'


def crumbs(site, page):
    if page.kind == "home":
        return ""
    trail = site.crumbs(page.section, page.entry) + ([] if page.entry else [(page.section.label, "")])
    return '<nav class="ant-breadcrumb"><ol>' + '<li class="ant-breadcrumb-separator" aria-hidden="true">/</li>'.join(
        f'<li><a class="ant-breadcrumb-link" href="{url}">{e(label)}</a></li>' if url else f'<li><span class="ant-breadcrumb-link">{e(label)}</span></li>'
        for label, url in trail) + "</ol></nav>"


def card(title, body):
    head = f'<div class="ant-card-head"><div class="ant-card-head-wrapper"><div class="ant-card-head-title">{e(title)}</div></div></div>' if title else ""
    return f'<div class="ant-card ant-card-bordered">{head}<div class="ant-card-body">{body}</div></div>'


def row(entry):
    when = f'<li>{icon("calendar")} {entry.moment:%d/%m/%Y}<em class="ant-list-item-action-split"></em></li>' if entry.day and entry.kind != "english" else ""
    return ('<li class="ant-list-item"><div class="ant-list-item-meta"><div class="ant-list-item-meta-content"><h4 class="ant-list-item-meta-title">'
            f'<a href="{entry.address}">{e(entry.title)}</a></h4><div class="ant-list-item-meta-description">{e(entry.lead)}</div></div></div>'
            f'<ul class="ant-list-item-action">{when}<li>{icon("eye")} {entry.number * 83 + 14}</li></ul></li>')


def listed(entries):
    return f'<div class="ant-list ant-list-vertical ant-list-split"><ul class="ant-list-items">{"".join(map(row, entries))}</ul></div>' if entries else ""


def home(site, page):
    news = site.news(6)
    return card("Tin mới nhất", listed(news)) if news else card("Giới thiệu", f"<p>Cổng thông tin điện tử {e(site.unit.name)}</p>")


def nothing(section):
    return ('<div class="ant-empty ant-empty-normal"><div class="ant-empty-image"><svg width="64" height="41" viewBox="0 0 64 41"></svg></div>'
            f'<div class="ant-empty-description">{e(section.blocks[0][1])}</div></div>')


def section_page(site, page):
    section = page.section
    if section.state == "soft404":
        return (f'<div class="ant-result ant-result-404"><div class="ant-result-icon ant-result-image"></div><div class="ant-result-title">{e(section.title)}'
                f'</div><div class="ant-result-subtitle">{e(section.blocks[0][1])}</div><div class="ant-result-extra">'
                '<a class="ant-btn ant-btn-primary" href="/"><span>Về trang chủ</span></a></div></div>')
    if section.kind == "sitemap" and section.state == "present":
        return card(section.title, '<div class="ant-tree">' + "".join(f'<div class="ant-tree-treenode"><a href="{s.address}">{e(s.label)}</a></div>'
                                                                       for s in site.sections if s.has_page) + "</div>")
    if section.kind == "documents" and section.state in ("present", "no-entries"):
        return card(section.title, table(section, page) + pagination(page))
    if section.state == "shell":
        return card(section.title, '<div class="ant-spin ant-spin-spinning" aria-live="polite" aria-busy="true"><span class="ant-spin-dot ant-spin-dot-spin">'
                                   f'</span><div class="ant-spin-text">{e(section.blocks[0][1])}</div></div>')
    if section.state in ("updating", "no-entries"):
        return card(section.title, nothing(section))
    return card(section.title, (f'<div class="html-content">{blocks(section.blocks)}'
                                '</div>' if section.blocks else "") + listed(page.entries) + pagination(page))


def table(section, page):
    head = "".join(f'<th class="ant-table-cell" scope="col">{label}</th>' for label in ("STT", "Số ký hiệu", "Trích yếu", "Loại văn bản", "Ngày ban hành"))
    rows = f'<tr class="ant-table-placeholder"><td colspan="5" class="ant-table-cell">{nothing(section)}</td></tr>' if section.state == "no-entries" else ""
    for d in page.entries:
        f = d.fields
        cells = [str(d.number), f'<a href="{d.address}">{e(f["number"])}</a>', e(f["abstract"]), f'<span class="ant-tag ant-tag-blue">{e(f["type"])}</span>',
                 f"{f['issued']:%d/%m/%Y}"]
        rows += f'<tr class="ant-table-row" data-row-key="{d.number}">' + "".join(f'<td class="ant-table-cell">{cell}</td>' for cell in cells) + "</tr>"
    return ('<form class="ant-form ant-form-inline"><input class="ant-input" placeholder="Số ký hiệu, trích yếu"><div class="ant-picker ant-picker-range">'
            '<input placeholder="Từ ngày" value=""><input placeholder="Đến ngày" value=""></div><button class="ant-btn ant-btn-primary"><span>Tra cứu</span>'
            '</button></form><div class="ant-table-wrapper"><div class="ant-table ant-table-bordered"><table style="table-layout:auto">'
            f'<thead class="ant-table-thead"><tr>{head}</tr></thead><tbody class="ant-table-tbody">{rows}</tbody></table></div></div>')


def pagination(page):
    if page.count < 2:
        return ""
    return '<ul class="ant-pagination">' + "".join(f'<li title="{n}" class="ant-pagination-item ant-pagination-item-{n}'
                                                   f'{"-active" if n == page.number else ""}"><a rel="nofollow" href="{a}">{n}</a>'
                                                   '</li>' for n, a in enumerate(page.addresses, 1)) + "</ul>"


def space(name, text):
    return f'<div class="ant-space-item"><span class="ant-typography ant-typography-secondary">{icon(name)} {text}</span></div>'


def entry_page(site, page):
    entry = page.entry
    if entry.kind == "document":
        return document(entry)
    info = space("user", e(entry.author)) if entry.author else ""
    if entry.kind != "english" and entry.stamp != "none":
        info = space("calendar", entry.wrong if entry.stamp == "wrong" else f"{entry.moment:%H:%M %d/%m/%Y}") + info
    near = [n for n in page.section.entries if n is not entry][:4]
    said = "".join(f'<div class="ant-comment"><span class="ant-comment-content-author-name">{e(who)}</span><span class="ant-comment-content-author-time">'
                   f'{at:%H:%M %d/%m/%Y}</span><div class="ant-comment-content-detail"><p>{e(text)}</p></div></div>' for who, at, text in entry.comments)
    return (card("", f'<h1 class="ant-typography">{e(entry.title)}</h1><div class="ant-space ant-space-horizontal">{info}</div>'
                     f'<div class="ant-typography sapo"><strong>{e(entry.lead)}</strong></div><div class="html-content">{blocks(entry.blocks)}'
                     f'</div>{attached(entry.files)}')
            + (card(f"Bình luận ({len(entry.comments)})", said) if said else "") + (card("Cùng chuyên mục", listed(near)) if near else ""))


def attached(files):
    inner = "".join(f'<div class="ant-upload-list-item ant-upload-list-item-done">{icon("paper-clip")}<a target="_blank" class="ant-upload-list-item-name" '
                    f'title="{e(f.name)}" href="{f.address}">{e(f.name)}</a></div>' for f in files)
    return ('<div class="ant-divider ant-divider-horizontal ant-divider-with-text" role="separator"><span class="ant-divider-inner-text">Tệp đính kèm</span>'
            f'</div><div class="ant-upload-list ant-upload-list-text">{inner}</div>' if files else "")


def document(entry):
    f = entry.fields
    force = f"{f['effective']:%d/%m/%Y}" if f["effective"] else "--"
    rows = [[("Số ký hiệu", f["number"]), ("Loại văn bản", f["type"])], [("Ngày ban hành", f"{f['issued']:%d/%m/%Y}"), ("Ngày hiệu lực", force)],
            [("Cơ quan ban hành", f["authority"]), ("Lĩnh vực", "Hành chính")], [("Trích yếu", f["abstract"])]]
    body = "".join('<tr class="ant-descriptions-row">' + "".join(f'<td class="ant-descriptions-item" colspan="{3 - len(line)}">'
                                                                 f'<div class="ant-descriptions-item-container"><span class="ant-descriptions-item-label">{k}'
                                                                 f'</span><span class="ant-descriptions-item-content">{e(v)}</span></div>'
                                                                 '</td>' for k, v in line) + "</tr>"
                   for line in rows)
    return card("", f'<h1 class="ant-typography">{e(entry.title)}</h1><div class="ant-descriptions"><div class="ant-descriptions-header">'
                    f'<div class="ant-descriptions-title">Thông tin văn bản</div></div><div class="ant-descriptions-view"><table><tbody>{body}</tbody></table>'
                    f'</div></div>{attached(entry.files)}')


def blocks(parts):
    return "".join(block(part) for part in parts)


def block(part):
    kind, value = part[0], part[1]
    if kind == "p":
        return f'<p style="text-align:justify;">{e(value)}</p>'
    if kind == "h":
        return f'<h3 style="text-align:justify;"><strong>{e(value)}</strong></h3>'
    if kind == "ul":
        return "<ul>" + "".join(f'<li><p style="text-align:justify;">{e(line)}</p></li>' for line in value) + "</ul>"
    if kind == "img":
        return f'<figure class="image"><img src="/api/files/view/{value}" alt="{e(part[2])}"></figure>'
    if kind == "table":
        lines = "".join("<tr>" + "".join(f"<td>{e(c)}</td>" for c in line) + "</tr>" for line in part[2])
        return f'<figure class="table"><table><thead><tr>{"".join(f"<th>{e(c)}</th>" for c in value)}</tr></thead><tbody>{lines}</tbody></table></figure>'
    if kind == "file":
        return attached([value])
    if kind == "links":
        return '<div class="ant-row">' + "".join(f'<div class="ant-col ant-col-12"><a class="ant-card ant-card-hoverable" href="{s.address}">'
                                                 f'<div class="ant-card-body">{e(s.label)}</div></a></div>' for s in value) + "</div>"
    inner = "".join(f'<div class="ant-form-item"><label class="ant-form-item-required" title="{e(c)}">{e(c)}</label><textarea class="ant-input"></textarea>'
                    '</div>' for c in value)
    return f'<form class="ant-form ant-form-vertical">{inner}<button type="submit" class="ant-btn ant-btn-primary"><span>Gửi</span></button></form>'


def side(site):
    out = card("Truy cập nhanh", "".join(f'<a class="quick-link" href="{s.address}">{icon("right")}{e(s.label)}'
                                         '</a>' for s in site.of("side"))) if site.of("side") else ""
    out += "".join(f'<a href="{s.address}"><img class="ant-image-img" src="/api/files/view/banner-{n}.png" alt="{e(s.label)}">'
                   '</a>' for n, s in enumerate(site.of("banner")))
    if site.recent():
        out += card("Đọc nhiều", "".join(f'<div class="ant-card-meta"><div class="ant-card-meta-title"><a href="{n.address}">{e(n.title)}</a></div>'
                                         f'<div class="ant-card-meta-description">{n.moment:%d/%m/%Y}</div></div>' for n in site.recent(6)[2:]))
    return out + card("Liên kết", "".join(f'<p><a href="{url}" target="_blank" rel="noreferrer">{e(label)}</a></p>' for label, url in site.links))


def footer(site):
    unit = site.unit
    more = "" if site.bare_footer else f'<p>{icon("environment")} {unit.street}</p><p>{icon("phone")} {unit.phone}</p><p>{icon("mail")} {unit.email}</p>'
    links = "".join(f'<a href="{s.address}">{e(s.label)}</a><div class="ant-divider ant-divider-vertical"></div>' for s in site.of("footer"))
    return (f'<h4 class="ant-typography">{e(unit.name.upper())}</h4>{more}<div>{links}</div><p>Chịu trách nhiệm chính: Trưởng Ban Biên tập. Ghi rõ nguồn khi '
            f'đăng lại.</p><p>©{site.moment.year} Bản quyền thuộc về {e(unit.short)}</p>')
