"""A web server that does to a crawler whatever a portal, its firewall or an attacker may do. Standard library only.

    with HostileServer() as server:
        ... crawl server.start_page ...
        server.log, server.paths()

The start page links to all cases (hostile_cases.py says what each does) and to pages in good order below /ok/. Every request is
logged with its time. Bodies are made while they are sent; connections, their life and the log are bounded; `stop` ends at
once whatever is being sent. Run as a program it tests itself."""
import collections
import contextlib
import dataclasses
import itertools
import pathlib
import random
import resource
import socket
import ssl
import struct
import subprocess
import tempfile
import threading
import time
import urllib.parse
import zlib

from hostile_cases import CASES, FORBIDDEN, LOREM, PIECE, digest

MOST_CONNECTIONS = 64
MOST_LOGGED = 200_000
LONGEST_CONNECTION = 300.0  # seconds


@dataclasses.dataclass
class Entry:
    """A request in the log."""
    time: float        # time.monotonic() when its head was there
    port: str          # which of the server's ports, by name
    method: str
    target: str        # as in the request line
    headers: dict      # names in lower case
    at_once: int       # connections that were open, this one too
    sent: int = 0      # bytes of the answer that the client took
    ended: float = 0   # when the answer was done or the client was gone; 0 while it lasts


class Gone(Exception):
    """The client went away, the server stops, or the connection has lived long enough."""


class Exchange:
    """One request and the way to answer it."""

    def __init__(self, server, connection, entry):
        self.server, self.connection, self.entry = server, connection, entry
        self.until = entry.time + LONGEST_CONNECTION
        path, _, query = entry.target.partition("?")
        self.path = urllib.parse.unquote(path)
        self.query = dict(urllib.parse.parse_qsl(query))

    def send(self, data):
        for at in range(0, len(data), PIECE):
            if self.server.stopping.is_set() or time.monotonic() > self.until:
                raise Gone
            try:
                self.connection.sendall(data[at:at + PIECE])
            except OSError as error:
                raise Gone from error
            self.entry.sent += len(data[at:at + PIECE])

    def drip(self, data, pause=None):
        """Byte by byte."""
        for byte in data:
            self.send(bytes([byte]))
            if self.server.stopping.wait(self.server.drip if pause is None else pause):
                raise Gone

    def head(self, status=200, headers=(), length=None, kind="text/html; charset=utf-8"):
        lines = [f"HTTP/1.1 {status} {'OK' if status == 200 else 'Answer'}", f"Content-Type: {kind}", "Connection: close"]
        lines += [f"Content-Length: {length}"] if length is not None else []
        lines += [f"{name}: {value}" for name, value in headers]
        self.send(("\r\n".join(lines) + "\r\n\r\n").encode())

    def answer(self, body, status=200, headers=()):
        data = body.encode() if isinstance(body, str) else body
        self.head(status, headers, len(data))
        if self.entry.method != "HEAD":
            self.send(data)

    def page(self, title, links=(), text=LOREM, extra_head="", **rest):
        """A page whose links are addresses, or (address, label)."""
        pairs = [link if isinstance(link, tuple) else (link, link) for link in links]
        items = "".join(f'<li><a href="{href.replace("&", "&amp;")}">{label}</a>' for href, label in pairs)
        self.answer(f'<!doctype html><html lang="vi"><head><title>{title}</title>{extra_head}</head><body><h1>{title}</h1>{text}<ul>{items}</ul></body></html>', **rest)

    def redirect(self, target, status=302, headers=()):
        self.answer("", status, [("Location", target), *headers])

    def stream(self, pieces, length=None, headers=()):
        self.head(200, headers, length)
        for piece in pieces:
            self.send(piece)

    def times_asked(self):
        """How often this path was asked for, this time too."""
        return self.server.count(self.path)


def run_openssl(folder, *arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)


def make_certificates(folder):
    """ca.pem, and a key and certificate for each of good, expired, wrong-host, self-signed."""
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    run_openssl(folder, "req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Test CA", "-days", "10")
    here, elsewhere = "IP:127.0.0.1,DNS:localhost", "DNS:elsewhere.example.vn"
    for name, days, names in (("good", 10, here), ("expired", -1, here), ("wrong-host", 10, elsewhere)):
        run_openssl(folder, "req", "-new", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={name}")
        (folder / "names").write_text(f"subjectAltName={names}\n")
        run_openssl(folder, "x509", "-req", "-in", f"{name}.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", str(days), "-extfile", "names", "-out", f"{name}.pem")
    run_openssl(folder, "req", "-x509", *key, "-keyout", "self-signed.key", "-out", "self-signed.pem", "-subj", "/CN=localhost", "-addext", f"subjectAltName={here}", "-days", "10")


class HostileServer:
    """`addresses` has the address of every port by name: http; other (a second one, for redirects); the TLS ones good,
    expired, wrong-host, self-signed, no-tls (garbage instead of a handshake); reset (at once, before any request);
    mute (takes the request and says nothing). `ca_file` is the authority that good, expired and wrong-host are signed by."""

    def __init__(self, drip=0.2, retry_after=2, tls=True):
        self.drip = drip                # seconds between two bytes of the slow answers
        self.retry_after = retry_after  # seconds
        self.tls = tls
        self.log = []
        self.addresses = {}
        self.ca_file = None
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._counts = collections.Counter()
        self._open = set()
        self._threads = []
        self._listeners = []
        self._tokens = itertools.count(1)
        self._folder = None

    def start(self):
        self._folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(self._folder.name)
        contexts = {}
        if self.tls:
            make_certificates(folder)
            self.ca_file = folder / "ca.pem"
            for name in ("good", "expired", "wrong-host", "self-signed"):
                contexts[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                contexts[name].load_cert_chain(folder / f"{name}.pem", folder / f"{name}.key")
        for name in ("http", "other", *contexts, "no-tls", "reset", "mute"):
            listener = socket.create_server(("127.0.0.1", 0), backlog=MOST_CONNECTIONS)
            scheme = "https" if name in contexts or name == "no-tls" else "http"
            self.addresses[name] = f"{scheme}://127.0.0.1:{listener.getsockname()[1]}/"
            self._listeners.append(listener)
            self._run(self._accept, listener, name, contexts.get(name))
        return self

    def stop(self):
        self.stopping.set()
        with self._lock:
            sockets = [*self._listeners, *self._open]
        for one in sockets:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        for thread in self._threads:
            thread.join(5)
        self._folder.cleanup()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    @property
    def start_page(self):
        return self.addresses["http"]

    def paths(self, port="http"):
        """The targets asked for at a port, in order."""
        return [entry.target for entry in list(self.log) if entry.port == port]

    def links(self):
        """What the start page links to."""
        below = {"/redirect/loop/": ["a"], "/redirect/to/": list(FORBIDDEN), "/ok/": ["1"], "/private/": ["ho-so", "tai-khoan"], "/forbidden/": ["page"]}
        out = [(path + end, f"{about} {end}") for path, (about, _) in CASES.items() if path not in ("/", "/robots.txt") for end in below.get(path, [""])]
        return out + [(address, f"port {name}") for name, address in self.addresses.items() if name != "http"]

    def token(self):
        """A new one each time; the same ones in the same order in each run."""
        return digest(str(next(self._tokens)))

    def count(self, path):
        return self._counts[path]

    @staticmethod
    def reset(connection):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def _run(self, target, *arguments):
        thread = threading.Thread(target=target, args=arguments, daemon=True)
        with self._lock:
            self._threads = [t for t in self._threads if t.is_alive()] + [thread]
            thread.start()

    def _accept(self, listener, name, context):
        while not self.stopping.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with self._lock:
                full = len(self._open) >= MOST_CONNECTIONS
                if not full:
                    self._open.add(connection)
            if full or name == "reset":
                self.reset(connection)
                self._close(connection)
            else:
                self._run(self._serve, connection, name, context)

    def _close(self, connection):
        with self._lock:
            self._open.discard(connection)
        connection.close()

    def _serve(self, connection, name, context):
        raw = connection
        try:
            connection.settimeout(30)
            if name == "no-tls":
                connection.recv(1000)
                connection.sendall(random.Random(2).randbytes(100))
                return
            if context is not None:
                connection = context.wrap_socket(connection, server_side=True)
                with self._lock:
                    self._open.discard(raw)
                    self._open.add(connection)
            self._answer(connection, name)
        except (OSError, Gone, ValueError):
            pass
        finally:
            self._close(connection)

    def _answer(self, connection, name):
        head = b""
        while b"\r\n\r\n" not in head:
            data = connection.recv(PIECE)
            if not data or len(head) > 1 << 20:
                return
            head += data
        lines = head.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ", 2)
        headers = {key.lower(): value.strip() for key, _, value in (line.partition(":") for line in lines[1:])}
        with self._lock:
            entry = Entry(time.monotonic(), name, method, target, headers, len(self._open))
            if len(self.log) < MOST_LOGGED:
                self.log.append(entry)
        exchange = Exchange(self, connection, entry)
        with self._lock:
            if len(self._counts) < MOST_LOGGED:
                self._counts[exchange.path] += 1
        try:
            if name == "mute":
                connection.settimeout(LONGEST_CONNECTION)
                connection.recv(1)  # until the client or the server has enough
            elif name == "other":
                exchange.page("Máy khác")
            else:
                holding = [path for path in CASES if exchange.path == path or (path.endswith("/") and exchange.path.startswith(path))]
                CASES[max(holding, key=len)][1](exchange)
            connection.settimeout(2)
            if exchange.path != "/reset":
                connection.shutdown(socket.SHUT_WR)  # no reset: what was sent still arrives
        finally:
            entry.ended = time.monotonic()


# The self-test

def raw(address, path, most=1 << 18, timeout=30.0):
    """What comes back for a path, head and all, up to some bytes or some time."""
    host = urllib.parse.urlsplit(address)
    out = b""
    with contextlib.suppress(OSError), socket.create_connection((host.hostname, host.port), timeout) as client:
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: {host.netloc}\r\nUser-Agent: self-test\r\n\r\n".encode())
        until = time.monotonic() + timeout
        while len(out) < most and time.monotonic() < until:
            data = client.recv(PIECE)
            if not data:
                break
            out += data
    return out


def status_of(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None


def check_answers(server):
    page = raw(server.start_page, "/").decode()
    assert all(f'href="{path}' in page for path in CASES if path not in ("/", "/robots.txt")), "the start page lacks a case"
    # path -> status, and a part of what comes
    expected = {
        "/ok/1": (200, "Trang /ok/1"), "/nowhere": (404, ""), "/robots.txt": (200, "/forbidden/"), "/endless/": (200, "/endless/"), "/vi/en/en/": (200, 'href="en/"'),
        "/calendar?month=1&year=2027": (200, "month=12&amp;year=2026"), "/session/": (200, "?sid="), "/jsession/": (200, ";jsessionid="), "/list?page=7": (200, "page=8"),
        "/sort": (200, "filter="), "/soft/x": (200, "không tồn tại"), "/canonical/7": (200, 'rel="canonical" href="/canonical/1"'), "/redirect/loop/a": (302, "loop/b"),
        "/redirect/chain/50": (200, ""), "/redirect/chain/49": (302, "chain/50"), "/redirect/to/private": (302, "http://10.0.0.1/"), "/redirect/to/file": (302, "file:///etc/passwd"),
        "/redirect/to/other-port": (302, server.addresses["other"]), "/redirect/endless/5": (302, "endless/6"), "/500": (500, ""), "/blocked/waf": (403, "Access denied"),
        "/private/a": (302, "/login?next="), "/login": (200, 'type="password"'), "/cookies": (200, "Set-Cookie"), "/chunked/cut": (200, "ffff"), "/nul/head": (200, "a\0b"),
        "/http09": (None, "<html>"), "/empty": (None, ""), "/reset": (None, ""), "/garbage": (None, ""),
    }
    for path, (status, part) in expected.items():
        answer = raw(server.start_page, path)
        assert status_of(answer) == status and part in answer.decode("utf-8", "replace"), (path, answer[:300])
    for path, statuses in {"/retry/seconds": [429, 200], "/retry/date": [429, 200], "/retry/503": [503, 503, 503, 200]}.items():
        assert [status_of(raw(server.start_page, path)) for _ in statuses] == statuses, path
    assert raw(server.start_page, "/changing") != raw(server.start_page, "/changing")
    assert raw(server.addresses["reset"], "/") == b"" and raw(server.addresses["mute"], "/", timeout=0.3) == b""


def check_sizes(server):
    assert len(raw(server.start_page, "/header/long", 4 << 20)) > 1 << 20
    assert raw(server.start_page, "/header/many", 4 << 20).count(b"\r\n") > 20_000
    assert raw(server.start_page, "/nested", 4 << 20).count(b"<div>") == 100_000
    assert len(raw(server.start_page, "/links", 4 << 20)) >= 4 << 20 and len(raw(server.start_page, "/large", 4 << 20)) >= 4 << 20
    assert 0 < len(raw(server.start_page, "/slow/body", timeout=1)) < 1000 and 0 < len(raw(server.start_page, "/slow/head", timeout=1)) < 1000
    packed = raw(server.start_page, "/bomb", 1 << 14).partition(b"\r\n\r\n")[2]
    unpacked = len(zlib.decompressobj(31).decompress(packed))
    assert unpacked > 500 * len(packed), f"the bomb is {unpacked // len(packed)} to 1"


def check_tls(server):
    def fails_with(name):
        where = urllib.parse.urlsplit(server.addresses[name])
        context = ssl.create_default_context(cafile=server.ca_file)
        try:
            with socket.create_connection((where.hostname, where.port), 5) as client, context.wrap_socket(client, server_hostname=where.hostname) as secure:
                secure.sendall(b"GET /ok/1 HTTP/1.1\r\n\r\n")
                return secure.recv(100).decode()
        except ssl.SSLCertVerificationError as error:
            return error.verify_message
        except ssl.SSLError as error:
            return error.reason
    for name, message in {"good": "200 OK", "expired": "expired", "wrong-host": "mismatch", "self-signed": "self-signed", "no-tls": "WRONG_VERSION_NUMBER"}.items():
        assert message in (fails_with(name) or ""), (name, fails_with(name))


def check_log_and_stop(server):
    slow = [socket.create_connection(("127.0.0.1", urllib.parse.urlsplit(server.start_page).port)) for _ in range(5)]
    for client, path in zip(slow, ("/slow/head", "/slow/body", "/bomb", "/large", "/links")):
        client.sendall(f"GET {path} HTTP/1.1\r\nUser-Agent: last\r\n\r\n".encode())
    until = time.monotonic() + 30
    while "last" not in server.log[-5].headers.get("user-agent", "") and time.monotonic() < until:
        time.sleep(0.05)
    last = server.log[-5:]
    assert {entry.headers["user-agent"] for entry in last} == {"last"} and max(entry.at_once for entry in last) >= 5
    assert all(a.time <= b.time for a, b in itertools.pairwise(server.log)) and "/ok/1" in server.paths()
    before = time.monotonic()
    server.stop()
    assert time.monotonic() - before < 5 and not any(thread.is_alive() for thread in server._threads), "the server does not stop"
    for client in slow:
        client.close()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    assert megabytes < 200, f"the server took {megabytes} MB"


def main():
    server = HostileServer(drip=0.05, retry_after=1).start()
    for check in (check_answers, check_sizes, check_tls, check_log_and_stop):
        check(server)
        print("ok", check.__name__.removeprefix("check_"))


if __name__ == "__main__":
    main()
