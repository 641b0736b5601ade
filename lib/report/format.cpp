#include "report/format.hpp"

#include <algorithm>

namespace pa::report {

namespace registry {
#define FORMAT(name) Format name();
#include "report/formats.inc"
#undef FORMAT
}  // namespace registry

const std::vector<Format>& formats()
{
    static const std::vector<Format> all = [] {
        std::vector<Format> list;
#define FORMAT(name) list.push_back(registry::name());
#include "report/formats.inc"
#undef FORMAT
        std::sort(list.begin(), list.end(), [](const Format& a, const Format& b) { return a.name < b.name; });
        return list;
    }();
    return all;
}

const Format* format_named(std::string_view name)
{
    const auto found = std::find_if(formats().begin(), formats().end(), [&](const Format& format) { return format.name == name; });
    return found == formats().end() ? nullptr : &*found;
}

Result<std::vector<Piece>> written(const Format& format, const audit::Audit& audit, const Options& options)
{
    if (format.write_pieces != nullptr && !options.file_name.empty()) {
        return format.write_pieces(audit, options);
    }
    std::string text = format.write(audit, options);
    if (text.empty() && format.is_binary) {
        return fail(ErrorKind::io, msg("{} could not be made", format.file_name), msg("it needs room for a temporary file; TMPDIR names another folder"));
    }
    std::vector<Piece> out;
    out.push_back({options.file_name, std::move(text)});
    return out;
}

}  // namespace pa::report
