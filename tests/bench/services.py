#!/usr/bin/env python3
"""How long judging takes, and how much memory, for a portal with many services: lists of fifty, a page for each with fourteen parts, and forms.
usage: services.py PORTALAUDIT [SERVICES]"""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

PARTS = ["Trình tự thực hiện", "Cách thức thực hiện", "Thành phần hồ sơ", "Số lượng hồ sơ", "Thời hạn giải quyết", "Đối tượng thực hiện", "Cơ quan thực hiện", "Kết quả thực hiện", "Phí, lệ phí",
         "Yêu cầu, điều kiện thực hiện", "Căn cứ pháp lý", "Quyết định công bố", "Hình thức nhận hồ sơ, trả kết quả"]
LINE = "Tổ chức, cá nhân nộp một bộ hồ sơ trực tiếp, qua bưu chính hoặc trực tuyến; cơ quan tiếp nhận xem xét và trả lời bằng văn bản. "


def page(title, body):
    return f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title><nav><a href="/">Trang chủ</a><a href="/dvc/">Dịch vụ công</a></nav><main><h1>{title}</h1>{body}</main></html>'


def write(root, services):
    (root / "dvc").mkdir(parents=True)
    (root / "m").mkdir()
    lists = (services + 49) // 50
    paging = "".join(f'<a href="/dvc/trang-{n}.html">{n}</a> ' for n in range(1, lists + 1))
    (root / "index.html").write_text(page("Tỉnh Minh Giang", "<p>Chào mừng.</p>"))
    for number in range(lists):
        rows = "".join(f'<tr><td>1.{n:06}</td><td><a href="/dvc/{n}.html">Thủ tục cấp giấy phép số {n}</a></td><td>Lĩnh vực {n % 20}</td><td>Toàn trình</td></tr>' for n in range(number * 50, min(services, number * 50 + 50)))
        text = page("Dịch vụ công", f"<table><tr><th>Mã thủ tục</th><th>Tên thủ tục</th><th>Lĩnh vực</th><th>Mức độ</th></tr>{rows}</table><p class='pagination'>{paging}</p>")
        (root / "dvc" / ("index.html" if number == 0 else f"trang-{number + 1}.html")).write_text(text)
        if number == 0:
            (root / "dvc/trang-1.html").write_text(text)
    for n in range(services):
        parts = "".join(f"<h2>{part}</h2><p>{LINE * (1 + n % 5)}</p>" for part in PARTS)
        (root / "dvc" / f"{n}.html").write_text(page(f"Thủ tục cấp giấy phép số {n}", f'<p>Mã thủ tục: 1.{n:06}</p>{parts}<h2>Tên mẫu đơn, mẫu tờ khai</h2><p><a href="/m/{n % 200}.pdf">Mẫu số {n % 200}</a></p>'))
    for n in range(200):
        (root / "m" / f"{n}.pdf").write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n")


def timed(*command):
    before = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"})
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.monotonic() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    program, services = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    with tempfile.TemporaryDirectory(prefix="portalaudit-") as scratch:
        where = pathlib.Path(scratch)
        write(where / "site", services)
        timed(program, "fetch", where / "site", "--as", "https://minhgiang.gov.vn/", "--dated", "2026-11-23", "-o", where / "p.wacz", "--max-pages", "20000", "--max-per-pattern", "20000")
        wall, cpu, memory = timed(program, "check", where / "p.wacz", "-o", where / "audit.json", "--profile", "vn-2026", "--unit-type", "province")
        print(f"{services} services: check {wall:.1f} s ({cpu:.1f} s of CPU), at most {memory:.0f} MiB; audit.json {(where / 'audit.json').stat().st_size / 1e6:.1f} MB")
        wall, cpu, memory = timed(program, "report", where / "audit.json", "-f", "html", "-o", where / "r.html")
        print(f"report.html: {wall:.1f} s, {(where / 'r.html').stat().st_size / 1e6:.1f} MB, at most {memory:.0f} MiB")
        wall, cpu, memory = timed(program, "services", where / "audit.json")
        print(f"services: {wall:.1f} s, at most {memory:.0f} MiB")
    return 0


sys.exit(main())
