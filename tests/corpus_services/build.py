"""Writes one portal of the corpus: pages by a make, files of forms, and the truth."""
import html
import importlib
import json

LABELS = {"steps": "Trình tự thực hiện", "means": "Cách thức thực hiện", "dossier": "Thành phần hồ sơ", "copies": "Số lượng hồ sơ", "time-limit": "Thời hạn giải quyết",
          "subjects": "Đối tượng thực hiện", "agency": "Cơ quan thực hiện", "result": "Kết quả thực hiện", "fees": "Phí, lệ phí", "forms": "Tên mẫu đơn, mẫu tờ khai",
          "conditions": "Yêu cầu, điều kiện thực hiện", "legal-basis": "Căn cứ pháp lý", "decision": "Quyết định công bố", "intake": "Hình thức nhận hồ sơ, trả kết quả"}
FILES = {".pdf": b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n", ".docx": b"PK\x03\x04 mau", ".odt": b"PK\x03\x04 mau", ".doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 mau"}
TITLES = {"form": "Nộp hồ sơ", "login": "Nộp hồ sơ trực tuyến", "national": "Nộp hồ sơ", "outside": "Nộp hồ sơ trực tuyến", "script": "Nộp hồ sơ", "broken": "Đăng ký trực tuyến"}


def filing(procedure):
    """The link by which a file is sent in; nothing where there is none."""
    href = {"form": f"/nop-ho-so/{procedure.slug}.html", "login": "/dang-nhap.html", "national": f"https://dichvucong.gov.vn/p/{procedure.code}", "outside": f"https://dichvucong.minhgiang.gov.vn/{procedure.code}",
            "script": "javascript:void(0)", "broken": f"/nop-ho-so/khong-co-{procedure.slug}.html"}.get(procedure.filing)
    return f'<a class="btn" href="{href}">{TITLES[procedure.filing]}</a>' if href else ""


def told(procedure):
    """Sentences on payment and delivery, where the plan has them."""
    out = []
    if procedure.has_payment:
        out.append("Thanh toán trực tuyến phí, lệ phí qua nền tảng thanh toán.")
    if procedure.has_delivery:
        out.append("Trả kết quả bản điện tử hoặc qua dịch vụ bưu chính.")
    return out


def forms(procedure):
    """The forms as list items."""
    return "".join(f"<li>{link(form)}</li>" for form in procedure.forms)


def link(form):
    return f'<a href="{form.href}">{html.escape(form.name)}</a>' if form.href else html.escape(form.name)


def filled(page, procedure):
    fields = "".join(f'<p><label>{name} <input name="f{i}"></label></p>' for i, name in enumerate(["Người nộp hồ sơ", "Địa chỉ", "Điện thoại"]))
    return page("Nộp hồ sơ", f'<form method="post" action="/gui">{fields}<p><label>Tệp đính kèm <input type="file" name="tep"></label></p><button>Gửi hồ sơ</button></form>')


def build(make, number, procedures):
    """Pages by path, and the truth."""
    module = importlib.import_module(f"makes.{make}")
    page = module.page
    size, pages = 6, {}
    chunks = [procedures[i:i + size] for i in range(0, len(procedures), size)]
    pages["index.html"] = page("Sở Xây dựng tỉnh Minh Giang", "<p>Chào mừng đến với cổng thông tin của Sở.</p>")
    for i, chunk in enumerate(chunks):
        paging = "".join(f'<a href="/dich-vu-cong/{"" if k == 0 else f"trang-{k + 1}.html"}">{k + 1}</a> ' for k in range(len(chunks)))
        body = module.listing(chunk) + f'<div class="pagination">{paging}</div>'
        pages["dich-vu-cong/index.html" if i == 0 else f"dich-vu-cong/trang-{i + 1}.html"] = page("Danh mục dịch vụ công", body)
    for procedure in procedures:
        pages[f"dich-vu-cong/{procedure.slug}.html"] = page(module.title(procedure), module.detail(procedure))
        if procedure.filing == "form":
            pages[f"nop-ho-so/{procedure.slug}.html"] = filled(page, procedure)
        for form in procedure.forms:
            if form.is_sound:
                pages[form.href.lstrip("/")] = FILES[form.href[form.href.rindex("."):]]
    pages["dang-nhap.html"] = page("Đăng nhập", '<form method="post" action="/vao"><label>Tài khoản <input name="u"></label><label>Mật khẩu <input type="password" name="p"></label><button>Vào</button></form>')
    pages["tin.html"] = page("Tin tức", "<p>Sở tổ chức tập huấn về trình tự thực hiện và thời hạn giải quyết thủ tục hành chính cho công chức.</p><p>Ngày 12/11/2026.</p>")
    truth = [{"code": p.code, "name": p.name, "parts": p.parts, "level": p.level, "extent": p.extent, "page": f"/dich-vu-cong/{p.slug}.html"} for p in procedures]
    return {path: body if isinstance(body, bytes) else body.encode() for path, body in pages.items()}, truth


def write(make, number, procedures, root):
    pages, truth = build(make, number, procedures)
    for path, body in pages.items():
        target = root / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    (root / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1))
    return truth
