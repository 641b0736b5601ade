"""portal.wacz is what other people's tools take it for: Python's zipfile and hashlib read the container, and `warcio` of the npm
registry reads every record, offline. Also the ledger and a signature, held against csv and openssl."""
import csv
import hashlib
import io
import zipfile

from support import *

NPM = ROOT / "build" / "npm"
READER = ROOT / "tests" / "npm" / "read_warc.mjs"
PARTS = ["archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl", "logs/crawl.jsonl"]


def sha256(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


def make_site(where, address):
    """The example portal, with a page that is there three times, one that is missing, and one that moved."""
    site = copy_example(where / "site", address)
    page = "<!doctype html><title>Bản sao</title><p>" + " ".join(hashlib.sha256(bytes([i])).hexdigest() for i in range(30))
    for name in ("ban-sao-1.html", "ban-sao-2.html", "ban-sao-3.html"):
        (site / name).write_text(page)
    (site / "muc").mkdir()
    (site / "muc/index.html").write_text("<title>Mục</title><p>Trang mục.")
    links = "".join(f'<a href="/{name}">{name}</a>' for name in ("ban-sao-1.html", "ban-sao-2.html", "ban-sao-3.html", "khong-co.html", "muc", "%C4%91.html?b=2&amp;a=%22x%22"))
    home = site / "index.html"
    home.write_text(home.read_text().replace("</body>", links + "</body>"))
    return site


def warcio(warc):
    done = subprocess.run(["node", str(READER), str(NPM), str(warc)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


class Read:
    """The container as zipfile sees it."""

    def __init__(self, file):
        with zipfile.ZipFile(file) as archive:
            self.bad = archive.testzip()
            self.infos = archive.infolist()
            self.parts = {info.filename: archive.read(info) for info in self.infos}
        self.package = json.loads(self.parts["datapackage.json"])
        self.index = [line.split(" ", 2) for line in self.parts["indexes/index.cdx"].decode().splitlines()]
        self.pages = [json.loads(line) for line in self.parts["pages/pages.jsonl"].decode().splitlines()]


def container(read):
    assert read.bad is None, read.bad
    assert [info.filename for info in read.infos] == [*PARTS, "datapackage.json", "datapackage-digest.json"]
    assert all(info.compress_type == zipfile.ZIP_STORED for info in read.infos), "a part is compressed"
    assert read.package["wacz_version"] == "1.1.1" and read.package["profile"] == "data-package"
    assert [one["path"] for one in read.package["resources"]] == PARTS
    for one in read.package["resources"]:
        data = read.parts[one["path"]]
        assert one["hash"] == sha256(data) and one["bytes"] == len(data) and one["name"] == one["path"].split("/")[-1], one
    assert json.loads(read.parts["datapackage-digest.json"]) == {"path": "datapackage.json", "hash": sha256(read.parts["datapackage.json"])}
    for line in read.parts["logs/crawl.jsonl"].decode().splitlines():
        assert json.loads(line)["event"]


def records(read, found, file):
    status, out, err = run("verify", file)
    answers = sum(one["type"] == "metadata" and not one["url"].startswith("urn:") for one in found)
    assert status == 0 and f" {len(found)} records, {answers} answers, {len(read.pages) - 1} pages; every digest holds" in out, out + err
    kinds = {kind: [one for one in found if one["type"] == kind] for kind in ("warcinfo", "response", "request", "revisit", "metadata")}
    assert sum(map(len, kinds.values())) == len(found), {one["type"] for one in found}
    assert len(kinds["warcinfo"]) == 1 and found[0]["type"] == "warcinfo"
    assert len(kinds["response"]) > 70 and len(kinds["revisit"]) >= 2
    assert len(kinds["request"]) == len(kinds["response"]) + len(kinds["revisit"])
    # one gzip member a record, one behind the other
    at = 0
    for one in found:
        assert one["offset"] == at, f"{one['offset']}, not {at}"
        at += one["length"]
    assert at == len(read.parts["archive/data.warc.gz"])
    assert len({one["id"] for one in found}) == len(found), "record ids are not unique"


def payloads(address, found):
    by_url = {}
    for one in found:
        if one["type"] == "response":
            assert one["payload_digest"] == one["digest"], one
            assert one["statusline"].startswith(f"HTTP/1.1 {one['status']} ") and one["status"] in (200, 301, 404), one
            by_url[one["url"]] = one
        elif one["type"] == "revisit":
            original = by_url[one["refers_to"]]
            assert one["payload_digest"] == original["payload_digest"] and one["size"] == 0 and one["status"] == 200, one
            assert one["profile"] == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
            by_url[one["url"]] = one
        elif one["type"] == "request":
            assert one["statusline"].startswith("GET /") and one["concurrent_to"] == by_url[one["url"]]["id"], one
    copies = [by_url[f"{address}ban-sao-{number}.html"] for number in (1, 2, 3)]
    assert sorted(one["type"] for one in copies) == ["response", "revisit", "revisit"], copies
    assert by_url[address + "khong-co.html"]["status"] == 404 and by_url[address + "muc"]["status"] == 301


def index(read, found):
    by_offset = {one["offset"]: one for one in found}
    assert read.index == sorted(read.index), "not sorted"
    for key, stamp, rest in read.index:
        line = json.loads(rest)
        one = by_offset.pop(int(line["offset"]))
        assert one["type"] in ("response", "revisit") and one["url"] == line["url"] and one["length"] == int(line["length"]), (one, line)
        assert line["digest"] == one["payload_digest"] and int(line["status"]) == one["status"] and line["filename"] == "data.warc.gz", (one, line)
        assert stamp == "".join(c for c in one["date"] if c.isdigit()) and key.startswith("127.0.0.1:"), (key, stamp)
        assert (line["mime"] == "warc/revisit") == (one["type"] == "revisit"), line
    assert not [one for one in by_offset.values() if one["type"] in ("response", "revisit")], "an answer is not in the index"


def pages(read, address, found):
    assert read.pages[0] == {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
    answered = {one["url"]: one["date"] for one in found if one["type"] in ("response", "revisit") and one["status"] == 200}
    listed = {one["url"]: one for one in read.pages[1:]}
    assert len(listed) == len(read.pages) - 1 >= 70 and len({one["id"] for one in read.pages}) == len(read.pages)
    assert set(listed) <= set(answered) and address in listed and address + "khong-co.html" not in listed
    assert all(one["ts"] == answered[url] for url, one in listed.items())
    assert listed[address + "ban-sao-1.html"]["title"] == "Bản sao", listed[address + "ban-sao-1.html"]


def ledger(file, found, where):
    status, out, err = run("ledger", file)
    assert status == 0, err
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    requests = [one for one in found if one["type"] == "request"]
    assert [row["url"] for row in rows if row["status"] != "0"] == [one["url"] for one in requests]
    answers = {one["url"]: one for one in found if one["type"] in ("response", "revisit")}
    sizes = {one["payload_digest"]: one["size"] for one in found if one["type"] == "response"}
    for row in rows:
        one = answers[row["url"]]
        assert int(row["status"]) == one["status"] and row["address"] == "127.0.0.1" and row["failure"] == "" and row["attempt"].isdigit(), row
        assert int(row["bytes"]) == sizes[one["payload_digest"]] and row["purpose"] in ("page", "robots", "sitemap", "probe"), row
    status, _, err = run("ledger", file, "-o", file)
    assert status == 3 and "is the input" in err, err
    status, _, err = run("ledger", where / "nginx/nginx.conf")
    assert status == 2 and "is no evidence file" in err, err


def signature(file, where):
    def openssl(*arguments):
        return subprocess.run(["openssl", *map(str, arguments)], cwd=where, capture_output=True).returncode
    assert openssl("dgst", "-sha256", "-verify", "public.pem", "-signature", f"{file}.sig", file) == 0
    status, out, err = run("verify", file, "--public-key", where / "public.pem")
    assert status == 0 and "signed by" in out, err
    status, out, err = run("verify", file)
    assert status == 0 and "was not looked at: name the public key" in err, err
    assert openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "other.key") == 0
    assert openssl("pkey", "-in", "other.key", "-pubout", "-out", "other.pem") == 0
    status, out, err = run("verify", file, "--public-key", where / "other.pem")
    assert status == 2 and "is no signature of" in err, f"{status} {err}"
    # one bit
    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 4
    changed = where / "changed.wacz"
    changed.write_bytes(data)
    status, out, err = run("verify", changed, "--signature", f"{file}.sig", "--public-key", where / "public.pem")
    assert status == 2 and "archive/data.warc.gz, byte " in err, f"{status} {err}"


def audited(file, where):
    audit_json = where / "audit.json"
    status, _, err = run("check", file, "-o", audit_json, *UNIT)
    assert status == 0, err
    status, out, err = run("verify", file, audit_json)
    assert status == 0 and "judged again, the same to the byte" in out, f"{status} {out} {err}"
    text = audit_json.read_text()
    assert '"passed"' in text
    (where / "changed.json").write_text(text.replace('"passed"', '"failed"', 1))
    status, out, err = run("verify", file, where / "changed.json")
    assert status == 2 and "differs from what the evidence gives, first in line" in err, f"{status} {out}{err}"


def main():
    if shutil.which("nginx") is None:
        skip("there is no nginx")
    cases = Cases()
    port = free_port()
    address = f"http://127.0.0.1:{port}/"
    with scratch() as where:
        subprocess.run(["openssl", "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "sign.key"], cwd=where, check=True, capture_output=True)
        subprocess.run(["openssl", "pkey", "-in", "sign.key", "-pubout", "-out", "public.pem"], cwd=where, check=True, capture_output=True)
        file = where / "portal.wacz"
        with nginx(make_site(where, address), where / "nginx", port):
            status, _, err = run("fetch", address, "--allow-private", "--interval", 0, "-o", file, "--sign-key", where / "sign.key")
            assert status == 0, err
        # The server is gone: what follows is offline.
        read = Read(file)
        cases.case("container", lambda: container(read))
        cases.case("signature", lambda: signature(file, where))
        cases.case("audit follows from the evidence", lambda: audited(file, where))
        if shutil.which("node") is None or not (NPM / "node_modules" / "warcio").is_dir():
            if cases.failed:
                cases.end(3)
            skip("warcio is not installed (tests/run.sh installs it with npm); the container was looked at, its records were not")
        warc = where / "data.warc.gz"
        warc.write_bytes(read.parts["archive/data.warc.gz"])
        found = warcio(warc)
        cases.case("records", lambda: records(read, found, file))
        cases.case("payloads", lambda: payloads(address, found))
        cases.case("index", lambda: index(read, found))
        cases.case("pages", lambda: pages(read, address, found))
        cases.case("ledger", lambda: ledger(file, found, where))
    cases.end(8)


main()
