"""In the manner of the national portal: rows of label and value, blocks with titles, time and fees in a table of ways."""
from html import escape as e

from build import LABELS, filing, link, told


def page(title, body):
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{e(title)} - Cổng dịch vụ công</title></head><body>
<header><a href="/">Trang chủ</a></header><nav class="main-nav"><ul><li><a href="/dich-vu-cong/">Dịch vụ công trực tuyến</a></li><li><a href="/tin.html">Tin tức</a></li></ul></nav>
<main>{body}</main><footer>Địa chỉ: 1 đường Bờ Sông</footer></body></html>"""


def title(procedure):
    return "Chi tiết thủ tục hành chính"


def listing(rows):
    body = "".join(f'<tr><td>{p.code}</td><td><a href="/dich-vu-cong/{p.slug}.html">{e(p.name)}</a></td><td>{e(p.field)}</td><td>{p.admin_level}</td><td><span class="badge">{p.declared}</span></td><td>{filing(p)}</td></tr>' for p in rows)
    return f"<h1>Thủ tục hành chính</h1><table class='table'><thead><tr><th>Mã thủ tục</th><th>Tên thủ tục</th><th>Lĩnh vực</th><th>Cấp thực hiện</th><th>Mức độ</th><th></th></tr></thead><tbody>{body}</tbody></table>"


def row(label, value):
    return f'<div class="row"><div class="col-sm-3 title">{label}</div><div class="col-sm-9">{value}</div></div>'


def block(label, body):
    return f'<h2 class="main-title-sub">{label}</h2><div class="article">{body}</div>'


def detail(p):
    out = '<h1 class="main-title">Chi tiết thủ tục hành chính</h1>' + row("Mã thủ tục:", p.code) + row("Tên thủ tục:", e(p.name)) + row("Lĩnh vực:", e(p.field)) + row("Cấp thực hiện:", p.admin_level)
    if p.declared:
        out += row("Mức độ:", p.declared)
    for part, label in (("decision", "Số quyết định:"), ("subjects", "Đối tượng thực hiện:"), ("agency", "Cơ quan thực hiện:"), ("copies", "Số lượng hồ sơ:"), ("intake", "Hình thức nhận hồ sơ:")):
        if part in p.lines:
            out += row(label, e("; ".join(p.lines[part])))
    if "steps" in p.lines:
        out += block("Trình tự thực hiện", "".join(f"<p>{e(line)}</p>" for line in p.lines["steps"]))
    columns = [part for part in ("time-limit", "fees") if part in p.lines]
    if "means" in p.lines:
        heads = "".join(f"<th>{ {'time-limit': 'Thời gian', 'fees': 'Phí, lệ phí'}[part]}</th>" for part in columns)
        cells = "".join(f"<td>{e('; '.join(p.lines[part]))}</td>" for part in columns)
        ways = "".join(f"<tr><td>{e(way)}</td>{cells}</tr>" for way in p.lines["means"]) if columns or p.parts["means"] == "shown" else ""
        if p.parts["means"] != "shown":
            out += block("Cách thức thực hiện", "".join(f"<p>{e(line)}</p>" for line in p.lines["means"]))
            out += "".join(block(LABELS[part], f"<p>{e('; '.join(p.lines[part]))}</p>") for part in columns)
        else:
            out += block("Cách thức thực hiện", f"<table><thead><tr><th>Hình thức nộp</th>{heads}</tr></thead><tbody>{ways}</tbody></table>")
    else:
        out += "".join(block(LABELS[part], f"<p>{e('; '.join(p.lines[part]))}</p>") for part in columns)
    if "dossier" in p.lines:
        out += block("Thành phần hồ sơ", "".join(f"<p>{e(line)}</p>" for line in p.lines["dossier"]))
    if p.forms:
        out += block("Biểu mẫu đính kèm", "".join(f"<p>{link(form)}</p>" for form in p.forms))
    elif "forms" in p.lines:
        out += block("Biểu mẫu đính kèm", f"<p>{p.lines['forms'][0]}</p>")
    for part in ("result", "legal-basis", "conditions"):
        if part in p.lines:
            out += block(LABELS[part], "".join(f"<p>{e(line)}</p>" for line in p.lines[part]))
    return out + "".join(f'<p class="note">{line}</p>' for line in told(p)).replace('<p class="note">', '<h2>Lưu ý</h2><p class="note">', 1) + filing(p)
