#include "time/mention.hpp"

#include "base/ascii.hpp"
#include "text/fold.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <charconv>

namespace pa::time {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::weeks;

std::optional<Found> find_relative(std::string_view text, Moment now)
{
    static const text::Pattern pattern = *text::Pattern::compile(
        "\\b[0-9]{1,3} (phút|giờ|tiếng|ngày|tuần|minutes?|hours?|days?|weeks?) (trước|ago)|vừa xong|hôm (nay|qua|kia)|\\byesterday\\b|\\btoday\\b");
    const std::string_view said = pattern.find(text);
    if (said.data() == nullptr) {
        return std::nullopt;
    }
    const auto has = [words_said = text::folded(said)](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return words_said.find(word) != std::string::npos; });
    };
    int count = 0;
    std::from_chars(said.data(), said.data() + said.size(), count);
    seconds distance{0};
    if (is_ascii_digit(said.front())) {
        distance = has({"phút", "minute"}) ? minutes(count) : has({"ngày", "day"}) ? days(count) : has({"tuần", "week"}) ? weeks(count) : hours(count);
    } else if (has({"qua", "yesterday"})) {
        distance = days(1);
    } else if (has({"kia"})) {
        distance = days(2);
    }
    const auto begin = static_cast<std::size_t>(said.data() - text.data());
    return Found{day_of(now - distance), begin, begin + said.size()};
}

}  // namespace pa::time
