#include "evidence/ledger.hpp"

#include "sample.hpp"

using namespace pa;
using namespace evidence;
using test::TempFolder;

namespace {

std::string ledger_of(const std::vector<Exchange>& exchanges)
{
    const TempFolder folder;
    std::string bytes = encoded(test::sample_origin());
    for (const Exchange& one : exchanges) {
        bytes += encoded(one);
    }
    auto reader = *Reader::open(folder.write("a", bytes));
    const auto out = ledger(*reader);
    REQUIRE(out);
    return *out;
}

constexpr std::string_view head = "time,purpose,attempt,url,address,status,failure,bytes,milliseconds\r\n";

}  // namespace

TEST_CASE("the ledger has a line for each request, with its attempt")
{
    Exchange robots = test::exchange("https://a.gov.vn/robots.txt", 404, "no");
    robots.purpose = Purpose::robots;
    Exchange failed;
    failed.url = "https://a.gov.vn/x";
    failed.at = test::moment("2026-11-23T01:31:00Z");
    failed.failure = http::Failure::timed_out;
    failed.elapsed_ms = 60'000;
    const Exchange second = test::exchange("https://a.gov.vn/x", 200, std::string(1000, 'x'));
    Exchange probe = second;
    probe.purpose = Purpose::probe;  // the same address for another purpose is no second attempt
    CHECK(ledger_of({robots, failed, second, probe}) == std::string(head) +
                                                            "2026-11-23T08:30:00+07:00,robots,1,https://a.gov.vn/robots.txt,2001:db8::1,404,,2,12\r\n"
                                                            "2026-11-23T08:31:00+07:00,page,1,https://a.gov.vn/x,,0,timed-out,0,60000\r\n"
                                                            "2026-11-23T08:30:00+07:00,page,2,https://a.gov.vn/x,2001:db8::1,200,,1000,12\r\n"
                                                            "2026-11-23T08:30:00+07:00,probe,1,https://a.gov.vn/x,2001:db8::1,200,,1000,12\r\n");
    CHECK(ledger_of({}) == head);
}

TEST_CASE("RFC 4180: cells are quoted where they must be, and none is a formula")
{
    struct Row {
        std::string url;
        std::string cell;
    };
    const Row rows[] = {
        {"https://a.vn/x", "https://a.vn/x"},
        {"https://a.vn/x,y", "\"https://a.vn/x,y\""},
        {"https://a.vn/\"x\"", "\"https://a.vn/\"\"x\"\"\""},
        {"=1+1", "'=1+1"},
        {"+1", "'+1"},
        {"-1", "'-1"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.url);
        const std::string text = ledger_of({test::exchange(row.url, 200, "")});
        CHECK(text == std::string(head) + "2026-11-23T08:30:00+07:00,page,1," + row.cell + ",2001:db8::1,200,,0,12\r\n");
    }
}

TEST_CASE("a ledger of damaged evidence is none")
{
    const TempFolder folder;
    auto reader = *Reader::open(folder.write("a", encoded(test::sample_origin()) + "rubbish"));
    CHECK(ledger(*reader).error().kind == ErrorKind::damaged);
}
