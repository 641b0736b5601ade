#include "http/message.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace pa::http {

namespace {

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), ascii_lower);
    return out;
}

bool same(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t from = text.find_first_not_of(blanks);
    return from == std::string_view::npos ? std::string_view()
                                          : text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

// The next line without its end, taken off `rest`; nothing when there is no line end any more.
std::optional<std::string_view> take_line(std::string_view& rest)
{
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

// Control characters as blanks: what is read from the wire is what is read back from a stored head.
std::string without_controls(std::string_view text)
{
    std::string out(text);
    std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t'; }, ' ');
    return out;
}

bool parse_status_line(std::string_view line, Response& into)
{
    if (!line.starts_with("HTTP/")) {
        return false;
    }
    const std::size_t blank = line.find(' ');
    if (blank == std::string_view::npos || line.size() < blank + 4) {
        return false;
    }
    into.version = line.substr(5, blank - 5);
    if (into.version.find_first_not_of("0123456789.") != std::string::npos) {
        return false;
    }
    const auto [end, code] = std::from_chars(line.data() + blank + 1, line.data() + blank + 4, into.status);
    const bool goes_on = line.size() > blank + 4 && line[blank + 4] != ' ';
    if (code != std::errc() || end != line.data() + blank + 4 || into.status < 100 || goes_on) {
        return false;
    }
    into.reason = line.size() > blank + 5 ? without_controls(line.substr(blank + 5)) : "";
    return true;
}

struct Ending {
    std::string_view ending;
    std::string_view type;
};
constexpr Ending endings[] = {
    {"html", "text/html"}, {"htm", "text/html"}, {"xhtml", "application/xhtml+xml"}, {"css", "text/css"},
    {"js", "text/javascript"}, {"json", "application/json"}, {"xml", "text/xml"},
    {"rss", "application/rss+xml"}, {"atom", "application/atom+xml"}, {"txt", "text/plain"}, {"csv", "text/csv"},
    {"svg", "image/svg+xml"}, {"png", "image/png"}, {"jpg", "image/jpeg"}, {"jpeg", "image/jpeg"},
    {"gif", "image/gif"}, {"webp", "image/webp"}, {"ico", "image/x-icon"}, {"pdf", "application/pdf"},
    {"doc", "application/msword"}, {"xls", "application/vnd.ms-excel"}, {"ppt", "application/vnd.ms-powerpoint"},
    {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {"odt", "application/vnd.oasis.opendocument.text"}, {"ods", "application/vnd.oasis.opendocument.spreadsheet"},
    {"zip", "application/zip"}, {"rar", "application/vnd.rar"}, {"mp3", "audio/mpeg"}, {"mp4", "video/mp4"},
    {"woff", "font/woff"}, {"woff2", "font/woff2"}, {"ttf", "font/ttf"},
};

struct FailureName {
    Failure failure;
    std::string_view name;
};
constexpr FailureName failures[] = {
    {Failure::none, "none"}, {Failure::name_not_found, "name-not-found"}, {Failure::cannot_connect, "cannot-connect"},
    {Failure::tls, "tls"}, {Failure::timed_out, "timed-out"}, {Failure::cut_off, "cut-off"},
    {Failure::bad_response, "bad-response"}, {Failure::refused_address, "refused-address"},
    {Failure::refused_scheme, "refused-scheme"}, {Failure::too_large, "too-large"},
};

}  // namespace

std::optional<std::string_view> Headers::find(std::string_view name) const
{
    for (const Field& field : fields_) {
        if (same(field.name, name)) {
            return field.value;
        }
    }
    return std::nullopt;
}

MediaType parse_media_type(std::string_view value)
{
    MediaType out;
    const std::size_t semicolon = value.find(';');
    out.type = lowered(trimmed(value.substr(0, semicolon)));
    if (out.type.find('/') == std::string::npos) {
        out.type.clear();
    }
    while (!value.empty() && value.find(';') != std::string_view::npos) {
        value.remove_prefix(value.find(';') + 1);
        const std::string_view parameter = trimmed(value.substr(0, value.find(';')));
        const std::size_t equals = parameter.find('=');
        if (equals != std::string_view::npos && same(trimmed(parameter.substr(0, equals)), "charset")) {
            std::string charset = lowered(trimmed(parameter.substr(equals + 1)));
            std::erase(charset, '"');
            std::erase(charset, '\'');
            out.charset = charset;
            break;
        }
    }
    return out;
}

std::string media_type_of_file(std::string_view name)
{
    const std::size_t dot = name.rfind('.');
    const std::string ending = dot == std::string_view::npos ? "" : lowered(name.substr(dot + 1));
    for (const Ending& row : endings) {
        if (row.ending == ending) {
            return std::string(row.type);
        }
    }
    return "application/octet-stream";
}

bool Response::is_redirect() const
{
    return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) &&
           !headers.get("location").empty();
}

std::optional<std::size_t> parse_head(std::string_view bytes, Response& into)
{
    std::string_view rest = bytes;
    const auto first = take_line(rest);
    if (!first || !parse_status_line(*first, into)) {
        return std::nullopt;
    }
    Headers headers;
    std::string name;
    std::string value;
    const auto put = [&] {
        if (!name.empty()) {
            headers.add(name, value);
            name.clear();
        }
    };
    while (const auto line = take_line(rest)) {
        if (line->empty()) {
            put();
            into.headers = std::move(headers);
            return bytes.size() - rest.size();
        }
        if ((line->starts_with(' ') || line->starts_with('\t')) && !name.empty()) {
            value += ' ';
            value += trimmed(without_controls(*line));
            continue;
        }
        put();
        const std::size_t colon = line->find(':');
        if (colon != std::string_view::npos) {
            name = trimmed(without_controls(line->substr(0, colon)));
            value = trimmed(without_controls(line->substr(colon + 1)));
        }
    }
    return std::nullopt;
}

std::string head_text(const Response& response)
{
    std::string out = "HTTP/" + (response.version.empty() ? std::string("1.1") : without_controls(response.version)) + " " +
                      std::to_string(response.status) + " " + without_controls(response.reason) + "\r\n";
    for (const Field& field : response.headers.all()) {
        out += without_controls(field.name) + ": " + without_controls(field.value) + "\r\n";
    }
    return out + "\r\n";
}

std::string_view name_of(Failure failure)
{
    for (const FailureName& row : failures) {
        if (row.failure == failure) {
            return row.name;
        }
    }
    return "none";
}

std::optional<Failure> failure_named(std::string_view name)
{
    for (const FailureName& row : failures) {
        if (row.name == name) {
            return row.failure;
        }
    }
    return std::nullopt;
}

}  // namespace pa::http
