"""Services of portals that are built for each case: lists with broken paging, codes twice, codes in pictures, two levels, services of another agency, lists that a
script fills, portals after 2025-07-01; the command `services`; and --catalogue, with all mistakes of a list."""
import csv
import io

from support import *

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n"
LABELS = ["Trình tự thực hiện", "Cách thức thực hiện", "Thành phần hồ sơ", "Số lượng hồ sơ", "Thời hạn giải quyết", "Đối tượng thực hiện", "Cơ quan thực hiện", "Kết quả thực hiện", "Phí, lệ phí",
          "Yêu cầu, điều kiện thực hiện", "Căn cứ pháp lý", "Quyết định công bố", "Hình thức nhận hồ sơ, trả kết quả"]
UNIT_OF = ["--unit-type", "provincial-department", "--unit-name", "Sở Xây dựng tỉnh Minh Giang"]


def page(title, body, nav='<nav><a href="/dvc/">Dịch vụ công trực tuyến</a></nav>'):
    return f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{title}</title>{nav}<main><h1>{title}</h1>{body}</main></html>'


def sheet(name, code, level="", more="", **values):
    body = f"<p>Mã thủ tục: {code}</p>" + (f"<p>Mức độ: {level}</p>" if level else "")
    for label in LABELS:
        said = values.get(label, "Sở Xây dựng tỉnh Minh Giang" if label.startswith("Cơ quan") else "01 bộ" if label.startswith("Số") else "Theo quy định, trực tiếp hoặc trực tuyến")
        body += f"<h2>{label}</h2><p>{said}</p>"
    return page(name, body + more)


def rows(*cells):
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    return f"<table><tr><th>Mã thủ tục</th><th>Tên thủ tục</th><th>Lĩnh vực</th><th>Mức độ</th></tr>{body}</table>"


def row(code, number, name, level="Toàn trình"):
    return (code, f'<a href="/dvc/{number}.html">{name}</a>', "Xây dựng", level)


def portal(where, pages, *more):
    folder = where / "site"
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in {"index.html": page("Sở Xây dựng tỉnh Minh Giang", "<p>Chào mừng.</p>"), **pages}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return audit(folder, where / "out", "--as", "https://soxaydung.minhgiang.gov.vn/", "--dated", "2026-11-23", *UNIT_OF, *more)


def by_code(result):
    return {service["code"]: service for service in result["services"]}


def issues(service):
    return {issue["id"]: issue["text"]["en"] for issue in service["issues"]}


def finding(result, rule):
    return next(f for f in result["findings"] if f["rule"] == rule)


def broken_paging(where):
    """The second page answers 404: what was seen is judged, but not taken for all."""
    listing = rows(row("1.000001", 1, "Cấp giấy phép"), row("1.000002", 2, "Gia hạn giấy phép")) + '<p class="pagination"><b>1</b> <a href="/dvc/trang-2.html">2</a></p>'
    result = portal(where, {"dvc/index.html": page("Dịch vụ công", listing), "dvc/1.html": sheet("Cấp giấy phép", "1.000001"), "dvc/2.html": sheet("Gia hạn giấy phép", "1.000002")}, "--profile", "vn-2026")
    assert len(result["services"]) == 2
    assert [text["en"] for text in result["service_facts"]["unseen"]] == ["“2” in the list at https://soxaydung.minhgiang.gov.vn/dvc/ leads to https://soxaydung.minhgiang.gov.vn/dvc/trang-2.html, which gives no page"]
    told = finding(result, "vn.nd63-2010/procedures.result")
    assert told["verdict"] == "cannot-tell" and "all 2 services that were seen are as asked, but" in told["why"]["en"], told["why"]


def same_page_again(where):
    """The second page shows the first again."""
    listing = rows(row("1.000001", 1, "Cấp giấy phép"), row("1.000002", 2, "Gia hạn giấy phép")) + '<p class="pagination"><a href="/dvc/">1</a> <a href="/dvc/trang-2.html">2</a></p>'
    result = portal(where, {"dvc/index.html": page("Dịch vụ công", listing), "dvc/trang-2.html": page("Dịch vụ công", listing), "dvc/1.html": sheet("Cấp giấy phép", "1.000001"), "dvc/2.html": sheet("Gia hạn giấy phép", "1.000002")})
    assert "leads to the same entries again" in result["service_facts"]["unseen"][0]["en"], result["service_facts"]


def announced(where):
    """The list says that it has more than can be read."""
    listing = "<p>Tổng số: 128 thủ tục</p>" + rows(row("1.000001", 1, "Cấp giấy phép"))
    result = portal(where, {"dvc/index.html": page("Dịch vụ công", listing), "dvc/1.html": sheet("Cấp giấy phép", "1.000001")})
    assert result["service_facts"]["unseen"][0]["en"] == "the list at https://soxaydung.minhgiang.gov.vn/dvc/ says that it has 128 entries, of which 1 could be read", result["service_facts"]


def by_script(where):
    """A list that a script fills gives cannot-tell, not zero."""
    result = portal(where, {"dvc/index.html": page("Dịch vụ công", "<p>Cổng cung cấp dịch vụ công trực tuyến của Sở cho tổ chức và cá nhân trong tỉnh.</p><div id='app'>Đang tải dữ liệu…</div><script src='/app.js'></script>")}, "--profile", "vn-2026")
    assert result["services"] == []
    told = finding(result, "vn.nd63-2010/procedures.result")
    assert told["verdict"] == "cannot-tell" and "is filled by a script" in told["why"]["en"], told


def duplicate_codes(where):
    """One code for two names: both are told, and none is lost."""
    listing = rows(row("1.000001", 1, "Cấp giấy phép"), row("1.000001", 2, "Gia hạn giấy phép"))
    result = portal(where, {"dvc/index.html": page("Dịch vụ công", listing), "dvc/1.html": sheet("Cấp giấy phép", "1.000001"), "dvc/2.html": sheet("Gia hạn giấy phép", "1.000001")})
    named = {service["name"]: issues(service) for service in result["services"]}
    assert set(named) == {"Cấp giấy phép", "Gia hạn giấy phép"}, named
    assert named["Cấp giấy phép"]["duplicate-code"] == "the code 1.000001 is also given to “Gia hạn giấy phép”", named
    assert named["Gia hạn giấy phép"]["duplicate-code"] == "the code 1.000001 is also given to “Cấp giấy phép”", named


def pictures_of_codes(where):
    listing = rows(row('<img src="/m/1.png" alt="">', 1, "Cấp giấy phép"), row('<img src="/m/2.png" alt="1.000002">', 2, "Gia hạn giấy phép"))
    result = portal(where, {"dvc/index.html": page("Dịch vụ công", listing), "m/1.png": b"\x89PNG", "m/2.png": b"\x89PNG"})
    named = {service["name"]: service for service in result["services"]}
    assert issues(named["Cấp giấy phép"])["code-picture"] == "its code is only a picture"
    assert named["Gia hạn giấy phép"]["code"] == "1.000002", "a picture with a text says it"


def two_levels(where):
    """The list and the page declare different levels; and levels of both readings stand side by side."""
    listing = rows(row("1.000001", 1, "Cấp giấy phép", "Mức độ 4"), row("1.000002", 2, "Gia hạn giấy phép", "Toàn trình"))
    result = portal(where, {"dvc/index.html": page("Dịch vụ công", listing), "dvc/1.html": sheet("Cấp giấy phép", "1.000001", "Mức độ 3"), "dvc/2.html": sheet("Gia hạn giấy phép", "1.000002")})
    services = by_code(result)
    assert issues(services["1.000001"])["level-differs"] == "a list declares it at level 4, its page at level 3", issues(services["1.000001"])
    assert services["1.000001"]["declared"] == "level-3" and services["1.000002"]["declared"] == "full"
    assert issues(services["1.000002"])["declared-above-observed"] == "declared as wholly online, but the evidence supports: information only"


def other_agency(where):
    """A service of another department is listed apart and counted by no rule."""
    theirs = sheet("Cấp phiếu lý lịch tư pháp", "1.000009", **{"Cơ quan thực hiện": "Sở Tư pháp tỉnh Minh Giang", "Kết quả thực hiện": ""})
    listing = rows(row("1.000001", 1, "Cấp giấy phép"), row("1.000009", 9, "Cấp phiếu lý lịch tư pháp"))
    result = portal(where, {"dvc/index.html": page("Dịch vụ công", listing), "dvc/1.html": sheet("Cấp giấy phép", "1.000001"), "dvc/9.html": theirs}, "--profile", "vn-2026")
    services = by_code(result)
    assert services["1.000009"]["other_agency"] and not services["1.000001"]["other_agency"]
    assert issues(services["1.000009"])["other-agency"] == "it is of another agency: Sở Tư pháp tỉnh Minh Giang"
    assert finding(result, "vn.nd63-2010/procedures.result")["verdict"] == "passed"


BOX = '<form method="post" action="/gui"><p>Tờ khai</p><label>Người nộp hồ sơ <input name="a"></label><label>Địa chỉ <input name="b"></label><label>Tệp <input type="file" name="c"></label><button>Gửi hồ sơ</button></form>'


def front_door(where):
    """Since 2025-07-01: the portal's own form is a finding, a link to the national portal is right, what lies behind cannot be told."""
    rule = "vn.nd224-2026/services.front-door"
    for more, filing, verdict, level in ((BOX, "here", "failed", ("partial", "partial")), ('<a href="https://dichvucong.gov.vn/p/1">Nộp hồ sơ</a>', "national", "passed", ("partial", "full")),
                                         ('<a href="https://dichvucong.minhgiang.gov.vn/1">Nộp hồ sơ trực tuyến</a>', "outside", "cannot-tell", ("information", "full")), ('<a href="javascript:nop()">Nộp hồ sơ</a>', "unknown", "cannot-tell", ("information", "full")),
                                         ('<a href="/khong-co.html">Nộp hồ sơ</a>', "nowhere", "not-applicable", ("information", "information"))):
        result = portal(where, {"dvc/index.html": page("Dịch vụ công", rows(row("1.000001", 1, "Cấp giấy phép"))), "dvc/1.html": sheet("Cấp giấy phép", "1.000001", "Toàn trình", more)}, "--profile", "vn-2026")
        service = result["services"][0]
        assert service["filing"] == filing, (filing, service["filing"], service["filing_url"])
        assert finding(result, rule)["verdict"] == verdict, (filing, finding(result, rule)["why"])
        assert tuple(service["observed"]["extent"].values()) == level, (filing, service["observed"])
    assert issues(service)["filing-broken"] == "“Nộp hồ sơ” answers 404"


LIST = "ma_thu_tuc,ten_thu_tuc,linh_vuc,cap_thuc_hien,co_quan,muc_do\n1.000001,Cấp giấy phép,Xây dựng,Cấp tỉnh,so-xay-dung,Mức độ 4\n1.000002,Gia hạn giấy phép,Xây dựng,Cấp tỉnh,so-xay-dung,Toàn trình\n1.000003,\"Thu hồi, hủy giấy phép\",Xây dựng,Cấp tỉnh,so-xay-dung,\n1.000004,Đổi giấy phép,,,,\n"


def against_a_list(where):
    listing = rows(row("1.000001", 1, "Cấp giấy phép", "Mức độ 3"), row("1.000002", 2, "Gia hạn"), row("1.000033", 3, "Thu hồi, hủy giấy phép"), row("1.000005", 5, "Cấp đổi biển số"))
    (where / "list.csv").write_text(LIST)
    pages = {"dvc/index.html": page("Dịch vụ công", listing), **{f"dvc/{n}.html": sheet(name, code) for n, code, name in ((1, "1.000001", "Cấp giấy phép"), (2, "1.000002", "Gia hạn"), (3, "1.000033", "Thu hồi, hủy giấy phép"), (5, "1.000005", "Cấp đổi biển số"))}}
    result = portal(where, pages, "--profile", "vn-2026", "--catalogue", where / "list.csv")
    facts = result["service_facts"]
    counts = {key: facts[key] for key in ("listed", "extra", "misnamed", "wrong_code", "wrong_level", "missing_count")}
    assert counts == {"listed": 4, "extra": 1, "misnamed": 1, "wrong_code": 1, "wrong_level": 1, "missing_count": 1}, counts
    assert facts["missing"] == [{"code": "1.000004", "name": "Đổi giấy phép"}], facts["missing"]
    services = by_code(result)
    assert issues(services["1.000001"])["wrong-level"] == "the list has it at level 4, the portal at level 3"
    assert issues(services["1.000002"])["misnamed"] == "the list calls it “Gia hạn giấy phép”"
    assert issues(services["1.000033"])["wrong-code"] == "the list gives it the code 1.000003"
    assert issues(services["1.000005"])["extra"] == "the list does not have it"
    complete = finding(result, "vn.nd224-2026/services.complete")
    assert complete["verdict"] == "partly" and complete["share"] == 0.75, complete["why"]
    # The same list as JSON, and another spelling of the same names, say the same; the replay needs the list.
    (where / "list.json").write_text(json.dumps([{"code": code, "name": name.upper(), "level": level} for code, name, *_, level in list(csv.reader(io.StringIO(LIST)))[1:]], ensure_ascii=False))
    again = portal(where, pages, "--profile", "vn-2026", "--catalogue", where / "list.json")
    assert again["service_facts"]["misnamed"] == 1 and again["service_facts"]["missing_count"] == 1, again["service_facts"]
    status, out, err = run("verify", where / "out/portal.wacz", where / "out/audit.json", "--catalogue", where / "list.json")
    assert status == 0, out + err


def mistakes_of_lists(where):
    def told(text, name="l.csv", status=3):
        path = where / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        done, _, err = run("check", where / "x/portal.wacz", "-o", where / "x/again.json", "--catalogue", path, *UNIT)
        assert done == status, (done, err)
        return err.replace(str(path), name)

    audit_folder(EXAMPLE, where / "x")
    said = told("code,name,level\n1.000001,Cấp giấy phép,4\n,Không mã,1\nabc,Sai mã,2\n1.000001,Trùng mã,2\n1.000002,,3\n1.000003,Sai mức,9\n1.000004,Thừa ô,1,2\n")
    for line in ("l.csv:3:1: there is no code", 'l.csv:4:1: "abc" is no code of a procedure', "l.csv:5:1: the code 1.000001 stands in line 2 already", "l.csv:6:1: there is no name", 'l.csv:7:1: "9" is no level', "l.csv:8:1: 4 cells, where the header has 3",
                 "mistakes in the list of procedures: 6"):
        assert line in said, (line, said)
    assert "l.csv:1:1: the header has no column name" in told("code,title\n1.000001,Cấp\n")
    assert "l.csv:2:1: a quotation mark is not closed" in told('code,name\n1.000001,"Cấp giấy phép\n')
    assert "the list is empty" in told("")
    assert "the list is not UTF-8" in told(b"code,name\n1.000001,\xff\xfe\n")
    assert "l.json:3:1: this is no valid JSON" in told('[\n{"code": "1.000001", "name": "Cấp"},\n{"code": }]', "l.json")
    said = told('[\n{"code": "1.000001", "name": "Cấp"},\n{"code": "1.000001", "name": "Hai"},\n{"code": 5, "name": ["x"]}\n]', "l.json")
    assert "l.json:3:1: the code 1.000001 stands in line 2 already" in said and "l.json:4:1: name must be a text" in said, said
    assert "nested too deeply" in told("[" * 5000, "l.json")
    # Semicolons and a byte order mark, as spreadsheets write.
    assert "mistakes" not in told("\ufeffcode;name\r\n1.000001;Cấp giấy phép\r\n", status=0)


def command(where):
    """The table for people, CSV and JSON, of an audit of 1.4; an older audit has no services."""
    audit_folder(EXAMPLE, where / "a")
    saved = where / "a/audit.json"
    status, out, err = run("services", saved)
    assert status == 0 and "8 services" in out and "1.004088" in out and "level 3–4" in out, out + err
    first = [line.split()[0] for line in out.splitlines() if line[:1].isdigit() and "." in line[:2]]
    assert first[0] == "1.004088" and len(first) == 8, first
    status, out, _ = run("services", saved, "-n", 1, "--lang", "vi")
    assert "còn 7 dịch vụ nữa" in out, out
    status, out, _ = run("services", saved, "-f", "csv")
    table = list(csv.DictReader(io.StringIO(out)))
    assert len(table) == 8 and table[0]["code"] == "1.004088" and table[0]["forms"] == "1" and table[0]["forms_sound"] == "0", table[0]
    status, out, _ = run("services", saved, "-f", "json")
    assert json.loads(out)["services"] == json.loads(saved.read_text())["services"]
    # A name that a spreadsheet would take for a formula.
    law = json.loads(saved.read_text())
    law["services"][0]["name"] = '=HYPERLINK("https://x.example")'
    (where / "f.json").write_text(json.dumps(law))
    _, out, _ = run("services", where / "f.json", "-f", "csv")
    assert list(csv.DictReader(io.StringIO(out)))[0]["name"].startswith("'=HYPERLINK"), out[:400]
    # An audit of an earlier version has none.
    law["schema_version"] = "1.3"
    del law["services"], law["service_facts"]
    (where / "old.json").write_text(json.dumps(law))
    status, out, err = run("services", where / "old.json")
    assert status == 0 and out.startswith("0 services"), out + err


def main():
    cases = Cases()
    for case in (broken_paging, same_page_again, announced, by_script, duplicate_codes, pictures_of_codes, two_levels, other_agency, front_door, against_a_list, mistakes_of_lists, command):
        with scratch() as where:
            cases.case(case.__doc__ or case.__name__.replace("_", " "), lambda case=case, where=where: case(where))
    cases.end(12)


main()
