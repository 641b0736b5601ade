"""A page typed in an editor: bold words with a colon, dashes for items; a plain list."""
from html import escape as e

from build import LABELS, filing, link, told


def page(title, body):
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{e(title)} – Sở Xây dựng</title></head><body class="wp"><header class="site-header"><a href="/">Trang chủ</a></header>
<nav id="site-navigation"><ul><li><a href="/dich-vu-cong/">Dịch vụ công</a></li><li><a href="/tin.html">Tin tức</a></li></ul></nav><article class="post"><div class="entry-content">{body}</div></article><footer>Sở Xây dựng</footer></body></html>"""


def title(procedure):
    return procedure.name


def listing(rows):
    out = "<h1>Dịch vụ công</h1><ul class='ds'>"
    for p in rows:
        level = f" ({p.declared})" if p.declared else ""
        out += f'<li>{p.code} – <a href="/dich-vu-cong/{p.slug}.html">{e(p.name)}</a>{level}</li>'
    return out + "</ul>"


def detail(p):
    out = f"<h1 class='entry-title'>{e(p.name)}</h1><p><strong>Mã số thủ tục:</strong> {p.code}</p><p><strong>Lĩnh vực:</strong> {e(p.field)}</p>"
    if p.declared:
        out += f"<p><strong>Mức độ:</strong> {p.declared}</p>"
    for number, (part, label) in enumerate(LABELS.items(), 1):
        if part == "forms" and p.forms:
            out += f"<p><strong>{number}. {label}:</strong></p>" + "".join(f"<p>- {link(form)}</p>" for form in p.forms)
        elif part in p.lines:
            lines = p.lines[part]
            if len(lines) == 1:
                out += f"<p><strong>{number}. {label}:</strong> {e(lines[0])}</p>"
            else:
                out += f"<p><strong>{number}. {label}:</strong></p>" + "".join(f"<p>- {e(line)}</p>" for line in lines)
    return out + "".join(f"<p><em>{line}</em></p>" for line in told(p)) + f"<p>{filing(p)}</p><p>Chia sẻ: Facebook</p>"
