#include "report/comparison.hpp"

#include "report/defect.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"

namespace pa::report {

namespace {

Message heading_of(audit::Turn turn)
{
    switch (turn) {
    case audit::Turn::worse: return msg("Got worse");
    case audit::Turn::exposed: return msg("No longer excused");
    case audit::Turn::undecided: return msg("No longer decided");
    case audit::Turn::decided: return msg("Now decided");
    case audit::Turn::better: return msg("Got better");
    case audit::Turn::excused: return msg("Now excused");
    case audit::Turn::asked: return msg("Now asked");
    case audit::Turn::dropped: return msg("No longer asked");
    case audit::Turn::weighed: break;
    }
    return msg("Other points for the same");
}

Message word_of(audit::Cause cause)
{
    switch (cause) {
    case audit::Cause::portal: return msg("the portal changed");
    case audit::Cause::rules: return msg("the rules changed");
    case audit::Cause::decision: return msg("a decision about the rules");
    case audit::Cause::unclear: break;
    }
    return msg("the portal or the rules changed");
}

class Teller {
public:
    Teller(const audit::Comparison& comparison, Lang lang, Sheet sheet, std::size_t shown)
        : comparison_(comparison), lang_(lang), is_markdown_(sheet == Sheet::markdown), shown_(shown)
    {
    }

    std::string write()
    {
        head();
        score();
        findings();
        items();
        documents();
        pages();
        return std::move(out_);
    }

private:
    std::string say(const Message& message, std::size_t points = line_limit) const { return plain(message.in(lang_), points); }
    std::string say(const Text& text, std::size_t points = line_limit) const { return plain(text.in(lang_), points); }
    std::string plain(std::string_view text, std::size_t points = line_limit) const { return is_markdown_ ? markdown(text, points) : line(text, points); }
    std::string code(std::string_view text) const { return is_markdown_ ? markdown_code(text) : line(text, 200); }
    std::string num(double value) const { return number(value, lang_); }

    void section(const std::string& title, std::size_t count)
    {
        out_ += "\n" + std::string(is_markdown_ ? "### " : "") + title + (count > 0 ? " (" + std::to_string(count) + ")" : "") + "\n" + (is_markdown_ ? "\n" : "");
        left_ = shown_;
        left_out_ = 0;
    }
    void entry(const std::string& text)
    {
        if (left_ == 0) {
            ++left_out_;
            return;
        }
        --left_;
        out_ += (is_markdown_ ? "- " : "  ") + text + "\n";
    }
    void end_section()
    {
        if (left_out_ > 0) {
            out_ += (is_markdown_ ? "- " : "  ") + say(msg("and {} more", left_out_)) + "\n";
        }
    }

    void side(const Message& name, const audit::Audit& audit)
    {
        entry(say(name) + " " + say(msg("evidence of {} · {} · law of {} · {}, grade {}", audit.evidence_begun, audit.profile, audit.as_of, interval(audit.score.percent, lang_), grade(audit.score)), 400));
    }

    void head()
    {
        out_ += std::string(is_markdown_ ? "## " : "") + say(msg("What changed: {}", portal_name(*comparison_.after)), 300) + "\n" + (is_markdown_ ? "\n" : "");
        left_ = shown_;
        side(msg("before:"), *comparison_.before);
        side(msg("after:"), *comparison_.after);
        entry(say(source()));
        if (!comparison_.circumstances.empty()) {
            section(say(msg("What was compared")), 0);
            for (const audit::ValueChange& change : comparison_.circumstances) {
                value(change);
            }
            end_section();
        }
    }

    Message source() const
    {
        if (comparison_.is_same_evidence && comparison_.is_same_rules) {
            return msg("The evidence and the rules are the same.");
        }
        if (comparison_.is_same_evidence) {
            return msg("The evidence is the same, so every change comes from the rules and not from the portal.");
        }
        return comparison_.is_same_rules ? msg("The rules are the same, so every change comes from the portal.")
                                         : msg("Both the evidence and the rules differ; each change tells where it comes from.");
    }

    void value(const audit::ValueChange& change) { entry(say(change.what) + ": " + of(change.from) + " → " + of(change.to)); }
    std::string of(const Text& text) const { return text.in(lang_).empty() ? "–" : say(text, 300); }

    std::string step(double from, double to) const
    {
        const double by = to - from;
        return num(from) + " → " + num(to) + (num(by) == "0" || num(by) == "-0" ? "" : " (" + std::string(by > 0 ? "+" : "−") + num(by > 0 ? by : -by) + ")");
    }

    void score()
    {
        const audit::Score& before = comparison_.before->score;
        const audit::Score& after = comparison_.after->score;
        section(say(msg("Score")), 0);
        entry(say(msg("low end:")) + " " + step(before.percent.low, after.percent.low) + " %");
        entry(say(msg("high end:")) + " " + step(before.percent.high, after.percent.high) + " %");
        entry(say(msg("coverage:")) + " " + step(before.percent.coverage, after.percent.coverage) + " %");
        entry(say(msg("points:")) + " " + step(before.points.low, after.points.low) + " / " + step(before.points.possible, after.points.possible));
        if (grade(before) != grade(after)) {
            entry(say(msg("grade:")) + " " + plain(grade(before), 60) + " → " + plain(grade(after), 60));
        }
        for (const audit::GroupChange& group : comparison_.groups) {
            entry(say(group.title, 200) + ": " + (group.before ? interval(*group.before, lang_) : "–") + " → " + (group.after ? interval(*group.after, lang_) : "–"));
        }
        end_section();
    }

    std::string state(const audit::Finding* finding) const
    {
        if (finding == nullptr) {
            return "–";
        }
        return verdict_word(finding->verdict, lang_) + (finding->verdict == "not-applicable" ? "" : " " + num(finding->points.low) + (finding->points.low == finding->points.high ? "" : " – " + num(finding->points.high)) + " / " + num(finding->points.possible));
    }

    void findings()
    {
        if (comparison_.findings.empty()) {
            section(say(msg("Findings")), 0);
            entry(say(msg("no finding changed")));
        }
        for (std::size_t i = 0; i < comparison_.findings.size();) {
            const audit::Turn turn = comparison_.findings[i].turn;
            std::size_t end = i;
            while (end < comparison_.findings.size() && comparison_.findings[end].turn == turn) {
                ++end;
            }
            section(say(heading_of(turn)), end - i);
            for (; i < end; ++i) {
                finding(comparison_.findings[i]);
            }
            end_section();
        }
    }

    void finding(const audit::FindingChange& change)
    {
        const audit::Finding& of = change.known();
        std::string text = code(of.rule) + " " + say(of.title, 200) + ": " + state(change.before) + " → " + state(change.after) + "; " + say(word_of(change.cause));
        const std::string indent = is_markdown_ ? "  \n  " : "\n      ";
        if (change.after != nullptr && !change.after->why.in(lang_).empty()) {
            text += indent + say(change.after->why, 400);
        }
        if (change.turn == audit::Turn::exposed) {
            text += indent + say(msg("was excused by the act {}", change.before->waiver), 200);
        } else if (change.turn == audit::Turn::excused) {
            text += indent + say(msg("excused by the act {}", change.after->waiver), 200);
        }
        entry(text);
    }

    void items()
    {
        if (comparison_.items.empty()) {
            return;
        }
        section(say(msg("Information items")), comparison_.items.size());
        for (const audit::ItemChange& change : comparison_.items) {
            std::string text = code(change.id) + " " + say(change.title, 200) + ":";
            if (change.is_new || change.is_gone) {
                text += " " + say(change.is_new ? msg("now looked for") : msg("no longer looked for"));
            }
            for (std::size_t i = 0; i < change.values.size(); ++i) {
                text += (i == 0 ? " " : "; ") + say(change.values[i].what) + " " + of(change.values[i].from) + " → " + of(change.values[i].to);
            }
            entry(text);
        }
        end_section();
    }

    void documents()
    {
        if (comparison_.documents.empty()) {
            return;
        }
        section(say(msg("Documents")), comparison_.documents.size());
        for (const audit::DocumentChange& change : comparison_.documents) {
            const Message word = change.kind == audit::DocumentChange::Kind::added     ? msg("new")
                                 : change.kind == audit::DocumentChange::Kind::removed ? msg("gone")
                                 : change.kind == audit::DocumentChange::Kind::broken  ? msg("a file is broken now")
                                                                                        : msg("its files are mended");
            entry(say(word) + ": " + plain(change.number, 100) + (change.number.empty() ? "" : " ") + plain(change.page, 300) + " (" + code(change.item) + ")");
        }
        end_section();
    }

    void pages()
    {
        if (!comparison_.crawl.empty()) {
            section(say(msg("The crawl")), 0);
            for (const audit::ValueChange& change : comparison_.crawl) {
                value(change);
            }
            end_section();
        }
        if (!comparison_.pages || comparison_.pages->empty()) {
            return;
        }
        section(say(msg("Pages")), comparison_.pages->size());
        for (const audit::PageChange& change : *comparison_.pages) {
            const Message word = change.kind == audit::PageChange::Kind::added     ? msg("new")
                                 : change.kind == audit::PageChange::Kind::removed ? msg("gone")
                                 : change.kind == audit::PageChange::Kind::answer  ? msg("answers otherwise")
                                 : change.kind == audit::PageChange::Kind::text    ? msg("other text")
                                                                                   : msg("a later day of publication over the same text");
            const bool has_values = change.kind == audit::PageChange::Kind::answer || change.kind == audit::PageChange::Kind::restamped;
            entry(say(word) + ": " + plain(change.url, 300) + (has_values ? " " + plain(change.from, 60) + " → " + plain(change.to, 60) : ""));
        }
        end_section();
    }

    const audit::Comparison& comparison_;
    Lang lang_;
    bool is_markdown_;
    std::size_t shown_;
    std::size_t left_ = 0;
    std::size_t left_out_ = 0;
    std::string out_;
};

}  // namespace

std::string comparison_text(const audit::Comparison& comparison, Lang lang, Sheet sheet, std::size_t shown) { return Teller(comparison, lang, sheet, shown).write(); }

}  // namespace pa::report
