#include "evidence/records.hpp"

#include "evidence/digest.hpp"

#include <zlib.h>

#include <array>
#include <charconv>

namespace pa::evidence {

namespace {

// One record holds a head and at most one body; bodies are bounded when fetched.
constexpr std::size_t record_limit = 256U << 20U;
constexpr std::size_t head_limit = 65536;
constexpr std::size_t window_size = 1U << 17U;

// `WARC/1.1`, fields, an empty line, Content-Length bytes. parse_head wants a status line; WARC's fields are otherwise
// those of HTTP. The record's own bytes are used up.
bool parse_record(std::string&& bytes, StoredRecord& record)
{
    constexpr std::string_view first = "WARC/1.1\r\n";
    constexpr std::string_view status_line = "HTTP/1.1 200 OK\r\n";
    if (!bytes.starts_with(first)) {
        return false;
    }
    http::Response as_http;
    const std::size_t end_of_head = bytes.find("\r\n\r\n");
    if (end_of_head == std::string::npos || end_of_head > head_limit) {
        return false;
    }
    const std::size_t block_at = end_of_head + 4;
    std::string text(status_line);
    text.append(bytes, first.size(), block_at - first.size());
    if (!http::parse_head(text, as_http)) {
        return false;
    }
    const std::string_view length = as_http.headers.get("content-length");
    std::size_t size = 0;
    const auto [end, code] = std::from_chars(length.data(), length.data() + length.size(), size);
    if (length.empty() || code != std::errc() || end != length.data() + length.size() || bytes.size() - block_at < 4 ||
        size != bytes.size() - block_at - 4 || !bytes.ends_with("\r\n\r\n")) {
        return false;
    }
    record.head = std::move(as_http.headers);
    bytes.resize(block_at + size);
    bytes.erase(0, block_at);
    record.block = std::move(bytes);
    return true;
}

}  // namespace

struct Records::Inflater {
    z_stream stream{};
    bool ready = ::inflateInit2(&stream, 15 + 16) == Z_OK;
    Inflater() = default;
    ~Inflater() { ::inflateEnd(&stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
};

Records::Records(const Source& source) : source_(source), inflater_(std::make_unique<Inflater>()), window_(window_size) {}

Records::~Records() = default;

// Whether there are bytes at `at` in the window; reads them when there are none.
bool Records::fill(Position at)
{
    if (at >= window_at_ && at < window_at_ + window_size_) {
        return true;
    }
    const std::int64_t n = source_.read(at, window_.data(), window_.size());
    window_at_ = at;
    window_size_ = n > 0 ? static_cast<std::size_t>(n) : 0;
    return window_size_ > 0;
}

Take Records::inflate(Position at, std::string& out, Position& end)
{
    z_stream& stream = inflater_->stream;
    if (!inflater_->ready || ::inflateReset(&stream) != Z_OK) {
        return Take::broken;
    }
    out.clear();
    end = at;
    std::array<char, 65536> piece;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by zlib
    stream.avail_in = 0;
    int state = Z_OK;
    while (state == Z_OK) {
        if (stream.avail_in == 0) {
            if (!fill(end)) {
                return end == at ? Take::end_of_file : Take::cut_short;
            }
            const std::size_t from = end - window_at_;
            stream.next_in = reinterpret_cast<Bytef*>(window_.data() + from);
            stream.avail_in = static_cast<uInt>(window_size_ - from);
            end = window_at_ + window_size_;
        }
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = ::inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
        if (out.size() > record_limit) {
            return Take::broken;
        }
    }
    end -= stream.avail_in;
    return state == Z_STREAM_END ? Take::record : Take::broken;
}

Take Records::take(Position at, StoredRecord& record)
{
    std::string bytes;
    record.begin = at;
    const Take took = inflate(at, bytes, record.end);
    if (took == Take::record && parse_record(std::move(bytes), record) &&
        record.head.get("warc-block-digest") == "sha256:" + sha256(record.block)) {
        return Take::record;
    }
    record.end = at;
    return took == Take::record ? Take::broken : took;
}

http::Headers fields_of(std::string_view block)
{
    http::Response as_http;
    http::parse_head("HTTP/1.1 200 OK\r\n" + std::string(block) + "\r\n", as_http);
    return std::move(as_http.headers);
}

}  // namespace pa::evidence
