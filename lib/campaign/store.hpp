// Where rounds are kept over the years: a SQLite file, or a PostgreSQL database that several people share. Tables and their
// columns are described in portalaudit-campaign(1), so that other programs can ask them too.
#pragma once

#include "campaign/standing.hpp"

#include <memory>
#include <string>
#include <vector>

namespace pa::campaign {

/// By whose rules a round's evidence was judged.
enum class Judged {
    then,   ///< when the round was done
    again,  ///< later, by the rules of that later day: what makes rounds comparable
};

struct RoundInfo {
    std::string name;
    std::string day;          ///< the earliest day whose law was applied, ISO 8601; "" while nothing is judged
    std::uint64_t units = 0;
    std::uint64_t judged = 0;
    std::uint64_t judged_again = 0;
};

/// A unit in one round.
struct TrendPoint {
    std::string round;
    Judged judged = Judged::then;
    Standing standing;
    std::uint64_t rank = 0;          ///< in its ranking; 0 where it is not ranked
    std::uint64_t ranked_among = 0;
};

class Store {
public:
    /// `address` is the path of a SQLite file or "postgresql://…" as libpq takes it. With `make` a file that is not there is
    /// made. Brings the tables to the version of this program. Fails with `io` when it cannot be reached, `usage` when the
    /// file is not there, `damaged` when it is no store or one of a later version.
    static Result<Store> open(const std::string& address, bool make);
    ~Store();
    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;

    /// Adds what was learned to the round of that name, which is begun where there is none: all of it or, on failure,
    /// nothing. Fails with `usage` when the round is of another list, or has another result for one of the units.
    Result<void> add(const std::string& name, const Round& round, Judged judged);

    /// By day, then by name.
    Result<std::vector<RoundInfo>> rounds();
    /// Fails with `usage` when there is no such round.
    Result<Round> load(const std::string& name, Judged judged);
    /// Every round in which a unit of that id is, the oldest first. Fails with `usage` when there is none.
    Result<std::vector<TrendPoint>> trend(const std::string& unit);

private:
    class Impl;
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace pa::campaign
