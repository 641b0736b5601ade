"""The audit of the example portal equals its truth file, rule by rule; audit.json fits its schema; the numbers
add up; one and two threads, check after audit, and a second check give the same bytes."""
import json

import jsonschema

from support import *


def right_services(law):
    """Each service of the portal equals its truth, whatever the profile."""
    seen = {service["code"]: service for service in law["services"]}
    assert sorted(seen) == sorted(row["code"] for row in TRUTH["service"]) and len(law["services"]) == len(seen), sorted(seen)
    for row in TRUTH["service"]:
        service = seen[row["code"]]
        parts = {name: "missing" if name in row["missing"] else "empty" if name in row["empty"] else "shown" for name in service["parts"]}
        assert service["parts"] == parts, (row["code"], service["parts"])
        assert service["declared"] == row["declared"], (row["code"], service["declared"])
        assert service["observed"]["level"] == {"low": f'level-{row["level"][0]}', "high": f'level-{row["level"][1]}'}, (row["code"], service["observed"])
        assert [service["forms_sound"], len(service["forms"])] == row["forms"], (row["code"], service["forms"])
        assert not service["other_agency"] and AS.rstrip("/") + f'/dich-vu-cong/{row["code"]}.html' == service["pages"][0], row["code"]


def main():
    cases = Cases()
    with scratch() as where:
        result = audit_folder(EXAMPLE, where / "a", "--threads", 2)
        truths = {row["rule"]: row for row in TRUTH["verdict"]}
        judged = set()
        for planned in TRUTH["audit"]:
            by_day = where / planned["profile"]
            unit = [option for option in UNIT if option not in ("--profile", TRUTH["portal"]["profile"])]
            status, _, err = run("check", where / "a/portal.wacz", "-o", by_day, "--as-of", planned["as_of"], *unit)
            assert status == 0, err
            law = json.loads(by_day.read_text())

            def right_law(law=law, planned=planned):
                assert law["profile"]["id"] == planned["profile"], law["profile"]["id"]
                assert not any("base-line" in note["en"] for note in law["notes"]), law["notes"]

            cases.case(f'law of {planned["as_of"]}', right_law)
            cases.case(f'{planned["profile"]}: services', lambda law=law: right_services(law))
            for finding in law["findings"]:
                judged.add(finding["rule"])

                def right(finding=finding):
                    row = truths[finding["rule"]]
                    assert finding["verdict"] == row["verdict"], f'{finding["verdict"]}, not {row["verdict"]}: {finding["why"]["en"]}'
                    for page in row.get("pages", []):
                        named = {proof["url"] for proof in finding["proof"]}
                        assert AS.rstrip("/") + page in named, f"{page} is not among the proof: {sorted(named)}"
                    if "pages" in row:
                        assert len(finding["proof"]) == len(row["pages"]), f'{len(finding["proof"])} pages named, {len(row["pages"])} planned'
                cases.case(f'{planned["profile"]}: {finding["rule"]}', right)

        def same_rules():
            assert judged == set(truths), f"not in the truth: {sorted(judged - set(truths))}; not judged: {sorted(set(truths) - judged)}"

        cases.case("every rule has a truth", same_rules)

        def adds_up():
            for end in ("low", "high", "possible"):
                rows = sum(round(100 * finding["points"][end]) for finding in result["findings"])
                groups = sum(round(100 * group["points"][end]) for group in result["score"]["groups"])
                total = round(100 * result["score"]["points"][end])
                assert rows == groups == total, f"{end}: rows {rows}, groups {groups}, total {total}"
            points = result["score"]["points"]
            assert abs(result["score"]["low"] - 100 * points["low"] / points["possible"]) <= 0.01
            assert sum(result["score"]["verdicts"].values()) == len(result["findings"])
            assert result["crawl"]["pages"] == TRUTH["counts"]["pages"] - 1, "one page is kept from us by robots.txt"

        cases.case("the numbers add up", adds_up)
        schema = json.loads((ROOT / "lib/report/audit.schema.json").read_text())
        cases.case("audit.json fits its schema", lambda: jsonschema.Draft7Validator(schema).validate(result))

        def same_bytes():
            first = (where / "a/audit.json").read_bytes()
            for name, threads in (("one", 1), ("two", 2), ("again", 2)):
                status, _, err = run("check", where / "a/portal.wacz", "-o", where / name, "--threads", threads, *UNIT)
                assert status == 0, err
                assert (where / name).read_bytes() == first, f"check with {threads} threads differs from audit"

        cases.case("audit is fetch and check; any number of threads", same_bytes)

        def same_reports():
            for form in ("html", "text", "json"):
                status, out, err = run("report", where / "a/audit.json", "-f", form)
                assert status == 0, err
                if form == "html":
                    assert out == (where / "a/report.html").read_text()
                if form == "json":
                    assert out == (where / "a/audit.json").read_text()

        cases.case("report makes the same of a saved audit", same_reports)

        def without_network():
            status, _, err = run("fetch", EXAMPLE, "--as", AS, "--dated", DATED, "-o", where / "f.wacz")
            assert status == 0, err
            done = subprocess.run(["unshare", "--net", "--map-root-user", PROGRAM, "check", str(where / "f.wacz"), "-o", str(where / "f.json"), *UNIT],
                                  capture_output=True, text=True)
            if "unshare" in done.stderr:
                print("        (no network namespace can be made here; the check ran with the network there)")
                status, _, err = run("check", where / "f.wacz", "-o", where / "f.json", *UNIT)
                assert status == 0, err
            else:
                assert done.returncode == 0, done.stderr
            assert verdicts(json.loads((where / "f.json").read_text())) == verdicts(result)

        cases.case("check needs no network", without_network)
    cases.end(75)


main()
