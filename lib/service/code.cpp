#include "service/code.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace pa::service {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

std::size_t digits_at(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) {
        ++end;
    }
    return end - at;
}

// Where a code may begin, at `at` or behind it.
std::size_t next_begin(std::string_view text, std::size_t at)
{
    while (at < text.size() && !is_digit(text[at]) && text[at] != 'T' && text[at] != 'B') {
        ++at;
    }
    return at;
}

// "1.004194" at `at`: its size with the place behind it, or 0.
std::size_t national_at(std::string_view text, std::size_t at)
{
    constexpr std::size_t size = 8;
    const bool begins = at == 0 || !(is_digit(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == ',');
    if (!begins || text[at] < '1' || at + size > text.size() || text[at + 1] != '.' || digits_at(text, at + 2) != 6) {
        return 0;
    }
    // ".000.00.00.H42"
    const std::string_view rest = text.substr(at + size);
    const bool has_place = rest.size() >= 14 && rest[0] == '.' && digits_at(rest, 1) == 3 && rest[4] == '.' && digits_at(rest, 5) == 2 && rest[7] == '.' && digits_at(rest, 8) == 2 && rest[10] == '.' && is_letter(rest[11]) && is_digit(rest[12]);
    if (has_place) {
        return size + 12 + digits_at(rest, 12);
    }
    // "1.004194.50" is a sum of money.
    return rest.size() >= 2 && (rest[0] == '.' || rest[0] == ',') && is_digit(rest[1]) ? 0 : size;
}

// "T-HNO-123456-TT" at `at`: its size, or 0. `Đ` is two bytes.
std::size_t older_at(std::string_view text, std::size_t at)
{
    const char first = text[at];
    const bool begins = at == 0 || !(is_digit(text[at - 1]) || is_letter(text[at - 1]) || text[at - 1] == '-' || text[at - 1] == '/');
    if (!begins || (first != 'T' && first != 'B') || at + 1 >= text.size() || text[at + 1] != '-') {
        return 0;
    }
    std::size_t end = at + 2;
    while (end < text.size() && (is_letter(text[end]) || static_cast<unsigned char>(text[end]) >= 0x80)) {
        ++end;
    }
    const std::size_t letters = end - at - 2;
    const std::size_t digits = end < text.size() && text[end] == '-' ? digits_at(text, end + 1) : 0;
    if (letters < 2 || letters > 6 || digits < 4 || digits > 7) {
        return 0;
    }
    end += 1 + digits;
    return (text.substr(end, 3) == "-TT" ? end + 3 : end) - at;
}

}  // namespace

std::vector<FoundCode> find_codes(std::string_view text, std::size_t most)
{
    std::vector<FoundCode> out;
    for (std::size_t at = next_begin(text, 0); at < text.size() && out.size() < most; at = next_begin(text, at + 1)) {
        const bool may_be_national = is_digit(text[at]);
        const std::size_t size = may_be_national ? national_at(text, at) : older_at(text, at);
        if (size > 0) {
            out.push_back({std::string(text.substr(at, may_be_national ? 8 : size)), at, size});
            at += size - 1;
        }
    }
    return out;
}

std::string only_code(std::string_view text)
{
    const std::vector<FoundCode> found = find_codes(text, 50);
    const bool is_one = !found.empty() && std::all_of(found.begin(), found.end(), [&](const FoundCode& code) { return code.code == found.front().code; });
    return is_one ? found.front().code : "";
}

bool is_national(std::string_view code) { return code.size() == 8 && code[1] == '.' && is_digit(code[0]); }

}  // namespace pa::service
