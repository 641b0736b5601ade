// From an address to evidence: the frontier, the pace, the limits, robots.txt and site maps.
#pragma once

#include "crawl/pace.hpp"
#include "evidence/reader.hpp"
#include "evidence/writer.hpp"
#include "net/transport.hpp"
#include "site/scope.hpp"
#include "site/site.hpp"
#include "time/clock.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pa {
class Workers;
}

namespace pa::crawl {

class PaceRegister;

struct Limits {
    std::uint64_t pages = 5000;              ///< answers to links of the portal, of any type
    unsigned depth = 12;                     ///< links from the start address
    std::uint64_t bytes = 4ULL << 30U;       ///< bodies over the wire, all together
    std::chrono::seconds time{3600};
    std::uint64_t body_bytes = 24ULL << 20U; ///< one body over the wire; longer ones are cut
    std::uint64_t pages_of_pattern = 2000;   ///< of one directory and one set of query parameters
    std::uint64_t sample_seed = 1;           ///< of the sample that is taken where `pages` cuts
};

/// A host that is asked at less than half the pace that was wished for, or not at all any more.
struct SlowHost {
    std::string host;
    std::uint64_t interval_ms = 0;
    bool given_up = false;
};

/// What a person who waits may want to know.
struct Progress {
    std::uint64_t fetched = 0;
    std::uint64_t failed = 0;
    std::uint64_t waiting = 0;  ///< known addresses not asked yet
    std::uint64_t bytes = 0;
    std::string current;        ///< the address asked last
    std::vector<SlowHost> slow; ///< the slowest first; only told to `on_progress`
};

struct Options {
    url::Url start;
    std::optional<site::Scope> scope;   ///< default: the host that the start address leads to
    std::vector<url::Url> seeds;        ///< further start addresses
    Limits limits;
    Pace pace;
    bool obey_robots = true;
    bool folder = false;
    std::string software;
    std::string user_agent;
    std::string product = "portalaudit";  ///< the product token for robots.txt
    std::string option_text;              ///< for the evidence; without secrets
    const evidence::Unfinished* unfinished = nullptr;  ///< a broken-off fetch to go on with; `writer` writes behind it
    unsigned threads = 1;
    Workers* workers = nullptr;             ///< shared with other fetches, instead of `threads` of its own; must outlive the fetch
    std::shared_ptr<PaceRegister> paces;    ///< shared with other fetches of the same `pace`; none: of its own
    std::function<void(const Progress&)> on_progress;  ///< called on the calling thread, may be empty
};

struct Outcome {
    evidence::Ending ending;
    Progress progress;
};

/// What the evidence says of how it was fetched.
evidence::Origin origin_of(const Options& options, time::Moment begun);

/// Fetches the portal into `writer` (origin first, ending last; sealed at the end) and every answer into
/// `builder`. Ends when nothing is left, a limit is reached, or `stop` becomes true (then the ending is
/// not complete). Breadth first and, within a depth, in the order of `Frontier`, so that a limit cuts the
/// same site at the same place. Each address is asked once; redirects are followed by hand, at most 10
/// in a row. A broken-off fetch is gone on with by going the same way again: what it kept is taken over
/// instead of asked. Fails with `io` when evidence cannot be written, and with `unreachable`, saying why, when
/// the start address gives no HTML page; what was fetched is sealed in the evidence all the same.
Result<Outcome> run(const Options& options, net::Transport& transport, evidence::Writer& writer, site::Builder& builder,
                    time::Clock& clock, const std::atomic<bool>& stop);

}  // namespace pa::crawl
