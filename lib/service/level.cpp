#include "service/level.hpp"

#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace pa::service {

namespace {

constexpr std::array<std::string_view, 8> names = {"", "level-1", "level-2", "level-3", "level-4", "information", "partial", "full"};

struct Row {
    text::Pattern pattern;
    Declared says;
};

const std::array<Row, 7>& rows()
{
    static const std::array<Row, 7> table = {{
        {*text::Pattern::compile("mức( độ)?[ :]*(dịch vụ công |dvc )?(trực tuyến )?[ :]*(1|i)\\b"), Declared::level_1},
        {*text::Pattern::compile("mức( độ)?[ :]*(dịch vụ công |dvc )?(trực tuyến )?[ :]*(2|ii)\\b"), Declared::level_2},
        {*text::Pattern::compile("mức( độ)?[ :]*(dịch vụ công |dvc )?(trực tuyến )?[ :]*(3|iii)\\b"), Declared::level_3},
        {*text::Pattern::compile("mức( độ)?[ :]*(dịch vụ công |dvc )?(trực tuyến )?[ :]*(4|iv)\\b"), Declared::level_4},
        {*text::Pattern::compile("cung cấp thông tin|thông tin trực tuyến"), Declared::information},
        {*text::Pattern::compile("một phần"), Declared::partial},
        {*text::Pattern::compile("toàn trình|toàn phần"), Declared::full},
    }};
    return table;
}

}  // namespace

std::string_view name_of(Declared declared) { return names[static_cast<std::size_t>(declared)]; }

std::optional<Declared> declared_named(std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<Declared>(found - names.begin()));
}

int level_of(Declared declared) { return declared <= Declared::level_4 ? static_cast<int>(declared) : 0; }

int extent_of(Declared declared) { return declared >= Declared::information ? static_cast<int>(declared) - static_cast<int>(Declared::information) : -1; }

Declared declared_in(std::string_view text, bool is_labelled)
{
    constexpr std::size_t longest = 120;  // bytes; a longer text is about something else
    const std::string said = text::collapsed(text::nfc(text));
    if (said.size() > longest) {
        return Declared::none;
    }
    // What each of the patterns below is not without; most lines have none of it.
    static const text::Pattern any = *text::Pattern::compile("mức|thông tin|một phần|toàn (trình|phần)");
    Declared out = Declared::none;
    for (const Row& row : any.is_in(said) ? std::span(rows()) : std::span<const Row>()) {
        if (!row.pattern.is_in(said)) {
            continue;
        }
        if (out != Declared::none) {
            return Declared::none;
        }
        out = row.says;
    }
    if (out == Declared::none && is_labelled && said.size() == 1 && said[0] >= '1' && said[0] <= '4') {
        out = static_cast<Declared>(said[0] - '0');
    }
    return out;
}

std::string_view extent_name(int extent)
{
    constexpr std::array<std::string_view, 3> extents = {"information", "partial", "full"};
    return extent >= 0 && extent < 3 ? extents[static_cast<std::size_t>(extent)] : std::string_view();
}

Message said(Declared declared)
{
    const int level = level_of(declared);
    return level > 0 ? msg("at level {}", level) : declared == Declared::none ? msg("without a level") : extent_said(extent_of(declared));
}

Message extent_said(int extent) { return extent == 2 ? msg("wholly online") : extent == 1 ? msg("online in part") : msg("information only"); }

}  // namespace pa::service
