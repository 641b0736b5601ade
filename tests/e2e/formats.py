"""Every report format, read by a program that is not ours: JSON Schema, XML Schema, csv, a spreadsheet reader, an RDF reader.
Over the sample audit of tests/report/golden, one with a hostile text in every field, and that of the example portal."""
import csv
import io
import json
import shutil
import subprocess
import sys

import jsonschema
import openpyxl
import rdflib

from support import EXAMPLE, PROGRAM, ROOT, SHARED, Cases, audit_folder, run, scratch

SAMPLE = ROOT / "tests/report/golden/audit.json"
EVIL = "<script>alert(1)</script>]]>\"'& \x1b[31m\u202e\u200f\ufffe =cmd|' /C calc'!A0\n::error::x {0} [a](http://b) _x0041_"
KEPT = {"verdict", "schema_version", "state", "started", "severity"}
CONFORMANCE = SHARED / "conformance"


def hostile(value, key=""):
    """The audit with EVIL in every text whose value the reader does not hold to a list."""
    if isinstance(value, dict):
        return {name: hostile(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [hostile(inner, key) for inner in value]
    if isinstance(value, str) and value and key not in KEPT:
        return value + EVIL if value.startswith("http") else EVIL
    return value


def report(audit, name, folder, *more):
    """The bytes of the report."""
    out = folder / f"out.{name}"
    status, _, err = run("report", audit, "-f", name, "-o", out, *more)
    assert status == 0, err
    return out.read_bytes()


def text(audit, name, folder, *more):
    return report(audit, name, folder, *more).decode("utf-8")


def sarif(audit, folder, truth):
    schema = json.loads((CONFORMANCE / "sarif/sarif-2.1.0.json").read_text())
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    for name in ("sarif", "sarif-github"):
        log = json.loads(text(audit, name, folder))
        errors = [f"{list(error.absolute_path)}: {error.message[:200]}" for error in validator.iter_errors(log)]
        assert not errors, f"{name}: {errors[:3]}"
        results = log["runs"][0]["results"]
        defects = [f for f in truth["findings"] if f["verdict"] in ("failed", "partly")]
        assert len(results) == len(truth["findings"] if name == "sarif" else defects)
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
        if name == "sarif":
            kinds = {"failed": "fail", "partly": "fail", "passed": "pass", "cannot-tell": "open", "needs-human": "review", "not-applicable": "notApplicable"}
            assert [result["kind"] for result in results] == [kinds[finding["verdict"]] for finding in truth["findings"]]
            assert all(result["level"] == "none" for result in results if result["kind"] != "fail")
        else:
            # https://docs.github.com/en/code-security: a relative artifact, a line, a fingerprint of its own for each.
            assert {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results} == {"audit.json"}
            assert all(len(rule["fullDescription"]["text"]) <= 1024 and len(rule["shortDescription"]["text"]) <= 1024 for rule in rules)
            assert all(result["partialFingerprints"]["primaryLocationLineHash"] for result in results)
            assert all("kind" not in result for result in results)


def junit(audit, folder, truth):
    out = folder / "junit.xml"
    out.write_bytes(report(audit, "junit", folder))
    done = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", CONFORMANCE / "junit/JUnit.xsd", out], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[:500]
    import xml.etree.ElementTree as tree
    suite = tree.parse(out).getroot()[0]
    cases = suite.findall("testcase")
    # Numbers add up: of the head, of the elements, of the audit.
    counts = {"failure": 0, "error": 0, "skipped": 0}
    for case in cases:
        for child in case:
            counts[child.tag] += 1
    expected = {"failure": 0, "error": 0, "skipped": 0}
    for finding in truth["findings"]:
        failed = finding["verdict"] in ("failed", "partly")
        if finding["verdict"] != "passed":
            expected["failure" if failed and not finding["waiver"] else "error" if finding["verdict"] == "cannot-tell" else "skipped"] += 1
    assert counts == expected, counts
    assert [int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")] == [len(truth["findings"]), counts["failure"], counts["error"], counts["skipped"]]


def badge(audit, folder, _):
    out = folder / "badge.svg"
    out.write_bytes(report(audit, "badge", folder))
    done = subprocess.run(["xmllint", "--noout", "--nonet", out], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[:500]
    text_ = out.read_text()
    assert "href" not in text_ and "url(" not in text_, "it fetches something"


def table(audit, name, folder, *more):
    data = report(audit, name, folder, *more)
    assert data.startswith(b"\xef\xbb\xbf") != ("--no-bom" in more)
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def csv_and_xlsx(audit, folder, truth):
    """The same rows in both, as many as the audit has, and no formula in either."""
    out = folder / "report.xlsx"
    out.write_bytes(report(audit, "xlsx", folder))
    assert out.read_bytes() == report(audit, "xlsx", folder), "not the same bytes again"
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["Score", "Findings", "Information items", "Online public services", "Documents"], book.sheetnames
    assert book.properties.created.isoformat() == "2026-11-23T01:00:00" or truth["hostile"]
    for name, sheet, key in (("csv", "Findings", "findings"), ("csv-items", "Information items", "items"), ("csv-services", "Online public services", "services"), ("csv-documents", "Documents", "documents")):
        rows = table(audit, name, folder)
        assert rows[1:] == table(audit, name, folder, "--no-bom")[1:]
        assert len(rows) == len(truth[key]) + 1 and all(len(row) == len(rows[0]) for row in rows)
        assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
        cells = list(book[sheet].iter_rows())
        assert len(cells) == len(rows) and len(cells[0]) == len(rows[0])
        for in_csv, in_sheet in zip(rows[1:], cells[1:]):
            for column, plain, cell in zip(rows[0], in_csv, in_sheet):
                assert cell.data_type in ("s", "n", "inlineStr") and cell.hyperlink is None, cell
                if column in ("verdict", "severity", "form", "state", "declared", "level_low", "level_high", "extent_low", "extent_high", "filing"):
                    continue  # words for people on the sheet
                value = "" if cell.value is None else cell.value
                if isinstance(value, (int, float)):
                    same = float(plain) == round(value, 2)
                else:  # a spreadsheet reads _x0041_ as "A"; nothing else may differ
                    same = value in (plain.removeprefix("'"), plain.removeprefix("'").replace("_x0041_", "A"))
                assert same, (column, plain, value)
    score = list(book["Score"].iter_rows(values_only=True))
    points = truth["score"]["points"]
    assert score[1][5:] == (points["low"], points["high"], points["possible"])
    for at, name in ((5, "low"), (6, "high"), (7, "possible")):
        assert round(sum(row[at] for row in score[2:]), 2) == points[name], "the groups are not the whole"


def gitlab(audit, folder, truth):
    entries = json.loads(text(audit, "gitlab", folder))
    defects = [f for f in truth["findings"] if f["verdict"] in ("failed", "partly")]
    assert len(entries) == len(defects)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"] == {"path": "audit.json", "lines": {"begin": 1}}
        assert entry["description"] and "\n" not in entry["description"]


def earl(audit, folder, truth):
    graph = rdflib.Graph().parse(data=text(audit, "earl", folder), format="json-ld")
    earl_ = rdflib.Namespace("http://www.w3.org/ns/earl#")
    counts = {}
    for assertion in graph.subjects(rdflib.RDF.type, earl_.Assertion):
        for needed in (earl_.assertedBy, earl_.subject, earl_.test, earl_.result, earl_.mode):
            assert len(list(graph.objects(assertion, needed))) == 1, needed
        outcome = graph.value(graph.value(assertion, earl_.result), earl_.outcome)
        counts[outcome.removeprefix(str(earl_))] = counts.get(outcome.removeprefix(str(earl_)), 0) + 1
    expected = {}
    words = {"failed": "failed", "partly": "failed", "passed": "passed", "cannot-tell": "cantTell", "needs-human": "untested", "not-applicable": "inapplicable"}
    for finding in truth["findings"]:
        expected[words[finding["verdict"]]] = expected.get(words[finding["verdict"]], 0) + 1
    assert counts == expected, counts


def ids_agree(audit, folder, truth):
    """The same finding has the same id in every format that has ids."""
    defects = {f["id"] for f in truth["findings"] if f["verdict"] in ("failed", "partly")}
    log = json.loads(text(audit, "sarif-github", folder))
    assert {r["partialFingerprints"]["portalauditFinding/v1"] for r in log["runs"][0]["results"]} == defects
    assert {entry["fingerprint"] for entry in json.loads(text(audit, "gitlab", folder))} == defects
    rows = table(audit, "csv", folder)
    assert {row[0] for row in rows[1:] if row[3] in ("failed", "partly")} == defects


def vietnamese(audit, folder, _):
    """No English of ours is left in a Vietnamese report."""
    for name in ("markdown", "junit", "github", "badge"):
        words = text(audit, name, folder, "--lang", "vi")
        for english in ("What costs most", "grade ", "law of", "excused by", "What is asked", "rules judged", "Legal documents"):
            assert english not in words, f"{name}: {english}"


def all_are_listed(folder):
    status, out, _ = run("report", "--list")
    assert status == 0
    names = [line.split()[0] for line in out.splitlines()]
    assert names == ["badge", "csv", "csv-documents", "csv-items", "csv-services", "earl", "github", "gitlab", "html", "json", "junit", "markdown", "record", "record-docx", "sarif", "sarif-github", "text", "xlsx"], names
    status, _, err = run("report", SAMPLE, *[word for name in names for word in ("-f", name)], "-o", folder / "all")
    assert status == 0, err
    assert len(list((folder / "all").iterdir())) == len(names)


def not_to_a_terminal():
    """script(1) gives the program a terminal."""
    done = subprocess.run(["script", "-qec", f"{PROGRAM} report {SAMPLE} -f xlsx -o - --lang en", "/dev/null"], capture_output=True)
    assert done.returncode == 3 and b"xlsx is not for a terminal" in done.stdout and b"PK" not in done.stdout, done


def no_room(folder):
    """XLSX is made by way of a temporary file; without one there is an error and nothing is written."""
    out = folder / "none.xlsx"
    status, _, err = run("report", SAMPLE, "-f", "xlsx", "-o", out, env={"TMPDIR": str(folder / "missing")})
    assert status == 3 and "report.xlsx could not be made" in err and not out.exists(), f"{status} {err}"


def main():
    cases = Cases()
    with scratch() as folder:
        wicked = folder / "hostile.json"
        truth = json.loads(SAMPLE.read_text())
        wicked.write_text(json.dumps(hostile(truth)))
        audit_folder(EXAMPLE, folder / "example")
        for which, audit in (("sample", SAMPLE), ("hostile", wicked), ("example portal", folder / "example/audit.json")):
            of = {**json.loads(audit.read_text()), "hostile": which == "hostile"}
            if CONFORMANCE.is_dir():
                cases.case(f"{which}: SARIF", lambda: sarif(audit, folder, of))
                cases.case(f"{which}: JUnit", lambda: junit(audit, folder, of))
            else:
                print(f"skipped: {CONFORMANCE} is missing, so SARIF and JUnit are not held to their schemas")
            cases.case(f"{which}: badge", lambda: badge(audit, folder, of))
            cases.case(f"{which}: CSV and XLSX", lambda: csv_and_xlsx(audit, folder, of))
            cases.case(f"{which}: GitLab", lambda: gitlab(audit, folder, of))
            cases.case(f"{which}: EARL", lambda: earl(audit, folder, of))
        cases.case("the same ids everywhere", lambda: ids_agree(SAMPLE, folder, truth))
        cases.case("Vietnamese", lambda: vietnamese(SAMPLE, folder, truth))
        cases.case("all formats are listed, and are written into one folder", lambda: all_are_listed(folder))
        cases.case("XLSX without room for a temporary file", lambda: no_room(folder))
        if shutil.which("script"):
            cases.case("XLSX is not written to a terminal", not_to_a_terminal)
    cases.end(16)


if __name__ == "__main__":
    sys.exit(main())
