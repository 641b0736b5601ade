"""The programs that the benchmark runs in turn: how each is called to fetch every page of a portal once."""
import dataclasses
import pathlib
import subprocess
from collections.abc import Callable

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "bench"
PROGRAM = BUILD / "bin" / "portalaudit"
CONNECTIONS = 16


@dataclasses.dataclass
class Program:
    name: str
    command: Callable          # (address, folder for what it writes, file that lists all addresses) -> arguments
    most_pages: int = 10**9    # not run on larger portals: too slow
    most_runs: int = 10**9


def ours(command, *more):
    def arguments(address, folder, _):
        out = folder / "portal.wacz" if command == "fetch" else folder
        return [PROGRAM, command, address, "--allow-private", "--interval", "0", "--connections", str(CONNECTIONS), "--max-pages", "100000", "--max-per-pattern", "100000",
                "--max-depth", "1000", "--max-mib", "100000", "--progress", "none", "-o", out, *more]
    return arguments


def linkchecker(address, folder, _):
    config = folder / "linkcheckerrc"
    config.write_text("[checking]\nmaxrequestspersecond=100000\nthreads=16\n")
    folder.chmod(0o777)  # it gives up the rights of root
    return ["linkchecker", "-f", config, "-t", str(CONNECTIONS), "--no-status", "--no-warnings", "--ignore-url=^mailto:", "-o", "none", address]


PROGRAMS = [
    Program("audit", ours("audit", "--rules", ROOT / "rules", "--profile", "vn-2011", "--unit-type", "provincial-department")),
    Program("fetch", ours("fetch")),
    Program("bare crawler", lambda address, folder, _: [BUILD / "bin" / "bench_bare_crawler", address, str(CONNECTIONS)]),
    Program("wget -r", lambda address, folder, _: ["wget", "-q", "-r", "-l", "inf", "-P", folder, address]),
    Program("wget2", lambda address, folder, _: ["wget2", "-q", "--recursive", "--level=inf", f"--max-threads={CONNECTIONS}", "-P", folder, address]),
    Program("httrack", lambda address, folder, _: ["httrack", address, "-O", folder, "-q", "-I0", "--disable-security-limits", "--max-rate=0",
                                                   "--connection-per-second=0", f"--sockets={CONNECTIONS}", "--depth=9999"], 2000, 5),
    Program("linkinator", lambda address, folder, _: [BUILD / "npm" / "node_modules" / ".bin" / "linkinator", address, "--recurse", "--verbosity", "none",
                                                      "--concurrency", str(CONNECTIONS), "--skip", "^mailto:"], 2000, 5),
    Program("linkchecker", linkchecker, 2000, 3),
    Program("curl --parallel", lambda address, folder, listed: ["curl", "-s", "--parallel", "--parallel-max", str(CONNECTIONS), "--compressed",
                                                                 "-K", listed]),
]


def install(real):
    """Debian packages by tests/install.sh, npm packages below build/."""
    subprocess.run(["bash", "-c", '. "$1"; shift; install_packages "$@"', "bash", ROOT / "tests" / "install.sh", "build", "bench",
                    *(["bench-real"] if real else [])], check=True)
    npm = BUILD / "npm"
    npm.mkdir(parents=True, exist_ok=True)
    wanted = (pathlib.Path(__file__).parent / "package.json").read_text()
    have = npm / "package.json"
    if not (npm / "node_modules").exists() or not have.exists() or have.read_text() != wanted:
        have.write_text(wanted)
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", npm], check=True)


def build(jobs):
    for command in (["cmake", "--preset", "bench", "-DPA_TESTS=OFF"],
                    ["cmake", "--build", BUILD, "-j", str(jobs), "--target", "portalaudit", "bench_gumbo_only", "bench_bare_crawler"]):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        if done.returncode != 0:
            raise SystemExit(done.stdout[-4000:] + done.stderr[-4000:])
