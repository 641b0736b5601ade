#include "report/record.hpp"

#include "report/defect.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"
#include "time/date.hpp"

#include <algorithm>

namespace pa::report {

namespace {

constexpr std::size_t rows_of_table = 1000;
constexpr std::size_t grounds_shown = 30;
constexpr std::size_t remedies_shown = 60;
constexpr std::size_t notes_shown = 10;

class Writer {
public:
    Writer(const audit::Audit& audit, Lang lang) : audit_(audit), lang_(lang) {}

    Record write()
    {
        head();
        grounds();
        parties();
        scope();
        results();
        recommendations();
        closing();
        appendix();
        return std::move(out_);
    }

private:
    using Kind = Block::Kind;
    using Rows = std::vector<std::vector<std::string>>;

    std::string say(const Message& message, std::size_t points = line_limit) const { return line(message.in(lang_), points); }
    std::string say(const Text& text, std::size_t points = line_limit) const { return line(text.in(lang_), points); }
    std::string num(double value) const { return number(value, lang_); }
    void add(Kind kind, std::string text) { out_.body.push_back({kind, std::move(text)}); }
    void add(Kind kind, const Message& message) { add(kind, say(message)); }

    // "ngày 13 tháng 6 năm 2011", or a blank to fill in.
    std::string day(const std::string& iso) const
    {
        const auto known = time::parse_day(iso);
        if (!known) {
            return say(msg("day …… month …… year ………"));
        }
        // Days under 10 and the months 1 and 2 have a zero in front (Decree 30/2020/NĐ-CP, Appendix I, Part I, II.4).
        const std::chrono::year_month_day date(*known);
        const auto month = static_cast<unsigned>(date.month());
        return say(msg("day {} month {} year {}", fmt::format("{:02}", static_cast<unsigned>(date.day())), month < 3 ? fmt::format("{:02}", month) : std::to_string(month), static_cast<int>(date.year())));
    }

    // "Nghị định số 43/2011/NĐ-CP", by the sign in its number.
    static Message act(const std::string& number)
    {
        const auto has = [&](std::string_view sign) { return number.find(sign) != std::string::npos; };
        return has("/NĐ-") ? msg("Decree No. {}", number) : has("/TT-") ? msg("Circular No. {}", number) : has("/QH") ? msg("Law No. {}", number) : msg("{}", number);
    }

    // The next part of the results: "2. By group of criteria".
    void part(const Message& heading) { add(Kind::paragraph, std::to_string(++parts_) + ". " + say(heading)); }

    void table(std::vector<Block::Column> columns, Rows rows)
    {
        const std::size_t all = rows.size();
        if (all > rows_of_table) {
            rows.resize(rows_of_table);
            std::vector<std::string> last(columns.size());
            last[1] = say(msg("and {} more", all - rows_of_table));
            rows.push_back(std::move(last));
        }
        out_.body.push_back({Kind::table, {}, std::move(columns), std::move(rows)});
    }

    void head()
    {
        out_.superior = say(msg("NAME OF THE SUPERIOR AGENCY"));
        out_.agency = say(msg("NAME OF THE INSPECTING AGENCY"));
        out_.number = say(msg("No.: ……/BB-……"));
        out_.country = say(msg("SOCIALIST REPUBLIC OF VIET NAM"));
        out_.motto = say(msg("Independence – Freedom – Happiness"));
        out_.place_and_date = say(msg("………………, day …… month …… year ………"));
        out_.title = say(msg("Inspection record: the portal of {}", portal_name(audit_)), 250);
        add(Kind::title, msg("RECORD"));
        add(Kind::title, msg("Inspection of the portal of {}", portal_name(audit_)));
    }

    void grounds()
    {
        for (std::size_t i = 0; i < std::min(audit_.packs.size(), grounds_shown); ++i) {
            const audit::PackInfo& pack = audit_.packs[i];
            add(Kind::ground, msg("Pursuant to {} of {} ({});", act(pack.instrument), day(pack.issued), pack.title));
        }
        add(Kind::ground, msg("Pursuant to Decision No. ……………… of day …… month …… year ……… of ……………………………… on the inspection,"));
        add(Kind::paragraph, msg("Today, at …… o'clock, day …… month …… year ………, at ………………………………………………, the inspection team draws up this record of the inspection of the portal of {} at the address {}.", portal_name(audit_),
                                 audit_.home));
    }

    void parties()
    {
        add(Kind::heading, msg("I. PARTIES"));
        add(Kind::paragraph, msg("1. The inspection team"));
        for (int i = 0; i < 3; ++i) {
            add(Kind::dotted, msg("Mr/Ms, position:"));
        }
        add(Kind::paragraph, msg("2. For the inspected unit"));
        for (int i = 0; i < 2; ++i) {
            add(Kind::dotted, msg("Mr/Ms, position:"));
        }
    }

    void scope()
    {
        add(Kind::heading, msg("II. SUBJECT, SCOPE AND METHOD"));
        add(Kind::item, msg("Inspected unit: {} ({}).", portal_name(audit_), unit_type_word(audit_.unit_type, lang_)));
        add(Kind::item, msg("Set of criteria: {}; the law of {} is applied.", audit_.profile_title, day(audit_.as_of)));
        std::map<std::string, std::size_t> forms;
        for (const audit::Finding& finding : audit_.findings) {
            ++forms[finding.form];
        }
        add(Kind::item, msg("Forms of inspection (Circular 32/2017/TT-BTTTT, Article 22): online {} criteria; by software tool {} criteria; on site {} criteria.", forms["online"], forms["tool"], forms["onsite"]));
        add(Kind::item, msg("Evidence: gathered from {} to {} by {} {}; {} pages looked at, {} addresses asked, {} without a usable answer.", audit_.evidence_begun, audit_.evidence_ended, audit_.tool_name,
                            audit_.tool_version, audit_.pages, audit_.addresses, audit_.failed));
        add(Kind::item, msg("SHA-256 of the evidence file: {}.", audit_.evidence_sha256));
        for (std::size_t i = 0; i < std::min(audit_.notes.size(), notes_shown); ++i) {
            add(Kind::item, msg("Note: {}.", audit_.notes[i]));
        }
    }

    void results()
    {
        const audit::Score& score = audit_.score;
        add(Kind::heading, msg("III. RESULTS"));
        part(msg("In general: {} points, that is {}; grade {}. {} % of the points are decided; the rest is not known or has to be judged on site.", points(score.points), interval(score.percent, lang_),
                 grade(score), num(score.percent.coverage)));
        if (has_used_waiver(audit_)) {
            add(Kind::paragraph, msg("With the acts that excuse from rules: {}, grade {}, of {} points.", interval(audit_.with_waivers.percent, lang_), grade(audit_.with_waivers), num(audit_.with_waivers.points.possible)));
        }
        verdicts();
        groups();
        not_met();
        not_decided();
        on_site();
        excused();
    }

    void verdicts()
    {
        Rows rows{{}};
        std::vector<Block::Column> columns;
        for (const char* verdict : {"passed", "partly", "failed", "cannot-tell", "needs-human", "not-applicable"}) {
            const auto found = audit_.score.verdicts.find(verdict);
            columns.push_back({verdict_word(verdict, lang_), columns.size() < 4 ? 17U : 16U, true});
            rows[0].push_back(std::to_string(found == audit_.score.verdicts.end() ? 0 : found->second));
        }
        table(std::move(columns), std::move(rows));
    }

    void groups()
    {
        part(msg("By group of criteria"));
        Rows rows;
        for (const audit::GroupScore& group : audit_.score.groups) {
            if (group.points.possible > 0) {
                rows.push_back({std::to_string(rows.size() + 1), say(group.title, 200), points(group.points), interval(group.percent, lang_)});
            }
        }
        table({{say(msg("No.")), 8, true}, {say(msg("Group")), 48, false}, {say(msg("Points")), 22, true}, {say(msg("Percent")), 22, true}}, std::move(rows));
    }

    std::string points(const audit::Points& points) const
    {
        return num(points.low) + (points.low == points.high ? "" : " – " + num(points.high)) + " / " + num(points.possible);
    }

    void not_met()
    {
        part(msg("Criteria that are not met, or only in part"));
        Rows rows;
        for (const audit::Finding* finding : defects(audit_)) {
            const std::string page = page_of(*finding);
            rows.push_back({std::to_string(rows.size() + 1), say(finding->title, 200), law(*finding, lang_),
                            verdict_word(finding->verdict, lang_) + ": " + say(finding->why, 500) + (page.empty() ? "" : " " + line(page, 300)) +
                                (finding->waiver.empty() ? "" : " (" + say(msg("excused by the act {}", finding->waiver), 200) + ")"), num(lost_points(*finding))});
        }
        if (rows.empty()) {
            add(Kind::item, msg("None."));
            return;
        }
        table({{say(msg("No.")), 7, true}, {say(msg("Criterion")), 25, false}, {say(msg("Legal basis")), 20, false}, {say(msg("What was found")), 37, false}, {say(msg("Points lost")), 11, true}}, std::move(rows));
    }

    void not_decided()
    {
        Rows rows;
        for (const audit::Finding& finding : audit_.findings) {
            if (finding.verdict == "cannot-tell") {
                rows.push_back({std::to_string(rows.size() + 1), say(finding.title, 200), law(finding, lang_), say(finding.why, 500)});
            }
        }
        if (!rows.empty()) {
            part(msg("Criteria that the evidence does not decide"));
            table({{say(msg("No.")), 7, true}, {say(msg("Criterion")), 30, false}, {say(msg("Legal basis")), 23, false}, {say(msg("Why")), 40, false}}, std::move(rows));
        }
    }

    void on_site()
    {
        Rows rows;
        for (const audit::Finding& finding : audit_.findings) {
            if (finding.verdict == "needs-human") {
                rows.push_back({std::to_string(rows.size() + 1), say(finding.title, 200), law(finding, lang_), num(finding.points.possible), "………………………………"});
            }
        }
        if (!rows.empty()) {
            part(msg("Criteria to be judged on site (to be filled in by the team)"));
            table({{say(msg("No.")), 7, true}, {say(msg("Criterion")), 36, false}, {say(msg("Legal basis")), 22, false}, {say(msg("Points")), 10, true}, {say(msg("Result")), 25, false}}, std::move(rows));
        }
    }

    void excused()
    {
        bool is_first = true;
        for (const audit::Waiver& waiver : audit_.waivers) {
            if (waiver.state != "used") {
                continue;
            }
            if (is_first) {
                part(msg("Acts that excuse from criteria"));
            }
            is_first = false;
            add(Kind::item, msg("{} of {}, {}: from {} until {}; {}", waiver.number, waiver.authority, waiver.issued, waiver.from, waiver.until, waiver.reason));
        }
    }

    void recommendations()
    {
        add(Kind::heading, msg("IV. RECOMMENDATIONS"));
        std::size_t shown = 0;
        std::size_t left_out = 0;
        for (const audit::Finding* finding : defects(audit_)) {
            if (!finding->waiver.empty()) {
                continue;
            }
            if (++shown > remedies_shown) {
                ++left_out;
                continue;
            }
            add(Kind::item, msg("{}: {}", say(finding->title, 200), finding->remedy));
        }
        if (left_out > 0) {
            add(Kind::item, msg("and {} more", left_out));
        }
        if (shown == 0) {
            add(Kind::item, msg("None."));
        }
        add(Kind::dotted, msg("To be mended by:"));
        add(Kind::heading, msg("V. OPINION OF THE INSPECTED UNIT"));
        for (int i = 0; i < 3; ++i) {
            add(Kind::dotted, std::string());
        }
    }

    void closing()
    {
        add(Kind::paragraph, msg("The record was closed at …… o'clock, day …… month …… year ………, was read out to those present, and is made in …… copies of equal value."));
        out_.signer_left = say(msg("FOR THE INSPECTED UNIT"));
        out_.signer_right = say(msg("HEAD OF THE INSPECTION TEAM"));
        out_.signed_how = say(msg("(signature, full name)"));
        out_.recipients_heading = say(msg("To:"));
        out_.recipients = {say(msg("the inspected unit;")), say(msg("………………………;")), say(msg("archive: office, …………."))};
    }

    void appendix()
    {
        add(Kind::page_break, std::string());
        add(Kind::title, msg("APPENDIX"));
        add(Kind::title, msg("Results by criterion"));
        Rows rows;
        for (const audit::Finding& finding : audit_.findings) {
            rows.push_back({std::to_string(rows.size() + 1), say(finding.title, 200), law(finding, lang_), verdict_word(finding.verdict, lang_), finding.verdict == "not-applicable" ? "–" : points(finding.points)});
        }
        table({{say(msg("No.")), 7, true}, {say(msg("Criterion")), 40, false}, {say(msg("Legal basis")), 23, false}, {say(msg("Result")), 15, false}, {say(msg("Points")), 15, true}}, std::move(rows));
    }

    const audit::Audit& audit_;
    Lang lang_;
    int parts_ = 0;
    Record out_;
};

}  // namespace

Record record_of(const audit::Audit& audit, Lang lang) { return Writer(audit, lang).write(); }

}  // namespace pa::report
