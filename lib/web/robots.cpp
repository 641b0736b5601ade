#include "web/robots.hpp"

#include "base/ascii.hpp"
#include "text/charset.hpp"
#include "web/robots_path.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_set>

namespace pa::web {

namespace {

constexpr std::size_t max_body = 500UL * 1024;
constexpr std::size_t max_compared = 16UL * 1024;

bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && is_blank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_blank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out) {
        c = ascii_lower(c);
    }
    return out;
}

/// The product token at the start of `value`, lower case; "*" for what names every crawler. The
/// RFC's tokens have no digits, but those in use do: "bot1" and "bot2" are two.
std::string token_of(std::string_view value)
{
    if (value == "*" || value.starts_with("* ") || value.starts_with("*\t")) {
        return "*";
    }
    const auto is_in_token = [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) ||
               c == '-' || c == '_';
    };
    return lower({value.begin(), std::find_if_not(value.begin(), value.end(), is_in_token)});
}

enum class Key { user_agent, allow, disallow, crawl_delay, sitemap, other };

struct KeyName {
    std::string_view name;
    Key key;
};

// 2.2.4 lets a crawler accept common misspellings; the list is that of Google's robotstxt, and what
// crawler-commons adds to it.
constexpr std::array key_names = {
    KeyName{"user-agent", Key::user_agent},   KeyName{"useragent", Key::user_agent},
    KeyName{"user agent", Key::user_agent},   KeyName{"useg-agent", Key::user_agent},
    KeyName{"desallow", Key::disallow},       KeyName{"allow", Key::allow},
    KeyName{"disallow", Key::disallow},       KeyName{"dissallow", Key::disallow},
    KeyName{"dissalow", Key::disallow},       KeyName{"disalow", Key::disallow},
    KeyName{"diasllow", Key::disallow},       KeyName{"disallaw", Key::disallow},
    KeyName{"crawl-delay", Key::crawl_delay}, KeyName{"sitemap", Key::sitemap},
    KeyName{"site-map", Key::sitemap}};

struct Line {
    Key key = Key::other;
    std::string_view value;
};

Line line_of(std::string_view text)
{
    text = trimmed(text.substr(0, text.find('#')));
    std::size_t split = text.find(':');
    if (split == std::string_view::npos) {
        split = text.find_first_of(" \t");
        // With more than two words it is a sentence, not a record.
        if (split == std::string_view::npos ||
            trimmed(text.substr(split)).find_first_of(" \t") != std::string_view::npos) {
            return {};
        }
    }
    const std::string name = lower(trimmed(text.substr(0, split)));
    const auto known = std::find_if(key_names.begin(), key_names.end(),
                                    [&](const KeyName& entry) { return entry.name == name; });
    return {known == key_names.end() ? Key::other : known->key, trimmed(text.substr(split + 1))};
}

std::optional<double> seconds_of(std::string_view value)
{
    double seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    const bool whole = error == std::errc() && end == value.data() + value.size();
    return whole && std::isfinite(seconds) && seconds >= 0 ? std::optional(seconds) : std::nullopt;
}

/// The file in UTF-8 without byte-order mark and without what is beyond the limit.
std::string decoded(std::string_view body)
{
    if (body.size() > max_body) {
        body = body.substr(0, max_body);
        body = body.substr(0, body.find_last_of("\r\n") + 1);
    }
    if (body.starts_with("\xFE\xFF")) {
        return text::to_utf8(body, "utf-16be");
    }
    if (body.starts_with("\xFF\xFE")) {
        return text::to_utf8(body, "utf-16le");
    }
    return std::string(body.substr(body.starts_with("\xEF\xBB\xBF") ? 3 : 0));
}

}  // namespace

/// Builds a Robots from lines.
class Robots::Reader {
public:
    void read(const Line& line);
    Robots take() { return std::move(robots_); }

private:
    void user_agent(std::string_view value);
    void rule(bool allow, std::string_view value);
    void delay(std::string_view value);
    void sitemap(std::string_view value);

    Robots robots_;
    std::size_t first_agent_ = 0;  ///< of the group that is being read
    bool seen_rule_ = false;       ///< the next User-agent line begins a group
    std::unordered_set<std::string> known_sitemaps_;
};

void Robots::Reader::read(const Line& line)
{
    switch (line.key) {
    case Key::user_agent:
        return user_agent(line.value);
    case Key::allow:
        return rule(true, line.value);
    case Key::disallow:
        return rule(false, line.value);
    case Key::crawl_delay:
        return delay(line.value);
    case Key::sitemap:
        return sitemap(line.value);
    case Key::other:
        return;
    }
}

void Robots::Reader::user_agent(std::string_view value)
{
    if (robots_.agents_.empty() || seen_rule_) {
        robots_.groups_.emplace_back();
        first_agent_ = robots_.agents_.size();
        seen_rule_ = false;
    }
    robots_.agents_.push_back({token_of(value), robots_.groups_.size() - 1, {}});
}

void Robots::Reader::rule(bool allow, std::string_view value)
{
    if (robots_.agents_.empty()) {
        return;
    }
    seen_rule_ = true;
    // The RFC's pattern begins with "/"; its own example (5.1) has one that begins with "*".
    if (!value.starts_with('/') && !value.starts_with('*')) {
        return;
    }
    Rule entry{comparable(value, PathRole::pattern), {}, allow};
    if (entry.pattern.find('?') != std::string::npos) {
        entry.query_encoded = with_query_encoded(entry.pattern);
    }
    robots_.groups_.back().push_back(std::move(entry));
}

// An other record must not end a group (2.2.4), so agents named below still share its rules. The
// delay is asked of those above it only.
void Robots::Reader::delay(std::string_view value)
{
    const auto seconds = seconds_of(value);
    if (!seconds) {
        return;
    }
    for (std::size_t i = first_agent_; i < robots_.agents_.size(); ++i) {
        auto& known = robots_.agents_[i].delay;
        known = std::max(known.value_or(0), *seconds);
    }
}

void Robots::Reader::sitemap(std::string_view value)
{
    if (!value.empty() && known_sitemaps_.emplace(value).second) {
        robots_.sitemaps_.emplace_back(value);
    }
}

Robots Robots::parse(std::string_view body)
{
    const std::string text = decoded(body);
    std::string_view rest = text;
    Reader reader;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
        reader.read(line_of(line));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    return reader.take();
}

Robots Robots::disallow_all()
{
    return parse("user-agent: *\ndisallow: /\n");
}

std::vector<const Robots::Agent*> Robots::agents_for(std::string_view product) const
{
    const std::string token = token_of(product);
    std::vector<const Agent*> named;
    std::vector<const Agent*> everyone;
    for (const Agent& agent : agents_) {
        if (agent.token == "*") {
            everyone.push_back(&agent);
        } else if (!token.empty() && agent.token == token) {
            named.push_back(&agent);
        }
    }
    return named.empty() ? everyone : named;
}

bool Robots::allows(std::string_view product, std::string_view path_and_query) const
{
    if (path_and_query.substr(0, path_and_query.find('?')) == "/robots.txt") {
        return true;
    }
    const std::string path = comparable(path_and_query.substr(0, max_compared), PathRole::address);
    const std::string encoded = with_query_encoded(path);
    std::size_t longest = 0;
    bool allowed = true;
    std::size_t previous = groups_.size();
    for (const Agent* agent : agents_for(product)) {
        if (agent->group == previous) {
            continue;  // named twice in one group; groups come in order
        }
        previous = agent->group;
        for (const Rule& rule : groups_[agent->group]) {
            const std::size_t length = rule.pattern.size();
            if (length < longest || (length == longest && (allowed || !rule.allow))) {
                continue;
            }
            if (matches(rule.pattern, path) ||
                (!rule.query_encoded.empty() && matches(rule.query_encoded, encoded))) {
                longest = length;
                allowed = rule.allow;
            }
        }
    }
    return allowed;
}

std::optional<double> Robots::crawl_delay(std::string_view product) const
{
    std::optional<double> longest;
    for (const Agent* agent : agents_for(product)) {
        if (agent->delay) {
            longest = std::max(longest.value_or(0), *agent->delay);
        }
    }
    return longest;
}

}  // namespace pa::web
