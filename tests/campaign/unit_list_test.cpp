#include "campaign/unit_list.hpp"

#include "rule/rule.hpp"

#include <doctest/doctest.h>

using namespace pa;
using namespace pa::campaign;

namespace {

struct ReadList {
    std::vector<Unit> units;
    std::vector<std::pair<std::uint32_t, std::string>> mistakes;  ///< line and message
    std::size_t warnings = 0;
};

ReadList read(const std::string& text)
{
    Diagnostics diagnostics;
    ReadList out;
    out.units = read_units(text, "list", {rule::unit_types(), {"vn-2011", "vn-2026"}}, diagnostics);
    for (const Error& error : diagnostics.errors()) {
        out.mistakes.emplace_back(error.where ? error.where->line : 0, error.message.en());
    }
    out.warnings = diagnostics.warnings().size();
    return out;
}

using Mistakes = std::vector<std::pair<std::uint32_t, std::string>>;

}  // namespace

TEST_CASE("an address a line")
{
    const ReadList list = read("\xEF\xBB\xBF# các sở\r\nhttps://soxd.minhgiang.gov.vn/\r\n\n  sotc.minhgiang.gov.vn/vi/  \nhttp://127.0.0.1:8080/\n");
    REQUIRE(list.mistakes.empty());
    REQUIRE(list.units.size() == 3);
    CHECK(list.units[0].id == "soxd.minhgiang.gov.vn");
    CHECK(list.units[0].line == 2);
    CHECK(list.units[1].url == "https://sotc.minhgiang.gov.vn/vi/");
    CHECK(list.units[1].id == "sotc.minhgiang.gov.vn-vi");
    CHECK(list.units[2].id == "127.0.0.1-8080");
}

TEST_CASE("tables with English or Vietnamese headings, whatever the separator and the order")
{
    const std::string rows[] = {
        "id,name,type,parent,url,profile,notes\ntinh,Tỉnh Minh Giang,province,,https://minhgiang.gov.vn,,\nsoxd,\"Sở Xây dựng, tỉnh Minh Giang\",provincial-department,tinh,https://soxd.minhgiang.gov.vn,vn-2026,\"một\"\n",
        "\xEF\xBB\xBFMã đơn vị;TÊN ĐƠN VỊ;Loại;Cấp trên;Địa chỉ;Bộ tiêu chí;Ghi chú\r\ntinh;Tỉnh Minh Giang;Tỉnh;;https://minhgiang.gov.vn;;\r\nsoxd;Sở Xây dựng, tỉnh Minh Giang;SỞ;TINH;https://soxd.minhgiang.gov.vn;vn-2026;một\r\n",
        "ghi_chu\turl\tten_don_vi\tloai\tma_don_vi\ttruc_thuoc\tprofile\n\thttps://minhgiang.gov.vn\tTỉnh Minh Giang\tprovince\ttinh\t\t\nmột\thttps://soxd.minhgiang.gov.vn\tSở Xây dựng, tỉnh Minh Giang\tprovincial-department\tsoxd\ttinh\tvn-2026\n",
    };
    for (const std::string& text : rows) {
        CAPTURE(text);
        const ReadList list = read(text);
        CHECK(list.mistakes == Mistakes{});
        REQUIRE(list.units.size() == 2);
        CHECK(list.units[0].id == "tinh");
        CHECK(list.units[0].type == "province");
        CHECK(list.units[0].url == "https://minhgiang.gov.vn/");
        const Unit& unit = list.units[1];
        CHECK(unit.name == "Sở Xây dựng, tỉnh Minh Giang");
        CHECK(unit.parent == "tinh");
        CHECK(unit.profile == "vn-2026");
        CHECK(unit.notes == "một");
        CHECK(unit.line == 3);
    }
}

TEST_CASE("only the column url is needed; others are left alone, with a warning")
{
    const ReadList list = read("Website,Số điện thoại\nhttps://a.gov.vn,0\n,\n");
    CHECK(list.mistakes == Mistakes{});
    CHECK(list.warnings == 1);
    REQUIRE(list.units.size() == 1);
    CHECK(list.units[0].id == "a.gov.vn");
}

TEST_CASE("all mistakes are told, each with its line")
{
    const ReadList list = read("id,name,type,parent,url,profile\n"
                               "a,A,,,https://a.gov.vn,\n"
                               "A,again,,,https://a2.gov.vn,\n"
                               "b,B,,,https://a.gov.vn,\n"
                               "c,C,office,,https://c.gov.vn,\n"
                               "d,D,,x,https://d.gov.vn,\n"
                               "e,E,,,ftp://e.gov.vn,\n"
                               "f,F,,,https://f.gov.vn,vn-2012\n"
                               "../g,G,,,https://g.gov.vn,\n"
                               "h,H,,,https://h.gov.vn\n"
                               "i,I,,,,\n"
                               "j,J,,k,https://j.gov.vn,\n"
                               "k,K,,j,https://k.gov.vn,\n"
                               "l,L,,c,https://l.gov.vn,\n"
                               "m,M,,,https://user:word@m.gov.vn,\n"
                               "summary.json,N,,,https://n.gov.vn,\n");
    CHECK(list.mistakes == Mistakes{
                               {3, "the id \"A\" stands in line 2 already"},
                               {4, "the address https://a.gov.vn/ stands in line 2 already"},
                               {5, "\"office\" is no type of unit"},
                               {7, "\"ftp://e.gov.vn\" is no http(s) address"},
                               {8, "unknown profile \"vn-2012\""},
                               {9, "\"../g\" cannot be an id, because it names a folder"},
                               {10, "5 cells, where the header has 6"},
                               {15, "an address must not carry a user name or password"},
                               {16, "\"summary.json\" cannot be an id, because it names a folder"},
                               {6, "the unit above, \"x\", is not in the list"},
                               {14, "the unit above, \"c\", has a mistake itself in line 5"},
                               {12, "the unit \"j\" is above itself"},
                               {11, "the unit \"i\" has no address, and no other unit is below it"},
                           });
    std::string kept;
    for (const Unit& unit : list.units) {
        kept += unit.id + (unit.parent.empty() ? " " : "<" + unit.parent + " ");
    }
    CHECK(kept == "a d j k<j l ");
}

TEST_CASE("a circle is broken once; a long chain is none")
{
    std::string text = "id,parent,url\n";
    for (int i = 0; i < 3000; ++i) {
        text += fmt::format("u{},{},https://u{}.gov.vn\n", i, i == 0 ? "" : fmt::format("u{}", i - 1), i);
    }
    CHECK(read(text).mistakes.empty());
    CHECK(read("id,parent,url\na,b,https://a.vn\nb,c,https://b.vn\nc,a,https://c.vn\nd,a,https://d.vn\n").mistakes == Mistakes{{2, "the unit \"a\" is above itself"}});
    CHECK(read("id,parent,url\na,a,https://a.vn\n").mistakes == Mistakes{{2, "the unit \"a\" is above itself"}});
}

TEST_CASE("what is no list")
{
    CHECK(read("").mistakes == Mistakes{{0, "the list is empty"}});
    CHECK(read("\xEF\xBB\xBF\n \n").mistakes == Mistakes{{0, "the list is empty"}});
    CHECK(read("# nothing\n").mistakes == Mistakes{{0, "the list names no unit"}});
    CHECK(read("https://a.gov.vn\n\xE0\xE1 https://b.gov.vn\n").mistakes == Mistakes{{2, "the list is not UTF-8"}});
    CHECK(read("id,name\na,A\n").mistakes == Mistakes{{1, "the header has no column url"}});
    CHECK(read("url,name\nhttps://a.gov.vn,\"A\nhttps://b.gov.vn,B\n").mistakes == Mistakes{{2, "a quotation mark is not closed"}});
    CHECK(read("url,url\nhttps://a.gov.vn,\n").mistakes.front().second == "the column url is there twice");
}

TEST_CASE("what spreadsheets and people put before and between lines")
{
    const ReadList commented = read("# các sở\n\nurl,id\nhttps://a.vn,a\n\nhttps://b.vn,a\n");
    CHECK(commented.units.size() == 1);
    CHECK(commented.mistakes == Mistakes{{6, "the id \"a\" stands in line 4 already"}});
    const ReadList old = read("url,id\rhttps://a.vn,a\rhttps://b.vn,b\r");  // line ends of old Macintosh programs
    CHECK(old.mistakes == Mistakes{});
    CHECK(old.units.size() == 2);
    CHECK(read("a.vn,A\nb.vn,B\n").mistakes.size() == 2);  // a table without its head
    CHECK(read("http:/a.vn\n").mistakes == Mistakes{{1, "\"http:/a.vn\" is no http(s) address"}});
    CHECK(read("a.vn\na.vn\n").mistakes == Mistakes{{2, "the address https://a.vn/ stands in line 1 already"}});
    CHECK(read("id,url\nsummary-2.html,https://a.vn\n").mistakes.size() == 1);  // a file of the summary is called so
}

TEST_CASE("mistakes without end are counted")
{
    std::string text = "url\n";
    for (int i = 0; i < 3000; ++i) {
        text += "no address\n";
    }
    const ReadList list = read(text);
    CHECK(list.mistakes.size() == 1001);
    CHECK(list.mistakes.back().second == "and 2000 more mistakes in list");
}

TEST_CASE("every unit is in exactly one shard, and stays there")
{
    std::size_t smallest = 20'000;
    std::vector<std::size_t> sizes(7, 0);
    for (int i = 0; i < 20'000; ++i) {
        Unit unit;
        unit.id = fmt::format("xa{}.gov.vn", i);
        unsigned holders = 0;
        for (std::uint32_t index = 1; index <= 7; ++index) {
            if (Shard{index, 7}.has(unit)) {
                ++holders;
                ++sizes[index - 1];
            }
        }
        REQUIRE(holders == 1);
        CHECK(Shard{}.has(unit));
    }
    for (const std::size_t size : sizes) {
        smallest = std::min(smallest, size);
    }
    CHECK(smallest > 2500);  // of 2857 on average
    Unit unit;
    unit.id = "a";  // FNV-1a of "a" is af63dc4c8601ec8c, which leaves 5 when divided by 7
    CHECK(Shard{6, 7}.has(unit));
}
