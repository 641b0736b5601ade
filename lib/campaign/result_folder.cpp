#include "campaign/result_folder.hpp"

#include "audit/json_services.hpp"
#include "base/file.hpp"
#include "campaign/json_text.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>

namespace pa::campaign {

namespace {

constexpr const char* format_name = "portalaudit-batch 1";
constexpr std::uint64_t most_plan_bytes = 256U << 20U;
constexpr std::uint64_t most_outcome_bytes = 1U << 20U;

}  // namespace

// Not in a nameless namespace: the visitors find these by argument-dependent look-up.

template <class Visitor>
void describe(Visitor& v, Unit& unit)
{
    v.field("id", unit.id);
    v.field("name", unit.name);
    v.field("type", unit.type);
    v.field("parent", unit.parent);
    v.field("url", unit.url);
    v.field("profile", unit.profile);
    v.field("notes", unit.notes);
    v.field("line", unit.line);
}

template <class Visitor>
void describe(Visitor& v, Shard& shard)
{
    v.field("index", shard.index);
    v.field("count", shard.count);
}

struct NamedValue {
    std::string name;
    std::string value;
};

template <class Visitor>
void describe(Visitor& v, NamedValue& option)
{
    v.field("name", option.name);
    v.field("value", option.value);
}

template <class Visitor>
void describe(Visitor& v, Plan& plan)
{
    std::vector<NamedValue> options;
    for (const auto& [name, value] : plan.options) {
        options.push_back({name, value});
    }
    v.field("version", plan.version);
    v.list("options", options);
    v.field("shard", plan.shard);
    v.field("coverage_floor", plan.coverage_floor);
    v.list("units", plan.units);
    plan.options.clear();
    for (NamedValue& option : options) {
        plan.options.emplace_back(std::move(option.name), std::move(option.value));
    }
}

template <class Visitor>
void describe(Visitor& v, Outcome& outcome)
{
    describe_state(v, outcome.state);
    v.field("attempts", outcome.attempts);
    v.field("why", outcome.why);
}

namespace {

template <class T>
Result<T> read(const std::filesystem::path& file, std::uint64_t limit)
{
    PA_LET(text, read_file(file, limit));
    return from_json_text<T>(text, file.string());
}

template <class T>
std::string written(const T& value)
{
    return to_json_text(value, 1) + "\n";
}

std::filesystem::path plan_file(const std::filesystem::path& path) { return path / "batch.json"; }

bool is_digest(const std::string& value) { return value.size() == 64 && value.find_first_not_of("0123456789abcdef") == std::string::npos; }

// What differs. The digest of a file says nothing to people.
Error changed(const std::filesystem::path& path, const Message& what, const std::string& before, const std::string& now)
{
    const bool is_file = is_digest(before) || is_digest(now);
    return {ErrorKind::usage, is_file ? msg("{} holds a batch with another {}", path.string(), what) : msg("{} holds a batch with another {}: \"{}\", not \"{}\"", path.string(), what, before, now), {},
            msg("give the same as before, name another folder with -o, or begin anew with --restart")};
}

std::optional<Error> other_list(const std::filesystem::path& path, const std::vector<Unit>& before, const std::vector<Unit>& now)
{
    for (std::size_t i = 0; i < std::min(before.size(), now.size()); ++i) {
        if (!before[i].is_same(now[i])) {
            return changed(path, msg("unit in line {} of the list", now[i].line), before[i].id + " " + before[i].url, now[i].id + " " + now[i].url);
        }
    }
    if (before.size() != now.size()) {
        return changed(path, msg("number of units"), std::to_string(before.size()), std::to_string(now.size()));
    }
    return std::nullopt;
}

std::optional<Error> other_plan(const std::filesystem::path& path, const Plan& before, const Plan& now)
{
    if (before.version != now.version) {
        return changed(path, msg("version of portalaudit"), before.version, now.version);
    }
    for (const auto& [name, value] : now.options) {
        const auto found = std::find_if(before.options.begin(), before.options.end(), [&name = name](const auto& row) { return row.first == name; });
        const std::string earlier = found == before.options.end() ? "" : found->second;
        if (earlier != value) {
            return changed(path, msg("value of {}", name), earlier, value);
        }
    }
    if (before.coverage_floor != now.coverage_floor) {
        return changed(path, msg("value of {}", "--coverage-floor"), fmt::format("{}", before.coverage_floor), fmt::format("{}", now.coverage_floor));
    }
    return other_list(path, before.units, now.units);
}

Result<std::filesystem::path> moved_aside(const std::filesystem::path& path)
{
    std::filesystem::path plain = path;
    if (!plain.has_filename()) {
        plain = plain.parent_path();
    }
    for (int i = 1; i < 10'000; ++i) {
        const std::filesystem::path to = plain.string() + "." + std::to_string(i);
        if (!is_there(to)) {
            std::error_code code;
            std::filesystem::rename(plain, to, code);
            if (code) {
                return tl::unexpected(io_error(msg("cannot move the earlier batch aside"), plain, code.value()));
            }
            return to;
        }
    }
    return fail(ErrorKind::io, msg("there are too many earlier batches beside {}", plain.string()), msg("remove some"));
}

// What stands in a folder without a plan where results would be written: they are of another batch, or somebody's own.
std::string foreign_result(const std::filesystem::path& path, const Plan& plan)
{
    for (const char* name : {"summary.json", "summary.csv", "summary.xlsx", "summary.html"}) {
        if (is_there(path / name)) {
            return name;
        }
    }
    const auto found = std::find_if(plan.units.begin(), plan.units.end(), [&](const Unit& unit) { return is_there(path / unit.id); });
    return found == plan.units.end() ? "" : found->id;
}

Result<std::shared_ptr<Descriptor>> locked(const std::filesystem::path& path)
{
    auto lock = std::make_shared<Descriptor>(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (lock->number() < 0) {
        return tl::unexpected(io_error(msg("cannot open the folder"), path, errno));
    }
    if (::flock(lock->number(), LOCK_EX | LOCK_NB) != 0) {
        return fail(ErrorKind::io, msg("another process works in {}", path.string()), msg("wait for it, or name another folder with -o"));
    }
    return lock;
}

}  // namespace

Result<ResultFolder> ResultFolder::begin(const std::filesystem::path& path, Plan plan, bool restart, std::filesystem::path& moved_to)
{
    PA_TRY(make_folder(path));
    PA_LET(lock, locked(path));
    const bool has_plan = is_there(plan_file(path));
    const std::string in_the_way = has_plan ? "" : foreign_result(path, plan);
    if (!in_the_way.empty() && !restart) {
        return fail(ErrorKind::usage, msg("{} holds \"{}\", which a batch would write, but no batch.json", path.string(), in_the_way), msg("name another folder with -o, or have it moved aside with --restart"));
    }
    if (restart && (has_plan || !in_the_way.empty())) {
        PA_LET(to, moved_aside(path));
        moved_to = to;
        PA_TRY(make_folder(path));
        PA_LET(fresh, locked(path));
        lock = std::move(fresh);
    }
    if (is_there(plan_file(path))) {
        PA_LET(earlier, read<Plan>(plan_file(path), most_plan_bytes));
        if (auto error = other_plan(path, earlier, plan)) {
            return tl::unexpected(std::move(*error));
        }
    } else {
        PA_TRY(write_file(plan_file(path), written(plan)));
    }
    ResultFolder out(path, std::move(plan));
    out.lock_ = std::move(lock);
    return out;
}

Result<ResultFolder> ResultFolder::open(const std::filesystem::path& path)
{
    if (!is_there(plan_file(path))) {
        return fail(ErrorKind::usage, msg("{} holds no batch: there is no {}", path.string(), "batch.json"), msg("name a folder that portalaudit batch has written, or the folders shard-… in it"));
    }
    PA_LET(plan, read<Plan>(plan_file(path), most_plan_bytes));
    return ResultFolder(path, std::move(plan));
}

Result<Outcome> ResultFolder::outcome(const Unit& unit) const
{
    const std::filesystem::path file = of(unit) / "outcome.json";
    if (!is_there(file)) {
        return Outcome{};
    }
    Result<Outcome> read_back = read<Outcome>(file, most_outcome_bytes);
    // Its evidence is there: what is lost of the rest is made of that again.
    const bool is_lost = !read_back ? read_back.error().kind == ErrorKind::damaged : read_back->state == State::judged && !is_there(of(unit) / "audit.json");
    return is_lost ? Result<Outcome>(Outcome{}) : read_back;
}

Result<void> ResultFolder::write(const Unit& unit, const Outcome& outcome) const
{
    PA_TRY(make_folder(of(unit)));
    return write_file(of(unit) / "outcome.json", written(outcome));
}

namespace {

Result<void> take_unit(Round& round, std::size_t number, const ResultFolder& folder)
{
    const Unit& unit = round.units[number];
    PA_LET(outcome, folder.outcome(unit));
    Standing& standing = round.standings[number];
    if (outcome.state == State::judged) {
        const std::string file = (folder.of(unit) / "audit.json").string();
        Result<audit::Audit> audit = audit::read(file);
        if (!audit) {
            Error error = audit.error();
            error.hint = msg("remove {}, and portalaudit batch judges the unit again from its evidence", file);
            return tl::unexpected(std::move(error));
        }
        if (audit->start != unit.url) {
            return fail(ErrorKind::damaged, msg("{} is the audit of {}, not of {}", file, audit->start, unit.url), msg("remove it, and portalaudit batch judges the unit again"));
        }
        take(round, number, *audit, outcome.attempts);
    } else if (outcome.state == State::could_not_judge) {
        standing.state = outcome.state;
        standing.attempts = outcome.attempts;
        standing.why = outcome.why;
    }
    return {};
}

}  // namespace

Result<Round> gather(const std::vector<ResultFolder>& folders)
{
    const Plan& first = folders.front().plan();
    Round round = begin_round(first.units, first.coverage_floor);
    std::vector<const ResultFolder*> holders(round.units.size(), nullptr);
    for (const ResultFolder& folder : folders) {
        if (auto error = other_plan(folder.path(), folder.plan(), first)) {
            error->message = msg("{}, unlike {}", error->message, folders.front().path().string());
            error->hint = msg("name the shards of one list, each once");
            return tl::unexpected(std::move(*error));
        }
        for (std::size_t i = 0; i < round.units.size(); ++i) {
            if (round.standings[i].state == State::no_portal || !folder.plan().shard.has(round.units[i])) {
                continue;
            }
            if (holders[i] != nullptr) {
                return fail(ErrorKind::usage, msg("the unit \"{}\" is in both {} and {}", round.units[i].id, holders[i]->path().string(), folder.path().string()), msg("name the shards of one list, each once"));
            }
            holders[i] = &folder;
            PA_TRY(take_unit(round, i, folder));
        }
    }
    return round;
}

}  // namespace pa::campaign
