// Any robots.txt: matching ends, and /robots.txt itself is always allowed.
#include "fuzz/target.hpp"
#include "web/robots.hpp"

using namespace pa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const web::Robots robots = web::Robots::parse(fuzz::text(data, size));
    fuzz::expect(robots.allows("portalaudit", "/robots.txt"));
    (void)robots.allows("portalaudit", "/aaaaaaaaaaaaaaaaaaaaaaaab?x=%C4%91");
    (void)robots.crawl_delay("portalaudit");
    return 0;
}
