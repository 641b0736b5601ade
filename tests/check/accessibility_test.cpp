// The kinds about accessibility: for every check a page that is right, one that is wrong, and one without anything of the sort.
#include "support/small_site.hpp"

#include <set>

using namespace pa;

namespace {

struct Row {
    const char* check;
    const char* right;
    const char* wrong;
    const char* other = "<p>Không có gì</p>";  ///< nothing that is asked about
};

std::string page(const std::string& body) { return "<!DOCTYPE html><html lang=vi><head><title>Sở Xây dựng</title></head><body>" + body + "</body></html>"; }

const check::Kind& kind_of(const std::string& part)
{
    for (const check::Kind& kind : check::kinds()) {
        for (const check::Part& one : kind.parts) {
            if (one.name == part) {
                return kind;
            }
        }
    }
    FAIL("no kind has the check ", part);
    return check::kinds().front();
}

std::string verdict_on(const std::string& part, const std::string& html)
{
    const check::Judgement judgement = test::judged("kind = \"" + kind_of(part).spec.name + "\"\nchecks = [\"" + part + "\"]\n", {{"index.html", html}});
    const bool is_negative = judgement.verdict == check::Verdict::failed;
    CHECK(judgement.proof.empty() != is_negative);
    return std::string(name_of(judgement.verdict));
}

const std::string many_links = "<a href=/a>Một</a><a href=/b>Hai</a>";
const std::string running_text = "<p>Sở Xây dựng là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh, tham mưu về quản lý nhà nước.</p>";

}  // namespace

TEST_CASE("each check: right, wrong, nothing to ask about")
{
    const std::string way = many_links + running_text;
    const std::string way_to_main = many_links + "<main>" + running_text + "</main>";
    const std::string way_to_heading = many_links + "<h1>Tin</h1>" + running_text;
    const std::string skip = "<a href=#c>Đến nội dung</a>" + many_links + "<div id=c>" + running_text + "</div>";
    const std::string few = running_text + many_links;
    const Row rows[] = {
        {"image-name", "<img src=a.png alt='Trụ sở'><img src=b.png alt=''>", "<img src=a.png>"},
        {"image-button-name", "<input type=image src=a.png alt=Tìm>", "<input type=image src=a.png>"},
        {"area-name", "<img alt=a src=a usemap=#m><map name=m><area href=/a alt=A></map>", "<img alt=a src=a usemap=#m><map name=m><area href=/a></map>", "<map name=m><area href=/a></map>"},
        {"object-name", "<object data=a.mp4 title='Phim'></object>", "<object data=a.mp4></object>", "<object data=a.pdf></object>"},
        {"svg-name", "<svg role=img><title>Sơ đồ</title></svg>", "<svg role=img><path/></svg>", "<svg><path/></svg>"},
        {"decoration-hidden", "<img src=a.png alt=''>", "<img src=a.png alt='' aria-label='Trụ sở'>"},
        {"alt-no-file-name", "<img src=a.png alt='Trụ sở'>", "<img src=a.png alt='IMG_2034.JPG'>"},
        {"link-name", "<a href=/a>Tin tức</a><a href=/b><img src=a.png alt='Báo'></a>", "<a href=/a><i class='fa fa-home'></i></a>", "<a name=top></a>"},
        {"link-purpose", "<p>Kế hoạch tuyển dụng năm nay: <a href=/a>tại đây</a></p><a href=/b>Tin tức</a>", "<div>Kế hoạch</div><div><a href=/a>Xem thêm</a></div>"},
        {"link-purpose-alone", "<a href=/b>Tin tức</a>", "<p>Kế hoạch tuyển dụng năm nay: <a href=/a>tại đây</a></p>"},
        {"field-name", "<label>Họ tên <input></label><input placeholder=Email><select title=Tỉnh></select>", "<input name=q>"},
        {"button-name", "<button>Gửi</button><input type=submit>", "<button><i class=icon></i></button>"},
        {"menu-item-name", "<ul role=menu><li role=menuitem>Mở</ul>", "<ul role=menu><li role=menuitem><img alt=''></ul>"},
        {"summary-name", "<details><summary>Giờ làm việc</summary>8h</details>", "<details><summary></summary>8h</details>"},
        {"autofill", "<input autocomplete=email>", "<input autocomplete=thu-dien-tu>", "<input autocomplete=off>"},
        {"heading-name", "<h2>Tin tức</h2>", "<h2><b></b></h2>"},
        {"heading-levels", "<h1>a</h1><h2>b</h2><h2>c</h2><h3>d</h3><h1>e</h1>", "<h1>a</h1><h3>b</h3>"},
        {"main-heading", "<h1>Tin tức</h1>", "<h2>Tin tức</h2>", ""},
        {"headers-attribute", "<table><tr><th id=a>Tên<tr><td headers=a>An</table>", "<table><tr><th id=a>Tên<tr><td headers=b>An</table>"},
        {"header-has-cells", "<table><tr><th>Tên<th>Tuổi<tr><td>An<td>30</table>", "<table><tr><th>Tên<th>Tuổi<tr><td>An</table>", "<table><tr><td>An</table>"},
        {"table-has-headers", "<table border=1><tr><th>Tên<th>Tuổi<tr><td>An<td>30</table>", "<table border=1><tr><td>Tên<td>Tuổi<tr><td>An<td>30<tr><td>Bình<td>31</table>",
         "<table><tr><td>Tên<td>Tuổi<tr><td>An<td>30<tr><td>Bình<td>31</table>"},
        {"viewport-zoom", "<meta name=viewport content='width=device-width, user-scalable=yes'>", "<meta name=viewport content='width=device-width, user-scalable=no'>",
         "<meta name=viewport content='width=device-width'>"},
        {"refresh", "<meta http-equiv=refresh content='0;url=/a'>", "<meta http-equiv=refresh content=300>"},
        {"refresh-never", "<meta http-equiv=refresh content='0;url=/a'>", "<meta http-equiv=refresh content=90000>"},
        {"sound", "<audio src=a.mp3 autoplay controls></audio>", "<audio src=a.mp3 autoplay></audio>", "<audio src=a.mp3></audio>"},
        {"frame-name", "<iframe src=/a title='Bản đồ'></iframe>", "<iframe src=/a></iframe>", "<iframe src=/a width=1 height=1></iframe>"},
        {"frame-order", "<iframe tabindex=-1 srcdoc='<p>a'></iframe>", "<iframe tabindex=-1 srcdoc='<a href=/>a</a>'></iframe>", "<iframe src=/a></iframe>"},
        {"bypass", way_to_heading.c_str(), way.c_str(), few.c_str()},
        {"main-landmark", way_to_main.c_str(), way_to_heading.c_str(), few.c_str()},
        {"content-heading", way_to_heading.c_str(), way_to_main.c_str(), few.c_str()},
        {"skip-link", skip.c_str(), way_to_main.c_str(), few.c_str()},
        {"role-valid", "<div role=button>a</div>", "<div role=nut>a</div>"},
        {"aria-attribute-known", "<div aria-live=polite>a</div>", "<div aria-nhan=a>a</div>"},
        {"aria-attribute-fits", "<button aria-pressed=true>a</button>", "<button aria-level=1>a</button>"},
        {"aria-value", "<button aria-expanded=false>a</button>", "<button aria-expanded=closed>a</button>", "<button>a</button>"},
        {"aria-name-allowed", "<nav aria-label=Chính>a</nav>", "<div aria-label=Chính>a</div>"},
        {"aria-required", "<div role=checkbox aria-checked=true>a</div>", "<div role=checkbox>a</div>"},
        {"aria-parent", "<div role=tablist><div role=tab>a</div></div>", "<div role=tab>a</div>"},
        {"aria-children", "<ul><li>a</ul>", "<ul><a href=/a>a</a></ul>"},
        {"hidden-focus", "<div aria-hidden=true>a</div>", "<div aria-hidden=true><a href=/a>a</a></div>"},
        {"flat-focus", "<button>a</button>", "<div role=button><a href=/a>a</a></div>"},
        {"label-in-name", "<a href=/a aria-label='Tin tức mới'>Tin tức</a>", "<a href=/a aria-label='Mới'>Tin tức</a>", "<a href=/a>Tin tức</a>"},
        {"letter-spacing", "<p style='letter-spacing:0.2em !important'>a</p>", "<p style='letter-spacing:0 !important'>a</p>", "<p style='letter-spacing:2px !important'>a</p>"},
        {"line-height", "<p style='line-height:1.6 !important'>a</p>", "<p style='line-height:100% !important'>a</p>", "<p style='line-height:1'>a</p>"},
        {"word-spacing", "<p style='word-spacing:1em !important'>a</p>", "<p style='word-spacing:normal !important'>a</p>"},
        {"text-contrast", "<p style='color:#333;background:#fff'>Tin tức</p>", "<p style='color:yellow;background-color:white'>Tin tức</p>", "<p style='color:yellow'>Tin tức</p>"},
        {"text-contrast-enhanced", "<p style='color:#333;background:#fff'>Tin tức</p>", "<p style='color:rgb(119, 119, 119);background-color:#FFF'>Tin tức</p>"},
        {"part-lang-valid", "<p lang=en>Hello</p>", "<p lang=english>Hello</p>"},
    };
    std::set<std::string> tested;
    for (const Row& row : rows) {
        CAPTURE(std::string(row.check));
        tested.insert(row.check);
        CHECK(verdict_on(row.check, page(row.right)) == "passed");
        CHECK(verdict_on(row.check, page(row.wrong)) == "failed");
        if (*row.other != '\0') {
            CHECK(verdict_on(row.check, page(row.other)) == "not-applicable");
        }
    }
    // Asked of every page.
    struct Whole {
        const char* check;
        std::string right;
        std::string wrong;
    };
    const Whole whole[] = {
        {"page-lang", page("a"), "<html><title>a</title><body>a"},
        {"page-lang-valid", page("a"), "<html lang=vn><title>a</title><body>a"},
        {"title", page("a"), "<html lang=vi><body>a"},
        {"title-own", page("a"), "<html lang=vi><title>Untitled Document</title><body>a"},
        {"title-own", "<html lang=vi><title>404</title><body>a", "<html lang=vi><title> » </title><body>a"},
        {"viewport", "<html><meta name=viewport content='width=device-width'><body>a", page("a")},
        {"viewport", "<html><meta name=viewport content='initial-scale=1'><body>a", "<html><meta name=viewport content='width=1200'><body>a"},
        {"page-lang-text", page(running_text + running_text + running_text), "<html lang=en><body>" + running_text + running_text + running_text},
        {"moving-elements", "", page("<marquee>Chào mừng</marquee>")},
    };
    for (const Whole& row : whole) {
        CAPTURE(std::string(row.check));
        tested.insert(row.check);
        CHECK(verdict_on(row.check, row.wrong) == "failed");
        if (!row.right.empty()) {
            CHECK(verdict_on(row.check, row.right) == "passed");
        }
    }
    tested.insert("page-lang-expected");  // below: it needs its parameter
    for (const check::Kind& kind : check::kinds()) {
        for (const check::Part& part : kind.parts) {
            CAPTURE(part.name);
            CHECK(tested.contains(part.name));
        }
    }
}

TEST_CASE("what hides a part from visitors hides its faults")
{
    for (const char* body : {"<div hidden><img src=a.png></div>", "<div style='display:none'><img src=a.png></div>", "<div aria-hidden=true><img src=a.png></div>", "<noscript><img src=a.png></noscript>",
                             "<style>.x{display:none}</style><img class=x src=a.png>", "<style>.y .x{display:none}</style><img class=x src=a.png>"}) {
        CAPTURE(std::string(body));
        CHECK(verdict_on("image-name", page(body)) == "not-applicable");
    }
}

TEST_CASE("several pages: the share of those without fault, and the same fault as one proof")
{
    const std::string menu = "<a href=/a.html>A</a> <a href=/b.html>B</a> <a href=/c.html>C</a>";
    const std::map<std::string, std::string> files = {{"index.html", page(menu + "<img src=x.png>")},
                                                      {"a.html", page("<img src=x.png>")},
                                                      {"b.html", page("<img src=x.png alt=''>")},
                                                      {"c.html", page("<p>a</p>")}};
    const check::Judgement all = test::judged("kind = \"text-alternative\"\n", files);
    CHECK(all.verdict == check::Verdict::partly);
    CHECK(all.share == doctest::Approx(1.0 / 3));
    CHECK(all.why.en() == "2 of 3 pages have faults, 2 in all");
    REQUIRE(all.proof.size() == 1);
    CHECK(all.proof[0].what.en() == "the image has no text alternative; the same on 2 pages");
    CHECK(all.proof[0].url == "https://soxd.example.gov.vn/");
    CHECK(all.proof[0].excerpt == "<img src=\"x.png\">");
    const check::Judgement home = test::judged("kind = \"text-alternative\"\nwhere = \"home\"\n", files);
    CHECK(home.verdict == check::Verdict::failed);
    CHECK(home.why.en() == "the home page has 1 faults");
}

TEST_CASE("a shell for a script, and a page without anything")
{
    const std::string shell = "<html><body><div id=app></div><script src=app.js></script></body></html>";
    CHECK(verdict_on("image-name", shell) == "cannot-tell");
    CHECK(test::judged("kind = \"page-language\"\nwhere = \"home\"\n", {{"index.html", shell}}).why.en() == "the home page is an empty shell that only a browser's script would fill");
    CHECK(verdict_on("image-name", page("<p>a</p>")) == "not-applicable");
}

TEST_CASE("parameters: the expected language, texts of links and titles")
{
    const std::string english = "<html lang=en><title>Home page of the board</title><body><div><a href=/a>Further</a></div>";
    CHECK(test::judged("kind = \"page-language\"\nlanguage = \"vi\"\n", {{"index.html", english}}).verdict == check::Verdict::failed);
    CHECK(test::judged("kind = \"page-language\"\n", {{"index.html", english}}).verdict == check::Verdict::passed);
    CHECK(test::judged("kind = \"link-text\"\n", {{"index.html", english}}).verdict == check::Verdict::passed);
    CHECK(test::judged("kind = \"link-text\"\ntexts = [\"FURTHER\"]\n", {{"index.html", english}}).verdict == check::Verdict::failed);
    CHECK(test::judged("kind = \"page-title\"\ntexts = [\"Home page of the board\"]\n", {{"index.html", english}}).verdict == check::Verdict::failed);
}

TEST_CASE("a wrong name among the checks is told with the nearest right one")
{
    rule::Rule rule;
    rule.kind = "headings";
    rule.params["checks"] = {std::vector<std::string>{"heading-nam"}, {}};
    const auto made = check::kind_named("headings")->make(rule);
    REQUIRE_FALSE(made.has_value());
    CHECK(made.error().message.en() == "\"heading-nam\" is no check of the kind headings");
    CHECK(made.error().hint.en() == "did you mean \"heading-name\"?");
    rule.params["checks"] = {std::vector<std::string>{}, {}};
    CHECK_FALSE(check::kind_named("headings")->make(rule).has_value());
}
