#include "access/styles.hpp"

#include "access/words.hpp"

#include <algorithm>
#include <charconv>

namespace pa::access {

namespace {

constexpr std::size_t most_rules = 5000;
constexpr std::size_t most_looks = 2'000'000;  // at rules, for all elements of a page; afterwards nothing is sure
constexpr double far_away = 500;  // in the unit of the value; a page's own offsets are smaller

struct Declared {
    Effects effects;
    bool sets_display = false;
    bool is_important = false;
};

// "-9999px" and the like.
bool is_far(std::string_view value)
{
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && number <= -far_away;
}

void apply(std::string_view name, std::string_view value, Declared& out)
{
    Effects& effects = out.effects;
    const bool is_important = value.find('!') != std::string_view::npos;
    value = trimmed(value.substr(0, value.find('!')));
    if (name == "display") {
        effects.removed = is_same(value, "none") ? Sure::yes : Sure::no;
        effects.is_inline = is_same(value, "inline");
        out.sets_display = true;
        out.is_important = out.is_important || is_important;
    } else if (name == "visibility") {
        const bool is_off = is_same(value, "hidden") || is_same(value, "collapse");
        effects.invisible = is_off ? Sure::yes : Sure::no;
        effects.visible = is_off ? Sure::no : is_same(value, "visible") ? Sure::yes : Sure::maybe;
    } else if (name == "left" || name == "top" || name == "right" || name == "bottom" || name == "text-indent" || name == "margin-left" || name == "margin-top") {
        effects.is_aside = effects.is_aside || is_far(value);
    } else if (name == "clip" || name == "clip-path" || name == "opacity") {
        effects.is_aside = effects.is_aside || name != "opacity" || is_same(value, "0");
    } else if (name == "content") {
        effects.has_text = !(is_same(value, "none") || is_same(value, "normal") || value == "\"\"" || value == "''");
    }
}

Declared declared(std::string_view text)
{
    Declared out;
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find(';'));
        text.remove_prefix(std::min(text.size(), one.size() + 1));
        if (const std::size_t colon = one.find(':'); colon != std::string_view::npos) {
            apply(lower(trimmed(one.substr(0, colon))), one.substr(colon + 1), out);
        }
    }
    return out;
}

std::string without_comments(std::string_view css)
{
    std::string out;
    while (!css.empty()) {
        const std::size_t start = css.find("/*");
        out += css.substr(0, start);
        if (start == std::string_view::npos) {
            break;
        }
        const std::size_t end = css.find("*/", start + 2);
        css = end == std::string_view::npos ? std::string_view() : css.substr(end + 2);
        out += ' ';
    }
    return out;
}

// Behind the brace that closes the block which begins at `from`.
std::size_t block_end(std::string_view css, std::size_t from)
{
    std::size_t depth = 1;
    for (std::size_t i = from; i < css.size(); ++i) {
        depth += css[i] == '{' ? 1U : 0U;
        depth -= css[i] == '}' ? 1U : 0U;
        if (depth == 0) {
            return i + 1;
        }
    }
    return css.size();
}

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (static_cast<unsigned char>(c) >= 0x80); }

std::string_view name_at(std::string_view text, std::size_t from)
{
    std::size_t end = from;
    while (end < text.size() && is_name(text[end])) {
        ++end;
    }
    return text.substr(from, end - from);
}

// Where the last compound of a selector begins.
std::size_t last_compound(std::string_view selector)
{
    std::size_t depth = 0;
    std::size_t start = 0;
    for (std::size_t i = 0; i < selector.size(); ++i) {
        const char c = selector[i];
        depth += c == '(' || c == '[' ? 1U : 0U;
        depth -= (c == ')' || c == ']') && depth > 0 ? 1U : 0U;
        if (depth == 0 && (c == '>' || c == '+' || c == '~' || white.find(c) != std::string_view::npos)) {
            start = i + 1;
        }
    }
    return start;
}

}  // namespace

Effects effects_of(std::string_view declarations) { return declared(declarations).effects; }

Declaration declaration_of(std::string_view style, std::string_view property)
{
    Declaration out;
    while (!style.empty()) {
        const std::string_view one = style.substr(0, style.find(';'));
        style.remove_prefix(std::min(style.size(), one.size() + 1));
        const std::size_t colon = one.find(':');
        if (colon == std::string_view::npos || !is_same(trimmed(one.substr(0, colon)), property)) {
            continue;
        }
        const std::string_view value = one.substr(colon + 1);
        const std::size_t mark = value.find('!');
        const bool is_important = mark != std::string_view::npos && is_same(trimmed(value.substr(mark + 1)), "important");
        if (is_important || !out.is_important) {
            out = {lower(trimmed(value.substr(0, mark))), is_important};
        }
    }
    return out;
}

void Styles::add(std::string_view sheet)
{
    sheet = sheet.substr(0, most_bytes - std::min(most_bytes, read_));
    read_ += sheet.size();
    const std::string css = without_comments(sheet);
    std::string_view rest = css;
    std::vector<std::size_t> conditions;  // bytes left of `rest` where each condition's block ends
    while (!rest.empty() && rules_.size() < most_rules) {
        while (!conditions.empty() && rest.size() <= conditions.back()) {
            conditions.pop_back();
        }
        const std::size_t mark = rest.find_first_of("{};");
        if (mark == std::string_view::npos) {
            return;
        }
        const std::string_view prelude = trimmed(rest.substr(0, mark));
        if (rest[mark] != '{') {
            rest.remove_prefix(mark + 1);
            continue;
        }
        const std::size_t end = block_end(rest, mark + 1);
        if (!prelude.starts_with('@')) {
            add_rule(prelude, rest.substr(mark + 1, end - mark - 1 - (end > mark + 1 && rest[end - 1] == '}' ? 1 : 0)), conditions.empty());
            rest.remove_prefix(end);
            continue;
        }
        const std::string condition = lower(prelude);
        const bool is_group = condition.starts_with("@media") || condition.starts_with("@supports") || condition.starts_with("@layer") || condition.starts_with("@container");
        if (is_group && condition != "@media print") {
            conditions.push_back(rest.size() - end);
            rest.remove_prefix(mark + 1);
        } else {
            rest.remove_prefix(end);
        }
    }
}

void Styles::add_rule(std::string_view selectors, std::string_view body, bool is_sure)
{
    const Declared all = declared(body);
    const Effects& effects = all.effects;
    const bool matters = all.sets_display || effects.invisible != Sure::no || effects.visible != Sure::no || effects.is_aside || effects.has_text;
    if (!matters) {
        return;
    }
    Rule rule;
    rule.effects = effects;
    rule.sets_display = all.sets_display;
    rule.is_important = all.is_important;
    rule.is_sure = is_sure;
    while (!selectors.empty()) {
        const std::string_view one = selectors.substr(0, selectors.find(','));
        selectors.remove_prefix(std::min(selectors.size(), one.size() + 1));
        if (!trimmed(one).empty() && rules_.size() < most_rules) {
            add_selector(trimmed(one), rule);
        }
    }
}

void Styles::add_selector(std::string_view selector, const Rule& model)
{
    const std::size_t start = last_compound(selector);
    std::string_view compound = selector.substr(start);
    Rule rule = model;
    rule.is_sure = rule.is_sure && start == 0;
    bool is_added = false;  // about ::before or ::after, not about the element
    for (std::size_t i = 0; i < compound.size();) {
        const char c = compound[i];
        const std::string_view name = name_at(compound, c == '.' || c == '#' || c == '[' ? i + 1 : i);
        if (c == '.') {
            rule.classes.emplace_back(name);
        } else if (c == '#') {
            rule.id = name;
        } else if (c == ':') {
            const std::string_view pseudo = name_at(compound, compound.find_first_not_of(':', i));
            is_added = is_added || pseudo == "before" || pseudo == "after";
            rule.is_sure = false;
            break;
        } else if (c == '[') {
            rule.attribute = lower(name);
            rule.is_sure = false;
            break;
        } else if (c != '*' && !name.empty()) {
            rule.tag = lower(name);
        }
        i += std::max<std::size_t>(1, name.size() + (c == '.' || c == '#' ? 1 : 0));
    }
    if (is_added) {
        const bool has_text = rule.effects.has_text;
        rule.effects = {};
        rule.effects.has_text = has_text;
        rule.sets_display = false;
    } else {
        rule.effects.has_text = false;
    }
    const std::string key = !rule.id.empty() ? "#" + rule.id : !rule.classes.empty() ? "." + rule.classes.front() : rule.tag;
    by_key_[key].push_back(rules_.size());
    rules_.push_back(std::move(rule));
}

Effects Styles::effects_on(html::Node element, std::string_view own) const
{
    const Declared mine = declared(own);
    Effects out = mine.effects;
    if (rules_.empty()) {
        return out;
    }
    if (looked_ > most_looks) {
        out.removed = std::max(out.removed, Sure::maybe);
        out.has_text = true;
        return out;
    }
    std::vector<std::string_view> classes;
    each_word(element.attribute("class").value(), [&](std::string_view word) {
        classes.push_back(word);
        return classes.size() < 100;
    });
    bool shows = false;
    Sure removes = Sure::no;
    bool is_forced = false;
    const auto look = [&](const std::string& key) {
        const auto found = by_key_.find(key);
        if (found == by_key_.end()) {
            return;
        }
        for (const std::size_t index : found->second) {
            const Rule& rule = rules_[index];
            ++looked_;
            const bool fits = (rule.tag.empty() || rule.tag == element.name()) && (rule.id.empty() || rule.id == element.attribute("id").value()) &&
                              (rule.attribute.empty() || element.attribute(rule.attribute.c_str())) &&
                              std::all_of(rule.classes.begin(), rule.classes.end(), [&](const std::string& name) { return std::find(classes.begin(), classes.end(), name) != classes.end(); });
            if (!fits) {
                continue;
            }
            const Sure most = rule.is_sure ? Sure::yes : Sure::maybe;
            if (rule.sets_display) {
                (rule.effects.removed == Sure::yes ? removes = std::max(removes, most), shows : shows = true);
                is_forced = is_forced || rule.is_important;
            }
            out.invisible = std::max(out.invisible, rule.effects.invisible == Sure::no ? Sure::no : mine.effects.visible == Sure::no ? most : Sure::maybe);
            out.visible = std::max(out.visible, std::min(rule.effects.visible, Sure::maybe));
            out.is_aside = out.is_aside || rule.effects.is_aside;
            out.has_text = out.has_text || rule.effects.has_text;
        }
    };
    look(element.name());
    look("");
    if (const std::string_view id = element.attribute("id").value(); !id.empty()) {
        look("#" + std::string(id));
    }
    for (const std::string_view name : classes) {
        look("." + std::string(name));
    }
    if (removes == Sure::yes && shows) {
        removes = Sure::maybe;  // which of them wins is not worked out
    }
    if (!mine.sets_display) {
        out.removed = removes;
    } else if (is_forced && removes != out.removed) {
        out.removed = Sure::maybe;
    }
    return out;
}

}  // namespace pa::access
