#include "audit/words.hpp"

#include <algorithm>
#include <span>

namespace pa::audit {

namespace {

struct Word {
    std::string_view name;
    Message word;
};

Text word_of(std::string_view name, std::span<const Word> words)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.name == name; });
    return found == words.end() ? Text{std::string(name), std::string(name)} : found->word.text();
}

}  // namespace

const std::vector<std::string>& severities()
{
    static const std::vector<std::string> all = {"advisory", "minor", "major", "critical"};
    return all;
}

int goodness(std::string_view verdict) { return verdict == "failed" ? 0 : verdict == "partly" ? 1 : 2; }

bool is_defect(const Finding& finding) { return goodness(finding.verdict) < 2; }

Text verdict_word(std::string_view verdict)
{
    static const Word words[] = {{"passed", msg("passed")},           {"partly", msg("partly")},
                                 {"failed", msg("failed")},           {"cannot-tell", msg("cannot tell")},
                                 {"not-applicable", msg("not applicable")}, {"needs-human", msg("needs a human")}};
    return word_of(verdict, words);
}

Text severity_word(std::string_view severity)
{
    static const Word words[] = {{"critical", msg("critical")}, {"major", msg("major")}, {"minor", msg("minor")}, {"advisory", msg("advisory")}};
    return word_of(severity, words);
}

Text number(double value)
{
    std::string text = fmt::format("{:.2f}", value);
    while (text.ends_with('0')) {
        text.pop_back();
    }
    if (text.ends_with('.')) {
        text.pop_back();
    }
    Text out{text, text};
    std::replace(out.vi.begin(), out.vi.end(), '.', ',');
    return out;
}

}  // namespace pa::audit
