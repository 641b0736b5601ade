"""diff as people and pipelines meet it: two audits, two evidence files, one evidence file at two days."""
import json
import sys

from support import DATED, EXAMPLE, UNIT, Cases, audit_folder, copy_example, run, scratch

DEFECT = "vn.tt32-2017/footer.copyright"


def without_copyright(folder):
    for page in folder.rglob("*.html"):
        page.write_text(page.read_text().replace("Bản quyền &copy; 2026 thuộc về ", ""))


def diff(*words):
    status, out, err = run("diff", *words)
    assert status == 0, f"{status} {err}"
    return out


def two_audits(old, new):
    told = json.loads(diff(old / "audit.json", new / "audit.json", "-f", "json"))
    assert told["same_rules"] and not told["same_evidence"] and told["pages"] is None
    worse = [change for change in told["findings"] if change["turn"] == "worse"]
    assert [change["rule"] for change in worse] == [DEFECT] and worse[0]["cause"] == "portal", worse
    assert worse[0]["before"]["verdict"] == "passed" and worse[0]["after"]["verdict"] == "failed"
    assert told["before"]["score"]["low"] > told["after"]["score"]["low"]
    text = diff(old / "audit.json", new / "audit.json")
    assert "Got worse (1)" in text and DEFECT in text and "every change comes from the portal" in text, text
    markdown = diff(old / "audit.json", new / "audit.json", "-f", "markdown")
    assert f"`{DEFECT}`" in markdown and markdown.startswith("## What changed"), markdown
    back = json.loads(diff(new / "audit.json", old / "audit.json", "-f", "json"))
    assert [change["turn"] for change in back["findings"] if change["rule"] == DEFECT] == ["better"]
    assert "Kém đi (1)" in diff(old / "audit.json", new / "audit.json", "--lang", "vi")


def two_evidences(old, new):
    told = json.loads(diff(old / "portal.wacz", new / "portal.wacz", *UNIT, "-f", "json"))
    assert [change["rule"] for change in told["findings"]] == [DEFECT], told["findings"]
    # The footer of each page lost some words.
    assert len(told["pages"]) > 50 and {page["change"] for page in told["pages"]} == {"text"}, told["pages"][:3]


def a_new_stamp(old, folder):
    """Two articles get the day before the evidence: one as it stands, one with a paragraph written anew."""
    changed = copy_example(folder / "stamped")
    first, second = "tin-tuc/2026/cap-nhat-gio-han-che-xe-tai-noi-do.html", "tin-tuc/2026/ban-giao-96-can-nha-o-xa-hoi-khu-ben-go.html"
    for name, days in ((first, [("2026-10-16", "2026-11-22"), ("Thứ Sáu, ngày 16/10/2026", "Chủ Nhật, ngày 22/11/2026")]),
                       (second, [("2026-11-13", "2026-11-22"), ("Thứ Sáu, ngày 13/11/2026", "Chủ Nhật, ngày 22/11/2026")])):
        page = (changed / name).read_text()
        for was, now in days:
            assert was in page, (name, was)
            page = page.replace(was, now)
        if name == second:
            page = page.replace("<p>", "<p>Đoạn mở đầu này được viết lại từ đầu, có thêm số liệu của tuần vừa qua và ý kiến của người dân sống quanh đó. ", 1)
        (changed / name).write_text(page)
    audit_folder(changed, folder / "stamped-out")
    told = json.loads(diff(old / "portal.wacz", folder / "stamped-out" / "portal.wacz", *UNIT, "-f", "json"))
    kinds = {page["url"].split("gov.vn/")[1]: (page["change"], page["from"], page["to"]) for page in told["pages"]}
    assert kinds.get(first) == ("restamped", "2026-10-16", "2026-11-22"), kinds
    assert kinds.get(second, ("",))[0] == "text", kinds
    assert "2026-10-16 → 2026-11-22" in diff(old / "portal.wacz", folder / "stamped-out" / "portal.wacz", *UNIT)


def an_audit_and_evidence(old, new):
    told = json.loads(diff(old / "audit.json", new / "portal.wacz", *UNIT, "-f", "json"))
    assert [change["rule"] for change in told["findings"]] == [DEFECT], told["findings"]


def two_days(old):
    """The law changed on 01/7/2026, the portal did not: no change is told to be the portal's."""
    words = [old / "portal.wacz", "--as-of", "2026-06-30", "--as-of", "2026-07-01", "--unit-type", "provincial-department"]
    told = json.loads(diff(*words, "-f", "json"))
    assert told["same_evidence"] and not told["same_rules"] and told["pages"] == []
    assert (told["before"]["profile"], told["after"]["profile"]) == ("vn-2022", "vn-2026")
    assert told["findings"] and {change["cause"] for change in told["findings"]} == {"rules"}
    assert "comes from the rules and not from the portal" in diff(*words)


def the_same(old):
    text = diff(old / "audit.json", old / "audit.json")
    assert "The evidence and the rules are the same." in text and "no finding changed" in text, text


def mistakes(old, new, folder):
    other = json.loads((old / "audit.json").read_text())
    other["portal"]["home"] = "https://khac.example.gov.vn/"
    (folder / "other.json").write_text(json.dumps(other))
    (folder / "broken.json").write_text("{")
    table = (
        ([old / "audit.json"], 3, "nothing to compare it with"),
        ([old / "portal.wacz", "--as-of", "2026-07-01"], 3, "nothing to compare it with"),
        ([old / "audit.json", new / "audit.json", "--as-of", "2026-07-01"], 3, "whose law is fixed"),
        ([old / "portal.wacz", *["--as-of", "2026-07-01"] * 3], 3, "twice at most"),
        ([old / "audit.json", folder / "other.json"], 3, "different portals"),
        ([old / "audit.json", folder / "broken.json"], 3, "no valid JSON"),
        ([old / "audit.json", folder / "missing.json"], 3, "missing.json"),
        ([old / "audit.json", EXAMPLE / "index.html"], 2, ""),
        ([old / "audit.json", new / "audit.json", "-o", new / "audit.json"], 3, "would be overwritten"),
        ([old / "audit.json", new / "audit.json", "-f", "xml"], 3, ""),
    )
    for words, expected, told in table:
        status, _, err = run("diff", *words)
        assert status == expected and told in err, f"{words}: {status} {err}"


def main():
    cases = Cases()
    with scratch() as folder:
        old, new = folder / "old", folder / "new"
        audit_folder(EXAMPLE, old)
        changed = copy_example(folder / "site")
        without_copyright(changed)
        audit_folder(changed, new)
        cases.case("two audits", lambda: two_audits(old, new))
        cases.case("two evidence files", lambda: two_evidences(old, new))
        cases.case("a new stamp over the same text", lambda: a_new_stamp(old, folder))
        cases.case("an audit and evidence", lambda: an_audit_and_evidence(old, new))
        cases.case("one evidence file, two days of the law", lambda: two_days(old))
        cases.case("the same twice", lambda: the_same(old))
        cases.case("mistakes", lambda: mistakes(old, new, folder))
    cases.end(7)


if __name__ == "__main__":
    sys.exit(main())
