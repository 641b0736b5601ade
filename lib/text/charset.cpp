#include "text/charset.hpp"

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "text/font_encoding.hpp"
#include "text/labels.hpp"
#include "text/prescan.hpp"
#include "text/syllable.hpp"

#include <algorithm>
#include <cerrno>
#include <iconv.h>
#include <memory>
#include <uchardet/uchardet.h>

namespace pa::text {

namespace {

constexpr std::size_t meta_window = 4096;
constexpr std::size_t detection_window = 65536;

// The text of a page without what stands between < and >.
std::string without_tags(std::string_view page)
{
    std::string out;
    while (!page.empty()) {
        const std::size_t open = std::min(page.find('<'), page.size());
        out.append(page.substr(0, open)) += ' ';
        const std::size_t close = page.find('>', open);
        page.remove_prefix(close == std::string_view::npos ? page.size() : close + 1);
    }
    return out;
}

// The encoding in which three of four words with letters outside ASCII are Vietnamese syllables, and more than in
// any other; empty when there is none.
std::string vietnamese_charset(std::string_view page)
{
    constexpr std::size_t least_words = 3;
    const std::string sample = without_tags(page.substr(0, detection_window));
    Readings fonts;
    read_in_all(to_utf8(sample, "windows-1252"), fonts);
    std::string best = recognised(fonts, least_words) == FontEncoding::none ? "" : "windows-1252";
    std::size_t most = best.empty() ? fonts.as_is : std::max(fonts.tcvn3, fonts.vni);
    for (const char* name : {"windows-1258", "viscii"}) {
        const Share share = syllables_in(to_utf8(sample, name));
        if (share.words >= least_words && 4 * share.right >= 3 * share.words && share.right > most) {
            best = name;
            most = share.right;
        }
    }
    return best;
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
    std::string name = uchardet_get_charset(detector.get());
    std::transform(name.begin(), name.end(), name.begin(), ascii_lower);
    // It also finds encodings that the web never had a label for, such as VISCII.
    const std::string known = encoding_of_label(name == "uhc" ? "euc-kr" : name);
    return known.empty() ? name : known;
}

bool is_utf8(std::string_view bytes, bool cut)
{
    while (!bytes.empty()) {
        const std::size_t length = utf8_sequence(bytes);
        if (length == 0) {
            return cut && bytes.size() < 4;  // the window may cut the last code point
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
    if (std::string name = encoding_of_label(header); !name.empty()) {
        return {name, CharsetSource::header};
    }
    if (std::string name = prescanned(page.substr(0, meta_window)); !name.empty()) {
        return {name, CharsetSource::meta};
    }
    if (is_utf8(page.substr(0, detection_window), page.size() > detection_window)) {
        return {"utf-8", CharsetSource::detected};
    }
    if (std::string name = vietnamese_charset(page); !name.empty()) {
        return {name, CharsetSource::recognised};
    }
    if (std::string name = detected_charset(page); name == "windows-1258" || name == "viscii") {
        return {"windows-1252", CharsetSource::detected};  // the words have just said that it is not Vietnamese
    } else if (!name.empty()) {
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
    iconv_t converter = ::iconv_open("UTF-8", iconv_name(charset).c_str());
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
    // Encodings with combining marks, such as windows-1258, hold the last letter back until now.
    char* to = piece.data();
    std::size_t room = piece.size();
    ::iconv(converter, nullptr, nullptr, &to, &room);
    out.append(piece.data(), piece.size() - room);
    ::iconv_close(converter);
    if (out.starts_with("\xEF\xBB\xBF")) {
        out.erase(0, 3);
    }
    return out;
}

}  // namespace pa::text
