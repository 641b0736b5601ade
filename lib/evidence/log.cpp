#include "evidence/log.hpp"

#include <nlohmann/json.hpp>

namespace pa::evidence {

namespace {

using Json = nlohmann::ordered_json;
constexpr std::uint64_t most_lines = 20'000;

std::string line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

void Log::add(time::Moment at, std::string_view event, std::string_view url, std::string_view detail)
{
    if (count_ == most_lines) {
        ++left_out_.try_emplace(std::string(event), 0).first->second;
        return;
    }
    ++count_;
    Json json{{"at", time::to_utc_string(at)}, {"event", event}};
    if (!url.empty()) {
        json["url"] = url;
    }
    if (!detail.empty()) {
        json["detail"] = detail;
    }
    lines_ += line(json);
}

std::string Log::text() const
{
    std::string out = lines_;
    for (const auto& [event, count] : left_out_) {
        out += line({{"event", event}, {"left_out", count}});
    }
    return out;
}

}  // namespace pa::evidence
