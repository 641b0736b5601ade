// The records of WARC/1.1 as text, and gzip around each.
#include "evidence/writer.hpp"

#include "base/hash.hpp"
#include "evidence/digest.hpp"

#include <zlib.h>

#include <algorithm>

namespace pa::evidence {

namespace {

// A version-5-like UUID from the record's own content: the same exchange has the same id, whatever the run.
std::string record_id(std::string_view seed)
{
    const std::string hex = sha256(seed);
    return fmt::format("<urn:uuid:{}-{}-5{}-a{}-{}>", hex.substr(0, 8), hex.substr(8, 4), hex.substr(13, 3), hex.substr(17, 3),
                       hex.substr(20, 12));
}

// One gzip member. Bodies that are compressed already are only stored: a second compression gains
// nothing and would cost most of the time of sealing.
std::string member(std::string_view record, bool compressed_already)
{
    z_stream stream{};
    const int level = compressed_already ? Z_NO_COMPRESSION : Z_BEST_SPEED;
    ::deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(::deflateBound(&stream, record.size()) + 32, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(record.data()));
    stream.avail_in = static_cast<uInt>(record.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    ::deflateEnd(&stream);
    return out;
}

struct Record {
    std::string type;
    std::string uri;
    std::string date;
    std::string content_type;
    std::string block;
    std::vector<std::pair<std::string, std::string>> more = {};
    bool compressed_already = false;
};

std::string written(const Record& record, const std::string& id)
{
    std::string head = "WARC/1.1\r\nWARC-Type: " + record.type + "\r\nWARC-Record-ID: " + id + "\r\nWARC-Date: " + record.date + "\r\n";
    if (!record.uri.empty()) {
        head += "WARC-Target-URI: " + record.uri + "\r\n";
    }
    for (const auto& [name, value] : record.more) {
        head += name + ": " + value + "\r\n";
    }
    head += "WARC-Block-Digest: sha256:" + sha256(record.block) + "\r\nContent-Type: " + record.content_type +
            "\r\nContent-Length: " + std::to_string(record.block.size()) + "\r\n\r\n";
    return member(head + record.block + "\r\n\r\n", record.compressed_already);
}

std::string id_of(const Record& record)
{
    return record_id(record.type + "\n" + record.uri + "\n" + record.date + "\n" + sha256(record.block));
}

// application/warc-fields; line ends in values become blanks.
void add_field(std::string& block, std::string_view name, std::string_view value)
{
    block += name;
    block += ": ";
    for (const char c : value) {
        block += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    block += "\r\n";
}

bool is_compressed(const http::Response& response)
{
    const http::MediaType type = http::parse_media_type(response.headers.get("content-type"));
    return !response.headers.get("content-encoding").empty() || type.type.starts_with("image/") ||
           type.type == "application/pdf" || type.type == "application/zip" || type.type.starts_with("application/vnd.");
}

Record answer_record(const Exchange& exchange, const std::string& date)
{
    Record record{exchange.from_file ? "resource" : "response", exchange.url, date, "", "", {}, is_compressed(exchange.response)};
    if (exchange.from_file) {
        record.content_type = std::string(exchange.response.headers.get("content-type"));
        record.block = exchange.response.body;
    } else {
        record.content_type = "application/http; msgtype=response";
        record.block = http::head_text(exchange.response) + exchange.response.body;
        record.more.emplace_back("WARC-Payload-Digest", "sha256:" + sha256(exchange.response.body));
    }
    if (!exchange.address.empty()) {
        record.more.emplace_back("WARC-IP-Address", exchange.address);
    }
    if (exchange.truncated) {
        record.more.emplace_back("WARC-Truncated", "length");
    }
    return record;
}

}  // namespace

std::string encoded(const Exchange& exchange)
{
    const std::string date = time::to_utc_string(exchange.at);
    std::string out;
    std::string answered_by;
    // A file that is not there, or is a folder, has no resource record; the metadata record says so.
    if (exchange.response.status != 0 && !(exchange.from_file && !exchange.response.ok())) {
        const Record record = answer_record(exchange, date);
        answered_by = id_of(record);
        out += written(record, answered_by);
    }
    const auto follow = [&](Record& record) {
        if (!answered_by.empty()) {
            record.more.emplace_back("WARC-Concurrent-To", answered_by);
        }
        out += written(record, id_of(record));
    };
    if (!exchange.request_head.empty()) {
        Record record{"request", exchange.url, date, "application/http; msgtype=request", exchange.request_head};
        follow(record);
    }
    Record record{"metadata", exchange.url, date, "application/warc-fields", ""};
    add_field(record.block, "purpose", name_of(exchange.purpose));
    add_field(record.block, "status", std::to_string(exchange.response.status));
    add_field(record.block, "elapsed-ms", std::to_string(exchange.elapsed_ms));
    if (exchange.from_file) {
        add_field(record.block, "source", "folder");
        if (exchange.response.is_redirect()) {
            add_field(record.block, "location", exchange.response.headers.get("location"));
        }
    }
    if (exchange.failure != http::Failure::none) {
        add_field(record.block, "failure", http::name_of(exchange.failure));
        add_field(record.block, "failure-detail", exchange.failure_detail);
    }
    follow(record);
    return out;
}

std::string encoded(const Origin& origin)
{
    Record record{"warcinfo", "", time::to_utc_string(origin.begun), "application/warc-fields", ""};
    add_field(record.block, "software", origin.software);
    add_field(record.block, "format", "WARC File Format 1.1");
    add_field(record.block, "conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/");
    add_field(record.block, "http-header-user-agent", origin.user_agent);
    add_field(record.block, "portalaudit-start", origin.start);
    add_field(record.block, "portalaudit-scope", origin.scope);
    add_field(record.block, "portalaudit-source", origin.folder ? "folder" : "network");
    add_field(record.block, "portalaudit-options", origin.options);
    return written(record, id_of(record));
}

std::string encoded(const Ending& ending)
{
    Record record{"metadata", "urn:portalaudit:ending", time::to_utc_string(ending.ended), "application/warc-fields", ""};
    add_field(record.block, "complete", ending.complete ? "yes" : "no");
    add_field(record.block, "scope", ending.scope);
    add_field(record.block, "robots", ending.robots);
    for (const std::string& limit : ending.limits_hit) {
        add_field(record.block, "limit-hit", limit);
    }
    add_field(record.block, "exchanges", std::to_string(ending.exchanges));
    add_field(record.block, "not-fetched", std::to_string(ending.not_fetched));
    add_field(record.block, "disallowed-count", std::to_string(ending.disallowed_count));
    for (const std::string& url : ending.disallowed) {
        add_field(record.block, "disallowed", url);
    }
    return written(record, id_of(record));
}

}  // namespace pa::evidence
