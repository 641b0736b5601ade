"""The folder, nginx over HTTP, nginx over HTTPS with a CA of the test's own, and the evidence of each give the same
audit, addresses and what only a server has aside."""
import gzip
import json
import zipfile

from support import *

# What only a server can show, or what names the run and not the portal.
SERVER_RULES = {"vn.tt32-2017/https.services", "vn.tt32-2017/https.certificate", "vn.tt32-2017/security.headers", "vn.tt32-2017/access.ipv6"}


def plain(result, address):
    """The audit without the run's identity and without the rules about the server, addresses made alike."""
    text = json.dumps(result, ensure_ascii=False).replace(address, "PORTAL/")
    out = json.loads(text)
    for key in ("sha256", "begun", "ended", "source"):
        out["evidence"].pop(key)
    for key in ("scope", "hosts", "http_version", "security_headers"):
        out["portal"].pop(key)
    out.pop("score")
    out.pop("score_with_waivers")
    out.pop("as_of")
    out.pop("notes")
    out["findings"] = [f for f in out["findings"] if f["rule"] not in SERVER_RULES]
    for finding in out["findings"]:
        finding.pop("id")  # holds the host
    return json.dumps(out, ensure_ascii=False, indent=1)


def authority(where):
    def openssl(*arguments):
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test CA", "-keyout", where / "ca.key", "-out", where / "ca.pem")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-keyout", where / "k.pem", "-out", where / "k.csr")
    (where / "ext").write_text("subjectAltName=IP:127.0.0.1")
    openssl("x509", "-req", "-in", where / "k.csr", "-CA", where / "ca.pem", "-CAkey", where / "ca.key", "-days", "2", "-extfile", where / "ext", "-out", where / "c.pem")
    return where / "c.pem", where / "k.pem"


def difference(a, b):
    for left, right in zip(a.splitlines(), b.splitlines()):
        if left != right:
            return f"\n  {left}\n  {right}"
    return "lengths"


def main():
    cases = Cases()
    with scratch() as where:
        folder = audit_folder(EXAMPLE, where / "folder")
        for scheme in ("http", "https"):
            port = free_port()
            address = f"{scheme}://127.0.0.1:{port}/"
            root = copy_example(where / scheme / "site", address)
            tls = authority(where) if scheme == "https" else None
            trust = ["--ca-file", where / "ca.pem"] if tls else []
            with nginx(root, where / scheme / "nginx", port, tls):
                result = audit(address, where / scheme / "out", "--allow-private", "--interval", "0", *trust, *UNIT)
            same_folder = audit(root, where / scheme / "folder", "--as", address, "--dated", result["evidence"]["begun"], *UNIT)

            def agrees(result=result, same_folder=same_folder, address=address):
                a, b = plain(result, address), plain(same_folder, address)
                assert a == b, difference(a, b)
            cases.case(f"{scheme} and folder of the same moment", agrees)

            def evidence(scheme=scheme):
                status, _, err = run("check", where / scheme / "out/portal.wacz", "-o", where / scheme / "again.json", *UNIT)
                assert status == 0, err
                assert (where / scheme / "again.json").read_bytes() == (where / scheme / "out/audit.json").read_bytes()
            cases.case(f"{scheme}: the evidence gives the same bytes", evidence)

            def server_rules(result=result, scheme=scheme):
                got = verdicts(result)["vn.tt32-2017/https.services"]
                assert got == ("passed" if scheme == "https" else "failed"), got
            cases.case(f"{scheme}: the rule about https", server_rules)

            def host_facts(result=result, scheme=scheme, port=port):
                host, = result["portal"]["hosts"]
                assert (host["host"], host["port"], host["a"], host["fixed_address"]) == ("127.0.0.1", port, ["127.0.0.1"], True), host
                assert host["requests"] == result["crawl"]["addresses"] and host["response_ms"]["p50"] <= host["response_ms"]["p99"], host
                tls = host["tls"]
                if scheme == "http":
                    assert tls == {"version": "", "cipher": "", "alpn": "", "failure": "", "verify": "", "chain": []}, tls
                else:
                    assert tls["version"] in ("TLSv1.2", "TLSv1.3") and tls["verify"] == "ok" and tls["failure"] == "", tls
                    assert [one["subject"] for one in tls["chain"]] == ["CN=127.0.0.1"] and tls["chain"][0]["issuer"] == "CN=Test CA", tls
                    assert tls["chain"][0]["key"] == "RSA 2048", tls
                assert result["portal"]["http_version"] == "1.1", result["portal"]["http_version"]
            cases.case(f"{scheme}: facts of the host", host_facts)

            def compressed(scheme=scheme):
                with zipfile.ZipFile(where / scheme / "out/portal.wacz") as archive:
                    heads = gzip.decompress(archive.read("archive/data.warc.gz"))
                assert heads.count(b"Content-Encoding: gzip") > 50, "bodies are kept as they came"
            cases.case(f"{scheme}: bodies are stored content-encoded", compressed)

        def dates_aside():
            truth = {row["rule"]: row["verdict"] for row in TRUTH["verdict"]}
            assert all(truth[rule] == verdict for rule, verdict in verdicts(folder).items())
        cases.case("the folder is as the truth says", dates_aside)
    cases.end(11)


main()
