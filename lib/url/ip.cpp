#include "url/host.hpp"
#include "url/percent.hpp"
#include "url/url.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace pa::url {

namespace {

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr std::uint64_t too_large = std::uint64_t{1} << 32U;

/// "IPv4 number parser"; numbers beyond 32 bits come back as `too_large`.
std::optional<std::uint64_t> ipv4_number(std::string_view text)
{
    if (text.empty()) {
        return std::nullopt;
    }
    std::uint64_t base = 10;
    if (text.starts_with("0x") || text.starts_with("0X")) {
        base = 16;
        text.remove_prefix(2);
    } else if (text.size() > 1 && text[0] == '0') {
        base = 8;
        text.remove_prefix(1);
    }
    std::uint64_t number = 0;
    for (const char c : text) {
        const int digit = hex_value(c);
        if (digit < 0 || static_cast<std::uint64_t>(digit) >= base) {
            return std::nullopt;
        }
        number = std::min(number * base + static_cast<std::uint64_t>(digit), too_large);
    }
    return number;
}

std::vector<std::string_view> parts_of(std::string_view domain)
{
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t dot = domain.find('.');
        parts.push_back(domain.substr(0, dot));
        if (dot == std::string_view::npos) {
            break;
        }
        domain.remove_prefix(dot + 1);
    }
    if (parts.size() > 1 && parts.back().empty()) {
        parts.pop_back();
    }
    return parts;
}

using Pieces = std::array<std::uint16_t, 8>;

/// Reads "IPv6 parser" texts piece by piece.
class Ipv6Reader {
public:
    explicit Ipv6Reader(std::string_view text) : rest_(text) {}

    std::optional<Pieces> read();

private:
    bool read_piece();
    bool read_embedded_ipv4(std::string_view text);

    std::string_view rest_;
    Pieces pieces_ = {};
    std::size_t count_ = 0;
    std::optional<std::size_t> compress_;
};

std::optional<Pieces> Ipv6Reader::read()
{
    if (rest_.starts_with(':')) {
        if (!rest_.starts_with("::")) {
            return std::nullopt;
        }
        rest_.remove_prefix(2);
        compress_ = count_;
    }
    while (!rest_.empty()) {
        if (!read_piece()) {
            return std::nullopt;
        }
    }
    if (!compress_) {
        return count_ == pieces_.size() ? std::optional(pieces_) : std::nullopt;
    }
    // "::" stands for at least one piece of zeros; what came after it belongs at the end.
    if (count_ == pieces_.size()) {
        return std::nullopt;
    }
    const auto first = pieces_.begin() + static_cast<std::ptrdiff_t>(*compress_);
    std::rotate(first, pieces_.begin() + static_cast<std::ptrdiff_t>(count_), pieces_.end());
    return pieces_;
}

bool Ipv6Reader::read_piece()
{
    if (count_ == pieces_.size()) {
        return false;
    }
    if (rest_[0] == ':') {
        if (compress_) {
            return false;
        }
        rest_.remove_prefix(1);
        compress_ = count_;
        pieces_[count_] = 0;
        return count_ < pieces_.size();
    }
    unsigned value = 0;
    std::size_t length = 0;
    while (length < 4 && length < rest_.size() && hex_value(rest_[length]) >= 0) {
        value = value * 16 + static_cast<unsigned>(hex_value(rest_[length]));
        ++length;
    }
    if (length < rest_.size() && rest_[length] == '.') {
        return length > 0 && read_embedded_ipv4(rest_);
    }
    rest_.remove_prefix(length);
    if (rest_.starts_with(':')) {
        rest_.remove_prefix(1);
        if (rest_.empty()) {
            return false;
        }
    } else if (!rest_.empty()) {
        return false;
    }
    pieces_[count_] = static_cast<std::uint16_t>(value);
    ++count_;
    return true;
}

bool Ipv6Reader::read_embedded_ipv4(std::string_view text)
{
    if (count_ > 6) {
        return false;
    }
    for (int number = 0; number < 4; ++number) {
        if (number > 0) {
            if (!text.starts_with('.')) {
                return false;
            }
            text.remove_prefix(1);
        }
        unsigned value = 0;
        std::size_t length = 0;
        while (length < text.size() && is_digit(text[length])) {
            if (length > 0 && value == 0) {
                return false;
            }
            value = value * 10 + static_cast<unsigned>(text[length] - '0');
            if (value > 255) {
                return false;
            }
            ++length;
        }
        if (length == 0) {
            return false;
        }
        text.remove_prefix(length);
        std::uint16_t& piece = pieces_[count_ + static_cast<std::size_t>(number / 2)];
        piece = static_cast<std::uint16_t>(piece * 256U + value);
    }
    count_ += 2;
    rest_ = {};
    return text.empty();
}

struct Run {
    std::size_t at = 0;
    std::size_t size = 0;
};

/// The first longest run of two or more zero pieces; of size 0 when there is none.
Run longest_zeros(const Pieces& pieces)
{
    Run best;
    Run run;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        run = pieces[i] != 0 ? Run{i + 1, 0} : Run{run.at, run.size + 1};
        if (run.size > 1 && run.size > best.size) {
            best = run;
        }
    }
    return best;
}

}  // namespace

bool ends_in_number(std::string_view domain)
{
    const std::string_view last = parts_of(domain).back();
    if (!last.empty() && std::all_of(last.begin(), last.end(), is_digit)) {
        return true;
    }
    return ipv4_number(last).has_value();
}

std::optional<std::uint32_t> parse_ipv4(std::string_view text)
{
    const auto parts = parts_of(text);
    if (parts.size() > 4) {
        return std::nullopt;
    }
    std::uint64_t address = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto number = ipv4_number(parts[i]);
        const bool last = i + 1 == parts.size();
        // The last part fills all bytes that are left.
        const std::uint64_t bound = last ? std::uint64_t{1} << (8U * (4U - i)) : 256;
        if (!number || *number >= bound) {
            return std::nullopt;
        }
        address += last ? *number : *number << (8U * (3U - i));
    }
    return static_cast<std::uint32_t>(address);
}

std::string serialise_ipv4(std::uint32_t address)
{
    std::string text;
    for (unsigned shift = 32; shift > 0; shift -= 8) {
        text += std::to_string((address >> (shift - 8)) & 0xFFU);
        text += shift > 8 ? "." : "";
    }
    return text;
}

std::optional<std::string> canonical_ipv6(std::string_view text)
{
    const auto pieces = Ipv6Reader(text).read();
    if (!pieces) {
        return std::nullopt;
    }
    const Run zeros = longest_zeros(*pieces);
    std::string out;
    for (std::size_t i = 0; i < pieces->size(); ++i) {
        if (zeros.size > 0 && i == zeros.at) {
            out += i == 0 ? "::" : ":";
            i += zeros.size - 1;
            continue;
        }
        out += fmt::format("{:x}", (*pieces)[i]);
        out += i + 1 < pieces->size() ? ":" : "";
    }
    return out;
}

bool is_ip(std::string_view host)
{
    return host.starts_with('[') ||
           (!host.empty() && ends_in_number(host) && parse_ipv4(host).has_value());
}

}  // namespace pa::url
