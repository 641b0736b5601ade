#include "evidence/digest.hpp"
#include "evidence/verify.hpp"
#include "sample.hpp"

#include <algorithm>

using namespace pa;
using namespace evidence;
using namespace std::string_literals;
using test::bytes_of;
using test::TempFolder;
using test::WarcRecord;

namespace {

// The types of all records, in the order of the file.
std::vector<std::string> types_of(const std::string& warc)
{
    std::vector<std::string> out;
    for (const test::Member& member : test::gzip_members(warc)) {
        out.push_back(test::record_of(member.text).fields.at("WARC-Type"));
    }
    return out;
}

std::ptrdiff_t revisits_in(const std::string& warc)
{
    const std::vector<std::string> types = types_of(warc);
    return std::count(types.begin(), types.end(), "revisit");
}

}  // namespace

TEST_CASE("WARC/1.1, 6.7: a body that was there already becomes a revisit, and is read back whole")
{
    const TempFolder folder;
    const std::string body = test::noise(2000);
    Exchange first = test::exchange("https://a.gov.vn/1", 200, body);
    Exchange second = test::exchange("https://a.gov.vn/2", 404, body);  // the status and the fields may differ
    second.at = test::moment("2026-11-23T01:31:00Z");
    second.response.headers.add("X", "y");
    second.response.headers.add("Content-Encoding", "br");
    Exchange third = test::exchange("https://a.gov.vn/3", 200, body);
    third.address = "";
    test::write_sealed(folder / "a.wacz", {first, second, third});
    const std::string warc = test::part_of_zip(bytes_of(folder / "a.wacz"), warc_part);

    const std::vector<test::Member> members = test::gzip_members(warc);
    REQUIRE(members.size() == 2 + 9 + 1);
    const WarcRecord original = test::record_of(members[2].text);
    const WarcRecord revisit = test::record_of(members[5].text);
    CHECK(original.fields.at("WARC-Type") == "response");
    CHECK(revisit.fields.at("WARC-Type") == "revisit");
    CHECK(revisit.fields.at("WARC-Profile") == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest");
    CHECK(revisit.fields.at("WARC-Target-URI") == "https://a.gov.vn/2");
    CHECK(revisit.fields.at("WARC-Date") == "2026-11-23T01:31:00Z");
    CHECK(revisit.fields.at("WARC-Refers-To-Target-URI") == "https://a.gov.vn/1");
    CHECK(revisit.fields.at("WARC-Refers-To-Date") == "2026-11-23T01:30:00Z");
    CHECK(revisit.fields.at("WARC-Payload-Digest") == original.fields.at("WARC-Payload-Digest"));
    CHECK(revisit.fields.at("WARC-IP-Address") == "2001:db8::1");
    CHECK(revisit.fields.at("Content-Type") == "application/http; msgtype=response");
    CHECK(revisit.block == http::head_text(second.response));
    CHECK(test::record_of(members[7].text).block.ends_with("body-at: " + std::to_string(members[2].begin) + "\r\n"));
    // a revisit of a revisit refers to the one that holds the body
    CHECK(test::record_of(members[8].text).fields.at("WARC-Refers-To-Target-URI") == "https://a.gov.vn/1");
    CHECK(revisits_in(warc) == 2);

    const std::vector<Exchange> back = test::exchanges_of(folder / "a.wacz");
    REQUIRE(back.size() == 3);
    test::check_same(back[0], first);
    test::check_same(back[1], second);
    test::check_same(back[2], third);
    // the index calls it what it is, and everything holds
    const auto verified = verify(folder / "a.wacz");
    REQUIRE(verified);
    CHECK(verified->faults.empty());
    CHECK(verified->index_lines == 3);
    CHECK(test::part_of_zip(bytes_of(folder / "a.wacz"), index_part).find("\"mime\":\"warc/revisit\",\"status\":\"404\"") != std::string::npos);
}

TEST_CASE("what is never a revisit nor revisited")
{
    const std::string body = test::noise(2000);
    const Exchange whole = test::exchange("https://a.gov.vn/whole", 200, body);
    Exchange truncated = test::exchange("https://a.gov.vn/truncated", 200, body);
    truncated.truncated = true;
    Exchange failed = test::exchange("https://a.gov.vn/failed", 200, body);
    failed.failure = http::Failure::cut_off;
    failed.failure_detail = "cut";
    Exchange file = test::exchange("https://a.gov.vn/file", 200, body);
    file.from_file = true;
    file.request_head.clear();
    file.response.version.clear();
    file.response.reason.clear();
    const std::string small = test::noise(511);
    struct Row {
        std::string_view what;
        Exchange a;
        Exchange b;
        std::ptrdiff_t revisits;
    };
    const Row rows[] = {
        {"the same twice", whole, whole, 1},
        {"truncated, later", whole, truncated, 0},
        {"truncated, before", truncated, whole, 0},
        {"broken off, later", whole, failed, 0},
        {"broken off, before", failed, whole, 0},
        {"of a folder, twice", file, file, 0},
        {"511 bytes", test::exchange("https://a.gov.vn/1", 200, small), test::exchange("https://a.gov.vn/2", 200, small), 0},
        {"512 bytes", test::exchange("https://a.gov.vn/1", 200, small + "x"), test::exchange("https://a.gov.vn/2", 200, small + "x"), 1},
        {"empty", test::exchange("https://a.gov.vn/1", 200, ""), test::exchange("https://a.gov.vn/2", 200, ""), 0},
        {"another last byte", test::exchange("https://a.gov.vn/1", 200, body + "x"), test::exchange("https://a.gov.vn/2", 200, body + "y"), 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        // in one go, and with a break between the two
        for (const bool resumed : {false, true}) {
            CAPTURE(resumed);
            const TempFolder folder;
            const auto path = folder / "a.wacz";
            {
                auto writer = *Writer::create(path);
                REQUIRE(writer->append(encoded(test::sample_origin())));
                REQUIRE(writer->append(row.a, prepare(row.a)));
                if (!resumed) {
                    REQUIRE(writer->append(row.b, prepare(row.b)));
                }
            }
            if (resumed) {
                auto unfinished = find_unfinished(path);
                REQUIRE(unfinished);
                auto writer = *Writer::resume(path, unfinished->recovered);
                REQUIRE(writer->append(row.b, prepare(row.b)));
            }
            CHECK(revisits_in(bytes_of(path.string() + ".part")) == row.revisits);
            const std::vector<Exchange> back = test::exchanges_of(path.string() + ".part");
            REQUIRE(back.size() == 2);
            test::check_same(back[0], row.a);
            test::check_same(back[1], row.b);
        }
    }
}

TEST_CASE("a revisit whose body is not where it says is damage")
{
    const Exchange first = test::exchange("https://a.gov.vn/1", 200, test::noise(2000));
    const Exchange other = test::exchange("https://a.gov.vn/2", 200, test::noise(2001));
    const std::string begin = encoded(test::sample_origin()) + encoded(first) + encoded(other);
    const std::string digest = "sha256:" + sha256(first.response.body);
    const auto outcome = [&](Position body_at) {
        const TempFolder folder;
        IndexEntry entry{first.url, first.at, "text/html", 200, digest, body_at, 1};
        const std::string records = prepare_revisit(first, digest, entry).records;
        const auto path = folder.write("a", begin + records);
        auto reader = *Reader::open(path);
        std::string body;
        const auto end = reader->each([&](Exchange&& one, Position) {
            body = one.response.body;
            return true;
        });
        // behind the revisit and the request, where the metadata record names the place
        const std::size_t named_at = begin.size() + test::gzip_members(records).at(2).begin;
        if (!end) {
            CHECK(end.error().message.en() == "\"" + path.string() + "\" is damaged at byte " + std::to_string(named_at));
            return "damaged"s;
        }
        return body == first.response.body ? "good"s : "bad"s;
    };
    const std::size_t first_at = encoded(test::sample_origin()).size();
    CHECK(outcome(first_at) == "good"s);
    CHECK(outcome(first_at + encoded(first).size()) == "damaged"s);  // another answer
    CHECK(outcome(0) == "damaged"s);                                  // no answer
    CHECK(outcome(first_at + 1) == "damaged"s);                       // no record
    CHECK(outcome(begin.size()) == "damaged"s);                       // itself
    CHECK(outcome(1ULL << 60U) == "damaged"s);
}
