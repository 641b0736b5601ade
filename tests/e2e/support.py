"""What the end-to-end tests share: the program, the example portal, nginx on loopback, audits."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ["PORTALAUDIT"]
SHARED = ROOT / ".." / "shared" / "data"
EXAMPLE = ROOT / "examples" / "portal"
TRUTH = tomllib.loads((ROOT / "examples" / "portal.truth.toml").read_text())
AS = TRUTH["portal"]["as"]
DATED = TRUTH["portal"]["dated"].isoformat()
UNIT = ["--profile", TRUTH["portal"]["profile"], "--unit-type", TRUTH["portal"]["unit_type"], "--unit-name", TRUTH["portal"]["unit_name"]]
SKIPPED = 77


def run(*arguments, cwd=None, env=None, timeout=120, stdin=None):
    """Runs the program in English; gives status, stdout, stderr."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=cwd, input=stdin, capture_output=True, text=True, timeout=timeout,
                          env={**os.environ, "LC_ALL": "C.UTF-8", **(env or {})})
    return done.returncode, done.stdout, done.stderr


def audit(address, out, *more):
    """Audits into `out` and gives the audit; anything but success is a failure."""
    status, _, err = run("audit", address, "-o", out, *more)
    assert status == 0, f"status {status}: {err}"
    return json.loads((pathlib.Path(out) / "audit.json").read_text())


def audit_folder(folder, out, *more):
    return audit(folder, out, "--as", AS, "--dated", DATED, *UNIT, *more)


def verdicts(result):
    return {finding["rule"]: finding["verdict"] for finding in result["findings"]}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def scratch():
    with tempfile.TemporaryDirectory(prefix="portalaudit-") as name:
        yield pathlib.Path(name)


def copy_example(into, address=None):
    """A copy of the example portal; with `address`, what it says of its own address is changed to that."""
    shutil.copytree(EXAMPLE, into)
    if address:
        for path in into.rglob("*"):
            if path.suffix in (".xml", ".txt", ".html"):
                text = path.read_text()
                if AS in text:
                    path.write_text(text.replace(AS, address))
    return into


@contextlib.contextmanager
def nginx(folder, where, port, tls=None):
    """Serves `folder` on 127.0.0.1:port; files of its own in `where`; stopped by its pid at the end."""
    where.mkdir(parents=True, exist_ok=True)
    listen = f"127.0.0.1:{port}" + (" ssl" if tls else "")
    secure = f"ssl_certificate {tls[0]}; ssl_certificate_key {tls[1]};" if tls else ""
    conf = where / "nginx.conf"
    conf.write_text(f"""
daemon off; pid {where}/nginx.pid; error_log {where}/error.log; worker_processes 1;
events {{ worker_connections 256; }}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log {where}/access.log;
  charset off; gzip on; gzip_types text/css application/xml; server_tokens off;
  client_body_temp_path {where}/t1; proxy_temp_path {where}/t2; fastcgi_temp_path {where}/t3;
  uwsgi_temp_path {where}/t4; scgi_temp_path {where}/t5;
  server {{ listen {listen}; {secure} root {folder}; index index.html index.htm; }}
}}
""")
    user = ["-g", "user root;"] if os.getuid() == 0 else []
    process = subprocess.Popen(["nginx", "-c", str(conf), "-e", str(where / "start.log"), *user],
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                break
            assert process.poll() is None, process.stderr.read().decode()
            time.sleep(0.02)
        yield
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait(10)


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


class Cases:
    """Runs named cases, prints each, fails at the end when one failed."""

    def __init__(self):
        self.failed = 0
        self.count = 0

    def case(self, name, function):
        self.count += 1
        try:
            function()
            print(f"ok      {name}")
        except AssertionError as error:
            self.failed += 1
            print(f"FAILED  {name}: {error}")

    def end(self, least):
        assert self.count >= least, f"only {self.count} cases"
        print(f"{self.count} cases, {self.failed} failed")
        sys.exit(1 if self.failed else 0)
