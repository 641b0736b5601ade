"""A fetch that is broken off in any way is gone on with, and then gives what a fetch in one go gives: killed at 20 random
moments, stopped once and twice, out of disk, its folder gone. What must not be gone on with is refused with the reason."""
import http.server
import random
import resource
import threading
import zipfile

from support import *

SEED = 20261123
KILLS = 20


def index_of(file):
    """(address, status, digest) of every answer."""
    with zipfile.ZipFile(file) as archive:
        lines = [json.loads(line.split(" ", 2)[2]) for line in archive.read("indexes/index.cdx").decode().splitlines()]
    return sorted((line["url"], line["status"], line["digest"]) for line in lines)


def pages_of(file):
    with zipfile.ZipFile(file) as archive:
        lines = [json.loads(line) for line in archive.read("pages/pages.jsonl").decode().splitlines()[1:]]
    return sorted((line["url"], line["title"]) for line in lines)


def without_moments(value):
    """An audit without what tells one run from another: digests, moments, times, that it was resumed."""
    if isinstance(value, dict):
        return {key: without_moments(one) for key, one in value.items()
                if key not in ("sha256", "begun", "ended", "resumed", "at", "digest", "file", "fetched", "elapsed_ms", "times", "response_ms", "offset", "position")}
    return [without_moments(one) for one in value] if isinstance(value, list) else value


class Fetch:
    """A fetch of the address into a file, running."""

    def __init__(self, address, file, *more, **popen):
        self.file, self.part = file, file.with_name(file.name + ".part")
        self.process = subprocess.Popen([PROGRAM, "fetch", address, "--allow-private", "--interval", "20", "-o", str(file), *more],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"}, **popen)

    def until_kept(self, size=1):
        """Until something is kept."""
        until = time.monotonic() + 30
        while time.monotonic() < until and self.process.poll() is None:
            if self.part.exists() and self.part.stat().st_size >= size:
                return self
            time.sleep(0.001)
        raise AssertionError("nothing was kept in time: " + (self.process.stderr.read() if self.process.poll() is not None else ""))

    def end(self, how=None):
        """Sends the signal, if any; gives the status and what was said."""
        if how is not None:
            self.process.send_signal(how)
        err = self.process.communicate(timeout=100)[1]
        return self.process.returncode, err


def fetch(address, file, *more):
    return Fetch(address, file, *more).end()


def expect_whole(whole, file, address, where):
    """The file holds, and is what the whole one is."""
    status, out, err = run("verify", file)
    assert status == 0 and "every digest holds" in out and "broken off" not in out, out + err
    assert not file.with_name(file.name + ".part").exists(), "the part is still there"
    assert index_of(file) == index_of(whole), f"other answers: {set(index_of(file)) ^ set(index_of(whole))}"
    assert pages_of(file) == pages_of(whole), "other pages"
    audits = []
    for number, one in enumerate((whole, file)):
        status, _, err = run("check", one, "-o", where / f"{file.name}.{number}.json", *UNIT)
        assert status == 0, err
        audits.append(without_moments(json.loads((where / f"{file.name}.{number}.json").read_text())))
    for key in audits[0]:
        assert audits[0][key] == audits[1][key], f"the audits differ in {key}: {json.dumps(audits[0][key])[:600]} / {json.dumps(audits[1][key])[:600]}"


def killed(address, whole, where, duration):
    chance = random.Random(SEED)
    in_the_middle = 0
    for number in range(KILLS):
        file = where / f"k{number}.wacz"
        running = Fetch(address, file).until_kept()
        time.sleep(chance.uniform(0, duration))
        status, err = running.end(signal.SIGKILL)
        if status == 0:
            continue  # it was faster than the signal
        in_the_middle += 1
        status, err = fetch(address, file, "--resume")
        assert status == 0, f"kill {number}: status {status}: {err}"
        expect_whole(whole, file, address, where)
    assert in_the_middle >= KILLS * 3 // 4, f"only {in_the_middle} were killed"


def killed_again_and_again(address, whole, where, duration):
    chance = random.Random(SEED + 1)
    file = where / "again.wacz"
    kept = 0
    more = []
    for _ in range(8):
        running = Fetch(address, file, *more).until_kept(kept + 1)
        more = ["--resume"]
        time.sleep(chance.uniform(0, duration / 6))
        if running.end(signal.SIGKILL)[0] == 0:
            break
        kept = running.part.stat().st_size if running.part.exists() else 0
    assert kept > 0, "never killed"
    status, err = fetch(address, file, "--resume")
    assert status == 0, err
    expect_whole(whole, file, address, where)
    # again: nothing to do, nothing changed
    before = file.read_bytes()
    status, err = fetch(address, file, "--resume")
    assert status == 0 and "is whole already" in err and file.read_bytes() == before, err


def stopped_once(address, whole, where):
    file = where / "once.wacz"
    running = Fetch(address, file).until_kept(3000)
    status, err = running.end(signal.SIGINT)
    assert status == 4 and "--resume goes on with it" in err, f"{status}: {err}"
    assert file.exists() and not running.part.exists(), "it was not sealed"
    status, out, err = run("verify", file)
    assert status == 0 and "the crawl was broken off" in out, out + err
    assert 0 < len(index_of(file)) < len(index_of(whole)), "it was not stopped in the middle"
    status, _, err = run("check", file, "-o", where / "once.json", *UNIT)
    assert status == 0 and not json.loads((where / "once.json").read_text())["evidence"]["complete"], err
    status, err = fetch(address, file, "--resume")
    assert status == 0, err
    expect_whole(whole, file, address, where)


class Stuck(http.server.BaseHTTPRequestHandler):
    """A page with two links; /slow does not answer before it is released."""
    released = threading.Event()
    asked = threading.Event()

    def do_GET(self):
        body = {"/": b'<title>t</title><a href="/slow">a</a><a href="/b">b</a>', "/slow": b"<title>s</title>slow", "/b": b"<title>b</title>b"}.get(self.path)
        if self.path == "/slow":
            self.asked.set()
            self.released.wait(50)
        with contextlib.suppress(OSError):
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

    def log_message(self, *_):
        pass


def stopped_twice(where):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stuck)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    try:
        file = where / "twice.wacz"
        running = Fetch(address, file)
        assert Stuck.asked.wait(30), "the slow page was not asked for"
        running.process.send_signal(signal.SIGINT)
        time.sleep(0.3)
        assert running.process.poll() is None, "it did not wait for what was on its way"
        status, err = running.end(signal.SIGINT)
        assert status == 4, f"{status}: {err}"
        assert running.part.exists() and not file.exists(), "it stopped to seal"
        assert not Stuck.released.is_set(), "it waited for the answer"
        Stuck.released.set()
        status, err = fetch(address, file, "--resume")
        assert status == 0, err
        assert {url.removeprefix(address) for url, _, _ in index_of(file)} >= {"", "slow", "b"}, index_of(file)
    finally:
        Stuck.released.set()
        server.shutdown()
        server.server_close()


def full_disk(address, whole, where):
    file = where / "full.wacz"
    limit = whole.stat().st_size // 2

    def small_disk():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    # Python ignores SIGXFSZ, and so does the child: the write fails as on a full disk.
    running = Fetch(address, file, preexec_fn=small_disk, restore_signals=False)
    status, err = running.end()
    assert status == 3 and f'cannot write "{running.part}"' in err, f"{status}: {err}"
    assert not file.exists() and 0 < running.part.stat().st_size <= limit
    status, out, err = run("verify", running.part)
    assert status == 0, f"what was kept is not intact: {out}{err}"
    status, err = fetch(address, file, "--resume")
    assert status == 0, err
    expect_whole(whole, file, address, where)


def full_disk_while_sealing(address, whole, where):
    file = where / "seal.wacz"
    with zipfile.ZipFile(whole) as archive:
        size = archive.getinfo("archive/data.warc.gz").file_size
    limit = size + 2000  # the records fit, give or take a few bytes; with index and list of pages they do not

    def small_disk():
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    running = Fetch(address, file, preexec_fn=small_disk, restore_signals=False)
    status, err = running.end()
    assert status == 3 and "cannot write" in err, f"{status}: {err}"
    assert sorted(path.name for path in where.glob("seal.wacz*")) == ["seal.wacz.part"], list(where.glob("seal.wacz*"))
    status, err = fetch(address, file, "--resume")
    assert status == 0, err
    expect_whole(whole, file, address, where)


def vanished_folder(address, whole, where):
    folder, gone = where / "folder", where / "gone"
    running = Fetch(address, folder / "v.wacz").until_kept(3000)
    folder.rename(gone)
    status, err = running.end()
    assert status == 3 and str(folder / "v.wacz") in err, f"{status}: {err}"
    status, out, err = run("verify", gone / "v.wacz.part")
    assert status == 0, f"what was kept is not intact: {out}{err}"
    status, err = fetch(address, gone / "v.wacz", "--resume")
    assert status == 0, err
    expect_whole(whole, gone / "v.wacz", address, where)


def refused(address, whole, where):
    file = where / "refused.wacz"
    part = file.with_name(file.name + ".part")
    assert Fetch(address, file).until_kept(3000).end(signal.SIGKILL)[0] == -9
    before = part.read_bytes()
    for more, reason in (
            ([], "holds an unfinished fetch"),
            (["--resume", "--max-pages", "7"], "has another set of options"),
            (["--resume", "--ignore-robots"], "has another set of options"),
            (["--resume", "--basic-auth", "a:b"], "has another set of options"),
            (["--resume", "--scope", "domain"], "has another scope"),
            (["--resume", "--restart"], "exclude each other")):
        status, err = fetch(address, file, *more)
        assert status == 3 and reason in err, f"{more}: {status}: {err}"
        assert part.read_bytes() == before, f"{more}: the part was changed"
    status, err = fetch(address + "gioi-thieu/", file, "--resume")
    assert status == 3 and "has another start address" in err, err
    status, err = fetch(address, where / "nothing.wacz", "--resume")
    assert status == 3 and "there is nothing to resume" in err, err
    # while one writes, another is refused, and does no harm
    running = Fetch(address, file, "--resume").until_kept(len(before) + 1)
    for more in ([], ["--resume"], ["--restart"]):
        status, err = fetch(address, file, *more)
        assert status == 3 and "is being written by another process" in err, f"{more}: {status}: {err}"
    status, err = running.end()
    assert status == 0, err
    expect_whole(whole, file, address, where)
    assert Fetch(address, where / "again.wacz").until_kept(3000).end(signal.SIGKILL)[0] == -9
    status, err = fetch(address, where / "again.wacz", "--restart")
    assert status == 0, err
    expect_whole(whole, where / "again.wacz", address, where)


def main():
    if shutil.which("nginx") is None:
        skip("there is no nginx")
    cases = Cases()
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    with scratch() as where:
        copy_example(where / "site", address)
        with nginx(where / "site", where / "nginx", port):
            whole = where / "whole.wacz"
            begin = time.monotonic()
            status, err = fetch(address, whole)
            assert status == 0, err
            duration = time.monotonic() - begin
            assert len(index_of(whole)) > 50, "the portal is too small for this"

            def case(function, *more):
                (where / function.__name__).mkdir()
                cases.case(function.__name__.replace("_", " "), lambda: function(address, whole, where / function.__name__, *more))
            case(killed, duration)
            case(killed_again_and_again, duration)
            for function in (stopped_once, full_disk, full_disk_while_sealing, vanished_folder, refused):
                case(function)
        (where / "twice").mkdir()
        cases.case("stopped twice", lambda: stopped_twice(where / "twice"))
    cases.end(8)


main()
