// Bytes of a page to UTF-8. Which encoding a page is in follows WHATWG "Determining the character
// encoding" as far as a stored page can: byte-order mark, header, meta, detection.
#pragma once

#include <string>
#include <string_view>

namespace pa::text {

/// Where the name of an encoding came from, in the order of trust. `recognised`: read so, the text is Vietnamese, and
/// read otherwise it is not; `detected`: by the statistics of bytes.
enum class CharsetSource { bom, header, meta, recognised, detected, assumed };

struct Charset {
    /// Lower case, such as "utf-8". The names "tcvn3" and "vni" are of font encodings: `charset_of` never gives them,
    /// whoever converts the text of a page sets them.
    std::string name;
    CharsetSource source = CharsetSource::assumed;
};

/// The encoding of an HTML page. `header` is the charset parameter of Content-Type, may be empty; a label
/// that `encoding_of_label` does not know counts for nothing. Looks at the first 4,096 bytes for
/// a meta declaration and at the first 64 KiB for detection. A page that declares nothing is in windows-1258 or VISCII
/// when it is Vietnamese in it, and read as windows-1252 when it is in a font encoding. When nothing helps it is "utf-8",
/// `assumed`.
Charset charset_of(std::string_view page, std::string_view header);

/// `bytes` as UTF-8, without a byte-order mark, with U+FFFD where they cannot be read. An encoding that
/// the system does not know is read as windows-1252.
std::string to_utf8(std::string_view bytes, std::string_view charset);

}  // namespace pa::text
