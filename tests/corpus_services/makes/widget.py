"""A script's accordion of headings and panels without any ids; entries that are links as a whole."""
from html import escape as e

from build import LABELS, filing, link, told


def page(title, body):
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{e(title)} — Sở Xây dựng</title><script src="/ui.js"></script></head><body><div class="page"><div class="page-header"><a class="logo" href="/">Sở Xây dựng</a></div><div class="page-menu" role="navigation"><a href="/dich-vu-cong/">Dịch vụ công trực tuyến</a><a href="/tin.html">Tin tức</a></div><div class="page-body">{body}</div><div class="page-footer">Liên hệ</div></div></body></html>"""


def title(procedure):
    return procedure.name


def listing(rows):
    out = "<h1>Dịch vụ công trực tuyến</h1><div class='grid'>"
    for p in rows:
        out += f'<a class="box" href="/dich-vu-cong/{p.slug}.html"><span class="box-code">{p.code}</span><span class="box-name">{e(p.name)}</span>' + (f'<span class="box-level">{p.declared}</span>' if p.declared else "") + "</a>"
    return out + "</div>"


def detail(p):
    out = f"<h1>{e(p.name)}</h1><table class='head'><tr><th>Mã thủ tục</th><td>{p.code}</td></tr><tr><th>Lĩnh vực</th><td>{e(p.field)}</td></tr>" + (f"<tr><th>Mức độ</th><td>{p.declared}</td></tr>" if p.declared else "") + "</table><div class='ui-accordion'>"
    for part, label in LABELS.items():
        if part == "forms" and p.forms:
            body = "".join(f"<div>{link(form)}</div>" for form in p.forms)
        elif part in p.lines:
            body = "".join(f"<div>{e(line)}</div>" for line in p.lines[part])
        else:
            continue
        out += f'<h3 class="ui-accordion-header"><span class="icon"></span>{label}</h3><div class="ui-accordion-content" style="display: none">{body}</div>'
    return out + "</div>" + "".join(f"<p>{line}</p>" for line in told(p)) + f"<p>{filing(p)}</p>"
