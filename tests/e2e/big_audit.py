"""A generated audit of a large portal, for tests and benchmarks of reports. The same every time."""
import copy
import json

from support import ROOT

SAMPLE = ROOT / "tests/report/golden/audit.json"


def big_audit(findings=3000, documents=4000, services=3000, pages=10000):
    """The sample audit, multiplied; points, counts and score agree with the findings, as the reader wants it."""
    audit = json.loads(SAMPLE.read_text())
    patterns = [f for f in audit["findings"] if not f["waiver"]]
    proof = {"what": {"vi": "trang không có tiêu đề", "en": "a page without a title"}, "url": "", "excerpt": "Trang tin tổng hợp của Sở Xây dựng tỉnh Minh Giang"}
    out = []
    for i in range(findings):
        finding = copy.deepcopy(patterns[i % len(patterns)])
        finding["id"] = f"{i:016x}"
        finding["rule"] = f"vn.generated/rule-{i:05d}"
        finding["proof"] = [{**proof, "url": f"https://soxd.example.gov.vn/trang/{i}/{n}?muc=tin-tuc"} for n in range(i % 6)] if finding["proof"] else []
        finding["title"] = {"vi": f"Tiêu chí số {i}: Chiến lược, quy hoạch, kế hoạch", "en": f"Rule {i}: strategies, orientations and plans"}
        finding["searched"] = [{"vi": f"nhãn “Chiến lược {n}”", "en": f"the label “Chiến lược {n}”"} for n in range(i % 4)]
        out.append(finding)
    audit["findings"] = out
    sums = {name: round(sum(f["points"][name] for f in out), 2) for name in ("low", "high", "possible")}
    share = {"low": round(100 * sums["low"] / sums["possible"], 2), "high": round(100 * sums["high"] / sums["possible"], 2), "coverage": 75.0}
    for name in ("score", "score_with_waivers"):
        audit[name].update(share)
        audit[name]["points"] = sums
    counts = {}
    for finding in out:
        counts[finding["verdict"]] = counts.get(finding["verdict"], 0) + 1
    audit["score"]["verdicts"] = counts
    audit["score"]["groups"] = [{**group, "points": {name: round(sum(f["points"][name] for f in out if f["group"] == group["id"]), 2) for name in sums}} for group in audit["score"]["groups"]]
    audit["waivers"] = []
    whole = audit["documents"][0]
    audit["documents"] = [{**copy.deepcopy(whole), "page": f"https://soxd.example.gov.vn/van-ban/{i}", "fields": {**whole["fields"], "number": f"{i}/QĐ-SXD"}} for i in range(documents)]
    known = audit["services"]
    audit["services"] = [{**copy.deepcopy(known[i % len(known)]), "code": f"1.{i:06d}", "pages": [f"https://soxd.example.gov.vn/dvc/{i}"]} for i in range(services)]
    item = audit["items"][0]
    audit["items"] = [{**copy.deepcopy(item), "id": f"item.{i:03d}"} for i in range(120)]
    audit["crawl"].update({"pages": pages, "addresses": pages + 500})
    return audit


def write_big_audit(path, **sizes):
    path.write_text(json.dumps(big_audit(**sizes), ensure_ascii=False))
    return path
