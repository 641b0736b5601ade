#include "http/coding.hpp"

#include <doctest/doctest.h>

#include <zlib.h>
#include <zstd.h>

#include <cstdint>

using namespace pa::http;

namespace {

// window_bits as zlib has them: 31 is gzip, 15 zlib, -15 neither header.
std::string deflated(std::string_view text, int window_bits)
{
    z_stream stream{};
    REQUIRE(::deflateInit2(&stream, 6, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(::deflateBound(&stream, text.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    REQUIRE(::deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(out.size() - stream.avail_out);
    ::deflateEnd(&stream);
    return out;
}

std::string gzip(std::string_view text) { return deflated(text, 31); }

std::string zstd(std::string_view text)
{
    std::string out(ZSTD_compressBound(text.size()), '\0');
    out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
    return out;
}

constexpr std::uint64_t plenty = 1U << 20U;
const std::string brotli_hello = "\x0b\x02\x80hello\x03";

}  // namespace

TEST_CASE("RFC 9110, 8.4.1: content codings")
{
    struct Row {
        std::string body;
        std::string_view encoding;
        std::string_view text;
    };
    const Row rows[] = {
        {"plain", "", "plain"}, {"plain", "identity", "plain"}, {"", "gzip", ""}, {"", "", ""},
        {gzip("hello"), "gzip", "hello"}, {gzip("hello"), "X-GZip", "hello"}, {gzip(""), "gzip", ""},
        {gzip("hel") + gzip("") + gzip("lo"), "gzip", "hello"},                     // RFC 1952, 2.2: members
        {gzip("hello") + std::string(7, '\0'), "gzip", "hello"},                   // padding, as browsers pass over it
        {gzip("hello") + "trailing", "gzip", "hello"},
        {deflated("hello", 15), "deflate", "hello"}, {deflated("hello", -15), "deflate", "hello"},  // both that go by the name
        {brotli_hello, "br", "hello"}, {zstd("hello"), "zstd", "hello"}, {zstd("hel") + zstd("lo"), "zstd", "hello"}, {zstd(""), "zstd", ""},
        // several, the last one applied last
        {zstd(gzip("hello")), "gzip, zstd", "hello"}, {gzip(gzip("hello")), "gzip,gzip", "hello"}, {gzip("hello"), "identity, , gzip\t", "hello"},
        {gzip(gzip(gzip(gzip("x")))), "gzip,gzip,gzip,gzip", "x"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.encoding);
        CAPTURE(row.text);
        const Decoded out = decoded(row.body, row.encoding, plenty);
        CHECK(out.bytes == row.text);
        CHECK_FALSE(out.broken);
        CHECK_FALSE(out.cut);
    }
}

TEST_CASE("texts around the size of one piece come back whole")
{
    for (const std::size_t size : {65535UL, 65536UL, 65537UL, 131072UL, 200000UL}) {
        std::string text(size, 'x');
        for (std::size_t i = 0; i < size; i += 7) {
            text[i] = static_cast<char>('a' + i % 23);
        }
        CAPTURE(size);
        struct Row {
            std::string body;
            std::string_view encoding;
        };
        for (const Row& row : {Row{gzip(text), "gzip"}, Row{deflated(text, -15), "deflate"}, Row{zstd(text), "zstd"}, Row{text, ""}}) {
            CAPTURE(row.encoding);
            // exactly at the limit nothing is missing, one byte below it something is
            const Decoded whole = decoded(row.body, row.encoding, size);
            CHECK((whole.bytes == text));
            CHECK_FALSE(whole.broken);
            CHECK_FALSE(whole.cut);
            const Decoded cut = decoded(row.body, row.encoding, size - 1);
            CHECK((cut.bytes == text.substr(0, size - 1)));
            CHECK(cut.cut);
            CHECK_FALSE(cut.broken);
        }
    }
}

TEST_CASE("a bomb costs its limit")
{
    const std::string zeros(64U << 20U, '\0');
    struct Row {
        std::string body;
        std::string_view encoding;
    };
    const std::string bomb = gzip(zeros);
    for (const Row& row : {Row{bomb, "gzip"}, Row{zstd(zeros), "zstd"}, Row{gzip(bomb), "gzip, gzip"}}) {
        CAPTURE(row.encoding);
        CHECK(row.body.size() < 100'000);
        const Decoded out = decoded(row.body, row.encoding, 1'000'000);
        CHECK(out.bytes.size() == 1'000'000);
        CHECK(out.cut);
    }
    CHECK(decoded(brotli_hello, "br", 3).bytes == "hel");
    CHECK(decoded(brotli_hello, "br", 3).cut);
    CHECK(decoded(gzip("hello"), "gzip", 0).bytes.empty());
    CHECK(decoded(gzip("hello"), "gzip", 0).cut);
    // a zstd frame that wants more memory than RFC 8878 recommends is refused
    const std::string wide("\x28\xB5\x2F\xFD\x00\x88\x01\x00\x00", 9);
    CHECK(decoded(wide, "zstd", plenty).broken);
}

TEST_CASE("what is damaged gives what could be read")
{
    const std::string text(5000, 'x');
    struct Row {
        std::string body;
        std::string_view encoding;
    };
    const Row whole[] = {{gzip(text), "gzip"}, {deflated(text, 15), "deflate"}, {zstd("hello"), "zstd"}, {brotli_hello, "br"}};
    for (const Row& row : whole) {
        CAPTURE(row.encoding);
        for (std::size_t size = 1; size < row.body.size(); ++size) {
            CAPTURE(size);
            const Decoded out = decoded(row.body.substr(0, size), row.encoding, plenty);
            CHECK(out.broken);
            CHECK_FALSE(out.cut);
        }
        for (std::size_t at = 0; at < row.body.size(); ++at) {
            std::string flipped = row.body;
            flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
            CHECK(decoded(flipped, row.encoding, 10'000).bytes.size() <= 10'000);
        }
    }
    // the wrong word, an unknown word, too many words
    CHECK(decoded("plain", "gzip", plenty).broken);
    CHECK(decoded("plain text", "br", plenty).broken);
    CHECK(decoded("plain", "zstd", plenty).broken);
    const Decoded unknown = decoded("plain", "compress", plenty);
    CHECK(unknown.broken);
    CHECK(unknown.bytes == "plain");
    CHECK(decoded(gzip("x"), "gzip,gzip,gzip,gzip,gzip", plenty).broken);
    const Decoded half = decoded(gzip(text).substr(0, 20), "gzip", plenty);
    CHECK(half.bytes == text.substr(0, half.bytes.size()));
}
