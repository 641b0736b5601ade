"""Tabs whose links name their panels, most of them hidden until chosen; a list of divs."""
from html import escape as e

from build import LABELS, filing, link, told


def page(title, body):
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{e(title)} :: Dịch vụ công</title></head><body><div class="top-header"><a href="/">Trang chủ</a></div><div class="main-menu"><a href="/dich-vu-cong/">Dịch vụ công trực tuyến</a> <a href="/tin.html">Tin tức</a></div><div class="wrap">{body}</div><div class="footer">Liên hệ</div></body></html>"""


def title(procedure):
    return f"{procedure.code} {procedure.name}"


def listing(rows):
    out = "<h2>Dịch vụ công trực tuyến</h2><div class='list'>"
    for p in rows:
        out += f'<div class="item"><div class="ma">{p.code}</div><div class="ten"><a href="/dich-vu-cong/{p.slug}.html">{e(p.name)}</a></div><div class="lv">Lĩnh vực: {e(p.field)}</div>' + (f'<div class="md">{p.declared}</div>' if p.declared else "") + "</div>"
    return out + "</div>"


def detail(p):
    shown = [part for part in LABELS if part in p.lines or (part == "forms" and p.forms)]
    heads = "".join(f'<li class="nav-item"><a class="nav-link" data-toggle="tab" href="#tab-{part}">{LABELS[part]}</a></li>' for part in shown)
    out = f'<h1>{e(p.name)}</h1><div class="info">Mã thủ tục: {p.code}</div><div class="info">Lĩnh vực: {e(p.field)}</div>' + (f'<div class="info">Mức độ: {p.declared}</div>' if p.declared else "")
    out += f'<ul class="nav nav-tabs">{heads}</ul><div class="tab-content">'
    for i, part in enumerate(shown):
        body = "".join(f"<p>{link(form)}</p>" for form in p.forms) if part == "forms" and p.forms else "".join(f"<p>{e(line)}</p>" for line in p.lines[part])
        out += f'<div class="tab-pane" id="tab-{part}"' + (' style="display:none"' if i else "") + f">{body}</div>"
    return out + "</div>" + "".join(f"<p>{line}</p>" for line in told(p)) + filing(p)
