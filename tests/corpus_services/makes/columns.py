"""One table of two columns behind a number, as many departments type them; a list in a table without a head."""
from html import escape as e

from build import LABELS, filing, link, told


def page(title, body):
    return f"""<html><head><meta charset="utf-8"><title>{e(title)}</title></head><body><div id="header"><h2>SỞ XÂY DỰNG</h2></div>
<div id="menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/dich-vu-cong/">Bộ thủ tục hành chính</a></li><li><a href="/tin.html">Tin</a></li></ul></div><div id="content">{body}</div><div id="footer">Bản quyền</div></body></html>"""


def title(procedure):
    return "Bộ thủ tục hành chính"


def listing(rows):
    out = "<h1>Bộ thủ tục hành chính</h1><table border='1'><tr><td>STT</td><td>Mã TTHC</td><td>Tên thủ tục hành chính</td><td>Lĩnh vực</td><td>Mức độ DVC</td></tr>"
    for i, p in enumerate(rows, 1):
        out += f'<tr><td>{i}</td><td>{p.code}</td><td><a href="/dich-vu-cong/{p.slug}.html">{e(p.name)}</a></td><td>{e(p.field)}</td><td>{p.declared}</td></tr>'
    return out + "</table>"


def detail(p):
    rows = [("Tên thủ tục", e(p.name)), ("Mã TTHC", p.code), ("Lĩnh vực", e(p.field))]
    if p.declared:
        rows.append(("Mức độ dịch vụ công", p.declared))
    for part, label in LABELS.items():
        if part == "forms" and p.forms:
            rows.append((label, "<br>".join(link(form) for form in p.forms)))
        elif part in p.lines:
            rows.append((label, "<br>".join(("- " if len(p.lines[part]) > 1 else "") + e(line) for line in p.lines[part])))
    body = "".join(f"<tr><td>{i}</td><td>{label}</td><td>{value}</td></tr>" for i, (label, value) in enumerate(rows, 1))
    return f"<h1>Thông tin thủ tục</h1><table class='chitiet'><tr><th>STT</th><th>Mục</th><th>Nội dung</th></tr>{body}</table>" + "".join(f"<p>{line}</p>" for line in told(p)) + filing(p)
