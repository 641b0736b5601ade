#include "cmd/batch_progress.hpp"

#include "report/plain.hpp"

#include <algorithm>

namespace pa::cmd {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t bar_length = 20;
constexpr std::size_t hosts_shown = 5;
constexpr std::size_t hosts_listed = 100;

}  // namespace

void BatchProgress::began(const campaign::Unit& unit)
{
    const std::lock_guard lock(mutex_);
    active_[unit.id].name = unit.id;
    if (mode_ == ProgressMode::json) {
        put(fmt::format("{{\"event\":\"unit-begin\",\"unit\":{},\"address\":{}}}\n", json_text(unit.id), json_text(unit.url)));
    }
}

void BatchProgress::got_on(const campaign::Unit& unit, const crawl::Progress& progress)
{
    const std::lock_guard lock(mutex_);
    Active& active = active_[unit.id];
    auto& [fetched, bytes] = counted_[unit.id];
    fetched_ += progress.fetched - std::min(progress.fetched, fetched);
    bytes_ += progress.bytes - std::min(progress.bytes, bytes);
    fetched = progress.fetched;
    bytes = progress.bytes;
    active.fetched = progress.fetched;
    active.waiting = progress.waiting;
    active.is_slow = !progress.slow.empty();
}

void BatchProgress::ended(const campaign::Unit& unit, const campaign::Outcome& outcome)
{
    const std::lock_guard lock(mutex_);
    active_.erase(unit.id);
    counted_.erase(unit.id);
    const bool is_final = outcome.state != campaign::State::waiting;
    const bool failed = outcome.state == campaign::State::could_not_judge;
    done_ += is_final ? 1 : 0;
    not_judged_ += failed ? 1 : 0;
    if (mode_ == ProgressMode::json) {
        put(fmt::format("{{\"event\":\"unit-end\",\"unit\":{},\"state\":\"{}\",\"attempts\":{},\"why\":{}}}\n", json_text(unit.id), campaign::name_of(outcome.state), outcome.attempts, json_text(outcome.why.in(env_.lang))));
    } else if (outcome.attempts > 0 && outcome.state != campaign::State::judged) {
        const std::string why = report::line(outcome.why.in(env_.lang), 300);
        put("portalaudit: " + (failed ? msg("{} could not be judged: {}", unit.id, why) : msg("{} is tried again at the end: {}", unit.id, why)).in(env_.lang) + "\n");
    }
}

// Above the line that is being written over.
void BatchProgress::put(const std::string& text)
{
    env_.err((is_line_open_ ? "\r\x1b[K" : "") + text);
    is_line_open_ = false;
}

void BatchProgress::begin(const std::string& folder, const BatchCounts& counts)
{
    const std::lock_guard lock(mutex_);
    total_ = counts.all;
    done_ = counts.done;
    if (mode_ == ProgressMode::json) {
        env_.err(fmt::format("{{\"event\":\"begin\",\"folder\":{},\"total\":{},\"done\":{}}}\n", json_text(folder), total_, done_));
    }
}

void BatchProgress::tick()
{
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (mode_ == ProgressMode::none || now - told_ < milliseconds(mode_ == ProgressMode::json ? 1000 : 190)) {
        return;
    }
    told_ = now;
    rate_.add(now, fetched_);
    if (mode_ == ProgressMode::json) {
        env_.err(json("progress", ""));
    } else {
        env_.err("\r\x1b[K" + line());
        is_line_open_ = true;
    }
}

void BatchProgress::end(std::string_view how)
{
    const std::lock_guard lock(mutex_);
    if (mode_ == ProgressMode::json) {
        env_.err(json("end", how));
    } else if (is_line_open_) {
        put("");
    }
}

// Those with the most left.
std::vector<const BatchProgress::Active*> BatchProgress::busiest() const
{
    std::vector<const Active*> out;
    for (const auto& [id, active] : active_) {
        out.push_back(&active);
    }
    std::stable_sort(out.begin(), out.end(), [](const Active* a, const Active* b) { return a->waiting > b->waiting; });
    return out;
}

// One line that never wraps: what matters first, and cut at the terminal's edge.
std::string BatchProgress::line() const
{
    const std::size_t filled = total_ == 0 ? bar_length : done_ * bar_length / total_;
    std::string out = "[" + std::string(filled, '#') + std::string(bar_length - filled, '.') + "] " + msg("{} of {} portals", done_, total_).in(env_.lang);
    if (not_judged_ > 0) {
        out += ", " + msg("{} not judged", not_judged_).in(env_.lang);
    }
    out += ", " + msg("{} at work", active_.size()).in(env_.lang) + ", " + msg("{} fetched", fetched_).in(env_.lang);
    if (const double rate = rate_.per_second(); rate > 0) {
        out += ", " + msg("{} a second", fmt::format("{:.1f}", rate)).in(env_.lang);
    }
    out += fmt::format(", {} MiB: ", bytes_ >> 20U);
    const std::vector<const Active*> all = busiest();
    for (std::size_t i = 0; i < std::min(all.size(), hosts_shown); ++i) {
        out += fmt::format("{}{} {}/{}", i == 0 ? "" : " ", all[i]->name, all[i]->fetched, all[i]->fetched + all[i]->waiting);
        out += all[i]->is_slow ? " (" + msg("slow").in(env_.lang) + ")" : "";
    }
    return report::line(out, env_.width > 1 ? env_.width - 1 : 79);
}

std::string BatchProgress::json(std::string_view event, std::string_view how) const
{
    const std::chrono::duration<double> since = std::chrono::steady_clock::now() - begun_;
    std::string active;
    const std::vector<const Active*> all = busiest();
    for (std::size_t i = 0; i < std::min(all.size(), hosts_listed); ++i) {
        active += fmt::format("{}{{\"unit\":{},\"fetched\":{},\"waiting\":{},\"slow\":{}}}", i == 0 ? "" : ",", json_text(all[i]->name), all[i]->fetched, all[i]->waiting, all[i]->is_slow);
    }
    return fmt::format("{{\"event\":\"{}\",\"seconds\":{:.1f},\"total\":{},\"done\":{},\"not_judged\":{},\"at_work\":{},\"fetched\":{},\"bytes\":{},\"rate\":{:.2f},\"active\":[{}]{}}}\n", event, since.count(), total_, done_,
                       not_judged_, active_.size(), fetched_, bytes_, rate_.per_second(), active, how.empty() ? "" : fmt::format(",\"how\":\"{}\"", how));
}

}  // namespace pa::cmd
