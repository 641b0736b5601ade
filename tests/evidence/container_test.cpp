#include "evidence/container.hpp"

#include "evidence/digest.hpp"
#include "evidence/zip_layout.hpp"
#include "sample.hpp"
#include "support/full_disk.hpp"

#include <nlohmann/json.hpp>
#include <openssl/sha.h>

using namespace pa;
using namespace evidence;
using test::bytes_of;
using test::TempFolder;

namespace {

// Not the code under test.
std::string sha256_hex(const std::string& bytes)
{
    unsigned char raw[SHA256_DIGEST_LENGTH];
    ::SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), raw);
    std::string out;
    for (const unsigned char byte : raw) {
        out += fmt::format("{:02x}", byte);
    }
    return out;
}

Parts parts_of(const std::filesystem::path& warc)
{
    return {warc, "index\n", "pages\n", "", "https://a.gov.vn/đ", "portalaudit 0.1.0", test::moment("2026-11-23T01:00:00Z"), test::moment("2026-11-23T02:00:00Z")};
}

// How many files a folder holds.
std::size_t files_in(const TempFolder& folder)
{
    const std::filesystem::directory_iterator all(folder.path());
    return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

}  // namespace

TEST_CASE("WACZ 1.1.1: the parts, in this order, stored and named with their SHA-256")
{
    const TempFolder folder;
    test::write_sealed(folder / "a.wacz", test::all_shapes());
    const std::string bytes = bytes_of(folder / "a.wacz");
    const std::vector<test::ZipEntry> entries = test::zip_entries(bytes);
    REQUIRE(entries.size() == 6);
    const char* const names[] = {"archive/data.warc.gz", "indexes/index.cdx", "pages/pages.jsonl", "logs/crawl.jsonl", "datapackage.json", "datapackage-digest.json"};
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CAPTURE(names[i]);
        CHECK(entries[i].name == names[i]);
        CHECK(entries[i].method == 0);
        const auto* raw = reinterpret_cast<const Bytef*>(entries[i].bytes.data());
        CHECK(entries[i].checksum == ::crc32(0, raw, static_cast<uInt>(entries[i].bytes.size())));
    }
    CHECK(entries[3].bytes == "{\"event\":\"start\"}\n");

    const auto package = nlohmann::json::parse(entries[4].bytes);
    CHECK(package["profile"] == "data-package");
    CHECK(package["wacz_version"] == "1.1.1");
    CHECK(package["created"] == "2026-11-23T02:00:00Z");
    CHECK(package["mainPageUrl"] == "https://a.gov.vn/");
    CHECK(package["mainPageDate"] == "2026-11-23T01:00:00Z");
    REQUIRE(package["resources"].size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& resource = package["resources"][i];
        CHECK(resource["path"] == names[i]);
        CHECK(resource["name"] == std::string(names[i]).substr(std::string(names[i]).find('/') + 1));
        CHECK(resource["hash"] == "sha256:" + sha256_hex(entries[i].bytes));
        CHECK(resource["bytes"] == entries[i].bytes.size());
    }
    const auto digest = nlohmann::json::parse(entries[5].bytes);
    CHECK(digest["path"] == "datapackage.json");
    CHECK(digest["hash"] == "sha256:" + sha256_hex(entries[4].bytes));
}

TEST_CASE("the same parts give the same bytes, whatever the file is called")
{
    const TempFolder folder;
    const auto warc = folder.write("data", test::noise(100'000));
    REQUIRE(write_container(folder / "a", parts_of(warc)));
    REQUIRE(write_container(folder / "b", parts_of(warc)));
    CHECK((bytes_of(folder / "a") == bytes_of(folder / "b")));
    test::write_sealed(folder / "c.wacz", test::all_shapes());
    test::write_sealed(folder / "d.wacz", test::all_shapes());
    CHECK((bytes_of(folder / "c.wacz") == bytes_of(folder / "d.wacz")));
    // over an earlier file
    REQUIRE(write_container(folder / "c.wacz", parts_of(warc)));
    CHECK((bytes_of(folder / "c.wacz") == bytes_of(folder / "a")));
}

TEST_CASE("parts are read back at random, and the layout is that of the file")
{
    const TempFolder folder;
    const std::string data = test::noise(100'000);
    const auto path = folder / "a.wacz";
    REQUIRE(write_container(path, parts_of(folder.write("data", data))));
    CHECK(is_container(path));
    CHECK_FALSE(is_container(folder / "data"));
    CHECK_FALSE(is_container(folder / "missing"));
    auto source = *open_source(path);
    std::string buffer(100, '\0');
    for (const std::size_t at : {0UL, 99'950UL, 500UL, 500UL, 600UL, 99'999UL}) {
        CAPTURE(at);
        const std::int64_t n = source->read(at, buffer.data(), buffer.size());
        REQUIRE(n > 0);
        CHECK((buffer.substr(0, static_cast<std::size_t>(n)) == data.substr(at, static_cast<std::size_t>(n))));
    }
    CHECK(source->read(data.size(), buffer.data(), buffer.size()) == 0);
    CHECK(read_part(path, pages_part, 6).value() == "pages\n");
    CHECK(read_part(path, pages_part, 5).error().message.en() == "the part pages/pages.jsonl of \"" + path.string() + "\" is larger than 5 bytes");
    CHECK(read_part(path, "other", 5).error().message.en() == "\"" + path.string() + "\" holds no part other");
    CHECK(read_part(folder / "data", pages_part, 5).error().kind == ErrorKind::damaged);

    const auto layout = *read_layout(path);
    CHECK(layout.fault.empty());
    const std::vector<test::ZipEntry> entries = test::zip_entries(bytes_of(path));
    REQUIRE(layout.parts.size() == entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        CHECK(layout.parts[i].name == entries[i].name);
        CHECK(layout.parts[i].begin == entries[i].begin);
        CHECK(layout.parts[i].size == entries[i].bytes.size());
    }
    CHECK(read_layout(folder / "missing").error().kind == ErrorKind::io);
}

TEST_CASE("datapackage.json is read strictly")
{
    const auto one = parse_package(R"({"resources":[{"path":"a","hash":"sha256:0","bytes":3,"more":1}]})");
    REQUIRE(one);
    REQUIRE(one->size() == 1);
    CHECK(one->front().path == "a");
    CHECK(one->front().bytes == 3);
    for (const char* text : {"", "{", "[]", "{}", R"({"resources":{}})", R"({"resources":[1]})", R"({"resources":[{"path":"a","hash":"b"}]})",
                             R"({"resources":[{"path":"a","hash":"b","bytes":-1}]})", R"({"resources":[{"path":1,"hash":"b","bytes":1}]})"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_package(text));
    }
}

TEST_CASE("a disk that is full while sealing leaves the part and no half file")
{
    const TempFolder folder;
    const auto path = folder / "a.wacz";
    auto writer = *Writer::create(path);
    const Exchange one = test::exchange("https://a.gov.vn/", 200, test::noise(50'000));
    REQUIRE(writer->append(encoded(test::sample_origin())));
    REQUIRE(writer->append(one, prepare(one)));
    REQUIRE(writer->append(encoded(test::sample_ending(1))));
    const std::string part = bytes_of(path.string() + ".part");
    const time::Moment ended = test::moment("2026-11-23T02:00:00Z");
    {
        const test::FullDisk full(part.size() + 10);  // the container is larger by its headers
        const auto failed = writer->seal(test::sample_origin(), ended, "");
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == ErrorKind::io);
        CHECK(failed.error().message.en() == "cannot write \"" + path.string() + ".sealing\": File too large");
    }
    CHECK(files_in(folder) == 1);
    CHECK((bytes_of(path.string() + ".part") == part));
    // with room again it can be sealed
    REQUIRE(writer->seal(test::sample_origin(), ended, ""));
    CHECK(files_in(folder) == 1);
    CHECK((test::part_of_zip(bytes_of(path), warc_part) == part));
}

TEST_CASE("sealing over what cannot be replaced keeps both")
{
    const TempFolder folder;
    const auto path = folder / "a.wacz";
    auto writer = *Writer::create(path);
    REQUIRE(writer->append(encoded(test::sample_origin())));
    folder.write("a.wacz/file", "in the way");
    const auto failed = writer->seal(test::sample_origin(), {}, "");
    REQUIRE_FALSE(failed);
    CHECK(failed.error().message.en() == "cannot write \"" + path.string() + "\": Is a directory");
    CHECK(files_in(folder) == 2);
    CHECK((bytes_of(path.string() + ".part") == encoded(test::sample_origin())));
}
