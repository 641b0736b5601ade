#include "time/mention.hpp"

#include "base/ascii.hpp"

#include "text/fold.hpp"
#include "text/pattern.hpp"
#include "time/numerals.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace pa::time {

using namespace std::chrono;

namespace {

// The number in `text`, which is made of few digits.
int number(std::string_view text)
{
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

constexpr int first_year = 1990;
constexpr int last_year = 2099;

// The length of the run of digits at `at`.
std::size_t digits(std::string_view text, std::size_t at)
{
    std::size_t n = 0;
    while (at + n < text.size() && is_ascii_digit(text[at + n])) {
        ++n;
    }
    return n;
}

// Blanks, also U+00A0, from `at`.
std::size_t skip_blanks(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r') {
            ++at;
        } else if (text.substr(at, 2) == "\xC2\xA0") {
            at += 2;
        } else {
            break;
        }
    }
    return at;
}

bool goes_on(std::string_view text, std::size_t end, char separator)
{
    return end + 1 < text.size() && text[end] == separator && is_ascii_digit(text[end + 1]);
}

std::optional<Found> checked(int y, int m, int d, std::size_t begin, std::size_t end)
{
    if (y < first_year || y > last_year) {
        return std::nullopt;
    }
    const year_month_day date{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
    return date.ok() ? std::optional(Found{sys_days(date), begin, end}) : std::nullopt;
}

// The weekday that English names right before `at`: "Tue, ", "Tuesday ". Counted from Sunday; nothing where there is none.
std::optional<unsigned> english_weekday_before(std::string_view text, std::size_t at)
{
    constexpr std::array<std::string_view, 7> names = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
    std::size_t end = at;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == ',')) {
        --end;
    }
    std::size_t begin = end;
    while (begin > 0 && is_ascii_letter(text[begin - 1])) {
        --begin;
    }
    const std::string word = ascii_lowered(text.substr(begin, end - begin));
    for (unsigned i = 0; word.size() >= 3 && i < names.size(); ++i) {
        if (names[i].starts_with(word)) {
            return i;
        }
    }
    return std::nullopt;
}

// "8:15 AM" behind a date: who writes the hours so may write the month first.
bool has_english_hours(std::string_view text, std::size_t at)
{
    std::size_t i = skip_blanks(text, at);
    i = i < text.size() && (text[i] == '-' || text[i] == ',') ? skip_blanks(text, i + 1) : i;
    bool has_hours = false;
    for (std::size_t n = digits(text, i); n == 1 || n == 2; n = digits(text, i)) {
        i += n;
        has_hours = has_hours || (i < text.size() && text[i] == ':');
        if (i >= text.size() || text[i] != ':') {
            break;
        }
        ++i;
    }
    const std::string said = ascii_lowered(text.substr(skip_blanks(text, i), 2));
    return has_hours && (said == "am" || said == "pm");
}

// Whether the first of two numbers is the month, as Americans write dates; nothing where that cannot be told.
std::optional<bool> is_month_first(std::string_view text, const Found& as_read, const std::optional<Found>& other_way, bool is_padded)
{
    if (!other_way || other_way->day == as_read.day) {
        return false;
    }
    if (const auto weekday = english_weekday_before(text, as_read.begin)) {
        const auto is_on = [&weekday](Day day) { return std::chrono::weekday(day).c_encoding() == *weekday; };
        return is_on(other_way->day) && !is_on(as_read.day);
    }
    // Who writes "03/11/2026 08:15 AM" pads the day; Americans write 11/3/2026.
    return !is_padded && has_english_hours(text, as_read.end) ? std::nullopt : std::optional(false);
}

// 23/11/2026, 23 - 11 - 2026, 23.11.2026 from the first digit at `at`.
std::optional<Found> day_first(std::string_view text, std::size_t at, std::size_t n, Years years)
{
    const std::size_t sep_at = skip_blanks(text, at + n);
    if (n > 2 || sep_at >= text.size() || (text[sep_at] != '/' && text[sep_at] != '-' && text[sep_at] != '.')) {
        return std::nullopt;
    }
    const char sep = text[sep_at];
    const std::size_t month_at = skip_blanks(text, sep_at + 1);
    const std::size_t mn = digits(text, month_at);
    const std::size_t sep2_at = skip_blanks(text, month_at + mn);
    if (mn == 0 || mn > 2 || sep2_at >= text.size() || text[sep2_at] != sep) {
        return std::nullopt;
    }
    const std::size_t year_at = skip_blanks(text, sep2_at + 1);
    const std::size_t yn = digits(text, year_at);
    const bool is_short = yn == 2 && years == Years::two_digits_too;
    const std::size_t end = year_at + yn;
    // A document's number goes on with its authority: 12/11/2026/NQ-HĐND.
    if ((yn != 4 && !is_short) || goes_on(text, end, sep) || (sep == '/' && end + 1 < text.size() && text[end] == '/' && is_ascii_letter(text[end + 1]))) {
        return std::nullopt;
    }
    const int written = number(text.substr(year_at, yn));
    const int year = is_short ? written + (written < 70 ? 2000 : 1900) : written;
    const int first = number(text.substr(at, n));
    const int second = number(text.substr(month_at, mn));
    auto found = checked(year, second, first, at, end);
    const auto other_way = sep == '/' ? checked(year, first, second, at, end) : std::nullopt;
    if (found) {
        const auto month_first = is_month_first(text, *found, other_way, n == 2 && mn == 2);
        found = !month_first ? std::nullopt : *month_first ? other_way : found;
    } else if (other_way && (english_weekday_before(text, at) || has_english_hours(text, end))) {
        found = other_way;
    }
    if (found) {
        found->short_year = is_short;
    }
    return found;
}

std::optional<Found> year_first(std::string_view text, std::size_t at, std::size_t n)
{
    if (n != 4 || at + 10 > text.size() || (text[at + 4] != '-' && text[at + 4] != '/') || text[at + 7] != text[at + 4] ||
        digits(text, at + 5) != 2 || digits(text, at + 8) != 2 || goes_on(text, at + 10, text[at + 4])) {
        return std::nullopt;
    }
    return checked(number(text.substr(at, 4)), number(text.substr(at + 5, 2)), number(text.substr(at + 8, 2)), at, at + 10);
}

// The position behind `word`, written in lower case, with a capital or in capitals, at `at`. The text is
// in NFC; the caller sees to it.
std::optional<std::size_t> after_word(std::string_view text, std::size_t at, std::array<std::string_view, 3> word)
{
    at = skip_blanks(text, at);
    for (const std::string_view form : word) {
        if (text.substr(at, form.size()) == form) {
            return skip_blanks(text, at + form.size());
        }
    }
    return std::nullopt;
}

// The month that `text` names from `at` on, in digits or in words, and where it ends; 0 for none.
std::pair<int, std::size_t> month_at(std::string_view text, std::size_t at)
{
    if (const std::size_t n = digits(text, at); n > 0) {
        return {n <= 2 ? number(text.substr(at, n)) : 0, at + n};
    }
    static constexpr std::array<std::pair<std::string_view, int>, 14> names = {{{"mười một", 11}, {"mười hai", 12}, {"mười", 10}, {"giêng", 1}, {"chạp", 12}, {"một", 1}, {"hai", 2},
                                                                                {"ba", 3}, {"tư", 4}, {"năm", 5}, {"sáu", 6}, {"bảy", 7}, {"tám", 8}, {"chín", 9}}};
    constexpr std::size_t longest = 24;  // bytes, with capitals and blanks
    const std::string said = text::folded(text.substr(at, longest));
    for (const auto& [name, month] : names) {
        if (said.starts_with(name) && (said.size() == name.size() || said[name.size()] == ' ')) {
            // The name's own letters are as long in the text: folding changes neither their number nor their size here.
            return {month, at + name.size()};
        }
    }
    return {0, at};
}

// 23 tháng 11 năm 2026, 23 Tháng Mười Một, 2026, 23 tháng 11 2026, 23 thg 11, 2026, 23 Th11 2026 from the first digit; "ngày"
// before it is not asked for.
std::optional<Found> in_words(std::string_view text, std::size_t at, std::size_t n)
{
    if (n > 2) {
        return std::nullopt;
    }
    auto begins = after_word(text, at + n, {"tháng", "Tháng", "THÁNG"});
    if (!begins) {
        begins = after_word(text, at + n, {"thg", "Thg", "THG"});
    }
    if (!begins) {
        begins = after_word(text, at + n, {"th", "Th", "TH"});
        if (begins && (*begins >= text.size() || !is_ascii_digit(text[*begins]))) {
            return std::nullopt;
        }
    }
    if (!begins) {
        return std::nullopt;
    }
    const auto [month, month_end] = month_at(text, *begins);
    if (month == 0) {
        return std::nullopt;
    }
    auto year_at = after_word(text, month_end, {"năm", "Năm", "NĂM"});
    if (!year_at && month_end < text.size() && std::string_view(",/- ").find(text[month_end]) != std::string_view::npos) {
        year_at = skip_blanks(text, month_end + 1);
    }
    if (!year_at || digits(text, *year_at) != 4) {
        return std::nullopt;
    }
    return checked(number(text.substr(*year_at, 4)), month, number(text.substr(at, n)), at, *year_at + 4);
}

// Tháng 11 23, 2026; Tháng Mười Một 23, 2026, from the day's first digit.
std::optional<Found> month_before(std::string_view text, std::size_t at, std::size_t n)
{
    constexpr std::size_t reach = 32;  // bytes
    const std::size_t year_at = skip_blanks(text, at + n < text.size() && text[at + n] == ',' ? at + n + 1 : at + n);
    if (n > 2 || digits(text, year_at) != 4) {
        return std::nullopt;
    }
    const std::string_view before = text.substr(at > reach ? at - reach : 0, std::min(at, reach));
    const std::size_t word = std::max(before.rfind("háng ") + 1, before.rfind("HÁNG ") + 1);
    if (word == 0) {
        return std::nullopt;
    }
    const std::size_t begin = static_cast<std::size_t>(before.data() - text.data()) + word - 2;
    const auto [month, end] = month_at(text, skip_blanks(text, begin + std::string_view("tháng").size()));
    return month == 0 || skip_blanks(text, end) != at ? std::nullopt : checked(number(text.substr(year_at, 4)), month, number(text.substr(at, n)), begin, year_at + 4);
}

// "ngày hai mươi ba tháng mười một năm hai nghìn không trăm hai mươi sáu"
void add_numerals(std::string_view text, std::vector<Found>& found)
{
    // Nearly no text has them, and these words are quickly looked for.
    const bool may_be = text.find("ghìn") != std::string_view::npos || text.find("gàn") != std::string_view::npos || text.find("ai không") != std::string_view::npos;
    if (!may_be) {
        return;
    }
    static const text::Pattern pattern = *text::Pattern::compile(
        R"(\bngày ((?:\pL+|[0-9]{1,2})(?: \pL+){0,2}) tháng ((?:\pL+|[0-9]{1,2})(?: \pL+)?) năm (hai (?:nghìn|ngàn|không)(?: (?:không|trăm|linh|lẻ|một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mươi|mười|mốt|lăm))*))");
    std::string_view rest = text;
    for (std::string_view said = pattern.find(rest); said.data() != nullptr && !said.empty(); said = pattern.find(rest)) {
        const auto begin = static_cast<std::size_t>(said.data() - text.data());
        rest = text.substr(begin + said.size());
        const std::string words = text::folded(said);
        const std::size_t month = words.find(" tháng ");
        const std::size_t year = words.find(" năm hai ", month == std::string::npos ? 0 : month + 7);
        if (month == std::string::npos || year == std::string::npos) {
            continue;
        }
        constexpr std::size_t day = std::string_view("ngày ").size();
        const std::string month_words = words.substr(month + std::string_view(" tháng ").size(), year - month - std::string_view(" tháng ").size());
        const auto d = small_number(std::string_view(words).substr(day, month - day));
        const auto m = month_words == "giêng" ? std::optional(1) : month_words == "chạp" ? std::optional(12) : small_number(month_words);
        const auto y = year_in_words(std::string_view(words).substr(year + std::string_view(" năm ").size()));
        if (auto date = d && m && y ? checked(*y, *m, *d, begin, begin + said.size()) : std::nullopt) {
            found.push_back(*date);
        }
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.begin < b.begin; });
}

constexpr std::array<std::string_view, 12> english_months = {"january", "february", "march",     "april",   "may",      "june",
                                                             "july",    "august",   "september", "october", "november", "december"};

// The number of the month that `word` names, in full or by its first three letters; 0 for none.
int english_month(std::string_view word)
{
    const std::string lower = ascii_lowered(word);
    for (std::size_t i = 0; i < english_months.size(); ++i) {
        if (lower == english_months[i] || (lower.size() == 3 && english_months[i].starts_with(lower)) || (lower == "sept" && i == 8)) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

std::size_t letters(std::string_view text, std::size_t at)
{
    std::size_t n = 0;
    while (at + n < text.size() && is_ascii_letter(text[at + n])) {
        ++n;
    }
    return n;
}

// 23 November 2026, Nov 23, 2026 from the first digit at `at`.
std::optional<Found> in_english(std::string_view text, std::size_t at, std::size_t n)
{
    if (n > 2) {
        return std::nullopt;
    }
    std::size_t begin = at;
    std::size_t after = skip_blanks(text, at + n);
    const std::size_t word = letters(text, after);
    int month = english_month(text.substr(after, word));
    if (month != 0) {
        after = skip_blanks(text, after + word);
    } else {
        std::size_t end = at;
        while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '.')) {
            --end;
        }
        begin = end;
        while (begin > 0 && is_ascii_letter(text[begin - 1])) {
            --begin;
        }
        month = end == at ? 0 : english_month(text.substr(begin, end - begin));
    }
    if (month == 0) {
        return std::nullopt;
    }
    if (after < text.size() && text[after] == ',') {
        after = skip_blanks(text, after + 1);
    }
    if (digits(text, after) != 4) {
        return std::nullopt;
    }
    return checked(number(text.substr(after, 4)), month, number(text.substr(at, n)), begin, after + 4);
}

}  // namespace

std::vector<Found> find_dates(std::string_view text, Years years)
{
    std::vector<Found> found;
    std::size_t at = 0;
    while (at < text.size()) {
        if (!is_ascii_digit(text[at])) {
            ++at;
            continue;
        }
        const std::size_t n = digits(text, at);
        std::optional<Found> date = day_first(text, at, n, years);
        if (!date) {
            date = year_first(text, at, n);
        }
        // 1.23.11.2026 is no date, but the end of 20-23/11/2026 is one.
        if (date && at > 1 && is_ascii_digit(text[at - 2]) && text.substr(at, date->end - at).find(text[at - 1]) != std::string_view::npos) {
            date.reset();
        }
        if (!date) {
            date = in_words(text, at, n);
        }
        if (!date) {
            date = month_before(text, at, n);
        }
        if (!date) {
            date = in_english(text, at, n);
        }
        if (date) {
            found.push_back(*date);
            at = date->end;
        } else {
            at += n;
        }
    }
    add_numerals(text, found);
    return found;
}

}  // namespace pa::time
