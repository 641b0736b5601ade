#include "text/charset.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <iconv.h>
#include <memory>
#include <uchardet/uchardet.h>

namespace pa::text {

namespace {

constexpr std::size_t meta_window = 4096;
constexpr std::size_t detection_window = 65536;

std::string lower_trimmed(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '"' && c != '\'' && c != '\r' && c != '\n' && c != ';') {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
    }
    return out;
}

// WHATWG Encoding maps these labels to their Windows supersets.
std::string known_name(std::string_view label)
{
    std::string name = lower_trimmed(label);
    if (name == "utf8" || name == "unicode-1-1-utf-8") {
        return "utf-8";
    }
    if (name == "iso-8859-1" || name == "latin1" || name == "ascii" || name == "us-ascii" || name == "x-cp1252") {
        return "windows-1252";
    }
    if (name == "ks_c_5601-1987" || name == "ksc5601") {
        return "euc-kr";
    }
    return name;
}

// The value of charset= in the first meta element that has one; comments are skipped.
std::string meta_charset(std::string_view page)
{
    std::string head(page.substr(0, meta_window));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    std::size_t at = 0;
    while ((at = head.find('<', at)) != std::string::npos) {
        if (head.compare(at, 4, "<!--") == 0) {
            at = head.find("-->", at);
            if (at == std::string::npos) {
                break;
            }
            continue;
        }
        const std::size_t end = head.find('>', at);
        if (head.compare(at, 5, "<meta") == 0 && end != std::string::npos) {
            const std::string_view tag = std::string_view(head).substr(at, end - at);
            const std::size_t key = tag.find("charset");
            const std::size_t equals = key == std::string_view::npos ? key : tag.find('=', key);
            if (equals != std::string_view::npos) {
                std::string_view value = tag.substr(equals + 1);
                value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n\"'"), value.size()));
                return std::string(value.substr(0, value.find_first_of(" \t\r\n\"';/>")));
            }
        }
        ++at;
    }
    return {};
}

std::string detected_charset(std::string_view page)
{
    using Detector = std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)>;
    const Detector detector(uchardet_new(), &uchardet_delete);
    const std::string_view sample = page.substr(0, detection_window);
    if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) {
        return {};
    }
    uchardet_data_end(detector.get());
    return lower_trimmed(uchardet_get_charset(detector.get()));
}

bool is_utf8(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t length = utf8_sequence(bytes);
        if (length == 0) {
            return bytes.size() < 4;  // the window may cut the last code point
        }
        bytes.remove_prefix(length);
    }
    return true;
}

}  // namespace

Charset charset_of(std::string_view page, std::string_view header)
{
    if (page.starts_with("\xEF\xBB\xBF")) {
        return {"utf-8", CharsetSource::bom};
    }
    if (page.starts_with("\xFE\xFF")) {
        return {"utf-16be", CharsetSource::bom};
    }
    if (page.starts_with("\xFF\xFE")) {
        return {"utf-16le", CharsetSource::bom};
    }
    if (std::string name = known_name(header); !name.empty()) {
        return {name, CharsetSource::header};
    }
    if (std::string name = known_name(meta_charset(page)); !name.empty()) {
        // A page whose bytes could be read as far as this element is not in UTF-16 (HTML, prescan).
        return {name.starts_with("utf-16") ? "utf-8" : name, CharsetSource::meta};
    }
    if (is_utf8(page.substr(0, detection_window))) {
        return {"utf-8", CharsetSource::detected};
    }
    if (std::string name = known_name(detected_charset(page)); !name.empty()) {
        return {name, CharsetSource::detected};
    }
    return {"utf-8", CharsetSource::assumed};
}

std::string to_utf8(std::string_view bytes, std::string_view charset)
{
    if (charset == "utf-8") {
        if (bytes.starts_with("\xEF\xBB\xBF")) {
            bytes.remove_prefix(3);
        }
        return utf8_repaired(bytes);
    }
    const std::string name(charset);
    iconv_t converter = ::iconv_open("UTF-8", name == "euc-kr" ? "UHC" : name.c_str());
    const iconv_t none = reinterpret_cast<iconv_t>(-1);
    if (converter == none) {
        converter = ::iconv_open("UTF-8", "WINDOWS-1252");
    }
    if (converter == none) {
        return utf8_repaired(bytes);
    }
    std::string out;
    std::string piece(32768, '\0');
    char* in = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    while (left > 0) {
        char* to = piece.data();
        std::size_t room = piece.size();
        const std::size_t done = ::iconv(converter, &in, &left, &to, &room);
        out.append(piece.data(), piece.size() - room);
        if (done == static_cast<std::size_t>(-1) && errno != E2BIG) {
            out += "\xEF\xBF\xBD";
            if (errno == EINVAL || left == 0) {
                break;
            }
            ++in;
            --left;
        }
    }
    ::iconv_close(converter);
    if (out.starts_with("\xEF\xBB\xBF")) {
        out.erase(0, 3);
    }
    return out;
}

}  // namespace pa::text
