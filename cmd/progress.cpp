#include "cmd/progress.hpp"

#include "report/plain.hpp"

#include <cmath>

namespace pa::cmd {

namespace {

using std::chrono::milliseconds;

constexpr std::chrono::seconds window{10};
constexpr std::size_t hosts_shown = 3;

std::string clock_text(std::uint64_t seconds)
{
    return seconds < 3600 ? fmt::format("{}:{:02}", seconds / 60, seconds % 60) : fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace

std::string json_text(std::string_view text)
{
    std::string out = "\"";
    for (const char c : report::line(text, 2000)) {  // no control characters are left
        out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    }
    return out + "\"";
}

void Rate::add(Time now, std::uint64_t fetched)
{
    samples_.push_back({now, fetched});
    while (samples_.size() > 2 && now - samples_.front().at > window) {
        samples_.pop_front();
    }
}

double Rate::per_second() const
{
    if (samples_.size() < 2) {
        return 0;
    }
    const std::chrono::duration<double> length = samples_.back().at - samples_.front().at;
    return length.count() < 0.5 ? 0 : static_cast<double>(samples_.back().fetched - samples_.front().fetched) / length.count();
}

std::optional<std::uint64_t> Rate::seconds_for(std::uint64_t waiting) const
{
    const double rate = per_second();
    return rate <= 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(std::ceil(static_cast<double>(waiting) / rate)));
}

ProgressTeller::~ProgressTeller()
{
    if (shown_) {
        env_.err("\r\x1b[K");
    }
}

void ProgressTeller::begin(std::string_view address, std::string_view file)
{
    if (mode_ == ProgressMode::json) {
        env_.err(fmt::format("{{\"event\":\"begin\",\"address\":{},\"evidence\":{}}}\n", json_text(address), json_text(file)));
    }
}

void ProgressTeller::show(const crawl::Progress& progress)
{
    const auto now = std::chrono::steady_clock::now();
    last_ = progress;
    if (now - told_ < milliseconds(mode_ == ProgressMode::json ? 1000 : 200)) {
        return;
    }
    told_ = now;
    rate_.add(now, progress.fetched);
    if (mode_ == ProgressMode::json) {
        env_.err(json("progress", progress, ""));
    } else {
        shown_ = true;
        env_.err("\r\x1b[K" + line(progress));
    }
}

void ProgressTeller::end(std::string_view how)
{
    if (mode_ == ProgressMode::json) {
        env_.err(json("end", last_, how));
    }
}

// One line that never wraps: what matters first, and cut at the terminal's edge.
std::string ProgressTeller::line(const crawl::Progress& progress) const
{
    std::string out = msg("{} fetched", progress.fetched).in(env_.lang);
    if (progress.failed > 0) {
        out += ", " + msg("{} failed", progress.failed).in(env_.lang);
    }
    out += ", " + msg("{} waiting", progress.waiting).in(env_.lang);
    if (const double rate = rate_.per_second(); rate > 0) {
        out += ", " + msg("{} a second", fmt::format("{:.1f}", rate)).in(env_.lang);
    }
    if (const auto left = rate_.seconds_for(progress.waiting); left && progress.waiting > 0) {
        out += ", " + msg("{} left at least", clock_text(*left)).in(env_.lang);
    }
    out += fmt::format(", {} MiB", progress.bytes >> 20U);
    for (std::size_t i = 0; i < std::min(progress.slow.size(), hosts_shown); ++i) {
        const crawl::SlowHost& host = progress.slow[i];
        out += "; " + (host.given_up ? msg("{} does not answer", host.host) : msg("{} is slow: {} s between requests", host.host, fmt::format("{:.1f}", static_cast<double>(host.interval_ms) / 1000))).in(env_.lang);
    }
    return report::line(out, env_.width > 1 ? env_.width - 1 : 79);
}

std::string ProgressTeller::json(std::string_view event, const crawl::Progress& progress, std::string_view how) const
{
    const std::chrono::duration<double> since = std::chrono::steady_clock::now() - begun_;
    std::string slow;
    for (std::size_t i = 0; i < std::min(progress.slow.size(), hosts_shown); ++i) {
        const crawl::SlowHost& host = progress.slow[i];
        slow += fmt::format("{}{{\"host\":{},\"interval_ms\":{},\"given_up\":{}}}", i == 0 ? "" : ",", json_text(host.host), host.interval_ms, host.given_up);
    }
    const auto left = rate_.seconds_for(progress.waiting);
    return fmt::format("{{\"event\":\"{}\",\"seconds\":{:.1f},\"fetched\":{},\"failed\":{},\"waiting\":{},\"bytes\":{},\"rate\":{:.2f},\"seconds_left\":{},\"slow\":[{}],\"current\":{}{}}}\n", event,
                       since.count(), progress.fetched, progress.failed, progress.waiting, progress.bytes, rate_.per_second(), left ? std::to_string(*left) : "null", slow, json_text(progress.current),
                       how.empty() ? "" : fmt::format(",\"how\":\"{}\"", how));
}

}  // namespace pa::cmd
