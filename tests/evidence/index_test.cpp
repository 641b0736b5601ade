#include "evidence/index.hpp"

#include "evidence/host_json.hpp"
#include "evidence/log.hpp"
#include "sample.hpp"

#include <nlohmann/json.hpp>

using namespace pa;
using namespace evidence;

namespace {

IndexEntry entry()
{
    return {"https://www.a.gov.vn/x?b=2&a=1", test::moment("2026-11-23T01:02:03Z"), "text/html", 200, "sha256:" + std::string(64, 'c'), 4'294'967'299, 1234};
}

}  // namespace

TEST_CASE("SURT: the keys of an index")
{
    struct Row {
        std::string_view url;
        std::string_view key;
    };
    const Row rows[] = {
        {"https://soxd.example.gov.vn/", "vn,gov,example,soxd)/"},
        {"http://soxd.example.gov.vn/", "vn,gov,example,soxd)/"},   // the scheme plays no part
        {"https://www.a.vn/", "vn,a)/"},
        {"https://www2.a.vn/", "vn,a,www2)/"},                      // only "www." itself
        {"https://a.www.vn/", "vn,www,a)/"},
        {"https://localhost/x", "localhost)/x"},
        {"https://A.VN/Tin-Tuc/A.HTML", "vn,a)/tin-tuc/a.html"},
        {"https://a.vn/%C4%90", "vn,a)/%c4%90"},
        {"https://a.vn/?b=2&a=1&B=1", "vn,a)/?a=1&b=1&b=2"},
        {"https://a.vn/?", "vn,a)/"},
        {"https://a.vn/?a", "vn,a)/?a"},
        {"https://a.vn:8443/x", "vn,a:8443)/x"},
        {"https://a.vn:443/x", "vn,a)/x"},
        {"http://127.0.0.1:8080/x", "127.0.0.1:8080)/x"},           // addresses are not turned round
        {"http://[2001:db8::1]/x", "[2001:db8::1])/x"},
        {"urn:portalaudit:ending", "urn:portalaudit:ending"},
        {"", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.url);
        CHECK(surt(row.url) == row.key);
    }
}

TEST_CASE("CDXJ: a line says everything and reads back")
{
    const std::string line = cdxj_line(entry(), "data.warc.gz");
    CHECK(line == "vn,gov,a)/x?a=1&b=2 20261123010203 {\"url\":\"https://www.a.gov.vn/x?b=2&a=1\",\"mime\":\"text/html\",\"status\":\"200\",\"digest\":\"sha256:" +
                      std::string(64, 'c') + "\",\"length\":\"1234\",\"offset\":\"4294967299\",\"filename\":\"data.warc.gz\"}\n");
    const auto back = parse_cdxj(std::string_view(line).substr(0, line.size() - 1));
    REQUIRE(back);
    CHECK(*back == entry());
    // a media type of no charset that JSON knows must not break the line
    IndexEntry hostile = entry();
    hostile.media_type = "text/\xFF\"\n html";
    const std::string repaired = cdxj_line(hostile, "data.warc.gz");
    CHECK(repaired.find('\n') == repaired.size() - 1);
    CHECK(parse_cdxj(repaired)->media_type == "text/\xEF\xBF\xBD\"\n html");
}

TEST_CASE("CDXJ: lines that are none")
{
    const std::string good = cdxj_line(entry(), "f");
    REQUIRE(parse_cdxj(good));
    const auto with = [&](std::string_view from, std::string_view to) {
        std::string out = good;
        const std::size_t at = out.find(from);
        REQUIRE(at != std::string::npos);
        return out.replace(at, from.size(), to);
    };
    const std::string rows[] = {
        "", " ", "  ", "a b", "a 20261123010203 ", "a 20261123010203 []", "a 20261123010203 {",
        with("vn,gov,a", "vn,gov,b"),                          // another key than that of its address
        with("20261123010203", "2026112301020"),
        with("20261123010203", "20261323010203"),
        with("20261123010203", "2026112301020x"),
        with("\"status\":\"200\"", "\"status\":200"),
        with("\"status\":\"200\"", "\"status\":\"200x\""),
        with("\"length\":\"1234\"", "\"length\":\"-1\""),
        with("\"length\":\"1234\"", "\"length\":\"\""),
        with("\"offset\":\"4294967299\"", "\"offset\":\"18446744073709551616\""),
        with("\"mime\"", "\"mine\""),
        with("\"url\":\"https", "\"url\":[],\"x\":\"https"),
        with("\"digest\"", "\"d\""),
        good + "x",
        std::string(100'000, '['),
        "a 20261123010203 " + std::string(100'000, '['),
    };
    for (const std::string& row : rows) {
        CAPTURE(row.substr(0, 300));
        CHECK_FALSE(parse_cdxj(row));
    }
}

TEST_CASE("CDXJ: an index is sorted by bytes")
{
    IndexEntry b = entry();
    b.url = "https://b.vn/";
    IndexEntry later = entry();
    later.at = test::moment("2026-11-23T01:02:04Z");
    CHECK(cdxj({later, b, entry()}, "f") == cdxj_line(b, "f") + cdxj_line(entry(), "f") + cdxj_line(later, "f"));
    CHECK(cdxj({}, "f").empty());
}

TEST_CASE("pages.jsonl: a header line and a line for each page, sorted")
{
    const time::Moment at = test::moment("2026-11-23T01:02:03Z");
    const std::string text = pages_jsonl({{"https://b.vn/", at, "Đ \"x\"\n</script>\xFF"}, {"https://a.vn/", at, ""}, {"https://b.vn/", test::moment("2026-11-23T01:00:00Z"), "first"}});
    std::vector<nlohmann::json> lines;
    for (std::size_t from = 0; from < text.size(); from = text.find('\n', from) + 1) {
        lines.push_back(nlohmann::json::parse(text.substr(from, text.find('\n', from) - from)));
    }
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == nlohmann::json{{"format", "json-pages-1.0"}, {"id", "pages"}, {"title", "All Pages"}});
    CHECK(lines[1]["url"] == "https://a.vn/");
    CHECK(lines[1]["ts"] == "2026-11-23T01:02:03Z");
    CHECK(lines[2]["title"] == "first");
    CHECK(lines[3]["title"] == "Đ \"x\"\n</script>\xEF\xBF\xBD");
    CHECK(lines[3]["id"] == lines[2]["id"]);
    CHECK(lines[3]["id"] != lines[1]["id"]);
}

TEST_CASE("the log of a crawl keeps 20,000 lines and counts the rest")
{
    Log log;
    const time::Moment at = test::moment("2026-11-23T01:02:03Z");
    log.add(at, "trap", "https://a.vn/\xFF", "");
    CHECK(log.text() == "{\"at\":\"2026-11-23T01:02:03Z\",\"event\":\"trap\",\"url\":\"https://a.vn/\xEF\xBF\xBD\"}\n");
    for (int i = 1; i < 20'000; ++i) {
        log.add(at, "limit", "", "a\nb");
    }
    const std::string full = log.text();
    CHECK(std::count(full.begin(), full.end(), '\n') == 20'000);
    CHECK(full.ends_with("{\"at\":\"2026-11-23T01:02:03Z\",\"event\":\"limit\",\"detail\":\"a\\nb\"}\n"));
    for (const char* event : {"limit", "trap", "limit"}) {
        log.add(at, event, "", "");
    }
    CHECK(log.text() == full + "{\"event\":\"limit\",\"left_out\":2}\n{\"event\":\"trap\",\"left_out\":1}\n");
}

TEST_CASE("what is known of a host reads back, whatever else stands there")
{
    CHECK(parse_host_json(host_json(test::sample_host())) == test::sample_host());
    http::HostFacts none;
    none.host = "127.0.0.1";
    none.fixed_address = true;
    none.tls_failure = "private address";
    none.dns_failure = "Name or service not known";
    CHECK(parse_host_json(host_json(none)) == none);
    http::HostFacts odd;
    odd.host = "a";
    odd.port = 65535;
    odd.verify = "\xFF";
    CHECK(parse_host_json(host_json(odd))->verify == "\xEF\xBF\xBD");
    CHECK(parse_host_json(host_json(odd))->port == 65535);
    for (const char* text : {"", "{", "[]", "{}", "{\"host\":\"\"}", "{\"host\":1}", "null"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_host_json(text));
    }
    http::HostFacts bare;
    bare.host = "a";
    for (const char* text : {R"({"host":"a"})", R"({"host":"a","port":65536,"a":1,"aaaa":[1],"tls":"yes","at":"never","chain":{}})",
                             R"({"host":"a","port":-1,"verify":[],"tls-version":null})", R"({"host":"a","port":4294967297,"more":{"x":[]}})"}) {
        CAPTURE(text);
        CHECK(parse_host_json(text) == bare);
    }
}
