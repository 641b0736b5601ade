#include "time/numerals.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace pa::time {

namespace {

// A digit's words, also as they are said behind a ten.
std::optional<int> digit(std::string_view word)
{
    static constexpr std::pair<std::string_view, int> words[] = {
        {"không", 0}, {"một", 1}, {"mốt", 1}, {"hai", 2}, {"ba", 3}, {"bốn", 4}, {"tư", 4}, {"năm", 5}, {"lăm", 5}, {"sáu", 6}, {"bảy", 7}, {"bẩy", 7}, {"tám", 8}, {"chín", 9}};
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const auto& row) { return row.first == word; });
    return found == std::end(words) ? std::nullopt : std::optional(found->second);
}

std::vector<std::string_view> parts(std::string_view words)
{
    std::vector<std::string_view> out;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        out.push_back(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return out;
}

std::optional<int> in_digits(std::string_view text)
{
    int value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole = !text.empty() && is_ascii_digit(text.front()) && end.ec == std::errc() && end.ptr == text.data() + text.size();
    return is_whole ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<int> small_number(std::string_view words)
{
    if (const auto value = in_digits(words)) {
        return *value <= 99 ? value : std::nullopt;
    }
    std::vector<std::string_view> said = parts(words);
    if (said.size() > 1 && (said.front() == "mùng" || said.front() == "mồng")) {
        said.erase(said.begin());
    }
    if (said.empty() || said.size() > 3) {
        return std::nullopt;
    }
    if (said.front() == "mười") {
        const auto unit = said.size() == 2 ? digit(said[1]) : std::optional(0);
        return said.size() <= 2 && unit ? std::optional(10 + *unit) : std::nullopt;
    }
    // "hai mươi", "hai mươi mốt", "hai mốt"
    const auto first = digit(said.front());
    if (!first || said.size() == 1) {
        return first;
    }
    if (said[1] == "mươi") {
        const auto unit = said.size() == 3 ? digit(said[2]) : std::optional(0);
        return unit ? std::optional(*first * 10 + *unit) : std::nullopt;
    }
    const auto unit = digit(said[1]);
    return unit && said.size() == 2 ? std::optional(*first * 10 + *unit) : std::nullopt;
}

std::optional<int> year_in_words(std::string_view words)
{
    if (const auto value = in_digits(words)) {
        return *value >= 2000 && *value <= 2099 ? value : std::nullopt;
    }
    constexpr std::array<std::string_view, 3> begins = {"hai nghìn", "hai ngàn", "hai không"};
    for (const std::string_view begin : begins) {
        if (words != begin && !words.starts_with(std::string(begin) + " ")) {
            continue;
        }
        words.remove_prefix(begin.size());
        for (const std::string_view filler : {" không trăm", " linh", " lẻ"}) {
            if (words.starts_with(filler)) {
                words.remove_prefix(filler.size());
            }
        }
        if (words.empty()) {
            return 2000;
        }
        const auto rest = small_number(words.substr(1));
        return rest ? std::optional(2000 + *rest) : std::nullopt;
    }
    return std::nullopt;
}

}  // namespace pa::time
