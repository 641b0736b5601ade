// What the tests of evidence have in common: exchanges of every shape, a small sealed file, and readings of gzip, WARC and
// ZIP that share nothing with the code under test.
#pragma once

#include "evidence/reader.hpp"

#include "support/temp_folder.hpp"

#include <doctest/doctest.h>

#include <zlib.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pa::test {

inline time::Moment moment(std::string_view text) { return *time::parse_moment(text); }

inline evidence::Origin sample_origin()
{
    return {"https://a.gov.vn/", "host:a.gov.vn", "portalaudit 0.1.0", "portalaudit/0.1 (đ)", moment("2026-11-23T01:00:00Z"), false, "max-pages=20"};
}

inline evidence::Ending sample_ending(std::uint64_t exchanges)
{
    evidence::Ending out;
    out.ended = moment("2026-11-23T02:00:00Z");
    out.complete = true;
    out.scope = "host:a.gov.vn";
    out.limits_hit = {"pages 20", "time 60"};
    out.disallowed = {"https://a.gov.vn/p"};
    out.disallowed_count = 7;
    out.exchanges = exchanges;
    out.not_fetched = 3;
    out.robots = "found";
    out.traps = {{"calendar", "https://a.gov.vn/lich?thang=1 2", 12}, {"repeats", "https://a.gov.vn/en/en/en", 0}};
    out.sample_seed = 42;
    out.strata = {{"a.gov.vn/", 1, 1}, {"a.gov.vn/tin-tuc", 900, 30}};
    return out;
}

inline http::HostFacts sample_host()
{
    http::HostFacts out;
    out.host = "a.gov.vn";
    out.port = 443;
    out.at = moment("2026-11-23T01:00:01Z");
    out.addresses4 = {"203.0.113.7", "203.0.113.8"};
    out.addresses6 = {"2001:db8::1"};
    out.has_tls = true;
    out.tls_version = "TLSv1.3";
    out.tls_cipher = "TLS_AES_256_GCM_SHA384";
    out.alpn = "h2";
    out.verify = "certificate has expired";
    out.chain = {{"CN=a.gov.vn,O=Sở Xây dựng \"MG\"", "CN=CA", {"a.gov.vn", "*.a.gov.vn"}, moment("2025-01-01T00:00:00Z"),
                  moment("2026-01-01T00:00:00Z"), "EC 256", std::string(64, 'a')},
                 {"CN=CA", "CN=Root", {}, moment("2020-01-01T00:00:00Z"), moment("2030-01-01T00:00:00Z"), "RSA 4096", std::string(64, 'b')}};
    return out;
}

inline evidence::Exchange exchange(std::string url, int status, std::string body)
{
    evidence::Exchange out;
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

/// Bytes that look like nothing and do not compress.
inline std::string noise(std::size_t size)
{
    std::string out;
    std::uint32_t state = 1;
    for (std::size_t i = 0; i < size; ++i) {
        state = state * 1664525U + 1013904223U;
        out += static_cast<char>(state >> 24U);
    }
    return out;
}

/// An exchange of every shape, as it must come back.
inline std::vector<evidence::Exchange> all_shapes()
{
    std::vector<evidence::Exchange> out;
    out.push_back(exchange("https://a.gov.vn/", 200, "<p>đ"));
    out.push_back(exchange("https://a.gov.vn/binary", 200, noise(70'000)));
    out.back().response.headers.add("Content-Encoding", "br");
    out.push_back(exchange("https://a.gov.vn/empty", 204, ""));
    out.back().purpose = evidence::Purpose::probe;
    out.push_back(exchange("https://a.gov.vn/like-a-head", 500, "\r\n\r\nHTTP/1.1 200 OK\r\n\r\nWARC/1.1\r\n"));
    out.push_back(exchange("https://a.gov.vn/moved", 301, ""));
    out.back().response.headers.add("Location", "https://a.gov.vn/đ");
    out.push_back(exchange("https://a.gov.vn/cut", 200, "half"));
    out.back().truncated = true;
    out.push_back(exchange("https://a.gov.vn/broken-off", 200, "ha"));  // a response and a failure
    out.back().failure = http::Failure::cut_off;
    out.back().failure_detail = "transfer closed";
    out.push_back(exchange("https://a.gov.vn/no-type", 200, "x"));
    out.back().response.headers = {};
    evidence::Exchange failed;
    failed.url = "https://a.gov.vn/nobody";
    failed.at = moment("2026-11-23T01:31:00Z");
    failed.failure = http::Failure::timed_out;
    failed.failure_detail = "Operation timed out: 5 of 10 bytes";
    out.push_back(failed);
    evidence::Exchange file;
    file.url = "https://a.gov.vn/file";
    file.purpose = evidence::Purpose::sitemap;
    file.from_file = true;
    file.response.status = 200;
    file.response.headers.add("Content-Type", "image/png");
    file.response.body = std::string("\x89PNG\0", 5);
    out.push_back(file);
    evidence::Exchange missing = file;
    missing.url = "https://a.gov.vn/missing";
    missing.purpose = evidence::Purpose::robots;
    missing.response = {};
    missing.response.status = 404;
    out.push_back(missing);
    evidence::Exchange folder = missing;
    folder.url = "https://a.gov.vn/folder";
    folder.response.status = 301;
    folder.response.headers.add("Location", "/folder/");
    out.push_back(folder);
    return out;
}

inline void check_same(const evidence::Exchange& a, const evidence::Exchange& b)
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

/// All exchanges of a file; fails the test when it cannot be read to its end.
inline std::vector<evidence::Exchange> exchanges_of(const std::filesystem::path& path, evidence::Ending* ending = nullptr)
{
    std::vector<evidence::Exchange> out;
    auto reader = evidence::Reader::open(path);
    REQUIRE(reader);
    const auto end = (*reader)->each([&](evidence::Exchange&& one, evidence::Position) {
        out.push_back(std::move(one));
        return true;
    });
    REQUIRE(end);
    if (ending != nullptr) {
        *ending = *end;
    }
    return out;
}

/// Seals a file of these exchanges.
inline void write_sealed(const std::filesystem::path& path, const std::vector<evidence::Exchange>& exchanges, bool complete = true)
{
    auto writer = evidence::Writer::create(path);
    REQUIRE(writer);
    REQUIRE((*writer)->append(evidence::encoded(sample_origin())));
    REQUIRE((*writer)->append(evidence::encoded(sample_host())));
    std::vector<evidence::Titled> pages;
    for (const evidence::Exchange& one : exchanges) {
        const auto position = (*writer)->append(one, evidence::prepare(one));
        REQUIRE(position);
        if (one.response.ok() && http::parse_media_type(one.response.headers.get("content-type")).is_html()) {
            pages.push_back({*position, "Trang \"" + one.url + "\""});
        }
    }
    evidence::Ending ending = sample_ending(exchanges.size());
    ending.complete = complete;
    REQUIRE((*writer)->append(evidence::encoded(ending)));
    REQUIRE((*writer)->seal(sample_origin(), ending.ended, "{\"event\":\"start\"}\n", pages));
}

// ---- readings of their own -----------------------------------------------------------------------

struct Member {
    std::size_t begin = 0;
    std::size_t size = 0;
    std::string text;
};

inline std::vector<Member> gzip_members(std::string_view bytes)
{
    std::vector<Member> out;
    std::size_t at = 0;
    while (at < bytes.size()) {
        z_stream stream{};
        REQUIRE(::inflateInit2(&stream, 31) == Z_OK);
        std::string text(4U << 20U, '\0');
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + at));
        stream.avail_in = static_cast<uInt>(bytes.size() - at);
        stream.next_out = reinterpret_cast<Bytef*>(text.data());
        stream.avail_out = static_cast<uInt>(text.size());
        REQUIRE(::inflate(&stream, Z_FINISH) == Z_STREAM_END);
        text.resize(stream.total_out);
        out.push_back({at, stream.total_in, std::move(text)});
        at += stream.total_in;
        ::inflateEnd(&stream);
    }
    return out;
}

/// A record by WARC/1.1 (ISO 28500:2017).
struct WarcRecord {
    std::map<std::string, std::string> fields;
    std::string block;
};

inline WarcRecord record_of(const std::string& member)
{
    WarcRecord record;
    REQUIRE(member.starts_with("WARC/1.1\r\n"));
    std::size_t at = 10;
    while (member.compare(at, 2, "\r\n") != 0) {
        const std::size_t end = member.find("\r\n", at);
        const std::size_t colon = member.find(": ", at);
        REQUIRE(end != std::string::npos);
        REQUIRE(colon < end);
        const std::string name = member.substr(at, colon - at);
        CHECK_FALSE(record.fields.contains(name));
        record.fields[name] = member.substr(colon + 2, end - colon - 2);
        at = end + 2;
    }
    const std::size_t size = std::stoul(record.fields.at("Content-Length"));
    record.block = member.substr(at + 2, size);
    CHECK(member.size() == at + 2 + size + 4);
    CHECK(member.ends_with("\r\n\r\n"));
    return record;
}

/// A local entry of a ZIP file (APPNOTE.TXT 4.3.7) whose sizes stand in its header.
struct ZipEntry {
    std::string name;
    unsigned method = 0;
    std::uint64_t checksum = 0;
    std::size_t header = 0;  ///< where the header begins
    std::size_t begin = 0;   ///< where the part's bytes begin
    std::string bytes;
};

inline std::uint64_t little(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;) {
        value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
    }
    return value;
}

inline std::vector<ZipEntry> zip_entries(const std::string& bytes)
{
    std::vector<ZipEntry> out;
    std::size_t at = 0;
    while (bytes.compare(at, 4, "PK\x03\x04") == 0) {
        ZipEntry entry;
        const std::size_t name_size = little(bytes, at + 26, 2);
        const std::size_t size = little(bytes, at + 18, 4);
        entry.header = at;
        entry.method = static_cast<unsigned>(little(bytes, at + 8, 2));
        entry.checksum = little(bytes, at + 14, 4);
        entry.name = bytes.substr(at + 30, name_size);
        entry.begin = at + 30 + name_size + little(bytes, at + 28, 2);
        entry.bytes = bytes.substr(entry.begin, size);
        at = entry.begin + size;
        out.push_back(std::move(entry));
    }
    return out;
}

inline std::string part_of_zip(const std::string& bytes, std::string_view name)
{
    for (const ZipEntry& entry : zip_entries(bytes)) {
        if (entry.name == name) {
            return entry.bytes;
        }
    }
    FAIL("no such part");
    return {};
}

}  // namespace pa::test
