// Any page text: parsing, the bounds, visible text. What must hold: the bounded text is no longer than the page,
// and bounding it again changes nothing.
#include "fuzz/target.hpp"
#include "html/fonts.hpp"
#include "html/text.hpp"

using namespace pa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size > 65536) {
        return 0;  // gumbo alone is slow above, and nothing new is found there
    }
    const std::string page = utf8_repaired(fuzz::text(data, size));
    bool cut = false;
    const std::string once = html::bounded(page, {}, cut);
    fuzz::expect(once.size() <= page.size() + 8);
    const html::Document document = html::Document::parse(page);
    fuzz::expect(!document.root().empty());
    (void)html::convert_fonts(document, size % 2 == 0);
    (void)html::visible_text(document.root(), 4096, true);
    (void)html::blocks(document.body());
    return 0;
}
