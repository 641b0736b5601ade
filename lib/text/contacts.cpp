#include "text/contacts.hpp"

#include "base/ascii.hpp"
#include "text/pattern.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace pa::text {

namespace {

// The area codes in force since 17/6/2017, without the leading 0; 24 and 28 with eight further digits, the others with seven.
constexpr std::array<std::string_view, 63> area_codes = {
    "203", "204", "205", "206", "207", "208", "209", "210", "211", "212", "213", "214", "215", "216", "218", "219", "220", "221", "222", "225", "226",
    "227", "228", "229", "232", "233", "234", "235", "236", "237", "238", "239", "24",  "251", "252", "254", "255", "256", "257", "258", "259", "260",
    "261", "262", "263", "269", "270", "271", "272", "273", "274", "275", "276", "277", "28",  "290", "291", "292", "293", "294", "296", "297", "299"};

bool has_area_code(std::string_view digits)
{
    return std::any_of(area_codes.begin(), area_codes.end(), [&](std::string_view code) { return digits.substr(1).starts_with(code); });
}

// `area`: the digits in brackets at the beginning, such as 04.
std::optional<TelephoneState> state_of(std::string_view digits, std::string_view area)
{
    using enum TelephoneState;
    if (digits.starts_with("1800") || digits.starts_with("1900")) {
        return digits.size() == 8 || digits.size() == 10 ? std::optional(current) : std::nullopt;
    }
    if (digits.size() == 10) {
        if (area == "08" || area == "04") {
            return old_area;
        }
        const bool is_mobile = digits[1] == '9' || (digits[1] == '3' && digits[2] >= '2') || (digits[1] == '5' && std::string_view("25689").find(digits[2]) != std::string_view::npos) ||
                               (digits[1] == '7' && std::string_view("06789").find(digits[2]) != std::string_view::npos) || (digits[1] == '8' && digits[2] >= '1');
        if (is_mobile) {
            return current;
        }
        // 020 to 029, 04, 06, and those of 03, 05 and 07 that became no mobile numbers.
        return std::string_view("234567").find(digits[1]) != std::string_view::npos ? std::optional(old_area) : std::nullopt;
    }
    if (digits.size() == 11) {
        if (digits[1] == '1') {
            return std::string_view("2689").find(digits[2]) != std::string_view::npos ? std::optional(old_mobile) : std::nullopt;
        }
        if (digits[1] == '2') {
            // 0240 and 0280 were Bắc Giang and Thái Nguyên; numbers in Hà Nội and Hồ Chí Minh City do not begin with 0 or 1.
            const bool is_old = (digits[2] == '4' || digits[2] == '8') && digits[3] <= '1';
            return is_old || !has_area_code(digits) ? old_area : current;
        }
        return std::string_view("3567").find(digits[1]) != std::string_view::npos ? std::optional(old_area) : std::nullopt;
    }
    return std::nullopt;
}

std::size_t blank_at(std::string_view text, std::size_t at)
{
    return text[at] == ' ' ? 1 : text.substr(at, 2) == "\xC2\xA0" ? 2 : 0;
}

struct Group {
    std::string_view digits;
    std::size_t end = 0;
    bool in_brackets = false;
};

// Groups of digits from `at` on, parted by one blank, dot, hyphen or bracket each: "(0299) 3.555.001".
std::vector<Group> groups_from(std::string_view text, std::size_t at)
{
    constexpr std::size_t most_digits = 16;
    std::vector<Group> out;
    std::size_t all = 0;
    while (at < text.size() && all < most_digits) {
        Group group;
        group.in_brackets = text[at] == '(';
        at += group.in_brackets ? 1U : 0U;
        const std::size_t begin = at;
        at += at < text.size() && text[at] == '+' ? 1U : 0U;
        while (at < text.size() && is_ascii_digit(text[at])) {
            ++at;
        }
        group.digits = text.substr(begin, at - begin);
        if (group.digits.empty() || (out.empty() ? false : group.digits.front() == '+')) {
            break;
        }
        const bool closes = at < text.size() && text[at] == ')';
        at += closes ? 1U : 0U;
        group.in_brackets = group.in_brackets && closes;
        group.end = at;
        all += group.digits.size();
        out.push_back(group);
        std::size_t separators = 0;
        while (at < text.size() && separators < 2) {
            const std::size_t step = text[at] == '.' || text[at] == '-' ? 1 : blank_at(text, at);
            if (step == 0) {
                break;
            }
            at += step;
            ++separators;
        }
        // " - " stands between two numbers.
        const bool goes_on = at < text.size() && (is_ascii_digit(text[at]) || (text[at] == '(' && out.size() == 1)) && (separators == 1 || (separators == 0 && closes) || (separators == 2 && text[at - 1] != '-' && blank_at(text, at - 1) != 0));
        if (!goes_on) {
            break;
        }
    }
    return out;
}

std::string national(std::string digits)
{
    for (const std::string_view code : {"+84", "0084", "84"}) {
        if (digits.starts_with(code) && digits.size() >= code.size() + 9) {
            const std::string rest = digits.substr(code.size());
            return rest.front() == '0' ? rest : "0" + rest;
        }
    }
    return digits;
}

// The number that begins at `at`: the shortest run of groups that is one and is followed by none or by another number.
std::optional<Telephone> telephone_at(std::string_view text, std::size_t at)
{
    const std::vector<Group> groups = groups_from(text, at);
    std::string digits;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        digits += groups[i].digits;
        const bool ends = i + 1 == groups.size() || groups[i + 1].digits.front() == '0' || groups[i + 1].digits.front() == '+';
        const std::string number = ends ? national(digits) : std::string();
        const auto state = number.size() >= 8 ? state_of(number, groups.front().in_brackets ? groups.front().digits : std::string_view()) : std::nullopt;
        const std::size_t end = groups[i].end;
        const bool is_cut = end < text.size() && (is_ascii_letter(text[end]) || text[end] == '@' || text[end] == '_' || text[end] == '%');
        if (state && !is_cut && (number.front() == '0' || number.starts_with("1800") || number.starts_with("1900"))) {
            return Telephone{number, *state, at, end};
        }
    }
    return std::nullopt;
}

}  // namespace

std::vector<Telephone> find_telephones(std::string_view text)
{
    std::vector<Telephone> out;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = is_ascii_digit(text[at]) || ((text[at] == '+' || text[at] == '(') && at + 1 < text.size() && (is_ascii_digit(text[at + 1]) || text[at + 1] == '+'));
        if (!begins) {
            ++at;
            continue;
        }
        const char before = at > 0 ? text[at - 1] : ' ';
        const bool is_free = !is_ascii_letter(before) && !is_ascii_digit(before) && before != '@' && before != '_' && before != ',' &&
                             !((before == '.' || before == '-' || before == '/') && at > 1 && is_ascii_digit(text[at - 2]) && before != '/');
        const auto found = is_free ? telephone_at(text, at) : std::nullopt;
        if (found) {
            out.push_back(*found);
            at = found->end;
            continue;
        }
        do {
            ++at;
        } while (at < text.size() && is_ascii_digit(text[at]));
    }
    return out;
}

std::vector<Email> find_emails(std::string_view text)
{
    static const Pattern pattern = *Pattern::compile(R"([a-z0-9._%+-]+ ?(?:@|\[at\]|\(at\)|\(a\)) ?(?:[a-z0-9-]+\.)+[a-z]{2,24}\b)");
    std::vector<Email> out;
    std::string_view rest = text;
    for (std::string_view found = pattern.find(rest); found.data() != nullptr && !found.empty(); found = pattern.find(rest)) {
        const auto begin = static_cast<std::size_t>(found.data() - text.data());
        rest = text.substr(begin + found.size());
        const std::size_t at = found.find_last_of("@)] ");
        out.push_back({ascii_lowered(found.substr(at + 1)), begin, begin + found.size()});
    }
    return out;
}

}  // namespace pa::text
