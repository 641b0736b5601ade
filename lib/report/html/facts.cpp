// What stands behind the findings: decisions about the rules, the crawl, the portal's hosts, the acts, the words.
#include "report/html/view.hpp"

namespace pa::report::html {

namespace {

constexpr std::size_t decisions_shown = 60;
constexpr std::size_t examples_shown = 50;
constexpr std::size_t hosts_shown = 20;
constexpr std::size_t values_shown = 30;

class Facts {
public:
    explicit Facts(const View& view) : view_(view), audit_(view.audit) {}

    std::string write()
    {
        waivers();
        tailoring();
        crawl();
        portal();
        acts();
        words();
        return filled("facts.html", page_);
    }

private:
    Part& section(const char* id, const Message& heading, bool has_rows, bool has_list)
    {
        Part& out = page_.add("sections");
        out.set("id", id);
        out.set("heading", view_.say(heading));
        out.flag("has_rows", has_rows);
        out.flag("has_list", has_list);
        return out;
    }

    void row(Part& section, const Message& name, const std::string& value) const
    {
        Part& out = section.add("rows");
        out.set("name", view_.say(name, 200));
        out.set("value", value);
    }

    void more(Part& section, std::size_t all, std::size_t shown) const
    {
        if (all > shown) {
            section.add_text("more", view_.say(msg("and {} more", all - shown)));
        }
    }

    void folded(Part& section, const Message& heading, const std::vector<std::string>& lines) const
    {
        if (lines.empty()) {
            return;
        }
        Part& out = section.add("folded");
        out.set("heading", view_.say(heading));
        for (std::size_t i = 0; i < std::min(lines.size(), examples_shown); ++i) {
            out.add_text("list", line(lines[i], 400));
        }
    }

    static std::string joined(const std::vector<std::string>& texts)
    {
        std::string out;
        for (std::size_t i = 0; i < std::min(texts.size(), values_shown); ++i) {
            out += (out.empty() ? "" : ", ") + line(texts[i], 100);
        }
        return texts.size() > values_shown ? out + ", …" : out;
    }

    static std::string joined(const std::map<std::string, std::uint64_t>& counts)
    {
        std::vector<std::string> out;
        for (const auto& [name, count] : counts) {
            out.push_back(name + " " + std::to_string(count));
        }
        return joined(out);
    }

    std::string or_none(const std::string& text) const { return text.empty() ? view_.say(msg("none")) : text; }
    std::string yes_no(bool value) const { return view_.say(value ? msg("yes") : msg("no")); }

    void waivers()
    {
        if (audit_.waivers.empty()) {
            return;
        }
        Part& out = section("waivers", msg("Acts that excuse from rules"), false, true);
        for (std::size_t i = 0; i < std::min(audit_.waivers.size(), decisions_shown); ++i) {
            const audit::Waiver& waiver = audit_.waivers[i];
            Part& entry = out.add("list");
            entry.set("text", view_.say(msg("{} of {}, {}: from {} until {}; {}", waiver.number, waiver.authority, waiver.issued, waiver.from, waiver.until, waiver_word(waiver.state, view_.lang)), 500));
            entry.add_text("lines", view_.say(waiver.reason, 500));
            entry.add_text("lines", joined(waiver.rules));
        }
        more(out, audit_.waivers.size(), decisions_shown);
    }

    void tailoring()
    {
        std::size_t shown = 0;
        std::size_t all = 0;
        for (const audit::Tailoring& tailoring : audit_.tailorings) {
            all += tailoring.changes.size();
        }
        if (all == 0) {
            return;
        }
        Part& out = section("tailoring", msg("What was decided about the rules"), false, true);
        for (const audit::Tailoring& tailoring : audit_.tailorings) {
            for (const audit::TailoringChange& change : tailoring.changes) {
                if (++shown > decisions_shown) {
                    continue;
                }
                Part& entry = out.add("list");
                entry.set("text", line(change.rule, 200) + ": " + line(change_word(change.what, view_.lang), 100) +
                                      (change.to.empty() ? "" : ": " + (change.from.empty() ? "–" : line(change.from, 200)) + " → " + line(change.to, 200)));
                entry.add_text("lines", view_.say(change.reason, 500));
                entry.add_text("lines", view_.say(tailoring.title, 200) + " · " + line(tailoring.authority, 200));
            }
        }
        more(out, all, decisions_shown);
    }

    void crawl()
    {
        Part& out = section("crawl", msg("How the evidence was gathered"), true, false);
        row(out, msg("Start address"), line(audit_.start, 500));
        row(out, msg("Scope"), line(audit_.scope, 500));
        row(out, msg("Source"), view_.say(audit_.source == "folder" ? msg("a folder, without a server") : msg("the network")));
        row(out, msg("From, to"), line(audit_.evidence_begun + " – " + audit_.evidence_ended, 100));
        row(out, msg("Complete"), view_.say(audit_.complete ? msg("yes") : msg("no, broken off")));
        if (!audit_.resumed.empty()) {
            row(out, msg("Gone on with"), joined(audit_.resumed));
        }
        row(out, msg("Pages looked at"), std::to_string(audit_.pages));
        row(out, msg("Addresses asked"), std::to_string(audit_.addresses));
        row(out, msg("Without a usable answer"), std::to_string(audit_.failed));
        row(out, msg("Kept away from by robots.txt"), std::to_string(audit_.disallowed));
        row(out, msg("Limits reached"), or_none(joined(audit_.limits_hit)));
        row(out, msg("Known but not asked because of a limit"), std::to_string(audit_.not_fetched));
        row(out, msg("Behind a firewall, captcha or login"), std::to_string(audit_.blocked));
        row(out, msg("Answered as found, but are error pages"), std::to_string(audit_.soft_404));
        row(out, msg("Pages with the text of another"), std::to_string(audit_.duplicates));
        std::uint64_t left_out = 0;
        for (const audit::Trap& trap : audit_.traps) {
            left_out += trap.left_out;
        }
        if (left_out > 0) {
            row(out, msg("Left out as addresses without end"), std::to_string(left_out));
        }
        for (std::size_t i = 0; i < std::min(audit_.sample.size(), values_shown); ++i) {
            row(out, msg("Sample of {}", audit_.sample[i].section), view_.say(msg("{} of {}", audit_.sample[i].taken, audit_.sample[i].known)));
        }
        more(out, audit_.sample.size(), values_shown);
        folded(out, msg("Addresses without a usable answer"), audit_.failed_examples);
        folded(out, msg("Pages that keep visitors out"), audit_.blocked_examples);
    }

    void portal()
    {
        Part& out = section("portal", msg("The portal's technology"), true, false);
        row(out, msg("Encodings of pages"), or_none(joined(audit_.charsets)));
        row(out, msg("Languages that pages declare"), or_none(joined(audit_.languages)));
        if (audit_.source == "folder") {
            return;  // nothing else is known of what no server sent
        }
        row(out, msg("HTTP version"), line(audit_.http_version, 20));
        row(out, msg("http leads to https"), audit_.http_to_https.empty() ? view_.say(msg("not known")) : yes_no(audit_.http_to_https == "yes"));
        row(out, msg("Files of the site map"), std::to_string(audit_.sitemap_files));
        std::vector<std::string> headers;
        for (const audit::Header& header : audit_.security_headers) {
            headers.push_back(header.name);
        }
        row(out, msg("Protective headers of the home page"), or_none(joined(headers)));
        for (std::size_t i = 0; i < std::min(audit_.hosts.size(), hosts_shown); ++i) {
            add_host(out, audit_.hosts[i]);
        }
        more(out, audit_.hosts.size(), hosts_shown);
    }

    void add_host(Part& out, const audit::Host& host) const
    {
        std::vector<std::string> addresses = host.addresses4;
        addresses.insert(addresses.end(), host.addresses6.begin(), host.addresses6.end());
        const std::string name = host.host + ":" + std::to_string(host.port);
        row(out, msg("Addresses of {}", name), addresses.empty() ? line(host.dns_failure, 200) : joined(addresses));
        if (!host.chain.empty()) {
            const audit::Certificate& first = host.chain.front();
            row(out, msg("TLS of {}", name), view_.say(msg("{}; certificate of {}, valid until {}; verified: {}", host.tls_version, first.subject, first.until, host.verify), 500));
        } else if (!host.tls_failure.empty()) {
            row(out, msg("TLS of {}", name), line(host.tls_failure, 300));
        }
        row(out, msg("Answer times of {}", name), view_.say(msg("half within {} ms, 90 % within {} ms", host.ms_p50, host.ms_p90)));
    }

    void acts()
    {
        Part& out = section("acts", msg("Legal acts applied"), true, false);
        for (std::size_t i = 0; i < std::min(audit_.packs.size(), decisions_shown); ++i) {
            const audit::PackInfo& pack = audit_.packs[i];
            row(out, msg("{}", pack.instrument), view_.say(msg("{}; issued {}, in force from {} until {}; rule pack {} {}", pack.title, pack.issued, pack.in_force_from,
                                                               pack.in_force_until.empty() ? "…" : pack.in_force_until, pack.id, pack.version), 600));
        }
        more(out, audit_.packs.size(), decisions_shown);
    }

    void words()
    {
        Part& out = section("words", msg("What the words mean"), true, false);
        struct Row {
            const char* verdict;
            Message meaning;
        };
        const Row verdicts[] = {
            {"passed", msg("what is asked is there")},
            {"partly", msg("some of it is; the points say how much")},
            {"failed", msg("it was looked for and is not there")},
            {"cannot-tell", msg("the evidence does not show it either way; its points lie between the ends of the score")},
            {"needs-human", msg("only an inspector can judge it; its points lie between the ends of the score")},
            {"not-applicable", msg("not asked of this unit; its points count nowhere")},
        };
        for (const Row& one : verdicts) {
            Part& entry = out.add("rows");
            entry.set("name", verdict_word(one.verdict, view_.lang));
            entry.set("value", view_.say(one.meaning));
        }
        row(out, msg("Score"), view_.say(msg("reached points of all that can be reached, in percent; the low end takes what is not decided for lost, the high end for reached")));
        row(out, msg("Coverage"), view_.say(msg("the share of the points that is decided")));
        row(out, msg("Excused by"), view_.say(msg("an administrative act excuses from the rule; the score is told with and without such acts")));
        row(out, msg("Confidence"), view_.say(msg("whether the wording of the law was read by those who wrote the rule, or is known from a summary only")));
    }

    const View& view_;
    const audit::Audit& audit_;
    Part page_;
};

}  // namespace

std::string facts(const View& view) { return Facts(view).write(); }

}  // namespace pa::report::html
