#include "evidence/verify.hpp"

#include "evidence/container.hpp"
#include "evidence/digest.hpp"
#include "evidence/groups.hpp"
#include "evidence/zip_layout.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace pa::evidence {

namespace {

constexpr std::size_t most_faults = 100;
constexpr std::uint64_t part_limit = 1ULL << 30U;
// What the writer's gzip members begin with: no name, no time, deflate, made on Unix; the ninth byte tells the level.
constexpr std::string_view gzip_head("\x1f\x8b\x08\x00\x00\x00\x00\x00", 8);
constexpr std::size_t gzip_head_size = 10;

class Verifier {
public:
    explicit Verifier(std::filesystem::path path) : path_(std::move(path)) {}

    Result<Verification> run()
    {
        std::error_code code;
        out_.bytes = std::filesystem::file_size(path_, code);
        const bool packed = is_container(path_);
        if (packed) {
            PA_TRY(verify_container());
        }
        PA_TRY(verify_records(packed));
        if (packed) {
            verify_index();
            verify_pages();
        }
        return std::move(out_);
    }

private:
    void fault(Message what, std::string part, Position at)
    {
        if (out_.faults.size() < most_faults) {
            out_.faults.push_back({std::move(what), std::move(part), at});
        }
    }

    Result<void> verify_container()
    {
        PA_LET(layout, read_layout(path_));
        if (!layout.fault.empty()) {
            fault(layout.fault, "", layout.fault_at);
        }
        const auto package = read_part(path_, package_part, part_limit);
        const auto digest = read_part(path_, digest_part, part_limit);
        if (!package || !digest) {
            fault(!package ? package.error().message : digest.error().message, !package ? package_part : digest_part, 0);
            return {};
        }
        if (*digest != digest_text(*package)) {
            fault(msg("it does not hold the digest of {}, or that was changed", package_part), digest_part, 0);
        }
        const auto resources = parse_package(*package);
        if (!resources) {
            fault(msg("it is no datapackage.json"), package_part, 0);
            return {};
        }
        std::set<std::string> named{package_part, digest_part};
        for (const Resource& resource : *resources) {
            named.insert(resource.path);
            verify_part(resource, layout);
        }
        for (const char* wanted : {warc_part, index_part, pages_part, log_part}) {
            if (!named.contains(wanted)) {
                fault(msg("{} does not name it", package_part), wanted, 0);
            }
        }
        for (const PartPlace& place : layout.parts) {
            if (!named.contains(place.name)) {
                fault(msg("{} does not name it", package_part), place.name, 0);
            }
        }
        return {};
    }

    void verify_part(const Resource& resource, const ZipLayout& layout)
    {
        const auto place = std::find_if(layout.parts.begin(), layout.parts.end(), [&](const PartPlace& at) { return at.name == resource.path; });
        if (place == layout.parts.end()) {
            if (layout.fault.empty()) {
                fault(msg("it is not in the file"), resource.path, 0);
            }
            return;
        }
        const auto digest = sha256_file(path_, place->begin, place->size);
        if (place->size != resource.bytes || !digest || "sha256:" + *digest != resource.hash) {
            fault(msg("its bytes are not those that were sealed (SHA-256)"), resource.path, 0);
        }
    }

    Result<void> verify_records(bool packed)
    {
        const std::string part = packed ? warc_part : "";
        auto source = open_source(path_);
        if (!source) {
            if (packed) {
                fault(source.error().message, warc_part, 0);
                return {};
            }
            return tl::unexpected(source.error());
        }
        Records records(**source);
        StoredRecord first;
        if (records.take(0, first) != Take::record || first.head.get("warc-type") != "warcinfo") {
            if (packed) {
                fault(msg("it does not begin with a WARC record"), part, 0);
                return {};
            }
            return fail(ErrorKind::damaged, msg("\"{}\" is no evidence file: it does not begin with a WARC record", path_.string()));
        }
        out_.origin = origin_of(first);
        check_gzip_head(**source, 0, part);
        Position at = first.end;
        ++out_.records;
        bool ended = false;
        while (true) {
            Group group;
            const Take took = take_group(records, **source, at, group, out_.ending);
            if (took == Take::end_of_file) {
                break;
            }
            if (took != Take::record) {
                fault(took == Take::cut_short ? msg("the file ends inside a record") : msg("a record is not as it was written"), part, group.end);
                break;
            }
            if (ended) {
                fault(msg("it goes on behind its last record"), part, at);
                break;
            }
            verify_group(**source, group, at, part);
            ended = group.what == Group::What::ending;
            at = group.end;
        }
        if (ended && out_.ending.exchanges != out_.exchanges) {
            fault(msg("it holds {} answers, but was sealed with {}", out_.exchanges, out_.ending.exchanges), part, at);
        }
        if (!ended && packed) {
            fault(msg("its last record is missing"), part, at);
        }
        return {};
    }

    void verify_group(const Source& source, Group& group, Position at, const std::string& part)
    {
        check_gzip_head(source, at, part);
        out_.records += group.records;
        if (group.what != Group::What::exchange) {
            return;
        }
        ++out_.exchanges;
        if (group.exchange.response.ok() && http::parse_media_type(group.exchange.response.headers.get("content-type")).is_html()) {
            html_.insert(group.exchange.url);
        }
        if (group.entry) {
            if (group.entry->digest != "sha256:" + sha256(group.exchange.response.body)) {
                fault(msg("the body of {} is not the one whose digest was written", group.exchange.url), part, at);
            }
            entries_.emplace(group.entry->offset, *group.entry);
        }
    }

    void check_gzip_head(const Source& source, Position at, const std::string& part)
    {
        std::string head(gzip_head_size, '\0');
        const bool read = source.read(at, head.data(), head.size()) == static_cast<std::int64_t>(head.size());
        if (!read || head.substr(0, gzip_head.size()) != gzip_head || head[9] != '\x03') {
            fault(msg("a record's gzip header is not as it was written"), part, at);
        }
    }

    void verify_index()
    {
        const auto text = read_part(path_, index_part, part_limit);
        if (!text) {
            fault(text.error().message, index_part, 0);
            return;
        }
        std::map<Position, IndexEntry> missing = entries_;
        std::size_t at = 0;
        std::string_view before;
        while (at < text->size()) {
            const std::size_t end = std::min(text->find('\n', at), text->size());
            const std::string_view line = std::string_view(*text).substr(at, end - at);
            const auto entry = parse_cdxj(line);
            const auto record = entry ? entries_.find(entry->offset) : entries_.end();
            if (record == entries_.end() || cdxj_line(record->second, "data.warc.gz") != std::string(line) + "\n") {
                fault(msg("a line of the index fits no record"), index_part, at);
            } else if (missing.erase(entry->offset) == 0) {
                fault(msg("a record stands in the index twice"), index_part, at);
            }
            if (line < before) {
                fault(msg("the index is not sorted"), index_part, at);
            }
            before = line;
            ++out_.index_lines;
            at = end + 1;
        }
        for (const auto& [offset, entry] : missing) {
            fault(msg("the index names no record for {}", entry.url), warc_part, offset);
        }
    }

    void verify_pages()
    {
        const auto text = read_part(path_, pages_part, part_limit);
        if (!text) {
            fault(text.error().message, pages_part, 0);
            return;
        }
        std::size_t at = text->find('\n');
        while (at != std::string::npos && at + 1 < text->size()) {
            const std::size_t begin = at + 1;
            at = text->find('\n', begin);
            const auto json = nlohmann::json::parse(text->substr(begin, at - begin), nullptr, false);
            const bool named = json.is_object() && json.contains("url") && json["url"].is_string();
            if (!named || !html_.contains(json["url"].get<std::string>())) {
                fault(msg("a line of the list of pages fits no record"), pages_part, begin);
            }
            ++out_.pages;
        }
    }

    std::filesystem::path path_;
    Verification out_;
    std::map<Position, IndexEntry> entries_;
    std::set<std::string> html_;
};

}  // namespace

Result<Verification> verify(const std::filesystem::path& path) { return Verifier(path).run(); }

}  // namespace pa::evidence
