#include "evidence/warc.hpp"

#include "evidence/digest.hpp"
#include "evidence/host_json.hpp"

#include <zlib.h>

#include <algorithm>
#include <memory>

namespace pa::evidence {

namespace {

// A version-5-like UUID from the record's own content: the same exchange has the same id, whatever the run.
std::string record_id(std::string_view seed)
{
    const std::string hex = sha256(seed);
    return fmt::format("<urn:uuid:{}-{}-5{}-a{}-{}>", hex.substr(0, 8), hex.substr(8, 4), hex.substr(13, 3), hex.substr(17, 3),
                       hex.substr(20, 12));
}

// zlib's state is a quarter of a megabyte: made once a thread, not once a record.
class Deflater {
public:
    explicit Deflater(int level) { ::deflateInit2(&stream_, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY); }
    ~Deflater() { ::deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    // One gzip member.
    std::string member(std::string_view record)
    {
        ::deflateReset(&stream_);
        std::string out(::deflateBound(&stream_, record.size()) + 32, '\0');
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(record.data()));
        stream_.avail_in = static_cast<uInt>(record.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        ::deflate(&stream_, Z_FINISH);
        out.resize(stream_.total_out);
        return out;
    }

private:
    z_stream stream_{};
};

// Bodies that are compressed already are only stored: a second compression gains nothing and would cost most of the
// time of sealing.
std::string member(std::string_view record, bool compressed_already)
{
    thread_local Deflater fast(Z_BEST_SPEED);
    thread_local Deflater store(Z_NO_COMPRESSION);
    return (compressed_already ? store : fast).member(record);
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

struct Written {
    std::string bytes;
    std::string id;
};

Written written(const Record& record)
{
    const std::string digest = sha256(record.block);
    Written out;
    out.id = record_id(record.type + "\n" + record.uri + "\n" + record.date + "\n" + digest);
    std::string text = "WARC/1.1\r\nWARC-Type: " + record.type + "\r\nWARC-Record-ID: " + out.id + "\r\nWARC-Date: " + record.date + "\r\n";
    text.reserve(text.size() + record.block.size() + 1024);
    if (!record.uri.empty()) {
        text += "WARC-Target-URI: " + record.uri + "\r\n";
    }
    for (const auto& [name, value] : record.more) {
        text += name + ": " + value + "\r\n";
    }
    text += "WARC-Block-Digest: sha256:" + digest + "\r\nContent-Type: " + record.content_type +
            "\r\nContent-Length: " + std::to_string(record.block.size()) + "\r\n\r\n";
    text += record.block;
    text += "\r\n\r\n";
    out.bytes = member(text, record.compressed_already);
    return out;
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

// A file that is not there, or is a folder, has no record of an answer; the metadata record says so.
bool has_answer(const Exchange& exchange)
{
    return exchange.response.status != 0 && !(exchange.from_file && !exchange.response.ok());
}

Record answer_record(const Exchange& exchange, const std::string& date, const std::string& payload_digest)
{
    Record record{exchange.from_file ? "resource" : "response", exchange.url, date, "", "", {}, is_compressed(exchange.response)};
    if (exchange.from_file) {
        record.content_type = std::string(exchange.response.headers.get("content-type"));
        record.block = exchange.response.body;
    } else {
        record.content_type = "application/http; msgtype=response";
        record.block = http::head_text(exchange.response) + exchange.response.body;
        record.more.emplace_back("WARC-Payload-Digest", payload_digest);
    }
    if (!exchange.address.empty()) {
        record.more.emplace_back("WARC-IP-Address", exchange.address);
    }
    if (exchange.truncated) {
        record.more.emplace_back("WARC-Truncated", "length");
    }
    return record;
}

std::string metadata_block(const Exchange& exchange)
{
    std::string block;
    add_field(block, "purpose", name_of(exchange.purpose));
    add_field(block, "status", std::to_string(exchange.response.status));
    add_field(block, "elapsed-ms", std::to_string(exchange.elapsed_ms));
    if (exchange.from_file) {
        add_field(block, "source", "folder");
        if (exchange.response.is_redirect()) {
            add_field(block, "location", exchange.response.headers.get("location"));
        }
    }
    if (exchange.failure != http::Failure::none) {
        add_field(block, "failure", http::name_of(exchange.failure));
        add_field(block, "failure-detail", exchange.failure_detail);
    }
    return block;
}

// The answer's record is in `prepared` already; what belongs to it follows.
void add_companions(const Exchange& exchange, const std::string& date, const std::string& answered_by, const std::string& metadata, Prepared& prepared)
{
    const auto follow = [&](Record record) {
        if (!answered_by.empty()) {
            record.more.emplace_back("WARC-Concurrent-To", answered_by);
        }
        prepared.records += written(record).bytes;
    };
    if (!exchange.request_head.empty()) {
        follow({"request", exchange.url, date, "application/http; msgtype=request", exchange.request_head});
    }
    follow({"metadata", exchange.url, date, "application/warc-fields", metadata});
}

}  // namespace

Prepared prepare(const Exchange& exchange)
{
    const std::string date = time::to_utc_string(exchange.at);
    Prepared out;
    std::string answered_by;
    if (has_answer(exchange)) {
        out.payload_digest = "sha256:" + sha256(exchange.response.body);
        Written answer = written(answer_record(exchange, date, out.payload_digest));
        out.records = std::move(answer.bytes);
        out.answer_size = out.records.size();
        answered_by = std::move(answer.id);
    }
    add_companions(exchange, date, answered_by, metadata_block(exchange), out);
    return out;
}

Prepared prepare_revisit(const Exchange& exchange, const std::string& payload_digest, const IndexEntry& original)
{
    const std::string date = time::to_utc_string(exchange.at);
    Record record{"revisit", exchange.url, date, "application/http; msgtype=response", http::head_text(exchange.response)};
    record.more = {{"WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"},
                   {"WARC-Refers-To-Target-URI", original.url},
                   {"WARC-Refers-To-Date", time::to_utc_string(original.at)},
                   {"WARC-Payload-Digest", payload_digest}};
    if (!exchange.address.empty()) {
        record.more.emplace_back("WARC-IP-Address", exchange.address);
    }
    const Written answer = written(record);
    Prepared out{answer.bytes, payload_digest, answer.bytes.size()};
    std::string metadata = metadata_block(exchange);
    add_field(metadata, "body-at", std::to_string(original.offset));
    add_companions(exchange, date, answer.id, metadata, out);
    return out;
}

std::string encoded(const Exchange& exchange) { return prepare(exchange).records; }

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
    return written(record).bytes;
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
    for (const Trap& trap : ending.traps) {
        add_field(record.block, "trap", trap.kind + " " + std::to_string(trap.left_out) + " " + trap.where);
    }
    if (!ending.strata.empty()) {
        add_field(record.block, "sample-seed", std::to_string(ending.sample_seed));
    }
    for (const Stratum& stratum : ending.strata) {
        add_field(record.block, "stratum", std::to_string(stratum.taken) + " " + std::to_string(stratum.known) + " " + stratum.section);
    }
    add_field(record.block, "exchanges", std::to_string(ending.exchanges));
    add_field(record.block, "not-fetched", std::to_string(ending.not_fetched));
    add_field(record.block, "disallowed-count", std::to_string(ending.disallowed_count));
    for (const std::string& url : ending.disallowed) {
        add_field(record.block, "disallowed", url);
    }
    return written(record).bytes;
}

std::string encoded(const http::HostFacts& facts)
{
    return written({"metadata", "urn:portalaudit:host", time::to_utc_string(facts.at), "application/json", host_json(facts)}).bytes;
}

std::string encoded_resumption(time::Moment at)
{
    return written({"metadata", "urn:portalaudit:resumed", time::to_utc_string(at), "application/warc-fields", "resumed: yes\r\n"}).bytes;
}

}  // namespace pa::evidence
