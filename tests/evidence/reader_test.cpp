#include "evidence/reader.hpp"

#include "base/file.hpp"
#include "support/full_disk.hpp"
#include "support/temp_folder.hpp"

#include <doctest/doctest.h>
#include <zlib.h>

using namespace pa;
using namespace evidence;
using test::bytes_of;
using test::TempFolder;

namespace {

time::Moment moment(std::string_view text) { return *time::parse_moment(text); }

Origin origin()
{
    return {"https://a.gov.vn/", "host:a.gov.vn", "portalaudit 0.1.0", "portalaudit/0.1 (đ)", moment("2026-11-23T01:00:00Z"), false, "--pages 20"};
}

Ending ending(std::uint64_t exchanges)
{
    return {moment("2026-11-23T02:00:00Z"), true, "host:a.gov.vn", {"pages 20", "time 60"}, {"https://a.gov.vn/p"}, 7, exchanges, 3, "found"};
}

Exchange exchange(std::string url, int status, std::string body)
{
    Exchange out;
    out.url = std::move(url);
    out.at = moment("2026-11-23T01:30:00Z");
    out.request_head = "GET / HTTP/1.1\r\n\r\n";
    out.response.status = status;
    out.response.version = "1.1";
    out.response.reason = "OK";
    out.response.headers.add("Content-Type", "text/html; charset=utf-8");
    out.response.body = std::move(body);
    out.address = "2001:db8::1";
    out.elapsed_ms = 12;
    return out;
}

// An exchange of every shape, as it must come back.
std::vector<Exchange> all_shapes()
{
    std::vector<Exchange> out;
    std::string binary;
    for (int i = 0; i < 70000; ++i) {
        binary += static_cast<char>(i * 31 + i / 256);
    }
    out.push_back(exchange("https://a.gov.vn/", 200, "<p>đ"));
    out.push_back(exchange("https://a.gov.vn/binary", 200, binary));
    out.back().response.headers.add("Content-Encoding", "br");
    out.push_back(exchange("https://a.gov.vn/empty", 204, ""));
    out.back().purpose = Purpose::probe;
    out.push_back(exchange("https://a.gov.vn/like-a-head", 500, "\r\n\r\nHTTP/1.1 200 OK\r\n\r\nWARC/1.1\r\n"));
    out.push_back(exchange("https://a.gov.vn/moved", 301, ""));
    out.back().response.headers.add("Location", "https://a.gov.vn/đ");
    out.push_back(exchange("https://a.gov.vn/cut", 200, "half"));
    out.back().truncated = true;
    out.push_back(exchange("https://a.gov.vn/broken-off", 200, "ha"));  // a response and a failure
    out.back().failure = http::Failure::cut_off;
    out.back().failure_detail = "transfer closed";
    Exchange failed;
    failed.url = "https://a.gov.vn/nobody";
    failed.at = moment("2026-11-23T01:31:00Z");
    failed.failure = http::Failure::timed_out;
    failed.failure_detail = "Operation timed out: 5 of 10 bytes";
    out.push_back(failed);
    Exchange file;
    file.url = "https://a.gov.vn/file";
    file.purpose = Purpose::sitemap;
    file.from_file = true;
    file.response.status = 200;
    file.response.headers.add("Content-Type", "image/png");
    file.response.body = std::string("\x89PNG\0", 5);
    out.push_back(file);
    Exchange missing = file;
    missing.url = "https://a.gov.vn/missing";
    missing.purpose = Purpose::robots;
    missing.response = {};
    missing.response.status = 404;
    out.push_back(missing);
    Exchange folder = missing;
    folder.url = "https://a.gov.vn/folder";
    folder.response.status = 301;
    folder.response.headers.add("Location", "/folder/");
    out.push_back(folder);
    return out;
}

void check_same(const Exchange& a, const Exchange& b)
{
    CAPTURE(a.url);
    CHECK(a.url == b.url);
    CHECK(a.purpose == b.purpose);
    CHECK(a.at == b.at);
    CHECK(a.request_head == b.request_head);
    CHECK(a.response.status == b.response.status);
    CHECK(a.response.version == b.response.version);
    CHECK(a.response.reason == b.response.reason);
    CHECK(a.response.headers == b.response.headers);
    CHECK((a.response.body == b.response.body));
    CHECK(a.failure == b.failure);
    CHECK(a.failure_detail == b.failure_detail);
    CHECK(a.address == b.address);
    CHECK(a.elapsed_ms == b.elapsed_ms);
    CHECK(a.truncated == b.truncated);
    CHECK(a.from_file == b.from_file);
}

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
    const auto path = folder / "a.warc.gz";
    auto writer = *Writer::create(path);
    REQUIRE(writer->append(encoded(origin())));
    std::vector<Position> positions;
    for (const Exchange& one : all_shapes()) {
        positions.push_back(writer->append(encoded(one)).value());
    }
    REQUIRE(writer->append(encoded(ending(all_shapes().size()))));
    // until it is sealed it has another name, and can be read
    CHECK(writer->path() == path.string() + ".part");
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK(Reader::open(writer->path()));
    REQUIRE(writer->seal());
    CHECK(writer->path() == path);
    CHECK_FALSE(std::filesystem::exists(path.string() + ".part"));
    CHECK_FALSE(writer->append("more"));

    auto reader = *Reader::open(path);
    CHECK(reader->origin().start == origin().start);
    CHECK(reader->origin().scope == origin().scope);
    CHECK(reader->origin().software == origin().software);
    CHECK(reader->origin().user_agent == origin().user_agent);
    CHECK(reader->origin().begun == origin().begun);
    CHECK(reader->origin().options == origin().options);
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
    CHECK(end->ended == ending(0).ended);
    CHECK(end->complete);
    CHECK(end->scope == ending(0).scope);
    CHECK(end->limits_hit == ending(0).limits_hit);
    CHECK(end->disallowed == ending(0).disallowed);
    CHECK(end->disallowed_count == 7);
    CHECK(end->not_fetched == 3);
    CHECK(end->robots == "found");
    // a visitor may stop
    count = 0;
    CHECK_FALSE(reader->each([&](Exchange&&, Position) { return ++count < 2; })->complete);
    CHECK(count == 2);
    CHECK(reader->read(positions[1] + 1).error().kind == ErrorKind::damaged);
    CHECK(reader->read(1U << 30U).error().kind == ErrorKind::damaged);
}

TEST_CASE("a header value with line ends is kept as one value")
{
    const TempFolder folder;
    Exchange one = exchange("https://a.gov.vn/", 200, "body");
    one.response.headers.add("X", "a\r\nSet-Cookie: b\r\n\r\n<html>");
    const auto path = folder.write("a.warc.gz", encoded(origin()) + encoded(one));
    const auto read = (*Reader::open(path))->read(encoded(origin()).size());
    REQUIRE(read);
    CHECK(read->response.headers.get("x") == "a  Set-Cookie: b    <html>");
    CHECK_FALSE(read->response.headers.find("set-cookie"));
    CHECK(read->response.body == "body");
}

TEST_CASE("a file cut anywhere gives what is whole in it")
{
    const TempFolder folder;
    const std::string first = encoded(origin());
    const std::string one = encoded(exchange("https://a.gov.vn/1", 200, "one"));
    const std::string two = encoded(exchange("https://a.gov.vn/2", 200, "two"));
    const std::string whole = first + one + two + encoded(ending(2));
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
    const std::string first = encoded(origin());
    const std::string one = encoded(exchange("https://a.gov.vn/1", 200, "one"));
    const std::string two = encoded(exchange("https://a.gov.vn/2", 404, "two"));
    const std::string end = encoded(ending(2));
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
        encoded(origin()) + encoded(exchange("https://a.gov.vn/1", 200, "one")) + encoded(exchange("https://a.gov.vn/2", 404, "two")) + encoded(ending(2));
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
    Origin other = origin();
    other.start.clear();
    CHECK(outcome(folder, encoded(other)).second == "\"" + path + "\" is a WARC file, but not one of this program");
    const std::string damaged = encoded(origin()) + "rubbish";
    CHECK(outcome(folder, damaged).second == "\"" + path + "\" is damaged at byte " + std::to_string(encoded(origin()).size()));
    CHECK(Reader::open(folder / "missing").error().kind == ErrorKind::io);
    CHECK_FALSE(Reader::open(folder.path()));
}

TEST_CASE("after a failed write the file ends with its last whole group")
{
    const TempFolder folder;
    const auto path = folder / "a.warc.gz";
    auto writer = *Writer::create(path);
    const std::string whole = encoded(origin()) + encoded(exchange("https://a.gov.vn/1", 200, "one"));
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
    CHECK_FALSE(writer->seal());
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK((bytes_of(path.string() + ".part") == whole));
    CHECK(Writer::create(folder / "missing/a").error().kind == ErrorKind::io);
}

TEST_CASE("purposes have names that read back")
{
    for (const Purpose purpose : {Purpose::robots, Purpose::sitemap, Purpose::page, Purpose::probe}) {
        CHECK(purpose_named(name_of(purpose)) == purpose);
    }
    CHECK_FALSE(purpose_named("Page"));
}
