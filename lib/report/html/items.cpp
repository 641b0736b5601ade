// The item map: where the portal keeps what the law asks for, and how fresh that is.
#include "report/html/view.hpp"

#include "time/date.hpp"

#include <cmath>

namespace pa::report::html {

namespace {

constexpr int years_shown = 6;
constexpr double line_length = 240;
constexpr std::size_t suspicions_shown = 5;

std::string state_of(const audit::Item& item)
{
    return item.state == "present" || item.state == "empty" || item.state == "absent" ? item.state : "cannot-tell";
}

// From the first day of a year to the day of the evidence; what is older stands at the left end.
class Axis {
public:
    explicit Axis(const audit::Audit& audit)
    {
        const auto moment = time::parse_moment(audit.evidence_begun);
        if (!moment) {
            return;
        }
        end_ = time::day_of(*moment);
        const int last = year_of(*end_);
        int first = last;
        for (const audit::Item& item : audit.items) {
            const auto oldest = time::parse_day(item.oldest);
            first = oldest ? std::min(first, year_of(*oldest)) : first;
        }
        first_ = std::max(first, last - years_shown + 1);
        begin_ = std::chrono::sys_days(std::chrono::year(first_) / 1 / 1);
    }

    bool is_known() const { return end_.has_value(); }
    int first() const { return first_; }
    int last() const { return year_of(*end_); }
    time::Day end() const { return *end_; }

    // Whole units from the left.
    long at(time::Day day) const
    {
        const double length = std::max<double>(1, static_cast<double>((*end_ - begin_).count()));
        return std::lround(std::clamp(static_cast<double>((day - begin_).count()) / length, 0.0, 1.0) * (line_length - 8)) + 4;
    }

private:
    static int year_of(time::Day day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }

    std::optional<time::Day> end_;
    time::Day begin_{};
    int first_ = 0;
};

// "newest 2026-10-30, oldest 2024-01-02; 4 dated; 0.25 a month; longest gap 300 days".
std::string freshness(const View& view, const audit::Item& item, const Axis& axis)
{
    const auto newest = time::parse_day(item.newest);
    if (!newest) {
        return item.state == "present" ? view.say(msg("no dates")) : "–";
    }
    std::string out = view.say(msg("newest {}", item.newest), 100);
    if (axis.is_known() && *newest <= axis.end()) {
        out += " " + view.say(msg("({} days before the evidence)", (axis.end() - *newest).count()));
    }
    if (!item.oldest.empty() && item.oldest != item.newest) {
        out += "; " + view.say(msg("oldest {}", item.oldest), 100);
    }
    if (item.dated > 0) {
        out += "; " + view.say(msg("entries with a date: {}", item.dated));
    }
    if (item.entries_per_month) {
        out += "; " + view.say(msg("{} a month", view.num(*item.entries_per_month)));
    }
    if (item.longest_gap) {
        out += "; " + view.say(msg("longest gap {} days", *item.longest_gap));
    }
    return out;
}

void add_line(const View& view, const audit::Item& item, const Axis& axis, Part& part)
{
    const auto newest = time::parse_day(item.newest);
    if (!axis.is_known() || !newest) {
        return;
    }
    const auto oldest = time::parse_day(item.oldest);
    Part& row = part.add("line");
    row.set("from", std::to_string(axis.at(oldest ? *oldest : *newest)));
    row.set("to", std::to_string(axis.at(*newest)));
    row.set("label", view.say(msg("from {} to {}, on a line from {} to the day of the evidence", oldest ? item.oldest : item.newest, item.newest, axis.first()), 200));
    for (int year = axis.first(); year <= axis.last(); ++year) {
        row.add("years").set("x", std::to_string(axis.at(std::chrono::sys_days(std::chrono::year(year) / 1 / 1))));
    }
}

std::string entry(const View& view, const audit::Item& item, const Axis& axis)
{
    const std::string state = state_of(item);
    Part part;
    part.set("t_state", view.say(msg("State")));
    part.set("t_where", view.say(msg("Where")));
    part.set("t_fresh", view.say(msg("Freshness")));
    part.set("t_why", view.say(msg("Why")));
    part.set("t_suspicion", view.say(msg("Suspicion:")));
    part.set("state", state);
    part.set("sign", sign(state));
    part.set("word", state_word(state, view.lang));
    part.set("title", view.say(item.title, 300));
    part.set("id", line(item.id, 100));
    add_link(part, "", item.label.empty() ? (item.pages.empty() ? "" : item.id) : item.label, item.pages.empty() ? "" : item.pages.front());
    std::string more = item.page_count > 1 ? view.say(msg("and {} entries", item.page_count - 1)) : "";
    if (item.clicks) {
        more += (more.empty() ? "" : "; ") + view.say(msg("clicks from the home page: {}", *item.clicks));
    }
    part.set("more", more);
    add_line(view, item, axis, part);
    part.set("fresh", freshness(view, item, axis));
    part.set("why", view.say(item.why, 500));
    for (std::size_t i = 0; i < std::min(item.suspicions.size(), suspicions_shown); ++i) {
        part.add_text("suspicions", view.say(item.suspicions[i], 300));
    }
    return filled("item.html", part);
}

}  // namespace

List items(const View& view)
{
    List out;
    const Axis axis(view.audit);
    out.id = "items";
    out.heading = view.say(msg("Information items"));
    const Message fresh = axis.is_known() ? msg("Freshness, {} to {}", axis.first(), view.audit.evidence_begun.substr(0, 10)) : msg("Freshness");
    out.columns = {view.say(msg("Item")), view.say(msg("State")), view.say(msg("Where")), view.say(fresh, 100), view.say(msg("Why"))};
    std::map<std::string, std::size_t> counts;
    for (const audit::Item& item : view.audit.items) {
        ++counts[state_of(item)];
        out.entries.push_back({"", entry(view, item, axis)});
    }
    for (const char* state : {"present", "empty", "absent", "cannot-tell"}) {
        if (counts[state] > 0) {
            out.choices.push_back({state, state_word(state, view.lang), counts[state]});
        }
    }
    return out;
}

}  // namespace pa::report::html
