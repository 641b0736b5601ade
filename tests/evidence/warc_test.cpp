#include "evidence/warc.hpp"

#include "evidence/digest.hpp"
#include "sample.hpp"

using namespace pa;
using evidence::Exchange;
using evidence::Purpose;
using test::gzip_members;
using test::record_of;

namespace {

Exchange answered()
{
    Exchange exchange;
    exchange.url = "https://a.gov.vn/x?y=%C4%91";
    exchange.at = *time::parse_moment("2026-11-23T01:02:03Z");
    exchange.request_head = "GET /x HTTP/1.1\r\nHost: a.gov.vn\r\n\r\n";
    exchange.response.status = 200;
    exchange.response.version = "1.1";
    exchange.response.reason = "OK";
    exchange.response.headers.add("Content-Type", "text/html");
    exchange.response.body = std::string("<p>\0\r\n\r\n\xFF</p>", 13);
    exchange.address = "203.0.113.7";
    exchange.elapsed_ms = 41;
    return exchange;
}

}  // namespace

TEST_CASE("FIPS 180-4: SHA-256")
{
    struct Row {
        std::string text;
        std::string_view digest;
    };
    const Row rows[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    const test::TempFolder folder;
    for (const Row& row : rows) {
        CHECK(evidence::sha256(row.text) == row.digest);
        CHECK(evidence::sha256_file(folder.write("file", row.text)) == std::string(row.digest));
        CHECK(evidence::sha256_file(folder.write("longer", "<<" + row.text + ">>"), 2, row.text.size()) == std::string(row.digest));
    }
    CHECK(evidence::sha256_file(folder / "missing").error().kind == ErrorKind::io);
    CHECK(evidence::sha256_file(folder.write("short", "abc"), 2, 2).error().kind == ErrorKind::io);
    CHECK(evidence::sha256_file(folder.path()).error().kind == ErrorKind::io);
}

TEST_CASE("WARC/1.1: the records of an exchange")
{
    const auto members = gzip_members(evidence::encoded(answered()));
    REQUIRE(members.size() == 3);
    const test::WarcRecord response = record_of(members[0].text);
    const test::WarcRecord request = record_of(members[1].text);
    const test::WarcRecord metadata = record_of(members[2].text);
    for (const test::WarcRecord* record : {&response, &request, &metadata}) {
        CHECK(record->fields.at("WARC-Target-URI") == "https://a.gov.vn/x?y=%C4%91");
        CHECK(record->fields.at("WARC-Date") == "2026-11-23T01:02:03Z");
        CHECK(record->fields.at("WARC-Block-Digest") == "sha256:" + evidence::sha256(record->block));
        const std::string& id = record->fields.at("WARC-Record-ID");
        CHECK(id.size() == 47);
        CHECK(id.starts_with("<urn:uuid:"));
        CHECK(id[24] == '5');  // a name-based UUID, of the variant of RFC 9562
        CHECK(id[29] == 'a');
        CHECK((record == &response || record->fields.at("WARC-Concurrent-To") == response.fields.at("WARC-Record-ID")));
    }
    CHECK(response.fields.at("WARC-Type") == "response");
    CHECK(response.fields.at("Content-Type") == "application/http; msgtype=response");
    CHECK(response.fields.at("WARC-IP-Address") == "203.0.113.7");
    CHECK(response.fields.at("WARC-Payload-Digest") == "sha256:" + evidence::sha256(answered().response.body));
    CHECK_FALSE(response.fields.contains("WARC-Truncated"));
    CHECK((response.block == "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + answered().response.body));
    CHECK(request.fields.at("WARC-Type") == "request");
    CHECK(request.block == answered().request_head);
    CHECK(metadata.fields.at("WARC-Type") == "metadata");
    CHECK(metadata.fields.at("Content-Type") == "application/warc-fields");
    CHECK(metadata.block == "purpose: page\r\nstatus: 200\r\nelapsed-ms: 41\r\n");
    // the same exchange gives the same bytes
    CHECK((evidence::encoded(answered()) == evidence::encoded(answered())));
}

TEST_CASE("WARC/1.1: what each shape of exchange leaves")
{
    struct Row {
        Exchange exchange;
        std::string_view types;
        std::string_view metadata;
    };
    Exchange cut = answered();
    cut.truncated = true;
    Exchange failed;
    failed.url = "https://b.gov.vn/";
    failed.failure = http::Failure::tls;
    failed.failure_detail = "certificate\r\nhas expired";
    Exchange file;
    file.url = "https://c.gov.vn/a.png";
    file.from_file = true;
    file.response.status = 200;
    file.response.headers.add("Content-Type", "image/png");
    file.response.body = "\x89PNG";
    Exchange missing = file;
    missing.response = {};
    missing.response.status = 404;
    missing.purpose = Purpose::robots;
    Exchange moved = missing;
    moved.response.status = 301;
    moved.response.headers.add("Location", "/a/");
    const Row rows[] = {
        {cut, "response request metadata", "purpose: page\r\nstatus: 200\r\nelapsed-ms: 41\r\n"},
        {failed, "metadata", "purpose: page\r\nstatus: 0\r\nelapsed-ms: 0\r\nfailure: tls\r\nfailure-detail: certificate  has expired\r\n"},
        {file, "resource metadata", "purpose: page\r\nstatus: 200\r\nelapsed-ms: 0\r\nsource: folder\r\n"},
        {missing, "metadata", "purpose: robots\r\nstatus: 404\r\nelapsed-ms: 0\r\nsource: folder\r\n"},
        {moved, "metadata", "purpose: robots\r\nstatus: 301\r\nelapsed-ms: 0\r\nsource: folder\r\nlocation: /a/\r\n"},
    };
    for (const Row& row : rows) {
        std::string types;
        std::string last;
        for (const auto& member : gzip_members(evidence::encoded(row.exchange))) {
            const test::WarcRecord record = record_of(member.text);
            types += (types.empty() ? "" : " ") + record.fields.at("WARC-Type");
            last = record.block;
            CHECK((record.fields.at("WARC-Type") != "resource" || record.fields.at("Content-Type") == "image/png"));
            CHECK((record.fields.at("WARC-Type") == "response" && row.exchange.truncated) == record.fields.contains("WARC-Truncated"));
        }
        CHECK(types == row.types);
        CHECK(last == row.metadata);
    }
}

TEST_CASE("WARC/1.1: the first record and the last")
{
    evidence::Origin origin;
    origin.start = "https://a.gov.vn/";
    origin.software = "portalaudit 0.1.0";
    origin.user_agent = "portalaudit/0.1\r\nX: y";
    const test::WarcRecord info = record_of(gzip_members(evidence::encoded(origin)).at(0).text);
    CHECK(info.fields.at("WARC-Type") == "warcinfo");
    CHECK_FALSE(info.fields.contains("WARC-Target-URI"));
    CHECK(info.block.starts_with("software: portalaudit 0.1.0\r\nformat: WARC File Format 1.1\r\n"));
    CHECK(info.block.find("http-header-user-agent: portalaudit/0.1  X: y\r\n") != std::string::npos);
    evidence::Ending ending;
    ending.disallowed = {"https://a.gov.vn/b", "https://a.gov.vn/c"};
    const test::WarcRecord last = record_of(gzip_members(evidence::encoded(ending)).at(0).text);
    CHECK(last.fields.at("WARC-Type") == "metadata");
    CHECK(last.fields.at("WARC-Target-URI") == "urn:portalaudit:ending");
    CHECK(last.block.ends_with("disallowed: https://a.gov.vn/b\r\ndisallowed: https://a.gov.vn/c\r\n"));
}

TEST_CASE("WARC/1.1: what is known of a host, and that a fetch was gone on with")
{
    const test::WarcRecord host = record_of(gzip_members(evidence::encoded(test::sample_host())).at(0).text);
    CHECK(host.fields.at("WARC-Type") == "metadata");
    CHECK(host.fields.at("WARC-Target-URI") == "urn:portalaudit:host");
    CHECK(host.fields.at("WARC-Date") == "2026-11-23T01:00:01Z");
    CHECK(host.fields.at("Content-Type") == "application/json");
    const test::WarcRecord resumed = record_of(gzip_members(evidence::encoded_resumption(test::moment("2026-11-23T01:10:00Z"))).at(0).text);
    CHECK(resumed.fields.at("WARC-Target-URI") == "urn:portalaudit:resumed");
    CHECK(resumed.fields.at("WARC-Date") == "2026-11-23T01:10:00Z");
}

TEST_CASE("bodies that are compressed already are stored as they are")
{
    Exchange exchange = answered();
    exchange.response.body = std::string(10'000, 'a');
    CHECK(evidence::prepare(exchange).answer_size < 1000);
    exchange.response.headers.add("Content-Encoding", "gzip");
    const evidence::Prepared prepared = evidence::prepare(exchange);
    CHECK(prepared.answer_size > 10'000);
    CHECK(prepared.records.find(exchange.response.body) != std::string::npos);
    CHECK(gzip_members(prepared.records).at(0).size == prepared.answer_size);
}
