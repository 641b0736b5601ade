#include "evidence/index.hpp"

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "evidence/digest.hpp"
#include "url/url.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace pa::evidence {

namespace {

using Json = nlohmann::ordered_json;

// Texts of strangers are repaired before; the replacement is for what slipped through.
std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string timestamp(time::Moment at)
{
    std::string out;
    for (const char c : time::to_utc_string(at)) {
        if (c >= '0' && c <= '9') {
            out += c;
        }
    }
    return out;
}

std::optional<time::Moment> moment_of(std::string_view digits)
{
    if (digits.size() != 14 || !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        return std::nullopt;
    }
    const auto part = [&](std::size_t at, std::size_t size) { return std::string(digits.substr(at, size)); };
    return time::parse_moment(part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" + part(10, 2) + ":" + part(12, 2) + "Z");
}

std::string sorted_query(std::string_view query)
{
    std::vector<std::string> parts;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        parts.emplace_back(query.substr(0, end));
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    std::sort(parts.begin(), parts.end());
    std::string out;
    for (const std::string& part : parts) {
        out += (out.empty() ? "" : "&") + part;
    }
    return out;
}

template <class Number>
bool read_number(const Json& json, const char* key, Number& into)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string()) {
        return false;
    }
    const auto& text = found->get_ref<const std::string&>();
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), into);
    return code == std::errc() && end == text.data() + text.size();
}

bool read_text(const Json& json, const char* key, std::string& into)
{
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string()) {
        return false;
    }
    into = found->get<std::string>();
    return true;
}

}  // namespace

std::string surt(std::string_view url)
{
    const auto parsed = url::Url::parse(url);
    if (!parsed || !parsed->is_http()) {
        return std::string(url);
    }
    std::string host(parsed->host());
    if (host.starts_with("www.")) {
        host.erase(0, 4);
    }
    std::string out;
    if (url::is_ip(host)) {
        out = host;
    } else {
        for (std::size_t end = host.size(); end != std::string::npos && end > 0;) {
            const std::size_t dot = host.rfind('.', end - 1);
            const std::size_t begin = dot == std::string::npos ? 0 : dot + 1;
            out += (out.empty() ? "" : ",") + host.substr(begin, end - begin);
            end = dot;
        }
    }
    if (parsed->port()) {
        out += ":" + std::to_string(*parsed->port());
    }
    out += ")" + ascii_lowered(parsed->path());
    const std::string_view query = parsed->query();
    return query.size() < 2 ? out : out + "?" + sorted_query(ascii_lowered(query.substr(1)));
}

std::string cdxj_line(const IndexEntry& entry, std::string_view warc_name)
{
    Json json;
    json["url"] = entry.url;
    json["mime"] = utf8_repaired(entry.media_type);
    json["status"] = std::to_string(entry.status);
    json["digest"] = entry.digest;
    json["length"] = std::to_string(entry.length);
    json["offset"] = std::to_string(entry.offset);
    json["filename"] = warc_name;
    return surt(entry.url) + " " + timestamp(entry.at) + " " + dumped(json) + "\n";
}

std::string cdxj(std::deque<IndexEntry> entries, std::string_view warc_name)
{
    std::vector<std::string> lines;
    lines.reserve(entries.size());
    std::size_t size = 0;
    for (; !entries.empty(); entries.pop_front()) {
        lines.push_back(cdxj_line(entries.front(), warc_name));
        lines.back().shrink_to_fit();
        size += lines.back().size();
    }
    std::sort(lines.begin(), lines.end());
    std::string out;
    out.reserve(size);
    for (std::string& line : lines) {
        out += std::exchange(line, {});
    }
    return out;
}

std::optional<IndexEntry> parse_cdxj(std::string_view line)
{
    const std::size_t first = line.find(' ');
    const std::size_t second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    if (second == std::string_view::npos) {
        return std::nullopt;
    }
    const Json json = Json::parse(line.substr(second + 1), nullptr, false);
    IndexEntry entry;
    const auto at = moment_of(line.substr(first + 1, second - first - 1));
    const bool whole = at && json.is_object() && read_text(json, "url", entry.url) && read_text(json, "mime", entry.media_type) &&
                       read_text(json, "digest", entry.digest) && read_number(json, "status", entry.status) &&
                       read_number(json, "length", entry.length) && read_number(json, "offset", entry.offset);
    if (!whole || line.substr(0, first) != surt(entry.url)) {
        return std::nullopt;
    }
    entry.at = *at;
    return entry;
}

std::string pages_jsonl(std::vector<PageEntry> pages)
{
    std::sort(pages.begin(), pages.end(), [](const PageEntry& a, const PageEntry& b) { return std::pair(a.url, a.at) < std::pair(b.url, b.at); });
    std::string out = R"({"format":"json-pages-1.0","id":"pages","title":"All Pages"})"
                      "\n";
    for (const PageEntry& page : pages) {
        Json json;
        json["id"] = sha256(page.url).substr(0, 20);
        json["url"] = page.url;
        json["ts"] = time::to_utc_string(page.at);
        json["title"] = page.title;
        out += dumped(json) + "\n";
    }
    return out;
}

}  // namespace pa::evidence
