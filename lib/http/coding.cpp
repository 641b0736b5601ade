#include "http/coding.hpp"

#include "base/ascii.hpp"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace pa::http {

namespace {

constexpr std::size_t piece_size = 65536;

// Appends to `out` as far as the limit allows; false when it does not fit.
bool put(Decoded& out, const char* bytes, std::size_t size, std::uint64_t limit)
{
    const std::uint64_t room = limit - std::min<std::uint64_t>(limit, out.bytes.size());
    out.bytes.append(bytes, static_cast<std::size_t>(std::min<std::uint64_t>(room, size)));
    out.cut = size > room;
    return !out.cut;
}

Decoded inflated(std::string_view body, bool raw, std::uint64_t limit)
{
    Decoded out;
    z_stream stream{};
    // 15 + 32: zlib finds out itself whether it is gzip or zlib; -15: neither header (some servers' deflate).
    if (::inflateInit2(&stream, raw ? -15 : 15 + 32) != Z_OK) {
        out.broken = true;
        return out;
    }
    const std::unique_ptr<z_stream, decltype(&::inflateEnd)> guard(&stream, &::inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(body.size(), 0xFFFFFFFFU));
    std::vector<char> piece(piece_size);
    int state = Z_OK;
    bool members = false;   // one has ended well
    std::size_t whole = 0;  // the bytes up to there
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = ::inflate(&stream, Z_NO_FLUSH);
        const bool fits = put(out, piece.data(), piece.size() - stream.avail_out, limit);
        if (!fits) {
            return out;
        }
        if (state == Z_STREAM_END && stream.avail_in > 0) {
            whole = out.bytes.size();
            members = true;
            state = ::inflateReset(&stream);  // gzip members may follow each other
        }
        if (state == Z_BUF_ERROR || (state == Z_OK && stream.avail_in == 0 && stream.avail_out != 0)) {
            break;
        }
    }
    // Padding and rubbish behind the last member are passed over, as browsers do.
    out.broken = state != Z_STREAM_END && !(members && out.bytes.size() == whole);
    return out;
}

Decoded unbrotlied(std::string_view body, std::uint64_t limit)
{
    Decoded out;
    const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
    std::size_t in_size = body.size();
    const auto* in = reinterpret_cast<const std::uint8_t*>(body.data());
    std::vector<char> piece(piece_size);
    BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
    while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
        std::size_t room = piece.size();
        auto* to = reinterpret_cast<std::uint8_t*>(piece.data());
        result = BrotliDecoderDecompressStream(state.get(), &in_size, &in, &room, &to, nullptr);
        if (!put(out, piece.data(), piece.size() - room, limit)) {
            return out;
        }
    }
    out.broken = result != BROTLI_DECODER_RESULT_SUCCESS;
    return out;
}

Decoded unzstded(std::string_view body, std::uint64_t limit)
{
    Decoded out;
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(), &ZSTD_freeDStream);
    // RFC 8878, 3.1.1.1.2 recommends windows of at most 8 MiB for interchange.
    ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, 23);
    ZSTD_inBuffer in{body.data(), body.size(), 0};
    std::vector<char> piece(piece_size);
    std::size_t state = 1;
    while (true) {
        ZSTD_outBuffer to{piece.data(), piece.size(), 0};
        state = ZSTD_decompressStream(stream.get(), &to, &in);
        if (ZSTD_isError(state) != 0U || !put(out, piece.data(), to.pos, limit)) {
            break;
        }
        // Zero: a frame ended here; asked again without input, the decoder would begin another one.
        if (in.pos == in.size && (state == 0 || to.pos < to.size)) {
            break;
        }
    }
    out.broken = !out.cut && state != 0;
    return out;
}

Decoded one(std::string_view body, std::string_view coding, std::uint64_t limit)
{
    if (coding == "gzip" || coding == "x-gzip") {
        return inflated(body, false, limit);
    }
    if (coding == "deflate") {
        Decoded out = inflated(body, false, limit);
        return out.broken && out.bytes.empty() ? inflated(body, true, limit) : out;
    }
    if (coding == "br") {
        return unbrotlied(body, limit);
    }
    if (coding == "zstd") {
        return unzstded(body, limit);
    }
    Decoded out;
    put(out, body.data(), body.size(), limit);
    out.broken = coding != "identity";
    return out;
}

std::vector<std::string> codings(std::string_view list)
{
    std::vector<std::string> out(1);
    for (const char c : list) {
        if (c == ',') {
            out.emplace_back();
        } else if (c != ' ' && c != '\t') {
            out.back() += ascii_lower(c);
        }
    }
    std::erase(out, "");
    return out;
}

}  // namespace

Decoded decoded(std::string_view body, std::string_view encoding, std::uint64_t limit)
{
    std::vector<std::string> list = codings(encoding);
    if (list.size() > 4 || body.empty()) {
        Decoded out;
        out.broken = list.size() > 4;
        return out;
    }
    if (list.empty()) {
        return one(body, "identity", limit);
    }
    std::reverse(list.begin(), list.end());  // codings were applied in the order of the list
    Decoded out = one(body, list.front(), limit);
    for (std::size_t i = 1; i < list.size() && !out.broken; ++i) {
        const bool cut = out.cut;
        out = one(out.bytes, list[i], limit);
        out.cut = out.cut || cut;
    }
    return out;
}

}  // namespace pa::http
