"""Headings with numbers and letters, longer titles of the law's annexes; an ordered list."""
from html import escape as e

from build import filing, forms, told

TITLES = {"steps": "1.1. Trình tự thực hiện", "means": "1.2. Cách thức thực hiện", "dossier": "1.3. Thành phần hồ sơ", "copies": "Số lượng hồ sơ", "time-limit": "1.4. Thời hạn giải quyết", "subjects": "1.5. Đối tượng thực hiện thủ tục hành chính",
          "agency": "1.6. Cơ quan giải quyết thủ tục hành chính", "result": "1.7. Kết quả thực hiện thủ tục hành chính", "fees": "1.8. Phí, lệ phí (nếu có)", "forms": "1.9. Tên mẫu đơn, mẫu tờ khai (đính kèm)",
          "conditions": "1.10. Yêu cầu, điều kiện thực hiện thủ tục hành chính (nếu có)", "legal-basis": "1.11. Căn cứ pháp lý của thủ tục hành chính", "decision": "1.12. Quyết định công bố", "intake": "1.13. Hình thức tiếp nhận hồ sơ và trả kết quả"}


def page(title, body):
    return f"""<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{e(title)}</title></head><body><div class="site-banner">Sở Xây dựng</div><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/dich-vu-cong/">Bộ TTHC</a></li><li><a href="/tin.html">Tin tức</a></li></ul></nav><div role="main">{body}</div></body></html>"""


def title(procedure):
    return f"Thủ tục: {procedure.name}"


def listing(rows):
    out = "<h1>Bộ thủ tục hành chính</h1><ol>"
    for p in rows:
        out += f'<li><a href="/dich-vu-cong/{p.slug}.html">{e(p.name)} ({p.code})</a>' + (f" – {p.declared}" if p.declared else "") + "</li>"
    return out + "</ol>"


def detail(p):
    out = f"<h2>1. {e(p.name)} – {p.code}</h2>" + (f"<p>Mức độ cung cấp dịch vụ công trực tuyến: {p.declared}</p>" if p.declared else "")
    for part, label in TITLES.items():
        if part == "forms" and p.forms:
            out += f"<h4>{label}</h4><ul>{forms(p)}</ul>"
        elif part in p.lines:
            lines = p.lines[part]
            out += f"<h4>{label}</h4>" + ("<ul>" + "".join(f"<li>{e(line)}</li>" for line in lines) + "</ul>" if len(lines) > 1 else f"<div>{e(lines[0])}</div>" if lines else "")
    return out + "<hr>" + "".join(f"<p>{line}</p>" for line in told(p)) + filing(p)
