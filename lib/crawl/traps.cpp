#include "crawl/traps.hpp"

#include "base/ascii.hpp"
#include "base/hash.hpp"

#include <algorithm>
#include <array>

namespace pa::crawl {

namespace {

constexpr std::size_t longest_address = 2000;
constexpr std::size_t most_parameters = 12;
constexpr std::size_t deepest_path = 20;
constexpr std::ptrdiff_t often = 4;             // the same part of a path
constexpr std::uint32_t watched_from = 3;       // addresses of one shape
constexpr std::uint32_t unproven = 60;          // asked of a shape before anything is known of it
constexpr std::uint32_t barren_to_close = 8;
constexpr std::uint32_t barren_pages_to_close = 3;
constexpr std::uint32_t dead_to_close = 60;     // errors and no page: made-up addresses
constexpr std::size_t most_blocks = 20'000;
constexpr std::size_t most_traps = 500;         // named one by one; more are counted with the last

// Not "view" and "layout": for some makes they name the page.
constexpr std::array<std::string_view, 17> sorting = {"sort", "order", "orderby",  "order_by",  "sortby",  "sort_by",  "sortdir", "dir",         "direction",
                                                      "asc",  "desc",  "pagesize", "page_size", "perpage", "per_page", "print",   "itemsperpage"};
constexpr std::array<std::string_view, 14> paging = {"page",  "p",     "pg",        "trang",  "paged",     "pageindex", "page_index",
                                                     "start", "offset", "pagenumber", "pageno", "currentpage", "cur",    "from"};
constexpr std::array<std::string_view, 12> calendar = {"month", "year", "day", "date", "thang", "nam", "ngay", "tuan", "week", "calendar", "lich", "cal"};

template <std::size_t N>
bool in(const std::array<std::string_view, N>& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

// Each parameter whole; keys() cuts them.
std::vector<std::string> parameters(const url::Url& url)
{
    std::vector<std::string> out;
    std::string_view rest = url.query();
    rest.remove_prefix(rest.empty() ? 0 : 1);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        if (end > 0) {
            out.emplace_back(rest.substr(0, end));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return out;
}

std::string key_of(const std::string& parameter) { return ascii_lowered(parameter.substr(0, parameter.find('='))); }

std::string sorted_keys(const url::Url& url)
{
    std::vector<std::string> keys;
    for (const std::string& parameter : parameters(url)) {
        keys.push_back(key_of(parameter));
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    std::string out;
    for (const std::string& key : keys) {
        out += "&" + key;
    }
    return out;
}

// Every run of letters and digits that holds a digit is a number, so that random names of pages are alike.
std::string without_numbers(std::string_view path)
{
    const auto is_word = [](char c) { return is_ascii_digit(c) || is_ascii_letter(c); };
    std::string out;
    while (!path.empty()) {
        const auto end = std::find_if_not(path.begin(), path.end(), is_word);
        const std::string_view word(path.data(), static_cast<std::size_t>(end - path.begin()));
        out += std::any_of(word.begin(), word.end(), is_ascii_digit) ? std::string_view("#") : word;
        path.remove_prefix(word.size());
        if (!path.empty()) {
            out += path.front();
            path.remove_prefix(1);
        }
    }
    return out;
}

std::vector<std::string_view> segments(std::string_view path)
{
    std::vector<std::string_view> out;
    while (!path.empty()) {
        path.remove_prefix(path.front() == '/' ? 1 : 0);
        const std::size_t end = std::min(path.find('/'), path.size());
        if (end > 0) {
            out.push_back(path.substr(0, end));
        }
        path.remove_prefix(end);
    }
    return out;
}

// One to three parts of the path three times in a row, or one of them again and again, as relative links without end make them.
bool repeats(std::string_view path)
{
    const std::vector<std::string_view> parts = segments(path.substr(0, longest_address));
    for (std::size_t size = 1; size <= 3; ++size) {
        for (std::size_t at = 0; at + 3 * size <= parts.size(); ++at) {
            const auto begin = parts.begin() + static_cast<std::ptrdiff_t>(at);
            const auto length = static_cast<std::ptrdiff_t>(size);
            if (std::equal(begin, begin + length, begin + length) && std::equal(begin, begin + length, begin + 2 * length)) {
                return true;
            }
        }
    }
    const auto most = std::max_element(parts.begin(), parts.end(), [&](std::string_view a, std::string_view b) {
        return std::count(parts.begin(), parts.end(), a) < std::count(parts.begin(), parts.end(), b);
    });
    return parts.size() > deepest_path || (most != parts.end() && std::count(parts.begin(), parts.end(), *most) >= often);
}

bool has_paging(const url::Url& url)
{
    const std::vector<std::string> all = parameters(url);
    return std::any_of(all.begin(), all.end(), [](const std::string& parameter) { return in(paging, key_of(parameter)); });
}

std::string_view kind_of(const url::Url& url)
{
    if (has_paging(url)) {
        return "endless-paging";
    }
    for (const std::string& parameter : parameters(url)) {
        if (in(calendar, key_of(parameter))) {
            return "calendar";
        }
    }
    for (const std::string_view segment : segments(url.path())) {
        if (in(calendar, ascii_lowered(segment.substr(0, segment.find('.'))))) {
            return "calendar";
        }
    }
    return "endless";
}

// Host and path up to the last slash, where a trap is named when it has many addresses.
std::string place_of(const url::Url& url)
{
    const std::string_view path = url.path();
    return std::string(url.host()) + std::string(path.substr(0, path.rfind('/') + 1));
}

// How many of `blocks` are not in `known`, which is sorted and takes them in while it has room.
std::size_t add_fresh(std::vector<std::uint32_t> blocks, std::vector<std::uint32_t>& known)
{
    std::sort(blocks.begin(), blocks.end());
    blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
    std::erase_if(blocks, [&](std::uint32_t block) { return std::binary_search(known.begin(), known.end(), block); });
    if (known.size() < most_blocks) {
        const auto middle = known.insert(known.end(), blocks.begin(), blocks.end());
        std::inplace_merge(known.begin(), middle, known.end());
    }
    return blocks.size();
}

}  // namespace

std::uint64_t Traps::shape_number(const url::Url& url)
{
    return hash64(url.host_and_port() + without_numbers(url.path()) + sorted_keys(url));
}

std::uint64_t Traps::pattern_number(const url::Url& url) { return hash64(place_of(url) + sorted_keys(url)); }

bool Traps::is_closed(const url::Url& url) const
{
    const auto found = shapes_.find(shape_number(url));
    return (found != shapes_.end() && found->second.closed) || repeats(url.path());
}

bool Traps::is_watched(const url::Url& url) const
{
    const auto found = shapes_.find(shape_number(url));
    return found != shapes_.end() && found->second.asked >= watched_from;
}

bool Traps::is_permutation(const url::Url& url)
{
    std::vector<std::string> all = parameters(url);
    if (all.empty()) {
        unsorted_.insert(hash64(url.href()));
        return false;
    }
    std::sort(all.begin(), all.end());
    std::string whole(url.host_and_port() + std::string(url.path()));
    std::string base = url.origin() + std::string(url.path());
    bool has_sorting = false;
    bool has_other = false;
    for (const std::string& parameter : all) {
        whole += "&" + parameter;
        const bool sorts = in(sorting, key_of(parameter));
        has_sorting = has_sorting || sorts;
        if (!sorts) {
            base += (has_other ? "&" : "?") + parameter;
            has_other = true;
        }
    }
    const bool is_new = queries_.insert(hash64(whole)).second;
    const bool is_new_base = unsorted_.insert(hash64(base)).second;
    return !is_new || (has_sorting && !is_new_base);
}

Traps::Answer Traps::decide(const url::Url& url, bool may_wait)
{
    if (url.href().size() > longest_address || repeats(url.path())) {
        note("repeated-path", url);
        return Answer::refuse;
    }
    Shape& shape = shapes_[shape_number(url)];
    if (shape.closed) {
        note(shape.fruitful == 0 && shape.no_pages == shape.learned ? "dead-links" : kind_of(url), url);
        return Answer::refuse;
    }
    if (may_wait && shape.asked - shape.learned >= unproven && shape.fruitful < unproven / 2) {
        return Answer::wait;
    }
    if (parameters(url).size() > most_parameters || is_permutation(url)) {
        note("permutations", url);
        return Answer::refuse;
    }
    std::uint32_t& asked = patterns_[pattern_number(url)];
    if (asked >= most_of_pattern_) {
        hit_pattern_limit_ = true;
        note("pattern-limit", url);
        return Answer::refuse;
    }
    ++asked;
    ++shape.asked;
    return Answer::ask;
}

void Traps::withdraw(const url::Url& url)
{
    --shapes_[shape_number(url)].asked;
    --patterns_[pattern_number(url)];
}

void Traps::readmit(const url::Url& url)
{
    ++shapes_[shape_number(url)].asked;
    ++patterns_[pattern_number(url)];
}

void Traps::settle()
{
    for (auto& [number, shape] : shapes_) {
        shape.closed = shape.closed || shape.closing;
    }
}

void Traps::learn(const url::Url& url, Yield yield)
{
    Shape& shape = shapes_[shape_number(url)];
    ++shape.learned;
    if (!yield.is_page) {
        shape.closing = shape.closing || (++shape.no_pages >= dead_to_close && shape.no_pages == shape.learned && yield.is_error);
        return;  // a file is neither fruitful nor a sign of a trap; errors and nothing else are one
    }
    bool repeated = !texts_.insert(yield.text_hash).second;
    const std::size_t count = yield.blocks.size();
    const std::size_t fresh = add_fresh(std::move(yield.blocks), shape.blocks);
    // A month of a calendar has a new name and the old days: one or two blocks of its own, whatever its length.
    repeated = repeated || fresh <= std::max<std::size_t>(2, count / 20);
    if (!repeated || yield.leads_on) {
        ++shape.fruitful;
        shape.barren_run = 0;
        return;
    }
    ++shape.barren_run;
    shape.closing = shape.barren_run >= (has_paging(url) ? barren_pages_to_close : barren_to_close);
}

void Traps::note(std::string_view kind, const url::Url& url)
{
    // Repeated paths have a place of their own each; the host names them all.
    std::string key = std::string(kind) + " " + (kind == "repeated-path" ? std::string(url.host()) : place_of(url));
    if (traps_.size() >= most_traps && !traps_.contains(key)) {
        key = std::string(kind) + " …";
    }
    const auto [it, is_new] = traps_.try_emplace(key, evidence::Trap{std::string(kind), url.href(), 0});
    ++it->second.left_out;
}

std::vector<evidence::Trap> Traps::list() const
{
    std::vector<evidence::Trap> out;
    for (const auto& [key, trap] : traps_) {
        out.push_back(trap);
    }
    std::sort(out.begin(), out.end(), [](const evidence::Trap& a, const evidence::Trap& b) { return std::tie(a.kind, a.where) < std::tie(b.kind, b.where); });
    return out;
}

}  // namespace pa::crawl
