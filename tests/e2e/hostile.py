"""Portals that are old, broken or hostile, and outputs that are not plain files: no false verdict, nothing lost."""
import gzip
import http.server
import threading

from support import *

ND, TT = "vn.nd43-2011/", "vn.tt32-2017/"
LONG = "Sở thực hiện chức năng tham mưu, giúp Ủy ban nhân dân tỉnh quản lý nhà nước về ngành tại địa phương theo quy định của pháp luật."


class Answers(http.server.BaseHTTPRequestHandler):
    """Answers that a web server in order would not give."""
    pages = {}

    def do_GET(self):
        headers, body = self.pages.get(self.path, ({":status": "404"}, b""))
        self.send_response(int(headers.get(":status", "200")))
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            if not name.startswith(":"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def serving(pages):
    handler = type("Handler", (Answers,), {"pages": pages})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()


def site(where, pages):
    for name, html in pages.items():
        path = where / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html)
    return where


def judge(where, pages):
    result = audit(site(where / "site", pages), where / "out", "--as", "https://a.vn/", "--dated", "2026-11-23", "--profile", "vn-2011", "--unit-type", "provincial-department")
    return verdicts(result), {f["rule"]: f["why"]["en"] for f in result["findings"]}


def expect(got, **wanted):
    for rule, verdict in wanted.items():
        assert got[0][rule] == verdict, f"{rule}: {got[0][rule]} ({got[1][rule]}), not {verdict}"


def old_table_layout(where):
    row = '<a href="index.html">Trang chủ</a> | <a href="gt.html">Giới thiệu</a> | <a href="sd.html">Sơ đồ cổng</a>'
    got = judge(where, {
        "index.html": f'<html><title>t</title><body><table><tr><td><img src=b.jpg alt="Sở Công Thương tỉnh An Bình"></td></tr><tr><td>{row}</td></tr><tr><td>{LONG}</td></tr></table>',
        "gt.html": f"<html><title>Giới thiệu</title><body><b>Chức năng</b> {LONG}",
        "sd.html": "<html><title>Sơ đồ cổng</title><body><ul><li>Giới thiệu: trang về chức năng của Sở, cơ cấu các phòng và các đơn vị</ul>",
    })
    expect(got, **{TT + "menu.home": "passed", TT + "menu.introduction": "passed", TT + "menu.sitemap": "passed", TT + "header.agency-name": "passed", TT + "header.emblem": "passed"})


def frameset(where):
    got = judge(where, {"index.html": "<html><title>Sở</title><frameset cols='20%,*'><frame src=menu.html><frame src=main.html></frameset>",
                        "menu.html": "<a href=cn.html>Chức năng, nhiệm vụ</a>", "main.html": f"<p>{LONG}", "cn.html": f"<title>Chức năng, nhiệm vụ</title><p>{LONG}"})
    expect(got, **{TT + "menu.home": "cannot-tell", TT + "footer.phone": "cannot-tell", ND + "intro.functions": "passed"})


def cut_home(where):
    got = judge(where, {"index.html": "<html><title>t</title><body>" + "<div>" * 100000 + f"<p>{LONG}"})
    expect(got, **{TT + "menu.home": "cannot-tell", ND + "intro.functions": "cannot-tell"})


def empty_phrases(where):
    for number, phrase in enumerate(["Hệ thống đang bảo trì.", "Dữ liệu không tồn tại.", "Có 0 bản ghi.", "Nội dung sẽ được cập nhật.", "Lorem ipsum dolor sit amet, " * 8]):
        got = judge(where / str(number), {"index.html": '<title>t</title><nav><a href="cc.html">Cơ cấu tổ chức</a></nav>' + LONG,
                                          "cc.html": f"<title>Cơ cấu tổ chức</title><h1>Cơ cấu tổ chức</h1><p>{phrase} Mời quý vị quay lại sau, xin cảm ơn quý vị đã quan tâm đến trang."})
        expect(got, **{ND + "intro.structure": "failed"})


def a_million_links(where):
    (where / "site").mkdir()
    (where / "site/index.html").write_text("<title>t</title><body>" + "".join(f'<a href="/p{i}">x{i}</a>' for i in range(1_000_000)))
    status, _, err = run("audit", where / "site", "--as", "https://a.vn/", "-o", where / "out", "--max-pages", 50, "--profile", "vn-2011", timeout=60)
    assert status == 0, err


def broken_gzip(where):
    with serving({"/": ({"Content-Encoding": "gzip"}, b"<html>not gzip at all, but a page of text</html>")}) as address:
        result = audit(address, where, "--allow-private", "--interval", 0, "--profile", "vn-2011", "--unit-type", "provincial-department")
        got = verdicts(result)
        assert got[TT + "menu.home"] == got[ND + "intro.functions"] == "cannot-tell", got
        # What the home page's bytes do not matter for is known all the same.
        assert {rule for rule, verdict in got.items() if verdict == "failed"} == {TT + "https.services", TT + "https.certificate", TT + "sitemap.xml", TT + "security.headers"}, got


def gzip_bomb(where):
    with serving({"/": ({"Content-Encoding": "gzip"}, gzip.compress(b"<b>" * 60_000_000, 1))}) as address:
        status, _, err = run("audit", address, "-o", where, "--allow-private", "--interval", 0, "--profile", "vn-2011", "--unit-type", "provincial-department")
        assert status == 0, err
        assert verdicts(json.loads((where / "audit.json").read_text()))[TT + "menu.home"] == "cannot-tell"


def empty_home(where):
    with serving({"/": ({}, b"")}) as address:
        status, _, err = run("audit", address, "-o", where, "--allow-private", "--interval", 0, "--profile", "vn-2011")
        assert status == 2 and "gives an empty page" in err, err


def outputs(where):
    shutil.copytree(EXAMPLE, where / "site")
    result = where / "out"
    audit_folder(where / "site", result)
    before = {name: (result / name).read_bytes() for name in ("portal.wacz", "audit.json")}
    for arguments in (["check", result / "portal.wacz", "-o", result / "portal.wacz", *UNIT], ["report", result / "audit.json", "-f", "html", "-o", result / "audit.json"]):
        status, _, err = run(*arguments)
        assert status == 3 and "is the input" in err, err
    assert before == {name: (result / name).read_bytes() for name in before}, "an input was changed"
    # A device or a link stays what it is.
    pipe = where / "pipe"
    os.mkfifo(pipe)
    with open(where / "read", "wb") as read:
        reader = subprocess.Popen(["cat", str(pipe)], stdout=read)
    status, _, err = run("report", result / "audit.json", "-f", "json", "-o", pipe)
    reader.wait(10)
    assert status == 0 and (where / "read").read_bytes() == before["audit.json"] and pipe.is_fifo(), err
    (where / "target").write_text("old")
    (where / "link").symlink_to(where / "target")
    status, _, err = run("report", result / "audit.json", "-f", "json", "-o", where / "link")
    assert status == 0 and (where / "link").is_symlink() and (where / "target").read_bytes() == before["audit.json"], err
    with open("/dev/full", "w") as full:
        done = subprocess.run([PROGRAM, "report", str(result / "audit.json")], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 3 and done.stderr, "a full device went unnoticed"


def same_evidence(where):
    for threads in (1, 2, 8):
        audit_folder(EXAMPLE, where / str(threads), "--threads", threads)
    for name in ("portal.wacz", "audit.json", "report.html"):
        assert len({(where / str(threads) / name).read_bytes() for threads in (1, 2, 8)}) == 1, f"{name} depends on threads"


def interrupted(where):
    site(where / "site", {f"p{i}.html": f"<title>{i}</title>{LONG}" for i in range(300)})
    (where / "site/index.html").write_text("<title>t</title>" + "".join(f'<a href="p{i}.html">{i}</a>' for i in range(300)))
    port = free_port()
    with nginx(where / "site", where / "nginx", port):
        for number, (how, status) in enumerate(((signal.SIGINT, 4), (signal.SIGKILL, -9))):
            file = where / f"e{number}.wacz"
            process = subprocess.Popen([PROGRAM, "fetch", f"http://127.0.0.1:{port}/", "--allow-private", "--interval", "20", "-o", str(file)], stderr=subprocess.PIPE)
            time.sleep(1.0)
            process.send_signal(how)
            process.wait(20)
            assert process.returncode == status, process.returncode
            left = file if how == signal.SIGINT else file.with_name(file.name + ".part")
            got, _, err = run("check", left, "-o", where / f"{number}.json", "--profile", "vn-2011", "--unit-type", "province")
            assert got == 0, err
            result = json.loads((where / f"{number}.json").read_text())
            assert not result["evidence"]["complete"] and result["notes"] and 1 <= result["crawl"]["pages"] < 301, result["crawl"]
            assert result["score"]["verdicts"].get("cannot-tell", 0) > 10, "what was not seen counts as not known"


def main():
    cases = Cases()
    with scratch() as where:
        for case in (old_table_layout, frameset, cut_home, empty_phrases, a_million_links, broken_gzip, gzip_bomb, empty_home, outputs, same_evidence, interrupted):
            (where / case.__name__).mkdir()
            cases.case(case.__name__.replace("_", " "), lambda case=case: case(where / case.__name__))
    cases.end(11)


main()
