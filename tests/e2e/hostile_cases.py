"""What the hostile server does, path by path. Each handler gets the exchange to answer; see hostile_server.py."""
import email.utils
import hashlib
import itertools
import random
import time
import urllib.parse
import zlib

BOMB_BYTES = 10 << 30
LARGE_BYTES = 200 << 20
PIECE = 1 << 16
LOREM = "<p>Sở thực hiện chức năng tham mưu, giúp Ủy ban nhân dân tỉnh quản lý nhà nước về ngành tại địa phương.</p>"

CASES = {}  # path -> (what it does, handler); a path that ends with / holds everything below


def case(path, about):
    def add(handler):
        CASES[path] = (about, handler)
        return handler
    return add


def digest(text):
    return hashlib.sha1(text.encode()).hexdigest()[:8]


# Traps: addresses without end

@case("/endless/", "every page links to 50 new ones below it")
def endless(x):
    x.page(f"Trang {x.path}", [f"/endless/{digest(x.path)}-{i}" for i in range(50)])


@case("/calendar", "a calendar with the months before and behind, and every day")
def calendar(x):
    month, year = int(x.query.get("month", 11)), int(x.query.get("year", 2026))
    before, behind = (year * 12 + month - 2), (year * 12 + month)
    links = [(f"/calendar?month={at % 12 + 1}&year={at // 12}", label) for at, label in ((before, "Tháng trước"), (behind, "Tháng sau"))]
    x.page(f"Lịch công tác tháng {month}/{year}", links + [(f"/calendar?day={day}&month={month}&year={year}", str(day)) for day in range(1, 29)])


@case("/session/", "a new session id in the query of every link")
def session(x):
    x.page("Phiên làm việc", [f"/session/{i}?sid={x.server.token()}" for i in range(10)])


@case("/jsession/", "a new session id in the path of every link")
def jsession(x):
    x.page("Phiên làm việc", [f"/jsession/{i};jsessionid={x.server.token()}" for i in range(10)])


@case("/list", "page numbers without end, always the same content")
def numbered(x):
    page = int(x.query.get("page", 1))
    x.page("Danh sách tin", [(f"/list?page={page + 1}", "Trang sau"), (f"/list?page={page + 10}", "Trang cuối")])


@case("/vi/", "relative links that nest: /vi/en/en/en")
def nesting(x):
    x.page("Ngôn ngữ", [("en/", "English"), ("vi/en/", "Tiếng Việt")])


@case("/sort", "orders, directions and filters in all combinations, in any order")
def sorting(x):
    axes = [("sort", ("ten", "ngay", "so", "loai")), ("dir", ("asc", "desc")), ("filter", "abcde")]
    links = []
    for order in itertools.permutations(axes):
        for values in itertools.product(*(values for _, values in order)):
            links.append("/sort?" + "&".join(f"{name}={value}" for (name, _), value in zip(order, values)))
    x.page("Tra cứu văn bản", links)


@case("/redirect/endless/", "redirects to new addresses without end")
def endless_redirects(x):
    x.redirect(f"/redirect/endless/{int(x.path.rsplit('/', 1)[1] or 0) + 1}")


@case("/links", "a million links on a page")
def million_links(x):
    x.stream(itertools.chain([b"<title>Li\xc3\xaan k\xe1\xba\xbft</title>"], ("".join(f'<a href="/links/{n + i}">{n + i}</a> ' for i in range(1000)).encode() for n in range(0, 1_000_000, 1000))))


# Lies about content

@case("/soft/", "200 for whatever does not exist")
def soft_404(x):
    x.page("Không tìm thấy trang", [f"/soft/{x.server.token()}" for _ in range(3)], "<p>Trang bạn yêu cầu không tồn tại hoặc đã bị xóa.</p>")


@case("/duplicate/", "the same page under every address")
def duplicate(x):
    x.page("Bản sao", [f"/duplicate/{i}" for i in range(20)])


@case("/canonical/", "many addresses that name one as canonical")
def canonical(x):
    x.page(f"Bài viết {x.path}", [f"/canonical/{i}" for i in range(20)], extra_head='<link rel="canonical" href="/canonical/1">')


@case("/changing", "another content each time")
def changing(x):
    x.page(f"Lượt truy cập {x.times_asked()}", text=LOREM + f"<p>{x.server.token()}</p>")


@case("/length/long", "Content-Length says more than comes")
def length_long(x):
    x.head(length=1_000_000)
    x.send(LOREM.encode())


@case("/length/short", "Content-Length says less than comes")
def length_short(x):
    x.head(length=20)
    x.send(LOREM.encode() * 100)


@case("/chunked/cut", "chunked, and broken off inside a chunk")
def chunked_cut(x):
    x.head(headers=[("Transfer-Encoding", "chunked")])
    x.send(b"5\r\n<p>ab\r\nffff\r\nonly this")


@case("/chunked/wrong", "chunked, with a size that is no number")
def chunked_wrong(x):
    x.head(headers=[("Transfer-Encoding", "chunked")])
    x.send(b"5\r\n<p>ab\r\nzz\r\nonly this\r\n0\r\n\r\n")


@case("/nul/head", "NUL bytes in the head")
def nul_head(x):
    x.send(b"HTTP/1.1 200 OK\r\nX-Nul: a\0b\r\nContent-Type: text/html\0; charset=utf-8\r\nConnection: close\r\n\r\n" + LOREM.encode())


@case("/nul/body", "NUL bytes in the body")
def nul_body(x):
    x.answer(b"<title>a\0b</title><p>\0\0\0" + LOREM.encode() + b"<a href='/ok/\0'>x</a>")


@case("/garbage", "no HTTP, but garbage")
def garbage(x):
    x.send(random.Random(1).randbytes(5000))


@case("/http09", "HTTP/0.9: a body without a head")
def http09(x):
    x.send(b"<html><body>" + LOREM.encode())


@case("/empty", "the connection closes without an answer")
def empty(_):
    pass


@case("/reset", "the connection is reset")
def reset(x):
    x.server.reset(x.connection)


# Too much, or too slow

@case("/slow/head", "the head byte by byte, without end")
def slow_head(x):
    x.send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    x.drip(itertools.repeat(ord("a")))


@case("/slow/body", "the body byte by byte, without end")
def slow_body(x):
    x.head()
    x.drip(itertools.repeat(ord("a")))


@case("/bomb", "gzip of 10 GB in 10 MB; its checksum is wrong, which is told at its end only")
def bomb(x):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    unit = packer.compress((b"<b>" * (1 << 19))[:1 << 20])
    unit += packer.flush(zlib.Z_FULL_FLUSH)
    head = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"
    x.stream(itertools.chain([head], itertools.repeat(unit, BOMB_BYTES >> 20), [b"\x03\0" + bytes(8)]), headers=[("Content-Encoding", "gzip")])


@case("/large", "a page of 200 MB")
def large(x):
    unit = (LOREM.encode() * 1000)[:PIECE]
    x.stream(itertools.repeat(unit, LARGE_BYTES // PIECE), LARGE_BYTES // PIECE * PIECE)


@case("/nested", "100,000 nested elements")
def nested(x):
    x.answer("<title>Sâu</title>" + "<div>" * 100_000 + LOREM)


@case("/header/long", "a header field of 1 MB")
def long_header(x):
    x.stream([LOREM.encode()], headers=[("X-Long", "a" * (1 << 20))])


@case("/header/many", "20,000 header fields")
def many_headers(x):
    x.stream([LOREM.encode()], headers=[(f"X-{i}", "a") for i in range(20_000)])


@case("/cookies", "500 cookies, new ones each time")
def cookies(x):
    x.page("Cookie", headers=[("Set-Cookie", f"c{x.server.token()}={'v' * 200}; Path=/") for _ in range(500)])


# Redirects to nowhere good

@case("/redirect/loop/", "a redirect loop of three")
def redirect_loop(x):
    x.redirect("/redirect/loop/" + {"a": "b", "b": "c"}.get(x.path[-1], "a"))


@case("/redirect/chain/", "a chain of 50 redirects, then a page")
def redirect_chain(x):
    number = int(x.path.rsplit("/", 1)[1] or 0)
    x.redirect(f"/redirect/chain/{number + 1}") if number < 50 else x.page("Cuối chuỗi")


FORBIDDEN = {"other-port": None, "private": "http://10.0.0.1/", "metadata": "http://169.254.169.254/latest/meta-data/", "file": "file:///etc/passwd", "script": "javascript:alert(1)"}


@case("/redirect/to/", "a redirect into the auditor's own network, to a file, to a script")
def redirect_to(x):
    x.redirect(FORBIDDEN.get(x.path.rsplit("/", 1)[1]) or x.server.addresses["other"])


# Not now, not you

@case("/retry/seconds", "429 with Retry-After in seconds, then 200")
def retry_seconds(x):
    x.answer("", 429, [("Retry-After", str(x.server.retry_after))]) if x.times_asked() == 1 else x.page("Đã chờ")


@case("/retry/date", "429 with Retry-After as a date, then 200")
def retry_date(x):
    at = email.utils.formatdate(time.time() + x.server.retry_after, usegmt=True)
    x.answer("", 429, [("Retry-After", at)]) if x.times_asked() == 1 else x.page("Đã chờ")


@case("/retry/503", "503 three times, then 200")
def retry_503(x):
    x.answer("Service Unavailable", 503) if x.times_asked() <= 3 else x.page("Trở lại")


@case("/500", "500 always")
def always_500(x):
    x.answer("Internal Server Error", 500)


@case("/blocked/captcha", "a captcha in place of the page, with 200")
def captcha(x):
    x.page("Xác minh", text='<p>Vui lòng xác minh bạn không phải là robot (CAPTCHA).</p><form><div class="g-recaptcha"></div></form>')


@case("/blocked/waf", "a firewall's 403")
def firewall(x):
    x.page("Access denied", text="<p>Access denied. The requested URL was rejected. Your support ID is: 1234567890.</p>", status=403)


@case("/private/", "everything behind a login")
def login_wall(x):
    x.redirect("/login?next=" + urllib.parse.quote(x.path))


@case("/login", "the login form")
def login(x):
    x.page("Đăng nhập", text='<form method="post"><input name="user"><input type="password" name="password"><button>Đăng nhập</button></form>')


# In good order

@case("/ok/", "pages in good order, so that one sees what a crawler still finds")
def good(x):
    x.page(f"Trang {x.path}", ["/", "/ok/1", "/ok/2", "/ok/3"])


@case("/forbidden/", "what robots.txt forbids")
def forbidden(x):
    x.page("Cấm")


@case("/robots.txt", "forbids /forbidden/")
def robots(x):
    x.answer("User-agent: *\nDisallow: /forbidden/\n")


@case("/", "the start page")
def start_page(x):
    if x.path != "/":
        return x.page("404", status=404)
    return x.page("Cổng thông tin điện tử Sở Xây dựng", x.server.links())
