"""A store in PostgreSQL holds and gives what one in SQLite does, also when two programs write at once."""
import glob
import pwd

from urllib.parse import quote

from fleet import *

WORD = "not a 'secret'\\=%/@"

ARGS = ["--allow-private", "--max-depth", "1", "--max-pages", "8", "--as-of", "2026-11-23", "--profile", "vn-2011", "--interval", "50"]
FILES = ["summary.json", "summary.csv", "summary.xlsx", "summary.html"]


def programs():
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    return pathlib.Path(found[-1]).parent if found else None


@contextlib.contextmanager
def postgresql(where, bin_):
    """A cluster of its own on loopback, by another user where this one is root; stopped at the end. Gives its address."""
    where.mkdir()
    who = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    as_user = ["runuser", "-u", who, "--"] if os.getuid() == 0 else []
    if os.getuid() == 0:
        shutil.chown(where, who)
    port = free_port()
    word = where / "word"
    word.write_text(WORD)
    word.chmod(0o644)
    made = subprocess.run([*as_user, bin_ / "initdb", "-D", where / "data", "-U", "auditor", "--auth=scram-sha-256", f"--pwfile={word}", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"], capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    log = (where / "server.log").open("w")
    server = subprocess.Popen([*as_user, bin_ / "postgres", "-D", where / "data", "-p", str(port), "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={where}", "-c", "fsync=off"], stdout=log, stderr=log)
    try:
        for _ in range(200):
            if subprocess.run([bin_ / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]).returncode == 0:
                break
            assert server.poll() is None, (where / "server.log").read_text()
            time.sleep(0.1)
        yield f"postgresql://auditor:{quote(WORD, safe='')}@127.0.0.1:{port}/postgres", port
    finally:
        # runuser is the parent: the server itself is told by the pid that it wrote.
        with contextlib.suppress(OSError, ValueError, IndexError):
            os.kill(int((where / "data" / "postmaster.pid").read_text().split()[0]), signal.SIGINT)
        server.wait(30)


def files(folder):
    return {name: (folder / name).read_bytes() for name in FILES}


def campaign(*arguments, status=0):
    got, out, err = run("campaign", *arguments)
    assert got == status, f"status {got}: {err}"
    return out + err


class Test:
    def __init__(self, folder, address, port):
        self.folder, self.address, self.port = folder, address, port

    def same_as_sqlite(self):
        for name, store in {"pg": self.address, "lite": self.folder / "a.db"}.items():
            campaign("import", self.folder / "out", "--store", store, "--round", "Đợt '2026'")
            campaign("import", self.folder / "out", "--store", store, "--round", "Đợt '2026'", "--rejudge", "--as-of", "2026-11-25", "--profile", "vn-2022")
            campaign("export", "--store", store, "-o", self.folder / name, "--reports", ".")
            campaign("export", "--store", store, "-o", self.folder / f"{name}-again", "--rejudged")
        assert files(self.folder / "pg") == files(self.folder / "out"), "another summary than the batch's"
        assert files(self.folder / "lite") == files(self.folder / "out")
        assert files(self.folder / "pg-again") == files(self.folder / "lite-again")
        assert json.loads((self.folder / "pg-again" / "summary.json").read_text())["profiles"][0]["id"] == "vn-2022"

    def same_trend_and_list(self):
        for command in (["trend", "u001"], ["rank"], ["list"]):
            both = [campaign(*command, "--store", store) for store in (self.address, self.folder / "a.db")]
            assert both[0] == both[1] and "2026" in both[0], both

    def two_at_once(self):
        """Neither sees half of the other's round; one of two first openings makes the tables."""
        begun = [subprocess.Popen([PROGRAM, "campaign", "import", self.folder / "out", "--store", self.address, "--round", f"at-once-{i}"], stderr=subprocess.PIPE) for i in range(4)]
        for process in begun:
            assert process.wait(60) == 0, process.stderr.read().decode()
        assert campaign("list", "--store", self.address).count("at-once-") == 4

    def failures_name_no_password(self):
        out = campaign("list", "--store", "postgresql://auditor:some-word@127.0.0.1/a%20b", status=3)
        assert "some-word" not in out and "dbname must not" in out, out
        out = campaign("list", "--store", "postgresql://a:some-word@[::1/x", status=3)
        assert "some-word" not in out and "no address" in out, out
        out = campaign("list", "--store", self.address.replace(quote(WORD, safe=''), "wrong-word"), status=3)
        assert "wrong-word" not in out and "127.0.0.1" in out, out
        out = campaign("list", "--store", f"postgresql://auditor:some-word@127.0.0.1:{free_port()}/postgres", status=3)
        assert "some-word" not in out, out


def main():
    bin_ = programs()
    if bin_ is None:
        skip("there is no PostgreSQL")
    if not shutil.which("nginx"):
        skip("there is no nginx")
    cases = Cases()
    with scratch() as folder:
        folder.chmod(0o755)
        fleet = Fleet(folder / "fleet", 5, ["dead"])
        with fleet.served():
            status, _, err = run("batch", fleet.write_list(folder / "units.csv"), "-o", folder / "out", *ARGS)
            assert status == 2, err
        with postgresql(folder / "postgresql", bin_) as (address, port):
            test = Test(folder, address, port)
            cases.case("the same summaries as from SQLite", test.same_as_sqlite)
            cases.case("the same trend, ranking and list", test.same_trend_and_list)
            cases.case("several programs at once", test.two_at_once)
            cases.case("failures name no password", test.failures_name_no_password)
    cases.end(4)


main()
