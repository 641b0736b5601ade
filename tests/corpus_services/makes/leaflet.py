"""A leaflet of an office: the number of the procedure before its name, the code behind it in brackets or with a dash, small headings."""
from html import escape as e

from build import LABELS, filing, forms, told


def page(title, body):
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{e(title)} – UBND xã</title></head><body><div id="top"><a href="/">Trang chủ</a></div><div id="nav" class="menu"><ul><li><a href="/dich-vu-cong/">Thủ tục hành chính</a></li><li><a href="/tin.html">Tin</a></li></ul></div><div id="center">{body}</div><div id="bottom">UBND xã</div></body></html>"""


def title(procedure):
    return procedure.name


def listing(rows):
    return "<h1>Thủ tục hành chính</h1>" + "".join(f'<p>{i}. <a href="/dich-vu-cong/{p.slug}.html">{e(p.name)}</a> ({p.code}){" – " + p.declared if p.declared else ""}</p>' for i, p in enumerate(rows, 1))


def detail(p):
    number = int(p.code[-2:]) + 1
    out = f"<h2>{number}. {e(p.name)} ({p.code})</h2>" if number % 2 else f"<h3 class='tieu-de'>{number}. {e(p.name)} - {p.code}</h3>"
    out += f"<div><i>Lĩnh vực:</i> {e(p.field)}</div>" + (f"<div><i>Mức độ:</i> {p.declared}</div>" if p.declared else "")
    for letter, (part, label) in zip("abcdeghiklmnopq", LABELS.items()):
        if part == "forms" and p.forms:
            out += f"<h5>{letter}) {label}:</h5><ul>{forms(p)}</ul>"
        elif part in p.lines:
            out += f"<h5>{letter}) {label}:</h5>" + "".join(f"<div>{e(line)}</div>" for line in p.lines[part])
    return out + "<h5>Ghi chú</h5>" + "".join(f"<div>{line}</div>" for line in told(p)) + f"<div>{filing(p)}</div>"
