"""Bootstrap: cards in the list, an accordion whose buttons name their panels by data-bs-target."""
from html import escape as e

from build import LABELS, filing, forms, told


def page(title, body):
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{e(title)} | Sở Xây dựng</title></head><body>
<nav class="navbar"><a class="nav-link" href="/">Trang chủ</a><a class="nav-link" href="/dich-vu-cong/">Thủ tục hành chính</a><a class="nav-link" href="/tin.html">Tin tức</a></nav>
<div class="container">{body}</div><footer class="footer">Sở Xây dựng</footer></body></html>"""


def title(procedure):
    return procedure.name


def listing(rows):
    out = "<h1>Danh mục dịch vụ công</h1><div class='row'>"
    for p in rows:
        badge = f'<span class="badge bg-success">{p.declared}</span>' if p.declared else ""
        out += f'<div class="col-md-6"><div class="card"><div class="card-header"><small>Mã: {p.code}</small> {badge}</div><div class="card-body"><h5 class="card-title"><a href="/dich-vu-cong/{p.slug}.html">{e(p.name)}</a></h5><p>Lĩnh vực: {e(p.field)}</p></div></div></div>'
    return out + "</div>"


def detail(p):
    badge = f'<span class="badge">{p.declared}</span>' if p.declared else ""
    out = f'<h1>{e(p.name)}</h1><p class="meta">Mã thủ tục: <b>{p.code}</b> {badge}</p><p>Lĩnh vực: {e(p.field)}</p><div class="accordion" id="acc">'
    for part, label in LABELS.items():
        if part == "forms" and p.forms:
            body = f"<ul>{forms(p)}</ul>"
        elif part in p.lines:
            body = "<ul>" + "".join(f"<li>{e(line)}</li>" for line in p.lines[part]) + "</ul>"
        else:
            continue
        out += f'<div class="accordion-item"><h2 class="accordion-header" id="h-{part}"><button class="accordion-button collapsed" type="button" data-bs-toggle="collapse" data-bs-target="#c-{part}" aria-expanded="false" aria-controls="c-{part}">{label}</button></h2><div id="c-{part}" class="accordion-collapse collapse" aria-labelledby="h-{part}" data-bs-parent="#acc"><div class="accordion-body">{body}</div></div></div>'
    return out + "</div>" + "".join(f"<p>{line}</p>" for line in told(p)) + f'<div class="actions">{filing(p)} <a href="/dich-vu-cong/">Quay lại</a></div>'
