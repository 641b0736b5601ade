"""Each mutation of the example portal flips exactly the verdicts that it should."""
import re

from support import *

ND, TT = "vn.nd43-2011/", "vn.tt32-2017/"


def every(folder, change):
    """Applies `change(text)` to every page; something has to change."""
    changed = 0
    for path in folder.rglob("*.html"):
        text = path.read_text()
        new = change(text)
        if new != text:
            path.write_text(new)
            changed += 1
    assert changed, "the mutation changed nothing"


def one(folder, name, change):
    path = folder / name
    text = path.read_text()
    new = change(text)
    assert new != text, "the mutation changed nothing"
    path.write_text(new)


def replace(old, new, times=None):
    def change(text):
        assert times is None or text.count(old) == times, f"{old!r} is there {text.count(old)} times"
        return text.replace(old, new)
    return change


def main_part(content):
    """Replaces what is inside <main>."""
    return lambda text: re.sub(r"(<main[^>]*>).*?(</main>)", lambda m: m.group(1) + content + m.group(2), text, flags=re.S)


def drop_links(target):
    """Takes every list entry, and every other link, to `target` off all pages."""
    link = re.escape(target)
    entry = re.compile(rf'<li[^>]*>\s*<a [^>]*href="{link}"[^>]*>(?:(?!</a>).)*</a>\s*</li>', re.S)
    other = re.compile(rf'<a [^>]*href="{link}"[^>]*>(?:(?!</a>).)*</a>', re.S)
    return lambda text: other.sub("", entry.sub("", text))


def delete(folder, name, target):
    """Deletes a section and everything that leads to it, the site map for machines included."""
    every(folder, drop_links(target))
    path = folder / name
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    one(folder, "sitemap.xml", lambda text: re.sub(rf"<url>\s*<loc>[^<]*{re.escape(target)}[^<]*</loc>.*?</url>", "", text, flags=re.S))


def drop_home_block(folder, words):
    """Takes the section of the home page whose heading has these words away."""
    one(folder, "index.html", lambda text: re.sub(r"<section[^>]*>(?:(?!</section>).)*<h2[^>]*>(?:(?!</h2>).)*" + words + r"(?:(?!</section>).)*</section>", "", text, flags=re.S))


def age_news(folder):
    for path in [*folder.glob("tin-tuc/**/*.html"), folder / "rss.xml", folder / "index.html"]:
        text = path.read_text()
        today = text.count("Hôm nay")
        text = re.sub(r"(\d{1,2})/(\d{1,2})/2026", lambda m: m.group(0) if m.group(0) == "23/11/2026" else f"{m.group(1)}/{m.group(2)}/2025", text)
        text = re.sub(r'((?:datetime|content)=")2026-', r"\g<1>2025-", text)
        assert today == text.count("Hôm nay")
        path.write_text(text)


# name, what is done to the folder, which rules get which verdict
MUTATIONS = [
    ("functions deleted", lambda f: delete(f, "gioi-thieu/chuc-nang-nhiem-vu.html", "/gioi-thieu/chuc-nang-nhiem-vu.html"), {ND + "intro.functions": "failed", TT + "upkeep.links": "partly"}),
    ("structure emptied", lambda f: one(f, "gioi-thieu/co-cau-to-chuc.html", main_part("<h1>Cơ cấu tổ chức</h1>")), {ND + "intro.structure": "failed"}),
    ("structure as a picture only", lambda f: one(f, "gioi-thieu/co-cau-to-chuc.html", main_part('<h1>Cơ cấu tổ chức</h1><img src="/assets/img/so-do-to-chuc.svg" alt="Sơ đồ">')), {ND + "intro.structure": "partly"}),
    ("leaders being updated", lambda f: one(f, "gioi-thieu/lanh-dao-so.html", main_part("<h1>Lãnh đạo Sở</h1><p>Nội dung đang được cập nhật.</p>")), {ND + "intro.leaders": "failed"}),
    ("opinions without an entry", lambda f: drop_home_block(f, "Thông tin chỉ đạo") or one(f, "chi-dao-dieu-hanh/index.html", main_part("<h1>Ý kiến chỉ đạo, điều hành</h1><p>Chưa có dữ liệu.</p>")), {ND + "directives.opinions": "failed", TT + "upkeep.links": "partly"}),
    ("handled petitions deleted", lambda f: delete(f, "chi-dao-dieu-hanh/tra-loi-phan-anh-kien-nghi.html", "/chi-dao-dieu-hanh/tra-loi-phan-anh-kien-nghi.html"), {ND + "directives.feedback-handling": "failed", TT + "upkeep.links": "partly"}),
    ("rewards published", lambda f: one(f, "chi-dao-dieu-hanh/khen-thuong-xu-phat.html", main_part("<h1>Khen thưởng, xử phạt</h1><p>Quyết định số 410/QĐ-SXD ngày 12/10/2026 khen thưởng ba tập thể có thành tích trong phong trào thi đua bảo đảm an toàn lao động trên công trường.</p>")), {ND + "directives.rewards": "passed"}),
    ("schedule of this week", lambda f: one(f, "chi-dao-dieu-hanh/lich-cong-tac.html", lambda t: t.replace("/8/2026", "/11/2026").replace("10/11/2026", "23/11/2026")), {ND + "directives.schedule": "passed"}),
    ("schedule without a date", lambda f: one(f, "chi-dao-dieu-hanh/lich-cong-tac.html", lambda t: re.sub(r"\d{1,2}/8(/2026)?", "ngày trong tuần", t)), {ND + "directives.schedule": "cannot-tell"}),
    ("schedule deleted, the citizens' reception stays", lambda f: delete(f, "chi-dao-dieu-hanh/lich-cong-tac.html", "/chi-dao-dieu-hanh/lich-cong-tac.html"), {ND + "directives.schedule": "failed"}),
    ("news a year old", age_news, {ND + "news": "partly"}),
    ("law dissemination without its banner", lambda f: every(f, drop_links("/pho-bien-phap-luat/")), {ND + "law.dissemination": "partly"}),
    ("documents deleted", lambda f: drop_home_block(f, "Văn bản mới") or delete(f, "van-ban", "/van-ban/"), {ND + "documents.list": "failed", ND + "documents.search": "failed", ND + "documents.fields": "not-applicable", ND + "documents.delay": "not-applicable", TT + "upkeep.links": "partly"}),
    ("document search gone", lambda f: one(f, "van-ban/index.html", lambda t: re.sub(r"(<main.*?)<form.*?</form>(.*?</main>)", r"\1\2", t, flags=re.S)), {ND + "documents.search": "failed"}),
    ("projects in the menu", lambda f: every(f, replace('<li><a href="/van-ban/">Văn bản</a></li>', '<li><a href="/van-ban/">Văn bản</a></li><li><a href="/du-an-dau-thau/">Dự án đầu tư, đấu thầu, mua sắm công</a></li>')), {ND + "projects.procurement": "passed", TT + "sitemap.coverage": "partly"}),
    ("a draft to comment on", lambda f: (f / "gop-y-du-thao-van-ban").mkdir() or (f / "gop-y-du-thao-van-ban/index.html").write_text(
        main_part("<h1>Góp ý dự thảo văn bản</h1><p>Dự thảo Quyết định quy định phân cấp cấp giấy phép xây dựng trên địa bàn tỉnh; lấy ý kiến từ ngày 01/11/2026 đến hết ngày 30/12/2026; góp ý gửi về Văn phòng Sở.</p>")(
            (f / "van-ban/index.html").read_text().replace("<title>", "<title>Góp ý dự thảo văn bản - "))), {ND + "consultation.drafts": "passed", ND + "consultation.draft-details": "cannot-tell"}),
    ("officials deleted", lambda f: delete(f, "danh-ba.html", "/danh-ba.html"), {ND + "contact.officials": "failed", ND + "contact.official-email": "not-applicable", ND + "contact.telephones": "not-applicable"}),
    ("history published", lambda f: every(f, replace('<li><a href="/gioi-thieu/co-cau-to-chuc.html">Cơ cấu tổ chức</a></li>', '<li><a href="/gioi-thieu/co-cau-to-chuc.html">Cơ cấu tổ chức</a></li><li><a href="/gioi-thieu/lich-su.html">Lịch sử hình thành và phát triển</a></li>')) or (f / "gioi-thieu/lich-su.html").write_text(
        main_part("<h1>Lịch sử hình thành và phát triển</h1><p>Ty Kiến trúc được lập năm 1958; năm 1991 đổi thành Sở Xây dựng; ngày 01/3/2025 hợp nhất với ngành giao thông vận tải của tỉnh thành Sở Xây dựng ngày nay.</p>")(
            (f / "gioi-thieu/co-cau-to-chuc.html").read_text().replace("Cơ cấu tổ chức", "Lịch sử hình thành và phát triển", 1))), {ND + "intro.history": "passed"}),
    ("subordinate units deleted", lambda f: delete(f, "gioi-thieu/don-vi-truc-thuoc", "/gioi-thieu/don-vi-truc-thuoc/"), {ND + "intro.subordinate-units": "failed", TT + "upkeep.links": "partly"}),
    ("emblem with a text", lambda f: every(f, replace('src="/assets/quoc-huy.svg" alt=""', 'src="/assets/quoc-huy.svg" alt="Quốc huy nước Cộng hòa xã hội chủ nghĩa Việt Nam"')), {TT + "header.emblem": "passed"}),
    ("someone responsible", lambda f: every(f, replace("<address>", "<p>Chịu trách nhiệm nội dung: Giám đốc Sở</p><address>")), {TT + "footer.responsible": "passed"}),
    ("footer without a telephone", lambda f: every(f, lambda t: re.sub(r"Điện thoại: \(0299\) 3\.555\.001 &ndash; Fax: \(0299\) 3\.555\.002<br>", "", t)), {TT + "footer.phone": "failed"}),
    ("footer without a copyright", lambda f: every(f, replace("Bản quyền &copy; 2026 thuộc về ", "")), {TT + "footer.copyright": "failed"}),
    ("site map link broken", lambda f: (f / "so-do-cong.html").unlink(), {TT + "menu.sitemap": "failed", TT + "sitemap.page": "failed", TT + "sitemap.coverage": "not-applicable", TT + "upkeep.links": "partly"}),
    ("sitemap.xml gone", lambda f: (f / "sitemap.xml").unlink(), {TT + "sitemap.xml": "failed", TT + "upkeep.links": "partly"}),
    ("no moving text", lambda f: every(f, lambda t: t.replace("<marquee", "<p").replace("</marquee>", "</p>")), {TT + "text.no-moving": "passed"}),
    ("a page without a viewport", lambda f: one(f, "hoi-dap/index.html", lambda t: re.sub(r'<meta name="viewport"[^>]*>', "", t)), {TT + "mobile.viewport": "partly"}),
    ("all pages say their language", lambda f: every(f, lambda t: t.replace("<html>", '<html lang="vi">')), {TT + "language.declared": "passed"}),
    ("shortcut keys", lambda f: every(f, replace('<a href="/">Trang chủ</a>', '<a href="/" accesskey="1">Trang chủ</a>')), {TT + "keys.shortcuts": "passed"}),
    ("no search anywhere", lambda f: every(f, lambda t: re.sub(r'<form class="search".*?</form>', "", t, flags=re.S)), {TT + "function.search": "failed", TT + "function.search-works": "failed"}),
]


def main():
    cases = Cases()
    with scratch() as where:
        before = verdicts(audit_folder(EXAMPLE, where / "before"))
        for number, (name, change, flips) in enumerate(MUTATIONS):
            def flips_exactly(number=number, change=change, flips=flips):
                folder = copy_example(where / f"site-{number}")
                change(folder)
                result = audit_folder(folder, where / f"out-{number}")
                after = verdicts(result)
                why = {f["rule"]: f["why"]["en"] for f in result["findings"]}
                changed = {rule: verdict for rule, verdict in after.items() if before[rule] != verdict}
                different = {rule for rule, _ in set(changed.items()) ^ set(flips.items())}
                assert changed == flips, "; ".join(f"{rule}: {after[rule]} ({why[rule]})" for rule in sorted(different))
            cases.case(name, flips_exactly)
    cases.end(30)


main()
