"""Server controls: spans with generated ids, a grid without a head row of its own."""
from html import escape as e

from build import LABELS, filing, link, told


def page(title, body):
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{e(title)}</title></head><body><div class="header"><span id="ctl00_lblCoQuan">Sở Xây dựng</span></div><div class="menu"><a id="ctl00_m1" href="/">Trang chủ</a><a id="ctl00_m2" href="/dich-vu-cong/">Thủ tục hành chính</a><a href="/tin.html">Tin</a></div><div id="ctl00_ContentPlaceHolder1_pnl">{body}</div><div class="footer"><span>Sở Xây dựng</span></div></body></html>"""


def title(procedure):
    return "Chi tiết thủ tục"


def listing(rows):
    out = '<h1>Danh sách thủ tục</h1><table id="ctl00_grv" cellspacing="0"><tr class="GridHeader"><th>Mã số</th><th>Thủ tục</th><th>Cơ quan</th><th>Mức độ</th></tr>'
    for i, p in enumerate(rows):
        out += f'<tr class="{"GridRow" if i % 2 else "GridAlt"}"><td><span id="ctl00_grv_ctl{i:02}_lblMa">{p.code}</span></td><td><a id="ctl00_grv_ctl{i:02}_lnk" href="/dich-vu-cong/{p.slug}.html">{e(p.name)}</a></td><td>Sở Xây dựng tỉnh Minh Giang</td><td><span>{p.declared}</span></td></tr>'
    return out + "</table>"


def line_of(label, value, key):
    return f'<div class="dong"><span class="lblTieuDe" id="ctl00_l_{key}">{label}:</span> <span id="ctl00_v_{key}">{value}</span></div>'


def detail(p):
    out = "<h1>Chi tiết thủ tục hành chính</h1>" + line_of("Tên thủ tục", e(p.name), "ten") + line_of("Mã thủ tục", p.code, "ma")
    if p.declared:
        out += line_of("Mức độ", p.declared, "md")
    for part, label in LABELS.items():
        if part == "forms" and p.forms:
            out += line_of(label, "<br/>".join(link(form) for form in p.forms), part)
        elif part in p.lines:
            out += line_of(label, "<br/>".join(e(line) for line in p.lines[part]), part)
    return out + "".join(f"<span class='ghichu'>{line}</span><br/>" for line in told(p)) + filing(p)
