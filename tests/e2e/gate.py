"""The gate as a pipeline meets it: exit status and what is told, over saved audits, and in `audit` and `check`."""
import json
import sys

from support import EXAMPLE, AS, DATED, ROOT, UNIT, Cases, run, scratch

SAMPLE = ROOT / "tests/report/golden/audit.json"


def gate(*arguments):
    status, out, err = run("gate", *arguments)
    assert (status == 3) == bool(err), f"status {status}, told of an error: {err!r}"
    return status, out + err


def changed(folder, name, change):
    """The sample with `change` made to it."""
    audit = json.loads(SAMPLE.read_text())
    change(audit)
    path = folder / name
    path.write_text(json.dumps(audit))
    return path


def fixed_in_baseline(audit):
    """As if the critical failure had passed before: points and score too, for an audit must hold together."""
    finding = audit["findings"][1]
    finding["verdict"], finding["points"] = "passed", {"low": 10.0, "high": 10.0, "possible": 10.0}
    for score in (audit["score"], audit["score_with_waivers"]):
        score["points"]["low"] += 10
        score["points"]["high"] += 10
        score["low"], score["high"] = 60.34, 84.48


def statuses(folder):
    table = (
        (["--min-score", "25"], 0, "gate: passed"),
        (["--min-score", "26"], 1, "the score is 25.86 %, under 26 % (low end of 25.86 – 50 %)"),
        (["--min-score", "26", "--score", "high"], 0, "gate: passed"),
        (["--min-score", "26", "--report-only"], 0, "only reported"),
        (["--min-coverage", "76"], 2, "only 75.86 % of the points are decided, under 76 %"),
        (["--min-coverage", "76", "--report-only"], 0, "gate: could not judge"),
        (["--fail-on", "critical"], 1, "vn.nd43-2011/strategy.plans (critical)"),
        (["--fail-on-rule", "intro.duties"], 0, "gate: passed"),
        (["--baseline", SAMPLE], 0, "as in the baseline, or better: 3"),
        ([], 3, "no condition"),
        (["--report-only"], 3, "no condition"),
        (["--fail-on-rule", "no.such"], 3, "no rule \"no.such\""),
        (["--max-score-drop", "1"], 3, "needs an earlier audit"),
        (["--min-score", "nan"], 3, ""),
        (["--min-score", "101"], 3, ""),
        (["--fail-on", "mayor"], 3, ""),
        (["--baseline", folder / "missing.json", "--min-score", "1"], 3, "missing.json"),
    )
    for arguments, expected, told in table:
        status, output = gate(SAMPLE, *arguments)
        assert status == expected and told in output, f"{arguments}: {status} {output}"


def order_of_words():
    """An option that may be given several times does not swallow the file behind it."""
    for words in (("gate", "--fail-on-rule", "intro.duties", SAMPLE), ("report", "-f", "gitlab", SAMPLE)):
        status, _, err = run(*words)
        assert status == 0, f"{words}: {err}"


def unusable(folder):
    def empty(audit):
        audit["findings"] = []
    for audit in (changed(folder, "empty.json", empty), EXAMPLE / "index.html", folder / "missing.json"):
        status, output = gate(audit, "--min-score", "0")
        assert status == 3, f"{audit}: {status} {output}"


def only_what_is_new(folder):
    before = changed(folder, "before.json", fixed_in_baseline)
    status, output = gate(SAMPLE, "--baseline", before)
    assert status == 1, output
    failures = [line for line in output.splitlines() if line.startswith("  ! ")]
    assert len(failures) == 1 and "new: vn.nd43-2011/strategy.plans (critical)" in failures[0], failures
    status, output = gate(before, "--baseline", SAMPLE)
    assert status == 0 and "fixed: vn.nd43-2011/strategy.plans" in output, output
    status, output = gate(SAMPLE, "--baseline", before, "--max-score-drop", "34")
    assert status == 1 and "fell by 34.48, more than 34" in output, output
    # It is made of texts in both languages.
    status, out, _ = run("gate", SAMPLE, "--baseline", before, "--lang", "vi")
    assert status == 1 and "mới: vn.nd43-2011/strategy.plans (trọng yếu): Chiến lược" in out, out


def in_audit_and_check(folder):
    out = folder / "audit"
    status, _, err = run("audit", EXAMPLE, "--as", AS, "--dated", DATED, *UNIT, "-o", out, "-f", "junit", "--min-score", "99")
    assert status == 1, f"{status} {err}"
    assert {path.name for path in out.iterdir()} == {"portal.wacz", "audit.json", "report.html", "junit.xml"}, "a gate that fails keeps no report back"
    status, stdout, err = run("check", out / "portal.wacz", *UNIT, "-o", "-", "--min-score", "99")
    assert status == 1 and "gate: failed" in err, f"{status} {err}"
    assert json.loads(stdout)["findings"]
    status, _, err = run("check", out / "portal.wacz", *UNIT, "-o", out / "audit.json", "--baseline", out / "missing.json")
    assert status == 3, f"{status} {err}"


def main():
    cases = Cases()
    with scratch() as folder:
        cases.case("exit status of each condition", lambda: statuses(folder))
        cases.case("what is no audit, or holds nothing", lambda: unusable(folder))
        cases.case("against a baseline, only what is new", lambda: only_what_is_new(folder))
        cases.case("in audit and check", lambda: in_audit_and_check(folder))
        cases.case("options before the file", order_of_words)
    cases.end(5)


if __name__ == "__main__":
    sys.exit(main())
