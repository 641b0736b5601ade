"""The hostile server's whole site, audited with bounded options: it ends, in bounded memory, and every case has its verdict and its
line in the log or the ledger. Then the manners of the crawl, and the guard of its own network."""
import collections
import csv
import http.server
import io
import threading
import zipfile

from hostile_server import HostileServer
from support import *

PATTERN = 20
MOST_MEGABYTES = 300
LONGEST = 400  # seconds that a run may take on a slow machine; it takes about 60


def measured(*arguments):
    """Runs the program; gives status, what it said, and its peak memory in MB."""
    with tempfile.TemporaryFile("w+") as err:
        process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=err, env={**os.environ, "LC_ALL": "C.UTF-8"})
        timer = threading.Timer(LONGEST, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        err.seek(0)
        return process.returncode, err.read(), usage.ru_maxrss // 1024


class Result:
    """What a crawl left: ledger by address, log lines by event, both without the server's address."""

    def __init__(self, evidence, address):
        with zipfile.ZipFile(evidence) as archive:
            self.log = [json.loads(line) for line in archive.read("logs/crawl.jsonl").decode().splitlines()]
        status, out, err = run("ledger", evidence)
        assert status == 0, err
        self.rows = [{**row, "url": row["url"].replace(address, "/")} for row in csv.DictReader(io.StringIO(out, newline=""))]
        self.by_url = collections.defaultdict(list)
        for row in self.rows:
            self.by_url[row["url"]].append(row)
        for line in self.log:
            line["url"] = line.get("url", "").replace(address, "/")

    def events(self, event, url):
        return [line["detail"] for line in self.log if line["event"] == event and line["url"].startswith(url)]

    def verdict(self, url):
        """How an address ended: the failure, or the status."""
        assert url in self.by_url, f"{url} was not asked for"
        row = self.by_url[url][-1]
        return row["failure"] or int(row["status"])

    def asked(self, start):
        return sum(len(rows) for url, rows in self.by_url.items() if url.startswith(start))


# How each address of the site ends.
VERDICTS = {
    "/ok/1": 200, "/ok/3": 200, "/cookies": 200, "/changing": 200, "/nul/body": 200, "/nul/head": "bad-response", "/garbage": "bad-response", "/http09": "bad-response",
    "/length/long": "cut-off", "/length/short": 200, "/chunked/cut": "cut-off", "/chunked/wrong": "cut-off", "/empty": "cut-off", "/reset": "cut-off",
    "/slow/head": "timed-out", "/slow/body": "timed-out", "/bomb": 200, "/large": 200, "/nested": 200, "/links": 200, "/header/long": "too-large", "/header/many": 200,
    "/500": 500, "/blocked/waf": 403, "/blocked/captcha": 200, "/login": 200, "/private/ho-so": 302, "/redirect/loop/a": 302, "/redirect/loop/c": 302,
    "/redirect/to/file": 302, "/redirect/to/script": 302, "/redirect/to/private": 302, "/redirect/to/metadata": 302, "/redirect/to/other-port": 302,
}
# Kinds of trap, where, and how many requests they may cost.
TRAPS = [("calendar", "/calendar", 60), ("endless-paging", "/list", 30), ("permutations", "/sort", 30), ("repeated-path", "/vi/", 300), ("pattern-limit", "/endless/", PATTERN + 5),
         ("pattern-limit", "/soft/", PATTERN + 5), ("pattern-limit", "/links/", PATTERN + 5), ("redirects", "/redirect/chain/", 15), ("redirects", "/redirect/endless/", 15)]


def whole_site(server, where):
    status, err, megabytes = measured("audit", server.start_page, "-o", where / "out", "--allow-private", "--interval", 0, "--connections", 3, "--timeout", 3, "--max-seconds", 300,
                              "--max-pages", 2000, "--max-per-pattern", PATTERN, "--ca-file", server.ca_file, "--unit-type", "provincial-department")
    assert status == 0, f"status {status}: {err}"
    return Result(where / "out/portal.wacz", server.start_page), megabytes


def judge_site(cases, server, result, where):
    audit_json = json.loads((where / "out/audit.json").read_text())

    def ends():
        status, out, err = run("verify", where / "out/portal.wacz")
        assert status == 0 and "every digest holds" in out, err
        assert audit_json["evidence"]["complete"] and audit_json["crawl"]["addresses"] < 2000, audit_json["crawl"]
        assert any("pages-of-pattern" in limit for limit in audit_json["crawl"]["limits_hit"]), audit_json["crawl"]["limits_hit"]
    cases.case("it ends, and what was cut is named", ends)
    for url, wanted in VERDICTS.items():
        def right(url=url, wanted=wanted):
            assert result.verdict(url) == wanted, f"{result.verdict(url)}, not {wanted}"
        cases.case(f"{url}: {wanted}", right)
    for kind, start, most in TRAPS:
        def bounded(kind=kind, start=start, most=most):
            assert any(detail.startswith(kind + ":") for detail in result.events("trap", start)), f"no such trap in the log: {result.events('trap', start)}"
            assert 0 < result.asked(start) <= most, f"it cost {result.asked(start)} requests"
        cases.case(f"trap {kind} at {start}", bounded)

    def sessions():
        for start in ("/session/", "/jsession/"):
            assert 0 < result.asked(start) <= 30, f"{start} cost {result.asked(start)} requests"
    cases.case("session ids cost no further requests", sessions)

    def duplicates():
        assert result.events("duplicate", "/duplicate/") and result.asked("/duplicate/") <= PATTERN + 5
        assert any("canonical" in detail for detail in result.events("duplicate", "/canonical/")) and result.asked("/canonical/") <= PATTERN + 5
    cases.case("duplicates are named", duplicates)

    def blocked():
        assert result.events("blocked", "/blocked/waf") == ["firewall"] and result.events("blocked", "/blocked/captcha") == ["captcha"], result.events("blocked", "/")
        assert result.events("pace", "/blocked/"), "it went on as before"
    cases.case("block pages are named, and slow the crawl down", blocked)

    def sizes():
        for url, most in (("/large", 64 << 20), ("/bomb", 16 << 20), ("/links", 64 << 20)):
            assert 1 << 20 < int(result.by_url[url][0]["bytes"]) <= most, result.by_url[url]
        assert int(result.by_url["/length/short"][0]["bytes"]) == 20, "more was kept than was promised"
    cases.case("bodies are bounded", sizes)

    def outside():
        urls = set(result.by_url)
        assert not [url for url in urls if "10.0.0.1" in url or "169.254" in url or not url.startswith(("/", "http://127.0.0.1:", "https://127.0.0.1:"))], urls
        assert not [entry for entry in server.log if entry.target.startswith(("/forbidden/", "/latest"))], "robots.txt was not obeyed"
    cases.case("redirects to private hosts, files and scripts are not followed", outside)

    def tls():
        for name in ("expired", "wrong-host", "self-signed", "no-tls"):
            assert result.verdict(server.addresses[name] + "robots.txt") == "tls", name
            assert not server.paths(name), f"something was asked of {name}"
        assert result.verdict(server.addresses["good"] + "robots.txt") == 200
        assert result.verdict(server.addresses["mute"] + "robots.txt") == "timed-out" and result.verdict(server.addresses["reset"] + "robots.txt") in ("cut-off", "cannot-connect")
        for name in ("mute", "expired", "good"):
            host = server.addresses[name].split("/")[2]
            assert [line["detail"] for line in result.log if line["event"] == "robots" and line["url"] == host] == ["found" if name == "good" else "unreachable"], name
    cases.case("hosts with broken TLS, and hosts that say nothing", tls)


def memory(cases, server, where):
    for path in ("bomb", "large", "links", "nested", "header/many"):
        def small(path=path):
            status, err, megabytes = measured("audit", server.start_page + path, "-o", where / path, "--allow-private", "--interval", 0, "--scope", "prefix:" + server.start_page + path,
                                              "--max-pages", 20, "--unit-type", "provincial-department")
            assert status == 0, f"status {status}: {err}"
            assert megabytes < MOST_MEGABYTES, f"it took {megabytes} MB"
        cases.case(f"memory for /{path}", small)


def second_look(server, where):
    seeds = where / "seeds"
    paths = ["retry/seconds", "retry/date", "retry/503", "500"]
    seeds.write_text("".join(server.start_page + path + "\n" for path in paths))
    scope = " ".join(f"prefix:{server.start_page}{path}" for path in ("ok/2", "ok/3", *paths))
    begun = len(server.log)
    status, err, _ = measured("fetch", server.start_page + "ok/2", "-o", where / "p.wacz", "--allow-private", "--interval", 0, "--scope", scope, "--seeds", seeds)
    assert status == 0, err
    result = Result(where / "p.wacz", server.start_page)
    for path in ("/retry/seconds", "/retry/date"):
        rows = result.by_url[path]
        assert [(row["attempt"], row["status"]) for row in rows] == [("1", "429"), ("2", "200")], rows
        first, second = [entry for entry in server.log[begun:] if entry.target == path]
        # a date says whole seconds, and is rounded down
        assert second.time - first.time >= server.retry_after - (1.1 if path.endswith("date") else 0.1), f"{path}: {second.time - first.time:.2f} s"
        assert result.events("second-look", path) == ["answered"], result.events("second-look", path)
        assert any("paused" in detail for detail in result.events("pace", path)), result.log
    assert [row["status"] for row in result.by_url["/500"]] == ["500", "500"] and result.events("second-look", "/500") == ["failed again"], result.by_url["/500"]
    assert [row["status"] for row in result.by_url["/retry/503"]][:2] == ["503", "503"], result.by_url["/retry/503"]


class Counting(http.server.BaseHTTPRequestHandler):
    """Forty pages; counts how many are being made at a time."""
    protocol_version = "HTTP/1.1"
    lock = threading.Lock()
    times, active, most = [], 0, 0

    def do_GET(self):
        cls = type(self)
        with cls.lock:
            cls.times.append(time.monotonic())
            cls.active += 1
            cls.most = max(cls.most, cls.active)
        time.sleep(0.03)
        with cls.lock:
            cls.active -= 1
        body = ("<title>t</title>" + self.path + "".join(f'<a href="/p{i}">{i}</a>' for i in range(40))).encode()
        known = self.path == "/" or self.path.startswith("/p")
        self.send_response(200 if known else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *_):
        pass


def manners(where):
    for number, (connections, interval) in enumerate(((1, 0), (3, 0), (4, 100))):
        handler = type("Handler", (Counting,), {"times": [], "active": 0, "most": 0, "lock": threading.Lock()})
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            status, err, _ = measured("fetch", f"http://127.0.0.1:{server.server_port}/", "-o", where / f"{number}.wacz", "--allow-private", "--connections", connections, "--interval", interval)
        finally:
            server.shutdown()
            server.server_close()
        assert status == 0, err
        assert len(handler.times) >= 41, len(handler.times)
        assert handler.most <= connections, f"{handler.most} at a time, not {connections}"
        assert interval or handler.most == connections, f"{handler.most} at a time: nothing was tested"
        took = handler.times[-1] - handler.times[0]
        assert took >= 0.95 * interval / 1000 * (len(handler.times) - 1), f"{len(handler.times)} requests in {took:.2f} s"


def guard(server, where):
    port = server.start_page.rsplit(":", 1)[1].strip("/")
    begun = len(server.log)
    # A public name that leads to a private address: every connection's own address is looked at.
    for address in ("127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"):
        status, err, _ = measured("fetch", f"http://portal.example.gov.vn:{port}/", "-o", where / "name.wacz", "--restart", "--resolve", f"portal.example.gov.vn:{port}:{address}")
        assert status == 2 and "private address" in err, f"{address}: {status}: {err}"
        rows = Result(where / "name.wacz", "none").rows
        assert rows and {row["failure"] for row in rows} == {"refused-address"}, rows
    for address in (server.start_page, "http://10.0.0.1/", "http://169.254.169.254/", "http://[::1]/", "http://localhost:" + port + "/"):
        status, err, _ = measured("fetch", address, "-o", where / "address.wacz", "--restart")
        assert status == 2, f"{address}: {status}: {err}"
    assert len(server.log) == begun, f"something was asked: {server.log[begun:]}"
    status, err, _ = measured("fetch", "file:///etc/passwd", "-o", where / "file.wacz")
    assert status == 3, err


def main():
    cases = Cases()
    with scratch() as where, HostileServer(drip=0.05, retry_after=2) as server:
        for name in ("whole", "memory", "second", "manners", "guard"):
            (where / name).mkdir()
        result, megabytes = whole_site(server, where / "whole")
        judge_site(cases, server, result, where / "whole")
        cases.case("manners: connections and intervals", lambda: manners(where / "manners"))
        cases.case("the guard of private addresses", lambda: guard(server, where / "guard"))

        def bounded():
            assert megabytes < MOST_MEGABYTES, f"it took {megabytes} MB"
        cases.case("memory for the whole site", bounded)
        memory(cases, server, where / "memory")
    with scratch() as where, HostileServer(drip=0.05, retry_after=2, tls=False) as server:
        cases.case("what failed is looked at again, after the time that was asked for", lambda: second_look(server, where))
    cases.end(59)


main()
