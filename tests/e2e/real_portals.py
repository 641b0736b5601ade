"""Real pages of others, served by nginx. What is expected here was read from the pages by eye: templates of a ministry
and of a district whose menus lead nowhere (so all their pages are given as seeds), an Italian municipality, and a Korean
manual in EUC-KR, on which no Vietnamese information item can be found."""
from support import *

# site, start, unit type, the items that are there with their page
SITES = [
    ("vn-ministry-template", "trang-chu.html", "ministry", 33, {
        "intro.structure": "co-cau-to-chuc.html",
        "intro.history": "thoi-ki-phat-trien.html",
        "intro.leaders": "danh-sach-lanh-dao.html",
        "news": "tin-tuc.html",
        "directives.opinions": "trang-chu.html",
        "documents.list": "van-ban-phap-quy.html",
        "projects.procurement": "quan-ly-du-an.html",
        "consultation.regulation-feedback": "phan-anh-kien-nghi.html",
        "consultation.drafts": "du-thao-van-ban.html",
        "intro.contact": "trang-chu.html",
        "qa": "hoi-dap.html",
        "function.sitemap": "sitemap.html",
    }),
    ("vn-district-feedback-template", "home.html", "district", 18, {
        "territory.map": "map.html",
        "consultation.regulation-feedback": "phan-anh-kien-nghi.html",
        "qa": "phan-anh-kien-nghi.html",  # questions and opinions are sent there (Decree 43/2011, Art. 15(2))
    }),
    ("it-municipality", "index.html", "district", 80, {}),
    ("euc-kr-manual", "index.html", "ministry", 29, {"function.sitemap": "sitemap.html"}),  # it has one, in Korean
]


def main():
    if not (SHARED / "portals").is_dir():
        skip("the folder of real pages is not there")
    cases = Cases()
    for name, start, unit, least_pages, wanted in SITES:
        root = (SHARED / "portals" / name).resolve()
        port = free_port()
        with scratch() as where, nginx(root, where / "nginx", port):
            seeds = where / "seeds"
            seeds.write_text("".join(f"http://127.0.0.1:{port}/{page.name}\n" for page in sorted(root.glob("*.html"))))
            result = audit(f"http://127.0.0.1:{port}/{start}", where / "out", "--allow-private", "--interval", 0, "--seeds", seeds,
                           "--profile", "vn-2011", "--unit-type", unit)
            got = {item["id"]: item["pages"][0].split("/", 3)[-1] for item in result["items"] if item["state"] == "present"}

            def pages():
                assert result["crawl"]["pages"] >= least_pages, result["crawl"]

            def items():
                wrong = {item: page for item, page in got.items() if wanted.get(item) != page}
                missed = {item: page for item, page in wanted.items() if item not in got}
                assert not wrong and not missed, f"wrongly found: {wrong}; missed: {missed}"

            def same_again():
                status, _, err = run("check", where / "out/portal.wacz", "-o", where / "again.json", "--threads", 1, "--profile", "vn-2011", "--unit-type", unit)
                assert status == 0, err
                assert (where / "again.json").read_bytes() == (where / "out/audit.json").read_bytes()

            cases.case(f"{name}: pages", pages)
            cases.case(f"{name}: items", items)
            cases.case(f"{name}: the evidence gives the same bytes", same_again)
            if name == "euc-kr-manual":
                def charset():
                    # 23 pages say EUC-KR in a meta element, 7 untranslated ones say UTF-8.
                    assert result["portal"]["charsets"] == {"euc-kr": 23, "utf-8": 7}, result["portal"]["charsets"]
                cases.case("euc-kr is recognised", charset)
    cases.end(13)


main()
