#include "cmd/sharding.hpp"

#include <charconv>

namespace pa::cmd {

namespace {

constexpr std::uint32_t most_shards = 100'000;

std::optional<std::uint32_t> number(std::string_view text)
{
    std::uint32_t out = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), out);
    return code == std::errc() && end == text.data() + text.size() ? std::optional(out) : std::nullopt;
}

Result<campaign::Shard> checked(std::optional<std::uint32_t> index, std::optional<std::uint32_t> count, const std::string& said)
{
    if (!index || !count || *count == 0 || *count > most_shards || *index == 0 || *index > *count) {
        return fail(ErrorKind::usage, msg("\"{}\" is no shard", said), msg("write I/N, with I from 1 to N, such as 2/5"));
    }
    return campaign::Shard{*index, *count};
}

// The number of the task, from 1, or nothing outside an array job.
Result<std::optional<std::uint32_t>> task_number(const Env& env)
{
    const auto read = [&env](const char* name, std::uint32_t instead) -> Result<std::uint32_t> {
        const std::string text = env.variable(name);
        const auto value = number(text);
        if (!text.empty() && !value) {
            return fail(ErrorKind::usage, msg("{} is \"{}\", which is no number", name, text));
        }
        return value.value_or(instead);
    };
    if (!env.variable("SLURM_ARRAY_TASK_ID").empty()) {
        PA_LET(id, read("SLURM_ARRAY_TASK_ID", 0));
        PA_LET(least, read("SLURM_ARRAY_TASK_MIN", 1));
        PA_LET(step, read("SLURM_ARRAY_TASK_STEP", 1));
        return std::optional((id - std::min(least, id)) / std::max(1U, step) + 1);
    }
    if (!env.variable("JOB_COMPLETION_INDEX").empty()) {
        PA_LET(index, read("JOB_COMPLETION_INDEX", 0));
        return std::optional(index + 1);
    }
    return std::optional<std::uint32_t>();
}

}  // namespace

Result<campaign::Shard> shard_of(const std::string& option, const Env& env)
{
    if (const std::size_t slash = option.find('/'); slash != std::string::npos) {
        return checked(number(option.substr(0, slash)), number(option.substr(slash + 1)), option);
    }
    PA_LET(task, task_number(env));
    if (!option.empty()) {
        if (!task) {
            return fail(ErrorKind::usage, msg("--shard {} names no part, and this is no array job", option), msg("write I/N, with I from 1 to N, such as 2/5"));
        }
        return checked(task, number(option), std::to_string(*task) + "/" + option);
    }
    if (!task) {
        return campaign::Shard{};
    }
    const std::string count = env.variable("SLURM_ARRAY_TASK_COUNT");
    if (count.empty()) {
        return fail(ErrorKind::usage, msg("this is task {} of an array job, but of how many is not known", *task), msg("give their number: --shard N"));
    }
    return checked(task, number(count), std::to_string(*task) + "/" + count);
}

}  // namespace pa::cmd
