// Any response head, and any body in every content coding: bounded.
#include "fuzz/target.hpp"
#include "http/coding.hpp"
#include "http/message.hpp"

using namespace pa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view input = fuzz::text(data, size);
    http::Response response;
    if (const auto body = http::parse_head(input, response)) {
        fuzz::expect(*body <= size);
        http::Response again;
        fuzz::expect(http::parse_head(http::head_text(response), again).has_value());
    }
    for (const char* coding : {"gzip", "deflate", "br", "zstd", "gzip, br"}) {
        fuzz::expect(http::decoded(input, coding, 1U << 20U).bytes.size() <= (1U << 20U));
    }
    (void)http::parse_media_type(input);
    return 0;
}
