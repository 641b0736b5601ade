#include "base/file.hpp"
#include "base/utf8.hpp"
#include "url/host.hpp"
#include "url/url.hpp"

#include <doctest/doctest.h>
#include <idn2.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <span>

using namespace pa;
using nlohmann::json;

namespace {

const std::string folder = PA_SHARED_DIR "/data/conformance/url-wpt/";

/// JavaScript strings may hold half a surrogate pair, JSON texts in UTF-8 may not. The standard's
/// own conversion to scalar values makes U+FFFD of it, so that is what the parser is given.
std::string with_whole_pairs(std::string text)
{
    const auto unit = [&](std::size_t at) {
        const bool escape = at + 6 <= text.size() && text[at] == '\\' && text[at + 1] == 'u';
        return escape ? std::stoul(text.substr(at + 2, 4), nullptr, 16) : 0UL;
    };
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != '\\') {
            continue;
        }
        const auto first = unit(i);
        const bool high = first >= 0xD800 && first < 0xDC00;
        const bool low = first >= 0xDC00 && first < 0xE000;
        const auto second = high ? unit(i + 6) : 0UL;
        if (high && second >= 0xDC00 && second < 0xE000) {
            i += 11;
        } else if (high || low) {
            text.replace(i, 6, "\\ufffd");
            i += 5;
        } else {
            i += 1;
        }
    }
    return text;
}

json load(const std::string& name)
{
    const auto text = read_file(folder + name, 64U << 20U);
    if (!text) {
        MESSAGE("skipped, there is no " << folder << name);
        return json::array();
    }
    return json::parse(with_whole_pairs(*text));
}

struct Accepted {
    std::string_view input;
    const char* reason;
};

constexpr auto idna2008 = "libidn2 applies IDNA2008 too: no symbols, punctuation, emoji in a label";
constexpr auto long_label = "libidn2 holds labels that are not ASCII to the 63 bytes of the DNS";
constexpr auto newer_unicode = "the mapping changed after the Unicode version of libidn2 2.3.3";

constexpr std::array accepted_urls = {
    Accepted{"ftp://%e2%98%83", idna2008},
    Accepted{"https://%e2%98%83", idna2008},
};

constexpr std::array accepted_domains = {
    Accepted{"a\u2020--", idna2008},
    Accepted{"-\u2020", idna2008},
    Accepted{"x01234567890123456789012345678901234567890123456789012345678901\u2020", idna2008},
    Accepted{"www.lookout\u2027net", idna2008},
    Accepted{"\u2665.net", idna2008},
    Accepted{"look\u180Eout.net", newer_unicode},
    Accepted{"look\u206Bout.net", newer_unicode},
    Accepted{"\u04C0.com", newer_unicode},
    Accepted{"\U0002F868.com", newer_unicode},
    Accepted{"\u2183.com", newer_unicode},
    Accepted{"\u1E9E.com", newer_unicode},
    Accepted{"\u1E9E.foo.com", newer_unicode},
};

/// The reason for accepting a difference, or null.
const char* accepted(std::span<const Accepted> list, std::string_view input)
{
    const auto row = std::find_if(list.begin(), list.end(),
                                  [&](const Accepted& entry) { return entry.input == input; });
    return row == list.end() ? nullptr : row->reason;
}

/// ada's long host is 100 letters in one label.
const char* accepted_url(std::string_view input)
{
    const char* reason = accepted(accepted_urls, input);
    return reason == nullptr && input.starts_with("http://ğığığığığı") ? long_label : reason;
}

std::string value(const json& row, const char* key)
{
    return row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : "";
}

/// What the `search` and `hash` getters of the standard do with a lone "?" or "#".
std::string getter(std::string_view part)
{
    return part.size() == 1 ? "" : std::string(part);
}

/// The names of the parts in which `url` differs from the row.
std::string differences(const json& row, const url::Url& url)
{
    std::string out;
    const auto compare = [&](const char* key, std::string_view is) {
        const bool told = row.contains(key) && !row[key].is_null();
        if (told && value(row, key) != is) {
            out += std::string(" ") + key + "=" + std::string(is);
        }
    };
    compare("href", url.href());
    compare("protocol", std::string(url.scheme()) + ":");
    compare("username", url.username());
    compare("password", url.password());
    compare("hostname", url.host());
    compare("port", url.port() ? std::to_string(*url.port()) : "");
    compare("pathname", url.path());
    compare("search", getter(url.query()));
    compare("hash", getter(url.fragment()));
    compare("origin", url.origin());
    return out;
}

std::optional<url::Url> parse_row(const json& row)
{
    const auto base_text = value(row, "base");
    if (base_text.empty()) {
        return url::Url::parse(value(row, "input"));
    }
    const auto base = url::Url::parse(base_text);
    return base ? url::Url::parse(value(row, "input"), &*base) : std::nullopt;
}

/// What is serialised reads back as the same, and so does the normal form, which is its own.
void check_stable(const url::Url& url)
{
    const auto again = url::Url::parse(url.href());
    CHECK_MESSAGE((again && *again == url), "not stable: " << url.href());
    const auto normal = url::normalised(url);
    const auto normal_again = url::Url::parse(normal.href());
    CHECK_MESSAGE((normal_again && *normal_again == normal), "not stable: " << normal.href());
    CHECK_MESSAGE(url::normalised(normal) == normal, "not its own normal form: " << normal.href());
}

struct Counts {
    int passed = 0;
    int differing = 0;

    bool operator==(const Counts&) const = default;
};

/// Every difference is in a list with its reason; how many there are is asserted, unless the file is missing.
void check_counts(const std::string& name, const Counts& counts, const Counts& expected)
{
    MESSAGE(name << ": " << counts.passed << " passed, " << counts.differing << " accepted differences");
    CHECK((counts == Counts{} || counts == expected));
}

void hold_against(const std::string& name, const Counts& expected)
{
    Counts counts;
    for (const json& row : load(name)) {
        if (!row.is_object()) {
            continue;
        }
        const auto input = value(row, "input");
        const auto url = parse_row(row);
        const bool failure = row.contains("failure");
        const std::string wrong = failure ? (url ? " href=" + url->href() : "")
                                          : (url ? differences(row, *url) : " no address");
        if (const char* reason = accepted_url(input)) {
            ++counts.differing;
            CHECK_MESSAGE(!wrong.empty(), "no longer a difference: " << input << ": " << reason);
        } else {
            CHECK_MESSAGE(wrong.empty(), row.dump() << wrong);
            counts.passed += wrong.empty() ? 1 : 0;
        }
        if (url) {
            check_stable(*url);
        }
    }
    check_counts(name, counts, expected);
}

/// Why libidn2 refuses the first label of `host` that it refuses; null when it refuses none.
const char* refusal(std::string_view host)
{
    struct Reason {
        int status;
        const char* text;
    };
    constexpr Reason reasons[] = {
        {IDN2_DISALLOWED, idna2008},
        {IDN2_2HYPHEN, "IDNA2008: no two hyphens as third and fourth character"},
        {IDN2_HYPHEN_STARTEND, "IDNA2008: no hyphen at an end of a label that is not ASCII"},
        {IDN2_PUNYCODE_BIG_OUTPUT, long_label},
        {IDN2_UNASSIGNED, newer_unicode},
    };
    std::vector<std::string> labels(1);
    for (const std::string& point : utf8_points(host)) {
        if (point == "." || point == "\u3002" || point == "\uFF0E" || point == "\uFF61") {
            labels.emplace_back();
        } else {
            labels.back() += point;
        }
    }
    for (const std::string& label : labels) {
        std::uint8_t* output = nullptr;
        const int status = idn2_lookup_u8(reinterpret_cast<const std::uint8_t*>(label.c_str()), &output, IDN2_NFC_INPUT | IDN2_NONTRANSITIONAL);
        idn2_free(output);
        const auto* reason = std::find_if(std::begin(reasons), std::end(reasons), [&](const Reason& row) { return row.status == status; });
        const bool ascii = std::none_of(label.begin(), label.end(), [](char c) { return (c & 0x80) != 0; });
        if (reason != std::end(reasons) && !ascii) {
            return reason->text;
        }
    }
    return nullptr;
}

}  // namespace

TEST_CASE("Web Platform Tests: urltestdata.json")
{
    hold_against("urltestdata.json", {889, 2});
}

TEST_CASE("Web Platform Tests: urltestdata-javascript-only.json")
{
    hold_against("urltestdata-javascript-only.json", {1, 0});
}

TEST_CASE("ada's additions to the Web Platform Tests")
{
    hold_against("ada_extra_urltestdata.json", {28, 0});
    hold_against("ada_long_urltestdata.json", {0, 1});
}

TEST_CASE("Web Platform Tests: toascii.json")
{
    Counts counts;
    for (const json& row : load("toascii.json")) {
        if (!row.is_object()) {
            continue;
        }
        const auto input = value(row, "input");
        const auto url = url::Url::parse("https://" + input + "/x");
        const std::string host = url ? std::string(url->host()) : "";
        const bool right = host == value(row, "output");
        if (const char* reason = accepted(accepted_domains, input)) {
            ++counts.differing;
            CHECK_MESSAGE(!right, "no longer a difference: " << input << ": " << reason);
        } else {
            CHECK_MESSAGE(right, row.dump() << " gives " << host);
            counts.passed += right ? 1 : 0;
        }
    }
    check_counts("toascii.json", counts, {75, 12});
}

TEST_CASE("Web Platform Tests: IdnaTestV2.json, never more than the standard lets in")
{
    Counts counts;
    for (const json& row : load("IdnaTestV2.json")) {
        const auto input = row.is_object() ? value(row, "input") : "";
        if (input.empty()) {
            continue;
        }
        const auto url = url::Url::parse("https://" + input + "/x");
        const std::string host = url ? std::string(url->host()) : "";
        if (host == value(row, "output")) {
            ++counts.passed;
            continue;
        }
        ++counts.differing;
        const bool capital_sharp_s = input.find("\u1E9E") != std::string::npos;
        const char* reason = capital_sharp_s ? newer_unicode : host.empty() ? refusal(input) : nullptr;
        CHECK_MESSAGE(reason != nullptr, row.dump() << " gives " << host);
    }
    check_counts("IdnaTestV2.json", counts, {2502, 168});
}
