// Any text: folding gives UTF-8, dates lie inside the text.
#include "fuzz/target.hpp"
#include "text/charset.hpp"
#include "text/fold.hpp"
#include "time/date.hpp"

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
    return 0;
}
