#include "campaign/soci.hpp"
#include "campaign/store_schema.hpp"

#include <algorithm>
#include <array>

namespace pa::campaign {

namespace {

// {ID} is a number that the database gives. Version 1 had no waivers of findings and no lines of units.
constexpr std::array<const char*, 7> version_1 = {
    "CREATE TABLE portalaudit_store (version INTEGER NOT NULL)",
    "CREATE TABLE rounds (id {ID}, name VARCHAR(200) NOT NULL UNIQUE, coverage_floor DOUBLE PRECISION NOT NULL)",
    "CREATE TABLE units (round INTEGER NOT NULL REFERENCES rounds (id), position INTEGER NOT NULL, id VARCHAR(100) NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, parent TEXT NOT NULL, url TEXT NOT NULL, "
    "profile TEXT NOT NULL, notes TEXT NOT NULL, PRIMARY KEY (round, id))",
    "CREATE TABLE audits (round INTEGER NOT NULL REFERENCES rounds (id), unit VARCHAR(100) NOT NULL, judged VARCHAR(10) NOT NULL, state VARCHAR(20) NOT NULL, attempts INTEGER NOT NULL, unit_type TEXT NOT NULL, "
    "profile TEXT NOT NULL, as_of VARCHAR(10) NOT NULL, score_low DOUBLE PRECISION NOT NULL, score_high DOUBLE PRECISION NOT NULL, coverage DOUBLE PRECISION NOT NULL, grade_low TEXT NOT NULL, grade_high TEXT NOT NULL, "
    "why_vi TEXT NOT NULL, why_en TEXT NOT NULL, standing TEXT NOT NULL, PRIMARY KEY (round, unit, judged))",
    "CREATE TABLE findings (round INTEGER NOT NULL REFERENCES rounds (id), unit VARCHAR(100) NOT NULL, judged VARCHAR(10) NOT NULL, rule VARCHAR(200) NOT NULL, verdict VARCHAR(20) NOT NULL, share DOUBLE PRECISION NOT NULL, "
    "points_low DOUBLE PRECISION NOT NULL, points_high DOUBLE PRECISION NOT NULL, points_possible DOUBLE PRECISION NOT NULL, PRIMARY KEY (round, unit, judged, rule))",
    "CREATE TABLE texts (round INTEGER NOT NULL REFERENCES rounds (id), judged VARCHAR(10) NOT NULL, kind VARCHAR(10) NOT NULL, id VARCHAR(200) NOT NULL, text TEXT NOT NULL, PRIMARY KEY (round, judged, kind, id))",
    "CREATE INDEX findings_of_rule ON findings (rule, verdict)",
};

constexpr std::array<const char*, 2> version_2 = {
    "ALTER TABLE units ADD COLUMN line INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE findings ADD COLUMN waiver TEXT NOT NULL DEFAULT ''",
};

int tables_named(soci::session& sql, bool is_postgresql, const std::string& name)
{
    int count = 0;
    if (is_postgresql) {
        sql << "SELECT CAST(COUNT(*) AS INTEGER) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = :name", soci::use(name), soci::into(count);
    } else {
        sql << "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = :name", soci::use(name), soci::into(count);
    }
    return count;
}

template <std::size_t N>
void execute(soci::session& sql, const std::array<const char*, N>& statements, bool is_postgresql)
{
    for (const char* text : statements) {
        std::string statement = text;
        if (const std::size_t at = statement.find("{ID}"); at != std::string::npos) {
            statement.replace(at, 4, is_postgresql ? "SERIAL PRIMARY KEY" : "INTEGER PRIMARY KEY");
        }
        sql << statement;
    }
}

}  // namespace

Writing::Writing(soci::session& sql, bool is_postgresql) : sql_(sql) { sql_ << (is_postgresql ? "BEGIN" : "BEGIN IMMEDIATE"); }

Writing::~Writing()
{
    if (is_open_) {
        try {
            sql_ << "ROLLBACK";
        } catch (const std::exception&) {  // the connection is gone, and what it had begun with it
        }
    }
}

void Writing::commit()
{
    sql_ << "COMMIT";
    is_open_ = false;
}

namespace {

// 0 where there are no tables of ours. Fails when there is something else in their place.
Result<int> version_of(soci::session& sql, bool is_postgresql, const std::string& shown)
{
    int version = 0;
    if (tables_named(sql, is_postgresql, "portalaudit_store") > 0) {
        sql << "SELECT version FROM portalaudit_store", soci::into(version);
        if (version < 1) {
            return fail(ErrorKind::damaged, msg("{} is no store: it says that its version is {}", shown, version));
        }
        return version;
    }
    int others = tables_named(sql, is_postgresql, "rounds") + tables_named(sql, is_postgresql, "units") + tables_named(sql, is_postgresql, "audits") + tables_named(sql, is_postgresql, "findings") + tables_named(sql, is_postgresql, "texts");
    if (!is_postgresql) {
        sql << "SELECT COUNT(*) FROM sqlite_master", soci::into(others);
    }
    return others > 0 ? Result<int>(fail(ErrorKind::damaged, msg("{} holds tables of something else", shown), msg("name another file or database"))) : Result<int>(0);
}

}  // namespace

Result<void> migrate(soci::session& sql, bool is_postgresql, bool make, const std::string& shown)
{
    PA_LET(found, version_of(sql, is_postgresql, shown));
    if (found > store_version) {
        return fail(ErrorKind::damaged, msg("{} is a store of version {}; this program knows versions up to {}", shown, found, store_version), msg("use a newer portalaudit"));
    }
    if (found == store_version) {
        return {};
    }
    if (found == 0 && !make) {
        return fail(ErrorKind::damaged, msg("{} is no store", shown), msg("portalaudit campaign import makes one; --store names another"));
    }
    Writing writing(sql, is_postgresql);
    if (is_postgresql) {
        sql << "SELECT pg_advisory_xact_lock(7031190)";  // two programs may open a new store at once
    }
    PA_LET(version, version_of(sql, is_postgresql, shown));  // another may have been first
    if (version < 1) {
        execute(sql, version_1, is_postgresql);
        sql << "INSERT INTO portalaudit_store (version) VALUES (1)";
    }
    if (version < 2) {
        execute(sql, version_2, is_postgresql);
    }
    sql << "UPDATE portalaudit_store SET version = :version", soci::use(store_version);
    writing.commit();
    return {};
}

}  // namespace pa::campaign
