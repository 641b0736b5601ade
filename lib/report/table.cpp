#include "report/table.hpp"

#include "base/csv.hpp"
#include "report/defect.hpp"
#include "report/plain.hpp"
#include "report/services.hpp"
#include "report/summary.hpp"

namespace pa::report {

namespace {

Cell cell(std::string_view text) { return {line(text), {}, {}}; }
Cell count(std::uint64_t value) { return {{}, static_cast<double>(value), {}}; }
Cell amount(double value) { return {{}, value, {}}; }
Cell word(const std::string& text, std::string shown) { return {line(text, 100), {}, line(shown, 100)}; }

template <class Value>
Cell known(const std::optional<Value>& value)
{
    return value ? amount(static_cast<double>(*value)) : Cell{};
}

std::string joined(const std::vector<Text>& texts, Lang lang)
{
    std::string out;
    for (const Text& text : texts) {
        out += (out.empty() ? "" : "; ") + line(text.in(lang));
    }
    return out;
}

std::vector<Cell> score_row(const std::string& id, const std::string& title, const audit::Percent& percent, const audit::Points& points)
{
    return {cell(id), cell(title), amount(percent.low), amount(percent.high), amount(percent.coverage), amount(points.low), amount(points.high), amount(points.possible)};
}

}  // namespace

Table findings_table(const audit::Audit& audit, Lang lang)
{
    Table table{"findings",
                msg("Findings"),
                {{"id", msg("Id"), 18},
                 {"rule", msg("Rule"), 36},
                 {"title", msg("Title"), 44},
                 {"verdict", msg("Verdict"), 16},
                 {"severity", msg("Severity"), 12},
                 {"form", msg("Form of inspection"), 14},
                 {"group", msg("Group"), 16},
                 {"instrument", msg("Act"), 20},
                 {"article", msg("Article"), 16},
                 {"points_low", msg("Points, at least"), 10},
                 {"points_high", msg("Points, at most"), 10},
                 {"points_possible", msg("Points, possible"), 10},
                 {"why", msg("What was found"), 60},
                 {"asked", msg("What is asked"), 60},
                 {"remedy", msg("What to do"), 60},
                 {"page", msg("Where"), 40},
                 {"proofs", msg("Places found"), 10},
                 {"item", msg("Item"), 20},
                 {"waiver", msg("Excused by"), 16}},
                {}};
    for (const audit::Finding& finding : audit.findings) {
        table.rows.push_back({cell(finding.id), cell(finding.rule), cell(finding.title.in(lang)), word(finding.verdict, verdict_word(finding.verdict, lang)),
                              word(finding.severity, severity_word(finding.severity, lang)), word(finding.form, form_word(finding.form, lang)), cell(finding.group),
                              cell(finding.instrument), cell(finding.article), amount(finding.points.low), amount(finding.points.high), amount(finding.points.possible),
                              cell(finding.why.in(lang)), cell(finding.asked.in(lang)), cell(finding.remedy.in(lang)), cell(page_of(finding)),
                              count(finding.proof.size() + finding.proof_left_out), cell(finding.item), cell(finding.waiver)});
    }
    return table;
}

Table items_table(const audit::Audit& audit, Lang lang)
{
    Table table{"items",
                msg("Information items"),
                {{"id", msg("Id"), 28},
                 {"rule", msg("Rule"), 36},
                 {"title", msg("Title"), 44},
                 {"state", msg("State"), 14},
                 {"label", msg("Label on the portal"), 30},
                 {"page", msg("Where"), 40},
                 {"page_count", msg("Pages"), 8},
                 {"clicks", msg("Clicks"), 8},
                 {"newest", msg("Newest date"), 12},
                 {"oldest", msg("Oldest date"), 12},
                 {"dated", msg("Entries with a date"), 10},
                 {"entries_per_month", msg("Entries a month"), 10},
                 {"longest_gap", msg("Longest gap in days"), 10},
                 {"suspicions", msg("Suspicions"), 40},
                 {"why", msg("Why"), 60}},
                {}};
    for (const audit::Item& item : audit.items) {
        table.rows.push_back({cell(item.id), cell(item.rule), cell(item.title.in(lang)), word(item.state, state_word(item.state, lang)), cell(item.label),
                              cell(item.pages.empty() ? "" : item.pages.front()), count(item.page_count), known(item.clicks), cell(item.newest), cell(item.oldest),
                              count(item.dated), known(item.entries_per_month), known(item.longest_gap), cell(joined(item.suspicions, lang)), cell(item.why.in(lang))});
    }
    return table;
}

Table documents_table(const audit::Audit& audit, Lang lang)
{
    Table table{"documents",
                msg("Documents"),
                {{"item", msg("Item"), 24},
                 {"number", msg("Number"), 18},
                 {"type", msg("Kind of document"), 18},
                 {"authority", msg("Authority"), 24},
                 {"issued", msg("Issued"), 12},
                 {"effective", msg("In force from"), 12},
                 {"abstract", msg("Abstract"), 60},
                 {"page", msg("Where"), 40},
                 {"files", msg("Files"), 8},
                 {"files_sound", msg("Files, sound"), 8},
                 {"files_broken", msg("Files, broken"), 8},
                 {"files_unknown", msg("Files, not known"), 8},
                 {"file", msg("First file"), 40},
                 {"broken", msg("What is wrong with files"), 40}},
                {}};
    for (const audit::Document& document : audit.documents) {
        std::uint64_t sound = 0;
        std::uint64_t broken = 0;
        std::vector<Text> reasons;
        for (const audit::File& file : document.files) {
            sound += file.state == "sound" ? 1U : 0U;
            if (file.state == "broken" || file.state == "no-text") {
                ++broken;
                reasons.push_back(file.why);
            }
        }
        table.rows.push_back({cell(document.item), cell(document.number), cell(document.type), cell(document.authority), cell(document.issued), cell(document.effective),
                              cell(document.abstract), cell(document.page), count(document.files.size()), count(sound), count(broken),
                              count(document.files.size() - sound - broken), cell(document.files.empty() ? "" : document.files.front().url), cell(joined(reasons, lang))});
    }
    return table;
}

Table services_table(const audit::Audit& audit, Lang lang)
{
    Table table{"services",
                msg("Online public services"),
                {{"code", msg("Code"), 14},
                 {"name", msg("Name"), 50},
                 {"field", msg("Field"), 24},
                 {"agency", msg("Agency"), 24},
                 {"admin_level", msg("Administrative level"), 14},
                 {"declared", msg("Declared"), 14},
                 {"level_low", msg("Level, at least"), 10},
                 {"level_high", msg("Level, at most"), 10},
                 {"extent_low", msg("Extent, at least"), 12},
                 {"extent_high", msg("Extent, at most"), 12},
                 {"parts_shown", msg("Parts shown"), 8},
                 {"parts_asked", msg("Parts asked"), 8},
                 {"forms_sound", msg("Forms, sound"), 8},
                 {"forms", msg("Forms"), 8},
                 {"filing", msg("Files are sent in"), 14},
                 {"clicks", msg("Clicks"), 8},
                 {"issues", msg("What is wrong"), 30},
                 {"why", msg("Why"), 60},
                 {"page", msg("Where"), 40}},
                {}};
    for (const audit::Service& service : audit.services) {
        std::string ids;
        std::vector<Text> reasons;
        for (const audit::ServiceIssue& issue : service.issues) {
            ids += (ids.empty() ? "" : " ") + issue.id;
            reasons.push_back(issue.text);
        }
        table.rows.push_back({cell(service.code), cell(service.name), cell(service.field), cell(service.agency), cell(service.admin_level),
                              word(service.declared, level_word(service.declared, lang)), word(service.level.low, level_word(service.level.low, lang)),
                              word(service.level.high, level_word(service.level.high, lang)), word(service.extent.low, level_word(service.extent.low, lang)),
                              word(service.extent.high, level_word(service.extent.high, lang)), count(service.parts_shown), count(service.parts_asked),
                              count(service.forms_sound), count(service.forms.size()), word(service.filing, filing_word(service.filing, lang)), known(service.clicks), cell(ids),
                              cell(joined(reasons, lang)), cell(service.pages.empty() ? "" : service.pages.front())});
    }
    return table;
}

Table score_table(const audit::Audit& audit, Lang lang)
{
    Table table{"score",
                msg("Score"),
                {{"group", msg("Group"), 20},
                 {"title", msg("Title"), 50},
                 {"percent_low", msg("Percent, at least"), 12},
                 {"percent_high", msg("Percent, at most"), 12},
                 {"coverage", msg("Coverage"), 12},
                 {"points_low", msg("Points, at least"), 12},
                 {"points_high", msg("Points, at most"), 12},
                 {"points_possible", msg("Points, possible"), 12}},
                {}};
    table.rows.push_back(score_row("", msg("Total").in(lang), audit.score.percent, audit.score.points));
    for (const audit::GroupScore& group : audit.score.groups) {
        table.rows.push_back(score_row(group.id, group.title.in(lang), group.percent, group.points));
    }
    return table;
}

std::string csv(const Table& table, bool bom)
{
    std::string out = bom ? "\xEF\xBB\xBF" : "";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        out += (i == 0 ? "" : ",") + csv_cell(table.columns[i].name);
    }
    out += "\r\n";
    for (const std::vector<Cell>& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += (i == 0 ? "" : ",") + (row[i].number ? number(*row[i].number, Lang::en) : csv_cell(row[i].text));
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace pa::report
