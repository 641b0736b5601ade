// Any address: one that parses reads back as itself, and a normal form is its own normal form.
#include "fuzz/target.hpp"
#include "url/url.hpp"

using namespace pa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto base = url::Url::parse("https://soxd.example.gov.vn/a/b?c#d");
    for (const url::Url* against : {static_cast<const url::Url*>(nullptr), &*base}) {
        const auto url = url::Url::parse(fuzz::text(data, size), against);
        if (!url) {
            continue;
        }
        const auto again = url::Url::parse(url->href());
        fuzz::expect(again && *again == *url);
        const url::Url normal = url::normalised(*url);
        fuzz::expect(url::normalised(normal) == normal);
        (void)url::display(*url);
        (void)url::registrable_domain(url->host());
    }
    return 0;
}
