#include "check/named_patterns.hpp"

#include "base/ascii.hpp"

#include "check/kind.hpp"

#include <algorithm>
#include <bit>

namespace pa::check {

namespace {

constexpr std::size_t reach = 200;  // bytes in which a figure's number has to begin

bool has_number(std::string_view text, const text::Pattern& pattern)
{
    while (true) {
        const std::string_view found = pattern.find(text);
        if (found.data() == nullptr || found.empty()) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(found.data() - text.data()) + found.size());
        if (const std::string_view behind = text.substr(0, reach); std::any_of(behind.begin(), behind.end(), is_ascii_digit)) {
            return true;
        }
    }
}

}  // namespace

Result<std::vector<NamedPattern>> named_patterns(const rule::Rule& rule, const char* param)
{
    std::vector<NamedPattern> out;
    for (const std::string& source : rule.texts(param)) {
        auto pattern = text::Pattern::compile(source);
        if (!pattern) {
            return tl::unexpected(param_error(rule, param, pattern.error().message));
        }
        out.push_back({source.substr(0, source.find('|')), std::move(*pattern)});
    }
    if (out.empty() || out.size() > 32) {
        return tl::unexpected(param_error(rule, param, msg("must hold 1 to 32 patterns")));
    }
    return out;
}

std::uint32_t found_in(std::string_view text, const std::vector<NamedPattern>& patterns, bool with_number)
{
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        const bool is_there = with_number ? has_number(text, patterns[i].pattern) : patterns[i].pattern.is_in(text);
        bits |= is_there ? 1U << i : 0U;
    }
    return bits;
}

std::string outside_like(const Context& context, const text::Pattern& elsewhere)
{
    const site::Site& site = context.site();
    for (const LinkGroup& group : context.links()) {
        if (!site.is_inside(group.target) && elsewhere.is_in(site.urls[group.target])) {
            return site.urls[group.target];
        }
    }
    return {};
}

void judge_best(std::span<const PageNote> notes, const std::vector<NamedPattern>& patterns, std::size_t least, const text::Pattern* elsewhere, const Context& context, Judgement& out)
{
    const PageNote* best = nullptr;
    for (const PageNote& note : notes) {
        best = best == nullptr || std::popcount(best->count) < std::popcount(note.count) ? &note : best;
    }
    const auto found = best == nullptr ? std::size_t(0) : static_cast<std::size_t>(std::popcount(best->count));
    std::string there;
    std::string missing;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
        std::string& names = best != nullptr && (best->count >> i & 1U) != 0 ? there : missing;
        names += (names.empty() ? "" : ", ") + patterns[i].name;
    }
    if (best != nullptr) {
        add_proof(out, {msg("shows: {}", there), context.site().url_of(best->page), best->detail});
    }
    if (found >= least) {
        out.verdict = Verdict::passed;
        out.why = msg("a page shows {} of {}: {}", found, patterns.size(), there);
        return;
    }
    out.verdict = found == 0 ? Verdict::failed : Verdict::partly;
    out.share = static_cast<double>(found) / static_cast<double>(least);
    out.why = found == 0 ? msg("no page shows any of: {}", missing) : msg("a page shows {} of {}; missing: {}", found, patterns.size(), missing);
    hedge(elsewhere, context, out);
}

void hedge(const text::Pattern* elsewhere, const Context& context, Judgement& out)
{
    const std::string other = elsewhere != nullptr ? outside_like(context, *elsewhere) : std::string();
    if (!other.empty()) {
        out.verdict = Verdict::cannot_tell;
        out.why = msg("{}; it may be at {}, which is outside of the audited portal", out.why, other);
    } else if (const Message blind = context.blind_spot(); !blind.empty()) {
        out.verdict = Verdict::cannot_tell;
        out.why = msg("{}, but {}", out.why, blind);
    }
}

}  // namespace pa::check
