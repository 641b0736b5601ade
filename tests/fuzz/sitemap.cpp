// Any site map.
#include "fuzz/target.hpp"
#include "web/sitemap.hpp"

using namespace pa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::expect(web::parse_sitemap(fuzz::text(data, size)).entries.size() <= web::max_sitemap_entries);
    return 0;
}
