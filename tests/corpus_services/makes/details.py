"""HTML 5 without script: details and summary; a list of definition blocks."""
from html import escape as e

from build import LABELS, filing, forms, told


def page(title, body):
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{e(title)} · Minh Giang</title></head><body><header><p>Sở Xây dựng</p><nav><a href="/">Trang chủ</a> · <a href="/dich-vu-cong/">Thủ tục hành chính</a> · <a href="/tin.html">Tin tức</a></nav></header><main id="main">{body}</main><footer><small>© 2026</small></footer></body></html>"""


def title(procedure):
    return procedure.name


def listing(rows):
    out = "<h1>Thủ tục hành chính</h1><section>"
    for p in rows:
        out += f'<article><h3><a href="/dich-vu-cong/{p.slug}.html">{e(p.name)}</a></h3><dl><dt>Mã thủ tục</dt><dd>{p.code}</dd><dt>Lĩnh vực</dt><dd>{e(p.field)}</dd>' + (f"<dt>Mức độ</dt><dd>{p.declared}</dd>" if p.declared else "") + "</dl></article>"
    return out + "</section>"


def detail(p):
    out = f"<h1>{e(p.name)}</h1><ul class='facts'><li>Mã thủ tục: {p.code}</li><li>Lĩnh vực: {e(p.field)}</li>" + (f"<li>Mức độ: {p.declared}</li>" if p.declared else "") + "</ul>"
    for part, label in LABELS.items():
        if part == "forms" and p.forms:
            out += f"<details><summary>{label}</summary><ol>{forms(p)}</ol></details>"
        elif part in p.lines:
            out += f"<details open><summary>{label}</summary>" + "".join(f"<p>{e(line)}</p>" for line in p.lines[part]) + "</details>"
    return out + "<aside-note>" + " ".join(told(p)) + "</aside-note>" + f"<p>{filing(p)}</p>"
