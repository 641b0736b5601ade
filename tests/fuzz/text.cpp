// Any text: folding and font encodings give UTF-8, dates lie inside the text.
#include "fuzz/target.hpp"
#include "text/charset.hpp"
#include "text/fold.hpp"
#include "text/font_encoding.hpp"
#include "time/mention.hpp"

#include <algorithm>

using namespace pa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input = fuzz::text(data, size);
    const std::string folded = text::folded(input);
    fuzz::expect(utf8_repaired(folded) == folded);
    fuzz::expect(text::folded(folded) == folded);
    (void)text::slug_words(input);
    for (const time::Found& found : time::find_dates(input)) {
        fuzz::expect(found.begin < found.end && found.end <= size);
    }
    const text::Charset charset = text::charset_of(input, "");
    const std::string utf8 = text::to_utf8(input, charset.name);
    fuzz::expect(utf8_repaired(utf8) == utf8);
    for (const text::FontEncoding encoding : {text::FontEncoding::tcvn3, text::FontEncoding::vni}) {
        const std::string converted = text::from_font_encoding(utf8, encoding, true);
        fuzz::expect(utf8_repaired(converted) == converted);
    }
    text::Readings readings;
    text::read_in_all(utf8, readings);
    fuzz::expect(std::max({readings.as_is, readings.tcvn3, readings.vni}) <= readings.words);
    (void)text::names_legacy_font(input);
    (void)text::kind_of_font(input);
    return 0;
}
