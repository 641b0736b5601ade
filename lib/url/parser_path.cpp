// The second half of the parser: paths, file addresses, query, fragment.
#include "url/parser.hpp"

#include "base/ascii.hpp"
#include "url/host.hpp"
#include "url/percent.hpp"

namespace pa::url {

namespace {

bool is_drive_letter(std::string_view text)
{
    return text.size() == 2 && is_ascii_letter(text[0]) && (text[1] == ':' || text[1] == '|');
}

/// Whether the whole of `text` is dots, each as `.` or `%2e`.
bool is_dots(std::string_view text, int count)
{
    for (; count > 0; --count) {
        if (text.starts_with('.')) {
            text.remove_prefix(1);
        } else if (text.starts_with("%2e") || text.starts_with("%2E")) {
            text.remove_prefix(3);
        } else {
            return false;
        }
    }
    return text.empty();
}

/// A path of one segment, which is a drive letter with a colon.
bool is_drive_path(std::string_view path)
{
    return path.size() == 3 && path[0] == '/' && is_ascii_letter(path[1]) && path[2] == ':';
}

}  // namespace

bool Parser::starts_with_drive_letter() const
{
    return is_drive_letter(rest_.substr(0, 2)) &&
           (rest_.size() == 2 ||
            std::string_view("/\\?#").find(rest_[2]) != std::string_view::npos);
}

bool Parser::file()
{
    url_.host = "";
    if (at_slash()) {
        skip(1);
        return file_slash();
    }
    if (base_ == nullptr || base_->scheme != "file") {
        return path();
    }
    url_.host = base_->host;
    url_.path = base_->path;
    if (rest_.empty() || rest_[0] == '#') {
        url_.query = base_->query;
        return query_and_fragment();
    }
    if (rest_[0] == '?') {
        return query_and_fragment();
    }
    if (starts_with_drive_letter()) {
        url_.path.clear();
    } else {
        shorten_path();
    }
    return path();
}

bool Parser::file_slash()
{
    if (at_slash()) {
        skip(1);
        return file_host();
    }
    if (base_ != nullptr && base_->scheme == "file") {
        url_.host = base_->host;
        const std::string_view drive =
            std::string_view(base_->path).substr(0, base_->path.find('/', 1));
        if (!starts_with_drive_letter() && is_drive_path(drive)) {
            url_.path = drive;
        }
    }
    return path();
}

bool Parser::file_host()
{
    const std::string_view start = rest_;
    const std::string_view name = take_until("/\\?#");
    if (is_drive_letter(name)) {
        rest_ = start;  // file://C:/ has no host
        return path();
    }
    if (!name.empty()) {
        url_.host = parse_host(name, HostKind::special);
        if (!url_.host) {
            return false;
        }
        if (*url_.host == "localhost") {
            url_.host = "";
        }
    }
    return path_start();
}

bool Parser::path_start()
{
    if (at_slash()) {
        skip(1);
        return path();
    }
    const bool none = rest_.empty() || rest_[0] == '?' || rest_[0] == '#';
    return none && !special_ ? query_and_fragment() : path();
}

bool Parser::path()
{
    while (true) {
        const std::string_view text = take_until(special_ ? "/\\?#" : "/?#");
        const bool last = !at_slash();
        segment(text, last);
        if (last) {
            return query_and_fragment();
        }
        skip(1);
    }
}

void Parser::segment(std::string_view text, bool last)
{
    const bool up = is_dots(text, 2);
    if (up) {
        shorten_path();
    }
    if (up || is_dots(text, 1)) {
        url_.path += last ? "/" : "";
        return;
    }
    const bool drive = url_.scheme == "file" && url_.path.empty() && is_drive_letter(text);
    url_.path += '/';
    percent_encode(url_.path, text, EncodeSet::path);
    if (drive) {
        url_.path.back() = ':';
    }
}

void Parser::shorten_path()
{
    if (url_.path.empty() || (url_.scheme == "file" && is_drive_path(url_.path))) {
        return;
    }
    url_.path.erase(url_.path.rfind('/'));
}

// "Opaque path state": a blank before query or fragment would be lost when they are taken off.
bool Parser::opaque_path()
{
    url_.opaque_path = true;
    std::string_view text = take_until("?#");
    const bool escape_last = !rest_.empty() && text.ends_with(' ');
    if (escape_last) {
        text.remove_suffix(1);
    }
    percent_encode(url_.path, text, EncodeSet::c0_control);
    url_.path += escape_last ? "%20" : "";
    return query_and_fragment();
}

bool Parser::query_and_fragment()
{
    if (rest_.starts_with('?')) {
        skip(1);
        url_.query = "";
        percent_encode(*url_.query, take_until("#"),
                       special_ ? EncodeSet::special_query : EncodeSet::query);
    }
    if (rest_.starts_with('#')) {
        skip(1);
        url_.fragment = "";
        percent_encode(*url_.fragment, rest_, EncodeSet::fragment);
    }
    return true;
}

}  // namespace pa::url
