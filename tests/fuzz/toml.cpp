// Any rule pack: mistakes are told, nothing else happens.
#include "check/kind.hpp"
#include "fuzz/target.hpp"

using namespace pa;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto document = conf::parse_toml(std::string(fuzz::text(data, size)), "fuzz.toml");
    if (!document) {
        fuzz::expect(!render(document.error(), Lang::en).empty());
        return 0;
    }
    static const std::vector<rule::KindSpec> kinds = check::kind_specs();
    rule::Library library;
    Diagnostics diagnostics;
    rule::read_document(*document, kinds, library, diagnostics);
    for (const Error& error : diagnostics.errors()) {
        fuzz::expect(!render(error, Lang::en).empty());
    }
    return 0;
}
