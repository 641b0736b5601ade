#include "report/services.hpp"

#include "report/plain.hpp"
#include "text/fold.hpp"

#include <algorithm>

namespace pa::report {

namespace {

struct Word {
    std::string_view name;
    Message word;
};

std::string padded(const std::string& text, std::size_t width)
{
    const std::size_t length = text::length(text);
    return text + std::string(length < width ? width - length : 0, ' ');
}

class Writer {
public:
    Writer(const audit::Audit& audit, const Options& options) : audit_(audit), lang_(options.lang), width_(std::clamp<std::size_t>(options.width, 60, 160)), colour_(options.colour) {}

    std::string write(std::size_t most)
    {
        head();
        const std::size_t shown = most == 0 ? audit_.services.size() : std::min(most, audit_.services.size());
        for (std::size_t i = 0; i < shown; ++i) {
            row(audit_.services[i]);
        }
        if (shown < audit_.services.size()) {
            paragraph("", msg("{} more services are in the audit", audit_.services.size() - shown).in(lang_));
        }
        compared();
        return std::move(out_);
    }

private:
    void head()
    {
        const auto wrong = std::count_if(audit_.services.begin(), audit_.services.end(), [](const audit::Service& service) { return !service.issues.empty(); });
        paragraph("", msg("{} services, {} of them with something wrong, the worst first", audit_.services.size(), wrong).in(lang_));
        for (const Text& unseen : audit_.service_facts.unseen) {
            paragraph("  ! ", unseen.in(lang_));
        }
        if (audit_.services.empty()) {
            return;
        }
        out_ += "\n";
        const std::string heading = columns(msg("Code").in(lang_), msg("Declared").in(lang_), msg("Observed").in(lang_), msg("Parts").in(lang_), msg("Forms").in(lang_), msg("Clicks").in(lang_), msg("Name").in(lang_));
        out_ += colour_ ? "\x1b[1m" + heading + "\x1b[0m\n" : heading + "\n";
    }

    std::string columns(const std::string& code, const std::string& declared, const std::string& observed, const std::string& parts, const std::string& forms, const std::string& clicks, const std::string& name) const
    {
        std::string out = padded(code, 17) + " " + padded(declared, 12) + " " + padded(observed, 20) + " " + padded(parts, 6) + " " + padded(forms, 6) + " " + padded(clicks, 6) + " ";
        const std::size_t used = text::length(out);
        return out + text::shortened(name, width_ > used + 12 ? width_ - used - 1 : 12);
    }

    void row(const audit::Service& service)
    {
        out_ += columns(line(service.code, 17), line(level_word(service.declared, lang_), 12), observed_text(service, lang_), fmt::format("{}/{}", service.parts_shown, service.parts_asked),
                        fmt::format("{}/{}", service.forms_sound, service.forms.size()), service.clicks ? std::to_string(*service.clicks) : "-", line(service.name)) +
                "\n";
        for (const audit::ServiceIssue& issue : service.issues) {
            paragraph("    - ", issue.text.in(lang_));
        }
    }

    void compared()
    {
        const audit::ServiceFacts& facts = audit_.service_facts;
        if (!facts.compared) {
            return;
        }
        out_ += "\n";
        paragraph("", msg("Against the list of {}: {} missing, {} extra, {} misnamed, {} with another code, {} at another level", facts.listed, facts.missing_count, facts.extra, facts.misnamed, facts.wrong_code, facts.wrong_level).in(lang_));
        for (const audit::MissingService& missing : facts.missing) {
            paragraph("    - ", msg("missing: {} {}", missing.code, missing.name).in(lang_));
        }
    }

    void paragraph(const std::string& indent, const std::string& text)
    {
        const std::string plain = line(text);
        std::string row = indent;
        std::size_t used = indent.size();
        bool fresh = true;
        for (std::size_t begin = 0; begin < plain.size();) {
            const std::size_t end = std::min(plain.find(' ', begin), plain.size());
            const std::string word = plain.substr(begin, end - begin);
            const std::size_t length = text::length(word);
            if (!fresh && used + 1 + length > width_) {
                out_ += row + "\n";
                row = std::string(indent.size(), ' ');
                used = indent.size();
                fresh = true;
            }
            row += (fresh ? "" : " ") + word;
            used += length + (fresh ? 0 : 1);
            fresh = false;
            begin = end + 1;
        }
        out_ += row + "\n";
    }

    const audit::Audit& audit_;
    Lang lang_;
    std::size_t width_;
    bool colour_;
    std::string out_;
};

}  // namespace

std::string level_word(std::string_view level, Lang lang)
{
    static const Word words[] = {{"level-0", msg("level 0")}, {"level-1", msg("level 1")}, {"level-2", msg("level 2")}, {"level-3", msg("level 3")}, {"level-4", msg("level 4")},
                                 {"information", msg("information")}, {"partial", msg("in part")}, {"full", msg("wholly")}};
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const Word& word) { return word.name == level; });
    return found == std::end(words) ? "" : found->word.in(lang);
}

std::string filing_word(std::string_view filing, Lang lang)
{
    static const Word words[] = {{"nowhere", msg("nowhere")}, {"unknown", msg("not known")}, {"outside", msg("on another portal")}, {"national", msg("national service portal")}, {"here", msg("on this portal")}};
    const auto found = std::find_if(std::begin(words), std::end(words), [&](const Word& word) { return word.name == filing; });
    return found == std::end(words) ? "" : found->word.in(lang);
}

std::string observed_text(const audit::Service& service, Lang lang)
{
    const bool by_extent = service.declared == "information" || service.declared == "partial" || service.declared == "full";
    const audit::Observed& observed = by_extent ? service.extent : service.level;
    if (observed.low == observed.high) {
        return level_word(observed.low, lang);
    }
    if (!by_extent && observed.low.starts_with("level-") && observed.high.starts_with("level-")) {
        return level_word(observed.low, lang) + "–" + observed.high.substr(6);
    }
    return level_word(observed.low, lang) + " – " + level_word(observed.high, lang);
}

std::string services_text(const audit::Audit& audit, const Options& options, std::size_t most) { return Writer(audit, options).write(most); }

}  // namespace pa::report
