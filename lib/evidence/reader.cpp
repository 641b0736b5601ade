#include "evidence/reader.hpp"

#include "base/file.hpp"
#include "evidence/digest.hpp"

#include <zlib.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace pa::evidence {

namespace {

// One record holds a head and at most one body; bodies are bounded when fetched.
constexpr std::size_t record_limit = 256U << 20U;

struct Record {
    http::Headers head;
    std::string block;
    Position begin = 0;
    Position end = 0;
};

enum class Take { record, end_of_file, cut_short, broken };

// Inflates one gzip member at a time from a file, by position.
class Members {
public:
    explicit Members(int fd) : fd_(fd), in_(1U << 17U) {}

    Take take(Position at, std::string& out, Position& end)
    {
        z_stream stream{};
        if (::inflateInit2(&stream, 15 + 16) != Z_OK) {
            return Take::broken;
        }
        const std::unique_ptr<z_stream, decltype(&::inflateEnd)> guard(&stream, &::inflateEnd);
        out.clear();
        end = at;
        std::vector<char> piece(1U << 16U);
        int state = Z_OK;
        while (state == Z_OK) {
            if (stream.avail_in == 0) {
                const ssize_t n = ::pread(fd_, in_.data(), in_.size(), static_cast<off_t>(end));
                if (n <= 0) {
                    return end == at ? Take::end_of_file : Take::cut_short;
                }
                stream.next_in = reinterpret_cast<Bytef*>(in_.data());
                stream.avail_in = static_cast<uInt>(n);
                end += static_cast<Position>(n);
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

private:
    int fd_;
    std::vector<char> in_;
};

// `WARC/1.1`, fields, an empty line, Content-Length bytes. parse_head wants a status line; WARC's fields
// are otherwise those of HTTP.
bool parse_record(const std::string& bytes, Record& record)
{
    constexpr std::string_view first = "WARC/1.1\r\n";
    if (!bytes.starts_with(first)) {
        return false;
    }
    http::Response as_http;
    const std::string text = "HTTP/1.1 200 OK\r\n" + bytes.substr(first.size(), 65536);
    const auto body = http::parse_head(text, as_http);
    if (!body) {
        return false;
    }
    const std::size_t block_at = *body - std::string_view("HTTP/1.1 200 OK\r\n").size() + first.size();
    const std::string_view length = as_http.headers.get("content-length");
    std::size_t size = 0;
    const auto [end, code] = std::from_chars(length.data(), length.data() + length.size(), size);
    if (length.empty() || code != std::errc() || end != length.data() + length.size() || size > bytes.size() - block_at) {
        return false;
    }
    record.head = std::move(as_http.headers);
    record.block = bytes.substr(block_at, size);
    return true;
}

http::Headers fields_of(std::string_view block)
{
    http::Response as_http;
    http::parse_head("HTTP/1.1 200 OK\r\n" + std::string(block) + "\r\n", as_http);
    return std::move(as_http.headers);
}

template <class Number>
Number number(std::string_view text)
{
    Number value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

class WarcReader final : public Reader {
public:
    explicit WarcReader(std::filesystem::path path, int fd) : path_(std::move(path)), fd_(fd) {}
    ~WarcReader() override { ::close(fd_); }
    WarcReader(const WarcReader&) = delete;
    WarcReader& operator=(const WarcReader&) = delete;

    Result<void> open_origin()
    {
        Members members(fd_);
        Record record;
        if (take(members, 0, record) != Take::record || record.head.get("warc-type") != "warcinfo") {
            return fail(ErrorKind::damaged, msg("\"{}\" is no evidence file: it does not begin with a WARC record", path_.string()));
        }
        const http::Headers fields = fields_of(record.block);
        origin_.start = fields.get("portalaudit-start");
        if (origin_.start.empty()) {
            return fail(ErrorKind::damaged, msg("\"{}\" is a WARC file, but not one of this program", path_.string()));
        }
        origin_.scope = fields.get("portalaudit-scope");
        origin_.software = fields.get("software");
        origin_.user_agent = fields.get("http-header-user-agent");
        origin_.folder = fields.get("portalaudit-source") == "folder";
        origin_.options = fields.get("portalaudit-options");
        origin_.begun = time::parse_moment(record.head.get("warc-date")).value_or(time::Moment());
        first_ = record.end;
        return {};
    }

    const Origin& origin() const override { return origin_; }

    Result<Ending> each(const std::function<bool(Exchange&&, Position)>& visit) override
    {
        Members members(fd_);
        Ending ending;
        ending.ended = origin_.begun;
        Position at = first_;
        std::uint64_t exchanges = 0;
        bool ended = false;
        while (true) {
            Exchange exchange;
            Position next = at;
            const Take took = take_exchange(members, at, exchange, ending, next);
            if (took == Take::broken) {
                return fail(ErrorKind::damaged, msg("\"{}\" is damaged at byte {}", path_.string(), next));
            }
            if (took != Take::record) {
                if (ended && exchanges != ending.exchanges) {
                    return fail(ErrorKind::damaged, msg("\"{}\" holds {} answers, but was sealed with {}", path_.string(), exchanges, ending.exchanges));
                }
                return ending;
            }
            if (ended) {
                return fail(ErrorKind::damaged, msg("\"{}\" goes on behind its last record, at byte {}", path_.string(), at));
            }
            ended = exchange.url.empty();
            exchanges += ended ? 0U : 1U;
            if (!ended && !visit(std::move(exchange), at)) {
                return ending;
            }
            at = next;
        }
    }

    Result<Exchange> read(Position position) const override
    {
        Members members(fd_);
        Exchange exchange;
        Ending ending;
        Position next = position;
        if (take_exchange(members, position, exchange, ending, next) != Take::record) {
            return fail(ErrorKind::damaged, msg("\"{}\" is damaged at byte {}", path_.string(), next));
        }
        return exchange;
    }

private:
    static Take take(Members& members, Position at, Record& record)
    {
        std::string bytes;
        record.begin = at;
        const Take took = members.take(at, bytes, record.end);
        if (took != Take::record) {
            record.end = took == Take::broken ? at : record.end;
            return took;
        }
        if (!parse_record(bytes, record)) {
            return Take::broken;
        }
        // A record whose bytes are not those that were written is no evidence.
        const bool intact = record.head.get("warc-block-digest") == "sha256:" + sha256(record.block);
        record.end = intact ? record.end : at;
        return intact ? Take::record : Take::broken;
    }

    // All records of one exchange: it ends with its metadata record. The ending record gives no exchange.
    static Take take_exchange(Members& members, Position at, Exchange& exchange, Ending& ending, Position& next)
    {
        while (true) {
            Record record;
            const Take took = take(members, at, record);
            next = took == Take::record ? record.end : at;
            if (took != Take::record) {
                return took;
            }
            at = record.end;
            const std::string_view type = record.head.get("warc-type");
            const std::string_view uri = record.head.get("warc-target-uri");
            if (type == "metadata" && uri == "urn:portalaudit:ending") {
                read_ending(record, ending);
                return Take::record;
            }
            if (!add_record(type, record, exchange)) {
                return Take::broken;
            }
            if (type == "metadata") {
                exchange.url = uri;
                return Take::record;
            }
        }
    }

    static bool add_record(std::string_view type, Record& record, Exchange& exchange)
    {
        if (type == "metadata") {
            const http::Headers fields = fields_of(record.block);
            exchange.at = time::parse_moment(record.head.get("warc-date")).value_or(time::Moment());
            exchange.purpose = purpose_named(fields.get("purpose")).value_or(Purpose::page);
            exchange.elapsed_ms = number<std::uint32_t>(fields.get("elapsed-ms"));
            exchange.response.status = number<int>(fields.get("status"));
            exchange.failure = http::failure_named(fields.get("failure")).value_or(http::Failure::none);
            exchange.failure_detail = fields.get("failure-detail");
            exchange.from_file = fields.get("source") == "folder";
            if (const std::string_view location = fields.get("location"); exchange.from_file && !location.empty()) {
                exchange.response.headers.add("Location", std::string(location));
            }
            return true;
        }
        if (type == "request") {
            exchange.request_head = std::move(record.block);
            return true;
        }
        exchange.address = record.head.get("warc-ip-address");
        exchange.truncated = !record.head.get("warc-truncated").empty();
        if (type == "resource") {
            exchange.from_file = true;
            exchange.response.headers.add("Content-Type", std::string(record.head.get("content-type")));
            exchange.response.body = std::move(record.block);
            return true;
        }
        const auto body = type == "response" ? http::parse_head(record.block, exchange.response) : std::nullopt;
        if (body) {
            record.block.erase(0, *body);
            exchange.response.body = std::move(record.block);
        }
        return body.has_value();
    }

    static void read_ending(const Record& record, Ending& ending)
    {
        const http::Headers fields = fields_of(record.block);
        ending.ended = time::parse_moment(record.head.get("warc-date")).value_or(ending.ended);
        ending.complete = fields.get("complete") == "yes";
        ending.scope = fields.get("scope");
        ending.robots = fields.get("robots");
        ending.exchanges = number<std::uint64_t>(fields.get("exchanges"));
        ending.not_fetched = number<std::uint64_t>(fields.get("not-fetched"));
        ending.disallowed_count = number<std::uint64_t>(fields.get("disallowed-count"));
        for (const http::Field& field : fields.all()) {
            if (field.name == "limit-hit") {
                ending.limits_hit.push_back(field.value);
            } else if (field.name == "disallowed") {
                ending.disallowed.push_back(field.value);
            }
        }
    }

    std::filesystem::path path_;
    int fd_;
    Origin origin_;
    Position first_ = 0;
};

}  // namespace

Result<std::unique_ptr<Reader>> Reader::open(const std::filesystem::path& path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return tl::unexpected(io_error(msg("cannot read"), path, errno));
    }
    auto reader = std::make_unique<WarcReader>(path, fd);
    PA_TRY(reader->open_origin());
    return reader;
}

}  // namespace pa::evidence
