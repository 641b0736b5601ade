"""Controls of a server in rows of two cells, labels of other words; a grid whose head is bold cells."""
from html import escape as e

from build import LABELS, filing, link, told

OTHERS = {"steps": "Các bước thực hiện", "time-limit": "Thời gian giải quyết", "agency": "Cơ quan có thẩm quyền", "fees": "Lệ phí", "legal-basis": "Cơ sở pháp lý", "dossier": "Hồ sơ cần chuẩn bị", "forms": "Biểu mẫu kèm theo", "conditions": "Điều kiện thực hiện"}


def page(title, body):
    return f"""<html><head><meta charset="utf-8"><title>{e(title)}</title></head><body><form id="aspnetForm" method="post" action="./"><input type="hidden" name="__VIEWSTATE" value="x"><div class="banner"><span id="b">Sở Xây dựng</span></div><div class="topmenu"><a href="/">Trang chủ</a> | <a href="/dich-vu-cong/">Tra cứu thủ tục</a> | <a href="/tin.html">Tin tức</a></div><div id="main_pnl">{body}</div><div class="footer">Sở Xây dựng</div></form></body></html>"""


def title(procedure):
    return "Thông tin thủ tục hành chính"


def listing(rows):
    out = "<span class='tieude'>DANH SÁCH THỦ TỤC</span><table id='gv'><tr><td><b>STT</b></td><td><b>Mã TTHC</b></td><td><b>Tên TTHC</b></td><td><b>Mức độ</b></td></tr>"
    for i, p in enumerate(rows, 1):
        out += f"<tr><td>{i}</td><td><span>{p.code}</span></td><td><a href='/dich-vu-cong/{p.slug}.html'><span>{e(p.name)}</span></a></td><td><span>{p.declared}</span></td></tr>"
    return out + "</table>"


def detail(p):
    rows = [("Mã TTHC", p.code), ("Tên TTHC", e(p.name)), ("Lĩnh vực", e(p.field))] + ([("Mức độ DVC", p.declared)] if p.declared else [])
    for part, label in {**LABELS, **OTHERS}.items():
        if part == "forms" and p.forms:
            rows.append((label, "<br />".join(link(form) for form in p.forms)))
        elif part in p.lines:
            rows.append((label, "<br />".join(e(line) for line in p.lines[part])))
    out = "<span class='tieude'>THÔNG TIN THỦ TỤC HÀNH CHÍNH</span>"
    out += "".join(f'<div class="hang"><label class="nhan">{label}</label><span id="v{i}">{value}</span></div>' for i, (label, value) in enumerate(rows))
    return out + "<br />".join(f"<i>{line}</i>" for line in told(p)) + "<br />" + filing(p)
