#include "evidence/groups.hpp"

#include "evidence/digest.hpp"
#include "evidence/host_json.hpp"

#include <charconv>

namespace pa::evidence {

namespace {

constexpr std::size_t most_group_records = 8;

template <class Number>
Number number(std::string_view text)
{
    Number value{};
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

// The text before the first blank, taken off `rest`.
std::string_view word(std::string_view& rest)
{
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view out = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return out;
}

void read_ending(const StoredRecord& record, Ending& ending)
{
    const http::Headers fields = fields_of(record.block);
    ending.ended = time::parse_moment(record.head.get("warc-date")).value_or(ending.ended);
    ending.complete = fields.get("complete") == "yes";
    ending.scope = fields.get("scope");
    ending.robots = fields.get("robots");
    ending.exchanges = number<std::uint64_t>(fields.get("exchanges"));
    ending.not_fetched = number<std::uint64_t>(fields.get("not-fetched"));
    ending.disallowed_count = number<std::uint64_t>(fields.get("disallowed-count"));
    ending.sample_seed = number<std::uint64_t>(fields.get("sample-seed"));
    for (const http::Field& field : fields.all()) {
        std::string_view rest = field.value;
        if (field.name == "limit-hit") {
            ending.limits_hit.push_back(field.value);
        } else if (field.name == "disallowed") {
            ending.disallowed.push_back(field.value);
        } else if (field.name == "trap") {
            const std::string kind(word(rest));
            const auto left_out = number<std::uint64_t>(word(rest));
            ending.traps.push_back({kind, std::string(rest), left_out});
        } else if (field.name == "stratum") {
            const auto taken = number<std::uint64_t>(word(rest));
            const auto known = number<std::uint64_t>(word(rest));
            ending.strata.push_back({std::string(rest), known, taken});
        }
    }
}

// A record that stands alone and says something of the crawl; nothing when it is part of an exchange.
std::optional<Group::What> add_lone(const StoredRecord& record, Ending& ending)
{
    const std::string_view uri = record.head.get("warc-target-uri");
    if (uri == "urn:portalaudit:ending") {
        read_ending(record, ending);
        return Group::What::ending;
    }
    if (uri == "urn:portalaudit:host") {
        if (auto facts = parse_host_json(record.block)) {
            ending.hosts.push_back(std::move(*facts));
        }
        return Group::What::host;
    }
    if (uri == "urn:portalaudit:resumed") {
        ending.resumed.push_back(time::parse_moment(record.head.get("warc-date")).value_or(time::Moment()));
        return Group::What::resumption;
    }
    return std::nullopt;
}

// The body of a revisit is that of the response at `at`; its digest must be the one that the revisit names.
bool add_body_at(const Source& source, Position at, std::string_view digest, Exchange& exchange)
{
    Records records(source);
    StoredRecord record;
    http::Response response;
    if (records.take(at, record) != Take::record || record.head.get("warc-type") != "response") {
        return false;
    }
    const auto body = http::parse_head(record.block, response);
    if (!body) {
        return false;
    }
    exchange.response.body = record.block.substr(*body);
    return "sha256:" + sha256(exchange.response.body) == digest;
}

void add_metadata(const StoredRecord& record, const http::Headers& fields, Exchange& exchange)
{
    exchange.url = record.head.get("warc-target-uri");
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
}

bool add_answer(std::string_view type, StoredRecord& record, Group& group)
{
    Exchange& exchange = group.exchange;
    exchange.address = record.head.get("warc-ip-address");
    exchange.truncated = !record.head.get("warc-truncated").empty();
    IndexEntry entry;
    entry.url = record.head.get("warc-target-uri");
    entry.at = time::parse_moment(record.head.get("warc-date")).value_or(time::Moment());
    entry.offset = record.begin;
    entry.length = record.end - record.begin;
    entry.digest = record.head.get("warc-payload-digest");
    if (type == "resource") {
        entry.digest = record.head.get("warc-block-digest");
        exchange.from_file = true;
        exchange.response.headers.add("Content-Type", std::string(record.head.get("content-type")));
        exchange.response.status = 200;
        exchange.response.body = std::move(record.block);
    } else {
        const auto body = type == "response" || type == "revisit" ? http::parse_head(record.block, exchange.response) : std::nullopt;
        if (!body) {
            return false;
        }
        record.block.erase(0, *body);
        exchange.response.body = std::move(record.block);
    }
    const std::string media_type = http::parse_media_type(exchange.response.headers.get("content-type")).type;
    entry.media_type = type == "revisit" ? "warc/revisit" : media_type.empty() ? "unk" : media_type;
    entry.status = exchange.response.status;
    group.entry = std::move(entry);
    return true;
}

}  // namespace

Origin origin_of(const StoredRecord& warcinfo)
{
    const http::Headers fields = fields_of(warcinfo.block);
    Origin origin;
    origin.start = fields.get("portalaudit-start");
    origin.scope = fields.get("portalaudit-scope");
    origin.software = fields.get("software");
    origin.user_agent = fields.get("http-header-user-agent");
    origin.folder = fields.get("portalaudit-source") == "folder";
    origin.options = fields.get("portalaudit-options");
    origin.begun = time::parse_moment(warcinfo.head.get("warc-date")).value_or(time::Moment());
    return origin;
}

Take take_group(Records& records, const Source& source, Position at, Group& group, Ending& ending)
{
    group.end = at;
    std::string revisited;  // the digest that a revisit names
    for (std::size_t count = 0; count < most_group_records; ++count) {
        StoredRecord record;
        const Take took = records.take(at, record);
        if (took != Take::record) {
            // A group whose first records are there and whose last are not was cut off with them.
            return took == Take::end_of_file && count > 0 ? Take::cut_short : took;
        }
        at = record.end;
        group.records = count + 1;
        const std::string_view type = record.head.get("warc-type");
        if (type == "metadata") {
            if (const auto lone = add_lone(record, ending)) {
                group.what = *lone;
                group.end = record.end;
                return count == 0 ? Take::record : Take::broken;
            }
            const http::Headers fields = fields_of(record.block);
            add_metadata(record, fields, group.exchange);
            if (!revisited.empty() && !add_body_at(source, number<Position>(fields.get("body-at")), revisited, group.exchange)) {
                return Take::broken;
            }
            group.end = record.end;
            return Take::record;
        }
        if (type == "request") {
            group.exchange.request_head = std::move(record.block);
        } else if (!add_answer(type, record, group)) {
            return Take::broken;
        }
        if (type == "revisit") {
            revisited = record.head.get("warc-payload-digest");
        }
        group.end = at;
    }
    return Take::broken;
}

}  // namespace pa::evidence
