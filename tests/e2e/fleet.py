"""A province of small portals on loopback: copies of the example portal with planned differences, and some that are dead, slow,
hostile or endless. Each has a loopback address of its own (127.1.0.0/16), all one port."""
import csv
import http.server
import itertools
import re
import threading

from support import *

# Taken off one after another: each costs points, so a portal of level n+1 is worse than one of level n.
LOSSES = [("gioi-thieu/chuc-nang-nhiem-vu.html", "/gioi-thieu/chuc-nang-nhiem-vu.html"),
          ("chi-dao-dieu-hanh/tra-loi-phan-anh-kien-nghi.html", "/chi-dao-dieu-hanh/tra-loi-phan-anh-kien-nghi.html"),
          ("chi-dao-dieu-hanh/lich-cong-tac.html", "/chi-dao-dieu-hanh/lich-cong-tac.html"),
          ("danh-ba.html", "/danh-ba.html"),
          ("gioi-thieu/don-vi-truc-thuoc", "/gioi-thieu/don-vi-truc-thuoc/"),
          ("hoi-dap", "/hoi-dap/")]
LEVELS = len(LOSSES) + 1
BAD = ["dead", "dead", "unavailable", "shut", "circle", "slow", "dripping", "endless-links", "endless-body", "huge-head"]
JUDGED_ANYHOW = {"slow", "endless-links", "endless-body", "dripping"}


def take_off(folder, name, target):
    link = re.escape(target)
    for path in folder.rglob("*.html"):
        text = path.read_text()
        new = re.sub(rf'<li[^>]*>\s*<a [^>]*href="{link}"[^>]*>(?:(?!</a>).)*</a>\s*</li>', "", text, flags=re.S)
        path.write_text(re.sub(rf'<a [^>]*href="{link}"[^>]*>(?:(?!</a>).)*</a>', "", new, flags=re.S))
    path = folder / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def make_levels(where):
    """The portals' folders, the best first."""
    out = []
    for level in range(LEVELS):
        folder = where / f"level-{level}"
        shutil.copytree(EXAMPLE if level == 0 else out[-1], folder)
        if level == 0:
            (folder / "sitemap.xml").unlink()
        else:
            take_off(folder, *LOSSES[level - 1])
        out.append(folder)
    return out


class BadHandler(http.server.BaseHTTPRequestHandler):
    """How a bad portal answers, by the address that it is asked at."""
    behaviours = {}
    protocol_version = "HTTP/1.1"

    def page(self, body, status=200, more=()):
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        for name, value in more:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        behaviour = self.behaviours[self.connection.getsockname()[0]]
        is_robots = self.path == "/robots.txt"
        with contextlib.suppress(OSError):
            if behaviour == "shut":
                return self.page("User-agent: *\nDisallow: /\n") if is_robots else self.page("closed")
            if is_robots:
                return self.page("", 404)
            getattr(self, behaviour.replace("-", "_"))()

    def unavailable(self):
        self.page("later", 503, [("Retry-After", "1")])

    def circle(self):
        self.page("", 302, [("Location", f"/c{len(self.path)}{self.path[:40]}")])

    def slow(self):
        time.sleep(1)
        self.page('<!doctype html><html lang="vi"><title>Xã Chậm</title><a href="/a">Giới thiệu</a> <a href="/b">Tin tức</a>')

    def dripping(self):
        """A byte a second, without end."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(60):
            self.wfile.write(b"<p>")
            self.wfile.flush()
            time.sleep(1)
        self.close_connection = True

    def endless_links(self):
        number = int(re.sub(r"\D", "", self.path) or "0")
        links = "".join(f'<a href="/xem-{number * 7 + i}.html">Tin {i}</a> ' for i in range(1, 8))
        self.page(f'<!doctype html><html lang="vi"><title>Trang {number}</title><p>Nội dung {number} {hash(number)}</p>{links}')

    def endless_body(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        block = b"<p>x</p>" * 4096
        for _ in range(2000):  # 64 MiB
            self.wfile.write(block)
        self.close_connection = True

    def huge_head(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Long: " + b"x" * (2 << 20) + b"\r\n\r\n")
        self.close_connection = True

    def log_message(self, *_):
        pass


class Fleet:
    """`count` portals, of which the last ones behave badly, as `bad` says."""

    def __init__(self, where, count, bad):
        self.where = where
        self.port = free_port()
        self.good = count - len(bad)
        self.bad = bad
        self.levels = make_levels(where / "levels")
        self.log = where / "access.log"

    def address(self, number):
        return f"127.1.{number // 250}.{number % 250 + 1}"

    def id(self, number):
        return f"u{number:03}"

    def level(self, number):
        return (number * 5 + number // 11) % LEVELS  # scattered over the list

    def numbers(self):
        return range(self.good + len(self.bad))

    def write_list(self, path):
        """Two branches of a province; the units of a branch alternate."""
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["Mã đơn vị", "Tên đơn vị", "Loại", "Cấp trên", "Địa chỉ", "Ghi chú"])
            rows.writerow(["tinh", "Tỉnh Minh Giang", "", "", "", ""])
            rows.writerow(["so", "Các sở", "", "tinh", "", ""])
            rows.writerow(["xa", "Các xã", "", "tinh", "", ""])
            for number in self.numbers():
                rows.writerow([self.id(number), f"Đơn vị số {number}", "provincial-department", "so" if number % 2 else "xa", f"http://{self.address(number)}:{self.port}/", ""])
        return path

    def planned(self):
        """(rank, id) of the good units, as levels rank them; equal levels have equal ranks."""
        order = sorted(range(self.good), key=lambda number: (self.level(number), self.id(number)))
        out, rank = [], 0
        for at, number in enumerate(order):
            if at == 0 or self.level(number) != self.level(order[at - 1]):
                rank = at + 1
            out.append((rank, self.id(number)))
        return out

    @contextlib.contextmanager
    def served(self):
        servers = "".join(f"server {{ listen {self.address(n)}:{self.port}; root {self.levels[self.level(n)]}; index index.html; }}\n" for n in range(self.good))
        where = self.where / "nginx"
        where.mkdir(exist_ok=True)
        (where / "nginx.conf").write_text(f"""
daemon off; pid {where}/nginx.pid; error_log {where}/error.log; worker_processes 1;
events {{ worker_connections 4096; }}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; charset off;
  log_format timed '$msec $server_addr $http_host $request_uri'; access_log {self.log} timed;
  client_body_temp_path {where}/t1; proxy_temp_path {where}/t2; fastcgi_temp_path {where}/t3;
  uwsgi_temp_path {where}/t4; scgi_temp_path {where}/t5;
  {servers} }}
""")
        user = ["-g", "user root;"] if os.getuid() == 0 else []
        process = subprocess.Popen(["nginx", "-c", str(where / "nginx.conf"), "-e", str(where / "start.log"), *user], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        bad_servers = []
        for number, behaviour in zip(itertools.count(self.good), self.bad):
            if behaviour == "dead":
                continue
            BadHandler.behaviours[self.address(number)] = behaviour
            server = http.server.ThreadingHTTPServer((self.address(number), self.port), BadHandler)
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, daemon=True).start()
            bad_servers.append(server)
        try:
            for _ in range(500):
                with contextlib.suppress(OSError), socket.create_connection((self.address(0), self.port), 0.2):
                    break
                assert process.poll() is None, process.stderr.read().decode()
                time.sleep(0.02)
            yield
        finally:
            for server in bad_servers:
                server.shutdown()
                server.server_close()
            process.send_signal(signal.SIGQUIT)
            process.wait(10)

    def starts(self, address):
        """When nginx got each request at an address, in seconds, sorted."""
        return sorted(float(line.split()[0]) for line in self.log.read_text().splitlines() if line.split()[1] == address)
