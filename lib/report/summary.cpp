#include "report/summary.hpp"

#include "audit/words.hpp"

#include <algorithm>
#include <cmath>

namespace pa::report {

namespace {

bool is_decided(const audit::Finding& finding) { return finding.points.low == finding.points.high; }

// A number of hundredths, so that differences of sums are exact.
std::int64_t hundredths(double points) { return std::llround(points * 100); }

}  // namespace

double lost_points(const audit::Finding& finding) { return finding.points.possible - finding.points.high; }

std::vector<const audit::Finding*> losses(const audit::Audit& audit)
{
    std::vector<const audit::Finding*> out;
    for (const audit::Finding& finding : audit.findings) {
        if (is_decided(finding) && hundredths(lost_points(finding)) > 0) {
            out.push_back(&finding);
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return hundredths(lost_points(*a)) > hundredths(lost_points(*b)); });
    return out;
}

std::vector<const audit::Finding*> undecided(const audit::Audit& audit)
{
    std::vector<const audit::Finding*> out;
    for (const audit::Finding& finding : audit.findings) {
        if (!is_decided(finding)) {
            out.push_back(&finding);
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return a->points.possible > b->points.possible; });
    return out;
}

NextGrade next_grade(const audit::Audit& audit)
{
    NextGrade out;
    const audit::Grade* next = nullptr;
    for (const audit::Grade& grade : audit.score.grades) {
        if (grade.from > audit.score.percent.low) {
            next = &grade;  // grades go from best to worst; the last above us is the nearest
        }
    }
    if (next == nullptr) {
        return out;
    }
    const auto needed = static_cast<std::int64_t>(std::ceil(next->from * static_cast<double>(hundredths(audit.score.points.possible)) / 100));
    std::int64_t missing = needed - hundredths(audit.score.points.low);
    out.points = static_cast<double>(missing) / 100;
    for (const audit::Finding* finding : losses(audit)) {
        if (missing <= 0) {
            break;
        }
        out.mend.push_back(finding);
        missing -= hundredths(lost_points(*finding));
    }
    if (missing <= 0) {
        out.name = next->name;
    } else {
        out.mend.clear();
    }
    return out;
}

std::string verdict_word(std::string_view verdict, Lang lang) { return audit::verdict_word(verdict).in(lang); }

std::string state_word(std::string_view state, Lang lang)
{
    if (state == "present") {
        return msg("present").in(lang);
    }
    if (state == "empty") {
        return msg("empty").in(lang);
    }
    return state == "absent" ? msg("absent").in(lang) : msg("cannot tell").in(lang);
}

std::string unit_type_word(std::string_view type, Lang lang)
{
    struct Row {
        std::string_view name;
        Message word;
    };
    static const Row rows[] = {{"ministry", msg("ministry or equal agency")},
                               {"central-department", msg("general department or department of a ministry")},
                               {"province", msg("provincial People's Committee")},
                               {"provincial-department", msg("specialised agency of a province")},
                               {"district", msg("district People's Committee")},
                               {"commune", msg("commune People's Committee")},
                               {"other", msg("other unit")}};
    for (const Row& row : rows) {
        if (row.name == type) {
            return row.word.in(lang);
        }
    }
    return std::string(type);
}

std::string severity_word(std::string_view severity, Lang lang) { return audit::severity_word(severity).in(lang); }

std::string form_word(std::string_view form, Lang lang)
{
    if (form == "online") {
        return msg("online").in(lang);
    }
    return form == "tool" ? msg("by software tool").in(lang) : msg("on site").in(lang);
}

std::string number(double value, Lang lang) { return audit::number(value).in(lang); }

std::string interval(const audit::Percent& percent, Lang lang)
{
    const std::string low = number(percent.low, lang);
    const std::string high = number(percent.high, lang);
    return low == high ? low + " %" : low + " – " + high + " %";
}

std::string grade(const std::string& low, const std::string& high) { return low == high ? low : low + " – " + high; }

std::string grade(const audit::Score& score) { return grade(score.grade_low, score.grade_high); }

std::string grade(const audit::WaivedScore& score) { return grade(score.grade_low, score.grade_high); }

bool has_used_waiver(const audit::Audit& audit)
{
    return std::any_of(audit.waivers.begin(), audit.waivers.end(), [](const audit::Waiver& waiver) { return waiver.state == "used"; });
}

std::string waiver_word(std::string_view state, Lang lang)
{
    struct Row {
        std::string_view name;
        Message word;
    };
    static const Row rows[] = {{"used", msg("counts")},
                               {"unused", msg("of no use: its rules are met or not applied")},
                               {"expired", msg("expired")},
                               {"not-yet", msg("not in force yet")},
                               {"other-portal", msg("for other portals")}};
    for (const Row& row : rows) {
        if (row.name == state) {
            return row.word.in(lang);
        }
    }
    return std::string(state);
}

std::string change_word(const std::string& what, Lang lang)
{
    if (what == "selected") {
        return msg("selected").in(lang);
    }
    if (what == "unselected") {
        return msg("not applied").in(lang);
    }
    return what == "points" ? msg("points").in(lang) : what;
}

}  // namespace pa::report
