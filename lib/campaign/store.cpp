#include "campaign/store.hpp"

#include "base/file.hpp"
#include "campaign/roll_up.hpp"
#include "campaign/soci.hpp"
#include "campaign/store_address.hpp"
#include "campaign/store_schema.hpp"
#include "campaign/summary.hpp"
#include "text/suggest.hpp"

#include <algorithm>
#include <map>

namespace pa::campaign {

namespace {

using soci::into;
using soci::use;

const char* word_of(Judged judged) { return judged == Judged::then ? "then" : "again"; }

// What the database said, without the statement that it said it about, on one line.
std::string words_of(const std::exception& error)
{
    std::string text = error.what();
    for (const char* statement : {" while preparing ", " while executing ", " while fetching "}) {
        text.resize(std::min(text.find(statement), text.size()));
    }
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

// SOCI fails by exceptions; here they become errors.
template <class Work>
auto guarded(const std::string& address, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const soci::soci_error& error) {
        return fail(ErrorKind::io, msg("the store {}: {}", shown(address), words_of(error)), msg("give the path of a SQLite file, or postgresql://user@host/database"));
    }
}

}  // namespace

class Store::Impl {
public:
    Impl(std::string address_of_store, std::unique_ptr<soci::session> session) : address(std::move(address_of_store)), sql(std::move(session)) {}

    std::string address;
    std::unique_ptr<soci::session> sql;

    std::optional<long long> round_id(const std::string& name)
    {
        long long id = 0;
        *sql << "SELECT id FROM rounds WHERE name = :name", use(name), into(id);
        return sql->got_data() ? std::optional(id) : std::nullopt;
    }

    Result<long long> known_round(const std::string& name)
    {
        if (const auto id = round_id(name)) {
            return *id;
        }
        std::vector<std::string> names;
        soci::rowset<std::string> rows = (sql->prepare << "SELECT name FROM rounds ORDER BY name");
        names.assign(rows.begin(), rows.end());
        const std::string near = text::nearest(name, names);
        std::string all;
        for (const std::string& one : names) {
            all += (all.empty() ? "" : ", ") + one;
        }
        return fail(ErrorKind::usage, msg("the store has no round \"{}\"", name), !near.empty() ? msg("did you mean \"{}\"?", near) : all.empty() ? msg("portalaudit campaign import adds one") : msg("it has: {}", all));
    }

    std::vector<Unit> units_of(long long round)
    {
        std::vector<Unit> out;
        soci::rowset<soci::row> rows = (sql->prepare << "SELECT id, name, type, parent, url, profile, notes, line FROM units WHERE round = :round ORDER BY position", use(round));
        for (const soci::row& row : rows) {
            out.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3), row.get<std::string>(4), row.get<std::string>(5), row.get<std::string>(6),
                           static_cast<std::uint32_t>(row.get<int>(7))});
        }
        return out;
    }

    std::map<std::string, std::string> standings_of(long long round, const std::string& judged)
    {
        std::map<std::string, std::string> out;
        soci::rowset<soci::row> rows = (sql->prepare << "SELECT unit, standing FROM audits WHERE round = :round AND judged = :judged", use(round), use(judged));
        for (const soci::row& row : rows) {
            out.emplace(row.get<std::string>(0), row.get<std::string>(1));
        }
        return out;
    }

    long long begin_round(const std::string& name, const Round& round)
    {
        *sql << "INSERT INTO rounds (name, coverage_floor) VALUES (:name, :floor)", use(name), use(round.coverage_floor);
        const long long id = *round_id(name);
        int position = 0;
        int line = 0;
        Unit unit;
        soci::statement insert = (sql->prepare << "INSERT INTO units (round, position, id, name, type, parent, url, profile, notes, line) VALUES (:round, :position, :id, :name, :type, :parent, :url, :profile, :notes, :line)",
                                  use(id), use(position), use(unit.id), use(unit.name), use(unit.type), use(unit.parent), use(unit.url), use(unit.profile), use(unit.notes), use(line));
        for (const Unit& one : round.units) {
            unit = one;
            line = static_cast<int>(one.line);
            insert.execute(true);
            ++position;
        }
        return id;
    }

    void insert(long long round, const std::string& judged, const Standing& standing)
    {
        const std::string state(name_of(standing.state));
        const std::string json = to_json(standing);
        const int attempts = static_cast<int>(standing.attempts);
        *sql << "INSERT INTO audits (round, unit, judged, state, attempts, unit_type, profile, as_of, score_low, score_high, coverage, grade_low, grade_high, why_vi, why_en, standing) "
                "VALUES (:round, :unit, :judged, :state, :attempts, :type, :profile, :as_of, :low, :high, :coverage, :grade_low, :grade_high, :why_vi, :why_en, :standing)",
            use(round), use(standing.unit), use(judged), use(state), use(attempts), use(standing.unit_type), use(standing.profile), use(standing.as_of), use(standing.percent.low), use(standing.percent.high),
            use(standing.percent.coverage), use(standing.grade_low), use(standing.grade_high), use(standing.why.vi), use(standing.why.en), use(json);
        RuleVerdict finding;
        soci::statement statement = (sql->prepare << "INSERT INTO findings (round, unit, judged, rule, verdict, share, points_low, points_high, points_possible, waiver) "
                                                     "VALUES (:round, :unit, :judged, :rule, :verdict, :share, :low, :high, :possible, :waiver)",
                                     use(round), use(standing.unit), use(judged), use(finding.rule), use(finding.verdict), use(finding.share), use(finding.points.low), use(finding.points.high), use(finding.points.possible), use(finding.waiver));
        for (const RuleVerdict& one : standing.findings) {
            finding = one;
            statement.execute(true);
        }
    }

    // Texts of rules and profiles, each once for a round.
    void insert_texts(long long round, const std::string& judged, const std::string& kind, const std::string& id, const std::string& json)
    {
        int known = 0;
        *sql << "SELECT COUNT(*) FROM texts WHERE round = :round AND judged = :judged AND kind = :kind AND id = :id", use(round), use(judged), use(kind), use(id), into(known);
        if (known == 0) {
            *sql << "INSERT INTO texts (round, judged, kind, id, text) VALUES (:round, :judged, :kind, :id, :text)", use(round), use(judged), use(kind), use(id), use(json);
        }
    }

    Result<void> add(const std::string& name, const Round& round, Judged how)
    {
        const std::string judged = word_of(how);
        Writing writing(*sql, is_postgresql(address));
        const std::optional<long long> known = round_id(name);
        if (known) {
            PA_TRY(check_same(name, *known, round));
        } else if (how == Judged::again) {
            return known_round(name).map([](long long) {});
        }
        const long long id = known ? *known : begin_round(name, round);
        if (how == Judged::again) {
            PA_TRY(forget_again(name, id, round));
        }
        const std::map<std::string, std::string> before = standings_of(id, judged);
        for (const Standing& standing : round.standings) {
            if (standing.state != State::judged && standing.state != State::could_not_judge) {
                continue;
            }
            const auto found = before.find(standing.unit);
            if (found == before.end()) {
                insert(id, judged, standing);
            } else if (found->second != to_json(standing)) {
                return fail(ErrorKind::usage, msg("the round \"{}\" has another result for the unit \"{}\"", name, standing.unit), msg("give this one a name of its own with --round"));
            }
        }
        for (const RuleTexts& rule : round.rules) {
            insert_texts(id, judged, "rule", rule.id, to_json(rule));
        }
        for (const ProfileTexts& profile : round.profiles) {
            insert_texts(id, judged, "profile", profile.id, to_json(profile));
        }
        writing.commit();
        return {};
    }

    // A round may be judged again and again: the last time counts. All of it by the law of one day, or it could not be compared.
    Result<void> forget_again(const std::string& name, long long id, const Round& round)
    {
        const std::string judged = word_of(Judged::again);
        std::string day;
        for (const Standing& standing : round.standings) {
            if (standing.state == State::judged || standing.state == State::could_not_judge) {
                day = standing.as_of.empty() ? day : standing.as_of;
                *sql << "DELETE FROM findings WHERE round = :round AND unit = :unit AND judged = :judged", use(id), use(standing.unit), use(judged);
                *sql << "DELETE FROM audits WHERE round = :round AND unit = :unit AND judged = :judged", use(id), use(standing.unit), use(judged);
            }
        }
        std::string other;
        soci::indicator known = soci::i_null;
        *sql << "SELECT MIN(as_of) FROM audits WHERE round = :round AND judged = :judged AND as_of <> '' AND as_of <> :day", use(id), use(judged), use(day), into(other, known);
        if (known == soci::i_ok && !other.empty()) {
            return fail(ErrorKind::usage, msg("other units of the round \"{}\" were judged again by the law of {}, not of {}", name, other, day), msg("give --as-of {}, or import all folders of the round at once", other));
        }
        return {};
    }

    Result<void> check_same(const std::string& name, long long id, const Round& round)
    {
        const std::vector<Unit> units = units_of(id);
        if (!std::equal(units.begin(), units.end(), round.units.begin(), round.units.end(), [](const Unit& a, const Unit& b) { return a.is_same(b); })) {
            return fail(ErrorKind::usage, msg("the round \"{}\" is of another list of units", name), msg("give this one a name of its own with --round"));
        }
        return {};
    }

    Result<Round> load(const std::string& name, Judged how)
    {
        const std::string judged = word_of(how);
        PA_LET(id, known_round(name));
        double floor = 0;
        *sql << "SELECT coverage_floor FROM rounds WHERE id = :id", use(id), into(floor);
        Round round = campaign::begin_round(units_of(id), floor);
        round.is_judged_again = how == Judged::again;
        std::map<std::string, std::string> standings = standings_of(id, judged);
        if (standings.empty() && how == Judged::again) {
            return fail(ErrorKind::usage, msg("the round \"{}\" was not judged again", name), msg("portalaudit campaign import --rejudge does that"));
        }
        for (Standing& standing : round.standings) {
            if (const auto found = standings.find(standing.unit); found != standings.end()) {
                PA_LET(read, standing_from_json(found->second, msg("the store {}", shown(address)).en()));
                standing = std::move(read);
            }
        }
        soci::rowset<soci::row> rows = (sql->prepare << "SELECT kind, text FROM texts WHERE round = :round AND judged = :judged", use(id), use(judged));
        for (const soci::row& row : rows) {
            if (row.get<std::string>(0) == "rule") {
                PA_LET(rule, rule_from_json(row.get<std::string>(1), shown(address)));
                add_rule(round, std::move(rule));
            } else {
                PA_LET(profile, profile_from_json(row.get<std::string>(1), shown(address)));
                add_profile(round, std::move(profile));
            }
        }
        return round;
    }

    std::uint64_t count(const std::string& query, long long round)
    {
        int out = 0;
        *sql << query, use(round), into(out);
        return static_cast<std::uint64_t>(out);
    }

    std::vector<RoundInfo> rounds()
    {
        std::vector<RoundInfo> out;
        soci::rowset<std::string> rows = (sql->prepare << "SELECT name FROM rounds");
        const std::vector<std::string> names(rows.begin(), rows.end());
        for (const std::string& name : names) {
            const long long id = round_id(name).value_or(0);
            RoundInfo info;
            info.name = name;
            soci::indicator known = soci::i_null;
            *sql << "SELECT MIN(as_of) FROM audits WHERE round = :round AND judged = 'then' AND state = 'judged'", use(id), into(info.day, known);
            info.day = known == soci::i_ok ? info.day : "";
            info.units = count("SELECT COUNT(*) FROM units WHERE round = :round", id);
            info.judged = count("SELECT COUNT(*) FROM audits WHERE round = :round AND judged = 'then' AND state = 'judged'", id);
            info.judged_again = count("SELECT COUNT(*) FROM audits WHERE round = :round AND judged = 'again' AND state = 'judged'", id);
            out.push_back(std::move(info));
        }
        std::sort(out.begin(), out.end(), [](const RoundInfo& one, const RoundInfo& other) { return one.day != other.day ? one.day < other.day : one.name < other.name; });
        return out;
    }
};

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Result<Store> Store::open(const std::string& address, bool make)
{
    if (!make && !is_postgresql(address) && !is_there(address)) {
        return fail(ErrorKind::usage, msg("there is no store {}", address), msg("portalaudit campaign import makes one; --store names another"));
    }
    if (address.empty() || address == ":memory:") {
        return fail(ErrorKind::usage, msg("\"{}\" keeps nothing", address), msg("give the path of a SQLite file, or postgresql://user@host/database"));
    }
    if (address.find('"') != std::string::npos) {
        return fail(ErrorKind::usage, msg("the name of a store must not have a quotation mark in it: {}", shown(address)));
    }
    return guarded(address, [&]() -> Result<Store> {
        const bool postgresql = is_postgresql(address);
        PA_LET(connection, postgresql ? connection_of(address) : Result<std::string>());
        const EnglishMessages english;
        auto sql = postgresql ? std::make_unique<soci::session>(soci::postgresql, connection) : std::make_unique<soci::session>(soci::sqlite3, "dbname=\"" + address + "\" timeout=60");
        PA_TRY(migrate(*sql, postgresql, make, shown(address)));
        return Store(std::make_unique<Impl>(address, std::move(sql)));
    });
}

Result<void> Store::add(const std::string& name, const Round& round, Judged judged)
{
    return guarded(impl_->address, [&] { return impl_->add(name, round, judged); });
}

Result<std::vector<RoundInfo>> Store::rounds()
{
    return guarded(impl_->address, [&]() -> Result<std::vector<RoundInfo>> { return impl_->rounds(); });
}

Result<Round> Store::load(const std::string& name, Judged judged)
{
    return guarded(impl_->address, [&] { return impl_->load(name, judged); });
}

Result<std::vector<TrendPoint>> Store::trend(const std::string& unit)
{
    return guarded(impl_->address, [&]() -> Result<std::vector<TrendPoint>> {
        std::vector<TrendPoint> out;
        std::vector<std::string> ids;
        for (const RoundInfo& info : impl_->rounds()) {
            for (const Judged judged : {Judged::then, Judged::again}) {
                if (judged == Judged::again && info.judged_again == 0) {
                    continue;
                }
                PA_LET(round, impl_->load(info.name, judged));
                const RollUp rolled = roll_up(round);
                for (std::size_t i = 0; i < round.units.size(); ++i) {
                    ids.push_back(round.units[i].id);
                    if (round.units[i].id != unit) {
                        continue;
                    }
                    TrendPoint point{info.name, judged, round.standings[i], ranks(round, rolled)[i], 0};
                    for (const Ranking& ranking : rolled.rankings) {
                        const bool is_in = std::any_of(ranking.places.begin(), ranking.places.end(), [i](const Place& place) { return place.unit == i; });
                        point.ranked_among = is_in ? ranking.places.size() : point.ranked_among;
                    }
                    out.push_back(std::move(point));
                }
            }
        }
        if (out.empty()) {
            const std::string near = text::nearest(unit, ids);
            return fail(ErrorKind::usage, msg("no round of the store has a unit \"{}\"", unit), near.empty() ? Message() : msg("did you mean \"{}\"?", near));
        }
        return out;
    });
}

}  // namespace pa::campaign
