"""Divs for labels and items, rows of a view in the list, a side block of other things."""
from html import escape as e

from build import LABELS, filing, link, told


def page(title, body):
    return f"""<!DOCTYPE html><html lang="vi" dir="ltr"><head><meta charset="utf-8"><title>{e(title)} | Cổng</title></head><body><div class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner"><a href="/">Trang chủ</a></header>
<div class="region region-primary-menu"><nav role="navigation"><ul><li><a href="/dich-vu-cong/">Dịch vụ công</a></li><li><a href="/tin.html">Tin tức</a></li></ul></nav></div><main role="main"><div class="layout-content"><div class="region region-content">{body}</div></div></main><footer role="contentinfo">Sở Xây dựng</footer></div></div></body></html>"""


def title(procedure):
    return procedure.name


def listing(rows):
    out = '<h1 class="page-title">Dịch vụ công</h1><div class="views-element-container"><div class="view-content">'
    for p in rows:
        out += f'<div class="views-row"><div class="views-field views-field-ma"><span class="field-content">{p.code}</span></div><div class="views-field views-field-title"><span class="field-content"><a href="/dich-vu-cong/{p.slug}.html" hreflang="vi">{e(p.name)}</a></span></div>' + (f'<div class="views-field"><span class="views-label">Mức độ: </span><span class="field-content">{p.declared}</span></div>' if p.declared else "") + "</div>"
    return out + "</div></div>"


def field(label, items):
    return f'<div class="field field--label-above"><div class="field__label">{label}</div><div class="field__items">' + "".join(f'<div class="field__item">{item}</div>' for item in items) + "</div></div>"


def detail(p):
    out = f'<h1 class="page-title"><span>{e(p.name)}</span></h1><article class="node"><div class="node__content">' + field("Mã thủ tục", [p.code]) + field("Lĩnh vực", [e(p.field)])
    if p.declared:
        out += field("Mức độ dịch vụ công", [p.declared])
    for part, label in LABELS.items():
        if part == "forms" and p.forms:
            out += field(label, [f'<span class="file">{link(form)}</span>' for form in p.forms])
        elif part in p.lines:
            out += field(label, [e(line) for line in p.lines[part]])
    return out + "</div></article>" + "".join(f"<p>{line}</p>" for line in told(p)) + f'<div class="links">{filing(p)}</div>'
