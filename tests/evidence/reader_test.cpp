#include "evidence/reader.hpp"

#include "sample.hpp"
#include "support/full_disk.hpp"

using namespace pa;
using namespace evidence;
using test::all_shapes;
using test::bytes_of;
using test::check_same;
using test::exchange;
using test::TempFolder;

namespace {

std::string gzipped(const std::string& bytes)
{
    z_stream stream{};
    ::deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(::deflateBound(&stream, bytes.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    ::deflateEnd(&stream);
    return out;
}

// How many whole exchanges a file of these bytes gives, and how it ends: "complete", "open", or the message.
std::pair<std::size_t, std::string> outcome(const TempFolder& folder, std::string_view bytes)
{
    std::filesystem::remove(folder / "any.warc.gz");  // a file system may flush one that is written over
    const auto path = folder.write("any.warc.gz", bytes);
    auto reader = Reader::open(path);
    if (!reader) {
        return {0, reader.error().message.en()};
    }
    std::size_t count = 0;
    const auto end = (*reader)->each([&](Exchange&&, Position) { return ++count > 0; });
    return {count, !end ? end.error().message.en() : end->complete ? "complete" : "open"};
}

}  // namespace

TEST_CASE("what was written is read back, in order and at its place")
{
    const TempFolder folder;
    const auto path = folder / "a.wacz";
    const Origin origin = test::sample_origin();
    auto writer = *Writer::create(path);
    REQUIRE(writer->append(encoded(origin)));
    REQUIRE(writer->append(encoded(test::sample_host())));
    std::vector<Position> positions;
    for (const Exchange& one : all_shapes()) {
        positions.push_back(writer->append(one, prepare(one)).value());
    }
    const Ending expected_end = test::sample_ending(all_shapes().size());
    REQUIRE(writer->append(encoded_resumption(test::moment("2026-11-23T01:40:00Z"))));
    REQUIRE(writer->append(encoded(expected_end)));
    // until it is sealed it has another name, and can be read
    CHECK(writer->path() == path.string() + ".part");
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK(test::exchanges_of(writer->path()).size() == all_shapes().size());
    REQUIRE(writer->seal(origin, expected_end.ended, ""));
    CHECK(writer->path() == path);
    CHECK_FALSE(std::filesystem::exists(path.string() + ".part"));
    CHECK_FALSE(writer->append("more"));
    CHECK_FALSE(writer->seal(origin, expected_end.ended, ""));

    auto reader = *Reader::open(path);
    CHECK(reader->origin().start == origin.start);
    CHECK(reader->origin().scope == origin.scope);
    CHECK(reader->origin().software == origin.software);
    CHECK(reader->origin().user_agent == origin.user_agent);
    CHECK(reader->origin().begun == origin.begun);
    CHECK(reader->origin().options == origin.options);
    CHECK_FALSE(reader->origin().folder);
    const std::vector<Exchange> expected = all_shapes();
    std::size_t count = 0;
    const auto end = reader->each([&](Exchange&& one, Position position) {
        REQUIRE(count < expected.size());
        check_same(one, expected[count]);
        CHECK(position == positions[count]);
        const auto again = reader->read(position);
        REQUIRE(again);
        check_same(*again, one);
        return ++count > 0;
    });
    CHECK(count == expected.size());
    REQUIRE(end);
    CHECK(end->ended == expected_end.ended);
    CHECK(end->complete);
    CHECK(end->scope == expected_end.scope);
    CHECK(end->limits_hit == expected_end.limits_hit);
    CHECK(end->disallowed == expected_end.disallowed);
    CHECK(end->disallowed_count == 7);
    CHECK(end->not_fetched == 3);
    CHECK(end->robots == "found");
    CHECK(end->traps == expected_end.traps);
    CHECK(end->sample_seed == 42);
    CHECK(end->strata == expected_end.strata);
    CHECK(end->hosts == std::vector<http::HostFacts>{test::sample_host()});
    CHECK(end->resumed == std::vector<time::Moment>{test::moment("2026-11-23T01:40:00Z")});
    // a visitor may stop
    count = 0;
    CHECK_FALSE(reader->each([&](Exchange&&, Position) { return ++count < 2; })->complete);
    CHECK(count == 2);
    CHECK(reader->read(positions[1] + 1).error().kind == ErrorKind::damaged);
    CHECK(reader->read(0).error().kind == ErrorKind::damaged);
    CHECK(reader->read(1U << 30U).error().kind == ErrorKind::damaged);
}

TEST_CASE("a header value with line ends is kept as one value")
{
    const TempFolder folder;
    Exchange one = exchange("https://a.gov.vn/", 200, "body");
    one.response.headers.add("X", "a\r\nSet-Cookie: b\r\n\r\n<html>");
    const auto path = folder.write("a.warc.gz", encoded(test::sample_origin()) + encoded(one));
    const auto read = (*Reader::open(path))->read(encoded(test::sample_origin()).size());
    REQUIRE(read);
    CHECK(read->response.headers.get("x") == "a  Set-Cookie: b    <html>");
    CHECK_FALSE(read->response.headers.find("set-cookie"));
    CHECK(read->response.body == "body");
}

TEST_CASE("a file cut anywhere gives what is whole in it")
{
    const TempFolder folder;
    const std::string first = encoded(test::sample_origin());
    const std::string one = encoded(exchange("https://a.gov.vn/1", 200, "one"));
    const std::string two = encoded(exchange("https://a.gov.vn/2", 200, "two"));
    const std::string whole = first + one + two + encoded(test::sample_ending(2));
    CHECK(outcome(folder, whole) == std::pair<std::size_t, std::string>{2, "complete"});
    for (std::size_t size = first.size(); size < whole.size(); ++size) {
        CAPTURE(size);
        const std::size_t exchanges = size >= first.size() + one.size() + two.size() ? 2 : size >= first.size() + one.size() ? 1 : 0;
        CHECK(outcome(folder, whole.substr(0, size)) == std::pair<std::size_t, std::string>{exchanges, "open"});
    }
    const std::string none = "\"" + (folder / "any.warc.gz").string() + "\" is no evidence file: it does not begin with a WARC record";
    for (std::size_t size = 0; size < first.size(); ++size) {
        CAPTURE(size);
        CHECK(outcome(folder, whole.substr(0, size)).second == none);
    }
}

TEST_CASE("records that were taken out, put in, changed or put behind the end are noticed")
{
    const TempFolder folder;
    const std::string first = encoded(test::sample_origin());
    const std::string one = encoded(exchange("https://a.gov.vn/1", 200, "one"));
    const std::string two = encoded(exchange("https://a.gov.vn/2", 404, "two"));
    const std::string end = encoded(test::sample_ending(2));
    const std::string path = (folder / "any.warc.gz").string();
    CHECK(outcome(folder, first + one + two + end).second == "complete");
    CHECK(outcome(folder, first + two + end).second == "\"" + path + "\" holds 1 answers, but was sealed with 2");
    CHECK(outcome(folder, first + one + one + two + end).second == "\"" + path + "\" holds 3 answers, but was sealed with 2");
    CHECK(outcome(folder, first + end + one + two).second.starts_with("\"" + path + "\" goes on behind its last record, at byte "));
    // Other bytes in a sound gzip member: only the digest tells.
    const std::string plain = "WARC/1.1\r\nWARC-Type: metadata\r\nWARC-Target-URI: https://a.gov.vn/1\r\nWARC-Block-Digest: "
                              "sha256:0000\r\nContent-Length: 11\r\n\r\nstatus: 200\r\n\r\n";
    CHECK(outcome(folder, first + gzipped(plain) + end).second == "\"" + path + "\" is damaged at byte " + std::to_string(first.size()));
}

TEST_CASE("a flipped byte is found, or changes what is read, but stops nothing")
{
    const TempFolder folder;
    const std::string whole =
        encoded(test::sample_origin()) + encoded(exchange("https://a.gov.vn/1", 200, "one")) + encoded(exchange("https://a.gov.vn/2", 404, "two")) + encoded(test::sample_ending(2));
    std::size_t found = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        CAPTURE(at);
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ (at % 2 == 0 ? 0x01 : 0x80));
        const auto [count, how] = outcome(folder, flipped);
        CHECK(count <= 2);
        found += how == "complete" && count == 2 ? 0U : 1U;
    }
    // gzip's checksum sees all but the few bytes of its own header that mean nothing
    CHECK(found >= whole.size() * 95 / 100);
}

TEST_CASE("what is no evidence")
{
    const TempFolder folder;
    const std::string path = (folder / "any.warc.gz").string();
    const std::string none = "\"" + path + "\" is no evidence file: it does not begin with a WARC record";
    for (const std::string_view bytes : {"", "WARC/1.1\r\n", "<html>", "\x1f\x8b", "\x1f\x8b\x08\x00"}) {
        CHECK(outcome(folder, bytes).second == none);
    }
    CHECK(outcome(folder, encoded(exchange("https://a.gov.vn/", 200, ""))).second == none);
    Origin other = test::sample_origin();
    other.start.clear();
    CHECK(outcome(folder, encoded(other)).second == "\"" + path + "\" is a WARC file, but not one of this program");
    const std::string damaged = encoded(test::sample_origin()) + "rubbish";
    CHECK(outcome(folder, damaged).second == "\"" + path + "\" is damaged at byte " + std::to_string(encoded(test::sample_origin()).size()));
    CHECK(Reader::open(folder / "missing").error().kind == ErrorKind::io);
    CHECK_FALSE(Reader::open(folder.path()));
}

TEST_CASE("after a failed write the file ends with its last whole group")
{
    const TempFolder folder;
    const auto path = folder / "a.warc.gz";
    auto writer = *Writer::create(path);
    const std::string whole = encoded(test::sample_origin()) + encoded(exchange("https://a.gov.vn/1", 200, "one"));
    REQUIRE(writer->append(whole));
    {
        const test::FullDisk full(whole.size() + 100);
        const auto failed = writer->append(std::string(5000, 'x'));
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == ErrorKind::io);
        CHECK(failed.error().message.en() == "cannot write \"" + path.string() + ".part\": File too large");
    }
    CHECK((bytes_of(path.string() + ".part") == whole));
    CHECK_FALSE(writer->append("more"));
    CHECK_FALSE(writer->seal(test::sample_origin(), test::moment("2026-11-23T02:00:00Z"), ""));
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK((bytes_of(path.string() + ".part") == whole));
    CHECK(test::exchanges_of(path.string() + ".part").size() == 1);
    CHECK(Writer::create(folder / "missing/a").error().kind == ErrorKind::io);
}

TEST_CASE("purposes have names that read back")
{
    for (const Purpose purpose : {Purpose::robots, Purpose::sitemap, Purpose::page, Purpose::probe}) {
        CHECK(purpose_named(name_of(purpose)) == purpose);
    }
    CHECK_FALSE(purpose_named("Page"));
}
