// Which part of a list this process audits.
#pragma once

#include "cmd/env.hpp"

#include "campaign/unit.hpp"

namespace pa::cmd {

/// What --shard says: "2/5"; "5", the part then being told by an array job; or nothing, then both are an array job's, or
/// there is one part. Array jobs are Slurm's (SLURM_ARRAY_TASK_ID, _MIN, _STEP, _COUNT) and indexed Jobs of Kubernetes
/// (JOB_COMPLETION_INDEX, from 0, which needs the number of parts). Fails with `usage`.
Result<campaign::Shard> shard_of(const std::string& option, const Env& env);

}  // namespace pa::cmd
