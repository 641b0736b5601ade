#!/usr/bin/env python3
"""The benchmark: portals of several sizes on nginx, fetched by portalaudit and its peers in turn; prints medians with the
least and the most, and the ratios that portalaudit is held to. Installs and builds what it needs.
usage: run.py [--pages 500,2000,8000] [--runs 5] [--only NAME,...] [--real] [--jobs 2]"""
import argparse
import contextlib
import dataclasses
import json
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import peers

HERE = pathlib.Path(__file__).resolve().parent
REAL = pathlib.Path("/usr/share/doc/openjdk-17-jre-headless")  # where Debian's package puts it


@dataclasses.dataclass
class Run:
    wall: float      # seconds
    cpu: float       # seconds, user and system, with all children
    memory: float    # MiB, the largest process
    pages: int       # HTML pages that the server gave


@contextlib.contextmanager
def nginx(folder, where):
    """Serves `folder` with gzip on a free port of the loopback; gives the port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (where / "nginx.conf").write_text(f"""
daemon off; pid {where}/nginx.pid; error_log {where}/error.log; worker_processes 1;
events {{ worker_connections 512; }}
http {{
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log {where}/access.log; charset off;
  gzip on; gzip_types text/css application/xml; keepalive_requests 1000000; sendfile on;
  client_body_temp_path {where}/t1; proxy_temp_path {where}/t2; fastcgi_temp_path {where}/t3; uwsgi_temp_path {where}/t4; scgi_temp_path {where}/t5;
  server {{ listen 127.0.0.1:{port}; root {folder}; index index.html; }}
}}
""")
    user = ["-g", "user root;"] if os.getuid() == 0 else []
    server = subprocess.Popen(["nginx", "-c", where / "nginx.conf", "-e", where / "start.log", *user], stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                break
            time.sleep(0.02)
        yield port
    finally:
        server.send_signal(signal.SIGQUIT)
        server.wait(10)


def served(log, begin):
    """How many different HTML pages were given since the log had `begin` bytes."""
    with open(log, "rb") as lines:
        lines.seek(begin)
        rows = [line.split() for line in lines]
    paths = {row[6].split(b"?")[0] for row in rows if row[5] == b'"GET' and row[8] in (b"200", b"304")}
    return sum(1 for path in paths if path.endswith((b".html", b"/")))


def run(program, address, listed, log):
    """Runs a program once and measures it."""
    with tempfile.TemporaryDirectory(prefix="portalaudit-bench-") as folder:
        command = [str(part) for part in program.command(address, pathlib.Path(folder), listed)]
        begin = log.stat().st_size
        started = time.monotonic()
        child = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        err = child.stderr.read()
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0 and command[0] == str(peers.PROGRAM):
            raise SystemExit(f"{' '.join(command)}: {err.decode()}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, served(log, begin))


def measure(folder, entry, programs, runs, where):
    """All programs in turn, `runs` times, on the portal in `folder`, whose first page is `entry`."""
    rows = {program.name: [] for program in programs}
    with nginx(folder, where) as port:
        address = f"http://127.0.0.1:{port}/{entry}"
        if not entry:
            subprocess.run([sys.executable, HERE / "portal.py", str(where.name), folder, address.rstrip("/")], check=True)
        files = sorted(path.relative_to(folder) for path in folder.rglob("*.html"))
        listed = where / "addresses"
        listed.write_text("".join(f'url = "http://127.0.0.1:{port}/{path}"\noutput = "/dev/null"\n' for path in files))
        for turn in range(runs):
            for program in programs:
                if len(files) <= program.most_pages and turn < program.most_runs:
                    rows[program.name].append(run(program, address, listed, where / "access.log"))
                    print(f"  {len(files)} pages, run {turn + 1}: {program.name} {rows[program.name][-1].wall:.2f} s", file=sys.stderr, flush=True)
    rows = {name: done for name, done in rows.items() if done}
    parsed = [float(subprocess.run([peers.BUILD / "bin" / "bench_gumbo_only", folder], capture_output=True, text=True, check=True).stdout.split()[2])
              for _ in range(min(runs, 3))]
    return {"files": len(files), "runs": rows, "gumbo": statistics.median(parsed)}


def middle(rows, what):
    return statistics.median(getattr(row, what) for row in rows)


def show(name, result):
    print(f"\n{name}: {result['files']} files; gumbo alone {result['gumbo']:.2f} s")
    print(f"  {'':16} {'wall, s':>24} {'CPU, s':>24} {'memory, MiB':>22} {'pages':>7}")
    for program, rows in result["runs"].items():
        def cell(what, digits):
            values = [getattr(row, what) for row in rows]
            return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f}-{max(values):.{digits}f})"
        pages = sorted({row.pages for row in rows})
        print(f"  {program:16} {cell('wall', 2):>24} {cell('cpu', 2):>24} {cell('memory', 0):>22} {'-'.join(map(str, pages)):>7}")


class Targets:
    def __init__(self):
        self.missed = 0

    def row(self, what, value, most, unit="x"):
        self.missed += value > most
        print(f"  {'ok    ' if value <= most else 'MISSED'} {what}: {value:.2f} {unit}, at most {most}")


def hold(results):
    """The ratios that are asked for; gives how many are missed."""
    targets = Targets()
    for name, result in results.items():
        rows = result["runs"]
        print(f"\n{name}")
        if len(pages := {row.pages for done in rows.values() for row in done}) > 1:
            print(f"  NOT THE SAME PAGES: {sorted(pages)}")
            targets.missed += 1
        if "audit" not in rows:
            continue
        wall = {program: middle(done, "wall") for program, done in rows.items()}
        asked = {"wget -r": 0.6} if name == "real" else {"wget -r": 1.6, "linkinator": 0.15, "linkchecker": 0.06, "httrack": 0.4}
        for peer, most in asked.items():
            if peer in wall:
                targets.row(f"wall of audit / {peer}", wall["audit"] / wall[peer], most)
        targets.row("CPU of audit / gumbo alone", middle(rows["audit"], "cpu") / result["gumbo"], 1.4)
        if "fetch" in wall and "bare crawler" in wall:
            targets.row("wall of fetch / bare crawler", wall["fetch"] / wall["bare crawler"], 1.25)
    across(results, targets)
    return targets.missed


def across(results, targets):
    """Memory and time from one size to the next."""
    print("\nfrom size to size")
    done = {name: result for name, result in results.items() if "audit" in result["runs"]}
    memory = {name: middle(result["runs"]["audit"], "memory") for name, result in done.items()}
    if "2000" in memory:
        targets.row("memory of audit, 2000 pages", memory["2000"], 120, "MiB")
        for name, more in ((name, done[name]["files"] - done["2000"]["files"]) for name in done):
            if more > 0:
                targets.row(f"memory a page, 2000 to {name}", (memory[name] - memory["2000"]) * 1024 / more, 3, "KiB")
    cost = {name: middle(result["runs"]["audit"], "wall") / result["files"] for name, result in done.items() if name != "real"}
    if len(cost) > 1:
        targets.row("wall a page, most / least of the sizes", max(cost.values()) / min(cost.values()), 1.15)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", default="500,2000,8000", help="sizes of the made portals, by commas; may be empty")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", help="names of programs, by commas")
    parser.add_argument("--real", action="store_true", help="also the 10,000 pages of Debian's openjdk-17-doc, which is installed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    peers.install(options.real)
    peers.build(options.jobs)
    programs = [program for program in peers.PROGRAMS if not options.only or program.name in options.only.split(",")]
    results = {}
    with tempfile.TemporaryDirectory(prefix="portalaudit-bench-") as base:
        os.chmod(base, 0o755)
        for size in filter(None, options.pages.split(",")):
            where = pathlib.Path(base) / size
            (where / "portal").mkdir(parents=True)
            results[size] = measure(where / "portal", "", programs, options.runs, where)
            show(size, results[size])
            shutil.rmtree(where)
        if options.real:
            where = pathlib.Path(base) / "real"
            where.mkdir()
            results["real"] = measure(REAL, "api/index.html", programs, options.runs, where)
            show("real", results["real"])
    missed = hold(results)
    (peers.BUILD / "results.json").write_text(json.dumps(results, default=dataclasses.asdict, indent=1))
    return 1 if missed else 0


sys.exit(main())
