#include "text/pattern_set.hpp"

#include <re2/set.h>

namespace pa::text {

struct PatternSet::Compiled {
    re2::RE2::Set set;
};

namespace {

re2::RE2::Options options()
{
    re2::RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    options.set_max_mem(64 << 20);
    return options;
}

}  // namespace

PatternSet::PatternSet(std::span<const Pattern> patterns) : patterns_(patterns.begin(), patterns.end())
{
    auto compiled = std::make_shared<Compiled>(Compiled{re2::RE2::Set(options(), re2::RE2::UNANCHORED)});
    bool is_whole = !patterns_.empty();
    for (const Pattern& pattern : patterns_) {
        is_whole = is_whole && compiled->set.Add(pattern.source(), nullptr) >= 0;
    }
    if (is_whole && compiled->set.Compile()) {
        compiled_ = std::move(compiled);
    }
}

std::vector<bool> PatternSet::in(std::string_view text) const
{
    std::vector<bool> out(patterns_.size());
    std::vector<int> found;
    re2::RE2::Set::ErrorInfo error{re2::RE2::Set::kNoError};
    const bool is_done = compiled_ && (compiled_->set.Match(re2::StringPiece(text.data(), text.size()), &found, &error) || error.kind == re2::RE2::Set::kNoError);
    for (std::size_t i = 0; !is_done && i < patterns_.size(); ++i) {
        out[i] = patterns_[i].is_in(text);
    }
    for (const int index : is_done ? found : std::vector<int>()) {
        out[static_cast<std::size_t>(index)] = true;
    }
    return out;
}

}  // namespace pa::text
