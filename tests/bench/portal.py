#!/usr/bin/env python3
"""Makes the portal that the benchmark crawls: N pages of 30 to 80 KB with about 80 links each, the same bytes for
the same N and seed. Every page is reached by links of the pages before it; sitemap.xml names them all.
usage: portal.py <pages> <folder> <address> [seed]"""
import itertools
import pathlib
import random
import sys

SECTIONS = {
    "gioi-thieu": "Giới thiệu", "tin-tuc": "Tin tức - Sự kiện", "chi-dao-dieu-hanh": "Chỉ đạo, điều hành", "van-ban": "Văn bản",
    "quy-hoach": "Chiến lược, quy hoạch, kế hoạch", "du-an": "Dự án, đấu thầu, mua sắm công", "dich-vu-cong": "Dịch vụ công trực tuyến",
    "hoi-dap": "Trao đổi - Hỏi đáp", "gop-y-du-thao": "Góp ý dự thảo văn bản", "thong-ke": "Thông tin thống kê",
    "tuyen-truyen": "Phổ biến, hướng dẫn pháp luật", "de-tai-khoa-hoc": "Chương trình, đề tài khoa học",
}
FIXED = {
    "chuc-nang-nhiem-vu": "Chức năng, nhiệm vụ", "co-cau-to-chuc": "Cơ cấu tổ chức", "lanh-dao-so": "Lãnh đạo Sở", "lich-cong-tac": "Lịch công tác",
    "lich-tiep-cong-dan": "Lịch tiếp công dân", "khen-thuong-xu-phat": "Khen thưởng, xử phạt", "tra-loi-kien-nghi": "Trả lời phản ánh, kiến nghị",
    "danh-ba": "Danh bạ điện tử", "lien-he": "Liên hệ", "so-do-cong": "Sơ đồ cổng", "don-vi-truc-thuoc": "Đơn vị trực thuộc",
    "tim-kiem": "Tìm kiếm", "chinh-sach-bao-mat": "Chính sách bảo mật", "dieu-khoan-su-dung": "Điều khoản sử dụng",
}
SYLLABLES = """công trình xây dựng nhà ở giao thông quy hoạch kế hoạch ủy ban nhân dân tỉnh huyện xã phường thị trấn sở phòng ban văn bản nghị
định thông tư quyết định chỉ thị báo cáo tổng kết hướng dẫn tổ chức cá nhân doanh nghiệp đầu tư phát triển đất đai môi trường tài nguyên kiểm tra
giám sát thanh tra chất lượng an toàn lao động vật liệu hạ tầng kỹ thuật đô thị nông thôn cấp phép thủ tục hành chính hồ sơ tiếp nhận giải quyết
trả kết quả trực tuyến mức độ ứng dụng chuyển đổi số dữ liệu hội nghị triển khai nhiệm vụ trọng tâm thời gian tới đồng chí giám đốc phó trưởng
chủ trì phát biểu yêu cầu đơn vị liên quan phối hợp thực hiện nghiêm túc hiệu quả theo đúng tiến độ được phê duyệt và các của trong với cho từ
những về tại khi nếu phải cần không có người hộ gia đình khu vực miền núi hải đảo nước sạch điện cầu đường""".split()
ROWS = 24       # entries of a list page
RELATED = 10


class Words:
    """Sentences and headlines of a seed; a pool, so that 8,000 pages take seconds."""

    def __init__(self, rng):
        def words(least, most):
            text = " ".join(rng.choices(SYLLABLES, k=rng.randint(least, most)))
            return text[0].upper() + text[1:]
        self.sentences = [words(12, 32) + "." for _ in range(4000)]
        self.titles = [words(8, 16) for _ in range(4000)]


def menu():
    entries = []
    fixed = iter(FIXED.items())
    for slug, name in SECTIONS.items():
        below = "".join(f'<li class="menu-item level-2"><a class="menu-link" href="/{s}.html" title="{n}">{n}</a></li>'
                        for s, n in itertools.islice(fixed, 2))
        below = f'\n        <ul class="sub-menu dropdown">{below}</ul>' if below else ""
        entries.append(f'      <li class="menu-item has-children level-1"><a class="menu-link" href="/{slug}/">{name}</a>{below}</li>')
    return "\n".join(entries)


TOP = f"""<header class="site-header" id="header">
  <div class="top-bar"><div class="container"><span class="date">Thứ Hai, 23/11/2026</span>
    <ul class="tools"><li><a href="/so-do-cong.html">Sơ đồ cổng</a></li><li><a href="/lien-he.html">Liên hệ</a></li></ul>
    <form class="search-form" role="search" action="/tim-kiem.html" method="get"><label for="q">Tìm kiếm</label>
      <input type="search" id="q" name="q" placeholder="Nhập từ khóa"><button type="submit" class="btn btn-search">Tìm kiếm</button></form>
  </div></div>
  <div class="banner"><div class="logo-text"><p class="parent">Ủy ban nhân dân tỉnh Minh Giang</p><p class="agency">Sở Xây dựng tỉnh Minh Giang</p></div></div>
  <nav class="main-menu navbar" aria-label="Menu chính"><ul class="menu nav">
      <li class="menu-item level-1"><a class="menu-link" href="/">Trang chủ</a></li>
{menu()}
  </ul></nav>
</header>
"""
FOOT = """<footer class="site-footer" id="footer"><div class="container">
  <p class="agency">Cổng thông tin điện tử Sở Xây dựng tỉnh Minh Giang</p>
  <p>Cơ quan chủ quản: Ủy ban nhân dân tỉnh Minh Giang. Chịu trách nhiệm chính: Ông Nguyễn Văn An, Giám đốc Sở.</p>
  <address>Địa chỉ: Số 12, đường Lê Lợi, thành phố Minh Giang. Điện thoại: 0200 3 123 456. Thư điện tử:
    <a href="mailto:soxaydung@minhgiang.example">soxaydung@minhgiang.example</a></address>
  <p>Ghi rõ nguồn "Cổng thông tin điện tử Sở Xây dựng" khi phát hành lại thông tin từ các nguồn này.</p>
  <ul class="footer-links"><li><a href="/chinh-sach-bao-mat.html">Chính sách bảo mật</a></li><li><a href="/dieu-khoan-su-dung.html">Điều khoản sử dụng</a></li>
    <li><a href="/so-do-cong.html">Sơ đồ cổng</a></li><li><a href="/danh-ba.html">Danh bạ điện tử</a></li></ul>
</div></footer>
"""


class Page:
    def __init__(self, path, title, section=None, shown=(), turn=()):
        self.path, self.title, self.section, self.shown, self.turn = path, title, section, shown, turn


def plan(count, words):
    """The pages in order: home, fixed ones, then each section's list pages, then its details."""
    pages = [Page("/", "Cổng thông tin điện tử Sở Xây dựng tỉnh Minh Giang")]
    pages += [Page(f"/{slug}.html", name) for slug, name in FIXED.items()]
    rest = count - len(pages)
    for number, (slug, name) in enumerate(SECTIONS.items()):
        here = rest // len(SECTIONS) + (number < rest % len(SECTIONS))
        lists = -(-here // (ROWS + 1))
        details = [Page(f"/{slug}/{2026 - i % 6}/bai-{i:05}.html", words.titles[(i * 13 + number * 331) % len(words.titles)], slug)
                   for i in range(here - lists)]
        for at in range(lists):
            turn = [(f"/{slug}/" if to == 0 else f"/{slug}/trang-{to + 1}.html", str(to + 1))
                    for to in sorted({0, *range(max(0, at - 3), min(lists, at + 4)), lists - 1})]
            pages.append(Page(turn[[t[1] for t in turn].index(str(at + 1))][0], name if at == 0 else f"{name} - trang {at + 1}", slug,
                              details[at * ROWS:(at + 1) * ROWS], turn))
        pages += details
    return pages


def prose(rng, words, room):
    """Paragraphs, lists and tables of about `room` bytes."""
    out, size = [], 0
    while size < room:
        kind = rng.random()
        some = rng.choices(words.sentences, k=rng.randint(3, 7))
        if kind < 0.72:
            part = f'<p class="text-justify" style="text-align: justify;">{" ".join(some)}</p>'
        elif kind < 0.80:
            part = f'<h3 class="heading">{rng.choice(words.titles)}</h3><p><strong>{some[0]}</strong> <em>{some[1]}</em> {some[2]}</p>'
        elif kind < 0.90:
            part = "<ul>" + "".join(f"<li>{line}</li>" for line in some) + "</ul>"
        else:
            part = '<table class="table table-bordered"><tbody>' + "".join(
                f'<tr><td style="width: 8%;">{i + 1}</td><td>{line}</td><td>{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/2026</td></tr>'
                for i, line in enumerate(some)) + "</tbody></table>"
        out.append(part)
        size += len(part.encode())
    return "\n".join(out)


def entry(rng, words, page):
    day = f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/2026"
    return (f'<article class="news-item"><h3 class="title"><a href="{page.path}" title="{page.title}">{page.title}</a></h3>'
            f'<span class="date">{day}</span><div class="summary">{rng.choice(words.sentences)}</div></article>')


def html(page, pages, words, seed):
    rng = random.Random(f"{seed} {page.path}")
    latest = [pages[rng.randrange(len(pages))] for _ in range(RELATED)]
    related = [pages[rng.randrange(len(pages))] for _ in range(RELATED if page.shown else RELATED + 22)]
    crumb = f'<li><a href="/{page.section}/">{SECTIONS[page.section]}</a></li>' if page.section else ""
    day = f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/2026"
    listing = "\n".join(entry(rng, words, shown) for shown in page.shown)
    turning = "".join(f'<li class="page-item"><a class="page-link" href="{to}">{name}</a></li>' for to, name in page.turn)
    turning = f'<ul class="pagination">{turning}</ul>' if turning else ""
    links = "\n".join(f'<li><a href="{other.path}">{other.title}</a></li>' for other in related)
    side = "\n".join(f'<li class="side-item"><a href="{other.path}">{other.title}</a> <span class="date">{day}</span></li>' for other in latest)
    room = rng.randint(30_000, 80_000) - 14_000 - len(listing.encode())
    return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{page.title} - Sở Xây dựng tỉnh Minh Giang</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="{rng.choice(words.sentences)}">
<meta property="article:published_time" content="2026-{day[3:5]}-{day[:2]}T08:00:00+07:00">
<style>body {{ font-family: sans-serif; }} .container {{ max-width: 1200px; margin: 0 auto; }}</style></head>
<body class="page">
{TOP}<div class="container columns">
<ol class="breadcrumb"><li><a href="/">Trang chủ</a></li>{crumb}</ol>
<main id="noi-dung" class="main-content"><h1 class="page-title">{page.title}</h1><p class="meta"><time datetime="2026-{day[3:5]}-{day[:2]}">{day}</time></p>
<div class="detail-content">
{listing}
{prose(rng, words, room)}
</div>
{turning}
<section class="related"><h2>Tin liên quan</h2><ul>
{links}
</ul></section></main>
<aside class="sidebar" id="sidebar"><h2>Tin mới nhất</h2><ul class="side-list">
{side}
</ul></aside>
</div>
{FOOT}<script>document.documentElement.className += " js"; for (var i = 0; i < 3; i++) {{ if (i < 2) {{ continue; }} }}</script>
</body></html>
"""


def make(count, folder, address, seed=1):
    """Writes the portal and gives the paths of its pages in order."""
    folder = pathlib.Path(folder)
    words = Words(random.Random(seed))
    pages = plan(count, words)
    for page in pages:
        path = folder / (page.path[1:] + "index.html" if page.path.endswith("/") else page.path[1:])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html(page, pages, words, seed))
    known = "".join(f"<url><loc>{address}{page.path}</loc></url>\n" for page in pages)
    (folder / "sitemap.xml").write_text('<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
                                        + known + "</urlset>\n")
    (folder / "robots.txt").write_text(f"User-agent: *\nDisallow: /quan-tri/\nSitemap: {address}/sitemap.xml\n")
    return [page.path for page in pages]


if __name__ == "__main__":
    make(int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else 1)
