"""Wrong input: a message that names the thing, the right exit status, nothing half-written."""
from support import *


def expect(status, words, *arguments, cwd=None):
    got, out, err = run(*arguments, cwd=cwd)
    assert got == status, f"status {got}, not {status}: {err}"
    for word in words:
        assert word in err, f"{word!r} is not in: {err}"
    assert "internal" not in err


def nothing_left(folder, *allowed):
    left = {path.name for path in folder.rglob("*") if path.is_file()} - set(allowed)
    assert not left, f"left behind: {left}"


def certificate(where):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
                    "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(where / "k.pem"), "-out", str(where / "c.pem")],
                   check=True, capture_output=True)
    return where / "c.pem", where / "k.pem"


def main():
    cases = Cases()
    with scratch() as where:
        site = where / "site"
        site.mkdir()
        (site / "file.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
        port, tls_port = free_port(), free_port()
        home = f"http://127.0.0.1:{port}"
        local = ["--allow-private", "--interval", "0"]
        with nginx(site, where / "n1", port), nginx(site, where / "n2", tls_port, certificate(where)):
            def case(name, status, words, *arguments, allowed=("portal.wacz",)):
                out = where / f"out-{cases.count}"

                def body():
                    expect(status, words, *[str(a).replace("OUT", str(out)) for a in arguments])
                    if out.exists():
                        nothing_left(out, *allowed)
                cases.case(name, body)

            case("unknown command", 3, ['unknown command "audti"', 'did you mean "audit"?'], "audti")
            case("no command", 3, ["subcommand"])
            case("unknown option", 3, ["--colour"], "audit", home, "--colour")
            case("option without its value", 3, ["--profile"], "check", "x", "--profile")
            case("not a number", 3, ["--max-pages"], "fetch", home, "--max-pages", "many")
            case("no address", 3, ["neither an http(s) address nor a folder"], "audit", "https://", "-o", "OUT")
            case("another scheme", 3, ["ftp://example.vn"], "audit", "ftp://example.vn", "-o", "OUT")
            case("password in the address", 3, ["user name or password"], "audit", "https://u:p@example.vn", "-o", "OUT")
            case("unknown host", 2, ["the host name is not known"], "audit", "https://nothing.invalid", "-o", "OUT", "--profile", "vn-2011")
            case("nobody listens", 2, ["no connection"], "audit", f"http://127.0.0.1:{free_port()}", "-o", "OUT", *local)
            case("private address", 2, ["private address", "--allow-private"], "audit", home, "-o", "OUT")
            case("bad TLS", 2, ["secure connection (TLS) failed"], "audit", f"https://127.0.0.1:{tls_port}", "-o", "OUT", *local)
            case("home page is not there", 2, ["answers 403"], "audit", home, "-o", "OUT", *local)
            case("404", 2, ["answers 404"], "audit", home + "/nothing.html", "-o", "OUT", *local)
            case("a PDF as home page", 2, ["no web page", "application/pdf"], "audit", home + "/file.pdf", "-o", "OUT", *local)
            case("too fast for a public portal", 3, ["private addresses only"], "audit", "https://example.vn", "--interval", "0", "-o", "OUT")
            (where / "empty").mkdir()
            case("empty folder", 3, ["is empty"], "audit", where / "empty", "--as", AS, "-o", "OUT")
            case("folder without its address", 3, ["--as"], "audit", where / "empty", "-o", "OUT")
            case("folder without a home page", 2, ["answers 404"], "audit", site, "--as", AS, "-o", "OUT")
            case("moment that is none", 3, ['"yesterday" is no moment'], "audit", site, "--as", AS, "--dated", "yesterday", "-o", "OUT")
            case("moment for a portal", 3, ["--dated is for folders"], "audit", home, "--dated", "2026-11-23", "-o", "OUT")
            case("scope that leaves out the start", 3, ["leaves out the start address"], "audit", home, "--scope", "host:example.vn", "-o", "OUT", *local)
            case("broken scope", 3, ["is no scope"], "audit", home, "--scope", "everything", "-o", "OUT", *local)
            case("unknown profile", 3, ['unknown profile "vn-2012"', "vn-2011"], "audit", home, "--profile", "vn-2012", "-o", "OUT", *local)
            case("profile without a rule for the unit", 3, ["no rule of the profile"], "audit", home, "--profile", "vn-2011", "--as-of", "2018-01-01", "--unit-type", "commune", "-o", "OUT", *local)
            case("unknown unit type", 3, ["--unit-type"], "audit", home, "--unit-type", "city", "-o", "OUT")
            case("no rules there", 3, ["no rule pack found"], "audit", home, "--rules", where / "empty", "-o", "OUT", *local)
            case("evidence that is not there", 3, ["cannot read"], "check", where / "none.wacz", "-o", "OUT")
            (where / "text").write_text("hello")
            case("evidence that is none", 2, ["is no evidence file"], "check", where / "text", "-o", "OUT")
            case("audit that is none", 2, ["no valid JSON object"], "report", where / "text")
            (where / "other.json").write_text('{"schema_version": "1.0"}')
            case("audit with parts missing", 2, ["/tool is missing"], "report", where / "other.json")
            case("report without an audit", 3, ["an audit.json is needed"], "report")
            case("unknown format", 3, ["pdf"], "report", where / "other.json", "-f", "pdf")
            case("unknown rule", 3, ['unknown rule "intro.function"', 'did you mean'], "rules", "show", "intro.function")
            case("no rule for a reference", 3, ["no rule refers"], "rules", "list", "--reference", "99/9999/NĐ-CP")
            case("seeds that are none", 3, ["seeds:2:1", "is no http(s) address"], "fetch", home, "--seeds", seeds(where), "-o", "OUT", *local)

            def unwritable():
                (where / "a-file").write_text("x")
                expect(3, ["a-file"], "audit", home, "-o", str(where / "a-file"), *local)
                expect(3, ["a-file"], "fetch", home, "-o", str(where / "a-file" / "x.wacz"), *local)
                assert (where / "a-file").read_text() == "x"
                status, _, err = run("check", where / "text", "-o", "/proc/none/audit.json")
                assert status in (2, 3), err
            cases.case("output that cannot be written", unwritable)
    cases.end(35)


def seeds(where):
    (where / "seeds").write_text("https://example.vn/\nnot an address\n")
    return where / "seeds"


main()
