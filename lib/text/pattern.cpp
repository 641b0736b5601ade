#include "text/pattern.hpp"

#include <re2/re2.h>

#include <mutex>
#include <unordered_map>

namespace pa::text {

struct Pattern::Compiled {
    Compiled(re2::StringPiece source, const re2::RE2::Options& options) : re(source, options) {}
    re2::RE2 re;
};

Result<Pattern> Pattern::compile(std::string_view source)
{
    // A rule's patterns are asked for when the pack is read and again when its checks are made; labels share many.
    static std::mutex mutex;
    static std::unordered_map<std::string, std::shared_ptr<const Compiled>> known;
    constexpr std::size_t most_known = 4096;
    Pattern pattern;
    pattern.source_ = source;
    const std::lock_guard lock(mutex);
    if (const auto found = known.find(pattern.source_); found != known.end()) {
        pattern.compiled_ = found->second;
        return pattern;
    }
    re2::RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    options.set_max_mem(8 << 20);
    pattern.compiled_ = std::make_shared<const Compiled>(re2::StringPiece(source.data(), source.size()), options);
    if (!pattern.compiled_->re.ok()) {
        return fail(ErrorKind::config, msg("no valid pattern: {}", pattern.compiled_->re.error()));
    }
    if (known.size() < most_known) {
        known.emplace(pattern.source_, pattern.compiled_);
    }
    return pattern;
}

std::string_view Pattern::find(std::string_view text) const
{
    re2::StringPiece found;
    if (!compiled_->re.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), re2::RE2::UNANCHORED, &found, 1)) {
        return {};
    }
    return {found.data(), found.size()};
}

}  // namespace pa::text
