#include "evidence/verify.hpp"

#include "evidence/container.hpp"
#include "sample.hpp"

#include <fmt/ranges.h>
#include <zip.h>

#include <algorithm>

using namespace pa;
using namespace evidence;
using test::bytes_of;
using test::TempFolder;

namespace {

std::vector<Exchange> few()
{
    const std::string body = test::noise(600);
    return {test::exchange("https://a.gov.vn/1", 200, body), test::exchange("https://a.gov.vn/2", 404, body), test::exchange("https://a.gov.vn/3", 200, "three")};
}

// "part: what" for each fault; the message when it is no evidence at all.
std::vector<std::string> faults_of(const std::filesystem::path& path)
{
    const auto found = verify(path);
    if (!found) {
        return {"error: " + found.error().message.en()};
    }
    std::vector<std::string> out;
    for (const Fault& fault : found->faults) {
        out.push_back(fault.part + ": " + fault.what.en());
    }
    return out;
}

bool holds(const std::vector<std::string>& faults, std::string_view wanted) { return std::find(faults.begin(), faults.end(), wanted) != faults.end(); }

// A sealed file taken apart, so that parts can be changed and packed again with right digests.
class Forgery {
public:
    explicit Forgery(const std::vector<Exchange>& exchanges = few())
    {
        test::write_sealed(folder_ / "good", exchanges);
        const std::string bytes = bytes_of(folder_ / "good");
        warc = test::part_of_zip(bytes, warc_part);
        parts.index = test::part_of_zip(bytes, index_part);
        parts.pages = test::part_of_zip(bytes, pages_part);
        parts.log = test::part_of_zip(bytes, log_part);
        for (const test::Member& member : test::gzip_members(warc)) {
            records.push_back(warc.substr(member.begin, member.size));
        }
    }

    std::filesystem::path packed()
    {
        parts.warc = folder_.write("warc", warc);
        REQUIRE(write_container(folder_ / "forged", parts));
        return folder_ / "forged";
    }
    void join_records()
    {
        warc.clear();
        for (const std::string& record : records) {
            warc += record;
        }
    }
    const TempFolder& folder() const { return folder_; }

    Parts parts;
    std::string warc;
    std::vector<std::string> records;  // warcinfo, host, then response, request, metadata for each exchange, ending

private:
    TempFolder folder_;
};

}  // namespace

TEST_CASE("what was sealed holds, and is counted")
{
    const TempFolder folder;
    test::write_sealed(folder / "a.wacz", test::all_shapes());
    const auto found = verify(folder / "a.wacz");
    REQUIRE(found);
    CHECK(faults_of(folder / "a.wacz").empty());
    CHECK(found->bytes == std::filesystem::file_size(folder / "a.wacz"));
    CHECK(found->records == test::gzip_members(test::part_of_zip(bytes_of(folder / "a.wacz"), warc_part)).size());
    CHECK(found->exchanges == test::all_shapes().size());
    CHECK(found->origin.start == "https://a.gov.vn/");
    CHECK(found->ending.complete);
    std::uint64_t answers = 0;
    std::uint64_t pages = 0;
    for (const Exchange& one : test::all_shapes()) {
        answers += one.response.status != 0 && !(one.from_file && one.response.status != 200) ? 1U : 0U;
        pages += one.response.ok() && one.response.headers.get("content-type").starts_with("text/html") ? 1U : 0U;
    }
    CHECK(found->index_lines == answers);
    CHECK(found->pages == pages);
    // a part that is not sealed is looked at as far as it goes
    const auto part = verify(folder.write("a.part", encoded(test::sample_origin()) + encoded(few()[0])));
    REQUIRE(part);
    CHECK(part->faults.empty());
    CHECK(part->exchanges == 1);
    CHECK_FALSE(part->ending.complete);
    CHECK(verify(folder / "missing").error().kind == ErrorKind::io);
    CHECK(verify(folder.write("text", "hello")).error().kind == ErrorKind::damaged);
    CHECK(verify(folder.write("empty", "")).error().kind == ErrorKind::damaged);
}

TEST_CASE("header fields that only look the same do not break the index")
{
    // as hostile servers send them: read by the parser, as they come over the wire
    for (const std::string_view field : {"Content-Type: text/html\x01", "Content-Type: \x02text/html", "Content-Type\x01: text/html", "Content-Type: text/\xFF",
                                         "Content-Type: text/h\ttml", "Content-Type: a/b\x1F; charset=x", "Content-Type: /", "Content-Type: a/\"\\"}) {
        CAPTURE(std::string(field));
        const TempFolder folder;
        Exchange one = test::exchange("https://a.gov.vn/", 200, "body");
        REQUIRE(http::parse_head("HTTP/1.1 200 OK\x03\r\n" + std::string(field) + "\r\n\r\n", one.response));
        test::write_sealed(folder / "a.wacz", {one});
        CHECK(faults_of(folder / "a.wacz").empty());
        test::check_same(test::exchanges_of(folder / "a.wacz").at(0), one);
    }
}

TEST_CASE("a flipped bit is found and the part named, wherever it is")
{
    const TempFolder folder;
    test::write_sealed(folder / "good", few());
    const std::string good = bytes_of(folder / "good");
    const std::vector<test::ZipEntry> entries = test::zip_entries(good);
    REQUIRE(entries.size() == 6);
    std::size_t looked_at = 0;
    for (std::size_t at = 0; at < good.size(); ++at) {
        const auto inside = std::find_if(entries.begin(), entries.end(), [&](const test::ZipEntry& entry) { return at >= entry.begin && at < entry.begin + entry.bytes.size(); });
        if (inside != entries.end() && at % 11 != 0) {
            continue;  // a part's bytes by steps; every byte of ZIP's own
        }
        for (unsigned bit = at % 2; bit < 8; bit += inside != entries.end() ? 4U : 1U) {
            CAPTURE(at);
            CAPTURE(bit);
            std::string flipped = good;
            flipped[at] = static_cast<char>(static_cast<unsigned char>(flipped[at]) ^ (1U << bit));
            std::filesystem::remove(folder / "any");
            const std::vector<std::string> faults = faults_of(folder.write("any", flipped));
            ++looked_at;
            REQUIRE_FALSE(faults.empty());
            if (inside == entries.end()) {
                // ZIP's structure: the first fault is of the file, or it is no such file any more
                CHECK((faults.front().starts_with(": ") || faults.front().starts_with("error: ")));
            } else if (inside->name == "datapackage.json") {
                const bool named = std::any_of(faults.begin(), faults.end(), [](const std::string& fault) { return fault.starts_with("datapackage"); });
                CHECK(named);
            } else if (inside->name == "datapackage-digest.json") {
                CHECK(faults.front().starts_with("datapackage-digest.json: "));
            } else {
                CHECK(holds(faults, inside->name + ": its bytes are not those that were sealed (SHA-256)"));
            }
        }
    }
    CHECK(looked_at > 5000);
}

TEST_CASE("a part changed with right digests of the container is found by what stands in it")
{
    struct Row {
        std::string_view what;
        void (*change)(Forgery&);
        std::string_view fault;
    };
    const Row rows[] = {
        {"nothing", [](Forgery&) {}, ""},
        {"an answer with all its records taken out", [](Forgery& f) { f.records.erase(f.records.begin() + 8, f.records.begin() + 11); f.join_records(); },
         "archive/data.warc.gz: it holds 2 answers, but was sealed with 3"},
        {"an answer twice", [](Forgery& f) { f.records.insert(f.records.begin() + 11, f.records.begin() + 8, f.records.begin() + 11); f.join_records(); },
         "archive/data.warc.gz: it holds 4 answers, but was sealed with 3"},
        {"two answers swapped", [](Forgery& f) { std::rotate(f.records.begin() + 5, f.records.begin() + 8, f.records.begin() + 11); f.join_records(); },
         "indexes/index.cdx: a line of the index fits no record"},
        {"the original of a revisit behind it", [](Forgery& f) { std::rotate(f.records.begin() + 2, f.records.begin() + 5, f.records.begin() + 8); f.join_records(); },
         "archive/data.warc.gz: a record is not as it was written"},
        {"no last record", [](Forgery& f) { f.records.pop_back(); f.join_records(); }, "archive/data.warc.gz: its last record is missing"},
        {"records behind the last", [](Forgery& f) { f.warc += f.records[1]; }, "archive/data.warc.gz: it goes on behind its last record"},
        {"cut off", [](Forgery& f) { f.warc.resize(f.warc.size() - 3); }, "archive/data.warc.gz: the file ends inside a record"},
        {"rubbish behind the last", [](Forgery& f) { f.warc += "rubbish"; }, "archive/data.warc.gz: a record is not as it was written"},
        {"no first record", [](Forgery& f) { f.records.erase(f.records.begin()); f.join_records(); }, "archive/data.warc.gz: it does not begin with a WARC record"},
        {"the time in a gzip header", [](Forgery& f) { f.warc[f.records[0].size() + 4] = '\x01'; }, "archive/data.warc.gz: a record's gzip header is not as it was written"},
        {"a line of the index taken out", [](Forgery& f) { f.parts.index.erase(0, f.parts.index.find('\n') + 1); }, "archive/data.warc.gz: the index names no record for https://a.gov.vn/1"},
        {"a line of the index twice", [](Forgery& f) { f.parts.index = f.parts.index.substr(0, f.parts.index.find('\n') + 1) + f.parts.index; },
         "indexes/index.cdx: a record stands in the index twice"},
        {"a line of nothing", [](Forgery& f) { f.parts.index += "x\n"; }, "indexes/index.cdx: a line of the index fits no record"},
        {"another status", [](Forgery& f) { f.parts.index.replace(f.parts.index.find("\"404\""), 5, "\"200\""); }, "indexes/index.cdx: a line of the index fits no record"},
        {"another file name", [](Forgery& f) { f.parts.index.replace(f.parts.index.find("data.warc"), 9, "date.warc"); }, "indexes/index.cdx: a line of the index fits no record"},
        {"not sorted", [](Forgery& f) { const std::size_t end = f.parts.index.find('\n') + 1; f.parts.index = f.parts.index.substr(end) + f.parts.index.substr(0, end); },
         "indexes/index.cdx: the index is not sorted"},
        {"a page that was not seen", [](Forgery& f) { f.parts.pages += pages_jsonl({{"https://a.gov.vn/4", {}, ""}}).substr(pages_jsonl({}).size()); },
         "pages/pages.jsonl: a line of the list of pages fits no record"},
        {"a page that was an error", [](Forgery& f) { f.parts.pages += pages_jsonl({{"https://a.gov.vn/2", {}, ""}}).substr(pages_jsonl({}).size()); },
         "pages/pages.jsonl: a line of the list of pages fits no record"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Forgery forgery;
        REQUIRE(forgery.records.size() == 12);
        row.change(forgery);
        const std::vector<std::string> faults = faults_of(forgery.packed());
        CAPTURE(fmt::format("{}", fmt::join(faults, "; ")));
        CHECK((row.fault.empty() ? faults.empty() : holds(faults, row.fault)));
    }
}

TEST_CASE("parts that the container does not name, or that are not there")
{
    // libzip writes what is asked of it; digests of the six parts stay right
    const auto changed = [](void (*change)(zip_t*)) {
        const TempFolder folder;
        test::write_sealed(folder / "a", few());
        int code = 0;
        zip_t* zip = ::zip_open((folder / "a").c_str(), 0, &code);
        REQUIRE(zip != nullptr);
        change(zip);
        REQUIRE(::zip_close(zip) == 0);
        return faults_of(folder / "a");
    };
    const auto at = [](zip_t* zip, const char* name) { return static_cast<zip_uint64_t>(::zip_name_locate(zip, name, 0)); };
    CHECK(holds(changed([](zip_t* zip) {
        const auto index = static_cast<zip_uint64_t>(::zip_file_add(zip, "extra", ::zip_source_buffer(zip, "x", 1, 0), 0));
        ::zip_set_file_compression(zip, index, ZIP_CM_STORE, 0);
        ::zip_file_set_dostime(zip, index, 0, 0x21, 0);
        ::zip_file_set_external_attributes(zip, index, 0, ZIP_OPSYS_UNIX, 0100644U << 16U);
    }), "extra: datapackage.json does not name it"));
    CHECK_FALSE(changed([](zip_t* zip) { ::zip_set_archive_comment(zip, "c", 1); }).empty());
    for (const char* name : {index_part, pages_part, log_part, warc_part}) {
        CAPTURE(name);
        const TempFolder folder;
        test::write_sealed(folder / "a", few());
        int code = 0;
        zip_t* zip = ::zip_open((folder / "a").c_str(), 0, &code);
        REQUIRE(zip != nullptr);
        REQUIRE(::zip_delete(zip, at(zip, name)) == 0);
        REQUIRE(::zip_close(zip) == 0);
        CHECK(holds(faults_of(folder / "a"), std::string(name) + ": it is not in the file"));
    }
    // without the list of parts, the list is what is missed
    const std::vector<std::string> faults = changed([](zip_t* zip) { ::zip_delete(zip, static_cast<zip_uint64_t>(::zip_name_locate(zip, package_part, 0))); });
    CHECK(std::any_of(faults.begin(), faults.end(), [](const std::string& fault) { return fault.starts_with("datapackage.json: ") && fault.ends_with("holds no part datapackage.json"); }));
}

TEST_CASE("bytes before, between and behind the parts are found")
{
    const TempFolder folder;
    test::write_sealed(folder / "good", few());
    const std::string good = bytes_of(folder / "good");
    for (const std::size_t at : {std::size_t{0}, test::zip_entries(good)[1].header, good.size()}) {
        CAPTURE(at);
        std::string longer = good;
        longer.insert(at, "xx");
        CHECK_FALSE(faults_of(folder.write("any", longer)).empty());
    }
    for (std::size_t size = 0; size < good.size(); size += 37) {
        CAPTURE(size);
        CHECK_FALSE(faults_of(folder.write("any", good.substr(0, size))).empty());
    }
}
