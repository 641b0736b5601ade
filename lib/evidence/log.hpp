// The log of a crawl: what was decided and why, one JSON object a line (logs/crawl.jsonl in the WACZ file).
#pragma once

#include "time/date.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace pa::evidence {

class Log {
public:
    /// At most 20,000 lines are kept; of each event beyond that only the number.
    void add(time::Moment at, std::string_view event, std::string_view url, std::string_view detail);

    /// All lines; the last tell how many were left out, by event.
    std::string text() const;

private:
    std::string lines_;
    std::uint64_t count_ = 0;
    std::map<std::string, std::uint64_t, std::less<>> left_out_;
};

}  // namespace pa::evidence
